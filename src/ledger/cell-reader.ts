import { decimalMarkOf, type DecimalMark } from './amount-text';
import type { Field } from './books';
import { UNREADABLE, type CellMemos } from './cell-memos';
import { mainColumn, type ColumnMap } from './columns';
import { dayFromNumber, isDaySerial, parseDateText, ROC_OFFSET, settleDateOrder, yearInWords, type DateOrder, type DateParts } from './date-text';
import { parseYearless, YearsBeside } from './yearless';
import { CellTag } from './grid';
import { titlesOf, type Table } from './tables';
import { dayFromCalendar } from '../units/day';
import { NO_DAY, type DaySerial } from '../units/units';

/**
 * Reads the cells of one ledger table, each distinct text once: amounts in major units, days as serials.
 * The decimal mark and the day/month order are settled for the whole table when it is made.
 */
export class CellReader {
  readonly usesRocYears: boolean;
  readonly dateOrder: DateOrder;
  /** False where nothing but habit decided between day and month. */
  readonly dateOrderClear: boolean;
  /** The first row below the header: where the columns as a whole begin. */
  readonly firstRow: number;
  private readonly rowCount: number;
  private readonly decimalMark: DecimalMark;
  private readonly yearsBeside = new Map<number, YearsBeside>();

  constructor(
    private readonly table: Table,
    columns: ColumnMap,
    preferredOrder: DateOrder,
    readonly memos: CellMemos,
  ) {
    this.firstRow = table.headerBottom + 1;
    this.rowCount = Math.max(0, table.lastRow - table.headerBottom);
    this.decimalMark = decimalMarkOf(textsOf(table, columns, ['debit', 'credit', 'amount', 'paid', 'open', 'balance']));
    const dates: DateParts[] = [];
    let roc = false;
    for (const field of ['date', 'due-date'] as const) {
      for (const text of textsOf(table, columns, [field])) {
        const parts = parseDateText(text);
        if (parts === null) continue;
        roc ||= parts.isRocYear;
        if (!parts.settled && field === 'date') dates.push(parts);
      }
    }
    this.usesRocYears = roc;
    const settled = settleDateOrder(dates, preferredOrder);
    this.dateOrder = settled.order;
    this.dateOrderClear = settled.clear;
  }

  /** NaN for an empty cell. */
  amount(row: number, column: number): number {
    if (column < 0) return Number.NaN;
    const { grid } = this.table;
    const tag = grid.tag(row, column);
    if (tag === CellTag.Number) return grid.number(row, column);
    return tag === CellTag.Text ? this.memos.amount(grid.number(row, column), this.decimalMark) : Number.NaN;
  }

  /** `NO_DAY` for an empty cell; a date without a year is of the year that its neighbours in the column print. */
  day(row: number, column: number): DaySerial {
    const printed = this.fullDay(row, column);
    if (printed !== UNREADABLE || this.table.grid.tag(row, column) !== CellTag.Text) return printed;
    const parts = parseYearless(this.table.grid.text(row, column), this.dateOrder);
    if (parts === null) return UNREADABLE;
    const titleYear = yearOfTitles(this.table);
    return this.yearsBesideIn(column).complete(row, parts) ?? (titleYear > 0 ? dayFromCalendar(titleYear, parts.month, parts.day) : null) ?? UNREADABLE;
  }

  /** The day of a cell that prints its year. */
  private fullDay(row: number, column: number): DaySerial {
    if (column < 0) return NO_DAY;
    const { grid } = this.table;
    const tag = grid.tag(row, column);
    if (tag === CellTag.Number) return dayFromNumber(grid.number(row, column)) ?? UNREADABLE;
    return tag === CellTag.Text ? this.memos.day(grid.number(row, column), this.dateOrder) : NO_DAY;
  }

  private yearsBesideIn(column: number): YearsBeside {
    let years = this.yearsBeside.get(column);
    if (years === undefined) {
      years = new YearsBeside(this.table.headerBottom + 1, this.table.lastRow, (row) => this.fullDay(row, column));
      this.yearsBeside.set(column, years);
    }
    return years;
  }

  /** Pool number of a cell's text without spaces around it; numbers are printed as text. 0 where it is empty. */
  text(row: number, column: number): number {
    if (column < 0) return 0;
    const { grid } = this.table;
    const tag = grid.tag(row, column);
    if (tag === CellTag.Text) return this.memos.trimmed(grid.number(row, column));
    return tag === CellTag.Number ? grid.texts.intern(String(grid.number(row, column))) : 0;
  }

  /** What `amount` says of every row from `firstRow` on; `null` where the table has no such column. */
  amounts(column: number): Float64Array | null {
    if (column < 0) return null;
    const { tags, numbers } = this.table.grid.cells(column);
    const amounts = new Float64Array(this.rowCount);
    for (let i = 0, row = this.firstRow; i < amounts.length; i++, row++) amounts[i] = tags[row] === CellTag.Number ? numbers[row] : tags[row] === CellTag.Text ? this.memos.amount(numbers[row], this.decimalMark) : Number.NaN;
    return amounts;
  }

  /** What `day` says of every row from `firstRow` on. */
  days(column: number): Float64Array | null {
    if (column < 0) return null;
    const { tags, numbers } = this.table.grid.cells(column);
    const days = new Float64Array(this.rowCount);
    for (let i = 0, row = this.firstRow; i < days.length; i++, row++) days[i] = tags[row] === CellTag.Number && isDaySerial(numbers[row]) ? Math.floor(numbers[row]) : tags[row] === CellTag.Empty ? NO_DAY : this.day(row, column);
    return days;
  }

  /** What `text` says of every row from `firstRow` on. */
  texts(column: number): Int32Array | null {
    if (column < 0) return null;
    const { tags, numbers } = this.table.grid.cells(column);
    const texts = new Int32Array(this.rowCount);
    for (let i = 0, row = this.firstRow; i < texts.length; i++, row++) texts[i] = tags[row] === CellTag.Text ? this.memos.trimmed(numbers[row]) : tags[row] === CellTag.Empty ? 0 : this.text(row, column);
    return texts;
  }
}

function* textsOf(table: Table, columns: ColumnMap, fields: readonly Field[]): Generator<string> {
  const { grid } = table;
  for (const field of fields) {
    const column = mainColumn(columns, field);
    if (column < 0) continue;
    let last = -1;
    for (let row = table.headerBottom + 1; row <= table.lastRow; row++) {
      if (grid.tag(row, column) !== CellTag.Text || grid.number(row, column) === last) continue;
      last = grid.number(row, column);
      yield grid.texts.at(last);
    }
  }
}

/** The year that a heading, a title or the tab names, `2026年` or `2026-01-01 至 2026-09-30`; 0 where none does. */
function yearOfTitles(table: Table): number {
  for (const text of [...table.headings, ...titlesOf(table), table.grid.sheet]) {
    const year = /(?<!\d)((?:19|20)\d{2})\s*(?:[-./]\d|年)/.exec(text.normalize('NFKC'))?.[1];
    if (year !== undefined) return Number(year);
    const rocYear = /(?<!\d)(1\d{2})\s*年/.exec(text.normalize('NFKC'))?.[1];
    if (rocYear !== undefined) return Number(rocYear) + ROC_OFFSET;
  }
  return 0;
}

/** Dates split into year, month and day columns; each is printed only where it changes. */
export class SplitDate {
  private year = 0;
  private month = 0;
  /** Rows above this one are of the year before: a ledger of one year opens with the last day of the other. */
  private readonly yearBeginsAt: number;

  constructor(
    private readonly table: Table,
    private readonly columns: { readonly year: number; readonly month: number; readonly day: number },
  ) {
    // `2026年` over 月 and 日: the year stands in the heading.
    this.year = yearOfTitles(table);
    this.yearBeginsAt = columns.year < 0 ? this.firstJanuaryAfterDecember() : 0;
  }

  /** `NO_DAY` where the row prints no day; `UNREADABLE` where its numbers are no date. */
  day(row: number): DaySerial {
    const year = this.part(row, this.columns.year);
    const month = this.part(row, this.columns.month);
    const day = this.part(row, this.columns.day);
    if (year > 0) this.year = yearInWords(year);
    if (month > 0) this.month = month;
    if (day === 0) return NO_DAY;
    const serial = this.year > 0 ? dayFromCalendar(row < this.yearBeginsAt ? this.year - 1 : this.year, this.month, day) : null;
    return serial !== null && isDaySerial(serial) ? serial : UNREADABLE;
  }

  private firstJanuaryAfterDecember(): number {
    let last = 0;
    for (let row = this.table.headerBottom + 1; row <= this.table.lastRow; row++) {
      const month = this.part(row, this.columns.month);
      if (month === 0) continue;
      if (last === 12 && month < 12) return row;
      if (month !== 12) return 0;
      last = month;
    }
    return 0;
  }

  private part(row: number, column: number): number {
    if (column < 0) return 0;
    const { grid } = this.table;
    const tag = grid.tag(row, column);
    if (tag === CellTag.Number) return grid.number(row, column);
    return Number(/^\s*(\d{1,4})\s*[年月日]?\s*$/.exec(grid.text(row, column).normalize('NFKC'))?.[1] ?? 0);
  }
}

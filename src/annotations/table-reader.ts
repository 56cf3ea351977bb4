/** One row of a result sheet at a time, cell by cell under its column's key. What cannot be read becomes a problem. */
import type { CurrencyCode } from '../units/money';
import type { DaySerial, MinorUnits } from '../units/units';
import { parseDateText, settleDateOrder, type DateOrder, type DateParts } from '../ledger/date-text';
import { CellTag, type CellValue, type Grid } from '../ledger/grid';
import type { Annotations } from './annotations';
import { headingCode } from './keys';
import type { TablePlace } from './places';
import { amountIn, dayIn, textOf, type Words } from './written-cells';

export type Problem = Annotations['problems'][number];

export class TableReader {
  private rowIndex = 0;
  private readonly dateOrders = new Map<string, DateOrder>();

  constructor(
    private readonly grid: Grid,
    private readonly place: TablePlace,
    private readonly problems: Problem[],
  ) {}

  at(rowIndex: number): this {
    this.rowIndex = rowIndex;
    return this;
  }

  has(column: string): boolean {
    return this.place.columns.has(column);
  }

  value(column: string): CellValue {
    const columnIndex = this.place.columns.get(column);
    return columnIndex === undefined ? null : this.grid.value(this.rowIndex, columnIndex);
  }

  text(column: string): string {
    return textOf(this.value(column));
  }

  /** Empty → null; what cannot be read → a problem and undefined. */
  choice<T extends string>(column: string, words: Words<T>): T | null | undefined {
    return this.orProblem(column, words.meaningOf(this.value(column)), 'annotations.unknown-word');
  }

  /** As `choice`. A date without a year is the first such day after `since`. */
  day(column: string, since: DaySerial | null): DaySerial | null | undefined {
    return this.orProblem(column, dayIn(this.value(column), this.dateOrderOf(column), since), 'annotations.not-a-date');
  }

  /** As `choice`. The cell holds major units. */
  amount(column: string, currency: CurrencyCode): MinorUnits | null | undefined {
    return this.orProblem(column, amountIn(this.value(column), currency), 'annotations.not-an-amount');
  }

  /** Values of the columns that users added, by heading; empty cells are left out. */
  added(): Record<string, string | number | boolean> {
    // A heading may be called `__proto__`, which on a usual object would be lost.
    const values: Record<string, string | number | boolean> = Object.create(null);
    for (const { heading, columnIndex } of this.place.added) {
      const value = this.grid.value(this.rowIndex, columnIndex);
      if (value !== null && textOf(value) !== '') values[heading] = value;
    }
    return values;
  }

  problem(column: string, code: string, value: string): void {
    const row = this.grid.sheetRow(this.rowIndex);
    this.problems.push({ sheet: this.grid.sheet, row, message: { code, values: { sheet: this.grid.sheet, row, column: { term: headingCode(column) }, value } } });
  }

  private orProblem<T>(column: string, read: T | null | undefined, code: string): T | null | undefined {
    if (read === undefined) this.problem(column, code, this.text(column));
    return read;
  }

  /** Day before month or after: settled by all texts of the column together. */
  private dateOrderOf(column: string): DateOrder {
    let order = this.dateOrders.get(column);
    if (order === undefined) {
      order = settleDateOrder(this.dateTexts(column), 'dmy').order;
      this.dateOrders.set(column, order);
    }
    return order;
  }

  private dateTexts(column: string): DateParts[] {
    const columnIndex = this.place.columns.get(column);
    const parts: DateParts[] = [];
    for (let r = this.place.firstRowIndex; columnIndex !== undefined && r <= this.place.lastRowIndex; r++) {
      const read = this.grid.tag(r, columnIndex) === CellTag.Text ? parseDateText(this.grid.text(r, columnIndex)) : null;
      if (read) parts.push(read);
    }
    return parts;
  }
}

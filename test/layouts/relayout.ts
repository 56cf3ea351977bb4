/**
 * Prints trade as a workbook in a given layout, and keeps where each line was printed: what a reader makes of
 * the sheets can then be held against what was booked. A layout is data: headings, how a line fills a row, what
 * stands above, between and below.
 */
import type { Side } from '../../src/ledger/books';
import { Grid, TextPool, type CellValue, type GridFacts } from '../../src/ledger/grid';
import { calendarFromDay } from '../../src/units/day';
import type { Place } from './score';
import type { Source, SourceLine } from './source';
import { DATES, MONEY, NAMES, NUMBERINGS } from './styles';

export interface Party {
  readonly at: number;
  readonly code: string;
  readonly name: string;
  readonly rep: string;
}

/** A line beside what only its place in the ledger can tell. */
export interface PrintedLine extends Omit<SourceLine, 'customer'> {
  readonly party: Party;
  /** Debit less credit as its own side keeps its books: a customer's invoice is a credit. */
  readonly debitMinor: number | null;
  readonly creditMinor: number | null;
  /** What the customer owes after this line. */
  readonly balanceMinor: number;
  /** First line of its customer, first of its month. */
  readonly isFirst: boolean;
  readonly opensYear: boolean;
  readonly number: number;
}

export interface Totals {
  readonly debitMinor: number;
  readonly creditMinor: number;
  readonly balanceMinor: number;
}

export interface Style {
  readonly date: (day: number) => CellValue;
  readonly money: (minor: number) => CellValue;
}

export type Rows = readonly (readonly CellValue[])[];

/** One ledger layout. Rows are functions of the style, so that any layout can print any date or amount. */
export interface Layout {
  readonly arrangement: 'one sheet' | 'sheet per customer' | 'stacked' | 'sheet per month';
  readonly sheetName: (party: Party) => string;
  readonly header: Rows;
  readonly row: (line: PrintedLine, style: Style) => readonly CellValue[];
  /** Rows above the header; for a sheet of all customers, `party` is the first. */
  readonly titles?: (party: Party) => Rows;
  /** The opening line; as `row` where it is left out. */
  readonly opening?: (line: PrintedLine, style: Style) => readonly CellValue[];
  readonly above?: (party: Party, style: Style, totals: Totals) => Rows;
  readonly below?: (party: Party, style: Style, totals: Totals) => Rows;
  readonly afterMonth?: (month: Totals, year: Totals, style: Style, party: Party) => Rows;
  readonly atEnd?: Rows;
  /** Columns with real dates, for the facts that the host gives. */
  readonly dated?: readonly number[];
  /** What the layout prints by itself, whatever the style says. */
  readonly date?: keyof typeof DATES;
  readonly money?: keyof typeof MONEY;
  readonly numbering?: keyof typeof NUMBERINGS;
}

export interface Printing {
  readonly date?: keyof typeof DATES;
  readonly money?: keyof typeof MONEY;
  readonly name?: keyof typeof NAMES;
  /** Empty rows above and columns to the left. */
  readonly rowsBefore?: number;
  readonly columnsBefore?: number;
  /** The grid begins where the ledger does, as a used range does. */
  readonly offset?: boolean;
  readonly isRenamed?: boolean;
  readonly hidesRows?: boolean;
}

/** Sheets on their way to the reader. */
export class PrintedBook {
  readonly sheets = new Map<string, { readonly rows: CellValue[][]; readonly dated: Set<number>; firstRow: number; firstColumn: number; hidden: number[] }>();
  readonly places = new Map<number, Place>();

  sheet(name: string) {
    let sheet = this.sheets.get(name);
    if (!sheet) this.sheets.set(name, (sheet = { rows: [], dated: new Set(), firstRow: 0, firstColumn: 0, hidden: [] }));
    return sheet;
  }

  grids(order: 'printed' | 'reversed' = 'printed'): Grid[] {
    const texts = new TextPool();
    const grids = [...this.sheets].map(([name, sheet]) => {
      const facts: GridFacts = { datedColumns: [...sheet.dated], firstRowIndex: sheet.firstRow, firstColumnIndex: sheet.firstColumn, hiddenRows: sheet.hidden };
      const grid = new Grid(name, texts, facts);
      grid.appendRows(sheet.rows);
      return grid;
    });
    return order === 'reversed' ? grids.reverse() : grids;
  }
}

/** Prints one side. `sheetName` of the printing overrides the layout's, for sheets with names that say nothing. */
export function printLedger(book: PrintedBook, source: Source, side: Side, layout: Layout, printing: Printing = {}): void {
  const style: Style = { date: DATES[layout.date ?? printing.date ?? 'serial'], money: MONEY[layout.money ?? printing.money ?? 'number'] };
  const pages = new Pages(book, layout, printing);
  source.customers.forEach((customer, at) => {
    const party: Party = { ...customer, at, name: writtenName(source, customer.name, printing.name ?? 'same') };
    const lines = printedLines(source, side, party);
    if (layout.arrangement === 'sheet per month') {
      for (const line of lines) pages.month(line, style);
      return;
    }
    pages.begin(party);
    pages.add(layout.above?.(party, style, totalsOf(lines)) ?? []);
    printLines(pages, lines, layout, style, party);
    pages.add(layout.below?.(party, style, totalsOf(lines)) ?? []);
  });
  pages.close();
}

/** A short form that two customers share would name neither: such a name is written in full. */
function writtenName(source: Source, name: string, hand: keyof typeof NAMES): string {
  const written = NAMES[hand](name);
  return source.customers.filter((customer) => NAMES[hand](customer.name) === written).length > 1 ? name : written;
}

function printLines(pages: Pages, lines: readonly PrintedLine[], layout: Layout, style: Style, party: Party): void {
  const monthOf = (line: PrintedLine) => calendarFromDay(line.day).month;
  lines.forEach((line, i) => {
    pages.add([line.kind === 'opening' && layout.opening ? layout.opening(line, style) : layout.row(line, style)], [line]);
    const isLastOfMonth = i + 1 === lines.length || monthOf(lines[i + 1]) !== monthOf(line);
    if (!layout.afterMonth || !isLastOfMonth || line.kind === 'opening') return;
    const month = lines.filter((other) => other.kind !== 'opening' && monthOf(other) === monthOf(line));
    pages.add(layout.afterMonth(totalsOf(month), totalsOf(lines.slice(0, i + 1).filter(({ kind }) => kind !== 'opening')), style, party));
  });
}

function totalsOf(lines: readonly PrintedLine[]): Totals {
  const sum = (of: (line: PrintedLine) => number | null) => lines.reduce((total, line) => total + (of(line) ?? 0), 0);
  return { debitMinor: sum(({ debitMinor }) => debitMinor), creditMinor: sum(({ creditMinor }) => creditMinor), balanceMinor: lines.at(-1)?.balanceMinor ?? 0 };
}

/** Goods stay in their own column, in red where they come back; all else in the other. */
function printedLines(source: Source, side: Side, party: Party): PrintedLine[] {
  let balanceMinor = 0;
  let year = 0;
  return source.lines
    .filter((line) => line.side === side && line.customer === party.at)
    .map((line, i) => {
      balanceMinor += line.amountMinor;
      const increases = side === 'ours' ? line.amountMinor > 0 || line.kind === 'return' : line.amountMinor > 0;
      const opensYear = calendarFromDay(line.day).year !== year;
      year = calendarFromDay(line.day).year;
      const [grown, shrunk] = increases ? [line.amountMinor, null] : [null, -line.amountMinor];
      return { ...line, party, balanceMinor, isFirst: i === 0, opensYear, number: i + 1, debitMinor: side === 'ours' ? grown : shrunk, creditMinor: side === 'ours' ? shrunk : grown };
    });
}

class Pages {
  private current = '';
  private headed = new Set<string>();

  constructor(
    private readonly book: PrintedBook,
    private readonly layout: Layout,
    private readonly printing: Printing,
  ) {}

  begin(party: Party): void {
    this.current = this.nameOf(this.layout.sheetName(party));
    if (this.headed.has(this.current) && this.layout.arrangement !== 'stacked') return;
    if (!this.headed.has(this.current)) this.indent();
    else this.add([[], []]);
    this.headed.add(this.current);
    this.add(this.layout.titles?.(party) ?? []);
    this.add(this.layout.header);
  }

  /** A sheet per month holds all customers; its openings are what the last month closed with. */
  month(line: PrintedLine, style: Style): void {
    const { year, month } = calendarFromDay(line.day);
    this.current = this.nameOf(`${year}年${month}月`);
    if (!this.headed.has(this.current)) {
      this.headed.add(this.current);
      this.indent();
      this.add(this.layout.header);
    }
    this.add([this.layout.row(line, style)], [line]);
  }

  add(rows: Rows, lines: readonly PrintedLine[] = []): void {
    const sheet = this.book.sheet(this.current);
    const before = this.printing.offset ? 0 : (this.printing.columnsBefore ?? 0);
    rows.forEach((cells, i) => {
      sheet.rows.push([...new Array<null>(before).fill(null), ...cells]);
      if (lines[i]) this.book.places.set(lines[i].id, { sheet: this.current, row: sheet.rows.length + sheet.firstRow });
    });
    for (const column of this.layout.dated ?? []) if (typeof this.printing.date === 'undefined' || this.printing.date === 'serial') sheet.dated.add(column + before);
  }

  close(): void {
    this.add(this.layout.atEnd ?? []);
    if (this.printing.hidesRows) for (const name of this.headed) this.book.sheet(name).hidden.push(...this.book.sheet(name).rows.map((_, row) => row).filter((row) => row > 8 && row % 7 === 0));
  }

  private indent(): void {
    const sheet = this.book.sheet(this.current);
    if (sheet.rows.length > 0) return this.add([[], []]);
    if (!this.printing.offset) return this.add(Array.from({ length: this.printing.rowsBefore ?? 0 }, () => []));
    sheet.firstRow = this.printing.rowsBefore ?? 0;
    sheet.firstColumn = this.printing.columnsBefore ?? 0;
  }

  private nameOf(said: string): string {
    return this.printing.isRenamed ? `Sheet${[...this.book.sheets.keys(), said].indexOf(said) + 1}` : said;
  }
}

import type { SheetIssue, SheetReading, Side, Skipped } from './books';
import { UNREADABLE } from './cell-memos';
import { CellReader } from './cell-reader';
import { mainColumn, type ColumnMap } from './columns';
import { currencyOfWords } from './currencies';
import { directionOf } from './directions';
import { readingOf, type FoundTable } from './found-table';
import { CellTag } from './grid';
import type { LedgerBuilder } from './ledger-builder';
import { openingColumnsOf, type OpeningColumns } from './opening-columns';
import { toMinor, type CurrencyCode } from '../units/money';
import { NO_DAY, type DaySerial } from '../units/units';

/**
 * Openings on a sheet of their own, row by row: each becomes an entry behind those of the ledgers, in the way that
 * what the customer owes is positive on both sides. Which of them count is settled once all names are joined
 * (`settled-openings.ts`).
 */
export interface OpeningTable {
  readonly found: FoundTable;
  readonly opening: OpeningColumns;
}

export interface OpeningContext {
  readonly usual: CurrencyCode;
  readonly currencyNumber: (code: CurrencyCode) => number;
  readonly party: (side: Side, name: string, code: string, sheet: string) => number;
  readonly builders: Readonly<Record<Side, LedgerBuilder>>;
}

export interface OpeningRow {
  readonly row: number;
  readonly day: DaySerial;
  readonly party: number;
  /** Major units; positive is what the customer owes. */
  readonly amount: number;
  /** `null` where neither the row nor a title names one. */
  readonly currency: CurrencyCode | null;
}

/** One side's openings of one sheet: an entry for each row, in their order. */
export interface OpeningsRead {
  /** With the columns by which the openings were read. */
  readonly found: FoundTable;
  readonly side: Side;
  /** The day for which, or for a time from which, the title says that they stand. */
  readonly titleDay: DaySerial;
  readonly rows: readonly OpeningRow[];
  readonly skipped: readonly Skipped[];
  readonly issues: readonly SheetIssue[];
}

/** Lists of openings, and the tables that are something else, or something else too: without a ledger beside them there is nothing that they open. */
export function openingTables(tables: readonly FoundTable[]): { readonly openings: readonly OpeningTable[]; readonly others: readonly FoundTable[] } {
  const openings = tables.flatMap((found) => {
    const role = found.mapping?.role;
    const opening = found.half !== null || (role !== undefined && role !== 'our-ledger' && role !== 'customer-ledger') ? null : openingColumnsOf(found.table, found.mapping);
    return opening === null ? [] : [{ found, opening }];
  });
  const isOpening = new Set(openings.map(({ found }) => found));
  if (!tables.some((found) => found.family.family === 'ledger' && !isOpening.has(found))) return { openings: [], others: tables };
  // A list of customers may say what each opens with.
  return { openings, others: tables.filter((found) => !isOpening.has(found) || (found.family.family !== 'ledger' && found.family.family !== 'ignore')) };
}

export function readOpenings({ found, opening }: OpeningTable, context: OpeningContext): OpeningsRead[] {
  return opening.sides.map(({ side, amounts }) => {
    const columns = new Map([...opening.columns, ...amounts]);
    const reader = new CellReader(found.table, columns, found.language === 'en' ? 'mdy' : 'ymd', found.reader.memos);
    return new OpeningReader({ ...found, columns, reader }, side, opening, context).read();
  });
}

/** The column, as the user sees it, in which a side's openings stand. */
export function amountColumn({ table: { grid }, columns }: FoundTable): string {
  return grid.columnLetters((['balance', 'debit', 'credit'] as const).map((field) => mainColumn(columns, field)).find((column) => column >= 0) ?? 0);
}

export function readingOfOpenings({ found, side }: OpeningsRead, entryCount: number, skipped: readonly Skipped[]): SheetReading {
  return { ...readingOf(found, side === 'ours' ? 'our-ledger' : 'customer-ledger', 1, skipped), runnerUp: null, entryCount };
}

class OpeningReader {
  private readonly rows: OpeningRow[] = [];
  private readonly skipped: Skipped[] = [];
  private readonly issues: SheetIssue[] = [];
  private readonly columns: ColumnMap;
  private lastName = 0;
  private lastCode = 0;

  constructor(
    private readonly found: FoundTable,
    private readonly side: Side,
    private readonly opening: OpeningColumns,
    private readonly context: OpeningContext,
  ) {
    this.columns = found.columns;
  }

  read(): OpeningsRead {
    const { table } = this.found;
    for (let row = table.headerBottom + 1; row <= table.lastRow; row++) if (!table.headerRows.has(row)) this.readRow(row);
    const rows = this.isMirrored() ? this.rows.map((row) => ({ ...row, amount: -row.amount })) : this.rows;
    for (const row of rows) this.add(row);
    return { found: this.found, side: this.side, titleDay: this.opening.titleDay, rows, skipped: this.skipped, issues: this.issues };
  }

  /** A customer's list may print what it owes as it stands on its books: in the negative. */
  private isMirrored(): boolean {
    return this.side === 'theirs' && !this.columns.has('debit') && !this.columns.has('credit') && !this.columns.has('direction') && this.rows.reduce((sum, { amount }) => sum + Math.sign(amount), 0) < 0;
  }

  private readRow(row: number): void {
    const { grid } = this.found.table;
    const words = Array.from({ length: grid.columnCount }, (_, c) => (grid.tag(row, c) === CellTag.Text ? this.found.reader.memos.lineWord(grid.number(row, c)) : ''));
    const word = words.find((each) => each !== '' && each !== 'opening');
    if (word) return this.skip(row, `ledger.skip-${word === 'owing' ? 'closing' : word}`);
    const amount = this.amountOf(row);
    const [name, code] = [this.textOf('customer', row), this.textOf('customer-code', row)];
    if (name !== 0 || code !== 0) [this.lastName, this.lastCode] = [name, code];
    if (Number.isNaN(amount)) return name !== 0 || code !== 0 ? this.skip(row, 'ledger.skip-no-amount', grid.texts.at(name || code)) : this.skipNote(row);
    const day = this.found.reader.day(row, mainColumn(this.columns, 'date'));
    if (amount === UNREADABLE) return this.refuse(row, amountColumn(this.found), 'ledger.unreadable-amount', this.printed(row, ['balance', 'debit', 'credit']));
    if (day === UNREADABLE) return this.refuse(row, grid.columnLetters(mainColumn(this.columns, 'date')), 'ledger.unreadable-date', this.printed(row, ['date']));
    if (this.lastName === 0 && this.lastCode === 0) return this.skip(row, 'ledger.skip-bare-amount');
    const currency = this.textOf('currency', row) === 0 ? null : currencyOfWords(grid.texts.at(this.textOf('currency', row)), this.found.yenSign);
    this.rows.push({
      row, amount, day: day > NO_DAY ? day : this.opening.isDayOfTitle ? this.opening.titleDay : NO_DAY, currency: currency ?? this.found.titleCurrency,
      party: this.context.party(this.side, grid.texts.at(this.lastName), grid.texts.at(this.lastCode), grid.sheet),
    });
  }

  /** NaN where the row prints none. */
  private amountOf(row: number): number {
    const { reader, table } = this.found;
    const [balance, debit, credit] = (['balance', 'debit', 'credit'] as const).map((field) => reader.amount(row, mainColumn(this.columns, field)));
    const owes = this.side === 'ours' ? 1 : -1;
    const direction = mainColumn(this.columns, 'direction');
    if (this.columns.has('balance')) return balance === UNREADABLE || direction < 0 ? balance : balance * owes * (directionOf(table.grid.text(row, direction)) || owes) || 0;
    if (debit === UNREADABLE || credit === UNREADABLE) return UNREADABLE;
    return Number.isNaN(debit) && Number.isNaN(credit) ? Number.NaN : owes * ((debit || 0) - (credit || 0)) || 0;
  }

  private add({ row, day, party, amount, currency }: OpeningRow): void {
    const code = currency ?? this.context.usual;
    const dueDay = this.found.reader.day(row, mainColumn(this.columns, 'due-date'));
    this.context.builders[this.side].add({
      sheet: this.found.sheetNumber, row: this.found.table.grid.sheetRow(row), day, dueDay: Math.max(dueDay, NO_DAY), kind: 'opening', customer: party, amountMinor: toMinor(amount, code), currency: this.context.currencyNumber(code),
      document: this.textOf('document', row), memo: this.textOf('memo', row), productClass: this.textOf('product-class', row), rep: this.textOf('rep', row),
    });
  }

  private textOf(field: 'customer' | 'customer-code' | 'currency' | 'document' | 'memo' | 'product-class' | 'rep', row: number): number {
    return this.found.reader.text(row, mainColumn(this.columns, field));
  }

  private printed(row: number, fields: readonly ('balance' | 'debit' | 'credit' | 'date')[]): string {
    return fields.map((field) => mainColumn(this.columns, field)).map((column) => (column < 0 ? '' : this.found.table.grid.text(row, column))).find((text) => text !== '') ?? '';
  }

  private skip(row: number, code: string, text = ''): void {
    this.skipped.push({ row: this.found.table.grid.sheetRow(row), reason: { code, values: { text } } });
  }

  /** Nothing is said of a row that holds nothing. */
  private skipNote(row: number): void {
    const { grid } = this.found.table;
    const text = Array.from({ length: grid.columnCount }, (_, c) => grid.text(row, c).trim()).find((each) => each !== '');
    if (text !== undefined) this.skip(row, 'ledger.skip-note', text);
  }

  private refuse(row: number, column: string, code: string, text: string): void {
    const { grid } = this.found.table;
    this.issues.push({ severity: 'error', sheet: grid.sheet, row: grid.sheetRow(row), column, message: { code, values: { text } } });
  }
}

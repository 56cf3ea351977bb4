import { parseAmountText } from './amount-text';
import { currencyOfWords } from './currencies';
import { UNREADABLE } from './cell-memos';
import type { CellReader } from './cell-reader';
import { mainColumn, type ColumnMap } from './columns';
import { AmountSigns } from './amount-signs';
import { directionOf } from './directions';
import { TextMemo } from './fold';
import { CellTag, type Grid } from './grid';
import { PairTable } from './pair-table';
import { minorPerMajor, type CurrencyCode } from '../units/money';
import { NO_DAY, type DaySerial } from '../units/units';
import { openingAmountIn } from './vocabulary/lines';

/** What the cells of a ledger row say, by field; nothing here depends on the rows before. */
export interface LedgerColumns {
  readonly date: number; readonly dueDate: number; readonly paidDate: number; readonly kind: number; readonly document: number; readonly customer: number; readonly code: number; readonly productClass: number;
  readonly quantity: number; readonly unitPrice: number; readonly debit: number; readonly credit: number; readonly paid: number; readonly amount: number; readonly direction: number; readonly balance: number;
  readonly currency: number; readonly rep: number; readonly disputed: number; readonly clearing: number;
  readonly references: readonly number[]; readonly items: readonly number[]; readonly memos: readonly number[];
}

export interface CurrencyChoice {
  /** Where a row names none. */
  readonly usual: CurrencyCode;
  /** What a bare `￥` stands for. */
  readonly yenSign: CurrencyCode;
  readonly numberOf: (code: CurrencyCode) => number;
}

/** The columns that every row is asked about, each read as a whole; by row less the reader's first. */
interface ReadColumns {
  readonly date: Float64Array | null; readonly dueDate: Float64Array | null; readonly paidDate: Float64Array | null;
  readonly debit: Float64Array | null; readonly credit: Float64Array | null; readonly paid: Float64Array | null; readonly amount: Float64Array | null; readonly balance: Float64Array | null;
  readonly quantity: Float64Array | null; readonly unitPrice: Float64Array | null;
  readonly document: Int32Array | null; readonly customer: Int32Array | null; readonly code: Int32Array | null; readonly kind: Int32Array | null; readonly productClass: Int32Array | null;
  readonly rep: Int32Array | null; readonly clearing: Int32Array | null; readonly currency: Int32Array | null; readonly direction: Int32Array | null;
  readonly references: readonly Int32Array[]; readonly items: readonly Int32Array[]; readonly memos: readonly Int32Array[];
}

/** A currency as a row names it. */
export interface RowCurrency {
  readonly text: number;
  readonly number: number;
  readonly code: CurrencyCode;
  readonly minorPerMajor: number;
}

export class RowCells {
  readonly at: LedgerColumns;
  readonly read: ReadColumns;
  readonly amountSigns: AmountSigns;
  private readonly first: number;
  private readonly products: TextMemo<{ readonly productClass: number; readonly item: number }>;
  private readonly joined = new PairTable();
  private readonly currencies = new Map<number, RowCurrency>();
  private readonly namedCurrency = new Map<number, CurrencyCode | null>();
  private lastCurrency: RowCurrency | null = null;

  constructor(
    private readonly grid: Grid,
    private readonly reader: CellReader,
    columns: ColumnMap,
    private readonly currency: CurrencyChoice,
    private readonly balanceSign: 1 | -1,
  ) {
    this.at = columnsOf(columns);
    this.first = reader.firstRow;
    this.read = readColumns(this.at, columns, reader);
    this.amountSigns = new AmountSigns(this.read, (number) => grid.texts.at(number), this.first);
    this.products = new TextMemo((number) => grid.texts.at(number), (text) => this.splitProduct(text));
  }

  isBlank(row: number): boolean {
    if (this.dayOf(row) !== NO_DAY) return false;
    for (let c = 0; c < this.grid.columnCount; c++) {
      const tag = this.grid.tag(row, c);
      if (tag !== CellTag.Empty && !(tag === CellTag.Text && this.grid.texts.isBlank(this.grid.number(row, c)))) return false;
    }
    return true;
  }

  dayOf(row: number): DaySerial {
    return this.read.date === null || row < this.first ? NO_DAY : this.read.date[row - this.first];
  }

  dueDayOf(row: number): DaySerial {
    return this.read.dueDate === null || row < this.first ? NO_DAY : this.read.dueDate[row - this.first];
  }

  /** The day on which what a row credits came in, where a column of its own says so. */
  paidDayOf(row: number): DaySerial {
    return this.read.paidDate === null || row < this.first ? NO_DAY : this.read.paidDate[row - this.first];
  }

  /** The amount that a column prints in the row; NaN where it prints none, as above the header. */
  amountIn(column: Float64Array | null, row: number): number {
    return column === null || row < this.first ? Number.NaN : column[row - this.first];
  }

  /** Pool number of the text that a column prints in the row; 0 where it prints none, as above the header. */
  textIn(column: Int32Array | null, row: number): number {
    return column === null || row < this.first ? 0 : column[row - this.first];
  }

  /** What the row adds, printed as a debit or as a positive amount; NaN where it prints none. */
  debitOf(row: number): number {
    const { at, read } = this;
    if (read.debit !== null) return this.amountIn(read.debit, row);
    const amount = this.amountIn(read.amount, row);
    return at.credit < 0 && at.paid < 0 && this.amountSigns.takesOff(row) ? -amount : amount;
  }

  creditOf(row: number): number {
    const credit = this.amountIn(this.read.credit, row);
    const paid = this.amountIn(this.read.paid, row);
    return Number.isNaN(credit) ? paid : Number.isNaN(paid) ? credit : credit + paid;
  }

  netAmount(row: number): number {
    const debit = this.debitOf(row);
    const credit = this.creditOf(row);
    if (debit === UNREADABLE || credit === UNREADABLE) return UNREADABLE;
    return Number.isNaN(debit) ? -credit : Number.isNaN(credit) ? debit : debit - credit;
  }

  /** The printed balance, debit positive; a direction beside it says on which side it stands. */
  balanceOf(row: number): number {
    const { at } = this;
    const balance = this.amountIn(this.read.balance, row);
    if (balance === UNREADABLE) return Number.NaN;
    if (at.direction >= 0 && at.debit >= 0) return this.printedDirection(row) < 0 ? -balance : balance;
    return balance * this.balanceSign;
  }

  /** An opening balance that stands in the line's own words or, above the header, in any cell beside them; NaN where none does. */
  openingInWords(row: number): number {
    for (let c = 0; c < this.grid.columnCount; c++) {
      const printed = openingAmountIn(this.grid.text(row, c));
      const amount = printed === null ? null : parseAmountText(printed);
      if (amount !== null) return amount * this.balanceSign;
    }
    const numbers = Array.from({ length: this.grid.columnCount }, (_, c) => this.reader.amount(row, c)).filter(Number.isFinite);
    return numbers.length === 1 ? numbers[0] * this.balanceSign : Number.NaN;
  }

  hasAmounts(row: number): boolean {
    return !Number.isNaN(this.debitOf(row)) || !Number.isNaN(this.creditOf(row));
  }

  private printedDirection(row: number): number {
    return directionOf(this.grid.texts.at(this.textIn(this.read.direction, row)));
  }

  currencyOf(row: number): RowCurrency {
    const text = this.textIn(this.read.currency, row);
    if (this.lastCurrency !== null && this.lastCurrency.text === text) return this.lastCurrency;
    let currency = this.currencies.get(text);
    if (currency === undefined) {
      const code = (this.namesCurrency(row) ? this.namedCurrency.get(text) : null) ?? this.currency.usual;
      currency = { text, code, number: this.currency.numberOf(code), minorPerMajor: minorPerMajor(code) };
      this.currencies.set(text, currency);
    }
    return (this.lastCurrency = currency);
  }

  /** False where the row's cell of the currency column is blank or names none that is known. */
  namesCurrency(row: number): boolean {
    const text = this.textIn(this.read.currency, row);
    if (text !== 0 && !this.namedCurrency.has(text)) this.namedCurrency.set(text, currencyOfWords(this.grid.texts.at(text), this.currency.yenSign));
    return text !== 0 && this.namedCurrency.get(text) !== null;
  }

  /** Whether the rows asked about so far name any currency but the usual one. */
  get namesOtherCurrency(): boolean {
    return [...this.namedCurrency.values()].some((code) => code !== null && code !== this.currency.usual);
  }

  /** Class and item that an item's text names, where no column of its own prints the class. */
  productIn(item: number): { readonly productClass: number; readonly item: number } {
    return this.products.get(item);
  }

  /** `TV:TV-65Q`: class and item in one cell, as QuickBooks prints them. */
  private splitProduct(text: string): { readonly productClass: number; readonly item: number } {
    const parts = /^([^:：]+)[:：](.+)$/.exec(text);
    const intern = (part: string) => this.grid.texts.intern(part.trim());
    return parts ? { productClass: intern(parts[1]), item: intern(parts[2]) } : { productClass: 0, item: intern(text) };
  }

  /** The texts of several columns as one, joined by a space; each pair is joined once. 0 above the header. */
  joinTexts(columns: readonly Int32Array[], row: number): number {
    let text = 0;
    for (let c = 0; c < columns.length && row >= this.first; c++) {
      const next = columns[c][row - this.first];
      if (next === 0 || next === text) continue;
      text = this.beside(text, next);
    }
    return text;
  }

  /** Two texts as one, parted by a space; 0 is none. */
  beside(text: number, next: number): number {
    return text === 0 ? next : this.joinPair(text, next);
  }

  private joinPair(text: number, next: number): number {
    let joined = this.joined.get(text, next);
    if (joined < 0) {
      joined = this.grid.texts.intern(`${this.grid.texts.at(text)} ${this.grid.texts.at(next)}`);
      this.joined.set(text, next, joined);
    }
    return joined;
  }

  isDisputed(row: number): boolean {
    if (this.at.disputed < 0) return false;
    const value = this.grid.value(row, this.at.disputed);
    return value === true || value === 1 || (typeof value === 'string' && /^(y|yes|true|是|有|有争议|有爭議|√|✓|x|disputed|1)$/i.test(value.trim()));
  }

  textsOf(row: number): string[] {
    const texts: string[] = [];
    for (let c = 0; c < this.grid.columnCount; c++) {
      const text = this.grid.text(row, c).trim();
      if (text !== '' && this.reader.amount(row, c) === UNREADABLE) texts.push(text);
    }
    return texts;
  }

  /** What every filled cell prints, amounts and numbers too. */
  printedOf(row: number): string[] {
    return Array.from({ length: this.grid.columnCount }, (_, c) => this.printed(row, c).trim()).filter(Boolean);
  }

  firstText(row: number): string {
    for (let c = 0; c < this.grid.columnCount; c++) if (this.grid.text(row, c).trim() !== '') return this.grid.text(row, c).trim();
    return '';
  }

  printed(row: number, column: number): string {
    return column < 0 ? '' : String(this.grid.value(row, column) ?? '');
  }
}

function readColumns(at: LedgerColumns, columns: ColumnMap, reader: CellReader): ReadColumns {
  const [amounts, texts] = [(column: number) => reader.amounts(column), (column: number) => reader.texts(column)];
  const several = (columns: readonly number[]) => columns.map(texts).filter((column) => column !== null);
  return {
    date: reader.days(at.date), dueDate: reader.days(at.dueDate), paidDate: reader.days(at.paidDate), debit: summed(columns.get('debit'), reader), credit: summed(columns.get('credit'), reader), paid: amounts(at.paid), amount: columns.has('amount') ? summed(columns.get('amount'), reader) : amounts(at.amount), balance: amounts(at.balance),
    quantity: amounts(at.quantity), unitPrice: amounts(at.unitPrice), document: texts(at.document), customer: texts(at.customer), code: texts(at.code), kind: texts(at.kind), productClass: texts(at.productClass),
    rep: texts(at.rep), clearing: texts(at.clearing), currency: texts(at.currency), direction: texts(at.direction), references: several(at.references), items: several(at.items), memos: several(at.memos),
  };
}

/** What several columns print in a row, added up: `收款` and `冲销` both take off. NaN where none prints anything. */
function summed(columns: readonly number[] | undefined, reader: CellReader): Float64Array | null {
  const [first = null, ...others] = (columns ?? []).map((column) => reader.amounts(column));
  for (const other of others) other?.forEach((amount, i) => first !== null && !Number.isNaN(amount) && (first[i] = (first[i] || 0) + amount));
  return first;
}

function columnsOf(columns: ColumnMap): LedgerColumns {
  const at = (field: Parameters<typeof mainColumn>[1]) => mainColumn(columns, field);
  const debit = at('debit');
  const amount = at('amount') >= 0 ? at('amount') : at('open');
  return {
    date: at('date'), dueDate: at('due-date'), paidDate: at('paid-date'), kind: at('kind'), document: at('document'), customer: at('customer'), code: at('customer-code'), productClass: at('product-class'),
    quantity: at('quantity'), unitPrice: at('unit-price'), debit, credit: at('credit'), paid: at('paid'), amount, direction: at('direction'), balance: at('balance'), currency: at('currency'), rep: at('rep'), disputed: at('disputed'),
    clearing: at('clearing'), references: columns.get('reference') ?? [], items: columns.get('item') ?? [], memos: columns.get('memo') ?? [],
  };
}

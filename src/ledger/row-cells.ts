import { parseAmountText } from './amount-text';
import { currencyOfWords } from './currencies';
import { UNREADABLE } from './cell-memos';
import type { CellReader } from './cell-reader';
import { mainColumn, type ColumnMap } from './columns';
import { TextMemo } from './fold';
import { CellTag, type Grid } from './grid';
import { openingAmountIn } from './vocabulary/lines';
import type { CurrencyCode } from '../units/money';

/** What the cells of a ledger row say, by field; nothing here depends on the rows before. */
export interface LedgerColumns {
  readonly date: number; readonly dueDate: number; readonly kind: number; readonly document: number; readonly customer: number; readonly code: number; readonly productClass: number;
  readonly quantity: number; readonly unitPrice: number; readonly debit: number; readonly credit: number; readonly paid: number; readonly amount: number; readonly direction: number; readonly balance: number;
  readonly currency: number; readonly rep: number; readonly disputed: number; readonly clearing: number;
  readonly references: readonly number[]; readonly items: readonly number[]; readonly memos: readonly number[];
}

export interface CurrencyChoice {
  /** Where a row names none. */
  readonly usual: CurrencyCode;
  readonly numberOf: (code: CurrencyCode) => number;
}

export class RowCells {
  readonly at: LedgerColumns;
  private readonly products: TextMemo<{ readonly productClass: number; readonly item: number }>;
  private readonly joined = new Map<number, number>();
  private readonly currencyCodes: CurrencyCode[] = [];
  private readonly currencyByText = new Map<number, number>();
  private readonly namedCurrency = new Map<number, CurrencyCode | null>();

  constructor(
    private readonly grid: Grid,
    private readonly reader: CellReader,
    columns: ColumnMap,
    private readonly currency: CurrencyChoice,
    private readonly balanceSign: 1 | -1,
  ) {
    this.at = columnsOf(columns);
    this.products = new TextMemo((number) => grid.texts.at(number), (text) => this.splitProduct(text));
  }

  isBlank(row: number): boolean {
    for (let c = 0; c < this.grid.columnCount; c++) {
      const tag = this.grid.tag(row, c);
      if (tag !== CellTag.Empty && !(tag === CellTag.Text && this.grid.text(row, c).trim() === '')) return false;
    }
    return true;
  }

  /** What the row adds, printed as a debit or as a positive amount; NaN where it prints none. */
  debitOf(row: number): number {
    const { at, reader } = this;
    if (at.debit >= 0) return reader.amount(row, at.debit);
    const amount = reader.amount(row, at.amount);
    return at.credit < 0 && at.paid < 0 && at.direction >= 0 && directionOf(this.grid.texts.at(reader.text(row, at.direction))) < 0 ? -amount : amount;
  }

  creditOf(row: number): number {
    const { at, reader } = this;
    const credit = reader.amount(row, at.credit);
    const paid = reader.amount(row, at.paid);
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
    const { at, reader } = this;
    const balance = reader.amount(row, at.balance);
    if (balance === UNREADABLE) return Number.NaN;
    if (at.direction >= 0 && at.debit >= 0) return directionOf(this.grid.texts.at(reader.text(row, at.direction))) < 0 ? -balance : balance;
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

  currencyOf(row: number): number {
    const text = this.at.currency >= 0 ? this.reader.text(row, this.at.currency) : 0;
    let number = this.currencyByText.get(text);
    if (number === undefined) {
      const code = (this.namesCurrency(row) ? this.namedCurrency.get(text) : null) ?? this.currency.usual;
      number = this.currency.numberOf(code);
      this.currencyCodes[number] = code;
      this.currencyByText.set(text, number);
    }
    return number;
  }

  /** False where the row's cell of the currency column is blank or names none that is known. */
  namesCurrency(row: number): boolean {
    const text = this.reader.text(row, this.at.currency);
    if (text !== 0 && !this.namedCurrency.has(text)) this.namedCurrency.set(text, currencyOfWords(this.grid.texts.at(text)));
    return text !== 0 && this.namedCurrency.get(text) !== null;
  }

  /** Whether the rows asked about so far name any currency but the usual one. */
  get namesOtherCurrency(): boolean {
    return [...this.namedCurrency.values()].some((code) => code !== null && code !== this.currency.usual);
  }

  productOf(row: number): { readonly productClass: number; readonly item: number } {
    const printedClass = this.reader.text(row, this.at.productClass);
    const item = this.joinTexts(row, this.at.items);
    if (printedClass !== 0 || item === 0) return { productClass: printedClass, item };
    return this.products.get(item);
  }

  /** `TV:TV-65Q`: class and item in one cell, as QuickBooks prints them. */
  private splitProduct(text: string): { readonly productClass: number; readonly item: number } {
    const parts = /^([^:：]+)[:：](.+)$/.exec(text);
    const intern = (part: string) => this.grid.texts.intern(part.trim());
    return parts ? { productClass: intern(parts[1]), item: intern(parts[2]) } : { productClass: 0, item: intern(text) };
  }

  /** The texts of several columns as one, joined by a space; each pair is joined once. */
  joinTexts(row: number, columns: readonly number[]): number {
    let text = 0;
    for (const column of columns) {
      const next = this.reader.text(row, column);
      if (next === 0 || next === text) continue;
      if (text === 0) {
        text = next;
        continue;
      }
      const key = text * 2 ** 26 + next;
      let joined = this.joined.get(key);
      if (joined === undefined) {
        joined = this.grid.texts.intern(`${this.grid.texts.at(text)} ${this.grid.texts.at(next)}`);
        this.joined.set(key, joined);
      }
      text = joined;
    }
    return text;
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

  firstText(row: number): string {
    for (let c = 0; c < this.grid.columnCount; c++) if (this.grid.text(row, c).trim() !== '') return this.grid.text(row, c).trim();
    return '';
  }

  printed(row: number, column: number): string {
    return column < 0 ? '' : String(this.grid.value(row, column) ?? '');
  }

  /** The code behind a number that `currencyOf` gave. */
  codeOf(currency: number): CurrencyCode {
    return this.currencyCodes[currency];
  }
}

function columnsOf(columns: ColumnMap): LedgerColumns {
  const at = (field: Parameters<typeof mainColumn>[1]) => mainColumn(columns, field);
  const debit = at('debit');
  const amount = at('amount') >= 0 ? at('amount') : at('open');
  return {
    date: at('date'), dueDate: at('due-date'), kind: at('kind'), document: at('document'), customer: at('customer'), code: at('customer-code'), productClass: at('product-class'),
    quantity: at('quantity'), unitPrice: at('unit-price'), debit, credit: at('credit'), paid: at('paid'), amount, direction: at('direction'), balance: at('balance'), currency: at('currency'), rep: at('rep'), disputed: at('disputed'),
    clearing: at('clearing'), references: columns.get('reference') ?? [], items: columns.get('item') ?? [], memos: columns.get('memo') ?? [],
  };
}

/** +1 for a debit, −1 for a credit, 0 where the balance is nil or nothing is said. */
export function directionOf(text: string): number {
  if (/^(借|dr?|debit|s|soll|\+)/i.test(text)) return 1;
  return /^(贷|貸|cr?|credit|h|haben|-)/i.test(text) ? -1 : 0;
}

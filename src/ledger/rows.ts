import { LineSums, type Accounts } from './accounts';
import type { EntryKind, SheetIssue, Skipped } from './books';
import { mainColumn, type ColumnMap } from './columns';
import { TextMemo } from './fold';
import { CellTag, type Grid } from './grid';
import { CellReader, SplitDate, UNREADABLE } from './ledger-columns';
import type { LedgerBuilder } from './ledger-builder';
import type { Table } from './tables';
import { labelledCustomer, labelledSupplier, lineWordOf, mayBeName, type LineWord } from './vocabulary/lines';
import { isSheetTitle } from './vocabulary/sheets';
import { currencyOfWords } from './currencies';
import { toMinor, type CurrencyCode } from '../units/money';
import { NO_DAY, type DaySerial } from '../units/units';
import type { Message } from '../texts';

/**
 * The rows of one ledger table, one after another: each becomes an entry (or two, where invoice and payment
 * share a row), or is listed as skipped with its reason, or names the customer of the rows below it.
 * Amounts are taken as printed, debit less credit; whose debit it is, is settled by `sides.ts`.
 */
export interface RowContext {
  readonly table: Table;
  readonly columns: ColumnMap;
  readonly reader: CellReader;
  readonly sheetNumber: number;
  readonly builder: LedgerBuilder;
  readonly currency: CurrencyCode;
  readonly currencyNumber: (code: CurrencyCode) => number;
  /** Registers a customer as printed; the number stands in the entries until all names are joined. */
  readonly party: (name: string, code: string) => number;
  readonly accounts: Accounts;
  /** The party of a sheet that names it outside its rows; −1 where only the rows can tell. Asked only where needed. */
  readonly sheetParty: () => number;
  /** Whether a rising balance means more debit (1) or more credit (−1). */
  readonly balanceSign: 1 | -1;
}

export interface RowsRead {
  readonly entryCount: number;
  readonly skipped: Skipped[];
  readonly issues: SheetIssue[];
  /** Per entry: the balance printed on its row, debit positive; NaN where none stands or a second entry shares the row. */
  readonly balances: number[];
  /** First line that names nobody; such lines belong to `onlyParty` where the table names one party and no other. */
  readonly firstUnnamedRow: number | null;
  readonly onlyParty: number;
  readonly namedPartyCount: number;
}

interface Columns {
  readonly date: number; readonly dueDate: number; readonly kind: number; readonly document: number; readonly customer: number; readonly code: number; readonly productClass: number;
  readonly quantity: number; readonly unitPrice: number; readonly debit: number; readonly credit: number; readonly paid: number; readonly amount: number; readonly direction: number; readonly balance: number;
  readonly currency: number; readonly rep: number; readonly disputed: number; readonly clearing: number;
  readonly references: readonly number[]; readonly items: readonly number[]; readonly memos: readonly number[];
}

export function readRows(context: RowContext): RowsRead {
  const rows = new RowReader(context);
  const { table } = context;
  for (let row = table.headerBottom + 1; row <= table.lastRow; row++) {
    if (table.headerRows.has(row)) rows.skip(row, 'ledger.skip-header');
    else rows.read(row);
  }
  return rows.result();
}

class RowReader {
  private readonly grid: Grid;
  private readonly reader: CellReader;
  private readonly at: Columns;
  private readonly split: SplitDate | null;
  private readonly skipped: Skipped[] = [];
  private readonly issues: SheetIssue[] = [];
  private readonly balances: number[] = [];
  private readonly lineWords: TextMemo<LineWord | ''>;
  private readonly products: TextMemo<{ readonly productClass: number; readonly item: number }>;
  private readonly joined = new Map<number, number>();
  private readonly partyByCells = new Map<number, number>();
  private readonly sums = new LineSums();
  private day: DaySerial = NO_DAY;
  /** The party named above the rows at hand; `null` while none has been. */
  private blockParty: number | null = null;
  private lastCustomer = 0;
  private lastCode = 0;
  private entryCount = 0;
  /** Whether the row before was an entry: a text alone right below one is a note, not a name. */
  private followsEntry = false;
  private firstUnnamedRow: number | null = null;
  private readonly partiesNamed = new Set<number>();

  constructor(private readonly context: RowContext) {
    const { table, columns } = context;
    this.grid = table.grid;
    this.reader = context.reader;
    this.at = columnsOf(columns);
    const textAt = (number: number) => this.grid.texts.at(number);
    this.lineWords = new TextMemo(textAt, (text) => lineWordOf(text) ?? '');
    this.products = new TextMemo(textAt, (text) => this.splitProduct(text));
    const [year, month, day] = (['year', 'month', 'day'] as const).map((field) => mainColumn(columns, field));
    this.split = this.at.date < 0 && month >= 0 && day >= 0 ? new SplitDate(this.grid, { year, month, day }, table.headings) : null;
  }

  result(): RowsRead {
    return { entryCount: this.entryCount, skipped: this.skipped, issues: this.issues, balances: this.balances, firstUnnamedRow: this.firstUnnamedRow, onlyParty: this.partiesNamed.size === 1 ? [...this.partiesNamed][0] : -1, namedPartyCount: this.partiesNamed.size };
  }

  skip(row: number, code: string, values: Message['values'] = {}): void {
    this.skipped.push({ row: this.grid.sheetRow(row), reason: { code, values } });
  }

  read(row: number): void {
    if (this.isBlank(row)) {
      this.followsEntry = false;
      return;
    }
    const entriesBefore = this.entryCount;
    this.readFilled(row);
    this.followsEntry = this.entryCount > entriesBefore;
  }

  private readFilled(row: number): void {
    const printedDay = this.split ? this.split.day(row) : this.reader.day(row, this.at.date);
    const document = this.reader.text(row, this.at.document);
    const word = this.lineWordOf(row, printedDay > NO_DAY, document);
    if (word === 'opening') this.readOpening(row, printedDay);
    else if (word !== '') {
      this.skip(row, `ledger.skip-${word}`);
      if (word === 'subtotal') this.sums.startSection();
    }
    else if (printedDay <= NO_DAY && this.readsAsName(row, document)) return;
    else this.readEntry(row, printedDay, document);
  }

  private isBlank(row: number): boolean {
    for (let c = 0; c < this.grid.columnCount; c++) {
      const tag = this.grid.tag(row, c);
      if (tag !== CellTag.Empty && !(tag === CellTag.Text && this.grid.text(row, c).trim() === '')) return false;
    }
    return true;
  }

  /** A row with a day and a document number is an entry, whatever its memo says; only its kind may make it an opening. */
  private lineWordOf(row: number, dated: boolean, document: number): LineWord | '' {
    const kind = this.grid.tag(row, Math.max(this.at.kind, 0)) === CellTag.Text && this.at.kind >= 0 ? this.lineWords.get(this.grid.number(row, this.at.kind)) : '';
    if (dated && document !== 0) return kind === 'opening' ? kind : '';
    if (kind !== '') return kind;
    for (let c = 0; c < this.grid.columnCount; c++) {
      if (this.grid.tag(row, c) !== CellTag.Text || (c === this.at.customer && dated)) continue;
      const word = this.lineWords.get(this.grid.number(row, c));
      if (word !== '' && (word !== 'signature' || !dated)) return word;
    }
    return '';
  }

  private readOpening(row: number, printedDay: DaySerial): void {
    const party = this.partyOf(row);
    const currency = this.currencyOf(row);
    const moved = this.netAmount(row);
    const balance = this.balanceOf(row);
    const amount = moved !== 0 && !Number.isNaN(moved) ? moved : balance;
    if (amount === UNREADABLE) return this.refuseAmount(row, this.at.balance);
    if (this.context.accounts.isCarriedForward(party, currency, Number.isNaN(balance) ? amount : balance)) return this.skip(row, 'ledger.skip-carried-forward');
    this.context.accounts.add(party, currency, amount || 0);
    if (Number.isNaN(amount) || amount === 0) return this.skip(row, 'ledger.skip-zero');
    this.add(row, printedDay > NO_DAY ? printedDay : NO_DAY, 0, amount, 'opening', party, currency, Number.isNaN(balance) ? amount : balance);
  }

  private readEntry(row: number, printedDay: DaySerial, document: number): void {
    const debit = this.debitOf(row);
    const credit = this.creditOf(row);
    const isDated = printedDay > NO_DAY;
    if (Number.isNaN(debit) && Number.isNaN(credit)) return this.skip(row, isDated || document !== 0 ? 'ledger.skip-no-amount' : 'ledger.skip-note', { text: this.firstText(row) });
    if (debit === UNREADABLE || credit === UNREADABLE) {
      if (!isDated && document === 0) this.skip(row, 'ledger.skip-note', { text: this.firstText(row) });
      else this.refuseAmount(row, debit === UNREADABLE ? (this.at.debit >= 0 ? this.at.debit : this.at.amount) : this.at.credit);
      return;
    }
    if (!isDated && document === 0 && this.printsBareAmount(row)) return this.skipBareAmount(row, debit, credit);
    const day = this.settleDay(row, printedDay);
    if (day === null) return;
    const party = this.partyOf(row);
    const currency = this.currencyOf(row);
    const balance = this.balanceOf(row);
    const hasDebit = debit !== 0 && !Number.isNaN(debit);
    const hasCredit = credit !== 0 && !Number.isNaN(credit);
    if (!hasDebit && !hasCredit) return this.skip(row, 'ledger.skip-zero');
    const inTwoColumns = this.at.debit >= 0 || this.at.credit >= 0 || this.at.paid >= 0;
    if (hasDebit) this.add(row, day, document, debit, debit < 0 && inTwoColumns ? 'return' : 'adjustment', party, currency, hasCredit ? Number.NaN : balance);
    if (hasCredit) this.add(row, day, document, -credit, hasDebit ? 'payment' : credit < 0 ? 'return' : 'adjustment', party, currency, balance);
    this.context.accounts.add(party, currency, (debit || 0) - (credit || 0));
    this.sums.add(debit, credit);
  }

  /** Amounts beside neither day, number, words nor quantity: a total that somebody typed. */
  private printsBareAmount(row: number): boolean {
    const { at, reader } = this;
    return [at.kind, at.date, at.quantity, ...at.items, ...at.memos, ...at.references].every((column) => column < 0 || this.grid.tag(row, column) === CellTag.Empty || reader.text(row, column) === 0);
  }

  private skipBareAmount(row: number, debit: number, credit: number): void {
    if (!this.sums.isTotal(debit, credit)) this.issues.push({ severity: 'warning', sheet: this.grid.sheet, row: this.grid.sheetRow(row), column: '', message: { code: 'ledger.bare-amount' } });
    this.skip(row, 'ledger.skip-bare-amount');
  }

  /** The row's day; a blank one (a merged cell, a list that prints each date once) is that of the row above. */
  private settleDay(row: number, printedDay: DaySerial): DaySerial | null {
    if (printedDay === UNREADABLE || (printedDay === NO_DAY && this.day === NO_DAY && (this.at.date >= 0 || this.split))) {
      this.issues.push({ severity: 'error', sheet: this.grid.sheet, row: this.grid.sheetRow(row), column: this.at.date >= 0 ? this.grid.columnLetters(this.at.date) : '', message: { code: 'ledger.unreadable-date', values: { text: this.printed(row, this.at.date) } } });
      return null;
    }
    if (printedDay !== NO_DAY) this.day = printedDay;
    return this.day;
  }

  private refuseAmount(row: number, column: number): void {
    this.issues.push({ severity: 'error', sheet: this.grid.sheet, row: this.grid.sheetRow(row), column: column >= 0 ? this.grid.columnLetters(column) : '', message: { code: 'ledger.unreadable-amount', values: { text: this.printed(row, column) } } });
  }

  private printed(row: number, column: number): string {
    return column < 0 ? '' : String(this.grid.value(row, column) ?? '');
  }

  private firstText(row: number): string {
    for (let c = 0; c < this.grid.columnCount; c++) if (this.grid.text(row, c).trim() !== '') return this.grid.text(row, c).trim();
    return '';
  }

  private add(row: number, day: DaySerial, document: number, amount: number, kind: EntryKind, party: number, currency: number, balance: number): void {
    const { at, reader } = this;
    const dueDay = reader.day(row, at.dueDate);
    const product = this.productOf(row);
    this.context.builder.add({
      sheet: this.context.sheetNumber, row: this.grid.sheetRow(row), day, dueDay: dueDay === UNREADABLE ? NO_DAY : dueDay, kind, customer: party, currency,
      amountMinor: toMinor(amount, this.currencyCodes[currency] ?? this.context.currency), document, references: this.joinTexts(row, at.references), memo: this.joinTexts(row, at.memos),
      kindText: reader.text(row, at.kind), productClass: product.productClass, item: product.item, rep: reader.text(row, at.rep), quantity: finite(reader.amount(row, at.quantity)),
      unitPrice: finite(reader.amount(row, at.unitPrice)), disputed: this.isDisputed(row), clearing: reader.text(row, at.clearing),
    });
    this.balances.push(balance);
    this.entryCount++;
    if (party < 0) this.firstUnnamedRow ??= this.grid.sheetRow(row);
    else this.partiesNamed.add(party);
  }

  // ---- amounts -------------------------------------------------------------------------------------

  /** What the row adds, printed as a debit or as a positive amount; NaN where it prints none. */
  private debitOf(row: number): number {
    const { at, reader } = this;
    if (at.debit >= 0) return reader.amount(row, at.debit);
    const amount = reader.amount(row, at.amount);
    return at.credit < 0 && at.paid < 0 && at.direction >= 0 && directionOf(this.grid.texts.at(reader.text(row, at.direction))) < 0 ? -amount : amount;
  }

  private creditOf(row: number): number {
    const { at, reader } = this;
    const credit = reader.amount(row, at.credit);
    const paid = reader.amount(row, at.paid);
    return Number.isNaN(credit) ? paid : Number.isNaN(paid) ? credit : credit + paid;
  }

  private netAmount(row: number): number {
    const debit = this.debitOf(row);
    const credit = this.creditOf(row);
    if (debit === UNREADABLE || credit === UNREADABLE) return UNREADABLE;
    return Number.isNaN(debit) ? -credit : Number.isNaN(credit) ? debit : debit - credit;
  }

  /** The printed balance, debit positive; a direction beside it says on which side it stands. */
  private balanceOf(row: number): number {
    const { at, reader } = this;
    const balance = reader.amount(row, at.balance);
    if (balance === UNREADABLE) return Number.NaN;
    if (at.direction >= 0 && at.debit >= 0) return directionOf(this.grid.texts.at(reader.text(row, at.direction))) < 0 ? -balance : balance;
    return balance * this.context.balanceSign;
  }

  // ---- whose, in what, of what ---------------------------------------------------------------------

  private partyOf(row: number): number {
    const { at, reader } = this;
    if (at.customer < 0 && at.code < 0) return this.currentParty();
    const customer = reader.text(row, at.customer);
    const code = reader.text(row, at.code);
    if (customer !== 0 || code !== 0) {
      this.lastCustomer = customer;
      this.lastCode = code;
    }
    const key = this.lastCustomer * 2 ** 26 + this.lastCode;
    let party = this.partyByCells.get(key);
    if (party === undefined) {
      party = key === 0 ? this.currentParty() : this.context.party(this.grid.texts.at(this.lastCustomer), this.grid.texts.at(this.lastCode));
      this.partyByCells.set(key, party);
    }
    return party;
  }

  private currentParty(): number {
    this.blockParty ??= this.context.sheetParty();
    return this.blockParty;
  }

  /** A line that names the customer of the lines below it; true where the row is such a line or a note. */
  private readsAsName(row: number, document: number): boolean {
    const texts = this.textsOf(row);
    for (const text of texts) {
      const labelled = labelledCustomer(text);
      if (labelled !== null) return this.startBlock(row, labelled);
      if (labelledSupplier(text) !== null) return this.skipNote(row, text);
    }
    if (document !== 0 || this.at.customer >= 0 || texts.length !== 1 || !this.standsLikeName(row)) return false;
    if (isSheetTitle(texts[0]) || !mayBeName(texts[0]) || (this.followsEntry && !this.hasAmounts(row)) || !this.entriesFollow(row)) return this.hasAmounts(row) ? false : this.skipNote(row, texts[0]);
    return this.startBlock(row, texts[0]);
  }

  private startBlock(row: number, name: string): boolean {
    this.blockParty = this.context.party(name, '');
    this.day = NO_DAY;
    this.skip(row, 'ledger.skip-customer-name', { name });
    return true;
  }

  private skipNote(row: number, text: string): boolean {
    this.skip(row, 'ledger.skip-note', { text });
    return true;
  }

  /** A name stands at the left: in the first filled column, no farther right than the date. */
  private standsLikeName(row: number): boolean {
    const limit = Math.max(0, this.at.date >= 0 ? this.at.date : mainColumn(this.context.columns, 'month'));
    for (let c = 0; c <= limit; c++) if (this.grid.tag(row, c) === CellTag.Text) return true;
    return !this.hasAmounts(row);
  }

  private hasAmounts(row: number): boolean {
    return !Number.isNaN(this.debitOf(row)) || !Number.isNaN(this.creditOf(row));
  }

  /** Whether the next filled row is a line of a ledger, an opening, or another name (a group within a group). */
  private entriesFollow(row: number): boolean {
    for (let next = row + 1; next <= this.context.table.lastRow; next++) {
      if (this.isBlank(next) || this.context.table.headerRows.has(next)) continue;
      const word = this.lineWordOf(next, false, 0);
      return word === 'opening' || this.reader.day(next, this.at.date) > NO_DAY || this.split !== null || (word === '' && !this.hasAmounts(next) && next - row <= 3);
    }
    return false;
  }

  private textsOf(row: number): string[] {
    const texts: string[] = [];
    for (let c = 0; c < this.grid.columnCount; c++) {
      const text = this.grid.text(row, c).trim();
      if (text !== '' && this.reader.amount(row, c) === UNREADABLE) texts.push(text);
    }
    return texts;
  }

  private readonly currencyCodes: CurrencyCode[] = [];
  private readonly currencyByText = new Map<number, number>();

  private currencyOf(row: number): number {
    const text = this.at.currency >= 0 ? this.reader.text(row, this.at.currency) : 0;
    let number = this.currencyByText.get(text);
    if (number === undefined) {
      const code = (text === 0 ? null : currencyOfWords(this.grid.texts.at(text))) ?? this.context.currency;
      number = this.context.currencyNumber(code);
      this.currencyCodes[number] = code;
      this.currencyByText.set(text, number);
    }
    return number;
  }

  private productOf(row: number): { readonly productClass: number; readonly item: number } {
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
  private joinTexts(row: number, columns: readonly number[]): number {
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

  private isDisputed(row: number): boolean {
    if (this.at.disputed < 0) return false;
    const value = this.grid.value(row, this.at.disputed);
    return value === true || value === 1 || (typeof value === 'string' && /^(y|yes|true|是|有|有争议|有爭議|√|✓|x|disputed|1)$/i.test(value.trim()));
  }
}

function columnsOf(columns: ColumnMap): Columns {
  const at = (field: Parameters<typeof mainColumn>[1]) => mainColumn(columns, field);
  const debit = at('debit');
  const amount = at('amount') >= 0 ? at('amount') : at('open');
  return {
    date: at('date') >= 0 ? at('date') : -1, dueDate: at('due-date'), kind: at('kind'), document: at('document'), customer: at('customer'), code: at('customer-code'), productClass: at('product-class'),
    quantity: at('quantity'), unitPrice: at('unit-price'), debit, credit: at('credit'), paid: at('paid'), amount, direction: at('direction'), balance: at('balance'), currency: at('currency'), rep: at('rep'), disputed: at('disputed'),
    clearing: at('clearing'), references: columns.get('reference') ?? [], items: columns.get('item') ?? [], memos: columns.get('memo') ?? [],
  };
}

const finite = (value: number) => (Number.isFinite(value) ? value : Number.NaN);

/** +1 for a debit, −1 for a credit, 0 where the balance is nil or nothing is said. */
export function directionOf(text: string): number {
  if (/^(借|dr?|debit|s|soll|\+)/i.test(text)) return 1;
  return /^(贷|貸|cr?|credit|h|haben|-)/i.test(text) ? -1 : 0;
}

import { LineSums, type Accounts } from './accounts';
import type { EntryKind, SheetIssue, Skipped } from './books';
import { UNREADABLE } from './cell-memos';
import { SplitDate, type CellReader } from './cell-reader';
import { mainColumn, type ColumnMap } from './columns';
import { ContinuedDocuments } from './continued-documents';
import { CellTag, type Grid } from './grid';
import { firstBlock } from './first-block';
import { KIND_NUMBERS, type LedgerBuilder } from './ledger-builder';
import { RowCells, type LedgerColumns, type RowCurrency } from './row-cells';
import { RowGaps } from './row-gaps';
import { RowParties, type NamedParties, type PartySource } from './row-parties';
import { isNoise } from './sheet-names';
import { toSimplified } from './simplified';
import { titlesOf, type Table } from './tables';
import { labelledCode, labelledCustomer, labelledKeeper, labelledSupplier, mayBeName, withLabels, type LineWord } from './vocabulary/lines';
import { isSheetTitle, nameInTitle } from './vocabulary/sheets';
import { roundToMinor, type CurrencyCode } from '../units/money';
import { NO_DAY, type DaySerial } from '../units/units';
import type { Message } from '../texts';

/**
 * The rows of one ledger table, one after another: each becomes an entry (or two, where invoice and payment
 * share a row), or is listed as skipped with its reason, or names the customer of the rows below it.
 * Amounts are taken as printed, debit less credit; whose debit it is, is settled by `sides.ts`.
 */
export interface RowContext extends PartySource {
  readonly table: Table;
  readonly columns: ColumnMap;
  readonly reader: CellReader;
  readonly sheetNumber: number;
  readonly builder: LedgerBuilder;
  readonly currency: CurrencyCode;
  readonly yenSign: CurrencyCode;
  readonly currencyNumber: (code: CurrencyCode) => number;
  readonly accounts: Accounts;
  /** Whether a rising balance means more debit (1) or more credit (−1). */
  readonly balanceSign: 1 | -1;
}

export interface RowsRead extends NamedParties {
  readonly entryCount: number;
  readonly skipped: Skipped[];
  readonly issues: SheetIssue[];
  /** Per entry: the balance printed on its row, debit positive; NaN where none stands or a second entry shares the row. Empty where the table has no such column. */
  readonly balances: number[];
  /** Accounts, by party and currency, that a line says to open with nothing. */
  readonly zeroOpenings: readonly { readonly party: number; readonly currency: number }[];
}

/** A narration below its line: `Agst Inv. GA/26-27/104`, `对应送货单 1001`. */
const QUOTES_NUMBER = /(\b(inv|invoice|bill|ref|agst|against|vide)\b|发票|發票|单号|單號|[货貨][单單]|对应|對應|核销|核銷)\D*\d{3,}|\/\d{3,}\b/i;
/** Rows of titles between a block's first and its header, at most. */
const TITLE_ROWS_MAX = 4;

export function readRows(context: RowContext): RowsRead {
  const rows = new RowReader(context);
  const { table } = context;
  context.builder.reserve(Math.max(0, table.lastRow - table.headerBottom));
  rows.nameFirstBlock();
  for (let row = table.titleTop; row < table.headerTop; row++) rows.readTitle(row);
  for (let row = table.headerBottom + 1; row <= table.lastRow; row++) {
    if (table.headerRows.has(row)) rows.skip(row, 'ledger.skip-header');
    else rows.read(row);
  }
  return rows.result();
}

class RowReader {
  private readonly grid: Grid;
  private readonly reader: CellReader;
  private readonly cells: RowCells;
  private readonly at: LedgerColumns;
  private readonly split: SplitDate | null;
  private readonly skipped: Skipped[] = [];
  private readonly issues: SheetIssue[] = [];
  private readonly zeroOpenings: { party: number; currency: number }[] = [];
  private readonly balances: number[] = [];
  private readonly sums = new LineSums();
  private readonly documents: ContinuedDocuments;
  private day: DaySerial = NO_DAY;
  private entryCount = 0;
  private lastEntry = -1;
  /** Whether the row before was an entry: a text alone right below one is a note, not a name. */
  private followsEntry = false;
  private readonly gaps: RowGaps;
  private readonly parties: RowParties;
  private readonly titles: ReadonlySet<string>;

  constructor(private readonly context: RowContext) {
    const { table, columns } = context;
    this.grid = table.grid;
    this.reader = context.reader;
    this.titles = new Set(titlesOf(table));
    this.cells = new RowCells(this.grid, this.reader, columns, { usual: context.currency, yenSign: context.yenSign, numberOf: context.currencyNumber }, context.balanceSign);
    this.at = this.cells.at;
    this.documents = new ContinuedDocuments(this.reader, this.at);
    this.gaps = new RowGaps(context, this.cells);
    this.parties = new RowParties(this.grid, context, this.cells);
    const [year, month, day] = (['year', 'month', 'day'] as const).map((field) => mainColumn(columns, field));
    this.split = this.at.date < 0 && month >= 0 && day >= 0 ? new SplitDate(table, { year, month, day }) : null;
  }

  result(): RowsRead {
    return { entryCount: this.entryCount, skipped: this.skipped, issues: [...this.issues, ...this.gaps.issues()], balances: this.balances, zeroOpenings: this.zeroOpenings, ...this.parties.named() };
  }

  skip(row: number, code: string, values: Message['values'] = {}): void {
    this.skipped.push({ row: this.grid.sheetRow(row), reason: { code, values } });
  }

  /** Where every further header stands under the name of a customer, the first one does too. */
  nameFirstBlock(): void {
    if (this.at.customer >= 0 || this.at.code >= 0) return;
    const first = firstBlock(this.context.table, this.cells, this.titles);
    if (first !== null) this.startBlock(first.row, first.name);
  }

  /** A balance that the account opens with may stand above the header: `期初余额：36,867.13`. */
  readTitle(row: number): void {
    if (this.at.customer >= 0 || this.at.code >= 0 || this.cells.isBlank(row)) return;
    if (this.lineWordOf(row, false, 0) === 'opening' && !Number.isNaN(this.cells.openingInWords(row))) this.readOpening(row, NO_DAY, 0, this.cells.openingInWords(row));
  }

  read(row: number): void {
    if (this.cells.isBlank(row)) {
      this.followsEntry = false;
      return;
    }
    const entriesBefore = this.entryCount;
    this.readFilled(row);
    this.followsEntry = this.entryCount > entriesBefore;
  }

  private readFilled(row: number): void {
    // A row may hold a receipt alone, beside deliveries that ended above.
    const printedDay = this.split ? this.split.day(row) : this.cells.dayOf(row) || this.cells.paidDayOf(row);
    const document = this.cells.textIn(this.cells.read.document, row);
    const word = this.lineWordOf(row, printedDay > NO_DAY, document);
    if (word === 'opening' || (word === '' && (this.opensByBalance(row) || this.opensUndated(row, printedDay)))) this.readOpening(row, printedDay, this.grid.texts.hasDigit(document) && printedDay > NO_DAY ? document : 0);
    else if (word !== '') {
      if (word === 'subtotal') this.skipTotal(row);
      else this.skip(row, `ledger.skip-${word === 'owing' ? 'closing' : word}`);
    } else if (printedDay > NO_DAY || !this.readsAsName(row, document)) this.readEntry(row, printedDay, document);
  }

  /** A row with a day and a number is an entry, whatever its memo says; only its kind may make it an opening. */
  private lineWordOf(row: number, dated: boolean, document: number): LineWord | '' {
    const kind = this.grid.tag(row, Math.max(this.at.kind, 0)) === CellTag.Text && this.at.kind >= 0 ? this.reader.memos.lineWord(this.grid.number(row, this.at.kind)) : '';
    if (dated && this.grid.texts.hasDigit(document)) return kind === 'opening' ? kind : '';
    if (kind !== '') return kind;
    for (let c = 0; c < this.grid.columnCount; c++) {
      if (this.grid.tag(row, c) !== CellTag.Text || (c === this.at.customer && dated)) continue;
      const word = this.reader.memos.lineWord(this.grid.number(row, c));
      if (word !== '' && !(dated && word === 'signature') && !(word === 'owing' && (dated || this.namesGoods(row, document)))) return word;
    }
    return '';
  }

  /** `欠款` beside a number or a quantity is a note on a sale, whose date stands above it. */
  private namesGoods(row: number, document: number): boolean {
    return this.grid.texts.hasDigit(document) || this.cells.amountIn(this.cells.read.quantity, row) > 0;
  }

  /** An account's first line that prints nothing but a balance, from which the next line goes on: an opening in whatever words. */
  private opensByBalance(row: number): boolean {
    const balance = this.cells.balanceOf(row);
    if (!(Math.abs(balance) > 0) || Math.abs(this.cells.netAmount(row) || 0) > 0 || this.followsEntry) return false;
    for (let next = row + 1; next <= Math.min(row + 3, this.context.table.lastRow); next++) {
      const moved = Math.abs(this.cells.netAmount(next));
      if (moved > 0) return Math.abs(Math.abs(this.cells.balanceOf(next) - balance) - moved) < 0.006 && this.context.accounts.isNew(this.parties.partyOf(row), this.cells.currencyOf(row).number);
    }
    return false;
  }

  /** `余额结转` without a day before any line of its account; a dated one is settled among all lines of the ledger. */
  private opensUndated(row: number, printedDay: DaySerial): boolean {
    return printedDay === NO_DAY && this.cells.hasAmounts(row) && this.carriesForward(row) && this.context.accounts.isNew(this.parties.partyOf(row), this.cells.currencyOf(row).number);
  }

  private carriesForward(row: number): boolean {
    for (let c = 0; c < this.grid.columnCount; c++) if (this.grid.tag(row, c) === CellTag.Text && this.reader.memos.carriesForward(this.grid.number(row, c))) return true;
    return false;
  }

  /** One paper or one product of those that were open, in a line of its own. */
  private isPartOfOpening(row: number, document: number): boolean {
    return document !== 0 || this.cells.textIn(this.cells.read.productClass, row) !== 0;
  }

  /** `document` is the number of a paper that was open when the ledger began and stands in a line of its own; 0 where the line is the account's balance. */
  private readOpening(row: number, printedDay: DaySerial, document: number, inWords = Number.NaN): void {
    const party = this.parties.partyOf(row);
    const currency = this.cells.currencyOf(row);
    const paidDay = this.cells.paidDayOf(row);
    // A receipt that stands beside the opening in the same row is a line of its own.
    const isPaidBeside = paidDay > NO_DAY && this.cells.creditOf(row) > 0;
    const moved = isPaidBeside ? this.cells.debitOf(row) : this.cells.netAmount(row);
    const balance = isPaidBeside ? Number.NaN : this.cells.balanceOf(row);
    const printed = moved !== 0 && !Number.isNaN(moved) ? moved : balance;
    const amount = !Number.isNaN(inWords) ? inWords : Number.isNaN(printed) ? this.cells.openingInWords(row) : printed;
    if (amount === UNREADABLE) return this.refuseAmount(row);
    if (this.context.accounts.isCarriedForward(party, currency.number, Number.isNaN(balance) ? amount : balance, this.isPartOfOpening(row, document))) return this.skip(row, 'ledger.skip-carried-forward');
    this.context.accounts.open(party, currency.number, amount || 0);
    this.sums.open(amount);
    if (amount === 0 || moved === 0) this.zeroOpenings.push({ party, currency: currency.number });
    if (Number.isNaN(amount) || amount === 0) return this.skip(row, 'ledger.skip-zero');
    this.add(row, isPaidBeside ? Math.max(this.cells.dayOf(row), NO_DAY) : Math.max(printedDay, NO_DAY), document, amount, 'opening', party, currency, Number.isFinite(inWords) || Number.isNaN(balance) ? amount : balance);
    if (isPaidBeside) this.add(row, paidDay, 0, -this.cells.creditOf(row), 'payment', party, currency, Number.NaN);
  }

  private readEntry(row: number, printedDay: DaySerial, document: number): void {
    const debit = this.cells.debitOf(row);
    const credit = this.cells.creditOf(row);
    const isDated = printedDay > NO_DAY;
    if (Number.isNaN(debit) && Number.isNaN(credit)) {
      if (isDated) this.gaps.leaveOut(row);
      return this.skip(row, isDated || document !== 0 ? 'ledger.skip-no-amount' : 'ledger.skip-note', { text: this.cells.firstText(row) });
    }
    if (debit === UNREADABLE || credit === UNREADABLE) {
      if (!isDated && document === 0) this.skip(row, 'ledger.skip-note', { text: this.cells.firstText(row) });
      else this.refuseAmount(row);
      return;
    }
    if (!isDated && document === 0) {
      if (this.printsBareAmount(row)) return this.skipBareAmount(row, debit, credit);
      if (this.totalsWithoutBalance(row, debit, credit)) return this.skipTotal(row);
    }
    const day = this.settleDay(row, printedDay);
    const paidDay = this.paidDay(row, day);
    if (day === null || paidDay === null) return;
    const party = this.parties.partyOf(row);
    const number = document !== 0 ? document : this.documents.continued(row, printedDay > NO_DAY, party);
    const currency = this.cells.currencyOf(row);
    const balance = this.cells.balanceOf(row);
    const hasDebit = debit !== 0 && !Number.isNaN(debit);
    const hasCredit = credit !== 0 && !Number.isNaN(credit);
    if (!hasDebit && !hasCredit) return this.skip(row, 'ledger.skip-zero');
    const inTwoColumns = this.at.debit >= 0 || this.at.credit >= 0 || this.at.paid >= 0;
    if (hasDebit) this.add(row, day, number, debit, debit < 0 && inTwoColumns ? 'return' : 'adjustment', party, currency, hasCredit ? Number.NaN : balance);
    if (hasCredit) this.add(row, paidDay, number, -credit, hasDebit ? 'payment' : credit < 0 ? 'return' : 'adjustment', party, currency, balance);
    this.context.accounts.add(party, currency.number, (debit || 0) - (credit || 0));
    this.sums.add(debit, credit);
    this.documents.keep(row, number, party);
  }

  /** Amounts beside neither day, number, words nor quantity: a total that somebody typed. */
  private printsBareAmount(row: number): boolean {
    const { at, reader } = this;
    return [at.kind, at.date, at.quantity, ...at.items, ...at.memos, ...at.references].every((column) => column < 0 || this.grid.tag(row, column) === CellTag.Empty || reader.text(row, column) === 0);
  }

  /** A total in whatever words: the sums so far, where the balance stands beside every line but not here. */
  private totalsWithoutBalance(row: number, debit: number, credit: number): boolean {
    const last = this.balances[this.balances.length - 1];
    return last !== undefined && !Number.isNaN(last) && Number.isNaN(this.cells.balanceOf(row)) && this.sums.isTotal(debit, credit);
  }

  private skipTotal(row: number): void {
    this.skip(row, 'ledger.skip-subtotal');
    this.sums.startSection();
  }

  private skipBareAmount(row: number, debit: number, credit: number): void {
    if (!this.sums.isTotal(debit, credit)) this.issues.push({ severity: 'warning', sheet: this.grid.sheet, row: this.grid.sheetRow(row), column: '', message: { code: 'ledger.bare-amount' } });
    this.skip(row, 'ledger.skip-bare-amount');
  }

  /** The row's day; a blank one (a merged cell, a list that prints each date once) is that of the row above. */
  private settleDay(row: number, printedDay: DaySerial): DaySerial | null {
    if (printedDay === UNREADABLE || (printedDay === NO_DAY && this.day === NO_DAY && (this.at.date >= 0 || this.split))) {
      this.refuseDay(row, this.at.date);
      return null;
    }
    if (printedDay !== NO_DAY) this.day = printedDay;
    return this.day;
  }

  /** The day of what a row credits: the row's own, unless a column beside it dates receipts. */
  private paidDay(row: number, day: DaySerial | null): DaySerial | null {
    const printed = this.cells.paidDayOf(row);
    if (printed !== UNREADABLE) return printed > NO_DAY ? printed : day;
    this.refuseDay(row, this.at.paidDate);
    return null;
  }

  private refuseDay(row: number, column: number): void {
    // Where year, month and day stand in columns of their own, none of them is the date.
    const text = this.cells.printed(row, column);
    const message: Message = column >= 0 && text.trim() === '' ? { code: 'ledger.missing-date' } : { code: 'ledger.unreadable-date', values: { text } };
    this.issues.push({ severity: 'error', sheet: this.grid.sheet, row: this.grid.sheetRow(row), column: column >= 0 ? this.grid.columnLetters(column) : '', message });
  }

  /** Names the first of the row's amounts that cannot be read. */
  private refuseAmount(row: number): void {
    const columns = [...(['debit', 'credit', 'paid'] as const).flatMap((field) => this.context.columns.get(field) ?? []), this.at.amount];
    const column = columns.find((each) => this.reader.amount(row, each) === UNREADABLE) ?? -1;
    this.issues.push({ severity: 'error', sheet: this.grid.sheet, row: this.grid.sheetRow(row), column: column >= 0 ? this.grid.columnLetters(column) : '', message: { code: 'ledger.unreadable-amount', values: { text: this.cells.printed(row, column) } } });
  }

  private add(row: number, day: DaySerial, document: number, amount: number, kind: EntryKind, party: number, currency: RowCurrency, balance: number): void {
    const { at, cells } = this;
    const { read } = cells;
    const i = (this.lastEntry = this.context.builder.next());
    const to = this.context.builder.columns;
    const dueDay = cells.dueDayOf(row);
    const item = cells.joinTexts(read.items, row);
    const productClass = cells.textIn(read.productClass, row);
    const product = productClass !== 0 || item === 0 ? null : cells.productIn(item);
    to.sheet[i] = this.context.sheetNumber;
    to.row[i] = this.grid.sheetRow(row);
    to.day[i] = day;
    to.dueDay[i] = dueDay === UNREADABLE ? NO_DAY : dueDay;
    to.kind[i] = KIND_NUMBERS[kind];
    to.customer[i] = party;
    to.currency[i] = currency.number;
    to.amountMinor[i] = roundToMinor(amount, currency.minorPerMajor);
    to.document[i] = document;
    to.references[i] = cells.joinTexts(read.references, row);
    to.memo[i] = cells.joinTexts(read.memos, row);
    to.kindText[i] = cells.textIn(read.kind, row);
    to.productClass[i] = product === null ? productClass : product.productClass;
    to.item[i] = product === null ? item : product.item;
    to.rep[i] = cells.textIn(read.rep, row);
    to.quantity[i] = finite(cells.amountIn(read.quantity, row));
    to.unitPrice[i] = finite(cells.amountIn(read.unitPrice, row));
    to.disputed[i] = cells.isDisputed(row) ? 1 : 0;
    to.clearing[i] = cells.textIn(read.clearing, row);
    this.entryCount++;
    if (at.balance >= 0) this.balances.push(balance);
    if (at.currency >= 0 && !cells.namesCurrency(row)) this.gaps.noCurrency(row);
    this.parties.note(party, row);
  }

  /** A line that names the customer of the lines below it; true where the row is such a line or a note. */
  private readsAsName(row: number, document: number): boolean {
    const texts = withLabels(this.cells.textsOf(row));
    const printed = withLabels(this.cells.printedOf(row));
    const [labelled, code] = [labelledCustomer, labelledCode].map((labelOf) => printed.map(labelOf).find((name) => name !== null) ?? '');
    if (labelled !== '' || code !== '') return this.startBlock(row, labelled, code);
    const ofOthers = texts.find((text) => labelledSupplier(text) !== null || labelledKeeper(text) !== null);
    if (ofOthers !== undefined) return this.skipNote(row, ofOthers);
    const inTitle = this.nameAboveHeader(row, texts);
    if (inTitle !== '') return this.startBlock(row, inTitle);
    if (document !== 0 || this.at.customer >= 0 || texts.length !== 1 || !this.standsLikeName(row, texts[0])) return false;
    if (isSheetTitle(texts[0]) || isNoise(texts[0]) || this.titles.has(texts[0]) || !mayBeName(texts[0]) || (this.followsEntry && !this.cells.hasAmounts(row)) || !this.entriesFollow(row)) return this.cells.hasAmounts(row) ? false : this.skipNote(row, texts[0]);
    return this.startBlock(row, texts[0]);
  }

  /** `无锡五星商场 应收账款明细账` above the header printed again: the next customer's lines. A page head repeats the first title. */
  private nameAboveHeader(row: number, texts: readonly string[]): string {
    const { headerRows, headerBottom } = this.context.table;
    if (texts.length === 0 || this.at.customer >= 0 || this.cells.hasAmounts(row) || !isSheetTitle(texts[0]) || this.titles.has(texts[0])) return '';
    for (let next = row + 1; next <= row + TITLE_ROWS_MAX; next++) {
      if (!headerRows.has(next) || next <= headerBottom) continue;
      const name = nameInTitle(texts[0], toSimplified);
      return mayBeName(name) ? name : '';
    }
    return '';
  }

  private startBlock(row: number, name: string, code = ''): boolean {
    this.parties.startBlock(name, code);
    this.day = NO_DAY;
    this.skip(row, 'ledger.skip-customer-name', { name: name || code });
    return true;
  }

  private skipNote(row: number, text: string): boolean {
    if (this.followsEntry && QUOTES_NUMBER.test(text)) {
      const { memo } = this.context.builder.columns;
      memo[this.lastEntry] = this.cells.beside(memo[this.lastEntry], this.grid.texts.intern(text));
    }
    this.skip(row, 'ledger.skip-note', { text });
    return true;
  }

  /** A name stands at the left, no farther right than the date; beside amounts (a group's totals) nothing else may stand there. */
  private standsLikeName(row: number, name: string): boolean {
    if (!this.cells.hasAmounts(row)) return true;
    if (!Number.isNaN(this.cells.amountIn(this.cells.read.quantity, row))) return false;
    const limit = Math.max(0, this.at.date >= 0 ? this.at.date : mainColumn(this.context.columns, 'month'));
    for (let c = 0; c <= limit; c++) if (this.grid.text(row, c).trim() === name) return true;
    return false;
  }

  /** Whether the next filled row is a line of a ledger, an opening, or another name (a group within a group). */
  private entriesFollow(row: number): boolean {
    for (let next = row + 1; next <= this.context.table.lastRow; next++) {
      if (this.cells.isBlank(next) || this.context.table.headerRows.has(next)) continue;
      const word = this.lineWordOf(next, false, 0);
      return word === 'opening' || this.cells.dayOf(next) > NO_DAY || this.split !== null || (word === '' && !this.cells.hasAmounts(next) && next - row <= 3);
    }
    return false;
  }
}

const finite = (value: number) => (Number.isFinite(value) ? value : Number.NaN);

/**
 * One run's result as the sheet files see it: the language they speak, the accounts with what belongs to
 * each, and links to the lines of the ledgers. Indexes that several sheets ask for are made here, once.
 */
import { calendarFromDay, formatIsoDay } from '../units/day';
import { toMajor, type CurrencyCode } from '../units/money';
import { NO_DAY, type DaySerial, type MinorUnits } from '../units/units';
import { say, type Language, type Message, type MessageValue } from '../texts';
import { EntryKeys } from '../ledger/entry-keys';
import { ENTRY_KINDS, ledgerOf, type CustomerIndex, type CustomerMaster, type EntryIndex, type Ledger, type Side } from '../ledger/books';
import type { Account } from '../matching/reconciliation';
import type { Bucket } from '../aging/aged';
import type { Result } from './result';
import type { LinkTarget } from './sheet-model';
import { Page, type PageOptions } from './page';
import { SheetNames } from './sheet-names';
import { clipped, listed, textWidth } from './text-width';

/** An account and the numbers of what belongs to it. */
export interface AccountFile {
  readonly account: Account;
  readonly name: string;
  /** In `Result.reconciliation.items`. */
  readonly items: readonly number[];
  /** In `Result.aged.items`. */
  readonly openItems: readonly number[];
}

/** Documents or rows named in one cell before "…" stands for the rest. */
const NAMED_MAX = 6;
/** Less of a sheet's name than this says nothing. */
const NAME_ROOM_MIN = 5;

export class Report {
  readonly files: readonly AccountFile[];
  readonly currencies: readonly CurrencyCode[];
  private readonly fileByAccount = new Map<string, AccountFile>();
  private readonly masterByCustomer: ReadonlyMap<CustomerIndex, CustomerMaster>;
  private readonly linkColumns: Readonly<Record<Side, readonly number[]>>;
  private readonly terms = new Map<string, string>();
  private entriesByAccount: ReadonlyMap<string, readonly EntryIndex[]> | undefined;
  private openByCurrency: ReadonlyMap<CurrencyCode, MinorUnits> | undefined;
  private first: DaySerial | undefined;
  private readonly places: Map<string, LinkTarget>;
  readonly names: SheetNames;

  constructor(readonly result: Result, readonly language: Language = result.language, shared?: Report) {
    this.names = shared?.names ?? new SheetNames((key) => this.wantedName(key));
    this.places = shared?.places ?? new Map();
    this.files = shared?.files ?? filesOf(result);
    for (const file of this.files) this.fileByAccount.set(accountKey(file.account.customer, file.account.currency), file);
    this.currencies = [...new Set(this.files.map((file) => file.account.currency))].sort();
    this.masterByCustomer = new Map(result.books.masters.map((master) => [master.customer, master]));
    this.linkColumns = { ours: linkColumnsOf(result, 'ours'), theirs: linkColumnsOf(result, 'theirs') };
  }

  /** The same report in a customer's own language. */
  in(language: Language): Report {
    return language === this.language ? this : new Report(this.result, language, this);
  }

  /** A text of this room: `t('plan.title')`. */
  t(code: string, values?: Readonly<Record<string, MessageValue>>): string {
    return say({ code: `reports.${code}`, values }, this.language);
  }

  say(message: Message): string {
    return say(message, this.language);
  }

  /** One text of several messages; those that are no whole sentences are told apart as if they were. */
  sentences(messages: readonly Message[]): string {
    const isEnglish = this.language === 'en';
    if (messages.length === 1) return ended(this.say(messages[0]), isEnglish ? '.' : '。');
    const texts = messages.map((message) => this.say(message));
    return texts.map((text, i) => ended(text, isEnglish ? '.' : i < texts.length - 1 ? '；' : '。')).join(isEnglish ? ' ' : '');
  }

  /** A term of the trade, by its identifier: a class, a category, `rule.sum`. */
  term(code: string): string {
    let term = this.terms.get(code);
    if (term === undefined) this.terms.set(code, (term = say({ code }, this.language)));
    return term;
  }

  get asOfText(): string {
    return this.t('as-of', { day: { day: this.result.asOf } });
  }

  /** "As of 2026-09-30 · CNY", with whatever the sheet adds. */
  scope(...more: readonly string[]): string {
    return [...more, this.asOfText, this.currencies.join(' / ')].filter(Boolean).join('  ·  ');
  }

  page(key: string, orientation: PageOptions['orientation'] = 'by-width'): Page {
    const name = this.names.nameOf(key);
    return new Page({ key, name, orientation, footerText: this.footer(name) });
  }

  /** Each sheet counts its pages from 1, and `&N` would be those of all that is printed at once: how many there are is said only where we know it ourselves. */
  footer(sheetName: string, day = formatIsoDay(this.result.asOf), pageCount: number | null = null): string {
    const page = pageCount === null ? this.t('page-number') : this.t('page-number-of', { count: pageCount });
    return `${sheetName.replaceAll('&', '&&')}  ·  ${day}  ·  ${page}`;
  }

  get hasOneCurrency(): boolean {
    return this.currencies.length <= 1;
  }

  get mainCurrency(): CurrencyCode {
    return this.currencies[0] ?? this.result.books.currencies[0] ?? 'CNY';
  }

  readonly totalLabel = (currency: CurrencyCode | null): string => (currency === null ? this.t('total') : this.t('total-currency', { currency }));

  readonly cutText = (shown: number, count: number): string => this.t('cut-short', { shown, count });

  /** What a sheet shows, and how far it is printed. */
  showsPrintedTo(shows: string, heading: string): string {
    return `${shows}${this.language === 'en' ? ' ' : ''}${this.t('printed-to', { heading })}`;
  }

  customerName(customer: CustomerIndex): string {
    return this.result.books.customers[customer]?.name ?? '';
  }

  master(customer: CustomerIndex): CustomerMaster | undefined {
    return this.masterByCustomer.get(customer);
  }

  file(customer: CustomerIndex, currency: CurrencyCode): AccountFile | undefined {
    return this.fileByAccount.get(accountKey(customer, currency));
  }

  bucketText(bucket: Bucket): string {
    if (bucket.fromDay === null || bucket.key === 'not-due') return this.term('bucket.not-due');
    if (bucket.toDay === null) return say({ code: 'bucket.over', values: { days: bucket.fromDay - 1 } }, this.language);
    return this.t('bucket', { from: bucket.fromDay, to: bucket.toDay });
  }

  /** Content keys of entries. */
  get entryKeys(): EntryKeys {
    return EntryKeys.of(this.result.books);
  }

  /** The ledger line itself, at its document number where the sheet has that column. */
  lineLink(side: Side, entry: EntryIndex | undefined): LinkTarget | undefined {
    if (entry === undefined) return undefined;
    const ledger = ledgerOf(this.result.books, side);
    const sheet = ledger.sheet[entry];
    return { sheet: this.result.books.sheetNames[sheet], rowIndex: ledger.row[entry] - 1, columnIndex: this.linkColumns[side][sheet] ?? 0 };
  }

  /** `Ledger 12–14, 20`: where entries stand. The sheet's name gives way where there is not room for both. */
  linesText(side: Side, entries: readonly EntryIndex[], width = Infinity): string {
    const rows = this.rowsText(side, entries, width);
    if (rows === '') return '';
    const name = this.result.books.sheetNames[ledgerOf(this.result.books, side).sheet[entries[0]]];
    if (width === Infinity) return `${name} ${rows}`;
    const room = width - textWidth(rows) - 1;
    return room < NAME_ROOM_MIN ? rows : `${clipped(name, room)} ${rows}`;
  }

  /** `12–14, 20`: the rows in which entries stand, for a side whose ledger is one sheet. */
  rowsText(side: Side, entries: readonly EntryIndex[], width = Infinity): string {
    if (entries.length === 0) return '';
    const ledger = ledgerOf(this.result.books, side);
    if (entries.length === 1) return String(ledger.row[entries[0]]);
    if (areInARow(ledger, entries)) return `${ledger.row[entries[0]]}–${ledger.row[entries[entries.length - 1]]}`;
    const sheet = ledger.sheet[entries[0]];
    const rows = [...new Set(entries.filter((entry) => ledger.sheet[entry] === sheet).map((entry) => ledger.row[entry]))].sort((a, b) => a - b);
    const elsewhere = entries.some((entry) => ledger.sheet[entry] !== sheet);
    const runs = runsOf(rows);
    return listed(runs.slice(0, NAMED_MAX), runs.length > NAMED_MAX || elsewhere, width);
  }

  /** True where each customer's lines on this side stand on one sheet: it is known from the customer. */
  isOneSheetEach(side: Side): boolean {
    const { count, customer, sheet } = ledgerOf(this.result.books, side);
    const sheetOf = new Map<CustomerIndex, number>();
    for (let entry = 0; entry < count; entry++) {
      const known = sheetOf.get(customer[entry]);
      if (known === undefined) sheetOf.set(customer[entry], sheet[entry]);
      else if (known !== sheet[entry]) return false;
    }
    return true;
  }

  /** True where some customer's own ledger is in the workbook. */
  get comparesAny(): boolean {
    return this.files.some((file) => file.account.hasTheirs);
  }

  /** The entries' document numbers, each once, as many as there is room for. */
  documentsText(side: Side, entries: readonly EntryIndex[], width = Infinity): string {
    const { texts } = this.result.books;
    const ledger = ledgerOf(this.result.books, side);
    if (areOfOneDocument(ledger, entries)) return clipped(texts.at(ledger.document[entries[0]]) || texts.at(ledger.references[entries[0]]), width);
    const documents = [...new Set(entries.map((entry) => texts.at(ledger.document[entry]) || texts.at(ledger.references[entry])))].filter(Boolean);
    return listed(documents.slice(0, NAMED_MAX), documents.length > NAMED_MAX, width);
  }

  sumMinor(side: Side, entries: readonly EntryIndex[]): MinorUnits {
    const { amountMinor } = ledgerOf(this.result.books, side);
    let sum = 0;
    for (const entry of entries) sum += amountMinor[entry];
    return sum;
  }

  /** All that is open in a currency. */
  openMinor(currency: CurrencyCode): MinorUnits {
    this.openByCurrency ??= openByCurrencyOf(this.result);
    return this.openByCurrency.get(currency) ?? 0;
  }

  /** The first day that our ledger tells of; the as-of day where it tells of none before. */
  get firstDay(): DaySerial {
    this.first ??= firstDayOf(this.result);
    return this.first;
  }

  /** Our entries of an account, in ledger order; all accounts are sorted out when the first is asked for. */
  entriesOf(customer: CustomerIndex, currency: CurrencyCode): readonly EntryIndex[] {
    this.entriesByAccount ??= entriesByAccountOf(this.result);
    return this.entriesByAccount.get(accountKey(customer, currency)) ?? [];
  }

  major(minor: MinorUnits, currency: CurrencyCode): number {
    return toMajor(minor, currency);
  }

  /** Remembers where something stands, so that sheets made later can link to it. */
  mark(what: string, target: LinkTarget): void {
    this.places.set(what, target);
  }

  placeOf(what: string): LinkTarget | undefined {
    return this.places.get(what);
  }

  sheetLink(key: string): LinkTarget {
    return { sheet: this.names.nameOf(key), rowIndex: 0, columnIndex: 0 };
  }

  private wantedName(key: string): string {
    const [kind, ...rest] = key.split(':');
    const base = this.t(`sheet.${kind}`);
    return rest.length ? `${base} ${rest.join(':')}` : base;
  }
}

const ENDS = '.。?？!！';

/** The text, with this mark behind it where it has none of its own. */
function ended(text: string, mark: string): string {
  return text !== '' && ENDS.includes(text[text.length - 1]) ? text : text + mark;
}

function accountKey(customer: CustomerIndex, currency: CurrencyCode): string {
  return `${customer}|${currency}`;
}

/** Numbers by account, without a text made for each of them. */
class Grouped {
  private readonly lists = new Map<CurrencyCode, Map<CustomerIndex, number[]>>();

  add(currency: CurrencyCode, customer: CustomerIndex, value: number): void {
    let ofCurrency = this.lists.get(currency);
    if (!ofCurrency) this.lists.set(currency, (ofCurrency = new Map()));
    const list = ofCurrency.get(customer);
    if (list) list.push(value);
    else ofCurrency.set(customer, [value]);
  }

  of(currency: CurrencyCode, customer: CustomerIndex): readonly number[] {
    return this.lists.get(currency)?.get(customer) ?? [];
  }
}

function filesOf(result: Result): readonly AccountFile[] {
  const items = new Grouped();
  const openItems = new Grouped();
  result.reconciliation.items.forEach(({ customer, currency }, i) => items.add(currency, customer, i));
  result.aged.items.forEach(({ item: { customer, currency } }, i) => openItems.add(currency, customer, i));
  return result.reconciliation.accounts.map((account) => {
    const { customer, currency } = account;
    return { account, name: result.books.customers[customer]?.name ?? '', items: items.of(currency, customer), openItems: openItems.of(currency, customer) };
  });
}

function entriesByAccountOf({ books }: Result): ReadonlyMap<string, readonly EntryIndex[]> {
  const { ours, currencies } = books;
  const byNumber = new Map<number, EntryIndex[]>();
  for (let entry = 0; entry < ours.count; entry++) {
    const number = ours.customer[entry] * currencies.length + ours.currency[entry];
    const list = byNumber.get(number);
    if (list) list.push(entry);
    else byNumber.set(number, [entry]);
  }
  return new Map([...byNumber].map(([number, entries]) => [accountKey(Math.floor(number / currencies.length), currencies[number % currencies.length]), entries]));
}

function openByCurrencyOf(result: Result): ReadonlyMap<CurrencyCode, MinorUnits> {
  const open = new Map<CurrencyCode, MinorUnits>();
  for (const { item } of result.aged.items) open.set(item.currency, (open.get(item.currency) ?? 0) + item.openMinor);
  return open;
}

/** An opening balance dated on the last day of a month is that of the next morning. */
function firstDayOf({ books: { ours }, asOf }: Result): DaySerial {
  const opening = ENTRY_KINDS.indexOf('opening');
  let first = asOf;
  for (let entry = 0; entry < ours.count; entry++) {
    const day = ours.day[entry];
    if (day === NO_DAY || day >= first) continue;
    first = ours.kind[entry] === opening && calendarFromDay(day + 1).day === 1 ? day + 1 : day;
  }
  return first;
}

/** True where the entries stand one below the other, as the lines of a document mostly do. */
function areInARow(ledger: Ledger, entries: readonly EntryIndex[]): boolean {
  for (let i = 1; i < entries.length; i++) {
    if (ledger.sheet[entries[i]] !== ledger.sheet[entries[0]] || ledger.row[entries[i]] !== ledger.row[entries[0]] + i) return false;
  }
  return true;
}

/** True for a single entry, and where several bear the same number. */
function areOfOneDocument(ledger: Ledger, entries: readonly EntryIndex[]): boolean {
  if (entries.length === 0) return false;
  for (let i = 1; i < entries.length; i++) if (ledger.document[entries[i]] !== ledger.document[entries[0]] || ledger.document[entries[i]] === 0) return false;
  return true;
}

/** Where a link lands on each ledger sheet: its document column, else its date, else A. Both ledgers may stand on one sheet. */
function linkColumnsOf({ books }: Result, side: Side): readonly number[] {
  const role = side === 'ours' ? 'our-ledger' : 'customer-ledger';
  return books.sheetNames.map((name) => {
    const columns = books.sheets.find((reading) => reading.sheet === name && reading.role === role)?.columns;
    return columnNumber(columns?.document ?? columns?.date ?? 'A');
  });
}

/** A → 0, AA → 26. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** 3, 4, 5, 9 → `3–5`, `9`. */
function runsOf(rows: readonly number[]): readonly string[] {
  const runs: string[] = [];
  for (let i = 0; i < rows.length; ) {
    let end = i;
    while (end + 1 < rows.length && rows[end + 1] === rows[end] + 1) end++;
    runs.push(end > i ? `${rows[i]}–${rows[end]}` : String(rows[i]));
    i = end + 1;
  }
  return runs;
}

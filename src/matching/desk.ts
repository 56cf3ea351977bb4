/**
 * One account laid out for matching: both sides' entries gathered into documents, what each document
 * names, and what is still free. Every pass works on a desk; the books themselves are never touched.
 *
 * A document is the entries of one side that carry the same number and are of one family (goods, money,
 * deductions): the lines of a delivery, the parts of an exchange. An entry without a number is a document
 * of its own.
 */
import { NO_DAY, type DaySerial, type MinorUnits } from '../units/units';
import type { CurrencyCode } from '../units/money';
import { ENTRY_KINDS, ledgerOf, type Books, type CustomerIndex, type EntryIndex, type EntryKind, type Ledger, type Side } from '../ledger/books';
import { numbersOfDocument, readNaming, type DocumentNumber, type Naming } from './references';
import type { MatchingSettings } from './reconciliation';

/** Kinds that can stand for the same booking in the two ledgers. `other` may be any of them. */
export type Family = (typeof FAMILIES)[number];
const FAMILIES = ['goods', 'money', 'deduction', 'other'] as const;

const FAMILY: Readonly<Record<EntryKind, Family>> = {
  opening: 'other', invoice: 'goods', payment: 'money', return: 'goods', exchange: 'goods', transfer: 'goods', rebate: 'deduction', damage: 'deduction',
  advertising: 'deduction', promotion: 'deduction', adjustment: 'other', 'write-off': 'other',
};

/** Digits up to which a number is exact. */
const COUNTABLE_DIGITS = 15;

export interface Doc {
  readonly id: number;
  readonly side: Side;
  readonly family: Family;
  readonly day: DaySerial;
  /** Its own number, longest form first; empty where it has none. */
  readonly numbers: readonly DocumentNumber[];
  /** Its place in the series it was numbered in; `null` where it has no number, or one too long to count. */
  readonly order: { readonly series: string; readonly value: number } | null;
  /** What it names of other documents. */
  naming: Naming;
  /** Entries that no match holds yet, ascending by content. */
  entries: EntryIndex[];
  /** Sum of `entries`. */
  amountMinor: MinorUnits;
}

export const otherSide = (side: Side): Side => (side === 'ours' ? 'theirs' : 'ours');

/** Readings of texts, shared by all desks of a run: a number is printed on many lines. */
export class TextReadings {
  private readonly numbers = new Map<number, readonly DocumentNumber[]>();
  private readonly namings = new Map<number, Naming>();

  constructor(readonly books: Books) {}

  numbersOf(text: number): readonly DocumentNumber[] {
    let numbers = this.numbers.get(text);
    if (!numbers) this.numbers.set(text, (numbers = text === 0 ? [] : numbersOfDocument(this.books.texts.at(text))));
    return numbers;
  }

  /** What an entry names beside its own number, which a memo may repeat. */
  namingOfOthers(document: number, references: number, memo: number): Naming {
    const naming = this.namingOf(references, memo);
    if (naming.numbers.length === 0 || document === 0) return naming;
    const [own, referred] = [this.namingOf(document, 0).numbers, this.namingOf(references, 0).numbers];
    const among = (list: readonly DocumentNumber[], number: DocumentNumber) => list.some((each) => each.digits === number.digits && each.prefix === number.prefix);
    // Two series may meet in one number by chance: what stands in a column of references is somebody else's.
    const isOwn = (number: DocumentNumber) => among(own, number) && !among(referred, number);
    return naming.numbers.some(isOwn) ? { ...naming, numbers: naming.numbers.filter((number) => !isOwn(number)) } : naming;
  }

  private namingOf(references: number, memo: number): Naming {
    const key = references * this.books.texts.size + memo;
    let naming = this.namings.get(key);
    if (!naming) {
      const text = [this.books.texts.at(references), this.books.texts.at(memo)].filter(Boolean).join(' ; ');
      this.namings.set(key, (naming = readNaming(text)));
    }
    return naming;
  }
}

export interface AccountEntries {
  readonly customer: CustomerIndex;
  readonly currency: number;
  readonly ours: EntryIndex[];
  readonly theirs: EntryIndex[];
}

/** The desk of one account. Documents are numbered by content, so that the order of rows leaves no trace. */
export class Desk {
  readonly docs: Record<Side, Doc[]>;
  readonly currency: CurrencyCode;
  private readonly originals: Record<Side, MinorUnits[]>;
  private readonly byNumber: Record<Side, Map<string, Doc[]>> = { ours: new Map(), theirs: new Map() };

  constructor(
    readonly books: Books,
    readonly account: AccountEntries,
    readonly settings: MatchingSettings,
    readings: TextReadings,
  ) {
    this.currency = books.currencies[account.currency];
    this.docs = { ours: gather(books, 'ours', account.ours, readings), theirs: gather(books, 'theirs', account.theirs, readings) };
    this.originals = { ours: this.docs.ours.map((doc) => doc.amountMinor), theirs: this.docs.theirs.map((doc) => doc.amountMinor) };
    for (const side of ['ours', 'theirs'] as const) for (const doc of this.docs[side]) this.index(doc);
  }

  ledger(side: Side): Ledger {
    return ledgerOf(this.books, side);
  }

  /** Documents of a side that go by these digits, free or not. */
  withDigits(side: Side, digits: string): readonly Doc[] {
    return this.byNumber[side].get(digits) ?? [];
  }

  /** The document's amount before any match took entries out of it. */
  originalMinor(doc: Doc): MinorUnits {
    return this.originals[doc.side][doc.id];
  }

  /** Documents with entries left. */
  free(side: Side): Doc[] {
    return this.docs[side].filter(isFree);
  }

  /** Takes entries out of their documents: a match holds them now. */
  take(side: Side, entries: ReadonlySet<EntryIndex>, docs: Iterable<Doc> = this.docs[side]): void {
    const amounts = this.ledger(side).amountMinor;
    for (const doc of docs) {
      if (!doc.entries.some((entry) => entries.has(entry))) continue;
      doc.entries = doc.entries.filter((entry) => !entries.has(entry));
      doc.amountMinor = doc.entries.reduce((sum, entry) => sum + amounts[entry], 0);
    }
  }

  private index(doc: Doc): void {
    for (const number of doc.numbers) {
      const found = this.byNumber[doc.side].get(number.digits);
      if (!found) this.byNumber[doc.side].set(number.digits, [doc]);
      else if (!found.includes(doc)) found.push(doc);
    }
  }
}

export const isFree = (doc: Doc): boolean => doc.entries.length > 0;

/** The part of a list that ascends by day which lies within `days` of a day; the nearest `most` of it. */
export function aroundDay(docs: readonly Doc[], day: DaySerial, days: number, most: number): readonly Doc[] {
  const from = firstFrom(docs, day - days);
  const to = firstFrom(docs, day + days + 1);
  if (to - from <= most) return docs.slice(from, to);
  const middle = firstFrom(docs, day);
  const start = Math.min(Math.max(from, middle - Math.floor(most / 2)), to - most);
  return docs.slice(start, start + most);
}

/** Position of the first document on or after a day. */
function firstFrom(docs: readonly Doc[], day: DaySerial): number {
  let low = 0;
  let high = docs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (docs[middle].day < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The text that says everything an entry says: what order is made of where numbers tie. */
export function contentOf(books: Books, side: Side, entry: EntryIndex): string {
  const ledger = ledgerOf(books, side);
  const texts = [ledger.document, ledger.references, ledger.memo, ledger.kindText, ledger.item, ledger.productClass].map((column) => books.texts.at(column[entry]));
  return [ledger.day[entry], ledger.amountMinor[entry], ledger.kind[entry], ...texts].join('|');
}

/** By day, then amount, then everything else that the entry says. */
export function sortByContent(books: Books, side: Side, entries: EntryIndex[]): EntryIndex[] {
  const { day, amountMinor } = ledgerOf(books, side);
  const contents = new Map<EntryIndex, string>();
  const content = (entry: EntryIndex) => {
    let text = contents.get(entry);
    if (text === undefined) contents.set(entry, (text = contentOf(books, side, entry)));
    return text;
  };
  return entries.sort((a, b) => day[a] - day[b] || amountMinor[a] - amountMinor[b] || (content(a) < content(b) ? -1 : content(a) > content(b) ? 1 : 0));
}

function gather(books: Books, side: Side, entries: EntryIndex[], readings: TextReadings): Doc[] {
  const ledger = ledgerOf(books, side);
  const docs: Doc[] = [];
  // Entries come by day, and numbers that start again every month are told apart by it: one day's documents at a time.
  const ofDay = new Map<number, Doc>();
  let day = NO_DAY;
  for (const entry of sortByContent(books, side, [...entries])) {
    const family = FAMILY[ENTRY_KINDS[ledger.kind[entry]]];
    const numbers = readings.numbersOf(ledger.document[entry]);
    const naming = readings.namingOfOthers(ledger.document[entry], ledger.references[entry], ledger.memo[entry]);
    if (ledger.day[entry] !== day) {
      day = ledger.day[entry];
      ofDay.clear();
    }
    const key = (ledger.document[entry] * books.texts.size + ledger.references[entry]) * FAMILIES.length + FAMILIES.indexOf(family);
    const known = numbers.length ? ofDay.get(key) : undefined;
    if (known) {
      known.entries.push(entry);
      known.amountMinor += ledger.amountMinor[entry];
      known.naming = mergeNamings(known.naming, naming);
      continue;
    }
    const doc: Doc = { id: docs.length, side, family, day: ledger.day[entry], numbers, order: orderOf(numbers), naming, entries: [entry], amountMinor: ledger.amountMinor[entry] };
    docs.push(doc);
    if (numbers.length) ofDay.set(key, doc);
  }
  return docs;
}

function orderOf(numbers: readonly DocumentNumber[]): Doc['order'] {
  const number = numbers[0];
  return number && number.digits.length <= COUNTABLE_DIGITS ? { series: number.prefix, value: Number(number.digits) } : null;
}

function mergeNamings(a: Naming, b: Naming): Naming {
  if (a === b || (b.numbers.length === 0 && b.ranges.length === 0)) return a;
  const added = b.numbers.filter((number) => !a.numbers.some((known) => known.digits === number.digits && known.prefix === number.prefix));
  return { numbers: [...a.numbers, ...added], ranges: [...a.ranges, ...b.ranges], documentCount: Math.max(a.documentCount, b.documentCount) };
}

/** True where it names any number at all, known to the other side or not. */
export const namesAnything = (doc: Doc): boolean => doc.naming.numbers.length > 0 || doc.naming.ranges.length > 0;

/** True where the two can be the same booking by kind: goods for goods, money for money. */
export function sameFamily(a: Doc, b: Doc): boolean {
  return a.family === b.family || a.family === 'other' || b.family === 'other';
}

export const signOf = (amount: MinorUnits): number => (amount > 0 ? 1 : amount < 0 ? -1 : 0);

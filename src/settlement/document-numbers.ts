/**
 * What a text names: documents as small whole numbers, however they are printed, and whose they are.
 * Number 0 means none. How numbers are written is the matching room's knowledge.
 */
import type { DaySerial } from '../units/units';
import { fold } from '../ledger/fold';
import type { Books, CustomerIndex, EntryIndex } from '../ledger/books';
import { numbersOfDocument, readNaming, samePrefix, type DocumentNumber } from '../matching/references';
import { NumberTable, type NumberId } from './number-table';

export type { NumberId } from './number-table';

/** A number that a text names. */
export interface Named {
  readonly id: NumberId;
  /** The number as it is written there, whatever documents of ours it may mean. */
  readonly written: NumberId;
  /** With its letters, so that it cannot be another customer's by chance. */
  readonly isWhole: boolean;
}

/** Whose debit a document is. */
export interface DocumentOwner {
  readonly customer: CustomerIndex;
  readonly currency: number;
}

const NEVER: DaySerial = 2 ** 30;

/** "And so many more" beyond this is no list that a payment settles. */
const COUNTED_MAX = 50;
/** Numbers of fewer than seven digits are known by all of them only. */
const SHORTENED_FROM = 1_000_000;
const PLAIN_NUMBER = /^[A-Z]+-?\d{3,}$/;

/** A calendar date in a memo is no document: "2026年3月货款", "paid 2026-03-31". */
const DATE = /(?<![A-Za-z0-9-])(?:19|20)\d\d\s*(?:年|[-/.])\s*\d{1,2}(?:\s*(?:月|[-/.])(?:\s*\d{1,2}日?)?)?(?![\d-])/g;

export class DocumentNumbers {
  private readonly table: NumberTable;
  /** Documents known by a shorter number as well: `INV-2026-0105` as `0105`. */
  private readonly byShortDigits = new Map<string, NumberId[]>();
  /** By text: the number that a cell with nothing else in it holds. */
  private readonly ofText: Int32Array;
  private readonly namedInText = new Map<number, readonly Named[]>();
  private readonly countedInText = new Map<number, readonly NumberId[]>();
  /** Ids below this are documents of ours. By id: whose debit, in which currency, since when. */
  private readonly oursEnd: number;
  private readonly ownerCustomer: Int32Array;
  private readonly ownerCurrency: Uint16Array;
  private readonly firstDay: Int32Array;
  /** From then on another account has a debit under it too (a transfer), and it names neither. */
  private readonly sharedFromDay: Int32Array;

  constructor(private readonly books: Books, days: Int32Array) {
    const { ours } = books;
    this.table = new NumberTable(ours.count);
    this.ofText = new Int32Array(books.texts.size);
    for (let i = 0; i < ours.count; i++) this.internOurs(ours.document[i]);
    this.oursEnd = this.table.size;
    this.ownerCustomer = new Int32Array(this.oursEnd);
    this.ownerCurrency = new Uint16Array(this.oursEnd);
    this.firstDay = new Int32Array(this.oursEnd).fill(NEVER);
    this.sharedFromDay = new Int32Array(this.oursEnd).fill(NEVER);
    for (let i = 0; i < ours.count; i++) {
      const document = this.ofText[ours.document[i]];
      if (document !== 0 && ours.amountMinor[i] > 0) this.noteOwner(document, i, days[i]);
    }
  }

  /** The entry's own document. */
  ofEntry(entry: EntryIndex): NumberId {
    return this.ofText[this.books.ours.document[entry]];
  }

  /** A cell of the customer's ledger that holds one document number. */
  ofTheirText(text: number): NumberId {
    if (this.ofText[text] === 0) this.ofText[text] = this.table.intern(this.numbersAsWritten(text)[0]);
    return this.ofText[text];
  }

  numberOf(id: NumberId): DocumentNumber {
    return this.table.at(id);
  }

  /** The document numbers that a cell or memo names: ours where some of ours fit, else as written. */
  namedIn(text: number): readonly Named[] {
    if (text === 0) return [];
    let named = this.namedInText.get(text);
    if (!named) {
      named = this.exactly(text) ?? this.namedInWords(this.books.texts.at(text));
      this.namedInText.set(text, named);
    }
    return named;
  }

  /**
   * The documents that a text counts without naming them: `XS-001345等3张` means 1346 and 1347 too. In their
   * order, and only where all of them are ours; whether they are meant the amount must show.
   */
  countedIn(text: number): readonly NumberId[] {
    if (text === 0) return [];
    let counted = this.countedInText.get(text);
    if (!counted) this.countedInText.set(text, (counted = this.countedInWords(this.books.texts.at(text))));
    return counted;
  }

  private countedInWords(words: string): readonly NumberId[] {
    const { numbers, ranges, documentCount } = readNaming(words);
    const missing = documentCount - numbers.length;
    if (numbers.length === 0 || ranges.length > 0 || missing <= 0 || missing > COUNTED_MAX) return [];
    const { prefix, digits } = numbers[numbers.length - 1];
    const following = Array.from({ length: missing }, (_, at) => this.oursLike({ prefix, digits: String(Number(digits) + 1 + at) }));
    return following.every((alike) => alike.length > 0) ? following.flat() : [];
  }

  /** A cell that holds a document's number as a ledger prints it, letters and all, and nothing that could be another: the usual case, and no words to read. */
  private exactly(text: number): readonly Named[] | null {
    const id = this.ofText[text];
    const isPlain = id !== 0 && PLAIN_NUMBER.test(this.books.texts.at(text));
    return isPlain && this.table.isAlone(id) && !this.byShortDigits.has(this.table.at(id).digits) ? [{ id, written: id, isWhole: true }] : null;
  }

  namedInWords(words: string): readonly Named[] {
    const { numbers, ranges } = readNaming(words.replace(DATE, ' '));
    const named = new Map<NumberId, Named>();
    const add = (id: NumberId, written: NumberId, isWhole: boolean) => named.set(id, { id, written, isWhole: isWhole || (named.get(id)?.isWhole ?? false) });
    for (const number of numbers) {
      const written = this.table.intern(number);
      const ours = this.oursLike(number);
      for (const id of ours.length === 0 ? [written] : ours) add(id, written, number.prefix !== '');
    }
    for (const { prefix, from, to } of ranges) {
      for (let digits = from; digits <= to; digits++) for (const id of this.oursLike({ prefix, digits: String(digits) })) add(id, id, prefix !== '');
    }
    return [...named.values()];
  }

  /** The one account that had a debit under this number by a day. */
  ownerOn(document: NumberId, day: DaySerial): DocumentOwner | undefined {
    const isOwned = this.isDebitOn(document, day) && this.sharedFromDay[document] > day;
    return isOwned ? { customer: this.ownerCustomer[document], currency: this.ownerCurrency[document] } : undefined;
  }

  /** True for the number of a debit of ours, whoever's, that was booked by a day. */
  isDebitOn(document: NumberId, day: DaySerial): boolean {
    return document < this.oursEnd && this.firstDay[document] <= day;
  }

  /** Our documents that the number may mean. */
  private oursLike(number: DocumentNumber): readonly NumberId[] {
    const alike: NumberId[] = [...(this.byShortDigits.get(number.digits) ?? [])];
    for (const id of this.table.withDigits(number.digits)) if (id < this.oursEnd) alike.push(id);
    return alike.filter((id) => samePrefix(this.table.prefixOf(id), number.prefix));
  }

  private internOurs(text: number): void {
    if (text === 0 || this.ofText[text] !== 0) return;
    const written = this.books.texts.at(text);
    const plain = this.table.internPlain(written);
    if (plain >= 0 && this.table.isBelow(plain, SHORTENED_FROM)) {
      this.ofText[text] = plain;
      return;
    }
    const [whole, ...shorter] = this.numbersAsWritten(text);
    const id = this.table.intern(whole);
    this.ofText[text] = id;
    for (const { digits } of shorter) this.byShortDigits.set(digits, [...(this.byShortDigits.get(digits) ?? []), id]);
  }

  /** The number of a cell and the shorter ones it is known by; a cell without digits is known by its letters. */
  private numbersAsWritten(text: number): readonly DocumentNumber[] {
    const written = this.books.texts.at(text);
    const numbers = numbersOfDocument(written);
    return numbers.length > 0 ? numbers : [{ prefix: fold(written), digits: '' }];
  }

  private noteOwner(document: NumberId, entry: EntryIndex, day: DaySerial): void {
    const { ours } = this.books;
    const isOwn = this.ownerCustomer[document] === ours.customer[entry] && this.ownerCurrency[document] === ours.currency[entry];
    if (!isOwn) this.sharedFromDay[document] = Math.min(this.sharedFromDay[document], Math.max(day, this.firstDay[document]));
    if (day >= this.firstDay[document]) return;
    this.firstDay[document] = day;
    this.ownerCustomer[document] = ours.customer[entry];
    this.ownerCurrency[document] = ours.currency[entry];
  }
}

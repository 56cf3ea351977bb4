/**
 * Every document number in the books as a small whole number, however it is printed, and what a text
 * names. Number 0 means none. How numbers are written is the matching room's knowledge.
 */
import type { DaySerial } from '../units/units';
import { fold } from '../ledger/fold';
import type { Books, CustomerIndex, EntryIndex } from '../ledger/books';
import { numbersOfDocument, readNaming, samePrefix, type DocumentNumber } from '../matching/references';

export type NumberId = number;

/** A number that a text names. */
export interface Named {
  readonly id: NumberId;
  /** With its letters, so that it cannot be another customer's by chance. */
  readonly isWhole: boolean;
}

/** Whose debit a document is. */
export interface DocumentOwner {
  readonly customer: CustomerIndex;
  readonly currency: number;
  readonly firstDay: DaySerial;
  /** Several accounts have debits under this number (a transfer), so that it names none of them. */
  readonly isShared: boolean;
}

/** A calendar date in a memo is no document: "2026年3月货款", "paid 2026-03-31". */
const DATE = /(?<![A-Za-z0-9-])(?:19|20)\d\d\s*(?:年|[-/.])\s*\d{1,2}(?:\s*(?:月|[-/.])(?:\s*\d{1,2}日?)?)?(?![\d-])/g;

export class DocumentNumbers {
  private readonly ids = new Map<string, NumberId>();
  private readonly numbers: DocumentNumber[] = [{ prefix: '', digits: '' }];
  private readonly ofTextNumber = new Map<number, NumberId>();
  private readonly namedInText = new Map<number, readonly Named[]>();
  /** Our documents by their digits, in every form in which they are known. */
  private readonly byDigits = new Map<string, NumberId[]>();
  private readonly owners = new Map<NumberId, DocumentOwner>();

  constructor(private readonly books: Books, days: Int32Array) {
    const { ours } = books;
    for (let i = 0; i < ours.count; i++) {
      const document = this.ofOurText(ours.document[i]);
      if (document !== 0 && ours.amountMinor[i] > 0) this.noteOwner(document, i, days[i]);
    }
  }

  /** The entry's own document. */
  ofEntry(entry: EntryIndex): NumberId {
    return this.ofTextNumber.get(this.books.ours.document[entry]) ?? 0;
  }

  /** A cell of the customer's ledger that holds one document number. */
  ofTheirText(text: number): NumberId {
    return text === 0 ? 0 : this.ofWritten(this.books.texts.at(text));
  }

  numberOf(id: NumberId): DocumentNumber {
    return this.numbers[id];
  }

  /** The document numbers that a cell or memo names: ours where some of ours fit, else as written. */
  namedIn(text: number): readonly Named[] {
    if (text === 0) return [];
    let named = this.namedInText.get(text);
    if (!named) {
      named = this.namedInWords(this.books.texts.at(text));
      this.namedInText.set(text, named);
    }
    return named;
  }

  namedInWords(words: string): readonly Named[] {
    const { numbers, ranges } = readNaming(words.replace(DATE, ' '));
    const named = new Map<NumberId, Named>();
    const add = (id: NumberId, isWhole: boolean) => named.set(id, { id, isWhole: isWhole || (named.get(id)?.isWhole ?? false) });
    for (const number of numbers) {
      const ours = this.oursLike(number);
      if (ours.length === 0) add(this.intern(number), number.prefix !== '');
      for (const id of ours) add(id, number.prefix !== '');
    }
    for (const { prefix, from, to } of ranges) {
      for (let digits = from; digits <= to; digits++) for (const id of this.oursLike({ prefix, digits: String(digits) })) add(id, prefix !== '');
    }
    return [...named.values()];
  }

  ownerOf(document: NumberId): DocumentOwner | undefined {
    return this.owners.get(document);
  }

  private oursLike(number: DocumentNumber): readonly NumberId[] {
    const fitting = (this.byDigits.get(number.digits) ?? []).filter((id) => samePrefix(this.numbers[id].prefix, number.prefix));
    const same = fitting.filter((id) => this.numbers[id].prefix === number.prefix);
    return same.length > 0 ? same : fitting;
  }

  private ofOurText(text: number): NumberId {
    if (text === 0) return 0;
    let id = this.ofTextNumber.get(text);
    if (id === undefined) {
      const written = this.books.texts.at(text);
      id = this.ofWritten(written);
      this.ofTextNumber.set(text, id);
      for (const { digits } of numbersOfDocument(written)) {
        const known = this.byDigits.get(digits);
        if (!known) this.byDigits.set(digits, [id]);
        else if (!known.includes(id)) known.push(id);
      }
    }
    return id;
  }

  private ofWritten(written: string): NumberId {
    const [number] = numbersOfDocument(written);
    return this.intern(number ?? { prefix: fold(written), digits: '' });
  }

  private intern(number: DocumentNumber): NumberId {
    const key = `${number.prefix}|${number.digits}`;
    if (key === '|') return 0;
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.numbers.push(number) - 1;
      this.ids.set(key, id);
    }
    return id;
  }

  private noteOwner(document: NumberId, entry: EntryIndex, day: DaySerial): void {
    const { ours } = this.books;
    const owner = this.owners.get(document);
    const customer = ours.customer[entry];
    const currency = ours.currency[entry];
    if (!owner) this.owners.set(document, { customer, currency, firstDay: day, isShared: false });
    else if (owner.customer !== customer || owner.currency !== currency) this.owners.set(document, { ...owner, isShared: true });
    else if (day < owner.firstDay) this.owners.set(document, { ...owner, firstDay: day });
  }
}

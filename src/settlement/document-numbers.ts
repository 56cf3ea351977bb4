/**
 * Every document number in the books as a small whole number, however it is printed, and what a text names.
 * Number 0 means none.
 */
import type { DaySerial } from '../units/units';
import type { Books, CustomerIndex, EntryIndex } from '../ledger/books';

export type NumberId = number;

/** Whose debit a document is; documents that several accounts share belong to nobody in particular. */
export interface DocumentOwner {
  readonly customer: CustomerIndex;
  readonly currency: number;
  readonly firstDay: DaySerial;
  readonly isShared: boolean;
}

export class DocumentNumbers {
  private readonly ids = new Map<string, NumberId>();
  private readonly wholeTexts = new Map<number, NumberId>();
  private readonly namedInText = new Map<number, readonly NumberId[]>();
  private readonly owners = new Map<NumberId, DocumentOwner>();

  constructor(private readonly books: Books, days: Int32Array) {
    const { ours } = books;
    for (let i = 0; i < ours.count; i++) {
      if (ours.amountMinor[i] <= 0) continue;
      const document = this.ofEntry(i);
      if (document !== 0) this.noteOwner(document, i, days[i]);
    }
  }

  /** The entry's own document. */
  ofEntry(entry: EntryIndex): NumberId {
    return this.ofText(this.books.ours.document[entry]);
  }

  /** A cell that holds one document number (a text number of the pool). */
  ofText(text: number): NumberId {
    if (text === 0) return 0;
    let id = this.wholeTexts.get(text);
    if (id === undefined) {
      id = this.ofNumber(this.books.texts.at(text));
      this.wholeTexts.set(text, id);
    }
    return id;
  }

  /** A document number as written on a master sheet. */
  ofNumber(written: string): NumberId {
    return this.intern(normalised(written));
  }

  /** The document numbers that a cell or memo names. */
  namedIn(text: number): readonly NumberId[] {
    if (text === 0) return [];
    let named = this.namedInText.get(text);
    if (!named) {
      named = [...new Set(numbersIn(this.books.texts.at(text)).map((number) => this.intern(number)))];
      this.namedInText.set(text, named);
    }
    return named;
  }

  ownerOf(document: NumberId): DocumentOwner | undefined {
    return this.owners.get(document);
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

  private intern(number: string): NumberId {
    if (number === '') return 0;
    let id = this.ids.get(number);
    if (id === undefined) {
      id = this.ids.size + 1;
      this.ids.set(number, id);
    }
    return id;
  }
}

function normalised(written: string): string {
  return written.normalize('NFKC').toUpperCase().replace(/[\s\-_.#:/]+/g, '').replace(/(^|\D)0+(?=\d)/g, '$1');
}

function numbersIn(text: string): string[] {
  const tokens = text.normalize('NFKC').toUpperCase().match(/[A-Z]*[ \-_]*\d[\d-]*/g) ?? [];
  return tokens.map(normalised).filter((token) => /\d/.test(token));
}

/** Entries gathered into documents, in an order that is by content alone. */
import { ENTRY_KINDS, type Books, type EntryIndex, type Side } from '../ledger/books';
import { Doc, FAMILY_OF_KIND, type Family } from './doc';
import { linesOf, type Lines } from './lines';
import { isSameNumber, type Naming, type TextReadings } from './readings';
import { sortBy } from './sorting';

/** Documents of one day up to which the one that a line belongs to is looked for one by one. */
const FEW = 12;

/** The text that says everything an entry says: what order is made of where numbers tie. */
export function contentOf(books: Books, side: Side, entry: EntryIndex): string {
  const ledger = linesOf(books, side);
  const texts = [ledger.document, ledger.references, ledger.memo, ledger.kindText, ledger.item, ledger.productClass].map((column) => books.texts.at(column[entry]));
  return [ledger.day[entry], ledger.amountMinor[entry], ledger.kind[entry], ...texts].join('|');
}

/** The documents of one side of an account, whose entries come by day. Numbered in the order of their first entries: by day, amount, content. */
export function gatherDocs(books: Books, side: Side, entries: ArrayLike<EntryIndex>, readings: TextReadings): Doc[] {
  const { day } = linesOf(books, side);
  const gathering = new Gathering(books, side, readings);
  for (let from = 0, to = 0; from < entries.length; from = to) {
    for (to = from + 1; to < entries.length && day[entries[to]] === day[entries[from]]; ) to++;
    gathering.addDay(entries, from, to);
  }
  return gathering.finished();
}

class Gathering {
  private readonly docs: Doc[] = [];
  private readonly ledger: Lines;
  private contents: Map<EntryIndex, string> | null = null;
  private readonly ofDay: EntryIndex[] = [];
  private readonly compare: (a: EntryIndex, b: EntryIndex) => number;

  constructor(
    private readonly books: Books,
    private readonly side: Side,
    private readonly readings: TextReadings,
  ) {
    this.ledger = linesOf(books, side);
    const { amountMinor } = this.ledger;
    this.compare = (a, b) => amountMinor[a] - amountMinor[b] || this.compareContents(a, b);
  }

  /** A list of its own, of just this length: see `PerSide`. */
  finished(): Doc[] {
    const docs = this.docs.slice();
    this.docs.length = 0;
    return docs;
  }

  /** Numbers that start again every month are told apart by the day: one day's documents at a time. */
  addDay(entries: ArrayLike<EntryIndex>, from: number, to: number): void {
    if (to - from === 1) {
      this.addDoc(entries[from]);
      return;
    }
    const first = this.docs.length;
    const byKey = to - from > FEW ? new Map<string, Doc>() : null;
    for (const entry of this.ordered(entries, from, to)) {
      const known = byKey ? byKey.get(this.keyOf(entry)) : this.knownSince(first, entry);
      if (known) this.addLine(known, entry);
      else {
        const doc = this.addDoc(entry);
        if (byKey && doc.numbers.length > 0) byKey.set(this.keyOf(entry), doc);
      }
    }
  }

  /** One day's entries by amount, then everything else that they say. */
  private ordered(entries: ArrayLike<EntryIndex>, from: number, to: number): readonly EntryIndex[] {
    this.ofDay.length = 0;
    for (let at = from; at < to; at++) this.ofDay.push(entries[at]);
    return sortBy(this.ofDay, this.compare);
  }

  private compareContents(a: EntryIndex, b: EntryIndex): number {
    const [first, second] = [this.contentOf(a), this.contentOf(b)];
    return first < second ? -1 : first > second ? 1 : 0;
  }

  private contentOf(entry: EntryIndex): string {
    const contents = (this.contents ??= new Map());
    let content = contents.get(entry);
    if (content === undefined) contents.set(entry, (content = contentOf(this.books, this.side, entry)));
    return content;
  }

  private familyOf(entry: EntryIndex): Family {
    return FAMILY_OF_KIND[ENTRY_KINDS[this.ledger.kind[entry]]];
  }

  private keyOf(entry: EntryIndex): string {
    return `${this.ledger.document[entry]} ${this.ledger.references[entry]} ${this.familyOf(entry)}`;
  }

  /** The document of this number, reference and family among the last ones. */
  private knownSince(first: number, entry: EntryIndex): Doc | undefined {
    const { document, references } = this.ledger;
    for (let at = first; at < this.docs.length; at++) {
      const doc = this.docs[at];
      if (doc.document === document[entry] && doc.numbers.length > 0 && references[doc.entries[0]] === references[entry] && doc.family === this.familyOf(entry)) return doc;
    }
    return undefined;
  }

  private addDoc(entry: EntryIndex): Doc {
    const { ledger, readings } = this;
    const document = ledger.document[entry];
    const numbers = readings.numbersOf(document);
    const order = numbers.length > 0 ? readings.placeOf(numbers[0]) : null;
    const naming = readings.namingOfOthers(document, ledger.references[entry], ledger.memo[entry]);
    const doc = new Doc(this.docs.length, this.side, this.familyOf(entry), ledger.day[entry], document, numbers, order, naming, [entry], ledger.amountMinor[entry]);
    this.docs.push(doc);
    return doc;
  }

  private addLine(doc: Doc, entry: EntryIndex): void {
    const { ledger } = this;
    const last = doc.entries[doc.entries.length - 1];
    (doc.entries as EntryIndex[]).push(entry);
    doc.bookedMinor += ledger.amountMinor[entry];
    doc.amountMinor = doc.bookedMinor;
    // The number and the reference are the same: only a memo can name more.
    if (ledger.memo[entry] !== ledger.memo[last]) doc.naming = mergeNamings(doc.naming, this.readings.namingOfOthers(doc.document, ledger.references[entry], ledger.memo[entry]));
  }
}

function mergeNamings(a: Naming, b: Naming): Naming {
  if (a === b || (b.numbers.length === 0 && b.ranges.length === 0)) return a;
  const added = b.numbers.filter((number) => !a.numbers.some((known) => isSameNumber(known, number)));
  return { numbers: [...a.numbers, ...added], ranges: [...a.ranges, ...b.ranges], documentCount: Math.max(a.documentCount, b.documentCount) };
}

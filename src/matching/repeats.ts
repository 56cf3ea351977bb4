/**
 * A document keyed twice on one day looks like one document of twice the amount. Where the other side has it once,
 * it is parted into as many documents as it was keyed: one of them is matched, the others are second bookings.
 */
import type { Books, EntryIndex } from '../ledger/books';
import { Doc } from './doc';
import { linesOf, type Lines } from './lines';

/** The documents of a side, those keyed several times parted, where the other side has them once. */
export function partRepeats(books: Books, docs: Doc[], others: readonly Doc[]): Doc[] {
  let known: ReadonlySet<string> | null = null;
  const parts = new Map<Doc, number>();
  for (const doc of docs) {
    const times = doc.numbers.length === 0 || doc.entries.length < 2 ? 1 : timesKeyed(books, doc);
    if (times > 1 && keysOf(doc, times).some((key) => (known ??= new Set(others.flatMap((other) => keysOf(other, 1)))).has(key))) parts.set(doc, times);
  }
  return parts.size === 0 ? docs : numbered(docs.flatMap((doc) => part(doc, parts.get(doc) ?? 1)));
}

/** How often every line of the document stands in it; 1 where one stands alone. */
function timesKeyed(books: Books, doc: Doc): number {
  const ledger = linesOf(books, doc.side);
  let [times, run] = [0, 1];
  for (let at = 1; at <= doc.entries.length; at++) {
    if (at < doc.entries.length && isRepeated(ledger, doc.entries[at - 1], doc.entries[at])) run++;
    else {
      times = greatestDivisor(times, run);
      if (times === 1) return 1;
      run = 1;
    }
  }
  return times;
}

/** Whether two lines of one document say the same. Its entries ascend by amount and content, so that such lines stand together. */
function isRepeated({ amountMinor, kind, kindText, memo, item, productClass }: Lines, a: EntryIndex, b: EntryIndex): boolean {
  return amountMinor[a] === amountMinor[b] && [kind, kindText, memo, item, productClass].every((column) => column[a] === column[b]);
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/** What a document is called or names, with the amount of one of so many bookings. */
const keysOf = (doc: Doc, times: number): string[] => [...doc.numbers, ...doc.naming.numbers].map(({ digits }) => `${digits} ${doc.bookedMinor / times}`);

function part(doc: Doc, times: number): Doc[] {
  if (times === 1) return [doc];
  // Lines that say the same stand together: every so manyth is of one booking.
  return Array.from({ length: times }, (_, nth) => withEntries(doc, doc.id, doc.entries.filter((_, at) => at % times === nth), doc.bookedMinor / times));
}

/** Numbered anew by their places. */
const numbered = (docs: readonly Doc[]): Doc[] => docs.map((doc, place) => (doc.id === place ? doc : withEntries(doc, place, doc.entries, doc.bookedMinor)));

const withEntries = ({ side, family, day, document, numbers, order, naming }: Doc, id: number, entries: readonly EntryIndex[], bookedMinor: number): Doc => new Doc(id, side, family, day, document, numbers, order, naming, entries, bookedMinor);

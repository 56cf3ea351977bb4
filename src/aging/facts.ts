/** What is known about an item beside its age: disputed, a promise broken, the customer out of business. */
import type { DaySerial, MinorUnits } from '../units/units';
import { ENTRY_KINDS, type Books, type CustomerIndex, type EntryIndex } from '../ledger/books';
import type { Annotations, PlanNote } from '../annotations/annotations';
import { NotesByAccount, accountKey } from '../annotations/notes-by-account';
import { promiseOutcome } from '../annotations/promise-outcome';
import type { Category, Reconciliation } from '../matching/reconciliation';
import type { Settlement } from '../settlement/settlement';

/** The two sides see these differently, so the customer will not pay them as they stand; unless by its own books it owes more. */
const DISPUTED_CATEGORIES: readonly Category[] = ['amount-difference', 'unexplained'];

export interface Facts {
  isDisputed(entry: EntryIndex): boolean;
  /** The day promised and not kept; null where nothing was promised, or it was kept or is still ahead. */
  brokenPromiseDay(customer: CustomerIndex, currency: string): DaySerial | null;
  isClosed(customer: CustomerIndex): boolean;
}

export function factsOf(books: Books, asOf: DaySerial, reconciliation: Reconciliation, settlement: Settlement, annotations: Annotations): Facts {
  const { ours } = books;
  const differing = new Set(reconciliation.items.filter((item) => item.amountMinor > 0 && DISPUTED_CATEGORIES.includes(item.category)).flatMap((item) => item.ours));
  const closed = new Set(books.masters.filter((master) => master.closed).map((master) => master.customer));
  // What was written after the as-of day was not known on it.
  const notes = new NotesByAccount(books, annotations.planNotes.filter((note) => note.writtenDay === null || note.writtenDay <= asOf));
  const broken = brokenPromises(books, asOf, settlement, notes);
  const isAccountDisputed = (entry: EntryIndex) => notes.at(ours.customer[entry] * books.currencies.length + ours.currency[entry])?.status === 'disputed';
  return {
    isDisputed: (entry) => ours.disputed[entry] === 1 || differing.has(entry) || isAccountDisputed(entry),
    brokenPromiseDay: (customer, currency) => (broken.size === 0 ? null : broken.get(accountKey(books, customer, currency)) ?? null),
    isClosed: (customer) => closed.has(customer),
  };
}

/** Promised days that passed without what was promised, by account key. */
function brokenPromises(books: Books, asOf: DaySerial, settlement: Settlement, notes: NotesByAccount): ReadonlyMap<number, DaySerial> {
  const promised = new Map([...notes.entries()].filter(([, note]) => note.promisedDay !== null));
  const broken = new Map<number, DaySerial>();
  if (promised.size === 0) return broken;
  const openMinor = new Map<number, MinorUnits>();
  for (const item of settlement.openItems) addTo(openMinor, accountKey(books, item.customer, item.currency), item.openMinor);
  const receivedMinor = receivedSinceWritten(books, asOf, promised);
  for (const [key, note] of promised) {
    const outcome = promiseOutcome(note, { openMinor: openMinor.get(key) ?? 0, receivedSinceMinor: receivedMinor.get(key) ?? 0 }, asOf);
    if (outcome?.state === 'broken') broken.set(key, outcome.day);
  }
  return broken;
}

/** Payments booked by the as-of day and after the note was written, by account key. */
function receivedSinceWritten(books: Books, asOf: DaySerial, notes: ReadonlyMap<number, PlanNote>): ReadonlyMap<number, MinorUnits> {
  const { ours } = books;
  const payment = ENTRY_KINDS.indexOf('payment');
  const receivedMinor = new Map<number, MinorUnits>();
  for (let i = 0; i < ours.count; i++) {
    if (ours.kind[i] !== payment || ours.day[i] > asOf) continue;
    const key = ours.customer[i] * books.currencies.length + ours.currency[i];
    const writtenDay = notes.get(key)?.writtenDay ?? null;
    if (writtenDay !== null && ours.day[i] > writtenDay) addTo(receivedMinor, key, -ours.amountMinor[i]);
  }
  return receivedMinor;
}

function addTo(sumsMinor: Map<number, MinorUnits>, key: number, amountMinor: MinorUnits): void {
  sumsMinor.set(key, (sumsMinor.get(key) ?? 0) + amountMinor);
}

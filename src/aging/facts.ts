/** What is known about an item beside its age: disputed, a promise broken, the customer out of business. */
import { NO_DAY, type DaySerial, type MinorUnits } from '../units/units';
import { ENTRY_KINDS, type Books, type CustomerIndex, type EntryIndex } from '../ledger/books';
import type { Annotations, PlanNote } from '../annotations/annotations';
import type { Category, Reconciliation } from '../matching/reconciliation';
import type { Settlement } from '../settlement/settlement';

/** The two sides see these differently, so the customer will not pay them as they stand. */
const DISPUTED_CATEGORIES: readonly Category[] = ['amount-difference', 'unexplained'];

export interface Facts {
  isDisputed(entry: EntryIndex): boolean;
  /** The day promised and not kept; null where nothing was promised, or it was kept or is still ahead. */
  brokenPromiseDay(customer: CustomerIndex, currency: string): DaySerial | null;
  isClosed(customer: CustomerIndex): boolean;
}

export function factsOf(books: Books, asOf: DaySerial, reconciliation: Reconciliation, settlement: Settlement, annotations: Annotations): Facts {
  const { ours } = books;
  const differing = new Set(reconciliation.items.filter((item) => DISPUTED_CATEGORIES.includes(item.category)).flatMap((item) => item.ours));
  const closed = new Set(books.masters.filter((master) => master.closed).map((master) => master.customer));
  const notes = annotations.planNotes.filter((note) => note.writtenDay === null || note.writtenDay <= asOf);
  const noteKey = (name: string, currency: string) => `${name}|${currency}`;
  const accountKey = (customer: CustomerIndex, currency: string) => noteKey(books.customers[customer].name, currency);
  const disputedAccounts = new Set(notes.filter((note) => note.status === 'disputed').map((note) => noteKey(note.customerName, note.currency)));
  const broken = new Map<string, DaySerial>();
  for (const note of notes) if (isBroken(note, books, asOf, settlement)) broken.set(noteKey(note.customerName, note.currency), note.promisedDay as DaySerial);
  return {
    isDisputed: (entry) => ours.disputed[entry] === 1 || differing.has(entry) || disputedAccounts.has(accountKey(ours.customer[entry], books.currencies[ours.currency[entry]])),
    brokenPromiseDay: (customer, currency) => broken.get(accountKey(customer, currency)) ?? null,
    isClosed: (customer) => closed.has(customer),
  };
}

/** The promised day is past and less came than was promised; with no amount promised, nothing came. */
function isBroken(note: PlanNote, books: Books, asOf: DaySerial, settlement: Settlement): boolean {
  if (note.promisedDay === null || note.promisedDay >= asOf || note.status === 'paid') return false;
  const customer = books.customers.findIndex(({ name }) => name === note.customerName);
  if (customer < 0) return false;
  if (note.writtenDay !== null) {
    return receivedMinor(books, customer, note.currency, note.writtenDay, note.promisedDay) < (note.promisedMinor ?? 1);
  }
  const openMinor = settlement.openItems.reduce((sumMinor, item) => sumMinor + (item.customer === customer && item.currency === note.currency ? item.openMinor : 0), 0);
  return note.openThenMinor !== null && openMinor > note.openThenMinor - (note.promisedMinor ?? 1);
}

/** Payments booked after one day, up to and with another. */
function receivedMinor(books: Books, customer: CustomerIndex, currency: string, afterDay: DaySerial, untilDay: DaySerial): MinorUnits {
  const { ours } = books;
  const payment = ENTRY_KINDS.indexOf('payment');
  let sumMinor = 0;
  for (let i = 0; i < ours.count; i++) {
    if (ours.customer[i] !== customer || ours.kind[i] !== payment || ours.day[i] === NO_DAY) continue;
    if (ours.day[i] > afterDay && ours.day[i] <= untilDay && books.currencies[ours.currency[i]] === currency) sumMinor -= ours.amountMinor[i];
  }
  return sumMinor;
}

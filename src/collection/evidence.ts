/** Whether a debt could be proven: by a statement the customer signed, or by its own books. */
import type { DaySerial } from '../units/units';
import type { Books, EntryIndex } from '../ledger/books';
import type { Reconciliation } from '../matching/reconciliation';
import type { AccountFacts } from './account-facts';

/** Entries of ours that the customer's ledger holds too. */
export function entriesBookedByThem(books: Books, reconciliation: Reconciliation): Uint8Array {
  const booked = new Uint8Array(books.ours.count);
  const { count, isConfirmed, ours, theirs } = reconciliation.matches;
  for (let match = 0; match < count; match++) {
    if (isConfirmed[match] === 0 || theirs.starts[match] === theirs.starts[match + 1]) continue;
    for (let at = ours.starts[match]; at < ours.starts[match + 1]; at++) booked[ours.entries[at]] = 1;
  }
  return booked;
}

export function isProven(books: Books, account: AccountFacts, signedDay: DaySerial | null, bookedByThem: Uint8Array): boolean {
  const isCovered = (entry: EntryIndex) => bookedByThem[entry] === 1 || (signedDay !== null && books.ours.day[entry] <= signedDay);
  return account.items.every(({ item, class: itemClass }) => itemClass !== 'bad' || item.openMinor <= 0 || isCovered(item.entry));
}

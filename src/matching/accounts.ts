/**
 * The accounts of both ledgers: one per customer and currency, with both balances and the entries that count
 * as of a day. Entries dated later do not count.
 */
import type { DaySerial } from '../units/units';
import { ENTRY_KINDS, SIDES, ledgerOf, type Books, type Side } from '../ledger/books';
import type { AccountEntries } from './desk';
import type { Account } from './reconciliation';

const OPENING = ENTRY_KINDS.indexOf('opening');

export interface OpenAccount {
  readonly account: Account;
  /** Entries that count, openings apart. */
  readonly entries: AccountEntries;
  readonly openings: Readonly<Record<Side, readonly number[]>>;
}

interface Tally {
  readonly opening: Record<Side, number>;
  readonly closing: Record<Side, number>;
  readonly entries: Record<Side, number[]>;
  readonly openings: Record<Side, number[]>;
}

/** Ordered by the customer's number, then the currency's. */
export function openAccounts(books: Books, asOf: DaySerial): OpenAccount[] {
  const tallies = new Map<number, Tally>();
  const currencyCount = books.currencies.length;
  for (const side of SIDES) {
    const ledger = ledgerOf(books, side);
    for (let entry = 0; entry < ledger.count; entry++) {
      const key = ledger.customer[entry] * currencyCount + ledger.currency[entry];
      let tally = tallies.get(key);
      if (!tally) tallies.set(key, (tally = emptyTally()));
      if (ledger.day[entry] > asOf) continue;
      const isOpening = ledger.kind[entry] === OPENING;
      tally.closing[side] += ledger.amountMinor[entry];
      if (isOpening) tally.opening[side] += ledger.amountMinor[entry];
      (isOpening ? tally.openings : tally.entries)[side].push(entry);
    }
  }
  return [...tallies].sort(([a], [b]) => a - b).map(([key, tally]) => opened(books, Math.floor(key / currencyCount), key % currencyCount, tally));
}

function emptyTally(): Tally {
  return { opening: { ours: 0, theirs: 0 }, closing: { ours: 0, theirs: 0 }, entries: { ours: [], theirs: [] }, openings: { ours: [], theirs: [] } };
}

function opened(books: Books, customer: number, currency: number, tally: Tally): OpenAccount {
  const side = (which: Side) => ({ openingMinor: tally.opening[which], closingMinor: tally.closing[which], entryCount: tally.entries[which].length + tally.openings[which].length });
  const statement = books.sheets.some((sheet) => sheet.role === 'customer-ledger' && sheet.customer === customer && sheet.currency === books.currencies[currency]);
  const theirs = side('theirs');
  const account: Account = {
    customer, currency: books.currencies[currency], ours: side('ours'), theirs,
    differenceMinor: tally.closing.ours - tally.closing.theirs, hasTheirs: statement || theirs.entryCount > 0,
  };
  return { account, entries: { customer, currency, ours: tally.entries.ours, theirs: tally.entries.theirs }, openings: tally.openings };
}

/**
 * The accounts of both ledgers: one per customer and currency, with both balances and the entries that count
 * as of a day. Entries dated later do not count.
 */
import type { DaySerial } from '../units/units';
import { ENTRY_KINDS, ledgerOf, type Books, type EntryIndex, type Ledger, type Side } from '../ledger/books';
import type { AccountEntries } from './desk';
import type { Account } from './reconciliation';

const OPENING = ENTRY_KINDS.indexOf('opening');

export interface OpenAccount {
  readonly key: number;
  readonly account: Account;
  /** Entries that count, openings apart. */
  readonly entries: AccountEntries;
  readonly openings: Readonly<Record<Side, readonly EntryIndex[]>>;
}

/** Names the account of an entry: in the order of customers, then currencies. */
export function accountKey(books: Books, side: Side, entry: EntryIndex): number {
  const { customer, currency } = ledgerOf(books, side);
  return customer[entry] * books.currencies.length + currency[entry];
}

interface Tally {
  /** Place among the tallies, in the order in which accounts were met. */
  readonly place: number;
  readonly key: number;
  readonly opening: Record<Side, number>;
  readonly closing: Record<Side, number>;
  readonly entryCount: Record<Side, number>;
  readonly openings: Record<Side, EntryIndex[]>;
}

/** Ordered by the customer's number, then the currency's. */
export function openAccounts(books: Books, asOf: DaySerial): OpenAccount[] {
  const tallies = new Map<number, Tally>();
  const ours = entriesByAccount(books, 'ours', asOf, tallies);
  const theirs = entriesByAccount(books, 'theirs', asOf, tallies);
  const statements = new Set(books.sheets.filter((sheet) => sheet.role === 'customer-ledger').map((sheet) => `${sheet.customer} ${sheet.currency}`));
  const none = new Int32Array(0);
  return [...tallies.values()].sort((a, b) => a.key - b.key).map((tally) => opened(books, tally, { ours: ours[tally.place] ?? none, theirs: theirs[tally.place] ?? none }, statements));
}

/** Tallies one side; returns its entries that count, openings apart, by the place of their account and then by day. */
function entriesByAccount(books: Books, side: Side, asOf: DaySerial, tallies: Map<number, Tally>): Int32Array[] {
  const ledger = ledgerOf(books, side);
  const places = new Int32Array(ledger.count).fill(-1);
  for (let entry = 0; entry < ledger.count; entry++) {
    const key = accountKey(books, side, entry);
    let tally = tallies.get(key);
    if (!tally) tallies.set(key, (tally = emptyTally(tallies.size, key)));
    if (ledger.day[entry] > asOf) continue;
    tally.closing[side] += ledger.amountMinor[entry];
    if (ledger.kind[entry] === OPENING) {
      tally.opening[side] += ledger.amountMinor[entry];
      tally.openings[side].push(entry);
    } else {
      tally.entryCount[side]++;
      places[entry] = tally.place;
    }
  }
  const lists = [...tallies.values()].map((tally) => new Int32Array(tally.entryCount[side]));
  const filled = new Int32Array(lists.length);
  for (const entry of byDay(ledger)) {
    const place = places[entry];
    if (place >= 0) lists[place][filled[place]++] = entry;
  }
  return lists;
}

/** All entries by day, those of one day by row: counted out rather than compared. */
function byDay({ count, day }: Ledger): Int32Array {
  let [first, last] = [0, 0];
  for (let entry = 0; entry < count; entry++) {
    if (entry === 0 || day[entry] < first) first = day[entry];
    if (entry === 0 || day[entry] > last) last = day[entry];
  }
  const next = new Int32Array(last - first + 2);
  for (let entry = 0; entry < count; entry++) next[day[entry] - first + 1]++;
  for (let at = 1; at < next.length; at++) next[at] += next[at - 1];
  const ordered = new Int32Array(count);
  for (let entry = 0; entry < count; entry++) ordered[next[day[entry] - first]++] = entry;
  return ordered;
}

function emptyTally(place: number, key: number): Tally {
  return { place, key, opening: { ours: 0, theirs: 0 }, closing: { ours: 0, theirs: 0 }, entryCount: { ours: 0, theirs: 0 }, openings: { ours: [], theirs: [] } };
}

function opened(books: Books, tally: Tally, entries: Readonly<Record<Side, Int32Array>>, statements: ReadonlySet<string>): OpenAccount {
  const currencyCount = books.currencies.length;
  const [customer, currency] = [Math.floor(tally.key / currencyCount), tally.key % currencyCount];
  const side = (which: Side) => ({ openingMinor: tally.opening[which], closingMinor: tally.closing[which], entryCount: tally.entryCount[which] + tally.openings[which].length });
  const theirs = side('theirs');
  const account: Account = {
    customer, currency: books.currencies[currency], ours: side('ours'), theirs,
    differenceMinor: tally.closing.ours - tally.closing.theirs, hasTheirs: theirs.entryCount > 0 || statements.has(`${customer} ${books.currencies[currency]}`),
  };
  return { key: tally.key, account, entries: { customer, currency, ...entries }, openings: tally.openings };
}

/**
 * The accounts of both ledgers: one per customer and currency, with both balances and the entries that count
 * as of a day. Entries dated later do not count.
 */
import type { DaySerial } from '../units/units';
import { ENTRY_KINDS, ledgerOf, type Books, type EntryIndex, type Ledger, type Side } from '../ledger/books';
import type { AccountEntries } from './desk';
import type { Account } from './reconciliation';

const OPENING = ENTRY_KINDS.indexOf('opening');
const NO_ENTRIES: readonly EntryIndex[] = [];

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

/** One side of all accounts added up, by account key. */
interface Tally {
  readonly openingMinor: Float64Array;
  readonly closingMinor: Float64Array;
  /** Openings are counted too. */
  readonly entryCount: Int32Array;
  /** Of accounts that have some. */
  readonly openings: ReadonlyMap<number, readonly EntryIndex[]>;
  /** Entries that count, openings apart, account by account, then by day. */
  readonly entries: Int32Array;
  /** By account key: where its entries end; they start where those of the key before end. */
  readonly ends: Int32Array;
}

/** Ordered by the customer's number, then the currency's. */
export function openAccounts(books: Books, asOf: DaySerial): OpenAccount[] {
  const isMet = new Uint8Array(books.customers.length * books.currencies.length);
  const tallies = { ours: tallied(books, 'ours', asOf, isMet), theirs: tallied(books, 'theirs', asOf, isMet) };
  const statements = new Set(books.sheets.filter((sheet) => sheet.role === 'customer-ledger').map((sheet) => `${sheet.customer} ${sheet.currency}`));
  const accounts: OpenAccount[] = [];
  for (let key = 0; key < isMet.length; key++) if (isMet[key] === 1) accounts.push(opened(books, key, tallies, statements));
  return accounts;
}

/** Marks every account that it meets, be it with entries that do not count yet. */
function tallied(books: Books, side: Side, asOf: DaySerial, isMet: Uint8Array): Tally {
  const ledger = ledgerOf(books, side);
  const [openingMinor, closingMinor, entryCount] = [new Float64Array(isMet.length), new Float64Array(isMet.length), new Int32Array(isMet.length)];
  const openings = new Map<number, EntryIndex[]>();
  const keys = new Int32Array(ledger.count).fill(-1);
  for (let entry = 0; entry < ledger.count; entry++) {
    const key = accountKey(books, side, entry);
    isMet[key] = 1;
    if (ledger.day[entry] > asOf) continue;
    closingMinor[key] += ledger.amountMinor[entry];
    entryCount[key]++;
    if (ledger.kind[entry] === OPENING) {
      openingMinor[key] += ledger.amountMinor[entry];
      listed(openings, key, entry);
    } else keys[entry] = key;
  }
  return { openingMinor, closingMinor, entryCount, openings, ...byAccount(ledger, keys, isMet.length) };
}

function listed(lists: Map<number, EntryIndex[]>, key: number, entry: EntryIndex): void {
  const list = lists.get(key);
  if (list) list.push(entry);
  else lists.set(key, [entry]);
}

/** Counted out rather than compared. `keys`: by entry; none is below 0. */
function byAccount(ledger: Ledger, keys: Int32Array, keyCount: number): Pick<Tally, 'entries' | 'ends'> {
  const ends = new Int32Array(keyCount + 1);
  for (const key of keys) if (key >= 0) ends[key + 1]++;
  for (let key = 0; key < keyCount; key++) ends[key + 1] += ends[key];
  const entries = new Int32Array(ends[keyCount]);
  // Each starts where the one before ends, and moves up to its own end as its entries are put in.
  for (const entry of byDay(ledger)) if (keys[entry] >= 0) entries[ends[keys[entry]]++] = entry;
  return { entries, ends };
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

function opened(books: Books, key: number, tallies: Readonly<Record<Side, Tally>>, statements: ReadonlySet<string>): OpenAccount {
  const currencyCount = books.currencies.length;
  const [customer, currency] = [Math.floor(key / currencyCount), key % currencyCount];
  const both = <Each>(of: (tally: Tally) => Each): Record<Side, Each> => ({ ours: of(tallies.ours), theirs: of(tallies.theirs) });
  const { ours, theirs } = both(({ openingMinor, closingMinor, entryCount }) => ({ openingMinor: openingMinor[key], closingMinor: closingMinor[key], entryCount: entryCount[key] }));
  const account: Account = {
    customer, currency: books.currencies[currency], ours, theirs,
    differenceMinor: ours.closingMinor - theirs.closingMinor, hasTheirs: theirs.entryCount > 0 || statements.has(`${customer} ${books.currencies[currency]}`),
  };
  const entries = both(({ entries: all, ends }) => all.subarray(key === 0 ? 0 : ends[key - 1], ends[key]));
  return { key, account, entries: { customer, currency, ...entries }, openings: both(({ openings }) => openings.get(key) ?? NO_ENTRIES) };
}

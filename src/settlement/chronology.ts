/**
 * The order in which settlement looks at our ledger: account by account, day by day, debits before
 * credits, then by what the lines say. It depends on content alone, never on the order of the rows.
 */
import { NO_DAY, type DaySerial } from '../units/units';
import type { Books, CustomerIndex, EntryIndex, Ledger } from '../ledger/books';

/** One customer in one currency: a stretch of `Chronology.order`. */
export interface AccountStretch {
  readonly customer: CustomerIndex;
  /** Number in `Books.currencies`. */
  readonly currency: number;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

export interface Chronology {
  readonly accounts: readonly AccountStretch[];
  /** Entries booked by the as-of day. */
  readonly order: Uint32Array;
  /** Day of every entry; `firstDayOf` the ledger where it carries none. */
  readonly days: Int32Array;
}

const FEW = 8;

export function chronologyOf(books: Books, asOf: DaySerial): Chronology {
  const { ours } = books;
  const firstDay = firstDayOf(ours, asOf);
  const days = ours.day.map((day) => (day === NO_DAY ? firstDay : day));
  const accountOf = (entry: EntryIndex) => ours.customer[entry] * books.currencies.length + ours.currency[entry];
  const byDay = sortedBy(entriesUntil(days, asOf), (entry) => days[entry]);
  const order = sortedBy(byDay, accountOf);
  const accounts: AccountStretch[] = [];
  for (let from = 0; from < order.length; ) {
    const account = accountOf(order[from]);
    let to = from + 1;
    while (to < order.length && accountOf(order[to]) === account) to++;
    accounts.push({ customer: ours.customer[order[from]], currency: ours.currency[order[from]], from, to });
    from = to;
  }
  sortWithinDays(books, order, days, accounts);
  return { accounts, order, days };
}

/** The first day of the ledger, as far as it was booked by a day: from then on counts a line that carries none (an opening balance). */
export function firstDayOf({ count, day }: Ledger, asOf: DaySerial): DaySerial {
  let firstDay: DaySerial = asOf;
  for (let i = 0; i < count; i++) if (day[i] !== NO_DAY && day[i] < firstDay) firstDay = day[i];
  return firstDay;
}

function entriesUntil(days: Int32Array, asOf: DaySerial): Uint32Array {
  const entries = new Uint32Array(days.length);
  let count = 0;
  for (let i = 0; i < days.length; i++) if (days[i] <= asOf) entries[count++] = i;
  return entries.subarray(0, count);
}

/** A stable counting sort by a small whole number. */
function sortedBy(entries: Uint32Array, keyOf: (entry: EntryIndex) => number): Uint32Array {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key < lowest) lowest = key;
    if (key > highest) highest = key;
  }
  if (entries.length === 0) return entries;
  const starts = new Uint32Array(highest - lowest + 2);
  for (const entry of entries) starts[keyOf(entry) - lowest + 1]++;
  for (let k = 1; k < starts.length; k++) starts[k] += starts[k - 1];
  const sorted = new Uint32Array(entries.length);
  for (const entry of entries) sorted[starts[keyOf(entry) - lowest]++] = entry;
  return sorted;
}

function sortWithinDays(books: Books, order: Uint32Array, days: Int32Array, accounts: readonly AccountStretch[]): void {
  const compare = byContent(books);
  for (const account of accounts) {
    for (let from = account.from; from < account.to; ) {
      let to = from + 1;
      while (to < account.to && days[order[to]] === days[order[from]]) to++;
      sortStretch(order, from, to, compare);
      from = to;
    }
  }
}

/** Most days hold a few lines: these are put in place one by one, without a copy. */
function sortStretch(order: Uint32Array, from: number, to: number, compare: (a: EntryIndex, b: EntryIndex) => number): void {
  if (to - from > FEW) {
    order.subarray(from, to).sort(compare);
    return;
  }
  for (let at = from + 1; at < to; at++) {
    const entry = order[at];
    let before = at - 1;
    for (; before >= from && compare(order[before], entry) > 0; before--) order[before + 1] = order[before];
    order[before + 1] = entry;
  }
}

/** Debits first; then by document, class, item, amount and memo. Lines that say the same keep their row order, which changes nothing. */
function byContent(books: Books): (a: EntryIndex, b: EntryIndex) => number {
  const { ours, texts } = books;
  const byText = (column: Int32Array, a: EntryIndex, b: EntryIndex) => {
    if (column[a] === column[b]) return 0;
    return texts.at(column[a]) < texts.at(column[b]) ? -1 : 1;
  };
  return (a, b) =>
    Number(ours.amountMinor[b] > 0) - Number(ours.amountMinor[a] > 0) ||
    byText(ours.document, a, b) || byText(ours.productClass, a, b) || byText(ours.item, a, b) ||
    ours.amountMinor[a] - ours.amountMinor[b] || ours.dueDay[a] - ours.dueDay[b] || ours.kind[a] - ours.kind[b] ||
    byText(ours.references, a, b) || byText(ours.memo, a, b) || byText(ours.rep, a, b) || byText(ours.clearing, a, b);
}

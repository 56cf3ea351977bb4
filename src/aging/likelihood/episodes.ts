/**
 * Every debit's life as likelihood sees it: when it was booked, when it fell due, when money first came and
 * when it was settled. In columns, grouped by customer and in order of booking, so that "what was known on
 * a day" is a stretch of a column and not a search.
 */
import type { DaySerial } from '../../units/units';
import type { Books } from '../../ledger/books';
import { compareText } from '../compare-text';
import { dayOfMonth } from './calendar';
import type { AllocationRule, SettledDebit, Settlement } from '../../settlement/settlement';

/** Settled after the as-of day, or never: not known. */
export const NOT_YET: DaySerial = 2 ** 30;

/** Of a customer with more debits than this, every n-th is looked at: habits show in a sample too. */
const EPISODES_PER_CUSTOMER_MAX = 2000;

export interface Episodes {
  readonly asOf: DaySerial;
  readonly count: number;
  readonly customer: Int32Array;
  /** Number in `Books.currencies`. */
  readonly currency: Uint8Array;
  /** Number of the class, from 0 in order of name. */
  readonly productClass: Int32Array;
  readonly classNames: readonly string[];
  readonly day: Int32Array;
  readonly dueDay: Int32Array;
  readonly settledDay: Int32Array;
  /** 1 to 31, the last day of any month as 31; 0 while not settled. */
  readonly settledDayOfMonth: Uint8Array;
  readonly firstPaidDay: Int32Array;
  readonly amountMinor: Float64Array;
  readonly disputed: Uint8Array;
  /** 1 where money that named nothing settled it, because it was the oldest. */
  readonly settledInOrder: Uint8Array;
  /** Customer c's episodes are `starts[c]` up to, not including, `starts[c + 1]`. */
  readonly starts: Int32Array;
}

/** All lives, and those of some customers: of a large ledger a sample tells how to weigh, and takes a fraction of the time. */
export interface Observed {
  readonly all: Episodes;
  readonly sample: Episodes;
}

export function episodesOf(books: Books, settlement: Settlement, sampleMax: number): Observed {
  const parts = partsByCustomer(books.customers.length, settlement.history);
  const payments = paymentsOf(books, settlement);
  const all = columnsOf(books, settlement, parts, payments);
  const sample = parts.length <= sampleMax ? all : columnsOf(books, settlement, sampled(books, settlement, parts, sampleMax), payments);
  return { all, sample };
}

/** Whole customers, every n-th by name, so that neither the rows' order nor chance decides who is asked. */
function sampled(books: Books, { history }: Settlement, parts: Int32Array, sampleMax: number): Int32Array {
  const active = new Uint8Array(books.customers.length);
  for (const part of parts) active[history[part].customer] = 1;
  const byName = [...active.keys()].filter((customer) => active[customer] === 1);
  byName.sort((a, b) => compareText(books.customers[a].name, books.customers[b].name));
  const stride = Math.ceil(parts.length / sampleMax);
  const chosen = new Uint8Array(books.customers.length);
  for (let at = 0; at < byName.length; at += stride) chosen[byName[at]] = 1;
  return parts.filter((part) => chosen[history[part].customer] === 1);
}

function columnsOf(books: Books, { history, asOf }: Settlement, parts: Int32Array, { firstPaidDays, settledInOrder }: Payments): Episodes {
  const count = parts.length;
  const classes = new Set<string>();
  for (const part of parts) classes.add(history[part].productClass);
  const classNames = [...classes].sort(compareText);
  const classNumbers = new Map(classNames.map((name, number) => [name, number]));
  const daysOfMonth = new Map<DaySerial, number>();
  const columns = {
    customer: new Int32Array(count), currency: new Uint8Array(count), productClass: new Int32Array(count),
    day: new Int32Array(count), dueDay: new Int32Array(count), settledDay: new Int32Array(count), settledDayOfMonth: new Uint8Array(count),
    firstPaidDay: new Int32Array(count), amountMinor: new Float64Array(count), disputed: new Uint8Array(count), settledInOrder: new Uint8Array(count),
  };
  for (let i = 0; i < count; i++) {
    const part = history[parts[i]];
    columns.customer[i] = part.customer;
    columns.currency[i] = books.ours.currency[part.entry];
    columns.productClass[i] = classNumbers.get(part.productClass) as number;
    columns.day[i] = part.day;
    columns.dueDay[i] = part.dueDay;
    columns.settledDay[i] = part.settledDay ?? NOT_YET;
    columns.settledDayOfMonth[i] = part.settledDay === null ? 0 : memoised(daysOfMonth, part.settledDay, dayOfMonth);
    columns.firstPaidDay[i] = firstPaidDays[part.entry] || NOT_YET;
    columns.amountMinor[i] = part.amountMinor;
    columns.disputed[i] = books.ours.disputed[part.entry];
    columns.settledInOrder[i] = settledInOrder[part.entry];
  }
  return { asOf, count, classNames, ...columns, starts: startsOf(columns.customer, books.customers.length) };
}

/** Numbers of the history's parts by customer and in order of booking, thinned where a customer has very many. */
function partsByCustomer(customerCount: number, history: readonly SettledDebit[]): Int32Array {
  const customers = new Int32Array(history.length);
  for (let part = 0; part < history.length; part++) customers[part] = history[part].customer;
  const starts = startsOf(customers, customerCount);
  const next = starts.slice();
  const parts = new Int32Array(history.length);
  for (let part = 0; part < history.length; part++) parts[next[customers[part]]++] = part;
  let kept = 0;
  for (let customer = 0; customer < customerCount; customer++) {
    const own = parts.subarray(starts[customer], starts[customer + 1]).sort((a, b) => byBooking(history[a], history[b]) || a - b);
    const stride = Math.max(1, Math.ceil(own.length / EPISODES_PER_CUSTOMER_MAX));
    for (let at = 0; at < own.length; at += stride) parts[kept++] = own[at];
  }
  return parts.subarray(0, kept);
}

/** By what the debits say, so that the rows' order changes nothing. */
function byBooking(a: SettledDebit, b: SettledDebit): number {
  return a.day - b.day || a.dueDay - b.dueDay || a.amountMinor - b.amountMinor || (a.settledDay ?? NOT_YET) - (b.settledDay ?? NOT_YET);
}

const IN_ORDER: readonly AllocationRule[] = ['oldest', 'oldest-in-class', 'sell-through'];

/** By entry: when money first came, and whether any of it came by order of age alone. */
interface Payments {
  readonly firstPaidDays: Int32Array;
  readonly settledInOrder: Uint8Array;
}

function paymentsOf(books: Books, settlement: Settlement): Payments {
  const firstPaidDays = new Int32Array(books.ours.count);
  const settledInOrder = new Uint8Array(books.ours.count);
  for (const { debit, day, rule } of settlement.allocations) {
    if (firstPaidDays[debit] === 0 || day < firstPaidDays[debit]) firstPaidDays[debit] = day;
    if (IN_ORDER.includes(rule)) settledInOrder[debit] = 1;
  }
  return { firstPaidDays, settledInOrder };
}

function startsOf(customer: Int32Array, customerCount: number): Int32Array {
  const starts = new Int32Array(customerCount + 1);
  for (let i = 0; i < customer.length; i++) starts[customer[i] + 1]++;
  for (let c = 0; c < customerCount; c++) starts[c + 1] += starts[c];
  return starts;
}

function memoised<Key, Value>(known: Map<Key, Value>, key: Key, find: (key: Key) => Value): Value {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = find(key)));
  return value;
}

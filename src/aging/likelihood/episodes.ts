/**
 * Every debit's life as likelihood sees it: when it was booked, when it fell due, when money first came and
 * when it was settled. In columns, grouped by customer and in order of booking, so that "what was known on
 * a day" is a stretch of a column and not a search.
 */
import { NO_DAY, type DaySerial } from '../../units/units';
import type { Books } from '../../ledger/books';
import { compareText } from '../compare-text';
import { dayOfMonth } from './calendar';
import { ALLOCATION_RULES, type AllocationRule, type SettledDebits, type Settlement } from '../../settlement/settlement';

/** Settled after the as-of day, or never: not known. */
const NOT_YET: DaySerial = 2 ** 30;

/** Of a customer with more debits than this, every n-th is looked at: habits show in a sample too. */
const EPISODES_PER_CUSTOMER_MAX = 2000;

export interface Episodes {
  readonly asOf: DaySerial;
  readonly count: number;
  readonly customer: Int32Array;
  /** Number in `Books.currencies`. */
  readonly currency: Uint16Array;
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
  for (const part of parts) active[history.customer[part]] = 1;
  const byName = [...active.keys()].filter((customer) => active[customer] === 1);
  byName.sort((a, b) => compareText(books.customers[a].name, books.customers[b].name));
  const stride = Math.ceil(parts.length / sampleMax);
  const chosen = new Uint8Array(books.customers.length);
  for (let at = 0; at < byName.length; at += stride) chosen[byName[at]] = 1;
  return parts.filter((part) => chosen[history.customer[part]] === 1);
}

function columnsOf(books: Books, { history, asOf }: Settlement, parts: Int32Array, { firstPaidDays, settledInOrder }: Payments): Episodes {
  const count = parts.length;
  const { classNames, numberOf } = classesOf(books, history, parts);
  const daysOfMonth = new Map<DaySerial, number>();
  const columns = {
    customer: new Int32Array(count), currency: new Uint16Array(count), productClass: new Int32Array(count),
    day: new Int32Array(count), dueDay: new Int32Array(count), settledDay: new Int32Array(count), settledDayOfMonth: new Uint8Array(count),
    firstPaidDay: new Int32Array(count), amountMinor: new Float64Array(count), disputed: new Uint8Array(count), settledInOrder: new Uint8Array(count),
  };
  for (let i = 0; i < count; i++) {
    const part = parts[i];
    const entry = history.entry[part];
    const settledDay = history.settledDay[part];
    columns.customer[i] = history.customer[part];
    columns.currency[i] = books.ours.currency[entry];
    columns.productClass[i] = numberOf.get(books.ours.productClass[entry]) as number;
    columns.day[i] = history.day[part];
    columns.dueDay[i] = history.dueDay[part];
    columns.settledDay[i] = settledDay || NOT_YET;
    columns.settledDayOfMonth[i] = settledDay === NO_DAY ? 0 : memoised(daysOfMonth, settledDay, dayOfMonth);
    columns.firstPaidDay[i] = firstPaidDays[entry] || NOT_YET;
    columns.amountMinor[i] = history.amountMinor[part];
    columns.disputed[i] = books.ours.disputed[entry];
    columns.settledInOrder[i] = settledInOrder[entry];
  }
  return { asOf, count, classNames, ...columns, starts: startsOf(columns.customer, count, books.customers.length) };
}

/** The product classes of these parts in order of name, and the number of each by its text. */
function classesOf({ ours, texts }: Books, history: SettledDebits, parts: Int32Array): { readonly classNames: readonly string[]; readonly numberOf: ReadonlyMap<number, number> } {
  const found = new Set<number>();
  for (const part of parts) found.add(ours.productClass[history.entry[part]]);
  const inOrder = [...found].sort((a, b) => compareText(texts.at(a), texts.at(b)));
  return { classNames: inOrder.map((text) => texts.at(text)), numberOf: new Map(inOrder.map((text, number) => [text, number])) };
}

/** Numbers of the history's parts by customer and in order of booking, thinned where a customer has very many. */
function partsByCustomer(customerCount: number, history: SettledDebits): Int32Array {
  const starts = startsOf(history.customer, history.count, customerCount);
  const next = starts.slice();
  const parts = new Int32Array(history.count);
  for (let part = 0; part < history.count; part++) parts[next[history.customer[part]]++] = part;
  const compare = byBooking(history);
  let kept = 0;
  for (let customer = 0; customer < customerCount; customer++) {
    const count = starts[customer + 1] - starts[customer];
    // Settlement goes by the calendar, so these are all but in order: the sort of plain arrays makes use of that.
    const own = Array.from(parts.subarray(starts[customer], starts[customer + 1])).sort(compare);
    const stride = Math.max(1, Math.ceil(count / EPISODES_PER_CUSTOMER_MAX));
    for (let at = 0; at < count; at += stride) parts[kept++] = own[at];
  }
  return parts.subarray(0, kept);
}

/** By what the debits say, so that the rows' order changes nothing. */
function byBooking({ day, dueDay, amountMinor, settledDay }: SettledDebits): (a: number, b: number) => number {
  return (a, b) => day[a] - day[b] || dueDay[a] - dueDay[b] || amountMinor[a] - amountMinor[b] || (settledDay[a] || NOT_YET) - (settledDay[b] || NOT_YET) || a - b;
}

const IN_ORDER: readonly AllocationRule[] = ['oldest', 'oldest-in-class', 'sell-through'];
const IS_IN_ORDER = ALLOCATION_RULES.map((rule) => IN_ORDER.includes(rule));

/** By entry: when money first came, and whether any of it came by order of age alone. */
interface Payments {
  readonly firstPaidDays: Int32Array;
  readonly settledInOrder: Uint8Array;
}

function paymentsOf(books: Books, { allocations }: Settlement): Payments {
  const firstPaidDays = new Int32Array(books.ours.count);
  const settledInOrder = new Uint8Array(books.ours.count);
  for (let i = 0; i < allocations.count; i++) {
    const debit = allocations.debit[i];
    if (firstPaidDays[debit] === 0 || allocations.day[i] < firstPaidDays[debit]) firstPaidDays[debit] = allocations.day[i];
    if (IS_IN_ORDER[allocations.rule[i]]) settledInOrder[debit] = 1;
  }
  return { firstPaidDays, settledInOrder };
}

function startsOf(customer: Int32Array, count: number, customerCount: number): Int32Array {
  const starts = new Int32Array(customerCount + 1);
  for (let i = 0; i < count; i++) starts[customer[i] + 1]++;
  for (let c = 0; c < customerCount; c++) starts[c + 1] += starts[c];
  return starts;
}

function memoised<Key, Value>(known: Map<Key, Value>, key: Key, find: (key: Key) => Value): Value {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = find(key)));
  return value;
}

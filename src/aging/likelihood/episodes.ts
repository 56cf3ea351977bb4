/**
 * Every debit's life as likelihood sees it: when it was booked, when it fell due, when money first came and
 * when it was settled. In columns, grouped by customer and in order of booking, so that "what was known on
 * a day" is a stretch of a column and not a search.
 */
import type { DaySerial } from '../../units/units';
import type { Books, CustomerIndex } from '../../ledger/books';
import { compareText } from '../compare-text';
import { dayOfMonth } from './calendar';
import type { SettledDebit, Settlement } from '../../settlement/settlement';

/** Settled after the as-of day, or never: not known. */
export const NOT_YET: DaySerial = 2 ** 30;

/** A customer's habits of years ago say little; its latest debits say enough. Many customers need fewer each. */
const EPISODES_PER_CUSTOMER_MAX = 400;
const EPISODES_PER_CUSTOMER_MIN = 12;
const EPISODES_MAX = 20_000;

export interface Episodes {
  readonly asOf: DaySerial;
  readonly count: number;
  readonly customer: Int32Array;
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
  /** Customer c's episodes are `starts[c]` up to, not including, `starts[c + 1]`. */
  readonly starts: Int32Array;
}

export function episodesOf(books: Books, settlement: Settlement): Episodes {
  const firstPaidDays = firstPaidDaysOf(books, settlement);
  const parts = latestPerCustomer(books.customers.length, settlement.history);
  const column = (valueOf: (part: SettledDebit) => number) => Int32Array.from(parts, valueOf);
  const customer = column((part) => part.customer);
  const classNames = [...new Set(parts.map((part) => part.productClass))].sort(compareText);
  const classNumbers = new Map(classNames.map((name, number) => [name, number]));
  return {
    asOf: settlement.asOf,
    count: parts.length,
    customer,
    productClass: column((part) => classNumbers.get(part.productClass) as number),
    classNames,
    day: column((part) => part.day),
    dueDay: column((part) => part.dueDay),
    settledDay: column((part) => part.settledDay ?? NOT_YET),
    settledDayOfMonth: Uint8Array.from(parts, (part) => (part.settledDay === null ? 0 : dayOfMonth(part.settledDay))),
    firstPaidDay: column((part) => firstPaidDays[part.entry] || NOT_YET),
    amountMinor: Float64Array.from(parts, (part) => part.amountMinor),
    disputed: Uint8Array.from(parts, (part) => books.ours.disputed[part.entry]),
    starts: startsOf(customer, books.customers.length),
  };
}

function latestPerCustomer(customerCount: number, history: readonly SettledDebit[]): readonly SettledDebit[] {
  const byCustomer: SettledDebit[][] = Array.from({ length: customerCount }, () => []);
  for (const part of history) byCustomer[part.customer].push(part);
  const active = byCustomer.filter((parts) => parts.length > 0).length;
  const each = Math.min(EPISODES_PER_CUSTOMER_MAX, Math.max(EPISODES_PER_CUSTOMER_MIN, Math.floor(EPISODES_MAX / Math.max(1, active))));
  return byCustomer.flatMap((parts) => parts.sort(byBooking).slice(-each));
}

/** By what the debits say, so that the rows' order changes nothing. */
function byBooking(a: SettledDebit, b: SettledDebit): number {
  return a.day - b.day || a.dueDay - b.dueDay || a.amountMinor - b.amountMinor || (a.settledDay ?? NOT_YET) - (b.settledDay ?? NOT_YET);
}

function firstPaidDaysOf(books: Books, settlement: Settlement): Int32Array {
  const days = new Int32Array(books.ours.count);
  for (const { debit, day } of settlement.allocations) if (days[debit] === 0 || day < days[debit]) days[debit] = day;
  return days;
}

function startsOf(customer: Int32Array, customerCount: number): Int32Array {
  const starts = new Int32Array(customerCount + 1);
  for (const index of customer as Iterable<CustomerIndex>) starts[index + 1]++;
  for (let c = 0; c < customerCount; c++) starts[c + 1] += starts[c];
  return starts;
}


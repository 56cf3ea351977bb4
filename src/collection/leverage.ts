/**
 * Why they would pay us first. Customers pay their suppliers in the order of sales volume, profit (rebates and
 * subsidies included), relationship, and how tightly the supplier follows up. Each lever is scored 0 to 1 from
 * the data at hand, null where there is none; the weakest is named, with what to do about it.
 */
import type { DaySerial } from '../units/units';
import { ENTRY_KINDS, type Books, type CustomerIndex, type Visit } from '../ledger/books';
import type { Settlement } from '../settlement/settlement';
import type { AccountFacts } from './account-facts';
import { LEVERS, type Lever, type Leverage } from './plan';

/** Visits are looked at over half a year, in which one a month is a good relationship. */
const VISIT_DAYS = 183;
const GOOD_VISITS = 6;
/** First contact so many days after the due day is no follow-up at all. */
const NO_FOLLOW_UP_DAYS = 30;

/** Leverage of each account, in the accounts' order. */
export function leverageOf(books: Books, settlement: Settlement, accounts: readonly AccountFacts[], asOf: DaySerial): Leverage[] {
  const salesAverage = averages(accounts, ({ salesMinor }) => salesMinor);
  const profitAverage = averages(accounts, profitShare);
  const visits = visitsByCustomer(books.visits, asOf);
  const followUp = books.visits.length === 0 ? new Map<CustomerIndex, number>() : followUpDays(books, settlement, visits);
  return accounts.map((account) => {
    const own = visits.get(account.customer) ?? [];
    const scores: Record<Lever, number | null> = {
      'sales-volume': againstAverage(account.salesMinor, salesAverage.get(account.currency)),
      profit: againstAverage(profitShare(account), profitAverage.get(account.currency)),
      relationship: books.visits.length === 0 ? null : relationship(own, asOf),
      'follow-up': books.visits.length === 0 ? null : followUpScore(followUp.get(account.customer)),
    };
    const weakest = LEVERS.reduce<Lever | null>((low, lever) => (scores[lever] !== null && (low === null || (scores[lever] as number) < (scores[low] as number)) ? lever : low), null);
    return { scores, weakest, advice: weakest && { code: `collection.advice.${weakest}`, values: { score: { share: scores[weakest] as number } } } };
  });
}

/** What the customer earns with our goods as a share of its purchases: its margin and our support; null where neither is known. */
function profitShare({ master, salesMinor, supportMinor }: AccountFacts): number | null {
  const support = salesMinor > 0 ? Math.max(0, supportMinor) / salesMinor : 0;
  if ((master?.margin ?? null) === null && support === 0) return null;
  return (master?.margin ?? 0) + support;
}

/** The average customer scores a half, one with twice the average or more a full 1. */
function againstAverage(value: number | null, average: number | undefined): number | null {
  if (value === null || average === undefined || average <= 0) return null;
  return Math.min(1, Math.max(0, value / average / 2));
}

function averages(accounts: readonly AccountFacts[], valueOf: (account: AccountFacts) => number | null): Map<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const account of accounts) {
    const value = valueOf(account);
    if (value === null) continue;
    const { sum, count } = sums.get(account.currency) ?? { sum: 0, count: 0 };
    sums.set(account.currency, { sum: sum + value, count: count + 1 });
  }
  return new Map([...sums].map(([currency, { sum, count }]) => [currency, sum / count]));
}

function visitsByCustomer(visits: readonly Visit[], asOf: DaySerial): Map<CustomerIndex, Visit[]> {
  const byCustomer = new Map<CustomerIndex, Visit[]>();
  for (const visit of visits) {
    if (visit.day > asOf) continue;
    const own = byCustomer.get(visit.customer);
    if (own) own.push(visit);
    else byCustomer.set(visit.customer, [visit]);
  }
  for (const own of byCustomer.values()) own.sort((a, b) => a.day - b.day);
  return byCustomer;
}

/** Three fifths for how often, two fifths for keeping the planned day. */
function relationship(visits: readonly Visit[], asOf: DaySerial): number {
  const recent = visits.filter((visit) => visit.day > asOf - VISIT_DAYS);
  const often = Math.min(1, recent.length / GOOD_VISITS);
  const planned = recent.filter((visit) => visit.plannedDay !== null);
  if (planned.length === 0) return often;
  const punctual = planned.filter((visit) => visit.day <= (visit.plannedDay as DaySerial)).length / planned.length;
  return 0.6 * often + 0.4 * punctual;
}

/** Days from the due day to the first visit after it, averaged over debts that were not settled by their due day. */
function followUpDays(books: Books, settlement: Settlement, visits: ReadonlyMap<CustomerIndex, readonly Visit[]>): Map<CustomerIndex, number> {
  const days = new Map<CustomerIndex, { sum: number; count: number }>();
  const { history, asOf } = settlement;
  for (let i = 0; i < history.count; i++) {
    const customer = history.customer[i];
    const dueDay = history.dueDay[i];
    const settledDay = history.settledDay[i] || null;
    if (books.ours.kind[history.entry[i]] !== INVOICE || dueDay > asOf || (settledDay !== null && settledDay <= dueDay)) continue;
    const end = settledDay ?? asOf;
    const first = firstFrom(visits.get(customer) ?? [], dueDay);
    const waited = Math.min(first ?? end, end, dueDay + NO_FOLLOW_UP_DAYS) - dueDay;
    // Settled before anybody called says nothing of the follow-up.
    if (first === null && settledDay !== null && waited < NO_FOLLOW_UP_DAYS) continue;
    const { sum, count } = days.get(customer) ?? { sum: 0, count: 0 };
    days.set(customer, { sum: sum + waited, count: count + 1 });
  }
  return new Map([...days].map(([customer, { sum, count }]) => [customer, sum / count]));
}

const INVOICE = ENTRY_KINDS.indexOf('invoice');

/** The first visit's day on or after a day; visits ascend. */
function firstFrom(visits: readonly Visit[], day: DaySerial): DaySerial | null {
  let low = 0;
  let high = visits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (visits[middle].day < day) low = middle + 1;
    else high = middle;
  }
  return visits[low]?.day ?? null;
}

function followUpScore(days: number | undefined): number | null {
  return days === undefined ? null : 1 - Math.min(1, days / NO_FOLLOW_UP_DAYS);
}

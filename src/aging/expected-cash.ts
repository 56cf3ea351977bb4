/**
 * Expected cash of the next thirteen weeks, from the likelihood of each open item. A customer that keeps to a
 * pay day pays on it: what is likely within thirty days comes on the pay day among them, not day by day.
 */
import type { DaySerial } from '../units/units';
import { compareText } from './compare-text';
import type { AgedItem, ExpectedCash } from './aged';
import type { ToPayDay } from './likelihood/pay-day';

const WEEKS = 13;
const SURE_FROM = 0.8;
/** The likelihoods are known in steps of so many days. */
const STEP_DAYS = 30;

interface Weeks {
  readonly expected: Float64Array;
  readonly sure: Float64Array;
}

/** Weeks count from the day after the as-of day. Money on account brings no cash. `payDay`: null for a customer that keeps to none. */
export function expectedCashOf(items: readonly AgedItem[], asOf: DaySerial, payDay: ToPayDay): readonly ExpectedCash[] {
  const weeksOf = new Map<string, Weeks>();
  for (const aged of items) {
    const { currency, onAccount } = aged.item;
    let weeks = weeksOf.get(currency);
    if (!weeks) weeksOf.set(currency, (weeks = { expected: new Float64Array(WEEKS), sure: new Float64Array(WEEKS) }));
    if (!onAccount) addItem(weeks, aged, asOf, payDay);
  }
  return [...weeksOf].sort(([a], [b]) => compareText(a, b)).flatMap(([currency, { expected, sure }]) =>
    Array.from(expected, (minor, week) => ({ currency, weekStartDay: asOf + 1 + 7 * week, expectedMinor: Math.round(minor), sureMinor: Math.round(sure[week]) })));
}

function addItem({ expected, sure }: Weeks, aged: AgedItem, asOf: DaySerial, payDay: ToPayDay): void {
  const { item, likelihood30, likelihood60, likelihood90 } = aged;
  const isSure = likelihood30 >= SURE_FROM;
  const inSteps = [likelihood30, likelihood60 - likelihood30, likelihood90 - likelihood60];
  for (let step = 0; step < inSteps.length; step++) {
    const firstDay = asOf + 1 + step * STEP_DAYS;
    const lastDay = firstDay + STEP_DAYS - 1;
    const dueBy = item.dueDay === null || item.dueDay > lastDay ? firstDay : Math.max(firstDay, item.dueDay);
    const paidOn = payDay(item.customer, dueBy);
    // The pay day after the due day may lie in the next step: then this one's share came on the one before it.
    const day = paidOn !== null && paidOn > lastDay ? payDay(item.customer, firstDay) : paidOn;
    const minor = item.openMinor * inSteps[step];
    if (day === null) spread(expected, minor, firstDay - asOf - 1);
    else put(expected, minor, day - asOf - 1);
    if (isSure && day === null) spread(sure, minor, firstDay - asOf - 1);
    else if (isSure && day !== null) put(sure, minor, day - asOf - 1);
  }
}

function put(weeks: Float64Array, minor: number, daysAhead: number): void {
  weeks[Math.min(WEEKS - 1, Math.floor(daysAhead / 7))] += minor;
}

/** Evenly over the days of a step. */
function spread(weeks: Float64Array, minor: number, daysAhead: number): void {
  const end = daysAhead + STEP_DAYS;
  for (let week = Math.floor(daysAhead / 7); week < WEEKS && 7 * week < end; week++) {
    const days = Math.min(end, 7 * (week + 1)) - Math.max(daysAhead, 7 * week);
    weeks[week] += (minor * days) / STEP_DAYS;
  }
}

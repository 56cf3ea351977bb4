/**
 * Expected cash of the next thirteen weeks, from the likelihood of each open item. A customer that keeps to a
 * pay day pays on it: what is likely within thirty days comes on the pay day among them, not day by day.
 */
import type { DaySerial } from '../units/units';
import { CashByCurrency, type CashWeeks } from './cash-weeks';
import type { AgedItem, ExpectedCash } from './aged';
import type { ToPayDay } from './likelihood/pay-day';

/** Likely enough within thirty days to count on. */
export const SURE_FROM = 0.8;
/** The likelihoods are known in steps of so many days. */
const STEP_DAYS = 30;

/** Money on account brings no cash. `payDay`: null for a customer that keeps to none. */
export function expectedCashOf(items: readonly AgedItem[], asOf: DaySerial, payDay: ToPayDay): readonly ExpectedCash[] {
  const cash = new CashByCurrency(asOf);
  for (const aged of items) {
    const weeks = cash.of(aged.item.currency);
    if (!aged.item.onAccount) addItem(weeks, aged, asOf, payDay);
  }
  return cash.inOrder();
}

function addItem(weeks: CashWeeks, aged: AgedItem, asOf: DaySerial, payDay: ToPayDay): void {
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
    if (day === null) weeks.spread(firstDay, STEP_DAYS, minor, isSure);
    else weeks.add(day, minor, isSure);
  }
}

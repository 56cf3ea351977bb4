/**
 * Expected cash by week if the plan is followed. What is likely within 30 days comes on the pay day that the
 * action reaches, what is likely by 60 and 90 days on the next two; a visit for which no trip has room misses
 * its list and moves everything by a month. Without a known pay day it comes on the expected day.
 */
import { addMonths } from '../units/day';
import type { DaySerial } from '../units/units';
import type { AgedItem, ExpectedCash } from '../aging/aged';
import { CashByCurrency } from '../aging/cash-weeks';
import { SURE_FROM } from '../aging/expected-cash';
import type { PlanRow } from './plan';

/** Weeks as in aging, so that the plan's cash can be laid beside what is expected anyway. */
export function plannedCash(rows: readonly PlanRow[], items: readonly AgedItem[], asOf: DaySerial, isReached: (row: PlanRow) => boolean): readonly ExpectedCash[] {
  const cash = new CashByCurrency(asOf);
  const months = new LaterMonths();
  for (const row of rows) {
    const delay = isReached(row) ? 0 : 1;
    const weeks = cash.of(row.currency);
    for (const number of row.items) {
      const { item, likelihood30, likelihood60, likelihood90, expectedDay } = items[number];
      if (item.openMinor <= 0) continue;
      const first = row.payDay !== null && item.dueDay !== null && item.dueDay <= row.payDay ? row.payDay : expectedDay;
      if (first === null) continue;
      const add = (monthsLater: number, likelihood: number, isSure: boolean) => likelihood > 0 && weeks.add(months.after(first, monthsLater), item.openMinor * likelihood, isSure);
      add(delay, likelihood30, delay === 0 && likelihood30 >= SURE_FROM);
      add(delay + 1, likelihood60 - likelihood30, false);
      add(delay + 2, likelihood90 - likelihood60, false);
    }
  }
  return cash.inOrder();
}

/** Days some months after a day: pay days are few, items many. */
class LaterMonths {
  private readonly known = new Map<number, DaySerial>();

  after(day: DaySerial, monthsLater: number): DaySerial {
    const key = day * 4 + monthsLater;
    let later = this.known.get(key);
    if (later === undefined) this.known.set(key, (later = addMonths(day, monthsLater)));
    return later;
  }
}

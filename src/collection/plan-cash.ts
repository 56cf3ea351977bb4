/**
 * Expected cash by week if the plan is followed. What is likely within 30 days comes on the pay day that the
 * action reaches, what is likely by 60 and 90 days on the next two; a visit for which no trip has room misses
 * its list and moves everything by a month. Without a known pay day it comes on the expected day.
 */
import { addMonths, weekdayOf } from '../units/day';
import type { CurrencyCode } from '../units/money';
import type { DaySerial } from '../units/units';
import type { AgedItem, ExpectedCash } from '../aging/aged';
import type { PlanRow } from './plan';

/** As in aging: likely enough to count on. */
const SURE_FROM = 0.8;

export function plannedCash(rows: readonly PlanRow[], items: readonly AgedItem[], isReached: (row: PlanRow) => boolean): ExpectedCash[] {
  const weeks = new Weeks();
  for (const row of rows) {
    const delay = isReached(row) ? 0 : 1;
    for (const number of row.items) {
      const { item, likelihood30, likelihood60, likelihood90, expectedDay } = items[number];
      if (item.openMinor <= 0) continue;
      const first = row.payDay !== null && item.dueDay !== null && item.dueDay <= row.payDay ? row.payDay : expectedDay;
      if (first === null) continue;
      const isSure = delay === 0 && likelihood30 >= SURE_FROM;
      weeks.add(row.currency, first, delay, item.openMinor * likelihood30, isSure);
      weeks.add(row.currency, first, delay + 1, item.openMinor * (likelihood60 - likelihood30), false);
      weeks.add(row.currency, first, delay + 2, item.openMinor * (likelihood90 - likelihood60), false);
    }
  }
  return weeks.inOrder();
}

interface Week {
  expected: number;
  sure: number;
}

/** Sums by currency and week. */
class Weeks {
  private readonly byCurrency = new Map<CurrencyCode, Map<DaySerial, Week>>();
  /** Weeks that begin some months after a day: pay days are few, items many. */
  private readonly known = new Map<number, DaySerial>();

  add(currency: CurrencyCode, day: DaySerial, monthsLater: number, expected: number, isSure: boolean): void {
    if (expected <= 0) return;
    const weeks = this.byCurrency.get(currency) ?? new Map<DaySerial, Week>();
    this.byCurrency.set(currency, weeks);
    const weekStartDay = this.weekOf(day, monthsLater);
    const week = weeks.get(weekStartDay) ?? { expected: 0, sure: 0 };
    weeks.set(weekStartDay, week);
    week.expected += expected;
    if (isSure) week.sure += expected;
  }

  inOrder(): ExpectedCash[] {
    return [...this.byCurrency].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([currency, weeks]) =>
      [...weeks].sort(([a], [b]) => a - b).map(([weekStartDay, { expected, sure }]) => ({ currency, weekStartDay, expectedMinor: Math.round(expected), sureMinor: Math.round(sure) })),
    );
  }

  /** The Monday of that week. */
  private weekOf(day: DaySerial, monthsLater: number): DaySerial {
    const key = day * 4 + monthsLater;
    let monday = this.known.get(key);
    if (monday === undefined) {
      const later = addMonths(day, monthsLater);
      monday = later - ((weekdayOf(later) + 6) % 7);
      this.known.set(key, monday);
    }
    return monday;
  }
}

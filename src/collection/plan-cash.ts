/**
 * Expected cash by week if the plan is followed. What is likely within 30 days comes on the pay day that the
 * action reaches, what is likely by 60 and 90 days on the next two; a visit for which no trip has room misses
 * its list and moves everything by a month. Without a known pay day it comes on the expected day.
 */
import { addMonths, weekdayOf } from '../units/day';
import type { DaySerial, MinorUnits } from '../units/units';
import type { AgedItem, ExpectedCash } from '../aging/aged';
import type { PlanRow } from './plan';

/** As in aging: likely enough to count on. */
const SURE_FROM = 0.8;

export function plannedCash(rows: readonly PlanRow[], items: readonly AgedItem[], isReached: (row: PlanRow) => boolean): ExpectedCash[] {
  const weeks = new Map<string, { currency: string; weekStartDay: DaySerial; expected: number; sure: number }>();
  const add = (currency: string, day: DaySerial, expected: number, isSure: boolean) => {
    const weekStartDay = mondayOf(day);
    const key = `${currency}|${weekStartDay}`;
    const week = weeks.get(key) ?? { currency, weekStartDay, expected: 0, sure: 0 };
    weeks.set(key, { ...week, expected: week.expected + expected, sure: week.sure + (isSure ? expected : 0) });
  };
  for (const row of rows) {
    const delay = isReached(row) ? 0 : 1;
    for (const number of row.items) {
      const { item, likelihood30, likelihood60, likelihood90, expectedDay } = items[number];
      if (item.openMinor <= 0) continue;
      const first = row.payDay !== null && (item.dueDay ?? Infinity) <= row.payDay ? row.payDay : expectedDay;
      if (first === null) continue;
      const parts = [likelihood30, likelihood60 - likelihood30, likelihood90 - likelihood60];
      parts.forEach((part, month) => part > 0 && add(row.currency, addMonths(first, month + delay), item.openMinor * part, month === 0 && delay === 0 && likelihood30 >= SURE_FROM));
    }
  }
  return [...weeks.values()]
    .map(({ currency, weekStartDay, expected, sure }) => ({ currency, weekStartDay, expectedMinor: Math.round(expected) as MinorUnits, sureMinor: Math.round(sure) as MinorUnits }))
    .sort((a, b) => (a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : a.weekStartDay - b.weekStartDay));
}

function mondayOf(day: DaySerial): DaySerial {
  return day - ((weekdayOf(day) + 6) % 7);
}

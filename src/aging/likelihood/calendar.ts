/**
 * The days of the month on which customers pay. A customer who pays on the last of the month pays nothing
 * in the thirty days that follow the 31st of July: the next run is one day further.
 */
import { calendarFromDay, daysInMonth } from '../../units/day';
import type { DaySerial } from '../../units/units';

const LAST = 31;

/** Day of the month, the last one of any month as 31. */
export function dayOfMonth(day: DaySerial): number {
  const calendar = calendarFromDay(day);
  return calendar.day === daysInMonth(calendar.year, calendar.month) ? LAST : calendar.day;
}

/** Which days of the month a stretch of days after `day` holds. */
export function daysOfMonthWithin(day: DaySerial, days: number): readonly boolean[] {
  const held = new Array<boolean>(LAST + 1).fill(false);
  for (let after = 1; after <= days; after++) held[dayOfMonth(day + after)] = true;
  return held;
}

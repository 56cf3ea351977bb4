/**
 * When to act. Customers pay on a day of the month, from a list that closes some approval days earlier; a
 * claim that arrives after the list is closed waits a month. Nothing is planned before the day after the
 * as-of day, nor on a day off.
 */
import { addMonths, calendarFromDay, dayFromCalendar, daysInMonth } from '../units/day';
import type { DaySerial } from '../units/units';
import type { CustomerMaster } from '../ledger/books';
import type { WorkCalendar } from './work-calendar';

export interface PayDay {
  /** The day on which the customer pays: moved to the next working day, or back where that is in another month. */
  readonly day: DaySerial;
  /** The last working day on which a claim still gets on the list. */
  readonly closingDay: DaySerial;
  /** The day of the month agreed, before weekends and holidays. */
  readonly nominalDay: DaySerial;
}

/** Pay days from the as-of month on, as many as asked for; empty where the pay day is not known. */
export function payDaysFrom(asOf: DaySerial, master: CustomerMaster | null, calendar: WorkCalendar, count: number): PayDay[] {
  if (!master || master.payDay === null) return [];
  const payDays: PayDay[] = [];
  for (let month = 0; month < count; month++) {
    const { year, month: of } = calendarFromDay(addMonths(firstOfMonth(asOf), month));
    const nominalDay = dayFromCalendar(year, of, Math.min(master.payDay, daysInMonth(year, of))) as DaySerial;
    const after = calendar.onOrAfter(nominalDay);
    const day = calendarFromDay(after).month === of ? after : calendar.onOrBefore(nominalDay);
    payDays.push({ day, nominalDay, closingDay: calendar.onOrBefore(nominalDay - (master.approvalDays ?? 0)) });
  }
  return payDays;
}

/** The first pay day whose list is still open after the as-of day, for claims due by then. */
export function nextOpenPayDay(payDays: readonly PayDay[], asOf: DaySerial, dueBy: DaySerial | null = null): PayDay | null {
  return payDays.find((payDay) => payDay.closingDay > asOf && (dueBy === null || payDay.day >= dueBy)) ?? null;
}

/** The pay day ahead whose list has closed already: money on it is still to be fetched. */
export function payDayUnderApproval(payDays: readonly PayDay[], asOf: DaySerial): PayDay | null {
  return payDays.find((payDay) => payDay.day > asOf && payDay.closingDay <= asOf) ?? null;
}

function firstOfMonth(day: DaySerial): DaySerial {
  return day - calendarFromDay(day).day + 1;
}

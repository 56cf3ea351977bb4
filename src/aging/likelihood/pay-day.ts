/** The customer's pay day of the month: an expected day moves to it where the customer has kept to it. */
import { addMonths, calendarFromDay, dayFromCalendar, daysInMonth } from '../../units/day';
import type { DaySerial } from '../../units/units';
import type { Books, CustomerIndex } from '../../ledger/books';
import type { Episodes } from './episodes';

/** A payment that comes so many days after the pay day was made on it: banks and papers take time. */
const UNDERWAY_DAYS = 4;
const LATEST_MAX = 12;
const KEPT_SHARE_MIN = 0.6;
/** More than there are days of the month. */
const PAY_DAYS = 32;

/** The customer's first pay day on or after a day; null where there is no pay day, or the customer does not keep it. */
export type ToPayDay = (customer: CustomerIndex, from: DaySerial) => DaySerial | null;

export function payDaysOf(books: Books, episodes: Episodes): ToPayDay {
  const kept = new Map<CustomerIndex, number>();
  for (const { customer, payDay } of books.masters) if (payDay !== null && keepsTo(episodes, customer, payDay)) kept.set(customer, payDay);
  // Items share their days and customers their pay days: each is looked up once.
  const known = new Map<number, DaySerial>();
  return (customer, from) => {
    const payDay = kept.get(customer);
    if (payDay === undefined) return null;
    const key = from * PAY_DAYS + payDay;
    let next = known.get(key);
    if (next === undefined) known.set(key, (next = nextPayDay(from, payDay)));
    return next;
  };
}

function keepsTo(episodes: Episodes, customer: CustomerIndex, payDay: number): boolean {
  const settled: DaySerial[] = [];
  for (let i = episodes.starts[customer]; i < episodes.starts[customer + 1]; i++) if (episodes.settledDay[i] <= episodes.asOf) settled.push(episodes.settledDay[i]);
  const latest = [...new Set(settled)].sort((a, b) => b - a).slice(0, LATEST_MAX);
  const onPayDay = latest.filter((day) => day - nextPayDay(day - UNDERWAY_DAYS, payDay) >= 0);
  return latest.length === 0 || onPayDay.length >= KEPT_SHARE_MIN * latest.length;
}

/** The first pay day on or after a day; the 31st is the last day of any month. */
function nextPayDay(from: DaySerial, payDay: number): DaySerial {
  const inMonthOf = (day: DaySerial): DaySerial => {
    const { year, month } = calendarFromDay(day);
    return dayFromCalendar(year, month, Math.min(payDay, daysInMonth(year, month))) as DaySerial;
  };
  const thisMonth = inMonthOf(from);
  return thisMonth >= from ? thisMonth : inMonthOf(addMonths(from, 1));
}

import type { DaySerial } from '../units/units';
import { dayFromCalendar } from '../units/day';

/**
 * Dates as ledgers print them: `2026.01.11`, `2026年1月11日`, `20260111`, `11/01/2026`, `5 Jan 2026`,
 * `115/01/11` (ROC), day serials. Which of two small numbers is the day is settled by the whole column.
 */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** The numbers of a date as printed, before their order is settled. */
export interface DateParts {
  readonly first: number;
  readonly second: number;
  readonly third: number;
  /** True where the text itself tells the order; the parts are then year, month, day. */
  readonly settled: boolean;
  readonly isRocYear: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
export const ROC_OFFSET = 1911;
/** ROC years that a ledger of our time can hold; three digits tell them from two-digit years. */
const isRocYear = (year: number) => year >= 89 && year <= 199;

export function parseDateText(text: string): DateParts | null {
  const plain = text.normalize('NFKC').trim().replace(/^(民国|民國|中华民国|中華民國)/, '').replace(/[T\s]+\d{1,2}:\d{2}.*$/, '').replace(/\(?(星期|周|週)?[一二三四五六日天]\)?$/, (tail) => (tail === '日' ? tail : ''));
  return numericDate(plain) ?? compactDate(plain) ?? namedMonth(plain);
}

const settled = (year: number, month: number, day: number, isRoc: boolean): DateParts => ({ first: year, second: month, third: day, settled: true, isRocYear: isRoc });

function numericDate(text: string): DateParts | null {
  const parts = /^(\d{1,4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,4})\s*日?$/.exec(text);
  if (!parts) return null;
  const [first, second, third] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (parts[1].length === 4) return settled(first, second, third, false);
  if (parts[1].length === 3 && isRocYear(first)) return settled(first + ROC_OFFSET, second, third, true);
  if (text.includes('年')) return settled(yearInWords(first), second, third, isRocYear(first));
  if (parts[1].length > 2) return null;
  return { first, second, third, settled: false, isRocYear: false };
}

/** `20260111`, and `1150111` in ROC years. */
function compactDate(text: string): DateParts | null {
  const parts = /^(\d{3,4})(\d{2})(\d{2})$/.exec(text);
  if (!parts) return null;
  const year = Number(parts[1]);
  if (parts[1].length === 3) return isRocYear(year) ? settled(year + ROC_OFFSET, Number(parts[2]), Number(parts[3]), true) : null;
  return year >= 1950 && year <= 2150 ? settled(year, Number(parts[2]), Number(parts[3]), false) : null;
}

function namedMonth(text: string): DateParts | null {
  const dayFirst = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]*([a-z]{3,9})\.?,?[\s\-/.]*(\d{2,4})$/i.exec(text);
  const monthFirst = dayFirst ? null : /^([a-z]{3,9})\.?[\s\-/.]*(\d{1,2})(?:st|nd|rd|th)?,?[\s\-/.]+(\d{4})$/i.exec(text);
  const [day, name, year] = dayFirst ? [dayFirst[1], dayFirst[2], dayFirst[3]] : monthFirst ? [monthFirst[2], monthFirst[1], monthFirst[3]] : [];
  if (!name) return null;
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month > 0 ? settled(fullYear(Number(year)), month, Number(day), false) : null;
}

/** Two-digit years are of this century; accounts older than 26 years are not collected. */
function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

/** A year that stands as such, before 年 or in a column of years: ROC years from 89 on, else as `fullYear`. */
export function yearInWords(year: number): number {
  return isRocYear(year) ? year + ROC_OFFSET : fullYear(year);
}

/** `null` where there is no such date, or none of our time: `1026-01-05` is a slip of the hand. */
export function dayOf(parts: DateParts, order: DateOrder): DaySerial | null {
  const day = calendarDayOf(parts, order);
  return day !== null && isDaySerial(day) ? day : null;
}

function calendarDayOf(parts: DateParts, order: DateOrder): DaySerial | null {
  const { first, second, third } = parts;
  if (parts.settled || order === 'ymd') return dayFromCalendar(fullYear(first), second, third);
  return order === 'dmy' ? dayFromCalendar(fullYear(third), second, first) : dayFromCalendar(fullYear(third), first, second);
}

/** A number that can only be a day of our time, in Excel's count of them. */
export const isDaySerial = (value: number) => value >= 18_264 && value < 110_000;

/** A number in a date column: a serial, `20260111` or `1150111`; `null` where it is none of them. */
export function dayFromNumber(value: number): DaySerial | null {
  if (isDaySerial(value)) return Math.floor(value);
  const parts = compactDate(String(value));
  return parts && dayOf(parts, 'ymd');
}

/**
 * Settles day/month order by the whole column, in the order of its rows: an order that makes an impossible
 * date is out; of those left, the one under which the column runs most evenly. `clear` is false where
 * nothing but habit (`preferred`) decides.
 */
export function settleDateOrder(column: readonly DateParts[], preferred: DateOrder): { readonly order: DateOrder; readonly clear: boolean } {
  const open = column.filter((parts) => !parts.settled);
  const orders: DateOrder[] = [preferred, ...(['dmy', 'mdy', 'ymd'] as const).filter((order) => order !== preferred)];
  const shortYears = open.every((parts) => parts.third < 100);
  const possible = orders.filter((order) => (order !== 'ymd' || shortYears) && open.every((parts) => calendarDayOf(parts, order) !== null));
  if (possible.length <= 1) return { order: possible[0] ?? preferred, clear: possible.length === 1 || open.length === 0 };
  const unevenness = possible.map((order) => unevennessOf(open, order));
  const least = Math.min(...unevenness);
  const best = unevenness.indexOf(least);
  const clear = open.length === 0 || unevenness.every((value, i) => i === best || value > least * 1.5 + 1);
  return { order: clear ? possible[best] : possible[unevenness.indexOf(least)] ?? preferred, clear };
}

/** Days the column walks from line to line, forwards and back. */
function unevennessOf(column: readonly DateParts[], order: DateOrder): number {
  let walked = 0;
  for (let i = 1; i < column.length; i++) walked += Math.abs((calendarDayOf(column[i], order) ?? 0) - (calendarDayOf(column[i - 1], order) ?? 0));
  return walked;
}

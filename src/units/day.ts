import type { DaySerial } from './units';

/** Serial of 1970-01-01. */
const UNIX_EPOCH_DAY = 25569;
const MILLISECONDS_PER_DAY = 86_400_000;

export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** The serial of a calendar date; `null` when there is no such date (31 April). */
export function dayFromCalendar(year: number, month: number, day: number): DaySerial | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return time / MILLISECONDS_PER_DAY + UNIX_EPOCH_DAY;
}

/** The calendar date of a serial, its time of day left out. */
export function calendarFromDay(serial: DaySerial): CalendarDate {
  const date = new Date((serial - UNIX_EPOCH_DAY) * MILLISECONDS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(serial: DaySerial): number {
  return (((Math.floor(serial) - 1) % 7) + 7) % 7;
}

/** The Monday of the day's week. */
export function mondayOf(serial: DaySerial): DaySerial {
  return serial - ((weekdayOf(serial) + 6) % 7);
}

/** `month`: 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `2026-09-30`. */
export function formatIsoDay(serial: DaySerial): string {
  const { year, month, day } = calendarFromDay(serial);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Reads exactly `YYYY-MM-DD`; `null` for anything else. Ledger dates are read by `ledger/date-text`. */
export function parseIsoDay(text: string): DaySerial | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? dayFromCalendar(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
}

/** The same day of the month some months later, or that month's last day where it is shorter. */
export function addMonths(serial: DaySerial, months: number): DaySerial {
  const { year, month, day } = calendarFromDay(serial);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = (index % 12) + 1;
  return dayFromCalendar(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))) as DaySerial;
}

/** The last day of the day's month. */
export function endOfMonth(serial: DaySerial): DaySerial {
  const { year, month } = calendarFromDay(serial);
  return dayFromCalendar(year, month, daysInMonth(year, month)) as DaySerial;
}

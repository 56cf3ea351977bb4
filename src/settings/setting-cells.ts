/**
 * How a setting stands in a cell, kind by kind: what is written there, and what is read back from whatever
 * a person left. A reader answers `null` for what makes no sense; the catalogue names it then.
 */
import { dayFromCalendar, formatIsoDay } from '../units/day';
import type { DaySerial } from '../units/units';

export type SettingValue = string | number | boolean;

/** One kind of setting: `T` is what the rooms use, the cell is what people see. */
export interface CellKind<T> {
  readonly write: (value: T) => SettingValue;
  readonly read: (cell: SettingValue) => T | null;
}

/** "1,000", "１２" and 12 alike; null for anything else. */
function numberFrom(cell: SettingValue): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell === 'boolean') return null;
  const text = plain(cell).replace(/,(?=\d{3}(\D|$))/g, '');
  return /^[-+]?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** A share: 0.05 and "5%" alike. */
function shareFrom(cell: SettingValue): number | null {
  if (typeof cell === 'string' && plain(cell).endsWith('%')) {
    const percent = numberFrom(plain(cell).slice(0, -1).trim());
    return percent === null ? null : percent / 100;
  }
  return numberFrom(cell);
}

/** Full-width digits and signs as their ordinary forms, outer blanks dropped. */
function plain(text: string): string {
  return text.normalize('NFKC').trim();
}

function parts(cell: SettingValue): string[] {
  return plain(String(cell)).split(/[,;、\n]+/).map((part) => part.trim()).filter((part) => part !== '');
}

function within(value: number | null, min: number, max: number): number | null {
  return value === null || value < min || value > max ? null : value;
}

/** Every part read, or null when one of them makes no sense. */
function allOf<T>(values: readonly (T | null)[]): T[] | null {
  return values.every((value) => value !== null) ? (values as T[]) : null;
}

export const cellKinds = {
  number: (min: number, max: number): CellKind<number> => ({
    write: (value) => value,
    read: (cell) => within(numberFrom(cell), min, max),
  }),
  /** Whole days. */
  days: (min: number, max: number): CellKind<number> => ({
    write: (value) => value,
    read: (cell) => {
      const days = within(numberFrom(cell), min, max);
      return days !== null && Number.isInteger(days) ? days : null;
    },
  }),
  percent: (min: number, max: number): CellKind<number> => ({
    write: (value) => value,
    read: (cell) => within(shareFrom(cell), min, max),
  }),
  text: (): CellKind<string> => ({ write: (value) => value, read: (cell) => String(cell).trim() }),
  choice: (choices: readonly string[]): CellKind<string> => ({
    write: (value) => value,
    read: (cell) => choices.find((choice) => choice.toLowerCase() === plain(String(cell)).toLowerCase()) ?? null,
  }),
  /** "30, 60, 90": whole days, each later than the one before. */
  ascendingDays: (): CellKind<readonly number[]> => ({
    write: (days) => days.join(', '),
    read: (cell) => {
      const days = allOf(parts(cell).map((part) => within(numberFrom(part), 1, 36500)));
      return days && days.length > 0 && days.every((day, i) => Number.isInteger(day) && (i === 0 || day > days[i - 1])) ? days : null;
    },
  }),
  /** "0%, 1%, 5%" or "0, 0.01, 0.05"; where a bare number exceeds 1, all bare numbers are percents. */
  shares: (): CellKind<readonly number[]> => ({
    write: (shares) => shares.map((share) => `${Number((share * 100).toFixed(4))}%`).join(', '),
    read: (cell) => {
      const texts = parts(cell);
      const inPercent = texts.some((text) => !text.endsWith('%') && Number(text) > 1);
      return allOf(texts.map((text) => within(inPercent && !text.endsWith('%') ? shareFrom(`${text}%`) : shareFrom(text), 0, 1)));
    },
  }),
  /** "CN=3, TW=2": a name and its number. */
  pairs: (min: number, max: number): CellKind<Readonly<Record<string, number>>> => ({
    write: (pairs) => Object.entries(pairs).map(([name, value]) => `${name}=${value}`).join(', '),
    read: (cell) => {
      const pairs = allOf(parts(cell).map((part) => pairFrom(part, min, max)));
      return pairs && pairs.length > 0 ? Object.fromEntries(pairs) : null;
    },
  }),
  /** "2027-01-01, 2027/2/6, 20270207". One date in a date cell arrives as its serial number. */
  dates: (): CellKind<readonly DaySerial[]> => ({
    write: (days) => days.map(formatIsoDay).join(', '),
    read: (cell) => (typeof cell === 'number' && cell < SERIALS_END ? (Number.isInteger(cell) && cell > 0 ? [cell] : null) : allOf(parts(cell).map(dayFrom))),
  }),
} as const;

/** No serial of a day of this century is as large; `20270207` is. */
const SERIALS_END = 1_000_000;

function dayFrom(part: string): DaySerial | null {
  const [, year, month, day, twoOfMonth, twoOfDay] = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(part) ?? [];
  return year === undefined ? null : dayFromCalendar(Number(year), Number(month ?? twoOfMonth), Number(day ?? twoOfDay));
}

function pairFrom(part: string, min: number, max: number): [string, number] | null {
  const [, name, digits] = /^(.+?)\s*[=:]\s*(\S+)$/.exec(part) ?? [];
  const value = digits === undefined ? null : within(numberFrom(digits), min, max);
  return value === null ? null : [name.trim(), value];
}

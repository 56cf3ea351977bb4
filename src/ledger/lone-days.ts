/**
 * Days far from all others. A slip of the hand in one year makes a debt decades old, or makes itself the as-of
 * day of the whole run; the row is named, for what is true of it only people know.
 */
import { SIDES, type Ledger, type Side, type SheetIssue } from './books';
import { NO_DAY, type DaySerial } from '../units/units';

/** From the nearest of the other lines. */
const APART_DAYS = 366;
/** More lines than these are no slip of the hand; fewer than those tell nothing of when the others are. */
const ALONE_MAX = 2;
const OTHERS_LEAST = 10;

/** A warning for each line that stands so, among the first days of both ledgers and among the last. */
export function loneDays(ledgers: Readonly<Record<Side, Ledger>>, sheetNames: readonly string[]): SheetIssue[] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const side of SIDES) {
    for (const day of ledgers[side].day) {
      if (day === NO_DAY) continue;
      if (day < first) first = day;
      if (day > last) last = day;
    }
  }
  if (last - first < APART_DAYS) return [];
  return [...linesIn(ledgers, sheetNames, first, first + APART_DAYS - 1), ...linesIn(ledgers, sheetNames, last - APART_DAYS + 1, last)];
}

/** The lines of a stretch of days, where they are few and all others far away. */
function linesIn(ledgers: Readonly<Record<Side, Ledger>>, sheetNames: readonly string[], fromDay: DaySerial, untilDay: DaySerial): SheetIssue[] {
  const [alone, aloneDays]: [SheetIssue[], DaySerial[]] = [[], []];
  let [others, before, after] = [0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const side of SIDES) {
    const { day, sheet, row } = ledgers[side];
    for (let i = 0; i < day.length; i++) {
      if (day[i] === NO_DAY) continue;
      if (day[i] < fromDay) before = Math.max(before, day[i]);
      if (day[i] > untilDay) after = Math.min(after, day[i]);
      if (day[i] < fromDay || day[i] > untilDay) others++;
      else if (alone.length === ALONE_MAX) return [];
      else {
        aloneDays.push(day[i]);
        alone.push({ severity: 'warning', sheet: sheetNames[sheet[i]], row: row[i], column: '', message: { code: 'ledger.lone-day', values: { day: { day: day[i] } } } });
      }
    }
  }
  const apartDays = Math.min(Math.min(...aloneDays) - before, after - Math.max(...aloneDays));
  return others >= OTHERS_LEAST && apartDays >= APART_DAYS ? alone : [];
}

import type { DateOrder } from './date-text';
import { calendarFromDay, dayFromCalendar } from '../units/day';
import { NO_DAY, type DaySerial } from '../units/units';

/**
 * Dates written by hand without their year: `2.3`, `2/28`, `02-28`, `2月28日`. The year is that of the dated
 * lines above and below: the one that puts the day nearest to both, so that January follows December.
 */
export interface MonthAndDay {
  readonly month: number;
  readonly day: number;
}

/** `null` where the text is no month and day. `order` tells `2/3` in a column that prints the day first. */
export function parseYearless(text: string, order: DateOrder): MonthAndDay | null {
  const parts = /^(\d{1,2})\s*(?:(月)|[-/.])\s*(\d{1,2})\s*[日号號]?$/.exec(text.normalize('NFKC').trim());
  if (!parts) return null;
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  const dayFirst = !parts[2] && (order === 'dmy' ? second <= 12 : first > 12);
  const [month, day] = dayFirst ? [second, first] : [first, second];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { month, day } : null;
}

/** For every row of a column, the nearest days above and below that print their year. */
export class YearsBeside {
  private readonly above: Float64Array;
  private readonly below: Float64Array;

  constructor(
    private readonly firstRow: number,
    lastRow: number,
    dayOf: (row: number) => DaySerial,
  ) {
    const count = Math.max(0, lastRow - firstRow + 1);
    this.above = new Float64Array(count).fill(NO_DAY);
    this.below = new Float64Array(count).fill(NO_DAY);
    for (let i = 0, last: DaySerial = NO_DAY; i < count; i++) {
      this.above[i] = last;
      const day = dayOf(firstRow + i);
      if (day > NO_DAY) last = day;
    }
    for (let i = count - 1, next: DaySerial = NO_DAY; i >= 0; i--) {
      this.below[i] = next;
      const day = dayOf(firstRow + i);
      if (day > NO_DAY) next = day;
    }
  }

  /** `null` where no line of the column prints a year, or no year near them has such a day. */
  complete(row: number, { month, day }: MonthAndDay): DaySerial | null {
    const i = row - this.firstRow;
    const beside = [this.above[i], this.below[i]].filter((neighbour) => neighbour > NO_DAY);
    let [nearest, least]: [DaySerial | null, number] = [null, Infinity];
    for (const year of new Set(beside.map((neighbour) => calendarFromDay(neighbour).year).flatMap((own) => [own, own - 1, own + 1]))) {
      const candidate = dayFromCalendar(year, month, day);
      if (candidate === null) continue;
      const away = beside.reduce((sum, neighbour) => sum + Math.abs(candidate - neighbour), 0);
      if (away < least) [nearest, least] = [candidate, away];
    }
    return nearest;
  }
}

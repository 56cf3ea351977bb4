/**
 * Which days are worked. Mainland China's public holidays and the weekends worked in return come from the
 * table of the package `chinese-days` (State Council notices; its functions are not used, since they reckon
 * in the machine's time zone). A year that the table lacks counts weekends only, and is reported.
 */
import chineseDays from 'chinese-days/dist/chinese-days.json';
import { calendarFromDay, parseIsoDay, weekdayOf } from '../units/day';
import type { DaySerial } from '../units/units';
import type { CollectionSettings } from './plan';

/** No run of days off is longer; beyond it the search for a working day ends where it began. */
const LONGEST_REST_DAYS = 60;

interface CountryTable {
  readonly off: ReadonlySet<DaySerial>;
  readonly worked: ReadonlySet<DaySerial>;
  readonly years: ReadonlySet<number>;
}

const serials = (dates: Readonly<Record<string, string>>) => new Set(Object.keys(dates).map((date) => parseIsoDay(date) as DaySerial));
const tables: Readonly<Record<string, CountryTable>> = {
  CN: { off: serials(chineseDays.holidays), worked: serials(chineseDays.workdays), years: new Set(Object.keys(chineseDays.holidays).map((date) => Number(date.slice(0, 4)))) },
};

export class WorkCalendar {
  private readonly table: CountryTable | undefined;
  private readonly daysOff: ReadonlySet<DaySerial>;
  private readonly daysWorked: ReadonlySet<DaySerial>;
  private readonly yearsAsked = new Set<number>();
  private readonly known = new Map<DaySerial, boolean>();

  constructor(settings: Pick<CollectionSettings, 'holidays' | 'daysOff' | 'daysWorked'>) {
    this.table = tables[settings.holidays];
    this.daysOff = new Set(settings.daysOff);
    this.daysWorked = new Set(settings.daysWorked);
  }

  isWorkday(day: DaySerial): boolean {
    let isWorked = this.known.get(day);
    if (isWorked === undefined) this.known.set(day, (isWorked = this.isWorked(day)));
    return isWorked;
  }

  private isWorked(day: DaySerial): boolean {
    this.yearsAsked.add(calendarFromDay(day).year);
    if (this.daysWorked.has(day)) return true;
    if (this.daysOff.has(day)) return false;
    if (this.table?.worked.has(day)) return true;
    if (this.table?.off.has(day)) return false;
    const weekday = weekdayOf(day);
    return weekday !== 0 && weekday !== 6;
  }

  /** The day itself where it is worked, else the first one after it. */
  onOrAfter(day: DaySerial): DaySerial {
    for (let ahead = 0; ahead <= LONGEST_REST_DAYS; ahead++) if (this.isWorkday(day + ahead)) return day + ahead;
    return day;
  }

  /** The day itself where it is worked, else the last one before it. */
  onOrBefore(day: DaySerial): DaySerial {
    for (let back = 0; back <= LONGEST_REST_DAYS; back++) if (this.isWorkday(day - back)) return day - back;
    return day;
  }

  /** That many working days later, or earlier for a negative number. */
  move(day: DaySerial, workdays: number): DaySerial {
    let at = day;
    for (let left = Math.abs(workdays); left > 0; left--) at = workdays > 0 ? this.onOrAfter(at + 1) : this.onOrBefore(at - 1);
    return at;
  }

  /** Years that were asked about without a table of holidays, ascending; none where only weekends count. */
  yearsWithoutHolidays(): number[] {
    return [...this.yearsAsked].filter((year) => this.table && !this.table.years.has(year)).sort((a, b) => a - b);
  }
}

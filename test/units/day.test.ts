import { addDays, differenceInCalendarDays, format } from 'date-fns';
import fc from 'fast-check';
import { addMonths, calendarFromDay, dayFromCalendar, endOfMonth, formatIsoDay, parseIsoDay, weekdayOf } from '../../src/units/day';

const anyDay = fc.integer({ min: 1, max: 109_573 }).filter((day) => day > 60); // after Excel's phantom 1900-02-29
const asDate = (serial: number) => addDays(new Date(1899, 11, 30), serial);

describe('day serials', () => {
  it.each([
    ['2026-01-01', 46023],
    ['1970-01-01', 25569],
    ['2024-02-29', 45351],
  ])('%s is %i, as Excel counts', (iso, serial) => {
    expect(parseIsoDay(iso)).toBe(serial);
    expect(formatIsoDay(serial)).toBe(iso);
  });

  it('refuses dates that do not exist', () => {
    expect(dayFromCalendar(2026, 2, 29)).toBeNull();
    expect(dayFromCalendar(2026, 4, 31)).toBeNull();
    expect(dayFromCalendar(2026, 13, 1)).toBeNull();
    expect(parseIsoDay('2026-1-1')).toBeNull();
  });

  it('agrees with date-fns on every day', () => {
    fc.assert(
      fc.property(anyDay, (serial) => {
        expect(formatIsoDay(serial)).toBe(format(asDate(serial), 'yyyy-MM-dd'));
        const { year, month, day } = calendarFromDay(serial);
        expect(dayFromCalendar(year, month, day)).toBe(serial);
        expect(weekdayOf(serial)).toBe(asDate(serial).getDay());
      }),
    );
  });

  it('goes to the last day where a month is shorter', () => {
    const day = (iso: string) => parseIsoDay(iso) as number;
    expect(formatIsoDay(addMonths(day('2026-01-31'), 1))).toBe('2026-02-28');
    expect(formatIsoDay(addMonths(day('2026-01-31'), -2))).toBe('2025-11-30');
    expect(formatIsoDay(endOfMonth(day('2024-02-10')))).toBe('2024-02-29');
    expect(differenceInCalendarDays(asDate(endOfMonth(46023)), asDate(46023))).toBe(30);
  });
});

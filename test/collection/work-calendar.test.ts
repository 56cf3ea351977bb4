import fc from 'fast-check';
import { weekdayOf } from '../../src/units/day';
import { WorkCalendar } from '../../src/collection/work-calendar';
import { day } from './trade';

const china = () => new WorkCalendar({ holidays: 'CN', daysOff: [], daysWorked: [] });
const weekends = () => new WorkCalendar({ holidays: '', daysOff: [], daysWorked: [] });

describe('the working calendar', () => {
  it.each([
    ['2026-09-30', true, 'a Wednesday'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-07', false, 'its last day off'],
    ['2026-10-08', true, 'the Thursday after'],
    ['2026-10-10', true, 'a Saturday worked in return'],
    ['2026-10-11', false, 'a Sunday'],
    ['2026-02-17', false, 'New Year of the lunar calendar'],
    ['2025-05-01', false, 'Labour Day'],
  ])('mainland China, %s: %p (%s)', (iso, worked) => expect(china().isWorkday(day(iso))).toBe(worked));

  it('knows weekends only where no country is set', () => {
    expect(weekends().isWorkday(day('2026-10-01'))).toBe(true);
    expect(weekends().isWorkday(day('2026-10-10'))).toBe(false);
  });

  it('lets the user add days off and days worked', () => {
    const calendar = new WorkCalendar({ holidays: 'CN', daysOff: [day('2026-10-09')], daysWorked: [day('2026-10-11')] });
    expect([calendar.isWorkday(day('2026-10-09')), calendar.isWorkday(day('2026-10-11'))]).toEqual([false, true]);
  });

  it('names the years it has no holidays for, and only those it was asked about', () => {
    const calendar = china();
    expect(calendar.yearsWithoutHolidays()).toEqual([]);
    calendar.onOrAfter(day('2026-12-31'));
    expect(calendar.yearsWithoutHolidays()).toEqual([]);
    calendar.move(day('2026-12-31'), 1);
    expect(calendar.yearsWithoutHolidays()).toEqual([2027]);
  });

  it('moves by working days, there and back', () => {
    expect(china().move(day('2026-09-30'), 1)).toBe(day('2026-10-08'));
    expect(china().move(day('2026-09-30'), 3)).toBe(day('2026-10-10'));
    expect(china().move(day('2026-10-08'), -1)).toBe(day('2026-09-30'));
    expect(china().move(day('2026-10-03'), 0)).toBe(day('2026-10-03'));
  });

  it('finds the nearest working day on either side, and ends even where no day is worked', () => {
    fc.assert(
      fc.property(fc.integer({ min: day('2024-01-01'), max: day('2026-12-01') }), (from) => {
        const calendar = china();
        const [after, before] = [calendar.onOrAfter(from), calendar.onOrBefore(from)];
        expect(calendar.isWorkday(after) && calendar.isWorkday(before)).toBe(true);
        for (let between = before + 1; between < after; between++) expect(between === from || !calendar.isWorkday(between)).toBe(true);
      }),
    );
    const never = new WorkCalendar({ holidays: '', daysOff: Array.from({ length: 400 }, (_, i) => day('2026-01-01') + i), daysWorked: [] });
    expect(never.onOrAfter(day('2026-03-03'))).toBe(day('2026-03-03'));
    expect(weekdayOf(day('2026-10-11'))).toBe(0);
  });
});

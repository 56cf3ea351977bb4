/** Terms as sales people word them, and the day they mean. */
import { addMonths, calendarFromDay, dayFromCalendar, endOfMonth } from '../../src/units/day';
import type { Language } from '../../src/texts';

export interface WordedTerm {
  readonly text: string | number;
  readonly dueDay: (day: number) => number;
}

const days = (text: string | number, count: number): WordedTerm => ({ text, dueDay: (day) => day + count });
const monthEnd = (text: string, count: number): WordedTerm => ({ text, dueDay: (day) => endOfMonth(day) + count });
const nextMonthOn = (text: string, dayOfMonth: number, months = 1): WordedTerm => ({
  text,
  dueDay: (day) => {
    const { year, month } = calendarFromDay(addMonths(day, months));
    return dayFromCalendar(year, month, dayOfMonth) as number;
  },
});

/** Sets of three, one for each product class. */
export const TERM_WORDINGS: Readonly<Record<string, Readonly<Record<Language, readonly WordedTerm[]>>>> = {
  days: { en: [days(30, 30), days(45, 45), days(60, 60)], 'zh-CN': [days(30, 30), days(45, 45), days(60, 60)], 'zh-TW': [days(30, 30), days(45, 45), days(60, 60)] },
  'net words': { en: [days('Net 30', 30), days('n/45', 45), days('60 days from invoice', 60)], 'zh-CN': [days('货到30天', 30), days('票到45天', 45), days('60天', 60)], 'zh-TW': [days('貨到30天', 30), days('出貨後45天', 45), days('60天', 60)] },
  'month end': { en: [monthEnd('EOM+15', 15), monthEnd('30 days EOM', 30), monthEnd('EOM 45', 45)], 'zh-CN': [monthEnd('月结30天', 30), monthEnd('月结45天', 45), monthEnd('月结60', 60)], 'zh-TW': [monthEnd('月結30天', 30), monthEnd('月結45天', 45), monthEnd('月結 60 天', 60)] },
  'fixed day': { en: [nextMonthOn('25th of following month', 25), nextMonthOn('15th of next month', 15), days('Net 60 days', 60)], 'zh-CN': [nextMonthOn('次月25日', 25), nextMonthOn('次月15号付款', 15), days('货到60天付款', 60)], 'zh-TW': [nextMonthOn('次月25日', 25), nextMonthOn('次月15日付款', 15), days('60 天', 60)] },
};

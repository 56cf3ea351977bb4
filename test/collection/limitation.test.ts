/** Until when a debt can be enforced. Due days count back from 2026-09-30. */
import { formatIsoDay } from '../../src/units/day';
import { LANGUAGES, say } from '../../src/texts';
import type { Allocation } from '../../src/settlement/settlement';
import { AS_OF, day, rowOf, type CustomerCase, type TradeOptions } from './trade';

const dueOn = (iso: string) => ({ amount: 50000, overdue: AS_OF - day(iso) });
const until = (customer: CustomerCase, options: TradeOptions = {}) => {
  const limitation = rowOf(customer, options).limitation;
  return limitation && `${formatIsoDay(limitation.day)}${limitation.near ? ' near' : ''}${limitation.passed ? ' passed' : ''}`;
};
/** Our line of 2026-01-15 laid against the first item. */
const partPaid: TradeOptions = { allocations: () => [{ credit: 1, debit: 0, amountMinor: 100, rule: 'named-document', day: day('2026-01-15'), byPolicy: false } satisfies Allocation] };

describe('mainland China: three years from when the debt fell due', () => {
  it('to the day', () => expect(until({ owes: [dueOn('2024-05-31')], signed: null })).toBe('2027-05-31'));
  it('29 February ends on the 28th', () => expect(until({ owes: [dueOn('2024-02-29')], signed: null })).toBe('2027-02-28'));
  it('restarted by part payment', () => expect(until({ owes: [dueOn('2024-05-31')], signed: null, lines: [{ day: day('2026-01-15'), amount: -1, kind: 'payment' }] }, partPaid)).toBe('2029-01-15'));
  it('a return is no part payment', () => expect(until({ owes: [dueOn('2024-05-31')], signed: null, lines: [{ day: day('2026-01-15'), amount: -1, kind: 'return' }] }, partPaid)).toBe('2027-05-31'));
  it('restarted by a signed statement', () => expect(until({ owes: [dueOn('2024-05-31')], signed: day('2025-06-30') })).toBe('2028-06-30'));
  it('a statement signed before the delivery covers nothing of it', () => expect(until({ owes: [dueOn('2024-05-31')], signed: day('2024-03-31') })).toBe('2027-05-31'));
  it('a statement signed before the due date does not shorten it', () => expect(until({ owes: [dueOn('2024-05-31')], signed: day('2024-05-20') })).toBe('2027-05-31'));
  it('restarted by a demand', () => expect(until({ owes: [dueOn('2024-05-31')], signed: null, note: { demandDay: day('2026-09-01') } })).toBe('2029-09-01'));
  it('a demand after it has ended restarts nothing', () => expect(until({ owes: [dueOn('2023-05-31')], signed: null, note: { demandDay: day('2026-09-01') } })).toBe('2026-05-31 passed'));
  it('a statement signed after it has ended is consent to pay', () => expect(until({ owes: [dueOn('2023-05-31')], signed: day('2026-09-01') })).toBe('2029-09-01'));
  it('the earliest day still ahead counts, and what has passed is told beside it', () => {
    const row = rowOf({ owes: [dueOn('2023-05-31'), dueOn('2024-05-31'), dueOn('2025-05-31')], signed: null });
    expect([formatIsoDay(row.limitation?.day as number), row.limitation?.passedMinor]).toEqual(['2027-05-31', 5000000]);
  });
});

describe('the warning', () => {
  const left = (days: number) => until({ owes: [{ amount: 1, overdue: 1096 - days }], signed: null });
  it('begins 90 days ahead and ends on the day itself', () => {
    expect([91, 90, 0, -1].map(left)).toEqual(['2026-12-30', '2026-12-29 near', '2026-09-30 near', '2026-09-29 passed']);
  });
  it.each(LANGUAGES)('says in %s that it is no legal advice', (language) => {
    const words = { en: 'No legal advice', 'zh-CN': '不构成法律意见', 'zh-TW': '不構成法律意見' }[language];
    for (const jurisdiction of ['CN', 'TW', 'HK']) {
      for (const overdue of [10, 1090, 3000]) {
        const limitation = rowOf({ owes: [{ amount: 1, overdue }], signed: null, master: { jurisdiction } }, { settings: { limitationYears: { CN: 3, TW: 3, HK: 3 } } }).limitation;
        expect(say(limitation?.text ?? { code: '' }, language)).toContain(words);
        expect(say(limitation?.text ?? { code: '' }, language)).not.toMatch(/[{}]/);
      }
    }
  });
});

describe('Taiwan: two years for a merchant’s goods', () => {
  const taiwan = { jurisdiction: '台灣' };
  it('to the day', () => expect(until({ owes: [dueOn('2025-03-31')], signed: null, master: taiwan })).toBe('2027-03-31'));
  it('a mere demand does not restart it', () => expect(until({ owes: [dueOn('2025-03-31')], signed: null, master: taiwan, note: { demandDay: day('2026-06-30') } })).toBe('2027-03-31'));
  it('a late demand keeps it open for a suit within six months', () => expect(until({ owes: [dueOn('2024-08-31')], signed: null, master: taiwan, note: { demandDay: day('2026-08-20') } })).toBe('2027-02-20'));
  it('restarted by an acknowledgment', () => expect(until({ owes: [dueOn('2025-03-31')], signed: day('2026-06-30'), master: taiwan })).toBe('2028-06-30'));
});

describe('elsewhere: the user’s own number', () => {
  it('under the name the user gave it', () => expect(until({ owes: [dueOn('2025-03-31')], signed: null, master: { jurisdiction: 'Hong Kong' } }, { settings: { limitationYears: { CN: 3, 'Hong Kong': 6 } } })).toBe('2031-03-31'));
  it('a mere demand does not restart it', () => expect(until({ owes: [dueOn('2025-03-31')], signed: null, master: { jurisdiction: 'HK' }, note: { demandDay: day('2026-06-30') } }, { settings: { limitationYears: { HK: 6 } } })).toBe('2031-03-31'));
  it('by the currency for those who name none: three years in CNY, two in TWD, none that we know in USD', () => {
    const inCurrency = (currency: string) => until({ owes: [{ ...dueOn('2025-03-31'), currency }], signed: null, master: { jurisdiction: '' } });
    expect([inCurrency('CNY'), inCurrency('TWD'), inCurrency('USD')]).toEqual(['2028-03-31', '2027-03-31', null]);
  });
  it('the default jurisdiction for those who name none', () => expect(until({ owes: [dueOn('2025-03-31')], signed: null, master: { jurisdiction: '' } }, { settings: { defaultJurisdiction: 'TW' } })).toBe('2027-03-31'));
  it('no number, no date: a task', () => {
    const row = rowOf({ owes: [dueOn('2025-03-31')], master: { jurisdiction: 'SG', payDay: 5 } });
    expect([row.limitation, row.missing.map((task) => say(task, 'en'))]).toEqual([null, ['Set the limitation period for SG on the settings sheet']]);
  });
  it('nothing due by a date, no date', () => expect(until({ owes: [{ amount: 5, overdue: null }] })).toBeNull());
});

/** The figures beside the plan: points in words, cash by week, incentives, follow-up. As of Wednesday 2026-09-30. */
import { formatIsoDay } from '../../src/units/day';
import { say } from '../../src/texts';
import type { Books } from '../../src/ledger/books';
import type { Allocation, SettledDebit } from '../../src/settlement/settlement';
import { AS_OF, day, noteOf, order, rowOf, rowsByName, trade, withCash, type CustomerCase, type Owed, type TradeOptions } from './trade';

describe('points in words', () => {
  const words = (customer: CustomerCase) => rowOf(customer).parts.map(({ text, points }) => `${say(text, 'en')}: ${points}`);

  it('of a customer that owes what is overdue', () => {
    expect(words({ owes: [{ amount: 1000, overdue: 90, class: 'doubtful' }, { amount: 400, overdue: 10 }], master: { payDay: 5 }, signed: null })).toEqual([
      '67 days overdue on average: 11.2', 'CNY 1,400.00 to ask for; the largest is 1,400.00: 30', 'Mostly Doubtful: 9.1', '50% likely within 30 days: 15', 'No promise: 0',
      'Limitation date 2029-07-02: 0', 'The agreement is complete: 0', 'Next reconciliation on 2026-12-02: 0', '0 km there and back, for this customer alone: 0',
    ]);
  });
  it('of one that owes nothing yet', () => expect(words({ owes: [{ amount: 1000, overdue: -100 }], master: { jurisdiction: 'SG', payDay: 5 } })).toEqual([
    'Nothing overdue: 0', 'CNY 1,000.00 to ask for; the largest is 1,000.00: 30', 'Mostly Not due: 1', 'Nothing overdue: 0', 'No promise: 0',
    'No limitation date: 0', 'Terms missing from the agreement: 1: 0', 'Next reconciliation on 2027-02-28: 0', 'No trip needed: 0',
  ]));
  it('of promises', () => {
    const promise = (note: Parameters<typeof noteOf>[1]) => words({ owes: [{ amount: 1000 }], note })[4];
    expect([promise({ promisedDay: day('2026-09-20'), writtenDay: day('2026-08-31'), openThenMinor: 100000 }), promise({ promisedDay: day('2026-10-20'), writtenDay: day('2026-08-31') })]).toEqual(['Promised for 2026-09-20; CNY 0.00 has come: 20', 'A promise is still running: 0']);
  });
});

describe('the order of rows alike', () => {
  it('by what is asked for, then by name, then by currency', () => {
    const weights = { age: 0, amount: 0, kind: 0, likelihood: 0, 'broken-promise': 0, limitation: 0, 'agreement-missing': 0, 'reconciliation-overdue': 0, distance: 0 };
    expect(order({ C: { owes: [{ amount: 5 }] }, A: { owes: [{ amount: 5 }] }, B: { owes: [{ amount: 9 }] }, D: { owes: [{ amount: 5 }] } }, { settings: { weights } })).toEqual(['B', 'A', 'C', 'D']);
    expect(trade({ A: { owes: [{ amount: 5, currency: 'USD' }, { amount: 5, currency: 'CNY' }, { amount: 5, currency: 'EUR' }] } }).plan.rows.map((row) => row.currency)).toEqual(['CNY', 'EUR', 'USD']);
  });
});

describe('expected cash', () => {
  const weeks = (owes: readonly Owed[], master: CustomerCase['master'] = { payDay: 26, approvalDays: 5 }) => withCash(trade({ A: { owes, master } }).plan).map((week) => `${week.currency} ${formatIsoDay(week.weekStartDay)} ${week.expectedMinor / 100} sure ${week.sureMinor / 100}`);

  it('what is likely by sixty and ninety days comes on the next two pay days, and is never sure', () => {
    expect(weeks([{ amount: 1000, likelihood: 0.5, later: [0.7, 0.8] }])).toEqual(['CNY 2026-10-22 500 sure 0', 'CNY 2026-11-26 200 sure 0', 'CNY 2026-12-24 100 sure 0']);
    expect(weeks([{ amount: 1000, likelihood: 0.8, later: [0.9, 1] }])).toEqual(['CNY 2026-10-22 800 sure 800', 'CNY 2026-11-26 100 sure 0', 'CNY 2026-12-24 100 sure 0']);
  });
  it('what falls due by the pay day comes on it, what falls due later or never on its expected day', () => {
    expect(weeks([{ amount: 100, overdue: -26 }, { amount: 10, overdue: 5 }])).toEqual(['CNY 2026-10-22 55 sure 0']);
    expect(weeks([{ amount: 100, overdue: -27 }, { amount: 10, overdue: null }, { amount: 20, overdue: 5 }])).toEqual(['CNY 2026-10-15 55 sure 0', 'CNY 2026-10-22 10 sure 0']);
    expect(weeks([{ amount: 100 }], {})).toEqual(['CNY 2026-10-15 50 sure 0']);
  });
  it('currency by currency, week by week; what is on account brings nothing', () => {
    expect(weeks([{ amount: 10, currency: 'USD' }, { amount: 20, overdue: 5 }, { amount: 30, overdue: -40 }, { amount: -5 }])).toEqual(['CNY 2026-10-15 15 sure 0', 'CNY 2026-10-22 10 sure 0', 'USD 2026-10-22 5 sure 0']);
  });
  it('of a row: what is likely within thirty days', () => expect(rowOf({ owes: [{ amount: 1000 }, { amount: 400, likelihood: 0.25 }, { amount: -100 }] }).expectedMinor30).toBe(60000));
});

describe('limitation, finer', () => {
  const until = (overdue: number, master: CustomerCase['master'], note: CustomerCase['note'] = {}, options: TradeOptions = {}) => {
    const limitation = rowOf({ owes: [{ amount: 1, overdue }], signed: null, master, note }, { settings: { limitationYears: { CN: 3, TW: 2, HK: 2 } }, ...options }).limitation;
    return limitation && `${formatIsoDay(limitation.day)}${limitation.passed ? ' passed' : ''}`;
  };

  it('six months to sue after a demand are Taiwan\'s, and the demand must come in time', () => {
    const due = AS_OF - day('2024-10-31');
    expect([until(due, { jurisdiction: 'TW' }, { demandDay: day('2026-09-01') }), until(due, { jurisdiction: 'HK' }, { demandDay: day('2026-09-01') })]).toEqual(['2027-03-01', '2026-10-31']);
    const passed = AS_OF - day('2024-08-31');
    expect([until(passed, { jurisdiction: ' tw ' }, { demandDay: day('2026-08-31') }), until(passed, { jurisdiction: 'TW' }, { demandDay: day('2026-09-01') })]).toEqual(['2027-02-28', '2026-08-31 passed']);
  });
  it.each([['CN', 10], ['TW', 10], ['HK', 10], ['CN', 1060], ['TW', 700], ['HK', 700], ['CN', 3000], ['TW', 3000], ['HK', 3000]])('says by whose law in %s, %d days overdue', (jurisdiction, overdue) => {
    const text = say(rowOf({ owes: [{ amount: 1, overdue }], signed: null, master: { jurisdiction } }, { settings: { limitationYears: { CN: 3, TW: 2, HK: 2 } } }).limitation?.text ?? { code: '' }, 'en');
    expect([/A demand that reached/.test(text), /a mere demand lapses/.test(text), /period for HK is your own/.test(text)]).toEqual([jurisdiction === 'CN', jurisdiction === 'TW', jurisdiction === 'HK']);
    expect(text).toMatch(overdue < 100 || overdue === 3000 ? /imitation date \d{4}-\d\d-\d\d/ : / is (3[0-9]|36) days away/);
  });
  it('of several that have passed, the last', () => {
    const limitation = rowOf({ owes: [{ amount: 1, overdue: 1500 }, { amount: 2, overdue: 1200 }, { amount: 3, overdue: 1300 }], signed: null }).limitation;
    expect([limitation?.day, limitation?.passed, limitation?.passedMinor]).toEqual([rowOf({ owes: [{ amount: 2, overdue: 1200 }], signed: null }).limitation?.day, true, 600]);
  });
  it('one event may keep it open for the next', () => {
    const allocations = () => [{ credit: 1, debit: 0, amountMinor: 100, rule: 'named-document', day: day('2026-01-15'), byPolicy: false } satisfies Allocation];
    const limitation = rowOf({ owes: [{ amount: 1, overdue: AS_OF - day('2022-05-31') }], signed: day('2025-03-31'), lines: [{ day: day('2026-01-15'), amount: -1, kind: 'payment' }] }, { allocations }).limitation;
    expect(formatIsoDay(limitation?.day as number)).toBe('2029-01-15');
  });
});

describe('incentives', () => {
  const paid = (kinds: { readonly debit?: 'invoice' | 'opening'; readonly credit?: 'payment' | 'rebate' } = {}, dueIso: string | null = '2026-08-31') => {
    const lines = [{ day: day('2026-07-31'), amount: 1000000, kind: kinds.debit ?? 'invoice' }, { day: day('2026-09-05'), amount: -1000000, kind: kinds.credit ?? 'payment' }];
    return trade({ A: { owes: [], lines } }, {
      allocations: () => [{ credit: 1, debit: 0, amountMinor: 100000000, rule: 'exact-invoice', day: day('2026-09-05'), byPolicy: false }],
      dueDays: () => Int32Array.of(dueIso === null ? 0 : day(dueIso), 0),
    }).plan.incentives.map((row) => [row.paidEarlyMinor / 100, row.paidOnTimeMinor / 100, row.paidLateMinor / 100]);
  };

  it('are for payments of what was supplied: not for deductions, not of an opening balance', () => expect([paid(), paid({ credit: 'rebate' }), paid({ debit: 'opening' })]).toEqual([[[0, 0, 1000000]], [], []]));
  it('goods paid before they were sold are paid on time', () => expect(paid({}, null)).toEqual([[0, 1000000, 0]]));
  it('stand by period, latest first, then by points, then by customer', () => {
    const line = (iso: string, amount: number) => [{ day: day('2026-01-31'), amount }, { day: day(iso), amount: -amount, kind: 'payment' as const }];
    const customers = { A: { owes: [], lines: [...line('2026-06-30', 5000), ...line('2026-09-01', 100000)] }, B: { owes: [], lines: line('2026-09-01', 300000) }, C: { owes: [], lines: line('2026-09-30', 100000) } };
    const { books, plan } = trade(customers, {
      allocations: (known: Books) => [0, 2, 4, 6].map((debit) => ({ credit: debit + 1, debit, amountMinor: known.ours.amountMinor[debit], rule: 'exact-invoice', day: known.ours.day[debit + 1], byPolicy: false })),
      dueDays: (known) => Int32Array.from({ length: known.ours.count }, () => day('2026-12-31')),
    });
    expect(plan.incentives.map((row) => `${books.customers[row.customer].name} ${formatIsoDay(row.periodStartDay)} to ${formatIsoDay(row.periodEndDay)}`)).toEqual(['B 2026-07-01 to 2026-09-30', 'A 2026-07-01 to 2026-09-30', 'C 2026-07-01 to 2026-09-30', 'A 2026-04-01 to 2026-06-30']);
  });
});

describe('relationship', () => {
  const visit = (iso: string, plannedIso: string | null) => ({ customer: 0, day: day(iso), plannedDay: plannedIso === null ? null : day(plannedIso), rep: 'Wang', note: '' });
  const score = (...visits: readonly ReturnType<typeof visit>[]) => rowOf({ owes: [{ amount: 1000, overdue: 40 }] }, { visits }).leverage?.scores.relationship;

  it('three fifths for how often in half a year, two fifths for the day planned', () => {
    expect(score(visit('2026-09-01', '2026-09-01'), visit('2026-09-02', '2026-09-01'), visit('2026-08-01', '2026-08-09'))).toBeCloseTo(0.6 * 0.5 + 0.4 * (2 / 3), 12);
    expect(score(visit('2026-09-01', null), visit('2026-09-02', null))).toBeCloseTo(2 / 6, 12);
    expect(score(...[1, 2, 3, 4, 5, 6, 7].map((each) => visit(`2026-09-0${each}`, null)))).toBe(1);
  });
  it('from the day after 183 days ago to the as-of day', () => expect([score(visit('2026-04-01', null)), score(visit('2026-03-31', null), visit('2026-09-30', null), visit('2026-10-01', null))]).toEqual([1 / 6, 1 / 6]));
});

describe('follow-up', () => {
  const visit = (iso: string) => ({ customer: 0, day: day(iso), plannedDay: null, rep: 'Wang', note: '' });
  const debt = (more: Partial<SettledDebit>): SettledDebit => ({ entry: 0, customer: 0, day: AS_OF - 70, dueDay: AS_OF - 40, amountMinor: 100, settledDay: null, ...more });
  const score = (history: readonly SettledDebit[], visits = [visit('2026-09-05')], lines: CustomerCase['lines'] = []) => rowsByName({ A: { owes: [{ amount: 1000, overdue: 40 }], lines } }, { history: () => history, visits }).A.leverage?.scores['follow-up'];

  // Due on 21 August: the visit of 5 September came after fifteen days of thirty.
  it('is the average over debts that ran past their due day', () => expect(score([debt({}), debt({ dueDay: AS_OF - 25 })])).toBe(0.75));
  it('leaves out what was paid by its due day, is not due yet, or is no invoice', () => {
    expect(score([debt({}), debt({ settledDay: AS_OF - 40 }), debt({ dueDay: AS_OF + 1 }), debt({ entry: 1 })], undefined, [{ day: AS_OF - 70, amount: 5, kind: 'adjustment' }])).toBe(0.5);
  });
  it('what was paid before anybody called says nothing; nor does a customer without such debts', () => expect([score([debt({ settledDay: AS_OF - 35 })], [visit('2026-05-05')]), score([])]).toEqual([null, null]));
  it('a month without a call is no follow-up, paid or not', () => expect([score([debt({ settledDay: AS_OF - 5 })], [visit('2026-05-05')]), score([debt({})], [visit('2026-05-05')])]).toEqual([0, 0]));
  it('the first visit from the due day on counts, whatever the order of the sheet', () => expect(score([debt({})], [visit('2026-09-20'), visit('2026-08-21'), visit('2026-05-05')])).toBe(1));
  it('a visit planned for later than the as-of day is none yet', () => expect(score([debt({ dueDay: AS_OF - 3 })], [visit('2026-10-05'), visit('2026-05-05')])).toBe(0.9));
});

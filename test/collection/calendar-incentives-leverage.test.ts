import { formatIsoDay } from '../../src/units/day';
import { LANGUAGES, say } from '../../src/texts';
import type { Books } from '../../src/ledger/books';
import type { Allocation, SettledDebit } from '../../src/settlement/settlement';
import { LEVERS } from '../../src/collection/plan';
import { AS_OF, day, rowsByName, trade, withCash, type CustomerCase, type TradeOptions } from './trade';

describe('the reconciliation calendar', () => {
  const tasks = (customers: Readonly<Record<string, CustomerCase>>, options: TradeOptions = {}) => {
    const { books, plan } = trade(customers, options);
    return plan.calendar.map((task) => `${books.customers[task.customer].name} ${formatIsoDay(task.nextDay)}${task.overdue ? ' overdue' : ''}${task.lastSignedDay === null ? ' never signed' : ''}`);
  };
  const owes = [{ amount: 1, overdue: 10 }];

  it('six months after the last signed statement, or the customer’s own number; most overdue first', () => {
    expect(tasks({ Half: { owes, signed: day('2026-06-30') }, Quarter: { owes, signed: day('2026-06-29'), master: { reconcileEveryMonths: 3 } } })).toEqual(['Quarter 2026-09-29 overdue', 'Half 2026-12-30']);
  });
  it('the day itself is in time', () => expect(tasks({ A: { owes, signed: day('2026-03-30') }, B: { owes, signed: day('2026-03-29') } })).toEqual(['B 2026-09-29 overdue', 'A 2026-09-30']));
  it('the later of the log and the master sheet', () => expect(tasks({ A: { owes, signed: day('2026-03-31'), master: { lastReconciledDay: day('2026-05-31') } } })).toEqual(['A 2026-11-30']));
  it('what was signed after the as-of day was not known on it', () => {
    expect(tasks({ A: { owes, signed: day('2026-03-31'), master: { lastReconciledDay: AS_OF + 1 } }, B: { owes, signed: AS_OF + 1, master: { lastReconciledDay: AS_OF } } })).toEqual(['A 2026-09-30', 'B 2027-03-30']);
  });
  it('never signed: from the first entry', () => expect(tasks({ A: { owes: [{ amount: 1, overdue: 200 }], signed: null } })).toEqual(['A 2026-08-12 overdue never signed']));
  it('a customer that owes nothing is reconciled too', () => expect(tasks({ A: { owes: [], lines: [{ day: day('2026-01-05'), amount: 5 }, { day: day('2026-02-05'), amount: -5, kind: 'payment' }], signed: null } })).toEqual(['A 2026-07-05 overdue never signed']));
  it('months come from the settings', () => expect(tasks({ A: { owes, signed: day('2026-06-30') } }, { settings: { reconcileEveryMonths: 3 } })).toEqual(['A 2026-09-30']));
});

describe('incentives', () => {
  /** One invoice of 1,000,000 due on 2026-08-31, and payments against it. */
  const rows = (paid: readonly (readonly [string, number])[], options: TradeOptions = {}) => {
    const lines = [{ day: day('2026-07-31'), amount: 1000000 }, ...paid.map(([iso, amount]) => ({ day: day(iso), amount: -amount, kind: 'payment' as const }))];
    const allocations = () => paid.map(([iso, amount], i): Allocation => ({ credit: i + 1, debit: 0, amountMinor: amount * 100, rule: 'exact-invoice', day: day(iso), byPolicy: false }));
    const dueDays = (books: Books) => Int32Array.from({ length: books.ours.count }, (_, i) => (i === 0 ? day('2026-08-31') : 0));
    return trade({ A: { owes: [], lines } }, { allocations, dueDays, ...options }).plan.incentives.map((row) => [formatIsoDay(row.periodStartDay), row.paidEarlyMinor / 100, row.paidOnTimeMinor / 100, row.paidLateMinor / 100, row.points, row.tier]);
  };

  it('early five days before, on time to the day, late after it', () => {
    expect(rows([['2026-08-26', 100000], ['2026-08-27', 200000], ['2026-08-31', 300000], ['2026-09-01', 400000]])).toEqual([['2026-07-01', 100000, 500000, 400000, 70, 'B']]);
  });
  it('tiers begin at their points', () => {
    expect(rows([['2026-08-31', 990000]])[0].slice(4)).toEqual([99, 'B']);
    expect(rows([['2026-08-31', 1000000]])[0].slice(4)).toEqual([100, 'A']);
    expect(rows([['2026-08-31', 100000]])[0].slice(4)).toEqual([10, '']);
  });
  it('per period, latest first; the calendar year divides them', () => {
    expect(rows([['2026-09-01', 1], ['2026-06-30', 2], ['2025-12-31', 3], ['2025-09-30', 4]]).map((row) => row[0])).toEqual(['2026-07-01', '2026-04-01', '2025-10-01']);
    expect(rows([['2026-09-01', 1], ['2026-08-31', 2]], { settings: { incentiveMonths: 1 } }).map((row) => row[0])).toEqual(['2026-09-01', '2026-08-01']);
  });
  it('each instalment by its own due day', () => {
    // Half is due on 2026-08-31, half on 2026-09-30.
    const second: SettledDebit = { entry: 0, instalment: 1, customer: 0, day: day('2026-07-31'), dueDay: day('2026-09-30'), amountMinor: 50000000, settledDay: day('2026-09-30') };
    const paid = (credit: number, iso: string, instalment: number): Allocation => ({ credit, debit: 0, instalment, amountMinor: 50000000, rule: 'exact-invoice', day: day(iso), byPolicy: false });
    const allocations = () => [paid(1, '2026-08-31', 0), paid(2, '2026-09-30', 1)];
    expect(rows([['2026-08-31', 500000], ['2026-09-30', 500000]], { allocations, history: () => [second] })).toEqual([['2026-07-01', 0, 1000000, 0, 100, 'A']]);
  });
  it('points, tiers and the unit come from the settings', () => {
    expect(rows([['2026-08-31', 5000]], { settings: { incentivePerMajor: 0.005 } })[0][4]).toBe(1_000_000);
    expect(rows([['2026-08-20', 5000], ['2026-08-31', 5000]], { settings: { incentivePerMajor: 1000, incentivePointsEarly: 3, incentiveTiers: [{ name: 'silver', fromPoints: 10 }, { name: 'gold', fromPoints: 20 }] } })[0].slice(4)).toEqual([20, 'gold']);
  });
});

describe('why they would pay us first', () => {
  const visit = (customer: number, iso: string, plannedIso: string | null = null) => ({ customer, day: day(iso), plannedDay: plannedIso === null ? null : day(plannedIso), rep: 'Wang', note: '' });
  const sale = (amount: number) => [{ day: day('2026-06-01'), amount, kind: 'invoice' as const }, { day: day('2026-07-01'), amount: -amount, kind: 'payment' as const }];
  const owes = [{ amount: 1000, overdue: 40 }];
  const leverage = (customers: Readonly<Record<string, CustomerCase>>, options: TradeOptions = {}) => Object.fromEntries(Object.entries(rowsByName(customers, options)).map(([name, row]) => [name, row.leverage]));

  it('sales: the average customer a half, twice the average all of it', () => {
    const levers = leverage({ Large: { owes, lines: sale(9000) }, Small: { owes } });
    expect([levers.Large?.scores['sales-volume'], levers.Small?.scores['sales-volume']]).toEqual([10 / 11, 1 / 11]);
  });
  it('profit: margin, rebates and subsidies as a share of purchases', () => {
    const rebate = [{ day: day('2026-07-01'), amount: -200, kind: 'rebate' as const }];
    const levers = leverage({ Rich: { owes, master: { margin: 0.1 }, lines: rebate }, Poor: { owes, master: { margin: 0.1 } }, Unknown: { owes } });
    expect([levers.Rich?.scores.profit, levers.Poor?.scores.profit, levers.Unknown?.scores.profit]).toEqual([expect.closeTo(0.75), expect.closeTo(0.25), null]);
  });
  it('relationship: how often, and whether on the day planned', () => {
    const visits = [visit(0, '2026-05-10', '2026-05-10'), visit(0, '2026-06-10', '2026-06-01'), visit(0, '2026-07-10'), visit(0, '2025-07-10', '2025-07-10')];
    const levers = leverage({ Visited: { owes }, Unvisited: { owes } }, { visits });
    expect([levers.Visited?.scores.relationship, levers.Unvisited?.scores.relationship]).toEqual([0.5, 0]);
  });
  it('follow-up: days from the due date to the first contact', () => {
    const history = (books: Books) => books.customers.map((_, customer) => ({ entry: customer, customer, day: AS_OF - 70, dueDay: AS_OF - 40, amountMinor: 100000, settledDay: null }));
    const levers = leverage({ Prompt: { owes }, Late: { owes }, Never: { owes } }, { history, visits: [{ ...visit(0, '2026-08-24') }, visit(1, '2026-09-05')] });
    // Due on 21 August: three days, fifteen days, never.
    expect([levers.Prompt?.scores['follow-up'], levers.Late?.scores['follow-up'], levers.Never?.scores['follow-up']]).toEqual([0.9, 0.5, 0]);
  });
  it('no visits sheet: nothing is said of relationship and follow-up', () => {
    const lever = leverage({ A: { owes } }).A;
    expect([lever?.scores.relationship, lever?.scores['follow-up'], lever?.weakest]).toEqual([null, null, 'sales-volume']);
  });
  it('the weakest is named, and advised upon', () => {
    const lever = leverage({ A: { owes, master: { margin: 0.2 } } }, { visits: [visit(0, '2026-05-10')] }).A;
    expect(lever?.weakest).toBe('relationship');
    expect(say(lever?.advice ?? { code: '' }, 'en')).toBe('The customer is seldom visited, or not when it was announced (17%): visit regularly and on the day planned.');
    for (const language of LANGUAGES) for (const name of LEVERS) expect(say({ code: `collection.advice.${name}`, values: { score: 'x' } }, language)).toContain('x');
  });
});

describe('expected cash', () => {
  it('comes on the pay day that the action reaches, and in the months after', () => {
    const { plan } = trade({ A: { owes: [{ amount: 1000, likelihood: 0.9 }], master: { payDay: 26, approvalDays: 5 } } });
    expect(withCash(plan)).toEqual([{ currency: 'CNY', weekStartDay: day('2026-10-22'), expectedMinor: 90000, sureMinor: 90000 }]);
  });
  it('waits a month when no trip has room for the visit', () => {
    const { plan } = trade({ A: { owes: [{ amount: 1000, overdue: 95, class: 'doubtful', likelihood: 0.4 }], master: { payDay: 26, distanceKm: 500 } } });
    expect(withCash(plan)).toEqual([{ currency: 'CNY', weekStartDay: day('2026-11-26'), expectedMinor: 40000, sureMinor: 0 }]);
  });
  it('is told of a quarter, week after week from the day after the as-of day, those without cash too', () => {
    const { plan } = trade({ A: { owes: [{ amount: 1000, likelihood: 0.9 }], master: { payDay: 26, approvalDays: 5 } } });
    const weeks = plan.expectedCash?.map(({ weekStartDay }) => formatIsoDay(weekStartDay)) ?? [];
    expect(weeks.slice(0, 4)).toEqual(['2026-10-01', '2026-10-08', '2026-10-15', '2026-10-22']);
    expect(weeks).toHaveLength(13);
  });
});

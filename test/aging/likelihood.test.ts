/** Likelihood on small ledgers: the same every time, in order, honest about what it does not know. How good it is stands in likelihood-measured. */
import { fitLogistic, sigmoid } from '../../src/aging/likelihood/logistic';
import { Survival } from '../../src/aging/likelihood/survival';
import { say } from '../../src/texts';
import { day, line } from '../settlement/support';
import { aged } from './support';
import { chance, steadyHabit, synthetic, tailedHabit } from './synthetic';

test('is the same every time, and whatever the order of the rows', () => {
  const { lines } = synthetic(steadyHabit, 5, 400);
  const estimates = (given: typeof lines) => {
    const { books, aged: result } = aged(given, { asOf: '2025-10-31' });
    return result.items.map(({ item, likelihood30, likelihood90, expectedDay }) => [books.texts.at(books.ours.document[item.entry]), likelihood30.toFixed(9), likelihood90.toFixed(9), expectedDay]).sort();
  };
  expect(estimates([...lines].reverse())).toEqual(estimates(lines));
});

test('thirty days are never likelier than sixty, nor sixty than ninety; all are probabilities', () => {
  const { items } = aged(synthetic(tailedHabit, 9, 600).lines, { asOf: '2025-09-30' }).aged;
  expect(items.length).toBeGreaterThan(50);
  for (const { likelihood30, likelihood60, likelihood90 } of items) {
    expect(0 <= likelihood30 && likelihood30 <= likelihood60 && likelihood60 <= likelihood90 && likelihood90 <= 1).toBe(true);
  }
});

test('the expected day is the one by which half come in, and contradicts none of the likelihoods beside it', () => {
  const asOf = day('2025-09-30');
  const { items } = aged(synthetic(tailedHabit, 9, 600).lines, { asOf: '2025-09-30' }).aged;
  const halfComeWithin = ({ likelihood30, likelihood60, likelihood90 }: (typeof items)[number]) => [likelihood30, likelihood60, likelihood90].findIndex((likelihood) => likelihood >= 0.5);
  for (const item of items) {
    const step = halfComeWithin(item);
    const days = item.expectedDay === null ? Infinity : item.expectedDay - asOf;
    expect([step, Math.min(3, Math.ceil(days / 30) - 1)]).toEqual([step, step < 0 ? 3 : step]);
  }
  expect(new Set(items.map(halfComeWithin)).size).toBeGreaterThan(2);
});

describe('reasons', () => {
  /** Invoices of one customer, each paid so many days after its due date, and one still open. */
  const history = (delays: readonly number[], customer: string) => delays.flatMap((delay, at) => [
    { ...line('2026-01-01', `${customer}-${100 + at}`, 10, { customer }), dueDay: day('2026-01-11') },
    { ...line('2026-01-11', `P${customer}-${100 + at}`, -10, { customer, references: `${customer}-${100 + at}` }), day: day('2026-01-11') + delay },
  ]);
  const open = (customer: string) => ({ ...line('2026-02-01', `${customer}-900`, 99, { customer }), dueDay: day('2026-02-20') });
  const reasonOf = (lines: Parameters<typeof aged>[0], asOf = '2026-02-25') => {
    const { books, aged: result } = aged(lines, { asOf });
    const found = result.items.find(({ item }) => books.texts.at(books.ours.document[item.entry]).endsWith('-900'));
    return say(found?.likelihoodReason ?? { code: '' }, 'en');
  };
  const known = history([1, 2, 3, 4, 5, 6, 7, 8, 20, 30], 'A');

  test('the customer\'s own history, in figures', () => expect(reasonOf([...known, open('A')])).toBe('10 invoices settled, nine in ten within 20 days of the due date'));
  test('paid by the due date', () => expect(reasonOf([...history([-3, -2, -1, 0, -5], 'A'), { ...open('A'), dueDay: day('2026-03-20') }])).toBe('5 invoices settled, nine in ten by the due date'));
  test('later than it ever was', () => expect(reasonOf([...known, open('A')], '2026-05-01')).toBe('10 invoices settled, the slowest 30 days after the due date; this one stands at 70'));
  test('little history is said', () => expect(reasonOf([...known, ...history([9], 'B'), open('B')])).toMatch(/^Only 1 invoice settled so far; judged mostly by all customers \(11 invoices, nine in ten within 20 days/));
  test('no history is said', () => expect(reasonOf([...known, open('B')])).toMatch(/^Nothing settled by this customer yet/));
  test('an empty history is said', () => expect(reasonOf([open('B')])).toBe('Nothing in this ledger has been settled yet: no more than a guess'));
});

test('the expected day keeps to a pay day that the customer keeps', () => {
  const lines = Array.from({ length: 8 }, (_, month) => {
    const booked = day(`2026-0${month + 1}-01`);
    return [{ ...line('2026-01-01', `A-${100 + month}`, 10), day: booked, dueDay: booked + 10 }, { ...line('2026-01-01', `P-${100 + month}`, -10, { references: `A-${100 + month}` }), day: booked + 24 }];
  }).flat();
  const master = { customer: 0, rep: '', region: '', distanceKm: null, payDay: 25, approvalDays: null, method: null, place: '', contact: '', language: null, jurisdiction: '', creditLimitMinor: null, reconcileEveryMonths: null, lastReconciledDay: null, agreementDay: null, settlesBy: null, closed: false, margin: null, sheet: 'c', row: 1 };
  const { items } = aged([...lines, { ...line('2026-09-01', 'A-900', 10), dueDay: day('2026-09-11') }], { asOf: '2026-09-15', books: { masters: [master] } }).aged;
  expect(items[0].expectedDay).toBe(day('2026-09-25'));
});

describe('the parts', () => {
  test('survival weighs half those whose outcome is cut short', () => {
    const survival = new Survival([5, 10, 40], [20, 60]);
    expect([survival.settledWithin(0, 30), survival.exposed(0, 30)]).toEqual([2, 4.5]);
  });

  test('logistic regression finds the coefficients that made the data, and keeps to its prior without data', () => {
    const random = chance(3);
    const values = Array.from({ length: 4000 }, () => 4 * random() - 2);
    const outcomes = values.map((x) => (random() < sigmoid(0.5 - 1.2 * x) ? 1 : 0));
    const columns = [new Float64Array(4000).fill(1), Float64Array.from(values)];
    const [constant, slope] = fitLogistic(columns, outcomes, [0, 0], [1, 1]);
    expect(constant).toBeCloseTo(0.5, 0);
    expect(Math.abs(slope + 1.2)).toBeLessThan(0.15);
    expect(fitLogistic([new Float64Array(0), new Float64Array(0)], [], [0.3, 0.7], [1, 1])).toEqual([0.3, 0.7]);
  });
});

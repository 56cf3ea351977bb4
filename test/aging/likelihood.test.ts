/** Likelihood on ledgers whose truth is known: better than simpler measures, calibrated, and honest about what it does not know. */
import { compareLikelihood, type Comparison } from '../../src/aging/likelihood/comparison';
import { fitLogistic, sigmoid } from '../../src/aging/likelihood/logistic';
import type { Horizon } from '../../src/aging/likelihood/snapshot';
import { Survival } from '../../src/aging/likelihood/survival';
import { say } from '../../src/texts';
import { booksOf, day, line } from '../settlement/support';
import { aged } from './support';
import { SYNTHETIC_FIRST_DAY, chance, payRunHabit, steadyHabit, synthetic, tailedHabit, type Habit } from './synthetic';

const MONTHS = [150, 180, 210, 240, 270, 300, 330].map((after) => SYNTHETIC_FIRST_DAY + after);

function comparison(habitOf: (random: () => number) => Habit, seed: number, horizon: Horizon = 30): Comparison {
  const { lines, settledDays } = synthetic(habitOf, seed);
  const books = booksOf(lines);
  const settledDayOf = (entry: number) => settledDays.get(books.texts.at(books.ours.document[entry])) ?? Number.POSITIVE_INFINITY;
  return compareLikelihood(books, { days: MONTHS, horizon, settledDayOf }, { defaultTermDays: 30 });
}

/** Days on which all came or none did rank nothing. */
const mean = (values: readonly number[]) => values.filter((value) => !Number.isNaN(value)).reduce((sum, value, _, known) => sum + value / known.length, 0);

test.each([
  ['steady payers', steadyHabit, 0.94, 0.5],
  ['long tails and losses', tailedHabit, 0.78, 0.24],
  ['payment runs at month end', payRunHabit, 0.7, 0.2],
] as const)('%s: ranks as well as it should and no worse than the simpler measures, and is right more often', (_, habitOf, aucMin, underConstantMin) => {
  const found = [11, 12].map((seed) => comparison(habitOf, seed)).flatMap(({ days }) => days);
  const auc = (name: 'ours' | 'days-overdue' | 'customer-mean') => mean(found.map(({ scores }) => scores[name].auc));
  const brier = (name: 'ours' | 'days-overdue' | 'customer-mean') => mean(found.map(({ scores }) => scores[name].brier));
  expect(auc('ours')).toBeGreaterThan(aucMin);
  expect(auc('ours')).toBeGreaterThan(Math.max(auc('days-overdue'), auc('customer-mean')) - 0.01);
  // Better than a constant by far. Steady payers around a mean of their own are what the customer's mean describes exactly: there a calibrated estimate can only come close.
  expect(1 - brier('ours') / mean(found.map(({ constantBrier }) => constantBrier))).toBeGreaterThan(underConstantMin);
  expect(brier('ours')).toBeLessThan(1.08 * Math.min(brier('days-overdue'), brier('customer-mean')));
});

test('calibrated: where it says so much, about so much comes', () => {
  const { calibration } = comparison(steadyHabit, 21);
  for (const { count, meanLikelihood, collectedShare } of calibration) if (count >= 60) expect(Math.abs(meanLikelihood - collectedShare)).toBeLessThan(0.15);
});

test.each([60, 90] as const)('calibrated over %p days too, where many are never paid', (horizon) => {
  const { days } = comparison(tailedHabit, 22, horizon);
  const difference = mean(days.map(({ meanLikelihood, collectedShare }) => meanLikelihood - collectedShare));
  expect(Math.abs(difference)).toBeLessThan(0.08);
  expect(mean(days.map(({ scores, constantBrier }) => scores.ours.brier / constantBrier))).toBeLessThan(0.75);
});

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
  test('little history is said', () => expect(reasonOf([...known, ...history([9], 'B'), open('B')])).toMatch(/^Only 1 invoices settled so far; judged mostly by all customers \(11 invoices, nine in ten within 20 days/));
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

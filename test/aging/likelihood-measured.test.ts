/** Likelihood on ledgers whose truth is known: better than simpler measures, and calibrated. */
import { compareLikelihood, type Comparison } from '../../src/aging/likelihood/comparison';
import type { Horizon } from '../../src/aging/likelihood/snapshot';
import { booksOf } from '../settlement/support';
import { SYNTHETIC_FIRST_DAY, payRunHabit, steadyHabit, synthetic, tailedHabit, type Habit } from './synthetic';

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

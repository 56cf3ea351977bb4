/**
 * The pace at which customers pay, as known on a day: each one's mean lateness and scatter, drawn toward the
 * portfolio where its history is thin, and how much later a disputed debit or a product class is paid.
 *
 * How strongly a customer is drawn toward the portfolio follows from the ledger itself: the scatter within
 * customers against the scatter between them (empirical Bayes).
 */
import type { DaySerial } from '../../units/units';
import type { CustomerIndex } from '../../ledger/books';
import type { Episodes } from './episodes';

/** Pseudo-observations by which shifts and scatters are drawn toward none and toward the portfolio's. */
const SHIFT_PSEUDO_OBSERVATIONS = 5;
const CLASS_PSEUDO_OBSERVATIONS = 20;
const SCATTER_PSEUDO_OBSERVATIONS = 5;
/** Between-customer variance is taken to be at least this share of the within-customer variance. */
const BETWEEN_SHARE_MIN = 0.02;
/** Where nothing has been settled yet: paid around the due day, give or take a month. Said in the reason of every estimate. */
const MEAN_UNKNOWN = 0;
const VARIANCE_UNKNOWN = 30 * 30;
/** Variance of a day, so that a customer who always pays on the same day does not divide by zero. */
const VARIANCE_MIN = 1;

export interface Pace {
  /** Mean lateness of all, in days after the due day. */
  readonly meanAll: number;
  readonly disputeShift: number;
  readonly classShifts: Float64Array;
  /** Per customer, after shrinking and without the shifts. */
  readonly mean: Float64Array;
  readonly scatter: Float64Array;
  readonly settledCount: Float64Array;
  /** Pseudo-observations by which a customer's mean was drawn toward the portfolio's. */
  readonly pull: number;
}

/** Days that an episode's dispute and class add to its customer's pace. */
export function shiftOf(pace: Pace, disputed: boolean, productClass: number): number {
  return (disputed ? pace.disputeShift : 0) + (pace.classShifts[productClass] ?? 0);
}

export function paceOn(episodes: Episodes, day: DaySerial): Pace {
  const disputeShift = disputeShiftOn(episodes, day);
  const classShifts = classShiftsOn(episodes, day, disputeShift);
  const sums = customerSums(episodes, day, (i) => episodes.settledDay[i] - episodes.dueDay[i] - (episodes.disputed[i] ? disputeShift : 0) - classShifts[episodes.productClass[i]]);
  const { count, sum, square } = sums;
  const total = count.reduce((all, n) => all + n, 0);
  const meanAll = total > 0 ? sum.reduce((all, s) => all + s, 0) / total : MEAN_UNKNOWN;
  const { within, pull } = variances(sums, meanAll, total);
  const mean = sum.map((s, c) => (count[c] || pull ? (s + pull * meanAll) / (count[c] + pull) : meanAll));
  const scatter = mean.map((m, c) => {
    const squares = square[c] - 2 * m * sum[c] + count[c] * m * m;
    const variance = (squares + SCATTER_PSEUDO_OBSERVATIONS * within) / (count[c] + SCATTER_PSEUDO_OBSERVATIONS);
    return Math.sqrt(Math.max(VARIANCE_MIN, variance) * (1 + 1 / (count[c] + pull)));
  });
  return { meanAll, disputeShift, classShifts, mean, scatter, settledCount: count, pull };
}

interface Sums {
  readonly count: Float64Array;
  readonly sum: Float64Array;
  readonly square: Float64Array;
}

/** Per customer: number, sum and sum of squares of a value over the episodes settled by the day. */
function customerSums(episodes: Episodes, day: DaySerial, valueOf: (episode: number) => number, counts: (episode: number) => boolean = () => true): Sums {
  const customers = episodes.starts.length - 1;
  const sums: Sums = { count: new Float64Array(customers), sum: new Float64Array(customers), square: new Float64Array(customers) };
  for (let i = 0; i < episodes.count; i++) {
    if (episodes.settledDay[i] > day || !counts(i)) continue;
    const customer: CustomerIndex = episodes.customer[i];
    const value = valueOf(i);
    sums.count[customer]++;
    sums.sum[customer] += value;
    sums.square[customer] += value * value;
  }
  return sums;
}

/** How much later disputed debits are settled than the same customer's others. */
function disputeShiftOn(episodes: Episodes, day: DaySerial): number {
  const lateness = (i: number) => episodes.settledDay[i] - episodes.dueDay[i];
  const disputed = customerSums(episodes, day, lateness, (i) => episodes.disputed[i] === 1);
  const others = customerSums(episodes, day, lateness, (i) => episodes.disputed[i] === 0);
  let weighted = 0;
  let weights = 0;
  for (let c = 0; c < disputed.count.length; c++) {
    if (disputed.count[c] === 0 || others.count[c] === 0) continue;
    const weight = 1 / (1 / disputed.count[c] + 1 / others.count[c]);
    weighted += weight * (disputed.sum[c] / disputed.count[c] - others.sum[c] / others.count[c]);
    weights += weight;
  }
  return weighted / (weights + SHIFT_PSEUDO_OBSERVATIONS);
}

/** How much later a class is settled than the same customers' mean. */
function classShiftsOn(episodes: Episodes, day: DaySerial, disputeShift: number): Float64Array {
  const shifts = new Float64Array(episodes.classNames.length);
  if (shifts.length < 2) return shifts;
  const lateness = (i: number) => episodes.settledDay[i] - episodes.dueDay[i] - (episodes.disputed[i] ? disputeShift : 0);
  const { count, sum } = customerSums(episodes, day, lateness);
  const counts = new Float64Array(shifts.length);
  for (let i = 0; i < episodes.count; i++) {
    if (episodes.settledDay[i] > day) continue;
    counts[episodes.productClass[i]]++;
    shifts[episodes.productClass[i]] += lateness(i) - sum[episodes.customer[i]] / count[episodes.customer[i]];
  }
  return shifts.map((shift, number) => shift / (counts[number] + CLASS_PSEUDO_OBSERVATIONS));
}

/** Variance within customers, and the ratio of it to the variance between them: the pull toward the mean of all. */
function variances({ count, sum, square }: Sums, meanAll: number, total: number): { readonly within: number; readonly pull: number } {
  let squaresWithin = 0;
  let freedomWithin = 0;
  let squaresBetween = 0;
  let groups = 0;
  let countSquares = 0;
  for (let c = 0; c < count.length; c++) {
    if (count[c] === 0) continue;
    const mean = sum[c] / count[c];
    squaresWithin += square[c] - sum[c] * mean;
    freedomWithin += count[c] - 1;
    squaresBetween += count[c] * (mean - meanAll) ** 2;
    countSquares += count[c] * count[c];
    groups++;
  }
  if (total === 0) return { within: VARIANCE_UNKNOWN, pull: SHIFT_PSEUDO_OBSERVATIONS };
  const within = Math.max(VARIANCE_MIN, freedomWithin > 0 ? squaresWithin / freedomWithin : squaresBetween / Math.max(1, groups));
  if (groups < 2 || freedomWithin === 0) return { within, pull: SHIFT_PSEUDO_OBSERVATIONS };
  const typicalCount = (total - countSquares / total) / (groups - 1);
  const between = (squaresBetween / (groups - 1) - within) / typicalCount;
  return { within, pull: within / Math.max(between, BETWEEN_SHARE_MIN * within) };
}

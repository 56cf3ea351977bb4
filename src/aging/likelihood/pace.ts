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
  const sums = sumsOn(episodes, day, disputeShift, classShifts);
  const { count, sum, square } = sums;
  const total = count.reduce((all, n) => all + n, 0);
  const meanAll = total > 0 ? sum.reduce((all, s) => all + s, 0) / total : MEAN_UNKNOWN;
  const { within, pull } = variances(sums, meanAll, total);
  const mean = new Float64Array(count.length);
  const scatter = new Float64Array(count.length);
  for (let c = 0; c < count.length; c++) {
    const m = count[c] || pull ? (sum[c] + pull * meanAll) / (count[c] + pull) : meanAll;
    const squares = square[c] - 2 * m * sum[c] + count[c] * m * m;
    const variance = (squares + SCATTER_PSEUDO_OBSERVATIONS * within) / (count[c] + SCATTER_PSEUDO_OBSERVATIONS);
    mean[c] = m;
    scatter[c] = Math.sqrt(Math.max(VARIANCE_MIN, variance) * (1 + 1 / (count[c] + pull)));
  }
  return { meanAll, disputeShift, classShifts, mean, scatter, settledCount: count, pull };
}

/** Per customer, over the episodes settled by a day: how many, and the sums of a value and of its square. */
interface Sums {
  readonly count: Float64Array;
  readonly sum: Float64Array;
  readonly square: Float64Array;
}

function noSums(episodes: Episodes): Sums {
  const customers = episodes.starts.length - 1;
  return { count: new Float64Array(customers), sum: new Float64Array(customers), square: new Float64Array(customers) };
}

/** Of the lateness without what dispute and class add. */
function sumsOn(episodes: Episodes, day: DaySerial, disputeShift: number, classShifts: Float64Array): Sums {
  const sums = noSums(episodes);
  const { settledDay, dueDay, disputed, productClass, customer } = episodes;
  for (let i = 0; i < episodes.count; i++) {
    if (settledDay[i] > day) continue;
    const value = settledDay[i] - dueDay[i] - (disputed[i] ? disputeShift : 0) - classShifts[productClass[i]];
    const c: CustomerIndex = customer[i];
    sums.count[c]++;
    sums.sum[c] += value;
    sums.square[c] += value * value;
  }
  return sums;
}

/** How much later disputed debits are settled than the same customer's others. */
function disputeShiftOn(episodes: Episodes, day: DaySerial): number {
  if (!episodes.disputed.includes(1)) return 0;
  const [others, disputed] = [noSums(episodes), noSums(episodes)];
  for (let i = 0; i < episodes.count; i++) {
    if (episodes.settledDay[i] > day) continue;
    const { count, sum } = episodes.disputed[i] === 1 ? disputed : others;
    count[episodes.customer[i]]++;
    sum[episodes.customer[i]] += episodes.settledDay[i] - episodes.dueDay[i];
  }
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
  const { settledDay, dueDay, disputed, productClass, customer } = episodes;
  const { count, sum } = sumsOn(episodes, day, disputeShift, shifts);
  const counts = new Float64Array(shifts.length);
  const means = sum.map((total, c) => total / count[c]);
  for (let i = 0; i < episodes.count; i++) {
    if (settledDay[i] > day) continue;
    const lateness = settledDay[i] - dueDay[i] - (disputed[i] ? disputeShift : 0);
    counts[productClass[i]]++;
    shifts[productClass[i]] += lateness - means[customer[i]];
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

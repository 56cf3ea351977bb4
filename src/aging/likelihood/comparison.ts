/**
 * How good the likelihood is, measured where the outcome is known: against days overdue alone and against
 * the customer's mean days to settle. The model sees each day as it was; only the judging looks ahead.
 */
import type { DaySerial } from '../../units/units';
import { NO_ANNOTATIONS } from '../../annotations/annotations';
import type { Books, CustomerIndex, EntryIndex } from '../../ledger/books';
import { MatchColumns } from '../../matching/match-columns';
import type { Reconciliation } from '../../matching/reconciliation';
import { settle } from '../../settlement/settle';
import type { SettledDebit, Settlement, SettlementSettings } from '../../settlement/settlement';
import { learnLikelihood } from './model';
import type { Horizon, Subject } from './snapshot';
import { studentAbove } from './student';

export const PREDICTORS = ['days-overdue', 'customer-mean', 'ours'] as const;
export type Predictor = (typeof PREDICTORS)[number];

export interface Score {
  /** Area under the ROC curve; NaN where all came or none did. */
  readonly auc: number;
  /** Mean squared error of the probability; `constant` is that of always saying the share that came. */
  readonly brier: number;
}

export interface DayComparison {
  readonly asOf: DaySerial;
  readonly openCount: number;
  readonly constantBrier: number;
  /** Mean of our estimates, and the share that came. */
  readonly meanLikelihood: number;
  readonly collectedShare: number;
  readonly scores: Readonly<Record<Predictor, Score>>;
  /** Mean distance in days between the expected and the real day, where both are known. */
  readonly expectedDayError: number;
}

/** Estimates of ours by tenths of the probability, against what came. */
export interface CalibrationPoint {
  readonly count: number;
  readonly meanLikelihood: number;
  readonly collectedShare: number;
}

export interface Comparison {
  readonly days: readonly DayComparison[];
  readonly calibration: readonly CalibrationPoint[];
}

interface Judged {
  readonly likelihood: Readonly<Record<Predictor, number>>;
  readonly came: 0 | 1;
  readonly expectedDayError: number | null;
}

const NO_RECONCILIATION: Reconciliation = { accounts: [], matches: MatchColumns.from([]), items: [], limits: [] };
const TENTHS = 10;
const MEAN_PSEUDO_OBSERVATIONS = 3;

/** Where the likelihood is judged, and by what. */
export interface Judgement {
  readonly days: readonly DaySerial[];
  /** Which of the three likelihoods is judged. */
  readonly horizon: Horizon;
  /** When a debit was really settled: infinity where it is open to this day, null where nothing is known and it is not judged. */
  readonly settledDayOf: (entry: EntryIndex) => DaySerial | null;
}

export function compareLikelihood(books: Books, judgement: Judgement, settings: SettlementSettings): Comparison {
  const judgedByDay = judgement.days.map((asOf) => judge(books, asOf, judgement, settings));
  return { days: judgedByDay.map((judged, at) => compared(judgement.days[at], judged)), calibration: calibrationOf(judgedByDay.flat()) };
}

/** The outcomes that a ledger itself tells: when each debit was settled by its last day. */
export function outcomesIn(books: Books, settings: SettlementSettings): (entry: EntryIndex) => DaySerial | null {
  const settledDays = new Float64Array(books.ours.count);
  for (const { entry, settledDay } of settledOn(books, books.latestDay, settings).history) settledDays[entry] = Math.max(settledDays[entry], settledDay ?? Number.POSITIVE_INFINITY);
  return (entry) => settledDays[entry] || null;
}

function settledOn(books: Books, asOf: DaySerial, settings: SettlementSettings): Settlement {
  return settle(books, { asOf, reconciliation: NO_RECONCILIATION, annotations: NO_ANNOTATIONS, settings });
}

function judge(books: Books, asOf: DaySerial, { horizon, settledDayOf }: Judgement, settings: SettlementSettings): readonly Judged[] {
  const settlement = settledOn(books, asOf, settings);
  const model = learnLikelihood(books, settlement);
  const byMean = meanPredictor([...settlement.history], horizon);
  return settlement.openItems.flatMap((item): Judged[] => {
    const settledDay = settledDayOf(item.entry);
    if (item.onAccount || settledDay === null) return [];
    const disputed = books.ours.disputed[item.entry] === 1;
    const subject = model.subjectOf(item, disputed);
    const { likelihood30, likelihood60, likelihood90, expectedDay } = model.estimate(item, disputed);
    return [{
      likelihood: { 'days-overdue': model.now.shareOfAll(subject, horizon), 'customer-mean': byMean(subject), ours: { 30: likelihood30, 60: likelihood60, 90: likelihood90 }[horizon] },
      came: settledDay <= asOf + horizon ? 1 : 0,
      expectedDayError: expectedDay === null || !Number.isFinite(settledDay) ? null : Math.abs(expectedDay - settledDay),
    }];
  });
}

/** The simpler measure: the customer's mean lateness, drawn toward the mean of all, with one scatter for all. */
function meanPredictor(history: readonly SettledDebit[], horizon: Horizon): (subject: Subject) => number {
  const settled = history.flatMap(({ customer, dueDay, settledDay }) => (settledDay === null ? [] : [{ customer, lateness: settledDay - dueDay }]));
  const meanAll = settled.length > 0 ? mean(settled.map(({ lateness }) => lateness)) : 0;
  const sums = new Map<CustomerIndex, { count: number; sum: number }>();
  for (const { customer, lateness } of settled) {
    const own = sums.get(customer) ?? { count: 0, sum: 0 };
    sums.set(customer, { count: own.count + 1, sum: own.sum + lateness });
  }
  const meanOf = (customer: CustomerIndex) => {
    const { count, sum } = sums.get(customer) ?? { count: 0, sum: 0 };
    return (sum + MEAN_PSEUDO_OBSERVATIONS * meanAll) / (count + MEAN_PSEUDO_OBSERVATIONS);
  };
  const scatter = Math.max(1, Math.sqrt(mean(settled.map(({ customer, lateness }) => (lateness - meanOf(customer)) ** 2)) || 0));
  return ({ customer, lateness }) => 1 - studentAbove((lateness + horizon - meanOf(customer)) / scatter);
}

function compared(asOf: DaySerial, judged: readonly Judged[]): DayComparison {
  const share = mean(judged.map(({ came }) => came));
  const scores = Object.fromEntries(PREDICTORS.map((name) => [name, { auc: areaUnderRoc(judged, name), brier: mean(judged.map(({ likelihood, came }) => (likelihood[name] - came) ** 2)) }]));
  const errors = judged.flatMap(({ expectedDayError }) => (expectedDayError === null ? [] : [expectedDayError]));
  return { asOf, openCount: judged.length, constantBrier: share * (1 - share), meanLikelihood: mean(judged.map(({ likelihood }) => likelihood.ours)), collectedShare: share, scores: scores as Record<Predictor, Score>, expectedDayError: mean(errors) };
}

/** Probability that one that came was rated above one that did not; ties count half. */
function areaUnderRoc(judged: readonly Judged[], name: Predictor): number {
  const ranked = [...judged].sort((a, b) => a.likelihood[name] - b.likelihood[name]);
  let rankSum = 0;
  for (let from = 0; from < ranked.length; ) {
    let to = from;
    while (to < ranked.length && ranked[to].likelihood[name] === ranked[from].likelihood[name]) to++;
    for (let at = from; at < to; at++) if (ranked[at].came) rankSum += (from + to + 1) / 2;
    from = to;
  }
  const came = judged.filter((each) => each.came).length;
  return (rankSum - (came * (came + 1)) / 2) / (came * (judged.length - came));
}

function calibrationOf(judged: readonly Judged[]): readonly CalibrationPoint[] {
  return Array.from({ length: TENTHS }, (_, tenth) => {
    const within = judged.filter(({ likelihood }) => Math.min(TENTHS - 1, Math.floor(likelihood.ours * TENTHS)) === tenth);
    return { count: within.length, meanLikelihood: mean(within.map(({ likelihood }) => likelihood.ours)), collectedShare: mean(within.map(({ came }) => came)) };
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

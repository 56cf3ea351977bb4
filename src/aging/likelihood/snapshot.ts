/**
 * What the ledger told on one day, and nothing later: the basis of every estimate, and of every training
 * example taken from the past.
 */
import type { DaySerial, MinorUnits } from '../../units/units';
import type { CustomerIndex } from '../../ledger/books';
import type { Episodes } from './episodes';
import { daysOfMonthWithin } from './calendar';
import { logit } from './logistic';
import { paceOn, shiftOf, type Pace } from './pace';
import { Queues } from './queue';
import { studentAbove } from './student';
import { Survival } from './survival';

/** An item open on the snapshot's day. */
export interface Subject {
  readonly customer: CustomerIndex;
  /** Number in `Books.currencies`. */
  readonly currency: number;
  /** Days since the due day; negative while not due. */
  readonly lateness: number;
  readonly productClass: number;
  readonly disputed: boolean;
  readonly amountMinor: MinorUnits;
  readonly partPaid: boolean;
}

/** How far ahead the model looks, in days. */
export const HORIZONS = [30, 60, 90] as const;
export type Horizon = (typeof HORIZONS)[number];

/** The bell curve counts as so many settlements beside the ledger's own scatter. */
const CURVE_PSEUDO_OBSERVATIONS = 3;
const OWN_PSEUDO_OBSERVATIONS = 5;
const CALENDAR_PSEUDO_OBSERVATIONS = 3;
/** Longer stretches are taken step by step, so that items too young to tell the end of one still tell its beginning. */
const STEP_DAYS = HORIZONS[0];
const RECENT = 3;
const PROBABILITY_MIN = 0.005;
/** Cells of the curves: a scatter is told apart by hundredths, a lateness by the quarter of a day. */
const CELLS_PER_SCATTER = 64;
const CELLS_PER_DAY = 4;

export class Snapshot {
  readonly pace: Pace;
  readonly settledCount: number;
  /** Lateness in units of each customer's scatter around its mean. */
  private readonly residuals: Survival;
  private readonly lateness: Survival;
  private readonly meanLogAmount: number;
  private readonly daysOfMonthAhead: Readonly<Record<Horizon, readonly boolean[]>>;
  private readonly queues: Queues;
  private readonly ownPasts = new Map<CustomerIndex, Survival>();

  constructor(private readonly episodes: Episodes, readonly day: DaySerial) {
    this.pace = paceOn(episodes, day);
    this.daysOfMonthAhead = { 30: daysOfMonthWithin(day, 30), 60: daysOfMonthWithin(day, 60), 90: daysOfMonthWithin(day, 90) };
    this.queues = new Queues(episodes, day);
    const settled: number[] = [];
    const open: number[] = [];
    const settledResiduals: number[] = [];
    const openResiduals: number[] = [];
    let logAmounts = 0;
    for (let i = 0; i < episodes.count; i++) {
      if (episodes.day[i] > day) continue;
      logAmounts += Math.log(episodes.amountMinor[i]);
      if (episodes.settledDay[i] <= day) {
        settled.push(episodes.settledDay[i] - episodes.dueDay[i]);
        settledResiduals.push(this.residualLeftOut(i));
      } else {
        const latenessNow = day - episodes.dueDay[i];
        open.push(latenessNow);
        openResiduals.push(this.residual(episodes.customer[i], latenessNow - this.shiftOfEpisode(i)));
      }
    }
    this.settledCount = settled.length;
    this.lateness = new Survival(settled, open);
    this.residuals = new Survival(settledResiduals, openResiduals, CELLS_PER_SCATTER);
    this.meanLogAmount = logAmounts / Math.max(1, settled.length + open.length);
  }

  /** Probability of being settled within so many days at the customer's pace, with the portfolio's scatter around it. */
  shareAtPace(subject: Subject, days: number): number {
    const shifted = subject.lateness - shiftOf(this.pace, subject.disputed, subject.productClass);
    const from = this.residual(subject.customer, shifted);
    const to = this.residual(subject.customer, shifted + days);
    const curve = 1 - studentAbove(to) / Math.max(studentAbove(from), 1e-12);
    return this.residuals.shareWithin(from, to, curve, CURVE_PSEUDO_OBSERVATIONS);
  }

  /** The same from the lateness alone: one curve for all. */
  shareOfAll(subject: Subject, days: number): number {
    return this.lateness.shareWithin(subject.lateness, subject.lateness + days, 0.5, 1);
  }

  /**
   * What the logistic layer of a horizon weighs. The first is the constant. The queue speaks as far as the
   * customer's debits are settled by order of age.
   */
  features(subject: Subject, horizon: Horizon): readonly number[] {
    const atPace = clippedLogit(stepwise(subject, horizon, (step) => this.shareAtPace(step, STEP_DAYS)));
    const own = clippedLogit(stepwise(subject, horizon, (step) => this.shareByOwnPast(step, this.shareAtPace(step, STEP_DAYS))));
    const all = clippedLogit(stepwise(subject, horizon, (step) => this.shareOfAll(step, STEP_DAYS)));
    return [
      1,
      atPace,
      own - atPace,
      all,
      -this.queues.inOrderShare(subject.customer) * this.queues.shortfall(subject.customer, subject.currency, this.day - subject.lateness, horizon),
      subject.disputed ? 1 : 0,
      Math.max(-3, Math.min(3, Math.log(subject.amountMinor) - this.meanLogAmount)),
      subject.partPaid ? 1 : 0,
      this.recentDrift(subject.customer),
      this.shareOffCalendar(subject.customer, horizon),
    ];
  }

  /** Of the customer's own debits that were open at this lateness, the share settled in the next step, drawn toward the share at its pace. */
  private shareByOwnPast(subject: Subject, toward: number): number {
    let past = this.ownPasts.get(subject.customer);
    if (!past) this.ownPasts.set(subject.customer, (past = this.ownPastOf(subject.customer)));
    const from = subject.lateness - shiftOf(this.pace, subject.disputed, subject.productClass);
    return past.shareWithin(from, from + STEP_DAYS, toward, OWN_PSEUDO_OBSERVATIONS);
  }

  private ownPastOf(customer: CustomerIndex): Survival {
    const { episodes, day } = this;
    const settled: number[] = [];
    const open: number[] = [];
    for (let i = episodes.starts[customer]; i < episodes.starts[customer + 1] && episodes.day[i] <= day; i++) {
      const isSettled = episodes.settledDay[i] <= day;
      const end = (isSettled ? episodes.settledDay[i] : day) - episodes.dueDay[i] - this.shiftOfEpisode(i);
      (isSettled ? settled : open).push(end);
    }
    return new Survival(settled, open, CELLS_PER_DAY);
  }

  /** Share of the customer's settlements that fell on days of the month which lie beyond the horizon; drawn toward none. */
  private shareOffCalendar(customer: CustomerIndex, horizon: Horizon): number {
    const { episodes, day } = this;
    const daysOfMonthAhead = this.daysOfMonthAhead[horizon];
    let off = 0;
    let settled = 0;
    for (let i = episodes.starts[customer]; i < episodes.starts[customer + 1]; i++) {
      if (episodes.settledDay[i] > day) continue;
      settled++;
      if (!daysOfMonthAhead[episodes.settledDayOfMonth[i]]) off++;
    }
    return off / (settled + CALENDAR_PSEUDO_OBSERVATIONS);
  }

  /** Whether the customer's latest settlements came later (+) or earlier (−) than its mean. */
  private recentDrift(customer: CustomerIndex): number {
    const { episodes, day } = this;
    let sum = 0;
    let count = 0;
    for (let i = episodes.starts[customer + 1] - 1; i >= episodes.starts[customer] && count < RECENT; i--) {
      if (episodes.settledDay[i] > day) continue;
      sum += this.residual(customer, episodes.settledDay[i] - episodes.dueDay[i] - this.shiftOfEpisode(i));
      count++;
    }
    return Math.max(-2, Math.min(2, sum / (count + RECENT)));
  }

  private residual(customer: CustomerIndex, shiftedLateness: number): number {
    return (shiftedLateness - this.pace.mean[customer]) / this.pace.scatter[customer];
  }

  /** An episode's residual against the mean of the others: against a mean that it is part of, it would look closer than it was. */
  private residualLeftOut(i: number): number {
    const { pace, episodes } = this;
    const customer = episodes.customer[i];
    const value = episodes.settledDay[i] - episodes.dueDay[i] - this.shiftOfEpisode(i);
    const weight = pace.settledCount[customer] + pace.pull;
    return ((value - pace.mean[customer]) * weight) / Math.max(weight - 1, pace.pull, 0.1) / pace.scatter[customer];
  }

  private shiftOfEpisode(i: number): number {
    return shiftOf(this.pace, this.episodes.disputed[i] === 1, this.episodes.productClass[i]);
  }
}

/** The share settled by a horizon, from the share settled in each step of those open at its beginning. */
function stepwise(subject: Subject, horizon: Horizon, shareInStep: (subject: Subject) => number): number {
  let open = 1;
  for (let days = 0; days < horizon; days += STEP_DAYS) open *= 1 - shareInStep(days === 0 ? subject : { ...subject, lateness: subject.lateness + days });
  return 1 - open;
}

function clippedLogit(p: number): number {
  return logit(Math.max(PROBABILITY_MIN, Math.min(1 - PROBABILITY_MIN, p)));
}

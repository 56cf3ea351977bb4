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
/** Cells to one scatter, in which residuals are counted. */
const CELLS_PER_SCATTER = 64;

export class Snapshot {
  readonly pace: Pace;
  readonly settledCount: number;
  /** Lateness in units of each customer's scatter around its mean. */
  private readonly residuals: Survival;
  private readonly lateness: Survival;
  private readonly meanLogAmount: number;
  private readonly daysOfMonthAhead: readonly boolean[];
  private readonly offCalendar = new Map<CustomerIndex, number>();
  private readonly queues: Queues;
  private readonly ownPasts = new Map<CustomerIndex, Survival>();

  constructor(private readonly episodes: Episodes, readonly day: DaySerial) {
    this.pace = paceOn(episodes, day);
    this.daysOfMonthAhead = daysOfMonthWithin(day, STEP_DAYS);
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

  /** Probability that an item still open so many days ahead is settled within so many more, at the customer's pace, with the portfolio's scatter around it. */
  shareAtPace(subject: Subject, days: number, daysAhead = 0): number {
    const shifted = subject.lateness + daysAhead - shiftOf(this.pace, subject.disputed, subject.productClass);
    const from = this.residual(subject.customer, shifted);
    const to = this.residual(subject.customer, shifted + days);
    const curve = 1 - studentAbove(to) / Math.max(studentAbove(from), 1e-12);
    return this.residuals.shareWithin(from, to, curve, CURVE_PSEUDO_OBSERVATIONS);
  }

  /** The same from the lateness alone: one curve for all. */
  shareOfAll(subject: Subject, days: number, daysAhead = 0): number {
    const from = subject.lateness + daysAhead;
    return this.lateness.shareWithin(from, from + days, 0.5, 1);
  }

  /**
   * What the logistic layers weigh, a row per horizon up to the last one asked for. The first is the
   * constant. The queue speaks as far as the customer's debits are settled by order of age.
   */
  features(subject: Subject, horizonCount: number = HORIZONS.length): readonly (readonly number[])[] {
    const { customer, currency } = subject;
    const inOrder = this.queues.inOrderShare(customer);
    const logAmount = Math.max(-3, Math.min(3, Math.log(subject.amountMinor) - this.meanLogAmount));
    const drift = this.recentDrift(customer);
    const rows: number[][] = [];
    let [openAtPace, openByOwn, openOfAll] = [1, 1, 1];
    for (let step = 0; step < horizonCount; step++) {
      const from = step * STEP_DAYS;
      const atPaceInStep = this.shareAtPace(subject, STEP_DAYS, from);
      openAtPace *= 1 - atPaceInStep;
      openByOwn *= 1 - this.shareByOwnPast(subject, from, atPaceInStep);
      openOfAll *= 1 - this.shareOfAll(subject, STEP_DAYS, from);
      const atPace = clippedLogit(1 - openAtPace);
      const shortfall = inOrder === 0 ? 0 : this.queues.shortfall(customer, currency, this.day - subject.lateness, from + STEP_DAYS);
      rows.push([
        1, atPace, clippedLogit(1 - openByOwn) - atPace, clippedLogit(1 - openOfAll), -inOrder * shortfall,
        subject.disputed ? 1 : 0, logAmount, subject.partPaid ? 1 : 0, drift,
        // Two months hold every day of the month.
        step === 0 ? this.shareOffCalendar(customer) : 0,
      ]);
    }
    return rows;
  }

  /** Of the customer's own debits that were open so many days from now's lateness, the share settled in the step after, drawn toward the share at its pace. */
  private shareByOwnPast(subject: Subject, daysAhead: number, toward: number): number {
    let past = this.ownPasts.get(subject.customer);
    if (!past) this.ownPasts.set(subject.customer, (past = this.ownPastOf(subject.customer)));
    const from = subject.lateness - shiftOf(this.pace, subject.disputed, subject.productClass) + daysAhead;
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
    return new Survival(settled, open);
  }

  /** Share of the customer's settlements that fell on days of the month which the next step does not hold; drawn toward none. */
  private shareOffCalendar(customer: CustomerIndex): number {
    let share = this.offCalendar.get(customer);
    if (share === undefined) this.offCalendar.set(customer, (share = this.shareOffCalendarOf(customer)));
    return share;
  }

  private shareOffCalendarOf(customer: CustomerIndex): number {
    const { episodes, day, daysOfMonthAhead } = this;
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

function clippedLogit(p: number): number {
  return logit(Math.max(PROBABILITY_MIN, Math.min(1 - PROBABILITY_MIN, p)));
}

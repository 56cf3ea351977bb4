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
import { studentAbove } from './student';
import { Survival } from './survival';

/** An item open on the snapshot's day. */
export interface Subject {
  readonly customer: CustomerIndex;
  /** Days since the due day; negative while not due. */
  readonly lateness: number;
  readonly productClass: number;
  readonly disputed: boolean;
  readonly amountMinor: MinorUnits;
  readonly partPaid: boolean;
}

/** Length of the stretch that one step of the model looks ahead. */
export const STEP_DAYS = 30;

/** The bell curve counts as so many settlements beside the ledger's own scatter. */
const CURVE_PSEUDO_OBSERVATIONS = 3;
const OWN_PSEUDO_OBSERVATIONS = 5;
const CALENDAR_PSEUDO_OBSERVATIONS = 3;
const RECENT = 3;
const PROBABILITY_MIN = 0.005;

export class Snapshot {
  readonly pace: Pace;
  readonly settledCount: number;
  /** Lateness in units of each customer's scatter around its mean. */
  private readonly residuals: Survival;
  private readonly lateness: Survival;
  private readonly meanLogAmount: number;
  private readonly daysOfMonthAhead: readonly boolean[];

  constructor(private readonly episodes: Episodes, readonly day: DaySerial) {
    this.pace = paceOn(episodes, day);
    this.daysOfMonthAhead = daysOfMonthWithin(day, STEP_DAYS);
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
    this.residuals = new Survival(settledResiduals, openResiduals);
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
  shareOfAll(subject: Subject): number {
    return this.lateness.shareWithin(subject.lateness, subject.lateness + STEP_DAYS, 0.5, 1);
  }

  /** What the logistic layer weighs, for the next step of thirty days. The first is the constant. */
  features(subject: Subject): readonly number[] {
    const atPace = this.shareAtPace(subject, STEP_DAYS);
    const own = this.shareByOwnPast(subject, atPace);
    return [
      1,
      clippedLogit(atPace),
      clippedLogit(own) - clippedLogit(atPace),
      clippedLogit(this.shareOfAll(subject)),
      subject.disputed ? 1 : 0,
      Math.max(-3, Math.min(3, Math.log(subject.amountMinor) - this.meanLogAmount)),
      subject.partPaid ? 1 : 0,
      this.recentDrift(subject.customer),
      this.shareOffCalendar(subject.customer),
    ];
  }

  /** Of the customer's own debits that were open at this lateness, the share settled in the next step, drawn toward the share at its pace. */
  private shareByOwnPast(subject: Subject, toward: number): number {
    const { episodes, day } = this;
    const from = subject.lateness - shiftOf(this.pace, subject.disputed, subject.productClass);
    let settled = 0;
    let exposed = 0;
    for (let i = episodes.starts[subject.customer]; i < episodes.starts[subject.customer + 1] && episodes.day[i] <= day; i++) {
      const isSettled = episodes.settledDay[i] <= day;
      const end = (isSettled ? episodes.settledDay[i] : day) - episodes.dueDay[i] - this.shiftOfEpisode(i);
      if (end <= from) continue;
      const endsWithin = end <= from + STEP_DAYS;
      exposed += endsWithin && !isSettled ? 0.5 : 1;
      if (endsWithin && isSettled) settled++;
    }
    return (settled + OWN_PSEUDO_OBSERVATIONS * toward) / (exposed + OWN_PSEUDO_OBSERVATIONS);
  }

  /** Share of the customer's settlements that fell on days of the month which the next step does not hold; drawn toward none. */
  private shareOffCalendar(customer: CustomerIndex): number {
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

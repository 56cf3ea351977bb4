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
import { GroupedSurvival, Survival, type SurvivalGroup } from './survival';

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

/** Features of one horizon: what the logistic layers weigh. */
export const FEATURE_COUNT = 10;

/** What a customer's own past says on the day, whatever the item. */
interface Habits {
  /** How far its debits are settled by order of age, 0 to 1. */
  readonly inOrder: number;
  readonly recentDrift: number;
  readonly offCalendar: number;
  readonly past: SurvivalGroup;
}

export class Snapshot {
  readonly pace: Pace;
  readonly settledCount: number;
  /** Lateness in units of each customer's scatter around its mean. */
  private readonly residuals: Survival;
  private readonly lateness: Survival;
  private readonly meanLogAmount: number;
  private readonly daysOfMonthAhead: readonly boolean[];
  private readonly queues: Queues;
  private readonly ownPasts: GroupedSurvival;
  private readonly habits: (Habits | undefined)[];

  constructor(private readonly episodes: Episodes, readonly day: DaySerial) {
    const { count } = episodes;
    this.pace = paceOn(episodes, day);
    this.daysOfMonthAhead = daysOfMonthWithin(day, STEP_DAYS);
    this.queues = new Queues(episodes, day);
    this.ownPasts = new GroupedSurvival(count);
    this.habits = new Array<Habits | undefined>(episodes.starts.length - 1);
    // Settled ones from the front, open ones after them from the back: as many as there are in all.
    const lateness = new Int32Array(count);
    const residuals = new Float64Array(count);
    let settled = 0;
    let openFrom = count;
    let logAmounts = 0;
    for (let i = 0; i < count; i++) {
      if (episodes.day[i] > day) continue;
      logAmounts += Math.log(episodes.amountMinor[i]);
      if (episodes.settledDay[i] <= day) {
        lateness[settled] = episodes.settledDay[i] - episodes.dueDay[i];
        residuals[settled++] = this.residualLeftOut(i);
      } else {
        const latenessNow = day - episodes.dueDay[i];
        lateness[--openFrom] = latenessNow;
        residuals[openFrom] = this.residual(episodes.customer[i], latenessNow - this.shiftOfEpisode(i));
      }
    }
    this.settledCount = settled;
    this.lateness = new Survival(lateness.subarray(0, settled), lateness.subarray(openFrom));
    this.residuals = new Survival(residuals.subarray(0, settled), residuals.subarray(openFrom), CELLS_PER_SCATTER);
    this.meanLogAmount = logAmounts / Math.max(1, settled + count - openFrom);
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
   * What the logistic layers weigh, `FEATURE_COUNT` values per horizon up to the last one asked for. The first
   * is the constant. The queue speaks as far as the customer's debits are settled by order of age.
   */
  putFeatures(subject: Subject, rows: Float64Array, horizonCount: number = HORIZONS.length): void {
    const { customer, currency } = subject;
    const { inOrder, recentDrift, offCalendar, past } = this.habitsOf(customer);
    const logAmount = Math.max(-3, Math.min(3, Math.log(subject.amountMinor) - this.meanLogAmount));
    const shiftedLateness = subject.lateness - shiftOf(this.pace, subject.disputed, subject.productClass);
    let [openAtPace, openByOwn, openOfAll] = [1, 1, 1];
    for (let step = 0, at = 0; step < horizonCount; step++) {
      const from = step * STEP_DAYS;
      const atPaceInStep = this.shareAtPace(subject, STEP_DAYS, from);
      openAtPace *= 1 - atPaceInStep;
      // Of the customer's own debits that were open so many days from now's lateness, the share settled in the step after.
      openByOwn *= 1 - this.ownPasts.shareWithin(past, shiftedLateness + from, shiftedLateness + from + STEP_DAYS, atPaceInStep, OWN_PSEUDO_OBSERVATIONS);
      openOfAll *= 1 - this.shareOfAll(subject, STEP_DAYS, from);
      const atPace = clippedLogit(1 - openAtPace);
      const shortfall = inOrder === 0 ? 0 : this.queues.shortfall(customer, currency, this.day - subject.lateness, from + STEP_DAYS);
      rows[at++] = 1;
      rows[at++] = atPace;
      rows[at++] = clippedLogit(1 - openByOwn) - atPace;
      rows[at++] = clippedLogit(1 - openOfAll);
      rows[at++] = -inOrder * shortfall;
      rows[at++] = subject.disputed ? 1 : 0;
      rows[at++] = logAmount;
      rows[at++] = subject.partPaid ? 1 : 0;
      rows[at++] = recentDrift;
      // Two months hold every day of the month.
      rows[at++] = step === 0 ? offCalendar : 0;
    }
  }

  private habitsOf(customer: CustomerIndex): Habits {
    return (this.habits[customer] ??= {
      inOrder: this.queues.inOrderShareOf(customer),
      recentDrift: this.recentDriftOf(customer),
      offCalendar: this.shareOffCalendarOf(customer),
      past: this.pastOf(customer),
    });
  }

  /** The customer's own debits: how late they were settled, and how late those are that are open. */
  private pastOf(customer: CustomerIndex): SurvivalGroup {
    const { episodes, day, ownPasts } = this;
    const from = episodes.starts[customer];
    let openFrom = from;
    let to = from;
    for (let i = from; i < episodes.starts[customer + 1] && episodes.day[i] <= day; i++, to++) if (episodes.settledDay[i] <= day) openFrom++;
    for (let i = from, settled = from, open = openFrom; i < to; i++) {
      const isSettled = episodes.settledDay[i] <= day;
      ownPasts.put(isSettled ? settled++ : open++, (isSettled ? episodes.settledDay[i] : day) - episodes.dueDay[i] - this.shiftOfEpisode(i));
    }
    ownPasts.close(from, openFrom, to);
    return { from, openFrom, to };
  }

  /** Share of the customer's settlements that fell on days of the month which the next step does not hold; drawn toward none. */
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
  private recentDriftOf(customer: CustomerIndex): number {
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

/**
 * Examples for the logistic layer: items that were open on days in the past, described by what was known
 * on those days only, and whether they were settled by the horizon.
 */
import type { DaySerial } from '../../units/units';
import type { Episodes } from './episodes';
import { fitLogistic } from './logistic';
import { FEATURE_COUNT, HORIZONS, Snapshot, type Horizon, type Subject } from './snapshot';

const SNAPSHOT_EVERY_DAYS = 10;
const SNAPSHOTS_MAX = 36;
/** Before so many settlements a snapshot knows too little to learn from. */
const SETTLED_MIN = 30;
const EXAMPLES_PER_SNAPSHOT_MAX = 300;
const EXAMPLES_MAX = SNAPSHOTS_MAX * EXAMPLES_PER_SNAPSHOT_MAX;
/** With fewer examples a layer stays as it was set out. */
const EXAMPLES_MIN = 60;

/**
 * Where the coefficients stand before any example: trust the pace, with a share of the customer's own past,
 * of the portfolio, of the queue and of the calendar. In the long run payments even out, so that the queue
 * tells more about ninety days than about thirty.
 */
const QUEUE = 4;
const QUEUE_PRIOR_PER_STEP = 0.5;
const PRIOR = [0, 0.85, 0.3, 0.15, QUEUE_PRIOR_PER_STEP, 0, 0, 0, 0, -3];
const RIDGE = [4, 40, 40, 40, 20, 20, 20, 20, 40, 5];

/** Coefficients by horizon. */
export type Layers = Readonly<Record<Horizon, readonly number[]>>;

/** Features in columns, and whether each example was settled by the horizon. */
class Examples {
  count = 0;
  readonly outcomes = new Uint8Array(EXAMPLES_MAX);
  private readonly columns = PRIOR.map(() => new Float64Array(EXAMPLES_MAX));

  /** The features that begin at `from`. */
  add(features: Float64Array, from: number, outcome: 0 | 1): void {
    for (let k = 0; k < FEATURE_COUNT; k++) this.columns[k][this.count] = features[from + k];
    this.outcomes[this.count++] = outcome;
  }

  /** The same item seen again before the horizon has passed tells little new: the pull toward the prior grows with the overlap. */
  fit(horizon: Horizon): readonly number[] {
    const steps = horizon / HORIZONS[0];
    const prior = PRIOR.map((value, feature) => (feature === QUEUE ? steps * value : value));
    if (this.count < EXAMPLES_MIN) return prior;
    return fitLogistic(this.columns.map((column) => column.subarray(0, this.count)), this.outcomes.subarray(0, this.count), prior, RIDGE.map((pull) => pull * steps));
  }
}

/** A layer per horizon, each trained on the days from which it has passed: what comes in ninety days does not follow from what comes in thirty. */
export function trainLayers(episodes: Episodes): Layers {
  const examples: Record<Horizon, Examples> = { 30: new Examples(), 60: new Examples(), 90: new Examples() };
  for (let back = 0; back < SNAPSHOTS_MAX; back++) {
    const day = episodes.asOf - HORIZONS[0] - back * SNAPSHOT_EVERY_DAYS;
    const snapshot = new Snapshot(episodes, day);
    if (snapshot.settledCount < SETTLED_MIN) break;
    addExamples(episodes, snapshot, openOn(episodes, day), HORIZONS.filter((horizon) => day + horizon <= episodes.asOf), examples);
  }
  return { 30: examples[30].fit(30), 60: examples[60].fit(60), 90: examples[90].fit(90) };
}

function openOn(episodes: Episodes, day: DaySerial): readonly number[] {
  const open: number[] = [];
  for (let i = 0; i < episodes.count; i++) if (episodes.day[i] <= day && episodes.settledDay[i] > day) open.push(i);
  const stride = Math.max(1, Math.ceil(open.length / EXAMPLES_PER_SNAPSHOT_MAX));
  return stride === 1 ? open : open.filter((_, at) => at % stride === 0);
}

function addExamples(episodes: Episodes, snapshot: Snapshot, open: readonly number[], passed: readonly Horizon[], to: Record<Horizon, Examples>): void {
  const features = new Float64Array(HORIZONS.length * FEATURE_COUNT);
  for (const i of open) {
    snapshot.putFeatures(subjectAt(episodes, i, snapshot.day), features, passed.length);
    for (let at = 0; at < passed.length; at++) to[passed[at]].add(features, at * FEATURE_COUNT, episodes.settledDay[i] <= snapshot.day + passed[at] ? 1 : 0);
  }
}

function subjectAt(episodes: Episodes, i: number, day: DaySerial): Subject {
  return {
    customer: episodes.customer[i], currency: episodes.currency[i], lateness: day - episodes.dueDay[i], productClass: episodes.productClass[i],
    disputed: episodes.disputed[i] === 1, amountMinor: episodes.amountMinor[i], partPaid: episodes.firstPaidDay[i] <= day,
  };
}

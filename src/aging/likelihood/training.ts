/**
 * Examples for the logistic layer: items that were open on days in the past, described by what was known
 * on those days only, and whether they were settled by the horizon.
 */
import type { DaySerial } from '../../units/units';
import type { Episodes } from './episodes';
import { fitLogistic } from './logistic';
import { HORIZONS, Snapshot, type Horizon, type Subject } from './snapshot';

const SNAPSHOT_EVERY_DAYS = 10;
const SNAPSHOTS_MAX = 36;
/** Before so many settlements a snapshot knows too little to learn from. */
const SETTLED_MIN = 30;
const EXAMPLES_PER_SNAPSHOT_MAX = 300;
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

interface Examples {
  readonly rows: (readonly number[])[];
  readonly outcomes: number[];
}

/** A layer per horizon, each trained on the days from which it has passed: what comes in ninety days does not follow from what comes in thirty. */
export function trainLayers(episodes: Episodes): Layers {
  const examples: Record<Horizon, Examples> = { 30: { rows: [], outcomes: [] }, 60: { rows: [], outcomes: [] }, 90: { rows: [], outcomes: [] } };
  for (let back = 0; back < SNAPSHOTS_MAX; back++) {
    const day = episodes.asOf - HORIZONS[0] - back * SNAPSHOT_EVERY_DAYS;
    const snapshot = new Snapshot(episodes, day);
    if (snapshot.settledCount < SETTLED_MIN) break;
    const subjects = openOn(episodes, day);
    addExamples(episodes, snapshot, subjects, HORIZONS.filter((horizon) => day + horizon <= episodes.asOf), examples);
  }
  return { 30: fit(examples[30], 30), 60: fit(examples[60], 60), 90: fit(examples[90], 90) };
}

/** The same item seen again before the horizon has passed tells little new: the pull toward the prior grows with the overlap. */
function fit({ rows, outcomes }: Examples, horizon: Horizon): readonly number[] {
  const steps = horizon / HORIZONS[0];
  const prior = PRIOR.map((value, feature) => (feature === QUEUE ? steps * value : value));
  return rows.length < EXAMPLES_MIN ? prior : fitLogistic(rows, outcomes, prior, RIDGE.map((pull) => pull * steps));
}

function openOn(episodes: Episodes, day: DaySerial): readonly number[] {
  const open: number[] = [];
  for (let i = 0; i < episodes.count; i++) if (episodes.day[i] <= day && episodes.settledDay[i] > day) open.push(i);
  const stride = Math.max(1, Math.ceil(open.length / EXAMPLES_PER_SNAPSHOT_MAX));
  return stride === 1 ? open : open.filter((_, at) => at % stride === 0);
}

function addExamples(episodes: Episodes, snapshot: Snapshot, open: readonly number[], passed: readonly Horizon[], to: Record<Horizon, Examples>): void {
  for (const i of open) {
    const rows = snapshot.features(subjectAt(episodes, i, snapshot.day), passed.length);
    passed.forEach((horizon, at) => {
      to[horizon].rows.push(rows[at]);
      to[horizon].outcomes.push(episodes.settledDay[i] <= snapshot.day + horizon ? 1 : 0);
    });
  }
}

function subjectAt(episodes: Episodes, i: number, day: DaySerial): Subject {
  return {
    customer: episodes.customer[i], currency: episodes.currency[i], lateness: day - episodes.dueDay[i], productClass: episodes.productClass[i],
    disputed: episodes.disputed[i] === 1, amountMinor: episodes.amountMinor[i], partPaid: episodes.firstPaidDay[i] <= day,
  };
}

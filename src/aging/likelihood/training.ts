/**
 * Examples for the logistic layer: items that were open on days in the past, described by what was known
 * on those days only, and whether they were settled in the thirty days after.
 */
import type { DaySerial } from '../../units/units';
import type { Episodes } from './episodes';
import { fitLogistic } from './logistic';
import { STEP_DAYS, Snapshot, type Subject } from './snapshot';

const SNAPSHOT_EVERY_DAYS = 10;
const SNAPSHOTS_MAX = 36;
/** Before so many settlements a snapshot knows too little to learn from. */
const SETTLED_MIN = 30;
const EXAMPLES_PER_SNAPSHOT_MAX = 300;
/** With fewer examples the layer stays as it was set out. */
const EXAMPLES_MIN = 60;

/** Where the coefficients stand before any example: trust the pace, with a share of the customer's own past, of the portfolio, and of the calendar. */
const PRIOR = [0, 0.85, 0.3, 0.15, 0, 0, 0, 0, -3];
const RIDGE = [4, 40, 40, 40, 20, 20, 20, 40, 5];

export interface Layer {
  readonly coefficients: readonly number[];
  readonly exampleCount: number;
  readonly snapshotCount: number;
}

export function trainLayer(episodes: Episodes): Layer {
  const rows: (readonly number[])[] = [];
  const outcomes: number[] = [];
  let snapshotCount = 0;
  for (let back = 0; back < SNAPSHOTS_MAX; back++) {
    const day = episodes.asOf - STEP_DAYS - back * SNAPSHOT_EVERY_DAYS;
    const snapshot = new Snapshot(episodes, day);
    if (snapshot.settledCount < SETTLED_MIN) break;
    addExamples(episodes, snapshot, rows, outcomes);
    snapshotCount++;
  }
  const coefficients = rows.length < EXAMPLES_MIN ? PRIOR : fitLogistic(rows, outcomes, PRIOR, RIDGE);
  return { coefficients, exampleCount: rows.length, snapshotCount };
}

function addExamples(episodes: Episodes, snapshot: Snapshot, rows: (readonly number[])[], outcomes: number[]): void {
  const { day } = snapshot;
  const open: number[] = [];
  for (let i = 0; i < episodes.count; i++) if (episodes.day[i] <= day && episodes.settledDay[i] > day) open.push(i);
  const stride = Math.max(1, Math.ceil(open.length / EXAMPLES_PER_SNAPSHOT_MAX));
  for (let k = 0; k < open.length; k += stride) {
    rows.push(snapshot.features(subjectAt(episodes, open[k], day)));
    outcomes.push(episodes.settledDay[open[k]] <= day + STEP_DAYS ? 1 : 0);
  }
}

function subjectAt(episodes: Episodes, i: number, day: DaySerial): Subject {
  return {
    customer: episodes.customer[i], lateness: day - episodes.dueDay[i], productClass: episodes.productClass[i],
    disputed: episodes.disputed[i] === 1, amountMinor: episodes.amountMinor[i], partPaid: episodes.firstPaidDay[i] <= day,
  };
}

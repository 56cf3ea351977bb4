/** Progress of the whole job from the progress of its steps: a share of 1, and the time left. */
import type { Progress, Step } from '../units/progress';
import type { JobProgress } from './job';
import type { Surroundings } from './state';

/** Rough shares of a run's time. Only the bar's evenness depends on them. */
const SHARE: Readonly<Record<Step, number>> = { read: 0.4, match: 0.3, settle: 0.05, age: 0.05, plan: 0.05, write: 0.15 };
const ORDER = Object.keys(SHARE) as Step[];

/** Within reading: the transport of cells from Excel, then what the engine makes of them. */
const TRANSPORT_SHARE = 0.8;
/** Progress is shown at most this often, so that a hundred thousand customers do not cost the pane. */
const SHOW_EVERY_MILLISECONDS = 100;
/** Too early to say how long it will take. */
const GUESS_AFTER_MILLISECONDS = 1500;

export class ProgressMeter {
  private readonly startedAt: number;
  private shownAt = -Infinity;
  private shownStep: Step | null = null;
  /** The latest that came too soon to be shown: it is shown unless another comes in its place. */
  private held: (() => void) | null = null;

  constructor(
    private readonly clock: Pick<Surroundings, 'now' | 'wait'>,
    private readonly show: (progress: Partial<JobProgress>) => void,
  ) {
    this.startedAt = clock.now();
  }

  /** Cells on their way from Excel. */
  transported(doneRows: number, totalRows: number, sheet: string): void {
    this.report({ step: 'read', done: doneRows, total: totalRows, detail: sheet }, shareOf(doneRows, totalRows) * TRANSPORT_SHARE);
  }

  /** A step of the engine, or the writing of sheets. */
  stepped = (progress: Progress): void => {
    const within = shareOf(progress.done, progress.total);
    this.report(progress, progress.step === 'read' ? TRANSPORT_SHARE + within * (1 - TRANSPORT_SHARE) : within);
  };

  private report(progress: Progress, within: number): void {
    const isSoon = progress.step === this.shownStep && this.clock.now() - this.shownAt < SHOW_EVERY_MILLISECONDS;
    if (isSoon && within < 1) return this.hold(() => this.put(progress, within));
    this.put(progress, within);
  }

  /** Else a customer that takes a minute would stand under the name of the one before. */
  private hold(put: () => void): void {
    const isWaiting = this.held !== null;
    this.held = put;
    if (!isWaiting) void this.clock.wait(SHOW_EVERY_MILLISECONDS).then(() => this.held?.());
  }

  private put({ step, done, total, detail = '' }: Progress, within: number): void {
    const now = this.clock.now();
    this.held = null;
    this.shownAt = now;
    this.shownStep = step;
    const fraction = ORDER.slice(0, ORDER.indexOf(step)).reduce((sum, each) => sum + SHARE[each], 0) + SHARE[step] * within;
    this.show({ step, done, total, detail, fraction, secondsLeft: this.secondsLeft(now, fraction) });
  }

  private secondsLeft(now: number, fraction: number): number | null {
    const elapsed = now - this.startedAt;
    if (elapsed < GUESS_AFTER_MILLISECONDS || fraction < 0.02) return null;
    // Nobody waits for no seconds.
    return Math.max(1, Math.round((elapsed * (1 - fraction)) / fraction / 1000));
  }
}

function shareOf(done: number, total: number): number {
  return total > 0 ? Math.min(1, done / total) : 0;
}

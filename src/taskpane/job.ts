/**
 * What the pane is doing, as a state machine. Every change of state goes through `nextJob`, so that
 * no view ever shows a state that could not have come about. It holds no data of the workbook.
 *
 *   starting → welcome → reading → ready ⇄ running → done ⇄ running
 *                           └──────┴── failed ──┴──────┘
 */
import type { Step } from '../units/progress';
import type { Problem } from './problem';

/** Where a stopped or failed job goes back to. */
export type RestingState = 'welcome' | 'ready' | 'done';

export interface JobProgress {
  readonly step: Step;
  readonly done: number;
  readonly total: number;
  /** The sheet or customer at work. */
  readonly detail: string;
  /** 0 to 1 over the whole job; never falls. */
  readonly fraction: number;
  readonly secondsLeft: number | null;
  /** True while Excel does not answer because a cell is being edited. */
  readonly waitingForCell: boolean;
  readonly cancelling: boolean;
}

export type Job =
  | { readonly state: 'starting' }
  | { readonly state: 'welcome' }
  | { readonly state: 'reading'; readonly progress: JobProgress; readonly back: RestingState }
  | { readonly state: 'ready' }
  | { readonly state: 'running'; readonly progress: JobProgress; readonly back: RestingState }
  | { readonly state: 'done' }
  | { readonly state: 'failed'; readonly problem: Problem; readonly back: RestingState };

export type JobEvent =
  | { readonly event: 'opened' }
  | { readonly event: 'reading-started' }
  | { readonly event: 'run-started' }
  | { readonly event: 'progressed'; readonly progress: Partial<JobProgress> }
  | { readonly event: 'read' }
  | { readonly event: 'ran' }
  /** Cancelled by the user: back to where the job started from, or to `to`. */
  | { readonly event: 'stopped'; readonly to?: RestingState }
  | { readonly event: 'failed'; readonly problem: Problem; readonly back?: RestingState }
  | { readonly event: 'failure-read' };

export const NO_PROGRESS: JobProgress = { step: 'read', done: 0, total: 0, detail: '', fraction: 0, secondsLeft: null, waitingForCell: false, cancelling: false };

/** The state after an event. Throws where the event cannot happen in that state: a defect of the pane. */
export function nextJob(job: Job, event: JobEvent): Job {
  switch (event.event) {
    case 'opened':
      if (job.state === 'starting') return { state: 'welcome' };
      break;
    case 'reading-started':
      if (isResting(job)) return { state: 'reading', progress: NO_PROGRESS, back: restingStateOf(job) };
      break;
    case 'run-started':
      if (isResting(job) && restingStateOf(job) !== 'welcome') return { state: 'running', progress: NO_PROGRESS, back: restingStateOf(job) };
      break;
    case 'progressed':
      if (isWorking(job)) return { ...job, progress: withProgress(job.progress, event.progress) };
      break;
    case 'read':
      if (job.state === 'reading') return { state: job.back === 'done' ? 'done' : 'ready' };
      break;
    case 'ran':
      if (job.state === 'running') return { state: 'done' };
      break;
    case 'stopped':
      if (isWorking(job)) return { state: event.to ?? job.back };
      break;
    case 'failed':
      return { state: 'failed', problem: event.problem, back: event.back ?? restingStateOf(job) };
    case 'failure-read':
      if (job.state === 'failed') return { state: job.back };
      break;
  }
  throw new Error(`The pane cannot be "${job.state}" when "${event.event}" happens.`);
}

export function isWorking(job: Job): job is Extract<Job, { state: 'reading' | 'running' }> {
  return job.state === 'reading' || job.state === 'running';
}

/** True where the user may start something. */
export function isResting(job: Job): boolean {
  return !isWorking(job) && job.state !== 'starting';
}

function restingStateOf(job: Job): RestingState {
  switch (job.state) {
    case 'starting':
      return 'welcome';
    case 'reading':
    case 'running':
    case 'failed':
      return job.back;
    default:
      return job.state;
  }
}

function withProgress(before: JobProgress, change: Partial<JobProgress>): JobProgress {
  return { ...before, ...change, fraction: Math.max(before.fraction, change.fraction ?? 0) };
}

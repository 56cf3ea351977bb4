/** A step of the run, in the order in which they happen. */
export const STEPS = ['read', 'match', 'settle', 'age', 'plan', 'write'] as const;
export type Step = (typeof STEPS)[number];

/** How far a step is; `detail` names the customer or sheet at work, where there is one. */
export interface Progress {
  readonly step: Step;
  readonly done: number;
  readonly total: number;
  readonly detail?: string;
}
export type OnProgress = (progress: Progress) => void;

/** Thrown where work stops because the user cancelled. Nothing has been written. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

/** @throws Cancelled where the signal has been raised. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Cancelled();
}

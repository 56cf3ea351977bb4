/** What every action works with: the state, the parts, and the two ways of saying that something went wrong. */
import type { Message } from '../../texts';
import { nextJob, type JobEvent } from '../job';
import { isCancelled, problemOf, type Undertaking } from '../problem';
import type { PaneParts, PaneState } from '../state';

export interface Workbench {
  readonly parts: PaneParts;
  get(): PaneState;
  set(change: Partial<PaneState>): void;
}

export function advance(bench: Workbench, event: JobEvent, change: Partial<PaneState> = {}): void {
  bench.set({ ...change, job: nextJob(bench.get().job, event) });
}

export function announce(bench: Workbench, code: string, values?: Message['values']): void {
  const turn = (bench.get().announcement?.turn ?? 0) + 1;
  bench.set({ announcement: { code, values, turn } });
}

/** Does something beside the job; a failure becomes a notice above the view and stops nothing. */
export async function attempt(bench: Workbench, during: Undertaking, deed: () => Promise<void>): Promise<void> {
  try {
    await deed();
  } catch (error) {
    if (!isCancelled(error)) bench.set({ notice: problemOf(error, during) });
  }
}

/**
 * Decisions of the review until they stand in the matches sheet. The session heeds them in the next run;
 * the workbook keeps them beside our other notes, so that none is lost when the pane closes before that run.
 */
import type { PaneParts, Decision, Decisions } from '../state';
import { attempt, type Workbench } from './workbench';

const DECISIONS_KEY = 'pane.decisions';

/** Decides on matches, or (null) takes decisions back. */
export async function decide(bench: Workbench, keys: readonly string[], decision: Decision | null): Promise<void> {
  await bench.parts.session.decide(keys, decision);
  noteDecisions(bench, keys, decision);
}

/** What the session has decided already: shown, and kept in the workbook. */
export function noteDecisions(bench: Workbench, keys: readonly string[], decision: Decision | null): void {
  const decisions = { ...bench.get().decisions };
  for (const key of keys) {
    if (decision) decisions[key] = decision;
    else delete decisions[key];
  }
  bench.set({ decisions });
  // The review goes on while Excel takes its time; what cannot be kept is said.
  void attempt(bench, 'decide', () => keepDecisions(bench));
}

/** Forgets those decisions that a run has heeded and written; what was decided anew since then stays. */
export async function forgetWritten(bench: Workbench, heeded: Decisions): Promise<void> {
  const decisions = bench.get().decisions;
  const written = Object.keys(heeded).filter((key) => decisions[key] === heeded[key]);
  if (written.length === 0) return;
  await bench.parts.session.decide(written, null);
  bench.set({ decisions: Object.fromEntries(Object.entries(decisions).filter(([key]) => !written.includes(key))) });
  await keepDecisions(bench);
}

/** Those kept when the pane was last open; the session is told of them. */
export async function recallDecisions({ port, session }: PaneParts): Promise<Decisions> {
  const decisions = decisionsIn((await port.remembered())[DECISIONS_KEY]);
  for (const decision of ['accepted', 'rejected'] as const) {
    const keys = Object.keys(decisions).filter((key) => decisions[key] === decision);
    if (keys.length > 0) await session.decide(keys, decision);
  }
  return decisions;
}

function keepDecisions({ parts, get }: Workbench): Promise<void> {
  const { decisions } = get();
  return parts.port.remember({ [DECISIONS_KEY]: Object.keys(decisions).length > 0 ? JSON.stringify(decisions) : '' });
}

function decisionsIn(text: string | undefined): Decisions {
  try {
    const stored: unknown = JSON.parse(text || '{}');
    const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
    return Object.fromEntries(entries.filter(([, decision]) => decision === 'accepted' || decision === 'rejected'));
  } catch {
    // What was stored by hand must not stop the pane.
    return {};
  }
}

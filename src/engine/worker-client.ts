/**
 * The session as the pane holds it: every call goes to a web worker, so that the pane stays responsive
 * and Excel's watchdog content. The worker is a file of our own origin (some hosts forbid `blob:` workers).
 *
 * Work in a worker cannot be interrupted, so a cancel ends the worker and the next call starts another. The sheets
 * are read anew for each run; decisions made in the review are kept here and told to the next worker.
 */
import { EngineThread } from './engine-thread';
import { packRows, type CellValue } from '../ledger/grid';
import type { Session } from './session';
import { WireSheets } from './wire';

export function startSession(): Session {
  const thread = new EngineThread(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
  return sessionOver(thread);
}

export function sessionOver(thread: EngineThread): Session {
  const decisions = new Map<string, 'accepted' | 'rejected'>();
  thread.onStart = () => {
    // Where this worker ends too, the call that it was started for says so.
    for (const [key, decision] of decisions) thread.call('decide', [[key], decision]).catch(() => undefined);
  };
  const passOn = <Name extends keyof Session>(method: Name) => ((...args: unknown[]) => thread.call(method, args)) as Session[Name];
  return {
    clear: passOn('clear'),
    openSheet: passOn('openSheet'),
    appendRows: (sheet, rows) => sendRows(thread, sheet, rows),
    inspect: passOn('inspect'),
    review: passOn('review'),
    customer: passOn('customer'),
    trace: passOn('trace'),
    plan: passOn('plan'),
    whatIf: passOn('whatIf'),
    json: passOn('json'),
    run: (options, onProgress, signal) => thread.call('run', [options], { onProgress, signal }) as ReturnType<Session['run']>,
    sheets: async (choice) => {
      const sheets = new WireSheets();
      await thread.call('sheets', [choice], { onPart: (part) => sheets.add(part) });
      return sheets.models;
    },
    matchByHand: async (rows) => {
      const made = (await thread.call('matchByHand', [rows])) as Awaited<ReturnType<Session['matchByHand']>>;
      if ('key' in made) decisions.set(made.key, 'accepted');
      return made;
    },
    decide: async (keys, decision) => {
      await thread.call('decide', [keys, decision]);
      for (const key of keys) {
        if (decision) decisions.set(key, decision);
        else decisions.delete(key);
      }
    },
  };
}

/** Cells packed at a time: a few milliseconds of the pane's thread. */
const SLICE_CELLS = 40_000;

/**
 * Hands rows over in columns whose memory the worker takes, a slice at a time: the pane's thread
 * is free in between.
 */
async function sendRows(thread: EngineThread, sheet: string, rows: readonly (readonly CellValue[])[]): Promise<void> {
  const size = Math.max(1, Math.floor(SLICE_CELLS / Math.max(1, rows[0]?.length ?? 0)));
  for (let from = 0; from < rows.length; from += size) {
    const packed = packRows(rows.slice(from, from + size));
    await thread.call('appendPacked', [sheet, packed], { transfer: packed.columns.flatMap(({ tags, numbers }) => [tags.buffer, numbers.buffer]) });
  }
}

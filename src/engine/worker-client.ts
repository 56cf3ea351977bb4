/**
 * The session as the pane holds it: every call goes to a web worker, so that the pane stays responsive
 * and Excel's watchdog content. The worker is a file of our own origin (some hosts forbid `blob:` workers).
 *
 * Work in a worker cannot be interrupted, so a cancel ends the worker and starts another. The sheets are
 * read anew for each run; decisions made in the review are kept here and told to the next worker.
 */
import { EngineThread } from './engine-thread';
import type { Session } from './session';
import type { Method } from './worker-protocol';
import { fromWire, type WireSheet } from './wire';

export function startSession(): Session {
  const thread = new EngineThread(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
  return sessionOver(thread);
}

function sessionOver(thread: EngineThread): Session {
  const decisions = new Map<string, 'accepted' | 'rejected'>();
  thread.onRestart = () => {
    for (const [key, decision] of decisions) void thread.call('decide', [[key], decision]);
  };
  const passOn = <Name extends Method>(method: Name) => ((...args: unknown[]) => thread.call(method, args)) as Session[Name];
  return {
    clear: passOn('clear'),
    openSheet: passOn('openSheet'),
    appendRows: passOn('appendRows'),
    inspect: passOn('inspect'),
    review: passOn('review'),
    customer: passOn('customer'),
    trace: passOn('trace'),
    plan: passOn('plan'),
    whatIf: passOn('whatIf'),
    json: passOn('json'),
    run: (options, onProgress, signal) => thread.call('run', [options], onProgress, signal) as ReturnType<Session['run']>,
    sheets: async (choice) => ((await thread.call('sheets', [choice])) as WireSheet[]).map(fromWire),
    matchByHand: async (rows) => {
      const made = (await thread.call('matchByHand', [rows])) as Awaited<ReturnType<Session['matchByHand']>>;
      if ('key' in made) decisions.set(made.key, 'accepted');
      return made;
    },
    decide: async (keys, decision) => {
      for (const key of keys) {
        if (decision) decisions.set(key, decision);
        else decisions.delete(key);
      }
      await thread.call('decide', [keys, decision]);
    },
  };
}

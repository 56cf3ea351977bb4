/** The engine's thread. Answers calls one after another with a local session. */
import { createSession } from './local-session';
import { RunRefused, type SheetModel } from './session';
import type { Answer, Call } from './worker-protocol';
import { toWire } from './wire';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const session = createSession();
let queue: Promise<void> = Promise.resolve();

scope.onmessage = ({ data: call }: MessageEvent<Call>) => {
  queue = queue.then(() => answer(call));
};

async function answer(call: Call): Promise<void> {
  const reply = (message: Answer) => scope.postMessage(message);
  try {
    reply({ id: call.id, kind: 'result', value: await perform(call, reply) });
  } catch (error) {
    if (error instanceof RunRefused) reply({ id: call.id, kind: 'refused', issues: error.issues, reason: error.reason });
    else {
      const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
      reply({ id: call.id, kind: 'failed', name, message, stack: stack ?? '' });
    }
  }
}

async function perform({ id, method, args }: Call, reply: (message: Answer) => void): Promise<unknown> {
  // A cancel ends the whole worker, so no signal crosses; progress does.
  if (method === 'run') return session.run(args[0] as never, (progress) => reply({ id, kind: 'progress', progress }), new AbortController().signal);
  const value = await (session[method] as (...args: unknown[]) => Promise<unknown>)(...args);
  if (method !== 'sheets') return value;
  for (const part of toWire(value as readonly SheetModel[])) reply({ id, kind: 'part', part });
  return undefined;
}

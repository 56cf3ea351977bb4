/**
 * The session as the pane holds it: every call goes to a web worker, so that the pane stays responsive
 * and Excel's watchdog content. The worker is a file of our own origin (some hosts forbid `blob:` workers).
 *
 * Work in a worker cannot be interrupted, so a cancel ends the worker and starts another. The sheets are
 * read anew for each run; decisions made in the review are kept here and told to the next worker.
 */
import { Cancelled, type OnProgress } from '../units/progress';
import type { Answer, Call, Method } from './worker-protocol';
import { RunRefused, type Session } from './session';
import { fromWire, type WireSheet } from './wire';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress?: OnProgress;
}

export function startSession(): Session {
  const thread = new EngineThread(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
  return sessionOver(thread);
}

/** Built apart from the worker so that tests can give it another thread. */
export function sessionOver(thread: EngineThread): Session {
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
    matchByHand: passOn('matchByHand'),
    customer: passOn('customer'),
    trace: passOn('trace'),
    plan: passOn('plan'),
    whatIf: passOn('whatIf'),
    json: passOn('json'),
    run: (options, onProgress, signal) => thread.call('run', [options], onProgress, signal) as ReturnType<Session['run']>,
    sheets: async (choice) => ((await thread.call('sheets', [choice])) as WireSheet[]).map(fromWire),
    decide: async (keys, decision) => {
      for (const key of keys) {
        if (decision) decisions.set(key, decision);
        else decisions.delete(key);
      }
      await thread.call('decide', [keys, decision]);
    },
  };
}

export class EngineThread {
  onRestart: () => void = () => {};
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  constructor(private readonly start: () => Worker) {}

  call(method: Method, args: readonly unknown[], onProgress?: OnProgress, signal?: AbortSignal): Promise<unknown> {
    if (signal?.aborted) return Promise.reject(new Cancelled());
    const worker = this.running();
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      const cancel = () => this.restart(new Cancelled());
      const settled = () => {
        this.waiting.delete(id);
        signal?.removeEventListener('abort', cancel);
      };
      this.waiting.set(id, {
        resolve: (value) => (settled(), resolve(value)),
        reject: (reason) => (settled(), reject(reason)),
        onProgress,
      });
      signal?.addEventListener('abort', cancel);
      worker.postMessage({ id, method, args } satisfies Call);
    });
  }

  private running(): Worker {
    if (!this.worker) {
      this.worker = this.start();
      this.worker.onmessage = ({ data }: MessageEvent<Answer>) => this.hear(data);
      this.worker.onerror = (event) => this.restart(new Error(event.message));
    }
    return this.worker;
  }

  private hear(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    if (!waiting) return;
    if (answer.kind === 'progress') waiting.onProgress?.(answer.progress);
    else if (answer.kind === 'result') waiting.resolve(answer.value);
    else if (answer.kind === 'refused') waiting.reject(new RunRefused(answer.issues));
    else waiting.reject(Object.assign(new Error(answer.message), { name: answer.name, stack: answer.stack }));
  }

  private restart(reason: unknown): void {
    this.worker?.terminate();
    this.worker = null;
    for (const each of [...this.waiting.values()]) each.reject(reason);
    this.onRestart();
  }
}

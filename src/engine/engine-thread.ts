/** Calls into a worker and their answers, each by its number; a cancel or a crash ends the worker. */
import { Cancelled, type OnProgress } from '../units/progress';
import { EngineEnded, RunRefused } from './session';
import type { WirePart } from './wire';
import type { Answer, Call, Method } from './worker-protocol';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress?: OnProgress;
  readonly onPart?: (part: WirePart) => void;
}

/** What a call may bring beside its arguments. */
export interface CallOptions {
  readonly onProgress?: OnProgress;
  /** Parts of a large result, before the call ends. */
  readonly onPart?: (part: WirePart) => void;
  readonly signal?: AbortSignal;
  /** Memory among the arguments that the worker takes over. */
  readonly transfer?: readonly Transferable[];
}

export class EngineThread {
  /** A new worker knows nothing: called before its first call. */
  onStart: () => void = () => {};
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  constructor(private readonly start: () => Worker) {}

  call(method: Method, args: readonly unknown[], { onProgress, onPart, signal, transfer = [] }: CallOptions = {}): Promise<unknown> {
    if (signal?.aborted) return Promise.reject(new Cancelled());
    const worker = this.running();
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      const cancel = () => this.end(new Cancelled());
      const settled = () => {
        this.waiting.delete(id);
        signal?.removeEventListener('abort', cancel);
      };
      this.waiting.set(id, {
        resolve: (value) => (settled(), resolve(value)),
        reject: (reason) => (settled(), reject(reason)),
        onProgress,
        onPart,
      });
      signal?.addEventListener('abort', cancel);
      worker.postMessage({ id, method, args } satisfies Call, [...transfer]);
    });
  }

  private running(): Worker {
    if (!this.worker) {
      this.worker = this.start();
      this.worker.onmessage = ({ data }: MessageEvent<Answer>) => this.hear(data);
      this.worker.onerror = (event) => this.end(new EngineEnded(event.message || 'The engine could not be loaded.'));
      this.onStart();
    }
    return this.worker;
  }

  private hear(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    if (!waiting) return;
    if (answer.kind === 'progress') waiting.onProgress?.(answer.progress);
    else if (answer.kind === 'part') waiting.onPart?.(answer.part);
    else if (answer.kind === 'result') waiting.resolve(answer.value);
    else if (answer.kind === 'refused') waiting.reject(new RunRefused(answer.issues, answer.reason));
    else waiting.reject(Object.assign(new Error(answer.message), { name: answer.name, stack: answer.stack }));
  }

  /** The next call starts another. */
  private end(reason: unknown): void {
    this.worker?.terminate();
    this.worker = null;
    for (const each of [...this.waiting.values()]) each.reject(reason);
  }
}

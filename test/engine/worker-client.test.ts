import { Cancelled } from '../../src/units/progress';
import { EngineEnded, RunRefused } from '../../src/engine/session';
import { EngineThread } from '../../src/engine/engine-thread';
import { sessionOver } from '../../src/engine/worker-client';
import type { Answer, Call } from '../../src/engine/worker-protocol';

/** A worker that answers as it is told, and remembers what it was asked. */
class FakeWorker {
  onmessage: ((event: { data: Answer }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  readonly calls: Call[] = [];
  terminated = false;
  postMessage(call: Call) {
    this.calls.push(call);
  }
  terminate() {
    this.terminated = true;
  }
  answer(answer: Answer) {
    this.onmessage?.({ data: answer });
  }
}

function threadOf(workers: FakeWorker[]) {
  return new EngineThread(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
}

describe('the engine in a worker', () => {
  it('gives each answer to its own call, whatever the order', async () => {
    const workers: FakeWorker[] = [];
    const thread = threadOf(workers);
    const [plan, review] = [thread.call('plan', []), thread.call('review', [])];
    workers[0].answer({ id: 2, kind: 'result', value: 'review' });
    workers[0].answer({ id: 1, kind: 'result', value: 'plan' });
    expect(await plan).toBe('plan');
    expect(await review).toBe('review');
  });

  it('ends the worker on cancel, and the next call starts another', async () => {
    const workers: FakeWorker[] = [];
    const thread = threadOf(workers);
    const cancel = new AbortController();
    const run = thread.call('run', [], { signal: cancel.signal });
    cancel.abort();
    await expect(run).rejects.toBeInstanceOf(Cancelled);
    expect(workers[0].terminated).toBe(true);
    const next = thread.call('plan', []);
    workers[1].answer({ id: 2, kind: 'result', value: 'again' });
    expect(await next).toBe('again');
  });

  it('passes progress on, and refusals with their places', async () => {
    const workers: FakeWorker[] = [];
    const heard: unknown[] = [];
    const run = threadOf(workers).call('run', [], { onProgress: (progress) => heard.push(progress) });
    workers[0].answer({ id: 1, kind: 'progress', progress: { step: 'match', done: 1, total: 2 } });
    workers[0].answer({ id: 1, kind: 'refused', reason: 'unreadable', issues: [{ severity: 'error', sheet: 'A', row: 7, column: 'C', text: 'no date' }] });
    await expect(run).rejects.toBeInstanceOf(RunRefused);
    await expect(run).rejects.toMatchObject({ issues: [{ sheet: 'A', row: 7 }] });
    expect(heard).toEqual([{ step: 'match', done: 1, total: 2 }]);
  });

  it('rejects every waiting call when the worker dies', async () => {
    const workers: FakeWorker[] = [];
    const run = threadOf(workers).call('run', []);
    workers[0].onerror?.({ message: 'out of memory' });
    await expect(run).rejects.toThrow('out of memory');
    await expect(run).rejects.toBeInstanceOf(EngineEnded);
  });

  it('tells the decisions to the next worker when somebody needs it, and starts none that nobody needs', async () => {
    const workers: FakeWorker[] = [];
    const thread = threadOf(workers);
    const session = sessionOver(thread);
    const decided = session.decide(['a=b'], 'accepted');
    workers[0].answer({ id: 1, kind: 'result', value: undefined });
    await decided;
    // Its file is gone from the server, say: another would fail as it did.
    workers[0].onerror?.({ message: 'gone' });
    expect(workers).toHaveLength(1);
    void session.plan();
    expect(workers[1].calls.map(({ method, args }) => [method, args])).toEqual([['decide', [['a=b'], 'accepted']], ['plan', []]]);
  });
});

/** Time twice: as the processor counts it, so that other work on a shared machine does not stand in it, and as the wall clock does. */

/** Milliseconds. */
export interface Span {
  /** All threads of this process together. */
  readonly processor: number;
  readonly wall: number;
}

/** Laps, one after another: each counts from the last, the first from when the watch was made. */
export class Stopwatch {
  private last = now();

  lap(): Span {
    const before = this.last;
    this.last = now();
    return { processor: this.last.processor - before.processor, wall: this.last.wall - before.wall };
  }
}

function now(): Span {
  const { user, system } = process.cpuUsage();
  return { processor: (user + system) / 1000, wall: performance.now() };
}

export interface Timed<T> {
  readonly value: T;
  readonly span: Span;
}

export async function timed<T>(work: () => T | Promise<T>): Promise<Timed<T>> {
  const watch = new Stopwatch();
  const value = await work();
  return { value, span: watch.lap() };
}

export function sum(spans: readonly Span[]): Span {
  return spans.reduce((total, span) => ({ processor: total.processor + span.processor, wall: total.wall + span.wall }), { processor: 0, wall: 0 });
}

/** The one in the middle by processor time. */
export function median<T>(all: readonly T[], spanOf: (each: T) => Span): T {
  return [...all].sort((a, b) => spanOf(a).processor - spanOf(b).processor)[Math.floor(all.length / 2)];
}

export function less(from: Span, part: Span): Span {
  return { processor: from.processor - part.processor, wall: from.wall - part.wall };
}

/** Clears away what was made before, so that the next to be measured does not pay for it. */
export function settleMemory(): void {
  if (!globalThis.gc) throw new Error('The bench runs with --expose-gc: nobody is to pay for another one\u2019s garbage.');
  globalThis.gc();
}

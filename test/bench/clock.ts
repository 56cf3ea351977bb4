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

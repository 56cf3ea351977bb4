/** Time as the processor counts it: other people's work on a shared machine does not stand in it. */

/** Milliseconds of processor time that this process has used, all its threads together. */
export function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export interface Timed<T> {
  readonly value: T;
  readonly milliseconds: number;
}

export async function timed<T>(work: () => T | Promise<T>): Promise<Timed<T>> {
  const start = processorMilliseconds();
  const value = await work();
  return { value, milliseconds: processorMilliseconds() - start };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

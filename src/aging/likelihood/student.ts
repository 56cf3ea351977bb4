/**
 * The share of a bell curve with heavy tails (Student's t with four degrees of freedom) that lies above a
 * value. It stands in where a ledger has too few settlements to show its own scatter: unlike the normal
 * curve it does not call an item that is long overdue sure to be paid tomorrow.
 */
export function studentAbove(value: number): number {
  const square = value * value;
  const scaled = value / Math.sqrt(4 + square);
  // Closed form for four degrees of freedom: 1/2 + (3/4)·s·(1 − s²/3), with s = t / √(4 + t²).
  return 0.5 - 0.75 * scaled * (1 - (scaled * scaled) / 3);
}

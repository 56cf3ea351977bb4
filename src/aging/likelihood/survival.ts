/**
 * How long things stay open, as counts. Settled and still open ones both tell: an item open for 40 days
 * was not paid within 40.
 */
export class Survival {
  private readonly settled: Float64Array;
  private readonly open: Float64Array;

  /** Times at which debits were settled, and at which others are still open; any order. */
  constructor(settled: readonly number[], open: readonly number[]) {
    this.settled = Float64Array.from(settled).sort();
    this.open = Float64Array.from(open).sort();
  }

  /** How many were settled after `from` and by `to`. */
  settledWithin(from: number, to: number): number {
    return countUpTo(this.settled, to) - countUpTo(this.settled, from);
  }

  /** How many were still open at `from`; those whose outcome by `to` is not known yet weigh half (the life table's convention). */
  exposed(from: number, to: number): number {
    const openAtFrom = countUpTo(this.open, from);
    const cut = countUpTo(this.open, to) - openAtFrom;
    return this.settled.length - countUpTo(this.settled, from) + this.open.length - openAtFrom - cut / 2;
  }

  /** Share settled by `to` of those open at `from`, drawn toward another share by so many pseudo-observations. */
  shareWithin(from: number, to: number, toward: number, pseudoObservations: number): number {
    return (this.settledWithin(from, to) + pseudoObservations * toward) / (this.exposed(from, to) + pseudoObservations);
  }
}

/** How many of the ascending values are at most `limit`. */
function countUpTo(ascending: Float64Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

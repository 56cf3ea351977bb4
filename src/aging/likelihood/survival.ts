/**
 * How long debits stay open, measured in days from the due day (negative = paid early). Settled and still
 * open ones both count: an item open for 40 days tells that it was not paid within 40.
 */

/** Lateness of settled and of still open debits, each ascending. */
export class Survival {
  private constructor(private readonly settled: Float64Array, private readonly open: Float64Array) {}

  static of(settledLateness: readonly number[], openLateness: readonly number[]): Survival {
    return new Survival(Float64Array.from(settledLateness).sort(), Float64Array.from(openLateness).sort());
  }

  get settledCount(): number {
    return this.settled.length;
  }

  /** Of the debits still open at lateness `from`: how many, weighing half those whose outcome the stretch cuts short. */
  exposed(from: number, days: number): number {
    const open = this.open.length - countUpTo(this.open, from);
    const cut = countUpTo(this.open, from + days) - countUpTo(this.open, from);
    return this.settled.length - countUpTo(this.settled, from) + open - cut / 2;
  }

  /** How many were settled in the stretch after `from`. */
  settledWithin(from: number, days: number): number {
    return countUpTo(this.settled, from + days) - countUpTo(this.settled, from);
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

/**
 * Probability of being settled in the next `days`, given open at lateness `from`: the group's own share,
 * drawn toward the wider group's by so many pseudo-observations.
 */
export function shrunkShare(own: Survival, from: number, days: number, toward: number, pseudoObservations: number): number {
  return (own.settledWithin(from, days) + pseudoObservations * toward) / (own.exposed(from, days) + pseudoObservations);
}

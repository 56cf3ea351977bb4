/**
 * How long things stay open, as counts. Settled and still open ones both tell: an item open for 40 days
 * was not paid within 40. Counted in cells once, so that every question after that is a look-up.
 */

/** Times beyond this (in cells, either way) are counted at the end: nobody asks how late a debt of a decade is. */
const CELLS_MAX = 1 << 13;

export class Survival {
  private readonly settled: Tally;
  private readonly open: Tally;

  /** Times at which debits were settled, and at which others are still open; any order. Times in one cell are not told apart. */
  constructor(settled: readonly number[], open: readonly number[], cellsPerUnit = 1) {
    this.settled = new Tally(settled, cellsPerUnit);
    this.open = new Tally(open, cellsPerUnit);
  }

  /** How many were settled after `from` and by `to`. */
  settledWithin(from: number, to: number): number {
    return this.settled.upTo(to) - this.settled.upTo(from);
  }

  /** How many were still open at `from`; those whose outcome by `to` is not known yet weigh half (the life table's convention). */
  exposed(from: number, to: number): number {
    const openAtFrom = this.open.upTo(from);
    const cut = this.open.upTo(to) - openAtFrom;
    return this.settled.count - this.settled.upTo(from) + this.open.count - openAtFrom - cut / 2;
  }

  /** Share settled by `to` of those open at `from`, drawn toward another share by so many pseudo-observations. */
  shareWithin(from: number, to: number, toward: number, pseudoObservations: number): number {
    return (this.settledWithin(from, to) + pseudoObservations * toward) / (this.exposed(from, to) + pseudoObservations);
  }
}

/** How many of some values are at most so large. */
class Tally {
  readonly count: number;
  private readonly lowestCell: number;
  /** Counts up to and with each cell. */
  private readonly cumulative: Int32Array;

  constructor(values: readonly number[], private readonly cellsPerUnit: number) {
    this.count = values.length;
    let lowest = CELLS_MAX;
    let highest = -CELLS_MAX;
    for (const value of values) {
      const cell = this.cellOf(value);
      if (cell < lowest) lowest = cell;
      if (cell > highest) highest = cell;
    }
    this.lowestCell = lowest;
    this.cumulative = new Int32Array(Math.max(0, highest - lowest + 1));
    for (const value of values) this.cumulative[this.cellOf(value) - lowest]++;
    for (let cell = 1; cell < this.cumulative.length; cell++) this.cumulative[cell] += this.cumulative[cell - 1];
  }

  upTo(limit: number): number {
    const cell = this.cellOf(limit) - this.lowestCell;
    if (cell < 0) return 0;
    return cell < this.cumulative.length ? this.cumulative[cell] : this.count;
  }

  private cellOf(value: number): number {
    return Math.max(-CELLS_MAX, Math.min(CELLS_MAX, Math.floor(value * this.cellsPerUnit)));
  }
}

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
  constructor(settled: ArrayLike<number>, open: ArrayLike<number>, cellsPerUnit = 1) {
    this.settled = new Tally(settled, cellsPerUnit);
    this.open = new Tally(open, cellsPerUnit);
  }

  /** How many were settled after `from` and by `to`. */
  settledWithin(from: number, to: number): number {
    return this.settled.upTo(to) - this.settled.upTo(from);
  }

  /** How many were still open at `from`; those whose outcome by `to` is not known yet weigh half (the life table's convention). */
  exposed(from: number, to: number): number {
    return exposedOf(this.settled.count - this.settled.upTo(from), this.open.count, this.open.upTo(from), this.open.upTo(to));
  }

  /** Share settled by `to` of those open at `from`, drawn toward another share by so many pseudo-observations. */
  shareWithin(from: number, to: number, toward: number, pseudoObservations: number): number {
    return (this.settledWithin(from, to) + pseudoObservations * toward) / (this.exposed(from, to) + pseudoObservations);
  }
}

function exposedOf(settledAfter: number, openCount: number, openAtFrom: number, openAtTo: number): number {
  return settledAfter + openCount - openAtFrom - (openAtTo - openAtFrom) / 2;
}

/**
 * The same for many groups of a few times each: sorted stretches of one column instead of a tally per group.
 * A group's settled times lie before its open ones.
 */
export class GroupedSurvival {
  private readonly cells: Int32Array;

  constructor(capacity: number) {
    this.cells = new Int32Array(capacity);
  }

  put(at: number, time: number): void {
    this.cells[at] = cellOf(time, 1);
  }

  /** To be called once for each group that has been put: settled times from `from`, open ones from `openFrom`. */
  close(from: number, openFrom: number, to: number): void {
    sortAscending(this.cells, from, openFrom);
    sortAscending(this.cells, openFrom, to);
  }

  /** As `Survival.shareWithin`, for a group. */
  shareWithin(group: SurvivalGroup, from: number, to: number, toward: number, pseudoObservations: number): number {
    const { cells } = this;
    const [fromCell, toCell] = [cellOf(from, 1), cellOf(to, 1)];
    const settledAtFrom = firstAbove(cells, group.from, group.openFrom, fromCell) - group.from;
    const settledAtTo = firstAbove(cells, group.from, group.openFrom, toCell) - group.from;
    const openAtFrom = firstAbove(cells, group.openFrom, group.to, fromCell) - group.openFrom;
    const openAtTo = firstAbove(cells, group.openFrom, group.to, toCell) - group.openFrom;
    const exposed = exposedOf(group.openFrom - group.from - settledAtFrom, group.to - group.openFrom, openAtFrom, openAtTo);
    return (settledAtTo - settledAtFrom + pseudoObservations * toward) / (exposed + pseudoObservations);
  }
}

/** A group's stretch of the column: settled times from `from`, open ones from `openFrom` to, not including, `to`. */
export interface SurvivalGroup {
  readonly from: number;
  readonly openFrom: number;
  readonly to: number;
}

/** How many of some values are at most so large. */
class Tally {
  readonly count: number;
  private readonly lowestCell: number;
  /** Counts up to and with each cell. */
  private readonly cumulative: Int32Array;

  constructor(values: ArrayLike<number>, private readonly cellsPerUnit: number) {
    this.count = values.length;
    let lowest = CELLS_MAX;
    let highest = -CELLS_MAX;
    for (let i = 0; i < values.length; i++) {
      const cell = cellOf(values[i], cellsPerUnit);
      if (cell < lowest) lowest = cell;
      if (cell > highest) highest = cell;
    }
    this.lowestCell = lowest;
    this.cumulative = new Int32Array(Math.max(0, highest - lowest + 1));
    for (let i = 0; i < values.length; i++) this.cumulative[cellOf(values[i], cellsPerUnit) - lowest]++;
    for (let cell = 1; cell < this.cumulative.length; cell++) this.cumulative[cell] += this.cumulative[cell - 1];
  }

  upTo(limit: number): number {
    const cell = cellOf(limit, this.cellsPerUnit) - this.lowestCell;
    if (cell < 0) return 0;
    return cell < this.cumulative.length ? this.cumulative[cell] : this.count;
  }
}

function cellOf(value: number, cellsPerUnit: number): number {
  return Math.max(-CELLS_MAX, Math.min(CELLS_MAX, Math.floor(value * cellsPerUnit)));
}

/** Up to so many are put in place one by one. */
const FEW = 32;

/** Sorts a stretch of a column. */
export function sortAscending(column: Int32Array, from: number, to: number): void {
  if (to - from > FEW) {
    column.subarray(from, to).sort();
    return;
  }
  for (let at = from + 1; at < to; at++) {
    const value = column[at];
    let before = at - 1;
    for (; before >= from && column[before] > value; before--) column[before + 1] = column[before];
    column[before + 1] = value;
  }
}

/** The first place in an ascending stretch whose value exceeds a limit. */
export function firstAbove(column: Int32Array, from: number, to: number, limit: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

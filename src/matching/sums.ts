/**
 * Sums on one side, searched within bounds and counted. That some of the open items add up to an amount is no
 * evidence by itself: among enough items coincidences are the rule. So every search answers two questions:
 * which sets add up, and how many sets came near, from which follows how many would hit by chance.
 */
import type { MinorUnits } from '../units/units';
import { Sets } from './sets';
import { Tally } from './tally';

/** The one subset that sums to the target; `null` where there is none or more than one. At most 14 amounts. */
export function uniqueSubset(amounts: readonly MinorUnits[], target: MinorUnits): number[] | null {
  let found: number[] | null = null;
  for (let mask = 1; mask < 1 << amounts.length; mask++) {
    let sum = 0;
    for (let at = 0; at < amounts.length; at++) if (mask & (1 << at)) sum += amounts[at];
    if (sum !== target) continue;
    if (found) return null;
    found = amounts.map((_, at) => at).filter((at) => mask & (1 << at));
  }
  return found;
}

/** Sums that one account may still form: a promise that a large one ends. */
export interface SumsBudget {
  left: number;
}

export interface SumQuestion {
  /** Sizes of the sets, both inclusive. */
  readonly min: number;
  readonly max: number;
  /** How far a sum may be off. */
  readonly toleranceMinor: MinorUnits;
  readonly budget: SumsBudget;
  /** How often two unrelated amounts are the same at least, as far as the ledger is large enough to tell. */
  readonly coincidenceShare: number;
}

export interface SumSearch {
  /** Sets of positions that sum to the target, smallest first, at most `HITS_MAX`. */
  readonly hits: readonly (readonly number[])[];
  /** Sets of a size that would hit by chance, by size. */
  readonly expectedBySize: readonly number[];
  /** Sets tried, by size. */
  readonly triedBySize: readonly number[];
  /** True where the search stopped before the largest size asked for, and the size it reached. */
  readonly cutShort: boolean;
  readonly sizeReached: number;
}

const HITS_MAX = 12;
/** Coarsest grid of amounts looked for, in minor units. */
const GRID_MAX = 1_000_000;
/** Sums formed in one search. */
const SUMS_MAX = 20_000;
/** Half width of the band around the target within which near misses are counted. */
const BAND_SHARE = 0.1;
/** Coarser grids on which sums may cluster (list prices ending in 99, whole tens). */
const CLUSTERS = [1, 10, 100] as const;

/**
 * All sets of the amounts (all of one sign) that sum to the target. Sizes are tried from small to large; a size
 * whose sets would pass `SUMS_MAX` or the budget is not begun.
 */
export function searchSums(amounts: readonly MinorUnits[], target: MinorUnits, question: SumQuestion): SumSearch {
  const grid = roundnessOf([...amounts, target]);
  const sets = new Sets(amounts);
  const hits: number[][] = [];
  const expectedBySize: number[] = [];
  const triedBySize: number[] = [];
  const last = Math.min(question.max, amounts.length);
  let formed = 0;
  for (let size = question.min; size <= last; size++) {
    const count = choose(amounts.length, size);
    if (formed + count > Math.min(SUMS_MAX, question.budget.left)) return { hits, expectedBySize, triedBySize, cutShort: true, sizeReached: size - 1 };
    formed += count;
    question.budget.left -= count;
    const found = hits.length < HITS_MAX ? sets.firstNear(size, target, question.toleranceMinor, HITS_MAX - hits.length) : [];
    for (const set of found) hits.push(set);
    // How many were to be expected nobody asks where nothing hits.
    expectedBySize[size] = found.length > 0 ? expectedHits(sets, target, size, grid, question) : 0;
    triedBySize[size] = count;
  }
  return { hits, expectedBySize, triedBySize, cutShort: false, sizeReached: last };
}

/**
 * How many sets of a size would hit an unrelated target of this magnitude, from the sums that come near it: by
 * how dense they lie on the grid of the amounts (or a coarser one they cluster on), and by how often two of
 * them are the same number, whichever says more. List prices make few numbers of many sums.
 */
function expectedHits(sets: Sets, target: MinorUnits, size: number, grid: number, question: SumQuestion): number {
  const tolerance = question.toleranceMinor;
  const band = Math.max(grid, 2 * tolerance, Math.abs(target) * BAND_SHARE);
  const near = CLUSTERS.map(() => 0);
  const seen = new Tally(choose(sets.count, size));
  let [inBand, pairs] = [0, 0];
  sets.visit(size, target, band, (sum) => {
    inBand++;
    pairs += 2 * seen.add(sum);
    const off = Math.abs(sum - target);
    if (off <= tolerance) return;
    // What lies on a coarser grid lies on the finer ones.
    for (let at = 0; at < CLUSTERS.length && off % (grid * CLUSTERS[at]) === 0; at++) near[at]++;
  });
  // Half a near miss is added: none seen in a thousand is not none ever.
  const width = (cluster: number) => (tolerance > 0 ? 2 * tolerance + grid : grid * cluster) / (2 * band);
  const dense = Math.max(...CLUSTERS.map((cluster, at) => (near[at] + (at === 0 ? 0.5 : 0)) * width(cluster)));
  return Math.max(dense, inBand > 1 ? pairs / (inBand - 1) : 0, inBand * question.coincidenceShare);
}

/** Runs of neighbours that sum to the target, as `[from, to)`; and how many runs there are. */
export function searchRuns(amounts: readonly MinorUnits[], target: MinorUnits, sizeMin: number): { readonly hits: readonly (readonly [number, number])[]; readonly tried: number } {
  const hits: [number, number][] = [];
  let tried = 0;
  for (let from = 0; from < amounts.length; from++) {
    let sum = 0;
    for (let to = from; to < amounts.length; to++) {
      sum += amounts[to];
      if (to - from + 1 < sizeMin) continue;
      tried++;
      if (sum === target && hits.length < HITS_MAX) hits.push([from, to + 1]);
    }
  }
  return { hits, tried };
}

export function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1);
  return ways;
}

/** The largest power of ten that divides them all: of three amounts any common divisor may be chance, a round one is habit. */
export function roundnessOf(amounts: readonly MinorUnits[]): number {
  let grid = 1;
  while (grid < GRID_MAX && amounts.every((amount) => amount % (grid * 10) === 0)) grid *= 10;
  return grid;
}

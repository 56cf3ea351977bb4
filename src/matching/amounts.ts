/**
 * How rare an amount is in one account. Amounts are common property: on a price list half the deliveries cost
 * the same. Counted once, from the papers as they were booked: what is matched later makes no amount rarer.
 */
import { SIDES, type Side } from '../ledger/books';
import { FAMILIES, type Doc, type Family } from './doc';

/** Factors of ten that people round to; an amount is judged against others of its roundness. */
const ROUNDNESS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000] as const;
/** Amounts of one account spread over about a factor e either way: the density at a is about 1 ÷ 3a. */
const AMOUNT_SPREAD = 3;

/** Place in `ROUNDNESS` from which an amount is whole. */
const WHOLE = 2;

/** How many amounts the papers bear once and twice. */
interface Repeats {
  readonly once: number;
  readonly twice: number;
  readonly papers: number;
}

/** Of one side, all papers together and by family. */
interface SideRepeats {
  readonly all: Repeats;
  readonly families: Readonly<Partial<Record<Family, Repeats>>>;
}

function repeatsOf(docs: readonly Doc[]): SideRepeats {
  const families: Partial<Record<Family, Repeats>> = {};
  for (const family of FAMILIES) {
    const own = docs.filter((doc) => doc.family === family);
    if (own.length > 0) families[family] = countRepeats(ascendingAmounts(own));
  }
  return { all: countRepeats(ascendingAmounts(docs)), families };
}

function ascendingAmounts(docs: readonly Doc[]): Float64Array {
  const amounts = new Float64Array(docs.length);
  for (let at = 0; at < docs.length; at++) amounts[at] = docs[at].bookedMinor;
  return amounts.sort();
}

function countRepeats(ascending: Float64Array): Repeats {
  let [once, twice] = [0, 0];
  for (let from = 0, to = 0; from < ascending.length; from = to) {
    while (to < ascending.length && ascending[to] === ascending[from]) to++;
    if (to - from === 1) once++;
    else if (to - from === 2) twice++;
  }
  return { once, twice, papers: ascending.length };
}

/** The amounts of all documents of an account, free or not. */
export class AmountStatistics {
  private readonly ascending: Float64Array;
  private readonly roundShares: Float64Array;
  private readonly repeats: Readonly<Record<Side, SideRepeats>>;

  constructor(docs: Readonly<Record<Side, readonly Doc[]>>) {
    this.ascending = ascendingAmounts([...docs.ours, ...docs.theirs]);
    this.roundShares = roundSharesOf(this.ascending);
    this.repeats = { ours: repeatsOf(docs.ours), theirs: repeatsOf(docs.theirs) };
  }

  /** Probability that an unrelated document has exactly this amount: how often it occurs beside the pair itself, and how dense such round amounts lie. */
  frequency(amount: number, family: Family): number {
    const round = roundnessPlace(amount);
    const dense = (this.roundShares[round] * ROUNDNESS[round]) / (AMOUNT_SPREAD * Math.max(1, Math.abs(amount)));
    const repeated = Math.max(0, this.timesOf(amount) - 2) / Math.max(10, this.ascending.length);
    return Math.min(1, Math.max(dense + repeated, this.unseenFrequency(family, round)));
  }

  /** How often two unrelated amounts like this one are the same, at least: what a small ledger cannot rule out. */
  coincidenceShare(amount: number): number {
    const round = roundnessPlace(amount);
    return Math.max(this.doubt('ours', round), this.doubt('theirs', round));
  }

  /** Amounts are whole numbers: the next one is one more. */
  private timesOf(amount: number): number {
    return firstFrom(this.ascending, amount + 1) - firstFrom(this.ascending, amount);
  }

  /**
   * How often an amount seen once comes again, by Good and Turing: twice the amounts seen twice, over those seen
   * once. Whole amounts get the benefit of the doubt only from many papers: a price list shows itself late.
   */
  private unseenFrequency(family: Family, round: number): number {
    let most = 0;
    for (const side of SIDES) {
      const own = this.repeats[side].families[family];
      most = Math.max(most, this.doubt(side, round) + (own ? (2 * own.twice) / ((own.once + 1) * own.papers) : 0));
    }
    return most;
  }

  private doubt(side: Side, round: number): number {
    const { all } = this.repeats[side];
    return round >= WHOLE ? 1 / ((all.once + 1) * all.papers) : 0;
  }
}

/** By roundness, the share of the amounts that are at least as round. */
function roundSharesOf(amounts: Float64Array): Float64Array {
  const shares = new Float64Array(ROUNDNESS.length);
  for (let at = 0; at < amounts.length; at++) shares[roundnessPlace(amounts[at])]++;
  for (let round = shares.length - 1, atLeast = 0; round >= 0; round--) {
    atLeast += shares[round];
    shares[round] = (atLeast + 1) / (amounts.length + 1);
  }
  return shares;
}

/** Position of the first amount that is not less. */
function firstFrom(ascending: Float64Array, amount: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] < amount) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Place in `ROUNDNESS` of the coarsest step that the amount is a multiple of. */
function roundnessPlace(amount: number): number {
  let round = 0;
  if ((amount | 0) === amount) {
    // Nearly all amounts fit into 32 bits, where a remainder costs a tenth.
    for (let rest = amount | 0; round + 1 < ROUNDNESS.length && rest % 10 === 0; round++) rest = (rest / 10) | 0;
    return round;
  }
  while (round + 1 < ROUNDNESS.length && amount % ROUNDNESS[round + 1] === 0) round++;
  return round;
}

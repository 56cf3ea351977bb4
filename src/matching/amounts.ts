/**
 * How rare an amount is in one account. Amounts are common property: on a price list half the deliveries cost
 * the same. Counted once, from the papers as they were booked: what is matched later makes no amount rarer.
 */
import { SIDES, type Side } from '../ledger/books';
import { FAMILIES, type Doc, type Family } from './doc';
import { ascend } from './sorting';

/** Factors of ten that people round to; an amount is judged against others of its roundness. */
const ROUNDNESS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000] as const;
/** Amounts of one account spread over about a factor e either way: the density at a is about 1 ÷ 3a. */
const AMOUNT_SPREAD = 3;

/** Place in `ROUNDNESS` from which an amount is whole. */
const WHOLE = 2;

/** How many amounts the papers bear once and twice. */
class Repeats {
  once = 0;
  twice = 0;
  papers = 0;

  /** An amount that so many papers bear. */
  count(times: number): void {
    this.papers += times;
    if (times === 1) this.once++;
    else if (times === 2) this.twice++;
  }
}

/** The amounts of one side's papers. */
class SideAmounts {
  readonly ascending: readonly number[];
  readonly all = new Repeats();
  private readonly families = new Array<Repeats | null>(FAMILIES.length).fill(null);

  constructor(docs: readonly Doc[]) {
    // The family goes along as a remainder, so that one order serves all papers together and each family.
    const keys: number[] = [];
    for (const doc of docs) keys.push(doc.bookedMinor * FAMILIES.length + FAMILIES.indexOf(doc.family));
    ascend(keys);
    const ascending: number[] = [];
    for (let from = 0; from < keys.length; ) {
      const amount = Math.floor(keys[from] / FAMILIES.length);
      let to = from;
      while (to < keys.length && Math.floor(keys[to] / FAMILIES.length) === amount) {
        const key = keys[to];
        const start = to;
        for (; to < keys.length && keys[to] === key; to++) ascending.push(amount);
        (this.families[key - amount * FAMILIES.length] ??= new Repeats()).count(to - start);
      }
      this.all.count(to - from);
      from = to;
    }
    this.ascending = ascending;
  }

  of(family: Family): Repeats | null {
    return this.families[FAMILIES.indexOf(family)];
  }

  /** Amounts are whole numbers: the next one is one more. */
  timesOf(amount: number): number {
    return firstFrom(this.ascending, amount + 1) - firstFrom(this.ascending, amount);
  }
}

/** The amounts of all documents of an account, free or not. */
export class AmountStatistics {
  private readonly sides: Readonly<Record<Side, SideAmounts>>;
  private readonly docCount: number;
  /** By roundness, the share of the amounts that are at least as round. */
  private readonly roundShares: readonly number[];

  constructor(docs: Readonly<Record<Side, readonly Doc[]>>) {
    this.sides = { ours: new SideAmounts(docs.ours), theirs: new SideAmounts(docs.theirs) };
    this.docCount = docs.ours.length + docs.theirs.length;
    const counts = ROUNDNESS.map(() => 0);
    for (const side of SIDES) for (const doc of docs[side]) counts[roundnessPlace(doc.bookedMinor)]++;
    for (let round = counts.length - 2; round >= 0; round--) counts[round] += counts[round + 1];
    this.roundShares = counts.map((count) => (count + 1) / (this.docCount + 1));
  }

  /** Probability that an unrelated document has exactly this amount: how often it occurs beside the pair itself, and how dense such round amounts lie. */
  frequency(amount: number, family: Family): number {
    const round = roundnessPlace(amount);
    const dense = (this.roundShares[round] * ROUNDNESS[round]) / (AMOUNT_SPREAD * Math.max(1, Math.abs(amount)));
    const repeated = Math.max(0, this.sides.ours.timesOf(amount) + this.sides.theirs.timesOf(amount) - 2) / Math.max(10, this.docCount);
    return Math.min(1, Math.max(dense + repeated, this.unseenFrequency(family, round)));
  }

  /** How often two unrelated amounts like this one are the same, at least: what a small ledger cannot rule out. */
  coincidenceShare(amount: number): number {
    const round = roundnessPlace(amount);
    return Math.max(this.doubt('ours', round), this.doubt('theirs', round));
  }

  /**
   * How often an amount seen once comes again, by Good and Turing: twice the amounts seen twice, over those seen
   * once. Whole amounts get the benefit of the doubt only from many papers: a price list shows itself late.
   */
  private unseenFrequency(family: Family, round: number): number {
    let most = 0;
    for (const side of SIDES) {
      const own = this.sides[side].of(family);
      most = Math.max(most, this.doubt(side, round) + (own ? (2 * own.twice) / ((own.once + 1) * own.papers) : 0));
    }
    return most;
  }

  private doubt(side: Side, round: number): number {
    const { all } = this.sides[side];
    return round >= WHOLE ? 1 / ((all.once + 1) * all.papers) : 0;
  }
}

/** Position of the first amount that is not less. */
function firstFrom(ascending: readonly number[], amount: number): number {
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

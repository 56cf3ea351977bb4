/**
 * How rare an amount is in one account. Amounts are common property: on a price list half the deliveries cost
 * the same. Counted once, from the papers as they were booked: what is matched later makes no amount rarer.
 */
import { SIDES, type Side } from '../ledger/books';
import type { Desk, Family } from './desk';

/** Factors of ten that people round to; an amount is judged against others of its roundness. */
const ROUNDNESS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000] as const;
/** Amounts of one account spread over about a factor e either way: the density at a is about 1 ÷ 3a. */
const AMOUNT_SPREAD = 3;

/** Place in `ROUNDNESS` from which an amount is whole. */
const WHOLE = 2;

/** How many amounts one side's papers bear once and twice. */
interface Repeats {
  readonly once: number;
  readonly twice: number;
  readonly papers: number;
}

/** By family, and of all papers together. */
function repeatsOf(desk: Desk, side: Side): Map<Family | 'all', Repeats> {
  const times = new Map<Family | 'all', Map<number, number>>([['all', new Map()]]);
  for (const doc of desk.docs[side]) {
    const amount = desk.originalMinor(doc);
    for (const group of [doc.family, 'all'] as const) {
      let amounts = times.get(group);
      if (!amounts) times.set(group, (amounts = new Map()));
      amounts.set(amount, (amounts.get(amount) ?? 0) + 1);
    }
  }
  return new Map([...times].map(([group, amounts]) => [group, countRepeats(amounts)]));
}

function countRepeats(amounts: ReadonlyMap<number, number>): Repeats {
  let [once, twice, papers] = [0, 0, 0];
  for (const count of amounts.values()) {
    papers += count;
    if (count === 1) once++;
    else if (count === 2) twice++;
  }
  return { once, twice, papers };
}

/** The amounts of all documents of an account, free or not. */
export class AmountStatistics {
  private readonly amounts = new Map<number, number>();
  private readonly roundShares: Float64Array;
  private docCount = 0;
  private readonly repeats: Readonly<Record<Side, ReadonlyMap<Family | 'all', Repeats>>>;

  constructor(desk: Desk) {
    const round = new Float64Array(ROUNDNESS.length);
    for (const side of SIDES) for (const doc of desk.docs[side]) this.count(desk.originalMinor(doc), round);
    this.repeats = { ours: repeatsOf(desk, 'ours'), theirs: repeatsOf(desk, 'theirs') };
    this.roundShares = round.map((count) => (count + 1) / (this.docCount + 1));
  }

  private count(amount: number, round: Float64Array): void {
    this.docCount++;
    this.amounts.set(amount, (this.amounts.get(amount) ?? 0) + 1);
    for (let at = 0; at < ROUNDNESS.length && amount % ROUNDNESS[at] === 0; at++) round[at]++;
  }

  /** Probability that an unrelated document has exactly this amount: how often it occurs beside the pair itself, and how dense such round amounts lie. */
  frequency(amount: number, family: Family): number {
    const round = roundnessPlace(amount);
    const dense = (this.roundShares[round] * ROUNDNESS[round]) / (AMOUNT_SPREAD * Math.max(1, Math.abs(amount)));
    const repeated = Math.max(0, (this.amounts.get(amount) ?? 0) - 2) / Math.max(10, this.docCount);
    return Math.min(1, Math.max(dense + repeated, this.unseenFrequency(family, round)));
  }

  /**
   * How often an amount seen once comes again, by Good and Turing: twice the amounts seen twice, over those seen
   * once. Whole amounts get the benefit of the doubt only from many papers: a price list shows itself late.
   */
  private unseenFrequency(family: Family, round: number): number {
    let most = 0;
    for (const side of SIDES) {
      const own = this.repeats[side].get(family);
      most = Math.max(most, this.doubt(side, round) + (own ? (2 * own.twice) / ((own.once + 1) * own.papers) : 0));
    }
    return most;
  }

  private doubt(side: Side, round: number): number {
    const all = this.repeats[side].get('all');
    return round >= WHOLE && all ? 1 / ((all.once + 1) * all.papers) : 0;
  }

  /** How often two unrelated amounts like this one are the same, at least: what a small ledger cannot rule out. */
  coincidenceShare(amount: number): number {
    return Math.max(...SIDES.map((side) => this.doubt(side, roundnessPlace(amount))));
  }
}

/** Place in `ROUNDNESS` of the coarsest step that the amount is a multiple of. */
function roundnessPlace(amount: number): number {
  let round = 0;
  while (round + 1 < ROUNDNESS.length && amount % ROUNDNESS[round + 1] === 0) round++;
  return round;
}

/**
 * Candidates: readings of some documents as one booking, each with its chance: how many unrelated readings
 * would look as good.
 * This file: one document against one document of the same amount.
 */
import type { Desk } from './desk';
import { aroundDay, sameFamily, type Doc } from './doc';
import { nameEvidence, ratioOf, type Evidence, type NameEvidence } from './evidence';
import type { MatchRule } from './reconciliation';
import type { NumberCode } from './readings';
import { EqualAmounts, SimilarNumbers, type Told } from './told';
import type { Work } from './work';

export interface Candidate {
  readonly ours: readonly Doc[];
  readonly theirs: readonly Doc[];
  readonly rule: MatchRule;
  /** How often bookings are of this sort, against the plainest. */
  readonly prior: number;
  /** Expected number of coincidences that would look as good. */
  readonly chance: number;
  readonly told: Told;
  /** True where the evidence would never do for a confirmation by itself. */
  readonly onlySuggest: boolean;
}

/** Documents of one amount that are compared with each other, at most; of more, the nearest in time. */
const CLASS_PAIRS_MAX = 900;
const NEAREST_MAX = 24;
/** From this ratio on the order of numbers is worth saying. */
const ORDER_RATIO_SAID = 3;

/** Every pair of free documents with the same amount within the window. */
export function equalAmounts(work: Work, evidence: Evidence): Candidate[] {
  const candidates: Candidate[] = [];
  if (evidence.free.ours.length === 0 || evidence.free.theirs.length === 0) return candidates;
  const theirs = evidence.byAmount('theirs');
  evidence.byAmount('ours').forEach((ours, amount) => {
    const others = theirs.get(amount);
    if (!others || amount === 0) return;
    const crowded = ours.length * others.length > CLASS_PAIRS_MAX;
    if (crowded) work.cutShort('equal-amounts', amount);
    for (const our of ours) {
      const frequency = work.amounts.frequency(amount, our.family);
      for (const their of crowded ? aroundDay(others, our.day, work.clocks.windowDays, NEAREST_MAX) : others) {
        if (sameFamily(our, their) && work.clocks.lagDensity(our, their) > 0) candidates.push(pairOf(work, evidence, our, their, frequency));
      }
    }
  });
  return candidates;
}

/** @param frequency how common the amount is */
function pairOf(work: Work, evidence: Evidence, our: Doc, their: Doc, frequency: number): EqualPair {
  const names = nameEvidence(work.desk, our, their);
  const orderRatio = work.clocks.orderRatio(our, their);
  const chance = (frequency * evidence.rivals(our, their)) / (ratioOf(names) * orderRatio);
  return new EqualPair(our.alone, their.alone, chance, names, orderRatio, work.desk);
}

/** Where an amount is everybody's there are many of them, and few are ever told of. */
class EqualPair implements Candidate {
  constructor(
    readonly ours: readonly Doc[],
    readonly theirs: readonly Doc[],
    readonly chance: number,
    private readonly names: NameEvidence,
    private readonly orderRatio: number,
    private readonly desk: Desk,
  ) {}

  get rule(): MatchRule {
    return ruleOf(this.names, this.ours[0], this.theirs[0]);
  }

  get prior(): number {
    return 1;
  }

  get onlySuggest(): boolean {
    return false;
  }

  get told(): Told {
    const { desk, names, orderRatio, ours: [our], theirs: [their] } = this;
    const similar = names === 'similar' ? new SimilarNumbers(desk.readings, numberOf(our, their), numberOf(their, our)) : null;
    return new EqualAmounts(desk.currency, Math.abs(our.amountMinor), Math.abs(their.day - our.day), orderRatio > ORDER_RATIO_SAID, similar);
  }
}

function ruleOf(names: NameEvidence, our: Doc, their: Doc): MatchRule {
  if (names === 'similar') return 'similar-number';
  if (names === 'named') return 'document-number';
  return our.entries.length > 1 || their.entries.length > 1 ? 'document-total' : 'unique-amount';
}

/** The number that a document goes by where the other names it, or else the one it names. */
function numberOf(doc: Doc, other: Doc): NumberCode | undefined {
  return other.naming.numbers.length && doc.numbers.length ? doc.numbers[0] : (doc.naming.numbers[0] ?? doc.numbers[0]);
}

/**
 * Candidates: readings of some documents as one booking, each with its chance: how many unrelated readings
 * would look as good.
 * This file: one document against one document of the same amount.
 */
import type { Message } from '../texts';
import { aroundDay, isFree, sameFamily, type Doc } from './desk';
import { nameEvidence, ratioOf, type Evidence } from './evidence';
import type { MatchRule } from './reconciliation';
import type { Work } from './work';

export interface Candidate {
  readonly ours: readonly Doc[];
  readonly theirs: readonly Doc[];
  readonly rule: MatchRule;
  /** How often bookings are of this sort, against the plainest. */
  readonly prior: number;
  /** Expected number of coincidences that would look as good. */
  readonly chance: number;
  readonly evidence: readonly Message[];
  /** True where the evidence would never do for a confirmation by itself. */
  readonly onlySuggest?: boolean;
}

/** Documents of one amount that are compared with each other, at most; of more, the nearest in time. */
const CLASS_PAIRS_MAX = 900;
const NEAREST_MAX = 24;

/** Every pair of free documents with the same amount within the window. */
export function equalAmounts(work: Work, evidence: Evidence): Candidate[] {
  const { desk } = work;
  const theirs = byAmount(desk.docs.theirs);
  const candidates: Candidate[] = [];
  for (const [amount, ours] of byAmount(desk.docs.ours)) {
    const others = theirs.get(amount);
    if (!others || amount === 0) continue;
    const crowded = ours.length * others.length > CLASS_PAIRS_MAX;
    if (crowded) work.cutShort('equal-amounts', amount);
    for (const our of ours) {
      for (const their of crowded ? aroundDay(others, our.day, work.clocks.windowDays, NEAREST_MAX) : others) {
        if (sameFamily(our, their)) addPair(work, evidence, our, their, candidates);
      }
    }
  }
  return candidates;
}

function addPair(work: Work, evidence: Evidence, our: Doc, their: Doc, candidates: Candidate[]): void {
  const density = work.clocks.lagDensity(our, their);
  if (density <= 0) return;
  const names = nameEvidence(work.desk, our, their);
  const support = ratioOf(names) * work.clocks.orderRatio(our, their);
  const chance = (work.amounts.frequency(our.amountMinor, our.family) * evidence.rivals(our, their)) / support;
  const rule: MatchRule = names === 'similar' ? 'similar-number' : names === 'named' ? 'document-number' : our.entries.length > 1 || their.entries.length > 1 ? 'document-total' : 'unique-amount';
  candidates.push({ ours: [our], theirs: [their], rule, prior: 1, chance, evidence: amountEvidence(work, our, their, names === 'similar') });
}

/** "12,400.00 on both sides, 3 days apart." */
export function amountEvidence(work: Work, our: Doc, their: Doc, similar: boolean): Message[] {
  const { desk } = work;
  const messages: Message[] = [{ code: 'matching.equal-amount', values: { amount: { amountMinor: Math.abs(our.amountMinor), currency: desk.currency }, days: Math.abs(their.day - our.day) } }];
  if (similar) messages.unshift({ code: 'matching.similar-number', values: { ours: numberText(our, their), theirs: numberText(their, our) } });
  if (work.clocks.orderRatio(our, their) > 3) messages.push({ code: 'matching.order-of-numbers' });
  return messages;
}

/** The number that a document goes by where the other names it, or else the one it names. */
function numberText(doc: Doc, other: Doc): string {
  const number = other.naming.numbers.length && doc.numbers.length ? doc.numbers[0] : (doc.naming.numbers[0] ?? doc.numbers[0]);
  return number ? `${number.prefix}${number.prefix ? '-' : ''}${number.digits}` : '';
}

function byAmount(docs: readonly Doc[]): Map<number, Doc[]> {
  const groups = new Map<number, Doc[]>();
  for (const doc of docs) {
    if (!isFree(doc)) continue;
    const group = groups.get(doc.amountMinor);
    if (group) group.push(doc);
    else groups.set(doc.amountMinor, [doc]);
  }
  return groups;
}

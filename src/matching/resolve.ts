/**
 * The assignment for the account as a whole. Candidates that share a document compete; the probability of one
 * is its weight against all it competes with and against chance. The surest come into force first, which takes
 * their documents from the others and may make those sure; what two readings fit equally well is never
 * confirmed, whichever stands first.
 */
import { SIDES } from '../ledger/books';
import { contentOf, isFree, type Doc } from './desk';
import type { Candidate } from './candidates';
import { entriesOf, type Draft, type Work } from './work';

/**
 * Coincidences up to which an agreement of amounts counts as evidence: of a thousand unrelated payments over
 * all kinds of amounts, at most one may be confirmed.
 */
const CHANCE_MAX = 0.003;
/** How often a document has no counterpart at all, before anything is known of it. */
const UNANSWERED_SHARE = 0.1;
const ALTERNATIVES_MAX = 5;
/** An alternative is worth showing from this share of the weight on. */
const ALTERNATIVE_SHARE = 0.1;

/** Competing candidates by document. */
class Contest {
  private readonly byDoc = new Map<Doc, Candidate[]>();

  constructor(readonly candidates: readonly Candidate[]) {
    for (const candidate of candidates) {
      for (const doc of docsOf(candidate)) {
        const list = this.byDoc.get(doc);
        if (list) list.push(candidate);
        else this.byDoc.set(doc, [candidate]);
      }
    }
  }

  rivalsOf(candidate: Candidate): Set<Candidate> {
    const rivals = new Set<Candidate>();
    for (const doc of docsOf(candidate)) for (const rival of this.byDoc.get(doc) ?? []) if (rival !== candidate && isAlive(rival)) rivals.add(rival);
    return rivals;
  }

  /** Probability of this reading, and that of it or one of its rivals being right rather than none. */
  probability(candidate: Candidate): { readonly own: number; readonly any: number } {
    let rivals = 0;
    for (const rival of this.rivalsOf(candidate)) rivals += rival.weight;
    const none = candidate.weight * Math.min(1000, candidate.chance) * UNANSWERED_SHARE;
    const all = candidate.weight + rivals + none;
    return { own: candidate.weight / all, any: (candidate.weight + rivals) / all };
  }
}

export const docsOf = (candidate: Candidate): readonly Doc[] => [...candidate.ours, ...candidate.theirs];
const isAlive = (candidate: Candidate): boolean => candidate.ours.every(isFree) && candidate.theirs.every(isFree);

/** Puts into force what is sure; returns how many. */
export function confirm(work: Work, candidates: readonly Candidate[]): number {
  const contest = new Contest(candidates);
  const threshold = work.desk.settings.confirmFrom;
  const sure = candidates
    .filter((candidate) => !candidate.onlySuggest && candidate.chance <= CHANCE_MAX)
    .map((candidate) => ({ candidate, own: contest.probability(candidate).own }))
    .filter((each) => each.own >= threshold)
    .sort((a, b) => b.own - a.own || compareContent(work, a.candidate, b.candidate));
  let settled = 0;
  for (const { candidate, own } of sure) {
    if (!isAlive(candidate)) continue;
    if (work.settle({ ...candidate, confidence: Math.min(0.999, own), status: 'confirmed' })) settled++;
  }
  return settled;
}

/** Proposes the best of what is left, each with the readings that fit nearly as well. */
export function suggest(work: Work, candidates: readonly Candidate[]): number {
  const contest = new Contest(candidates);
  const ranked = candidates
    .map((candidate) => ({ candidate, ...contest.probability(candidate) }))
    .filter((each) => each.any >= work.desk.settings.suggestFrom)
    .sort((a, b) => rounded(b.own) - rounded(a.own) || compareContent(work, a.candidate, b.candidate));
  let settled = 0;
  for (const { candidate, own } of ranked) {
    if (!isAlive(candidate)) continue;
    const alternatives = alternativesOf(contest, candidate);
    if (work.settle({ ...candidate, confidence: Math.min(0.94, own), status: 'suggested', alternatives, evidence: withDoubt(candidate, alternatives.length) })) settled++;
  }
  return settled;
}

const rounded = (probability: number) => Math.round(probability * 1e6);

function withDoubt(candidate: Candidate, alternatives: number): Candidate['evidence'] {
  if (alternatives > 0) return [...candidate.evidence, { code: 'matching.alternatives', values: { count: alternatives } }];
  return candidate.chance > CHANCE_MAX ? [...candidate.evidence, { code: 'matching.coincidence' }] : candidate.evidence;
}

function alternativesOf(contest: Contest, candidate: Candidate): Draft['alternatives'] {
  return [...contest.rivalsOf(candidate)]
    .filter((rival) => rival.weight >= ALTERNATIVE_SHARE * candidate.weight)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, ALTERNATIVES_MAX)
    .map((rival) => ({ ours: entriesOf(rival.ours), theirs: entriesOf(rival.theirs) }));
}

/** By what the entries say, the two sides weighing alike, so that neither row order nor the order of ledgers shows. */
function compareContent(work: Work, a: Candidate, b: Candidate): number {
  const key = (candidate: Candidate) => {
    const sides = SIDES.map((side) => candidate[side].flatMap((doc) => doc.entries.map((entry) => contentOf(work.desk.books, side, entry))).sort().join('\n'));
    return sides.sort().join('\n\n');
  };
  const [first, second] = [key(a), key(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

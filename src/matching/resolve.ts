/**
 * The assignment for the account as a whole. Candidates that share documents compete; whoever is chosen leaves
 * the others' remaining documents without an answer. So the probability of a candidate is summed over all ways
 * to choose candidates that do not overlap, each way weighing the product of its candidates' odds. The surest
 * come into force first, which takes their documents from the others and may make those sure; what two readings
 * explain equally well is never confirmed, whichever stands first.
 */
import { SIDES } from '../ledger/books';
import { contentOf, isFree, type Doc } from './desk';
import type { Candidate } from './candidates';
import { entriesOf, type Draft, type Work } from './work';

/**
 * Coincidences up to which an agreement counts as evidence: of a thousand unrelated payments, over all kinds of
 * amounts, at most one may be confirmed.
 */
const CHANCE_MAX = 0.003;
/** How often a document has no counterpart at all, before anything is known of it. */
const UNANSWERED_SHARE = 0.1;
/** No agreement is surer than this: people book strange things. */
const CHANCE_MIN = 1e-9;
const ALTERNATIVES_MAX = 5;
/** An alternative is worth showing from this share of the odds on. */
const ALTERNATIVE_SHARE = 0.1;
/** Competing candidates weighed in every combination; more are weighed against their direct rivals only. */
const COMBINED_MAX = 18;
const COMBINATIONS_MAX = 50_000;
/** A suggestion is never shown as surer than this. */
const SUGGESTED_CONFIDENCE_MAX = 0.94;
const CONFIRMED_CONFIDENCE_MAX = 0.999;

export const docsOf = (candidate: Candidate): readonly Doc[] => [...candidate.ours, ...candidate.theirs];
const isAlive = (candidate: Candidate): boolean => candidate.ours.every(isFree) && candidate.theirs.every(isFree);

/** The candidate against its documents having nothing to do with each other. */
const oddsOf = (candidate: Candidate): number => candidate.prior / (UNANSWERED_SHARE * Math.max(CHANCE_MIN, candidate.chance));

interface Standing {
  /** Probability that this reading is right. */
  readonly own: number;
  /** Probability that this one or one that competes with it is right. */
  readonly any: number;
}

/** Competing candidates, by document and by component. */
class Contest {
  readonly candidates: readonly Candidate[];
  private readonly byDoc = new Map<Doc, Candidate[]>();
  private readonly standings = new Map<Candidate, Standing>();

  constructor(all: readonly Candidate[]) {
    this.candidates = distinct(all);
    for (const candidate of this.candidates) {
      for (const doc of docsOf(candidate)) {
        const list = this.byDoc.get(doc);
        if (list) list.push(candidate);
        else this.byDoc.set(doc, [candidate]);
      }
    }
  }

  rivalsOf(candidate: Candidate): Candidate[] {
    const rivals = new Set<Candidate>();
    for (const doc of docsOf(candidate)) for (const rival of this.byDoc.get(doc) ?? []) if (rival !== candidate) rivals.add(rival);
    return [...rivals];
  }

  standingOf(candidate: Candidate): Standing {
    if (!this.standings.has(candidate)) this.weigh(candidate);
    return this.standings.get(candidate) as Standing;
  }

  private weigh(candidate: Candidate): void {
    const component = this.componentOf(candidate);
    const shares = component ? combinedShares(component, component.map((each) => this.rivalsOf(each))) : null;
    if (component && shares) {
      const own = new Map(component.map((each, at) => [each, shares[at]]));
      for (const each of component) {
        const rivals = this.rivalsOf(each).reduce((sum, rival) => sum + (own.get(rival) ?? 0), 0);
        this.standings.set(each, { own: own.get(each) ?? 0, any: Math.min(1, (own.get(each) ?? 0) + rivals) });
      }
      return;
    }
    const odds = oddsOf(candidate);
    const rivals = this.rivalsOf(candidate).reduce((sum, rival) => sum + oddsOf(rival), 0);
    this.standings.set(candidate, { own: odds / (1 + odds + rivals), any: (odds + rivals) / (1 + odds + rivals) });
  }

  /** All candidates joined to this one by shared documents; `null` where they are too many. */
  private componentOf(start: Candidate): Candidate[] | null {
    const members = new Set([start]);
    for (const member of members) {
      for (const rival of this.rivalsOf(member)) members.add(rival);
      if (members.size > COMBINED_MAX) return null;
    }
    return [...members];
  }
}

/** Of readings of the same documents only the one with the best odds. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = SIDES.map((side) => candidate[side].map((doc) => doc.id).sort((a, b) => a - b).join(' ')).join('=');
    const known = best.get(key);
    if (!known || oddsOf(candidate) > oddsOf(known)) best.set(key, candidate);
  }
  return [...best.values()];
}

/** The share of each candidate in all ways to choose candidates that do not overlap; `null` where there are too many ways. */
function combinedShares(component: readonly Candidate[], rivals: readonly (readonly Candidate[])[]): number[] | null {
  const place = new Map(component.map((candidate, at) => [candidate, at]));
  const conflicts = rivals.map((each) => each.reduce((mask, rival) => mask | (1 << (place.get(rival) as number)), 0));
  const odds = component.map(oddsOf);
  const withCandidate = component.map(() => 0);
  const chosen: number[] = [];
  let total = 0;
  let ways = 0;
  const walk = (at: number, blocked: number, weight: number): void => {
    if (ways > COMBINATIONS_MAX) return;
    if (at === component.length) {
      ways++;
      total += weight;
      for (const each of chosen) withCandidate[each] += weight;
      return;
    }
    walk(at + 1, blocked, weight);
    if (blocked & (1 << at)) return;
    chosen.push(at);
    walk(at + 1, blocked | conflicts[at], weight * odds[at]);
    chosen.pop();
  };
  walk(0, 0, 1);
  return ways > COMBINATIONS_MAX ? null : withCandidate.map((weight) => weight / total);
}

/** Puts into force what is sure; returns how many. */
export function confirm(work: Work, candidates: readonly Candidate[]): number {
  const contest = new Contest(candidates);
  const sure = contest.candidates
    .filter((candidate) => !candidate.onlySuggest && candidate.chance <= CHANCE_MAX)
    .map((candidate) => ({ candidate, own: contest.standingOf(candidate).own }))
    .filter((each) => each.own >= work.desk.settings.confirmFrom)
    .sort((a, b) => rounded(b.own) - rounded(a.own) || compareContent(work, a.candidate, b.candidate));
  let settled = 0;
  for (const { candidate, own } of sure) {
    if (!isAlive(candidate)) continue;
    if (work.settle({ ...candidate, confidence: Math.min(CONFIRMED_CONFIDENCE_MAX, own), status: 'confirmed' })) settled++;
  }
  return settled;
}

/** Proposes the best of what is left, each with the readings that fit nearly as well. */
export function suggest(work: Work, candidates: readonly Candidate[]): number {
  const contest = new Contest(candidates);
  const ranked = contest.candidates
    .map((candidate) => ({ candidate, ...contest.standingOf(candidate) }))
    .filter((each) => each.any >= work.desk.settings.suggestFrom)
    .sort((a, b) => rounded(b.own) - rounded(a.own) || compareContent(work, a.candidate, b.candidate));
  let settled = 0;
  for (const { candidate, own } of ranked) {
    if (!isAlive(candidate)) continue;
    const alternatives = alternativesOf(contest, candidate);
    if (work.settle({ ...candidate, confidence: Math.min(SUGGESTED_CONFIDENCE_MAX, own), status: 'suggested', alternatives, evidence: withDoubt(candidate, alternatives.length) })) settled++;
  }
  return settled;
}

const rounded = (probability: number) => Math.round(probability * 1e6);

function withDoubt(candidate: Candidate, alternatives: number): Candidate['evidence'] {
  if (alternatives > 0) return [...candidate.evidence, { code: 'matching.alternatives', values: { count: alternatives } }];
  return candidate.chance > CHANCE_MAX ? [...candidate.evidence, { code: 'matching.coincidence' }] : candidate.evidence;
}

function alternativesOf(contest: Contest, candidate: Candidate): Draft['alternatives'] {
  return contest
    .rivalsOf(candidate)
    .filter((rival) => isAlive(rival) && oddsOf(rival) >= ALTERNATIVE_SHARE * oddsOf(candidate))
    .sort((a, b) => oddsOf(b) - oddsOf(a))
    .slice(0, ALTERNATIVES_MAX)
    .map((rival) => ({ ours: entriesOf(rival.ours), theirs: entriesOf(rival.theirs) }));
}

/** By what the entries say, the two sides weighing alike, so that neither row order nor the order of ledgers shows. */
function compareContent(work: Work, a: Candidate, b: Candidate): number {
  const [first, second] = [contentKey(work, a), contentKey(work, b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

const contentKeys = new WeakMap<Candidate, string>();

function contentKey(work: Work, candidate: Candidate): string {
  let key = contentKeys.get(candidate);
  if (key === undefined) {
    const sides = SIDES.map((side) => candidate[side].flatMap((doc) => doc.entries.map((entry) => contentOf(work.desk.books, side, entry))).sort().join('\n'));
    contentKeys.set(candidate, (key = sides.sort().join('\n\n')));
  }
  return key;
}

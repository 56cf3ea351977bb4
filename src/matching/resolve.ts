/**
 * The assignment for the account as a whole. Of competing candidates (`contest`) the surest come into force
 * first, which takes their documents from the others and may make those sure; what two readings explain equally
 * well is never confirmed, whichever stands first.
 */
import { SIDES } from '../ledger/books';
import type { Candidate } from './candidates';
import { Contest, oddsOf, type Contender, type Standing } from './contest';
import { entriesOf, isFree, sumOf } from './doc';
import { contentOf } from './gather';
import type { Match } from './reconciliation';
import { Said, type Told } from './told';
import type { Work } from './work';

/**
 * Coincidences up to which an agreement counts as evidence: of a thousand unrelated payments, over all kinds of
 * amounts, at most one may be confirmed.
 */
const CHANCE_MAX = 0.003;
const ALTERNATIVES_MAX = 5;
/** An alternative is worth showing from this share of the odds on. */
const ALTERNATIVE_SHARE = 0.1;
/** A suggestion is never shown as surer than this. */
const SUGGESTED_CONFIDENCE_MAX = 0.94;
const CONFIRMED_CONFIDENCE_MAX = 0.999;

const isAlive = (candidate: Candidate): boolean => candidate.ours.every(isFree) && candidate.theirs.every(isFree);

interface Ranked extends Standing {
  readonly contender: Contender;
}

/** Puts into force what is sure; returns how many. */
export function confirm(work: Work, candidates: readonly Candidate[]): number {
  const contest = new Contest(candidates);
  const sure: Ranked[] = [];
  for (const contender of contest.contenders) {
    if (contender.candidate.onlySuggest || contender.candidate.chance > CHANCE_MAX) continue;
    const { own, any } = contest.standingOf(contender);
    if (own >= work.desk.settings.confirmFrom) sure.push({ contender, own, any });
  }
  // What nobody else claims, and what leaves no difference to be listed, may come in any order.
  const isPlain = ({ contender }: Ranked) => contest.rivalsOf(contender).length === 0 && sumOf(contender.candidate.ours) === sumOf(contender.candidate.theirs);
  const rest = sure.filter((each) => !isPlain(each));
  const ordered = rest.length > 0 ? [...sure.filter(isPlain), ...inOrder(work, rest)] : sure;
  let settled = 0;
  for (const { contender: { candidate }, own } of ordered) {
    if (!isAlive(candidate)) continue;
    const { ours, theirs, rule, told } = candidate;
    if (work.settle({ ours, theirs, rule, told, confidence: Math.min(CONFIRMED_CONFIDENCE_MAX, own), status: 'confirmed' })) settled++;
  }
  return settled;
}

/** Proposes the best of what is left, each with the readings that fit nearly as well. */
export function suggest(work: Work, candidates: readonly Candidate[]): number {
  const contest = new Contest(candidates);
  const ranked = contest.contenders.map((contender): Ranked => ({ contender, ...contest.standingOf(contender) })).filter((each) => each.any >= work.desk.settings.suggestFrom);
  let settled = 0;
  for (const { contender, own } of inOrder(work, ranked)) {
    if (!isAlive(contender.candidate)) continue;
    const alternatives = alternativesOf(contest, contender);
    const { ours, theirs, rule } = contender.candidate;
    if (work.settle({ ours, theirs, rule, confidence: Math.min(SUGGESTED_CONFIDENCE_MAX, own), status: 'suggested', alternatives, told: withDoubt(contender.candidate, alternatives.length) })) settled++;
  }
  return settled;
}

const rounded = (probability: number) => Math.round(probability * 1e6);

function withDoubt(candidate: Candidate, alternatives: number): Told {
  if (alternatives > 0) return new Said([...candidate.told.messages(), { code: 'matching.alternatives', values: { count: alternatives } }]);
  return candidate.chance > CHANCE_MAX ? new Said([...candidate.told.messages(), { code: 'matching.coincidence' }]) : candidate.told;
}

function alternativesOf(contest: Contest, contender: Contender): Match['alternatives'] {
  return contest
    .rivalsOf(contender)
    .map(({ candidate }) => candidate)
    .filter((rival) => isAlive(rival) && oddsOf(rival) >= ALTERNATIVE_SHARE * contender.odds)
    .sort((a, b) => oddsOf(b) - oddsOf(a))
    .slice(0, ALTERNATIVES_MAX)
    .map((rival) => ({ ours: entriesOf(rival.ours), theirs: entriesOf(rival.theirs) }));
}

/** The surest first, then by what the entries say, the two sides weighing alike, so that neither row order nor the order of ledgers shows. */
function inOrder(work: Work, ranked: readonly Ranked[]): Ranked[] {
  const keys = new Map<Candidate, string>();
  const keyOf = (candidate: Candidate): string => {
    let key = keys.get(candidate);
    if (key === undefined) keys.set(candidate, (key = contentKey(work, candidate)));
    return key;
  };
  const compareContent = (a: Candidate, b: Candidate): number => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0);
  return [...ranked].sort((a, b) => rounded(b.own) - rounded(a.own) || compareContent(a.contender.candidate, b.contender.candidate));
}

function contentKey(work: Work, candidate: Candidate): string {
  const sides = SIDES.map((side) => candidate[side].flatMap((doc) => doc.entries.map((entry) => contentOf(work.desk.books, side, entry))).sort().join('\n'));
  return sides.sort().join('\n\n');
}

/**
 * The assignment for the account as a whole. Of competing candidates (`contest`) the surest come into force
 * first, which takes their documents from the others and may make those sure; what two readings explain equally
 * well is never confirmed, whichever stands first.
 */
import { SIDES } from '../ledger/books';
import type { Candidate } from './candidates';
import { Contest, oddsOf, type Contender } from './contest';
import { entriesOf, isFree, sumOf, type Doc } from './doc';
import { contentOf } from './gather';
import { ascend } from './sorting';
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

/** True where it may be confirmed, if nothing speaks against it. */
const isEvident = (candidate: Candidate): boolean => !candidate.onlySuggest && candidate.chance <= CHANCE_MAX;
const isAlive = (candidate: Candidate): boolean => candidate.ours.every(isFree) && candidate.theirs.every(isFree);

interface Ranked {
  readonly contender: Contender;
  readonly own: number;
  /** `own` in millionths: no surer than that is none the surer. */
  readonly millionths: number;
  /** What its documents say, as `ContentOrder` has it; there when first compared. */
  content: readonly number[] | null;
}

const rankedBy = (contender: Contender, own: number): Ranked => ({ contender, own, millionths: Math.round(own * 1e6), content: null });

/** Puts into force what is sure; returns how many. */
export function confirm(work: Work, candidates: readonly Candidate[]): number {
  if (!candidates.some(isEvident)) return 0;
  const contest = new Contest(candidates);
  const sure: Ranked[] = [];
  for (const contender of contest.contenders) {
    if (!isEvident(contender.candidate)) continue;
    const { own } = contest.standingOf(contender);
    if (own >= work.desk.settings.confirmFrom) sure.push(rankedBy(contender, own));
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
  const ranked: Ranked[] = [];
  for (const contender of contest.contenders) {
    const { own, any } = contest.standingOf(contender);
    if (any >= work.desk.settings.suggestFrom) ranked.push(rankedBy(contender, own));
  }
  let settled = 0;
  for (const { contender, own } of inOrder(work, ranked)) {
    if (!isAlive(contender.candidate)) continue;
    const alternatives = alternativesOf(contest, contender);
    const { ours, theirs, rule } = contender.candidate;
    if (work.settle({ ours, theirs, rule, confidence: Math.min(SUGGESTED_CONFIDENCE_MAX, own), status: 'suggested', alternatives, told: withDoubt(contender.candidate, alternatives.length) })) settled++;
  }
  return settled;
}

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
  const order = new ContentOrder(work, ranked);
  return [...ranked].sort((a, b) => b.millionths - a.millionths || order.compare(a, b));
}

/** The order of candidates by what their documents say. Where an amount is everybody's each document is in dozens: its text is made and placed once. */
class ContentOrder {
  private readonly ranks = new Map<Doc, number>();

  constructor(work: Work, ranked: readonly Ranked[]) {
    const docs = new Set(ranked.flatMap(({ contender: { candidate } }) => [...candidate.ours, ...candidate.theirs]));
    const said = Array.from(docs, (doc) => ({ doc, text: doc.entries.map((entry) => contentOf(work.desk.books, doc.side, entry)).sort().join('\n') }));
    said.sort((a, b) => compareTexts(a.text, b.text));
    // Documents that say the same share a rank.
    said.forEach(({ doc, text }, at) => this.ranks.set(doc, at > 0 && text === said[at - 1].text ? (this.ranks.get(said[at - 1].doc) as number) : at));
  }

  compare(a: Ranked, b: Ranked): number {
    return compareRanks((a.content ??= this.of(a.contender.candidate)), (b.content ??= this.of(b.contender.candidate)));
  }

  /** The ranks of one side, then of the other, the side that comes first before. */
  private of(candidate: Candidate): number[] {
    const [ours, theirs] = SIDES.map((side) => ascend(candidate[side].map((doc) => this.ranks.get(doc) as number)));
    return compareRanks(ours, theirs) <= 0 ? [...ours, END_OF_SIDE, ...theirs] : [...theirs, END_OF_SIDE, ...ours];
  }
}

/** Below every rank: the shorter side comes first where it begins as the longer does. */
const END_OF_SIDE = -1;

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length && at < b.length; at++) if (a[at] !== b[at]) return a[at] - b[at];
  return a.length - b.length;
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

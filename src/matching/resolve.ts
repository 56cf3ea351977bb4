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
  /** What its documents say, as `Contents` has it; there when first compared. */
  content: SidesContent | null;
}

/** The texts of the two sides, the smaller first. */
type SidesContent = readonly [string, string];

/** Puts into force what is sure; returns how many. */
export function confirm(work: Work, candidates: readonly Candidate[]): number {
  if (!candidates.some(isEvident)) return 0;
  const contest = new Contest(candidates);
  const sure: Ranked[] = [];
  for (const contender of contest.contenders) {
    if (!isEvident(contender.candidate)) continue;
    const { own } = contest.standingOf(contender);
    if (own >= work.desk.settings.confirmFrom) sure.push({ contender, own, content: null });
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
    if (any >= work.desk.settings.suggestFrom) ranked.push({ contender, own, content: null });
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
  const contents = new Contents(work);
  return [...ranked].sort((a, b) => rounded(b.own) - rounded(a.own) || contents.compare(a, b));
}

/** What the documents of one account say, as texts that sort. */
class Contents {
  private readonly ofDocs = new Map<Doc, string>();

  constructor(private readonly work: Work) {}

  compare(a: Ranked, b: Ranked): number {
    const [first, second] = [(a.content ??= this.of(a.contender.candidate)), (b.content ??= this.of(b.contender.candidate))];
    return compareTexts(first[0], second[0]) || compareTexts(first[1], second[1]);
  }

  private of(candidate: Candidate): SidesContent {
    const [ours, theirs] = SIDES.map((side) => candidate[side].map((doc) => this.ofDoc(doc)).sort().join('\n'));
    return ours < theirs ? [ours, theirs] : [theirs, ours];
  }

  /** A document is in many candidates where many cost the same. */
  private ofDoc(doc: Doc): string {
    let content = this.ofDocs.get(doc);
    if (content === undefined) this.ofDocs.set(doc, (content = doc.entries.map((entry) => contentOf(this.work.desk.books, doc.side, entry)).sort().join('\n')));
    return content;
  }
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

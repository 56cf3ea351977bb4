/**
 * Passes for amounts that differ, after all that agree to the cent are gone: documents that name each other at
 * different amounts, pairs apart by a difference one recognises, a payment booked gross by them and net by us.
 * A match with a difference is shown as a match and as a reconciling item; nothing is swallowed.
 */
import { minorPerMajor } from '../units/money';
import type { Message } from '../texts';
import type { Findings } from './across';
import type { Candidate } from './candidates';
import { aroundDay, isFree, sameFamily, signOf, sumOf, type Doc } from './doc';
import { questionsOf, sums } from './combine';
import { Evidence, nameEvidence, ratioOf } from './evidence';
import { tie } from './named';
import { recognise, type Recognised } from './recognise';
import { suggest } from './resolve';
import { namedOnBothSides, Said } from './told';
import { secondBookings } from './seconds';
import { exactCandidates, settleRounds } from './weighed';
import type { Work } from './work';

/** Named, but this much apart without a reason one recognises: still the document. Up to the second share, perhaps. */
const NAMED_SHARE_SURE = 0.2;
const NAMED_SHARE_MAX = 0.6;
/** How often a number is named by a slip and the amounts still differ in a way one recognises, or by little. */
const NAMED_CHANCE = 1e-4;
const NAMED_APART_CHANCE = 1e-3;
/** Unequal bookings are rarer than equal ones. */
const APART_SHARE = 0.05;
/** A payment less its deductions is seldom less than this share of it. */
const NET_SHARE_MIN = 0.6;
/** Apart by less than this share, with numbers that speak for it this strongly. */
const NEAR_SHARE = 0.1;
const NEAR_SUPPORT_MIN = 5;
const NEIGHBOURS_MAX = 60;
const SUGGEST_ROUNDS_MAX = 4;

export function matchDifferences(work: Work, findings: Findings): void {
  if (!work.desk.isOpen) return;
  // What is on the wrong account, or booked twice, is explained already.
  const seconds = secondBookings(work.desk);
  const isAway = (doc: Doc) => findings.of(doc.side, doc.entries[0])?.category === 'misposted' || seconds.has(doc);
  const stays = (candidate: Candidate) => !candidate.ours.some(isAway) && !candidate.theirs.some(isAway);
  const hubs = tie(work.desk);
  const neighbours = nearbyPairs(work);
  const all = (evidence: Evidence) => {
    const questions = questionsOf(work, evidence);
    return [...exactCandidates(work, evidence, questions), ...namedApart(work, hubs), ...nearbyApart(work, evidence, neighbours), ...sums(work, questions, evidence, { tolerant: true })].filter(stays);
  };
  let { candidates } = settleRounds(work, all);
  for (let round = 1; suggest(work, candidates) > 0 && round < SUGGEST_ROUNDS_MAX; round++) candidates = all(new Evidence(work));
}

/** A document and all that is tied to it, at different amounts. */
function namedApart(work: Work, hubs: readonly Doc[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (const hub of hubs) {
    const tied = hub.tied.filter((doc) => isFree(doc) && sameFamily(doc, hub));
    const candidate = apart(work, hub, tied);
    if (candidate) candidates.push(candidate);
  }
  return candidates;
}

function apart(work: Work, hub: Doc, tied: readonly Doc[]): Candidate | null {
  const sum = sumOf(tied);
  if (signOf(sum) !== signOf(hub.amountMinor) || sum === hub.amountMinor) return null;
  const share = Math.abs(sum - hub.amountMinor) / Math.max(Math.abs(sum), Math.abs(hub.amountMinor));
  const [ours, theirs] = hub.side === 'ours' ? [[hub], tied] : [tied, [hub]];
  const recognised = recognise(work.desk, ours, theirs);
  if (!recognised && share > NAMED_SHARE_MAX) return null;
  const chance = recognised ? NAMED_CHANCE : share <= NAMED_SHARE_SURE ? NAMED_APART_CHANCE : share;
  return {
    ours, theirs, rule: recognised ? 'recognised-difference' : 'document-amount-differs', prior: 1, chance, onlySuggest: false,
    told: new Said([...namedOnBothSides(work.desk, ours, theirs).messages(), ...(recognised ? [recognised.message] : [])]),
  };
}

/** Two papers near in time whose amounts differ. */
interface NearbyPair {
  readonly our: Doc;
  readonly their: Doc;
  /** How they differ; `null` where one does not recognise it, but they are payments, or not far apart. */
  readonly recognised: Recognised | null;
}

/** Pairs of neighbours worth weighing, as the documents lie before any is suggested: what their amounts and dates say stays so, whatever is taken. */
function nearbyPairs(work: Work): readonly NearbyPair[] {
  const [ours, theirs] = [work.desk.free('ours'), work.desk.free('theirs')];
  const pairs: NearbyPair[] = [];
  for (const our of ours) {
    for (const their of aroundDay(theirs, our.day, work.clocks.windowDays, NEIGHBOURS_MAX)) {
      if (!sameFamily(our, their) || signOf(our.amountMinor) !== signOf(their.amountMinor) || our.amountMinor === their.amountMinor) continue;
      if (work.clocks.lagDensity(our, their) <= 0) continue;
      const recognised = recognise(work.desk, our.alone, their.alone);
      // Most neighbours are simply other bookings: their numbers need not be read.
      if (recognised || isMoney(our, their) || shareApart(our, their) <= NEAR_SHARE) pairs.push({ our, their, recognised });
    }
  }
  return pairs;
}

const isMoney = (our: Doc, their: Doc): boolean => our.family === 'money' && their.family === 'money';

const shareApart = (our: Doc, their: Doc): number => Math.abs(our.amountMinor - their.amountMinor) / Math.max(Math.abs(our.amountMinor), Math.abs(their.amountMinor));

/** Pairs without a number between them whose amounts differ in a way one recognises. */
function nearbyApart(work: Work, evidence: Evidence, pairs: readonly NearbyPair[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (const pair of pairs) {
    const candidate = isFree(pair.our) && isFree(pair.their) ? pairApart(work, evidence, pair) : null;
    if (candidate) candidates.push(candidate);
  }
  return candidates;
}

function pairApart(work: Work, evidence: Evidence, { our, their, recognised }: NearbyPair): Candidate | null {
  const names = nameEvidence(work.desk, our, their);
  if (names === 'named' || names === 'another') return null;
  const support = ratioOf(names) * work.clocks.orderRatio(our, their);
  const reason = recognised?.message ?? (isMoney(our, their) ? netOfDeductions(work, our, their) : null) ?? nearEnough(work, our, their, support);
  if (!reason) return null;
  const common = Math.max(work.amounts.frequency(our.amountMinor, our.family), work.amounts.frequency(their.amountMinor, our.family));
  const frequency = recognised ? Math.max(recognised.frequency, common) : our.family === 'money' ? 1 - NET_SHARE_MIN : NEAR_SHARE;
  const chance = (frequency * evidence.rivals(our, their)) / support;
  return { ours: our.alone, theirs: their.alone, rule: 'recognised-difference', prior: APART_SHARE, chance, told: new Said([reason]), onlySuggest: !recognised || names === 'unknown' };
}

/** Apart by a little without a reason one recognises: worth a look only where the numbers speak for it. */
function nearEnough(work: Work, our: Doc, their: Doc, support: number): Message | null {
  const difference = Math.abs(our.amountMinor - their.amountMinor);
  if (support < NEAR_SUPPORT_MIN || shareApart(our, their) > NEAR_SHARE) return null;
  return { code: 'matching.difference.near', values: { difference: { amountMinor: difference, currency: work.desk.currency } } };
}

/** Payments: one side books what it settles, the other what arrives: the rest are deductions without a credit note. */
function netOfDeductions(work: Work, our: Doc, their: Doc): Message | null {
  const [ourSize, theirSize] = [Math.abs(our.amountMinor), Math.abs(their.amountMinor)];
  const share = Math.min(ourSize, theirSize) / Math.max(ourSize, theirSize);
  if (share < NET_SHARE_MIN || Math.abs(their.amountMinor) < minorPerMajor(work.desk.currency)) return null;
  return { code: 'matching.difference.net-of-deductions', values: { difference: { amountMinor: Math.abs(our.amountMinor - their.amountMinor), currency: work.desk.currency } } };
}

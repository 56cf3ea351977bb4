/**
 * Candidates: sums. Several documents of one side are one of the other: deliveries booked together, a payment
 * received in parts, a payment less its credit notes. The search is one-sided (one document against sets of
 * the other side's), bounded, and counted. It asks in turn, from the narrowest question to the widest:
 *
 * 1. neighbours: a run of free documents next to each other, where numbers run parallel or days follow;
 * 2. documents that stand where the order of numbers expects them;
 * 3. any free documents of the time.
 *
 * A hit is worth as much as the question was narrow: its chance is the number of sets that the question
 * allows, times how often an unrelated sum is exactly this one.
 */
import type { Message } from '../texts';
import { aroundDay, isFree, NO_DOCS, otherSide, sameFamily, signOf, sumOf, tiedAlike, type Doc } from './doc';
import type { Candidate } from './candidates';
import { standing, type Evidence } from './evidence';
import { searchSums, searchRuns } from './sums';
import { namedOnBothSides, Said } from './told';
import type { Work } from './work';

const POOL_MAX = 24;
/** Documents of the time that are looked at for the pool. */
const NEIGHBOURS_MAX = 300;
const SIZE_MAX = 8;
/** What is booked together lies within this many days. */
const SPREAD_DAYS = 31;
/** Parts of one booking follow each other within this many days. */
const PARTS_DAYS = 3;
/** Documents less plausible in time than this share of the best are left out of the pool. */
const PLAUSIBLE_SHARE = 0.05;
/** How often a booking is one of several documents. */
const MERGED_SHARE = 0.2;
/** Of sums with more coincidences than this nothing is said at all. */
const CHANCE_WORTH_SAYING = 3;
/** Standing where the order of numbers expects it. */
const IN_ORDER_RATIO = 2;

export interface SumOptions {
  /** Sums may be off by the tolerance of the settings: to suggest, never to confirm. */
  readonly tolerant?: boolean;
}

/** Sets that add up to what the questions ask for. */
export function sums(work: Work, questions: readonly Question[], evidence: Evidence, options: SumOptions = {}): Candidate[] {
  return questions.flatMap((question) => answers(work, evidence, question, options));
}

/** What there is to ask, as the documents lie. */
export function questionsOf(work: Work, evidence: Evidence): Question[] {
  const { free } = evidence;
  const questions: Question[] = [];
  for (const side of ['theirs', 'ours'] as const) {
    const others = free[otherSide(side)];
    if (others.length === 0) continue;
    const least = others.reduce((least, doc) => Math.min(least, Math.abs(doc.amountMinor)), Number.POSITIVE_INFINITY);
    for (const hub of free[side]) {
      // Nothing of the other side is small enough to be a part of it.
      if (Math.abs(hub.amountMinor) <= least && hub.tied.length === 0) continue;
      const question = questionOf(work, hub, evidence);
      if (question) questions.push(question);
    }
  }
  return questions;
}

/** One document, what of it is settled by name, and who may make up the rest. */
export interface Question {
  readonly hub: Doc;
  readonly tied: readonly Doc[];
  readonly rest: number;
  readonly pool: readonly Doc[];
  /** How many documents make up the rest, where the line says so; 0 = it does not. */
  readonly count: number;
}

function questionOf(work: Work, hub: Doc, evidence: Evidence): Question | null {
  const tied = tiedAlike(hub);
  const rest = hub.amountMinor - sumOf(tied);
  if (signOf(rest) !== signOf(hub.amountMinor)) return null;
  const count = hub.naming.documentCount > tied.length ? hub.naming.documentCount - tied.length : 0;
  if (tied.length === 0 && count === 0 && isSpokenFor(work, hub)) return null;
  const others = otherSide(hub.side);
  // The exact one first: a document of that amount goes before any that add up to it.
  if (tied.length === 0 && count === 0 && isOneOf(evidence.byAmount(others).get(rest) ?? NO_DOCS, hub, work.clocks.windowDays)) return null;
  const pool = poolOf(work, hub, tied, rest, evidence.free[others]);
  return pool.length + tied.length >= 2 ? { hub, tied, rest, pool, count } : null;
}

function isOneOf(docs: readonly Doc[], hub: Doc, windowDays: number): boolean {
  for (const doc of docs) if (Math.abs(doc.day - hub.day) <= windowDays && sameFamily(hub, doc)) return true;
  return false;
}

/** It names one known document and has nothing open there: a slip or a second booking, not a sum. */
function isSpokenFor(work: Work, hub: Doc): boolean {
  return hub.family === 'goods' && standing(work.desk, hub) === 'another';
}

function poolOf(work: Work, hub: Doc, tied: readonly Doc[], rest: number, others: readonly Doc[]): readonly Doc[] {
  const placed: Doc[] = [];
  const plausible: number[] = [];
  let best = 0;
  for (const doc of aroundDay(others, hub.day, work.clocks.windowDays, NEIGHBOURS_MAX)) {
    if (!couldBePart(hub, doc, tied, rest)) continue;
    const plausibility = plausibilityOf(work, hub, doc);
    best = Math.max(best, plausibility);
    placed.push(doc);
    plausible.push(plausibility);
  }
  const kept: Doc[] = [];
  for (let at = 0; at < placed.length; at++) if (plausible[at] >= PLAUSIBLE_SHARE * best) kept.push(placed[at]);
  if (kept.length > POOL_MAX) {
    const inOrder = new Set(kept.filter((doc) => work.clocks.orderRatio(hub, doc) >= IN_ORDER_RATIO));
    kept.sort((a, b) => Number(inOrder.has(b)) - Number(inOrder.has(a)) || Math.abs(a.day - hub.day) - Math.abs(b.day - hub.day) || a.id - b.id);
    kept.length = POOL_MAX;
    work.cutShort('sums', hub.amountMinor);
  }
  return kept.sort(byNumberThenDay);
}

/** Smaller than what they make up, in its direction, and nobody else's. */
function couldBePart(hub: Doc, doc: Doc, tied: readonly Doc[], rest: number): boolean {
  const { amountMinor } = doc;
  if (signOf(amountMinor) !== signOf(hub.amountMinor) || !canBePart(hub, doc)) return false;
  const [size, whole] = [Math.abs(amountMinor), Math.abs(rest)];
  if (size > whole || (size === whole && tied.length === 0)) return false;
  return !(tied.length > 0 && tied.includes(doc)) && !(doc.tied.length > 0 && doc.tied.some(isFree));
}

/** Parts are of the same family; a payment's parts may be credit notes. */
const canBePart = (hub: Doc, doc: Doc): boolean => sameFamily(hub, doc) || (hub.family === 'money' && doc.family === 'deduction');

/** The likeliest lag, were it one of several: what is booked together lies up to a month back, what is booked in parts is booked within days. */
function plausibilityOf(work: Work, hub: Doc, doc: Doc): number {
  const clock = work.clocks.clockOf(hub.side === 'ours' ? hub : doc);
  const forward = hub.side === 'ours' ? 1 : -1;
  const apart = hub.day - doc.day;
  const reach = hub.family === 'goods' && apart >= 0 && work.clocks.laterSide(hub) !== otherSide(hub.side) ? SPREAD_DAYS : PARTS_DAYS;
  return clock.densestTowardsNone(-forward * apart, reach);
}

const byNumberThenDay = (a: Doc, b: Doc): number => (a.order && b.order && a.order.prefix === b.order.prefix ? a.order.digits - b.order.digits : 0) || a.day - b.day || a.id - b.id;

interface Hit {
  readonly set: readonly Doc[];
  /** Sets that the question allowed. */
  readonly tried: number;
  readonly chance: number;
}

function answers(work: Work, evidence: Evidence, question: Question, options: SumOptions): Candidate[] {
  const { hub, pool, rest, tied } = question;
  const best = new Map<string, Hit>();
  const keep = (hit: Hit, isSearched = false) => {
    const key = hit.set.map((doc) => doc.id).join(' ');
    const known = best.get(key);
    // A run is a narrow question, but its sum is no rarer than the sums of the pool show.
    const asRare = known && isSearched ? { ...known, chance: Math.max(known.chance, (hit.chance / Math.max(1, hit.tried)) * known.tried) } : known;
    best.set(key, asRare && asRare.chance <= hit.chance ? asRare : hit);
  };
  const sizeMin = tied.length ? 1 : 2;
  const inOrder = pool.filter((doc) => work.clocks.orderRatio(hub, doc) >= IN_ORDER_RATIO);
  if (!options.tolerant && question.count === 0) {
    const near = inOrder.length >= sizeMin ? inOrder : pool;
    const runs = searchRuns(near.map((doc) => doc.amountMinor), rest, sizeMin);
    for (const [from, to] of runs.hits) keep({ set: near.slice(from, to), tried: runs.tried, chance: runs.tried * work.amounts.frequency(rest, hub.family) });
  }
  for (const part of inOrder.length >= sizeMin && inOrder.length < pool.length ? [inOrder, pool] : [pool]) for (const hit of searchPool(work, question, part, sizeMin, options)) keep(hit, true);
  return [...best.values()].filter((hit) => hit.chance <= CHANCE_WORTH_SAYING).map((hit) => candidateOf(work, evidence, question, hit, options));
}

function searchPool(work: Work, question: Question, pool: readonly Doc[], sizeMin: number, options: SumOptions): Hit[] {
  const settings = work.desk.settings;
  const toleranceMinor = options.tolerant ? Math.floor(Math.max(settings.toleranceMinor, settings.toleranceShare * Math.abs(question.rest) * (1 + 1e-9))) : 0;
  const sizes = question.count > 0 ? { min: question.count, max: question.count } : { min: sizeMin, max: options.tolerant ? 4 : SIZE_MAX };
  const key = [question.hub.side, question.hub.id, question.rest, toleranceMinor, sizes.min, sizes.max, ...pool.map((doc) => doc.id)].join(' ');
  const search = work.remember(key, () => searchSums(pool.map((doc) => doc.amountMinor), question.rest, { ...sizes, toleranceMinor, budget: work.sumsBudget, coincidenceShare: work.amounts.coincidenceShare(question.rest) }));
  if (search.cutShort) work.cutShort('sums', question.hub.amountMinor);
  return search.hits.map((hit) => {
    const upTo = (bySize: readonly number[]) => bySize.slice(0, hit.length + 1).reduce((sum, each) => sum + each, 0);
    return { set: hit.map((at) => pool[at]), tried: upTo(search.triedBySize), chance: upTo(search.expectedBySize) };
  });
}

function candidateOf(work: Work, evidence: Evidence, question: Question, hit: Hit, options: SumOptions): Candidate {
  const { hub, tied } = question;
  const set = [...tied, ...hit.set];
  const [ours, theirs] = hub.side === 'ours' ? [[hub], set] : [set, [hub]];
  let support = tied.length ? evidence.nameRatio(hub, tied[0]) : 1;
  for (const doc of hit.set) support *= Math.max(1, evidence.nameRatio(hub, doc));
  const chance = hit.chance / Math.max(1, support);
  const rule = tied.length && hub.family !== 'money' ? 'document-group' : ruleOf(hub, set);
  return {
    ours, theirs, rule, prior: MERGED_SHARE, chance, onlySuggest: options.tolerant ?? false,
    told: new Said([...(tied.length ? namedOnBothSides(work.desk, ours, theirs).messages() : []), ...sumEvidence(work, question, hit)]),
  };
}

function ruleOf(hub: Doc, set: readonly Doc[]): Candidate['rule'] {
  if (hub.family === 'money' && set.some((doc) => doc.family === 'deduction')) return 'net-of-deductions';
  return hub.family === 'money' ? 'split-payment' : 'sum';
}

function sumEvidence(work: Work, question: Question, hit: Hit): Message[] {
  const { hub, count, tied } = question;
  const amount = { amountMinor: Math.abs(hub.amountMinor), currency: work.desk.currency };
  const messages: Message[] = [{ code: 'matching.adds-up', values: { count: hit.set.length + tied.length, amount } }];
  if (count > 0) messages.push({ code: 'matching.says-count', values: { count: hub.naming.documentCount } });
  messages.push({ code: 'matching.adds-up-only', values: { tried: Math.round(hit.tried), expected: hit.chance.toPrecision(1) } });
  return messages;
}

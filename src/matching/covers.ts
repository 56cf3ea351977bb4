/**
 * Candidates: line by line. One document of ours in three lines, booked by them in three lines of which two name
 * it and the third says nothing; or none of the three does, all booked on one day. Each line finds its equal;
 * together they are the document. The same the other way round.
 */
import { NO_DAY } from '../units/units';
import { otherSide, sameFamily, signOf, sumOf, tiedAlike, type Doc } from './doc';
import type { Candidate } from './candidates';
import type { Evidence } from './evidence';
import { nameEvidence, names } from './evidence';
import { namedOnBothSides, Said } from './told';
import type { Work } from './work';

/** How often the lines of one delivery are booked on one day. */
const SAME_DAY_SHARE = 0.95;
/** Parts of one booking follow each other within this many days. */
const PARTS_DAYS = 3;
/** How often a document that is named is booked only in part, so that a stranger could seem to be the rest. */
const PARTLY_BOOKED_SHARE = 0.05;
const LINES_MAX = 40;
const EQUALS_MAX = 40;

export function covers(work: Work, evidence: Evidence): Candidate[] {
  const candidates: Candidate[] = [];
  for (const side of ['ours', 'theirs'] as const) {
    for (const hub of evidence.free[side]) {
      if (hub.amountMinor === 0 || (hub.entries.length < 2 && hub.tied.length === 0)) continue;
      const others = evidence.byAmount(otherSide(side));
      const tied = tiedAlike(hub);
      const sets = [...coverByLines(work, hub, tied, others), ...completeByRest(hub, tied.filter((doc) => names(doc, hub)), tied, others)];
      for (const set of distinct(sets)) candidates.push(candidateOf(work, evidence, hub, set, tied));
    }
  }
  return candidates;
}

/** One set per day on which every line that is not tied finds its equal. */
function coverByLines(work: Work, hub: Doc, tied: readonly Doc[], others: ReadonlyMap<number, readonly Doc[]>): Doc[][] {
  if (hub.entries.length > LINES_MAX) return [];
  const amounts = work.desk.ledger(hub.side).amountMinor;
  for (const entry of hub.entries) if (!others.has(amounts[entry])) return [];
  const lines = hub.entries.map((entry) => amounts[entry]);
  const fits = (doc: Doc) => sameFamily(hub, doc) && (tied.includes(doc) || isLoose(work, hub, doc));
  const equals = new Map([...new Set(lines)].map((amount) => [amount, (others.get(amount) ?? []).filter(fits).slice(0, EQUALS_MAX)]));
  const days = new Set([...equals.values()].flat().map((doc) => doc.day));
  const sets: Doc[][] = [];
  for (const day of days) {
    const set = coverOnDay(lines, equals, tied, day);
    if (set) sets.push(set);
  }
  return sets;
}

/** Lines take tied documents first, then those of the day; `null` where a line stays bare. */
function coverOnDay(lines: readonly number[], equals: ReadonlyMap<number, readonly Doc[]>, tied: readonly Doc[], day: number): Doc[] | null {
  const taken = new Set<Doc>();
  for (const line of lines) {
    const free = (equals.get(line) ?? []).filter((doc) => !taken.has(doc));
    const found = free.find((doc) => tied.includes(doc) && doc.day === day) ?? free.find((doc) => doc.day === day) ?? free.find((doc) => tied.includes(doc));
    if (!found) return null;
    taken.add(found);
  }
  return [...taken];
}

/** The parts that name the document, and one more that makes up the rest. Where it names them, it is a sum of theirs. */
function completeByRest(hub: Doc, naming: readonly Doc[], tied: readonly Doc[], others: ReadonlyMap<number, readonly Doc[]>): Doc[][] {
  if (naming.length === 0) return [];
  const rest = hub.amountMinor - sumOf(tied);
  if (signOf(rest) !== signOf(hub.amountMinor)) return [];
  const netted = (doc: Doc) => hub.family === 'money' && doc.family === 'deduction';
  return (others.get(rest) ?? []).filter((doc) => !tied.includes(doc) && (sameFamily(hub, doc) || netted(doc))).map((doc) => [...tied, doc]);
}

/** A line that says nothing of its number, or says it with a slip. */
function isLoose(work: Work, hub: Doc, doc: Doc): boolean {
  return nameEvidence(work.desk, hub, doc) !== 'another' || doc.naming.numbers.length === 0;
}

function distinct(sets: readonly Doc[][]): Doc[][] {
  const seen = new Set<string>();
  return sets.filter((set) => {
    const key = set.map((doc) => doc.id).sort((a, b) => a - b).join(' ');
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew && set.length > 1;
  });
}

function candidateOf(work: Work, evidence: Evidence, hub: Doc, set: readonly Doc[], tied: readonly Doc[]): Candidate {
  const named = set.filter((doc) => tied.includes(doc));
  const anchor = named[0] ?? set[0];
  let chance = named.length ? PARTLY_BOOKED_SHARE : evidence.rivals(hub, anchor);
  for (const doc of set) if (!tied.includes(doc)) chance *= Math.min(1, strangers(work, evidence, hub, doc, anchor, named.length > 0));
  const [ours, theirs] = hub.side === 'ours' ? [[hub], set] : [set, [hub]];
  const rule = named.length ? (hub.family === 'money' && set.some((doc) => doc.family === 'deduction') ? 'net-of-deductions' : 'document-group') : 'document-total';
  const lines = { code: 'matching.line-by-line', values: { count: set.length } };
  // A rest booked on some other day may be the rest: for people to say.
  const onlySuggest = hub.family === 'goods' && set.some((doc) => !tied.includes(doc) && Math.abs(doc.day - anchor.day) > PARTS_DAYS);
  return { ours, theirs, rule, prior: 1, chance, onlySuggest, told: new Said(named.length ? [...namedOnBothSides(work.desk, ours, theirs).messages(), lines] : [lines]) };
}

/** Strangers that would look as good in the place of a line that does not name the document. */
function strangers(work: Work, evidence: Evidence, hub: Doc, doc: Doc, anchor: Doc, hasNamed: boolean): number {
  const frequency = work.amounts.frequency(doc.amountMinor, hub.family);
  const support = evidence.nameRatio(hub, doc) * Math.max(1, work.clocks.orderRatio(hub, doc));
  const onAnchorDay = doc.day === anchor.day && doc.day !== NO_DAY;
  // On the day of its sisters only the strangers of that day compete; on another day all of the time do, and it is rare.
  const rivals = onAnchorDay ? evidence.othersOnDay(doc) / SAME_DAY_SHARE : Math.max(1, evidence.rivals(hub, doc)) / (hasNamed ? 1 - SAME_DAY_SHARE : 1);
  return (frequency * rivals) / support;
}

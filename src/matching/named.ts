/**
 * Pass: document numbers. A line of theirs that names our delivery is that delivery; a line that names three
 * is the three; three lines that name one are its parts. Documents tied by names form components; within one,
 * the finest reading whose amounts agree wins, so that a slip in one number does not weld strangers together.
 */
import { NO_DAY } from '../units/units';
import type { Message } from '../texts';
import { isFree, sameFamily, signOf, type Desk, type Doc } from './desk';
import { samePrefix } from './references';
import { uniqueSubset } from './sums';
import type { Work } from './work';

/** Documents of the other side that each document names or is named by, as the same booking. */
export type Ties = ReadonlyMap<Doc, readonly Doc[]>;

/** Members of one component tried together; larger ones keep only the finer readings. */
const SUBSET_MEMBERS_MAX = 14;

export function matchNamed(work: Work): Ties {
  const ties = tiesOf(work.desk);
  const hubs = [...ties.keys()].sort(bySideAndContent);
  settlePairs(work, ties, hubs);
  settleHubs(work, ties, hubs, wholeHub);
  settleHubs(work, ties, hubs, partOfHub);
  settleComponents(work, ties, hubs);
  return ties;
}

const bySideAndContent = (a: Doc, b: Doc) => a.day - b.day || a.amountMinor - b.amountMinor || (a.side < b.side ? -1 : a.side > b.side ? 1 : a.id - b.id);

export function tiesOf(desk: Desk): Ties {
  const ties = new Map<Doc, Set<Doc>>();
  const of = (doc: Doc) => {
    let others = ties.get(doc);
    if (!others) ties.set(doc, (others = new Set()));
    return others;
  };
  const tie = (a: Doc, b: Doc) => {
    of(a).add(b);
    of(b).add(a);
  };
  for (const side of ['ours', 'theirs'] as const) {
    for (const doc of desk.docs[side]) if (isFree(doc)) for (const other of namedBy(desk, doc)) tie(doc, other);
  }
  for (const [a, b] of payingTheSame(desk)) tie(a, b);
  return new Map([...ties].map(([doc, others]) => [doc, [...others].sort(bySideAndContent)]));
}

/** The other side's documents that this one names and could be. */
function namedBy(desk: Desk, doc: Doc): Doc[] {
  const side = doc.side === 'ours' ? 'theirs' : 'ours';
  const found: Doc[] = [];
  for (const number of doc.naming.numbers) {
    for (const other of desk.withDigits(side, number.digits)) if (couldBe(doc, other) && other.numbers.some((own) => own.digits === number.digits && samePrefix(own.prefix, number.prefix))) found.push(other);
  }
  for (const range of doc.naming.ranges) {
    for (let value = range.from; value <= range.to; value++) {
      for (const other of desk.withDigits(side, String(value))) if (couldBe(doc, other) && other.numbers.some((own) => samePrefix(own.prefix, range.prefix))) found.push(other);
    }
  }
  return found;
}

/** Same direction, and kinds that can be one booking. A payment that names an invoice pays it: it is not it. A credit note that names their payment is part of it. */
function couldBe(a: Doc, b: Doc): boolean {
  if (!isFree(a) || !isFree(b)) return false;
  const signs = signOf(a.amountMinor) * signOf(b.amountMinor);
  if (signs < 0) return false;
  const netted = (a.family === 'deduction' && b.family === 'money') || (a.family === 'money' && b.family === 'deduction');
  return sameFamily(a, b) || netted;
}

/** Payments of the two sides that say they pay the same invoices. */
function payingTheSame(desk: Desk): [Doc, Doc][] {
  const said = (doc: Doc) => doc.naming.numbers.map((number) => number.digits).sort().join(' ');
  const theirs = new Map<string, Doc[]>();
  for (const doc of desk.docs.theirs) if (doc.family === 'money' && isFree(doc) && doc.naming.numbers.length) theirs.set(said(doc), [...(theirs.get(said(doc)) ?? []), doc]);
  const pairs: [Doc, Doc][] = [];
  for (const doc of desk.docs.ours) {
    if (doc.family !== 'money' || !isFree(doc) || !doc.naming.numbers.length) continue;
    for (const other of theirs.get(said(doc)) ?? []) if (couldBe(doc, other)) pairs.push([doc, other]);
  }
  return pairs;
}

/** One document each, equal to the cent. Booked twice under one number, the first booking is the booking. */
function settlePairs(work: Work, ties: Ties, hubs: readonly Doc[]): void {
  for (const doc of hubs) {
    if (!isFree(doc) || doc.amountMinor === 0) continue;
    const equal = (ties.get(doc) ?? []).filter((other) => isFree(other) && other.amountMinor === doc.amountMinor && sameFamily(doc, other));
    if (equal.length > 0) settle(work, ties, [doc], [nearest(doc, equal)]);
  }
}

/** Those booked after the document, earliest first; failing that, the nearest before. */
function nearest(doc: Doc, others: readonly Doc[]): Doc {
  const distance = (other: Doc) => Math.abs(other.day - doc.day);
  return [...others].sort((a, b) => distance(a) - distance(b) || bySideAndContent(a, b))[0];
}

type Reading = (hub: Doc, around: readonly Doc[], ties: Ties) => readonly Doc[] | null;

function settleHubs(work: Work, ties: Ties, hubs: readonly Doc[], reading: Reading): void {
  for (const hub of hubs) {
    if (!isFree(hub)) continue;
    const around = (ties.get(hub) ?? []).filter(isFree);
    if (around.length < 1) continue;
    const chosen = reading(hub, around, ties);
    if (chosen) settle(work, ties, [hub], chosen);
  }
}

/** All that is tied to it, where the sum agrees. */
const wholeHub: Reading = (hub, around) => (sumOf(around) === hub.amountMinor && around.length > 0 && !(hub.amountMinor === 0 && hub.entries.length < 2) ? around : null);

/** Some of what is tied to it: the rest was booked twice, or names it by a slip. */
const partOfHub: Reading = (hub, around) => {
  if (around.length < 2 || around.length > SUBSET_MEMBERS_MAX || hub.amountMinor === 0) return null;
  const distinct = firstOfEach(hub, around);
  const amounts = distinct.map((doc) => doc.amountMinor);
  const chosen = uniqueSubset(amounts, hub.amountMinor) ?? null;
  if (chosen) return chosen.map((at) => distinct[at]);
  const all = uniqueSubset(around.map((doc) => doc.amountMinor), hub.amountMinor);
  return all ? all.map((at) => around[at]) : null;
};

/** Of bookings that say the same (amount and number) only the first: the others are seconds. */
function firstOfEach(hub: Doc, around: readonly Doc[]): Doc[] {
  const first = new Map<number, Doc>();
  for (const doc of around) {
    const known = first.get(doc.amountMinor);
    if (!known || nearest(hub, [known, doc]) === doc) first.set(doc.amountMinor, doc);
  }
  return [...first.values()];
}

const sumOf = (docs: readonly Doc[]): number => docs.reduce((sum, doc) => sum + doc.amountMinor, 0);

/** Several of ours tied to several of theirs, as a whole: never payments, which name invoices in common by habit. */
function settleComponents(work: Work, ties: Ties, hubs: readonly Doc[]): void {
  const seen = new Set<Doc>();
  for (const start of hubs) {
    if (seen.has(start) || !isFree(start)) continue;
    const members = [start];
    seen.add(start);
    for (let at = 0; at < members.length; at++) {
      for (const other of ties.get(members[at]) ?? []) {
        if (seen.has(other) || !isFree(other)) continue;
        seen.add(other);
        members.push(other);
      }
    }
    const ours = members.filter((doc) => doc.side === 'ours');
    const theirs = members.filter((doc) => doc.side === 'theirs');
    const money = members.some((doc) => doc.family === 'money');
    if (ours.length && theirs.length && !money && sumOf(ours) === sumOf(theirs) && members.length <= SUBSET_MEMBERS_MAX) settle(work, ties, ours, theirs);
  }
}

function settle(work: Work, ties: Ties, some: readonly Doc[], others: readonly Doc[]): void {
  const ours = some[0].side === 'ours' ? some : others;
  const theirs = some[0].side === 'ours' ? others : some;
  const single = ours.length === 1 && theirs.length === 1;
  const proposal = { ours, theirs, rule: single ? ('document-number' as const) : ('document-group' as const), status: 'confirmed' as const, confidence: 0.995, evidence: [namesEvidence(work.desk, ours, theirs)] };
  const observed = clockPairs(ours, theirs, ties);
  if (work.settle(proposal)) for (const [a, b] of observed) work.clocks.observe(a, b);
}

/** The tied pairs that lie nearest in time: a merged booking is as late as its last paper. */
function clockPairs(ours: readonly Doc[], theirs: readonly Doc[], ties: Ties): (readonly [Doc, Doc])[] {
  const pairs = ours.flatMap((a) => theirs.filter((b) => ties.get(a)?.includes(b) && a.day !== NO_DAY && b.day !== NO_DAY).map((b) => [a, b] as const));
  const nearestDays = Math.min(...pairs.map(([a, b]) => Math.abs(a.day - b.day)));
  return pairs.filter(([a, b]) => Math.abs(a.day - b.day) === nearestDays);
}

/** "XS-001083 is named on both sides." */
export function namesEvidence(desk: Desk, ours: readonly Doc[], theirs: readonly Doc[]): Message {
  const numbered = [...ours, ...theirs].filter((doc) => doc.numbers.length > 0);
  const named = numbered.filter((doc) => (doc.side === 'ours' ? theirs : ours).some((other) => other.naming.numbers.some((number) => doc.numbers.some((own) => own.digits === number.digits))));
  const list = (named.length ? named : numbered).slice(0, 6).map((doc) => documentText(desk, doc));
  return { code: 'matching.names', values: { numbers: { list: [...new Set(list)] } } };
}

export function documentText(desk: Desk, doc: Doc): string {
  const entry = doc.entries[0];
  if (entry !== undefined) return desk.books.texts.at(desk.ledger(doc.side).document[entry]);
  return doc.numbers.length ? `${doc.numbers[0].prefix}${doc.numbers[0].digits}` : '';
}

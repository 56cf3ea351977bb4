/**
 * Pass: document numbers. A line of theirs that names our delivery is that delivery; a line that names three
 * is the three; three lines that name one are its parts. Documents tied by names form components; within one,
 * the finest reading whose amounts agree wins, so that a slip in one number does not weld strangers together.
 */
import { NO_DAY } from '../units/units';
import { SIDES } from '../ledger/books';
import type { Desk } from './desk';
import { bySideAndContent, isFree, NO_DOCS, otherSide, sameFamily, signOf, sumOf, type Doc } from './doc';
import { samePrefix, type NumberCode } from './readings';
import { sortBy } from './sorting';
import { uniqueSubset } from './sums';
import { namedOnBothSides } from './told';
import type { Work } from './work';

/** Members of one component tried together; larger ones keep only the finer readings. */
const SUBSET_MEMBERS_MAX = 14;
const NAMED_CONFIDENCE = 0.995;

export function matchNamed(work: Work): void {
  const hubs = sortBy(tie(work.desk), bySideAndContent);
  settlePairs(work, hubs);
  settleHubs(work, hubs, wholeHub);
  settleHubs(work, hubs, partOfHub);
  settleComponents(work, hubs);
}

/** Ties free documents to those of the other side that they name or are named by, as the same booking. Returns all that are tied. */
export function tie(desk: Desk): Doc[] {
  const ties = new Ties();
  for (const side of SIDES) for (const doc of desk.docs[side]) doc.tied = NO_DOCS;
  for (const side of SIDES) for (const doc of desk.docs[side]) if (isFree(doc)) tieToNamed(desk, doc, ties);
  tiePayingTheSame(desk, ties);
  tieMoved(desk, ties);
  return ties.finished();
}

/** Collects ties, the tied documents in the order in which they are met. */
class Ties {
  private readonly docs: Doc[] = [];

  add(a: Doc, b: Doc): void {
    this.addOne(a, b);
    this.addOne(b, a);
  }

  private addOne(doc: Doc, other: Doc): void {
    if (doc.tied.length > 0) {
      (doc.tied as Doc[]).push(other);
      return;
    }
    doc.tied = [other];
    this.docs.push(doc);
  }

  finished(): Doc[] {
    for (const doc of this.docs) {
      // Two that name each other are tied once.
      if (doc.tied.length > 1) doc.tied = sortBy([...doc.tied], bySideAndContent).filter((other, at, all) => other !== all[at - 1]);
    }
    return this.docs;
  }
}

/** The other side's documents that this one names and could be. */
function tieToNamed(desk: Desk, doc: Doc, ties: Ties): void {
  const side = otherSide(doc.side);
  for (const number of doc.naming.numbers) {
    for (const other of desk.withDigits(side, number.digits)) if (couldBe(doc, other) && samePrefix(other.numbers[0].prefix, number.prefix)) ties.add(doc, other);
  }
  for (const range of doc.naming.ranges) {
    for (let value = range.from; value <= range.to; value++) {
      for (const other of desk.withDigits(side, desk.readings.codeOfDigits(String(value)))) if (couldBe(doc, other) && samePrefix(other.numbers[0].prefix, range.prefix)) ties.add(doc, other);
    }
  }
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
function tiePayingTheSame(desk: Desk, ties: Ties): void {
  const theirs = new Map<number | string, Doc[]>();
  for (const doc of desk.docs.theirs) {
    if (!saysWhatItPays(doc)) continue;
    const known = theirs.get(whatItPays(doc));
    if (known) known.push(doc);
    else theirs.set(whatItPays(doc), [doc]);
  }
  if (theirs.size === 0) return;
  for (const doc of desk.docs.ours) {
    if (saysWhatItPays(doc)) for (const other of theirs.get(whatItPays(doc)) ?? NO_DOCS) if (couldBe(doc, other)) ties.add(doc, other);
  }
}

/** A transfer names the invoice that came with it from another account: what the other side booked under that number is the transfer. */
function tieMoved(desk: Desk, ties: Ties): void {
  for (const side of SIDES) {
    const moved = desk.docs[side].filter((doc) => isFree(doc) && desk.isTransfer(doc) && doc.naming.numbers.length > 0);
    if (moved.length === 0) continue;
    const naming = byNamedDigits(desk.docs[otherSide(side)]);
    for (const doc of moved) {
      for (const { digits, prefix } of doc.naming.numbers) {
        // A number that stands on this account is of another paper, which may well be named by both.
        if (SIDES.some((each) => desk.withDigits(each, digits).length > 0)) continue;
        for (const { other, number } of naming.get(digits) ?? []) if (samePrefix(number.prefix, prefix) && couldBe(doc, other)) ties.add(doc, other);
      }
    }
  }
}

/** Free documents, by the digits of each number that they name. */
function byNamedDigits(docs: readonly Doc[]): ReadonlyMap<number, readonly { readonly other: Doc; readonly number: NumberCode }[]> {
  const named = new Map<number, { other: Doc; number: NumberCode }[]>();
  for (const other of docs.filter(isFree)) {
    for (const number of other.naming.numbers) {
      const known = named.get(number.digits);
      if (known) known.push({ other, number });
      else named.set(number.digits, [{ other, number }]);
    }
  }
  return named;
}

const saysWhatItPays = (doc: Doc): boolean => doc.family === 'money' && doc.naming.numbers.length > 0 && isFree(doc);

/** The digits of one invoice, or of several in one text. */
function whatItPays({ naming: { numbers } }: Doc): number | string {
  return numbers.length === 1 ? numbers[0].digits : numbers.map((number) => number.digits).sort((a, b) => a - b).join(' ');
}

/** One document each, equal to the cent. Booked twice under one number, the first booking is the booking. */
function settlePairs(work: Work, hubs: readonly Doc[]): void {
  for (const doc of hubs) {
    if (doc.amountMinor === 0) continue;
    const equal = nearestEqual(doc);
    if (equal) settle(work, [doc], [equal]);
  }
}

function nearestEqual(doc: Doc): Doc | null {
  let best: Doc | null = null;
  for (const other of doc.tied) {
    if (other.amountMinor === doc.amountMinor && sameFamily(doc, other) && (best === null || isNearer(doc, other, best))) best = other;
  }
  return best;
}

/** Of two equally near the earlier one. */
function isNearer(doc: Doc, a: Doc, b: Doc): boolean {
  return (Math.abs(a.day - doc.day) - Math.abs(b.day - doc.day) || bySideAndContent(a, b)) < 0;
}

type Reading = (hub: Doc, around: readonly Doc[]) => readonly Doc[] | null;

function settleHubs(work: Work, hubs: readonly Doc[], reading: Reading): void {
  for (const hub of hubs) {
    if (!isFree(hub)) continue;
    const around = hub.tied.filter(isFree);
    if (around.length === 0) continue;
    const chosen = reading(hub, around);
    if (chosen) settle(work, [hub], chosen);
  }
}

/** All that is tied to it, where the sum agrees. */
const wholeHub: Reading = (hub, around) => (sumOf(around) === hub.amountMinor && !(hub.amountMinor === 0 && hub.entries.length < 2) ? around : null);

/** Some of what is tied to it: the rest was booked twice, or names it by a slip. */
const partOfHub: Reading = (hub, around) => {
  if (around.length > SUBSET_MEMBERS_MAX || hub.amountMinor === 0) return null;
  const distinct = firstOfEach(hub, around);
  const amounts = distinct.map((doc) => doc.amountMinor);
  const chosen = uniqueSubset(amounts, hub.amountMinor);
  if (chosen) return chosen.map((at) => distinct[at]);
  const all = uniqueSubset(around.map((doc) => doc.amountMinor), hub.amountMinor);
  return all ? all.map((at) => around[at]) : null;
};

/** Of bookings that say the same (amount and number) only the first: the others are seconds. */
function firstOfEach(hub: Doc, around: readonly Doc[]): Doc[] {
  const first = new Map<number, Doc>();
  for (const doc of around) {
    const known = first.get(doc.amountMinor);
    if (!known || isNearer(hub, doc, known)) first.set(doc.amountMinor, doc);
  }
  return [...first.values()];
}

/** Several of ours tied to several of theirs, as a whole: never payments, which name invoices in common by habit. */
function settleComponents(work: Work, hubs: readonly Doc[]): void {
  const seen = new Set<Doc>();
  for (const start of hubs) {
    if (seen.has(start) || !isFree(start)) continue;
    const members = [start];
    seen.add(start);
    for (let at = 0; at < members.length; at++) {
      for (const other of members[at].tied) {
        if (seen.has(other) || !isFree(other)) continue;
        seen.add(other);
        members.push(other);
      }
    }
    const ours = members.filter((doc) => doc.side === 'ours');
    const theirs = members.filter((doc) => doc.side === 'theirs');
    const money = members.some((doc) => doc.family === 'money');
    if (ours.length && theirs.length && !money && sumOf(ours) === sumOf(theirs) && members.length <= SUBSET_MEMBERS_MAX) settle(work, ours, theirs);
  }
}

function settle(work: Work, some: readonly Doc[], others: readonly Doc[]): void {
  const [ours, theirs] = some[0].side === 'ours' ? [some, others] : [others, some];
  const rule = ours.length === 1 && theirs.length === 1 ? 'document-number' : 'document-group';
  const observed = rule === 'document-number' ? null : clockPairs(ours, theirs);
  if (!work.settle({ ours, theirs, rule, status: 'confirmed', confidence: NAMED_CONFIDENCE, told: namedOnBothSides(work.desk, ours, theirs) })) return;
  if (observed) for (const [a, b] of observed) work.clocks.observe(a, b);
  else if (ours[0].day !== NO_DAY && theirs[0].day !== NO_DAY) work.clocks.observe(ours[0], theirs[0]);
}

/** The tied pairs that lie nearest in time: a merged booking is as late as its last paper. */
function clockPairs(ours: readonly Doc[], theirs: readonly Doc[]): (readonly [Doc, Doc])[] {
  const pairs = ours.flatMap((a) => theirs.filter((b) => a.tied.includes(b) && a.day !== NO_DAY && b.day !== NO_DAY).map((b) => [a, b] as const));
  const nearestDays = Math.min(...pairs.map(([a, b]) => Math.abs(a.day - b.day)));
  return pairs.filter(([a, b]) => Math.abs(a.day - b.day) === nearestDays);
}

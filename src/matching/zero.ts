/**
 * Passes: papers that cancel out on one side and leave nothing for the other to book: an exchange of one article
 * for another at the same price, a booking and its reversal under one number, a reversal that names what it reverses.
 */
import { SIDES } from '../ledger/books';
import type { Findings } from './across';
import type { Desk } from './desk';
import { isFree, otherSide, sumOf, type Doc } from './doc';
import { isSameNumber, samePrefix } from './readings';
import { Said } from './told';
import type { Work } from './work';

const NETS_TO_ZERO = new Said([{ code: 'matching.nets-to-zero' }]);

export function settleNetsToZero(work: Work): void {
  const { desk } = work;
  for (const side of SIDES) {
    const sameDigits = new Map<number, Doc[]>();
    for (const doc of desk.docs[side]) {
      if (!isFree(doc) || doc.tied.some(isFree)) continue;
      if (doc.amountMinor === 0) settle(work, [doc]);
      else if (doc.numbers.length > 0 && desk.hasSeveral(side, doc.numbers[0].digits)) {
        const known = sameDigits.get(doc.numbers[0].digits);
        if (known) known.push(doc);
        else sameDigits.set(doc.numbers[0].digits, [doc]);
      }
    }
    for (const docs of sameDigits.values()) for (const group of bySameNumber(docs)) if (sumOf(group) === 0) settle(work, group);
  }
}

/**
 * A cheque returned unpaid and presented again, an invoice moved to another account: what is left of one side, of
 * opposite amounts, one of which names the other. Only where the other side has nothing of that amount left, and
 * nothing is found of either on another account.
 */
export function settleReversals(work: Work, findings?: Findings): void {
  const { desk } = work;
  const isLeft = (doc: Doc) => isFree(doc) && findings?.of(doc.side, doc.entries[0]) === undefined;
  for (const side of SIDES) {
    const amounts = new Set(desk.free(otherSide(side)).map((doc) => doc.amountMinor));
    for (const doc of desk.free(side)) {
      if (!isLeft(doc) || amounts.has(doc.amountMinor) || amounts.has(-doc.amountMinor)) continue;
      const reversed = namedOnItsSide(desk, doc).filter((other) => isLeft(other) && other.amountMinor === -doc.amountMinor && canReverse(doc, other));
      if (reversed.length === 1) settle(work, [doc, reversed[0]]);
    }
  }
}

/** The documents of its own side that it names. */
function namedOnItsSide(desk: Desk, doc: Doc): Doc[] {
  const named = doc.naming.numbers.flatMap((number) => desk.withDigits(doc.side, number.digits).filter((other) => samePrefix(other.numbers[0].prefix, number.prefix)));
  return [...new Set(named)];
}

/** A payment that names an invoice pays it: both are bookings that the other side has to make. */
const canReverse = (a: Doc, b: Doc): boolean => (a.family === 'money') === (b.family === 'money') || a.family === 'other' || b.family === 'other';

function bySameNumber(docs: readonly Doc[]): Doc[][] {
  const groups: Doc[][] = [];
  for (const doc of docs) {
    const group = groups.find(([first]) => isSameNumber(first.numbers[0], doc.numbers[0]));
    if (group) group.push(doc);
    else groups.push([doc]);
  }
  return groups;
}

function settle(work: Work, docs: readonly Doc[]): void {
  const ours = docs.filter((doc) => doc.side === 'ours');
  const theirs = docs.filter((doc) => doc.side === 'theirs');
  work.settle({ ours, theirs, rule: 'nets-to-zero', confidence: 0.99, status: 'confirmed', told: NETS_TO_ZERO });
}

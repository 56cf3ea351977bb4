/**
 * Pass: papers that cancel out on one side and leave nothing for the other to book: an exchange of one article
 * for another at the same price, a booking and its reversal under one number.
 */
import { SIDES } from '../ledger/books';
import { isFree, sumOf, type Doc } from './doc';
import { isSameNumber } from './readings';
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

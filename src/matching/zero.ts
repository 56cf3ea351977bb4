/**
 * Pass: papers that cancel out on one side and leave nothing for the other to book: an exchange of one article
 * for another at the same price, a booking and its reversal under one number.
 */
import { isFree, type Doc } from './desk';
import type { Ties } from './named';
import type { Work } from './work';

export function settleNetsToZero(work: Work, ties: Ties): void {
  for (const side of ['ours', 'theirs'] as const) {
    const sameNumber = new Map<string, Doc[]>();
    for (const doc of work.desk.docs[side]) {
      if (!isFree(doc) || (ties.get(doc) ?? []).some(isFree)) continue;
      if (doc.amountMinor === 0) settle(work, [doc]);
      else if (doc.numbers.length) {
        const key = `${doc.numbers[0].prefix} ${doc.numbers[0].digits}`;
        sameNumber.set(key, [...(sameNumber.get(key) ?? []), doc]);
      }
    }
    for (const docs of sameNumber.values()) if (docs.length > 1 && docs.reduce((sum, doc) => sum + doc.amountMinor, 0) === 0) settle(work, docs);
  }
}

function settle(work: Work, docs: readonly Doc[]): void {
  const ours = docs.filter((doc) => doc.side === 'ours');
  const theirs = docs.filter((doc) => doc.side === 'theirs');
  work.settle({ ours, theirs, rule: 'nets-to-zero', confidence: 0.99, status: 'confirmed', evidence: [{ code: 'matching.nets-to-zero' }] });
}

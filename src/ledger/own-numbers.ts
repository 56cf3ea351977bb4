/**
 * The number that customers quote need not stand in our column of document numbers: a voucher ledger prints
 * `记-12` there and the delivery in the memo, SAP prints it as an assignment. Where the customers' lines quote
 * what another column of ours says, that is our number.
 */
import type { Ledger } from './books';
import { TextMemo } from './fold';
import type { TextPool } from './grid';
import { kindOfWords } from './vocabulary/kinds';

/** Quoted at most by this share of our numbers, a column is not what customers go by; from the other on, it is. */
const UNQUOTED_SHARE = 0.2;
const QUOTED_SHARE = 0.5;
const LEAST_LINES = 5;
/** A short word of letters joined to digits in groups: a number as documents bear it. */
const NUMBER = /(?:(?<![A-Za-z])[A-Za-z]{1,8}-?)?\d{3,}(?:-\d+)*/;

export function settleOwnNumbers(ours: Ledger, theirs: Ledger, texts: TextPool): void {
  const numberIn = new TextMemo((text) => texts.at(text), (text) => texts.intern(NUMBER.exec(text.normalize('NFKC'))?.[0].trim() ?? ''));
  const digits = new TextMemo((text) => texts.at(text), lastDigits);
  const quoted = quotedDigits(theirs, texts);
  const shareOf = (column: Int32Array) => {
    let [lines, hits] = [0, 0];
    for (let i = 0; i < ours.count; i++) {
      const number = column[i] === 0 ? 0 : numberIn.get(column[i]);
      if (number === 0 || ours.amountMinor[i] <= 0) continue;
      lines++;
      if (quoted.has(digits.get(number))) hits++;
    }
    return lines >= LEAST_LINES ? hits / lines : 0;
  };
  if (shareOf(ours.document) > UNQUOTED_SHARE) return;
  const [references, memo] = [shareOf(ours.references), shareOf(ours.memo)];
  if (Math.max(references, memo) < QUOTED_SHARE) return;
  const column = references >= memo ? ours.references : ours.memo;
  const isPayment = new TextMemo((text) => texts.at(text), (text) => kindOfWords(text) === 'payment');
  for (let i = 0; i < ours.count; i++) {
    // What a payment names beside its own number is what it pays.
    if (column === ours.memo && isPayment.get(ours.kindText[i] || ours.memo[i])) continue;
    const number = column[i] === 0 ? 0 : numberIn.get(column[i]);
    if (number === 0) continue;
    // The number that stood there is nobody's but our own: as a reference it would pass for somebody else's paper.
    if (column === ours.references) ours.references[i] = 0;
    ours.document[i] = number;
  }
}

/** Numbers that the customers' lines name anywhere: digits without leading zeros. */
function quotedDigits(theirs: Ledger, texts: TextPool): ReadonlySet<string> {
  const quoted = new Set<string>();
  const seen = new Set<number>([0]);
  for (const column of [theirs.references, theirs.memo]) {
    for (let i = 0; i < theirs.count; i++) {
      if (seen.has(column[i])) continue;
      seen.add(column[i]);
      for (const digits of texts.at(column[i]).normalize('NFKC').match(/\d{3,}/g) ?? []) quoted.add(digits.replace(/^0+/, ''));
    }
  }
  return quoted;
}

/** What retyping keeps of a number. */
function lastDigits(text: string): string {
  return text.normalize('NFKC').match(/\d{3,}/g)?.at(-1)?.replace(/^0+/, '') ?? '';
}

/**
 * The number that customers quote need not stand in our column of document numbers: a voucher ledger prints
 * `记-12` there and the delivery in the memo, SAP prints it as an assignment. Where the customers' lines quote
 * what another column of ours says, that is our number.
 */
import type { Ledger } from './books';
import { forEachRun, lastRunOfFirstNumber, type Digits } from './digit-runs';
import { TextMemo } from './fold';
import { IndexMemo } from './text-memo';
import type { TextPool } from './text-pool';
import { kindOfWords } from './vocabulary/kinds';

/** Quoted at most by this share of our numbers, a column is not what customers go by; from the other on, it is. */
const UNQUOTED_SHARE = 0.2;
const QUOTED_SHARE = 0.5;
const LEAST_LINES = 5;
/** How a text stands to what the customers quote. */
const [NO_NUMBER, UNQUOTED, QUOTED] = [-1, 0, 1];
/** A short word of letters joined to digits in groups: a number as documents bear it. */
const NUMBER = /(?:(?<![A-Za-z])[A-Za-z]{1,8}-?)?\d{3,}(?:-\d+)*/;

export function settleOwnNumbers(ours: Ledger, theirs: Ledger, texts: TextPool): void {
  const quoted = quotedDigits(theirs, texts);
  const standing = new IndexMemo(texts, (text, number) => {
    const digits = lastRunOfFirstNumber(texts.isAscii(number) ? text : text.normalize('NFKC'));
    return digits === null ? NO_NUMBER : quoted.has(digits) ? QUOTED : UNQUOTED;
  });
  const standingOf = (column: Int32Array, i: number) => (column[i] === 0 || ours.amountMinor[i] <= 0 ? NO_NUMBER : standing.get(column[i]));
  if (isQuotedMoreThan(UNQUOTED_SHARE, ours, ours.document, standingOf)) return;
  const shareOf = (column: Int32Array) => shareQuoted(ours, column, standingOf);
  const [references, memo] = [shareOf(ours.references), shareOf(ours.memo)];
  if (Math.max(references, memo) < QUOTED_SHARE) return;
  const numberIn = new TextMemo((text) => texts.at(text), (text) => texts.intern(NUMBER.exec(text.normalize('NFKC'))?.[0].trim() ?? ''));
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

type StandingOf = (column: Int32Array, i: number) => number;

/** Share of a column's numbers, on lines that increase what is owed, that the customers quote. */
function shareQuoted(ours: Ledger, column: Int32Array, standingOf: StandingOf): number {
  let [lines, hits] = [0, 0];
  for (let i = 0; i < ours.count; i++) {
    const standing = standingOf(column, i);
    if (standing === NO_NUMBER) continue;
    lines++;
    if (standing === QUOTED) hits++;
  }
  return lines >= LEAST_LINES ? hits / lines : 0;
}

/** Whether that share is above `share`; the usual ledger shows it long before its last line. */
function isQuotedMoreThan(share: number, ours: Ledger, column: Int32Array, standingOf: StandingOf): boolean {
  const enough = Math.max(LEAST_LINES, share * ours.count);
  let hits = 0;
  for (let i = 0; i < ours.count; i++) if (standingOf(column, i) === QUOTED && ++hits > enough) return true;
  return shareQuoted(ours, column, standingOf) > share;
}

/** Numbers that the customers' lines name anywhere. */
function quotedDigits(theirs: Ledger, texts: TextPool): ReadonlySet<Digits> {
  const quoted = new Set<Digits>();
  const seen = new Uint8Array(texts.size);
  for (const column of [theirs.references, theirs.memo]) {
    for (let i = 0; i < theirs.count; i++) {
      const number = column[i];
      if (number === 0 || seen[number] === 1) continue;
      seen[number] = 1;
      const text = texts.at(number);
      forEachRun(texts.isAscii(number) ? text : text.normalize('NFKC'), (digits) => quoted.add(digits));
    }
  }
  return quoted;
}

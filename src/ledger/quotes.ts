import type { Ledger } from './books';
import { lastRun, type Digits } from './digit-runs';
import type { TextPool } from './text-pool';

/**
 * Whose numbers a customer's lines quote: for every name on the customers' sheets, the one of ours whose
 * document numbers it refers to. A witness for joining names, not a match of lines.
 */
export interface Quote {
  /** The mention in our ledger whose numbers are quoted. */
  readonly ours: number;
  readonly hits: number;
  /** Share of the lines with a number that quote this one and no other. */
  readonly share: number;
}

/** `firstMentions` gives, by mention, the one that stands for its account. */
export function quotesByParty(ours: Ledger, theirs: Ledger, texts: TextPool, firstMentions: Int32Array): ReadonlyMap<number, Quote> {
  const owner = new Map<Digits, number>();
  for (let i = 0; i < ours.count; i++) {
    const key = digitsOf(texts, ours.document[i]);
    if (key === null) continue;
    const before = owner.get(key);
    const party = firstMentions[ours.customer[i]] ?? ours.customer[i];
    // A number that two customers share (a transfer) speaks for neither.
    owner.set(key, before === undefined || before === party ? party : -2);
  }
  const counts = new Map<number, Map<number, number>>();
  for (let i = 0; i < theirs.count; i++) {
    const key = digitsOf(texts, theirs.references[i] || theirs.memo[i]);
    const quoted = key === null ? undefined : owner.get(key);
    if (quoted === undefined || quoted < 0) continue;
    const byOurs = counts.get(theirs.customer[i]) ?? new Map<number, number>();
    counts.set(theirs.customer[i], byOurs.set(quoted, (byOurs.get(quoted) ?? 0) + 1));
  }
  const quotes = new Map<number, Quote>();
  for (const [party, byOurs] of counts) {
    const total = [...byOurs.values()].reduce((sum, count) => sum + count, 0);
    const [ours, hits] = [...byOurs].reduce((best, one) => (one[1] > best[1] ? one : best));
    quotes.set(party, { ours, hits, share: hits / total });
  }
  return quotes;
}

/** What retyping keeps of a number; `null` where that is nothing. */
function digitsOf(texts: TextPool, number: number): Digits | null {
  if (!texts.hasDigit(number) && texts.isAscii(number)) return null;
  return lastRun(texts.isAscii(number) ? texts.at(number) : texts.at(number).normalize('NFKC')) || null;
}

import type { Ledger } from './books';
import type { TextPool } from './grid';

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

export function quotesByParty(ours: Ledger, theirs: Ledger, texts: TextPool): ReadonlyMap<number, Quote> {
  const owner = new Map<string, number>();
  for (let i = 0; i < ours.count; i++) {
    if (ours.document[i] === 0) continue;
    const key = digitsOf(texts.at(ours.document[i]));
    if (key === '') continue;
    const before = owner.get(key);
    // A number that two customers share (a transfer) speaks for neither.
    owner.set(key, before === undefined || before === ours.customer[i] ? ours.customer[i] : -2);
  }
  const counts = new Map<number, Map<number, number>>();
  for (let i = 0; i < theirs.count; i++) {
    const key = digitsOf(texts.at(theirs.references[i] || theirs.memo[i]));
    const quoted = key === '' ? undefined : owner.get(key);
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

/** The last run of three digits or more, without leading zeros: what retyping keeps of a number. */
function digitsOf(text: string): string {
  return text.normalize('NFKC').match(/\d{3,}/g)?.at(-1)?.replace(/^0+/, '') ?? '';
}

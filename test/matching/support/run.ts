import { NO_ANNOTATIONS, type Annotations } from '../../../src/annotations/annotations';
import type { Books, Side } from '../../../src/ledger/books';
import { booksFromLines, type CaseLine } from '../../../src/ledger/ledger-builder';
import { matchBooks } from '../../../src/matching/match';
import { DEFAULT_MATCHING_SETTINGS, type Match, type MatchingSettings, type ReconcilingItem, type Reconciliation } from '../../../src/matching/reconciliation';

/** What matching found, with the matches as a list. */
export type Listed = Omit<Reconciliation, 'matches'> & { readonly matches: readonly Match[] };

export const listed = (result: Reconciliation): Listed => ({ ...result, matches: [...result.matches] });

export interface Run {
  readonly books: Books;
  readonly result: Listed;
}

/** Matches lines as a case writes them. */
export function match(lines: readonly CaseLine[], change: { readonly settings?: Partial<MatchingSettings>; readonly asOf?: number; readonly annotations?: Partial<Annotations> } = {}): Run {
  const books = booksFromLines(lines);
  const asOf = change.asOf ?? books.latestDay;
  const result = matchBooks(books, { asOf, settings: { ...DEFAULT_MATCHING_SETTINGS, ...change.settings }, annotations: { ...NO_ANNOTATIONS, ...change.annotations } });
  return { books, result: listed(result) };
}

/** A line in a few words: sheet and row, which a case can know. */
export const rows = (books: Books, side: Side, entries: readonly number[]): string => entries.map((entry) => books[side].row[entry]).sort((a, b) => a - b).join('+');

/** `1+2=3 confirmed document-number`, by our rows and theirs, ascending. */
export function matchesSaid({ books, result }: Run): string[] {
  const said = (each: Match) => `${rows(books, 'ours', each.ours)}=${rows(books, 'theirs', each.theirs)} ${each.status} ${each.rule}`;
  return result.matches.map(said).sort();
}

/** `in-transit-goods ours 1 100.00`. */
export function itemsSaid({ books, result }: Run): string[] {
  const said = (item: ReconcilingItem) => `${item.category} ${item.side ?? 'both'} ${rows(books, 'ours', item.ours)}=${rows(books, 'theirs', item.theirs)} ${(item.amountMinor / 100).toFixed(2)}`;
  return result.items.map(said).sort();
}

/** Findings across accounts. */
import type { Books } from '../ledger/books';
import type { Finding } from './categories';
import type { Doc } from './desk';
import type { Work } from './work';

export type Findings = ReadonlyMap<Doc, Finding>;

export function findAcross(_books: Books, _works: readonly Work[]): Findings {
  return new Map();
}

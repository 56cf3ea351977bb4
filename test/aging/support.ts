/** Ages a small ledger as of a day. */
import { NO_ANNOTATIONS, type Annotations } from '../../src/annotations/annotations';
import { age } from '../../src/aging/age';
import { DEFAULT_AGING_SETTINGS, type Aged, type AgingSettings } from '../../src/aging/aged';
import type { Books } from '../../src/ledger/books';
import type { CaseLine } from '../../src/ledger/ledger-builder';
import type { Reconciliation } from '../../src/matching/reconciliation';
import { settle } from '../../src/settlement/settle';
import { NO_RECONCILIATION, booksOf, day, type Given } from '../settlement/support';

export interface AgedCase extends Given {
  readonly settings?: Partial<AgingSettings>;
}

export function aged(lines: readonly CaseLine[], given: AgedCase = {}): { readonly books: Books; readonly aged: Aged } {
  const books = booksOf(lines, given);
  const asOf = given.asOf ? day(given.asOf) : books.latestDay;
  return { books, aged: ageAt(books, asOf, given) };
}

export function ageAt(books: Books, asOf: number, given: AgedCase = {}): Aged {
  const reconciliation: Reconciliation = given.reconciliation ?? NO_RECONCILIATION;
  const annotations: Annotations = { ...NO_ANNOTATIONS, ...given.annotations };
  const settlement = settle(books, { asOf, reconciliation, annotations, settings: { defaultTermDays: 30 } });
  return age(books, { asOf, reconciliation, settlement, annotations, settings: { ...DEFAULT_AGING_SETTINGS, ...given.settings } });
}

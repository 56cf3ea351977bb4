/** Everything that a run concludes, from lines as a case writes them. */
import { NO_ANNOTATIONS } from '../../src/annotations/annotations';
import { age } from '../../src/aging/age';
import { planCollection } from '../../src/collection/plan-collection';
import { booksFromLines, type CaseLine } from '../../src/ledger/ledger-builder';
import type { Books, Side } from '../../src/ledger/books';
import { matchBooks } from '../../src/matching/match';
import type { Match } from '../../src/matching/reconciliation';
import type { Outcome } from '../../src/proof/proof';
import type { Result } from '../../src/reports/result';
import { DEFAULT_SETTINGS } from '../../src/settings/settings';
import { settle } from '../../src/settlement/settle';

export function outcomeOf(lines: readonly CaseLine[], change: { readonly asOf?: number; readonly books?: Partial<Books> } = {}): Result {
  const books = booksFromLines(lines, change.books);
  const asOf = change.asOf ?? books.latestDay;
  const [settings, annotations] = [DEFAULT_SETTINGS, NO_ANNOTATIONS];
  const reconciliation = matchBooks(books, { asOf, settings: settings.matching, annotations });
  const settlement = settle(books, { asOf, reconciliation, annotations, settings: settings.settlement });
  const aged = age(books, { asOf, reconciliation, settlement, annotations, settings: settings.aging });
  const plan = planCollection(books, { asOf, reconciliation, settlement, aged, annotations, settings: settings.collection });
  return { asOf, language: 'en', books, annotations, settings, reconciliation, settlement, aged, plan, milliseconds: { read: 0, match: 0, settle: 0, age: 0, plan: 0, write: 0 } };
}

/** A place in a result where one value stands: how to name it, read it and change it. */
export interface Place {
  readonly name: string;
  readonly value: unknown;
  readonly put: (value: unknown) => void;
}

/**
 * The same outcome with its columns and its rows that read them as lists of plain objects: each figure is a
 * place of its own then, and can be changed alone.
 */
export function plainOutcome(outcome: Result): Result {
  const { reconciliation, settlement, aged } = outcome;
  const listed = {
    reconciliation: { ...reconciliation, matches: listedMatches(Array.from(reconciliation.matches, (match) => plainRow(match) as Match)) },
    settlement: { ...settlement, allocations: [...settlement.allocations], history: [...settlement.history] },
    aged: { ...aged, items: aged.items.map(plainRow) },
  };
  return { ...outcome, ...(listed as unknown as Pick<Result, 'reconciliation' | 'settlement' | 'aged'>) };
}

/** A list of matches that shows itself in columns, as the proof reads them. */
function listedMatches(rows: readonly Match[]): readonly Match[] {
  const list = [...rows];
  const column = (of: () => unknown) => ({ get: of });
  const lines = (side: Side) => column(() => ({ entries: list.flatMap((row) => row[side]), starts: [...list, null].map((_, at) => list.slice(0, at).reduce((sum, row) => sum + row[side].length, 0)) }));
  return Object.defineProperties(list, {
    count: column(() => list.length), ours: lines('ours'), theirs: lines('theirs'),
    ...Object.fromEntries((['customer', 'currency', 'differenceMinor'] as const).map((name) => [name, column(() => list.map((row) => row[name]))])),
  });
}

/** What a row says, whether it holds it or works it out when asked; what it keeps to itself is left out. */
function plainRow(row: object): object {
  const prototype = Object.getPrototypeOf(row) as object;
  if (prototype === Object.prototype) return row;
  const told = Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, { get }]) => (get ? [name] : []));
  const held = Object.keys(row).filter((name) => !PRIVATE.has(name));
  return Object.fromEntries([...held, ...told].map((name) => [name, (row as Record<string, unknown>)[name]]));
}

/** Where such rows read from. */
const PRIVATE = new Set(['columns', 'row', 'told']);

/** Every value of a result, however deep. */
export function* placesOf(root: Readonly<Record<string, unknown>>, name: string): Generator<Place> {
  for (const [key, value] of Object.entries(root)) {
    const at = `${name}.${Array.isArray(root) ? '*' : key}`;
    if (ArrayBuffer.isView(value)) continue;
    if (typeof value === 'object' && value !== null) yield* placesOf(value as Record<string, unknown>, at);
    else yield { name: at, value, put: (other) => void ((root as Record<string, unknown>)[key] = other) };
  }
}

/** The outcome's figures under the proof. */
export function figuresOf(outcome: Outcome): Place[] {
  const { reconciliation, settlement, aged, plan } = outcome;
  return [...placesOf({ ...reconciliation }, 'reconciliation'), ...placesOf({ ...settlement }, 'settlement'), ...placesOf({ ...aged }, 'aged'), ...placesOf({ rows: plan.rows }, 'plan')];
}

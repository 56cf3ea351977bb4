/**
 * The names of the places where people write: what the result sheets are called and what their columns
 * are called, in every language alike. Reports writes the sheets with them, `read.ts` finds them again.
 *
 * Contract: every column that Duesheet itself writes into the plan's tables is anchored under its key
 * (people's columns and the computed ones alike); a column without an anchor is one that a user added,
 * and is written back without one. Headings and drop-down words come from `headingCode`, `statusCode`
 * and `decisionCode`, so that a sheet whose anchors are gone can still be read by its words.
 */
import type { MatchDecision, PlanStatus } from './annotations';

export const SHEET_KEYS = {
  matches: 'matches',
  allocations: 'allocations',
  plan: 'plan',
  reconciliationLog: 'reconciliation-log',
  settings: 'settings',
} as const;

/** `key` holds `EntryKeys.matchKey`: "a+b=c". */
export const MATCH_COLUMNS = ['key', 'decision', 'note'] as const;
/** `credit` and `debit` hold entry keys; an empty amount means as much as fits. */
export const ALLOCATION_COLUMNS = ['credit', 'debit', 'currency', 'amount'] as const;
export const RECONCILIATION_COLUMNS = ['customer', 'currency', 'day', 'signedBy', 'agreedAmount', 'note'] as const;

/**
 * Columns of the plan that say whose row it is, and what stood open when it was written. `promiseMade`
 * (a narrow or hidden column) holds `promiseMark(row.note)`, which keeps the day and the balance that a
 * promise was made at while the plan is written anew run after run.
 */
const PLAN_IDENTITY_COLUMNS = ['customer', 'currency', 'open', 'promiseMade'] as const;
/** Columns of the plan that people write in. */
export const PLAN_WRITTEN_COLUMNS = ['status', 'promisedDay', 'promisedAmount', 'nextContact', 'demandDay', 'note'] as const;
/** Columns of the plan that the run computes; read back by nobody, but known, so that they are not taken for a user's. */
const PLAN_COMPUTED_COLUMNS = [
  'rank', 'rep', 'region', 'class', 'action', 'day', 'payDay', 'ask', 'overdue', 'disputed', 'expected', 'points', 'why', 'place', 'method', 'contact', 'limitation', 'missing', 'leverage', 'promise', 'summary', 'items',
  'points.age', 'points.amount', 'points.kind', 'points.likelihood', 'points.broken-promise', 'points.limitation', 'points.agreement-missing', 'points.reconciliation-overdue', 'points.distance',
] as const;
export const PLAN_COLUMNS = [...PLAN_IDENTITY_COLUMNS, ...PLAN_WRITTEN_COLUMNS, ...PLAN_COMPUTED_COLUMNS] as const;

/** The plan's second table, of customers that have paid, has the same columns under this prefix: `done.customer`. */
export const DONE_PREFIX = 'done.';
/** Single cell of the plan sheet: the as-of day of the run that wrote it. */
export const WRITTEN_DAY_ANCHOR = 'writtenDay';
/** Single cell of the plan sheet, beside which `writtenDay` stands: its label in words finds it again. */
export const WRITTEN_DAY_LABEL_CODE = 'annotations.heading.writtenDay';

/** Texts code of a column's heading. */
export function headingCode(columnKey: string): string {
  return `annotations.heading.${columnKey}`;
}

/** Texts code of a word in the status drop-down. */
export function statusCode(status: PlanStatus): string {
  return `annotations.status.${status}`;
}

/** Texts code of a word in the decision drop-down. */
export function decisionCode(decision: MatchDecision['decision']): string {
  return `annotations.decision.${decision}`;
}

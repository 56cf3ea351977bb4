/**
 * What people wrote into the result sheets: the workbook is the database. Read back at the start of
 * the next run, tied to a customer or an entry by content (a key), never by row number.
 */
import type { DaySerial, MinorUnits } from '../units/units';
import type { Message } from '../texts';

/** Accept or reject, written beside a match; or a match the user made by hand, which is an accepted one nobody proposed. */
export interface MatchDecision {
  /** Content keys of the entries (`ledger/entry-keys`), ascending. */
  readonly ourKeys: readonly string[];
  readonly theirKeys: readonly string[];
  readonly decision: 'accepted' | 'rejected';
  readonly note: string;
}

/** An allocation the user made; it wins over the engine's. */
export interface ManualAllocation {
  readonly creditKey: string;
  readonly debitKey: string;
  /** Positive; null = as much as fits. */
  readonly amountMinor: MinorUnits | null;
}

export const PLAN_STATUSES = ['open', 'contacted', 'promised', 'disputed', 'paid', 'stopped'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** What a rep wrote into a customer's row of the plan. */
export interface PlanNote {
  readonly customerName: string;
  readonly currency: string;
  readonly status: PlanStatus | null;
  readonly promisedDay: DaySerial | null;
  readonly promisedMinor: MinorUnits | null;
  readonly nextContactDay: DaySerial | null;
  /** When a written demand went out: it may restart the limitation period. */
  readonly demandDay?: DaySerial | null;
  readonly note: string;
  /** Columns that users added, by heading. */
  readonly added: Readonly<Record<string, string | number | boolean>>;
  /** Open balance on `writtenDay`: what the promise is measured against. */
  readonly openThenMinor: MinorUnits | null;
  /** As-of day of the plan in which the promise was first written. */
  readonly writtenDay: DaySerial | null;
}

export interface ReconciliationSigned {
  readonly customerName: string;
  readonly currency: string;
  readonly day: DaySerial;
  readonly signedBy: string;
  readonly agreedMinor: MinorUnits | null;
  readonly note: string;
}

export interface Annotations {
  readonly matchDecisions: readonly MatchDecision[];
  /** Notes beside matches on which nobody has decided. */
  readonly matchNotes?: readonly Omit<MatchDecision, 'decision'>[];
  readonly manualAllocations: readonly ManualAllocation[];
  readonly planNotes: readonly PlanNote[];
  readonly reconciliations: readonly ReconciliationSigned[];
  /** Cells of the settings sheet by setting key, as the user left them. */
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  /** What could not be read back, and where. Nothing is dropped silently. */
  readonly problems: readonly { readonly sheet: string; readonly row: number; readonly message: Message }[];
}

export const NO_ANNOTATIONS: Annotations = { matchDecisions: [], manualAllocations: [], planNotes: [], reconciliations: [], settings: {}, problems: [] };

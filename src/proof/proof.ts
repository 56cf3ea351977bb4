/**
 * The shapes of the proof: what a run concluded, and what of it does not foot.
 *
 * The proof works every figure of money out a second time, from the ledger's lines and in the simplest way there
 * is: adding up. It shares no code with the rooms whose work it checks; of those it knows the shapes alone. What
 * is an estimate (likelihood, expected cash) or a judgement (rules, classes, points) cannot be added up and is
 * not proven here; that the amounts behind it are all there, is.
 */
import type { DaySerial } from '../units/units';
import type { CurrencyCode } from '../units/money';
import type { Message } from '../texts';
import type { Books, CustomerIndex } from '../ledger/books';
import type { Reconciliation } from '../matching/reconciliation';
import type { Settlement } from '../settlement/settlement';
import type { Aged, AgingSettings } from '../aging/aged';
import type { Plan } from '../collection/plan';

/** All that one run concluded. */
export interface Outcome {
  readonly asOf: DaySerial;
  readonly books: Books;
  readonly reconciliation: Reconciliation;
  readonly settlement: Settlement;
  readonly aged: Aged;
  readonly plan: Plan;
  readonly settings: { readonly aging: AgingSettings };
}

/** What is added up again; each has its name in `texts/proof`. */
export type Figure =
  | 'our-opening' | 'our-closing' | 'our-lines' | 'their-opening' | 'their-closing' | 'their-lines' | 'difference' | 'account'
  | 'items' | 'item' | 'match' | 'line-once'
  | 'settled' | 'open-items' | 'original'
  | 'age' | 'bucket' | 'class' | 'row-total' | 'provision-base' | 'provision' | 'provision-total'
  | 'receivables' | 'current' | 'overdue' | 'sales' | 'collected' | 'period' | 'ratio'
  | 'plan-open' | 'plan-overdue' | 'plan-class' | 'plan-ask'
  | 'statement-opening' | 'statement-movements' | 'statement-closing' | 'statement-aging' | 'statement-difference';

/** A figure of the result that is not what the ledger's lines add up to. */
export interface Finding {
  readonly figure: Figure;
  /** null where the figure is one of all customers together. */
  readonly customer: CustomerIndex | null;
  readonly currency: CurrencyCode;
  /** Which one of several: a document, a bucket, a month end; '' where there is only one. */
  readonly which: string;
  /** `minor` is money, `plain` a count, a rate or a number of days. */
  readonly unit: 'minor' | 'plain';
  readonly is: number | null;
  readonly shouldBe: number | null;
}

/** A result that does not foot: it is shown to nobody and written nowhere. */
export class DoesNotFoot extends Error {
  constructor(readonly messages: readonly Message[]) {
    super(`The result does not foot: ${messages.length} figures differ from the ledger.`);
    this.name = 'DoesNotFoot';
  }
}

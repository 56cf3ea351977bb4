import type { DaySerial } from '../units/units';
import type { Step } from '../units/progress';
import type { Language } from '../texts';
import type { Annotations } from '../annotations/annotations';
import type { Books } from '../ledger/books';
import type { Reconciliation } from '../matching/reconciliation';
import type { Settlement } from '../settlement/settlement';
import type { Aged } from '../aging/aged';
import type { Plan } from '../collection/plan';
import type { Settings } from '../settings/settings';

/** All that one run found: what the reports are made from. */
export interface Result {
  readonly asOf: DaySerial;
  /** The language of the sheets. */
  readonly language: Language;
  readonly books: Books;
  readonly annotations: Annotations;
  readonly settings: Settings;
  readonly reconciliation: Reconciliation;
  readonly settlement: Settlement;
  readonly aged: Aged;
  readonly plan: Plan;
  readonly milliseconds: Readonly<Record<Step, number>>;
}

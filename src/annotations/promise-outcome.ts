/** Whether what a customer promised has come: one rule for the class of its items and for its row of the plan. */
import type { DaySerial, MinorUnits } from '../units/units';
import type { PlanNote } from './annotations';

export interface PromiseOutcome {
  readonly day: DaySerial;
  readonly amountMinor: MinorUnits | null;
  readonly state: 'kept' | 'broken' | 'pending';
  /** Share of the promised amount that has not come, 0 to 1. */
  readonly unpaidShare: number;
  readonly receivedMinor: MinorUnits;
}

/** What the account shows on the as-of day. */
export interface AccountOnDay {
  readonly openMinor: MinorUnits;
  /** Payments booked after the note's `writtenDay`; positive. Not asked for where that day is unknown. */
  readonly receivedSinceMinor: MinorUnits;
}

/**
 * Measured by the payments booked since the plan in which the promise was written; where that day is not
 * known, by how far the balance has fallen since. A promise without an amount is one of the whole balance
 * then open; where even that is unknown, any payment keeps it. The promised day itself is still in time, and
 * money that came late but in full keeps the promise too. Null where nothing was promised.
 */
export function promiseOutcome(note: PlanNote | null, account: AccountOnDay, asOf: DaySerial): PromiseOutcome | null {
  if (!note || note.promisedDay === null) return null;
  const receivedMinor = note.writtenDay !== null ? account.receivedSinceMinor : Math.max(0, (note.openThenMinor ?? account.openMinor) - account.openMinor);
  const promisedMinor = note.promisedMinor ?? note.openThenMinor ?? 1;
  const unpaidShare = promisedMinor <= 0 ? 0 : Math.min(1, Math.max(0, 1 - receivedMinor / promisedMinor));
  const state = unpaidShare === 0 || note.status === 'paid' ? 'kept' : asOf > note.promisedDay ? 'broken' : 'pending';
  return { day: note.promisedDay, amountMinor: note.promisedMinor, state, unpaidShare, receivedMinor };
}

/** What a customer promised, for its row of the plan. */
import type { DaySerial } from '../units/units';
import { promiseOutcome, type PromiseOutcome } from '../annotations/promise-outcome';
import type { AccountFacts } from './account-facts';

export type { PromiseOutcome } from '../annotations/promise-outcome';

export function promiseOf(account: AccountFacts, asOf: DaySerial): PromiseOutcome | null {
  return promiseOutcome(account.note, account, asOf);
}

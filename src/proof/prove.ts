/** The room's verb: every result is added up a second time before anybody sees it. */
import { balancesOf } from './balances';
import { Findings, findingMessage } from './findings';
import { DoesNotFoot, type Finding, type Outcome } from './proof';
import { proveAging } from './prove-aging';
import { proveKeyFigures } from './prove-key-figures';
import { provePlan } from './prove-plan';
import { proveReconciliation } from './prove-reconciliation';
import { proveSettlement } from './prove-settlement';

/** What does not foot; nothing where all is well. One pass over the lines for each list of figures. */
export function findingsOf(outcome: Outcome): readonly Finding[] {
  const findings = new Findings(outcome.books);
  const balances = balancesOf(outcome.books, outcome.asOf);
  proveReconciliation(outcome, balances, findings);
  proveSettlement(outcome, balances, findings);
  proveAging(outcome, balances, findings);
  proveKeyFigures(outcome, findings);
  provePlan(outcome, balances, findings);
  return findings.list;
}

/** @throws DoesNotFoot */
export function prove(outcome: Outcome): void {
  const findings = findingsOf(outcome);
  if (findings.length > 0) throw new DoesNotFoot(findings.map((finding) => findingMessage(outcome.books, finding)));
}

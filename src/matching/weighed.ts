/**
 * Passes that weigh: amounts, dates, similar numbers, lines that complete a document, sums. What is sure comes
 * into force; that takes documents off the table and is weighed again, until nothing more is sure.
 */
import { covers } from './covers';
import { equalAmounts, type Candidate } from './candidates';
import { Evidence } from './evidence';
import type { Ties } from './named';
import { confirm } from './resolve';
import { sums } from './combine';
import type { Work } from './work';

const ROUNDS_MAX = 8;

export function matchWeighed(work: Work, ties: Ties): void {
  settleRounds(work, (evidence) => [...equalAmounts(work, evidence), ...covers(work, ties, evidence)]);
  settleRounds(work, (evidence) => exactCandidates(work, ties, evidence));
}

/** Every reading whose amounts agree to the cent. */
export function exactCandidates(work: Work, ties: Ties, evidence: Evidence): Candidate[] {
  return [...equalAmounts(work, evidence), ...covers(work, ties, evidence), ...sums(work, ties, evidence)];
}

export function settleRounds(work: Work, candidatesOf: (evidence: Evidence) => readonly Candidate[]): void {
  for (let round = 0; round < ROUNDS_MAX; round++) if (confirm(work, candidatesOf(new Evidence(work))) === 0) return;
}

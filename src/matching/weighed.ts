/**
 * Passes that weigh: amounts, dates, similar numbers, lines that complete a document, sums. What is sure comes
 * into force; that takes documents off the table and is weighed again, until nothing more is sure.
 */
import { covers } from './covers';
import { equalAmounts, type Candidate } from './candidates';
import { Evidence } from './evidence';
import { confirm } from './resolve';
import { questionsOf, sums, type Question } from './combine';
import type { Work } from './work';

const ROUNDS_MAX = 8;

/** What there is to choose from, as the documents lie. */
export interface Round {
  readonly evidence: Evidence;
  readonly candidates: readonly Candidate[];
}

export function matchWeighed(work: Work): void {
  const plain = settleRounds(work, (evidence) => plainCandidates(work, evidence));
  const summed = sums(work, questionsOf(work, plain.evidence), plain.evidence);
  // Without them there is nothing to choose from but what was not sure just now.
  if (summed.length > 0) settleRounds(work, (evidence) => exactCandidates(work, evidence, questionsOf(work, evidence)), { ...plain, candidates: [...plain.candidates, ...summed] });
}

function plainCandidates(work: Work, evidence: Evidence): Candidate[] {
  return [...equalAmounts(work, evidence), ...covers(work, evidence)];
}

/** Every reading whose amounts agree to the cent. */
export function exactCandidates(work: Work, evidence: Evidence, questions: readonly Question[]): Candidate[] {
  return [...plainCandidates(work, evidence), ...sums(work, questions, evidence)];
}

/** Settles round by round; returns what is left to choose from when nothing more is sure. */
export function settleRounds(work: Work, candidatesOf: (evidence: Evidence) => readonly Candidate[], first?: Round): Round {
  const look = (): Round => {
    const evidence = new Evidence(work);
    return { evidence, candidates: candidatesOf(evidence) };
  };
  let round = first ?? look();
  for (let rounds = 0; rounds < ROUNDS_MAX && confirm(work, round.candidates) > 0; rounds++) round = look();
  return round;
}

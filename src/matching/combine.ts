import type { Candidate } from './candidates';
import type { Evidence } from './evidence';
import type { Ties } from './named';
import type { Work } from './work';

export function sums(_work: Work, _ties: Ties, _evidence: Evidence): Candidate[] {
  return [];
}

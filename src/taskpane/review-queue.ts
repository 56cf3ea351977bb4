/** The items under the chosen filter, in the session's order (by amount), and where the user is in them. */
import type { ReviewView } from '../engine';
import type { ReviewState } from './state';

export interface ReviewQueue {
  readonly items: readonly ReviewView[];
  readonly active: ReviewView | null;
  readonly activeIndex: number;
  /** The next one after the active that awaits a decision, from the start again after the last. */
  readonly nextUndecided: ReviewView | null;
  readonly undecidedCount: number;
}

export function reviewQueue({ items: all, filter, activeKey }: Pick<ReviewState, 'items' | 'filter' | 'activeKey'>): ReviewQueue {
  const items = (all ?? []).filter((item) => item.kind === filter);
  const activeIndex = items.findIndex((item) => item.key === activeKey);
  const undecided = items.filter((item) => item.decision === null);
  const after = items.slice(activeIndex + 1).find((item) => item.decision === null);
  return { items, active: items[activeIndex] ?? null, activeIndex, nextUndecided: after ?? undecided.find((item) => item.key !== activeKey) ?? null, undecidedCount: undecided.length };
}

/** Suggestions that one bulk acceptance would take: of a rule (or any), undecided, unambiguous, sure enough. */
export function bulkCandidates(items: readonly ReviewView[], ruleText: string, confidenceFrom: number): readonly ReviewView[] {
  return items.filter((item) => item.kind === 'suggested' && item.decision === null && item.alternatives.length === 0 && item.confidence >= confidenceFrom && (ruleText === '' || item.ruleText === ruleText));
}

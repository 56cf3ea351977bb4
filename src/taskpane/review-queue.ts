/** The items under the chosen filter, in the session's order (by amount), and where the user is in them. */
import type { ReviewView } from '../engine';
import type { Decisions, ReviewState } from './state';

export interface ReviewQueue {
  readonly items: readonly ReviewView[];
  readonly active: ReviewView | null;
  readonly activeIndex: number;
  /** The next one after the active that awaits a decision, from the start again after the last. */
  readonly nextUndecided: ReviewView | null;
  readonly undecidedCount: number;
}

/** Items with what has been decided on them since the run; one whose other reading was accepted is decided too. */
export function decidedItems(items: readonly ReviewView[], decisions: Decisions): readonly ReviewView[] {
  return items.map((item) => {
    const chosen = item.alternatives.some(({ key }) => decisions[key] === 'accepted');
    const decision = decisions[item.key] ?? (chosen ? 'accepted' : item.decision);
    return decision === item.decision ? item : { ...item, decision };
  });
}

export function reviewQueue({ items: all, filter, activeKey }: Pick<ReviewState, 'items' | 'filter' | 'activeKey'>, decisions: Decisions = {}): ReviewQueue {
  const items = decidedItems((all ?? []).filter((item) => item.kind === filter), decisions);
  const activeIndex = items.findIndex((item) => item.key === activeKey);
  const undecided = items.filter((item) => item.decision === null);
  const after = items.slice(activeIndex + 1).find((item) => item.decision === null);
  return { items, active: items[activeIndex] ?? null, activeIndex, nextUndecided: after ?? undecided.find((item) => item.key !== activeKey) ?? null, undecidedCount: undecided.length };
}

/** Suggestions that one bulk acceptance would take: of a rule (or any), undecided, unambiguous, sure enough. */
export function bulkCandidates(items: readonly ReviewView[], ruleText: string, confidenceFrom: number): readonly ReviewView[] {
  return items.filter((item) => item.kind === 'suggested' && item.decision === null && item.alternatives.length === 0 && item.confidence >= confidenceFrom && (ruleText === '' || item.ruleText === ruleText));
}

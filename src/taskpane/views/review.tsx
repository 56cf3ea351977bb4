/** The review: one item after another by amount, each opened in place, decided by mouse, touch or keyboard. */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Button, Link, Select, Spinner } from '@fluentui/react-components';
import type { ReviewView } from '../../engine';
import { useActions, usePane, useSay, useSayCount } from '../pane-context';
import { HandPanel } from '../parts/hand-panel';
import { SelectionPanel } from '../parts/selection-panel';
import { BulkPanel } from '../parts/bulk-panel';
import { totalsText } from '../parts/totals';
import { ViewFrame } from '../parts/view-frame';
import { decidedItems, reviewQueue, type ReviewQueue } from '../review-queue';
import type { ReviewFilter } from '../state';
import { useLayout } from '../styles';
import { ReviewItem } from './review-item';

const FILTERS: readonly ReviewFilter[] = ['suggested', 'unexplained', 'confirmed'];
const TITLES: Readonly<Record<ReviewFilter, string>> = { suggested: 'pane.review.title', unexplained: 'pane.review.title-unexplained', confirmed: 'pane.review.title-confirmed' };
const PAGE = 50;

export function Review() {
  const say = useSay();
  const sayCount = useSayCount();
  const layout = useLayout();
  const review = usePane((state) => state.review);
  const decisions = usePane((state) => state.decisions);
  const hasSelection = usePane((state) => (state.selection?.traces.length ?? 0) > 0);
  const actions = useActions();
  const { loadReview } = actions;
  useEffect(() => void loadReview(), [loadReview]);
  const items = useMemo(() => decidedItems(review.items ?? [], decisions), [review.items, decisions]);
  const queue = reviewQueue({ ...review, items });
  if (!review.items) {
    return (
      <ViewFrame title={say('pane.review.title')}>
        <Spinner label={say('pane.review.loading')} />
      </ViewFrame>
    );
  }
  // While the user picks rows in the sheets, matching by hand stands above the list.
  const byHand = review.hand.length > 0 || hasSelection;
  const waiting = queue.items.filter((item) => item.decision === null);
  return (
    <ViewFrame
      title={say(queue.items.length === 0 && isDecided(items) ? 'pane.review.title-empty' : TITLES[review.filter])}
      lead={waiting.length > 0 && review.filter !== 'confirmed' ? sayCount('pane.review.lead', waiting.length, { amounts: totalsText(waiting) }) : say('pane.review.lead-done')}
      foot={<Foot queue={queue} />}
      onKeyDown={(event) => onReviewKey(event, actions)}
    >
      <FilterPicker />
      <Pending />
      {review.filter === 'suggested' && <BulkPanel items={items} />}
      <SelectionPanel />
      {byHand && <HandPanel />}
      <Items key={review.filter} queue={queue} />
      {queue.items.length > 0 && <div className={layout.muted}>{say('pane.review.keys')}</div>}
      {!byHand && <HandPanel />}
    </ViewFrame>
  );
}

/** Nothing waits for the user, under any filter. */
function isDecided(items: readonly ReviewView[]): boolean {
  return items.every((item) => item.kind === 'confirmed' || item.decision !== null);
}

/** Single letters act only while the review has the focus, and never while the user types or picks. */
function onReviewKey(event: KeyboardEvent, actions: ReturnType<typeof useActions>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).matches('input, select, textarea')) return;
  const deeds: Readonly<Record<string, () => Promise<void>>> = {
    j: () => actions.moveReview(1),
    arrowdown: () => actions.moveReview(1),
    k: () => actions.moveReview(-1),
    arrowup: () => actions.moveReview(-1),
    a: () => actions.decideActive('accepted'),
    r: () => actions.decideActive('rejected'),
    u: () => actions.undo(),
  };
  const deed = deeds[event.key.toLowerCase()];
  if (!deed) return;
  event.preventDefault();
  void deed();
}

function FilterPicker() {
  const say = useSay();
  const items = usePane((state) => state.review.items) ?? [];
  const filter = usePane((state) => state.review.filter);
  const confirmedCount = usePane((state) => state.summary?.counts.confirmed ?? 0);
  const { setReviewFilter } = useActions();
  return (
    <Select aria-label={say('pane.review.show')} value={filter} onChange={(_, { value }) => void setReviewFilter(value as ReviewFilter)}>
      {FILTERS.map((each) => ({ each, count: each === 'confirmed' ? confirmedCount : items.filter((item) => item.kind === each).length }))
        .filter(({ each, count }) => count > 0 || each !== 'confirmed')
        .map(({ each, count }) => (
          <option key={each} value={each}>
            {say(`pane.review.filter.${each}`, { count })}
          </option>
        ))}
    </Select>
  );
}

/** Decisions count from the next run on; this says so, takes one back, or runs. */
function Pending() {
  const say = useSay();
  const sayCount = useSayCount();
  const layout = useLayout();
  const count = usePane((state) => Object.keys(state.decisions).length);
  const canUndo = usePane((state) => state.review.deeds.length > 0);
  const { run, undo } = useActions();
  if (count === 0) return null;
  return (
    <div className={layout.tight}>
      <span className={layout.muted}>{sayCount('pane.review.pending', count)}</span>
      <div className={layout.row}>
        <Button size="small" onClick={() => void run()}>
          {say('pane.review.apply')}
        </Button>
        {canUndo && (
          <Button size="small" appearance="subtle" aria-keyshortcuts="U" onClick={() => void undo()}>
            {say('pane.review.undo')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Items({ queue }: { readonly queue: ReviewQueue }) {
  const say = useSay();
  const layout = useLayout();
  const filter = usePane((state) => state.review.filter);
  const [limit, setLimit] = useState(PAGE);
  const list = useRef<HTMLUListElement>(null);
  const activeKey = queue.active?.key;
  // The keyboard moves the active item; the focus and the scroll go with it, if the focus is in the list.
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-expanded="true"]');
    row?.scrollIntoView?.({ block: 'nearest' });
    if (list.current?.contains(document.activeElement)) row?.focus({ preventScroll: true });
  }, [activeKey]);
  if (queue.items.length === 0) return <p className={layout.paragraph}>{say(`pane.review.empty.${filter}`)}</p>;
  const shown = Math.max(limit, queue.activeIndex + 1);
  return (
    <div>
      <ul className={layout.list} ref={list} aria-label={say('pane.review.list')}>
        {queue.items.slice(0, shown).map((item) => (
          <ReviewItem key={item.key} item={item} active={item.key === activeKey} />
        ))}
      </ul>
      {queue.items.length > shown && (
        <Link as="button" onClick={() => setLimit(shown + PAGE)}>
          {say('pane.review.more', { count: Math.min(PAGE, queue.items.length - shown) })}
        </Link>
      )}
    </div>
  );
}

function Foot({ queue: { active, activeIndex, items } }: { readonly queue: ReviewQueue }) {
  const say = useSay();
  const { decideActive, moveReview, show } = useActions();
  const isLast = activeIndex + 1 >= items.length;
  const plan = (
    <Button appearance="primary" size="large" onClick={() => show('plan')}>
      {say('pane.results.plan')}
    </Button>
  );
  if (!active) return plan;
  // A suggestion asks for a yes; what is confirmed stands unless it is taken back; what is unexplained can only be looked at.
  const next = (
    <Button appearance={active.kind === 'suggested' ? 'secondary' : 'primary'} size="large" aria-keyshortcuts="J" disabledFocusable={isLast} onClick={() => void moveReview(1)}>
      {say('pane.review.next')}
    </Button>
  );
  const reject = active.kind !== 'unexplained' && (
    <Button size="large" aria-keyshortcuts="R" onClick={() => void decideActive('rejected')}>
      {say('pane.review.reject')}
    </Button>
  );
  if (active.kind !== 'suggested') {
    return (
      <>
        {isLast ? plan : next}
        {reject}
      </>
    );
  }
  return (
    <>
      <Button appearance="primary" size="large" aria-keyshortcuts="A" onClick={() => void decideActive('accepted')}>
        {say('pane.review.accept')}
      </Button>
      {reject}
      {next}
    </>
  );
}

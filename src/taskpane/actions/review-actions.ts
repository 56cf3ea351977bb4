/** The review: look at one suggestion after another, decide, take back, match by hand. */
import type { LineView, ReviewView } from '../../engine';
import type { Deed, Decision, ReviewFilter, ReviewState } from '../state';
import { reviewQueue, type ReviewQueue } from '../review-queue';
import { decide, noteDecisions } from './deciding';
import { announce, attempt, type Workbench } from './workbench';

export interface ReviewActions {
  loadReview(): Promise<void>;
  setReviewFilter(filter: ReviewFilter): Promise<void>;
  /** Makes one item the active one and selects its cells in the sheet. */
  lookAt(key: string): Promise<void>;
  /** Makes a match the active item, wherever it was met. */
  lookAtMatch(match: ReviewView): Promise<void>;
  /** To the next (1) or the previous (-1) item. */
  moveReview(step: 1 | -1): Promise<void>;
  /** Decides on the active item and goes on to the next undecided one. */
  decideActive(decision: Decision): Promise<void>;
  /** Accepts another reading of an item in place of the one shown. */
  chooseAlternative(item: ReviewView, key: string): Promise<void>;
  acceptAll(keys: readonly string[]): Promise<void>;
  undo(): Promise<void>;
  addToHand(lines: readonly LineView[]): void;
  removeFromHand(line: LineView): void;
  matchHand(): Promise<void>;
}

export function reviewActions(bench: Workbench, selectLines: (lines: readonly LineView[]) => Promise<void>): ReviewActions {
  return new Review(bench, selectLines);
}

class Review implements ReviewActions {
  constructor(
    private readonly bench: Workbench,
    private readonly selectLines: (lines: readonly LineView[]) => Promise<void>,
  ) {}

  loadReview = (): Promise<void> =>
    attempt(this.bench, 'show', async () => {
      if (this.review.items) return;
      const items = await this.session.review();
      const filter = items.some((item) => item.kind === 'suggested') ? 'suggested' : 'unexplained';
      this.change({ items, filter });
      this.change({ activeKey: this.queue.items[0]?.key ?? null });
    });

  setReviewFilter = (filter: ReviewFilter): Promise<void> =>
    attempt(this.bench, 'show', async () => {
      if (filter === 'confirmed' && !this.review.confirmedLoaded) {
        const confirmed = await this.session.review('confirmed');
        this.change({ items: withItems(this.review.items, confirmed), confirmedLoaded: true });
      }
      this.change({ filter });
      this.change({ activeKey: this.queue.items[0]?.key ?? null });
    });

  lookAt = async (key: string): Promise<void> => {
    this.change({ activeKey: key });
    const item = this.review.items?.find((each) => each.key === key);
    if (item) await this.selectLines([...item.ours, ...item.theirs]);
  };

  lookAtMatch = async (match: ReviewView): Promise<void> => {
    this.change({ items: withItems(this.review.items, [match]), filter: match.kind });
    await this.lookAt(match.key);
  };

  moveReview = async (step: 1 | -1): Promise<void> => {
    const next = this.queue.items[this.queue.activeIndex + step];
    if (next) await this.lookAt(next.key);
  };

  decideActive = async (decision: Decision): Promise<void> => {
    const { active } = this.queue;
    if (!active || active.kind === 'unexplained') return;
    if (!(await this.decide([active.key], decision, active.key))) return;
    const next = this.queue.nextUndecided;
    announce(this.bench, `pane.said.${decision}`, { count: this.queue.undecidedCount });
    if (next) await this.lookAt(next.key);
  };

  chooseAlternative = async (item: ReviewView, key: string): Promise<void> => {
    if (await this.decide([key], 'accepted', item.key)) announce(this.bench, 'pane.said.accepted', { count: this.queue.undecidedCount });
  };

  acceptAll = async (keys: readonly string[]): Promise<void> => {
    if (await this.decide(keys, 'accepted', this.review.activeKey)) announce(this.bench, 'pane.said.accepted-all', { count: keys.length });
  };

  undo = (): Promise<void> =>
    attempt(this.bench, 'decide', async () => {
      const deed = this.review.deeds.at(-1);
      if (!deed) return;
      await this.takeBack(deed);
      this.change({ deeds: this.review.deeds.slice(0, -1) });
      announce(this.bench, 'pane.said.undone');
      if (deed.kind === 'decided' && deed.focus) await this.lookAt(deed.focus);
    });

  addToHand = (lines: readonly LineView[]): void => {
    const { hand } = this.review;
    const added = lines.filter((line) => !hand.some((each) => isSameLine(each, line)));
    this.change({ hand: [...hand, ...added], handRefused: null });
  };

  removeFromHand = (line: LineView): void => this.change({ hand: this.review.hand.filter((each) => !isSameLine(each, line)), handRefused: null });

  matchHand = (): Promise<void> =>
    attempt(this.bench, 'decide', async () => {
      const answer = await this.session.matchByHand(this.review.hand.map(({ sheet, row }) => ({ sheet, row })));
      if ('refused' in answer) return this.change({ handRefused: answer.refused });
      noteDecisions(this.bench, [answer.key], 'accepted');
      this.change({ hand: [], handRefused: null, deeds: [...this.review.deeds, { kind: 'matched', key: answer.key }] });
      announce(this.bench, 'pane.said.matched');
    });

  /** False where the session refused; the notice says why. */
  private async decide(keys: readonly string[], decision: Decision, focus: string | null): Promise<boolean> {
    const { decisions } = this.bench.get();
    const before = Object.fromEntries(keys.map((key) => [key, decisions[key] ?? null]));
    let decided = false;
    await attempt(this.bench, 'decide', async () => {
      await decide(this.bench, keys, decision);
      this.change({ deeds: [...this.review.deeds, { kind: 'decided', keys, before, focus }] });
      decided = true;
    });
    return decided;
  }

  private async takeBack(deed: Deed): Promise<void> {
    if (deed.kind === 'matched') return decide(this.bench, [deed.key], null);
    for (const decision of ['accepted', 'rejected', null] as const) {
      const keys = deed.keys.filter((key) => deed.before[key] === decision);
      if (keys.length > 0) await decide(this.bench, keys, decision);
    }
  }

  private get session() {
    return this.bench.parts.session;
  }

  private get review(): ReviewState {
    return this.bench.get().review;
  }

  private get queue(): ReviewQueue {
    return reviewQueue(this.review, this.bench.get().decisions);
  }

  private change(change: Partial<ReviewState>): void {
    this.bench.set({ review: { ...this.review, ...change } });
  }
}

/** The list with more at its end, each item once. */
function withItems(items: ReviewState['items'], more: readonly ReviewView[]): readonly ReviewView[] {
  const known = new Set(items?.map(({ key }) => key));
  return [...(items ?? []), ...more.filter(({ key }) => !known.has(key))];
}

function isSameLine(a: LineView, b: LineView): boolean {
  return a.sheet === b.sheet && a.row === b.row && a.amountMinor === b.amountMinor;
}

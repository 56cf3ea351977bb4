/**
 * The two-sided form (余额调节表): each side's balance, plus and minus what has to be put right in its own
 * books, ends in the same adjusted balance.
 */
import type { MinorUnits } from '../units/units';
import { CATEGORIES, type Account, type Category, type ReconcilingItem } from '../matching/reconciliation';
import type { Side } from '../ledger/books';

/** One category on one side, with the items that make it up. */
export interface Adjustment {
  readonly category: Category;
  /** What it adds to that side's balance. */
  readonly amountMinor: MinorUnits;
  readonly items: readonly { readonly item: ReconcilingItem; readonly amountMinor: MinorUnits }[];
}

export interface TwoSided {
  readonly adjustments: Readonly<Record<Side, readonly Adjustment[]>>;
  readonly adjustedMinor: Readonly<Record<Side, MinorUnits>>;
}

/**
 * Whose balance the item changes once everybody has booked what is missing. Mistakes are put right in the books
 * that hold them: a second booking on its own side, and what we posted to the wrong customer in ours, on the
 * account that has it and on the one that lacks it.
 */
export function adjustedSide(item: ReconcilingItem): Side {
  if (item.category === 'misposted') return 'ours';
  if (item.side === null) return item.actor === 'us' ? 'ours' : 'theirs';
  if (item.category === 'duplicate') return item.side;
  return item.side === 'ours' ? 'theirs' : 'ours';
}

/** Since the items sum to ours − theirs, taking those of our side off ours and adding the rest to theirs meets. */
export function twoSided(account: Account, items: readonly ReconcilingItem[]): TwoSided {
  const ours = adjustmentsOf('ours', items);
  const theirs = adjustmentsOf('theirs', items);
  const sum = (adjustments: readonly Adjustment[]) => adjustments.reduce((total, adjustment) => total + adjustment.amountMinor, 0);
  return { adjustments: { ours, theirs }, adjustedMinor: { ours: account.ours.closingMinor + sum(ours), theirs: account.theirs.closingMinor + sum(theirs) } };
}

function adjustmentsOf(side: Side, items: readonly ReconcilingItem[]): readonly Adjustment[] {
  const sign = side === 'ours' ? -1 : 1;
  const ofSide = items.filter((item) => adjustedSide(item) === side);
  const used = CATEGORIES.filter((category) => ofSide.some((item) => item.category === category));
  return used.map((category): Adjustment => {
    const lines = ofSide.filter((item) => item.category === category).map((item) => ({ item, amountMinor: sign * item.amountMinor }));
    lines.sort((a, b) => Math.abs(b.amountMinor) - Math.abs(a.amountMinor));
    return { category, amountMinor: lines.reduce((total, line) => total + line.amountMinor, 0), items: lines };
  });
}

/**
 * What the customer will not pay as it stands, and why: claims that its books hold and ours do not, amounts
 * on which the two differ, and items that someone marked. Payments that it has booked and we have not yet
 * received are no dispute, but are not asked for a second time either.
 */
import type { MinorUnits } from '../units/units';
import type { EntryIndex } from '../ledger/books';
import type { Category, ReconcilingItem } from '../matching/reconciliation';
import type { AgedItem } from '../aging/aged';

/** Categories that lower what the customer is ready to pay. */
const DISPUTED: readonly Category[] = ['return-not-credited', 'deduction-not-credited', 'transfer', 'amount-difference', 'duplicate', 'misposted', 'opening-difference', 'unexplained'];

export interface Disputes {
  /** Never more than what is open. */
  readonly disputedMinor: MinorUnits;
  readonly reasons: readonly { readonly category: Category | 'marked'; readonly amountMinor: MinorUnits }[];
  /** Paid by the customer's books, not yet received. */
  readonly inTransitMinor: MinorUnits;
  /** Ours that the customer has not booked yet. */
  readonly notBookedMinor: MinorUnits;
}

const NO_DISPUTES: Disputes = { disputedMinor: 0, reasons: [], inTransitMinor: 0, notBookedMinor: 0 };

export function disputesOf(items: readonly AgedItem[], reconcilingItems: readonly ReconcilingItem[]): Disputes {
  if (reconcilingItems.length === 0 && !items.some(({ disputed }) => disputed)) return NO_DISPUTES;
  const debits = items.filter(({ item }) => item.openMinor > 0);
  const openByEntry = new Map<EntryIndex, MinorUnits>();
  for (const { item } of debits) openByEntry.set(item.entry, (openByEntry.get(item.entry) ?? 0) + item.openMinor);
  const reasons = new Map<Category | 'marked', MinorUnits>();
  const add = (category: Category | 'marked', amountMinor: MinorUnits) => reasons.set(category, (reasons.get(category) ?? 0) + amountMinor);
  const covered = new Set<EntryIndex>();
  let inTransitMinor = 0;
  let notBookedMinor = 0;
  for (const item of reconcilingItems) {
    if (item.amountMinor <= 0) continue;
    const amountMinor = stillOpen(item, openByEntry);
    if (amountMinor <= 0) continue;
    if (item.category === 'in-transit-payment') inTransitMinor += amountMinor;
    else if (item.category === 'in-transit-goods') notBookedMinor += amountMinor;
    else if (DISPUTED.includes(item.category)) {
      add(item.category, amountMinor);
      for (const entry of item.ours) covered.add(entry);
    }
  }
  for (const { item, disputed } of debits) if (disputed && !covered.has(item.entry)) add('marked', item.openMinor);
  const openMinor = debits.reduce((sum, { item }) => sum + item.openMinor, 0);
  const list = Array.from(reasons, ([category, amountMinor]) => ({ category, amountMinor })).sort((a, b) => b.amountMinor - a.amountMinor);
  return { disputedMinor: Math.min(openMinor, list.reduce((sum, reason) => sum + reason.amountMinor, 0)), reasons: list, inTransitMinor, notBookedMinor };
}

/** A difference over entries of ours matters only as far as these are still open. */
function stillOpen(item: ReconcilingItem, openByEntry: ReadonlyMap<EntryIndex, MinorUnits>): MinorUnits {
  if (item.ours.length === 0) return item.amountMinor;
  return Math.min(item.amountMinor, item.ours.reduce((sum, entry) => sum + (openByEntry.get(entry) ?? 0), 0));
}

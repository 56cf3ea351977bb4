/**
 * What an account by itself leaves open, as other accounts see it: papers that may belong to them, and what this
 * account has shown of its habits. It stands by itself, so that it can be kept when the desk is cleared.
 */
import type { DaySerial, MinorUnits } from '../units/units';
import type { CurrencyCode } from '../units/money';
import type { CustomerIndex, EntryIndex, Side } from '../ledger/books';
import type { AmountStatistics } from './amounts';
import type { Clocks } from './clocks';
import { sameFamily, type Doc, type Family } from './doc';
import type { Naming, NumberCode } from './readings';
import type { Work } from './work';

/** What an account has shown of itself: how late the other side books, and how rare its amounts are. */
interface Habits {
  readonly clocks: Clocks;
  readonly amounts: AmountStatistics;
}

/** A document as it lay when its account had told all that it could. */
export interface Paper {
  readonly side: Side;
  readonly family: Family;
  readonly day: DaySerial;
  readonly amountMinor: MinorUnits;
  readonly numbers: readonly NumberCode[];
  readonly naming: Naming;
  readonly isTransfer: boolean;
  /** The first of what no match holds; `null` where nothing is left. */
  readonly entry: EntryIndex | null;
}

export interface Leftovers {
  readonly customer: CustomerIndex;
  readonly currency: CurrencyCode;
  readonly ours: readonly Paper[];
  readonly theirs: readonly Paper[];
  /** Of ours, open or not. */
  readonly transfers: readonly Paper[];
  /** `null` where nothing is left over that could be money: nothing else is judged by them, and they are much of what a run keeps. */
  readonly habits: Habits | null;
}

export function leftoversOf({ desk, clocks, amounts }: Work): Leftovers {
  const papers = (docs: readonly Doc[]) => docs.map((doc) => paperOf(doc, desk.isTransfer(doc)));
  const [ours, theirs] = [papers(desk.free('ours')), papers(desk.free('theirs'))];
  const isMoneyLeft = [...ours, ...theirs].some((paper) => sameFamily(paper, { family: 'money' }));
  return {
    customer: desk.account.customer, currency: desk.currency,
    ours, theirs, transfers: desk.transfers.map((doc) => paperOf(doc, true)),
    habits: isMoneyLeft ? { clocks, amounts } : null,
  };
}

const paperOf = ({ side, family, day, amountMinor, numbers, naming, entries }: Doc, isTransfer: boolean): Paper => ({ side, family, day, amountMinor, numbers, naming, isTransfer, entry: entries[0] ?? null });

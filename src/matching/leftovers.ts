/**
 * What an account by itself leaves open, as other accounts see it: papers that may belong to them, and what this
 * account has shown of its habits. It stands by itself, so that it can be kept when the desk is cleared.
 */
import type { DaySerial, MinorUnits } from '../units/units';
import type { CurrencyCode } from '../units/money';
import type { CustomerIndex, EntryIndex, Side } from '../ledger/books';
import type { AmountStatistics } from './amounts';
import type { Clocks } from './clocks';
import type { Doc, Family } from './doc';
import type { Naming, NumberCode } from './readings';
import type { Work } from './work';

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
  readonly clocks: Clocks;
  readonly amounts: AmountStatistics;
}

export function leftoversOf({ desk, clocks, amounts }: Work): Leftovers {
  const papers = (docs: readonly Doc[]) => docs.map((doc) => paperOf(doc, desk.isTransfer(doc)));
  return {
    customer: desk.account.customer, currency: desk.currency,
    ours: papers(desk.free('ours')), theirs: papers(desk.free('theirs')), transfers: desk.transfers.map((doc) => paperOf(doc, true)),
    clocks, amounts,
  };
}

const paperOf = ({ side, family, day, amountMinor, numbers, naming, entries }: Doc, isTransfer: boolean): Paper => ({ side, family, day, amountMinor, numbers, naming, isTransfer, entry: entries[0] ?? null });

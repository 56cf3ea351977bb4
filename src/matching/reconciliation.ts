/**
 * The shapes that matching yields. A match ties entries of ours to entries of theirs; what stays over
 * is a reconciling item; the items of an account sum to its difference, to the cent.
 */
import type { MinorUnits } from '../units/units';
import type { Rows } from '../units/columns';
import type { CurrencyCode } from '../units/money';
import type { Message } from '../texts';
import type { CustomerIndex, EntryIndex, Side } from '../ledger/books';

export const MATCH_RULES = [
  /** The user said so. */
  'manual',
  /** Opening balance against opening balance. */
  'opening',
  /** A document number names the other side and the amounts agree. */
  'document-number',
  /** Several lines or documents on either side joined by the numbers they name. */
  'document-group',
  /** A document number names the other side but the amounts differ. */
  'document-amount-differs',
  /** A number that is nearly the other's (a digit transposed or missing), with amount and date to bear it out. */
  'similar-number',
  /** Amount and date fit one candidate and no other. */
  'unique-amount',
  /** A whole document against one line, by amount and date. */
  'document-total',
  /** Amounts differ in a way that is recognised: tax, a unit short, a digit, a fee, rounding. */
  'recognised-difference',
  /** A payment net of, or gross of, deductions that stand in lines of their own. */
  'net-of-deductions',
  /** One payment booked in parts. */
  'split-payment',
  /** A sum of several lines, the only one there is. */
  'sum',
  /** Lines of one side that net to zero (exchange, booked and reversed); nothing on the other. */
  'nets-to-zero',
] as const;
export type MatchRule = (typeof MATCH_RULES)[number];

export interface Match {
  readonly customer: CustomerIndex;
  readonly currency: CurrencyCode;
  /** Ascending. */
  readonly ours: readonly EntryIndex[];
  readonly theirs: readonly EntryIndex[];
  readonly status: 'confirmed' | 'suggested';
  readonly rule: MatchRule;
  /** 0 to 1: the probability that an accountant would agree. */
  readonly confidence: number;
  /** Sum of ours − sum of theirs. */
  readonly differenceMinor: MinorUnits;
  readonly evidence: readonly Message[];
  /** Other readings that fit as well or nearly so; an ambiguous match is never confirmed. */
  readonly alternatives: readonly { readonly ours: readonly EntryIndex[]; readonly theirs: readonly EntryIndex[] }[];
  readonly decision: 'accepted' | null;
}

/** Lists of entries, one after another. */
export interface EntryLists {
  readonly entries: Int32Array;
  /** By list: its place among `entries`. It ends where the next one starts. */
  readonly starts: Int32Array;
  at(list: number): readonly EntryIndex[];
}

/** In the order of accounts, then of our rows, then of theirs. */
export interface Matches extends Rows<Match>, Readonly<Record<Side, EntryLists>> {
  /** 1 where it is confirmed, 0 where it is suggested. */
  readonly isConfirmed: Uint8Array;
  readonly customer: Int32Array;
  readonly currency: readonly CurrencyCode[];
  readonly differenceMinor: Float64Array;
}

/** Numbers of the matches of a status. */
export function numbersOf({ count, isConfirmed }: Matches, status: Match['status']): number[] {
  const wanted = status === 'confirmed' ? 1 : 0;
  const numbers: number[] = [];
  for (let match = 0; match < count; match++) if (isConfirmed[match] === wanted) numbers.push(match);
  return numbers;
}

export const CATEGORIES = ['in-transit-goods', 'in-transit-payment', 'return-not-credited', 'deduction-not-credited', 'credit-not-booked', 'transfer', 'amount-difference', 'duplicate', 'misposted', 'opening-difference', 'unexplained'] as const;
export type Category = (typeof CATEGORIES)[number];

export interface ReconcilingItem {
  readonly customer: CustomerIndex;
  readonly currency: CurrencyCode;
  readonly category: Category;
  /** The side whose ledger holds it; null where both do (an amount difference). */
  readonly side: Side | null;
  /** Contribution to (our closing − their closing). */
  readonly amountMinor: MinorUnits;
  readonly ours: readonly EntryIndex[];
  readonly theirs: readonly EntryIndex[];
  /** Who must act so that it goes away. */
  readonly actor: 'us' | 'them' | 'both';
  /** One sentence: what happened, and what is missing. */
  readonly explanation: Message;
  /** Nearest candidates where nothing explains it. */
  readonly candidates: readonly { readonly ours: readonly EntryIndex[]; readonly theirs: readonly EntryIndex[]; readonly differenceMinor: MinorUnits }[];
  /** For a transfer or a misposting: whose account it belongs to. */
  readonly otherCustomer: CustomerIndex | null;
}

/** One customer in one currency: both balances, and the items between them. */
export interface Account {
  readonly customer: CustomerIndex;
  readonly currency: CurrencyCode;
  readonly ours: { readonly openingMinor: MinorUnits; readonly closingMinor: MinorUnits; readonly entryCount: number };
  readonly theirs: { readonly openingMinor: MinorUnits; readonly closingMinor: MinorUnits; readonly entryCount: number };
  readonly differenceMinor: MinorUnits;
  /** False where the customer's ledger is not in the workbook: nothing to compare, no items. */
  readonly hasTheirs: boolean;
}

export interface Reconciliation {
  readonly accounts: readonly Account[];
  readonly matches: Matches;
  readonly items: readonly ReconcilingItem[];
  /** Searches that were cut short, said rather than hidden. */
  readonly limits: readonly Message[];
}

/** Thresholds of matching; the settings sheet holds them. */
export interface MatchingSettings {
  /** Days that goods and papers take between the two books. */
  readonly dateWindowDays: number;
  /** Difference up to which two amounts are still the same booking, as a share of the larger. Shown as a difference, never swallowed. */
  readonly toleranceShare: number;
  readonly toleranceMinor: MinorUnits;
  readonly confirmFrom: number;
  readonly suggestFrom: number;
  /** Tax rates (0.13, 0.05 …) at which one side may have booked net. */
  readonly taxRates: readonly number[];
}

export const DEFAULT_MATCHING_SETTINGS: MatchingSettings = { dateWindowDays: 45, toleranceShare: 0.01, toleranceMinor: 0, confirmFrom: 0.95, suggestFrom: 0.5, taxRates: [0.13, 0.09, 0.06, 0.05, 0.03, 0.2, 0.1] };

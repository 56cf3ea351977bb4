/** The shapes that settlement yields: which credit settled which debit, and what is open. */
import type { DaySerial, MinorUnits } from '../units/units';
import type { Rows } from '../units/columns';
import type { Message } from '../texts';
import type { CurrencyCode } from '../units/money';
import type { CustomerIndex, EntryIndex } from '../ledger/books';

export const ALLOCATION_RULES = [
  'manual',
  /** The ledger's own clearing number ties them. */
  'cleared-in-ledger',
  /** The payment names the document. */
  'named-document',
  /** A remittance line says so. */
  'remittance',
  /** The customer's matched line names it. */
  'customers-line',
  /** A return or deduction belongs to that invoice. */
  'belongs-to',
  /** The amount fits one open invoice exactly. */
  'exact-invoice',
  /** The amount fits all lines of one document exactly. */
  'exact-document',
  /** Said nothing: oldest due first within the product class. */
  'oldest-in-class',
  'oldest',
  /** Sold through, so due and paid in that order. */
  'sell-through',
] as const;
export type AllocationRule = (typeof ALLOCATION_RULES)[number];

/** All entry numbers are of our ledger. */
export interface Allocation {
  readonly credit: EntryIndex;
  readonly debit: EntryIndex;
  /** Number of the debit's instalment; absent for the first or only one. */
  readonly instalment?: number;
  /** Positive. */
  readonly amountMinor: MinorUnits;
  readonly rule: AllocationRule;
  /** From then on the debit counts as settled by this much: the later of the two lines' days, or the day on which a credit kept for another document was set free. */
  readonly day: DaySerial;
  /** True where the payment could have been for several invoices and policy decided. */
  readonly byPolicy: boolean;
}

/** What is left of one entry, or of one instalment of it. Credits that found no debit are negative and on account. */
export interface OpenItem {
  readonly entry: EntryIndex;
  readonly customer: CustomerIndex;
  readonly currency: CurrencyCode;
  /** Due day by its term; `null` where nothing falls due: the unsold part of sell-through goods, money on account. */
  readonly dueDay: DaySerial | null;
  readonly originalMinor: MinorUnits;
  readonly openMinor: MinorUnits;
  readonly onAccount: boolean;
  /** Number of the instalment, 0 for the first or only one. */
  readonly instalment: number;
  readonly productClass: string;
  /** A payment that names another customer's document: whose. It stays on account here until somebody transfers it. */
  readonly onBehalfOf?: CustomerIndex;
}

export interface Allocations extends Rows<Allocation> {
  readonly credit: Int32Array;
  readonly debit: Int32Array;
  /** 0 for the first or only one. */
  readonly instalment: Int32Array;
  readonly amountMinor: Float64Array;
  /** Number in `ALLOCATION_RULES`. */
  readonly rule: Uint8Array;
  readonly day: Int32Array;
  /** 1 where policy decided. */
  readonly byPolicy: Uint8Array;
}

/** How a debit came to an end (or did not): what likelihood learns from. */
export interface SettledDebit {
  readonly entry: EntryIndex;
  /** Number of the instalment or of the sale; absent for the first or only one. */
  readonly instalment?: number;
  readonly customer: CustomerIndex;
  readonly day: DaySerial;
  readonly dueDay: DaySerial;
  readonly amountMinor: MinorUnits;
  /** Day of the allocation that closed it; null while open at the as-of day. */
  readonly settledDay: DaySerial | null;
}

export interface SettledDebits extends Rows<SettledDebit> {
  readonly entry: Int32Array;
  /** 0 for the first or only one. */
  readonly instalment: Int32Array;
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly dueDay: Int32Array;
  readonly amountMinor: Float64Array;
  /** `NO_DAY` while open at the as-of day. */
  readonly settledDay: Int32Array;
}

export interface Settlement {
  readonly asOf: DaySerial;
  readonly allocations: Allocations;
  readonly openItems: readonly OpenItem[];
  readonly history: SettledDebits;
  /** Due day of every debit entry (of its first instalment), by entry number; `NO_DAY` for credits and for sell-through goods, due when sold. */
  readonly dueDays: Int32Array;
  /** Manual allocations that could not be met as the user asked, and why. Nothing is dropped silently. */
  readonly problems?: readonly Message[];
}

export interface SettlementSettings {
  /** Days after the document day where no term is known. */
  readonly defaultTermDays: number;
}

export const DEFAULT_SETTLEMENT_SETTINGS: SettlementSettings = { defaultTermDays: 30 };

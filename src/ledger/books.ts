/**
 * What reading yields: two ledgers of entries in columns, the customers both sides name, and what the
 * master sheets say. This file is only shapes; `read.ts` fills them.
 */
import type { DaySerial, MinorUnits, SheetRow } from '../units/units';
import type { CurrencyCode } from '../units/money';
import type { Language, Message } from '../texts';
import type { TextPool } from './grid';

/** Number of an entry within its ledger. */
export type EntryIndex = number;
/** Number of a customer in `Books.customers`. */
export type CustomerIndex = number;

export const ENTRY_KINDS = ['opening', 'invoice', 'payment', 'return', 'exchange', 'transfer', 'rebate', 'damage', 'advertising', 'promotion', 'adjustment', 'write-off'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const SIDES = ['ours', 'theirs'] as const;
export type Side = (typeof SIDES)[number];

/**
 * One side's entries, a column per field; entry i is the i-th element of each.
 * Text columns hold numbers of `Books.texts` (0 = empty).
 */
export interface Ledger {
  readonly side: Side;
  readonly count: number;
  /** Number of the sheet in `Books.sheets`. */
  readonly sheet: Uint16Array;
  /** Row on that sheet, from 1. Two entries share a row when invoice and payment are printed in one line. */
  readonly row: Int32Array;
  /** Document (posting) day; `NO_DAY` where the line has none. */
  readonly day: Int32Array;
  /** Due day where the ledger prints one; else `NO_DAY`. Due days by terms are settlement's work. */
  readonly dueDay: Int32Array;
  /** Number in `ENTRY_KINDS`. */
  readonly kind: Uint8Array;
  readonly customer: Int32Array;
  /** Number in `Books.currencies`. */
  readonly currency: Uint16Array;
  /** Minor units. Positive increases what the customer owes, on both sides: the customer's ledger is mirrored. */
  readonly amountMinor: Float64Array;
  /** The ledger's own document number, as printed. */
  readonly document: Int32Array;
  /** Numbers of other documents that the line names in its own column(s), as printed, joined by a space. */
  readonly references: Int32Array;
  readonly memo: Int32Array;
  /** The kind of document as printed ("销售出库", "Bill Payment"). */
  readonly kindText: Int32Array;
  /** Product class, the level at which terms are agreed (彩电, TV). */
  readonly productClass: Int32Array;
  /** Item or specification within the class. */
  readonly item: Int32Array;
  readonly rep: Int32Array;
  /** NaN where the line has none. */
  readonly quantity: Float64Array;
  /** NaN where the line has none; major units. */
  readonly unitPrice: Float64Array;
  /** 1 where the line itself says that it is disputed. */
  readonly disputed: Uint8Array;
  /** Number that ties lines that the user's own system has settled together (Odoo matching number, SAP clearing document); 0 = none. */
  readonly clearing: Int32Array;
}

/** How a name was joined to a customer. `suggested` joins are listed for the user and never made silently. */
export interface CustomerAlias {
  readonly name: string;
  readonly sheet: string;
  /** Why this name is that customer: same text, same code, traditional/simplified, legal form dropped, abbreviation. */
  readonly evidence: Message;
  readonly status: 'confirmed' | 'suggested';
}

export interface Customer {
  /** As our ledger names it; as theirs does where only theirs names it. */
  readonly name: string;
  readonly code: string;
  readonly aliases: readonly CustomerAlias[];
}

/** How a due day follows from a document day, for one customer × product class (empty = any). */
export interface Term {
  readonly customer: CustomerIndex | null;
  /** Text as printed; '' for every product. */
  readonly productClass: string;
  readonly rule:
    | { readonly kind: 'days'; readonly days: number }
    /** 月结 n: counted from the end of the document's month. */
    | { readonly kind: 'month-end'; readonly days: number }
    /** Due on the n-th of the month that lies `months` after the document's. */
    | { readonly kind: 'fixed-day'; readonly dayOfMonth: number; readonly months: number }
    /** 实销实结: due when sold. `days` after the sale. */
    | { readonly kind: 'sell-through'; readonly days: number }
    /** Parts of an invoice falling due after different days; shares sum to 1. */
    | { readonly kind: 'instalments'; readonly parts: readonly { readonly share: number; readonly days: number }[] };
  readonly sheet: string;
  readonly row: SheetRow;
}

export const PAYMENT_METHODS = ['bank-transfer', 'cheque', 'cash', 'acceptance-bill'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** What the customer master and the settlement agreements say, together. Every field may be unknown (null or ''). */
export interface CustomerMaster {
  readonly customer: CustomerIndex;
  readonly rep: string;
  readonly region: string;
  readonly distanceKm: number | null;
  /** Day of the month on which the customer pays; 31 = its last day. */
  readonly payDay: number | null;
  readonly approvalDays: number | null;
  readonly method: PaymentMethod | null;
  readonly place: string;
  readonly contact: string;
  readonly language: Language | null;
  /** ISO 3166 code or the user's own word, for the limitation period. */
  readonly jurisdiction: string;
  readonly creditLimitMinor: MinorUnits | null;
  readonly reconcileEveryMonths: number | null;
  readonly lastReconciledDay: DaySerial | null;
  readonly agreementDay: DaySerial | null;
  readonly settlesBy: 'invoice' | 'sell-through' | null;
  readonly closed: boolean;
  /** Gross margin as a share of sales, where the sheet has it. */
  readonly margin: number | null;
  readonly sheet: string;
  readonly row: SheetRow;
}

export interface Visit {
  readonly customer: CustomerIndex;
  readonly day: DaySerial;
  readonly plannedDay: DaySerial | null;
  readonly rep: string;
  readonly note: string;
}

/** A line of a remittance sheet: this payment is for that invoice, so much, because. */
export interface RemittanceLine {
  readonly customer: CustomerIndex | null;
  readonly payment: string;
  readonly invoice: string;
  readonly amountMinor: MinorUnits;
  readonly memo: string;
  readonly day: DaySerial | null;
  readonly sheet: string;
  readonly row: SheetRow;
}

export interface SellThroughLine {
  readonly customer: CustomerIndex | null;
  readonly productClass: string;
  readonly item: string;
  readonly quantity: number;
  readonly amountMinor: MinorUnits | null;
  readonly periodStartDay: DaySerial | null;
  readonly periodEndDay: DaySerial;
  readonly sheet: string;
  readonly row: SheetRow;
}

export const SHEET_ROLES = ['our-ledger', 'customer-ledger', 'customers', 'terms', 'remittances', 'sell-through', 'agreements', 'visits', 'ignore'] as const;
export type SheetRole = (typeof SHEET_ROLES)[number];

/** What a column holds. */
export const FIELDS = [
  'date', 'year', 'month', 'day', 'due-date', 'kind', 'document', 'reference', 'customer', 'customer-code', 'product-class', 'item', 'quantity', 'unit-price',
  'debit', 'credit', 'amount', 'paid', 'paid-date', 'open', 'direction', 'balance', 'currency', 'memo', 'rep', 'disputed', 'clearing',
  // master sheets
  'term-days', 'term', 'region', 'distance', 'pay-day', 'approval-days', 'method', 'place', 'contact', 'language', 'jurisdiction', 'credit-limit', 'reconcile-every',
  'last-reconciled', 'agreement-date', 'settles-by', 'closed', 'margin', 'planned-date', 'payment', 'invoice', 'period-start', 'period-end',
] as const;
export type Field = (typeof FIELDS)[number];

export interface Skipped {
  readonly row: SheetRow;
  readonly reason: Message;
}

/** Something about a sheet that the user should know or mend. `error` stops the run; `warning` does not. */
export interface SheetIssue {
  readonly severity: 'error' | 'warning';
  readonly sheet: string;
  readonly row: SheetRow | null;
  /** Column letters, '' where the whole row or sheet is meant. */
  readonly column: string;
  readonly message: Message;
}

/** One ledger or master table found on a sheet. A sheet may hold several, one under another. */
export interface SheetReading {
  readonly sheet: string;
  readonly role: SheetRole;
  /** 0 to 1; and what else it might have been. */
  readonly confidence: number;
  readonly runnerUp: { readonly role: SheetRole; readonly confidence: number } | null;
  /** Bottom row of the header; 0 where there is none. */
  readonly headerRow: SheetRow;
  readonly firstRow: SheetRow;
  readonly lastRow: SheetRow;
  /** Column letters by field; a field printed twice keeps the first here. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  readonly headings: Readonly<Record<string, string>>;
  /** What names the layout, so that a correction is remembered for it: role and headings, hashed. */
  readonly layoutKey: string;
  readonly customer: CustomerIndex | null;
  readonly currency: CurrencyCode;
  readonly language: Language;
  readonly entryCount: number;
  readonly hiddenRowCount: number;
  readonly skipped: readonly Skipped[];
  /** First row at which the running balance is not what the lines give; null when proven or absent. */
  readonly balanceProof: { readonly checked: number; readonly firstBreakRow: SheetRow | null } | null;
}

/** What the user has corrected, by sheet name or by layout; the strongest evidence there is. */
export interface Mapping {
  readonly role?: SheetRole;
  readonly headerRow?: SheetRow;
  readonly columns?: Readonly<Partial<Record<Field, string>>>;
  readonly customer?: string;
}

export interface ReadOptions {
  readonly mappings?: Readonly<Record<string, Mapping>>;
  readonly mappingsByLayout?: Readonly<Record<string, Mapping>>;
  /** Names that the user has said are one customer: alias → name. */
  readonly aliases?: Readonly<Record<string, string>>;
  readonly onSheet?: (sheet: string, done: number, total: number) => void;
}

export interface Books {
  readonly texts: TextPool;
  readonly ours: Ledger;
  readonly theirs: Ledger;
  readonly customers: readonly Customer[];
  readonly currencies: readonly CurrencyCode[];
  /** Sheet names by the number that `Ledger.sheet` holds. */
  readonly sheetNames: readonly string[];
  readonly sheets: readonly SheetReading[];
  readonly issues: readonly SheetIssue[];
  readonly terms: readonly Term[];
  /** At most one of each customer. */
  readonly masters: readonly CustomerMaster[];
  readonly visits: readonly Visit[];
  readonly remittances: readonly RemittanceLine[];
  readonly sellThrough: readonly SellThroughLine[];
  /** Our own name where a title says it; '' otherwise. */
  readonly ourName: string;
  /** The language most of the ledgers are printed in. */
  readonly language: Language;
  /** True where the ledgers print ROC years, so that statements may too. */
  readonly usesRocYears: boolean;
  /** The latest day in either ledger: the default as-of. */
  readonly latestDay: DaySerial;
}

/** One entry as an object, for a test, a report line or a sentence; never in a loop over a ledger. */
export interface Entry {
  readonly side: Side;
  readonly sheet: string;
  readonly row: SheetRow;
  readonly day: DaySerial;
  readonly dueDay: DaySerial;
  readonly kind: EntryKind;
  readonly customer: CustomerIndex;
  readonly currency: CurrencyCode;
  readonly amountMinor: MinorUnits;
  readonly document: string;
  readonly references: string;
  readonly memo: string;
  readonly kindText: string;
  readonly productClass: string;
  readonly item: string;
  readonly rep: string;
  readonly quantity: number;
}

export function ledgerOf(books: Books, side: Side): Ledger {
  return side === 'ours' ? books.ours : books.theirs;
}

export function entryAt(books: Books, side: Side, index: EntryIndex): Entry {
  const ledger = ledgerOf(books, side);
  const text = (column: Int32Array) => books.texts.at(column[index]);
  return {
    side,
    sheet: books.sheetNames[ledger.sheet[index]],
    row: ledger.row[index],
    day: ledger.day[index],
    dueDay: ledger.dueDay[index],
    kind: ENTRY_KINDS[ledger.kind[index]],
    customer: ledger.customer[index],
    currency: books.currencies[ledger.currency[index]],
    amountMinor: ledger.amountMinor[index],
    document: text(ledger.document),
    references: text(ledger.references),
    memo: text(ledger.memo),
    kindText: text(ledger.kindText),
    productClass: text(ledger.productClass),
    item: text(ledger.item),
    rep: text(ledger.rep),
    quantity: ledger.quantity[index],
  };
}

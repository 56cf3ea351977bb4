/** A trade small enough to read: customers with what they owe, and the plan that follows. As of Wednesday 2026-09-30; 1 to 7 October are holidays. */
import { MatchColumns } from '../../src/matching/match-columns';
import { parseIsoDay } from '../../src/units/day';
import { toMinor } from '../../src/units/money';
import type { DaySerial } from '../../src/units/units';
import type { Books, CustomerMaster, EntryKind, Visit } from '../../src/ledger/books';
import { booksFromLines, type CaseLine } from '../../src/ledger/ledger-builder';
import { NO_ANNOTATIONS, type PlanNote, type ReconciliationSigned } from '../../src/annotations/annotations';
import type { Match, ReconcilingItem } from '../../src/matching/reconciliation';
import { AllocationColumns } from '../../src/settlement/allocations';
import { SettledDebitColumns } from '../../src/settlement/settled-debits';
import type { Allocation, SettledDebit } from '../../src/settlement/settlement';
import type { AgedItem, CollectionClass, ExpectedCash } from '../../src/aging/aged';
import { DEFAULT_COLLECTION_SETTINGS, type CollectionSettings, type Plan, type PlanRow } from '../../src/collection/plan';
import { planCollection } from '../../src/collection/plan-collection';

export const day = (iso: string): DaySerial => parseIsoDay(iso) as DaySerial;
export const AS_OF = day('2026-09-30');

export interface Owed {
  /** Major units; negative = received and not placed. */
  readonly amount: number;
  /** Days overdue at the as-of day; negative = not due yet; null = unsold sell-through goods. */
  readonly overdue?: number | null;
  readonly class?: CollectionClass;
  readonly likelihood?: number;
  /** Likelihood within 60 and 90 days, where it is more than within 30. */
  readonly later?: readonly [number, number];
  readonly disputed?: boolean;
  readonly document?: string;
  readonly currency?: string;
}

export interface CustomerCase {
  readonly owes: readonly Owed[];
  /** null = not on the customers sheet. */
  readonly master?: Partial<CustomerMaster> | null;
  readonly note?: Partial<PlanNote>;
  /** Day of the last signed statement; by default a month ago. */
  readonly signed?: DaySerial | null;
  /** Further lines of our ledger, which are settled. */
  readonly lines?: readonly { readonly day: DaySerial; readonly amount: number; readonly kind?: EntryKind; readonly rep?: string }[];
}

export interface TradeOptions {
  readonly settings?: Partial<CollectionSettings>;
  readonly asOf?: DaySerial;
  readonly items?: (books: Books) => readonly ReconcilingItem[];
  readonly matches?: (books: Books) => readonly Match[];
  readonly allocations?: (books: Books) => readonly Allocation[];
  readonly dueDays?: (books: Books) => Int32Array;
  readonly history?: (books: Books) => readonly SettledDebit[];
  readonly visits?: readonly Visit[];
  readonly moreNotes?: readonly PlanNote[];
}

/** A customer of whom everything is known and agreed, near enough to walk to. */
const COMPLETE: Omit<CustomerMaster, 'customer'> = {
  rep: 'Wang', region: 'North', distanceKm: 0, payDay: null, approvalDays: 0, method: 'bank-transfer', place: 'Head office', contact: 'Ms Li', language: null, jurisdiction: 'CN',
  creditLimitMinor: null, reconcileEveryMonths: null, lastReconciledDay: null, agreementDay: day('2026-01-01'), settlesBy: 'invoice', closed: false, margin: null, sheet: 'customers', row: 1,
};

export function noteOf(customerName: string, note: Partial<PlanNote>): PlanNote {
  return { customerName, currency: 'CNY', status: null, promisedDay: null, promisedMinor: null, nextContactDay: null, note: '', added: {}, openThenMinor: null, writtenDay: null, ...note };
}

export function trade(customers: Readonly<Record<string, CustomerCase>>, options: TradeOptions = {}): { readonly books: Books; readonly plan: Plan } {
  const asOf = options.asOf ?? AS_OF;
  const names = Object.keys(customers);
  const owed = names.flatMap((customer) => customers[customer].owes.map((owes) => ({ customer, owes })));
  const lines = booksFromLines(linesOf(customers, owed, asOf), { visits: options.visits ?? [] });
  // The ledger numbers its customers in the order of its lines.
  const numberOf = (name: string) => lines.customers.findIndex((customer) => customer.name === name);
  const books: Books = { ...lines, masters: names.filter((name) => customers[name].master !== null).map((name) => ({ ...COMPLETE, customer: numberOf(name), ...customers[name].master })) };
  const items = owed.map(({ customer, owes }, entry) => agedItem(owes, entry, numberOf(customer), asOf));
  const plan = planCollection(books, {
    asOf,
    reconciliation: { accounts: [], matches: MatchColumns.from(options.matches?.(books) ?? []), items: options.items?.(books) ?? [], limits: [] },
    settlement: { asOf, allocations: AllocationColumns.from(options.allocations?.(books) ?? []), openItems: items.map(({ item }) => item), history: SettledDebitColumns.from(options.history?.(books) ?? []), dueDays: options.dueDays?.(books) ?? new Int32Array(books.ours.count) },
    aged: { asOf, buckets: [], items, tables: [], provisions: [], keyFigures: [], expectedCash: [] },
    annotations: {
      ...NO_ANNOTATIONS,
      planNotes: [...names.flatMap((name) => (customers[name].note ? [noteOf(name, customers[name].note as Partial<PlanNote>)] : [])), ...(options.moreNotes ?? [])],
      reconciliations: names.flatMap((name) => signedOf(name, customers[name].signed)),
    },
    settings: { ...DEFAULT_COLLECTION_SETTINGS, ...options.settings },
  });
  return { books, plan };
}

/** The weeks in which the plan brings cash. */
export function withCash({ expectedCash = [] }: Plan): readonly ExpectedCash[] {
  return expectedCash.filter(({ expectedMinor }) => expectedMinor > 0);
}

/** The plan's rows by customer's name. */
export function rowsByName(customers: Readonly<Record<string, CustomerCase>>, options: TradeOptions = {}): Record<string, PlanRow> {
  const { books, plan } = trade(customers, options);
  return Object.fromEntries(plan.rows.map((row) => [books.customers[row.customer].name, row]));
}

/** The one row of a trade with one customer. */
export function rowOf(customer: CustomerCase, options: TradeOptions = {}): PlanRow {
  return rowsByName({ Suning: customer }, options).Suning;
}

export function order(customers: Readonly<Record<string, CustomerCase>>, options: TradeOptions = {}): string[] {
  const { books, plan } = trade(customers, options);
  return plan.rows.map((row) => books.customers[row.customer].name);
}

function linesOf(customers: Readonly<Record<string, CustomerCase>>, owed: readonly { customer: string; owes: Owed }[], asOf: DaySerial): CaseLine[] {
  const open = owed.map(({ customer, owes }, i): CaseLine => ({ customer, day: asOf - (owes.overdue ?? 0) - 30, amountMinor: toMinor(owes.amount, owes.currency ?? 'CNY'), currency: owes.currency, document: owes.document ?? `XS-${String(i + 1).padStart(3, '0')}` }));
  const settled = Object.entries(customers).flatMap(([customer, { lines }]) => (lines ?? []).map((line): CaseLine => ({ customer, day: line.day, kind: line.kind, rep: line.rep, amountMinor: toMinor(line.amount, 'CNY') })));
  return [...open, ...settled];
}

function signedOf(customerName: string, signed: DaySerial | null | undefined): ReconciliationSigned[] {
  return signed === null ? [] : [{ customerName, currency: '', day: signed ?? day('2026-08-31'), signedBy: 'Li', agreedMinor: null, note: '' }];
}

function agedItem(owes: Owed, entry: number, customer: number, asOf: DaySerial): AgedItem {
  const { amount, overdue = 30, likelihood = 0.5, later = [likelihood, likelihood], disputed = false, currency = 'CNY' } = owes;
  const daysOverdue = amount < 0 ? 0 : overdue;
  const openMinor = toMinor(amount, currency);
  const dueDay = daysOverdue === null ? null : asOf - daysOverdue;
  return {
    item: { entry, customer, currency, dueDay, originalMinor: openMinor, openMinor, onAccount: amount < 0, instalment: 0, productClass: '' },
    daysOverdue, ageDays: (daysOverdue ?? 0) + 30, bucket: 0, bucketByDocumentDay: 0,
    class: owes.class ?? (amount < 0 || daysOverdue === null || daysOverdue <= 0 ? 'not-due' : 'collectible'), classReason: { code: 'aging.class-due-today' },
    likelihood30: likelihood, likelihood60: later[0], likelihood90: later[1], expectedDay: asOf + 20, likelihoodReason: { code: 'aging.class-due-today' }, disputed,
  };
}

/** All that the plan needs to know of one customer in one currency, gathered in one pass over each room's result. */
import type { DaySerial, MinorUnits } from '../units/units';
import { NO_DAY } from '../units/units';
import type { CurrencyCode } from '../units/money';
import { ENTRY_KINDS, type Books, type CustomerIndex, type CustomerMaster } from '../ledger/books';
import type { Annotations, PlanNote } from '../annotations/annotations';
import { NotesByAccount, accountKey } from '../annotations/notes-by-account';
import type { Reconciliation } from '../matching/reconciliation';
import type { Aged, AgedItem, CollectionClass } from '../aging/aged';
import { disputesOf, type Disputes } from './disputes';

/** Sales and what goes with them are taken over the last year. */
const SALES_DAYS = 365;
/** Supplied within so many days: still shipping. */
const SHIPPING_DAYS = 60;

export interface AccountFacts {
  readonly customer: CustomerIndex;
  readonly currency: CurrencyCode;
  readonly name: string;
  readonly master: CustomerMaster | null;
  readonly note: PlanNote | null;
  readonly rep: string;
  readonly region: string;
  /** Numbers in `Aged.items`, ascending, and the items themselves. */
  readonly itemNumbers: readonly number[];
  readonly items: readonly AgedItem[];
  readonly openMinor: MinorUnits;
  readonly overdueMinor: MinorUnits;
  readonly classesMinor: Readonly<Record<CollectionClass, MinorUnits>>;
  /** Received but not placed; positive. */
  readonly onAccountMinor: MinorUnits;
  readonly disputes: Disputes;
  readonly firstDay: DaySerial;
  /** Of the last year. */
  readonly salesMinor: MinorUnits;
  /** Rebates, damages, advertising and promotion of the last year; positive. */
  readonly supportMinor: MinorUnits;
  readonly isShipping: boolean;
  /** Received since the note's promise was made; positive. */
  readonly receivedSinceMinor: MinorUnits;
}

export interface FactsSource {
  readonly asOf: DaySerial;
  readonly reconciliation: Reconciliation;
  readonly aged: Aged;
  readonly annotations: Annotations;
}

const KIND = { payment: ENTRY_KINDS.indexOf('payment'), invoice: ENTRY_KINDS.indexOf('invoice') };
const SUPPORT_KINDS = new Set((['rebate', 'damage', 'advertising', 'promotion'] as const).map((kind) => ENTRY_KINDS.indexOf(kind)));

/** Every customer × currency that our ledger knows by the as-of day, in the order of customers, then currencies. */
export function gatherAccounts(books: Books, source: FactsSource): AccountFacts[] {
  const { asOf, reconciliation, aged } = source;
  const notes = new NotesByAccount(books, source.annotations.planNotes);
  const masters = new Map(books.masters.map((master) => [master.customer, master]));
  const ledger = ledgerTotals(books, asOf, notes);
  const itemNumbers = groupBy(aged.items, (aging) => accountKey(books, aging.item.customer, aging.item.currency));
  const reconcilingItems = groupBy(reconciliation.items, (item) => accountKey(books, item.customer, item.currency));
  const accounts: AccountFacts[] = [];
  for (let key = 0; key < ledger.length; key++) {
    const totals = ledger[key];
    const numbers = itemNumbers.get(key) ?? [];
    if (!totals && numbers.length === 0) continue;
    const customer = Math.floor(key / books.currencies.length);
    const currency = books.currencies[key % books.currencies.length];
    const items = numbers.map((number) => aged.items[number]);
    const master = masters.get(customer) ?? null;
    const sums = sumsOf(items);
    accounts.push({
      customer, currency, master, items, itemNumbers: numbers,
      name: books.customers[customer].name,
      note: notes.of(customer, currency),
      rep: master?.rep || books.texts.at(totals?.rep ?? 0),
      region: master?.region ?? '',
      openMinor: sums.openMinor,
      overdueMinor: sums.overdueMinor,
      classesMinor: sums.classesMinor,
      onAccountMinor: sums.onAccountMinor,
      disputes: disputesOf(items, (reconcilingItems.get(key) ?? []).map((number) => reconciliation.items[number])),
      firstDay: totals?.firstDay ?? NO_DAY,
      salesMinor: totals?.salesMinor ?? 0,
      supportMinor: totals?.supportMinor ?? 0,
      isShipping: totals !== undefined && totals.lastSaleDay > asOf - SHIPPING_DAYS,
      receivedSinceMinor: totals?.receivedSinceMinor ?? 0,
    });
  }
  return accounts;
}

interface LedgerTotals {
  firstDay: DaySerial;
  lastSaleDay: DaySerial;
  salesMinor: MinorUnits;
  supportMinor: MinorUnits;
  receivedSinceMinor: MinorUnits;
  /** Number of the rep's name on the latest line that names one. */
  rep: number;
  repDay: DaySerial;
}

/** One pass over our ledger, by account key. */
function ledgerTotals(books: Books, asOf: DaySerial, notes: NotesByAccount): (LedgerTotals | undefined)[] {
  const { ours, currencies } = books;
  const accounts: (LedgerTotals | undefined)[] = new Array(books.customers.length * currencies.length);
  for (let i = 0; i < ours.count; i++) {
    const day = ours.day[i];
    if (day > asOf) continue;
    const key = ours.customer[i] * currencies.length + ours.currency[i];
    const totals = (accounts[key] ??= { firstDay: NO_DAY, lastSaleDay: NO_DAY, salesMinor: 0, supportMinor: 0, receivedSinceMinor: 0, rep: 0, repDay: NO_DAY });
    if (day !== NO_DAY && (totals.firstDay === NO_DAY || day < totals.firstDay)) totals.firstDay = day;
    if (ours.rep[i] !== 0 && day >= totals.repDay) [totals.rep, totals.repDay] = [ours.rep[i], day];
    const kind = ours.kind[i];
    if (kind === KIND.invoice) {
      totals.lastSaleDay = Math.max(totals.lastSaleDay, day);
      if (day > asOf - SALES_DAYS) totals.salesMinor += ours.amountMinor[i];
    } else if (kind === KIND.payment) {
      const since = notes.at(key)?.writtenDay;
      if (since !== null && since !== undefined && day > since) totals.receivedSinceMinor -= ours.amountMinor[i];
    } else if (SUPPORT_KINDS.has(kind) && day > asOf - SALES_DAYS) {
      totals.supportMinor -= ours.amountMinor[i];
    }
  }
  return accounts;
}

function sumsOf(items: readonly AgedItem[]): Pick<AccountFacts, 'openMinor' | 'overdueMinor' | 'classesMinor' | 'onAccountMinor'> {
  const classesMinor: Record<CollectionClass, MinorUnits> = { 'not-due': 0, collectible: 0, doubtful: 0, bad: 0 };
  let openMinor = 0;
  let overdueMinor = 0;
  let onAccountMinor = 0;
  for (const { item, daysOverdue, class: itemClass } of items) {
    openMinor += item.openMinor;
    classesMinor[itemClass] += item.openMinor;
    if (item.openMinor < 0) onAccountMinor -= item.openMinor;
    else if (daysOverdue !== null && daysOverdue > 0) overdueMinor += item.openMinor;
  }
  return { openMinor, overdueMinor, classesMinor, onAccountMinor };
}

function groupBy<T>(list: readonly T[], keyOf: (element: T) => number): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  list.forEach((element, number) => {
    const key = keyOf(element);
    const group = groups.get(key);
    if (group) group.push(number);
    else groups.set(key, [number]);
  });
  return groups;
}

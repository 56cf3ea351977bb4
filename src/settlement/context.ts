/** What every account's settlement looks things up in, prepared once per run, and the columns in which it leaves its results. */
import type { DaySerial, MinorUnits } from '../units/units';
import type { Message } from '../texts';
import type { Annotations } from '../annotations/annotations';
import type { Books, CustomerIndex, EntryIndex } from '../ledger/books';
import type { Reconciliation } from '../matching/reconciliation';
import { AllocationColumns } from './allocations';
import { chronologyOf, type Chronology } from './chronology';
import { CreditEvidence } from './credit-evidence';
import { DebitParts } from './debit-parts';
import { DocumentNumbers } from './document-numbers';
import { instalmentsOf, Terms } from './due-days';
import { AccountListing } from './listing';
import { manualWishes, type Wish } from './manual-wishes';
import { ProductClasses } from './product-classes';
import { salesOf, type Sale } from './sales';
import type { SettlementSettings } from './settlement';

export class SettlementContext {
  readonly chronology: Chronology;
  readonly terms: Terms;
  readonly numbers: DocumentNumbers;
  readonly evidence: CreditEvidence;
  /** By entry; `NO_DAY` for credits and for sell-through goods. */
  readonly dueDays: Int32Array;
  /** By entry: 1 where a debit's goods are settled as the customer sells them, so that no calendar day makes them due. */
  readonly isSellThrough: Uint8Array;
  readonly parts: DebitParts;
  readonly allocations = new AllocationColumns();
  /** By entry: what is left of a credit that has come. */
  readonly creditLeftMinor: Float64Array;
  /** Credits that name another customer's document, and whose. They wait on account to be transferred. */
  readonly onBehalfOf = new Map<EntryIndex, CustomerIndex>();
  /** Of the account at work: its parts under their documents. */
  readonly partsByDocument = new AccountListing();
  /** Of the account at work: credits under the documents that they wait for. */
  readonly creditsByAwaited = new AccountListing();
  /** Of the account at work: debits under the numbers of the payments that were laid against them. */
  readonly debitsByPayment = new AccountListing();
  /** Of the account at work: credits under their own numbers. */
  readonly creditsByNumber = new AccountListing();
  readonly wishesByCredit = new Map<EntryIndex, Wish[]>();
  readonly wishesByDebit = new Map<EntryIndex, Wish[]>();
  /** What the user asked for and could not be done. */
  readonly problems: readonly Message[];
  private readonly classes: ProductClasses;
  private readonly tyingClearings: ReadonlySet<number>;
  private readonly sales: readonly Sale[];

  constructor(readonly books: Books, asOf: DaySerial, annotations: Annotations, reconciliation: Reconciliation, settings: SettlementSettings) {
    this.chronology = chronologyOf(books, asOf);
    this.terms = new Terms(books, settings);
    this.dueDays = new Int32Array(books.ours.count);
    this.isSellThrough = new Uint8Array(books.ours.count);
    this.findDueDays();
    this.creditLeftMinor = new Float64Array(books.ours.count);
    this.parts = new DebitParts(books.ours.amountMinor.reduce((count, amountMinor) => count + Number(amountMinor > 0), 0));
    this.numbers = new DocumentNumbers(books, this.chronology.days);
    this.evidence = new CreditEvidence(books, this.numbers, reconciliation);
    this.classes = new ProductClasses(books);
    this.tyingClearings = clearingsOnBothSides(books);
    this.sales = salesOf(books);
    const { wishes, problems } = manualWishes(books, annotations);
    this.problems = problems;
    for (const wish of wishes) {
      this.wishesByCredit.set(wish.credit, [...(this.wishesByCredit.get(wish.credit) ?? []), wish]);
      this.wishesByDebit.set(wish.debit, [...(this.wishesByDebit.get(wish.debit) ?? []), wish]);
    }
  }

  /** Canonical number of the entry's product class; 0 where it says none. */
  classOf(entry: EntryIndex): number {
    return this.classes.ofEntry(entry);
  }

  /** The clearing number, where the ledger gives it to a debit and a credit of one account; else 0: it ties nothing. */
  clearingOf(entry: EntryIndex): number {
    const clearing = this.books.ours.clearing[entry];
    return clearing !== 0 && this.tyingClearings.has(clearingKey(this.books, entry)) ? clearing : 0;
  }

  /** Of a debit, what policy must leave alone: it is cleared in the ledger, or the user has given it to a credit. */
  heldOfDebit(entry: EntryIndex): MinorUnits {
    if (this.clearingOf(entry) !== 0) return this.books.ours.amountMinor[entry];
    return this.wishesByDebit.get(entry)?.reduce((sum, wish) => sum + wish.amountMinor, 0) ?? 0;
  }

  /** A customer's reported sales, earliest first. */
  salesTo(customer: CustomerIndex): readonly Sale[] {
    return this.sales.filter((sale) => sale.customer === customer || sale.customer === null);
  }

  private findDueDays(): void {
    const { books: { ours }, chronology: { days }, terms, dueDays } = this;
    for (let i = 0; i < ours.count; i++) {
      if (ours.amountMinor[i] <= 0) continue;
      const rule = terms.termOf(i);
      if (rule === null) dueDays[i] = ours.dueDay[i] || days[i];
      else if (rule.kind === 'sell-through') this.isSellThrough[i] = 1;
      // Terms may name the later part first, and of a cent there is no first part.
      else if (rule.kind === 'instalments') dueDays[i] = instalmentsOf(rule, days[i], ours.amountMinor[i])[0].dueDay;
      else dueDays[i] = terms.dueDay(rule, days[i]);
    }
  }
}

/** A clearing number of one account: ledgers that count them anew for each customer give all of them the same. */
function clearingKey({ ours, customers, currencies }: Books, entry: EntryIndex): number {
  return (ours.clearing[entry] * customers.length + ours.customer[entry]) * currencies.length + ours.currency[entry];
}

function clearingsOnBothSides(books: Books): ReadonlySet<number> {
  const { ours } = books;
  const sides = new Map<number, number>();
  for (let i = 0; i < ours.count; i++) {
    if (ours.clearing[i] === 0) continue;
    const key = clearingKey(books, i);
    sides.set(key, (sides.get(key) ?? 0) | (ours.amountMinor[i] < 0 ? 1 : 2));
  }
  return new Set([...sides].filter(([, side]) => side === 3).map(([key]) => key));
}

/**
 * Settles one account, day by day. Nothing looks ahead: what is laid against what on a day depends only
 * on what was booked by then, so an earlier as-of day gives the same allocations up to that day.
 *
 * On each day the debits arrive first and meet credits that waited for them; then every credit of the day
 * tries its rules from the strongest evidence to the weakest, all credits one rule before the next, so
 * that a payment which says nothing does not take the invoice that its neighbour names.
 */
import type { DaySerial, MinorUnits } from '../units/units';
import { ENTRY_KINDS, type CustomerIndex, type EntryIndex, type EntryKind } from '../ledger/books';
import { dueDayUnder, instalmentsOf, type DuePart } from './due-days';
import { NOT_DUE, OpenDebits, type PartIndex } from './open-debits';
import type { AccountStretch } from './chronology';
import type { NumberId } from './document-numbers';
import type { Wish } from './credit-evidence';
import type { Sale, SettlementContext } from './context';
import type { Allocation, AllocationRule } from './settlement';

/** A deduction's amount says nothing about which invoice it belongs to. */
const DEDUCTIONS: readonly EntryKind[] = ['rebate', 'damage', 'advertising', 'promotion'];

export class AccountRun {
  readonly debits = new OpenDebits();
  /** What is left of each credit, in order of arrival. */
  readonly creditLeftMinor = new Map<EntryIndex, MinorUnits>();
  /** Credits that were paid for another customer, and whose. */
  readonly onBehalfOf = new Map<EntryIndex, CustomerIndex>();
  /** Of a credit, what is kept for debits that the user chose and that have not come yet. */
  private readonly heldOfCreditMinor = new Map<EntryIndex, MinorUnits>();
  private readonly waiting: EntryIndex[] = [];
  private readonly waitingFor = new Map<NumberId, EntryIndex[]>();
  private readonly cleared = new Map<number, { credits: EntryIndex[]; debits: EntryIndex[] }>();
  /** Parts that a payment known under a number was laid against: a deduction from that payment belongs to them. */
  private readonly paidUnder = new Map<NumberId, PartIndex[]>();
  private readonly unsold: PartIndex[] = [];
  private nextSale = 0;

  constructor(private readonly context: SettlementContext, private readonly account: AccountStretch, private readonly sales: readonly Sale[], private readonly allocations: Allocation[]) {}

  run(asOf: DaySerial): void {
    const { days, order } = this.context.chronology;
    const { ours } = this.context.books;
    for (let at = this.account.from; at < this.account.to; ) {
      const day = days[order[at]];
      this.sellUntil(day - 1);
      const arrived: EntryIndex[] = [];
      for (; at < this.account.to && days[order[at]] === day && ours.amountMinor[order[at]] >= 0; at++) if (ours.amountMinor[order[at]] > 0) arrived.push(order[at]);
      const credits: EntryIndex[] = [];
      for (; at < this.account.to && days[order[at]] === day; at++) credits.push(order[at]);
      this.debitsArrive(arrived, day);
      this.sellUntil(day);
      this.creditsArrive(credits, day);
    }
    this.sellUntil(asOf);
  }

  private debitsArrive(entries: readonly EntryIndex[], day: DaySerial): void {
    for (const entry of entries) this.addParts(entry, day);
    for (const entry of entries) {
      for (const wish of this.context.wishesByDebit.get(entry) ?? []) this.fulfil(wish, day);
      const clearing = this.context.clearingOf(entry);
      if (clearing !== 0) {
        this.clearingGroup(clearing).debits.push(entry);
        this.clear(clearing, day);
      }
      const document = this.context.numbers.ofEntry(entry);
      for (const credit of this.waitingFor.get(document) ?? []) this.settleNamed(credit, [document], this.namingRule(credit), day);
    }
  }

  private creditsArrive(credits: readonly EntryIndex[], day: DaySerial): void {
    const { ours } = this.context.books;
    for (const credit of credits) {
      this.creditLeftMinor.set(credit, -ours.amountMinor[credit]);
      const wishes = this.context.wishesByCredit.get(credit);
      if (wishes) this.heldOfCreditMinor.set(credit, wishes.reduce((sum, wish) => sum + wish.amountMinor, 0));
    }
    for (const credit of credits) this.settleByWord(credit, day);
    for (const credit of credits) if (this.mayFitExactly(credit)) this.settleExactly(credit, day);
    this.waiting.push(...credits.filter((credit) => this.isForPolicy(credit)));
    this.settleByPolicy(day);
  }

  /** Everything that somebody said: the user, the ledger, the payer. */
  private settleByWord(credit: EntryIndex, day: DaySerial): void {
    const { evidence, numbers } = this.context;
    for (const wish of this.context.wishesByCredit.get(credit) ?? []) this.fulfil(wish, day);
    const clearing = this.context.clearingOf(credit);
    if (clearing !== 0) {
      this.clearingGroup(clearing).credits.push(credit);
      this.clear(clearing, day);
      return;
    }
    const firstAllocation = this.allocations.length;
    const named = evidence.named(credit);
    this.settleRemitted(credit, day);
    this.settleNamed(credit, named, this.namingRule(credit), day);
    this.settleNamed(credit, [numbers.ofEntry(credit)], 'belongs-to', day);
    this.settleNamed(credit, evidence.namedByCustomer(credit, day), 'customers-line', day);
    const paymentNumbers = evidence.paymentNumbers(credit, day);
    this.settleParts(credit, paymentNumbers.flatMap((number) => this.paidUnder.get(number) ?? []), 'belongs-to', day);
    this.notePaid(paymentNumbers, firstAllocation);
    this.noteUnknownNames(credit, named, day);
  }

  private namingRule(credit: EntryIndex): AllocationRule {
    return ENTRY_KINDS[this.context.books.ours.kind[credit]] === 'payment' ? 'named-document' : 'belongs-to';
  }

  private settleRemitted(credit: EntryIndex, day: DaySerial): void {
    for (const { document, amountMinor } of this.context.evidence.remitted(credit, day)) {
      if (amountMinor > 0) this.settleParts(credit, this.debits.partsOfDocument(document), 'remittance', day, amountMinor);
    }
  }

  private settleNamed(credit: EntryIndex, documents: readonly NumberId[], rule: AllocationRule, day: DaySerial): void {
    if (this.leftFree(credit) <= 0) return;
    this.settleParts(credit, documents.flatMap((document) => (document === 0 ? [] : this.debits.partsOfDocument(document))), rule, day);
  }

  /** Lays the credit against these parts: its own item and class first, then by due day. */
  private settleParts(credit: EntryIndex, parts: readonly PartIndex[], rule: AllocationRule, day: DaySerial, limitMinor = Number.POSITIVE_INFINITY): void {
    const free = [...new Set(parts)].filter((part) => this.debits.free(part) > 0);
    const { debits } = this;
    free.sort((a, b) => this.strangeness(credit, a) - this.strangeness(credit, b) || debits.dueDay[a] - debits.dueDay[b] || a - b);
    let restMinor = limitMinor;
    for (const part of free) {
      const amountMinor = Math.min(restMinor, this.leftFree(credit), debits.free(part));
      if (amountMinor <= 0) return;
      this.allocate(credit, part, amountMinor, rule, day, false);
      restMinor -= amountMinor;
    }
  }

  /** 0 same item, 1 same class, 2 neither: a return of kettles credits the kettles of its invoice. */
  private strangeness(credit: EntryIndex, part: PartIndex): number {
    const { ours } = this.context.books;
    const entry = this.debits.entry[part];
    if (ours.productClass[credit] !== 0 && this.context.classOf(credit) !== this.debits.classOf(part)) return 2;
    return ours.item[credit] !== 0 && ours.item[credit] === ours.item[entry] ? 0 : 1;
  }

  private mayFitExactly(credit: EntryIndex): boolean {
    return this.isForPolicy(credit) && !DEDUCTIONS.includes(ENTRY_KINDS[this.context.books.ours.kind[credit]]);
  }

  private settleExactly(credit: EntryIndex, day: DaySerial): void {
    const { debits } = this;
    const amountMinor = this.leftFree(credit);
    const productClass = this.context.classOf(credit);
    const sameClass = (part: PartIndex) => productClass === 0 || debits.classOf(part) === productClass;
    const byDue = (a: PartIndex, b: PartIndex) => debits.dueDay[a] - debits.dueDay[b] || a - b;
    const parts = debits.partsOfAmount(amountMinor).filter(sameClass).sort(byDue);
    if (parts.length > 0) {
      this.allocate(credit, parts[0], amountMinor, 'exact-invoice', day, parts.length > 1);
      return;
    }
    const documents = debits.documentsOfTotal(amountMinor).filter((document) => debits.partsOfDocument(document).every((part) => debits.free(part) === 0 || sameClass(part)));
    if (documents.length === 0) return;
    const lines = documents.map((document) => debits.partsOfDocument(document).filter((part) => debits.free(part) > 0).sort(byDue)).sort((a, b) => byDue(a[0], b[0]));
    for (const part of lines[0]) this.allocate(credit, part, debits.free(part), 'exact-document', day, documents.length > 1);
  }

  /** Credits that name nothing, in the order in which they came, against what fell due first. */
  private settleByPolicy(day: DaySerial): void {
    let done = 0;
    for (; done < this.waiting.length && this.debits.freeCount > 0; done++) {
      const credit = this.waiting[done];
      while (this.leftFree(credit) > 0 && this.debits.freeCount > 0) this.settleOldest(credit, day);
      if (this.leftFree(credit) > 0) break;
    }
    if (done > 0) this.waiting.splice(0, done);
  }

  private settleOldest(credit: EntryIndex, day: DaySerial): void {
    const { debits } = this;
    const productClass = this.context.classOf(credit);
    const inClass = productClass === 0 ? -1 : debits.oldest(productClass);
    const part = inClass >= 0 ? inClass : debits.oldest(null);
    const isSellThrough = this.context.terms.isSellThrough(debits.entry[part]);
    const rule: AllocationRule = isSellThrough ? 'sell-through' : inClass >= 0 ? 'oldest-in-class' : 'oldest';
    this.allocate(credit, part, Math.min(this.leftFree(credit), debits.free(part)), rule, day, !isSellThrough && debits.freeCount > 1);
  }

  private fulfil(wish: Wish, day: DaySerial): void {
    const parts = this.debits.partsOfEntry(wish.debit);
    if (!this.creditLeftMinor.has(wish.credit) || parts.length === 0) return;
    this.heldOfCreditMinor.set(wish.credit, (this.heldOfCreditMinor.get(wish.credit) as MinorUnits) - wish.amountMinor);
    let restMinor = wish.amountMinor;
    for (const part of parts) {
      const amountMinor = Math.min(restMinor, this.debits.openMinor[part] - this.debits.free(part));
      if (amountMinor <= 0) continue;
      this.allocate(wish.credit, part, amountMinor, 'manual', day, false, true);
      restMinor -= amountMinor;
    }
  }

  private clear(clearing: number, day: DaySerial): void {
    const group = this.clearingGroup(clearing);
    for (const credit of group.credits) {
      for (const debit of group.debits) {
        for (const part of this.debits.partsOfEntry(debit)) {
          const amountMinor = Math.min(this.creditLeftMinor.get(credit) as MinorUnits, this.debits.openMinor[part] - this.debits.free(part));
          if (amountMinor > 0) this.allocate(credit, part, amountMinor, 'cleared-in-ledger', day, false, true);
        }
      }
    }
  }

  private clearingGroup(clearing: number): { credits: EntryIndex[]; debits: EntryIndex[] } {
    let group = this.cleared.get(clearing);
    if (!group) this.cleared.set(clearing, (group = { credits: [], debits: [] }));
    return group;
  }

  private allocate(credit: EntryIndex, part: PartIndex, amountMinor: MinorUnits, rule: AllocationRule, day: DaySerial, byPolicy: boolean, fromHeld = false): void {
    this.debits.settle(part, amountMinor, day, fromHeld);
    this.creditLeftMinor.set(credit, (this.creditLeftMinor.get(credit) as MinorUnits) - amountMinor);
    const instalment = this.debits.instalment[part];
    const allocation = { credit, debit: this.debits.entry[part], amountMinor, rule, day, byPolicy };
    this.allocations.push(instalment === 0 ? allocation : { ...allocation, instalment });
  }

  /** What rules other than the user's may still use of a credit. */
  private leftFree(credit: EntryIndex): MinorUnits {
    const leftMinor = this.creditLeftMinor.get(credit) ?? 0;
    return leftMinor - (this.heldOfCreditMinor.get(credit) ?? 0);
  }

  private isForPolicy(credit: EntryIndex): boolean {
    return this.leftFree(credit) > 0 && this.context.clearingOf(credit) === 0 && !this.onBehalfOf.has(credit);
  }

  private notePaid(paymentNumbers: readonly NumberId[], firstAllocation: number): void {
    const parts = this.allocations.slice(firstAllocation).flatMap(({ debit }) => this.debits.partsOfEntry(debit));
    if (parts.length > 0) for (const number of paymentNumbers) this.paidUnder.set(number, [...(this.paidUnder.get(number) ?? []), ...parts]);
  }

  /** Named, but not here: on another customer's account, or not yet booked. */
  private noteUnknownNames(credit: EntryIndex, named: readonly NumberId[], day: DaySerial): void {
    const unknown = named.filter((number) => this.debits.partsOfDocument(number).length === 0);
    if (unknown.length === 0 || this.leftFree(credit) <= 0) return;
    for (const number of unknown) {
      const list = this.waitingFor.get(number) ?? [];
      this.waitingFor.set(number, [...list, credit]);
      const owner = this.context.numbers.ownerOf(number);
      const isElsewhere = owner && !owner.isShared && owner.firstDay <= day && owner.currency === this.account.currency && owner.customer !== this.account.customer;
      if (isElsewhere && unknown.length === named.length) this.onBehalfOf.set(credit, owner.customer);
    }
  }

  private addParts(entry: EntryIndex, day: DaySerial): void {
    const { context } = this;
    const rule = context.terms.termOf(entry);
    const amountMinor = context.books.ours.amountMinor[entry];
    const parts: readonly DuePart[] = rule?.kind === 'instalments' ? instalmentsOf(rule, day, amountMinor)
      : [{ amountMinor, dueDay: rule?.kind === 'sell-through' ? NOT_DUE : rule ? dueDayUnder(rule, day) : context.books.ours.dueDay[entry] || day }];
    let heldMinor = context.heldOfDebit(entry);
    parts.forEach((part, instalment) => {
      const heldOfPartMinor = Math.min(heldMinor, part.amountMinor);
      heldMinor -= heldOfPartMinor;
      const index = this.debits.add({ entry, instalment, ...part, productClass: context.classOf(entry), document: context.numbers.ofEntry(entry) }, heldOfPartMinor);
      if (rule?.kind === 'sell-through') this.unsold.push(index);
    });
  }

  /** Goods reported sold by a day fall due: first delivered, first sold. */
  private sellUntil(day: DaySerial): void {
    for (; this.nextSale < this.sales.length && this.sales[this.nextSale].day <= day; this.nextSale++) this.sell(this.sales[this.nextSale]);
  }

  private sell(sale: Sale): void {
    let quantity = sale.quantity;
    let amountMinor = sale.amountMinor;
    for (const part of this.unsold) {
      if (quantity <= 0 && amountMinor <= 0) return;
      const leftMinor = this.debits.originalMinor[part];
      if (leftMinor <= 0 || !this.context.isSaleOf(sale, this.debits.entry[part])) continue;
      const unitMinor = this.context.unitMinor(this.debits.entry[part]);
      const soldMinor = amountMinor > 0 ? Math.min(leftMinor, amountMinor) : Math.min(leftMinor, Math.round(quantity * unitMinor));
      if (soldMinor <= 0) continue;
      const rule = this.context.terms.termOf(this.debits.entry[part]);
      this.debits.sell(part, soldMinor, rule ? dueDayUnder(rule, sale.day) : sale.day);
      amountMinor -= soldMinor;
      quantity = amountMinor > 0 ? 0 : quantity - soldMinor / unitMinor;
    }
  }
}

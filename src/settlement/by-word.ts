/**
 * The rules that rest on what somebody said: the user, the ledger's own clearing numbers, a remittance, the
 * documents that the credit or the customer's matched line names, the payment that a deduction belongs to.
 *
 * A remittance comes before the documents named in the line: it names them with amounts.
 */
import type { DaySerial } from '../units/units';
import { ENTRY_KINDS, type CustomerIndex, type EntryIndex } from '../ledger/books';
import { isOneSlipAway, samePrefix } from '../matching/references';
import type { AccountState } from './account-state';
import type { PartIndex } from './debit-parts';
import type { Named, NumberId } from './document-numbers';
import type { Wish } from './manual-wishes';
import type { AllocationRule } from './settlement';

interface ClearingGroup {
  readonly credits: EntryIndex[];
  readonly debits: EntryIndex[];
}

const NOBODY: readonly EntryIndex[] = [];
const NO_WISHES: readonly Wish[] = [];
const PAYMENT = ENTRY_KINDS.indexOf('payment');

export class WordRules {
  /** Credits that name a document still to come. */
  private readonly awaiting = new Set<EntryIndex>();
  private readonly cleared = new Map<number, ClearingGroup>();
  /** The highest number booked so far, by the letters before it; brought up to date when somebody asks. */
  private readonly highest = new Map<string, number>();
  private partsNoted: PartIndex;

  constructor(private readonly state: AccountState) {
    const { creditsByAwaited, debitsByPayment, creditsByNumber } = state.context;
    for (const listing of [creditsByAwaited, debitsByPayment, creditsByNumber]) listing.begin();
    this.partsNoted = state.debits.first;
  }

  /** True where the credit is spoken for, so that policy must leave it alone. */
  isSpokenFor(credit: EntryIndex): boolean {
    const { context } = this.state;
    return this.awaiting.has(credit) || context.onBehalfOf.has(credit) || context.clearingOf(credit) !== 0;
  }

  /** A debit has come: credits that waited for it take it. Returns those that waited for nothing else: what is left of them is free. */
  debitArrives(entry: EntryIndex, day: DaySerial): readonly EntryIndex[] {
    const { context, debits } = this.state;
    for (const wish of context.wishesByDebit.get(entry) ?? NO_WISHES) this.fulfil(wish, day);
    const clearing = context.clearingOf(entry);
    if (clearing !== 0) {
      this.groupOf(clearing).debits.push(entry);
      this.clear(clearing, day);
    }
    const document = context.numbers.ofEntry(entry);
    if (document === 0 || !context.creditsByAwaited.has(document)) return NOBODY;
    const waiting = context.creditsByAwaited.of(document);
    for (const credit of waiting) this.state.settleParts(credit, debits.partsOfDocument(document), this.namingRule(credit), day);
    return waiting.filter((credit) => {
      const wasAwaiting = this.awaiting.delete(credit);
      return context.onBehalfOf.delete(credit) || wasAwaiting;
    });
  }

  creditArrives(credit: EntryIndex, day: DaySerial): void {
    const { state, state: { context } } = this;
    for (const wish of context.wishesByCredit.get(credit) ?? NO_WISHES) this.fulfil(wish, day);
    const clearing = context.clearingOf(credit);
    if (clearing !== 0) {
      this.groupOf(clearing).credits.push(credit);
      this.clear(clearing, day);
      return;
    }
    const { allocations, evidence, numbers } = context;
    const named = evidence.named(credit);
    const paymentNumbers = evidence.paymentNumbers(credit, named, day);
    const firstAllocation = allocations.count;
    const own = numbers.ofEntry(credit);
    if (evidence.hasRemittances) {
      context.creditsByNumber.add(own, credit);
      this.settleRemitted(credit, paymentNumbers, day);
    }
    if (named.length > 0) {
      this.settleNamed(credit, named.map(({ id }) => id), this.namingRule(credit), day);
      this.settleCounted(credit, day);
    }
    state.settleParts(credit, state.debits.partsOfDocument(own), 'belongs-to', day);
    this.settleMistyped(credit, named, day);
    if (state.freeOf(credit) > 0) this.settleNamed(credit, evidence.namedByCustomer(credit, day), 'customers-line', day);
    state.settleParts(credit, this.partsPaidUnder(paymentNumbers), 'belongs-to', day);
    this.notePaid(paymentNumbers, firstAllocation);
    this.noteAbsent(credit, named, day);
  }

  private namingRule(credit: EntryIndex): AllocationRule {
    return this.state.context.books.ours.kind[credit] === PAYMENT ? 'named-document' : 'belongs-to';
  }

  private settleNamed(credit: EntryIndex, documents: readonly NumberId[], rule: AllocationRule, day: DaySerial): void {
    this.state.settleParts(credit, this.partsOf(documents), rule, day);
  }

  /** The documents that follow the one named, where the line says how many it is for and what is left of it reaches into the last. */
  private settleCounted(credit: EntryIndex, day: DaySerial): void {
    const leftMinor = this.state.freeOf(credit);
    if (leftMinor <= 0) return;
    const counted = this.state.context.evidence.counted(credit);
    if (counted.length === 0) return;
    const openMinor = counted.map((document) => this.partsOf([document]).reduce((sumMinor, part) => sumMinor + this.state.debits.free(part), 0));
    const totalMinor = openMinor.reduce((sumMinor, minor) => sumMinor + minor, 0);
    const bearsOut = openMinor.every((minor) => minor > 0) && leftMinor <= totalMinor && leftMinor > totalMinor - openMinor[openMinor.length - 1];
    if (bearsOut) this.settleNamed(credit, counted, this.namingRule(credit), day);
  }

  private partsOf(documents: readonly NumberId[]): readonly PartIndex[] {
    return documents.flatMap((document) => this.state.debits.partsOfDocument(document));
  }

  /** The remittance's amounts; then the credit notes that it takes into account go to the same documents. */
  private settleRemitted(credit: EntryIndex, paymentNumbers: readonly NumberId[], day: DaySerial): void {
    const remitted = this.state.context.evidence.remitted(paymentNumbers);
    const paid = remitted.filter(({ amountMinor }) => amountMinor > 0);
    for (const { documents, amountMinor } of paid) this.state.settleParts(credit, this.partsOf(documents), 'remittance', day, amountMinor);
    for (const { documents, amountMinor } of remitted.filter((line) => line.amountMinor < 0)) {
      const notes = documents.flatMap((document) => this.state.context.creditsByNumber.of(document));
      for (const note of notes) this.state.settleParts(note, paid.flatMap((line) => this.partsOf(line.documents)), 'remittance', day, -amountMinor);
    }
  }

  /** A number that is none of ours, but one slip away from a document that is open with exactly this amount. */
  private settleMistyped(credit: EntryIndex, named: readonly Named[], day: DaySerial): void {
    const { context, debits } = this.state;
    const amountMinor = this.state.freeOf(credit);
    if (amountMinor <= 0) return;
    for (const { id } of named) {
      if (context.numbers.isDebitOn(id, day)) continue;
      const written = context.numbers.numberOf(id);
      const fitting = new Set([...debits.documentsOfTotal(amountMinor), ...debits.partsOfAmount(amountMinor).map((part) => debits.documentOf(part))]);
      const meant = [...fitting].filter((document) => {
        const number = context.numbers.numberOf(document);
        return samePrefix(number.prefix, written.prefix) && isOneSlipAway(number.digits, written.digits);
      });
      if (meant.length === 1) return this.settleNamed(credit, meant, this.namingRule(credit), day);
    }
  }

  private fulfil(wish: Wish, day: DaySerial): void {
    const parts = this.state.debits.partsOfEntry(wish.debit);
    if (!this.state.hasCome(wish.credit) || parts.length === 0) return;
    this.state.release(wish.credit, wish.amountMinor);
    let restMinor = wish.amountMinor;
    for (const part of parts) restMinor -= this.state.allocateHeld(wish.credit, part, restMinor, 'manual', day);
  }

  private groupOf(clearing: number): ClearingGroup {
    let group = this.cleared.get(clearing);
    if (!group) this.cleared.set(clearing, (group = { credits: [], debits: [] }));
    return group;
  }

  private clear(clearing: number, day: DaySerial): void {
    const { credits, debits } = this.groupOf(clearing);
    for (const credit of credits) {
      for (const debit of debits) {
        for (const part of this.state.debits.partsOfEntry(debit)) this.state.allocateHeld(credit, part, Number.POSITIVE_INFINITY, 'cleared-in-ledger', day);
      }
    }
  }

  private notePaid(paymentNumbers: readonly NumberId[], firstAllocation: number): void {
    const { allocations, debitsByPayment } = this.state.context;
    for (let a = firstAllocation; a < allocations.count; a++) {
      for (const number of paymentNumbers) debitsByPayment.add(number, allocations.debit[a]);
    }
  }

  /** What was paid under any of these numbers. */
  private partsPaidUnder(paymentNumbers: readonly NumberId[]): readonly PartIndex[] {
    const { debitsByPayment } = this.state.context;
    const parts: PartIndex[] = [];
    for (const number of paymentNumbers) for (const entry of debitsByPayment.of(number)) parts.push(...this.state.debits.partsOfEntry(entry));
    return parts;
  }

  /** A name that leads nowhere in this account: another customer's document, one still to come, or one from before the ledger begins. */
  private noteAbsent(credit: EntryIndex, named: readonly Named[], day: DaySerial): void {
    if (named.length === 0 || this.state.freeOf(credit) <= 0) return;
    const { context, debits } = this.state;
    const absent = named.filter(({ id }) => !debits.hasDocument(id));
    for (const { id } of absent) context.creditsByAwaited.add(id, credit);
    if (absent.length < named.length) return;
    const owner = absent.map(({ id, isWhole }) => (isWhole ? this.otherOwner(id, day) : null)).find((customer) => customer !== null);
    if (owner !== undefined && owner !== null) context.onBehalfOf.set(credit, owner);
    else if (absent.every(({ id, isWhole }) => isWhole && this.isStillToCome(id))) this.awaiting.add(credit);
  }

  /** Of a document that this account does not have. */
  private otherOwner(document: NumberId, day: DaySerial): CustomerIndex | null {
    const { context, account } = this.state;
    const owner = context.numbers.ownerOn(document, day);
    return owner?.currency === account.currency ? owner.customer : null;
  }

  /** Numbered like this account's debits and after the last of them. Lower numbers may lie in the opening balance. */
  private isStillToCome(document: NumberId): boolean {
    const { context, debits } = this.state;
    const { prefix, digits } = context.numbers.numberOf(document);
    for (; this.partsNoted < context.parts.count; this.partsNoted++) this.noteHighest(debits.documentOf(this.partsNoted));
    const highest = this.highest.get(prefix);
    return highest !== undefined && Number(digits) > highest;
  }

  private noteHighest(document: NumberId): void {
    const { prefix, digits } = this.state.context.numbers.numberOf(document);
    if (Number(digits) > (this.highest.get(prefix) ?? -1)) this.highest.set(prefix, Number(digits));
  }
}

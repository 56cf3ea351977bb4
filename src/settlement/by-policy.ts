/** The rules for credits that nobody said anything about: an exact fit, else what fell due first. */
import type { DaySerial } from '../units/units';
import { ENTRY_KINDS, type EntryIndex, type EntryKind } from '../ledger/books';
import type { AccountState } from './account-state';
import { NOT_DUE, type PartIndex } from './debit-parts';
import type { AllocationRule } from './settlement';

/** A deduction's amount says nothing about which invoice it belongs to. */
const DEDUCTIONS: readonly EntryKind[] = ['rebate', 'damage', 'advertising', 'promotion'];
const IS_DEDUCTION = ENTRY_KINDS.map((kind) => DEDUCTIONS.includes(kind));

export class PolicyRules {
  /** Credits on account, first come, first used. */
  private readonly waiting: EntryIndex[] = [];
  private nextWaiting = 0;

  constructor(private readonly state: AccountState) {}

  /** One open invoice of exactly this amount; else one whole document. Of several alike, the one due first. */
  settleExactly(credit: EntryIndex, day: DaySerial): void {
    const { context, debits } = this.state;
    const amountMinor = this.state.freeOf(credit);
    if (amountMinor <= 0 || IS_DEDUCTION[context.books.ours.kind[credit]]) return;
    const productClass = context.classOf(credit);
    const fits = (part: PartIndex) => (productClass === 0 || debits.classOf(part) === productClass) && !this.isUnsoldBehindSold(part);
    const parts = debits.partsOfAmount(amountMinor).filter(fits).sort(debits.byDueDay);
    if (parts.length > 0) {
      this.state.allocate(credit, parts[0], amountMinor, 'exact-invoice', day, parts.length > 1);
      return;
    }
    const documents = debits.documentsOfTotal(amountMinor)
      .map((document) => debits.partsOfDocument(document).filter((part) => debits.free(part) > 0).sort(debits.byDueDay))
      .filter((lines) => lines.every(fits))
      .sort((a, b) => debits.byDueDay(a[0], b[0]));
    for (const part of documents[0] ?? []) this.state.allocate(credit, part, debits.free(part), 'exact-document', day, documents.length > 1);
  }

  /** Customers under sell-through pay what they sold: while that is open, an amount that equals unsold goods does so by chance. */
  private isUnsoldBehindSold(part: PartIndex): boolean {
    const { context: { parts }, debits } = this.state;
    return parts.dueDay[part] === NOT_DUE && parts.dueDay[debits.oldest(null)] !== NOT_DUE;
  }

  wait(credit: EntryIndex): void {
    this.waiting.push(credit);
  }

  /** Uses up the credits on account, as far as there is something to lay them against. */
  settleOldestFirst(day: DaySerial): void {
    while (this.nextWaiting < this.waiting.length && this.state.debits.freeCount > 0) {
      const credit = this.waiting[this.nextWaiting];
      if (this.state.freeOf(credit) > 0) this.settleOldest(credit, day);
      else this.nextWaiting++;
    }
  }

  private settleOldest(credit: EntryIndex, day: DaySerial): void {
    const { context, debits } = this.state;
    const productClass = context.classOf(credit);
    const inClass = productClass === 0 ? -1 : debits.oldest(productClass);
    const part = inClass >= 0 ? inClass : debits.oldest(null);
    const isSellThrough = context.isSellThrough[context.parts.entry[part]] === 1;
    const rule: AllocationRule = isSellThrough ? 'sell-through' : inClass >= 0 ? 'oldest-in-class' : 'oldest';
    const hadChoice = debits.freeCount > 1;
    this.state.allocate(credit, part, Math.min(this.state.freeOf(credit), debits.free(part)), rule, day, hadChoice && !isSellThrough);
  }
}

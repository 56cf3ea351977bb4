/** One account while it is settled: its open debits, what is left of its credits, and the one way to lay one against the other. */
import type { DaySerial, MinorUnits } from '../units/units';
import type { EntryIndex } from '../ledger/books';
import type { AccountStretch } from './chronology';
import type { SettlementContext } from './context';
import type { PartIndex } from './debit-parts';
import { OpenDebits } from './open-debits';
import type { AllocationRule } from './settlement';

export class AccountState {
  readonly debits: OpenDebits;
  /** Of a credit, what is kept for debits that the user chose and that have not come yet. */
  private heldOfCreditMinor: Map<EntryIndex, MinorUnits> | null = null;

  constructor(readonly context: SettlementContext, readonly account: AccountStretch) {
    this.debits = new OpenDebits(context.parts, context.partsByDocument);
  }

  addCredit(credit: EntryIndex): void {
    const { creditLeftMinor, wishesByCredit, books } = this.context;
    creditLeftMinor[credit] = -books.ours.amountMinor[credit];
    const wishes = wishesByCredit.get(credit);
    if (wishes) (this.heldOfCreditMinor ??= new Map()).set(credit, wishes.reduce((sumMinor, wish) => sumMinor + wish.amountMinor, 0));
  }

  /** True where a credit that the user has given to a debit has come. */
  hasCome(credit: EntryIndex): boolean {
    return this.heldOfCreditMinor?.has(credit) ?? false;
  }

  /** Lets go of what was kept for a debit, which has come. */
  release(credit: EntryIndex, amountMinor: MinorUnits): void {
    (this.heldOfCreditMinor ??= new Map()).set(credit, (this.heldOfCreditMinor.get(credit) ?? 0) - amountMinor);
  }

  /** What rules other than the user's may still use of a credit. */
  freeOf(credit: EntryIndex): MinorUnits {
    const leftMinor = this.context.creditLeftMinor[credit];
    return this.heldOfCreditMinor === null ? leftMinor : leftMinor - (this.heldOfCreditMinor.get(credit) ?? 0);
  }

  allocate(credit: EntryIndex, part: PartIndex, amountMinor: MinorUnits, rule: AllocationRule, day: DaySerial, byPolicy: boolean): void {
    this.record(credit, part, amountMinor, rule, day, byPolicy, false);
  }

  /** Lays a credit against what is held of a debit for exactly this. */
  allocateHeld(credit: EntryIndex, part: PartIndex, limitMinor: MinorUnits, rule: AllocationRule, day: DaySerial): MinorUnits {
    const heldMinor = this.context.parts.openMinor[part] - this.debits.free(part);
    const amountMinor = Math.min(limitMinor, this.context.creditLeftMinor[credit], heldMinor);
    if (amountMinor > 0) this.record(credit, part, amountMinor, rule, day, false, true);
    return amountMinor;
  }

  /** Lays a credit against these parts, its own item and class first, then by due day, up to a limit. */
  settleParts(credit: EntryIndex, parts: readonly PartIndex[], rule: AllocationRule, day: DaySerial, limitMinor = Number.POSITIVE_INFINITY): void {
    if (parts.length === 0) return;
    const { debits } = this;
    const open: PartIndex[] = [];
    for (const part of parts) if (debits.free(part) > 0 && !open.includes(part)) open.push(part);
    if (open.length > 1) open.sort((a, b) => this.strangeness(credit, a) - this.strangeness(credit, b) || debits.byDueDay(a, b));
    let restMinor = limitMinor;
    for (const part of open) {
      const amountMinor = Math.min(restMinor, this.freeOf(credit), debits.free(part));
      if (amountMinor <= 0) return;
      this.allocate(credit, part, amountMinor, rule, day, false);
      restMinor -= amountMinor;
    }
  }

  private record(credit: EntryIndex, part: PartIndex, amountMinor: MinorUnits, rule: AllocationRule, day: DaySerial, byPolicy: boolean, fromHeld: boolean): void {
    const { allocations, creditLeftMinor, parts } = this.context;
    this.debits.settle(part, amountMinor, day, fromHeld);
    creditLeftMinor[credit] -= amountMinor;
    allocations.add(credit, parts.entry[part], parts.instalment[part], amountMinor, rule, day, byPolicy);
  }

  /** 0 same item, 1 same class, 2 neither: a return of kettles credits the kettles of its invoice. */
  private strangeness(credit: EntryIndex, part: PartIndex): number {
    const { books, parts } = this.context;
    const { productClass, item } = books.ours;
    if (productClass[credit] !== 0 && this.context.classOf(credit) !== this.debits.classOf(part)) return 2;
    return item[credit] !== 0 && item[credit] === item[parts.entry[part]] ? 0 : 1;
  }
}

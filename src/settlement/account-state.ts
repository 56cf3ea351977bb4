/** One account while it is settled: its open debits, what is left of its credits, and the one way to lay one against the other. */
import type { DaySerial, MinorUnits } from '../units/units';
import type { EntryIndex } from '../ledger/books';
import { OpenDebits, type PartIndex } from './open-debits';
import type { AccountStretch } from './chronology';
import type { SettlementContext } from './context';
import type { Allocation, AllocationRule } from './settlement';

export class AccountState {
  readonly debits = new OpenDebits();
  /** What is left of each credit, in order of arrival. */
  readonly creditLeftMinor = new Map<EntryIndex, MinorUnits>();
  /** Of a credit, what is kept for debits that the user chose and that have not come yet. */
  private readonly heldOfCreditMinor = new Map<EntryIndex, MinorUnits>();

  constructor(readonly context: SettlementContext, readonly account: AccountStretch, readonly allocations: Allocation[]) {}

  addCredit(credit: EntryIndex): void {
    this.creditLeftMinor.set(credit, -this.context.books.ours.amountMinor[credit]);
    const wishes = this.context.wishesByCredit.get(credit);
    if (wishes) this.heldOfCreditMinor.set(credit, wishes.reduce((sumMinor, wish) => sumMinor + wish.amountMinor, 0));
  }

  /** Lets go of what was kept for a debit, which has come. */
  release(credit: EntryIndex, amountMinor: MinorUnits): void {
    this.heldOfCreditMinor.set(credit, (this.heldOfCreditMinor.get(credit) ?? 0) - amountMinor);
  }

  /** What rules other than the user's may still use of a credit. */
  freeOf(credit: EntryIndex): MinorUnits {
    return (this.creditLeftMinor.get(credit) ?? 0) - (this.heldOfCreditMinor.get(credit) ?? 0);
  }

  allocate(credit: EntryIndex, part: PartIndex, amountMinor: MinorUnits, rule: AllocationRule, day: DaySerial, byPolicy: boolean): void {
    this.record(credit, part, amountMinor, rule, day, byPolicy, false);
  }

  /** Lays a credit against what is held of a debit for exactly this. */
  allocateHeld(credit: EntryIndex, part: PartIndex, limitMinor: MinorUnits, rule: AllocationRule, day: DaySerial): MinorUnits {
    const amountMinor = Math.min(limitMinor, this.creditLeftMinor.get(credit) ?? 0, this.debits.openMinor[part] - this.debits.free(part));
    if (amountMinor > 0) this.record(credit, part, amountMinor, rule, day, false, true);
    return Math.max(0, amountMinor);
  }

  /** Lays a credit against these parts, its own item and class first, then by due day, up to a limit. */
  settleParts(credit: EntryIndex, parts: readonly PartIndex[], rule: AllocationRule, day: DaySerial, limitMinor = Number.POSITIVE_INFINITY): void {
    const { debits } = this;
    const open = [...new Set(parts)].filter((part) => debits.free(part) > 0);
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
    this.debits.settle(part, amountMinor, day, fromHeld);
    this.creditLeftMinor.set(credit, (this.creditLeftMinor.get(credit) as MinorUnits) - amountMinor);
    const instalment = this.debits.instalment[part];
    const allocation = { credit, debit: this.debits.entry[part], amountMinor, rule, day, byPolicy };
    this.allocations.push(instalment === 0 ? allocation : { ...allocation, instalment });
  }

  /** 0 same item, 1 same class, 2 neither: a return of kettles credits the kettles of its invoice. */
  private strangeness(credit: EntryIndex, part: PartIndex): number {
    const { ours } = this.context.books;
    if (ours.productClass[credit] !== 0 && this.context.classOf(credit) !== this.debits.classOf(part)) return 2;
    return ours.item[credit] !== 0 && ours.item[credit] === ours.item[this.debits.entry[part]] ? 0 : 1;
  }
}

/** Allocations in columns, in the order in which they are made. */
import type { DaySerial, MinorUnits } from '../units/units';
import type { EntryIndex } from '../ledger/books';
import { FIRST_CAPACITY, longer } from '../units/columns';
import { ALLOCATION_RULES, type Allocation, type AllocationRule, type Allocations } from './settlement';

const RULE_NUMBERS = Object.fromEntries(ALLOCATION_RULES.map((rule, number) => [rule, number])) as Record<AllocationRule, number>;

export class AllocationColumns implements Allocations {
  count = 0;
  credit = new Int32Array(FIRST_CAPACITY);
  debit = new Int32Array(FIRST_CAPACITY);
  instalment = new Int32Array(FIRST_CAPACITY);
  amountMinor = new Float64Array(FIRST_CAPACITY);
  rule = new Uint8Array(FIRST_CAPACITY);
  day = new Int32Array(FIRST_CAPACITY);
  byPolicy = new Uint8Array(FIRST_CAPACITY);

  /** Allocations that are at hand as objects. */
  static from(list: readonly Allocation[]): AllocationColumns {
    const columns = new AllocationColumns();
    for (const { credit, debit, instalment = 0, amountMinor, rule, day, byPolicy } of list) columns.add(credit, debit, instalment, amountMinor, rule, day, byPolicy);
    return columns;
  }

  add(credit: EntryIndex, debit: EntryIndex, instalment: number, amountMinor: MinorUnits, rule: AllocationRule, day: DaySerial, byPolicy: boolean): void {
    if (this.count === this.credit.length) this.grow(2 * this.count);
    const i = this.count++;
    this.credit[i] = credit;
    this.debit[i] = debit;
    this.instalment[i] = instalment;
    this.amountMinor[i] = amountMinor;
    this.rule[i] = RULE_NUMBERS[rule];
    this.day[i] = day;
    this.byPolicy[i] = byPolicy ? 1 : 0;
  }

  at(index: number): Allocation {
    const allocation = {
      credit: this.credit[index], debit: this.debit[index], amountMinor: this.amountMinor[index], rule: ALLOCATION_RULES[this.rule[index]],
      day: this.day[index], byPolicy: this.byPolicy[index] === 1,
    };
    return this.instalment[index] === 0 ? allocation : { ...allocation, instalment: this.instalment[index] };
  }

  *[Symbol.iterator](): Iterator<Allocation> {
    for (let i = 0; i < this.count; i++) yield this.at(i);
  }

  private grow(capacity: number): void {
    this.credit = longer(this.credit, capacity);
    this.debit = longer(this.debit, capacity);
    this.instalment = longer(this.instalment, capacity);
    this.amountMinor = longer(this.amountMinor, capacity);
    this.rule = longer(this.rule, capacity);
    this.day = longer(this.day, capacity);
    this.byPolicy = longer(this.byPolicy, capacity);
  }
}

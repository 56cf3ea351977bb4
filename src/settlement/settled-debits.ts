/** How debits came to an end, in columns. */
import { NO_DAY, type DaySerial, type MinorUnits } from '../units/units';
import type { CustomerIndex, EntryIndex } from '../ledger/books';
import type { SettledDebit, SettledDebits } from './settlement';

export class SettledDebitColumns implements SettledDebits {
  count = 0;
  readonly entry: Int32Array;
  readonly instalment: Int32Array;
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly dueDay: Int32Array;
  readonly amountMinor: Float64Array;
  readonly settledDay: Int32Array;

  constructor(capacity: number) {
    this.entry = new Int32Array(capacity);
    this.instalment = new Int32Array(capacity);
    this.customer = new Int32Array(capacity);
    this.day = new Int32Array(capacity);
    this.dueDay = new Int32Array(capacity);
    this.amountMinor = new Float64Array(capacity);
    this.settledDay = new Int32Array(capacity);
  }

  /** Debits that are at hand as objects. */
  static from(list: readonly SettledDebit[]): SettledDebitColumns {
    const columns = new SettledDebitColumns(list.length);
    for (const { entry, instalment = 0, customer, day, dueDay, amountMinor, settledDay } of list) columns.add(entry, instalment, customer, day, dueDay, amountMinor, settledDay ?? NO_DAY);
    return columns;
  }

  /** `settledDay` is `NO_DAY` while open. */
  add(entry: EntryIndex, instalment: number, customer: CustomerIndex, day: DaySerial, dueDay: DaySerial, amountMinor: MinorUnits, settledDay: DaySerial): void {
    const i = this.count++;
    this.entry[i] = entry;
    this.instalment[i] = instalment;
    this.customer[i] = customer;
    this.day[i] = day;
    this.dueDay[i] = dueDay;
    this.amountMinor[i] = amountMinor;
    this.settledDay[i] = settledDay;
  }

  at(index: number): SettledDebit {
    return {
      entry: this.entry[index], instalment: this.instalment[index] || undefined, customer: this.customer[index], day: this.day[index], dueDay: this.dueDay[index],
      amountMinor: this.amountMinor[index], settledDay: this.settledDay[index] === NO_DAY ? null : this.settledDay[index],
    };
  }

  *[Symbol.iterator](): Iterator<SettledDebit> {
    for (let i = 0; i < this.count; i++) yield this.at(i);
  }
}

/**
 * Every debit of the ledger by the parts in which it falls due, in columns, account after account. A *part* is
 * a debit, one instalment of it, or (under sell-through) one sale of it.
 */
import type { DaySerial, MinorUnits } from '../units/units';
import type { EntryIndex } from '../ledger/books';
import { FIRST_CAPACITY, longer } from '../units/columns';

/** Number of a part, in the order of arrival. */
export type PartIndex = number;

/** Sorts after every real day: goods not yet sold. */
export const NOT_DUE: DaySerial = 4_000_000;

/** Excel holds a million rows on a sheet. */
export const PARTS_MAX = 2 ** 24;

export class DebitParts {
  count = 0;
  entry: Int32Array;
  instalment: Int32Array;
  dueDay: Int32Array;
  originalMinor: Float64Array;
  openMinor: Float64Array;
  /** Of the open amount, what policy may use: not held for a manual allocation or a clearing group. */
  freeMinor: Float64Array;
  /** Last day on which something was laid against it. */
  lastPaidDay: Int32Array;
  /** Canonical numbers of class and document; 0 = none. */
  productClass: Int32Array;
  document: Int32Array;

  /** Room for so many to begin with: one for each debit. */
  constructor(debitCount: number) {
    const capacity = Math.max(FIRST_CAPACITY, debitCount);
    this.entry = new Int32Array(capacity);
    this.instalment = new Int32Array(capacity);
    this.dueDay = new Int32Array(capacity);
    this.originalMinor = new Float64Array(capacity);
    this.openMinor = new Float64Array(capacity);
    this.freeMinor = new Float64Array(capacity);
    this.lastPaidDay = new Int32Array(capacity);
    this.productClass = new Int32Array(capacity);
    this.document = new Int32Array(capacity);
  }

  /** A part that is open as a whole, with nothing of it free yet. */
  add(entry: EntryIndex, instalment: number, amountMinor: MinorUnits, dueDay: DaySerial, productClass: number, document: number): PartIndex {
    if (this.count === this.entry.length) this.grow(2 * this.count);
    if (this.count >= PARTS_MAX) throw new RangeError('A ledger of more than sixteen million debits.');
    const part = this.count++;
    this.entry[part] = entry;
    this.instalment[part] = instalment;
    this.dueDay[part] = dueDay;
    this.originalMinor[part] = amountMinor;
    this.openMinor[part] = amountMinor;
    this.productClass[part] = productClass;
    this.document[part] = document;
    return part;
  }

  private grow(capacity: number): void {
    this.entry = longer(this.entry, capacity);
    this.instalment = longer(this.instalment, capacity);
    this.dueDay = longer(this.dueDay, capacity);
    this.originalMinor = longer(this.originalMinor, capacity);
    this.openMinor = longer(this.openMinor, capacity);
    this.freeMinor = longer(this.freeMinor, capacity);
    this.lastPaidDay = longer(this.lastPaidDay, capacity);
    this.productClass = longer(this.productClass, capacity);
    this.document = longer(this.document, capacity);
  }
}

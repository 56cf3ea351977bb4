/**
 * The debits of one account while its credits are laid against them. A *part* is a debit, one instalment
 * of it, or (under sell-through) one sale of it. Each lookup that a rule needs is kept up to date as
 * amounts change: by due day, by product class, by open amount, by document.
 */
import type { DaySerial, MinorUnits } from '../units/units';
import type { EntryIndex } from '../ledger/books';
import { LazyHeap } from './lazy-heap';
import { Listing } from './listing';

/** Number of a part within its account, in the order of arrival. */
export type PartIndex = number;

/** Sorts after every real day: goods not yet sold. */
export const NOT_DUE: DaySerial = 4_000_000;

const PARTS_PER_ACCOUNT_MAX = 2 ** 24;

export interface NewPart {
  readonly entry: EntryIndex;
  readonly instalment: number;
  readonly amountMinor: MinorUnits;
  readonly dueDay: DaySerial;
  /** Canonical numbers of class and document; 0 = none. */
  readonly productClass: number;
  readonly document: number;
}

export class OpenDebits {
  readonly entry: EntryIndex[] = [];
  readonly instalment: number[] = [];
  readonly dueDay: DaySerial[] = [];
  readonly originalMinor: MinorUnits[] = [];
  readonly openMinor: MinorUnits[] = [];
  /** Last day on which something was laid against it. */
  readonly lastPaidDay: DaySerial[] = [];
  /** Of the open amount, what policy may use: not held for a manual allocation or a clearing group. */
  private readonly freeMinor: MinorUnits[] = [];
  private readonly productClass: number[] = [];
  private readonly document: number[] = [];
  private readonly byDue = new LazyHeap();
  private readonly byDueInClass = new Map<number, LazyHeap>();
  private readonly byAmount = new Listing<MinorUnits>();
  private readonly byDocument = new Listing<number>();
  /** Listed when somebody first asks: few accounts have manual allocations, clearing numbers or sales. */
  private byEntry: Listing<EntryIndex> | null = null;
  /** Free totals of documents of several parts; a document of one part is found by its amount. */
  private readonly documentFree = new Map<number, MinorUnits>();
  private readonly documentsByTotal = new Listing<MinorUnits>();
  private freeParts = 0;

  get count(): number {
    return this.entry.length;
  }

  /** Parts that policy may use. */
  get freeCount(): number {
    return this.freeParts;
  }

  /** `heldMinor` is kept back from every rule but the one it is held for. */
  add(part: NewPart, heldMinor: MinorUnits): PartIndex {
    const index = this.entry.length;
    if (index >= PARTS_PER_ACCOUNT_MAX) throw new RangeError('An account of more than sixteen million debits.');
    this.entry.push(part.entry);
    this.instalment.push(part.instalment);
    this.dueDay.push(part.dueDay);
    this.originalMinor.push(part.amountMinor);
    this.openMinor.push(part.amountMinor);
    this.lastPaidDay.push(0);
    this.freeMinor.push(0);
    this.productClass.push(part.productClass);
    this.document.push(part.document);
    this.byEntry?.add(part.entry, index);
    if (part.document !== 0) this.addToDocument(part.document, index);
    this.changeFree(index, part.amountMinor - heldMinor);
    this.enqueue(index);
    return index;
  }

  free(part: PartIndex): MinorUnits {
    return this.freeMinor[part];
  }

  classOf(part: PartIndex): number {
    return this.productClass[part];
  }

  documentOf(part: PartIndex): number {
    return this.document[part];
  }

  /** Order by due day, then by arrival. */
  readonly byDueDay = (a: PartIndex, b: PartIndex): number => this.dueDay[a] - this.dueDay[b] || a - b;

  partsOfEntry(entry: EntryIndex): readonly PartIndex[] {
    if (!this.byEntry) {
      this.byEntry = new Listing();
      for (let part = 0; part < this.count; part++) this.byEntry.add(this.entry[part], part);
    }
    return this.byEntry.of(entry);
  }

  partsOfDocument(document: number): readonly PartIndex[] {
    return this.byDocument.of(document);
  }

  /** Lowers what is open; `fromHeld` takes it out of what was held for this very allocation. */
  settle(part: PartIndex, amountMinor: MinorUnits, day: DaySerial, fromHeld: boolean): void {
    this.openMinor[part] -= amountMinor;
    this.lastPaidDay[part] = day;
    if (!fromHeld) this.changeFree(part, this.freeMinor[part] - amountMinor);
  }

  /** The free part that falls due first, of one class or of all; -1 where there is none. */
  oldest(productClass: number | null): PartIndex {
    const heap = productClass === null ? this.byDue : this.byDueInClass.get(productClass);
    while (heap?.smallest !== undefined) {
      const part = heap.smallest % PARTS_PER_ACCOUNT_MAX;
      if (this.freeMinor[part] > 0) return part;
      heap.dropSmallest();
    }
    return -1;
  }

  /** Free parts of exactly this amount. */
  partsOfAmount(amountMinor: MinorUnits): PartIndex[] {
    return this.byAmount.of(amountMinor).filter((part, at, all) => this.freeMinor[part] === amountMinor && all.indexOf(part) === at);
  }

  /** Documents of several lines whose free amounts sum to exactly this. */
  documentsOfTotal(amountMinor: MinorUnits): number[] {
    return this.documentsByTotal.of(amountMinor).filter((document, at, all) => this.documentFree.get(document) === amountMinor && all.indexOf(document) === at);
  }

  /** Splits off what was sold of a part; what had been paid ahead counts for the goods sold first. */
  sell(part: PartIndex, soldMinor: MinorUnits, dueDay: DaySerial): PartIndex {
    const paidMinor = this.originalMinor[part] - this.openMinor[part];
    const paidOfSoldMinor = Math.min(paidMinor, soldMinor);
    const heldMinor = this.openMinor[part] - this.freeMinor[part];
    const movedMinor = soldMinor - paidOfSoldMinor;
    const heldOfSoldMinor = Math.max(0, movedMinor - this.freeMinor[part]);
    const sold = this.add({
      entry: this.entry[part], instalment: this.partsOfEntry(this.entry[part]).length, amountMinor: soldMinor, dueDay,
      productClass: this.productClass[part], document: this.document[part],
    }, heldOfSoldMinor);
    this.openMinor[sold] = movedMinor;
    this.lastPaidDay[sold] = this.lastPaidDay[part];
    this.changeFree(sold, movedMinor - heldOfSoldMinor);
    this.originalMinor[part] -= soldMinor;
    this.openMinor[part] -= movedMinor;
    this.changeFree(part, this.openMinor[part] - (heldMinor - heldOfSoldMinor));
    return sold;
  }

  private changeFree(part: PartIndex, freeMinor: MinorUnits): void {
    const before = this.freeMinor[part];
    if (freeMinor === before) return;
    this.freeMinor[part] = freeMinor;
    this.freeParts += Number(freeMinor > 0) - Number(before > 0);
    if (freeMinor > 0) this.byAmount.add(freeMinor, part);
    const document = this.document[part];
    const totalMinor = this.documentFree.get(document);
    if (totalMinor !== undefined) this.setDocumentFree(document, totalMinor + freeMinor - before);
  }

  private addToDocument(document: number, part: PartIndex): void {
    const others = this.byDocument.of(document);
    if (others.length === 1) this.setDocumentFree(document, this.freeMinor[others[0]]);
    this.byDocument.add(document, part);
  }

  private setDocumentFree(document: number, totalMinor: MinorUnits): void {
    this.documentFree.set(document, totalMinor);
    if (totalMinor > 0) this.documentsByTotal.add(totalMinor, document);
  }

  private enqueue(part: PartIndex): void {
    const key = this.queueKey(part);
    this.byDue.push(key);
    const productClass = this.productClass[part];
    if (productClass === 0) return;
    let heap = this.byDueInClass.get(productClass);
    if (!heap) this.byDueInClass.set(productClass, (heap = new LazyHeap()));
    heap.push(key);
  }

  /** Due day and order of arrival in one number. */
  private queueKey(part: PartIndex): number {
    return this.dueDay[part] * PARTS_PER_ACCOUNT_MAX + part;
  }
}

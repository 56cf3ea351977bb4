/**
 * The debits of one account while its credits are laid against them. What a rule looks things up in (the due
 * day, the amount) is made when the first credit asks, and kept up to date from then on.
 */
import type { DaySerial, MinorUnits } from '../units/units';
import type { EntryIndex } from '../ledger/books';
import { DebitParts, PARTS_MAX, type PartIndex } from './debit-parts';
import { FreeAmounts } from './free-amounts';
import { LazyHeap } from './lazy-heap';
import type { AccountListing } from './listing';

/** The queue of all classes. */
const ANY_CLASS = -1;

export class OpenDebits {
  /** Number of the account's first part. */
  readonly first: PartIndex;
  private queues: Map<number, LazyHeap> | null = null;
  private amounts: FreeAmounts | null = null;
  private byEntry: Map<EntryIndex, PartIndex[]> | null = null;
  private freeParts = 0;

  constructor(readonly parts: DebitParts, private readonly byDocument: AccountListing) {
    this.first = parts.count;
    byDocument.begin();
  }

  /** Parts that policy may use. */
  get freeCount(): number {
    return this.freeParts;
  }

  /** `heldMinor` is kept back from every rule but the one it is held for. */
  add(entry: EntryIndex, instalment: number, amountMinor: MinorUnits, dueDay: DaySerial, productClass: number, document: number, heldMinor: MinorUnits): PartIndex {
    const { parts } = this;
    const part = parts.add(entry, instalment, amountMinor, dueDay, productClass, document);
    parts.freeMinor[part] = amountMinor - heldMinor;
    if (amountMinor > heldMinor) this.freeParts++;
    if (document !== 0) this.byDocument.add(document, part);
    if (this.byEntry) listed(this.byEntry, entry, part);
    this.amounts?.added(part);
    if (this.queues) this.enqueue(part, this.queues);
    return part;
  }

  free(part: PartIndex): MinorUnits {
    return this.parts.freeMinor[part];
  }

  classOf(part: PartIndex): number {
    return this.parts.productClass[part];
  }

  documentOf(part: PartIndex): number {
    return this.parts.document[part];
  }

  /** Order by due day, then by arrival. */
  readonly byDueDay = (a: PartIndex, b: PartIndex): number => this.parts.dueDay[a] - this.parts.dueDay[b] || a - b;

  partsOfEntry(entry: EntryIndex): readonly PartIndex[] {
    if (!this.byEntry) {
      this.byEntry = new Map();
      for (let part = this.first; part < this.parts.count; part++) listed(this.byEntry, this.parts.entry[part], part);
    }
    return this.byEntry.get(entry) ?? [];
  }

  hasDocument(document: number): boolean {
    return this.byDocument.has(document);
  }

  partsOfDocument(document: number): readonly PartIndex[] {
    return this.byDocument.of(document);
  }

  /** Lowers what is open; `fromHeld` takes it out of what was held for this very allocation. */
  settle(part: PartIndex, amountMinor: MinorUnits, day: DaySerial, fromHeld: boolean): void {
    const { parts } = this;
    parts.openMinor[part] -= amountMinor;
    parts.lastPaidDay[part] = day;
    if (!fromHeld) this.changeFree(part, parts.freeMinor[part] - amountMinor);
  }

  /** The free part that falls due first, of one class or of all; -1 where there is none. */
  oldest(productClass: number | null): PartIndex {
    const { freeMinor } = this.parts;
    const queue = this.queueOf(productClass ?? ANY_CLASS);
    while (queue.smallest !== undefined) {
      const part = queue.smallest % PARTS_MAX;
      if (freeMinor[part] > 0) return part;
      queue.dropSmallest();
    }
    return -1;
  }

  /** Free parts of exactly this amount. */
  partsOfAmount(amountMinor: MinorUnits): PartIndex[] {
    return this.byAmount().partsOf(amountMinor);
  }

  /** Documents of several lines whose free amounts sum to exactly this. */
  documentsOfTotal(amountMinor: MinorUnits): number[] {
    return this.byAmount().documentsOf(amountMinor);
  }

  /** Splits off what was sold of a part; what had been paid ahead counts for the goods sold first. */
  sell(part: PartIndex, soldMinor: MinorUnits, dueDay: DaySerial): PartIndex {
    const { parts } = this;
    const paidMinor = parts.originalMinor[part] - parts.openMinor[part];
    const paidOfSoldMinor = Math.min(paidMinor, soldMinor);
    const heldMinor = parts.openMinor[part] - parts.freeMinor[part];
    const movedMinor = soldMinor - paidOfSoldMinor;
    const heldOfSoldMinor = Math.max(0, movedMinor - parts.freeMinor[part]);
    const entry = parts.entry[part];
    const sold = this.add(entry, this.partsOfEntry(entry).length, soldMinor, dueDay, parts.productClass[part], parts.document[part], heldOfSoldMinor);
    parts.openMinor[sold] = movedMinor;
    parts.lastPaidDay[sold] = parts.lastPaidDay[part];
    this.changeFree(sold, movedMinor - heldOfSoldMinor);
    parts.originalMinor[part] -= soldMinor;
    parts.openMinor[part] -= movedMinor;
    this.changeFree(part, parts.openMinor[part] - (heldMinor - heldOfSoldMinor));
    return sold;
  }

  private changeFree(part: PartIndex, freeMinor: MinorUnits): void {
    const before = this.parts.freeMinor[part];
    if (freeMinor === before) return;
    this.parts.freeMinor[part] = freeMinor;
    this.freeParts += Number(freeMinor > 0) - Number(before > 0);
    this.amounts?.changed(part, freeMinor - before);
  }

  private byAmount(): FreeAmounts {
    return (this.amounts ??= new FreeAmounts(this.parts, this.byDocument, this.first));
  }

  private queueOf(productClass: number): LazyHeap {
    this.queues ??= new Map();
    let queue = this.queues.get(productClass);
    if (!queue) {
      this.queues.set(productClass, (queue = new LazyHeap()));
      for (let part = this.first; part < this.parts.count; part++) {
        const isOfClass = productClass === ANY_CLASS || this.parts.productClass[part] === productClass;
        if (isOfClass && this.parts.freeMinor[part] > 0) queue.push(this.queueKey(part));
      }
    }
    return queue;
  }

  private enqueue(part: PartIndex, queues: ReadonlyMap<number, LazyHeap>): void {
    const key = this.queueKey(part);
    queues.get(ANY_CLASS)?.push(key);
    queues.get(this.parts.productClass[part])?.push(key);
  }

  /** Due day and order of arrival in one number. */
  private queueKey(part: PartIndex): number {
    return this.parts.dueDay[part] * PARTS_MAX + part;
  }
}

function listed(lists: Map<EntryIndex, PartIndex[]>, entry: EntryIndex, part: PartIndex): void {
  const list = lists.get(entry);
  if (list) list.push(part);
  else lists.set(entry, [part]);
}

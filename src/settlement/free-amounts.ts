/** What is free of one account's debits, by amount: the parts, and the documents of several parts, that a credit fits exactly. */
import type { MinorUnits } from '../units/units';
import type { DebitParts, PartIndex } from './debit-parts';
import { Listing, type AccountListing } from './listing';

export class FreeAmounts {
  private readonly byAmount = new Listing<MinorUnits>();
  /** Free totals of documents of several parts; a document of one part is found by its amount. */
  private readonly documentFree = new Map<number, MinorUnits>();
  private readonly documentsByTotal = new Listing<MinorUnits>();

  /** Of the account's parts so far, from `first`. */
  constructor(private readonly parts: DebitParts, private readonly byDocument: AccountListing, first: PartIndex) {
    for (let part = first; part < parts.count; part++) if (parts.freeMinor[part] > 0) this.byAmount.add(parts.freeMinor[part], part);
    for (let part = first; part < parts.count; part++) this.noteDocument(parts.document[part]);
  }

  /** Free parts of exactly this amount. */
  partsOf(amountMinor: MinorUnits): PartIndex[] {
    const { freeMinor } = this.parts;
    return this.byAmount.holding(amountMinor, (part) => freeMinor[part] === amountMinor);
  }

  /** Documents of several parts whose free amounts sum to exactly this. */
  documentsOf(amountMinor: MinorUnits): number[] {
    return [...new Set(this.documentsByTotal.holding(amountMinor, (document) => this.documentFree.get(document) === amountMinor))];
  }

  /** A part has joined the account, with what is free of it. */
  added(part: PartIndex): void {
    const freeMinor = this.parts.freeMinor[part];
    if (freeMinor > 0) this.byAmount.add(freeMinor, part);
    const document = this.parts.document[part];
    if (this.documentFree.has(document)) this.changeTotal(document, freeMinor);
    else this.noteDocument(document);
  }

  /** What is free of a part has changed by so much. */
  changed(part: PartIndex, byMinor: MinorUnits): void {
    const freeMinor = this.parts.freeMinor[part];
    if (freeMinor > 0) this.byAmount.add(freeMinor, part);
    this.changeTotal(this.parts.document[part], byMinor);
  }

  private noteDocument(document: number): void {
    if (this.documentFree.has(document)) return;
    const parts = this.byDocument.of(document);
    if (parts.length > 1) this.setTotal(document, parts.reduce((sumMinor, part) => sumMinor + this.parts.freeMinor[part], 0));
  }

  private changeTotal(document: number, byMinor: MinorUnits): void {
    const totalMinor = this.documentFree.get(document);
    if (totalMinor !== undefined) this.setTotal(document, totalMinor + byMinor);
  }

  private setTotal(document: number, totalMinor: MinorUnits): void {
    this.documentFree.set(document, totalMinor);
    this.documentsByTotal.add(totalMinor, document);
  }
}

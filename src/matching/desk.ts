/**
 * One account laid out for matching: both sides' entries gathered into documents, what each document
 * names, and what is still free. Every pass works on a desk; the books themselves are never touched.
 */
import type { CurrencyCode } from '../units/money';
import { ENTRY_KINDS, ledgerOf, SIDES, type Books, type CustomerIndex, type EntryIndex, type Ledger, type Side } from '../ledger/books';
import { isFree, NO_DOCS, type Doc } from './doc';
import { gatherDocs } from './gather';
import type { TextReadings } from './readings';
import type { MatchingSettings } from './reconciliation';

const TRANSFER = ENTRY_KINDS.indexOf('transfer');

export interface AccountEntries {
  readonly customer: CustomerIndex;
  readonly currency: number;
  /** By day. */
  readonly ours: ArrayLike<EntryIndex>;
  readonly theirs: ArrayLike<EntryIndex>;
}

/** The desk of one account. Documents are numbered by content, so that the order of rows leaves no trace. */
export class Desk {
  readonly currency: CurrencyCode;
  readonly docs: Record<Side, Doc[]>;
  /** Of ours, free or not. */
  readonly transfers: readonly Doc[];
  private byNumber: Record<Side, Map<number, Doc[]>>;

  constructor(
    readonly books: Books,
    readonly account: AccountEntries,
    readonly settings: MatchingSettings,
    readonly readings: TextReadings,
  ) {
    this.currency = books.currencies[account.currency];
    this.docs = { ours: gatherDocs(books, 'ours', account.ours, readings), theirs: gatherDocs(books, 'theirs', account.theirs, readings) };
    this.transfers = this.docs.ours.filter((doc) => this.isTransfer(doc));
    this.byNumber = { ours: indexed(this.docs.ours), theirs: indexed(this.docs.theirs) };
  }

  ledger(side: Side): Ledger {
    return ledgerOf(this.books, side);
  }

  isTransfer(doc: Doc): boolean {
    return this.ledger(doc.side).kind[doc.entries[0]] === TRANSFER;
  }

  /** Documents of a side that go by these digits (a code of `readings`), free or not. */
  withDigits(side: Side, digits: number): readonly Doc[] {
    return this.byNumber[side].get(digits) ?? NO_DOCS;
  }

  /** Documents with entries left. */
  free(side: Side): Doc[] {
    return this.docs[side].filter(isFree);
  }

  /** Keeps only what is free: nobody will ask for the rest again. */
  clear(): void {
    for (const side of SIDES) {
      this.docs[side] = this.free(side);
      for (const doc of this.docs[side]) doc.tied = NO_DOCS;
    }
    this.byNumber = { ours: new Map(), theirs: new Map() };
  }
}

function indexed(docs: readonly Doc[]): Map<number, Doc[]> {
  const byNumber = new Map<number, Doc[]>();
  for (const doc of docs) {
    for (const { digits } of doc.numbers) {
      const found = byNumber.get(digits);
      if (!found) byNumber.set(digits, [doc]);
      else if (found[found.length - 1] !== doc) found.push(doc);
    }
  }
  return byNumber;
}

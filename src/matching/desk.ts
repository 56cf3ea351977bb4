/**
 * One account laid out for matching: both sides' entries gathered into documents, what each document
 * names, and what is still free. Every pass works on a desk; the books themselves are never touched.
 */
import type { CurrencyCode } from '../units/money';
import { ENTRY_KINDS, ledgerOf, SIDES, type Books, type CustomerIndex, type EntryIndex, type Ledger, type Side } from '../ledger/books';
import { isFree, NO_DOCS, type Doc } from './doc';
import { gatherDocs } from './gather';
import { NumberIndex } from './number-index';
import type { TextReadings } from './readings';
import type { MatchingSettings } from './reconciliation';

const NO_NUMBERS = new NumberIndex(NO_DOCS);
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
  private readonly byNumber: Record<Side, NumberIndex>;

  constructor(
    readonly books: Books,
    readonly account: AccountEntries,
    readonly settings: MatchingSettings,
    readonly readings: TextReadings,
  ) {
    this.currency = books.currencies[account.currency];
    this.docs = { ours: gatherDocs(books, 'ours', account.ours, readings), theirs: gatherDocs(books, 'theirs', account.theirs, readings) };
    this.transfers = this.docs.ours.filter((doc) => this.isTransfer(doc));
    this.byNumber = { ours: new NumberIndex(this.docs.ours), theirs: new NumberIndex(this.docs.theirs) };
  }

  ledger(side: Side): Ledger {
    return ledgerOf(this.books, side);
  }

  isTransfer(doc: Doc): boolean {
    return this.ledger(doc.side).kind[doc.entries[0]] === TRANSFER;
  }

  /** Documents of a side that go by these digits (a code of `readings`), free or not. */
  withDigits(side: Side, digits: number): readonly Doc[] {
    return this.byNumber[side].withDigits(digits);
  }

  /** True where more than one document of the side goes by these digits. */
  hasSeveral(side: Side, digits: number): boolean {
    return this.byNumber[side].hasSeveral(digits);
  }

  /** Documents with entries left. */
  free(side: Side): Doc[] {
    return this.docs[side].filter(isFree);
  }

  /** True where both sides have something left. */
  get isOpen(): boolean {
    return SIDES.every((side) => this.docs[side].some(isFree));
  }

  /** Keeps what is free and what goes by a number that it has or names: nobody will ask for the rest again. */
  keepWhatIsOpen(): void {
    const digits = new Set<number>();
    for (const side of SIDES) {
      for (const doc of this.docs[side]) {
        if (!isFree(doc)) continue;
        for (const number of doc.numbers) digits.add(number.digits);
        for (const number of doc.naming.numbers) digits.add(number.digits);
      }
    }
    for (const side of SIDES) {
      this.docs[side] = this.docs[side].filter((doc) => isFree(doc) || doc.numbers.some((number) => digits.has(number.digits)));
      for (const doc of this.docs[side]) doc.forgetOthers();
      this.byNumber[side] = this.docs[side].length > 0 ? new NumberIndex(this.docs[side]) : NO_NUMBERS;
    }
  }
}

/**
 * One account laid out for matching: both sides' entries gathered into documents, what each document
 * names, and what is still free. Every pass works on a desk; the books themselves are never touched.
 */
import type { CurrencyCode } from '../units/money';
import { ENTRY_KINDS, SIDES, type Books, type CustomerIndex, type EntryIndex, type Side } from '../ledger/books';
import { isFree, NO_DOCS, type Doc } from './doc';
import { gatherDocs } from './gather';
import { linesOf, type Lines } from './lines';
import { NumberIndex } from './number-index';
import type { TextReadings } from './readings';
import { partRepeats } from './repeats';
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

/**
 * One of each side. A class and no literal: where desks are kept, the engine puts the literals of desks straight
 * among the old objects, and with them every document that a desk has let go of.
 */
class PerSide<Each> {
  constructor(
    public ours: Each,
    public theirs: Each,
  ) {}
}

/** The desk of one account. Documents are numbered by content, so that the order of rows leaves no trace. */
export class Desk {
  readonly currency: CurrencyCode;
  readonly docs: Record<Side, Doc[]>;
  /** Of ours, free or not. */
  readonly transfers: readonly Doc[];
  /** What was free when somebody last asked. */
  private readonly open: Record<Side, readonly Doc[]>;
  private readonly byNumber: Record<Side, NumberIndex>;

  constructor(
    readonly books: Books,
    readonly account: AccountEntries,
    readonly settings: MatchingSettings,
    readonly readings: TextReadings,
  ) {
    this.currency = books.currencies[account.currency];
    const [ours, theirs] = [gatherDocs(books, 'ours', account.ours, readings), gatherDocs(books, 'theirs', account.theirs, readings)];
    this.docs = new PerSide(partRepeats(books, ours, theirs), partRepeats(books, theirs, ours));
    this.open = new PerSide<readonly Doc[]>(this.docs.ours, this.docs.theirs);
    this.transfers = this.docs.ours.filter((doc) => this.isTransfer(doc));
    this.byNumber = new PerSide(new NumberIndex(this.docs.ours), new NumberIndex(this.docs.theirs));
  }

  ledger(side: Side): Lines {
    return linesOf(this.books, side);
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

  /** Documents with entries left. None becomes free again. */
  free(side: Side): readonly Doc[] {
    return (this.open[side] = this.open[side].filter(isFree));
  }

  /** True where both sides have something left. */
  get isOpen(): boolean {
    return SIDES.every((side) => this.open[side].some(isFree));
  }

  /** Keeps what is free and what goes by a number that it has or names: nobody will ask for the rest again. */
  keepWhatIsOpen(): void {
    const digits = new Set<number>();
    for (const side of SIDES) {
      for (const doc of this.free(side)) {
        for (const number of doc.numbers) digits.add(number.digits);
        for (const number of doc.naming.numbers) digits.add(number.digits);
      }
    }
    for (const side of SIDES) {
      this.docs[side] = this.docs[side].filter((doc) => isFree(doc) || doc.numbers.some((number) => digits.has(number.digits)));
      for (const doc of this.docs[side]) doc.tied = NO_DOCS;
      this.byNumber[side] = this.docs[side].length > 0 ? new NumberIndex(this.docs[side]) : NO_NUMBERS;
    }
  }
}

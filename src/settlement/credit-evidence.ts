/** What is known of a credit before any policy: what its line, a remittance and the customer's own line name. */
import type { DaySerial, MinorUnits } from '../units/units';
import type { Books, EntryIndex } from '../ledger/books';
import type { Reconciliation } from '../matching/reconciliation';
import type { DocumentNumbers, Named, NumberId } from './document-numbers';

/** A line of a remittance: so much of the payment is for this document. */
export interface Remitted {
  readonly documents: readonly NumberId[];
  /** Negative where the payer takes a credit note into account. */
  readonly amountMinor: MinorUnits;
}

export class CreditEvidence {
  private readonly remittances = new Map<NumberId, Remitted[]>();
  private readonly theirLines = new Map<EntryIndex, readonly EntryIndex[]>();

  constructor(private readonly books: Books, private readonly numbers: DocumentNumbers, reconciliation: Reconciliation) {
    for (const line of books.remittances) {
      const remitted = { documents: numbers.namedInWords(line.invoice).map(({ id }) => id), amountMinor: line.amountMinor };
      for (const { id } of numbers.namedInWords(line.payment)) {
        const lines = this.remittances.get(id);
        if (lines) lines.push(remitted);
        else this.remittances.set(id, [remitted]);
      }
    }
    for (const match of reconciliation.matches) {
      if (match.status !== 'confirmed') continue;
      for (const entry of match.ours) if (books.ours.amountMinor[entry] < 0) this.theirLines.set(entry, match.theirs);
    }
  }

  /** What the line's own columns and memo name. */
  named(credit: EntryIndex): readonly Named[] {
    const { ours } = this.books;
    const inReferences = this.numbers.namedIn(ours.references[credit]);
    const inMemo = this.numbers.namedIn(ours.memo[credit]);
    if (inReferences.length === 0) return inMemo;
    return inMemo.length === 0 ? inReferences : [...inReferences, ...inMemo];
  }

  /** What the line's own columns and memo count without naming it ("等3张"). */
  counted(credit: EntryIndex): readonly NumberId[] {
    const { ours } = this.books;
    const inReferences = this.numbers.countedIn(ours.references[credit]);
    return inReferences.length > 0 ? inReferences : this.numbers.countedIn(ours.memo[credit]);
  }

  /** What the customer's matched lines name, as far as they were booked by the day. */
  namedByCustomer(credit: EntryIndex, day: DaySerial): readonly NumberId[] {
    const { theirs } = this.books;
    return this.linesOf(credit, day).flatMap((line) => [...this.numbers.namedIn(theirs.references[line]), ...this.numbers.namedIn(theirs.memo[line])].map(({ id }) => id));
  }

  /** The remittance lines for a payment, under any number that either side knows it by. */
  remitted(paymentNumbers: readonly NumberId[]): readonly Remitted[] {
    if (this.remittances.size === 0) return [];
    const number = paymentNumbers.find((known) => this.remittances.has(known));
    return number === undefined ? [] : (this.remittances.get(number) as Remitted[]);
  }

  /** Numbers under which either side knows this payment: its own, those it names that are no debit of ours, the customer's. */
  paymentNumbers(credit: EntryIndex, day: DaySerial): readonly NumberId[] {
    const { theirs } = this.books;
    const own = this.numbers.ofEntry(credit);
    const named = this.named(credit).filter(({ id }) => !this.numbers.isDebitOn(id, day)).map(({ written }) => written);
    const numbers = [own, ...named, ...this.linesOf(credit, day).map((line) => this.numbers.ofTheirText(theirs.document[line]))];
    return numbers.filter((number) => number !== 0);
  }

  private linesOf(credit: EntryIndex, day: DaySerial): readonly EntryIndex[] {
    return this.theirLines.get(credit)?.filter((line) => this.books.theirs.day[line] <= day) ?? [];
  }
}

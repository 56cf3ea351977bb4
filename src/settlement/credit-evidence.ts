/** What is known of a credit before any policy: what its line, a remittance and the customer's own line name. */
import type { DaySerial, MinorUnits } from '../units/units';
import type { Books, EntryIndex, Ledger } from '../ledger/books';
import type { Matches, Reconciliation } from '../matching/reconciliation';
import type { DocumentNumbers, Named, NumberId } from './document-numbers';

/** A line of a remittance: so much of the payment is for this document. */
export interface Remitted {
  readonly documents: readonly NumberId[];
  /** Negative where the payer takes a credit note into account. */
  readonly amountMinor: MinorUnits;
}

const NO_LINES: readonly EntryIndex[] = [];

export class CreditEvidence {
  private readonly remittances = new Map<NumberId, Remitted[]>();
  private readonly matchOf: Int32Array;

  constructor(private readonly books: Books, private readonly numbers: DocumentNumbers, private readonly reconciliation: Reconciliation) {
    for (const line of books.remittances) {
      const remitted = { documents: numbers.namedInWords(line.invoice).map(({ id }) => id), amountMinor: line.amountMinor };
      for (const { id } of numbers.namedInWords(line.payment)) {
        const lines = this.remittances.get(id);
        if (lines) lines.push(remitted);
        else this.remittances.set(id, [remitted]);
      }
    }
    this.matchOf = matchesOf(books.ours, reconciliation.matches);
  }

  get hasRemittances(): boolean {
    return this.remittances.size > 0;
  }

  /** What the line's own columns and memo name. */
  named(credit: EntryIndex): readonly Named[] {
    const { ours } = this.books;
    return [...this.numbers.namedIn(ours.references[credit]), ...this.numbers.namedIn(ours.memo[credit])];
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
    const named: NumberId[] = [];
    for (const line of this.theirLinesOf(credit)) {
      if (theirs.day[line] > day) continue;
      for (const { id } of this.numbers.namedIn(theirs.references[line])) named.push(id);
      for (const { id } of this.numbers.namedIn(theirs.memo[line])) named.push(id);
    }
    return named;
  }

  /** The remittance lines for a payment, under any number that either side knows it by. */
  remitted(paymentNumbers: readonly NumberId[]): readonly Remitted[] {
    const number = paymentNumbers.find((known) => this.remittances.has(known));
    return number === undefined ? [] : (this.remittances.get(number) as Remitted[]);
  }

  /** Numbers under which either side knows this payment: its own, those it names that are no debit of ours, the customer's. */
  paymentNumbers(credit: EntryIndex, named: readonly Named[], day: DaySerial): readonly NumberId[] {
    const { theirs } = this.books;
    const known = [this.numbers.ofEntry(credit)];
    for (const { id, written } of named) if (!this.numbers.isDebitOn(id, day)) known.push(written);
    for (const line of this.theirLinesOf(credit)) if (theirs.day[line] <= day) known.push(this.numbers.ofTheirText(theirs.document[line]));
    return known.filter((number) => number !== 0);
  }

  private theirLinesOf(credit: EntryIndex): readonly EntryIndex[] {
    const match = this.matchOf[credit];
    return match === 0 ? NO_LINES : this.reconciliation.matches.theirs.at(match - 1);
  }
}

/** By credit: number, counted from 1, of the confirmed match that it is in. */
function matchesOf({ amountMinor, count }: Ledger, { isConfirmed, ours, count: matchCount }: Matches): Int32Array {
  const matchOf = new Int32Array(count);
  for (let match = 0; match < matchCount; match++) {
    if (isConfirmed[match] === 0) continue;
    for (let at = ours.starts[match]; at < ours.starts[match + 1]; at++) if (amountMinor[ours.entries[at]] < 0) matchOf[ours.entries[at]] = match + 1;
  }
  return matchOf;
}

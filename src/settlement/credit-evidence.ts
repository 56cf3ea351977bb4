/** What is known of a credit before any policy: whom its line, its remittance and the customer's own line name. */
import type { MinorUnits } from '../units/units';
import { EntryKeys } from '../ledger/entry-keys';
import type { Books, EntryIndex } from '../ledger/books';
import type { Annotations } from '../annotations/annotations';
import type { Reconciliation } from '../matching/reconciliation';
import type { DocumentNumbers, NumberId } from './document-numbers';

export interface Remitted {
  readonly document: NumberId;
  /** Negative where the payer takes a credit note into account. */
  readonly amountMinor: MinorUnits;
}

export class CreditEvidence {
  private readonly remittances = new Map<NumberId, Remitted[]>();
  private readonly theirLines = new Map<EntryIndex, readonly EntryIndex[]>();

  constructor(private readonly books: Books, private readonly numbers: DocumentNumbers, reconciliation: Reconciliation) {
    for (const line of books.remittances) {
      const payment = numbers.ofNumber(line.payment);
      const document = numbers.ofNumber(line.invoice);
      if (payment === 0 || document === 0) continue;
      const lines = this.remittances.get(payment) ?? [];
      if (lines.length === 0) this.remittances.set(payment, lines);
      lines.push({ document, amountMinor: line.amountMinor });
    }
    for (const match of reconciliation.matches) {
      if (match.status !== 'confirmed') continue;
      for (const entry of match.ours) if (books.ours.amountMinor[entry] < 0) this.theirLines.set(entry, match.theirs);
    }
  }

  /** Numbers in the line's own columns and memo. */
  named(credit: EntryIndex): readonly NumberId[] {
    const { ours } = this.books;
    return [...this.numbers.namedIn(ours.references[credit]), ...this.numbers.namedIn(ours.memo[credit])];
  }

  /** Numbers in the customer's matched lines that were booked by the credit's day. */
  namedByCustomer(credit: EntryIndex, day: number): readonly NumberId[] {
    const { theirs } = this.books;
    return this.linesOf(credit, day).flatMap((line) => [...this.numbers.namedIn(theirs.references[line]), ...this.numbers.namedIn(theirs.memo[line])]);
  }

  /** The remittance lines for a payment, by its own number, the number it names, or the customer's number for it. */
  remitted(credit: EntryIndex, day: number): readonly Remitted[] {
    if (this.remittances.size === 0) return [];
    for (const number of this.paymentNumbers(credit, day)) {
      const lines = this.remittances.get(number);
      if (lines) return lines;
    }
    return [];
  }

  /** Numbers under which both sides may know this payment. */
  paymentNumbers(credit: EntryIndex, day: number): readonly NumberId[] {
    const { theirs } = this.books;
    const own = this.numbers.ofEntry(credit);
    const numbers = [own, ...this.named(credit), ...this.linesOf(credit, day).map((line) => this.numbers.ofText(theirs.document[line]))];
    return numbers.filter((number) => number !== 0);
  }

  private linesOf(credit: EntryIndex, day: number): readonly EntryIndex[] {
    return this.theirLines.get(credit)?.filter((line) => this.books.theirs.day[line] <= day) ?? [];
  }
}

export interface Wish {
  readonly credit: EntryIndex;
  readonly debit: EntryIndex;
  readonly amountMinor: MinorUnits;
}

/** The user's own allocations as amounts that both sides can bear; what no longer fits is left out. */
export function manualWishes(books: Books, annotations: Annotations): readonly Wish[] {
  if (annotations.manualAllocations.length === 0) return [];
  const { ours } = books;
  const keys = new EntryKeys(books);
  const restMinor = new Map<EntryIndex, MinorUnits>();
  const wishes: Wish[] = [];
  for (const manual of annotations.manualAllocations) {
    const credit = keys.find('ours', manual.creditKey);
    const debit = keys.find('ours', manual.debitKey);
    if (credit === undefined || debit === undefined || ours.amountMinor[credit] >= 0 || ours.amountMinor[debit] <= 0) continue;
    if (ours.customer[credit] !== ours.customer[debit] || ours.currency[credit] !== ours.currency[debit]) continue;
    const creditRestMinor = restMinor.get(credit) ?? -ours.amountMinor[credit];
    const debitRestMinor = restMinor.get(debit) ?? ours.amountMinor[debit];
    const amountMinor = Math.min(manual.amountMinor ?? Number.POSITIVE_INFINITY, creditRestMinor, debitRestMinor);
    if (amountMinor <= 0) continue;
    restMinor.set(credit, creditRestMinor - amountMinor);
    restMinor.set(debit, debitRestMinor - amountMinor);
    wishes.push({ credit, debit, amountMinor });
  }
  return wishes;
}

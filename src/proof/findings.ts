/** Gathers what does not foot. A handful is enough to refuse a result and to find the fault. */
import type { Message } from '../texts';
import type { Books, CustomerIndex } from '../ledger/books';
import type { Figure, Finding } from './proof';

const FINDINGS_MAX = 20;

/** Whose figure it is; the currency by its number in `Books.currencies`. */
export interface Whose {
  readonly customer: CustomerIndex | null;
  readonly currency: number;
}

export class Findings {
  readonly list: Finding[] = [];

  constructor(private readonly books: Books) {}

  /** Two amounts in minor units that must be one, and whole. */
  sameMinor(figure: Figure, whose: Whose, is: number, shouldBe: number, which = ''): void {
    if (is !== shouldBe || !Number.isSafeInteger(is)) this.add(figure, whose, 'minor', is, shouldBe, which);
  }

  /** Two counts, rates or numbers of days that must be one; null where there is none. */
  same(figure: Figure, whose: Whose, is: number | null, shouldBe: number | null, which = ''): void {
    if (is !== shouldBe) this.add(figure, whose, 'plain', is, shouldBe, which);
  }

  private add(figure: Figure, { customer, currency }: Whose, unit: Finding['unit'], is: number | null, shouldBe: number | null, which: string): void {
    if (this.list.length < FINDINGS_MAX) this.list.push({ figure, customer, currency: this.books.currencies[currency] ?? '', which, unit, is, shouldBe });
  }
}

/** A finding in words: customer, figure, both values. */
export function findingMessage(books: Books, { figure, customer, currency, which, unit, is, shouldBe }: Finding): Message {
  const said = (value: number | null) => (unit === 'minor' && Number.isFinite(value) ? { amountMinor: value as number, currency } : String(value ?? '–'));
  return {
    code: unit === 'minor' ? 'proof.amount' : 'proof.number',
    values: {
      customer: customer === null ? { term: 'proof.all-customers' } : (books.customers[customer]?.name ?? String(customer)),
      figure: { term: `proof.figure.${figure}` }, which: which && ` (${which})`, currency, is: said(is), shouldBe: said(shouldBe),
    },
  };
}

/** What customers under sell-through report as sold, in the order in which it becomes known. */
import type { DaySerial, MinorUnits } from '../units/units';
import { fold } from '../ledger/fold';
import type { Books, CustomerIndex } from '../ledger/books';

/** A line of a customer's report. */
export interface Sale {
  readonly customer: CustomerIndex | null;
  /** End of the period reported: only then is it known. */
  readonly day: DaySerial;
  /** Folded; '' = any. */
  readonly productClass: string;
  readonly item: string;
  /** Used where the report gives no amount. */
  readonly quantity: number;
  /** 0 where the report gives quantities only. */
  readonly amountMinor: MinorUnits;
}

/** All reports, earliest first. */
export function salesOf(books: Books): readonly Sale[] {
  const sales = books.sellThrough.map((line) => ({
    customer: line.customer, day: line.periodEndDay, productClass: fold(line.productClass), item: fold(line.item),
    quantity: Number.isNaN(line.quantity) ? 0 : line.quantity, amountMinor: line.amountMinor ?? 0,
  }));
  const key = (sale: Sale) => `${sale.productClass}|${sale.item}`;
  return sales.sort((a, b) => a.day - b.day || (key(a) === key(b) ? a.amountMinor - b.amountMinor : key(a) < key(b) ? -1 : 1));
}

/**
 * Sell-through goods (實銷實結) fall due as the customer reports them sold: first delivered, first sold.
 * Without a report, nothing of them is due, and what the customer pays counts as sold.
 */
import type { DaySerial } from '../units/units';
import { fold } from '../ledger/fold';
import type { EntryIndex } from '../ledger/books';
import type { AccountState } from './account-state';
import type { PartIndex } from './debit-parts';
import type { Sale } from './sales';

export class SellThrough {
  private readonly unsold: PartIndex[] = [];
  private nextSale = 0;

  constructor(private readonly state: AccountState, private readonly sales: readonly Sale[]) {}

  deliver(part: PartIndex): void {
    this.unsold.push(part);
  }

  /** Takes in the reports known by the end of a day. */
  sellUntil(day: DaySerial): void {
    for (; this.nextSale < this.sales.length && this.sales[this.nextSale].day <= day; this.nextSale++) this.sell(this.sales[this.nextSale]);
  }

  private sell(sale: Sale): void {
    const { debits, context } = this.state;
    const { parts, terms } = context;
    let { quantity, amountMinor } = sale;
    const byAmount = amountMinor > 0;
    for (const part of this.unsold) {
      if ((byAmount ? amountMinor : quantity) <= 0) return;
      const entry = parts.entry[part];
      const restMinor = parts.originalMinor[part];
      if (restMinor === 0 || !this.isOf(sale, entry)) continue;
      const priceMinor = this.unitPriceMinor(entry);
      const soldMinor = Math.min(restMinor, byAmount ? amountMinor : Math.round(quantity * priceMinor));
      amountMinor -= soldMinor;
      quantity = soldMinor === restMinor ? quantity - soldMinor / priceMinor : 0;
      const rule = terms.termOf(entry);
      if (soldMinor > 0) debits.sell(part, soldMinor, rule?.kind === 'sell-through' ? terms.dueDay(rule, sale.day) : sale.day);
    }
  }

  private isOf(sale: Sale, entry: EntryIndex): boolean {
    const { ours, texts } = this.state.context.books;
    if (sale.item !== '') return fold(texts.at(ours.item[entry])) === sale.item;
    return sale.productClass === '' || fold(texts.at(ours.productClass[entry])) === sale.productClass;
  }

  /** Unrounded; a line without a quantity counts as one unit. */
  private unitPriceMinor(entry: EntryIndex): number {
    const { amountMinor, quantity } = this.state.context.books.ours;
    return amountMinor[entry] / (quantity[entry] > 0 ? quantity[entry] : 1);
  }
}

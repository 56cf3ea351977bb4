/** Aging tables: open amounts by bucket and by class, per customer, product class, rep and currency, on both bases. */
import { compareText } from './compare-text';
import type { Books } from '../ledger/books';
import type { AgedItem, AgingRow, AgingTable, Bucket, CollectionClass } from './aged';

/** A row on both bases. */
interface OpenRow {
  readonly customer: AgingRow['customer'];
  readonly name: string;
  readonly currency: string;
  readonly byDueDayMinor: number[];
  readonly byDocumentDayMinor: number[];
  readonly classesMinor: Record<CollectionClass, number>;
  totalMinor: number;
}

export function tablesOf(books: Books, items: readonly AgedItem[], buckets: readonly Bucket[]): readonly AgingTable[] {
  const repOf = repsOf(books);
  const grouped = [
    new Grouping('customer', buckets.length, ({ item }) => item.customer, ({ item }) => books.customers[item.customer].name),
    new Grouping('product-class', buckets.length, ({ item }) => item.productClass, ({ item }) => item.productClass),
    new Grouping('rep', buckets.length, repOf, repOf),
    new Grouping('currency', buckets.length, ({ item }) => item.currency, ({ item }) => item.currency),
  ];
  for (const aged of items) for (const grouping of grouped) grouping.add(aged);
  return [...grouped.map((grouping) => grouping.table('due-day')), ...grouped.map((grouping) => grouping.table('document-day'))];
}

class Grouping {
  /** Rows by currency, then by name or (two customers may share a name) by customer. */
  private readonly rows = new Map<string, Map<string | number, OpenRow>>();

  constructor(
    private readonly by: AgingTable['by'],
    private readonly bucketCount: number,
    private readonly keyOf: (aged: AgedItem) => string | number,
    private readonly nameOf: (aged: AgedItem) => string,
  ) {}

  add(aged: AgedItem): void {
    const { openMinor } = aged.item;
    const row = this.rowOf(aged);
    row.byDueDayMinor[aged.bucket] += openMinor;
    row.byDocumentDayMinor[aged.bucketByDocumentDay] += openMinor;
    row.classesMinor[aged.class] += openMinor;
    row.totalMinor += openMinor;
  }

  table(basis: AgingTable['basis']): AgingTable {
    const rows: AgingRow[] = [];
    for (const ofCurrency of this.rows.values()) {
      for (const { customer, name, currency, byDueDayMinor, byDocumentDayMinor, classesMinor, totalMinor } of ofCurrency.values()) {
        rows.push({ customer, name, currency, bucketsMinor: basis === 'due-day' ? byDueDayMinor : byDocumentDayMinor, classesMinor, totalMinor });
      }
    }
    return { basis, by: this.by, rows: rows.sort((a, b) => compareText(a.name, b.name) || compareText(a.currency, b.currency)) };
  }

  private rowOf(aged: AgedItem): OpenRow {
    const { currency, customer } = aged.item;
    let rows = this.rows.get(currency);
    if (!rows) this.rows.set(currency, (rows = new Map()));
    const key = this.keyOf(aged);
    let row = rows.get(key);
    if (!row) {
      const none = () => new Array<number>(this.bucketCount).fill(0);
      row = { customer: this.by === 'customer' ? customer : null, name: this.nameOf(aged), currency, byDueDayMinor: none(), byDocumentDayMinor: none(), classesMinor: emptyClasses(), totalMinor: 0 };
      rows.set(key, row);
    }
    return row;
  }
}

function emptyClasses(): Record<CollectionClass, number> {
  return { 'not-due': 0, collectible: 0, doubtful: 0, bad: 0 };
}

/** The line's own rep; else the customer's by the master sheet. */
function repsOf(books: Books): (item: AgedItem) => string {
  const byCustomer = new Map(books.masters.map((master) => [master.customer, master.rep]));
  return ({ item }) => books.texts.at(books.ours.rep[item.entry]) || byCustomer.get(item.customer) || '';
}

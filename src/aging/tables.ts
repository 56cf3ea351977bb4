/** Aging tables: open amounts by bucket and by class, per customer, product class, rep and currency, on both bases. */
import { compareText } from './compare-text';
import type { Books } from '../ledger/books';
import { CLASSES, type AgedItem, type AgingRow, type AgingTable, type Bucket, type CollectionClass } from './aged';

interface OpenRow {
  readonly customer: AgingRow['customer'];
  readonly name: string;
  readonly currency: string;
  readonly bucketsMinor: number[];
  readonly classesMinor: Record<CollectionClass, number>;
  totalMinor: number;
}

export function tablesOf(books: Books, items: readonly AgedItem[], buckets: readonly Bucket[]): readonly AgingTable[] {
  const repOf = repsOf(books);
  const names: Record<AgingTable['by'], (item: AgedItem) => string> = {
    customer: (aged) => books.customers[aged.item.customer].name,
    'product-class': (aged) => aged.item.productClass,
    rep: repOf,
    currency: (aged) => aged.item.currency,
  };
  const bys = Object.keys(names) as AgingTable['by'][];
  const byDueDay = bys.map((by) => rowsOf(items, buckets.length, 'due-day', by, names[by]));
  const byDocumentDay = bys.map((by) => rowsOf(items, buckets.length, 'document-day', by, names[by]));
  return [...byDueDay, ...byDocumentDay];
}

function rowsOf(items: readonly AgedItem[], bucketCount: number, basis: AgingTable['basis'], by: AgingTable['by'], nameOf: (item: AgedItem) => string): AgingTable {
  /** Rows by currency, then by name or (two customers may share a name) by customer. */
  const rowsOfCurrency = new Map<string, Map<string | number, OpenRow>>();
  for (const aged of items) {
    const { currency, customer, openMinor } = aged.item;
    let rows = rowsOfCurrency.get(currency);
    if (!rows) rowsOfCurrency.set(currency, (rows = new Map()));
    const key = by === 'customer' ? customer : nameOf(aged);
    let row = rows.get(key);
    if (!row) {
      row = { customer: by === 'customer' ? customer : null, name: nameOf(aged), currency, bucketsMinor: new Array<number>(bucketCount).fill(0), classesMinor: emptyClasses(), totalMinor: 0 };
      rows.set(key, row);
    }
    row.bucketsMinor[basis === 'due-day' ? aged.bucket : aged.bucketByDocumentDay] += openMinor;
    row.classesMinor[aged.class] += openMinor;
    row.totalMinor += openMinor;
  }
  const rows = [...rowsOfCurrency.values()].flatMap((ofCurrency) => [...ofCurrency.values()]);
  return { basis, by, rows: rows.sort((a, b) => compareText(a.name, b.name) || compareText(a.currency, b.currency)) };
}

function emptyClasses(): Record<CollectionClass, number> {
  return Object.fromEntries(CLASSES.map((name) => [name, 0])) as Record<CollectionClass, number>;
}

/** The line's own rep; else the customer's by the master sheet. */
function repsOf(books: Books): (item: AgedItem) => string {
  const byCustomer = new Map(books.masters.map((master) => [master.customer, master.rep]));
  return ({ item }) => books.texts.at(books.ours.rep[item.entry]) || byCustomer.get(item.customer) || '';
}

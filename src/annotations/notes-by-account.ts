/** Ties what people wrote to accounts, by any name that means the customer. */
import { fold } from '../ledger/fold';
import type { Books, CustomerIndex } from '../ledger/books';
import type { CurrencyCode } from '../units/money';
import type { PlanNote } from './annotations';

export class NotesByAccount {
  private readonly notes = new Map<number, PlanNote>();

  /** Of several notes to one account the first holds, as in the order of the sheet. */
  constructor(private readonly books: Books, all: readonly PlanNote[]) {
    if (all.length === 0) return;
    const customers = customersByName(books);
    for (const note of all) {
      const customer = customers.get(fold(note.customerName));
      if (customer === undefined) continue;
      // A row that people added may lack the currency; it is then the customer's first.
      const currency = books.currencies.includes(note.currency) ? note.currency : note.currency === '' ? books.currencies[0] : null;
      const key = currency === null ? null : accountKey(books, customer, currency);
      if (key !== null && !this.notes.has(key)) this.notes.set(key, note);
    }
  }

  of(customer: CustomerIndex, currency: CurrencyCode): PlanNote | null {
    return this.at(accountKey(this.books, customer, currency)) ?? null;
  }

  /** By account key. */
  at(key: number): PlanNote | undefined {
    return this.notes.get(key);
  }

  entries(): Iterable<[number, PlanNote]> {
    return this.notes.entries();
  }
}

/** One customer in one currency as a number: customers × currencies. */
export function accountKey(books: Books, customer: CustomerIndex, currency: CurrencyCode): number {
  return customer * books.currencies.length + books.currencies.indexOf(currency);
}

/** Names that mean a customer: its own, those it was joined under, and its code. */
function customersByName(books: Books): ReadonlyMap<string, CustomerIndex> {
  const customers = new Map<string, CustomerIndex>();
  const put = (name: string, customer: CustomerIndex) => {
    const folded = fold(name);
    if (folded !== '' && !customers.has(folded)) customers.set(folded, customer);
  };
  books.customers.forEach((customer, index) => put(customer.name, index));
  books.customers.forEach((customer, index) => customer.aliases.forEach((alias) => alias.status === 'confirmed' && put(alias.name, index)));
  books.customers.forEach((customer, index) => put(customer.code, index));
  return customers;
}

/** Ties what people wrote to accounts, by any name that means the customer. */
import { fold } from '../ledger/fold';
import type { Books, CustomerIndex } from '../ledger/books';
import type { CurrencyCode } from '../units/money';
import type { PlanNote } from './annotations';

export class NotesByAccount {
  private readonly notes = new Map<number, PlanNote>();
  private readonly keys = new Map<PlanNote, number>();

  /** Several notes to one account, under names that have been joined since, become one. */
  constructor(private readonly books: Books, all: readonly PlanNote[]) {
    if (all.length === 0) return;
    const customers = customersByName(books);
    for (const note of all) {
      const customer = customers.get(fold(note.customerName));
      if (customer === undefined) continue;
      // A row that people added may lack the currency; it is then the customer's first.
      const currency = books.currencies.includes(note.currency) ? note.currency : note.currency === '' ? books.currencies[0] : null;
      const key = currency === null ? null : accountKey(books, customer, currency);
      if (key === null) continue;
      const first = this.notes.get(key);
      this.notes.set(key, first ? joinedNotes(first, note) : note);
      this.keys.set(note, key);
    }
  }

  of(customer: CustomerIndex, currency: CurrencyCode): PlanNote | null {
    return this.at(accountKey(this.books, customer, currency)) ?? null;
  }

  /** By account key. */
  at(key: number): PlanNote | undefined {
    return this.notes.get(key);
  }

  /** The account key of one of the notes given; `undefined` where it is nobody's. */
  keyOf(note: PlanNote): number | undefined {
    return this.keys.get(note);
  }

  entries(): Iterable<[number, PlanNote]> {
    return this.notes.entries();
  }
}

/** Two notes as one: the first one's cells, the second's where those are empty, both notes. */
export function joinedNotes(first: PlanNote, second: PlanNote): PlanNote {
  const promise = first.promisedDay !== null ? first : second;
  return {
    ...first,
    status: first.status ?? second.status,
    promisedDay: promise.promisedDay, promisedMinor: promise.promisedMinor, openThenMinor: promise.openThenMinor, writtenDay: promise.writtenDay,
    nextContactDay: first.nextContactDay ?? second.nextContactDay,
    demandDay: first.demandDay ?? second.demandDay,
    note: first.note === second.note || second.note === '' ? first.note : [first.note, second.note].filter(Boolean).join('\n'),
    added: { ...second.added, ...first.added },
  };
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

/** What matching reads of a line of a ledger. */
import { ledgerOf, type Books, type Ledger, type Side } from '../ledger/books';

/** All of it: accounts whose lines say the same in these columns come to the same matches. */
export const COLUMNS = ['day', 'kind', 'amountMinor', 'document', 'references', 'memo', 'kindText', 'productClass', 'item', 'quantity', 'unitPrice'] as const satisfies readonly (keyof Ledger)[];

export type Lines = Pick<Ledger, (typeof COLUMNS)[number]>;

export const linesOf = (books: Books, side: Side): Lines => ledgerOf(books, side);

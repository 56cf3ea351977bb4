/** Both ledgers added up: per customer and currency what was there at the start, what is there now, and from how many lines. */
import { NO_DAY, type DaySerial } from '../units/units';
import { ENTRY_KINDS, SIDES, ledgerOf, type Books, type Ledger, type Side } from '../ledger/books';
import type { Whose } from './findings';

export interface SideBalances {
  /** By account number. */
  readonly openingMinor: Float64Array;
  readonly closingMinor: Float64Array;
  readonly lineCount: Int32Array;
}

export interface Balances extends Readonly<Record<Side, SideBalances>> {
  readonly asOf: DaySerial;
  /** Accounts are numbered customer by customer, currency by currency. */
  readonly accountCount: number;
}

const OPENING = ENTRY_KINDS.indexOf('opening');

export function accountNumber(books: Books, customer: number, currency: number): number {
  return customer * books.currencies.length + currency;
}

export function whoseAccount(books: Books, account: number): Whose {
  return { customer: Math.floor(account / books.currencies.length), currency: account % books.currencies.length };
}

/** Where a line stands: `Ledger 14`. */
export function whereIs({ sheetNames }: Books, ledger: Ledger, line: number): string {
  return `${sheetNames[ledger.sheet[line]]} ${ledger.row[line]}`;
}

/** Lines dated after the as-of day do not count; a line without a day (an opening balance) does. */
export function balancesOf(books: Books, asOf: DaySerial): Balances {
  const accountCount = books.customers.length * books.currencies.length;
  const [ours, theirs] = SIDES.map((side) => sideBalances(books, ledgerOf(books, side), asOf, accountCount));
  return { asOf, accountCount, ours, theirs };
}

/** The day of the first line that has one; the as-of day where all come later. */
export function firstDayOf(days: Int32Array, asOf: DaySerial): DaySerial {
  let first = asOf;
  for (const day of days) if (day !== NO_DAY && day < first) first = day;
  return first;
}

function sideBalances(books: Books, ledger: Ledger, asOf: DaySerial, accountCount: number): SideBalances {
  const openingMinor = new Float64Array(accountCount);
  const closingMinor = new Float64Array(accountCount);
  const lineCount = new Int32Array(accountCount);
  for (let line = 0; line < ledger.count; line++) {
    if (ledger.day[line] > asOf) continue;
    const account = accountNumber(books, ledger.customer[line], ledger.currency[line]);
    closingMinor[account] += ledger.amountMinor[line];
    if (ledger.kind[line] === OPENING) openingMinor[account] += ledger.amountMinor[line];
    lineCount[account]++;
  }
  return { openingMinor, closingMinor, lineCount };
}

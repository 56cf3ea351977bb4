import type { Customer, CustomerIndex, Ledger, SheetIssue, SheetReading, Side, Skipped } from './books';
import type { LedgerRead } from './complaints';
import { KIND_NUMBERS, withoutEntries } from './ledger-builder';
import { amountColumn, readingOfOpenings, type OpeningRow, type OpeningsRead } from './openings';
import { toMinor, type CurrencyCode } from '../units/money';
import { NO_DAY, type DaySerial } from '../units/units';

/** An account that a ledger itself says to open with nothing. */
export interface ZeroOpening {
  readonly customer: CustomerIndex;
  /** Number in the currencies. */
  readonly currency: number;
}

/** Those of one side. @param customerOf by party and 1 */
export function zeroOpenings(read: readonly LedgerRead[], side: Side, customerOf: Int32Array): ZeroOpening[] {
  return read.filter((one) => one.side === side).flatMap(({ rows }) => rows.zeroOpenings.map(({ party, currency }) => ({ customer: customerOf[(party < 0 ? rows.onlyParty : party) + 1], currency })));
}

export interface Accounting {
  readonly customers: readonly Customer[];
  readonly currencies: readonly CurrencyCode[];
}

export interface SettledOpenings {
  readonly ledger: Ledger;
  readonly readings: readonly SheetReading[];
  readonly issues: readonly SheetIssue[];
}

/**
 * Which openings of the sheets beside a ledger count: those of accounts that the ledger does not open itself, and
 * none of whose lines is older. The others are taken out, and said where they tell of another amount.
 * @param ledger one side's, with the entries of `read` at its end
 */
export function settleOpenings(ledger: Ledger, read: readonly OpeningsRead[], zeros: readonly ZeroOpening[], accounting: Accounting): SettledOpenings {
  if (read.length === 0) return { ledger, readings: [], issues: [] };
  let from = linesBefore(ledger, read).count;
  const accounts = new OpenedAccounts(ledger, from, zeros);
  const keep = new Uint8Array(ledger.count - from);
  const [readings, issues, tail]: [SheetReading[], SheetIssue[], number] = [[], [], from];
  for (const one of read) {
    one.rows.forEach((row, i) => followAccount(ledger, from + i, row, accounts, accounting.currencies));
    const settled = settleSheet(ledger, from, one, accounts, accounting);
    for (const entry of settled.kept) keep[entry - tail] = 1;
    readings.push(readingOfOpenings(one, settled.kept.length, [...one.skipped, ...settled.skipped].sort((a, b) => a.row - b.row)));
    issues.push(...one.issues, ...settled.issues);
    from += one.rows.length;
  }
  return { ledger: withoutEntries(ledger, tail, keep), readings, issues };
}

/** A ledger without the openings of `read` at its end; its columns are used on. */
export function linesBefore(ledger: Ledger, read: readonly OpeningsRead[]): Ledger {
  const count = read.reduce((sum, { side, rows }) => sum + (side === ledger.side ? rows.length : 0), 0);
  return withoutEntries(ledger, ledger.count - count, new Uint8Array(count));
}

interface OpenedAccount {
  /** What it opens with; `null` where nothing says. */
  openingMinor: number | null;
  /** Of its lines. */
  firstDay: DaySerial;
}

/** What the lines before the openings say of the accounts that open. */
class OpenedAccounts {
  private readonly accounts = new Map<string, OpenedAccount>();
  /** By customer, the currencies of its lines. */
  private readonly currencies = new Map<number, Set<number>>();

  constructor(ledger: Ledger, tail: number, zeros: readonly ZeroOpening[]) {
    for (let i = tail; i < ledger.count; i++) this.currencies.set(ledger.customer[i], new Set());
    for (let i = 0; i < tail; i++) {
      const currencies = this.currencies.get(ledger.customer[i]);
      if (currencies === undefined) continue;
      currencies.add(ledger.currency[i]);
      const account = this.of(ledger.customer[i], ledger.currency[i]);
      if (ledger.kind[i] === KIND_NUMBERS.opening) account.openingMinor = (account.openingMinor ?? 0) + ledger.amountMinor[i];
      else if (ledger.day[i] > NO_DAY && (account.firstDay === NO_DAY || ledger.day[i] < account.firstDay)) account.firstDay = ledger.day[i];
    }
    for (const { customer, currency } of zeros) this.of(customer, currency).openingMinor ??= 0;
  }

  of(customer: number, currency: number): OpenedAccount {
    const key = `${customer} ${currency}`;
    let account = this.accounts.get(key);
    if (!account) this.accounts.set(key, (account = { openingMinor: null, firstDay: NO_DAY }));
    return account;
  }

  /** The one currency of a customer's lines; −1 where there are none or several. */
  onlyCurrency(customer: number): number {
    const currencies = this.currencies.get(customer);
    return currencies?.size === 1 ? [...currencies][0] : -1;
  }
}

/** An opening that names no currency is in the one in which its account is kept. */
function followAccount(ledger: Ledger, entry: number, row: OpeningRow, accounts: OpenedAccounts, currencies: readonly CurrencyCode[]): void {
  const own = row.currency === null ? accounts.onlyCurrency(ledger.customer[entry]) : -1;
  if (own < 0) return;
  ledger.currency[entry] = own;
  ledger.amountMinor[entry] = toMinor(row.amount, currencies[own]);
}

interface SettledSheet {
  readonly kept: number[];
  readonly skipped: Skipped[];
  readonly issues: SheetIssue[];
}

function settleSheet(ledger: Ledger, from: number, { found, rows, titleDay }: OpeningsRead, accounts: OpenedAccounts, { customers, currencies }: Accounting): SettledSheet {
  const { grid } = found.table;
  const settled: SettledSheet = { kept: [], skipped: [], issues: [] };
  const skip = (entries: readonly number[], code: string) => settled.skipped.push(...entries.map((entry) => ({ row: ledger.row[entry], reason: { code } })));
  const warn = (entry: number, code: string, values: SheetIssue['message']['values']) => settled.issues.push({ severity: 'warning', sheet: grid.sheet, row: ledger.row[entry], column: amountColumn(found), message: { code, values } });
  const late: { readonly entry: number; readonly day: DaySerial }[] = [];
  for (const entries of byAccount(ledger, from, rows.length)) {
    const [first] = entries;
    const account = accounts.of(ledger.customer[first], ledger.currency[first]);
    const openingMinor = entries.reduce((sum, entry) => sum + ledger.amountMinor[entry], 0);
    const day = Math.max(titleDay, ...entries.map((entry) => ledger.day[entry]));
    if (account.openingMinor !== null) {
      skip(entries, 'ledger.skip-opening-known');
      const currency = currencies[ledger.currency[first]];
      if (account.openingMinor !== openingMinor) warn(first, 'ledger.openings-differ', { name: customers[ledger.customer[first]].name, amount: { amountMinor: openingMinor, currency }, own: { amountMinor: account.openingMinor, currency }, currency });
    } else if (day > account.firstDay && account.firstDay > NO_DAY) {
      skip(entries, 'ledger.skip-opening-late');
      late.push({ entry: first, day });
    } else {
      account.openingMinor = openingMinor;
      settled.kept.push(...entries.filter((entry) => ledger.amountMinor[entry] !== 0));
      skip(entries.filter((entry) => ledger.amountMinor[entry] === 0), 'ledger.skip-zero');
    }
  }
  if (late.length > 0) warn(late[0].entry, 'ledger.openings-late', { count: late.length, day: { day: late[0].day } });
  return settled;
}

/** Entries from `from` on, together where they are of one customer and currency, in the order of their first rows. */
function byAccount(ledger: Ledger, from: number, count: number): Iterable<readonly number[]> {
  const entries = new Map<string, number[]>();
  for (let entry = from; entry < from + count; entry++) {
    const key = `${ledger.customer[entry]} ${ledger.currency[entry]}`;
    const known = entries.get(key);
    if (known) known.push(entry);
    else entries.set(key, [entry]);
  }
  return entries.values();
}

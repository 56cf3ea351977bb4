import { NO_DAY, type DaySerial } from '../units/units';
import type { EntryIndex, Ledger } from './books';
import { KIND_NUMBERS } from './ledger-builder';
import type { TextPool } from './text-pool';
import { carriesForward } from './vocabulary/lines';

interface Account {
  isOpened: boolean;
  /** First and last of its lines, in the order of the rows. */
  readonly first: EntryIndex;
  last: EntryIndex;
  /** Of the lines that carry nothing forward: the first day, and the lines of that day. */
  firstDay: DaySerial;
  firstOfDay: EntryIndex;
  lastOfDay: EntryIndex;
}

/**
 * SAP books `Balance carried forward` like any other line, on a day and under a number. Where it is the first line
 * of its account it opens it; anywhere else it moves a balance, and stays what its words and sign make of it.
 * @param lines those whose words may say so; few
 */
export function openForwarded(ledger: Ledger, lines: readonly EntryIndex[], texts: TextPool): void {
  const forwarded = lines.filter((i) => ledger.day[i] > NO_DAY && [ledger.memo[i], ledger.kindText[i]].some((text) => text !== 0 && carriesForward(texts.at(text))));
  if (forwarded.length === 0) return;
  const accounts = accountsOf(ledger, forwarded);
  const firstForwarded = new Map<Account, DaySerial>();
  for (const i of forwarded) {
    const account = accounts.get(keyOf(ledger, i)) as Account;
    firstForwarded.set(account, Math.min(ledger.day[i], firstForwarded.get(account) ?? ledger.day[i]));
  }
  for (const i of forwarded) {
    const account = accounts.get(keyOf(ledger, i)) as Account;
    if (!account.isOpened && ledger.day[i] === firstForwarded.get(account) && isFirst(ledger, i, account)) ledger.kind[i] = KIND_NUMBERS.opening;
  }
}

const keyOf = (ledger: Ledger, i: EntryIndex) => `${ledger.customer[i]} ${ledger.currency[i]}`;

/** No line is older; of those of the same day none stands before it, or below it where the newest stand first. */
function isFirst(ledger: Ledger, i: EntryIndex, { first, last, firstDay, firstOfDay, lastOfDay }: Account): boolean {
  if (firstDay === NO_DAY || ledger.day[i] !== firstDay) return firstDay === NO_DAY || ledger.day[i] < firstDay;
  return ledger.day[first] > ledger.day[last] ? i > lastOfDay : i < firstOfDay;
}

/** What the other lines say of the accounts of `forwarded`. */
function accountsOf(ledger: Ledger, forwarded: readonly EntryIndex[]): ReadonlyMap<string, Account> {
  const customers = new Set(forwarded.map((i) => ledger.customer[i]));
  const isForwarded = new Set(forwarded);
  const accounts = new Map<string, Account>();
  for (let i = 0; i < ledger.count; i++) {
    if (!customers.has(ledger.customer[i])) continue;
    const key = keyOf(ledger, i);
    let account = accounts.get(key);
    if (!account) accounts.set(key, (account = { isOpened: false, first: i, last: i, firstDay: NO_DAY, firstOfDay: i, lastOfDay: i }));
    account.last = i;
    if (ledger.kind[i] === KIND_NUMBERS.opening) account.isOpened = true;
    else if (!isForwarded.has(i) && ledger.day[i] > NO_DAY) noteLine(account, i, ledger.day[i]);
  }
  return accounts;
}

function noteLine(account: Account, i: EntryIndex, day: DaySerial): void {
  if (account.firstDay === NO_DAY || day < account.firstDay) {
    account.firstDay = day;
    account.firstOfDay = i;
  }
  if (day === account.firstDay) account.lastOfDay = i;
}

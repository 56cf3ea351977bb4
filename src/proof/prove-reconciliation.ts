/**
 * The proof of a reconciliation. Per customer and currency: our closing balance − theirs = the sum of the
 * reconciling items; and every line that counts stands in one match, or else in one item, and in no second one.
 */
import type { DaySerial } from '../units/units';
import type { Ledger } from '../ledger/books';
import type { Match, ReconcilingItem } from '../matching/reconciliation';
import { accountNumber, whereIs, whoseAccount, type Balances } from './balances';
import type { Findings, Whose } from './findings';
import type { Outcome } from './proof';

type Tie = Pick<Match | ReconcilingItem, 'customer' | 'ours' | 'theirs'> & { readonly currency: string };

export function proveReconciliation(outcome: Outcome, balances: Balances, findings: Findings): void {
  const compared = proveAccounts(outcome, balances, findings);
  proveItems(outcome, balances, compared, findings);
  proveEveryLineOnce(outcome, compared, findings);
}

/** Each account with lines is listed once, with its balances; returns which are compared with the customer's ledger. */
function proveAccounts({ books, reconciliation }: Outcome, balances: Balances, findings: Findings): Uint8Array {
  const listed = new Uint8Array(balances.accountCount);
  const compared = new Uint8Array(balances.accountCount);
  for (const account of reconciliation.accounts) {
    const currency = books.currencies.indexOf(account.currency);
    const whose: Whose = { customer: account.customer, currency };
    const number = accountNumber(books, account.customer, currency);
    listed[number]++;
    compared[number] = account.hasTheirs ? 1 : 0;
    const { ours, theirs } = balances;
    findings.sameMinor('our-opening', whose, account.ours.openingMinor, ours.openingMinor[number]);
    findings.sameMinor('our-closing', whose, account.ours.closingMinor, ours.closingMinor[number]);
    findings.same('our-lines', whose, account.ours.entryCount, ours.lineCount[number]);
    findings.sameMinor('their-opening', whose, account.theirs.openingMinor, theirs.openingMinor[number]);
    findings.sameMinor('their-closing', whose, account.theirs.closingMinor, theirs.closingMinor[number]);
    findings.same('their-lines', whose, account.theirs.entryCount, theirs.lineCount[number]);
    findings.sameMinor('difference', whose, account.differenceMinor, ours.closingMinor[number] - theirs.closingMinor[number]);
    if (theirs.lineCount[number] > 0) findings.same('account', whose, Number(account.hasTheirs), 1);
  }
  for (let number = 0; number < balances.accountCount; number++) {
    const hasLines = balances.ours.lineCount[number] + balances.theirs.lineCount[number] > 0;
    if (hasLines || listed[number] > 1) findings.same('account', whoseAccount(books, number), listed[number], 1);
  }
  return compared;
}

/** Each amount is what its lines add up to, ours less theirs; those of an account add up to its difference. */
function proveItems(outcome: Outcome, balances: Balances, compared: Uint8Array, findings: Findings): void {
  const { books, reconciliation } = outcome;
  const sumMinor = new Float64Array(balances.accountCount);
  for (const match of reconciliation.matches) sameAsLines(outcome, 'match', match, match.differenceMinor, findings);
  for (const item of reconciliation.items) {
    sameAsLines(outcome, 'item', item, item.amountMinor, findings);
    sumMinor[accountNumber(books, item.customer, books.currencies.indexOf(item.currency))] += item.amountMinor;
  }
  for (let number = 0; number < balances.accountCount; number++) {
    const differenceMinor = compared[number] === 1 ? balances.ours.closingMinor[number] - balances.theirs.closingMinor[number] : 0;
    if (sumMinor[number] !== differenceMinor) findings.sameMinor('items', whoseAccount(books, number), sumMinor[number], differenceMinor);
  }
}

function sameAsLines({ books, asOf }: Outcome, figure: 'match' | 'item', { customer, currency, ours, theirs }: Tie, amountMinor: number, findings: Findings): void {
  const number = books.currencies.indexOf(currency);
  const linesMinor = sumOf(books.ours, ours, customer, number, asOf) - sumOf(books.theirs, theirs, customer, number, asOf);
  if (amountMinor !== linesMinor) findings.sameMinor(figure, { customer, currency: number }, amountMinor, linesMinor, ours.length > 0 ? whereIs(books, books.ours, ours[0]) : whereIs(books, books.theirs, theirs[0]));
}

/** NaN where a line is not of the account or has not been booked by then: no amount is right. */
function sumOf(ledger: Ledger, lines: readonly number[], customer: number, currency: number, asOf: DaySerial): number {
  let sumMinor = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (ledger.customer[line] !== customer || ledger.currency[line] !== currency || !(ledger.day[line] <= asOf)) return Number.NaN;
    sumMinor += ledger.amountMinor[line];
  }
  return sumMinor;
}

/** Lines of accounts that are compared: how often each is held. */
function proveEveryLineOnce(outcome: Outcome, compared: Uint8Array, findings: Findings): void {
  const { books, reconciliation } = outcome;
  const ours = new Uint8Array(books.ours.count);
  const theirs = new Uint8Array(books.theirs.count);
  for (const match of reconciliation.matches) {
    hold(ours, match.ours);
    hold(theirs, match.theirs);
  }
  // The item that tells the difference of a match names the lines of the match; all others hold lines that no match does.
  for (const item of reconciliation.items.filter((each) => !isHeld(ours, each.ours) && !isHeld(theirs, each.theirs))) {
    hold(ours, item.ours);
    hold(theirs, item.theirs);
  }
  proveHeld(outcome, books.ours, ours, compared, findings);
  proveHeld(outcome, books.theirs, theirs, compared, findings);
}

function hold(held: Uint8Array, lines: readonly number[]): void {
  for (let i = 0; i < lines.length; i++) held[lines[i]]++;
}

function isHeld(held: Uint8Array, lines: readonly number[]): boolean {
  for (let i = 0; i < lines.length; i++) if (held[lines[i]] > 0) return true;
  return false;
}

function proveHeld({ books, asOf }: Outcome, ledger: Ledger, held: Uint8Array, compared: Uint8Array, findings: Findings): void {
  for (let line = 0; line < ledger.count; line++) {
    const counts = ledger.day[line] <= asOf ? compared[accountNumber(books, ledger.customer[line], ledger.currency[line])] : 0;
    if (held[line] !== counts) findings.same('line-once', { customer: ledger.customer[line], currency: ledger.currency[line] }, held[line], counts, whereIs(books, ledger, line));
  }
}

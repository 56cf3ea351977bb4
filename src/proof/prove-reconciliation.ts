/**
 * The proof of a reconciliation. Per customer and currency: our closing balance − theirs = the sum of the
 * reconciling items; and every line that counts stands in one match, or else in one item, and in no second one.
 */
import type { DaySerial } from '../units/units';
import type { EntryIndex, Ledger } from '../ledger/books';
import type { EntryLists } from '../matching/reconciliation';
import { accountNumber, whereIs, whoseAccount, type Balances } from './balances';
import type { Findings, Whose } from './findings';
import type { Outcome } from './proof';

/** Lines that stand together in a list. */
interface Lines {
  readonly entries: ArrayLike<EntryIndex>;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

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
  const { matches } = reconciliation;
  for (let match = 0; match < matches.count; match++) {
    const whose: Whose = { customer: matches.customer[match], currency: books.currencies.indexOf(matches.currency[match]) };
    sameAsLines(outcome, 'match', whose, linesOf(matches.ours, match), linesOf(matches.theirs, match), matches.differenceMinor[match], findings);
  }
  for (const item of reconciliation.items) {
    const whose: Whose = { customer: item.customer, currency: books.currencies.indexOf(item.currency) };
    sameAsLines(outcome, 'item', whose, allOf(item.ours), allOf(item.theirs), item.amountMinor, findings);
    sumMinor[accountNumber(books, item.customer, books.currencies.indexOf(item.currency))] += item.amountMinor;
  }
  for (let number = 0; number < balances.accountCount; number++) {
    const differenceMinor = compared[number] === 1 ? balances.ours.closingMinor[number] - balances.theirs.closingMinor[number] : 0;
    if (sumMinor[number] !== differenceMinor) findings.sameMinor('items', whoseAccount(books, number), sumMinor[number], differenceMinor);
  }
}

const linesOf = ({ entries, starts }: EntryLists, list: number): Lines => ({ entries, from: starts[list], to: starts[list + 1] });

const allOf = (entries: readonly EntryIndex[]): Lines => ({ entries, from: 0, to: entries.length });

function sameAsLines({ books, asOf }: Outcome, figure: 'match' | 'item', whose: Whose, ours: Lines, theirs: Lines, amountMinor: number, findings: Findings): void {
  const linesMinor = sumOf(books.ours, ours, whose, asOf) - sumOf(books.theirs, theirs, whose, asOf);
  if (amountMinor !== linesMinor) findings.sameMinor(figure, whose, amountMinor, linesMinor, ours.from < ours.to ? whereIs(books, books.ours, ours.entries[ours.from]) : whereIs(books, books.theirs, theirs.entries[theirs.from]));
}

/** NaN where a line is not of the account or has not been booked by then: no amount is right. */
function sumOf(ledger: Ledger, { entries, from, to }: Lines, { customer, currency }: Whose, asOf: DaySerial): number {
  let sumMinor = 0;
  for (let at = from; at < to; at++) {
    const line = entries[at];
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
  const { matches } = reconciliation;
  for (let match = 0; match < matches.count; match++) {
    hold(ours, linesOf(matches.ours, match));
    hold(theirs, linesOf(matches.theirs, match));
  }
  // The item that tells the difference of a match names the lines of the match; all others hold lines that no match does.
  for (const item of reconciliation.items.filter((each) => !isHeld(ours, each.ours) && !isHeld(theirs, each.theirs))) {
    hold(ours, allOf(item.ours));
    hold(theirs, allOf(item.theirs));
  }
  proveHeld(outcome, books.ours, ours, compared, findings);
  proveHeld(outcome, books.theirs, theirs, compared, findings);
}

function hold(held: Uint8Array, { entries, from, to }: Lines): void {
  for (let at = from; at < to; at++) held[entries[at]]++;
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

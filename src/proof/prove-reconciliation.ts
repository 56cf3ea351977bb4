/**
 * The proof of a reconciliation. Per customer and currency: our closing balance − theirs = the sum of the
 * reconciling items; and every line that counts stands in one match, or else in one item, and in no second one.
 */
import { SIDES, ledgerOf, type Side } from '../ledger/books';
import type { Match, ReconcilingItem } from '../matching/reconciliation';
import { accountNumber, whoseAccount, type Balances } from './balances';
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

/** Lines of accounts that are compared: how often each is held. */
function proveEveryLineOnce(outcome: Outcome, compared: Uint8Array, findings: Findings): void {
  const { books, reconciliation, asOf } = outcome;
  const held: Readonly<Record<Side, Uint8Array>> = { ours: new Uint8Array(books.ours.count), theirs: new Uint8Array(books.theirs.count) };
  const hold = (tie: Tie) => {
    for (const side of SIDES) for (const line of tie[side]) held[side][line]++;
  };
  reconciliation.matches.forEach(hold);
  // The item that tells the difference of a match names the lines of the match; all others hold lines that no match does.
  const left = reconciliation.items.filter((item) => !SIDES.some((side) => item[side].some((line) => held[side][line] > 0)));
  left.forEach(hold);
  for (const side of SIDES) {
    const ledger = ledgerOf(books, side);
    for (let line = 0; line < ledger.count; line++) {
      const counts = ledger.day[line] <= asOf && compared[accountNumber(books, ledger.customer[line], ledger.currency[line])] === 1;
      if (held[side][line] !== Number(counts)) findings.same('line-once', { customer: ledger.customer[line], currency: ledger.currency[line] }, held[side][line], Number(counts), `${books.sheetNames[ledger.sheet[line]]} ${ledger.row[line]}`);
    }
  }
}

function sameAsLines(outcome: Outcome, figure: 'match' | 'item', tie: Tie, amountMinor: number, findings: Findings): void {
  const shouldBeMinor = linesMinor(outcome, tie);
  if (amountMinor !== shouldBeMinor) findings.sameMinor(figure, { customer: tie.customer, currency: outcome.books.currencies.indexOf(tie.currency) }, amountMinor, shouldBeMinor, linesText(outcome, tie));
}

/** NaN where a line is not of the account or has not been booked by then: no amount is right. */
function linesMinor({ books, asOf }: Outcome, tie: Tie): number {
  let sumMinor = 0;
  for (const side of SIDES) {
    const ledger = ledgerOf(books, side);
    for (const line of tie[side]) {
      if (ledger.customer[line] !== tie.customer || books.currencies[ledger.currency[line]] !== tie.currency || !(ledger.day[line] <= asOf)) return Number.NaN;
      sumMinor += side === 'ours' ? ledger.amountMinor[line] : -ledger.amountMinor[line];
    }
  }
  return sumMinor;
}

/** Where its first line stands. */
function linesText({ books }: Outcome, tie: Tie): string {
  for (const side of SIDES) {
    const ledger = ledgerOf(books, side);
    for (const line of tie[side]) return `${books.sheetNames[ledger.sheet[line]]} ${ledger.row[line]}`;
  }
  return '';
}

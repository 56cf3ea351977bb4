/**
 * The proof of a settlement. For every line of ours: its amount = what was laid against it + what is open of it,
 * and neither is more than the line. Per customer and currency the open items add up to the closing balance.
 */
import { accountNumber, whereIs, whoseAccount, type Balances } from './balances';
import type { Findings } from './findings';
import type { Outcome } from './proof';

export function proveSettlement(outcome: Outcome, balances: Balances, findings: Findings): void {
  proveLines(outcome, findings);
  proveOriginals(outcome, findings);
  proveOpenItems(outcome, balances, findings);
}

/** What is left of each line once allocations and open items are taken off is nothing. */
function proveLines(outcome: Outcome, findings: Findings): void {
  const { books: { ours }, settlement, asOf } = outcome;
  const restMinor = ours.amountMinor.map((amountMinor, line) => (ours.day[line] <= asOf ? amountMinor : 0));
  for (const { credit, debit, amountMinor } of settlement.allocations) {
    const isLawful = amountMinor > 0 && ours.amountMinor[credit] < 0 && ours.amountMinor[debit] > 0 && ours.customer[credit] === ours.customer[debit] && ours.currency[credit] === ours.currency[debit];
    if (!isLawful) sameOfLine(outcome, findings, 'settled', credit, amountMinor, Number.NaN);
    restMinor[debit] -= amountMinor;
    restMinor[credit] += amountMinor;
  }
  for (const { entry, openMinor, originalMinor, onAccount } of settlement.openItems) {
    const isCredit = ours.amountMinor[entry] < 0;
    // What is open has the sign of its line and is no more than it: then what was laid against the line is no more either.
    const isWithin = isCredit ? openMinor < 0 && openMinor >= originalMinor && originalMinor >= ours.amountMinor[entry] : openMinor > 0 && openMinor <= originalMinor && originalMinor <= ours.amountMinor[entry];
    if (!isWithin || onAccount !== isCredit) sameOfLine(outcome, findings, 'settled', entry, openMinor, ours.amountMinor[entry]);
    restMinor[entry] -= openMinor;
  }
  for (let line = 0; line < ours.count; line++) {
    if (restMinor[line] !== 0) sameOfLine(outcome, findings, 'settled', line, ours.amountMinor[line] - restMinor[line], ours.amountMinor[line]);
  }
}

/** The parts of a debit (instalments, what was sold of it) add up to it; those still open are the open items. */
function proveOriginals(outcome: Outcome, findings: Findings): void {
  const { books: { ours }, settlement, asOf } = outcome;
  const partsMinor = new Float64Array(ours.count);
  const openPartsMinor = new Float64Array(ours.count);
  for (const part of settlement.history) {
    partsMinor[part.entry] += part.amountMinor;
    if (part.settledDay === null) openPartsMinor[part.entry] += part.amountMinor;
  }
  for (const { entry, originalMinor, dueDay, onAccount } of settlement.openItems) {
    if (onAccount) sameOfLine(outcome, findings, 'original', entry, originalMinor, ours.amountMinor[entry]);
    // Unsold goods have no day on which they were due, so the history does not tell of them.
    else if (dueDay === null) partsMinor[entry] += originalMinor;
    else openPartsMinor[entry] -= originalMinor;
  }
  for (let line = 0; line < ours.count; line++) {
    if (openPartsMinor[line] !== 0) sameOfLine(outcome, findings, 'original', line, openPartsMinor[line], 0);
    const amountMinor = ours.day[line] <= asOf ? Math.max(0, ours.amountMinor[line]) : 0;
    if (partsMinor[line] !== amountMinor) sameOfLine(outcome, findings, 'original', line, partsMinor[line], amountMinor);
  }
}

function proveOpenItems({ books, settlement }: Outcome, balances: Balances, findings: Findings): void {
  const { ours } = books;
  const openMinor = new Float64Array(balances.accountCount);
  for (const item of settlement.openItems) {
    const currency = ours.currency[item.entry];
    const isTheLines = item.customer === ours.customer[item.entry] && item.currency === books.currencies[currency];
    openMinor[accountNumber(books, ours.customer[item.entry], currency)] += isTheLines ? item.openMinor : Number.NaN;
  }
  for (let account = 0; account < balances.accountCount; account++) {
    if (openMinor[account] !== balances.ours.closingMinor[account]) findings.sameMinor('open-items', whoseAccount(books, account), openMinor[account], balances.ours.closingMinor[account]);
  }
}

function sameOfLine({ books }: Outcome, findings: Findings, figure: 'settled' | 'original', line: number, is: number, shouldBe: number): void {
  const { ours } = books;
  findings.sameMinor(figure, { customer: ours.customer[line], currency: ours.currency[line] }, is, shouldBe, whereIs(books, ours, line));
}

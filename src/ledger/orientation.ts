import type { Ledger, Side } from './books';
import { mainColumn } from './columns';
import { TextMemo } from './fold';
import type { TextPool } from './grid';
import type { LedgerTable } from './sides';
import { kindOfWords } from './vocabulary/kinds';
import { isEitherKeeper, isMoneyInOut } from './vocabulary/headings';

/**
 * Which way a table's amounts run. Read as debit less credit, our ledger is right as it stands; a customer's
 * ledger is the mirror. A signed column, a bank statement, or a statement printed from our point of view may
 * run either way: the kinds of its lines, and our own amounts, decide.
 */
export interface TableEntries {
  readonly ledger: LedgerTable;
  readonly side: Side;
  /** Entries of this table in its side's ledger. */
  readonly from: number;
  readonly count: number;
}

/** Lines looked at; more would not say more. */
const SAMPLE = 2000;
/** What habit is worth against a line that speaks for the other reading. */
const HABIT = 1.5;

/** 1 where debit less credit already says what the customer owes, −1 where it says the opposite. */
export function orientationOf(entries: TableEntries, own: Ledger, ours: Ledger, texts: TextPool): 1 | -1 {
  const { ledger, side } = entries;
  const isSigned = !ledger.columns.has('debit') && !ledger.columns.has('credit') && !ledger.columns.has('paid');
  if (side === 'ours' && !isSigned) return 1;
  let votes = side === 'ours' || isSigned || listsWhatWasPaid(ledger) ? HABIT : -HABIT;
  const headings = (['debit', 'credit'] as const).map((field) => ledger.table.headings[mainColumn(ledger.columns, field)] ?? '');
  if (side === 'theirs' && headings.some(isMoneyInOut)) votes = 2 * HABIT;
  votes += kindVotes(entries, own, texts);
  if (side === 'theirs') votes += Math.max(-20, Math.min(20, amountVotes(entries, own, ours)));
  return votes >= 0 ? 1 : -1;
}

/** `Amount | Paid`, `Charges | Payments`: what was invoiced less what was paid of it is owed, whoever keeps the list. */
function listsWhatWasPaid({ table, columns }: LedgerTable): boolean {
  if (!columns.has('paid') || columns.has('credit')) return false;
  return !columns.has('debit') || isEitherKeeper(table.headings[mainColumn(columns, 'debit')]);
}

/** Invoices and openings should increase what is owed, payments decrease it. */
function kindVotes({ from, count }: TableEntries, own: Ledger, texts: TextPool): number {
  const words = new TextMemo((number) => texts.at(number), (text) => kindOfWords(text) ?? '');
  let votes = 0;
  for (let i = from; i < from + Math.min(count, SAMPLE); i++) {
    const kind = words.get(own.kindText[i] || own.memo[i]);
    if (kind === 'invoice' || kind === 'opening') votes += Math.sign(own.amountMinor[i]);
    else if (kind === 'payment') votes -= Math.sign(own.amountMinor[i]);
  }
  return votes;
}

/** Amounts that stand in our ledger with the same sign, less those with the opposite sign. */
function amountVotes({ from, count }: TableEntries, own: Ledger, ours: Ledger): number {
  const amounts = new Set<number>();
  for (let i = 0; i < Math.min(ours.count, 50_000); i++) amounts.add(ours.amountMinor[i]);
  let votes = 0;
  for (let i = from; i < from + Math.min(count, SAMPLE); i++) votes += (amounts.has(own.amountMinor[i]) ? 1 : 0) - (amounts.has(-own.amountMinor[i]) ? 1 : 0);
  return votes;
}

export function turn(ledger: Ledger, from: number, count: number): void {
  for (let i = from; i < from + count; i++) ledger.amountMinor[i] = -ledger.amountMinor[i] || 0;
}

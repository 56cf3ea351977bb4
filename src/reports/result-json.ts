/**
 * The result as data, for automation: amounts in major units (exact to the minor unit), ISO days, sheet rows
 * from 1. The shape is the command line's contract and changes only with `schema`.
 */
import { formatIsoDay } from '../units/day';
import { toMajor } from '../units/money';
import { NO_DAY, type DaySerial } from '../units/units';
import { say } from '../texts';
import { SIDES, ledgerOf, type EntryIndex, type SheetReading, type Side } from '../ledger/books';
import type { Account, Match, ReconcilingItem } from '../matching/reconciliation';
import type { Allocation } from '../settlement/settlement';
import type { AgedItem } from '../aging/aged';
import type { PlanRow } from '../collection/plan';
import type { Result } from './result';

const SCHEMA = 1;

export function resultJson(result: Result): unknown {
  const { reconciliation, settlement, aged, plan, books, milliseconds } = result;
  const itemsByAccount = new Map<string, ReconcilingItem[]>();
  for (const item of reconciliation.items) {
    const key = accountKey(item);
    const items = itemsByAccount.get(key);
    if (items) items.push(item);
    else itemsByAccount.set(key, [item]);
  }
  return {
    schema: SCHEMA,
    asOf: formatIsoDay(result.asOf),
    sheets: books.sheets.map((reading) => sheetJson(result, reading)),
    customers: reconciliation.accounts.map((account) => accountJson(result, account, itemsByAccount.get(accountKey(account)) ?? [])),
    // Opening balances that agree are balances, not entries: they stand under `customers`.
    matches: [...reconciliation.matches].filter((match) => match.rule !== 'opening').map((match) => matchJson(result, match)),
    allocations: Array.from(settlement.allocations, (allocation) => allocationJson(result, allocation)),
    openItems: aged.items.map((item) => openItemJson(result, item)),
    plan: plan.rows.map((row) => planJson(result, row)),
    stats: { entries: books.ours.count + books.theirs.count, milliseconds },
  };
}

function accountKey({ customer, currency }: Pick<Account, 'customer' | 'currency'>): string {
  return `${customer}|${currency}`;
}

function place({ books }: Result, side: Side, entry: EntryIndex): { readonly sheet: string; readonly row: number } {
  const ledger = ledgerOf(books, side);
  return { sheet: books.sheetNames[ledger.sheet[entry]], row: ledger.row[entry] };
}

function places(result: Result, side: Side, entries: readonly EntryIndex[]) {
  return entries.map((entry) => place(result, side, entry));
}

function isoDay(day: DaySerial | null): string | null {
  return day === null || day === NO_DAY ? null : formatIsoDay(day);
}

function sheetJson({ books, language }: Result, reading: SheetReading): unknown {
  return {
    name: reading.sheet, role: reading.role, headerRow: reading.headerRow, columns: reading.columns, entries: reading.entryCount,
    skipped: reading.skipped.map(({ row, reason }) => ({ row, reason: say(reason, language) })),
    issues: books.issues.filter((issue) => issue.sheet === reading.sheet).map((issue) => ({ row: issue.row, column: issue.column, code: issue.message.code, message: say(issue.message, language) })),
  };
}

function accountJson(result: Result, account: Account, items: readonly ReconcilingItem[]): unknown {
  const { currency } = account;
  const balances = (side: Side) => ({ opening: toMajor(account[side].openingMinor, currency), closing: toMajor(account[side].closingMinor, currency) });
  return {
    customer: result.books.customers[account.customer].name, currency,
    ours: balances('ours'), theirs: balances('theirs'), difference: toMajor(account.differenceMinor, currency),
    reconcilingItems: items.map((item) => ({ category: item.category, amount: toMajor(item.amountMinor, currency), rows: SIDES.flatMap((side) => places(result, side, item[side])) })),
  };
}

function matchJson(result: Result, match: Match): unknown {
  const [ours, theirs] = SIDES.map((side) => places(result, side, match[side]));
  return { ours, theirs, status: match.status, rule: match.rule, confidence: match.confidence, difference: toMajor(match.differenceMinor, match.currency) };
}

function allocationJson(result: Result, { credit, debit, amountMinor }: Allocation): unknown {
  const { books } = result;
  return { credit: place(result, 'ours', credit), debit: place(result, 'ours', debit), amount: toMajor(amountMinor, books.currencies[books.ours.currency[debit]]) };
}

function openItemJson(result: Result, aged: AgedItem): unknown {
  const { books } = result;
  const { item } = aged;
  return {
    ...place(result, 'ours', item.entry), customer: books.customers[item.customer].name, document: books.texts.at(books.ours.document[item.entry]), product: item.productClass,
    original: toMajor(item.originalMinor, item.currency), open: toMajor(item.openMinor, item.currency), dueDate: isoDay(item.dueDay), daysOverdue: aged.daysOverdue,
    bucket: result.aged.buckets[aged.bucket].key, class: aged.class, likelihood30: aged.likelihood30, likelihood90: aged.likelihood90, expectedDate: isoDay(aged.expectedDay),
  };
}

function planJson(result: Result, row: PlanRow): unknown {
  return {
    rank: row.rank, customer: result.books.customers[row.customer].name, rep: row.rep, action: row.action, class: row.class, date: formatIsoDay(row.day),
    amount: toMajor(row.askMinor, row.currency), points: row.points, reasons: row.parts.map((part) => ({ factor: part.factor, points: part.points, text: say(part.text, result.language) })),
  };
}

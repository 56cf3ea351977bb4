import type { Field } from './books';
import { preferWithTax, settleByContent } from './by-content';
import { mainColumn, type ColumnMap, type ColumnProfile } from './columns';
import { fold } from './fold';
import { CellTag } from './grid';
import { parseAmountText } from './amount-text';
import { titlesOf, type Table } from './tables';
import { namesReceipts } from './vocabulary/sheets';

/** Headings that mean the ledger's own number where it prints no other. */
const OWN_OR_OTHER = /^(ref|reference|refno|referenceno|referencenumber|ref#|参考号?|参考编号|发票号码?|发票编号|统一发票号码|票据号|订单号|订单编号|orderno)$/;

/** What only the table as a whole can tell of a ledger's columns, once words and content have assigned them. */
export function settleLedgerColumns(table: Table, assigned: ColumnMap, profiles: readonly ColumnProfile[]): ColumnMap {
  const columns = new Map(assigned);
  settlePaidDate(columns);
  promoteReference(table, columns);
  readAsCashBook(table, columns);
  readAsReceipts(table, columns);
  preferWithTax(table, profiles, columns);
  if (!columns.has('balance') && runsOn(table, columns)) {
    columns.set('balance', columns.get('open') as readonly number[]);
    columns.delete('open');
  }
  settleByContent(table, profiles, columns);
  if (listsOpenItems(table, columns)) {
    // Payments that settled the rest are not on the list: what is open is all there is to read.
    columns.set('amount', columns.get('open') as readonly number[]);
    for (const field of ['paid', 'credit', 'debit'] as Field[]) columns.delete(field);
  }
  return columns;
}

/** `收款明细 | 日期 | 客户 | 金额`: a list of receipts, each of which is a credit of its customer. */
function readAsReceipts(table: Table, columns: Map<Field, readonly number[]>): void {
  const amount = columns.get('amount');
  const tellsMore = (['debit', 'credit', 'paid', 'balance', 'kind', 'direction'] as const).some((field) => columns.has(field));
  if (amount === undefined || tellsMore || !columns.has('customer') || ![table.grid.sheet, ...titlesOf(table)].some(namesReceipts)) return;
  columns.delete('amount');
  columns.set('credit', amount);
}

/** Money in and money out, as a cash book or a bank heads them. */
const MONEY_IN = /^(received|receipts?|amountreceived|moneyin|paidin|deposits?|cashin|收款|收入|存入|收款金额|收入金额|存入金额)$/;
const MONEY_OUT = /^(paid|payments?|amountpaid|moneyout|paidout|withdrawals?|cashout|付款|支出|付出|支取|取出|付款金额|支出金额|付出金额)$/;

/**
 * A cash book has what came in beside what went out, and nothing that was invoiced. On a ledger of receivables
 * the same words mean credits; side by side they are debit and credit of the cash account.
 */
function readAsCashBook(table: Table, columns: Map<Field, readonly number[]>): void {
  const headed = (words: RegExp) => table.headings.findIndex((heading) => words.test(fold(heading)));
  const [moneyIn, moneyOut] = [headed(MONEY_IN), headed(MONEY_OUT)];
  if (moneyIn < 0 || moneyOut < 0 || columns.has('amount')) return;
  const debit = mainColumn(columns, 'debit');
  if (debit >= 0 && debit !== moneyIn) return;
  columns.set('debit', [moneyIn]);
  columns.set('credit', [moneyOut]);
  columns.delete('paid');
}

/** `收款日期` beside `送货日期` dates what was received; alone it dates the lines, and without a column of receipts it dates nothing. */
function settlePaidDate(columns: Map<Field, readonly number[]>): void {
  const column = columns.get('paid-date');
  if (column === undefined || (columns.has('date') && (columns.has('credit') || columns.has('paid')))) return;
  columns.delete('paid-date');
  if (!columns.has('date')) columns.set('date', column);
}

function promoteReference(table: Table, columns: Map<Field, readonly number[]>): void {
  const [first, ...rest] = columns.get('reference') ?? [];
  if (first === undefined || columns.has('document') || !OWN_OR_OTHER.test(fold(table.headings[first]))) return;
  columns.set('document', [first]);
  if (rest.length > 0) columns.set('reference', rest);
  else columns.delete('reference');
}

/** Steps between printed amounts that must agree with the lines before the column is taken for a running one. */
const RUNNING_SHARE = 0.7;

/** `未收金额` that goes up and down by each line's amount: what the customer owes so far, not what is open of the line. */
function runsOn(table: Table, columns: ColumnMap): boolean {
  const [open, ...moving] = (['open', 'debit', 'credit', 'amount', 'paid'] as const).map((field) => mainColumn(columns, field));
  if (open < 0) return false;
  let [steps, agreeing, last] = [0, 0, Number.NaN];
  for (let row = table.headerBottom + 1; row <= table.lastRow; row++) {
    const [debit, credit, amount, paid] = moving.map((column) => amountAt(table, row, column));
    const moved = Math.abs(debit - credit + amount - paid);
    if (moved === 0) {
      if (amountAt(table, row, open) !== 0) last = amountAt(table, row, open);
      continue;
    }
    const printed = amountAt(table, row, open);
    if (!Number.isNaN(last)) steps++;
    if (Math.abs(Math.abs(printed - last) - moved) < 0.006) agreeing++;
    last = printed;
  }
  return steps >= 3 && agreeing >= steps * RUNNING_SHARE;
}

/** An aging list prints an open amount on every line, and none above the line's own; a ledger with such a column has settled lines too. */
function listsOpenItems(table: Table, columns: ColumnMap): boolean {
  const open = mainColumn(columns, 'open');
  if (open < 0 || columns.has('balance') || columns.has('paid') || columns.has('credit')) return false;
  let lines = 0;
  for (let row = table.headerBottom + 1; row <= table.lastRow; row++) {
    if (amountAt(table, row, mainColumn(columns, 'amount')) === 0 || mainColumn(columns, 'date') < 0 || table.grid.tag(row, mainColumn(columns, 'date')) === CellTag.Empty) continue;
    const [amount, left] = [amountAt(table, row, mainColumn(columns, 'amount')), amountAt(table, row, open)];
    if (left === 0 || (amount !== 0 && Math.abs(left) > Math.abs(amount) + 0.006)) return false;
    lines++;
  }
  return lines > 0;
}

/** 0 where the cell is empty or no amount. */
function amountAt(table: Table, row: number, column: number): number {
  if (column < 0) return 0;
  const value = table.grid.value(row, column);
  return typeof value === 'number' ? value : typeof value === 'string' ? (parseAmountText(value) ?? 0) : 0;
}

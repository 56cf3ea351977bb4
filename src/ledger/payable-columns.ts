import { mainColumn, type ColumnMap } from './columns';
import { fold } from './fold';
import type { Table } from './tables';

/** Headings of what a buyer came to owe. */
const PAYABLE = /^(本期|本月)?应付(账款|帐款|款|金额|发生额|增加)?$|^(本期|本月)?(采购|进货|入库|收货|购货)(金额|额)?$|^(accounts)?payables?$|^bills?$|^purchase[sd]$|^贷|^cr(edit)?/;

/**
 * A buyer's own account: `应付` beside `付款`. What was bought is the account's credit and what was paid its
 * debit, whereas beside an invoiced amount `付款` tells how much of it was paid.
 */
export function readAsPayables(table: Table, columns: ColumnMap): ColumnMap {
  const [credit, amount, paid] = [mainColumn(columns, 'credit'), mainColumn(columns, 'amount'), mainColumn(columns, 'paid')];
  const bought = credit >= 0 ? credit : amount;
  if (bought < 0 || paid < 0 || columns.has('debit') || (credit >= 0 && amount >= 0) || !PAYABLE.test(fold(table.headings[bought]))) return columns;
  const turned = new Map(columns);
  turned.set('credit', [bought]);
  turned.set('debit', [paid]);
  turned.delete('amount');
  turned.delete('paid');
  return turned;
}

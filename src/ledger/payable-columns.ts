import { mainColumn, type ColumnMap } from './columns';
import { fold } from './fold';
import type { Table } from './tables';

/** Headings of what a buyer came to owe. */
const PAYABLE = /^(本期|本月)?应付(账款|帐款|款|发生额)?$|^(accounts)?payables?$/;

/**
 * A buyer's own account: `应付` beside `付款`. What was bought is the account's credit and what was paid its
 * debit, whereas beside an invoiced amount `付款` tells how much of it was paid.
 */
export function readAsPayables(table: Table, columns: ColumnMap): ColumnMap {
  const [credit, paid] = [mainColumn(columns, 'credit'), mainColumn(columns, 'paid')];
  if (credit < 0 || paid < 0 || columns.has('debit') || !PAYABLE.test(fold(table.headings[credit]))) return columns;
  const turned = new Map(columns);
  turned.set('debit', [paid]);
  turned.delete('paid');
  return turned;
}

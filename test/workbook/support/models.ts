/** Small sheet models for the workbook tests. */
import type { SheetModel, TableModel } from '../../../src/reports/sheet-model';

export const AMOUNT = '#,##0.00;[Red]-#,##0.00';

export function sheetModel(key: string, name: string, more: Partial<SheetModel> = {}): SheetModel {
  return { key, name, columnWidths: [14, 14, 14], cells: [], tables: [], showGridLines: false, tabColor: '0B5A63', print: { orientation: 'portrait' }, ...more };
}

export function titled(key: string, name: string, title: string): SheetModel {
  return sheetModel(key, name, { cells: [{ rowIndex: 0, columnIndex: 0, content: title, style: { bold: true, sizeStep: 4 } }] });
}

export function planTable(more: Partial<TableModel> = {}): TableModel {
  const customers = ['甲 & Co.', '乙', '丙'];
  return {
    name: 'DuesheetPlan', rowIndex: 2, columnIndex: 0, rowCount: customers.length, filters: true,
    columns: [
      { key: 'customer', heading: 'Customer' },
      { key: 'open', heading: 'Open', style: { numberFormat: AMOUNT, horizontal: 'right' } },
      { key: 'status', heading: 'Status', anchored: true, choices: ['open', 'promised', 'paid'] },
    ],
    row: (index) => [customers[index], (index + 1) * 100.25, null],
    ...more,
  };
}

/** Title, live total above the table, table with a column people write in. */
export function planModel(name = 'Plan', more: Partial<SheetModel> = {}): SheetModel {
  return sheetModel('plan', name, {
    cells: [
      { rowIndex: 0, columnIndex: 0, content: 'Collection plan', style: { bold: true, sizeStep: 4 } },
      { rowIndex: 1, columnIndex: 1, content: { formula: 'SUBTOTAL(109,B4:B6)', value: 601.5 }, style: { bold: true, numberFormat: AMOUNT } },
    ],
    tables: [planTable()],
    ...more,
  });
}

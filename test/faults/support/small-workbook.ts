/** Two ledgers of few lines, which still make every kind of sheet, and a sheet of the user's own with formulas. */
import { writeXlsx } from 'hucre/xlsx';
import { openWorkbookFile, type Workbook } from '../../../src/preview/host';

export const OURS = 'Our ledger';
export const THEIRS = 'Acme ledger';
export const NOTES = 'Notes';

const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

export async function smallWorkbook(): Promise<Workbook> {
  const file = await writeXlsx({
    sheets: [
      {
        name: OURS,
        columns: [{ numFmt: 'yyyy-mm-dd' }],
        rows: [
          ['Date', 'Customer', 'Document No', 'Type', 'Debit', 'Credit'],
          [day('2026-01-05'), 'Acme', 'INV-1001', 'Invoice', 1200, null],
          [day('2026-01-20'), 'Acme', 'INV-1002', 'Invoice', 830.5, null],
          [day('2026-02-10'), 'Acme', 'RC-501', 'Receipt', null, 1200],
          [day('2026-03-01'), 'Acme', 'INV-1003', 'Invoice', 410, null],
        ],
      },
      {
        name: THEIRS,
        columns: [{ numFmt: 'yyyy-mm-dd' }],
        rows: [
          ['Date', 'Document No', 'Type', 'Debit', 'Credit'],
          [day('2026-01-06'), 'INV-1001', 'Invoice', null, 1200],
          [day('2026-01-21'), 'INV-1002', 'Invoice', null, 830.5],
          [day('2026-02-09'), 'RC-501', 'Payment', 1200, null],
        ],
      },
      { name: NOTES, rows: [['Call Bob', 5], ['total', null]], cells: new Map([['1,1', { formula: 'B1*2', formulaResult: 10, type: 'formula', value: 10 }]]) },
    ],
  });
  return openWorkbookFile(file, 'Receivables.xlsx');
}

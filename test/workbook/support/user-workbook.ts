/**
 * A workbook as a user might have it: formulas, names, a table, a chart, conditional formats, a comment,
 * hidden rows and sheets. Whatever Duesheet does to a workbook, this is what must not change.
 */
import { writeXlsx, type Cell, type CellValue } from 'hucre/xlsx';

export const LEDGER = '应收明细账';
export const OFFSET_SHEET = "Bob's notes";

function day(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

export const LEDGER_ROWS: readonly CellValue[][] = [
  ['华星家电 receivables', null, null, null, null],
  ['Date', 'No', 'Amount', 'Balance', 'Closed'],
  [day('2026-01-31'), 'XS-001', 1000.5, null, true],
  [day('2026-02-28'), '00123', -250.25, null, false],
  [day('2026-03-01'), '=not a formula', 0.1, null, null],
];

const formula = (text: string, value: CellValue): Partial<Cell> => ({ formula: text, formulaResult: value, type: 'formula', value });

export async function userWorkbook(dateSystem: '1900' | '1904' = '1900'): Promise<Uint8Array> {
  return writeXlsx({
    dateSystem,
    properties: { title: 'Receivables 2026', creator: 'Bob', created: day('2026-01-01'), modified: day('2026-01-02') },
    namedRanges: [
      { name: 'Opening', range: `'${LEDGER}'!$C$3` },
      { name: 'Local', range: `'${OFFSET_SHEET.replace("'", "''")}'!$C$4`, scope: OFFSET_SHEET },
    ],
    sheets: [
      {
        name: LEDGER,
        rows: LEDGER_ROWS.map((row) => [...row]),
        columns: [{ width: 14, numFmt: 'yyyy-mm-dd' }, { width: 12 }, { numFmt: '#,##0.00' }, { numFmt: '#,##0.00' }, {}],
        cells: new Map([
          ['2,3', formula('C3', 1000.5)],
          ['3,3', formula('D3+C4', 750.25)],
          ['4,3', formula('D4+C5', 750.35)],
          ['1,1', { comment: { author: 'Bob', text: 'as on the delivery note' } }],
        ]),
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 4 }],
        rowDefs: new Map([[3, { hidden: true }]]),
        conditionalRules: [{ type: 'cellIs', priority: 1, operator: 'lessThan', formula: '0', range: 'C3:C5', style: { font: { color: { rgb: 'C00000' } } } }],
        freezePane: { rows: 2 },
        charts: [{ type: 'column', title: 'Amounts', series: [{ name: 'Amount', values: 'C3:C5', categories: 'B3:B5' }], anchor: { from: { row: 6, col: 0 } } }],
      },
      {
        name: OFFSET_SHEET,
        // Begins at B3: a used area need not begin at A1.
        rows: [[], [], [null, 'Customer', 'Days'], [null, '甲 & Co.', 30], [null, '乙', 45]],
        tables: [{ name: 'Terms', range: 'B3:C5', columns: [{ name: 'Customer' }, { name: 'Days' }] }],
      },
      { name: 'Rates', rows: [['CNY', 1]], hidden: true },
      { name: 'Empty', rows: [] },
    ],
  });
}

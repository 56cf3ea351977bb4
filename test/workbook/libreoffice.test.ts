/** A second program opens what we write, calculates it anew, and finds what we said. */
import { readXlsx } from 'hucre/xlsx';
import type { CellValue } from '../../src/ledger/grid';
import { modelsToXlsx } from '../../src/workbook/xlsx/models-to-xlsx';
import { openXlsxWorkbook } from '../../src/workbook/xlsx/open-xlsx';
import { LIBREOFFICE_TIMEOUT_MS, convertWithLibreOffice } from '../support/libreoffice';
import { AMOUNT, planModel, planTable, sheetModel } from './support/models';
import { LEDGER, OFFSET_SHEET, userWorkbook } from './support/user-workbook';

jest.setTimeout(2 * LIBREOFFICE_TIMEOUT_MS);

const TEXTS = ['=1+1', '+86 510', '-12', '@sum', '00123', '2026-01-31', "'quoted", 'two\nlines', '甲 <&> 😀'];

const texts = sheetModel('texts', 'Texts & more', {
  cells: TEXTS.map((content, rowIndex) => ({ rowIndex, columnIndex: 0, content })),
});

const totals = sheetModel('totals', 'Totals', {
  cells: [
    { rowIndex: 0, columnIndex: 0, content: { formula: "SUM('Plan'!B4:B6)", value: 601.5 }, style: { numberFormat: AMOUNT } },
    { rowIndex: 1, columnIndex: 0, content: { formula: `SUMIFS('Plan'!$B$4:$B$6,'Plan'!$A$4:$A$6,"乙")`, value: 200.5 } },
    { rowIndex: 2, columnIndex: 0, content: { formula: 'IF(A1>0,"owes","settled")', value: 'owes' } },
    { rowIndex: 3, columnIndex: 0, content: { formula: `'${LEDGER}'!D5`, value: 750.35 } },
    { rowIndex: 0, columnIndex: 2, content: 46053, style: { numberFormat: 'yyyy-mm-dd', horizontal: 'center' } },
  ],
  tables: [planTable({ name: 'DuesheetTotals', rowIndex: 8, columnIndex: 0, totals: true, columns: [{ key: 'a', heading: 'Customer', total: 'Total' }, { key: 'b', heading: 'Open', total: { formula: 'SUBTOTAL(109,B10:B12)', value: 601.5 } }], row: (index) => [`c${index}`, (index + 1) * 100.25] })],
});

async function written(): Promise<Uint8Array> {
  const workbook = await openXlsxWorkbook(await userWorkbook());
  const charts = [
    {
      name: 'Open', kind: 'bar-stacked' as const, title: 'Open by customer', rowIndex: 8, columnIndex: 0, rowCount: 12, columnCount: 4, altText: 'Open by customer',
      categories: { rowIndex: 3, columnIndex: 0, rowCount: 3, columnCount: 1 }, series: [{ name: 'Open', values: { rowIndex: 3, columnIndex: 1, rowCount: 3, columnCount: 1 }, color: '0B5A63' }],
    },
  ];
  await workbook.writeSheets([planModel('Plan', { charts, dataBars: [{ kind: 'data-bar', rowIndex: 3, columnIndex: 1, rowCount: 3, columnCount: 1, color: '8FC1BD' }] }), texts, totals]);
  await workbook.remember({ language: 'zh-CN' });
  return workbook.save();
}

async function valuesOf(file: Uint8Array, sheet: string): Promise<CellValue[][]> {
  const rows: CellValue[][] = [];
  for await (const chunk of (await (await openXlsxWorkbook(file)).openSheet(sheet)).chunks) for (const row of chunk) rows.push([...row]);
  return rows;
}

describe('LibreOffice', () => {
  let before: Uint8Array;
  let after: Uint8Array;

  beforeAll(async () => {
    before = await written();
    after = await convertWithLibreOffice(before, 'xlsx');
  });

  test('calculates anew: a formula with a wrong value comes back right', async () => {
    const wrong = await modelsToXlsx([sheetModel('x', 'X', { cells: [{ rowIndex: 0, columnIndex: 0, content: { formula: '1+1', value: 3 } }] })]);
    expect(await valuesOf(wrong, 'X')).toEqual([[3]]);
    expect(await valuesOf(await convertWithLibreOffice(wrong, 'xlsx'), 'X')).toEqual([[2]]);
  });

  test.each([LEDGER, OFFSET_SHEET, 'Plan', 'Texts & more', 'Totals'])('finds the same on %s', async (sheet) => {
    const expected = await valuesOf(before, sheet);
    expect(expected.length).toBeGreaterThan(0);
    expect(await valuesOf(after, sheet)).toEqual(expected);
  });

  test('finds no error in any cell', async () => {
    const workbook = await openXlsxWorkbook(after);
    for (const { name } of await workbook.listSheets()) {
      expect((await valuesOf(after, name)).flat().filter((value) => typeof value === 'string' && /^#(N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!)|^Err:/.test(value))).toEqual([]);
    }
  });

  test('keeps formulas live, tables, charts, links and frozen rows', async () => {
    const { sheets } = await readXlsx(after, { readStyles: true });
    const plan = sheets.find(({ name }) => name === 'Plan');
    expect(plan?.cells?.get('1,1')?.formula).toBe('SUBTOTAL(109,B4:B6)');
    expect(plan?.tables?.map(({ name }) => name)).toEqual(['DuesheetPlan']);
    expect(plan?.charts).toHaveLength(1);
    expect(plan?.dataValidations?.[0]).toMatchObject({ type: 'list', range: 'C4:C6' });
    expect(sheets.find(({ name }) => name === LEDGER)?.charts).toHaveLength(1);
  });

  test('prints it', async () => {
    const pdf = await convertWithLibreOffice(before, 'pdf');
    expect(new TextDecoder().decode(pdf.subarray(0, 5))).toBe('%PDF-');
  });

  test('what LibreOffice saved is still known as ours, and replaced', async () => {
    const workbook = await openXlsxWorkbook(after);
    expect((await workbook.listSheets()).map(({ resultKey }) => resultKey)).toEqual([null, null, null, null, 'plan', 'texts', 'totals']);
    await workbook.writeSheets([planModel('计划')]);
    expect((await workbook.listSheets()).map(({ name }) => name)).toEqual([LEDGER, OFFSET_SHEET, 'Rates', 'Empty', '计划']);
  });
});

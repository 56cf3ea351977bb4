/** The stand-in's workbook from a file and back into one: what nobody touched stays as it was. */
import { readXlsx } from 'hucre/xlsx';
import { createExcelHost, newWorkbook, openWorkbookFile, saveWorkbookFile, type ExcelHost } from '../../src/preview/host';
import { nodeCalculation } from '../support/calculation';
import { partsOf } from '../workbook/support/package-parts';
import { LEDGER, userWorkbook } from '../workbook/support/user-workbook';

async function opened(): Promise<{ host: ExcelHost; file: Uint8Array }> {
  const file = await userWorkbook();
  return { host: createExcelHost({ workbook: await openWorkbookFile(file, 'Book.xlsx'), calculation: nodeCalculation() }), file };
}

test('a file that nobody touched is saved part by part as it was', async () => {
  const { host, file } = await opened();
  const before = partsOf(file);
  const after = partsOf(await host.save());
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  for (const [name, bytes] of before) expect([name, Buffer.from(after.get(name)!).equals(Buffer.from(bytes))]).toEqual([name, true]);
});

test('formats, merges, hidden rows and formulas are read', async () => {
  const { host } = await opened();
  const sheet = host.activeSheet;
  expect(host.cell(sheet, 2, 0).text).toBe('2026-01-31');
  expect(host.cell(sheet, 3, 3)).toMatchObject({ formula: '=D3+C4', value: 750.25 });
  expect(sheet.merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 5 }]);
  expect(sheet.rowHeight(3)).toBe(0);
});

test('an edit recalculates what depends on it, and both are in the saved file', async () => {
  const { host, file } = await opened();
  const sheet = host.activeSheet;
  await host.edit(sheet.id, 2, 2, '2000');
  await host.edit(sheet.id, 9, 1, 'a new <line> & more');
  await host.edit(sheet.id, 9, 2, '=C3*2');
  await host.recalculate();
  expect(host.cell(sheet, 4, 3).value).toBeCloseTo(1749.85);
  const saved = await host.save();
  const ledger = (await readXlsx(saved, { readStyles: true })).sheets.find(({ name }) => name === LEDGER)!;
  expect(ledger.rows[2][2]).toBe(2000);
  expect(ledger.rows[9].slice(1, 3)).toEqual(['a new <line> & more', 4000]);
  expect(ledger.cells?.get('9,2')?.formula).toBe('C3*2');
  // The other sheets' parts are untouched.
  const [before, after] = [partsOf(file), partsOf(saved)];
  expect(Buffer.from(after.get('xl/worksheets/sheet2.xml')!).equals(Buffer.from(before.get('xl/worksheets/sheet2.xml')!))).toBe(true);
});

test('a renamed user sheet is refused rather than saved by its old name', async () => {
  const { host } = await opened();
  host.renameSheet(host.activeSheet.id, 'Other');
  await expect(host.save()).rejects.toThrow('Other');
});

test('a workbook that came from no file is saved with its values', async () => {
  const workbook = newWorkbook('First');
  workbook.sheets[0].cells.setValue(1, 1, 0);
  workbook.sheets[0].cells.setValue(1, 2, false);
  workbook.sheets[0].cells.setValue(2, 0, '=text');
  const { sheets } = await readXlsx(await saveWorkbookFile(workbook), { readStyles: true });
  expect(sheets.map(({ name }) => name)).toEqual(['First']);
  expect(sheets[0].rows[1].slice(1)).toEqual([0, false]);
  expect(sheets[0].rows[2][0]).toBe('=text');
});

test.each([
  ['=SUM(B2:B3)', 5],
  ['=IF(A1="B2:B3",1,"no")', 'no'],
  ['=1/0', '#DIV/0!'],
  ['=2=2', true],
  ['=0.1+0.2', 0.3],
  ['=HYPERLINK("#A1","x")', 'x'],
])('%s comes to %p', async (formula, value) => {
  const workbook = newWorkbook('S');
  const [sheet] = workbook.sheets;
  sheet.cells.setValue(1, 1, 2);
  sheet.cells.setValue(2, 1, 3);
  const host = createExcelHost({ workbook, calculation: nodeCalculation() });
  await host.edit(sheet.id, 0, 3, formula);
  await host.recalculate();
  expect(host.cell(sheet, 0, 3).value).toBe(value);
});

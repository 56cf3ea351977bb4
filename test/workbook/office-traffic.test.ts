/** How much the Office.js adapter sends, and in how many calls: few bytes a cell, few calls a sheet, within Excel's limits. */
import { createExcelHost, newWorkbook, type ExcelHost, type Workbook } from '../../src/preview/host';
import { WEB_REQUIREMENT_SETS } from '../../src/preview/host/host';
import { openOfficeWorkbook } from '../../src/workbook/office/office-workbook';
import { nodeCalculation } from '../support/calculation';
import { connectOfficeJs } from '../support/office-js';
import { planModel, planTable, sheetModel } from './support/models';

let workbook: Workbook;
let host: ExcelHost;

beforeEach(() => {
  workbook = newWorkbook('Ledger');
  host = createExcelHost({ workbook, calculation: nodeCalculation() });
  connectOfficeJs(host);
});

const port = openOfficeWorkbook();
const tabs = () => workbook.sheets.map(({ name }) => name);
const named = (name: string) => workbook.sheetByName(name)!;

describe('limits', () => {
  test('a hundred thousand rows go in few calls, each under 5 MB', async () => {
    const rowCount = 100_000;
    const table = planTable({ rowCount, row: (index) => [`苏州宏图家电商贸有限公司 ${index}`, index / 100, null] });
    host.resetTraffic();
    await port.writeSheets([sheetModel('plan', 'Plan', { tables: [table] })]);
    const { syncs, requestBytes } = host.traffic;
    expect(syncs).toBeLessThanOrEqual(1.2 * Math.ceil(requestBytes / 5_242_880) + 10);
    host.resetTraffic();
    let rows = 0;
    const source = await port.openSheet('Plan');
    for await (const chunk of source.chunks) rows += chunk.length;
    expect(rows).toBe(rowCount + 1);
    expect(host.traffic.syncs).toBeLessThanOrEqual(1.2 * Math.ceil(host.traffic.responseBytes / 5_242_880) + 4);
  });

  test('rows far longer than the first ones are read in smaller chunks', async () => {
    const sheet = named('Ledger');
    for (let row = 0; row < 3000; row++) sheet.cells.setValue(row, 0, row < 300 ? 'short' : `${'long '.repeat(800)}${row}`);
    const rows: unknown[] = [];
    const source = await port.openSheet('Ledger');
    for await (const chunk of source.chunks) rows.push(...chunk.map(([value]) => value));
    expect(rows).toHaveLength(3000);
    expect(rows[2999]).toContain('2999');
  });

  test('Excel without the newer API still takes the results', async () => {
    connectOfficeJs(host, { ...WEB_REQUIREMENT_SETS, ExcelApi: '1.9' });
    await port.writeSheets([planModel()]);
    expect((await port.openSheet('Plan')).facts.merges).toBeUndefined();
    expect(tabs()).toEqual(['Ledger', 'Plan']);
  });
});

describe('a long table', () => {
  const longText = 'ab"c'.repeat(120);
  const texts = ['=1+1', '00123', `'quoted`, 'two\nlines', longText, '<b>"&"</b>'];
  const table = planTable({
    rowCount: 600,
    row: (index) => [texts[index % texts.length], index, null],
    link: (index, key) => (key === 'status' ? undefined : { sheet: "Bob's", rowIndex: index, columnIndex: 1 }),
  });
  const cellAt = (row: number, column: number) => host.cell(named('Plan'), row + 3, column);

  test('says its links among its values, and the cells hold what they would', async () => {
    await port.writeSheets([sheetModel('plan', 'Plan', { tables: [table] })]);
    await host.recalculate();
    for (let row = 0; row < texts.length; row++) expect(cellAt(row, 0)).toMatchObject({ value: texts[row], link: `'Bob''s'!B${row + 1}` });
    expect(cellAt(7, 1)).toMatchObject({ value: 7, link: "'Bob''s'!B8" });
    expect(cellAt(7, 2)).toMatchObject({ value: '', link: null });
    expect(named('Plan').links.size).toBe(0);
  });

  test('is read back as what it shows', async () => {
    await port.writeSheets([sheetModel('plan', 'Plan', { tables: [table] })]);
    const rows: unknown[] = [];
    const source = await port.openSheet('Plan');
    for await (const chunk of source.chunks) rows.push(...chunk.map(([text]) => text));
    expect(rows.slice(1, 1 + texts.length)).toEqual(texts);
  });

  test('costs its cells and little more', async () => {
    const bytesWith = async (link: typeof table.link) => {
      host.resetTraffic();
      await port.writeSheets([sheetModel('plan', 'Plan', { tables: [planTable({ ...table, link })] })]);
      return host.traffic.requestBytes;
    };
    const links = 2 * table.rowCount;
    expect((await bytesWith(table.link)) - (await bytesWith(undefined))).toBeLessThan(60 * links);
  });
});

test('a number format goes down a column over the texts between, and not over another number', async () => {
  const cell = (rowIndex: number, content: string | number | null, numberFormat?: string) => ({ rowIndex, columnIndex: 1, content, style: { bold: true, ...(numberFormat && { numberFormat }) } });
  const formats: string[] = [];
  const real = host.processQuery.bind(host);
  host.processQuery = (body, flags) => {
    formats.push(...(body.match(/"Name":"NumberFormat"/g) ?? []));
    return real(body, flags);
  };
  await port.writeSheets([sheetModel('look', 'Look', { cells: [cell(0, 1, '0.00'), cell(1, 'text'), cell(3, 2, '0.00'), cell(4, null), cell(5, 3, '0.00'), cell(6, 4, '0%'), cell(7, 5, '0%')] })]);
  expect([0, 3, 4, 5, 6, 7].map((row) => host.cell(named('Look'), row, 1).format.numberFormat)).toEqual(['0.00', '0.00', 'General', '0.00', '0%', '0%']);
  expect(host.cell(named('Look'), 1, 1)).toMatchObject({ text: 'text', format: { bold: true } });
  expect(formats).toHaveLength(3);
});

test('rows of one height are set at once', async () => {
  await port.writeSheets([sheetModel('look', 'Look', { cells: [{ rowIndex: 0, columnIndex: 0, content: 'x' }], rowHeights: { 0: 30, 1: 30, 5: 30, 7: 20 } })]);
  expect([0, 1, 2, 5, 7].map((row) => named('Look').rowHeight(row))).toEqual([30, 30, 15, 30, 20]);
});

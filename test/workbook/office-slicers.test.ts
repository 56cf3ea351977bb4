/** Slicers are tried once the results stand; where Excel refuses them, nothing else suffers. */
import { createExcelHost, newWorkbook, type ExcelHost, type Workbook } from '../../src/preview/host';
import { WEB_REQUIREMENT_SETS } from '../../src/preview/host/host';
import { openOfficeWorkbook } from '../../src/workbook/office/office-workbook';
import { connectOfficeJs } from '../support/office-js';
import { planModel } from './support/models';

const slicer = (column: string) => ({ table: 'DuesheetPlan', column, caption: 'Status', buttonColumns: 2, rowIndex: 0, columnIndex: 4, rowCount: 2, columnCount: 2 });
const sliced = planModel('Plan', { slicers: [slicer('status'), slicer('customer')] });

let workbook: Workbook;
let host: ExcelHost;

/** Batches that ask for slicers; each is refused, as the stand-in knows none. */
function slicerBatches(api: string): { count: number } {
  workbook = newWorkbook('Ledger');
  host = createExcelHost({ workbook });
  connectOfficeJs(host, { ...WEB_REQUIREMENT_SETS, ExcelApi: api });
  const batches = { count: 0 };
  const real = host.processQuery.bind(host);
  host.processQuery = (body, flags) => {
    if (!/slicers/i.test(body)) return real(body, flags);
    batches.count++;
    return Promise.resolve(JSON.stringify({ Results: [], Error: { Code: 'GeneralException', Message: 'refused by the test', Location: '', ActionIndex: 0 } }));
  };
  return batches;
}

test('a refusal leaves the results whole, with the filters of the table, and is not tried again', async () => {
  const batches = slicerBatches('1.10');
  await openOfficeWorkbook().writeSheets([sliced]);
  expect(batches.count).toBe(1);
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['Ledger', 'Plan']);
  expect(host.cell(workbook.sheetByName('Plan')!, 3, 0).text).toBe('甲 & Co.');
  expect(workbook.sheetByName('Plan')!.tables.map(({ showFilterButton }) => showFilterButton)).toEqual([true]);
});

test('an Excel of API 1.9 is not asked', async () => {
  const batches = slicerBatches('1.9');
  await openOfficeWorkbook().writeSheets([sliced]);
  expect(batches.count).toBe(0);
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['Ledger', 'Plan']);
});

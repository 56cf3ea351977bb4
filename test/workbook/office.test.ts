/** The Office.js adapter over the real office.js and the stand-in for Excel. */
import { createExcelHost, openWorkbookFile } from '../../src/preview/host';
import { openOfficeWorkbook } from '../../src/workbook/office/office-workbook';
import { nodeCalculation } from '../support/calculation';
import { connectOfficeJs } from '../support/office-js';
import { describeWorkbookPort } from './contract';

describeWorkbookPort('Office.js', async (file) => {
  const host = createExcelHost({ workbook: await openWorkbookFile(file, 'Receivables.xlsx'), calculation: nodeCalculation() });
  connectOfficeJs(host);
  return { port: openOfficeWorkbook(), save: () => host.save() };
});

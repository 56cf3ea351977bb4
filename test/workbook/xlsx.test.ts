import { openXlsxWorkbook } from '../../src/workbook/xlsx/open-xlsx';
import { describeWorkbookPort } from './contract';

describeWorkbookPort('.xlsx', async (file) => {
  const port = await openXlsxWorkbook(file);
  return { port, save: () => port.save() };
});

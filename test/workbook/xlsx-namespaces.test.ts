import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { openXlsxWorkbook } from '../../src/workbook/xlsx/open-xlsx';

const DECLARATION = ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const model = { key: 'plan', name: 'Plan', columnWidths: [10], cells: [{ rowIndex: 0, columnIndex: 0, content: 'Plan' }], tables: [], showGridLines: true, tabColor: '0B5A63', print: { orientation: 'portrait' as const } };

/** As openpyxl writes it: the namespace of relationships is declared on each sheet, not on the root. */
async function declaredOnSheets(): Promise<Uint8Array> {
  const parts = unzipSync(await writeXlsx({ sheets: [{ name: 'Ledger', rows: [['Date', 'Amount']] }] }));
  const workbook = strFromU8(parts['xl/workbook.xml']);
  expect(workbook).toContain(DECLARATION);
  parts['xl/workbook.xml'] = strToU8(workbook.replace(DECLARATION, '').replaceAll('<sheet ', `<sheet${DECLARATION} `));
  return zipSync(parts);
}

it('binds the prefix of every sheet it adds, wherever the file declares it', async () => {
  const workbook = await openXlsxWorkbook(await declaredOnSheets());
  await workbook.writeSheets([model]);
  const xml = strFromU8(unzipSync(await workbook.save())['xl/workbook.xml']);
  const sheets = xml.match(/<sheet [^>]*>/g) ?? [];
  expect(sheets).toHaveLength(2);
  for (const sheet of sheets) expect(sheet).toContain(DECLARATION.trim());
});

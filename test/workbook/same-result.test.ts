/**
 * The same workbook through Excel (the Office.js adapter over the real office.js) and through a file (the
 * .xlsx adapter, as the command line reads it) gives the same result: matches, open items and plan, to the cent.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { feed, type SheetChoice } from '../../src/engine';
import { createSession } from '../../src/engine/local-session';
import { createExcelHost, openWorkbookFile } from '../../src/preview/host';
import { openOfficeWorkbook } from '../../src/workbook/office/office-workbook';
import type { WorkbookPort } from '../../src/workbook/port';
import { openXlsxWorkbook } from '../../src/workbook/xlsx/open-xlsx';
import { nodeCalculation } from '../support/calculation';
import { connectOfficeJs } from '../support/office-js';

const CHOICE: SheetChoice = { statements: 'none', statementForm: 'activity' };

interface Json {
  readonly matches: readonly unknown[];
  readonly openItems: readonly unknown[];
  readonly plan: readonly unknown[];
}

async function run(port: WorkbookPort): Promise<Json> {
  const session = createSession();
  await feed(session, port);
  await session.run({ sheetLanguage: null, viewLanguage: 'en', asOf: null, mappings: {}, mappingsByLayout: {}, aliases: {} }, () => {}, new AbortController().signal);
  await port.writeSheets(await session.sheets(CHOICE));
  return (await session.json()) as Json;
}

async function throughExcel(file: Uint8Array): Promise<WorkbookPort> {
  connectOfficeJs(createExcelHost({ workbook: await openWorkbookFile(file, 'Receivables.xlsx'), calculation: nodeCalculation() }));
  return openOfficeWorkbook();
}

describe.each(['en', 'zh-CN', 'zh-TW'])('the %s sample', (language) => {
  const file = readFileSync(path.join(__dirname, `../../assets/sample-${language}.xlsx`));

  it('comes to the same matches, open items and plan through Excel and through a file, on a second run too', async () => {
    const [excel, workbookFile] = [await throughExcel(file), await openXlsxWorkbook(file)];
    for (const time of ['first', 'second']) {
      const [fromExcel, fromFile] = [await run(excel), await run(workbookFile)];
      expect(fromFile.plan.length).toBeGreaterThan(0);
      expect([time, fromExcel.plan]).toEqual([time, fromFile.plan]);
      expect([time, fromExcel.matches, fromExcel.openItems]).toEqual([time, fromFile.matches, fromFile.openItems]);
    }
  }, 120_000);
});

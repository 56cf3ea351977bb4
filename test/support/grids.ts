/** A workbook's sheets as the engine takes them. */
import { readFileSync } from 'node:fs';
import { Grid, TextPool } from '../../src/ledger/grid';
import { openXlsxWorkbook } from '../../src/workbook/xlsx/open-xlsx';

export async function gridsOfFile(path: string): Promise<Grid[]> {
  const workbook = await openXlsxWorkbook(new Uint8Array(readFileSync(path)));
  const texts = new TextPool();
  const grids: Grid[] = [];
  for (const sheet of await workbook.listSheets()) {
    const source = await workbook.openSheet(sheet.name);
    const grid = new Grid(sheet.name, texts, source.facts);
    for await (const chunk of source.chunks) grid.appendRows(chunk);
    grids.push(grid);
  }
  return grids;
}

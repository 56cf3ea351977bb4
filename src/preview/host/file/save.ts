import type { Workbook } from '../model/workbook';
export async function saveWorkbookFile(workbook: Workbook): Promise<Uint8Array> {
  throw new Error(`not yet ${workbook.sheets.length}`);
}

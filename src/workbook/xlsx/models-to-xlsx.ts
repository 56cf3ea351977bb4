/** Sheet models as a workbook of their own: a statement to be mailed. */
import { writeXlsx } from 'hucre/xlsx';
import type { SheetModel } from '../../reports/sheet-model';
import { readArchive, writeArchive } from './archive';
import { Package } from './package';
import { readWorkbookPart } from './workbook-part';
import { withResults } from './write-results';
import { sheetMark, wholeSheetReference } from '../names';

/** The blank workbook's only sheet. It bears the mark of a result, so that writing the models replaces it. */
const BLANK = 'Duesheet';

export async function modelsToXlsx(models: readonly SheetModel[]): Promise<Uint8Array> {
  if (models.length === 0) throw new Error('A workbook needs at least one sheet.');
  const blank = await writeXlsx({
    sheets: [{ name: BLANK, rows: [] }],
    namedRanges: [{ name: sheetMark('blank'), range: wholeSheetReference(BLANK).slice(1) }],
    properties: { title: models[0].name, creator: 'Duesheet' },
  });
  const pack = Package.of(readArchive(blank));
  return writeArchive((await withResults(pack, readWorkbookPart(pack), models)).packedParts);
}

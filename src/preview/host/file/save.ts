/**
 * Saves the workbook in memory. The file it came from stays as it was, byte for byte, but for cells that were
 * edited and result sheets that came or went; those the file adapter writes.
 */
import { writeXlsx, type Cell } from 'hucre/xlsx';
import { readMemoryXml } from '../../../workbook/memory';
import { readArchive, writeArchive } from '../../../workbook/xlsx/archive';
import { openXlsxWorkbook } from '../../../workbook/xlsx/open-xlsx';
import { Package } from '../../../workbook/xlsx/package';
import { readWorkbookPart } from '../../../workbook/xlsx/workbook-part';
import type { CellValue } from '../model/cells';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { asSheetModel, resultKeys } from './as-model';
import { patchedSheetXml, type CellPlace } from './patch-cells';

export async function saveWorkbookFile(workbook: Workbook): Promise<Uint8Array> {
  const keys = resultKeys(workbook);
  const inFile = workbook.source?.sheets ?? new Map<string, string>();
  refuseWhatCannotBeSaved(workbook, keys, inFile);
  const base = workbook.source ? await patchedFile(workbook, workbook.source.bytes, inFile) : await plainFile(workbook.sheets.filter(({ id }) => !keys.has(id)));
  const file = await openXlsxWorkbook(base);
  const isNew = ({ id }: Sheet) => keys.has(id) && !inFile.has(id);
  const staying = new Set(workbook.sheets.filter((sheet) => inFile.has(sheet.id)).flatMap(({ id }) => keys.get(id) ?? []));
  const models = workbook.sheets.filter(isNew).map((sheet) => asSheetModel(workbook, sheet, keys.get(sheet.id)!));
  await file.writeSheets(models, { keep: (key) => staying.has(key) });
  for (const { xml } of workbook.xmlParts) {
    const memory = readMemoryXml(xml);
    if (memory) await file.remember(memory);
  }
  return file.save();
}

/** Better no file than one that silently lacks something. */
function refuseWhatCannotBeSaved(workbook: Workbook, keys: ReadonlyMap<string, string>, inFile: ReadonlyMap<string, string>): void {
  if (!workbook.source) return;
  const added = workbook.sheets.find(({ id }) => !inFile.has(id) && !keys.has(id));
  if (added) throw new Error(`The stand-in cannot save the sheet "${added.name}": it is neither in the file nor a result.`);
  const renamed = workbook.sheets.find(({ id, name }) => inFile.has(id) && inFile.get(id) !== name);
  if (renamed) throw new Error(`The stand-in cannot save the new name of the sheet "${renamed.name}".`);
}

/** The file with its edited cells put in. */
async function patchedFile(workbook: Workbook, bytes: Uint8Array, inFile: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const edited = workbook.sheets.filter((sheet) => inFile.has(sheet.id) && sheet.editedAreas.length > 0);
  if (edited.length === 0) return bytes;
  const pack = Package.of(readArchive(bytes));
  const part = readWorkbookPart(pack);
  for (const sheet of edited) {
    const place = part.sheets.find(({ name }) => name === sheet.name);
    if (place) await pack.put(place.part, patchedSheetXml(pack.text(place.part), sheet, editedPlaces(sheet)));
  }
  // The order of calculation speaks of formulas that may be gone; Excel makes it anew.
  const chain = pack.names.find((name) => /calcchain\.xml$/i.test(name));
  if (chain) {
    const relation = pack.relationshipsOf('xl/workbook.xml').find(({ target }) => target === chain);
    if (relation) await pack.unrelate('xl/workbook.xml', new Set([relation.id]));
    await pack.remove(new Set([chain]));
  }
  return writeArchive(pack.packedParts);
}

/** Cells written by hand, and formulas, whose values may have followed. */
function editedPlaces(sheet: Sheet): CellPlace[] {
  const places = new Map<string, CellPlace>();
  for (const { row, column, rows, columns } of sheet.editedAreas) {
    for (let r = row; r < row + rows; r++) for (let c = column; c < column + columns; c++) places.set(`${r},${c}`, { row: r, column: c });
  }
  return [...places.values()];
}

/** A workbook that came from no file: values and formulas. */
function plainFile(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map((sheet) => {
      const used = sheet.cells.used(true);
      const height = used ? used.row + used.rows : 0;
      const width = used ? used.column + used.columns : 0;
      const cells = new Map<string, Partial<Cell>>();
      sheet.cells.eachFormula((formula, row, column) => cells.set(`${row},${column}`, { formula: formula.slice(1), formulaResult: sheet.cells.value(row, column), type: 'formula' }));
      const rows = Array.from({ length: height }, (_, row) => Array.from({ length: width }, (__, column) => plainValue(sheet, row, column)));
      return { name: sheet.name, rows, cells };
    }),
  });
}

function plainValue(sheet: Sheet, row: number, column: number): CellValue | null {
  const value = sheet.cells.value(row, column);
  return value === '' || sheet.cells.formula(row, column) !== undefined ? null : value;
}

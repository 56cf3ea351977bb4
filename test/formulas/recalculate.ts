/** A whole result calculated anew by LibreOffice, held against the values that its formulas carry. */
import { readXlsx } from 'hucre/xlsx';
import { feed } from '../../src/engine';
import { createSession } from '../../src/engine/local-session';
import type { CellValue } from '../../src/ledger/grid';
import type { Language } from '../../src/texts';
import { openXlsxWorkbook } from '../../src/workbook/xlsx/open-xlsx';
import { convertWithLibreOffice } from '../support/libreoffice';

export interface Recalculated {
  readonly formulas: number;
  readonly cells: number;
  /** `Sheet!row,column: value became value`, rows and columns from 0. */
  readonly changed: readonly string[];
  readonly errors: readonly string[];
}

const ERROR = /^#(N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!)|^Err:/;

/** The workbook with all result sheets, statements of everybody included. Without a language, in the workbook's own. */
export async function resultOf(workbookFile: Uint8Array, statementForm: 'activity' | 'open-item', sheetLanguage: Language | null = null): Promise<Uint8Array> {
  const workbook = await openXlsxWorkbook(workbookFile);
  const session = createSession();
  await feed(session, workbook, () => undefined);
  await session.run({ sheetLanguage, viewLanguage: 'en', asOf: null, mappings: {}, mappingsByLayout: {}, aliases: {} }, () => undefined, new AbortController().signal);
  await workbook.writeSheets(await session.sheets({ statements: 'all', statementForm }));
  return workbook.save();
}

export async function recalculated(file: Uint8Array): Promise<Recalculated> {
  const { sheets } = await readXlsx(file, { readStyles: true });
  const before = await cellsOf(file);
  const after = await cellsOf(await convertWithLibreOffice(file, 'xlsx'));
  const places = new Set([...before.keys(), ...after.keys()]);
  return {
    formulas: sheets.reduce((count, sheet) => count + [...(sheet.cells?.values() ?? [])].filter((cell) => cell.formula).length, 0),
    cells: before.size,
    changed: [...places].filter((place) => !isSame(before.get(place), after.get(place))).map((place) => `${place}: ${before.get(place)} became ${after.get(place)}`),
    errors: [...after].flatMap(([place, value]) => (typeof value === 'string' && ERROR.test(value) ? [`${place}: ${value}`] : [])),
  };
}

/** Cells that hold anything, by `Sheet!row,column`. */
async function cellsOf(file: Uint8Array): Promise<ReadonlyMap<string, CellValue>> {
  const workbook = await openXlsxWorkbook(file);
  const cells = new Map<string, CellValue>();
  for (const { name } of await workbook.listSheets()) {
    let row = 0;
    for await (const chunk of (await workbook.openSheet(name)).chunks) for (const values of chunk) {
      values.forEach((value, column) => { if (value !== null && value !== '') cells.set(`${name}!${row},${column}`, value); });
      row++;
    }
  }
  return cells;
}

function isSame(a: CellValue | undefined, b: CellValue | undefined): boolean {
  return a === b || (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) < 1e-6);
}

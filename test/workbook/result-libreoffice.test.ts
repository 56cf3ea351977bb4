/** LibreOffice calculates a whole result anew: every formula gives the value it carries, and nothing is an error. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { feed } from '../../src/engine';
import { createSession } from '../../src/engine/local-session';
import type { CellValue } from '../../src/ledger/grid';
import { openXlsxWorkbook } from '../../src/workbook/xlsx/open-xlsx';
import { LIBREOFFICE_TIMEOUT_MS, convertWithLibreOffice } from '../support/libreoffice';

jest.setTimeout(2 * LIBREOFFICE_TIMEOUT_MS);

const OPTIONS = { sheetLanguage: null, viewLanguage: 'en', asOf: null, mappings: {}, mappingsByLayout: {}, aliases: {} } as const;
const ERROR = /^#(N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!)|^Err:/;

async function resultOf(sample: string): Promise<Uint8Array> {
  const workbook = await openXlsxWorkbook(new Uint8Array(readFileSync(join(__dirname, '../../assets', sample))));
  const session = createSession();
  await feed(session, workbook, () => undefined);
  await session.run(OPTIONS, () => undefined, new AbortController().signal);
  await workbook.writeSheets(await session.sheets({ statements: 'all', statementForm: 'activity' }));
  return workbook.save();
}

/** Cells by `Sheet!row,column`. */
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

const isSame = (a: CellValue | undefined, b: CellValue | undefined) => a === b || (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) < 1e-6);

describe.each(['sample-zh-CN.xlsx', 'sample-en.xlsx'])('the result of %s', (sample) => {
  let formulas: number;
  let before: ReadonlyMap<string, CellValue>;
  let after: ReadonlyMap<string, CellValue>;

  beforeAll(async () => {
    const file = await resultOf(sample);
    const { sheets } = await readXlsx(file, { readStyles: true });
    formulas = sheets.reduce((count, sheet) => count + [...(sheet.cells?.values() ?? [])].filter((cell) => cell.formula).length, 0);
    before = await cellsOf(file);
    after = await cellsOf(await convertWithLibreOffice(file, 'xlsx'));
  });

  test('has formulas by the hundred', () => expect(formulas).toBeGreaterThan(500));
  test('comes back with the same value in every cell', () => {
    const changed = [...before].filter(([place, value]) => !isSame(value, after.get(place))).map(([place, value]) => `${place}: ${value} became ${after.get(place)}`);
    expect(changed).toEqual([]);
    expect(after.size).toBe(before.size);
  });
  test('has no error in any cell', () => expect([...after].filter(([, value]) => typeof value === 'string' && ERROR.test(value))).toEqual([]));
});

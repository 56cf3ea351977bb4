/** Run, write in the sheets as people do, save, run again: what they wrote is there, beside the right customer. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { feed } from '../../src/engine';
import { createSession } from '../../src/engine/local-session';
import type { CellValue } from '../../src/ledger/grid';
import { parseIsoDay } from '../../src/units/day';
import { openXlsxWorkbook } from '../../src/workbook/xlsx/open-xlsx';
import { Hands } from './support/hands';

jest.setTimeout(120_000);

const OPTIONS = { sheetLanguage: null, viewLanguage: 'en', asOf: null, mappings: {}, mappingsByLayout: {}, aliases: {} } as const;
const PROMISED = parseIsoDay('2026-07-20') as number;
const SIGNED = parseIsoDay('2026-06-25') as number;

/** As the command line does it. */
async function run(file: Uint8Array): Promise<Uint8Array> {
  const workbook = await openXlsxWorkbook(file);
  const session = createSession();
  await feed(session, workbook, () => undefined);
  await session.run(OPTIONS, () => undefined, new AbortController().signal);
  await workbook.writeSheets(await session.sheets({ statements: 'none', statementForm: 'activity' }));
  return workbook.save();
}

type Rows = readonly (readonly CellValue[])[];

async function rowsOf(file: Uint8Array, key: string): Promise<Rows> {
  const workbook = await openXlsxWorkbook(file);
  const sheet = (await workbook.listSheets()).find(({ resultKey }) => resultKey === key);
  if (!sheet) throw new Error(`There is no sheet "${key}".`);
  const rows: (readonly CellValue[])[] = [];
  for await (const chunk of (await workbook.openSheet(sheet.name)).chunks) rows.push(...chunk);
  return rows;
}

const rowWith = (rows: Rows, text: CellValue) => rows.find((row) => row.includes(text)) ?? [];
/** The row (counted from 1) of the plan in which a customer stands. */
const numberOf = (rows: Rows, name: CellValue) => rows.findIndex((row) => row[1] === name) + 1;

describe('what people write in a result survives the next runs', () => {
  let once: Uint8Array;
  let twice: Uint8Array;
  let thrice: Uint8Array;
  let first: CellValue;
  let third: CellValue;
  let decided: readonly CellValue[];

  beforeAll(async () => {
    once = await run(new Uint8Array(readFileSync(join(__dirname, '../../assets/sample-en.xlsx'))));
    const hands = new Hands(once);
    const plan = await rowsOf(once, 'plan');
    const top = hands.headingRow('plan', 'customer');
    [first, third] = [plan[top][1], plan[top + 2][1]];
    hands.write('plan', 'status', top + 1, 'Promised');
    hands.write('plan', 'promisedDay', top + 1, PROMISED);
    hands.write('plan', 'promisedAmount', top + 1, 150000);
    hands.write('plan', 'note', top + 1, '=ask Ms Lee @ HQ');
    hands.write('plan', 'note', top + 3, '-5% if paid by Friday');
    hands.rename('plan', 'note', 'What was said');
    hands.addColumn('plan', top, 'Area', { [top + 1]: 'North', [top + 3]: 'South' });
    hands.swapRows('plan', top + 1, top + 3);
    hands.insertRows('plan', 1, 2);
    const matches = hands.headingRow('matches', 'decision');
    decided = (await rowsOf(once, 'matches'))[matches];
    hands.write('matches', 'decision', matches + 1, 'Reject');
    hands.write('matches', 'note', matches + 1, 'not the same goods');
    const log = hands.headingRow('reconciliation-log', 'day');
    hands.write('reconciliation-log', 'day', log + 1, SIGNED);
    hands.write('reconciliation-log', 'signedBy', log + 1, 'J. Doe');
    hands.write('reconciliation-log', 'agreedAmount', log + 1, 123.45);
    twice = await run(hands.saved());
    thrice = await run(twice);
  });

  test.each([['the second run', () => twice], ['the third run', () => thrice]])('the plan of %s', async (_, file) => {
    const plan = await rowsOf(file(), 'plan');
    expect(rowWith(plan, first)).toEqual(expect.arrayContaining(['Promised', PROMISED, 150000, '=ask Ms Lee @ HQ', 'North']));
    expect(rowWith(plan, third)).toEqual(expect.arrayContaining(['-5% if paid by Friday', 'South']));
    expect(rowWith(plan, third)).not.toContain('Promised');
    expect(plan.flat().filter((cell) => cell === 'Promised')).toHaveLength(1);
    expect(plan.flat().filter((cell) => cell === 'Area')).toHaveLength(1);
    expect(numberOf(plan, first)).toBeGreaterThan(0);
  });

  test.each([['the second run', () => twice], ['the third run', () => thrice]])('the decision and the log of %s', async (_, file) => {
    const rejected = rowWith(await rowsOf(file(), 'matches'), 'not the same goods');
    expect(rejected).toEqual(expect.arrayContaining(['Rejected', 'Reject', decided[0]]));
    expect(rowWith(await rowsOf(file(), 'reconciliation-log'), 'J. Doe')).toEqual(expect.arrayContaining([SIGNED, 123.45]));
  });

  test('the ledgers are as they were, and there is no second set of sheets', async () => {
    const names = async (file: Uint8Array) => (await (await openXlsxWorkbook(file)).listSheets()).map(({ name, resultKey }) => [name, resultKey]);
    expect(await names(thrice)).toEqual(await names(once));
  });
});

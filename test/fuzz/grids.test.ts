/** Any grid at all: it is read, or refused in words; it never crashes the engine, never hangs it, and no row of it is lost. */
import fc from 'fast-check';
import { RunRefused, type RunOptions } from '../../src/engine';
import { createSession } from '../../src/engine/local-session';
import { Grid, TextPool } from '../../src/ledger/grid';
import { SHEET_ROLES, type Books, type Mapping } from '../../src/ledger/books';
import { readBooks } from '../../src/ledger/read';
import { LANGUAGES } from '../../src/texts';
import { fuzzedWorkbook, type FuzzedSheet } from './grids';
import { TIMEOUT_MILLISECONDS, tryInputs } from './support';

jest.setTimeout(TIMEOUT_MILLISECONDS);

function readSheets(sheets: readonly FuzzedSheet[], mappings: Readonly<Record<string, Mapping>>): Books {
  const texts = new TextPool();
  return readBooks(sheets.map(({ name, facts, rows }) => {
    const grid = new Grid(name, texts, facts);
    grid.appendRows(rows);
    return grid;
  }), { mappings });
}

const isFilled = (cell: unknown) => cell !== null && cell !== undefined && !(typeof cell === 'string' && cell.trim() === '');

/** Every filled row of a ledger's table is an entry, or is skipped with a reason, or is complained of; and never two of these. */
function expectNoRowLost(books: Books, sheets: readonly FuzzedSheet[]): void {
  for (const { name, facts, rows } of sheets) {
    const number = books.sheetNames.indexOf(name);
    const entryRows = new Set([books.ours, books.theirs].flatMap((ledger) => Array.from(ledger.row).filter((_, i) => ledger.sheet[i] === number)));
    const readings = books.sheets.filter((reading) => reading.sheet === name && (reading.role === 'our-ledger' || reading.role === 'customer-ledger') && reading.headerRow > 0);
    const skippedRows = new Set(readings.flatMap((reading) => reading.skipped.map(({ row }) => row)));
    const refusedRows = new Set(books.issues.filter((issue) => issue.sheet === name && issue.row !== null).map((issue) => issue.row));
    const inTable = new Set(readings.flatMap(({ headerRow, lastRow }) => Array.from({ length: lastRow - headerRow }, (_, i) => headerRow + 1 + i)));
    rows.forEach((cells, i) => {
      const row = i + (facts.firstRowIndex ?? 0) + 1;
      if (!inTable.has(row) || !cells.some(isFilled)) return;
      expect([name, row, entryRows.has(row) || skippedRows.has(row) || refusedRows.has(row)]).toEqual([name, row, true]);
      expect([name, row, entryRows.has(row) && skippedRows.has(row)]).toEqual([name, row, false]);
    });
    for (const reading of readings) {
      // A filled row below a table's last would be lost without a word.
      const last = Math.max(...readings.map(({ lastRow }) => lastRow));
      expect([name, reading.lastRow <= last]).toEqual([name, true]);
    }
  }
}

const roles = fc.dictionary(fc.constantFrom('Ledger', '应收明细账', '__proto__', 'constructor', 'North Ltd', ' '), fc.record({ role: fc.constantFrom(...SHEET_ROLES) }), { maxKeys: 2, noNullPrototype: true });
const asked = fc.record({ language: fc.constantFrom(...LANGUAGES), asOf: fc.constantFrom<number | null>(null, null, 46_050, 1, 2_958_465), roles });

async function runAll(sheets: readonly FuzzedSheet[], options: RunOptions): Promise<'done' | 'refused'> {
  const session = createSession();
  for (const { name, facts, rows } of sheets) {
    await session.openSheet(name, facts);
    await session.appendRows(name, rows);
  }
  const ledgers = await session.inspect(options);
  expect(ledgers.sheets.length + ledgers.issues.length).toBeGreaterThan(0);
  try {
    const summary = await session.run(options, () => {}, new AbortController().signal);
    for (const { customer, currency } of summary.customers.slice(0, 3)) await session.customer(customer, currency);
    await session.review();
    await session.plan();
    await session.trace(sheets[0].name, [1, 2, 3, 4, 5]);
    JSON.stringify(await session.json());
    for (const statementForm of ['activity', 'open-item'] as const) {
      for (const model of await session.sheets({ statements: 'all', statementForm })) {
        for (const table of model.tables) for (let i = 0; i < table.rowCount; i++) table.row(i);
        expect(model.name.length).toBeLessThanOrEqual(31);
      }
    }
    return 'done';
  } catch (error) {
    if (!(error instanceof RunRefused) || error.reason !== 'unreadable') throw error;
    for (const issue of error.issues) expect(issue.text).not.toMatch(/\{\w+\}|undefined|\[object/);
    expect(error.issues.length).toBeGreaterThan(0);
    return 'refused';
  }
}

test('any sheets are read and reconciled, or refused in words; no row is lost', async () => {
  const outcomes = { done: 0, refused: 0 };
  await tryInputs('Fuzzed grids', 80, fc.tuple(fuzzedWorkbook, asked), async ([sheets, { language, asOf, roles: mappings }]) => {
    expectNoRowLost(readSheets(sheets, mappings), sheets);
    outcomes[await runAll(sheets, { sheetLanguage: language, viewLanguage: language, asOf, mappings, mappingsByLayout: {}, aliases: {} })]++;
  });
  process.stdout.write(`Of them ${outcomes.done} reconciled, ${outcomes.refused} refused in words.\n`);
  expect(outcomes.done).toBeGreaterThan(15);
});

/** Expected cash is told in the same weeks wherever it stands: in the results, on the sheet, in the plan and in what it would be otherwise. */
import { createSession } from '../../src/engine/local-session';
import type { CellValue } from '../../src/ledger/grid';
import { formatIsoDay, parseIsoDay } from '../../src/units/day';

const HEADING = ['Date', 'Customer', 'Type', 'Document No', 'Debit', 'Credit'];
const day = (iso: string) => parseIsoDay(iso) as number;
const LINES: CellValue[][] = [[day('2026-06-01'), 'Harbour Stores', 'Invoice', 'INV-1001', 1200, ''], [day('2026-08-20'), 'Harbour Stores', 'Invoice', 'INV-1002', 800, '']];

/** A Wednesday: calendar weeks would begin before it. */
test('as of Wednesday 2026-09-30, weeks from Thursday on', async () => {
  const session = createSession();
  await session.openSheet('AR Ledger', {});
  await session.appendRows('AR Ledger', [HEADING, ...LINES]);
  const summary = await session.run({ sheetLanguage: 'en', viewLanguage: 'en', asOf: day('2026-09-30'), mappings: {}, mappingsByLayout: {}, aliases: {} }, () => {}, new AbortController().signal);
  const [plan, otherwise] = [await session.plan(), await session.whatIf({ 'collection.weights.age': 0 })];
  const sheet = (await session.sheets({ statements: 'none', statementForm: 'activity' })).find(({ key }) => key === 'key-figures');
  const table = sheet?.tables.find(({ name }) => name.startsWith('Duesheet_ExpectedCash'));
  const printed = Array.from({ length: table?.rowCount ?? 0 }, (_, row) => table?.row(row)[0]);
  expect(printed.slice(0, 3)).toEqual(['2026-10-01', '2026-10-08', '2026-10-15']);
  // A plan that misses a pay day reaches further than a likelihood does.
  for (const { expectedCash } of [summary.currencies[0], plan, otherwise]) expect(expectedCash.map(({ weekStartDay }) => formatIsoDay(weekStartDay)).slice(0, printed.length)).toEqual(printed);
});

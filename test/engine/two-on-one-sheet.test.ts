/** What the pane shows of a sheet on which our ledger and the customer's stand side by side. */
import { feed, type RunOptions } from '../../src/engine';
import { createSession } from '../../src/engine/local-session';
import type { CellValue } from '../../src/ledger/grid';
import { cells } from '../ledger/support';

const OPTIONS: RunOptions = { sheetLanguage: null, viewLanguage: 'en', asOf: null, mappings: {}, mappingsByLayout: {}, aliases: {} };
const SHEET: readonly (readonly CellValue[])[] = cells('Our books | | | Your books | |\nDate | Invoice no | Amount | Date | Your ref | Amount\n2026-01-05 | 1001 | 500 | 2026-01-06 | 1001 | 500\n2026-01-08 | 1002 | 70 | 2026-01-20 | 1003 | 90');

async function* chunks() {
  yield SHEET;
}

test('each ledger shows its own lines, and a row is traced on both sides', async () => {
  const session = createSession();
  await feed(session, { listSheets: async () => [{ name: 'Granite', rowCount: SHEET.length, columnCount: 6 }], openSheet: async () => ({ facts: {}, chunks: chunks() }) });
  const { sheets } = await session.inspect(OPTIONS);
  expect(sheets.map(({ role, preview }) => [role, preview.map(({ amountMinor }) => amountMinor)])).toEqual([['our-ledger', [50_000, 7_000]], ['customer-ledger', [50_000, 9_000]]]);
  await session.run(OPTIONS, () => {}, new AbortController().signal);
  expect((await session.trace('Granite', [3])).map(({ line, match }) => [line.side, match !== null])).toEqual([['ours', true], ['theirs', true]]);
});

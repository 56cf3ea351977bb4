/** A session that has run before, against one that sees the same sheets for the first time: every view, sheet and figure. */
import { feed, type RunOptions, type Session } from '../../src/engine';
import { createSession } from '../../src/engine/local-session';
import type { CellValue } from '../../src/ledger/grid';
import { makeTrade } from '../bench/trade';

type Rows = readonly (readonly CellValue[])[];
type Sheets = Readonly<Record<'我方' | '客户', Rows>>;

const OPTIONS: RunOptions = { sheetLanguage: null, viewLanguage: 'en', asOf: null, mappings: {}, mappingsByLayout: {}, aliases: {} };

async function run(session: Session, sheets: Sheets, options: Partial<RunOptions> = {}): Promise<void> {
  await feed(session, {
    listSheets: async () => Object.entries(sheets).map(([name, rows]) => ({ name, rowCount: rows.length, columnCount: rows[0].length })),
    openSheet: async (name) => ({ facts: {}, chunks: chunksOf(sheets[name as keyof Sheets]) }),
  });
  await session.run({ ...OPTIONS, ...options }, () => {}, new AbortController().signal);
}

async function* chunksOf(rows: Rows): AsyncGenerator<Rows> {
  yield rows;
}

/** All that anybody is shown, rows of the sheets included. */
async function shown(session: Session): Promise<string> {
  const models = await session.sheets({ statements: [0], statementForm: 'activity' });
  const tables = models.map((model) => ({ ...model, tables: model.tables.map((table) => ({ ...table, rows: Array.from({ length: table.rowCount }, (_, row) => table.row(row)) })) }));
  const shown = [await session.json(), await session.review(), await session.review('confirmed'), await session.plan(), tables];
  return JSON.stringify(shown, (key, value) => (key === 'milliseconds' ? undefined : value), 1);
}

const { ours, theirs } = makeTrade({ lines: 300, customers: 6, seed: 31, prices: 12 });
const start: Sheets = { 我方: ours, 客户: theirs };
const AMOUNT = 9;

const cell = (rows: Rows, row: number, column: number, value: CellValue): Rows => rows.with(row, rows[row].with(column, value));

test.each<[string, Sheets, Partial<RunOptions>]>([
  ['nothing', start, {}],
  ['an amount', { ...start, 我方: cell(ours, 1, AMOUNT, 4321.09) }, {}],
  ['a line put in at the top, and one taken out below', { ...start, 我方: [ours[0], ours[40], ...ours.slice(1, 60), ...ours.slice(61)] }, {}],
  ['the rows of theirs the other way round', { ...start, 客户: [theirs[0], ...theirs.slice(1).reverse()] }, {}],
  ['half of the workbook', { 我方: ours.slice(0, 150), 客户: theirs.slice(0, 60) }, {}],
  ['the day', start, { asOf: 45900 }],
])('after a change of %s everything is as if seen for the first time', async (_, changed, options) => {
  const [again, fresh] = [createSession(), createSession()];
  await run(again, start);
  await run(again, changed, options);
  await run(fresh, changed, options);
  expect(await shown(again)).toBe(await shown(fresh));
});

test('decisions made in between hold, and those taken back do not', async () => {
  const [again, fresh] = [createSession(), createSession()];
  await run(again, start);
  const waiting = (await again.review()).filter(({ kind }) => kind === 'suggested').map(({ key }) => key);
  expect(waiting.length).toBeGreaterThan(3);
  const decide = async (session: Session) => {
    await session.decide(waiting.slice(0, 2), 'accepted');
    await session.decide([waiting[2]], 'rejected');
  };
  for (const session of [again, fresh]) {
    await decide(session);
    await run(session, start);
  }
  expect(await shown(again)).toBe(await shown(fresh));
  await again.decide(waiting, null);
  await run(again, start);
  const untouched = createSession();
  await run(untouched, start);
  expect(await shown(again)).toBe(await shown(untouched));
});

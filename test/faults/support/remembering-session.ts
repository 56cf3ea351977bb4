/** The real engine, asked once for the same cells: thousands of trials feed it the same workbook. */
import type { LedgersView, RunOptions, Session, SheetModel, SummaryView } from '../../../src/engine';
import { createSession } from '../../../src/engine/local-session';

interface Answers {
  readonly ledgers: LedgersView;
  readonly summary: SummaryView;
  readonly models: readonly SheetModel[];
}

const answersByCells = new Map<string, Promise<Answers>>();

type Feed = readonly [method: 'openSheet' | 'appendRows', ...args: unknown[]];

export function rememberingSession(): Session {
  let fed: Feed[] = [];
  const answers = (options: RunOptions) => {
    const key = JSON.stringify(fed);
    let known = answersByCells.get(key);
    if (!known) answersByCells.set(key, (known = compute(fed, options)));
    return known;
  };
  let last: Promise<Answers>;
  const session: Pick<Session, 'clear' | 'openSheet' | 'appendRows' | 'inspect' | 'run' | 'sheets' | 'decide'> = {
    clear: async () => void (fed = []),
    openSheet: async (...args) => void fed.push(['openSheet', ...args]),
    appendRows: async (...args) => void fed.push(['appendRows', ...args]),
    inspect: async (options) => (await (last = answers(options))).ledgers,
    run: async (options) => (await (last = answers(options))).summary,
    sheets: async () => (await last).models,
    decide: async () => {},
  };
  return session as Session;
}

async function compute(fed: readonly Feed[], options: RunOptions): Promise<Answers> {
  const session = createSession();
  for (const [method, ...args] of fed) await (session[method] as (...args: unknown[]) => Promise<void>)(...args);
  const ledgers = await session.inspect(options);
  const summary = await session.run(options, () => {}, new AbortController().signal);
  const models = await session.sheets({ statements: 'none', statementForm: 'open-item' });
  return { ledgers, summary, models: models.map(withFewRows) };
}

const PLACED_ROWS_MAX = 30;

/** The settings' sheet is three hundred cells of one kind; a tenth of them shows as much. */
function withFewRows(model: SheetModel): SheetModel {
  if (model.key !== 'settings') return model;
  const anchors = Object.fromEntries(Object.entries(model.anchors ?? {}).filter(([, { rowIndex }]) => rowIndex < PLACED_ROWS_MAX));
  return { ...model, anchors, cells: model.cells.filter(({ rowIndex }) => rowIndex < PLACED_ROWS_MAX) };
}

/** The whole way that the pane goes, from rows to the rows of the result sheets, step by step. */
import { feed, type Session } from '../../src/engine';
import { createSession } from '../../src/engine/local-session';
import type { SheetModel } from '../../src/reports/sheet-model';
import { processorMilliseconds } from './clock';
import { CHUNK_ROWS, type supplyOfChunks } from './supply';

const OPTIONS = { sheetLanguage: null, viewLanguage: 'en', asOf: null, mappings: {}, mappingsByLayout: {}, aliases: {} } as const;

export interface EngineRun {
  /** By step, in milliseconds of processor time: intern, read, match, settle, age, plan, report. */
  readonly steps: Readonly<Record<string, number>>;
  readonly milliseconds: number;
  /** Every row of the result sheets made once, as an adapter asks for them; and the same cells as JSON both ways. */
  readonly drawn: { readonly cells: number; readonly milliseconds: number; readonly floorMilliseconds: number };
  /** Matches that are confirmed, as `ourRow~theirRow`. */
  readonly pairs: ReadonlySet<string>;
}

export async function runEngine(supply: ReturnType<typeof supplyOfChunks>): Promise<EngineRun> {
  const session = createSession();
  const start = processorMilliseconds();
  await feed(session, supply);
  const steps: Record<string, number> = { intern: processorMilliseconds() - start };
  await runInSteps(session, steps);
  const ran = processorMilliseconds();
  const models = await session.sheets({ statements: 'none', statementForm: 'activity' });
  steps.report = processorMilliseconds() - ran;
  const milliseconds = processorMilliseconds() - start;
  return { steps, milliseconds, drawn: draw(models), pairs: await confirmedPairs(session) };
}

async function runInSteps(session: Session, steps: Record<string, number>): Promise<void> {
  let [current, since] = ['read', processorMilliseconds()];
  const turnTo = (step: string) => {
    const now = processorMilliseconds();
    steps[current] = (steps[current] ?? 0) + now - since;
    [current, since] = [step, now];
  };
  await session.run(OPTIONS, ({ step }) => turnTo(step), new AbortController().signal);
  turnTo('');
}

function draw(models: readonly SheetModel[]): EngineRun['drawn'] {
  let [cells, milliseconds, floorMilliseconds] = [0, 0, 0];
  for (const table of models.flatMap((model) => model.tables)) {
    for (let from = 0; from < table.rowCount; from += CHUNK_ROWS) {
      const start = processorMilliseconds();
      const rows = Array.from({ length: Math.min(CHUNK_ROWS, table.rowCount - from) }, (_, i) => table.row(from + i));
      const made = processorMilliseconds();
      JSON.parse(JSON.stringify(rows));
      milliseconds += made - start;
      floorMilliseconds += processorMilliseconds() - made;
      cells += rows.length * table.columns.length;
    }
  }
  return { cells, milliseconds, floorMilliseconds };
}

async function confirmedPairs(session: Session): Promise<Set<string>> {
  const { matches } = (await session.json()) as { matches: { status: string; ours: { row: number }[]; theirs: { row: number }[] }[] };
  return new Set(matches.filter((match) => match.status === 'confirmed').flatMap((match) => match.ours.flatMap((a) => match.theirs.map((b) => `${a.row}~${b.row}`))));
}

/** The whole way that the pane goes, from rows to the rows of the result sheets, step by step. */
import { feed, type Session } from '../../src/engine';
import { createSession } from '../../src/engine/local-session';
import type { SheetModel } from '../../src/reports/sheet-model';
import { less, settleMemory, Stopwatch, sum, type Span } from './clock';
import { CHUNK_ROWS, type WireSheets } from './supply';

export const RUN_OPTIONS = { sheetLanguage: null, viewLanguage: 'en', asOf: null, mappings: {}, mappingsByLayout: {}, aliases: {} } as const;

export interface EngineRun {
  /** By step: intern, read, match, settle, age, plan, report. */
  readonly steps: Readonly<Record<string, Span>>;
  readonly engine: Span;
  /** By step up to the plan: a run again of the same session after one amount was changed. */
  readonly again: Readonly<Record<string, Span>>;
  /** Every row of the result sheets made once, as an adapter asks for them; and the same cells as JSON both ways. */
  readonly drawn: { readonly cells: number; readonly rows: Span; readonly floor: Span };
  /** Matches that are confirmed, as `ourRow~theirRow`. */
  readonly pairs: ReadonlySet<string>;
}

export async function runEngine(sheets: WireSheets): Promise<EngineRun> {
  const session = createSession();
  const watch = new Stopwatch();
  const steps = await runInSteps(session, sheets, false);
  watch.lap();
  const models = await session.sheets({ statements: 'none', statementForm: 'activity' });
  steps.report = watch.lap();
  const drawn = draw(models);
  const pairs = await confirmedPairs(session);
  settleMemory();
  return { steps, engine: sum(Object.values(steps)), drawn, pairs, again: await runInSteps(session, sheets, true) };
}

async function runInSteps(session: Session, sheets: WireSheets, isEdited: boolean): Promise<Record<string, Span>> {
  const parsedBefore = sheets.parsing;
  const watch = new Stopwatch();
  await feed(session, sheets.supply(isEdited));
  const steps: Record<string, Span> = { intern: less(watch.lap(), less(sheets.parsing, parsedBefore)) };
  let current = 'read';
  const turnTo = (step: string) => {
    // Matching tells of every customer: to ask the clock each time would stand in its time.
    if (step === current) return;
    steps[current] = sum([steps[current] ?? { processor: 0, wall: 0 }, watch.lap()]);
    current = step;
  };
  await session.run(RUN_OPTIONS, ({ step }) => turnTo(step), new AbortController().signal);
  turnTo('');
  return steps;
}

function draw(models: readonly SheetModel[]): EngineRun['drawn'] {
  let cells = 0;
  const made: Span[] = [];
  const floors: Span[] = [];
  for (const table of models.flatMap((model) => model.tables)) {
    for (let from = 0; from < table.rowCount; from += CHUNK_ROWS) {
      const watch = new Stopwatch();
      const rows = Array.from({ length: Math.min(CHUNK_ROWS, table.rowCount - from) }, (_, i) => table.row(from + i));
      made.push(watch.lap());
      JSON.parse(JSON.stringify(rows));
      floors.push(watch.lap());
      cells += rows.length * table.columns.length;
    }
  }
  return { cells, rows: sum(made), floor: sum(floors) };
}

async function confirmedPairs(session: Session): Promise<Set<string>> {
  const { matches } = (await session.json()) as { matches: { status: string; ours: { row: number }[]; theirs: { row: number }[] }[] };
  return new Set(matches.filter((match) => match.status === 'confirmed').flatMap((match) => match.ours.flatMap((a) => match.theirs.map((b) => `${a.row}~${b.row}`))));
}

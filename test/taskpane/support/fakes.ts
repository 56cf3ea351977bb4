/** A session, a workbook and surroundings that answer from sample views and note what they were asked. */
import type { Session } from '../../../src/engine';
import type { SheetModel } from '../../../src/engine';
import { createPane, type Pane } from '../../../src/taskpane/store';
import type { Surroundings } from '../../../src/taskpane/state';
import type { Language } from '../../../src/texts';
import { STEPS } from '../../../src/units/progress';
import type { CellArea, LiveWorkbookPort, SheetInfo } from '../../../src/workbook/port';
import { customerOf, ledgersOf, planOf, reviewOf, summaryOf, traceOf, wordsOf } from './sample-views';

/** What was asked, in order: the method's name, then its arguments. */
export type Asked = readonly [string, ...unknown[]];

export interface FakePane extends Pane {
  readonly asked: Asked[];
  readonly session: Session;
  readonly port: LiveWorkbookPort;
  /** What the user does in Excel. */
  change(sheet: string): void;
  select(area: CellArea): Promise<void>;
  argumentsOf(method: string): unknown[][];
}

export interface FakeOptions {
  readonly language?: Language;
  readonly session?: Partial<Session>;
  readonly port?: Partial<LiveWorkbookPort>;
  readonly remembered?: Readonly<Record<string, string>>;
  readonly surroundings?: Partial<Surroundings>;
}

const RESULT_KEYS = ['reconciliation', 'matches', 'differences', 'open-items', 'aging', 'plan', 'settings'];

export function fakePane(options: FakeOptions = {}): FakePane {
  const language = options.language ?? 'en';
  const asked: Asked[] = [];
  const listeners = { changed: (_sheet: string): void => {}, selected: async (_area: CellArea): Promise<void> => {} };
  const session = noting(asked, { ...fakeSession(language), ...options.session });
  const port = noting(asked, { ...fakePort(language, listeners, options.remembered ?? {}), ...options.port });
  const memory = new Map<string, string>();
  const surroundings: Surroundings = {
    now: () => performance.now(),
    wait: () => new Promise((resolve) => setTimeout(resolve, 1)),
    fetchSample: async () => new Uint8Array([80, 75]),
    copy: async (text) => void asked.push(['copy', text]),
    memory: { get: (key) => memory.get(key) ?? null, set: (key, value) => void memory.set(key, value) },
    ...options.surroundings,
  };
  const pane = createPane({ session, port, language, surroundings });
  return {
    ...pane,
    asked,
    session,
    port,
    change: (sheet) => listeners.changed(sheet),
    select: (area) => listeners.selected(area),
    argumentsOf: (method) => asked.filter(([name]) => name === method).map(([, ...rest]) => rest),
  };
}

/** A pane that has run: every view of a result can be shown. */
export async function fakePaneWithResult(options: FakeOptions = {}): Promise<FakePane> {
  const pane = fakePane(options);
  await pane.actions.start();
  await pane.actions.followSelection();
  await pane.actions.findLedgers();
  await pane.actions.run();
  return pane;
}

function fakeSession(language: Language): Session {
  const words = wordsOf(language);
  return {
    clear: async () => {},
    openSheet: async () => {},
    appendRows: async () => {},
    inspect: async () => ledgersOf(words, language),
    run: async (_options, onProgress) => {
      for (const step of STEPS.slice(0, 5)) onProgress({ step, done: 1, total: 1 });
      return summaryOf(words, language);
    },
    review: async () => reviewOf(words),
    decide: async () => {},
    matchByHand: async () => ({ key: 'by-hand', differenceMinor: 0 }),
    customer: async (customer, currency) => ({ ...customerOf(words, language), customer, currency }),
    trace: async () => [traceOf(words)],
    plan: async () => planOf(words, language),
    whatIf: async () => {
      const plan = planOf(words, language);
      const [first, second, ...rest] = plan.rows;
      return { ...plan, rows: [{ ...second, rank: 1 }, { ...first, rank: 2 }, ...rest] };
    },
    sheets: async (choice) => (choice.onlyStatements ? [{ key: 'statement-0' } as SheetModel] : []),
    json: async () => ({}),
  };
}

interface Listeners {
  changed: (sheet: string) => void;
  selected: (area: CellArea) => Promise<void>;
}

function fakePort(language: Language, listeners: Listeners, remembered: Readonly<Record<string, string>>): LiveWorkbookPort {
  const words = wordsOf(language);
  const userSheets: SheetInfo[] = [words.ours, words.theirs, words.theirs2].map((name) => ({ name, rowCount: 400, columnCount: 7, hidden: false, resultKey: null }));
  let written: SheetInfo[] = [];
  const kept: Record<string, string> = { ...remembered };
  return {
    listSheets: async () => [...userSheets, ...written],
    openSheet: async (name) => ({
      name,
      rowCount: 400,
      facts: {},
      chunks: (async function* () {
        yield [['a', 1]];
      })(),
    }),
    writeSheets: async (models, options) => {
      options?.onProgress?.({ step: 'write', done: 1, total: 1 });
      const keys = models.some((model) => model.key.startsWith('statement')) ? [...RESULT_KEYS, ...models.map((model) => model.key)] : RESULT_KEYS;
      written = keys.map((resultKey, i) => ({ name: words.sheets[i] ?? words.customers[0], rowCount: 10, columnCount: 4, hidden: false, resultKey }));
    },
    remembered: async () => kept,
    remember: async (values) => void Object.assign(kept, values),
    select: async () => {},
    activate: async () => {},
    onChanged: async (listener) => {
      listeners.changed = listener;
      return async () => {};
    },
    onSelected: async (listener) => {
      listeners.selected = async (area) => listener(area);
      return async () => {};
    },
    openAsNewWorkbook: async () => {},
  };
}

/** The same object with every call written down first. */
function noting<T extends object>(asked: Asked[], object: T): T {
  return Object.fromEntries(
    Object.entries(object).map(([name, method]) => [
      name,
      (...args: unknown[]) => {
        asked.push([name, ...args]);
        return (method as (...args: unknown[]) => unknown)(...args);
      },
    ]),
  ) as T;
}

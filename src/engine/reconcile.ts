/**
 * Runs the rooms in their order: grids become books, books become matches, matches and settlement become
 * open items, open items become classes, classes become a plan. Holds no rule of the trade.
 */
import { NO_DAY, type DaySerial } from '../units/units';
import { STEPS, throwIfCancelled, type OnProgress, type Step } from '../units/progress';
import type { Language, Message } from '../texts';
import { age } from '../aging/age';
import type { Aged } from '../aging/aged';
import type { Annotations } from '../annotations/annotations';
import { readAnnotations } from '../annotations/read';
import { planCollection } from '../collection/plan-collection';
import type { Plan } from '../collection/plan';
import type { Grid } from '../ledger/grid';
import type { Books, ReadOptions, SheetIssue } from '../ledger/books';
import { readBooks } from '../ledger/read';
import { matchBooks } from '../matching/match';
import type { MatchMemory } from '../matching/memory';
import { magnitudeIssues } from '../proof/magnitude';
import { prove } from '../proof/prove';
import type { Result } from '../reports/result';
import { settingsFrom } from '../settings/catalogue';
import type { Settings } from '../settings/settings';
import { settle } from '../settlement/settle';

export interface ReconcileOptions extends ReadOptions {
  /** null = the latest day in the ledgers. */
  readonly asOf?: DaySerial | null;
  /** Language of the sheets; null = the workbook's own. */
  readonly language?: Language | null;
  /** Decisions made since the sheets were written (the pane's review); they win over the sheets'. */
  readonly decisions?: Annotations['matchDecisions'];
  /** Setting cells that differ from the sheet's (the pane's what-if). */
  readonly settings?: Annotations['settings'];
  /** Of runs before over the same texts: only customers that changed are matched again. */
  readonly matchMemory?: MatchMemory;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/** What the sheets say, before anything is concluded from it. */
export interface Reading {
  readonly books: Books;
  readonly annotations: Annotations;
  readonly settings: Settings;
}

export function readWorkbook(grids: readonly Grid[], options: ReconcileOptions = {}): Reading {
  const read = readBooks(grids, options);
  const books: Books = { ...read, issues: [...read.issues, ...magnitudeIssues(read), ...(options.asOf ? [] : undatedIssues(read))] };
  const written = readAnnotations(grids, books);
  const { settings, problems } = settingsFrom({ ...written.settings, ...options.settings });
  const annotations: Annotations = {
    ...written,
    matchDecisions: lastOfEach([...written.matchDecisions, ...(options.decisions ?? [])]),
    problems: [...written.problems, ...problems.map((message) => ({ sheet: '', row: 0, message }))],
  };
  return { books, annotations, settings };
}

/** Where no line tells its day, there is no day to which anything could be reckoned. */
function undatedIssues({ sheets, ours, theirs, latestDay }: Books): readonly SheetIssue[] {
  const ledger = sheets.find(({ role, entryCount }) => entryCount > 0 && (role === 'our-ledger' || role === 'customer-ledger'));
  if (latestDay !== NO_DAY || ours.count + theirs.count === 0 || !ledger) return [];
  return [{ severity: 'error', sheet: ledger.sheet, row: ledger.headerRow || null, column: '', message: { code: 'engine.no-day' } }];
}

/** One decision for each match: the later wins. */
function lastOfEach(decisions: Annotations['matchDecisions']): Annotations['matchDecisions'] {
  const keyOf = ({ ourKeys, theirKeys }: Annotations['matchDecisions'][number]) => [ourKeys, theirKeys].map((keys) => [...keys].sort().join('+')).join('=');
  return [...new Map(decisions.map((decision) => [keyOf(decision), decision])).values()];
}

/** True where the ledgers can be worked with: no issue of severity `error`. */
export function isReadable(books: Books): boolean {
  return books.issues.every((issue) => issue.severity !== 'error');
}

/** The ledgers cannot be read; `books.issues` say where and what to do. */
export class Unreadable extends Error {
  constructor(readonly books: Books) {
    super('The ledgers cannot be read.');
    this.name = 'Unreadable';
  }
}

/** Plan and classes again from the same matches, for the what-if: cheap, since reading and matching stand. */
export function replan(result: Result, settings: Settings): Pick<Result, 'aged' | 'plan'> {
  const { books, reconciliation, annotations, settlement, asOf } = result;
  const aged: Aged = age(books, { asOf, reconciliation, settlement, annotations, settings: settings.aging });
  const plan: Plan = planCollection(books, { asOf, reconciliation, settlement, aged, annotations, settings: settings.collection });
  return { aged, plan };
}

/**
 * The whole job. Yields between steps so that a worker can hear a cancel.
 * @throws Unreadable when a ledger cannot be read, before anything is concluded from it.
 * @throws DoesNotFoot when what was concluded is not what the ledgers add up to.
 * @throws Cancelled when the signal is raised; nothing is kept then.
 */
export async function reconcile(grids: readonly Grid[], options: ReconcileOptions = {}): Promise<Result> {
  const clock = new StepClock(options);
  const { books, annotations, settings } = await clock.run('read', () => readWorkbook(grids, options));
  if (!isReadable(books)) throw new Unreadable(books);
  const asOf = options.asOf ?? books.latestDay;
  const reconciliation = await clock.run('match', () =>
    matchBooks(books, {
      asOf,
      settings: settings.matching,
      annotations,
      memory: options.matchMemory,
      onCustomer: (done, total, detail) => options.onProgress?.({ step: 'match', done, total, detail }),
      isCancelled: () => options.signal?.aborted ?? false,
    }),
  );
  const settlement = await clock.run('settle', () => settle(books, { asOf, reconciliation, annotations, settings: settings.settlement }));
  const aged = await clock.run('age', () => age(books, { asOf, reconciliation, settlement, annotations, settings: settings.aging }));
  const plan = await clock.run('plan', () => planCollection(books, { asOf, reconciliation, settlement, aged, annotations, settings: settings.collection }));
  const result: Result = { asOf, language: options.language ?? books.language, books, annotations: withProblems(annotations, settlement.problems ?? []), settings, reconciliation, settlement, aged, plan, milliseconds: clock.milliseconds };
  prove(result);
  return result;
}

/** What of the user's own words could not be followed is listed with what could not be read. */
function withProblems(annotations: Annotations, messages: readonly Message[]): Annotations {
  return messages.length === 0 ? annotations : { ...annotations, problems: [...annotations.problems, ...messages.map((message) => ({ sheet: '', row: 0, message }))] };
}

/** Runs steps one by one: says which is at work, lets a cancel in between, and keeps the time of each. */
class StepClock {
  readonly milliseconds = Object.fromEntries(STEPS.map((step) => [step, 0])) as Record<Step, number>;

  constructor(private readonly options: ReconcileOptions) {}

  async run<T>(step: Step, work: () => T): Promise<T> {
    this.options.onProgress?.({ step, done: 0, total: 1 });
    await new Promise((resume) => setTimeout(resume, 0));
    throwIfCancelled(this.options.signal);
    const start = performance.now();
    const result = work();
    this.milliseconds[step] = performance.now() - start;
    this.options.onProgress?.({ step, done: 1, total: 1 });
    return result;
  }
}

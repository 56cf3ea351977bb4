/**
 * The whole way from ledgers to result sheets, over the real office.js, with something going wrong at every
 * request in turn. Whatever it is: the user's sheets stay as they are, the results are the old ones or the new
 * ones whole, the pane says which, and a run in peace puts everything right.
 */
import { createExcelHost, type Workbook } from '../../../src/preview/host';
import { deleteSheet } from '../../../src/preview/host/model/edits';
import { LANGUAGES, say } from '../../../src/texts';
import { clone } from './clone';
import { leftOvers, resultsOf, unlike, usersSheets, type Results } from './content';
import type { Kind } from './mischiefs';
import { OURS, smallWorkbook } from './small-workbook';
import { tryAgain, tryRun, type Trial } from './trial';

/** The results of an earlier run, those the user has kept of them; the ledger has changed since. */
const KEPT = new Set(['Overview', 'Matches', 'Aging']);
/** Requests of the reading at which those mischiefs are tried that let a run go on; of the writing every second. */
const READ_REQUESTS_TRIED = [4, 9];

type Standing = 'old' | 'new' | 'new, pages as they are' | 'old, to be tidied' | 'new, to be tidied';

let start: Workbook;
let requestCount = 0;
let firstWriteRequest = 0;
const figures = new Map<Standing, number>();
/** Tried again in peace already: the adapter keeps nothing, so the same workbook and the same pane end alike. */
const triedAgain = new Set<string>();
/** Results of a run in peace by the user's sheets and the tabs that are taken. */
const peaceful = new Map<string, Results>();

let isWriting = () => false;

const realTimeout = globalThis.setTimeout;

/** Declares a test for each kind, which tries it at every request of a run in turn. */
export function tryAtEveryRequest(kinds: Readonly<Record<string, Kind>>): void {
  beforeAll(prepare);

  test.each(Object.entries(kinds))('%s', async (name, kind) => {
    const ends = await endsOf(kind);
    for (let request = 1; request <= requestCount; request++) {
      if (kind.runsOn && !isTriedRunningOn(request)) continue;
      await check(await tryRun(start, kind.at(request)), ends, `${name} at request ${request}`);
    }
  }, 240_000);

  afterAll(() => {
    globalThis.setTimeout = realTimeout;
    const tried = [...figures.values()].reduce((sum, count) => sum + count, 0);
    console.log(`faults tried: ${tried} (${Object.keys(kinds).length} kinds at up to ${requestCount} requests); results ${Array.from(figures, ([standing, count]) => `${standing}: ${count}`).join(', ')}; run again in peace: ${triedAgain.size} different ends`);
  });
}

/** The results of an earlier run, after which the ledger has changed; and a run that counts its requests. */
async function prepare(): Promise<void> {
  // No spy: it would keep every call, and with its closures every workbook of every trial.
  globalThis.setTimeout = atOnce(realTimeout);
  const { workbook } = await tryRun(await smallWorkbook(), {});
  for (const sheet of workbook.sheets.filter(({ name }) => resultsOf(workbook).tabs.includes(name) && !KEPT.has(name))) deleteSheet(workbook, sheet);
  workbook.sheetByName(OURS)!.cells.setValue(4, 4, 415.25);
  start = workbook;
  const counting = await tryRun(start, {
    begin: (_, pane) => (isWriting = () => pane.store.getState().job.state === 'running'),
    request: (number) => {
      requestCount = number;
      if (firstWriteRequest === 0 && isWriting()) firstWriteRequest = number;
      return null;
    },
  });
  expect([counting.state, counting.problem]).toEqual(['done', null]);
}

/** The adapter's and the pane's waits between two tries are nothing to wait for here. */
function atOnce(real: typeof setTimeout): typeof setTimeout {
  return ((work: () => void, milliseconds = 0) => real(work, milliseconds >= 250 && milliseconds <= 1000 ? 0 : milliseconds)) as typeof setTimeout;
}

/** What a kind of mischief may end in. */
interface Ends {
  readonly kind: Kind;
  /** The user's sheets as they were, and as a colleague left them. */
  readonly users: readonly string[];
  readonly old: readonly Results[];
  readonly new: readonly Results[];
}

/** Before the first trial: office.js speaks to one Excel at a time. */
async function endsOf(kind: Kind): Promise<Ends> {
  const starts = [start];
  if (kind.change) {
    const changed = clone(start);
    kind.change(createExcelHost({ workbook: changed }));
    starts.push(changed);
  }
  const results: Results[] = [];
  for (const workbook of starts) results.push(await resultsInPeace(workbook));
  return { kind, users: starts.map(usersSheets), old: starts.map(resultsOf), new: results };
}

function isTriedRunningOn(request: number): boolean {
  return request < firstWriteRequest ? READ_REQUESTS_TRIED.includes(request) : (request - firstWriteRequest) % 2 === 0;
}

async function check(trial: Trial, ends: Ends, where: string): Promise<void> {
  const { kind } = ends;
  const users = usersSheets(trial.workbook);
  const [results, left] = [resultsOf(trial.workbook), leftOvers(trial.workbook)];
  expect([where, ends.users.includes(users)]).toEqual([where, true]);
  const standing = standingOf(results, left, ends, where);
  figures.set(standing, (figures.get(standing) ?? 0) + 1);
  expectWords(trial, kind, standing, where);
  if (!kind.lasts && !kind.closesPane) expect([where, left]).toEqual([where, []]);
  await expectPeace(trial, kind, JSON.stringify([users, results, left]), where);
}

/** What a run in peace makes of a workbook. */
async function resultsInPeace(workbook: Workbook): Promise<Results> {
  const key = usersSheets(workbook);
  let results = peaceful.get(key);
  if (!results) peaceful.set(key, (results = resultsOf((await tryRun(workbook, {})).workbook)));
  return results;
}

function standingOf(results: Results, left: readonly string[], ends: Ends, where: string): Standing {
  const isOneOf = (all: readonly Results[], facet: 'contents' | 'pages') => all.some((each) => sameTexts(each[facet], results[facet]));
  if (isOneOf(ends.new, 'contents')) {
    // A page that cannot be set up, for want of a printer, is no reason to have no results.
    if (!isOneOf(ends.new, 'pages')) return 'new, pages as they are';
    return left.length === 0 ? 'new' : 'new, to be tidied';
  }
  if (!isOneOf(ends.old, 'contents')) throw new Error(`${where}: the results are neither the old ones nor the new ones, but ${JSON.stringify(results.tabs)}, left over ${JSON.stringify(left)}`);
  return left.length === 0 ? 'old' : 'old, to be tidied';
}

function sameTexts(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

function expectWords({ problem, state, pane }: Trial, kind: Kind, standing: Standing, where: string): void {
  for (const language of LANGUAGES) for (const message of problem ? [problem.happened, problem.kept, problem.advice] : []) expect(say(message, language)).not.toMatch(/\{\w+\}|^$/);
  const kept = problem?.kept.code ?? null;
  if (kept === 'pane.kept.unknown') return expect([where, kind.isDoubtful]).toEqual([where, true]);
  if (kind.closesPane) return;
  const saysNew = state === 'done' && !pane.store.getState().unwritten;
  expect([where, kept, state, saysNew ? 'new' : 'old']).toEqual([where, kept, state, standing.slice(0, 3)]);
  if (state === 'failed') expect(['pane.kept.start', 'pane.kept.read', 'pane.kept.run', 'pane.kept.write']).toContain(kept);
}

/** Excel is well again, and the user presses the button once more. */
async function expectPeace(trial: Trial, kind: Kind, stands: string, where: string): Promise<void> {
  const { workbook, pane } = trial;
  const { job, unwritten, ledgers } = pane.store.getState();
  const end = JSON.stringify([stands, job.state, unwritten, ledgers === null, kind.closesPane]);
  if (triedAgain.has(end)) return;
  triedAgain.add(end);
  workbook.isProtected = false;
  workbook.sheets.forEach((sheet) => (sheet.isProtected = false));
  const users = usersSheets(workbook);
  const expected = await resultsInPeace(workbook);
  const again = await tryAgain(trial, kind.closesPane === true);
  const { job: jobAgain } = again.store.getState();
  expect([where, jobAgain.state, jobAgain.state === 'failed' ? jobAgain.problem : null]).toEqual([where, 'done', null]);
  expect([where, usersSheets(workbook) === users, leftOvers(workbook)]).toEqual([where, true, []]);
  expect([where, ...unlike(resultsOf(workbook), expected)]).toEqual([where]);
}

/**
 * What blocks the pane: the add-in in Chromium beside the stand-in for Excel, from the first look at the ledgers
 * to the last sheet written. Both frames share one thread; the browser's long-task observer says which of them was
 * at work, and its trace how much of a task's time the processor spent on it.
 */
import { writeXlsx } from 'hucre/xlsx';
import type { Browser, Frame, Page } from 'playwright-core';
import { launch, openPage } from '../browser/support/browser';
import { startServer } from '../browser/support/server.mjs';
import { PaneWalk } from '../browser/support/walk';
import type { Span } from './clock';
import { OUR_SHEET, THEIR_SHEET } from './supply';
import { makeTrade, type TradeOptions } from './trade';

/** What a person notices. */
export const BLOCKED_MILLISECONDS = 100;
const STEP_MILLISECONDS_MAX = 600_000;

export interface PanePhase {
  readonly name: string;
  readonly wall: number;
  /** Tasks of the pane of 50 milliseconds and more, the longest first. */
  readonly longTasks: readonly Span[];
}

export interface PaneFigures {
  readonly lines: number;
  readonly phases: readonly PanePhase[];
}

interface LongTask {
  readonly start: number;
  readonly wall: number;
}

interface Watched extends Window {
  longTasks: LongTask[];
}

export async function measurePane(options: TradeOptions): Promise<PaneFigures> {
  const { ours, theirs } = makeTrade(options);
  const sheets = Object.entries({ [OUR_SHEET]: ours, [THEIR_SHEET]: theirs });
  const workbook = await writeXlsx({ sheets: sheets.map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]), columns: [{ numFmt: 'yyyy-mm-dd' }] })) });
  const server = await startServer('production');
  process.env.DUESHEET_ORIGIN = server.origin;
  const browser = await launch();
  try {
    const { page, pane } = await openPage(browser, { workbook, onPane: watchLongTasks });
    return { lines: ours.length + theirs.length - 2, phases: await watchPhases(browser, page, pane) };
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Runs in every frame before its own scripts. A task that another frame caused is not this one's. */
function watchLongTasks(): void {
  const watched = window as unknown as Watched;
  watched.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) if (name === 'self') watched.longTasks.push({ start: startTime, wall: duration });
  }).observe({ entryTypes: ['longtask'] });
}

async function watchPhases(browser: Browser, page: Page, pane: Frame): Promise<PanePhase[]> {
  const steps = new PaneWalk(page, pane);
  const patience = { timeout: STEP_MILLISECONDS_MAX };
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', '-*'] });
  const marks = [await pane.evaluate(() => performance.mark('bench').startTime)];
  const passed = async (name: string) => {
    marks.push(await pane.evaluate(() => performance.now()));
    return name;
  };
  const names: string[] = [];
  await steps.button('pane.first.find').click();
  await steps.heading('pane.ledgers.title').waitFor(patience);
  names.push(await passed('find the ledgers'));
  await steps.button('pane.ledgers.run').click();
  await pane.locator('[aria-current=step]', { hasText: steps.say('pane.step.write') }).waitFor(patience);
  names.push(await passed('reconcile'));
  await steps.heading('pane.results.title').waitFor(patience);
  names.push(await passed('write the sheets'));
  const tasks = await pane.evaluate(() => (window as unknown as Watched).longTasks);
  const spans = spansOf(tasks, marks[0], traceOf(await browser.stopTracing()));
  return names.map((name, at) => ({
    name,
    wall: marks[at + 1] - marks[at],
    longTasks: spans.filter((_, i) => tasks[i].start >= marks[at] && tasks[i].start < marks[at + 1]).sort((a, b) => b.wall - a.wall),
  }));
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: start, length by the wall clock, length of processor time. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

function traceOf(file: Buffer): readonly TraceEvent[] {
  return (JSON.parse(file.toString()) as { traceEvents: TraceEvent[] }).traceEvents;
}

/** Each task's processor time, found in the trace by where it begins. */
function spansOf(tasks: readonly LongTask[], markStart: number, events: readonly TraceEvent[]): Span[] {
  const mark = events.find(({ name }) => name === 'bench');
  if (!mark) throw new Error('The trace does not hold the mark from which its times count.');
  const own = events.filter(({ name, pid, tid, dur = 0 }) => name.endsWith('RunTask') && pid === mark.pid && tid === mark.tid && dur > 40_000);
  return tasks.map(({ start, wall }) => {
    const away = ({ ts }: TraceEvent) => Math.abs(markStart + (ts - mark.ts) / 1000 - start);
    const nearest = own.reduce<TraceEvent | null>((best, event) => (best === null || away(event) < away(best) ? event : best), null);
    return { wall, processor: nearest && away(nearest) < 20 ? (nearest.tdur ?? 0) / 1000 : wall };
  });
}

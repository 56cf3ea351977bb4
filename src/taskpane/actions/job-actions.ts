/** The main job: look at the workbook, read the ledgers, reconcile, write the sheets; and cancel. */
import type { LedgersView, RunOptions, SummaryView } from '../../engine';
import { formatIsoDay } from '../../units/day';
import type { OnProgress } from '../../units/progress';
import type { SheetInfo } from '../../workbook/port';
import { isResting, isWorking, type JobEvent } from '../job';
import { hasEngineEnded, isCancelled, problemOf, type Undertaking } from '../problem';
import { ProgressMeter } from '../progress-meter';
import { patiently, type Patience } from '../patience';
import { INITIAL_STATE, type Decisions, type PaneState } from '../state';
import { readWorkbookInto } from './reading';
import { forgetWritten, recallDecisions } from './deciding';
import { LAST_RUN_KEY, recallChoices, recallTheme, rememberChoices } from './remembering';
import { advance, announce, attempt, type Workbench } from './workbench';

export interface JobActions {
  /** Opens the pane: recalls what was chosen, and reads at once where this workbook has been reconciled before. */
  start(): Promise<void>;
  findLedgers(): Promise<void>;
  openSample(): Promise<void>;
  /** The one button: reads what has changed, reconciles, writes the sheets. */
  run(): Promise<void>;
  /** Writes the sheets of the result there is. */
  writeSheets(): Promise<void>;
  cancel(): void;
  leaveFailure(): void;
  freshenLedgers(): Promise<void>;
  readAnew(): Promise<void>;
}

/** Statements that the user has asked for stay until they are written anew. */
const isStatement = (key: string) => key.startsWith('statement');

export function jobActions(bench: Workbench): JobActions {
  return new Jobs(bench);
}

export function runOptions({ choices }: PaneState, viewLanguage: RunOptions['viewLanguage']): RunOptions {
  return { ...choices, viewLanguage };
}

class Jobs implements JobActions {
  private abort = new AbortController();
  /** True from when the job has a result to write. */
  private isWriting = false;
  /** True while the session holds the workbook's sheets, though perhaps as they were before an edit. */
  private sheetsHeld = false;
  /** True while what it holds is what the workbook has. */
  private sheetsCurrent = false;
  /** True while `ledgers` tells of the sheets that the session holds. */
  private ledgersCurrent = false;
  /** What was read last, by its size. */
  private sheetsRead: readonly SheetInfo[] = [];
  /** The decisions that the last run was given: written with its sheets. */
  private heeded: Decisions = {};

  constructor(private readonly bench: Workbench) {}

  start = async (): Promise<void> => {
    const { bench } = this;
    try {
      const { choices, ranBefore } = await recallChoices(bench.parts);
      const decisions = await recallDecisions(bench.parts);
      advance(bench, { event: 'opened' }, { choices, decisions, theme: recallTheme(bench.parts) });
      await bench.parts.port.onChanged(this.noteChange);
      if (ranBefore) await this.findLedgers();
    } catch (error) {
      advance(bench, { event: 'failed', problem: problemOf(error, 'start') });
    }
  };

  findLedgers = (): Promise<void> =>
    this.work({ event: 'reading-started' }, 'read', async (meter, patience) => {
      await this.readSheets(meter, patience);
      const ledgers = await this.inspect();
      advance(this.bench, { event: 'read' }, { ledgers, view: 'ledgers' });
      announce(this.bench, 'pane.said.read', { count: ledgers.sheets.filter((sheet) => sheet.role !== 'ignore').length });
    });

  openSample = (): Promise<void> =>
    attempt(this.bench, 'sample', async () => {
      const { port, surroundings } = this.bench.parts;
      await port.openAsNewWorkbook(await surroundings.fetchSample());
    });

  run = async (): Promise<void> => {
    const { bench } = this;
    if (!bench.get().ledgers) await this.findLedgers();
    if (!bench.get().ledgers?.canRun) return;
    await this.work({ event: 'run-started' }, 'run', async (meter, patience) => {
      if (!this.sheetsCurrent) await this.readSheets(meter, patience);
      const { decisions } = bench.get();
      const summary = await bench.parts.session.run(this.options(), meter.stepped, this.abort.signal);
      this.heeded = decisions;
      this.takeResult(summary);
      await this.write(meter, patience);
    });
  };

  writeSheets = (): Promise<void> => this.work({ event: 'run-started' }, 'write', (meter, patience) => this.write(meter, patience));

  cancel = (): void => {
    if (!isWorking(this.bench.get().job)) return;
    advance(this.bench, { event: 'progressed', progress: { cancelling: true } });
    this.abort.abort();
  };

  leaveFailure = (): void => advance(this.bench, { event: 'failure-read' });

  /** Shows the ledgers as they stand now: a run may have read the sheets since they were shown last. */
  freshenLedgers = async (): Promise<void> => {
    if (!this.ledgersCurrent) await this.readAnew();
  };

  /** After a correction: the ledgers are read anew from the cells the session holds, or fetched where it lost them. */
  readAnew = async (): Promise<void> => {
    if (!this.sheetsHeld) return this.findLedgers();
    await attempt(this.bench, 'read', async () => {
      this.bench.set({ inspecting: true });
      try {
        this.bench.set({ ledgers: await this.inspect() });
      } finally {
        this.bench.set({ inspecting: false });
      }
    });
  };

  /** One job with its progress, its cancel and its failure; two never run at once. */
  private async work(start: JobEvent, during: Undertaking, deed: (meter: ProgressMeter, patience: Patience) => Promise<void>): Promise<void> {
    const { bench } = this;
    if (!isResting(bench.get().job)) return;
    const abort = (this.abort = new AbortController());
    this.isWriting = false;
    advance(bench, start, { notice: null });
    // What is told late of one job is nothing to the next.
    const show = (progress: object) => this.abort === abort && isWorking(bench.get().job) && advance(bench, { event: 'progressed', progress });
    const patience: Patience = { wait: bench.parts.surroundings.wait, signal: this.abort.signal, onWaiting: (waitingForCell) => show({ waitingForCell }) };
    try {
      await deed(new ProgressMeter(bench.parts.surroundings, show), patience);
    } catch (error) {
      this.stop(error, during);
    }
  }

  /**
   * A cancel ends the session's worker, as does its failing, and with it the sheets and the result it held. What had
   * been concluded before the writing began stays on the screen, marked as not written.
   */
  private stop(error: unknown, during: Undertaking): void {
    const { bench, isWriting } = this;
    const cancelled = isCancelled(error);
    if (isWriting && cancelled) return advance(bench, { event: 'stopped', to: 'done' });
    this.loseSheets();
    const { summary, review, plan, customer, unwritten } = INITIAL_STATE;
    const lost = cancelled || hasEngineEnded(error) ? { summary, review, plan, customer, unwritten, view: 'ledgers' as const } : {};
    bench.set(lost);
    const back = bench.get().summary ? 'done' : bench.get().ledgers ? 'ready' : 'welcome';
    if (!cancelled) return advance(bench, { event: 'failed', problem: problemOf(error, isWriting ? 'write' : during), back });
    advance(bench, { event: 'stopped', to: back });
    announce(bench, 'pane.said.cancelled');
  }

  private async readSheets(meter: ProgressMeter, patience: Patience): Promise<void> {
    // Cleared first: a cell changed while we read counts as changed afterwards.
    this.bench.set({ changedSheets: [] });
    this.sheetsRead = await readWorkbookInto(this.bench.parts, meter, patience);
    this.sheetsHeld = true;
    this.sheetsCurrent = this.bench.get().changedSheets.length === 0;
    this.ledgersCurrent = false;
  }

  private async inspect(): Promise<LedgersView> {
    const ledgers = await this.bench.parts.session.inspect(this.options());
    this.ledgersCurrent = true;
    return ledgers;
  }

  private loseSheets(): void {
    this.sheetsHeld = false;
    this.sheetsCurrent = false;
  }

  private takeResult(summary: SummaryView): void {
    const { review, plan, customer, customerChoice, statements } = INITIAL_STATE;
    const { currency } = this.bench.get();
    const kept = summary.currencies.some((each) => each.currency === currency) ? currency : (summary.currencies[0]?.currency ?? null);
    this.bench.set({ summary, currency: kept, unwritten: true, view: 'results', review, plan, customer, customerChoice, statements, selection: null });
  }

  private async write(meter: ProgressMeter, patience: Patience): Promise<void> {
    this.isWriting = true;
    const { session, port } = this.bench.parts;
    const models = await session.sheets({ statements: 'none', statementForm: 'open-item' });
    const { signal } = this.abort;
    meter.stepped({ step: 'write', done: 0, total: models.length });
    await patiently((alive) => {
      const onProgress: OnProgress = (progress) => {
        alive();
        meter.stepped(progress);
      };
      return port.writeSheets(models, { onProgress, signal, keep: isStatement });
    }, patience);
    const summary = this.bench.get().summary as SummaryView;
    // The sheets we have just written are not those we read.
    this.sheetsCurrent = false;
    this.bench.set({ unwritten: false });
    // The new sheets stand: what fails from here on is said and takes nothing back.
    await attempt(this.bench, 'remember', () => patiently(() => this.rememberRun(summary), patience));
    advance(this.bench, { event: 'ran' });
    announce(this.bench, 'pane.said.done', { count: summary.counts.suggested });
  }

  private async rememberRun({ asOf }: SummaryView): Promise<void> {
    const { port } = this.bench.parts;
    const sheets = await port.listSheets();
    this.bench.set({ resultSheets: resultsAmong(sheets) });
    this.noteOthersChanges(sheets);
    await port.remember({ [LAST_RUN_KEY]: formatIsoDay(asOf) });
    await rememberChoices(this.bench.parts, this.bench.get().choices);
    await forgetWritten(this.bench, this.heeded);
  }

  /** Not every Excel tells of rows that a colleague inserted while we wrote; the sheets' sizes do. */
  private noteOthersChanges(sheets: readonly SheetInfo[]): void {
    const now = new Map(sheets.map((sheet) => [sheet.name, sheet]));
    for (const { name, rowCount, columnCount, resultKey } of this.sheetsRead) {
      const sheet = now.get(name);
      const isAsRead = sheet?.rowCount === rowCount && sheet.columnCount === columnCount;
      if (resultKey === null && !isAsRead) this.noteChange(name);
    }
  }

  private options(): RunOptions {
    return runOptions(this.bench.get(), this.bench.parts.language);
  }

  private noteChange = (sheet: string): void => {
    this.sheetsCurrent = false;
    const { changedSheets } = this.bench.get();
    if (!changedSheets.includes(sheet)) this.bench.set({ changedSheets: [...changedSheets, sheet] });
  };
}

/** Our sheets as they are called in the workbook now. */
export async function resultSheetsOf({ parts }: Workbench): Promise<PaneState['resultSheets']> {
  return resultsAmong(await parts.port.listSheets());
}

function resultsAmong(sheets: readonly SheetInfo[]): PaneState['resultSheets'] {
  return sheets.flatMap(({ name, resultKey }) => (resultKey ? [{ key: resultKey, name }] : []));
}

/** A session in this thread: the worker wraps it, tests and the command line use it as it is. */
import type { OnProgress } from '../units/progress';
import type { SheetRow } from '../units/units';
import { say } from '../texts';
import { Grid, TextPool, type CellValue, type GridFacts, type PackedRows } from '../ledger/grid';
import { EntryKeys, parseMatchKey } from '../ledger/entry-keys';
import type { MatchDecision } from '../annotations/annotations';
import { MatchMemory } from '../matching/memory';
import { modelSheets } from '../reports/model-sheets';
import { resultJson } from '../reports/result-json';
import type { Result } from '../reports/result';
import { DoesNotFoot } from '../proof/proof';
import { settingsFrom } from '../settings/catalogue';
import { readWorkbook, reconcile, replan, Unreadable, type ReconcileOptions } from './reconcile';
import { RunRefused, type LedgersView, type RunOptions, type Session, type SummaryView } from './session';
import { customerView } from './views/customer-view';
import { ledgersView } from './views/ledgers-view';
import { issueView } from './views/lines';
import { planView } from './views/plan-view';
import { confirmedReviews, waitingReviews } from './views/review-view';
import { summaryView } from './views/summary-view';
import { entriesOn, traceViews } from './views/trace-view';

/** What the thread in which the engine runs is asked, beyond what the pane asks of a session. */
export interface EngineSession extends Session {
  /** As `appendRows`, of rows that the pane's thread has packed. */
  appendPacked(sheet: string, rows: PackedRows): Promise<void>;
}

export function createSession(): EngineSession {
  return new LocalSession();
}

/** Texts of workbooks as they were are kept up to so many times those of the first. */
const TEXTS_GROWTH_MAX = 2;

class LocalSession implements EngineSession {
  /** They keep their numbers from run to run, by which matching knows that a line says what it said. */
  private texts = new TextPool();
  /** How many there were after their first run. */
  private firstTextCount = 0;
  private readonly matchMemory = new MatchMemory();
  private grids = new Map<string, Grid>();
  private options: RunOptions = { sheetLanguage: null, viewLanguage: 'en', asOf: null, mappings: {}, mappingsByLayout: {}, aliases: {} };
  private result: Result | null = null;
  /** By match key, in the order in which they were made. */
  private readonly decisions = new Map<string, MatchDecision>();

  async clear(): Promise<void> {
    this.grids = new Map();
    // By then most are of sheets that are gone.
    if (this.texts.size <= TEXTS_GROWTH_MAX * this.firstTextCount) return;
    this.texts = new TextPool();
    this.firstTextCount = 0;
  }

  async openSheet(name: string, facts: GridFacts, expectedRows = 0): Promise<void> {
    this.grids.set(name, new Grid(name, this.texts, facts, expectedRows));
  }

  async appendRows(sheet: string, rows: readonly (readonly CellValue[])[]): Promise<void> {
    this.opened(sheet).appendRows(rows);
  }

  async appendPacked(sheet: string, rows: PackedRows): Promise<void> {
    this.opened(sheet).appendPacked(rows);
  }

  async inspect(options: RunOptions): Promise<LedgersView> {
    this.options = options;
    return ledgersView(readWorkbook([...this.grids.values()], this.engineOptions()).books, options.viewLanguage);
  }

  async run(options: RunOptions, onProgress: OnProgress, signal: AbortSignal): Promise<SummaryView> {
    this.options = options;
    try {
      this.result = await reconcile([...this.grids.values()], { ...this.engineOptions(), matchMemory: this.matchMemory, onProgress, signal });
      this.firstTextCount ||= this.texts.size;
    } catch (error) {
      throw refusalOf(error, options);
    }
    return summaryView(this.result);
  }

  async review(which: Parameters<Session['review']>[0] = 'waiting') {
    const views = which === 'waiting' ? waitingReviews : confirmedReviews;
    return views(this.current(), this.keys(), this.options.viewLanguage);
  }

  async decide(keys: readonly string[], decision: 'accepted' | 'rejected' | null): Promise<void> {
    for (const key of keys) {
      if (decision) this.decisions.set(key, { ...parseMatchKey(key), decision, note: '' });
      else this.decisions.delete(key);
    }
  }

  async matchByHand(rows: readonly { readonly sheet: string; readonly row: SheetRow }[]) {
    const result = this.current();
    const { books } = result;
    const refused = (code: string) => ({ refused: say({ code }, this.options.viewLanguage) });
    const entriesOf = (side: 'ours' | 'theirs') => rows.flatMap(({ sheet, row }) => entriesOn(result, side, sheet, new Set([row])));
    const [ours, theirs] = [entriesOf('ours'), entriesOf('theirs')];
    if (ours.length === 0 || theirs.length === 0) return refused('engine.match-needs-both-sides');
    const accounts = new Set([
      ...ours.map((i) => `${books.ours.customer[i]}|${books.ours.currency[i]}`),
      ...theirs.map((i) => `${books.theirs.customer[i]}|${books.theirs.currency[i]}`),
    ]);
    if (accounts.size > 1) return refused('engine.match-needs-one-account');
    const sum = (amounts: Float64Array, entries: readonly number[]) => entries.reduce((total, entry) => total + amounts[entry], 0);
    const key = this.keys().matchKey(ours, theirs);
    await this.decide([key], 'accepted');
    return { key, differenceMinor: sum(books.ours.amountMinor, ours) - sum(books.theirs.amountMinor, theirs) };
  }

  async customer(...[customer, currency]: Parameters<Session['customer']>) {
    return customerView(this.current(), customer, currency, this.options.viewLanguage);
  }

  async trace(sheet: string, rows: readonly SheetRow[]) {
    return traceViews(this.current(), this.keys(), sheet, rows, this.options.viewLanguage);
  }

  async plan() {
    return planView(this.current(), this.options.viewLanguage);
  }

  async whatIf(change: Parameters<Session['whatIf']>[0]) {
    const result = this.current();
    const { settings } = settingsFrom({ ...result.annotations.settings, ...change });
    return planView({ books: result.books, settings, ...replan(result, settings) }, this.options.viewLanguage);
  }

  async sheets(choice: Parameters<Session['sheets']>[0]) {
    try {
      return modelSheets(this.current(), choice);
    } catch (error) {
      throw refusalOf(error, this.options);
    }
  }

  async json() {
    return resultJson(this.current());
  }

  private engineOptions(): ReconcileOptions {
    const { asOf, sheetLanguage, mappings, mappingsByLayout, aliases } = this.options;
    return { asOf, language: sheetLanguage, mappings, mappingsByLayout, aliases, decisions: [...this.decisions.values()] };
  }

  private opened(sheet: string): Grid {
    const grid = this.grids.get(sheet);
    if (!grid) throw new Error(`Rows came for the sheet "${sheet}" before it was opened.`);
    return grid;
  }

  private current(): Result {
    if (!this.result) throw new Error('Nothing has been run yet.');
    return this.result;
  }

  private keys(): EntryKeys {
    return EntryKeys.of(this.current().books);
  }
}

/** What the person at the pane or the command line is told; an error of any other kind as it is. */
function refusalOf(error: unknown, { viewLanguage }: RunOptions): unknown {
  if (error instanceof Unreadable) return new RunRefused(error.books.issues.filter((issue) => issue.severity === 'error').map((issue) => issueView(issue, viewLanguage)));
  if (error instanceof DoesNotFoot) return new RunRefused(error.messages.map((message) => issueView({ severity: 'error', sheet: '', row: null, column: '', message }, viewLanguage)), 'does-not-foot');
  return error;
}

/**
 * One user's work with one workbook, as the pane sees it: sheets go in, views come out. The session lives
 * in a web worker in the pane and in the same thread in tests and on the command line; everything that
 * crosses it is plain data. Sentences arrive in the language asked for.
 */
import type { DaySerial, MinorUnits, SheetRow } from '../units/units';
import type { CurrencyCode } from '../units/money';
import type { OnProgress } from '../units/progress';
import type { Language } from '../texts';
import type { CellValue, GridFacts } from '../ledger/grid';
import type { CustomerIndex, EntryKind, Field, Mapping, SheetRole, Side } from '../ledger/books';
import type { Category, MatchRule } from '../matching/reconciliation';
import type { CollectionClass } from '../aging/aged';
import type { Factor, PlanAction } from '../collection/plan';
import type { SheetModel } from '../reports/sheet-model';
export type { SheetModel };

export interface RunOptions {
  /** Language of the sheets; null = the workbook's own. */
  readonly sheetLanguage: Language | null;
  /** Language of the views' sentences. */
  readonly viewLanguage: Language;
  readonly asOf: DaySerial | null;
  /** Corrections by sheet name, and by layout (`SheetView.layoutKey`). */
  readonly mappings: Readonly<Record<string, Mapping>>;
  readonly mappingsByLayout: Readonly<Record<string, Mapping>>;
  readonly aliases: Readonly<Record<string, string>>;
}

/** A line of a ledger, as shown beside another. */
export interface LineView {
  readonly side: Side;
  readonly sheet: string;
  readonly row: SheetRow;
  readonly day: DaySerial;
  readonly kind: EntryKind;
  readonly kindText: string;
  readonly document: string;
  readonly references: string;
  readonly memo: string;
  readonly amountMinor: MinorUnits;
  readonly currency: CurrencyCode;
}

export interface IssueView {
  readonly severity: 'error' | 'warning';
  readonly sheet: string;
  readonly row: SheetRow | null;
  readonly column: string;
  readonly text: string;
}

export interface SheetView {
  readonly sheet: string;
  readonly role: SheetRole;
  readonly confidence: number;
  readonly runnerUp: { readonly role: SheetRole; readonly confidence: number } | null;
  readonly headerRow: SheetRow;
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  /** Heading text by column letters, for the pickers. */
  readonly headings: Readonly<Record<string, string>>;
  readonly layoutKey: string;
  readonly customer: string | null;
  readonly currency: CurrencyCode;
  readonly entryCount: number;
  readonly hiddenRowCount: number;
  readonly skipped: readonly { readonly row: SheetRow; readonly reason: string }[];
  readonly balance: 'proven' | 'broken' | 'none';
  readonly balanceBreakRow: SheetRow | null;
  readonly issues: readonly IssueView[];
  /** The first five entries as read. */
  readonly preview: readonly (LineView & { readonly customer: string })[];
}

export interface LedgersView {
  readonly sheets: readonly SheetView[];
  readonly issues: readonly IssueView[];
  /** Names joined on weaker evidence, for the user to say yes or no. */
  readonly joins: readonly { readonly alias: string; readonly sheet: string; readonly customer: string; readonly evidence: string }[];
  readonly customerNames: readonly string[];
  readonly canRun: boolean;
  readonly latestDay: DaySerial;
  readonly ledgerLanguage: Language;
}

export interface CurrencySummary {
  readonly currency: CurrencyCode;
  readonly oursMinor: MinorUnits;
  readonly theirsMinor: MinorUnits;
  readonly differenceMinor: MinorUnits;
  readonly unexplainedMinor: MinorUnits;
  readonly byCategory: readonly { readonly category: Category; readonly amountMinor: MinorUnits; readonly count: number }[];
  readonly classesMinor: Readonly<Record<CollectionClass, MinorUnits>>;
  readonly overdueMinor: MinorUnits;
  readonly expectedCash: readonly { readonly weekStartDay: DaySerial; readonly expectedMinor: MinorUnits; readonly sureMinor: MinorUnits }[];
  readonly keyFigures: readonly { readonly name: 'dso' | 'bestPossibleDso' | 'averageDaysDelinquent' | 'collectionEffectivenessPercent'; readonly now: number | null; readonly monthEnds: readonly { readonly day: DaySerial; readonly value: number | null }[] }[];
}

export interface CustomerLine {
  readonly customer: CustomerIndex;
  readonly name: string;
  readonly currency: CurrencyCode;
  readonly oursMinor: MinorUnits;
  readonly theirsMinor: MinorUnits;
  readonly hasTheirs: boolean;
  readonly differenceMinor: MinorUnits;
  readonly unexplainedMinor: MinorUnits;
  readonly overdueMinor: MinorUnits;
  readonly class: CollectionClass | null;
}

export interface SummaryView {
  readonly asOf: DaySerial;
  readonly sheetLanguage: Language;
  readonly currencies: readonly CurrencySummary[];
  readonly counts: { readonly entries: number; readonly matchedEntries: number; readonly confirmed: number; readonly suggested: number; readonly items: number; readonly skippedRows: number; readonly issues: number };
  readonly customers: readonly CustomerLine[];
  readonly milliseconds: number;
}

/** A match to look at, or an unexplained line with its nearest candidates (`kind: 'unexplained'`). */
export interface ReviewView {
  readonly key: string;
  readonly kind: 'suggested' | 'confirmed' | 'unexplained';
  readonly customer: string;
  readonly currency: CurrencyCode;
  readonly rule: MatchRule | null;
  readonly ruleText: string;
  readonly confidence: number;
  /** Size of what is at stake, for the order. Positive. */
  readonly amountMinor: MinorUnits;
  readonly differenceMinor: MinorUnits;
  readonly evidence: readonly string[];
  readonly ours: readonly LineView[];
  readonly theirs: readonly LineView[];
  readonly alternatives: readonly { readonly key: string; readonly ours: readonly LineView[]; readonly theirs: readonly LineView[]; readonly differenceMinor: MinorUnits }[];
  readonly decision: 'accepted' | 'rejected' | null;
}

export interface PlanRowView {
  readonly rank: number;
  readonly customer: CustomerIndex;
  readonly name: string;
  readonly currency: CurrencyCode;
  readonly rep: string;
  readonly region: string;
  readonly action: PlanAction;
  readonly actionText: string;
  readonly class: CollectionClass;
  readonly day: DaySerial;
  readonly askMinor: MinorUnits;
  readonly openMinor: MinorUnits;
  readonly overdueMinor: MinorUnits;
  readonly points: number;
  readonly parts: readonly { readonly factor: Factor; readonly points: number; readonly text: string }[];
}

export interface PlanView {
  readonly rows: readonly PlanRowView[];
  /** The settings under which it was made, for the what-if to start from; absent = the defaults. */
  readonly weights?: Readonly<Record<Factor, number>>;
  readonly repCount?: number | null;
  /** Weeks from the day after the as-of day, as in the summary. */
  readonly expectedCash: readonly { readonly currency: CurrencyCode; readonly weekStartDay: DaySerial; readonly expectedMinor: MinorUnits; readonly sureMinor: MinorUnits }[];
}

export interface CustomerView {
  readonly customer: CustomerIndex;
  readonly name: string;
  readonly currency: CurrencyCode;
  readonly oursMinor: MinorUnits;
  readonly theirsMinor: MinorUnits;
  readonly hasTheirs: boolean;
  /** Steps from our balance to theirs, in the order to draw them; they sum to theirs − ours. */
  readonly bridge: readonly { readonly category: Category; readonly categoryText: string; readonly amountMinor: MinorUnits; readonly count: number }[];
  readonly items: readonly { readonly category: Category; readonly categoryText: string; readonly amountMinor: MinorUnits; readonly text: string; readonly lines: readonly LineView[] }[];
  readonly aging: readonly { readonly bucket: string; readonly bucketText: string; readonly amountMinor: MinorUnits }[];
  readonly class: CollectionClass | null;
  readonly classText: string;
  readonly likelihood30: number | null;
  readonly likelihoodText: string;
  readonly lastReconciledDay: DaySerial | null;
  readonly nextReconciliationDay: DaySerial | null;
  readonly summary: string;
  readonly plan: PlanRowView | null;
}

/** Where a ledger row went. */
export interface TraceView {
  readonly line: LineView;
  readonly customer: string;
  readonly match: ReviewView | null;
  readonly item: { readonly categoryText: string; readonly text: string } | null;
  readonly settledBy: readonly { readonly line: LineView; readonly amountMinor: MinorUnits; readonly ruleText: string }[];
  readonly openMinor: MinorUnits | null;
}

export interface Session {
  /** Forgets every sheet. */
  clear(): Promise<void>;
  /** `expectedRows`: how many rows the host says will come. */
  openSheet(name: string, facts: GridFacts, expectedRows?: number): Promise<void>;
  appendRows(sheet: string, rows: readonly (readonly CellValue[])[]): Promise<void>;
  /** Reads the ledgers only. */
  inspect(options: RunOptions): Promise<LedgersView>;
  /** The whole job on the sheets given. Throws `RunRefused` where there can be no result, `Cancelled` when stopped. */
  run(options: RunOptions, onProgress: OnProgress, signal: AbortSignal): Promise<SummaryView>;
  /** What waits for a person: suggestions first, by amount; then what is unexplained. Or what is matched already: the largest of it. */
  review(which?: 'waiting' | 'confirmed'): Promise<readonly ReviewView[]>;
  /** Decisions hold from the next `run`; they are also written to the sheets. Undo by passing null. */
  decide(keys: readonly string[], decision: 'accepted' | 'rejected' | null): Promise<void>;
  /** Ties rows by hand; returns the key to undo it by. Rows must be of one customer and currency. */
  matchByHand(rows: readonly { readonly sheet: string; readonly row: SheetRow }[]): Promise<{ readonly key: string; readonly differenceMinor: MinorUnits } | { readonly refused: string }>;
  customer(customer: CustomerIndex, currency: CurrencyCode): Promise<CustomerView>;
  trace(sheet: string, rows: readonly SheetRow[]): Promise<readonly TraceView[]>;
  plan(): Promise<PlanView>;
  /** The plan as it would be with other settings; nothing is kept. */
  whatIf(change: SettingsChange): Promise<PlanView>;
  /** Models of the result sheets. `statements` names whose statements to add; the rest are always made. Throws `RunRefused` where a statement does not foot. */
  sheets(choice: SheetChoice): Promise<readonly SheetModel[]>;
  /** The contract's JSON. */
  json(): Promise<unknown>;
}

/** Setting keys (`collection.weights.age`) with their new values. */
export type SettingsChange = Readonly<Record<string, string | number | boolean>>;

export interface SheetChoice {
  readonly statements: 'none' | 'all' | readonly CustomerIndex[];
  readonly statementForm: 'activity' | 'open-item';
  /** Only the statements, for a workbook of their own. */
  readonly onlyStatements?: boolean;
}

/** Why a run is refused: the ledgers cannot be read, or what was concluded from them does not add up. */
export type RefusalReason = 'unreadable' | 'does-not-foot';

/** No result: says where and what to do. Nothing has been written. */
export class RunRefused extends Error {
  constructor(readonly issues: readonly IssueView[], readonly reason: RefusalReason = 'unreadable') {
    super(issues.map((issue) => issue.text).join('\n'));
    this.name = 'RunRefused';
  }
}

/** The engine's thread has ended or could not be started; the sheets and the result that it held are gone. */
export class EngineEnded extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EngineEnded';
  }
}

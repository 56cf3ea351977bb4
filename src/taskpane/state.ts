/** Everything that the pane knows at one moment: the one store's shape. */
import type { DaySerial, MinorUnits } from '../units/units';
import type { CurrencyCode } from '../units/money';
import type { Language, Message } from '../texts';
import type { CustomerIndex, CustomerView, LedgersView, LineView, Mapping, PlanView, ReviewView, Session, SettingsChange, SummaryView, TraceView } from '../engine';
import type { CellArea, LiveWorkbookPort } from '../workbook/port';
import type { Job } from './job';
import type { Problem } from './problem';

/** What the pane takes from outside, so that tests can stand in for all of it. */
export interface Surroundings {
  /** Milliseconds of a clock that only moves forward. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
  /** The sample workbook's bytes, from our own origin. */
  fetchSample(): Promise<Uint8Array>;
  copy(text: string): Promise<void>;
  /** Small values kept for this user on this machine. */
  readonly memory: { get(key: string): string | null; set(key: string, value: string): void };
}

export interface PaneParts {
  readonly session: Session;
  readonly port: LiveWorkbookPort;
  readonly language: Language;
  readonly surroundings: Surroundings;
}

/** The views between which the user moves once there is a result. */
export const VIEWS = ['results', 'review', 'customers', 'plan'] as const;
export type View = (typeof VIEWS)[number] | 'ledgers' | 'customer';

export type ThemeChoice = 'system' | 'light' | 'dark';

/** What the user has chosen for the next run; remembered in the workbook. */
export interface Choices {
  readonly asOf: DaySerial | null;
  readonly sheetLanguage: Language | null;
  readonly mappings: Readonly<Record<string, Mapping>>;
  readonly mappingsByLayout: Readonly<Record<string, Mapping>>;
  readonly aliases: Readonly<Record<string, string>>;
}

export type ReviewFilter = 'suggested' | 'unexplained' | 'confirmed';
export type Decision = 'accepted' | 'rejected';
/** By match key. */
export type Decisions = Readonly<Record<string, Decision>>;

/** One step that undo takes back. */
export type Deed = { readonly kind: 'decided'; readonly keys: readonly string[]; readonly before: Readonly<Record<string, Decision | null>>; readonly focus: string | null } | { readonly kind: 'matched'; readonly key: string };

export interface ReviewState {
  /** Null until asked for. */
  readonly items: readonly ReviewView[] | null;
  /** True once `items` holds the confirmed matches as well. */
  readonly confirmedLoaded: boolean;
  readonly filter: ReviewFilter;
  readonly activeKey: string | null;
  readonly deeds: readonly Deed[];
  /** Lines gathered to be matched by hand. */
  readonly hand: readonly LineView[];
  /** Why the last match by hand was refused, in the user's language. */
  readonly handRefused: string | null;
}

export interface PlanFilters {
  readonly rep: string;
  readonly class: string;
  readonly region: string;
  readonly action: string;
  /** First day of a week as text; '' for all. */
  readonly week: string;
}
export const NO_FILTERS: PlanFilters = { rep: '', class: '', region: '', action: '', week: '' };

export interface PlanState {
  readonly view: PlanView | null;
  readonly filters: PlanFilters;
  readonly change: SettingsChange;
  /** The plan under `change`; null where nothing is changed. */
  readonly whatIf: PlanView | null;
}

export interface CustomerChoice {
  readonly customer: CustomerIndex;
  readonly currency: CurrencyCode;
}

export interface PaneState {
  readonly job: Job;
  readonly view: View;
  readonly theme: ThemeChoice;
  readonly ledgers: LedgersView | null;
  /** True while the ledgers are read anew after a correction. */
  readonly inspecting: boolean;
  readonly choices: Choices;
  /** Sheets that the user has changed since they were read. */
  readonly changedSheets: readonly string[];
  readonly summary: SummaryView | null;
  /** True where the result sheets in the workbook are not those of this result. */
  readonly unwritten: boolean;
  readonly resultSheets: readonly { readonly key: string; readonly name: string }[];
  /** Sheets of the statements written since the run, by `statementId`. */
  readonly statements: Readonly<Record<string, string>>;
  readonly currency: CurrencyCode | null;
  readonly review: ReviewState;
  /** Made in the review and not yet in the matches sheet: the next run will heed them. */
  readonly decisions: Decisions;
  readonly plan: PlanState;
  readonly customerChoice: CustomerChoice | null;
  readonly customer: CustomerView | null;
  /** What the user has selected in the sheet, and where it went. */
  readonly selection: { readonly area: CellArea; readonly traces: readonly TraceView[] } | null;
  /** A failure that stops nothing, shown above the view. */
  readonly notice: Problem | null;
  /** Said once by a screen reader; `turn` tells one from the same words before it. */
  readonly announcement: (Message & { readonly turn: number }) | null;
  /** True while a statement is being written. */
  readonly writingStatement: boolean;
}

export const INITIAL_STATE: PaneState = {
  job: { state: 'starting' },
  view: 'results',
  theme: 'system',
  ledgers: null,
  inspecting: false,
  choices: { asOf: null, sheetLanguage: null, mappings: {}, mappingsByLayout: {}, aliases: {} },
  changedSheets: [],
  summary: null,
  unwritten: false,
  resultSheets: [],
  statements: {},
  currency: null,
  review: { items: null, confirmedLoaded: false, filter: 'suggested', activeKey: null, deeds: [], hand: [], handRefused: null },
  decisions: {},
  plan: { view: null, filters: NO_FILTERS, change: {}, whatIf: null },
  customerChoice: null,
  customer: null,
  selection: null,
  notice: null,
  announcement: null,
  writingStatement: false,
};

export function statementId({ customer, currency }: CustomerChoice): string {
  return `${customer}|${currency}`;
}

/** Sum of one side's lines, minor units. */
export function sumOf(lines: readonly LineView[]): MinorUnits {
  return lines.reduce((sum, line) => sum + line.amountMinor, 0);
}

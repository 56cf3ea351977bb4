/** What the preview page and the tests know of the stand-in for Excel. */
import type { FaultPlan } from './faults';
import type { Area } from './model/areas';
import type { CellValue } from './model/cells';
import type { CellFormat } from './model/format';
import type { Sheet } from './model/sheet';
import type { Workbook } from './model/workbook';

export interface HostOptions {
  readonly workbook: Workbook;
  /** Language of Excel's own surface, e.g. `zh-CN`; the pane's `Office.context.displayLanguage`. */
  readonly locale?: string;
  /** Requirement sets it claims; by default what Excel on the web has. */
  readonly requirementSets?: Readonly<Record<string, string>>;
  /** Evaluates formulas; without it a formula keeps the value it had, or 0. */
  readonly calculation?: Calculation;
  /** When and how it is to misbehave; for tests. */
  readonly faults?: FaultPlan;
}

/** The spreadsheet engine behind the formulas. */
export interface Calculation {
  /** Made ready when the first formula appears. */
  load(): Promise<void>;
  /** Evaluates the workbook's formulas and puts the values into the cells; returns the sheets that changed. */
  recalculate(workbook: Workbook): readonly Sheet[];
}

/** What the pane sent and was sent since the last `resetTraffic`. */
export interface Traffic {
  readonly syncs: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
}

/** `sheets`: a tab came, went, moved or was renamed. `cells`: content or looks of one sheet. */
export type HostChange =
  | { readonly kind: 'sheets' }
  | { readonly kind: 'cells'; readonly sheetId: string }
  | { readonly kind: 'selection' }
  /** The pane, which runs on where it is closed, asks to be seen. */
  | { readonly kind: 'pane-shown' }
  /** The pane asked for a new workbook with this content. */
  | { readonly kind: 'new-workbook'; readonly file: Uint8Array };

/** A cell as a grid shows it. */
export interface CellView {
  /** As displayed: the number format applied. */
  readonly text: string;
  /** The colour that the number format asks for (red negatives), over the font's. */
  readonly textColor: string | null;
  readonly value: CellValue;
  /** With the leading `=`. */
  readonly formula: string | null;
  readonly format: CellFormat;
  /** Where a click leads: `'Sheet'!A1` or a web address. */
  readonly link: string | null;
  /** The words of its drop-down. */
  readonly choices: readonly string[] | null;
  /** How much of the cell its data bar fills, 0 to 1, and in which colour. */
  readonly dataBar: { readonly share: number; readonly color: string } | null;
}

/** Answers to what the pane's office.js sends over `postMessage`; see `protocol/messages.ts`. */
export interface HostMessage {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number | string;
  readonly _origin: string;
  readonly _data: unknown;
  readonly _actionType?: number;
}

export interface ExcelHost {
  readonly workbook: Workbook;
  readonly locale: string;
  readonly traffic: Traffic;
  resetTraffic(): void;

  /** One `ProcessQuery`: body in, result out, both JSON text. Payload limits throw `PayloadError`. */
  processQuery(body: string, requestFlags?: number): Promise<string>;
  /** Answers one message of the pane; null when it needs no answer. */
  answer(message: HostMessage): Promise<Record<string, unknown> | null>;
  /** Messages that the host sends by itself: events, ribbon commands. */
  onMessage(listener: (message: Record<string, unknown>) => void): () => void;
  /** Runs a ribbon command (an action's function name) in the pane's runtime. */
  invokeCommand(functionName: string, controlId: string): void;

  /** Calls back after anything changed that a grid shows; returns how to stop. */
  subscribe(listener: (change: HostChange) => void): () => void;
  readonly activeSheet: Sheet;
  readonly selection: readonly Area[];
  cell(sheet: Sheet, row: number, column: number): CellView;

  // What the user does by hand.
  activate(sheetId: string): void;
  select(sheetId: string, areas: readonly Area[]): void;
  /** Types into a cell: text as from the keyboard, `=` starts a formula. Raises `onChanged`. */
  edit(sheetId: string, row: number, column: number, typed: string): Promise<void>;
  renameSheet(sheetId: string, name: string): void;
  deleteSheet(sheetId: string): void;
  /** While a cell is open for editing, the pane's calls fail with `InvalidOperationInCellEditMode`, or wait if they asked to. */
  beginCellEdit(): void;
  endCellEdit(): void;
  /** Evaluates formulas now rather than soon. */
  recalculate(): Promise<void>;
  /** The workbook as a file, its formulas evaluated. */
  save(): Promise<Uint8Array>;
}

/**
 * The narrow port between Duesheet and a workbook. Two adapters stand behind it, Office.js and .xlsx,
 * held to one contract test. It reads grids, writes sheet models and remembers settings; it knows no
 * rule of the trade.
 */
import type { OnProgress } from '../units/progress';
import type { CellValue, GridFacts } from '../ledger/grid';
import type { SheetModel } from '../reports/sheet-model';

export interface SheetInfo {
  readonly name: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly hidden: boolean;
  /** The key of the sheet model, where Duesheet wrote this sheet. */
  readonly resultKey: string | null;
}

/** One sheet on its way: facts first, then rows chunk by chunk. Dates are serial numbers (1900 system). */
export interface SheetSource {
  readonly name: string;
  readonly rowCount: number;
  readonly facts: GridFacts;
  readonly chunks: AsyncIterable<readonly (readonly CellValue[])[]>;
}

export interface WriteOptions {
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

export interface CellArea {
  readonly sheet: string;
  /** 0-based. */
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** What can go wrong at the edge, in terms the pane and the command line can explain. */
export type WorkbookFailure =
  | 'unreadable-file'
  | 'encrypted-file'
  | 'sheet-missing'
  | 'too-large'
  | 'sheet-protected'
  | 'workbook-protected'
  /** Opened for reading only, or with rights that do not let us write. */
  | 'read-only'
  /** Somebody else renamed, deleted or added what we were about. */
  | 'workbook-changed'
  /** Excel's session ended, or its server is not to be reached. */
  | 'session-lost'
  | 'cell-editing'
  /** Excel takes no call while one of its dialogs is open. */
  | 'dialog-open'
  | 'host';

export class WorkbookError extends Error {
  constructor(
    readonly failure: WorkbookFailure,
    /** Sheet, and whatever else the sentence needs; `results: 'unknown'` where Excel did not tell which results the workbook holds. */
    readonly details: Readonly<Record<string, string | number>>,
    message: string,
    override readonly cause?: unknown,
  ) {
    super(message);
    this.name = 'WorkbookError';
  }
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** What `listSheets` has said of the sheet: so much of it as will fit comes with the first call. */
  readonly listed?: Pick<SheetInfo, 'rowCount' | 'columnCount'>;
}

export interface WorkbookPort {
  listSheets(): Promise<readonly SheetInfo[]>;
  /** Values of the used range, in chunks that keep within the host's payload limit. */
  openSheet(name: string, options?: ReadOptions): Promise<SheetSource>;
  /**
   * Puts the result sheets into the workbook, all or none: they are built beside the old ones and swapped
   * at the end. Sheets whose key is not among the models are removed if Duesheet wrote them and `keep` does
   * not name them; sheets of the user's are never touched. A name already taken by the user gets a number.
   */
  writeSheets(models: readonly SheetModel[], options?: WriteOptions & { readonly keep?: (key: string) => boolean }): Promise<void>;
  /** Small texts kept inside the workbook (mappings, language, what was run last). */
  remembered(): Promise<Readonly<Record<string, string>>>;
  /** Adds to what is remembered; an empty text forgets. */
  remember(values: Readonly<Record<string, string>>): Promise<void>;
}

/** What only a live workbook can do; the pane asks for it, the command line has none. */
export interface LiveWorkbookPort extends WorkbookPort {
  /** Shows and selects an area; several rows of one sheet as one selection where the host can. */
  select(areas: readonly CellArea[]): Promise<void>;
  activate(sheet: string): Promise<void>;
  /** Calls back when cells of a sheet change by the user's hand; returns how to stop. */
  onChanged(listener: (sheet: string) => void): Promise<() => Promise<void>>;
  onSelected(listener: (area: CellArea) => void): Promise<() => Promise<void>>;
  /** Opens the models as a new workbook, where the host can. */
  openAsNewWorkbook(file: Uint8Array): Promise<void>;
}

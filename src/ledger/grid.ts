import type { SheetRow } from '../units/units';

/**
 * A sheet as the workbook port hands it over: columns, not rows of objects, so that a million lines
 * cost a few typed arrays. A cell is a tag beside a number; text is interned once in the pool.
 */
export type CellValue = string | number | boolean | null;

/** Texts by number. Number 0 is the empty text. Shared by all grids of one run. */
export class TextPool {
  private readonly numbers = new Map<string, number>([['', 0]]);
  private readonly texts: string[] = [''];

  intern(text: string): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.texts.length;
      this.texts.push(text);
      this.numbers.set(text, number);
    }
    return number;
  }

  at(number: number): string {
    return this.texts[number];
  }

  get size(): number {
    return this.texts.length;
  }
}

export enum CellTag {
  Empty = 0,
  Number = 1,
  /** `numbers` holds the text's number in the pool. */
  Text = 2,
  /** `numbers` holds 0 or 1. */
  Boolean = 3,
}

interface GridColumn {
  tags: Uint8Array;
  numbers: Float64Array;
  /** True when the sampled cells of this column carry a date number format. */
  looksDated: boolean;
}

/** What the host can tell of a sheet beside its values. All indices count from 0 within the grid. */
export interface GridFacts {
  /** 0-based index of the grid's first row and column on the sheet (a used range need not start at A1). */
  readonly firstRowIndex?: number;
  readonly firstColumnIndex?: number;
  /** Columns whose cells carry a date number format (in the host's sample). */
  readonly datedColumns?: readonly number[];
  readonly merges?: readonly { readonly rowIndex: number; readonly columnIndex: number; readonly rowCount: number; readonly columnCount: number }[];
  /** Rows that are hidden or filtered out. They are read like any other, and reported. */
  readonly hiddenRows?: readonly number[];
  /** Excel tables on the sheet: name and the header row's index. */
  readonly tables?: readonly { readonly name: string; readonly rowIndex: number; readonly columnIndex: number; readonly rowCount: number; readonly columnCount: number }[];
  /** Set when Duesheet itself wrote this sheet: the sheet model's key, and where its named columns are now. */
  readonly result?: { readonly key: string; readonly anchors: Readonly<Record<string, { readonly rowIndex: number; readonly columnIndex: number }>> };
}

/** Rows arrive in chunks and are interned as they come; reading starts when the last has been appended. */
export class Grid {
  rowCount = 0;
  columnCount = 0;
  private columns: GridColumn[] = [];
  private capacity = 0;

  constructor(
    readonly sheet: string,
    readonly texts: TextPool,
    readonly facts: GridFacts = {},
  ) {}

  /** Appends rows of cell values; dates are serial numbers. Rows may be of different lengths. */
  appendRows(rows: readonly (readonly CellValue[])[]): void {
    const width = rows.reduce((most, row) => Math.max(most, row.length), this.columnCount);
    this.reserve(this.rowCount + rows.length, width);
    for (const row of rows) {
      for (let c = 0; c < row.length; c++) this.put(this.columns[c], this.rowCount, row[c]);
      this.rowCount++;
    }
  }

  tag(rowIndex: number, columnIndex: number): CellTag {
    return columnIndex < this.columnCount ? this.columns[columnIndex].tags[rowIndex] : CellTag.Empty;
  }

  /** The number in a cell, the text's pool number for text; meaningless for an empty cell. */
  number(rowIndex: number, columnIndex: number): number {
    return this.columns[columnIndex].numbers[rowIndex];
  }

  /** The cell's text, `''` unless it is a text cell. */
  text(rowIndex: number, columnIndex: number): string {
    return this.tag(rowIndex, columnIndex) === CellTag.Text ? this.texts.at(this.number(rowIndex, columnIndex)) : '';
  }

  value(rowIndex: number, columnIndex: number): CellValue {
    switch (this.tag(rowIndex, columnIndex)) {
      case CellTag.Number:
        return this.number(rowIndex, columnIndex);
      case CellTag.Text:
        return this.text(rowIndex, columnIndex);
      case CellTag.Boolean:
        return this.number(rowIndex, columnIndex) === 1;
      default:
        return null;
    }
  }

  looksDated(columnIndex: number): boolean {
    return this.columns[columnIndex]?.looksDated ?? false;
  }

  /** The row as the user sees it on the sheet. */
  sheetRow(rowIndex: number): SheetRow {
    return rowIndex + (this.facts.firstRowIndex ?? 0) + 1;
  }

  /** The column's letters as the user sees them on the sheet. */
  columnLetters(columnIndex: number): string {
    return columnLetters(columnIndex + (this.facts.firstColumnIndex ?? 0));
  }

  private put(column: GridColumn, rowIndex: number, value: CellValue | undefined): void {
    if (value === null || value === undefined || value === '') return;
    if (typeof value === 'number') {
      column.tags[rowIndex] = CellTag.Number;
      column.numbers[rowIndex] = value;
    } else if (typeof value === 'string') {
      column.tags[rowIndex] = CellTag.Text;
      column.numbers[rowIndex] = this.texts.intern(value);
    } else {
      column.tags[rowIndex] = CellTag.Boolean;
      column.numbers[rowIndex] = value ? 1 : 0;
    }
  }

  private reserve(rows: number, width: number): void {
    if (rows > this.capacity) {
      this.capacity = Math.max(rows, Math.ceil(this.capacity * 1.5), 64);
      for (const column of this.columns) {
        column.tags = grown(column.tags, new Uint8Array(this.capacity));
        column.numbers = grown(column.numbers, new Float64Array(this.capacity));
      }
    }
    while (this.columns.length < width) {
      const looksDated = this.facts.datedColumns?.includes(this.columns.length) ?? false;
      this.columns.push({ tags: new Uint8Array(this.capacity), numbers: new Float64Array(this.capacity), looksDated });
    }
    this.columnCount = this.columns.length;
  }
}

function grown<T extends Uint8Array | Float64Array>(from: T, to: T): T {
  to.set(from as never);
  return to;
}

/** 0 → A, 26 → AA. */
export function columnLetters(columnIndex: number): string {
  let letters = '';
  for (let n = columnIndex + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** A whole small sheet at once: for tests and for sheets that arrive in one piece. */
export function gridOf(sheet: string, rows: readonly (readonly CellValue[])[], facts: GridFacts = {}, texts = new TextPool()): Grid {
  const grid = new Grid(sheet, texts, facts);
  grid.appendRows(rows);
  return grid;
}

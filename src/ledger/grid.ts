import type { SheetRow } from '../units/units';
import { TextPool } from './text-pool';

export { TextPool } from './text-pool';

/**
 * A sheet as the workbook port hands it over: columns, not rows of objects, so that a million lines
 * cost a few typed arrays. A cell is a tag beside a number; text is interned once in the pool.
 */
export type CellValue = string | number | boolean | null;

export enum CellTag {
  Empty = 0,
  Number = 1,
  /** `numbers` holds the text's number in the pool. */
  Text = 2,
  /** `numbers` holds 0 or 1. */
  Boolean = 3,
}

/** A column's cells by row. */
export interface ColumnCells {
  readonly tags: Uint8Array;
  readonly numbers: Float64Array;
}

interface GridColumn {
  tags: Uint8Array;
  numbers: Float64Array;
  /** True when the sampled cells of this column carry a date number format. */
  looksDated: boolean;
}

/** Some rows of a sheet as another thread takes them over without a copy: columns, and each text once. */
export interface PackedRows {
  readonly rowCount: number;
  readonly columns: readonly ColumnCells[];
  /** By the numbers that text cells hold. */
  readonly texts: readonly string[];
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

/** Rows whose cells are sorted into columns before the next come: they are still at hand in the processor's cache. */
const BLOCK_ROWS = 512;
/** Excel's own limit; no more is set aside on a promise. */
const ROWS_MAX = 1_048_576;

/** Rows arrive in chunks and are interned as they come; reading starts when the last has been appended. */
export class Grid {
  rowCount = 0;
  columnCount = 0;
  private columns: GridColumn[] = [];
  private capacity: number;

  /** `expectedRows`: what the host says will come; more or fewer may. */
  constructor(
    readonly sheet: string,
    readonly texts: TextPool,
    readonly facts: GridFacts = {},
    expectedRows = 0,
  ) {
    this.capacity = Math.min(expectedRows, ROWS_MAX);
  }

  /** Appends rows of cell values; dates are serial numbers. Rows may be of different lengths. */
  appendRows(rows: readonly (readonly CellValue[])[]): void {
    const width = rows.reduce((most, row) => Math.max(most, row.length), this.columnCount);
    this.reserve(this.rowCount + rows.length, width);
    for (let from = 0; from < rows.length; from += BLOCK_ROWS) {
      const to = Math.min(from + BLOCK_ROWS, rows.length);
      for (let c = 0; c < this.columnCount; c++) this.fill(this.columns[c], c, rows, from, to);
      this.rowCount += to - from;
    }
  }

  /** Appends rows that were packed elsewhere: as `appendRows` of the rows they were made of. */
  appendPacked({ rowCount, columns, texts }: PackedRows): void {
    this.reserve(this.rowCount + rowCount, Math.max(this.columnCount, columns.length));
    const numberOf = Float64Array.from(texts, (text) => this.texts.intern(text));
    columns.forEach((from, c) => {
      const to = this.columns[c];
      to.tags.set(from.tags, this.rowCount);
      for (let i = 0, at = this.rowCount; i < rowCount; i++, at++) to.numbers[at] = from.tags[i] === CellTag.Text ? numberOf[from.numbers[i]] : from.numbers[i];
    });
    this.rowCount += rowCount;
  }

  tag(rowIndex: number, columnIndex: number): CellTag {
    return columnIndex < this.columnCount ? this.columns[columnIndex].tags[rowIndex] : CellTag.Empty;
  }

  /** The number in a cell, the text's pool number for text; meaningless for an empty cell. */
  number(rowIndex: number, columnIndex: number): number {
    return this.columns[columnIndex].numbers[rowIndex];
  }

  /** A whole column for a loop over its rows; not to be kept while rows are appended. */
  cells(columnIndex: number): ColumnCells {
    return this.columns[columnIndex];
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

  /** The columns from `from` to before `to` as a sheet of their own, in whose places they stay; not to be appended to. */
  part(from: number, to: number): Grid {
    const { firstColumnIndex = 0, merges, ...facts } = this.facts;
    const inside = merges?.flatMap((area) => {
      const [left, right] = [Math.max(area.columnIndex, from), Math.min(area.columnIndex + area.columnCount, to)];
      return left < right ? [{ ...area, columnIndex: left - from, columnCount: right - left }] : [];
    });
    const part = new Grid(this.sheet, this.texts, { ...facts, firstColumnIndex: firstColumnIndex + from, merges: inside });
    part.columns = this.columns.slice(from, to);
    part.columnCount = part.columns.length;
    part.rowCount = this.rowCount;
    part.capacity = this.capacity;
    return part;
  }

  /** One column's cells of the rows from `from` to before `to`; below each other the same text often stands again. */
  private fill({ tags, numbers }: GridColumn, columnIndex: number, rows: readonly (readonly CellValue[])[], from: number, to: number): void {
    const { texts } = this;
    let text = '';
    let number = 0;
    for (let i = from, at = this.rowCount; i < to; i++, at++) {
      const row = rows[i];
      if (columnIndex >= row.length) continue;
      const value = row[columnIndex];
      if (typeof value === 'number') {
        tags[at] = CellTag.Number;
        numbers[at] = value;
      } else if (typeof value === 'string') {
        if (value === '') continue;
        if (value !== text) {
          text = value;
          number = texts.intern(value);
        }
        tags[at] = CellTag.Text;
        numbers[at] = number;
      } else if (typeof value === 'boolean') {
        tags[at] = CellTag.Boolean;
        numbers[at] = value ? 1 : 0;
      }
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

/** Rows ready to be handed to another thread, whose grid takes them with `appendPacked`. */
export function packRows(rows: readonly (readonly CellValue[])[]): PackedRows {
  const texts = new TextPool();
  const grid = new Grid('', texts, {}, rows.length);
  grid.appendRows(rows);
  const columns = Array.from({ length: grid.columnCount }, (_, c) => {
    const { tags, numbers } = grid.cells(c);
    return { tags: tags.subarray(0, rows.length), numbers: numbers.subarray(0, rows.length) };
  });
  return { rowCount: rows.length, columns, texts: texts.all() };
}

/** A whole small sheet at once: for tests and for sheets that arrive in one piece. */
export function gridOf(sheet: string, rows: readonly (readonly CellValue[])[], facts: GridFacts = {}, texts = new TextPool()): Grid {
  const grid = new Grid(sheet, texts, facts);
  grid.appendRows(rows);
  return grid;
}

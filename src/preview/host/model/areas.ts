/** Rectangles of cells and the A1 notation for them. All indices count from 0; sizes are at least 1. */

export const ROWS_MAX = 1_048_576;
export const COLUMNS_MAX = 16_384;

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const WHOLE_SHEET: Area = { row: 0, column: 0, rows: ROWS_MAX, columns: COLUMNS_MAX };

export function cellCount(area: Area): number {
  return area.rows * area.columns;
}

export function isSame(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

export function intersection(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** 0 → A, 26 → AA. */
export function letters(column: number): string {
  let text = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) text = String.fromCharCode(65 + ((n - 1) % 26)) + text;
  return text;
}

function columnOf(text: string): number {
  let column = 0;
  for (const letter of text.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** `A1:B2`, `A1`, `A:B` for whole columns, `1:3` for whole rows. */
export function address(area: Area, absolute = false): string {
  const mark = absolute ? '$' : '';
  const lastRow = area.row + area.rows;
  const lastColumn = letters(area.column + area.columns - 1);
  if (area.columns === COLUMNS_MAX) return `${mark}${area.row + 1}:${mark}${lastRow}`;
  if (area.rows === ROWS_MAX) return `${mark}${letters(area.column)}:${mark}${lastColumn}`;
  const first = `${mark}${letters(area.column)}${mark}${area.row + 1}`;
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${mark}${lastColumn}${mark}${lastRow}`;
}

const CELLS = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;
const COLUMNS = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

function between(rowA: number, columnA: number, rowB: number, columnB: number): Area | null {
  const area = { row: Math.min(rowA, rowB), column: Math.min(columnA, columnB), rows: Math.abs(rowA - rowB) + 1, columns: Math.abs(columnA - columnB) + 1 };
  const fits = area.row >= 0 && area.row + area.rows <= ROWS_MAX && area.column + area.columns <= COLUMNS_MAX;
  return fits ? area : null;
}

/** Reads an address without a sheet; null when it is none, or beyond the sheet's edge. */
export function parseAddress(text: string): Area | null {
  const cells = CELLS.exec(text);
  if (cells) {
    const [, column, row, lastColumn = column, lastRow = row] = cells;
    return between(Number(row) - 1, columnOf(column), Number(lastRow) - 1, columnOf(lastColumn));
  }
  const columns = COLUMNS.exec(text);
  if (columns) return between(0, columnOf(columns[1]), ROWS_MAX - 1, columnOf(columns[2]));
  const rows = ROWS.exec(text);
  return rows ? between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, COLUMNS_MAX - 1) : null;
}

export interface SheetReference {
  /** Null where the reference names no sheet. */
  readonly sheet: string | null;
  readonly address: string;
}

/** Splits `'Open items'!A1:B2` into the tab's name and the address. */
export function splitReference(text: string): SheetReference {
  const parts = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(text);
  if (!parts) return { sheet: null, address: text.replace(/^=/, '') };
  return { sheet: parts[1]?.replaceAll("''", "'") ?? parts[2], address: parts[3] };
}

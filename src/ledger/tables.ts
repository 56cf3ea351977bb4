import { parseAmountText } from './amount-text';
import { dayFromNumber, parseDateText } from './date-text';
import { CellTag, type Grid } from './grid';
import type { CellMemos } from './cell-memos';
import { termHeaderRow } from './term-matrix';
import { fieldsOfHeading } from './vocabulary/headings';
import { withLabels } from './vocabulary/lines';
import { headsOpening } from './vocabulary/openings';

/**
 * Tables on a sheet: where a header stands, how many rows it has, and which rows belong to it. A header
 * printed again (page breaks, a block per customer) continues its table; another header begins a new one.
 * All rows are indices within the grid.
 */
export interface Table {
  readonly grid: Grid;
  /** Rows of the first header; empty range (top > bottom) where there is none. */
  readonly headerTop: number;
  readonly headerBottom: number;
  /** Rows of every printing of the header. */
  readonly headerRows: ReadonlySet<number>;
  /** First row of titles above the header. */
  readonly titleTop: number;
  readonly lastRow: number;
  /** Heading by column, lines of a two-row header joined by a line break. */
  readonly headings: readonly string[];
  /** Set where the table is one of two that stand beside each other. */
  readonly half?: HalfTitles;
}

/** What stands above two tables beside each other, by whose it is. */
export interface HalfTitles {
  /** Above both. */
  readonly common: readonly string[];
  /** Above this one alone, without the words that say whose it is. */
  readonly own: readonly string[];
  readonly other: readonly string[];
}

interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly headings: readonly string[];
}

/** A header row of three cells or more may have this share of cells that no vocabulary knows. */
const LEAST_KNOWN_SHARE = 0.5;
/** A header told by its shape has this many cells, and lines of the ledger among so many rows below it. */
const SHAPED_CELLS_LEAST = 4;
const SHAPED_ROWS = 6;
/** Rows from the top in which the header of a list of openings stands. */
const OPENING_ROWS = 10;
/** `20260105`: no serial of a day is as large. */
const COMPACT_DAY_LEAST = 19_000_000;

export function findTables(grid: Grid, forcedHeaderRow: number | null, memos: CellMemos): Table[] {
  const headers = forcedHeaderRow === null ? findHeaders(grid, memos) : [headerAt(grid, forcedHeaderRow, forcedHeaderRow)];
  const tables: Table[] = [];
  for (let h = 0; h < headers.length; h++) {
    const first = headers[h];
    const rows = new Set(rowsOf(first));
    let last = h;
    while (last + 1 < headers.length && sameHeadings(first, headers[last + 1])) {
      last++;
      for (const row of rowsOf(headers[last])) rows.add(row);
    }
    const end = last + 1 < headers.length ? titleTopOf(grid, headers[last + 1].top, headers[last].bottom) - 1 : grid.rowCount - 1;
    const titleTop = tables.length === 0 ? 0 : tables[tables.length - 1].lastRow + 1;
    tables.push({ grid, headerTop: first.top, headerBottom: first.bottom, headerRows: rows, titleTop, lastRow: end, headings: first.headings });
    h = last;
  }
  return tables;
}

function rowsOf(header: Header): number[] {
  return Array.from({ length: header.bottom - header.top + 1 }, (_, i) => header.top + i);
}

function sameHeadings(a: Header, b: Header): boolean {
  return a.headings.length === b.headings.length && a.headings.every((heading, i) => heading === b.headings[i]);
}

/** Titles of the next table: rows above its header without numbers, up to the last line of the table before. */
export function titleTopOf(grid: Grid, headerTop: number, after: number): number {
  let top = headerTop;
  while (top - 1 > after && textCells(grid, top - 1).length <= 2 && !hasNumber(grid, top - 1)) top--;
  return top;
}

function findHeaders(grid: Grid, memos: CellMemos): Header[] {
  const headers: Header[] = [];
  for (let row = 0; row < grid.rowCount; row++) {
    if (!looksLikeHeader(grid, row, memos)) continue;
    const top = continuesHeader(grid, row - 1, memos) && (headers.at(-1)?.bottom ?? -1) < row - 1 ? row - 1 : row;
    let bottom = row;
    while (bottom - top < 2 && bottom + 1 < grid.rowCount && (continuesHeader(grid, bottom + 1, memos) || looksLikeHeader(grid, bottom + 1, memos))) bottom++;
    headers.push(headerAt(grid, top, bottom));
    row = bottom;
  }
  if (headers.length > 0) return headers;
  const shaped = headersByShape(grid);
  if (shaped.length > 0) return shaped;
  const [listed] = [termHeaderRow(grid), openingHeaderRow(grid)].filter((row) => row >= 0);
  return listed === undefined ? [] : [headerAt(grid, listed, listed)];
}

/** `客户 | 期初应收 | 期初应付`: the row above a list of openings, whose words no ledger prints; −1 where there is none. */
function openingHeaderRow(grid: Grid): number {
  for (let row = 0; row < Math.min(grid.rowCount - 1, OPENING_ROWS); row++) {
    const texts = textCells(grid, row);
    if (!hasNumber(grid, row) && texts.some(headsOpening) && texts.some((text) => fieldsOfHeading(text).some(({ field, weight }) => field === 'customer' && weight >= 0.8)) && hasNumber(grid, row + 1)) return row;
  }
  return -1;
}

/** Words above columns that nobody knows, told by what stands below them: days and amounts, row after row. */
function headersByShape(grid: Grid): Header[] {
  const headers: Header[] = [];
  for (let row = 0; row < grid.rowCount; row++) {
    const texts = textCells(grid, row);
    if (texts.length < SHAPED_CELLS_LEAST || hasNumber(grid, row) || new Set(texts).size < texts.length || texts.some((text) => /\d/.test(text) || text.length > 20)) continue;
    if (headsLines(grid, row)) headers.push(headerAt(grid, row, row));
  }
  return headers;
}

/** Whether two of the rows below print a day and an amount under headings of this row. */
function headsLines(grid: Grid, row: number): boolean {
  let lines = 0;
  for (let next = row + 1; next <= Math.min(row + SHAPED_ROWS, grid.rowCount - 1); next++) {
    let [days, amounts] = [0, 0];
    for (let c = 0; c < grid.columnCount; c++) {
      if (grid.text(row, c) === '') continue;
      const value = grid.value(next, c);
      if (typeof value === 'number' ? grid.looksDated(c) || (value > COMPACT_DAY_LEAST && dayFromNumber(value) !== null) : typeof value === 'string' && parseDateText(value) !== null) days++;
      else if (typeof value === 'number' || (typeof value === 'string' && parseAmountText(value) !== null)) amounts++;
    }
    if (days > 0 && amounts > 0) lines++;
  }
  return lines >= 2;
}

function looksLikeHeader(grid: Grid, row: number, memos: CellMemos): boolean {
  let texts = 0;
  let exact = 0;
  let partly = 0;
  let alternates = true;
  for (let c = 0; c < grid.columnCount; c++) {
    const tag = grid.tag(row, c);
    if (tag === CellTag.Number || tag === CellTag.Boolean) return false;
    if (tag !== CellTag.Text) continue;
    const weight = memos.headingness(grid.number(row, c));
    // `客户 | 苏州宏图 | 业务员 | 李敏`: labels with their values, not a header.
    alternates &&= weight >= 0.4 === (texts % 2 === 0);
    texts++;
    if (weight >= 0.8) exact++;
    else if (weight >= 0.4) partly++;
  }
  return !alternates && exact + partly >= 2 && exact >= 1 && (exact + partly * 0.7) / texts >= LEAST_KNOWN_SHARE && !repeatsOneWord(grid, row);
}

/** `期初余额 | 期初余额`: a line of the ledger, not a header. */
function repeatsOneWord(grid: Grid, row: number): boolean {
  return new Set(textCells(grid, row)).size < 2;
}

/** The other row of a two-row header: words of headings only, and no row of titles. */
function continuesHeader(grid: Grid, row: number, memos: CellMemos): boolean {
  if (row < 0 || hasNumber(grid, row)) return false;
  let texts = 0;
  for (let c = 0; c < grid.columnCount; c++) {
    if (grid.tag(row, c) !== CellTag.Text) continue;
    if (memos.headingness(grid.number(row, c)) < 0.4) return false;
    texts++;
  }
  return texts >= 2;
}

export function textCells(grid: Grid, row: number): string[] {
  const texts: string[] = [];
  for (let c = 0; c < grid.columnCount; c++) if (grid.tag(row, c) === CellTag.Text) texts.push(grid.text(row, c));
  return texts;
}

function hasNumber(grid: Grid, row: number): boolean {
  for (let c = 0; c < grid.columnCount; c++) if (grid.tag(row, c) === CellTag.Number) return true;
  return false;
}

export function headerAt(grid: Grid, top: number, bottom: number): Header {
  const headings: string[] = [];
  for (let c = 0; c < grid.columnCount; c++) {
    const lines: string[] = [];
    for (let row = top; row <= bottom; row++) {
      const text = (grid.text(row, c) || (row < bottom ? spanningText(grid, row, c, top, bottom) : '')).trim();
      if (text !== '' && text !== lines.at(-1)) lines.push(text);
    }
    headings.push(lines.join('\n'));
  }
  return { top, bottom, headings };
}

/** A heading over several columns stands in the first of them: by a merge, or by blanks above sub-headings. */
function spanningText(grid: Grid, row: number, column: number, top: number, bottom: number): string {
  const merge = grid.facts.merges?.find((area) => row >= area.rowIndex && row < area.rowIndex + area.rowCount && column >= area.columnIndex && column < area.columnIndex + area.columnCount);
  if (merge) return grid.text(merge.rowIndex, merge.columnIndex);
  if (grid.facts.merges?.some((area) => area.rowIndex >= top && area.rowIndex <= bottom)) return '';
  if (!grid.text(bottom, column)) return '';
  for (let c = column - 1; c >= 0 && grid.text(bottom, c); c--) if (grid.text(row, c)) return grid.text(row, c);
  return '';
}

/** Title texts above the header, top to bottom, left to right. */
export function titlesOf(table: Table): string[] {
  if (table.half) return [...table.half.common, ...table.half.own];
  const titles: string[] = [];
  for (let row = table.titleTop; row < table.headerTop; row++) titles.push(...withLabels(textCells(table.grid, row)));
  return titles.map((title) => title.trim()).filter(Boolean);
}

/** How wide a table's columns are, and which of its rows grow. */
import type { Column } from './columns';
import type { Page } from './page';
import type { RowFacts, TableRows } from './row-facts';
import { textWidth } from './text-width';

/**
 * So many rows may have heights of their own. Tables up to this long have their sentences wrapped; in longer
 * ones sentences run on, so that rows stay tight, and only names wrap.
 */
export const WRAPPED_ROWS_MAX = 5000;
/** Headings longer than this wrap, unless the column is wide anyway. */
const HEADING_WIDTH = 11;
const HEADING_GROWTH = 2;

/** Room for what a column shows, for what may be chosen in it, and to write. */
export function roomFor<Row>({ style, choices = [], widthMin = 0 }: Column<Row>, shownWidth: number): number {
  return Math.max(widthMin, shownWidth + (style.indent ?? 0) * 1.5, ...choices.map((choice) => textWidth(choice) + 2));
}

/** Gives the page's columns their widths; rows in which a heading, a sentence or a name wraps grow with it. `arrowWidth`: of a filter's, beyond the column's own margin. */
export function measureTable<Row>(page: Page, spec: TableRows<Row>, rowCount: number, facts: RowFacts, arrowWidth: number): void {
  spec.columns.forEach((column, columnIndex) => {
    if (column.hidden) return page.hide(columnIndex);
    const widthMax = widthMaxOf(column, facts.rowsByName.get(columnIndex));
    page.widen(columnIndex, fittedWidth(column, roomFor(column, facts.widths[columnIndex]), widthMax, arrowWidth));
    page.wrapHeading(columnIndex, column.heading);
    const isShort = rowCount <= WRAPPED_ROWS_MAX;
    if (column.style.wrap && (isShort || facts.widths[columnIndex] > widthMax)) wrapRows(page, spec, rowCount, columnIndex, isShort ? 0 : widthMax);
  });
}

/** A column of names is as wide as it must be for no more rows to wrap than may have heights of their own. */
function widthMaxOf<Row>({ widthMax }: Column<Row>, rowsByName: ReadonlyMap<string, number> = new Map()): number {
  const widestFirst = Array.from(rowsByName, ([name, rowCount]) => ({ width: textWidth(name), rowCount })).sort((a, b) => b.width - a.width);
  let wrappedRows = 0;
  for (const { width, rowCount } of widestFirst) {
    wrappedRows += rowCount;
    if (wrappedRows > WRAPPED_ROWS_MAX) return Math.max(width, widthMax);
  }
  return widthMax;
}

function wrapRows<Row>(page: Page, { rows, columns, currency }: TableRows<Row>, rowCount: number, columnIndex: number, fromWidth: number): void {
  const { shown } = columns[columnIndex];
  for (let i = 0; i < rowCount; i++) {
    const row = rows.at(i);
    const text = shown(row, currency(row));
    if (textWidth(text) > fromWidth) page.wrap(page.row + 1 + i, columnIndex, text);
  }
}

function fittedWidth<Row>({ heading }: Column<Row>, room: number, widthMax: number, arrowWidth: number): number {
  const width = textWidth(heading);
  const unbroken = Math.max(...heading.split(' ').map(unbrokenWidth)) + arrowWidth;
  const fitted = Math.max(room, unbroken, Math.min(width + arrowWidth, HEADING_WIDTH));
  // A heading that all but fits has its line for itself: the arrow, which stands in the cell, would cover its end.
  return Math.min(widthMax, width > fitted && width <= fitted + HEADING_GROWTH ? width : fitted);
}

/** Han text may break anywhere; four characters to the line look like a heading. */
function unbrokenWidth(word: string): number {
  const width = textWidth(word);
  return /[\u2e80-\uffff]/.test(word) ? Math.min(width, 8.4) : width;
}

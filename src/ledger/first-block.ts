import type { RowCells } from './row-cells';
import { isNoise } from './sheet-names';
import type { Table } from './tables';
import { labelledCode, labelledCustomer, labelledKeeper, labelledSupplier, mayBeName } from './vocabulary/lines';
import { isSheetTitle } from './vocabulary/sheets';

/**
 * Accounts one below the other, each under a name and a header of its own: the name above the first header is
 * the first account's, though a name in that place is otherwise that of whoever keeps the ledger. `null` where
 * the further headers stand under no name, or under a title of the page.
 */
export function firstBlock(table: Table, cells: RowCells, titles: ReadonlySet<string>): { readonly row: number; readonly name: string } | null {
  const further = Math.min(...[...table.headerRows].filter((row) => row > table.headerBottom));
  if (further === Infinity) return null;
  const nextName = nameAlone(cells, rowAbove(table, cells, further));
  if (nextName === '' || titles.has(nextName)) return null;
  const row = rowAbove(table, cells, table.headerTop);
  const name = nameAlone(cells, row);
  return name === '' ? null : { row, name };
}

/** The filled row next above; −1 where there is none. */
function rowAbove(table: Table, cells: RowCells, row: number): number {
  for (let above = row - 1; above >= table.titleTop; above--) if (!cells.isBlank(above)) return above;
  return -1;
}

/** The name that is all a row says; '' where it says more or something else. */
function nameAlone(cells: RowCells, row: number): string {
  const texts = row < 0 ? [] : cells.textsOf(row);
  const [text] = texts;
  if (texts.length !== 1 || cells.hasAmounts(row) || isSheetTitle(text) || isNoise(text) || !mayBeName(text)) return '';
  return [labelledCustomer, labelledCode, labelledSupplier, labelledKeeper].some((labelOf) => labelOf(text) !== null) ? '' : text;
}

/** A sheet model's contents as blocks of values and of formulas, each as large as one action should be. */
import type { CellContent, LinkTarget, PlacedCell, SheetModel, TableModel } from '../../reports/sheet-model';
import { tableRowCount } from '../table-look';
import { headingsOf } from '../xlsx/table-part';
import { cellInput, formulaInput, isFormula, linkInput, type CellInput } from './cell-input';
import { rowBytes } from './payload';
import { hasLinkFormulas } from './write-links';
import { RANGE_BYTES, SET_BYTES, rangeAt, type Step } from './write-queue';

/** office.js cuts a larger write into pieces of this many cells by itself, with more about each. */
const BLOCK_CELLS = 1500;
/** Placed cells closer than this share a block, with nulls between them. */
const ROW_GAP_MAX = 3;

export interface CellStep extends Step {
  /** Rows of the model that are written with it, for the progress bar. */
  readonly rows: number;
}

type Facet = 'values' | 'formulas' | 'numberFormat';

export function blockStep(facet: Facet, rowIndex: number, columnIndex: number, block: readonly (readonly CellInput[])[]): CellStep {
  let bytes = RANGE_BYTES + SET_BYTES;
  for (const row of block) bytes += rowBytes(row);
  return { bytes, rows: block.length, run: (sheet) => void (rangeAt(sheet, rowIndex, columnIndex, block.length, block[0].length)[facet] = block as never) };
}

export interface TableWatch {
  readonly onFormula: (table: TableModel, column: number) => void;
  /** As a formula writes it. */
  readonly referenceTo: (target: LinkTarget) => string;
}

/** Everything but formulas: what is placed by hand, and the tables' headings, rows and totals. */
export function* valueSteps(model: SheetModel, watch: TableWatch): Generator<CellStep> {
  for (const band of bandsOf(model.cells)) yield* bandSteps(band, 'values', cellInput);
  for (const table of model.tables) yield* tableValueSteps(table, watch);
}

function* tableValueSteps(table: TableModel, { onFormula, referenceTo }: TableWatch): Generator<CellStep> {
  const { rowIndex, columnIndex, columns, rowCount } = table;
  yield blockStep('values', rowIndex, columnIndex, [headingsOf(table).map(cellInput)]);
  const rowsPerBlock = Math.max(1, Math.floor(BLOCK_CELLS / columns.length));
  const linked = hasLinkFormulas(table) ? linkedInput(table, referenceTo) : null;
  for (let from = 0; from < rowCount; from += rowsPerBlock) {
    const block: CellInput[][] = [];
    for (let index = from; index < Math.min(from + rowsPerBlock, rowCount); index++) {
      const row = table.row(index);
      block.push(columns.map((_, i) => linked?.(index, i, row[i]) ?? cellInput(row[i])));
      row.forEach((content, i) => isFormula(content) && onFormula(table, i));
    }
    yield blockStep('values', rowIndex + 1 + from, columnIndex, block);
  }
}

/** What a linked cell is written as; null for a cell without a link. */
function linkedInput(table: TableModel, referenceTo: TableWatch['referenceTo']) {
  return (index: number, column: number, content: CellContent | undefined): CellInput => {
    const target = table.link?.(index, table.columns[column].key);
    return target ? linkInput(content, referenceTo(target)) : null;
  };
}

/** Totals stand below the table's body; they are written when the table has its totals row. */
export function totalsSteps(table: TableModel, renamed: (formula: string) => string): CellStep[] {
  if (!table.totals) return [];
  const rowIndex = table.rowIndex + tableRowCount(table) - 1;
  const inputs = table.columns.map(({ total }) => formulaInput(total, renamed) ?? cellInput(total));
  return [blockStep('formulas', rowIndex, table.columnIndex, [inputs])];
}

/** Formulas of placed cells and of the table columns that were seen to hold some. */
export function* formulaSteps(model: SheetModel, columnsWithFormulas: (table: TableModel) => Iterable<number>, renamed: (formula: string) => string): Generator<CellStep> {
  const input = (content: CellContent) => formulaInput(content, renamed);
  const placed = model.cells.filter(({ content }) => isFormula(content));
  for (const band of bandsOf(placed)) yield* bandSteps(band, 'formulas', input);
  for (const table of model.tables) {
    for (const column of columnsWithFormulas(table)) {
      for (let from = 0; from < table.rowCount; from += BLOCK_CELLS) {
        const count = Math.min(BLOCK_CELLS, table.rowCount - from);
        yield blockStep('formulas', table.rowIndex + 1 + from, table.columnIndex + column, Array.from({ length: count }, (_, i) => [input(table.row(from + i)[column] ?? null)]));
      }
    }
  }
}

/** Placed cells in runs of neighbouring rows. */
export function bandsOf(cells: readonly PlacedCell[]): PlacedCell[][] {
  const bands: PlacedCell[][] = [];
  let lastRow = -Infinity;
  for (const cell of [...cells].sort((a, b) => a.rowIndex - b.rowIndex || a.columnIndex - b.columnIndex)) {
    if (cell.rowIndex - lastRow > ROW_GAP_MAX) bands.push([]);
    bands.at(-1)!.push(cell);
    lastRow = cell.rowIndex;
  }
  return bands;
}

function* bandSteps(band: readonly PlacedCell[], facet: 'values' | 'formulas', input: (content: CellContent) => CellInput): Generator<CellStep> {
  yield* gridSteps(facet, band.map(({ rowIndex, columnIndex, content }) => ({ rowIndex, columnIndex, input: input(content) })).filter((cell) => cell.input !== null));
}

/** Single cells as blocks that leave alone what lies between them. */
export function* gridSteps(facet: Facet, cells: readonly { readonly rowIndex: number; readonly columnIndex: number; readonly input: CellInput }[]): Generator<CellStep> {
  if (cells.length === 0) return;
  const left = cells.reduce((least, cell) => Math.min(least, cell.columnIndex), Infinity);
  const width = cells.reduce((most, cell) => Math.max(most, cell.columnIndex), 0) - left + 1;
  const rowsPerBlock = Math.max(1, Math.floor(BLOCK_CELLS / width));
  const rows = new Map<number, CellInput[]>();
  for (const { rowIndex, columnIndex, input } of cells) {
    let row = rows.get(rowIndex);
    if (!row) rows.set(rowIndex, (row = Array<CellInput>(width).fill(null)));
    row[columnIndex - left] = input;
  }
  const indices = Array.from(rows.keys()).sort((a, b) => a - b);
  for (let at = 0; at < indices.length; ) {
    const top = indices[at];
    const block: CellInput[][] = [];
    while (at < indices.length && indices[at] - top < rowsPerBlock) {
      while (block.length < indices[at] - top) block.push(Array<CellInput>(width).fill(null));
      block.push(rows.get(indices[at++])!);
    }
    yield blockStep(facet, top, left, block);
  }
}

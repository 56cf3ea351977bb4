/** What must hold for every set of sheets, whatever the ledgers. */
import { DEFAULT_ROW_HEIGHT, type SheetModel } from '../../src/reports/sheet-model';
import { lineCount, numberWidth } from '../../src/reports/text-width';
import { formulaValue } from './formula-value';
import { ModelGrid } from './model-grid';

const FORBIDDEN_IN_NAMES = /[[\]:*?/\\]/;

/** Names are legal and unique; links lead to sheets there are; tables do not overlap; anchors are unique. */
export function expectSound(models: readonly SheetModel[], userSheets: readonly string[]): void {
  const names = models.map((model) => model.name);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  expect(new Set(models.map((model) => model.key)).size).toBe(models.length);
  for (const name of names) expect([name.length > 0 && name.length <= 31, FORBIDDEN_IN_NAMES.test(name)]).toEqual([true, false]);
  const tables = models.flatMap((model) => model.tables.map((table) => table.name));
  expect(new Set(tables).size).toBe(tables.length);
  for (const table of tables) expect(table).toMatch(/^[A-Za-z_][A-Za-z0-9_]*$/);
  const known = new Set([...names, ...userSheets]);
  for (const model of models) {
    const grid = new ModelGrid(model);
    for (const target of linksOf(model)) expect(known).toContain(target);
    for (const table of model.tables) {
      expect(table.rowCount).toBeGreaterThan(0);
      expect(new Set(table.columns.map((column) => column.heading)).size).toBe(table.columns.length);
    }
    expect(grid.rowCount).toBeGreaterThan(0);
    expectSlicersSound(model, grid);
  }
}

/** A slicer filters a column that there is, and covers nothing that is to be read. */
function expectSlicersSound(model: SheetModel, grid: ModelGrid): void {
  for (const { table: name, column, rowIndex, columnIndex, rowCount, columnCount } of model.slicers ?? []) {
    const table = model.tables.find((each) => each.name === name);
    expect(table?.filters).toBe(true);
    expect(table?.columns.map(({ key }) => key)).toContain(column);
    for (let row = rowIndex; row < rowIndex + rowCount; row++)
      for (let at = columnIndex; at < columnIndex + columnCount; at++) expect([row, at, grid.at(row, at)]).toEqual([row, at, undefined]);
    const covered = model.cells.filter((cell) => cell.rowIndex < rowIndex + rowCount && cell.columnIndex + (cell.columnSpan ?? 1) > columnIndex && cell.columnIndex < columnIndex + columnCount);
    expect(covered.map((cell) => cell.content)).toEqual([]);
  }
}

function linksOf(model: SheetModel): readonly string[] {
  const placed = model.cells.flatMap((cell) => (cell.link ? [cell.link.sheet] : []));
  const inTables = model.tables.flatMap((table) => Array.from({ length: table.rowCount }, (_, row) => table.columns.flatMap((column) => table.link?.(row, column.key)?.sheet ?? [])).flat());
  return [...placed, ...inTables];
}

/** Every formula, worked out anew, gives the value it carries. Returns how many there were. */
export function expectLive(models: readonly SheetModel[]): number {
  let count = 0;
  for (const model of models) {
    const grid = new ModelGrid(model);
    for (const [place, { content }] of grid.cells) {
      if (content === null || typeof content !== 'object') continue;
      count++;
      const value = formulaValue(grid, content.formula);
      const isSame = typeof value === 'number' && typeof content.value === 'number' ? Math.abs(value - content.value) < 1e-6 : value === content.value;
      if (!isSame) throw new Error(`${model.key} at ${place}: ${content.formula} is ${value}, not ${content.value}`);
    }
  }
  return count;
}

/** No number is wider than its column, no wrapped text higher than its row, nothing in print runs beyond the printed columns. */
export function expectReadable(models: readonly SheetModel[]): void {
  for (const model of models) {
    const grid = new ModelGrid(model);
    const spans = new Map(model.cells.map(({ rowIndex, columnIndex, columnSpan }) => [`${rowIndex},${columnIndex}`, columnSpan ?? 1]));
    const hidden = new Set(model.hiddenColumns);
    const cut = [...grid.cells].flatMap(([place, { content, style }]) => {
      const [row, column] = place.split(',').map(Number);
      const span = spans.get(place) ?? 1;
      const value = content !== null && typeof content === 'object' ? content.value : content;
      if (hidden.has(column) || value === null) return [];
      const room = Array.from({ length: span }, (_, i) => (hidden.has(column + i) ? 0 : (model.columnWidths[column + i] ?? DEFAULT_WIDTH))).reduce((sum, width) => sum + width, 0);
      const isTooWide = typeof value === 'number' && (style.numberFormat ?? '').includes('#,##0') && numberWidth(value, style.numberFormat ?? '') > room;
      const isTooHigh = typeof value === 'string' && style.wrap === true && lineCount(value, room) * LINE_HEIGHT > (model.rowHeights?.[row] ?? DEFAULT_ROW_HEIGHT);
      const isCutShort = typeof value === 'string' && span > 1 && style.wrap !== true && lineCount(value, room) > 1;
      const runsOut = span > 1 && column + span > (model.print.area?.columnCount ?? Infinity);
      return isTooWide || isTooHigh || isCutShort || runsOut ? [`${model.key} at ${place}: ${value}`] : [];
    });
    expect(cut).toEqual([]);
  }
}

const DEFAULT_WIDTH = 7;
/** Points that a line of eleven points takes. */
const LINE_HEIGHT = 14;

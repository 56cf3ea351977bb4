/** Which style stands where on a sheet: equal styles gathered into few rectangles, so that few actions set them. */
import type { CellStyle, PlacedCell, SheetModel, TableModel } from '../../reports/sheet-model';
import { columnLetters } from '../../ledger/grid';
import { DEFAULT_HEADING, TOTALS, tableRowCount } from '../table-look';

export interface Rectangle {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

export interface StyledAreas {
  readonly style: CellStyle;
  readonly areas: readonly Rectangle[];
}

/** Rectangles by style, in the order in which the styles came: later ones lie over earlier ones. */
class StyleSheet {
  private readonly byStyle = new Map<string, { style: CellStyle; areas: Rectangle[] }>();
  /** Reports hand out the same few objects again and again; those need no comparing. */
  private readonly byObject = new Map<CellStyle, { style: CellStyle; areas: Rectangle[] }>();

  add(style: CellStyle | undefined, area: Rectangle): void {
    if (!style || area.rowCount < 1 || area.columnCount < 1) return;
    const entry = this.byObject.get(style) ?? this.entryOf(style);
    const last = entry.areas.at(-1);
    const below = last && last.columnIndex === area.columnIndex && last.columnCount === area.columnCount && last.rowIndex + last.rowCount === area.rowIndex;
    const beside = last && last.rowIndex === area.rowIndex && last.rowCount === area.rowCount && last.columnIndex + last.columnCount === area.columnIndex;
    if (below) entry.areas[entry.areas.length - 1] = { ...last, rowCount: last.rowCount + area.rowCount };
    else if (beside) entry.areas[entry.areas.length - 1] = { ...last, columnCount: last.columnCount + area.columnCount };
    else entry.areas.push(area);
  }

  get entries(): StyledAreas[] {
    return [...this.byStyle.values()].filter(({ style }) => Object.keys(style).length > 0);
  }

  private entryOf(style: CellStyle): { style: CellStyle; areas: Rectangle[] } {
    const key = JSON.stringify(style);
    let entry = this.byStyle.get(key);
    if (!entry) this.byStyle.set(key, (entry = { style, areas: [] }));
    this.byObject.set(style, entry);
    return entry;
  }
}

/** Tables' columns, headings and totals, then what single rows and cells have of their own, then placed cells. */
export function* styledAreas(model: SheetModel): Generator<readonly StyledAreas[]> {
  for (const table of model.tables) {
    yield frameStyles(table);
    yield* bodyStyles(table);
  }
  yield placedNumberFormats(model.cells);
  const placed = new StyleSheet();
  for (const { rowIndex, columnIndex, rowSpan = 1, columnSpan = 1, style } of model.cells) placed.add(looksOf(style), { rowIndex, columnIndex, rowCount: rowSpan, columnCount: columnSpan });
  yield placed.entries;
}

function placeIn(columns: Map<number, PlacedCell[]>, column: number, cell: PlacedCell): void {
  const cells = columns.get(column);
  if (cells) cells.push(cell);
  else columns.set(column, [cell]);
}

/** Reports hand out the same few styles again and again: so are these. */
const looks = new WeakMap<CellStyle, CellStyle>();

function looksOf(style: CellStyle | undefined): CellStyle | undefined {
  if (style?.numberFormat === undefined) return style;
  let rest = looks.get(style);
  if (!rest) {
    rest = { ...style, numberFormat: undefined };
    looks.set(style, rest);
  }
  return rest;
}

/**
 * A number format is set area by area, so it is to have few: down a column, one area for all cells of a format
 * and the texts and gaps between them, which show no number.
 */
function placedNumberFormats(cells: readonly PlacedCell[]): StyledAreas[] {
  const sheet = new StyleSheet();
  const columns = new Map<number, PlacedCell[]>();
  for (const cell of cells) {
    if (cell.style?.numberFormat === undefined && typeof cell.content === 'string') continue;
    for (let column = cell.columnIndex; column < cell.columnIndex + (cell.columnSpan ?? 1); column++) placeIn(columns, column, cell);
  }
  for (const [columnIndex, column] of columns) {
    column.sort((a, b) => a.rowIndex - b.rowIndex);
    let from = 0;
    column.forEach(({ rowIndex, rowSpan = 1, style }, i) => {
      const numberFormat = style?.numberFormat;
      if (numberFormat === column[i + 1]?.style?.numberFormat) return;
      const first = column[from];
      from = i + 1;
      if (numberFormat !== undefined) sheet.add({ numberFormat }, { rowIndex: first.rowIndex, columnIndex, rowCount: rowIndex + rowSpan - first.rowIndex, columnCount: 1 });
    });
  }
  return sheet.entries;
}

function frameStyles(table: TableModel): StyledAreas[] {
  const sheet = new StyleSheet();
  const { rowIndex, columnIndex, rowCount } = table;
  const last = rowIndex + tableRowCount(table) - 1;
  table.columns.forEach(({ style }, i) => sheet.add(style, { rowIndex: rowIndex + 1, columnIndex: columnIndex + i, rowCount: Math.max(1, rowCount), columnCount: 1 }));
  table.columns.forEach(({ headingStyle }, i) => sheet.add(headingStyle ?? table.headingStyle ?? DEFAULT_HEADING, { rowIndex, columnIndex: columnIndex + i, rowCount: 1, columnCount: 1 }));
  if (table.totals) table.columns.forEach(({ style }, i) => sheet.add({ ...style, ...TOTALS }, { rowIndex: last, columnIndex: columnIndex + i, rowCount: 1, columnCount: 1 }));
  return sheet.entries;
}

/** Rows looked at before what was found is handed on, so that a large table never holds the thread. */
const ROWS_PER_PART = 2_000;

function* bodyStyles(table: TableModel): Generator<readonly StyledAreas[]> {
  if (!table.rowStyle && !table.cellStyle) return;
  for (let from = 0; from < table.rowCount; from += ROWS_PER_PART) {
    const sheet = new StyleSheet();
    for (let index = from; index < Math.min(from + ROWS_PER_PART, table.rowCount); index++) {
      const rowStyle = table.rowStyle?.(index);
      const rowIndex = table.rowIndex + 1 + index;
      sheet.add(rowStyle, { rowIndex, columnIndex: table.columnIndex, rowCount: 1, columnCount: table.columns.length });
      if (!table.cellStyle) continue;
      table.columns.forEach(({ key }, i) => sheet.add(table.cellStyle!(index, key), { rowIndex, columnIndex: table.columnIndex + i, rowCount: 1, columnCount: 1 }));
    }
    yield sheet.entries;
  }
}

/** `A1:B2`. */
export function areaAddress({ rowIndex, columnIndex, rowCount, columnCount }: Rectangle): string {
  const first = `${columnLetters(columnIndex)}${rowIndex + 1}`;
  if (rowCount === 1 && columnCount === 1) return first;
  return `${first}:${columnLetters(columnIndex + columnCount - 1)}${rowIndex + rowCount}`;
}

/** Excel takes a list of areas up to 8192 characters. */
export const ADDRESS_LENGTH_MAX = 8_000;

/** Areas as lists of addresses that Excel takes, `A1:B2,D4`. */
export function* addressLists(areas: readonly Rectangle[]): Generator<string> {
  let list = '';
  for (const area of areas) {
    const address = areaAddress(area);
    if (list.length + address.length + 1 > ADDRESS_LENGTH_MAX) {
      yield list;
      list = '';
    }
    list = list === '' ? address : `${list},${address}`;
  }
  if (list !== '') yield list;
}

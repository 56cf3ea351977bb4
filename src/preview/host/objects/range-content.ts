/** Reads and writes a range's two-dimensional properties, within Excel's limits. */
import { address, cellCount, type Area } from '../model/areas';
import { Tag } from '../model/cells';
import { displayText } from '../model/display';
import { changeFormat, enter } from '../model/edits';
import type { Sheet } from '../model/sheet';
import { ExcelError } from '../protocol/errors';
import type { HostContext } from '../protocol/object';
import { ensureUnprotected } from './protection';

/** More cells in one read fail; Excel documents five million. */
const READ_CELLS_MAX = 5_000_000;

type Facet = 'values' | 'formulas' | 'text' | 'valueTypes' | 'numberFormat';

const VALUE_TYPES: Readonly<Record<Tag, string>> = { [Tag.Empty]: 'Empty', [Tag.Number]: 'Double', [Tag.Text]: 'String', [Tag.Boolean]: 'Boolean', [Tag.Error]: 'Error' };

function cellFacet(sheet: Sheet, row: number, column: number, facet: Facet): unknown {
  switch (facet) {
    case 'values':
      return sheet.cells.value(row, column);
    case 'formulas':
      return sheet.cells.formula(row, column) ?? sheet.cells.value(row, column);
    case 'text':
      return displayText(sheet.cells.value(row, column), sheet.format(row, column).numberFormat);
    case 'valueTypes':
      return VALUE_TYPES[sheet.cells.tag(row, column)];
    case 'numberFormat':
      return sheet.format(row, column).numberFormat;
  }
}

export function readArea(sheet: Sheet, area: Area, facet: Facet): unknown[][] {
  if (cellCount(area) > READ_CELLS_MAX) throw new ExcelError('RequestAborted', `A read of ${cellCount(area)} cells is more than Excel allows at once (${address(area)}).`);
  const rows: unknown[][] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    const line: unknown[] = [];
    for (let column = area.column; column < area.column + area.columns; column++) line.push(cellFacet(sheet, row, column, facet));
    rows.push(line);
  }
  return rows;
}

/** `values` and `formulas` alike take both, as in Excel. */
export function writeCells(host: HostContext, sheet: Sheet, area: Area, value: unknown): void {
  ensureUnprotected(sheet);
  eachInput(area, value, (input, row, column) => enter(host.workbook, sheet, row, column, input));
  host.contentChanged(sheet, area);
}

export function writeNumberFormats(host: HostContext, sheet: Sheet, area: Area, value: unknown): void {
  ensureUnprotected(sheet);
  if (!Array.isArray(value)) changeFormat(host.workbook, sheet, area, { numberFormat: formatCode(value) });
  else eachInput(area, value, (input, row, column) => input !== null && changeFormat(host.workbook, sheet, { row, column, rows: 1, columns: 1 }, { numberFormat: formatCode(input) }));
  host.looksChanged(sheet);
}

function formatCode(input: unknown): string {
  if (typeof input !== 'string' || input === '') throw new ExcelError('InvalidArgument', 'A number format is a text that is not empty.');
  return input;
}

/** One value for all cells, or exactly as many as the area has. */
function eachInput(area: Area, value: unknown, put: (input: unknown, row: number, column: number) => void): void {
  if (!Array.isArray(value)) {
    for (let row = 0; row < area.rows; row++) for (let column = 0; column < area.columns; column++) put(value, area.row + row, area.column + column);
    return;
  }
  const fits = value.length === area.rows && value.every((line) => Array.isArray(line) && line.length === area.columns);
  if (!fits) throw new ExcelError('InvalidArgument', `The number of rows or columns in the input array doesn't match the size or dimensions of the range (${address(area)}).`);
  value.forEach((line: unknown[], row) => line.forEach((input, column) => put(input, area.row + row, area.column + column)));
}

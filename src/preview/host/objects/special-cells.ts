/** `getSpecialCells`: the cells of an area that are visible, filled, blank or hold formulas, as rectangles. */
import { intersection, type Area } from '../model/areas';
import { Tag } from '../model/cells';
import type { Sheet } from '../model/sheet';
import { wordArgument } from '../protocol/arguments';

export function specialCells(sheet: Sheet, area: Area, type: unknown, valueType: unknown): Area[] {
  const word = wordArgument(type, 'cellType', ['Visible', 'Constants', 'Formulas', 'Blanks']);
  if (word === 'Visible') return visibleAreas(sheet, area);
  const used = sheet.cells.used(true);
  const within = used && intersection(area, used);
  if (!within) return [];
  return runsDown(within, (row, column) => {
    const tag = sheet.cells.tag(row, column);
    const isFormula = sheet.cells.formula(row, column) !== undefined;
    if (word === 'Blanks') return tag === Tag.Empty && !isFormula;
    if (isFormula !== (word === 'Formulas') || tag === Tag.Empty) return false;
    return valueType === undefined || valueType === null || valueType === 'All' || String(valueType).includes(VALUE_TYPES[tag]);
  });
}

const VALUE_TYPES: Readonly<Record<Tag, string>> = { [Tag.Empty]: 'None', [Tag.Number]: 'Numbers', [Tag.Text]: 'Text', [Tag.Boolean]: 'Logical', [Tag.Error]: 'Errors' };

/** Rows that are not hidden, in runs; columns likewise. */
function visibleAreas(sheet: Sheet, area: Area): Area[] {
  const rows = runs(area.row, area.rows, (row) => !sheet.hiddenRows.has(row));
  const columns = runs(area.column, area.columns, (column) => !sheet.hiddenColumns.has(column));
  return rows.flatMap(([row, rowCount]) => columns.map(([column, columnCount]) => ({ row, column, rows: rowCount, columns: columnCount })));
}

function runsDown(area: Area, belongs: (row: number, column: number) => boolean): Area[] {
  const areas: Area[] = [];
  for (let column = area.column; column < area.column + area.columns; column++) {
    for (const [row, rows] of runs(area.row, area.rows, (row) => belongs(row, column))) areas.push({ row, column, rows, columns: 1 });
  }
  return areas;
}

function runs(from: number, count: number, belongs: (index: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  for (let index = from; index < from + count; index++) {
    if (!belongs(index)) continue;
    const last = found.at(-1);
    if (last && last[0] + last[1] === index) last[1]++;
    else found.push([index, 1]);
  }
  return found;
}

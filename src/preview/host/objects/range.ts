/** A rectangle of cells: values, formulas, formats, and the ways from one range to another. */
import { COLUMNS_MAX, ROWS_MAX, address, cellCount, intersection, isSame, type Area } from '../model/areas';
import { clearArea, merge } from '../model/edits';
import type { Sheet } from '../model/sheet';
import { booleanArgument, integerArgument, wordArgument } from '../protocol/arguments';
import { ExcelError } from '../protocol/errors';
import { ExcelObject, type HostContext, type Kind } from '../protocol/object';
import { ensureUnprotected } from './protection';
import { readArea, writeCells, writeNumberFormats } from './range-content';
import { specialCells } from './special-cells';
import { quotedSheet } from '../../../workbook/names';

export class RangeObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly sheet: Sheet,
    readonly area: Area,
  ) {
    super(host);
  }

  override get isReferenced(): boolean {
    return true;
  }

  get kind(): Kind<RangeObject> {
    return RANGE;
  }

  to(area: Area | null): ExcelObject {
    if (area === null || area.row < 0 || area.column < 0 || area.rows < 1 || area.columns < 1 || area.row + area.rows > ROWS_MAX || area.column + area.columns > COLUMNS_MAX) {
      throw new ExcelError('InvalidArgument', 'The range lies beyond the edge of the sheet.');
    }
    return this.host.objects.range(this.sheet, area);
  }

  /** The part of this range that holds content, or content and formats. */
  usedArea(valuesOnly: boolean): Area | null {
    const used = this.sheet.cells.used(valuesOnly);
    return used && intersection(used, this.area);
  }

  get address(): string {
    return `${/^[A-Za-z_][A-Za-z0-9_.]*$/.test(this.sheet.name) ? this.sheet.name : quotedSheet(this.sheet.name)}!${address(this.area)}`;
  }

  get topLeft(): { left: number; top: number } {
    let left = 0;
    for (let column = 0; column < this.area.column; column++) left += this.sheet.columnWidth(column);
    let top = 0;
    for (let row = 0; row < this.area.row; row++) top += this.sheet.rowHeight(row);
    return { left, top };
  }
}

function sameSheet(range: RangeObject, other: unknown): RangeObject {
  if (!(other instanceof RangeObject) || other.sheet !== range.sheet) throw new ExcelError('InvalidArgument', 'Another range of the same sheet is wanted.');
  return other;
}

function bounding(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return { row, column, rows: Math.max(a.row + a.rows, b.row + b.rows) - row, columns: Math.max(a.column + a.columns, b.column + b.columns) - column };
}

function hiddenState(indices: ReadonlySet<number>, from: number, count: number): boolean | null {
  let hidden = 0;
  if (count > indices.size) for (const index of indices) hidden += index >= from && index < from + count ? 1 : 0;
  else for (let i = from; i < from + count; i++) hidden += indices.has(i) ? 1 : 0;
  return hidden === 0 ? false : hidden === count ? true : null;
}

function hide(indices: Set<number>, from: number, count: number, hidden: boolean): void {
  for (let i = from; i < from + count; i++) {
    if (hidden) indices.add(i);
    else indices.delete(i);
  }
}

function setLink(range: RangeObject, value: unknown): void {
  const link = value as { address?: string; documentReference?: string; screenTip?: string; textToDisplay?: string } | null;
  ensureUnprotected(range.sheet);
  const { area, sheet } = range;
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (link === null) {
        sheet.links.delete(`${row},${column}`);
        continue;
      }
      sheet.links.set(`${row},${column}`, { address: link.address ?? '', documentReference: link.documentReference ?? '', screenTip: link.screenTip ?? '' });
      if (typeof link.textToDisplay === 'string') sheet.cells.setValue(row, column, link.textToDisplay);
    }
  }
  range.host.looksChanged(sheet);
}

function calculated(range: RangeObject, facet: 'values' | 'text' | 'valueTypes'): unknown[][] {
  range.host.ensureCalculated();
  return readArea(range.sheet, range.area, facet);
}

const RANGE: Kind<RangeObject> = {
  name: 'Range',
  properties: {
    address: { get: (range) => range.address },
    cellCount: { get: (range) => (cellCount(range.area) > 2 ** 31 - 1 ? -1 : cellCount(range.area)) },
    rowIndex: { get: (range) => range.area.row },
    columnIndex: { get: (range) => range.area.column },
    rowCount: { get: (range) => range.area.rows },
    columnCount: { get: (range) => range.area.columns },
    isEntireRow: { get: (range) => range.area.columns === COLUMNS_MAX },
    isEntireColumn: { get: (range) => range.area.rows === ROWS_MAX },
    values: { get: (range) => calculated(range, 'values'), set: (range, value) => writeCells(range.host, range.sheet, range.area, value) },
    formulas: { get: (range) => readArea(range.sheet, range.area, 'formulas'), set: (range, value) => writeCells(range.host, range.sheet, range.area, value) },
    text: { get: (range) => calculated(range, 'text') },
    valueTypes: { get: (range) => calculated(range, 'valueTypes') },
    numberFormat: { get: (range) => readArea(range.sheet, range.area, 'numberFormat'), set: (range, value) => writeNumberFormats(range.host, range.sheet, range.area, value) },
    rowHidden: {
      get: (range) => hiddenState(range.sheet.hiddenRows, range.area.row, range.area.rows),
      set: (range, value) => {
        hide(range.sheet.hiddenRows, range.area.row, range.area.rows, booleanArgument(value, 'rowHidden'));
        range.host.looksChanged(range.sheet);
      },
    },
    columnHidden: {
      get: (range) => hiddenState(range.sheet.hiddenColumns, range.area.column, range.area.columns),
      set: (range, value) => {
        hide(range.sheet.hiddenColumns, range.area.column, range.area.columns, booleanArgument(value, 'columnHidden'));
        range.host.looksChanged(range.sheet);
      },
    },
    hyperlink: {
      get: (range) => range.sheet.link(range.area.row, range.area.column) ?? null,
      set: setLink,
    },
    left: { get: (range) => range.topLeft.left },
    top: { get: (range) => range.topLeft.top },
  },
  objects: {
    format: (range) => range.host.objects.rangeFormat(range.sheet, [range.area]),
    worksheet: (range) => range.host.objects.worksheet(range.sheet),
    conditionalFormats: (range) => range.host.objects.conditionalFormats(range.sheet, [range.area]),
    dataValidation: (range) => range.host.objects.dataValidation(range.sheet, [range.area]),
  },
  methods: {
    getCell: (range, [row, column]) => range.to({ row: range.area.row + integerArgument(row, 'row'), column: range.area.column + integerArgument(column, 'column'), rows: 1, columns: 1 }),
    getRow: (range, [row]) => range.to({ ...range.area, row: range.area.row + integerArgument(row, 'row'), rows: 1 }),
    getColumn: (range, [column]) => range.to({ ...range.area, column: range.area.column + integerArgument(column, 'column'), columns: 1 }),
    getLastRow: (range) => range.to({ ...range.area, row: range.area.row + range.area.rows - 1, rows: 1 }),
    getLastColumn: (range) => range.to({ ...range.area, column: range.area.column + range.area.columns - 1, columns: 1 }),
    getLastCell: (range) => range.to({ row: range.area.row + range.area.rows - 1, column: range.area.column + range.area.columns - 1, rows: 1, columns: 1 }),
    getEntireRow: (range) => range.to({ ...range.area, column: 0, columns: COLUMNS_MAX }),
    getEntireColumn: (range) => range.to({ ...range.area, row: 0, rows: ROWS_MAX }),
    getBoundingRect: (range, [other]) => range.to(bounding(range.area, sameSheet(range, other).area)),
    getOffsetRange: (range, [rows, columns]) => range.to({ ...range.area, row: range.area.row + integerArgument(rows, 'rowOffset'), column: range.area.column + integerArgument(columns, 'columnOffset') }),
    getResizedRange: (range, [rows, columns]) => range.to({ ...range.area, rows: range.area.rows + integerArgument(rows, 'deltaRows'), columns: range.area.columns + integerArgument(columns, 'deltaColumns') }),
    getAbsoluteResizedRange: (range, [rows, columns]) => range.to({ ...range.area, rows: integerArgument(rows, 'numRows', 1), columns: integerArgument(columns, 'numColumns', 1) }),
    getIntersectionOrNullObject: (range, [other]) => {
      const common = intersection(range.area, sameSheet(range, other).area);
      return common && range.to(common);
    },
    getUsedRange: (range, [valuesOnly]) => range.to(range.usedArea(valuesOnly === true) ?? { row: range.area.row, column: range.area.column, rows: 1, columns: 1 }),
    getUsedRangeOrNullObject: (range, [valuesOnly]) => {
      const used = range.usedArea(valuesOnly === true);
      return used && range.to(used);
    },
    getTables: (range) => range.host.objects.tables(range.sheet, range.area),
    getSpecialCells: (range, [type, valueType]) => {
      const areas = specialCells(range.sheet, range.area, type, valueType);
      if (areas.length === 0) throw new ExcelError('ItemNotFound');
      return range.host.objects.rangeAreas(range.sheet, areas);
    },
    getSpecialCellsOrNullObject: (range, [type, valueType]) => {
      const areas = specialCells(range.sheet, range.area, type, valueType);
      return areas.length === 0 ? null : range.host.objects.rangeAreas(range.sheet, areas);
    },
    getMergedAreasOrNullObject: (range) => {
      const merged = range.sheet.merges.filter((area) => intersection(area, range.area));
      return merged.length === 0 ? null : range.host.objects.rangeAreas(range.sheet, merged);
    },
    clear: (range, [applyTo]) => {
      ensureUnprotected(range.sheet);
      const what = wordArgument(applyTo ?? 'All', 'applyTo', ['All', 'Contents', 'Formats', 'Hyperlinks']);
      clearArea(range.sheet, range.area, what);
      range.host.contentChanged(range.sheet, range.area);
    },
    merge: (range, [across]) => {
      ensureUnprotected(range.sheet);
      if (across === true) for (let row = 0; row < range.area.rows; row++) merge(range.sheet, { ...range.area, row: range.area.row + row, rows: 1 });
      else merge(range.sheet, range.area);
      range.host.looksChanged(range.sheet);
    },
    unmerge: (range) => {
      ensureUnprotected(range.sheet);
      range.sheet.merges = range.sheet.merges.filter((area) => !intersection(area, range.area));
      range.host.looksChanged(range.sheet);
    },
    select: (range) => range.host.select(range.sheet, [range.area]),
    calculate: (range) => range.host.requestRecalculation(),
    _ValidateArraySize: (range, [rows, columns]) => {
      if (!isSame(range.area, { ...range.area, rows: Number(rows), columns: Number(columns) })) throw new ExcelError('InvalidArgument', "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
    },
  },
};

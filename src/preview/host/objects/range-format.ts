/** `Range.format` and below it: font, fill, borders, widths and heights, over one or several areas. */
import type { Area } from '../model/areas';
import { changeFormat } from '../model/edits';
import type { Border, CellFormat, Edge } from '../model/format';
import type { Sheet } from '../model/sheet';
import { booleanArgument, colorArgument, integerArgument, numberArgument, textArgument, wordArgument } from '../protocol/arguments';
import { ExcelError } from '../protocol/errors';
import { ExcelObject, type HostContext, type Kind, type Property } from '../protocol/object';
import { ensureUnprotected } from './protection';

/** What all objects of this file are made of: the areas whose look they speak of. */
abstract class AreasLook extends ExcelObject {
  constructor(
    host: HostContext,
    readonly sheet: Sheet,
    readonly areas: readonly Area[],
  ) {
    super(host);
  }

  change(change: Partial<CellFormat>): void {
    ensureUnprotected(this.sheet);
    for (const area of this.areas) changeFormat(this.host.workbook, this.sheet, area, change);
    this.host.looksChanged(this.sheet);
  }

  /** The facet's value where all sampled cells agree, else null, as Excel answers. */
  facet<Name extends keyof CellFormat>(name: Name): CellFormat[Name] | null {
    const { row, column, rows, columns } = this.areas[0];
    const first = this.sheet.format(row, column)[name];
    return this.sheet.format(row + rows - 1, column + columns - 1)[name] === first ? first : null;
  }
}

function facet<T extends AreasLook, Name extends keyof CellFormat>(name: Name, read: (value: unknown) => CellFormat[Name]): Property<T> {
  return { get: (look) => look.facet(name), set: (look, value) => look.change({ [name]: read(value) }) };
}

export class RangeFormatObject extends AreasLook {
  get kind(): Kind<RangeFormatObject> {
    return RANGE_FORMAT;
  }

  eachColumn(visit: (column: number) => void): void {
    for (const { column, columns } of this.areas) for (let i = column; i < column + columns; i++) visit(i);
    this.host.looksChanged(this.sheet);
  }

  eachRow(visit: (row: number) => void): void {
    for (const { row, rows } of this.areas) for (let i = row; i < row + rows; i++) visit(i);
    this.host.looksChanged(this.sheet);
  }
}

const HORIZONTAL = ['General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'] as const;
const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'] as const;
const COLUMN_WIDTH_MAX = 1790;
const ROW_HEIGHT_MAX = 409.5;

function points(value: unknown, name: string, most: number): number {
  const number = numberArgument(value, name);
  if (number < 0 || number > most) throw new ExcelError('InvalidArgument', `The ${name} must be between 0 and ${most} points.`);
  return number;
}

const RANGE_FORMAT: Kind<RangeFormatObject> = {
  name: 'RangeFormat',
  properties: {
    columnWidth: {
      get: ({ sheet, areas }) => sheet.columnWidth(areas[0].column),
      set: (format, value) => {
        const width = points(value, 'columnWidth', COLUMN_WIDTH_MAX);
        format.eachColumn((column) => format.sheet.columnWidths.set(column, width));
      },
    },
    rowHeight: {
      get: ({ sheet, areas }) => sheet.rowHeight(areas[0].row),
      set: (format, value) => {
        const height = points(value, 'rowHeight', ROW_HEIGHT_MAX);
        format.eachRow((row) => format.sheet.rowHeights.set(row, height));
      },
    },
    horizontalAlignment: facet('horizontal', (value) => wordArgument(value, 'horizontalAlignment', HORIZONTAL)),
    verticalAlignment: facet('vertical', (value) => wordArgument(value, 'verticalAlignment', VERTICAL)),
    wrapText: facet('wrap', (value) => booleanArgument(value, 'wrapText')),
    indentLevel: facet('indent', (value) => integerArgument(value, 'indentLevel', 0)),
  },
  objects: {
    font: ({ host, sheet, areas }) => new RangeFontObject(host, sheet, areas),
    fill: ({ host, sheet, areas }) => new RangeFillObject(host, sheet, areas),
    borders: ({ host, sheet, areas }) => new BordersObject(host, sheet, areas),
    protection: ({ host, sheet, areas }) => new FormatProtectionObject(host, sheet, areas),
  },
  methods: {
    autofitColumns: (format) => format.host.looksChanged(format.sheet),
    autofitRows: (format) => format.eachRow((row) => format.sheet.rowHeights.delete(row)),
  },
};

class RangeFontObject extends AreasLook {
  get kind(): Kind<RangeFontObject> {
    return RANGE_FONT;
  }
}

const RANGE_FONT: Kind<RangeFontObject> = {
  name: 'RangeFont',
  properties: {
    name: facet('fontName', (value) => textArgument(value, 'name')),
    size: facet('fontSize', (value) => numberArgument(value, 'size')),
    bold: facet('bold', (value) => booleanArgument(value, 'bold')),
    italic: facet('italic', (value) => booleanArgument(value, 'italic')),
    strikethrough: facet('strikethrough', (value) => booleanArgument(value, 'strikethrough')),
    underline: facet('underline', (value) => wordArgument(value, 'underline', ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'])),
    color: facet('color', (value) => colorArgument(value, 'color')),
  },
};

class RangeFillObject extends AreasLook {
  get kind(): Kind<RangeFillObject> {
    return RANGE_FILL;
  }
}

const RANGE_FILL: Kind<RangeFillObject> = {
  name: 'RangeFill',
  properties: { color: facet('fill', (value) => colorArgument(value, 'color')) },
  methods: { clear: (fill) => fill.change({ fill: '' }) },
};

class FormatProtectionObject extends AreasLook {
  get kind(): Kind<FormatProtectionObject> {
    return FORMAT_PROTECTION;
  }
}

const FORMAT_PROTECTION: Kind<FormatProtectionObject> = { name: 'FormatProtection', properties: { locked: facet('locked', (value) => booleanArgument(value, 'locked')) } };

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal', 'DiagonalDown', 'DiagonalUp'] as const;

class BordersObject extends AreasLook {
  get kind(): Kind<BordersObject> {
    return BORDERS;
  }
}

const BORDERS: Kind<BordersObject> = {
  name: 'RangeBorderCollection',
  items: ({ host, sheet, areas }) => EDGES.map((edge) => new BorderObject(host, sheet, areas, edge)),
  item: ({ host, sheet, areas }, key) => new BorderObject(host, sheet, areas, wordArgument(key, 'index', EDGES)),
};

const NO_BORDER: Border = { style: 'None', weight: 'Thin', color: '#000000' };

class BorderObject extends AreasLook {
  constructor(
    host: HostContext,
    sheet: Sheet,
    areas: readonly Area[],
    readonly edge: (typeof EDGES)[number],
  ) {
    super(host, sheet, areas);
  }

  get kind(): Kind<BorderObject> {
    return BORDER;
  }

  override get id(): string {
    return this.edge;
  }

  /** The edge's line on the cells that carry it: the outer rows and columns, or all but the last inside. */
  private placements(): { area: Area; edge: Edge }[] {
    return this.areas.flatMap((area): { area: Area; edge: Edge }[] => {
      const lastRow = area.row + area.rows - 1;
      const lastColumn = area.column + area.columns - 1;
      switch (this.edge) {
        case 'EdgeTop':
          return [{ area: { ...area, rows: 1 }, edge: 'EdgeTop' }];
        case 'EdgeBottom':
          return [{ area: { ...area, row: lastRow, rows: 1 }, edge: 'EdgeBottom' }];
        case 'EdgeLeft':
          return [{ area: { ...area, columns: 1 }, edge: 'EdgeLeft' }];
        case 'EdgeRight':
          return [{ area: { ...area, column: lastColumn, columns: 1 }, edge: 'EdgeRight' }];
        case 'InsideHorizontal':
          return area.rows > 1 ? [{ area: { ...area, rows: area.rows - 1 }, edge: 'EdgeBottom' }] : [];
        case 'InsideVertical':
          return area.columns > 1 ? [{ area: { ...area, columns: area.columns - 1 }, edge: 'EdgeRight' }] : [];
        default:
          return [];
      }
    });
  }

  get border(): Border {
    const place = this.placements()[0];
    return (place && this.sheet.format(place.area.row, place.area.column).borders[place.edge]) || NO_BORDER;
  }

  set(change: Partial<Border>): void {
    ensureUnprotected(this.sheet);
    // A line of some weight or colour is a line: Excel draws it.
    const drawn = this.border.style === 'None' && change.style === undefined ? { ...change, style: 'Continuous' } : change;
    const border = { ...this.border, ...drawn };
    for (const { area, edge } of this.placements()) changeFormat(this.host.workbook, this.sheet, area, { borders: { [edge]: border } });
    this.host.looksChanged(this.sheet);
  }
}

const BORDER: Kind<BorderObject> = {
  name: 'RangeBorder',
  properties: {
    sideIndex: { get: ({ edge }) => edge },
    style: {
      get: ({ border }) => border.style,
      set: (line, value) => line.set({ style: wordArgument(value, 'style', ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot']) }),
    },
    weight: { get: ({ border }) => border.weight, set: (line, value) => line.set({ weight: wordArgument(value, 'weight', ['Hairline', 'Thin', 'Medium', 'Thick']) }) },
    color: { get: ({ border }) => border.color, set: (line, value) => line.set({ color: colorArgument(value, 'color') }) },
  },
};

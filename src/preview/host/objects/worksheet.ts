/** One tab: its ranges, and everything that hangs on it. */
import { COLUMNS_MAX, ROWS_MAX, WHOLE_SHEET, intersection, parseAddress, splitReference, type Area } from '../model/areas';
import { deleteSheet, renameSheet } from '../model/edits';
import type { Sheet, Visibility } from '../model/sheet';
import { booleanArgument, colorArgument, integerArgument, textArgument, wordArgument } from '../protocol/arguments';
import { ExcelError } from '../protocol/errors';
import { ExcelObject, type HostContext, type Kind } from '../protocol/object';
import { AutoFilterObject } from './auto-filter';
import { FreezePanesObject } from './freeze-panes';
import { PageBreaksObject, PageLayoutObject } from './page-layout';
import { ProtectionObject, ensureStructureUnprotected } from './protection';
import { checkAddressLength } from './range-areas';

/** The `eventType` numbers that office.js gives a worksheet's events. */
export const WorksheetEvent = { Changed: 10, Activated: 11, SelectionChanged: 14 } as const;

export class WorksheetObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly sheet: Sheet,
  ) {
    super(host);
  }

  get kind(): Kind<WorksheetObject> {
    return WORKSHEET;
  }

  override get id(): string {
    return this.sheet.id;
  }

  /** An address, a defined name or a table's name on this sheet. */
  areaOf(text: string): Area {
    const { sheet, address } = splitReference(text);
    if (sheet !== null && this.host.workbook.sheetByName(sheet) !== this.sheet) throw new ExcelError('InvalidArgument', `"${text}" is not on the sheet "${this.sheet.name}".`);
    const area = parseAddress(address);
    if (area) return area;
    const table = this.sheet.tables.find(({ name }) => name.toLowerCase() === text.toLowerCase());
    if (table) return table.area;
    throw new ExcelError('InvalidArgument', `"${text}" is no address.`);
  }

  used(valuesOnly: unknown): Area | null {
    return intersection(WHOLE_SHEET, this.sheet.cells.used(valuesOnly === true) ?? { row: 0, column: 0, rows: 0, columns: 0 });
  }

  range(area: Area): ExcelObject {
    return this.host.objects.range(this.sheet, area);
  }

  changeLook(change: (sheet: Sheet) => void): void {
    change(this.sheet);
    this.host.looksChanged(this.sheet);
  }
}

function rangeByIndexes(worksheet: WorksheetObject, [startRow, startColumn, rowCount, columnCount]: readonly unknown[]): ExcelObject {
  const area = { row: integerArgument(startRow, 'startRow', 0), column: integerArgument(startColumn, 'startColumn', 0), rows: integerArgument(rowCount, 'rowCount', 1), columns: integerArgument(columnCount, 'columnCount', 1) };
  if (area.row + area.rows > ROWS_MAX || area.column + area.columns > COLUMNS_MAX) throw new ExcelError('InvalidArgument', 'The range lies beyond the edge of the sheet.');
  return worksheet.range(area);
}

function moveTo(worksheet: WorksheetObject, position: number): void {
  const { host, sheet } = worksheet;
  ensureStructureUnprotected(host.workbook);
  if (position >= host.workbook.sheets.length) throw new ExcelError('InvalidArgument', `There is no position ${position}.`);
  host.workbook.sheets.splice(host.workbook.sheets.indexOf(sheet), 1);
  host.workbook.sheets.splice(position, 0, sheet);
  host.tabsChanged();
}

function setVisibility(worksheet: WorksheetObject, visibility: Visibility): void {
  const { host, sheet } = worksheet;
  ensureStructureUnprotected(host.workbook);
  const others = host.workbook.sheets.filter((other) => other !== sheet && other.visibility === 'Visible');
  if (visibility !== 'Visible' && others.length === 0) throw new ExcelError('InvalidOperation', 'A workbook shows at least one sheet.');
  sheet.visibility = visibility;
  if (visibility !== 'Visible' && host.workbook.activeSheetId === sheet.id) host.activate(others[0]);
  host.tabsChanged();
}

const WORKSHEET: Kind<WorksheetObject> = {
  name: 'Worksheet',
  properties: {
    id: { get: ({ sheet }) => sheet.id },
    name: {
      get: ({ sheet }) => sheet.name,
      set: ({ host, sheet }, value) => {
        ensureStructureUnprotected(host.workbook);
        renameSheet(host.workbook, sheet, textArgument(value, 'name'));
        host.tabsChanged();
      },
    },
    position: { get: ({ host, sheet }) => host.workbook.sheets.indexOf(sheet), set: (worksheet, value) => moveTo(worksheet, integerArgument(value, 'position', 0)) },
    visibility: { get: ({ sheet }) => sheet.visibility, set: (worksheet, value) => setVisibility(worksheet, wordArgument(value, 'visibility', ['Visible', 'Hidden', 'VeryHidden'])) },
    tabColor: {
      get: ({ sheet }) => sheet.tabColor,
      set: (worksheet, value) => {
        worksheet.sheet.tabColor = colorArgument(value, 'tabColor');
        worksheet.host.tabsChanged();
      },
    },
    showGridlines: { get: ({ sheet }) => sheet.showGridlines },
    // office.js sets these two by other names than it reads them by.
    gridlines: { set: (worksheet, value) => worksheet.changeLook((sheet) => (sheet.showGridlines = booleanArgument(value, 'showGridlines'))) },
    headings: { set: (worksheet, value) => worksheet.changeLook((sheet) => (sheet.showHeadings = booleanArgument(value, 'showHeadings'))) },
    showHeadings: { get: ({ sheet }) => sheet.showHeadings },
  },
  objects: {
    autoFilter: ({ host, sheet }) => new AutoFilterObject(host, sheet),
    charts: ({ host, sheet }) => host.objects.charts(sheet),
    freezePanes: ({ host, sheet }) => new FreezePanesObject(host, sheet),
    horizontalPageBreaks: ({ host, sheet }) => new PageBreaksObject(host, sheet),
    names: ({ host, sheet }) => host.objects.names(sheet),
    pageLayout: ({ host, sheet }) => new PageLayoutObject(host, sheet),
    protection: ({ host, sheet }) => new ProtectionObject(host, sheet),
    tables: ({ host, sheet }) => host.objects.tables(sheet),
  },
  methods: {
    activate: ({ host, sheet }) => host.activate(sheet),
    delete: ({ host, sheet }) => {
      ensureStructureUnprotected(host.workbook);
      deleteSheet(host.workbook, sheet);
      host.requestRecalculation();
      host.tabsChanged();
    },
    getCell: (worksheet, [row, column]) => rangeByIndexes(worksheet, [row, column, 1, 1]),
    getRange: (worksheet, [text]) => worksheet.range(text === undefined || text === null ? WHOLE_SHEET : worksheet.areaOf(textArgument(text, 'address'))),
    getRangeByIndexes: rangeByIndexes,
    getRanges: (worksheet, [text]) => {
      const areas = checkAddressLength(textArgument(text, 'address')).split(/[,;]/);
      return worksheet.host.objects.rangeAreas(worksheet.sheet, areas.map((part) => worksheet.areaOf(part.trim())));
    },
    getUsedRange: (worksheet, [valuesOnly]) => worksheet.range(worksheet.used(valuesOnly) ?? { row: 0, column: 0, rows: 1, columns: 1 }),
    getUsedRangeOrNullObject: (worksheet, [valuesOnly]) => {
      const used = worksheet.used(valuesOnly);
      return used && worksheet.range(used);
    },
    calculate: ({ host }) => host.requestRecalculation(),
    _RegisterDataChangedEvent: ({ host, id }) => host.register(WorksheetEvent.Changed, id),
    _UnregisterDataChangedEvent: ({ host, id }) => host.unregister(WorksheetEvent.Changed, id),
    _RegisterActivatedEvent: ({ host, id }) => host.register(WorksheetEvent.Activated, id),
    _UnregisterActivatedEvent: ({ host, id }) => host.unregister(WorksheetEvent.Activated, id),
    _RegisterSelectionChangedEvent: ({ host, id }) => host.register(WorksheetEvent.SelectionChanged, id),
    _UnregisterSelectionChangedEvent: ({ host, id }) => host.unregister(WorksheetEvent.SelectionChanged, id),
  },
};

/** The tabs of the workbook. */
import { checkSheetName } from '../model/edits';
import type { Sheet } from '../model/sheet';
import { textArgument } from '../protocol/arguments';
import { ExcelError } from '../protocol/errors';
import { ExcelObject, type Kind } from '../protocol/object';
import { ensureStructureUnprotected } from './protection';
import { WorksheetEvent } from './worksheet';

/** Events of the whole workbook carry this in place of a sheet's id. */
export const WORKBOOK_TARGET = 'Workbook';

export class WorksheetsObject extends ExcelObject {
  get kind(): Kind<WorksheetsObject> {
    return WORKSHEETS;
  }

  find(key: unknown): Sheet | undefined {
    const text = textArgument(key, 'key');
    return this.host.workbook.sheetById(text) ?? this.host.workbook.sheetByName(text);
  }

  listed(visibleOnly: unknown): Sheet[] {
    return this.host.workbook.sheets.filter((sheet) => visibleOnly !== true || sheet.visibility === 'Visible');
  }

  object(sheet: Sheet | undefined): ExcelObject {
    if (!sheet) throw new ExcelError('ItemNotFound');
    return this.host.objects.worksheet(sheet);
  }
}

function freshName(worksheets: WorksheetsObject): string {
  let number = 1;
  while (worksheets.host.workbook.sheetByName(`Sheet${number}`)) number++;
  return `Sheet${number}`;
}

const WORKSHEETS: Kind<WorksheetsObject> = {
  name: 'WorksheetCollection',
  items: ({ host }) => host.workbook.sheets.map((sheet) => host.objects.worksheet(sheet)),
  item: (worksheets, key) => {
    const sheet = worksheets.find(key);
    return sheet ? worksheets.host.objects.worksheet(sheet) : null;
  },
  methods: {
    add: (worksheets, [name]) => {
      const { workbook } = worksheets.host;
      ensureStructureUnprotected(workbook);
      const wanted = name === undefined || name === null ? freshName(worksheets) : textArgument(name, 'name');
      checkSheetName(workbook, wanted);
      const sheet = workbook.addSheet(wanted);
      worksheets.host.tabsChanged();
      return worksheets.object(sheet);
    },
    getItem: (worksheets, [key]) => worksheets.object(worksheets.find(key)),
    getItemOrNullObject: (worksheets, [key]) => {
      const sheet = worksheets.find(key);
      return sheet ? worksheets.object(sheet) : null;
    },
    getActiveWorksheet: (worksheets) => worksheets.object(worksheets.host.workbook.activeSheet),
    getFirst: (worksheets, [visibleOnly]) => worksheets.object(worksheets.listed(visibleOnly)[0]),
    getLast: (worksheets, [visibleOnly]) => worksheets.object(worksheets.listed(visibleOnly).at(-1)),
    getCount: (worksheets, [visibleOnly]) => worksheets.listed(visibleOnly).length,
    _RegisterDataChangedEvent: ({ host }) => host.register(WorksheetEvent.Changed, WORKBOOK_TARGET),
    _UnregisterDataChangedEvent: ({ host }) => host.unregister(WorksheetEvent.Changed, WORKBOOK_TARGET),
    _RegisterActivatedEvent: ({ host }) => host.register(WorksheetEvent.Activated, WORKBOOK_TARGET),
    _UnregisterActivatedEvent: ({ host }) => host.unregister(WorksheetEvent.Activated, WORKBOOK_TARGET),
    _RegisterSelectionChangedEvent: ({ host }) => host.register(WorksheetEvent.SelectionChanged, WORKBOOK_TARGET),
    _UnregisterSelectionChangedEvent: ({ host }) => host.unregister(WorksheetEvent.SelectionChanged, WORKBOOK_TARGET),
  },
};

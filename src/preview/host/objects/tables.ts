/** The tables of a sheet or of the workbook, and one table's columns. */
import { intersection, type Area } from '../model/areas';
import { addTable, renameTable } from '../model/edits';
import type { Sheet, Table } from '../model/sheet';
import { booleanArgument, integerArgument, textArgument } from '../protocol/arguments';
import { ExcelError } from '../protocol/errors';
import { ExcelObject, type HostContext, type Kind, type Property } from '../protocol/object';
import { areaArgument } from './areas-argument';
import { ensureUnprotected } from './protection';

export class TablesObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly sheet: Sheet | null,
    readonly within?: Area,
  ) {
    super(host);
  }

  get kind(): Kind<TablesObject> {
    return TABLES;
  }

  listed(): TableObject[] {
    return Array.from(this.host.workbook.tables())
      .filter(({ sheet, table }) => (this.sheet === null || sheet === this.sheet) && (!this.within || intersection(this.within, table.area)))
      .map(({ sheet, table }) => new TableObject(this.host, sheet, table));
  }

  find(key: unknown): TableObject | null {
    const text = textArgument(key, 'key').toLowerCase();
    return this.listed().find(({ table }) => table.name.toLowerCase() === text || table.id.toLowerCase() === text) ?? null;
  }
}

const TABLES: Kind<TablesObject> = {
  name: 'TableCollection',
  items: (tables) => tables.listed(),
  item: (tables, key) => tables.find(key),
  methods: {
    add: ({ host, sheet: scope }, [address, hasHeaders]) => {
      const { sheet, area } = areaArgument(host, scope, address);
      ensureUnprotected(sheet);
      const table = addTable(host.workbook, sheet, area, booleanArgument(hasHeaders, 'hasHeaders'));
      host.looksChanged(sheet);
      return new TableObject(host, sheet, table);
    },
    getCount: (tables) => tables.listed().length,
    getItem: (tables, [key]) => existing(tables.find(key)),
    getItemOrNullObject: (tables, [key]) => tables.find(key),
    getItemAt: (tables, [index]) => existing(tables.listed()[integerArgument(index, 'index', 0)]),
  },
};

function existing<T>(object: T | null | undefined): T {
  if (!object) throw new ExcelError('ItemNotFound');
  return object;
}

export class TableObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly sheet: Sheet,
    readonly table: Table,
  ) {
    super(host);
  }

  get kind(): Kind<TableObject> {
    return TABLE;
  }

  override get id(): string {
    return this.table.id;
  }

  get body(): Area {
    const { area, showHeaders, showTotals } = this.table;
    const above = showHeaders ? 1 : 0;
    return { ...area, row: area.row + above, rows: area.rows - above - (showTotals ? 1 : 0) };
  }

  range(area: Area): ExcelObject {
    return this.host.objects.range(this.sheet, area);
  }

  /** A totals row is one more row below, or gone again. */
  setTotals(shown: boolean): void {
    const { table } = this;
    if (shown !== table.showTotals) table.area = { ...table.area, rows: table.area.rows + (shown ? 1 : -1) };
    table.showTotals = shown;
  }
}

type Switch = 'showFilterButton' | 'showBandedRows' | 'showBandedColumns' | 'highlightFirstColumn' | 'highlightLastColumn';

function switched(name: Switch): Property<TableObject> {
  return {
    get: ({ table }) => table[name],
    set: ({ host, sheet, table }, value) => {
      ensureUnprotected(sheet);
      table[name] = booleanArgument(value, name);
      host.looksChanged(sheet);
    },
  };
}

const TABLE: Kind<TableObject> = {
  name: 'Table',
  properties: {
    id: { get: ({ table }) => table.id },
    name: {
      get: ({ table }) => table.name,
      set: ({ host, sheet, table }, value) => {
        ensureUnprotected(sheet);
        renameTable(host.workbook, table, textArgument(value, 'name'));
        host.looksChanged(sheet);
      },
    },
    style: {
      get: ({ table }) => table.style,
      set: ({ host, sheet, table }, value) => {
        table.style = textArgument(value, 'style');
        host.looksChanged(sheet);
      },
    },
    showTotals: {
      get: ({ table }) => table.showTotals,
      set: (object, value) => {
        ensureUnprotected(object.sheet);
        object.setTotals(booleanArgument(value, 'showTotals'));
        object.host.contentChanged(object.sheet, object.table.area);
      },
    },
    showHeaders: { get: ({ table }) => table.showHeaders },
    showFilterButton: switched('showFilterButton'),
    showBandedRows: switched('showBandedRows'),
    showBandedColumns: switched('showBandedColumns'),
    highlightFirstColumn: switched('highlightFirstColumn'),
    highlightLastColumn: switched('highlightLastColumn'),
  },
  objects: {
    worksheet: ({ host, sheet }) => host.objects.worksheet(sheet),
    columns: ({ host, sheet, table }) => new TableColumnsObject(host, sheet, table),
  },
  methods: {
    getRange: (object) => object.range(object.table.area),
    getDataBodyRange: (object) => object.range(object.body),
    getHeaderRowRange: (object) => object.range({ ...object.table.area, rows: 1 }),
    getTotalRowRange: (object) => {
      if (!object.table.showTotals) throw new ExcelError('ItemNotFound');
      return object.range({ ...object.table.area, row: object.table.area.row + object.table.area.rows - 1, rows: 1 });
    },
    resize: (object, [address]) => {
      ensureUnprotected(object.sheet);
      const { area } = areaArgument(object.host, object.sheet, address);
      if (area.row !== object.table.area.row || area.columns !== object.table.area.columns) throw new ExcelError('InvalidArgument', 'The stand-in resizes a table by rows only.');
      object.table.area = area;
      object.host.looksChanged(object.sheet);
    },
    clearFilters: ({ host, sheet }) => {
      sheet.hiddenRows.clear();
      host.looksChanged(sheet);
    },
    delete: ({ host, sheet, table }) => {
      ensureUnprotected(sheet);
      sheet.tables.splice(sheet.tables.indexOf(table), 1);
      host.looksChanged(sheet);
    },
  },
};

class TableColumnsObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly sheet: Sheet,
    readonly table: Table,
  ) {
    super(host);
  }

  get kind(): Kind<TableColumnsObject> {
    return TABLE_COLUMNS;
  }

  at(index: number): TableColumnObject | null {
    return index >= 0 && index < this.table.columns.length ? new TableColumnObject(this.host, this.sheet, this.table, index) : null;
  }

  find(key: unknown): TableColumnObject | null {
    return this.at(this.table.columns.findIndex(({ id, name }) => id === key || (typeof key === 'string' && name.toLowerCase() === key.toLowerCase())));
  }
}

const TABLE_COLUMNS: Kind<TableColumnsObject> = {
  name: 'TableColumnCollection',
  properties: { count: { get: ({ table }) => table.columns.length } },
  items: (columns) => columns.table.columns.map((_, index) => columns.at(index)!),
  item: (columns, key) => columns.find(key),
  methods: {
    getCount: ({ table }) => table.columns.length,
    getItemAt: (columns, [index]) => existing(columns.at(integerArgument(index, 'index', 0))),
    getItemOrNullObject: (columns, [key]) => columns.find(key),
  },
};

class TableColumnObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly sheet: Sheet,
    readonly table: Table,
    readonly index: number,
  ) {
    super(host);
  }

  get kind(): Kind<TableColumnObject> {
    return TABLE_COLUMN;
  }

  override get id(): number {
    return this.table.columns[this.index].id;
  }

  part(area: Area): ExcelObject {
    return this.host.objects.range(this.sheet, { ...area, column: area.column + this.index, columns: 1 });
  }
}

const TABLE_COLUMN: Kind<TableColumnObject> = {
  name: 'TableColumn',
  properties: {
    id: { get: (column) => column.id },
    index: { get: ({ index }) => index },
    name: { get: ({ table, index }) => table.columns[index].name },
  },
  methods: {
    getRange: (column) => column.part(column.table.area),
    getHeaderRowRange: (column) => column.part({ ...column.table.area, rows: 1 }),
    getDataBodyRange: (column) => column.part(new TableObject(column.host, column.sheet, column.table).body),
  },
};

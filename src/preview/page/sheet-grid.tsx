/**
 * The active sheet in a virtual grid (RevoGrid). Cells are asked of the host as they come into view, so a
 * sheet of a million rows costs its first screen. What a merged or spilling cell needs, width beyond its own
 * column, is worked out per visible cell.
 */
import { useEffect, useRef } from 'react';
import type { ColumnRegular, RevoGridCustomEvent } from '@revolist/revogrid';
import { letters, type Area, type ExcelHost, type Sheet } from '../host';
import { cellLook, type CellLook } from './cell-look';
import { drawCharts } from './chart-overlay';

const PIXELS_PER_POINT = 96 / 72;
const SPARE_ROWS = 40;
const SPARE_COLUMNS = 6;
const ROW_HEADER_PIXELS = 46;
/** Rows left in sight above one that the pane has selected. */
const ROWS_ABOVE_SELECTION = 6;

type RevoGrid = HTMLRevoGridElement;

export function SheetGrid({ host, version }: { host: ExcelHost; version: number }) {
  const container = useRef<HTMLDivElement>(null);
  const grid = useRef<RevoGrid | null>(null);
  const sheet = host.activeSheet;

  useEffect(() => {
    const element = document.createElement('revo-grid') as RevoGrid;
    const holder = container.current as HTMLElement;
    grid.current = element;
    holder.append(element);
    listen(element, host);
    // A frozen column's text reaches over its neighbours only while they stand beside it.
    const noteScroll = ({ target }: Event) => {
      const scroller = target as HTMLElement;
      if (scroller.matches('revogr-viewport-scroll.rgCol')) holder.classList.toggle('scrolled', scroller.scrollLeft > 0);
    };
    holder.addEventListener('scroll', noteScroll, true);
    return () => {
      holder.removeEventListener('scroll', noteScroll, true);
      element.remove();
    };
  }, [host]);

  useEffect(() => {
    if (!grid.current) return;
    show(grid.current, host, sheet);
    const charts = drawCharts(container.current as HTMLElement, host, sheet);
    return charts;
  }, [host, sheet, sheet.changes]);

  useEffect(() => {
    if (grid.current) showSelection(grid.current, container.current as HTMLElement, host);
  }, [host, sheet, version]);

  return <div className={`grid${sheet.showGridlines ? '' : ' no-gridlines'}`} ref={container} data-sheet={sheet.name} />;
}

function show(element: RevoGrid, host: ExcelHost, sheet: Sheet): void {
  const used = sheet.cells.used(false) ?? { row: 0, column: 0, rows: 0, columns: 0 };
  const rowCount = Math.max(used.row + used.rows + SPARE_ROWS, 60);
  const columnCount = Math.max(used.column + used.columns + SPARE_COLUMNS, 16);
  const rows = rowModels(host, sheet, rowCount, columnCount);
  const frozen = sheet.freeze.rows;
  element.range = true;
  element.resize = false;
  element.hideAttribution = true;
  element.rowSize = 20;
  element.theme = 'compact';
  element.columns = Array.from({ length: columnCount }, (_, column) => columnOf(host, sheet, column)).filter((column) => (column.size ?? 0) > 0);
  element.rowHeaders = { size: ROW_HEADER_PIXELS, cellTemplate: (h: (tag: string, data: object, text: string) => unknown, { rowIndex, type }: { rowIndex: number; type: string }) => h('span', {}, String(rowIndex + 1 + (type === 'rgRow' ? frozen : 0))) } as never;
  element.pinnedTopSource = rows.slice(0, frozen) as never[];
  element.source = rows.slice(frozen) as never[];
  element.rowDefinitions = Array.from({ length: Math.min(rowCount, 2000) }, (_, row) => ({
    type: row < frozen ? ('rowPinStart' as const) : ('rgRow' as const),
    index: row < frozen ? row : row - frozen,
    size: Math.max(sheet.rowHeight(row) * PIXELS_PER_POINT, 1),
  }));
}

/** Marks the selected cells, and brings them into sight where the pane has selected them. */
function showSelection(element: RevoGrid, container: HTMLElement, host: ExcelHost): void {
  void element.refresh('all');
  const [first] = host.selection;
  const { freeze } = host.activeSheet;
  if (!first || first === selectedInGrid || first.row < freeze.rows) return;
  const body = container.querySelector('revogr-viewport-scroll.rgCol .vertical-inner');
  const top = pixelsAbove(host.activeSheet, first.row) - pixelsAbove(host.activeSheet, freeze.rows);
  if (body && (top < body.scrollTop || top > body.scrollTop + body.clientHeight - 40)) void element.scrollToRow(Math.max(0, first.row - freeze.rows - ROWS_ABOVE_SELECTION));
}

/** What the user has selected in the grid is in sight already. */
let selectedInGrid: Area | null = null;

function selectInGrid(host: ExcelHost, area: Area): void {
  selectedInGrid = area;
  host.select(host.activeSheet.id, [area]);
}

function pixelsAbove(sheet: Sheet, row: number): number {
  let points = 0;
  for (let i = 0; i < row; i++) points += sheet.rowHeight(i);
  return points * PIXELS_PER_POINT;
}

/** Which sides of the selection a cell lies at; null where it is not selected. */
function selectionEdges(host: ExcelHost, sheet: Sheet, row: number, column: number): Readonly<Record<string, boolean>> | null {
  if (sheet !== host.activeSheet) return null;
  const area = host.selection.find((each) => row >= each.row && row < each.row + each.rows && column >= each.column && column < each.column + each.columns);
  if (!area) return null;
  return { selected: true, 'edge-top': row === area.row, 'edge-bottom': row === area.row + area.rows - 1, 'edge-left': column === area.column, 'edge-right': column === area.column + area.columns - 1 };
}

/** One object a row with a getter a column: the editor and the clipboard read what is shown. */
function rowModels(host: ExcelHost, sheet: Sheet, rowCount: number, columnCount: number): { readonly sheetRow: number }[] {
  class Row {
    constructor(readonly sheetRow: number) {}
  }
  for (let column = 0; column < columnCount; column++) {
    Object.defineProperty(Row.prototype, column, {
      get(this: Row) {
        const cell = host.cell(sheet, this.sheetRow, column);
        return cell.formula ?? cell.text;
      },
      set() {},
      enumerable: true,
    });
  }
  return Array.from({ length: rowCount }, (_, row) => new Row(row));
}

function columnOf(host: ExcelHost, sheet: Sheet, column: number): ColumnRegular {
  const look = (model: unknown) => cellLook(host, sheet, (model as { sheetRow: number }).sheetRow, column);
  return {
    prop: column,
    name: letters(column),
    size: sheet.columnWidth(column) * PIXELS_PER_POINT,
    pin: column < sheet.freeze.columns ? 'colPinStart' : undefined,
    cellProperties: ({ model }) => propertiesOf(look(model), selectionEdges(host, sheet, (model as { sheetRow: number }).sheetRow, column)),
    cellTemplate: (h, { model }) => templateOf(h as never, look(model)),
  };
}

function propertiesOf({ covered, spills, outerStyle, title }: CellLook, selection: Readonly<Record<string, boolean>> | null) {
  return { class: { covered, spills, ...selection }, style: outerStyle, title };
}

function templateOf(h: (tag: string, data: object, children: unknown) => unknown, { style, text, dataBar }: CellLook) {
  const bar = dataBar ? [h('i', { class: 'bar', style: { width: `${dataBar.share * 100}%`, background: dataBar.color } }, '')] : [];
  return h('div', { class: 'cell', style }, [...bar, h('span', {}, text)]);
}

interface EditDetail {
  readonly rowIndex: number;
  readonly prop: number;
  readonly val: unknown;
  readonly model: { readonly sheetRow: number };
}

interface RangeDetail {
  readonly x: number;
  readonly y: number;
  readonly x1: number;
  readonly y1: number;
  readonly type?: string;
}

/** What the user does in the grid goes to the host; the host's change then redraws the grid. */
function listen(element: RevoGrid, host: ExcelHost): void {
  const on = <Detail,>(name: string, hear: (event: RevoGridCustomEvent<Detail>) => void) => element.addEventListener(name, hear as unknown as EventListener);
  on<EditDetail>('beforeedit', (event) => {
    event.preventDefault();
    const { prop, val, model } = event.detail;
    void host.edit(host.activeSheet.id, model.sheetRow, Number(prop), String(val ?? ''));
  });
  on('beforeeditstart', () => host.beginCellEdit());
  on('closeedit', () => host.endCellEdit());
  on<{ rowIndex: number; colIndex: number; model?: { sheetRow: number }; column?: { prop: number } }>('afterfocus', ({ detail }) => {
    const row = detail.model?.sheetRow ?? detail.rowIndex;
    const column = Number(detail.column?.prop ?? detail.colIndex);
    selectInGrid(host, { row, column, rows: 1, columns: 1 });
    follow(host, row, column);
  });
  on<RangeDetail>('setrange', ({ detail }) => {
    const { x, y, x1, y1, type } = detail;
    const frozen = type === 'rowPinStart' ? 0 : host.activeSheet.freeze.rows;
    selectInGrid(host, { row: Math.min(y, y1) + frozen, column: Math.min(x, x1), rows: Math.abs(y1 - y) + 1, columns: Math.abs(x1 - x) + 1 });
  });
}

/** A click on a link inside the workbook goes there. */
function follow(host: ExcelHost, row: number, column: number): void {
  const { link } = host.cell(host.activeSheet, row, column);
  const target = link && /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)/.exec(link.replace(/^#/, ''));
  if (!target) return;
  const name = (target[1] ?? target[2]).replaceAll("''", "'");
  const sheet = host.workbook.sheets.find((each) => each.name === name);
  if (!sheet) return;
  const toColumn = [...target[3]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  host.activate(sheet.id);
  host.select(sheet.id, [{ row: Number(target[4]) - 1, column: toColumn, rows: 1, columns: 1 }]);
}

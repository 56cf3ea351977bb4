/** A sheet of the workbook in memory as a sheet model, so that the file adapter can write what the add-in wrote. */
import { parseMark } from '../../../workbook/names';
import type { CellContent, CellStyle, ChartModel, LinkTarget, PlacedCell, PrintModel, SheetModel, TableModel } from './model-types';
import { contains, parseAddress, splitReference, type Area } from '../model/areas';
import type { Chart, Sheet, Table } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { styleOf } from './look-model';
import { charactersOf } from './widths';

/** Keys by sheet id, for the sheets that bear a result's mark. */
export function resultKeys(workbook: Workbook): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { name, formula, sheetId } of workbook.names) {
    const mark = sheetId === null ? parseMark(name) : null;
    const sheet = mark?.anchor === null ? workbook.sheetByName(splitReference(formula).sheet ?? '') : undefined;
    if (mark && sheet) keys.set(sheet.id, mark.key);
  }
  return keys;
}

export function asSheetModel(workbook: Workbook, sheet: Sheet, key: string): SheetModel {
  return new SheetReader(workbook, sheet, key).model();
}

class SheetReader {
  private readonly styles = new Map<number, CellStyle | undefined>();
  /** Anchors by `row,column`. */
  private readonly anchors = new Map<string, string>();

  constructor(
    private readonly workbook: Workbook,
    private readonly sheet: Sheet,
    private readonly key: string,
  ) {
    for (const { name, formula } of workbook.names) {
      const mark = parseMark(name);
      const reference = splitReference(formula);
      const area = parseAddress(reference.address);
      if (mark?.anchor && area && workbook.sheetByName(reference.sheet ?? '') === sheet) this.anchors.set(`${area.row},${area.column}`, mark.anchor);
    }
  }

  model(): SheetModel {
    const { sheet } = this;
    const width = Math.max(0, ...Array.from(sheet.columnWidths.keys(), (column) => column + 1));
    const tables = sheet.tables.map((table) => this.table(table));
    return {
      key: this.key,
      name: sheet.name,
      columnWidths: Array.from({ length: width }, (_, column) => charactersOf(sheet.columnWidths.get(column))),
      hiddenColumns: [...sheet.hiddenColumns],
      rowHeights: Object.fromEntries(sheet.rowHeights),
      cells: this.placed(),
      tables,
      charts: sheet.charts.map((chart) => this.chart(chart)).filter((chart) => chart !== null),
      dataBars: sheet.dataBars.map(({ area, color }) => ({ kind: 'data-bar', ...rangeOf(area), color: color.slice(1) })),
      freeze: sheet.freeze,
      showGridLines: sheet.showGridlines,
      tabColor: sheet.tabColor.slice(1) || '000000',
      print: this.print(),
      anchors: this.singleAnchors(tables),
    };
  }

  private placed(): PlacedCell[] {
    const used = this.sheet.cells.used(false);
    const cells: PlacedCell[] = [];
    for (let row = used?.row ?? 0; used && row < used.row + used.rows; row++) {
      for (let column = used.column; column < used.column + used.columns; column++) {
        const merged = this.sheet.merges.find((area) => contains(area, row, column));
        if (this.sheet.tableAt(row, column) || (merged && (merged.row !== row || merged.column !== column))) continue;
        const content = this.content(row, column);
        const style = this.style(row, column);
        const link = this.link(row, column);
        const choices = this.choices(row, column);
        if (content === null && !style && !link && !merged && !choices) continue;
        cells.push({ rowIndex: row, columnIndex: column, content, style, link, choices, columnSpan: merged?.columns, rowSpan: merged?.rows });
      }
    }
    return cells;
  }

  private table({ name, area, showTotals, showFilterButton, columns }: Table): TableModel {
    const first = area.row + 1;
    const indexOf = new Map(columns.map((_, i) => [this.columnKey(area.row, area.column + i, i), i]));
    return {
      name,
      rowIndex: area.row,
      columnIndex: area.column,
      rowCount: area.rows - 1 - (showTotals ? 1 : 0),
      filters: showFilterButton,
      totals: showTotals,
      columns: columns.map((column, i) => ({
        key: this.columnKey(area.row, area.column + i, i),
        heading: column.name,
        anchored: this.anchors.has(`${area.row},${area.column + i}`),
        choices: this.choices(first, area.column + i),
        headingStyle: this.style(area.row, area.column + i) ?? {},
        total: showTotals ? this.content(area.row + area.rows - 1, area.column + i) : undefined,
      })),
      row: (index) => columns.map((_, i) => this.content(first + index, area.column + i)),
      cellStyle: (index, key) => this.style(first + index, area.column + indexOf.get(key)!),
      link: (index, key) => this.link(first + index, area.column + indexOf.get(key)!),
    };
  }

  private columnKey(row: number, column: number, index: number): string {
    return this.anchors.get(`${row},${column}`) ?? `column${index}`;
  }

  private content(row: number, column: number): CellContent {
    const { cells } = this.sheet;
    const value = cells.value(row, column);
    const formula = cells.formula(row, column);
    if (formula !== undefined) return { formula: formula.slice(1), value };
    return value === '' ? null : value;
  }

  private style(row: number, column: number): CellStyle | undefined {
    const number = this.sheet.formatNumber(row, column);
    if (number === 0) return undefined;
    if (!this.styles.has(number)) this.styles.set(number, styleOf(this.workbook.formats.at(number), this.workbook.formats.normal));
    return this.styles.get(number);
  }

  private link(row: number, column: number): LinkTarget | undefined {
    const link = this.sheet.links.size > 0 ? this.sheet.link(row, column) : undefined;
    const reference = link && splitReference(link.documentReference);
    const area = reference && parseAddress(reference.address);
    return reference?.sheet && area ? { sheet: reference.sheet, rowIndex: area.row, columnIndex: area.column } : undefined;
  }

  private choices(row: number, column: number): readonly string[] | undefined {
    const list = this.sheet.validations.findLast(({ area }) => contains(area, row, column))?.list;
    return list && !list.startsWith('=') ? list.split(',') : undefined;
  }

  private chart(chart: Chart): ChartModel | null {
    const first = chart.series[0];
    if (!first?.categories) return null;
    const from = this.cellAt(chart.left, chart.top);
    const to = this.cellAt(chart.left + chart.width - 1, chart.top + chart.height - 1);
    const kinds: Readonly<Record<string, ChartModel['kind']>> = { BarStacked: 'bar-stacked', ColumnClustered: 'column', ColumnStacked: 'column-stacked', Line: 'line' };
    return {
      name: chart.name,
      kind: kinds[chart.kind] ?? 'column',
      title: chart.title,
      ...from,
      rowCount: to.rowIndex - from.rowIndex + 1,
      columnCount: to.columnIndex - from.columnIndex + 1,
      categories: rangeOf(first.categories),
      series: chart.series.flatMap(({ name, values, color }) => (values ? [{ name, values: rangeOf(values), color: color.slice(1) || '4472C4' }] : [])),
      altText: chart.altText,
    };
  }

  private cellAt(left: number, top: number): { rowIndex: number; columnIndex: number } {
    let columnIndex = 0;
    for (let x = this.sheet.columnWidth(0); x <= left; x += this.sheet.columnWidth(columnIndex)) columnIndex++;
    let rowIndex = 0;
    for (let y = this.sheet.rowHeight(0); y <= top; y += this.sheet.rowHeight(rowIndex)) rowIndex++;
    return { rowIndex, columnIndex };
  }

  private print(): PrintModel {
    const { page } = this.sheet;
    const sides = ({ left, center, right }: { left: string; center: string; right: string }) => `${left && `&L${left}`}${center && `&C${center}`}${right && `&R${right}`}`;
    return {
      orientation: page.orientation === 'Landscape' ? 'landscape' : 'portrait',
      fitHeight: page.fit?.pagesTall === 1,
      repeatRows: page.titleRows ? { fromRowIndex: page.titleRows.row, toRowIndex: page.titleRows.row + page.titleRows.rows - 1 } : undefined,
      area: page.printArea?.[0] && rangeOf(page.printArea[0]),
      headerText: sides(page.header) || undefined,
      footerText: sides(page.footer) || undefined,
      pageBreakRowIndices: page.breaks,
    };
  }

  private singleAnchors(tables: readonly TableModel[]): SheetModel['anchors'] {
    const headings = new Set(tables.flatMap((table) => table.columns.map((_, i) => `${table.rowIndex},${table.columnIndex + i}`)));
    const single = Array.from(this.anchors).filter(([cell]) => !headings.has(cell));
    return Object.fromEntries(single.map(([cell, anchor]) => [anchor, { rowIndex: Number(cell.split(',')[0]), columnIndex: Number(cell.split(',')[1]) }]));
  }
}

function rangeOf({ row, column, rows, columns }: Area): { rowIndex: number; columnIndex: number; rowCount: number; columnCount: number } {
  return { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns };
}

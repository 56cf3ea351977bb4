/** Opens an .xlsx as a workbook in memory, as far as the stand-in shows and answers it. */
import { readXlsx, type Sheet as FileSheet, type Workbook as FileWorkbook } from 'hucre/xlsx';
import { dateToSerial } from 'hucre';
import { isPassingMark, parseMark } from '../../../workbook/names';
import { memoryXml } from '../../../workbook/memory';
import { openXlsxWorkbook } from '../../../workbook/xlsx/open-xlsx';
import { parseAddress, type Area } from '../model/areas';
import { NORMAL_FORMAT, type CellFormat } from '../model/format';
import type { Sheet, Table } from '../model/sheet';
import { Workbook } from '../model/workbook';
import { formatOf } from './styles';
import { pointsOf } from './widths';

const POINTS_PER_INCH = 72;

/** A workbook with one empty sheet. */
export function newWorkbook(sheetName = 'Sheet1'): Workbook {
  const workbook = new Workbook();
  workbook.addSheet(sheetName);
  return workbook;
}

/** Reads a file; throws what the file library says of a damaged or encrypted one. */
export async function openWorkbookFile(bytes: Uint8Array, name: string): Promise<Workbook> {
  const file = await readXlsx(bytes, { readStyles: true });
  const palette = (file.themeColors ?? []).map((color) => color.replace('#', ''));
  const normal: CellFormat = { ...NORMAL_FORMAT, fontName: file.defaultFont?.name ?? NORMAL_FORMAT.fontName, fontSize: file.defaultFont?.size ?? NORMAL_FORMAT.fontSize };
  const sheetNames = new Map<string, string>();
  const workbook = new Workbook(normal, { name, bytes, sheets: sheetNames });
  for (const fileSheet of file.sheets) {
    const sheet = workbook.addSheet(fileSheet.name);
    sheetNames.set(sheet.id, fileSheet.name);
    readCells(workbook, sheet, fileSheet, palette);
    readSurroundings(workbook, sheet, fileSheet);
  }
  readNames(workbook, file);
  workbook.isProtected = file.workbookProtection?.lockStructure ?? false;
  workbook.activeSheetId = (workbook.sheets[file.activeSheet ?? 0] ?? workbook.sheets[0]).id;
  const memory = await (await openXlsxWorkbook(bytes)).remembered();
  if (Object.keys(memory).length > 0) workbook.xmlParts.push({ id: workbook.newId(), xml: memoryXml(memory) });
  return workbook;
}

function readCells(workbook: Workbook, sheet: Sheet, fileSheet: FileSheet, palette: readonly string[]): void {
  const { cells } = sheet;
  fileSheet.rows.forEach((line, row) => line.forEach((value, column) => {
    if (value !== null && value !== undefined && value !== '') cells.setValue(row, column, value instanceof Date ? dateToSerial(value) : value);
  }));
  const numbers = new Map<string, number>();
  fileSheet.cells?.forEach((cell, key) => {
    const [row, column] = key.split(',').map(Number);
    if (cell.style) {
      const styleKey = JSON.stringify(cell.style);
      let number = numbers.get(styleKey);
      if (number === undefined) numbers.set(styleKey, (number = workbook.formats.intern(formatOf(cell.style, workbook.formats.normal, palette))));
      cells.setFormat(row, column, number);
    }
    if (cell.formula) {
      cells.setFormula(row, column, `=${cell.formula}`);
      const result = cell.formulaResult ?? cell.value;
      cells.setValue(row, column, result instanceof Date ? dateToSerial(result) : (result ?? 0));
    } else if (cell.type === 'error') cells.setValue(row, column, String(cell.value), true);
    if (cell.hyperlink) sheet.links.set(key, { documentReference: cell.hyperlink.location ?? '', address: cell.hyperlink.location ? '' : cell.hyperlink.target, screenTip: cell.hyperlink.tooltip ?? '' });
  });
}

function readSurroundings(workbook: Workbook, sheet: Sheet, from: FileSheet): void {
  sheet.visibility = from.veryHidden ? 'VeryHidden' : from.hidden ? 'Hidden' : 'Visible';
  sheet.showGridlines = from.view?.showGridLines ?? true;
  sheet.showHeadings = from.view?.showRowColHeaders ?? true;
  sheet.tabColor = from.view?.tabColor?.rgb ? `#${from.view.tabColor.rgb.slice(-6).toUpperCase()}` : '';
  sheet.isProtected = from.protection !== undefined && from.protection.sheet !== false;
  sheet.freeze = { rows: from.freezePane?.rows ?? 0, columns: from.freezePane?.columns ?? 0 };
  sheet.filter = from.autoFilter ? parseAddress(from.autoFilter.range) : null;
  sheet.merges = (from.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({ row: startRow, column: startCol, rows: endRow - startRow + 1, columns: endCol - startCol + 1 }));
  from.columns?.forEach((column, index) => {
    if (column.width !== undefined) sheet.columnWidths.set(index, pointsOf(column.width));
    if (column.hidden) sheet.hiddenColumns.add(index);
  });
  from.rowDefs?.forEach((definition, row) => {
    if (definition.height !== undefined) sheet.rowHeights.set(row, definition.height);
    if (definition.hidden) sheet.hiddenRows.add(row);
  });
  readTables(workbook, sheet, from);
  readRules(workbook, sheet, from);
  readPage(sheet, from);
}

function readTables(workbook: Workbook, sheet: Sheet, from: FileSheet): void {
  for (const definition of from.tables ?? []) {
    const area = definition.range === undefined ? null : parseAddress(definition.range);
    if (!area) continue;
    const table: Table = {
      id: workbook.newId(),
      name: definition.displayName ?? definition.name,
      area,
      columns: definition.columns.map((column, index) => ({ id: index + 1, name: column.name })),
      style: definition.style ?? 'TableStyleMedium2',
      showHeaders: true,
      showTotals: definition.showTotalRow ?? false,
      showFilterButton: definition.showAutoFilter ?? true,
      showBandedRows: definition.showRowStripes ?? true,
      showBandedColumns: definition.showColumnStripes ?? false,
      highlightFirstColumn: false,
      highlightLastColumn: false,
    };
    sheet.tables.push(table);
  }
}

/** `A1:B2 D4` → its areas. */
function areasOf(range: string): Area[] {
  return range.split(/[ ,]/).map(parseAddress).filter((area) => area !== null);
}

function readRules(workbook: Workbook, sheet: Sheet, from: FileSheet): void {
  for (const rule of from.dataValidations ?? []) {
    const list = rule.type !== 'list' ? null : (rule.values?.join(',') ?? (rule.formula1?.startsWith('"') ? rule.formula1.slice(1, -1) : `=${rule.formula1}`));
    for (const area of areasOf(rule.range)) sheet.validations.push({ area, list, rule: list === null ? {} : { list: { source: list, inCellDropDown: true } }, inCellDropDown: true });
  }
  for (const rule of from.conditionalRules ?? []) {
    if (rule.type !== 'dataBar' || !rule.dataBar) continue;
    for (const area of areasOf(rule.range)) sheet.dataBars.push({ id: workbook.newId(), area, color: `#${rule.dataBar.color.slice(-6).toUpperCase()}`, gradient: true });
  }
}

function readPage(sheet: Sheet, from: FileSheet): void {
  const setup = from.pageSetup;
  const { page } = sheet;
  if (setup) {
    page.orientation = setup.orientation === 'landscape' ? 'Landscape' : 'Portrait';
    if (setup.fitToPage) page.fit = { pagesWide: setup.fitToWidth ?? null, pagesTall: setup.fitToHeight || null };
    for (const side of ['left', 'right', 'top', 'bottom', 'header', 'footer'] as const) {
      const inches = setup.margins?.[side];
      if (inches !== undefined) page.margins[side] = inches * POINTS_PER_INCH;
    }
    const titles = setup.printTitlesRow ? parseAddress(setup.printTitlesRow) : null;
    if (titles) page.titleRows = { row: titles.row, rows: titles.rows };
    page.printArea = setup.printArea ? areasOf(setup.printArea) : null;
  }
  page.breaks = [...(from.rowBreaks ?? [])];
}

function readNames(workbook: Workbook, file: FileWorkbook): void {
  for (const { name, range, scope, comment } of file.namedRanges ?? []) {
    const owner = scope === undefined ? undefined : workbook.sheetByName(scope);
    // The library does not say whether a name is hidden; ours always are.
    const visible = parseMark(name) === null && !isPassingMark(name);
    workbook.names.push({ name, formula: `=${range}`, visible, comment: comment ?? '', sheetId: owner?.id ?? null });
  }
}

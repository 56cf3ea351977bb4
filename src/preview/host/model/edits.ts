/** Everything that changes cells, tabs and tables, with what Excel lets follow from it. */
import { renameInFormula } from '../../../workbook/formula-references';
import { ExcelError } from '../protocol/errors';
import { COLUMNS_MAX, ROWS_MAX, address, intersection, type Area } from './areas';
import { Tag } from './cells';
import { interpretEntry } from './entry';
import type { CellFormat } from './format';
import { isLinkFormula, linkFormula } from './link-formula';
import type { Sheet, Table } from './sheet';
import type { Workbook } from './workbook';

/** Puts one input into a cell; null leaves it alone. */
export function enter(workbook: Workbook, sheet: Sheet, row: number, column: number, input: unknown): void {
  if (input === null || input === undefined) return;
  if (typeof input !== 'string' && typeof input !== 'number' && typeof input !== 'boolean') throw new ExcelError('InvalidArgument', 'A cell takes text, a number, true, false or null.');
  const { cells } = sheet;
  const entry = interpretEntry(input, sheet.format(row, column).numberFormat);
  cells.clear(row, column);
  if (entry.kind === 'formula') {
    cells.setFormula(row, column, entry.formula);
    cells.setValue(row, column, linkFormula(entry.formula)?.shown ?? 0);
  } else if (entry.kind === 'value') {
    cells.setValue(row, column, entry.value, entry.isError);
    if (entry.numberFormat && sheet.format(row, column).numberFormat === 'General') changeFormat(workbook, sheet, { row, column, rows: 1, columns: 1 }, { numberFormat: entry.numberFormat });
  }
  renameColumnBehind(sheet, row, column);
}

/** A table's heading cell and its column's name are one. */
function renameColumnBehind(sheet: Sheet, row: number, column: number): void {
  if (sheet.tables.length === 0) return;
  const table = sheet.tableAt(row, column);
  if (table?.showHeaders && table.area.row === row) table.columns[column - table.area.column].name = String(sheet.cells.value(row, column));
}

/** Changes one or more facets of the format of every cell of an area, whole rows and columns included. */
export function changeFormat(workbook: Workbook, sheet: Sheet, area: Area, change: Partial<CellFormat>): void {
  const { formats } = workbook;
  const key = JSON.stringify(change);
  const isWholeColumn = area.rows === ROWS_MAX;
  const isWholeRow = area.columns === COLUMNS_MAX;
  if (isWholeColumn && isWholeRow) sheet.sheetFormat = formats.changed(sheet.sheetFormat, change, key);
  if (isWholeColumn) {
    const columns = isWholeRow ? [...sheet.columnFormats.keys()] : Array.from({ length: area.columns }, (_, i) => area.column + i);
    for (const column of columns) sheet.columnFormats.set(column, formats.changed(sheet.columnFormats.get(column) ?? sheet.sheetFormat, change, key));
  } else if (isWholeRow) {
    for (let row = area.row; row < area.row + area.rows; row++) sheet.rowFormats.set(row, formats.changed(sheet.rowFormats.get(row) ?? sheet.sheetFormat, change, key));
  }
  const used = isWholeColumn || isWholeRow ? sheet.cells.used(false) : area;
  const cells = used && intersection(area, used);
  if (!cells) return;
  for (let column = cells.column; column < cells.column + cells.columns; column++) {
    for (let row = cells.row; row < cells.row + cells.rows; row++) {
      if ((isWholeColumn || isWholeRow) && sheet.cells.format(row, column) === 0) continue;
      sheet.cells.setFormat(row, column, formats.changed(sheet.formatNumber(row, column), change, key));
    }
  }
}

/** `Contents`, `Formats`, `Hyperlinks` or `All`, of the cells of an area. */
export function clearArea(sheet: Sheet, area: Area, what: string): void {
  const used = sheet.cells.used(false);
  const cells = used && intersection(area, used);
  for (let column = cells?.column ?? 0; cells && column < cells.column + cells.columns; column++) {
    for (let row = cells.row; row < cells.row + cells.rows; row++) {
      if (what === 'All' || what === 'Contents') sheet.cells.clear(row, column);
      if ((what === 'All' || what === 'Formats') && sheet.cells.format(row, column) !== 0) sheet.cells.setFormat(row, column, 0);
    }
  }
  if (what === 'All' || what === 'Hyperlinks') {
    for (const key of sheet.links.keys()) {
      const [row, column] = key.split(',').map(Number);
      if (intersection(area, { row, column, rows: 1, columns: 1 })) sheet.links.delete(key);
    }
  }
}

/** Joins cells; only the top left one keeps its content. */
export function merge(sheet: Sheet, area: Area): void {
  if (sheet.tables.some((table) => intersection(table.area, area))) throw new ExcelError('InvalidOperation', 'Cells of a table cannot be merged.');
  sheet.merges = sheet.merges.filter((merged) => !intersection(merged, area));
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) if (row !== area.row || column !== area.column) sheet.cells.clear(row, column);
  }
  if (area.rows > 1 || area.columns > 1) sheet.merges.push(area);
}

const FORBIDDEN_IN_SHEET_NAME = /[:\\/?*[\]]/;

/** Excel's rules for a tab: 1 to 31 characters, none of `: \ / ? * [ ]`, no apostrophe at an end, not taken, not "History". */
export function checkSheetName(workbook: Workbook, name: string, except?: Sheet): void {
  const isLegal = name.length >= 1 && name.length <= 31 && !FORBIDDEN_IN_SHEET_NAME.test(name) && !name.startsWith("'") && !name.endsWith("'") && name.toLowerCase() !== 'history';
  if (!isLegal) throw new ExcelError('InvalidArgument', `"${name}" is no name that Excel allows for a sheet.`);
  const holder = workbook.sheetByName(name);
  if (holder && holder !== except) throw new ExcelError('ItemAlreadyExists', `There is a sheet named "${name}" already.`);
}

/** Renames a tab; formulas and names that speak of it follow, hyperlinks do not, as in Excel. */
export function renameSheet(workbook: Workbook, sheet: Sheet, name: string): void {
  checkSheetName(workbook, name, sheet);
  renameEverywhere(workbook, new Map([[sheet.name.toLowerCase(), name]]), new Map());
  sheet.name = name;
}

/** Deletes a tab; what referred to it becomes #REF!. */
export function deleteSheet(workbook: Workbook, sheet: Sheet): void {
  const isLastVisible = sheet.visibility === 'Visible' && workbook.sheets.filter((other) => other.visibility === 'Visible').length === 1;
  if (isLastVisible) throw new ExcelError('InvalidOperation', 'The last visible sheet of a workbook cannot be deleted.');
  if (sheet.visibility === 'VeryHidden') throw new ExcelError('InvalidOperation', 'A very hidden sheet cannot be deleted.');
  const index = workbook.sheets.indexOf(sheet);
  workbook.sheets.splice(index, 1);
  const lost = lostReference(sheet.name);
  for (const other of workbook.sheets) other.cells.eachFormula((formula, row, column) => !isLinkFormula(formula) && lost(formula) !== formula && other.cells.setFormula(row, column, lost(formula)));
  workbook.names = workbook.names.filter((name) => name.sheetId !== sheet.id);
  for (const name of workbook.names) name.formula = lost(name.formula);
  if (workbook.activeSheetId === sheet.id) {
    const visible = [...workbook.sheets.slice(index), ...workbook.sheets.slice(0, index).reverse()].find((other) => other.visibility === 'Visible');
    workbook.activeSheetId = visible!.id;
  }
}

function lostReference(sheetName: string): (formula: string) => string {
  const placeholder = new Map([[sheetName.toLowerCase(), '\u0000']]);
  return (formula) => renameInFormula(formula, placeholder, new Map()).replace(/'\u0000'!\$?[A-Z]*\$?\d*(?::\$?[A-Z]*\$?\d*)?/gi, '#REF!');
}

const TABLE_NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u;

export function renameTable(workbook: Workbook, table: Table, name: string): void {
  if (!TABLE_NAME.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name)) throw new ExcelError('InvalidArgument', `"${name}" is no name that Excel allows for a table.`);
  for (const other of workbook.tables()) if (other.table !== table && other.table.name.toLowerCase() === name.toLowerCase()) throw new ExcelError('ItemAlreadyExists', `There is a table named "${name}" already.`);
  if (workbook.names.some((defined) => defined.name.toLowerCase() === name.toLowerCase())) throw new ExcelError('ItemAlreadyExists', `"${name}" is a defined name already.`);
  renameEverywhere(workbook, new Map(), new Map([[table.name.toLowerCase(), name]]));
  table.name = name;
}

function renameEverywhere(workbook: Workbook, sheets: ReadonlyMap<string, string>, tables: ReadonlyMap<string, string>): void {
  for (const sheet of workbook.sheets) {
    sheet.cells.eachFormula((formula, row, column) => {
      // Such a formula names its sheet within quotes, and there may be a hundred thousand of them.
      if (isLinkFormula(formula)) return;
      const renamed = renameInFormula(formula, sheets, tables);
      if (renamed !== formula) sheet.cells.setFormula(row, column, renamed);
    });
    for (const validation of sheet.validations) if (validation.list?.startsWith('=')) validation.list = renameInFormula(validation.list, sheets, tables);
  }
  for (const name of workbook.names) name.formula = renameInFormula(name.formula, sheets, tables);
}

/** Makes a table of an area; the heading cells become text, unique and never empty. */
export function addTable(workbook: Workbook, sheet: Sheet, area: Area, hasHeaders: boolean): Table {
  if (!hasHeaders) throw new ExcelError('UnsupportedOperation', 'The stand-in adds tables with a heading row only.');
  if (sheet.tables.some((table) => intersection(table.area, area))) throw new ExcelError('InvalidArgument', `A table cannot overlap another table (${address(area)}).`);
  if (sheet.merges.some((merged) => intersection(merged, area))) throw new ExcelError('InvalidArgument', 'A table cannot hold merged cells.');
  const used = new Set<string>();
  const columns = Array.from({ length: area.columns }, (_, i) => {
    const name = headingFor(sheet, area.row, area.column + i, i, used);
    if (sheet.cells.value(area.row, area.column + i) !== name) sheet.cells.setValue(area.row, area.column + i, name);
    return { id: i + 1, name };
  });
  // A table has at least one row below its heading, empty if need be.
  const table: Table = { id: workbook.newId(), name: freshTableName(workbook), area: { ...area, rows: Math.max(2, area.rows) }, columns, style: 'TableStyleMedium2', showHeaders: true, showTotals: false, showFilterButton: true, showBandedRows: true, showBandedColumns: false, highlightFirstColumn: false, highlightLastColumn: false };
  sheet.tables.push(table);
  return table;
}

function headingFor(sheet: Sheet, row: number, column: number, index: number, used: Set<string>): string {
  const wanted = sheet.cells.tag(row, column) === Tag.Empty ? `Column${index + 1}` : String(sheet.cells.value(row, column));
  let name = wanted;
  for (let number = 2; used.has(name.toLowerCase()); number++) name = `${wanted}${number}`;
  used.add(name.toLowerCase());
  return name;
}

function freshTableName(workbook: Workbook): string {
  const taken = new Set(Array.from(workbook.tables(), ({ table }) => table.name.toLowerCase()));
  let number = 1;
  while (taken.has(`table${number}`)) number++;
  return `Table${number}`;
}

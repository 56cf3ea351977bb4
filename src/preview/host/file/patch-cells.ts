/** Puts single cells that the user edited into a sheet's XML and leaves every other byte as it was. */
import { letters } from '../model/areas';
import { Tag } from '../model/cells';
import type { Sheet } from '../model/sheet';
import { escapeCellText, escapeXml } from '../../../workbook/xlsx/xml-scan';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The worksheet's XML with the cells as they are in memory now. */
export function patchedSheetXml(xml: string, sheet: Sheet, places: readonly CellPlace[]): string {
  let result = xml.replace(/<sheetData\s*\/>/, '<sheetData></sheetData>');
  for (const place of places) result = patchedCell(result, sheet, place);
  return result;
}

function patchedCell(xml: string, sheet: Sheet, { row, column }: CellPlace): string {
  const [start, end] = rowSpan(xml, row);
  const line = xml.slice(start, end);
  const reference = `${letters(column)}${row + 1}`;
  const known = new RegExp(`<c\\b[^>]*?\\br="${reference}"[^>]*?(?:/>|>[\\s\\S]*?</c>)`).exec(line);
  if (known && /<f\b[^>]*\bref=/.test(known[0])) throw new Error(`The formula in ${reference} is shared with other cells; the stand-in cannot save a change to it.`);
  const style = known && /\bs="(\d+)"/.exec(known[0])?.[1];
  const cell = cellXml(sheet, row, column, reference, style ?? null);
  const patched = known ? line.replace(known[0], () => cell) : inserted(line, cell, column);
  return xml.slice(0, start) + patched + xml.slice(end);
}

/** Where the row's element stands; a missing one is made in its place first. */
function rowSpan(xml: string, row: number): [start: number, end: number] {
  const rows = /<row\b[^>]*?\br="(\d+)"[^>]*?(\/>|>)/g;
  rows.lastIndex = xml.indexOf('<sheetData');
  for (let match = rows.exec(xml); match; match = rows.exec(xml)) {
    const number = Number(match[1]);
    if (number > row + 1) return [match.index, match.index];
    if (number < row + 1) continue;
    const end = match[2] === '/>' ? rows.lastIndex : xml.indexOf('</row>', rows.lastIndex) + '</row>'.length;
    return [match.index, end];
  }
  const end = xml.indexOf('</sheetData>');
  return [end, end];
}

function inserted(line: string, cell: string, column: number): string {
  if (line === '') return `<row r="${/r="[A-Z]+(\d+)"/.exec(cell)![1]}">${cell}</row>`;
  if (line.endsWith('/>') && !line.includes('<c')) return `${line.slice(0, -2)}>${cell}</row>`;
  for (const match of line.matchAll(/<c\b[^>]*?\br="([A-Z]+)\d+"/g)) if (columnOf(match[1]) > column) return line.slice(0, match.index) + cell + line.slice(match.index);
  return line.replace(/<\/row>$/, () => `${cell}</row>`);
}

function columnOf(text: string): number {
  let column = 0;
  for (const letter of text) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function cellXml(sheet: Sheet, row: number, column: number, reference: string, style: string | null): string {
  const value = sheet.cells.value(row, column);
  const formula = sheet.cells.formula(row, column);
  const open = `<c r="${reference}"${style === null ? '' : ` s="${style}"`}`;
  const formulaXml = formula === undefined ? '' : `<f>${escapeXml(formula.slice(1))}</f>`;
  switch (sheet.cells.tag(row, column)) {
    case Tag.Number:
      return `${open}>${formulaXml}<v>${value}</v></c>`;
    case Tag.Boolean:
      return `${open} t="b">${formulaXml}<v>${value ? 1 : 0}</v></c>`;
    case Tag.Error:
      return `${open} t="e">${formulaXml}<v>${escapeXml(String(value))}</v></c>`;
    case Tag.Text:
      return formula === undefined ? `${open} t="inlineStr"><is><t xml:space="preserve">${escapeCellText(String(value))}</t></is></c>` : `${open} t="str">${formulaXml}<v>${escapeCellText(String(value))}</v></c>`;
    default:
      return formula === undefined ? `${open}/>` : `${open}>${formulaXml}</c>`;
  }
}

/** A cell as the grid shows it: text as formatted, link, drop-down, data bar. */
import type { CellView } from './api';
import { contains, parseAddress, splitReference } from './model/areas';
import { displayColor, displayText } from './model/display';
import { linkFormula } from './model/link-formula';
import type { DataBar, Sheet } from './model/sheet';
import type { Workbook } from './model/workbook';

export function viewCell(workbook: Workbook, sheet: Sheet, row: number, column: number): CellView {
  const value = sheet.cells.value(row, column);
  const format = sheet.format(row, column);
  const link = sheet.link(row, column);
  const formula = sheet.cells.formula(row, column) ?? null;
  return {
    text: displayText(value, format.numberFormat),
    textColor: displayColor(value, format.numberFormat),
    value,
    formula,
    format,
    link: link ? link.documentReference || link.address : (formula && linkFormula(formula)?.location) || null,
    choices: choicesAt(workbook, sheet, row, column),
    dataBar: dataBarAt(sheet, row, column),
  };
}

function choicesAt(workbook: Workbook, sheet: Sheet, row: number, column: number): readonly string[] | null {
  const list = sheet.validations.findLast(({ area }) => contains(area, row, column))?.list;
  if (list === undefined || list === null) return null;
  if (!list.startsWith('=')) return list.split(',').map((word) => word.trim());
  const reference = splitReference(list);
  const holder = reference.sheet === null ? sheet : workbook.sheetByName(reference.sheet);
  const area = parseAddress(reference.address);
  if (!holder || !area) return null;
  const words: string[] = [];
  for (let r = area.row; r < area.row + area.rows; r++) for (let c = area.column; c < area.column + area.columns; c++) words.push(String(holder.cells.value(r, c)));
  return words.filter((word) => word !== '');
}

function dataBarAt(sheet: Sheet, row: number, column: number): CellView['dataBar'] {
  const bar = sheet.dataBars.find(({ area }) => contains(area, row, column));
  const value = sheet.cells.value(row, column);
  if (!bar || typeof value !== 'number') return null;
  const most = greatest(sheet, bar);
  return { share: most > 0 ? Math.max(0, Math.min(1, value / most)) : 0, color: bar.color };
}

/** Remembered per bar until its sheet changes: a grid asks for every visible cell. */
const greatestByBar = new WeakMap<DataBar, { changes: number; value: number }>();

function greatest(sheet: Sheet, bar: DataBar): number {
  const known = greatestByBar.get(bar);
  if (known?.changes === sheet.changes) return known.value;
  let most = 0;
  const { area } = bar;
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const value = sheet.cells.value(row, column);
      if (typeof value === 'number') most = Math.max(most, value);
    }
  }
  greatestByBar.set(bar, { changes: sheet.changes, value: most });
  return most;
}

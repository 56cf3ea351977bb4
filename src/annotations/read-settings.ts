/** The cells of the settings sheet, by setting key: where they are anchored, or beside the words that say what they mean. */
import { LANGUAGES } from '../texts';
import { settingsTexts } from '../texts/settings';
import { fold } from '../ledger/fold';
import { CellTag, type Grid } from '../ledger/grid';
import type { Annotations } from './annotations';

const PREFIX = 'settings.';
/** Keys are paths ("collection.weights.age"); headings of groups and what is said of bad values are not. */
const isSettingKey = (key: string) => key.includes('.') && !key.startsWith('group.');

/** Setting key by what the sheet may say beside the cell: its meaning in any language, or the key itself. */
const keysByLabel = new Map(
  Object.entries(settingsTexts).flatMap(([code, text]) => {
    const key = code.slice(PREFIX.length);
    return !isSettingKey(key) ? [] : [key, ...LANGUAGES.map((language) => text[language])].map((label) => [fold(label), key] as const);
  }),
);

export function readSettingCells(grid: Grid): Annotations['settings'] {
  const cells: Record<string, string | number | boolean> = Object.create(null);
  for (const [key, { rowIndex, columnIndex }] of Object.entries(grid.facts.result?.anchors ?? {})) cells[key] = grid.value(rowIndex, columnIndex) ?? '';
  if (Object.keys(cells).length > 0) return cells;
  for (const { key, rowIndex, columnIndex } of labels(grid)) {
    const valueColumn = [columnIndex + 1, columnIndex + 2].find((c) => c < grid.columnCount && grid.value(rowIndex, c) !== null && !isLabel(grid, rowIndex, c));
    if (valueColumn !== undefined && cells[key] === undefined) cells[key] = grid.value(rowIndex, valueColumn) ?? '';
  }
  return cells;
}

/** How many settings a sheet without marks seems to hold. */
export function settingLabelCount(grid: Grid): number {
  return grid.columnCount > 12 || grid.rowCount > 500 ? 0 : labels(grid).length;
}

function isLabel(grid: Grid, rowIndex: number, columnIndex: number): boolean {
  return grid.tag(rowIndex, columnIndex) === CellTag.Text && keysByLabel.has(fold(grid.text(rowIndex, columnIndex)));
}

function labels(grid: Grid): { key: string; rowIndex: number; columnIndex: number }[] {
  const found: { key: string; rowIndex: number; columnIndex: number }[] = [];
  for (let rowIndex = 0; rowIndex < grid.rowCount; rowIndex++) {
    for (let columnIndex = 0; columnIndex < grid.columnCount; columnIndex++) {
      const key = isLabel(grid, rowIndex, columnIndex) ? keysByLabel.get(fold(grid.text(rowIndex, columnIndex))) : undefined;
      if (key !== undefined) found.push({ key, rowIndex, columnIndex });
    }
  }
  return found;
}

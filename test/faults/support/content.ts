/** Everything that stands in a workbook, as text that can be compared; ids, which are new each time, left out. */
import type { Sheet, Workbook } from '../../../src/preview/host';
import { parseReference } from '../../../src/workbook/xlsx/workbook-part';
import { isDraftTab, isPassingMark, parseAsideMark, parseDraftMark, parseMark, SWAPPED_MARK } from '../../../src/workbook/names';

/** A sheet with its looks and all that hangs on it; its tab's name and its printed page apart. */
function sheetContent(workbook: Workbook, sheet: Sheet): string {
  const cells: unknown[] = [];
  const used = sheet.cells.used(false);
  for (let row = used?.row ?? 0; used && row < used.row + used.rows; row++) {
    for (let column = used.column; column < used.column + used.columns; column++) {
      const [value, formula, format] = [sheet.cells.value(row, column), sheet.cells.formula(row, column), sheet.cells.format(row, column)];
      if (value !== '' || formula !== undefined || format !== 0) cells.push([row, column, value, formula, format === 0 ? 0 : lookOf(workbook, format)]);
    }
  }
  const { visibility, tabColor, showGridlines, freeze, columnWidths, rowHeights, hiddenRows, hiddenColumns, merges, links, validations } = sheet;
  const tables = sheet.tables.map(({ id: _id, ...table }) => table);
  const charts = sheet.charts.map(({ id: _id, ...chart }) => chart);
  const dataBars = sheet.dataBars.map(({ id: _id, ...bar }) => bar);
  return JSON.stringify([cells, visibility, tabColor, showGridlines, freeze, [...columnWidths], [...rowHeights], [...hiddenRows], [...hiddenColumns], merges, [...links], validations, tables, charts, dataBars]);
}

const looks = new WeakMap<object, string>();

function lookOf(workbook: Workbook, format: number): string {
  const look = workbook.formats.at(format);
  let text = looks.get(look);
  if (text === undefined) looks.set(look, (text = JSON.stringify(look)));
  return text;
}

const tabIn = (formula: string): string | undefined => parseReference(formula.replace(/^=/, ''))?.sheet;

/** Keys of result sheets by tab, as their marks say; drafts by theirs. */
function keysByTab(workbook: Workbook, keyOf: (name: string) => { key: string; anchor: string | null } | null): ReadonlyMap<string, string> {
  return new Map(
    workbook.names.flatMap(({ name, formula }) => {
      const mark = keyOf(name);
      const tab = mark?.anchor === null ? tabIn(formula) : undefined;
      return mark && tab !== undefined ? [[tab, mark.key] as const] : [];
    }),
  );
}

/** The result sheets by key, with their printed pages, their tabs and the names that mark them. */
export interface Results {
  readonly contents: Readonly<Record<string, string>>;
  readonly pages: Readonly<Record<string, string>>;
  readonly tabs: readonly string[];
  readonly names: readonly string[];
}

/** Once the drafts count they are the results, though not everything may have its name yet; the old ones stand aside. */
export function resultsOf(workbook: Workbook): Results {
  const haveDraftsSwapped = workbook.names.some(({ name }) => name === SWAPPED_MARK);
  const keys = new Map([...keysByTab(workbook, parseMark), ...(haveDraftsSwapped ? keysByTab(workbook, parseDraftMark) : [])]);
  const aside = new Set(workbook.names.flatMap(({ name, formula }) => (parseAsideMark(name) !== null && haveDraftsSwapped ? [tabIn(formula)] : [])));
  const sheets = workbook.sheets.filter(({ name }) => keys.has(name) && !aside.has(name));
  return {
    contents: Object.fromEntries(sheets.map((sheet) => [keys.get(sheet.name)!, haveDraftsSwapped ? sheetContent(workbook, sheet).replaceAll('_draft', '') : sheetContent(workbook, sheet)])),
    pages: Object.fromEntries(sheets.map((sheet) => [keys.get(sheet.name)!, JSON.stringify(sheet.page)])),
    tabs: sheets.map(({ name }) => name),
    names: workbook.names.filter(({ name }) => parseMark(name)).map(({ name, formula, visible }) => `${name} ${formula} ${visible}`).sort(),
  };
}

/** What is neither the user's nor a result: drafts, and names that stand only during a swap. */
export function leftOvers(workbook: Workbook): readonly string[] {
  const drafts = keysByTab(workbook, parseDraftMark);
  return [...workbook.sheets.filter(({ name }) => drafts.has(name) || isDraftTab(name)).map(({ name }) => name), ...workbook.names.filter(({ name }) => isPassingMark(name)).map(({ name }) => name)];
}

/** Sheets that carry no mark of ours, with their tabs: the user's. */
export function usersSheets(workbook: Workbook): string {
  const ours = new Map([...keysByTab(workbook, parseMark), ...keysByTab(workbook, parseDraftMark)]);
  return JSON.stringify(workbook.sheets.filter(({ name }) => !ours.has(name) && !isDraftTab(name)).map((sheet) => [sheet.name, sheetContent(workbook, sheet), sheet.page]));
}

/** Keys, tabs and names in which two are not alike: whole sheets would be no message. */
export function unlike(a: Results, b: Results, arePagesSet = true): string[] {
  const keys = [...new Set([...Object.keys(a.contents), ...Object.keys(b.contents)])].filter((key) => a.contents[key] !== b.contents[key] || (arePagesSet && a.pages[key] !== b.pages[key]));
  const [tabs, names] = [a.tabs.filter((tab) => !b.tabs.includes(tab)), a.names.filter((name) => !b.names.includes(name))];
  return [...keys, ...tabs, ...names];
}

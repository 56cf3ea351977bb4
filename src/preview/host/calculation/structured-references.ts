/** `Items[Open]` → `'Open items'!$C$5:$C$90`: the calculation engine knows cells, not tables. */
import { quotedSheet } from '../../../workbook/names';
import { address, type Area } from '../model/areas';
import type { Sheet, Table } from '../model/sheet';
import type { Workbook } from '../model/workbook';

export interface FormulaPlace {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

// A text in quotes | a table's name, or none within its own table | one level of brackets inside the outer ones.
const PARTS = /"(?:[^"]|"")*"|([\p{L}_\\][\p{L}\p{N}_.\\]*)?\[((?:[^[\]]|\[(?:[^[\]']|'.)*\])*)\]/gu;

/** The formula with every reference to a table's parts as a reference to cells; unknown ones stay as they are. */
export function withCellReferences(workbook: Workbook, formula: string, place: FormulaPlace): string {
  if (!formula.includes('[')) return formula;
  return formula.replace(PARTS, (part: string, name: string | undefined, inside: string | undefined) => {
    if (inside === undefined) return part;
    const found = name === undefined ? tableAround(place) : tableNamed(workbook, name);
    const area = found && partOf(found.table, inside, place);
    return area ? `${quotedSheet(found.sheet.name)}!${address(area, true)}` : part;
  });
}

function tableAround({ sheet, row, column }: FormulaPlace): { sheet: Sheet; table: Table } | undefined {
  const table = sheet.tableAt(row, column);
  return table && { sheet, table };
}

function tableNamed(workbook: Workbook, name: string): { sheet: Sheet; table: Table } | undefined {
  for (const found of workbook.tables()) if (found.table.name.toLowerCase() === name.toLowerCase()) return found;
  return undefined;
}

/** `Open` · `@Open` · `[#Totals],[Open]` · `[First]:[Last]` · `#All`. */
function partOf(table: Table, inside: string, place: FormulaPlace): Area | null {
  const items = new Set(Array.from(inside.matchAll(/#(All|Data|Headers|Totals|This Row)/g), ([, word]) => word));
  if (inside.startsWith('@')) items.add('This Row');
  const words = inside.replace(/^@/, '').replace(/\[?#(?:All|Data|Headers|Totals|This Row)\]?,?/g, '');
  const columns = words === '' ? [] : words.includes('[') ? Array.from(words.matchAll(/\[((?:[^[\]']|'.)*)\]/g), ([, column]) => column) : [words];
  const indices = columns.map((column) => table.columns.findIndex(({ name }) => name.toLowerCase() === column.replace(/'(.)/g, '$1').toLowerCase()));
  if (indices.includes(-1)) return null;
  const first = indices.length > 0 ? Math.min(...indices) : 0;
  const last = indices.length > 0 ? Math.max(...indices) : table.columns.length - 1;
  return { ...rowsOf(table, items, place), column: table.area.column + first, columns: last - first + 1 };
}

function rowsOf({ area, showTotals }: Table, items: ReadonlySet<string>, place: FormulaPlace): { row: number; rows: number } {
  const body = { row: area.row + 1, rows: area.rows - 1 - (showTotals ? 1 : 0) };
  if (items.has('This Row')) return { row: place.row, rows: 1 };
  if (items.has('All')) return { row: area.row, rows: area.rows };
  if (items.has('Headers')) return { row: area.row, rows: 1 };
  if (items.has('Totals')) return { row: area.row + area.rows - 1, rows: 1 };
  return body;
}

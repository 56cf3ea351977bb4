/**
 * Finds our sheets and their columns again after people worked on them. A column is where its anchor is;
 * where the anchor is gone, where its heading stands, in any language. What has neither is a column that
 * a user added.
 */
import { LANGUAGES, say } from '../texts';
import { fold } from '../ledger/fold';
import { CellTag, type Grid } from '../ledger/grid';
import { DONE_PREFIX, headingCode } from './keys';

/** Headings of a second table stand below the first; a sheet longer than this has one table only. */
const HEADING_ROWS_SEARCHED = 5000;
/** In a sheet that may not be ours, headings are looked for near the top only: it may be a ledger of a million lines. */
export const TOP_ROWS = 60;

/** Titles fill one or two cells of their row. */
const CELLS_OF_A_ROW = 4;

/** One table on a result sheet: its heading row, its columns by key, the columns users added, and its rows. */
export interface TablePlace {
  readonly headingRowIndex: number;
  /** Column index by column key. */
  readonly columns: ReadonlyMap<string, number>;
  readonly added: readonly { readonly heading: string; readonly columnIndex: number }[];
  readonly firstRowIndex: number;
  /** Inclusive. */
  readonly lastRowIndex: number;
}

/** The column keys that a folded heading may stand for; "Customer" is a column of several sheets. */
export class Headings {
  private readonly keys = new Map<string, string>();

  constructor(columnKeys: readonly string[]) {
    for (const key of columnKeys) {
      for (const language of LANGUAGES) {
        const heading = fold(say({ code: headingCode(key) }, language));
        if (!this.keys.has(heading)) this.keys.set(heading, key);
      }
    }
  }

  keyOf(heading: string): string | undefined {
    return this.keys.get(fold(heading));
  }
}

/** The tables of a sheet that have these columns: by anchors under `prefix`, else by headings, the n-th such row for the n-th table. */
export function findTable(grid: Grid, headings: Headings, options: { readonly prefix?: string; readonly nth?: number; readonly needs: readonly string[] }): TablePlace | null {
  const { prefix = '', nth = 0, needs } = options;
  const anchored = anchorsOf(grid, prefix);
  const headingRowIndex = commonRow(anchored) ?? headingRows(grid, headings, needs)[nth];
  if (headingRowIndex === undefined) return null;
  const columns = new Map([...anchored].filter(([, place]) => place.rowIndex === headingRowIndex).map(([key, place]) => [key, place.columnIndex]));
  const added: { heading: string; columnIndex: number }[] = [];
  const taken = new Set(columns.values());
  for (let c = 0; c < grid.columnCount; c++) {
    const heading = String(grid.value(headingRowIndex, c) ?? '').trim();
    if (taken.has(c) || heading === '') continue;
    const key = headings.keyOf(heading);
    if (key !== undefined && !columns.has(key)) columns.set(key, c);
    else added.push({ heading, columnIndex: c });
  }
  return { headingRowIndex, columns, added, firstRowIndex: headingRowIndex + 1, lastRowIndex: lastRowOf(grid, headingRowIndex, headings, needs) };
}

type Anchor = { readonly rowIndex: number; readonly columnIndex: number };

/** Anchors of one table, without the prefix; the plan's own exclude those of its done part. */
function anchorsOf(grid: Grid, prefix: string): Map<string, Anchor> {
  const own = Object.entries(grid.facts.result?.anchors ?? {}).filter(([key]) => (prefix === '' ? !key.startsWith(DONE_PREFIX) : key.startsWith(prefix)));
  return new Map(own.map(([key, anchor]) => [key.slice(prefix.length), anchor]));
}

/** The row most anchors stand in: single-cell anchors above the table stand elsewhere. At least two must agree. */
function commonRow(anchors: ReadonlyMap<string, Anchor>): number | undefined {
  const counts = new Map<number, number>();
  for (const { rowIndex } of anchors.values()) counts.set(rowIndex, (counts.get(rowIndex) ?? 0) + 1);
  const [row, count] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [];
  return count !== undefined && count >= 2 ? row : undefined;
}

/** Rows, among the first so many, in which all the needed headings stand. */
export function headingRows(grid: Grid, headings: Headings, needs: readonly string[], searched = HEADING_ROWS_SEARCHED): number[] {
  const rows: number[] = [];
  for (let r = 0; r < Math.min(grid.rowCount, searched); r++) {
    const found = new Set<string>();
    for (let c = 0; c < grid.columnCount; c++) {
      if (grid.tag(r, c) !== CellTag.Text) continue;
      const key = headings.keyOf(grid.text(r, c));
      if (key !== undefined) found.add(key);
    }
    if (needs.every((key) => found.has(key))) rows.push(r);
  }
  return rows;
}

/** A sheet without anything to write about has titles only; one whose headings are gone still has its rows. */
export function hasRows(grid: Grid): boolean {
  for (let r = 0; r < Math.min(grid.rowCount, TOP_ROWS); r++) {
    let filled = 0;
    for (let c = 0; c < grid.columnCount; c++) if (grid.tag(r, c) !== CellTag.Empty) filled++;
    if (filled >= CELLS_OF_A_ROW) return true;
  }
  return false;
}

/** Down to the next table on the sheet, or to the sheet's end: people write below the last row as well. */
function lastRowOf(grid: Grid, headingRowIndex: number, headings: Headings, needs: readonly string[]): number {
  const anchorRows = Object.values(grid.facts.result?.anchors ?? {}).map((anchor) => anchor.rowIndex);
  const next = [...anchorRows, ...headingRows(grid, headings, needs)].filter((row) => row > headingRowIndex).sort((a, b) => a - b)[0];
  return (next ?? grid.rowCount) - 1;
}

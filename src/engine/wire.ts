/**
 * Sheet models make their rows on demand, and functions cannot cross to another thread. On the wire a sheet is
 * its frame, then its placed cells, then the rows of its tables, some at a time, with the few styles and links that
 * differ from their column's. Each part is a message of its own, so that the thread that receives them is never long
 * at one; when all have arrived there is a model like any other.
 */
import type { CellContent, CellStyle, LinkTarget, PlacedCell, SheetModel, TableModel } from '../reports/sheet-model';

/** Cells of one part: made into objects in a few milliseconds. */
const PART_CELLS = 10_000;
/** Placed cells of one part: each is an object, often with a style and a link of its own. */
const PART_PLACED_CELLS = 1_500;

const EXTRAS = ['rowStyle', 'cellStyle', 'link'] as const;

interface TableFrame extends Omit<TableModel, 'row' | (typeof EXTRAS)[number]> {
  /** What it has beside its rows: who receives it need not ask every cell for what none of them has. */
  readonly extras: readonly (typeof EXTRAS)[number][];
}

interface SheetFrame extends Omit<SheetModel, 'tables' | 'cells'> {
  readonly tables: readonly TableFrame[];
}

interface PlacedCells {
  /** Of the sheet that came last. */
  readonly cells: readonly PlacedCell[];
}

interface TableRows {
  /** Of the tables of the sheet that came last. */
  readonly table: number;
  readonly firstRow: number;
  readonly rows: readonly (readonly CellContent[])[];
  readonly rowStyles: readonly (readonly [row: number, style: CellStyle])[];
  /** By row times columns plus column. */
  readonly cellStyles: readonly (readonly [cell: number, style: CellStyle])[];
  readonly links: readonly (readonly [cell: number, target: LinkTarget])[];
}

export type WirePart = SheetFrame | PlacedCells | TableRows;

export function* toWire(models: readonly SheetModel[]): Generator<WirePart> {
  for (const model of models) {
    const { cells, ...frame } = model;
    yield { ...frame, tables: model.tables.map(frameOf) };
    for (let from = 0; from < cells.length; from += PART_PLACED_CELLS) yield { cells: cells.slice(from, from + PART_PLACED_CELLS) };
    for (const [at, table] of model.tables.entries()) {
      const size = Math.max(1, Math.floor(PART_CELLS / Math.max(1, table.columns.length)));
      for (let from = 0; from < table.rowCount; from += size) yield rowsOf(table, at, from, Math.min(from + size, table.rowCount));
    }
  }
}

/** A table without its functions. */
function frameOf(table: TableModel): TableFrame {
  const plain = Object.fromEntries(Object.entries(table).filter(([, value]) => typeof value !== 'function'));
  return { ...plain, extras: EXTRAS.filter((extra) => table[extra]) } as unknown as TableFrame;
}

function rowsOf({ columns, row, rowStyle, cellStyle, link }: TableModel, table: number, firstRow: number, end: number): TableRows {
  const rows: (readonly CellContent[])[] = [];
  const rowStyles: [number, CellStyle][] = [];
  const cellStyles: [number, CellStyle][] = [];
  const links: [number, LinkTarget][] = [];
  for (let i = firstRow; i < end; i++) {
    rows.push(row(i));
    const style = rowStyle?.(i);
    if (style) rowStyles.push([i, style]);
    if (!cellStyle && !link) continue;
    columns.forEach(({ key }, column) => {
      const own = cellStyle?.(i, key);
      if (own) cellStyles.push([i * columns.length + column, own]);
      const target = link?.(i, key);
      if (target) links.push([i * columns.length + column, target]);
    });
  }
  return { table, firstRow, rows, rowStyles, cellStyles, links };
}

/** Puts sheets together again, part by part in the order in which they were sent. */
export class WireSheets {
  readonly models: SheetModel[] = [];
  private tables: ReceivedTable[] = [];
  private cells: PlacedCell[] = [];

  add(part: WirePart): void {
    if ('rows' in part) return this.tables[part.table].add(part);
    if ('cells' in part) {
      for (const cell of part.cells) this.cells.push(cell);
      return;
    }
    this.tables = part.tables.map((frame) => new ReceivedTable(frame));
    this.cells = [];
    this.models.push({ ...part, cells: this.cells, tables: this.tables.map((table) => table.model()) });
  }
}

class ReceivedTable {
  private readonly rows: (readonly CellContent[])[] = [];
  private readonly rowStyles = new Map<number, CellStyle>();
  private readonly cellStyles = new Map<number, CellStyle>();
  private readonly links = new Map<number, LinkTarget>();

  constructor(private readonly frame: TableFrame) {}

  add({ rows, rowStyles, cellStyles, links }: TableRows): void {
    for (const row of rows) this.rows.push(row);
    for (const [row, style] of rowStyles) this.rowStyles.set(row, style);
    for (const [cell, style] of cellStyles) this.cellStyles.set(cell, style);
    for (const [cell, target] of links) this.links.set(cell, target);
  }

  model(): TableModel {
    const columnOf = new Map(this.frame.columns.map(({ key }, column) => [key, column]));
    const cellOf = (row: number, key: string) => row * columnOf.size + (columnOf.get(key) ?? Number.NaN);
    const { extras, ...plain } = this.frame;
    const all: Required<Pick<TableModel, (typeof EXTRAS)[number]>> = {
      rowStyle: (i) => this.rowStyles.get(i),
      cellStyle: (i, key) => this.cellStyles.get(cellOf(i, key)),
      link: (i, key) => this.links.get(cellOf(i, key)),
    };
    return { ...plain, row: (i) => this.rows[i], ...Object.fromEntries(extras.map((extra) => [extra, all[extra]])) };
  }
}

/**
 * Sheet models make their rows on demand, and functions cannot cross to another thread. On the wire a
 * table is its rows, with the few styles and links that differ from their column's; on arrival it is a
 * model like any other.
 */
import type { CellContent, CellStyle, LinkTarget, SheetModel, TableModel } from '../reports/sheet-model';

interface WireTable extends Omit<TableModel, 'row' | 'rowStyle' | 'cellStyle' | 'link'> {
  readonly rows: readonly (readonly CellContent[])[];
  readonly rowStyles: readonly [number, CellStyle][];
  readonly cellStyles: readonly [string, CellStyle][];
  readonly links: readonly [string, LinkTarget][];
}

export interface WireSheet extends Omit<SheetModel, 'tables'> {
  readonly tables: readonly WireTable[];
}

const cellKey = (rowIndex: number, columnKey: string) => `${rowIndex}:${columnKey}`;

export function toWire(model: SheetModel): WireSheet {
  return { ...model, tables: model.tables.map(tableToWire) };
}

export function fromWire(sheet: WireSheet): SheetModel {
  return { ...sheet, tables: sheet.tables.map(tableFromWire) };
}

function tableToWire(table: TableModel): WireTable {
  const { row, rowStyle, cellStyle, link, ...rest } = table;
  const rows: (readonly CellContent[])[] = [];
  const rowStyles: [number, CellStyle][] = [];
  const cellStyles: [string, CellStyle][] = [];
  const links: [string, LinkTarget][] = [];
  for (let i = 0; i < table.rowCount; i++) {
    rows.push(row(i));
    const style = rowStyle?.(i);
    if (style) rowStyles.push([i, style]);
    if (!cellStyle && !link) continue;
    for (const { key } of table.columns) {
      const own = cellStyle?.(i, key);
      if (own) cellStyles.push([cellKey(i, key), own]);
      const target = link?.(i, key);
      if (target) links.push([cellKey(i, key), target]);
    }
  }
  return { ...rest, rows, rowStyles, cellStyles, links };
}

function tableFromWire({ rows, rowStyles, cellStyles, links, ...rest }: WireTable): TableModel {
  const styleByRow = new Map(rowStyles);
  const styleByCell = new Map(cellStyles);
  const linkByCell = new Map(links);
  return {
    ...rest,
    row: (i) => rows[i],
    rowStyle: (i) => styleByRow.get(i),
    cellStyle: (i, key) => styleByCell.get(cellKey(i, key)),
    link: (i, key) => linkByCell.get(cellKey(i, key)),
  };
}

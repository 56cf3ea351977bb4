/**
 * A sheet model as worksheet XML, streamed row by row: a table's rows are asked for one at a time and
 * never stand in memory together.
 */
import { DEFAULT_ROW_HEIGHT, type LinkTarget, type PlacedCell, type SheetModel, type TableModel } from '../../reports/sheet-model';
import { quotedSheet } from '../names';
import { DEFAULT_HEADING, LINKS_MAX, TOTALS, tableRowCount } from '../table-look';
import { CellWriter, looksLikeFormula } from './cell-xml';
import { columnsXml, dataBarsXml, extensionsXml, mergesXml, pageXml, viewXml } from './sheet-frame';
import type { StyleBook } from './style-book';
import { headingsOf } from './table-part';
import { validationsXml } from './validations';
import { escapeXml } from './xml-scan';

/** Characters gathered before they are handed to the compressor. */
const CHUNK_LENGTH = 1 << 17;

export interface SheetWriting {
  readonly styles: StyleBook;
  readonly renamedFormula: (formula: string) => string;
  readonly uses1904: boolean;
  /** The tab name a link's sheet has in this workbook. */
  readonly renamedSheet: (sheet: string) => string;
  readonly isSelected: boolean;
  readonly drawingId: string | null;
  readonly tableIds: readonly string[];
  readonly slicersId: string | null;
  /** Called after each row, so that the caller may report and stop. */
  readonly onRow: () => void;
}

export function* sheetXmlChunks(model: SheetModel, writing: SheetWriting): Generator<string> {
  const links: string[] = [];
  const rows = new RowWriter(model, writing, links);
  yield headXml(model, writing);
  let gathered = '<sheetData>';
  for (let rowIndex = 0; rowIndex < rows.count; rowIndex++) {
    gathered += rows.row(rowIndex);
    writing.onRow();
    if (gathered.length < CHUNK_LENGTH) continue;
    yield gathered;
    gathered = '';
  }
  yield `${gathered}</sheetData>${footXml(model, writing, links)}`;
}

/** Rows down to the last that holds anything. */
export function sheetRowCount({ cells, tables, rowHeights }: SheetModel): number {
  const ends = [
    ...tables.map((table) => table.rowIndex + tableRowCount(table)),
    ...cells.map(({ rowIndex, rowSpan }) => rowIndex + (rowSpan ?? 1)),
    ...Object.keys(rowHeights ?? {}).map((row) => Number(row) + 1),
  ];
  return ends.reduce((most, end) => Math.max(most, end), 0);
}

function headXml(model: SheetModel, writing: SheetWriting): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<sheetPr><tabColor rgb="FF${model.tabColor}"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `${viewXml(model, writing.isSelected)}<sheetFormatPr defaultRowHeight="${DEFAULT_ROW_HEIGHT}" customHeight="1"/>${columnsXml(model)}`
  );
}

/** Everything behind the rows, in the order the standard wants it. */
function footXml(model: SheetModel, writing: SheetWriting, links: readonly string[]): string {
  return (
    mergesXml(model) +
    dataBarsXml(model) +
    validationsXml(model) +
    (links.length ? `<hyperlinks>${links.join('')}</hyperlinks>` : '') +
    pageXml(model) +
    // Document numbers are texts, and a total's formula unlike its neighbour's, on purpose; without this Excel flags each of them.
    '<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1" formula="1" formulaRange="1"/></ignoredErrors>' +
    (writing.drawingId ? `<drawing r:id="${writing.drawingId}"/>` : '') +
    (writing.tableIds.length ? `<tableParts count="${writing.tableIds.length}">${writing.tableIds.map((id) => `<tablePart r:id="${id}"/>`).join('')}</tableParts>` : '') +
    extensionsXml(model, writing.slicersId) +
    '</worksheet>'
  );
}

class RowWriter {
  readonly count: number;
  private readonly placed = new Map<number, PlacedCell[]>();
  private readonly tables: readonly TableRows[];
  private readonly cells: CellWriter;

  constructor(
    private readonly model: SheetModel,
    private readonly writing: SheetWriting,
    private readonly links: string[],
  ) {
    this.cells = new CellWriter(writing.styles, writing.renamedFormula, writing.uses1904);
    for (const cell of model.cells) this.place(cell);
    this.tables = model.tables.map((table) => new TableRows(table, this.cells, writing.styles, (row, column, target) => this.link(row, column, target)));
    this.count = sheetRowCount(model);
  }

  /** `''` for a row with nothing in it. */
  row(rowIndex: number): string {
    const cells = this.rowCells(rowIndex);
    const height = this.model.rowHeights?.[rowIndex];
    if (cells === '' && height === undefined) return '';
    return `<row r="${rowIndex + 1}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${cells}</row>`;
  }

  private rowCells(rowIndex: number): string {
    const placed = this.placed.get(rowIndex);
    const tables = this.tables.filter((table) => rowIndex >= table.table.rowIndex && rowIndex < table.endRowIndex);
    if (!placed && tables.length === 1) return tables[0].row(rowIndex, () => true);
    // Cells side by side come from several hands: they are put in order, and what is placed by hand wins.
    const columns = new Map<number, string>();
    for (const table of tables) table.row(rowIndex, (column, xml) => void columns.set(column, xml));
    for (const { columnIndex, content, style } of placed ?? []) columns.set(columnIndex, this.cells.cell(rowIndex, columnIndex, content, style));
    return Array.from(columns).sort(([a], [b]) => a - b).map(([, xml]) => xml).join('');
  }

  /** Puts a cell down, and its style on every cell it is merged over, so that rules and fills run through. */
  private place(cell: PlacedCell): void {
    if (cell.link) this.link(cell.rowIndex, cell.columnIndex, cell.link);
    for (let row = cell.rowIndex; row < cell.rowIndex + (cell.rowSpan ?? 1); row++) {
      const list = this.placed.get(row) ?? [];
      this.placed.set(row, list);
      for (let column = cell.columnIndex; column < cell.columnIndex + (cell.columnSpan ?? 1); column++) {
        const isFirst = row === cell.rowIndex && column === cell.columnIndex;
        list.push(isFirst ? cell : { rowIndex: row, columnIndex: column, content: null, style: cell.style });
      }
    }
  }

  private link(rowIndex: number, columnIndex: number, target: LinkTarget): void {
    if (this.links.length >= LINKS_MAX) return;
    const location = `${quotedSheet(this.writing.renamedSheet(target.sheet))}!${this.cells.reference(target.rowIndex, target.columnIndex)}`;
    this.links.push(`<hyperlink ref="${this.cells.reference(rowIndex, columnIndex)}" location="${escapeXml(location)}"/>`);
  }
}

/** The rows of one table: heading, body, totals. */
class TableRows {
  readonly endRowIndex: number;
  private readonly columnStyleIds: readonly number[];

  constructor(
    readonly table: TableModel,
    private readonly cells: CellWriter,
    styles: StyleBook,
    private readonly onLink: (rowIndex: number, columnIndex: number, target: LinkTarget) => void,
  ) {
    this.endRowIndex = table.rowIndex + tableRowCount(table);
    this.columnStyleIds = table.columns.map(({ style }) => (style ? styles.idOf(style) : 0));
  }

  /** The cells of a row; each is also handed to `take`, which may want it with its column. */
  row(rowIndex: number, take: (columnIndex: number, xml: string) => void): string {
    const index = rowIndex - this.table.rowIndex - 1;
    if (index < 0) return this.headingRow(rowIndex, take);
    if (index < this.table.rowCount) return this.bodyRow(rowIndex, index, take);
    return this.table.totals && rowIndex === this.endRowIndex - 1 ? this.totalsRow(rowIndex, take) : '';
  }

  private headingRow(rowIndex: number, take: (columnIndex: number, xml: string) => void): string {
    const headings = headingsOf(this.table);
    return this.each(take, (i, columnIndex) => this.cells.cell(rowIndex, columnIndex, headings[i], this.table.columns[i].headingStyle ?? this.table.headingStyle ?? DEFAULT_HEADING));
  }

  private bodyRow(rowIndex: number, index: number, take: (columnIndex: number, xml: string) => void): string {
    const { table } = this;
    const contents = table.row(index);
    const rowStyle = table.rowStyle?.(index);
    return this.each(take, (i, columnIndex) => {
      const { key, style } = table.columns[i];
      const content = contents[i] ?? null;
      const target = table.link?.(index, key);
      if (target) this.onLink(rowIndex, columnIndex, target);
      const cellStyle = table.cellStyle?.(index, key);
      if (!rowStyle && !cellStyle && !looksLikeFormula(content)) return this.cells.styled(rowIndex, columnIndex, this.cells.counted(content, style), this.columnStyleIds[i]);
      return this.cells.cell(rowIndex, columnIndex, content, { ...style, ...rowStyle, ...cellStyle });
    });
  }

  private totalsRow(rowIndex: number, take: (columnIndex: number, xml: string) => void): string {
    return this.each(take, (i, columnIndex) => this.cells.cell(rowIndex, columnIndex, this.table.columns[i].total ?? null, { ...this.table.columns[i].style, ...TOTALS }));
  }

  private each(take: (columnIndex: number, xml: string) => void, cell: (i: number, columnIndex: number) => string): string {
    let xml = '';
    for (let i = 0; i < this.table.columns.length; i++) {
      const columnIndex = this.table.columnIndex + i;
      const made = cell(i, columnIndex);
      take(columnIndex, made);
      xml += made;
    }
    return xml;
  }
}

/**
 * A sheet in the making: rows are filled from top to bottom, and where everything stood is known at the
 * end. The sheet files say what stands on a sheet; widths, spans, row heights, frozen rows and print set-up
 * are settled here for all of them.
 */
import { NAME_PREFIX, type CellContent, type CellStyle, type ChartModel, type DataBarModel, type LinkTarget, type PlacedCell, type PrintModel, type SheetModel, type SlicerModel, type TableModel } from './sheet-model';
import type { KeptRows } from './page-breaks';
import { printModelOf, sparingPages, withAir, type PrintedList, type SheetToPrint } from './print-set-up';
import { PALETTE, STYLES } from './style';
import { headingLineCount, headingWidth, lineCount, numberWidth, textWidth } from './text-width';

const WIDTH_MIN = 7;
const PADDING = 2;
/** A line breaks a little before its column ends. */
const WRAP_MARGIN = 1;
/** A text across a sheet of few or narrow columns runs on to this width before it wraps. */
const WIDE_MIN = 90;
/** A section's heading is not left alone at the foot of a page. */
const SECTION_ROWS = 6;
/** Points; a wrapped heading line is this much per line. */
const LINE_HEIGHT = 15;

export interface PageOptions {
  readonly key: string;
  readonly name: string;
  /** Lists that are narrow enough stand upright: they run to fewer pages. */
  readonly orientation: SheetToPrint['orientation'];
  readonly footerText: SheetToPrint['footerText'];
  /** Widths that are given rather than measured (a form). */
  readonly columnWidths?: readonly number[];
  /** The given column that may grow: a wider sheet is printed smaller, and may take a page less. */
  readonly flexibleColumn?: number;
  readonly showGridLines?: boolean;
}

export interface PutOptions {
  readonly style?: CellStyle;
  readonly link?: LinkTarget;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  readonly choices?: readonly string[];
  /** True where the column is to be wide enough for it; text otherwise runs over empty neighbours. */
  readonly measure?: boolean;
}

interface WideText {
  readonly cell: PlacedCell;
  readonly text: string;
}

/** A text that is wrapped in its own column: how many lines it takes is known when the column's width is. */
interface WrappedText {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly text: string;
  readonly isHeading: boolean;
}

export class Page {
  /** The row that is filled next, counted from 0. */
  row = 0;
  private readonly cells: PlacedCell[] = [];
  private readonly wideTexts: WideText[] = [];
  private readonly wrappedTexts: WrappedText[] = [];
  private readonly tables: TableModel[] = [];
  private readonly charts: ChartModel[] = [];
  private readonly dataBars: DataBarModel[] = [];
  private readonly slicers: SlicerModel[] = [];
  private readonly widths: number[];
  private readonly heights: Record<number, number> = {};
  private readonly hidden: number[] = [];
  private readonly kept: KeptRows[] = [];
  private readonly anchors: Record<string, { rowIndex: number; columnIndex: number }> = {};
  private frozen: { rows: number; columns: number } | undefined;
  private repeated: PrintModel['repeatRows'];
  private printedColumns: number | undefined;
  private list: PrintedList | undefined;

  constructor(private readonly options: PageOptions) {
    this.widths = [...(options.columnWidths ?? [])];
  }

  get key(): string {
    return this.options.key;
  }

  get sheetName(): string {
    return this.options.name;
  }

  put(columnIndex: number, content: CellContent, more: PutOptions = {}): void {
    const { measure, ...rest } = more;
    this.cells.push({ rowIndex: this.row, columnIndex, content, ...rest });
    const shown = content !== null && typeof content === 'object' ? content.value : content;
    if (typeof shown === 'number' && this.options.columnWidths) this.fitNumber(columnIndex, shown, rest.style?.numberFormat);
    if (measure) this.widen(columnIndex, textWidth(String(content)));
  }

  /** A text that runs across the sheet, wrapped where the sheet is narrower than it. */
  putWide(text: string, style: CellStyle, columnIndex = 0): void {
    this.wideTexts.push({ cell: { rowIndex: this.row, columnIndex, content: text, style }, text });
  }

  next(rows = 1): void {
    this.row += rows;
  }

  /** Title, scope and what the sheet shows: the head of every sheet. A scope of cells is put by the sheet. */
  head(title: string, scope: string | (() => void), shows: string): void {
    this.put(0, title, { style: STYLES.title });
    this.heights[this.row] = 24;
    this.next();
    if (typeof scope === 'string') this.put(0, scope, { style: STYLES.scope });
    else scope();
    this.next();
    this.putWide(shows, STYLES.shows);
    this.next(2);
  }

  /** A heading between parts; it stays with what follows. */
  section(title: string): void {
    this.keepTogether(SECTION_ROWS);
    this.put(0, title, { style: STYLES.section });
    this.heights[this.row] = 20;
    this.next();
  }

  addTable(table: TableModel): void {
    this.tables.push(table);
  }

  addChart(chart: ChartModel): void {
    this.charts.push(chart);
  }

  addDataBar(bar: DataBarModel): void {
    this.dataBars.push(bar);
  }

  /** Slicers stand beside the head, and no text runs under them. */
  addSlicer(slicer: SlicerModel): void {
    this.slicers.push(slicer);
  }

  /** Makes a column at least as wide as its content needs. Given widths stay. */
  widen(columnIndex: number, width: number): void {
    if (this.options.columnWidths) return;
    this.widths[columnIndex] = Math.max(this.widths[columnIndex] ?? WIDTH_MIN, width + PADDING);
  }

  /** A number has its room even where widths are given: too narrow, it would be shown as ####. */
  fitNumber(columnIndex: number, value: number, numberFormat = ''): void {
    if (numberFormat.includes('#,##0')) this.widths[columnIndex] = Math.max(this.widths[columnIndex] ?? WIDTH_MIN, numberWidth(value, numberFormat));
  }

  /** The row grows with the lines that the text takes in its column. */
  wrap(rowIndex: number, columnIndex: number, text: string): void {
    this.wrappedTexts.push({ rowIndex, columnIndex, text, isHeading: false });
  }

  /** The same for a heading, whose column may grow a little to spare it a second line. */
  wrapHeading(columnIndex: number, text: string): void {
    this.wrappedTexts.push({ rowIndex: this.row, columnIndex, text, isHeading: true });
  }

  hide(columnIndex: number): void {
    this.hidden.push(columnIndex);
  }

  height(points: number, row = this.row): void {
    this.heights[row] = points;
  }

  anchor(key: string, columnIndex: number): void {
    this.anchors[key] = { rowIndex: this.row, columnIndex };
  }

  /** Everything above the row that is filled next stays in view; the row before it is repeated in print, unless what follows is mostly charts. */
  freeze(columns: number, isRepeated = true): void {
    this.frozen ??= { rows: this.row, columns };
    if (isRepeated) this.repeatHeading();
  }

  /** The row before the one that is filled next is repeated in print, on the pages that follow. */
  repeatHeading(): void {
    this.repeated ??= { fromRowIndex: this.row - 1, toRowIndex: this.row - 1 };
  }

  /** The next rows stay on one printed page. */
  keepTogether(rowCount: number, rowIndex = this.row): void {
    this.kept.push({ rowIndex, rowCount });
  }

  /** Prints only the first columns; the rest is for the screen. */
  printColumns(count: number): void {
    this.printedColumns = count;
  }

  /** Here, but for a gap, ends what belongs to the list that the repeated row heads; its last rows, given by the first of them, stay together. */
  endList(rows: KeptRows, lastRowsIndex: number): void {
    const endRowIndex = this.row - 1;
    this.list = { ...rows, lastRowsIndex, endRowIndex };
    this.keepTogether(endRowIndex - lastRowsIndex, lastRowsIndex);
  }

  build(): SheetModel {
    for (const { columnIndex, text, isHeading } of this.wrappedTexts) if (isHeading) this.widths[columnIndex] = headingWidth(text, this.widths[columnIndex]);
    const columnWidths = Array.from({ length: Math.max(this.widths.length, 1) }, (_, i) => Math.round((this.widths[i] ?? WIDTH_MIN) * 10) / 10);
    for (const wide of this.wideTexts) this.spread(wide, columnWidths);
    for (const { rowIndex, columnIndex, text, isHeading } of this.wrappedTexts) this.grow(rowIndex, isHeading ? headingLineCount(text, columnWidths[columnIndex]) : lineCount(text, columnWidths[columnIndex] - WRAP_MARGIN));
    const printed = this.toPrint(columnWidths);
    return {
      key: this.options.key,
      name: this.options.name,
      columnWidths: printed.columnWidths,
      hiddenColumns: this.hidden,
      rowHeights: printed.rowHeights,
      cells: this.cells,
      tables: this.tables,
      charts: this.charts,
      dataBars: this.dataBars,
      slicers: this.slicers.length ? this.slicers : undefined,
      freeze: this.frozen,
      showGridLines: this.options.showGridLines ?? false,
      tabColor: PALETTE.accent,
      print: printModelOf(printed),
      anchors: this.anchors,
    };
  }

  private toPrint(columnWidths: readonly number[]): SheetToPrint {
    const { orientation, footerText, flexibleColumn } = this.options;
    const sheet: SheetToPrint = { orientation, footerText, rowCount: this.row, rowHeights: this.heights, columnWidths, hiddenColumns: this.hidden, printedColumns: this.printedColumns, repeatRows: this.repeated, kept: this.kept, list: this.list };
    return withAir(flexibleColumn === undefined ? sheet : sparingPages(sheet, flexibleColumn));
  }

  /** Gives a wide text as many columns as it needs, and lines where there are not enough of them. */
  private spread({ cell, text }: WideText, columnWidths: readonly number[]): void {
    const needed = textWidth(text) + PADDING;
    const beside = this.slicers.filter(({ rowIndex, rowCount }) => cell.rowIndex >= rowIndex && cell.rowIndex < rowIndex + rowCount);
    const end = Math.min(columnWidths.length, this.printedColumns ?? Infinity, ...beside.map(({ columnIndex }) => columnIndex));
    let width = 0;
    let columnSpan = 0;
    while (width < needed && (cell.columnIndex + columnSpan < end || (width < WIDE_MIN && !this.options.columnWidths))) {
      const column = cell.columnIndex + columnSpan++;
      if (!this.hidden.includes(column)) width += columnWidths[column] ?? WIDTH_MIN;
    }
    const lines = lineCount(text, width - PADDING);
    this.cells.push({ ...cell, columnSpan: Math.max(1, columnSpan), style: lines > 1 ? { ...cell.style, wrap: true } : cell.style });
    this.grow(cell.rowIndex, lines);
  }

  private grow(row: number, lines: number): void {
    if (lines > 1) this.heights[row] = Math.max(this.heights[row] ?? 0, lines * LINE_HEIGHT + 2);
  }
}

/** `Duesheet_OpenItems`: table names are ASCII and the same in every language. */
export function tableName(...parts: readonly (string | number)[]): string {
  return [NAME_PREFIX, ...parts].join('_');
}

/** One worksheet of the workbook in memory: cells, and everything that stands around them. */
import type { Area } from './areas';
import { Cells, type Texts } from './cells';
import type { CellFormat, FormatPool } from './format';

export interface Link {
  /** `'Sheet'!A1`, or empty for a web address. */
  documentReference: string;
  address: string;
  screenTip: string;
}

export interface TableColumn {
  readonly id: number;
  name: string;
}

export interface Table {
  readonly id: string;
  name: string;
  area: Area;
  columns: TableColumn[];
  style: string;
  showHeaders: boolean;
  showTotals: boolean;
  showFilterButton: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
}

export interface ChartSeries {
  name: string;
  values: Area | null;
  categories: Area | null;
  /** `#RRGGBB`, or empty for the theme's. */
  color: string;
}

export interface Chart {
  readonly id: string;
  name: string;
  kind: string;
  title: string;
  showTitle: boolean;
  showLegend: boolean;
  legendPosition: string;
  /** Points from the sheet's top left corner. */
  left: number;
  top: number;
  width: number;
  height: number;
  altText: string;
  gapWidth: number;
  readonly series: ChartSeries[];
}

export interface DataBar {
  readonly id: string;
  readonly area: Area;
  color: string;
  gradient: boolean;
}

export interface Validation {
  readonly area: Area;
  /** A list's source, words between commas or a reference; null for another sort of rule. */
  list: string | null;
  rule: unknown;
  inCellDropDown: boolean;
}

export interface PageSetup {
  orientation: 'Portrait' | 'Landscape';
  paperSize: string;
  /** Null where the scale is not fitted to pages. */
  fit: { pagesWide: number | null; pagesTall: number | null } | null;
  scale: number;
  printArea: Area[] | null;
  titleRows: { row: number; rows: number } | null;
  margins: { left: number; right: number; top: number; bottom: number; header: number; footer: number };
  header: { left: string; center: string; right: string };
  footer: { left: string; center: string; right: string };
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  /** Rows that start a new page. */
  breaks: number[];
}

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** Points; Excel's default column of 8.43 characters and row of 11-point text. */
export const DEFAULT_COLUMN_WIDTH = 48;
export const DEFAULT_ROW_HEIGHT = 15;

function newPageSetup(): PageSetup {
  return {
    orientation: 'Portrait',
    paperSize: 'A4',
    fit: null,
    scale: 100,
    printArea: null,
    titleRows: null,
    margins: { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
    header: { left: '', center: '', right: '' },
    footer: { left: '', center: '', right: '' },
    centerHorizontally: false,
    centerVertically: false,
    printGridlines: false,
    breaks: [],
  };
}

export class Sheet {
  visibility: Visibility = 'Visible';
  /** `#RRGGBB`, or empty for none. */
  tabColor = '';
  showGridlines = true;
  showHeadings = true;
  isProtected = false;
  /** Counts changes of any sort: what is remembered about a sheet holds as long as it stands. */
  changes = 0;
  /** Where content changed since the sheet was read: what has to be put into its file. */
  readonly editedAreas: Area[] = [];
  /** Rows and columns that stay in view. */
  freeze = { rows: 0, columns: 0 };
  /** The sheet's own filter, outside tables. */
  filter: Area | null = null;
  readonly cells: Cells;
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly columnFormats = new Map<number, number>();
  readonly rowFormats = new Map<number, number>();
  sheetFormat = 0;
  merges: Area[] = [];
  /** By `row,column`. */
  readonly links = new Map<string, Link>();
  readonly tables: Table[] = [];
  readonly charts: Chart[] = [];
  readonly dataBars: DataBar[] = [];
  validations: Validation[] = [];
  readonly page = newPageSetup();

  constructor(
    readonly id: string,
    public name: string,
    texts: Texts,
    private readonly formats: FormatPool,
  ) {
    this.cells = new Cells(texts);
  }

  /** The format that shows in a cell: its own, its row's, its column's, the sheet's. */
  formatNumber(row: number, column: number): number {
    return this.cells.format(row, column) || this.rowFormats.get(row) || this.columnFormats.get(column) || this.sheetFormat;
  }

  format(row: number, column: number): CellFormat {
    return this.formats.at(this.formatNumber(row, column));
  }

  link(row: number, column: number): Link | undefined {
    return this.links.get(`${row},${column}`);
  }

  columnWidth(column: number): number {
    return this.hiddenColumns.has(column) ? 0 : (this.columnWidths.get(column) ?? DEFAULT_COLUMN_WIDTH);
  }

  rowHeight(row: number): number {
    return this.hiddenRows.has(row) ? 0 : (this.rowHeights.get(row) ?? DEFAULT_ROW_HEIGHT);
  }

  /** The table that a cell stands in. */
  tableAt(row: number, column: number): Table | undefined {
    return this.tables.find(({ area }) => row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns);
  }
}

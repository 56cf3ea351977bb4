/**
 * A result sheet as pure data: what stands where, and how it looks. The workbook adapters put it into
 * Excel or into a file; nothing here knows either. All row and column indices count from 0.
 */

/** A formula always carries the value it has, so that a reader without a calculation engine sees it. */
export interface FormulaContent {
  /** English function names, A1 references, comma separators, without the leading `=`. */
  readonly formula: string;
  readonly value: string | number | boolean;
}

/** Text is always text: an adapter must never let it become a formula, a number or a date. */
export type CellContent = string | number | boolean | null | FormulaContent;

/** Colours are `RRGGBB`. Everything left out is the workbook's own default. */
export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points to add to the workbook's body size (usually 11). */
  readonly sizeStep?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly numberFormat?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  /** Hairlines unless `medium`. */
  readonly borderTop?: 'hair' | 'thin' | 'medium' | 'double' | 'dashed';
  readonly borderBottom?: 'hair' | 'thin' | 'medium' | 'double' | 'dashed';
  readonly borderColor?: string;
}

export interface LinkTarget {
  readonly sheet: string;
  /** 0-based. */
  readonly rowIndex: number;
  readonly columnIndex: number;
}

/** A cell placed by hand: title, key figure, statement line. */
export interface PlacedCell {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly content: CellContent;
  readonly style?: CellStyle;
  readonly link?: LinkTarget;
  /** Columns that the cell is merged over, itself included. */
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  /** A drop-down of these words. */
  readonly choices?: readonly string[];
}

export interface TableColumn {
  /** What the column is, in every language: `customer`, `promisedDay`. People's columns are found again by it. */
  readonly key: string;
  readonly heading: string;
  readonly style?: CellStyle;
  /** True where people write: the adapter anchors the column with a hidden name `Duesheet.SHEETKEY.COLUMNKEY` on its heading cell. */
  readonly anchored?: boolean;
  /** A drop-down of these words. */
  readonly choices?: readonly string[];
  /** A formula or value for the totals row. */
  readonly total?: CellContent;
  /** How the heading cell looks, where it differs from the table's. */
  readonly headingStyle?: CellStyle;
}

/** An Excel table: heading row, then the rows. */
export interface TableModel {
  /** Unique in the workbook, letters, digits and underscore. */
  readonly name: string;
  /** Where the heading row starts. */
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly columns: readonly TableColumn[];
  readonly rowCount: number;
  /** One row's cells, column by column, made when asked for: a table may have a million. */
  readonly row: (index: number) => readonly CellContent[];
  /** Styles and links that differ from their column's, by row; absent where none does. */
  readonly rowStyle?: (index: number) => CellStyle | undefined;
  readonly cellStyle?: (index: number, columnKey: string) => CellStyle | undefined;
  readonly link?: (index: number, columnKey: string) => LinkTarget | undefined;
  readonly totals?: boolean;
  readonly filters: boolean;
  /** How the heading row looks; an adapter without it uses its own quiet default. */
  readonly headingStyle?: CellStyle;
}

export interface DataBarModel {
  readonly kind: 'data-bar';
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly color: string;
}

/** Buttons that filter a table by the words of one column, where the host has them; the table's own filters do the same everywhere. */
export interface SlicerModel extends CellRange {
  /** The table's name, and its column's key. */
  readonly table: string;
  readonly column: string;
  readonly caption: string;
  /** Buttons side by side. */
  readonly buttonColumns: number;
}

export interface ChartModel {
  readonly name: string;
  readonly kind: 'bar-stacked' | 'column' | 'column-stacked' | 'line';
  readonly title: string;
  /** Where its top left corner stands and how many cells it covers. */
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** All on the same sheet. */
  readonly categories: CellRange;
  readonly series: readonly { readonly name: string; readonly values: CellRange; readonly color: string }[];
  /** How far apart the value axis is labelled, where the chart is so narrow that labels would run together. */
  readonly valueStep?: number;
  readonly altText: string;
}

export interface CellRange {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

export interface PrintModel {
  readonly orientation: 'portrait' | 'landscape';
  /** True where the height, too, is to fit one page (a statement that nearly does). */
  readonly fitHeight?: boolean;
  /** Paper is A4; the width always fits one page. */
  readonly repeatRows?: { readonly fromRowIndex: number; readonly toRowIndex: number };
  readonly area?: CellRange;
  readonly headerText?: string;
  /** Page numbers are `&P` of `&N`, as Excel writes them. */
  readonly footerText?: string;
  /** Rows that start a new page. */
  readonly pageBreakRowIndices?: readonly number[];
}

export interface SheetModel {
  /** What the sheet is: `reconciliation`, `plan`, `statement:NAME`. A second run replaces the sheet with the same key. */
  readonly key: string;
  /** A legal tab name (at most 31 characters, none of `[]:*?/\`), unique among the models. */
  readonly name: string;
  readonly columnWidths: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly rowHeights?: Readonly<Record<number, number>>;
  readonly cells: readonly PlacedCell[];
  readonly tables: readonly TableModel[];
  readonly charts?: readonly ChartModel[];
  readonly dataBars?: readonly DataBarModel[];
  readonly slicers?: readonly SlicerModel[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly showGridLines: boolean;
  readonly tabColor: string;
  readonly print: PrintModel;
  /** Single cells where people write (settings), by key; anchored like a table's column. */
  readonly anchors?: Readonly<Record<string, { readonly rowIndex: number; readonly columnIndex: number }>>;
}

/** Points. A row without a height of its own: Han characters at eleven points need a little more than Excel's fifteen. */
export const DEFAULT_ROW_HEIGHT = 16;

/** The hidden defined names by which the adapters mark our sheets and the cells people write in. */
export const NAME_PREFIX = 'Duesheet';

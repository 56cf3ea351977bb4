/**
 * How a sheet is printed: upright or across, on one page or on how many, and where each ends. A form may grow
 * a little for it: wider where that saves a page, airier where a page has room.
 */
import { fitsOnePage, heightOf, orientationFor, pageBreaks, pageHeight, type KeptRows, type Paper } from './page-breaks';
import type { PrintModel } from './sheet-model';

/** What comes out no smaller than this is put on one page rather than two: eleven points as eight and a quarter. */
const ONE_PAGE_SCALE_MIN = 0.75;
/** As much as a flexible column grows, and in what steps: a statement's eleven points are printed as eight and a quarter. */
const GROWTH_MAX = 14;
const GROWTH_STEP = 2;
/** Points, of a list's rows on a page with room to spare, in the order in which they are tried. */
const AIRY_HEIGHTS = [18, 17, 16];

/** A list with its end, below which something else stands. */
export interface PrintedList extends KeptRows {
  /** Its last rows stay together; given by the first of them. */
  readonly lastRowsIndex: number;
  /** What belongs to it ends before this row. */
  readonly endRowIndex: number;
}

export interface SheetToPrint {
  /** `by-width`: upright where the columns fit at nearly their own size. */
  readonly orientation: PrintModel['orientation'] | 'by-width';
  /** Or how it reads on so many pages, of a sheet whose pages all end where we say. */
  readonly footerText: string | ((pageCount: number) => string);
  readonly rowCount: number;
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly columnWidths: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Only so many columns are printed; absent = all. */
  readonly printedColumns?: number;
  readonly repeatRows: PrintModel['repeatRows'];
  readonly kept: readonly KeptRows[];
  /** The list that the repeated rows head, of a sheet on which something else follows it. */
  readonly list?: PrintedList;
}

export function printModelOf(sheet: SheetToPrint): PrintModel {
  const { footerText, rowCount, rowHeights, printedColumns, list, kept } = sheet;
  const paper = paperOf(sheet);
  const fitHeight = fitsOnePage(paper, heightOf(rowHeights, 0, rowCount), ONE_PAGE_SCALE_MIN);
  const breaksWith = (repeated: PrintModel['repeatRows'], pieces: readonly KeptRows[]) => (fitHeight ? [] : pageBreaks({ ...paper, rowHeights, repeatedHeight: repeated ? heightOf(rowHeights, repeated.fromRowIndex, repeated.toRowIndex + 1) : 0 }, pieces));
  // A list that ends on the first page needs no heading on the second, and what follows it may begin on the first.
  const endsOnFirstPage = list !== undefined && heightOf(rowHeights, 0, list.endRowIndex) <= pageHeight(paper) && breaksWith(undefined, kept).every((row) => row >= list.endRowIndex);
  const repeatRows = fitHeight || endsOnFirstPage ? undefined : sheet.repeatRows;
  // Below a longer one, whose heading is repeated on every page, all that follows stands with its last rows.
  const foot = list === undefined || endsOnFirstPage ? [] : [{ rowIndex: list.lastRowsIndex, rowCount: rowCount - list.lastRowsIndex }];
  const breaks = breaksWith(repeatRows, [...kept, ...foot]);
  return {
    orientation: paper.orientation, footerText: typeof footerText === 'string' ? footerText : footerText(breaks.length + 1), repeatRows, fitHeight: fitHeight || undefined,
    area: printedColumns === undefined ? undefined : { rowIndex: 0, columnIndex: 0, rowCount: Math.max(1, rowCount), columnCount: printedColumns },
    pageBreakRowIndices: breaks.length ? breaks : undefined,
  };
}

function paperOf({ orientation, columnWidths, hiddenColumns, printedColumns = Infinity }: SheetToPrint): Paper {
  const visible = columnWidths.filter((_, column) => !hiddenColumns.includes(column) && column < printedColumns);
  return { orientation: orientation === 'by-width' ? orientationFor(visible) : orientation, columnWidths: visible };
}

/** The sheet with its flexible column as wide as saves a page: a wider sheet is printed smaller. */
export function sparingPages(sheet: SheetToPrint, flexibleColumn: number): SheetToPrint {
  const breakCount = ({ pageBreakRowIndices = [] }: PrintModel) => pageBreakRowIndices.length;
  const needed = breakCount(printModelOf(sheet));
  for (let growth = GROWTH_STEP; needed > 0 && growth <= GROWTH_MAX; growth += GROWTH_STEP) {
    const grown = { ...sheet, columnWidths: sheet.columnWidths.map((width, column) => (column === flexibleColumn ? width + growth : width)) };
    const print = printModelOf(grown);
    if (!print.fitHeight && breakCount(print) < needed) return grown;
  }
  return sheet;
}

/** The sheet with its list's rows as high as the one page that it takes has room for. */
export function withAir(sheet: SheetToPrint): SheetToPrint {
  const { list, rowCount, rowHeights } = sheet;
  const room = pageHeight(paperOf(sheet));
  const looser = (height: number): SheetToPrint => ({ ...sheet, rowHeights: { ...rowHeights, ...Object.fromEntries(Array.from({ length: list?.rowCount ?? 0 }, (_, i) => [(list?.rowIndex ?? 0) + i, height])) } });
  if (list === undefined || heightOf(rowHeights, 0, rowCount) > room) return sheet;
  return AIRY_HEIGHTS.map(looser).find((airy) => heightOf(airy.rowHeights, 0, rowCount) <= room) ?? sheet;
}

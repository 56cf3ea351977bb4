/**
 * Where printed pages end. What must not be cut (a chart, a form, a reply slip) stands on one page only if
 * the pages before it end where we say: so every page down to the last such piece ends where we say, a
 * little before it is full.
 */
import { DEFAULT_ROW_HEIGHT, type PrintModel } from './sheet-model';

/** Points of A4 between margins of half an inch, and a little more above and below. */
const USABLE = { portrait: { width: 523, height: 748 }, landscape: { width: 770, height: 501 } } as const;
const POINTS_PER_DIGIT = 5.25;
const COLUMN_PADDING = 3.75;
/** Fonts differ from machine to machine: what nearly fills a page is taken to fill it. A wider font than Calibri makes the scale smaller, and pages hold more. */
const CAUTION = 0.97;
/** Excel takes no more page breaks on a sheet than 1,026. */
const BREAKS_MAX = 1000;

/** Of more rows than this few have a height of their own. */
const MANY_ROWS = 20_000;

export interface KeptRows {
  readonly rowIndex: number;
  readonly rowCount: number;
}

export interface Paper {
  readonly orientation: PrintModel['orientation'];
  /** Widths of the columns that are printed. */
  readonly columnWidths: readonly number[];
}

export interface PrintedSheet extends Paper {
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly repeatedHeight: number;
}

/** Text of this share of its size is still read with ease on an upright page. */
const PORTRAIT_SCALE_MIN = 0.8;
/** Shrunk by so little more than its width asks for, a sheet is spared a page with hardly anything on it. */
const SHRINK_MIN = 0.85;

/** Upright where the columns fit at nearly their own size. */
export function orientationFor(columnWidths: readonly number[]): Paper['orientation'] {
  return widthScale({ orientation: 'portrait', columnWidths }) >= PORTRAIT_SCALE_MIN ? 'portrait' : 'landscape';
}

/** How much of the sheet's own height one page takes, once its width has been made to fit. */
export function pageHeight(paper: Paper): number {
  return (USABLE[paper.orientation].height * CAUTION) / widthScale(paper);
}

function widthScale({ orientation, columnWidths }: Paper): number {
  const width = columnWidths.reduce((sum, column) => sum + column * POINTS_PER_DIGIT + COLUMN_PADDING, 0);
  return Math.min(1, USABLE[orientation].width / Math.max(1, width));
}

/** True where the sheet's height fits one page at this scale, or at hardly less than the scale that its width asks for anyway. */
export function fitsOnePage(paper: Paper, height: number, scaleMin: number): boolean {
  return height * Math.min(scaleMin, widthScale(paper) * SHRINK_MIN) <= USABLE[paper.orientation].height;
}

export function heightOf(rowHeights: Readonly<Record<number, number>>, fromRow: number, toRow: number): number {
  if (toRow - fromRow <= MANY_ROWS) {
    let height = 0;
    for (let row = fromRow; row < toRow; row++) height += rowHeights[row] ?? DEFAULT_ROW_HEIGHT;
    return height;
  }
  let height = (toRow - fromRow) * DEFAULT_ROW_HEIGHT;
  for (const key of Object.keys(rowHeights)) if (Number(key) >= fromRow && Number(key) < toRow) height += rowHeights[Number(key)] - DEFAULT_ROW_HEIGHT;
  return height;
}

/**
 * Rows before which a page ends, so that none of the kept pieces is cut. Of pieces within pieces the largest
 * that fits a page is kept; those larger than a page are cut. Below the last piece pages end by themselves.
 */
export function pageBreaks(sheet: PrintedSheet, kept: readonly KeptRows[]): readonly number[] {
  const first = pageHeight(sheet);
  const later = first - sheet.repeatedHeight;
  const pieces = kept.filter(({ rowIndex, rowCount }) => heightOf(sheet.rowHeights, rowIndex, rowIndex + rowCount) <= later);
  const endRow = Math.max(0, ...pieces.map(({ rowIndex, rowCount }) => rowIndex + rowCount));
  const breaks: number[] = [];
  let top = 0;
  let filled = 0;
  for (let row = 0; row < endRow; row++) {
    filled += sheet.rowHeights[row] ?? DEFAULT_ROW_HEIGHT;
    if (filled <= (top === 0 ? first : later) || row === top) continue;
    top = startOfPiece(pieces, row, top);
    breaks.push(top);
    filled = heightOf(sheet.rowHeights, top, row + 1);
  }
  return breaks.length <= BREAKS_MAX ? breaks : breaks.filter((row) => pieces.some(({ rowIndex }) => rowIndex === row));
}

/** The row, or where the outermost piece on the page begins that would be cut there. */
function startOfPiece(pieces: readonly KeptRows[], row: number, top: number): number {
  const around = pieces.find(({ rowIndex, rowCount }) => rowIndex > top && rowIndex < row && rowIndex + rowCount > row);
  return around ? startOfPiece(pieces, around.rowIndex, top) : row;
}

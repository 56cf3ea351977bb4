/** Where printed pages end: an estimate good enough to keep a chart, a form or a reply slip in one piece. */
import { DEFAULT_ROW_HEIGHT, type PrintModel } from './sheet-model';

/** Points of A4 between margins of half an inch, and a little more above and below. */
const USABLE = { portrait: { width: 523, height: 748 }, landscape: { width: 770, height: 501 } } as const;
const POINTS_PER_DIGIT = 5.25;
const COLUMN_PADDING = 3.75;
/** Fonts differ from machine to machine: what nearly fills a page is taken to fill it. */
const CAUTION = 0.97;
/** A body font wider than Calibri, as Chinese ones are, makes columns wider, the scale smaller and pages longer. */
const LIKELY_PAGES = [CAUTION, 1, 1.04, 1.08] as const;

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
const SHRINK_MIN = 0.92;

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
 * Rows before which a page must end so that none of the kept pieces is cut. How much a page holds is known
 * only roughly: a piece that might be cut starts a new page. Pieces larger than a page are cut.
 */
export function pageBreaks(sheet: PrintedSheet, kept: readonly KeptRows[]): readonly number[] {
  const breaks: number[] = [];
  let above = 0;
  let row = 0;
  for (const { rowIndex, rowCount } of [...kept].sort((a, b) => a.rowIndex - b.rowIndex)) {
    if (rowIndex > row) above += heightOf(sheet.rowHeights, row, rowIndex);
    row = Math.max(row, rowIndex);
    const height = heightOf(sheet.rowHeights, rowIndex, rowIndex + rowCount);
    if (above > 0 && mightBeCut(sheet, above, height)) {
      breaks.push(rowIndex);
      above = sheet.repeatedHeight;
    }
  }
  return breaks;
}

/** True where a piece that begins `above` points below the last break runs over a page's end, for pages of some likely height. */
function mightBeCut(sheet: PrintedSheet, above: number, height: number): boolean {
  const full = USABLE[sheet.orientation].height / widthScale(sheet);
  if (height + sheet.repeatedHeight > full * CAUTION) return false;
  return LIKELY_PAGES.some((share) => {
    const page = full * share;
    if (above < page) return above + height > page;
    const later = page - sheet.repeatedHeight;
    return ((above - page) % later) + height > later;
  });
}

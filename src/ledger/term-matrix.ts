/**
 * Terms as a matrix: customers down and products across, or the other way round, a term where they cross. Its
 * headings are names, which no vocabulary knows; what stands below them are terms and nothing else.
 */
import { CellTag, type Grid } from './grid';
import { parseTermText } from './term-text';
import { rolesOfTitle } from './vocabulary/sheets';

const TERM_DAYS_MAX = 366;
const TERM_TEXT_MAX = 24;
/** With fewer it is a list of terms. */
const COLUMNS_LEAST = 2;
/** Rows from the top in which a title may stand. */
const TITLE_ROWS = 4;
const NO_ROWS: ReadonlySet<number> = new Set();

const TERM_WORDS = /(?:收款|付款|信用|结算|結算)?(?:账期|帐期|賬期|帳期|信用期限?|期限|条件|條件|条款|條款|天数|天數)|[(（]\s*(?:天|日|days?)\s*[)）]|\b(?:payment|credit|net)?\s*(?:terms?|days)\b/gi;

/** The name in a heading such as `大家电账期(天)` or `TV terms`: what is left without the words for terms. */
export function nameInTermHeading(heading: string): string {
  return heading.replace(TERM_WORDS, ' ').replace(/^[\s:：\-_/]+|[\s:：\-_/]+$/g, '').replace(/\s+/g, ' ');
}

const namesTerms = (heading: string): boolean => nameInTermHeading(heading) !== heading.replace(/\s+/g, ' ').trim();

/** True where a tab or a title says that terms are meant. */
export function isTitledTerms(texts: readonly string[]): boolean {
  return texts.some((text) => rolesOfTitle(text).has('terms'));
}

/** What a table says of itself, as far as it matters here. */
interface Headed {
  readonly grid: Grid;
  readonly headings: readonly string[];
  readonly headerBottom: number;
  readonly headerRows: ReadonlySet<number>;
  readonly lastRow: number;
}

/**
 * The columns of a table that hold nothing but terms under names; none where it is no matrix.
 * @param taken columns that hold something else
 */
export function termColumns({ grid, headings, headerBottom, lastRow, headerRows }: Headed, taken: ReadonlySet<number>, isTitled: boolean): readonly number[] {
  const holds = (column: number) => holdsTerms(grid, headerBottom + 1, lastRow, column, headerRows);
  const across = headings.flatMap((heading, column) => (!taken.has(column) && nameInTermHeading(heading) !== '' && (isTitled || namesTerms(heading)) && holds(column) ? [column] : []));
  return across.length >= COLUMNS_LEAST ? across : [];
}

/** The row of names above a matrix of terms, on a sheet that says it is one; −1 where there is none. */
export function termHeaderRow(grid: Grid): number {
  const top = Array.from({ length: Math.min(TITLE_ROWS, grid.rowCount) }, (_, row) => row);
  if (!isTitledTerms([grid.sheet, ...top.map((row) => grid.text(row, 0))])) return -1;
  for (const row of top) {
    let across = 0;
    for (let column = 1; column < grid.columnCount; column++) if (grid.tag(row, column) === CellTag.Text && holdsTerms(grid, row + 1, grid.rowCount - 1, column, NO_ROWS)) across++;
    if (across >= COLUMNS_LEAST) return row;
  }
  return -1;
}

/** True where some cell is filled between two rows, and each that is holds a term; headings repeated between them apart. */
function holdsTerms(grid: Grid, firstRow: number, lastRow: number, column: number, headerRows: ReadonlySet<number>): boolean {
  let isFilled = false;
  for (let row = firstRow; row <= lastRow; row++) {
    if (grid.tag(row, column) === CellTag.Empty || headerRows.has(row)) continue;
    if (!isTerm(grid, row, column)) return false;
    isFilled = true;
  }
  return isFilled;
}

function isTerm(grid: Grid, row: number, column: number): boolean {
  const value = grid.value(row, column);
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 && value <= TERM_DAYS_MAX && !grid.looksDated(column);
  return typeof value === 'string' && value.length <= TERM_TEXT_MAX && !/\d{4}/.test(value) && (isNoTerm(value) || parseTermText(value) !== null);
}

/** A dash where a customer does not buy the product. */
export const isNoTerm = (text: string): boolean => /^[-–—/／×无無]$|^n\/?a$/i.test(text.trim());

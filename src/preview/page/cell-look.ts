/** How one cell shows: its format as CSS, and how far it reaches over its neighbours. */
import type { Border, CellView, Edge, ExcelHost, Sheet } from '../host';

const PIXELS_PER_POINT = 96 / 72;
/** Text is taken to spill no further than this many columns. */
const SPILL_COLUMNS_MAX = 12;
const CELL_PADDING_PIXELS = 6;

export interface CellLook {
  readonly text: string;
  /** Under another cell's merge: not drawn. */
  readonly covered: boolean;
  readonly spills: boolean;
  readonly outerStyle: Readonly<Record<string, string>>;
  readonly style: Readonly<Record<string, string>>;
  readonly title: string;
  readonly dataBar: CellView['dataBar'];
}

export function cellLook(host: ExcelHost, sheet: Sheet, row: number, column: number): CellLook {
  const cell = host.cell(sheet, row, column);
  const merge = sheet.merges.find((area) => row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns);
  const covered = merge !== undefined && (merge.row !== row || merge.column !== column);
  const { columns: span, toLeft } = merge && !covered ? { columns: merge.columns, toLeft: false } : spillOf(host, sheet, row, column, cell);
  const isTall = merge !== undefined && !covered && merge.rows > 1;
  const outerStyle: Record<string, string> = { ...(cell.format.fill ? { background: cell.format.fill } : {}), ...bordersOf(cell) };
  // The grid sets each cell's own width, so what reaches further is the box inside it.
  const style = styleOf(cell);
  const first = toLeft ? column - span + 1 : column;
  if (span > 1) style.width = `${widthOf(sheet, first, span) - CELL_PADDING_PIXELS}px`;
  if (span > 1 && toLeft) style.marginLeft = `-${widthOf(sheet, first, span - 1)}px`;
  if (isTall) style.height = `${heightOf(sheet, merge.row, merge.rows)}px`;
  if (merge && !covered && cell.format.fill) style.background = cell.format.fill;
  return { text: cell.text, covered, spills: span > 1 || isTall, outerStyle, style, title: cell.choices?.join(', ') ?? '', dataBar: cell.dataBar };
}

function styleOf({ format, value, link, textColor }: CellView): Record<string, string> {
  const isRight = format.horizontal === 'Right' || (format.horizontal === 'General' && typeof value === 'number');
  const align = isRight ? 'right' : format.horizontal === 'Center' || (format.horizontal === 'General' && typeof value === 'boolean') ? 'center' : 'left';
  const vertical = format.vertical === 'Top' ? 'flex-start' : format.vertical === 'Center' ? 'center' : 'flex-end';
  return {
    alignItems: vertical,
    textAlign: align,
    fontWeight: format.bold ? '600' : '400',
    fontStyle: format.italic ? 'italic' : 'normal',
    fontSize: `${format.fontSize * PIXELS_PER_POINT * 0.88}px`,
    color: textColor ?? (format.color === '#000000' ? '#242424' : format.color),
    textDecoration: link || format.underline !== 'None' ? 'underline' : 'none',
    whiteSpace: format.wrap ? 'pre-wrap' : 'pre',
    cursor: link ? 'pointer' : 'inherit',
    paddingLeft: format.indent > 0 ? `${format.indent * 9}px` : '0',
    fontVariantNumeric: 'tabular-nums',
  };
}

/** Columns that a text shows over, to the right or (where it is right-aligned) to the left: empty ones, as far as it needs. */
function spillOf(host: ExcelHost, sheet: Sheet, row: number, column: number, cell: CellView): { readonly columns: number; readonly toLeft: boolean } {
  const { wrap, horizontal, fontSize } = cell.format;
  const toLeft = horizontal === 'Right';
  if (typeof cell.value !== 'string' || wrap || (!toLeft && horizontal !== 'General' && horizontal !== 'Left')) return { columns: 1, toLeft };
  const needed = textPixels(cell.text, fontSize);
  const step = toLeft ? -1 : 1;
  let columns = 1;
  let width = widthOf(sheet, column, 1);
  for (let next = column + step; next >= 0 && columns < SPILL_COLUMNS_MAX && width < needed && isBlank(host.cell(sheet, row, next)); next += step) {
    width += widthOf(sheet, next, 1);
    columns++;
  }
  return { columns, toLeft };
}

function textPixels(text: string, points: number): number {
  const halves = [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
  return halves * points * PIXELS_PER_POINT * 0.52 + 10;
}

function widthOf(sheet: Sheet, column: number, columns: number): number {
  let points = 0;
  for (let i = 0; i < columns; i++) points += sheet.columnWidth(column + i);
  return points * PIXELS_PER_POINT;
}

function heightOf(sheet: Sheet, row: number, rows: number): number {
  let points = 0;
  for (let i = 0; i < rows; i++) points += sheet.rowHeight(row + i);
  return points * PIXELS_PER_POINT;
}

const CSS_SIDE: Readonly<Record<Edge, string>> = { EdgeTop: 'borderTop', EdgeBottom: 'borderBottom', EdgeLeft: 'borderLeft', EdgeRight: 'borderRight' };

function bordersOf({ format }: CellView): Record<string, string> {
  const css: Record<string, string> = {};
  for (const [edge, border] of Object.entries(format.borders) as [Edge, Border | undefined][]) {
    if (!border || border.style === 'None') continue;
    const style = border.style === 'Double' ? 'double' : border.style === 'Continuous' ? 'solid' : 'dashed';
    const width = border.style === 'Double' ? 3 : border.weight === 'Medium' || border.weight === 'Thick' ? 2 : 1;
    css[CSS_SIDE[edge]] = `${width}px ${style} ${border.color}`;
  }
  return css;
}

function isBlank({ value, formula }: CellView): boolean {
  return formula === null && (value === null || value === '');
}

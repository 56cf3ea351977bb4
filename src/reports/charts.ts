/** Charts beside or below a table: where they stand and how their series are taken from its columns. */
import type { MinorUnits } from '../units/units';
import type { CellRange, ChartModel } from './sheet-model';
import type { Page } from './page';
import type { PlacedTable } from './table';

export interface ChartSeries {
  readonly name: string;
  /** Key of the table's column. */
  readonly column: string;
  readonly color: string;
}

export interface ChartSpec {
  readonly name: string;
  readonly kind: ChartModel['kind'];
  readonly title: string;
  readonly table: PlacedTable;
  readonly categories: string;
  readonly series: readonly ChartSeries[];
  readonly altText: string;
  /** Rows of the table from the first that are drawn. */
  readonly rowsMax?: number;
  /** Rows to leave out at the top of the table. */
  readonly skipRows?: number;
  readonly columnIndex?: number;
  readonly columnCount: number;
  readonly rowCount?: number;
  readonly valueStep?: number;
}

const HEIGHT_ROWS = 16;
/** Customers drawn in a chart: more would be a smear. */
const DRAWN_MAX = 15;

/** Currencies that have a chart of their own on one sheet. */
const CURRENCIES_MAX = 3;

/** The rows of one currency that a chart draws. */
export interface DrawnRows {
  readonly currency: string;
  readonly skipRows: number;
  readonly rowsMax: number;
  /** `Chart`, `Chart2`… */
  readonly suffix: string;
}

/** What is drawn of rows that stand currency by currency, the largest first: of each no more than can be told apart, and nothing where nobody owes. */
export function drawnRows(rows: readonly { readonly currency: string; readonly totalMinor: MinorUnits }[]): readonly DrawnRows[] {
  const currencies = [...new Set(rows.filter((row) => row.totalMinor > 0).map((row) => row.currency))].slice(0, CURRENCIES_MAX);
  return currencies.map((currency, i) => ({
    currency, skipRows: rows.findIndex((row) => row.currency === currency), rowsMax: Math.min(DRAWN_MAX, rows.filter((row) => row.currency === currency).length), suffix: `Chart${i === 0 ? '' : i + 1}`,
  }));
}

/** Room for a title, a legend and so many bars. */
function chartRowCount(barCount: number): number {
  return Math.max(10, Math.ceil(barCount * 0.9) + 5);
}

/** Puts the chart at the page's next row, below an empty one, and moves on below it. */
export function putChart(page: Page, spec: ChartSpec): void {
  const rowCount = spec.rowCount ?? (spec.kind === 'bar-stacked' && spec.rowsMax !== undefined ? chartRowCount(spec.rowsMax) : HEIGHT_ROWS);
  // The frame is drawn on the edge of its first row, which a page break would leave behind.
  page.keepTogether(rowCount + 1, page.row - 1);
  page.addChart(chartOf(page.row, rowCount, spec));
  page.next(rowCount + 1);
}

/** One, two or five of a power of ten, so that an axis up to this value has at most five labels beside its zero. */
export function valueStepOf(most: number): number | undefined {
  if (most <= 0) return undefined;
  const power = 10 ** Math.floor(Math.log10(most / 5));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step * 5 >= most);
}

/** Puts the chart beside what stands in these rows already. */
export function putChartBeside(page: Page, rowIndex: number, rowCount: number, spec: ChartSpec): void {
  page.addChart(chartOf(rowIndex, rowCount, spec));
}

/**
 * Puts charts above a list that they draw: the list may run over many pages under a repeated heading, which
 * has no business over a chart. `putList` puts what stands below and says how a part of it is drawn.
 */
export function putChartsAbove(page: Page, parts: readonly DrawnRows[], putList: () => (part: DrawnRows) => ChartSpec): void {
  const chartRow = page.row;
  for (const { rowsMax } of parts) page.next(chartRowCount(rowsMax) + 1);
  const specOf = putList();
  const after = page.row;
  page.row = chartRow;
  for (const part of parts) putChart(page, specOf(part));
  page.row = after;
}

function chartOf(rowIndex: number, rowCount: number, spec: ChartSpec): ChartModel {
  const drawn = (key: string): CellRange => {
    const area = spec.table.area(key);
    const skipped = spec.skipRows ?? 0;
    return { ...area, rowIndex: area.rowIndex + skipped, rowCount: Math.min(area.rowCount - skipped, spec.rowsMax ?? area.rowCount) };
  };
  return {
    name: spec.name, kind: spec.kind, title: spec.title, altText: spec.altText, valueStep: spec.valueStep,
    rowIndex, rowCount, columnIndex: spec.columnIndex ?? 0, columnCount: spec.columnCount,
    categories: drawn(spec.categories),
    series: spec.series.map((series) => ({ name: series.name, values: drawn(series.column), color: series.color })),
  };
}

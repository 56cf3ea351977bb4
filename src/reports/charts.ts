/** Charts beside or below a table: where they stand and how their series are taken from its columns. */
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
}

const HEIGHT_ROWS = 16;

/** Room for a title, a legend and so many bars. */
export function chartRowCount(barCount: number): number {
  return Math.max(12, Math.ceil(barCount * 0.9) + 5);
}

/** Puts the chart at the page's next row, below an empty one, and moves on below it. */
export function putChart(page: Page, spec: ChartSpec): void {
  const rowCount = spec.rowCount ?? HEIGHT_ROWS;
  // The frame is drawn on the edge of its first row, which a page break would leave behind.
  page.keepTogether(rowCount + 1, page.row - 1);
  page.addChart(chartOf(page.row, rowCount, spec));
  page.next(rowCount + 1);
}

function chartOf(rowIndex: number, rowCount: number, spec: ChartSpec): ChartModel {
  const drawn = (key: string): CellRange => {
    const area = spec.table.area(key);
    const skipped = spec.skipRows ?? 0;
    return { ...area, rowIndex: area.rowIndex + skipped, rowCount: Math.min(area.rowCount - skipped, spec.rowsMax ?? area.rowCount) };
  };
  return {
    name: spec.name, kind: spec.kind, title: spec.title, altText: spec.altText,
    rowIndex, rowCount, columnIndex: spec.columnIndex ?? 0, columnCount: spec.columnCount,
    categories: drawn(spec.categories),
    series: spec.series.map((series) => ({ name: series.name, values: drawn(series.column), color: series.color })),
  };
}

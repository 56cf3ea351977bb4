/**
 * Charts through the library: it draws a sheet's charts into a small workbook of its own, and the drawing
 * and chart parts are taken out of it, to be put into the user's.
 */
import { writeXlsx, type SheetChart } from 'hucre/xlsx';
import type { CellRange, ChartModel } from '../../reports/sheet-model';
import { quotedSheet } from '../names';
import { readArchive, textOf } from './archive';
import { fixedRangeReference } from './references';
import { escapeXml } from './xml-scan';

export interface ChartParts {
  /** Refers to its charts as `rId1`, `rId2` … in their order. */
  readonly drawingXml: string;
  readonly chartXmls: readonly string[];
}

const TEXT_COLOR = '404040';
const GRID_COLOR = 'D9D9D9';
/** The library draws grid lines in black. */
const QUIET_GRID = `<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${GRID_COLOR}"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>`;

export async function chartParts(sheetName: string, charts: readonly ChartModel[]): Promise<ChartParts> {
  const file = await writeXlsx({ sheets: [{ name: sheetName, rows: [], charts: charts.map((chart) => sheetChart(sheetName, chart)) }] });
  const parts = readArchive(file);
  const text = (name: string) => {
    const part = parts.get(name);
    if (!part) throw new Error(`The charts have no part ${name}.`);
    return textOf(part);
  };
  const chartXmls = charts.map((_, i) => text(`xl/charts/chart${i + 1}.xml`).replaceAll('<c:majorGridlines/>', QUIET_GRID));
  let drawingXml = text('xl/drawings/drawing1.xml');
  charts.forEach(({ name }, i) => (drawingXml = drawingXml.replace(`name="Chart ${i + 1}"`, () => `name="${escapeXml(name)}"`)));
  return { drawingXml, chartXmls };
}

function sheetChart(sheetName: string, chart: ChartModel): SheetChart {
  const range = (area: CellRange) => `${quotedSheet(sheetName)}!${fixedRangeReference(area)}`;
  const isStacked = chart.kind === 'bar-stacked' || chart.kind === 'column-stacked';
  const label = { labelFontSize: 9, labelColor: TEXT_COLOR, majorTickMark: 'none' as const, minorTickMark: 'none' as const };
  return {
    type: chart.kind === 'line' ? 'line' : chart.kind === 'bar-stacked' ? 'bar' : 'column',
    ...(chart.kind !== 'line' && { barGrouping: isStacked ? 'stacked' : 'clustered', gapWidth: 60 }),
    title: chart.title,
    titleFontSize: 12,
    titleBold: true,
    titleColor: TEXT_COLOR,
    legend: chart.series.length > 1 ? 'bottom' : false,
    legendFontSize: 9,
    legendFontColor: TEXT_COLOR,
    altText: chart.altText,
    anchor: { from: { row: chart.rowIndex, col: chart.columnIndex }, to: { row: chart.rowIndex + chart.rowCount, col: chart.columnIndex + chart.columnCount } },
    series: chart.series.map(({ name, values, color }) => ({
      name,
      values: range(values),
      categories: range(chart.categories),
      color,
      ...(chart.kind === 'line' && { marker: { symbol: 'none' as const } }),
    })),
    axes: {
      // On a bar chart the first category would otherwise stand at the bottom.
      x: { ...label, ...(chart.kind === 'bar-stacked' && { reverse: true }) },
      y: { ...label, gridlines: { major: true }, numberFormat: { formatCode: '#,##0' }, ...(chart.valueStep !== undefined && { scale: { majorUnit: chart.valueStep } }) },
    },
    chartSpaceBorderColor: GRID_COLOR,
  };
}

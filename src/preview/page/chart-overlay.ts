/** Draws the sheet's charts over the grid, plainly: enough to see that they are there and what they show. */
import type { ExcelHost, Sheet } from '../host';

const PIXELS_PER_POINT = 96 / 72;
const HEADER_PIXELS = { left: 46, top: 45 };
const SVG = 'http://www.w3.org/2000/svg';
const FALLBACK_COLORS = ['#0b5a63', '#7a93a8', '#c98a1b', '#8b1a1a', '#5aa5a0', '#b9c6d0', '#444444'];

type Chart = Sheet['charts'][number];
type ChartArea = NonNullable<Chart['series'][number]['values']>;

/** Returns how to take them away. They move with the grid as it scrolls. */
export function drawCharts(container: HTMLElement, host: ExcelHost, sheet: Sheet): () => void {
  const drawn = sheet.charts.map((chart) => {
    const element = chartElement(host, sheet, chart);
    container.append(element);
    return { chart, element };
  });
  if (drawn.length === 0) return () => {};
  const place = () => {
    const scroller = container.querySelector('revogr-viewport-scroll.rgCol');
    const left = scroller?.scrollLeft ?? 0;
    const top = container.querySelector('revogr-viewport-scroll.rgCol .vertical-inner')?.scrollTop ?? 0;
    for (const { chart, element } of drawn) element.style.transform = `translate(${HEADER_PIXELS.left + chart.left * PIXELS_PER_POINT - left}px, ${HEADER_PIXELS.top + chart.top * PIXELS_PER_POINT - top}px)`;
  };
  place();
  container.addEventListener('scroll', place, true);
  return () => {
    container.removeEventListener('scroll', place, true);
    for (const { element } of drawn) element.remove();
  };
}

function chartElement(host: ExcelHost, sheet: Sheet, chart: Chart): HTMLElement {
  const width = chart.width * PIXELS_PER_POINT;
  const height = chart.height * PIXELS_PER_POINT;
  const box = document.createElement('div');
  box.className = 'sheet-chart';
  box.style.width = `${width}px`;
  box.style.height = `${height}px`;
  box.setAttribute('role', 'img');
  box.setAttribute('aria-label', chart.altText || chart.title);
  box.append(chartSvg(host, sheet, chart, width, height));
  return box;
}

function numbersOf(host: ExcelHost, sheet: Sheet, area: ChartArea | null): number[] {
  if (!area) return [];
  const values: number[] = [];
  for (let row = 0; row < area.rows; row++) for (let column = 0; column < area.columns; column++) values.push(Number(host.cell(sheet, area.row + row, area.column + column).value) || 0);
  return values;
}

/** Lines as lines, everything else as stacked columns or bars; one scale for all series. */
function chartSvg(host: ExcelHost, sheet: Sheet, chart: Chart, width: number, height: number): SVGElement {
  const svg = element('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  const title = element('text', { x: width / 2, y: 18, 'text-anchor': 'middle', 'font-size': 13, 'font-weight': 600 });
  title.textContent = chart.title;
  const plot = { left: 16, top: 30, width: width - 32, height: height - 62 };
  const series = chart.series.map((each, index) => ({ name: each.name, values: numbersOf(host, sheet, each.values), color: each.color || FALLBACK_COLORS[index % FALLBACK_COLORS.length] }));
  const marks = /line/i.test(chart.kind) ? lineMarks(series, plot) : stackMarks(series, plot, /bar/i.test(chart.kind));
  svg.append(title, ...marks, ...legendMarks(series, width, height));
  return svg;
}

interface Series {
  readonly name: string;
  readonly values: readonly number[];
  readonly color: string;
}
interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function lineMarks(series: readonly Series[], plot: Plot): SVGElement[] {
  const all = series.flatMap((each) => each.values);
  const low = Math.min(0, ...all);
  const span = Math.max(1e-9, Math.max(...all) - low);
  return series.map(({ values, color }) => {
    const points = values.map((value, i) => `${plot.left + (plot.width * i) / Math.max(1, values.length - 1)},${plot.top + plot.height * (1 - (value - low) / span)}`);
    return element('polyline', { points: points.join(' '), fill: 'none', stroke: color, 'stroke-width': 2 });
  });
}

function stackMarks(series: readonly Series[], plot: Plot, horizontal: boolean): SVGElement[] {
  const count = Math.max(0, ...series.map((each) => each.values.length));
  const totals = Array.from({ length: count }, (_, i) => series.reduce((sum, each) => sum + Math.max(0, each.values[i] ?? 0), 0));
  const most = Math.max(1e-9, ...totals);
  const long = horizontal ? plot.width : plot.height;
  const step = (horizontal ? plot.height : plot.width) / Math.max(1, count);
  const reached = new Array<number>(count).fill(0);
  return series.flatMap(({ values, color }) =>
    values.map((value, i) => {
      const length = (Math.max(0, value) / most) * long;
      const from = reached[i];
      reached[i] += length;
      return horizontal
        ? element('rect', { x: plot.left + from, y: plot.top + i * step + step * 0.15, width: length, height: step * 0.7, fill: color })
        : element('rect', { x: plot.left + i * step + step * 0.15, y: plot.top + plot.height - from - length, width: step * 0.7, height: length, fill: color });
    }),
  );
}

function legendMarks(series: readonly Series[], width: number, height: number): SVGElement[] {
  const step = (width - 32) / Math.max(1, series.length);
  return series.flatMap(({ name, color }, i) => {
    const label = element('text', { x: 16 + i * step + 13, y: height - 10, 'font-size': 10.5 });
    label.textContent = name;
    return [element('rect', { x: 16 + i * step, y: height - 18, width: 9, height: 9, fill: color }), label];
  });
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

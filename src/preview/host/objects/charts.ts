/** Charts: kind, place, title, series with their colours, legend and axes, as far as the add-in sets them. */
import type { Area } from '../model/areas';
import type { Chart, ChartSeries, Sheet } from '../model/sheet';
import { colorArgument, integerArgument, numberArgument, textArgument, wordArgument } from '../protocol/arguments';
import { ExcelError } from '../protocol/errors';
import { ExcelObject, type HostContext, type Kind, type Property } from '../protocol/object';
import { areaArgument } from './areas-argument';
import { ChartAxesObject, ChartLegendObject, ChartTitleObject } from './chart-parts';
import { ensureUnprotected } from './protection';
import { RangeObject } from './range';

const CHART_TYPES = ['ColumnClustered', 'ColumnStacked', 'ColumnStacked100', 'BarClustered', 'BarStacked', 'BarStacked100', 'Line', 'LineMarkers', 'Pie', 'Doughnut', 'Area', 'AreaStacked'] as const;

export class ChartsObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly sheet: Sheet,
  ) {
    super(host);
  }

  get kind(): Kind<ChartsObject> {
    return CHARTS;
  }

  find(key: unknown): ChartObject | null {
    const chart = this.sheet.charts.find(({ id, name }) => id === key || name === key);
    return chart ? new ChartObject(this.host, this.sheet, chart) : null;
  }
}

function addChart(charts: ChartsObject, type: unknown, source: unknown): ChartObject {
  const { host, sheet } = charts;
  ensureUnprotected(sheet);
  const { area } = areaArgument(host, sheet, source);
  const chart: Chart = {
    id: host.workbook.newId(),
    name: `Chart ${sheet.charts.length + 1}`,
    kind: wordArgument(type, 'type', CHART_TYPES),
    title: '',
    showTitle: true,
    showLegend: true,
    legendPosition: 'Bottom',
    left: 0,
    top: 0,
    width: 360,
    height: 216,
    altText: '',
    gapWidth: 150,
    series: seriesOf(sheet, area),
  };
  sheet.charts.push(chart);
  host.looksChanged(sheet);
  return new ChartObject(host, sheet, chart);
}

/** One series for each column but the first, as Excel reads a block with headings; one for a single column. */
function seriesOf(sheet: Sheet, area: Area): ChartSeries[] {
  const column = (index: number): Area => ({ ...area, column: area.column + index, columns: 1 });
  if (area.columns === 1) return [{ name: 'Series1', values: area, categories: null, color: '' }];
  return Array.from({ length: area.columns - 1 }, (_, i) => ({ name: String(sheet.cells.value(area.row, area.column + i + 1)), values: column(i + 1), categories: column(0), color: '' }));
}

const CHARTS: Kind<ChartsObject> = {
  name: 'ChartCollection',
  items: ({ host, sheet }) => sheet.charts.map((chart) => new ChartObject(host, sheet, chart)),
  item: (charts, key) => charts.find(key),
  methods: {
    add: (charts, [type, source]) => addChart(charts, type, source),
    getCount: ({ sheet }) => sheet.charts.length,
    getItem: (charts, [name]) => existing(charts.find(name)),
    getItemOrNullObject: (charts, [name]) => charts.find(name),
    getItemAt: (charts, [index]) => existing(charts.find(charts.sheet.charts[integerArgument(index, 'index', 0)]?.id)),
  },
};

function existing<T>(object: T | null): T {
  if (!object) throw new ExcelError('ItemNotFound');
  return object;
}

export class ChartObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly sheet: Sheet,
    readonly chart: Chart,
  ) {
    super(host);
  }

  get kind(): Kind<ChartObject> {
    return CHART;
  }

  override get id(): string {
    return this.chart.id;
  }

  change(change: Partial<Chart>): void {
    ensureUnprotected(this.sheet);
    Object.assign(this.chart, change);
    this.host.looksChanged(this.sheet);
  }
}

function place(name: 'left' | 'top' | 'width' | 'height'): Property<ChartObject> {
  return { get: ({ chart }) => chart[name], set: (object, value) => object.change({ [name]: numberArgument(value, name) }) };
}

/** Covers the cells from one corner to the other. */
function setPosition(object: ChartObject, [start, end]: readonly unknown[]): void {
  const first = new RangeObject(object.host, object.sheet, areaArgument(object.host, object.sheet, start).area);
  const last = new RangeObject(object.host, object.sheet, areaArgument(object.host, object.sheet, end ?? start).area);
  const { left, top } = first.topLeft;
  const beyond = new RangeObject(object.host, object.sheet, { row: last.area.row + last.area.rows, column: last.area.column + last.area.columns, rows: 1, columns: 1 }).topLeft;
  object.change({ left, top, width: beyond.left - left, height: beyond.top - top });
}

const CHART: Kind<ChartObject> = {
  name: 'Chart',
  properties: {
    id: { get: ({ chart }) => chart.id },
    name: { get: ({ chart }) => chart.name, set: (object, value) => object.change({ name: textArgument(value, 'name') }) },
    chartType: { get: ({ chart }) => chart.kind, set: (object, value) => object.change({ kind: wordArgument(value, 'chartType', CHART_TYPES) }) },
    left: place('left'),
    top: place('top'),
    width: place('width'),
    height: place('height'),
  },
  objects: {
    series: ({ host, sheet, chart }) => new SeriesCollectionObject(host, sheet, chart),
    title: (object) => new ChartTitleObject(object),
    legend: (object) => new ChartLegendObject(object),
    axes: (object) => new ChartAxesObject(object),
    worksheet: ({ host, sheet }) => host.objects.worksheet(sheet),
  },
  methods: {
    setPosition,
    setData: (object, [source]) => {
      object.chart.series.splice(0, Infinity, ...seriesOf(object.sheet, areaArgument(object.host, object.sheet, source).area));
      object.change({});
    },
    delete: (object) => {
      object.sheet.charts.splice(object.sheet.charts.indexOf(object.chart), 1);
      object.change({});
    },
  },
};

class SeriesCollectionObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly sheet: Sheet,
    readonly chart: Chart,
  ) {
    super(host);
  }

  get kind(): Kind<SeriesCollectionObject> {
    return SERIES_COLLECTION;
  }
}

const SERIES_COLLECTION: Kind<SeriesCollectionObject> = {
  name: 'ChartSeriesCollection',
  properties: { count: { get: ({ chart }) => chart.series.length } },
  items: ({ host, sheet, chart }) => chart.series.map((series) => new SeriesObject(host, sheet, chart, series)),
  methods: {
    add: (collection, [name]) => {
      const series: ChartSeries = { name: typeof name === 'string' ? name : `Series${collection.chart.series.length + 1}`, values: null, categories: null, color: '' };
      collection.chart.series.push(series);
      collection.host.looksChanged(collection.sheet);
      return new SeriesObject(collection.host, collection.sheet, collection.chart, series);
    },
    getCount: ({ chart }) => chart.series.length,
    getItemAt: ({ host, sheet, chart }, [index]) => {
      const series = chart.series[integerArgument(index, 'index', 0)];
      if (!series) throw new ExcelError('ItemNotFound');
      return new SeriesObject(host, sheet, chart, series);
    },
  },
};

class SeriesObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly sheet: Sheet,
    readonly chart: Chart,
    readonly series: ChartSeries,
  ) {
    super(host);
  }

  get kind(): Kind<SeriesObject> {
    return SERIES;
  }

  change(change: Partial<ChartSeries>): void {
    Object.assign(this.series, change);
    this.host.looksChanged(this.sheet);
  }
}

const SERIES: Kind<SeriesObject> = {
  name: 'ChartSeries',
  properties: {
    name: { get: ({ series }) => series.name, set: (object, value) => object.change({ name: textArgument(value, 'name') }) },
    gapWidth: {
      get: ({ chart }) => chart.gapWidth,
      set: (object, value) => {
        object.chart.gapWidth = integerArgument(value, 'gapWidth', 0);
        object.change({});
      },
    },
    hasDataLabels: { set: (object) => object.change({}) },
    smooth: { set: (object) => object.change({}) },
  },
  objects: { format: (object) => new SeriesFormatObject(object.host, object) },
  methods: {
    setValues: (object, [source]) => object.change({ values: areaArgument(object.host, object.sheet, source).area }),
    setXAxisValues: (object, [source]) => object.change({ categories: areaArgument(object.host, object.sheet, source).area }),
    delete: (object) => {
      object.chart.series.splice(object.chart.series.indexOf(object.series), 1);
      object.change({});
    },
  },
};

/** `series.format`, `.format.fill` and `.format.line`: all of them set the one colour that the grid draws. */
class SeriesFormatObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly owner: SeriesObject,
  ) {
    super(host);
  }

  get kind(): Kind<SeriesFormatObject> {
    return SERIES_FORMAT;
  }
}

const SERIES_FORMAT: Kind<SeriesFormatObject> = {
  name: 'ChartSeriesFormat',
  properties: {
    color: { get: ({ owner }) => owner.series.color, set: ({ owner }, value) => owner.change({ color: colorArgument(value, 'color') }) },
    weight: { set: ({ owner }) => owner.change({}) },
    lineStyle: { set: ({ owner }) => owner.change({}) },
  },
  objects: { fill: (format) => format, line: (format) => format },
  methods: { setSolidColor: ({ owner }, [color]) => owner.change({ color: colorArgument(color, 'color') }), clear: ({ owner }) => owner.change({}) },
};

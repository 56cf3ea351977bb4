/** A model's charts as Excel's own. */
import type { ChartModel } from '../../reports/sheet-model';
import { areaAddress } from './style-areas';
import { RANGE_BYTES, SET_BYTES, rangeAt, type Step } from './write-queue';

const TYPES = { 'bar-stacked': 'BarStacked', column: 'ColumnClustered', 'column-stacked': 'ColumnStacked', line: 'Line' } as const;
const GAP_WIDTH = 60;

/** The first series makes the chart, the others are added to it: Excel would guess names and categories from a block. */
export function chartStep(model: ChartModel): Step {
  return {
    bytes: (RANGE_BYTES + SET_BYTES) * (8 + model.series.length * 5),
    run: (sheet) => {
      const first = model.series[0];
      if (!first) return;
      const range = (area: ChartModel['categories']) => rangeAt(sheet, area.rowIndex, area.columnIndex, area.rowCount, area.columnCount);
      const chart = sheet.charts.add(TYPES[model.kind], range(first.values), first.values.columnCount > first.values.rowCount ? 'Rows' : 'Columns');
      chart.name = model.name;
      chart.title.text = model.title;
      const { rowIndex, columnIndex, rowCount, columnCount } = model;
      chart.setPosition(areaAddress({ rowIndex, columnIndex, rowCount: 1, columnCount: 1 }), areaAddress({ rowIndex: rowIndex + rowCount - 1, columnIndex: columnIndex + columnCount - 1, rowCount: 1, columnCount: 1 }));
      chart.legend.visible = model.series.length > 1;
      chart.legend.position = 'Bottom';
      // On a bar chart the first category would otherwise stand at the bottom.
      if (model.kind === 'bar-stacked') chart.axes.categoryAxis.reversePlotOrder = true;
      if (model.valueStep !== undefined) chart.axes.valueAxis.majorUnit = model.valueStep;
      model.series.forEach((modelled, i) => {
        const series = i === 0 ? chart.series.getItemAt(0) : chart.series.add(modelled.name);
        series.name = modelled.name;
        if (i > 0) series.setValues(range(modelled.values));
        series.setXAxisValues(range(model.categories));
        if (model.kind === 'line') series.format.line.color = `#${modelled.color}`;
        else {
          series.format.fill.setSolidColor(`#${modelled.color}`);
          series.gapWidth = GAP_WIDTH;
        }
      });
    },
  };
}

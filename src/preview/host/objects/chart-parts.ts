/** What stands around a chart's series: title, legend, axes. What the grid does not draw is checked and kept by Excel alone. */
import type { Chart } from '../model/sheet';
import { booleanArgument, colorArgument, numberArgument, textArgument, wordArgument } from '../protocol/arguments';
import { ExcelObject, type HostContext, type Kind, type Property } from '../protocol/object';

/** The chart that a part belongs to. */
export interface ChartOwner {
  readonly host: HostContext;
  readonly chart: Chart;
  change(change: Partial<Chart>): void;
}

abstract class ChartPart extends ExcelObject {
  constructor(readonly owner: ChartOwner) {
    super(owner.host);
  }
}

/** Checked as Excel would, and not drawn. */
function checked<T extends ChartPart>(read: (value: unknown) => unknown): Property<T> {
  return { set: (_, value) => void read(value) };
}

export class ChartTitleObject extends ChartPart {
  get kind(): Kind<ChartTitleObject> {
    return CHART_TITLE;
  }
}

const CHART_TITLE: Kind<ChartTitleObject> = {
  name: 'ChartTitle',
  properties: {
    text: { get: ({ owner }) => owner.chart.title, set: ({ owner }, value) => owner.change({ title: textArgument(value, 'text'), showTitle: true }) },
    visible: { get: ({ owner }) => owner.chart.showTitle, set: ({ owner }, value) => owner.change({ showTitle: booleanArgument(value, 'visible') }) },
  },
  objects: { format: ({ owner }) => new ChartTextFormatObject(owner) },
};

export class ChartLegendObject extends ChartPart {
  get kind(): Kind<ChartLegendObject> {
    return CHART_LEGEND;
  }
}

const CHART_LEGEND: Kind<ChartLegendObject> = {
  name: 'ChartLegend',
  properties: {
    visible: { get: ({ owner }) => owner.chart.showLegend, set: ({ owner }, value) => owner.change({ showLegend: booleanArgument(value, 'visible') }) },
    position: { get: ({ owner }) => owner.chart.legendPosition, set: ({ owner }, value) => owner.change({ legendPosition: wordArgument(value, 'position', ['Top', 'Bottom', 'Left', 'Right', 'Corner']) }) },
  },
  objects: { format: ({ owner }) => new ChartTextFormatObject(owner) },
};

export class ChartAxesObject extends ChartPart {
  get kind(): Kind<ChartAxesObject> {
    return CHART_AXES;
  }
}

const CHART_AXES: Kind<ChartAxesObject> = {
  name: 'ChartAxes',
  objects: { categoryAxis: ({ owner }) => new ChartAxisObject(owner), valueAxis: ({ owner }) => new ChartAxisObject(owner) },
};

class ChartAxisObject extends ChartPart {
  get kind(): Kind<ChartAxisObject> {
    return CHART_AXIS;
  }
}

const CHART_AXIS: Kind<ChartAxisObject> = {
  name: 'ChartAxis',
  properties: {
    visible: checked((value) => booleanArgument(value, 'visible')),
    numberFormat: checked((value) => textArgument(value, 'numberFormat')),
    reversePlotOrder: checked((value) => booleanArgument(value, 'reversePlotOrder')),
    minimum: checked((value) => numberArgument(value, 'minimum')),
    maximum: checked((value) => numberArgument(value, 'maximum')),
    majorUnit: checked((value) => numberArgument(value, 'majorUnit')),
    displayUnit: checked((value) => textArgument(value, 'displayUnit')),
    tickLabelPosition: checked((value) => wordArgument(value, 'tickLabelPosition', ['NextToAxis', 'High', 'Low', 'None'])),
  },
  objects: { majorGridlines: ({ owner }) => new ChartGridlinesObject(owner), format: ({ owner }) => new ChartTextFormatObject(owner) },
};

class ChartGridlinesObject extends ChartPart {
  get kind(): Kind<ChartGridlinesObject> {
    return CHART_GRIDLINES;
  }
}

const CHART_GRIDLINES: Kind<ChartGridlinesObject> = {
  name: 'ChartGridlines',
  properties: { visible: checked((value) => booleanArgument(value, 'visible')) },
  objects: { format: ({ owner }) => new ChartTextFormatObject(owner) },
};

/** Font and line of a title, legend, axis or grid line. */
class ChartTextFormatObject extends ChartPart {
  get kind(): Kind<ChartTextFormatObject> {
    return CHART_TEXT_FORMAT;
  }
}

const CHART_TEXT_FORMAT: Kind<ChartTextFormatObject> = {
  name: 'ChartFormat',
  properties: {
    color: checked((value) => colorArgument(value, 'color')),
    size: checked((value) => numberArgument(value, 'size')),
    bold: checked((value) => booleanArgument(value, 'bold')),
    weight: checked((value) => numberArgument(value, 'weight')),
  },
  objects: { font: (format) => format, line: (format) => format },
};

/** Conditional formats: data bars, the one sort that the add-in writes. */
import type { Area } from '../model/areas';
import { intersection } from '../model/areas';
import type { DataBar, Sheet } from '../model/sheet';
import { booleanArgument, colorArgument, integerArgument, wordArgument } from '../protocol/arguments';
import { ExcelError } from '../protocol/errors';
import { ExcelObject, type HostContext, type Kind } from '../protocol/object';
import { ensureUnprotected } from './protection';

export class ConditionalFormatsObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly sheet: Sheet,
    readonly areas: readonly Area[],
  ) {
    super(host);
  }

  get kind(): Kind<ConditionalFormatsObject> {
    return CONDITIONAL_FORMATS;
  }

  listed(): DataBar[] {
    return this.sheet.dataBars.filter((bar) => this.areas.some((area) => intersection(area, bar.area)));
  }
}

const CONDITIONAL_FORMATS: Kind<ConditionalFormatsObject> = {
  name: 'ConditionalFormatCollection',
  items: (formats) => formats.listed().map((bar) => new ConditionalFormatObject(formats.host, formats.sheet, bar)),
  item: (formats, key) => {
    const bar = formats.listed().find(({ id }) => id === key);
    return bar ? new ConditionalFormatObject(formats.host, formats.sheet, bar) : null;
  },
  methods: {
    add: (formats, [type]) => {
      const { host, sheet } = formats;
      ensureUnprotected(sheet);
      const word = wordArgument(type, 'type', ['DataBar', 'Custom', 'ColorScale', 'IconSet', 'TopBottom', 'PresetCriteria', 'ContainsText', 'CellValue']);
      if (word !== 'DataBar') throw new ExcelError('UnsupportedOperation', `The stand-in has no conditional format ${word}.`);
      const bar: DataBar = { id: host.workbook.newId(), area: formats.areas[0], color: '#638EC6', gradient: true };
      sheet.dataBars.push(bar);
      host.looksChanged(sheet);
      return new ConditionalFormatObject(host, sheet, bar);
    },
    getCount: (formats) => formats.listed().length,
    getItemAt: (formats, [index]) => {
      const bar = formats.listed()[integerArgument(index, 'index', 0)];
      if (!bar) throw new ExcelError('ItemNotFound');
      return new ConditionalFormatObject(formats.host, formats.sheet, bar);
    },
    clearAll: ({ host, sheet, areas }) => {
      for (let i = sheet.dataBars.length - 1; i >= 0; i--) if (areas.some((area) => intersection(area, sheet.dataBars[i].area))) sheet.dataBars.splice(i, 1);
      host.looksChanged(sheet);
    },
  },
};

class BarObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly sheet: Sheet,
    readonly bar: DataBar,
  ) {
    super(host);
  }

  get kind(): Kind<never> {
    return { name: 'ConditionalFormat' };
  }

  redraw(): void {
    this.host.looksChanged(this.sheet);
  }
}

class ConditionalFormatObject extends BarObject {
  override get kind(): Kind<ConditionalFormatObject> {
    return CONDITIONAL_FORMAT;
  }

  override get id(): string {
    return this.bar.id;
  }
}

const CONDITIONAL_FORMAT: Kind<ConditionalFormatObject> = {
  name: 'ConditionalFormat',
  properties: { id: { get: ({ bar }) => bar.id }, type: { get: () => 'DataBar' } },
  objects: { dataBar: ({ host, sheet, bar }) => new DataBarObject(host, sheet, bar) },
  methods: {
    getRange: ({ host, sheet, bar }) => host.objects.range(sheet, bar.area),
    delete: (format) => {
      format.sheet.dataBars.splice(format.sheet.dataBars.indexOf(format.bar), 1);
      format.redraw();
    },
  },
};

class DataBarObject extends BarObject {
  override get kind(): Kind<DataBarObject> {
    return DATA_BAR;
  }
}

const DATA_BAR: Kind<DataBarObject> = {
  name: 'DataBarConditionalFormat',
  properties: {
    // Kept by Excel; the stand-in's grid draws bars from the least to the greatest in any case.
    lowerBoundRule: { set: (bar) => bar.redraw() },
    upperBoundRule: { set: (bar) => bar.redraw() },
    barDirection: { set: (bar) => bar.redraw() },
    axisFormat: { set: (bar) => bar.redraw() },
    showDataBarOnly: { set: (bar) => bar.redraw() },
  },
  objects: { positiveFormat: ({ host, sheet, bar }) => new PositiveFormatObject(host, sheet, bar) },
};

class PositiveFormatObject extends BarObject {
  override get kind(): Kind<PositiveFormatObject> {
    return POSITIVE_FORMAT;
  }
}

const POSITIVE_FORMAT: Kind<PositiveFormatObject> = {
  name: 'ConditionalDataBarPositiveFormat',
  properties: {
    fillColor: {
      get: ({ bar }) => bar.color,
      set: (format, value) => {
        format.bar.color = colorArgument(value, 'fillColor');
        format.redraw();
      },
    },
    gradientFill: {
      get: ({ bar }) => bar.gradient,
      set: (format, value) => {
        format.bar.gradient = booleanArgument(value, 'gradientFill');
        format.redraw();
      },
    },
    borderColor: { set: (format) => format.redraw() },
  },
};

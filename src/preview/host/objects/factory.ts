/** Makes the Excel objects; the one place that knows all their classes. */
import type { Area } from '../model/areas';
import type { Chart, Sheet, Table } from '../model/sheet';
import type { HostContext, ObjectFactory } from '../protocol/object';
import { ChartObject, ChartsObject } from './charts';
import { ConditionalFormatsObject } from './conditional-formats';
import { DataValidationObject } from './data-validation';
import { NamesObject } from './names';
import { RangeAreasObject } from './range-areas';
import { RangeFormatObject } from './range-format';
import { RangeObject } from './range';
import { TableObject, TablesObject } from './tables';
import { WorkbookObject } from './workbook-objects';
import { WorksheetObject } from './worksheet';

export function createObjects(host: () => HostContext): ObjectFactory {
  return {
    workbook: () => new WorkbookObject(host()),
    worksheet: (sheet: Sheet) => new WorksheetObject(host(), sheet),
    range: (sheet: Sheet, area: Area) => new RangeObject(host(), sheet, area),
    rangeAreas: (sheet: Sheet, areas: readonly Area[]) => new RangeAreasObject(host(), sheet, areas),
    rangeFormat: (sheet: Sheet, areas: readonly Area[]) => new RangeFormatObject(host(), sheet, areas),
    conditionalFormats: (sheet: Sheet, areas: readonly Area[]) => new ConditionalFormatsObject(host(), sheet, areas),
    dataValidation: (sheet: Sheet, areas: readonly Area[]) => new DataValidationObject(host(), sheet, areas),
    tables: (sheet: Sheet | null, within?: Area) => new TablesObject(host(), sheet, within),
    table: (sheet: Sheet, table: Table) => new TableObject(host(), sheet, table),
    names: (sheet: Sheet | null) => new NamesObject(host(), sheet),
    charts: (sheet: Sheet) => new ChartsObject(host(), sheet),
    chart: (sheet: Sheet, chart: Chart) => new ChartObject(host(), sheet, chart),
  };
}

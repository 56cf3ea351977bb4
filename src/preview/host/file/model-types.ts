/** Sheet models as the workbook port takes them: the stand-in knows them from there and from nowhere else. */
import type { WorkbookPort } from '../../../workbook/port';

export type SheetModel = Parameters<WorkbookPort['writeSheets']>[0][number];
export type PlacedCell = SheetModel['cells'][number];
export type CellContent = PlacedCell['content'];
export type CellStyle = NonNullable<PlacedCell['style']>;
export type LinkTarget = NonNullable<PlacedCell['link']>;
export type TableModel = SheetModel['tables'][number];
export type ChartModel = NonNullable<SheetModel['charts']>[number];
export type PrintModel = SheetModel['print'];

/**
 * The stand-in for Excel: a workbook in memory that answers the unmodified office.js. For development and
 * tests only. Start with `openWorkbookFile(bytes, name)` or `newWorkbook()`, then `createExcelHost({ workbook })`;
 * in a page `connectFrame` ties it to the pane's iframe.
 */
export * from './api';
export { createExcelHost } from './host';
export type { Fault, FaultPlan } from './faults';
export { openWorkbookFile, newWorkbook } from './file/open';
export { saveWorkbookFile } from './file/save';
export { connectFrame, type FrameConnection } from './frame';
export { createIronCalculation } from './calculation/iron-calculation';
export { address, parseAddress, letters, type Area } from './model/areas';
export { Workbook } from './model/workbook';
export { Sheet } from './model/sheet';
export type * from './model/sheet';
export type { CellFormat, Border, Edge } from './model/format';

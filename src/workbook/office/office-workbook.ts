/** The Office.js adapter of the workbook port: the workbook that is open in Excel. */
import type { LiveWorkbookPort } from '../port';
import { listSheets } from './list-sheets';
import { activate, inSilence, onChanged, onSelected, openAsNewWorkbook, select } from './live';
import { remember, remembered } from './memory';
import { openSheet } from './read-sheet';
import { writeResults } from './write-results';

/** To be called after `Office.onReady`. Keeps nothing: every call asks Excel what is. */
export function openOfficeWorkbook(): LiveWorkbookPort {
  return { listSheets, openSheet, remembered, remember, select, activate, onChanged, onSelected, openAsNewWorkbook, writeSheets: (models, options) => inSilence(() => writeResults(models, options)) };
}

/**
 * Slicers in the live workbook, once the results stand. `slicers.add` came with API 1.10 and is reported to
 * fail in every Excel: each is tried in a batch of its own, a failure leaves the sheet as it is, and the
 * table's filters do the same work.
 */
import type { SlicerModel } from '../../reports/sheet-model';
import type { Draft, Plan } from './drafts';
import { hasExcelApi, inExcel } from './run';
import { rangeAt } from './write-queue';

/** Adds what the models ask for. True where every slicer stands; never throws. */
export async function addSlicers({ drafts }: Plan): Promise<boolean> {
  if (!hasExcelApi('1.10')) return false;
  for (const draft of drafts) {
    for (const slicer of draft.model.slicers ?? []) {
      // Where one fails the others would: Excel is not asked again.
      if (!(await addSlicer(draft, slicer).then(() => true, () => false))) return false;
    }
  }
  return true;
}

function addSlicer({ id, tables }: Draft, { table: modelled, column, caption, ...area }: SlicerModel): Promise<void> {
  const found = tables.find(({ table }) => table.name === modelled);
  const heading = found?.table.columns.find(({ key }) => key === column)?.heading;
  if (!found || heading === undefined) throw new Error(`No table has the column "${column}" to filter by.`);
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(id);
    const slicer = sheet.slicers.add(found.finalName, heading, sheet);
    const range = rangeAt(sheet, area.rowIndex, area.columnIndex, area.rowCount, area.columnCount).load('left,top,width,height');
    await context.sync();
    slicer.caption = caption;
    slicer.left = range.left;
    slicer.top = range.top;
    slicer.width = range.width;
    slicer.height = range.height;
    await context.sync();
  });
}

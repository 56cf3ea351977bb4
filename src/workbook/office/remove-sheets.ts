/** Takes drafts out of the workbook again, with the names that mark them. */
import { isDraftMark } from '../names';
import { LONG_PATIENCE, inExcel } from './run';

/** Sheets that are gone already are no failure. */
export function removeSheets(ids: readonly string[]): Promise<void> {
  return inExcel(
    async (context) => {
      const { worksheets, names } = context.workbook;
      const sheets = ids.map((id) => worksheets.getItemOrNullObject(id));
      names.load('items/name');
      await context.sync();
      for (const { name } of names.items) if (isDraftMark(name)) names.getItem(name).delete();
      for (const sheet of sheets) if (!sheet.isNullObject) sheet.delete();
      await context.sync();
    },
    { patienceMilliseconds: LONG_PATIENCE },
  );
}

/** The tabs of the live workbook, with the size of what stands on them. */
import type { SheetInfo } from '../port';
import { SWAPPED_MARK } from '../names';
import { loadNames, readMarks } from './marks';
import { inExcel } from './run';
import { settle } from './settle';

/** Drafts of a run that died are not told; where they had become the results, they are made so first. */
export async function listSheets(): Promise<readonly SheetInfo[]> {
  const listed = await list();
  if (listed !== 'half-swapped') return listed;
  await settle();
  return (await list()) as readonly SheetInfo[];
}

function list(): Promise<readonly SheetInfo[] | 'half-swapped'> {
  return inExcel(async (context) => {
    const worksheets = context.workbook.worksheets.load('items/name,items/visibility');
    const names = loadNames(context);
    await context.sync();
    const marks = readMarks(names);
    if (marks.names.includes(SWAPPED_MARK)) return 'half-swapped';
    const sheets = worksheets.items.filter(({ name }) => !marks.drafts.has(name));
    const used = sheets.map((sheet) => {
      const range = sheet.getUsedRangeOrNullObject(true);
      range.untrack();
      return range.load('rowCount,columnCount');
    });
    if (used.length > 0) await context.sync();
    return sheets.map(({ name, visibility }, i) => ({
      name,
      rowCount: used[i].isNullObject ? 0 : used[i].rowCount,
      columnCount: used[i].isNullObject ? 0 : used[i].columnCount,
      hidden: visibility !== 'Visible',
      resultKey: marks.results.get(name)?.key ?? null,
    }));
  });
}

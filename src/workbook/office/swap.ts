/**
 * Puts the drafts in the place of the old results, in one call. Until `DuesheetSwapped` is set nothing is done
 * that cannot be taken back; after it only things that can be done again. Where Excel leaves it half-way,
 * `settle` knows from the names which way to go.
 */
import { asideMark, finalMark, freeSheetName, parseDraftMark, SWAPPED_MARK, wholeSheetReference } from '../names';
import type { Draft, Plan } from './drafts';
import { LONG_PATIENCE, inExcel } from './run';
import { finish } from './settle';

/** Tabs are at most this long, the sign that puts one aside included. */
const ASIDE_NAME_LENGTH_MAX = 30;

export function swapDrafts(plan: Plan): Promise<void> {
  return inExcel((context) => swap(context, plan), { patienceMilliseconds: LONG_PATIENCE });
}

async function swap(context: Excel.RequestContext, { drafts, old, oldNames }: Plan): Promise<void> {
  const { worksheets, names } = context.workbook;
  const taken = [...drafts.map(({ finalName }) => finalName), ...old.map(({ name }) => name)];
  const asideMarks = old.map(({ id, name }) => {
    const mark = asideMark(name);
    const aside = freeSheetName(`~${shortened(name)}`, taken);
    taken.push(aside);
    names.add(mark, wholeSheetReference(name)).visible = false;
    worksheets.getItem(id).name = aside;
    return mark;
  });
  for (const { id, finalName } of drafts) worksheets.getItem(id).name = finalName;
  names.add(SWAPPED_MARK, '=TRUE').visible = false;
  const shown = successorOfActive(drafts, old);
  if (shown) worksheets.getItem(shown.id).activate();
  finish(context, {
    oldIds: old.map(({ id }) => id),
    tables: drafts.flatMap(({ tables }) => tables),
    staleNames: [...oldNames, ...asideMarks],
    marks: drafts.flatMap(({ marks, finalName }) => marks.map(({ name, formula }) => ({ draftName: name, finalName: finalMark(parseDraftMark(name)!), formula: formula(finalName) }))),
  });
  await context.sync();
}

/** Neither half a character is left at the end nor an apostrophe, which Excel allows within a name only. */
function shortened(name: string): string {
  return name.length <= ASIDE_NAME_LENGTH_MAX ? name : name.slice(0, ASIDE_NAME_LENGTH_MAX).replace(/['\ud800-\udbff]+$/, '');
}

/** Who looks at an old result is to look at the new one. */
function successorOfActive(drafts: readonly Draft[], old: Plan['old']): Draft | undefined {
  const active = old.find(({ isActive }) => isActive);
  return active && (drafts.find(({ model }) => model.key === active.key) ?? drafts[0]);
}

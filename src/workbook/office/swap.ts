/**
 * Puts the drafts in the place of the old results: one call, which deletes last. Should Excel refuse it
 * half-way, everything that was renamed is named back before the failure is told.
 */
import { anchorMark, draftMark, freeSheetName, quotedSheet, sheetMark, wholeSheetReference } from '../names';
import { columnLetters } from '../../ledger/grid';
import type { Draft, Plan } from './drafts';
import { asWorkbookError } from './failures';
import { LONG_PATIENCE, inExcel } from './run';

interface NameWas {
  readonly name: string;
  readonly formula: string;
}

export async function swapDrafts(plan: Plan): Promise<void> {
  const namesWere = await readNames(plan.oldNames);
  try {
    await inExcel((context) => swap(context, plan), { patienceMilliseconds: LONG_PATIENCE });
  } catch (error) {
    await inExcel((context) => restore(context, plan, namesWere), { patienceMilliseconds: LONG_PATIENCE }).catch(() => undefined);
    throw asWorkbookError(error);
  }
}

function readNames(names: readonly string[]): Promise<NameWas[]> {
  if (names.length === 0) return Promise.resolve([]);
  return inExcel(async (context) => {
    const items = names.map((name) => context.workbook.names.getItem(name).load('name,formula'));
    await context.sync();
    return items.map(({ name, formula }) => ({ name, formula: String(formula) }));
  });
}

async function swap(context: Excel.RequestContext, { drafts, old, oldNames }: Plan): Promise<void> {
  const { worksheets, names } = context.workbook;
  const taken = [...drafts.map(({ finalName }) => finalName), ...old.map(({ name }) => name)];
  for (const name of oldNames) names.getItem(name).delete();
  for (const { id, name } of old) {
    const aside = asideName(name, taken);
    taken.push(aside);
    worksheets.getItem(id).name = aside;
  }
  for (const [i, draft] of drafts.entries()) {
    worksheets.getItem(draft.id).name = draft.finalName;
    names.getItem(draftMark(i + 1)).delete();
    for (const { name, formula } of marksOf(draft)) names.add(name, formula).visible = false;
  }
  const active = old.find(({ isActive }) => isActive);
  const shown = active && (drafts.find(({ model }) => model.key === active.key) ?? drafts[0]);
  if (shown) worksheets.getItem(shown.id).activate();
  // With its sheet an old table leaves its name; the drafts' take theirs when all are free.
  for (const { id } of old) worksheets.getItem(id).delete();
  for (const { tables } of drafts) for (const { draftName, finalName } of tables) context.workbook.tables.getItem(draftName).name = finalName;
  await context.sync();
}

function asideName(name: string, taken: readonly string[]): string {
  return freeSheetName(`~${name.slice(0, 29)}`, taken);
}

/** The sheet's mark and its anchors: single cells by the model, columns by their headings. */
function marksOf({ model, finalName }: Draft): NameWas[] {
  const cell = (rowIndex: number, columnIndex: number) => `=${quotedSheet(finalName)}!$${columnLetters(columnIndex)}$${rowIndex + 1}`;
  return [
    { name: sheetMark(model.key), formula: wholeSheetReference(finalName) },
    ...Object.entries(model.anchors ?? {}).map(([key, { rowIndex, columnIndex }]) => ({ name: anchorMark(model.key, key), formula: cell(rowIndex, columnIndex) })),
    ...model.tables.flatMap((table) =>
      table.columns.flatMap(({ key, anchored }, i) => (anchored ? [{ name: anchorMark(model.key, key), formula: cell(table.rowIndex, table.columnIndex + i) }] : [])),
    ),
  ];
}

/** Best effort: what of the old results is still there gets its name and marks back; the drafts are removed by the caller. */
async function restore(context: Excel.RequestContext, { drafts, old }: Plan, namesWere: readonly NameWas[]): Promise<void> {
  const { worksheets, names } = context.workbook;
  const oldSheets = old.map(({ id }) => worksheets.getItemOrNullObject(id));
  const draftSheets = drafts.map(({ id }) => worksheets.getItemOrNullObject(id));
  const marks = [...drafts.flatMap(marksOf), ...namesWere].map(({ name }) => names.getItemOrNullObject(name));
  await context.sync();
  for (const mark of marks) if (!mark.isNullObject) mark.delete();
  for (const sheet of draftSheets) if (!sheet.isNullObject) sheet.delete();
  old.forEach(({ name }, i) => {
    if (!oldSheets[i].isNullObject) oldSheets[i].name = name;
  });
  for (const { name, formula } of namesWere) if (!formula.includes('#REF!')) names.add(name, formula).visible = false;
  await context.sync();
}

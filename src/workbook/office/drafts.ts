/** What a write is going to do, settled before its first cell: names for every sheet and table, drafts in place. */
import { columnLetters } from '../../ledger/grid';
import type { SheetModel, TableModel } from '../../reports/sheet-model';
import type { Renaming } from '../formula-references';
import { draftMark, draftTab, freeSheetName, freeTableName, isDraftTab, isPassingMark, keptKey, parseMark, quotedSheet, wholeSheetReference } from '../names';
import { WorkbookError } from '../port';
import { loadNames, readMarks, type Marks } from './marks';
import { LONG_PATIENCE, inExcel } from './run';
import { draftTableName, settle } from './settle';

export interface Draft {
  readonly model: SheetModel;
  /** Excel's id of the sheet: names change, ids do not. */
  readonly id: string;
  /** The tab while it is being written, and afterwards. */
  readonly name: string;
  readonly finalName: string;
  /** Of the whole sheet and of the cells people write in. */
  readonly marks: readonly { readonly name: string; readonly formula: (tab: string) => string }[];
  readonly tables: readonly { readonly table: TableModel; readonly draftName: string; readonly finalName: string }[];
}

/** A result of an earlier run that makes room. */
export interface OldSheet {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly key: string;
}

export interface Plan {
  readonly drafts: readonly Draft[];
  readonly old: readonly OldSheet[];
  /** Names of ours that belong to old results, or to none any more. */
  readonly oldNames: readonly string[];
  /** For formulas: modelled names → names while the drafts are written. Excel carries them along at the swap. */
  readonly draftRenaming: { readonly sheetNames: Renaming; readonly tableNames: Renaming };
  /** For links, which Excel does not carry along: the tab a modelled name ends up as. */
  finalName(modelled: string): string;
  readonly bodyFontSize: number;
}

interface State {
  readonly marks: Marks;
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  readonly activeId: string;
  /** Tables and names share one space. */
  readonly tables: readonly { readonly name: string; readonly sheetId: string }[];
  readonly names: readonly string[];
}

export async function prepareDrafts(models: readonly SheetModel[], keep: ((key: string) => boolean) | undefined): Promise<Plan> {
  let state = await readState();
  if (state.marks.names.some(isPassingMark) || state.sheets.some(({ name }) => isDraftTab(name))) {
    await settle();
    state = await readState();
  }
  const made = new Set(models.map(({ key }) => keptKey(key)));
  const old = oldSheets(state, (key) => made.has(key) || !keep?.(key));
  const oldIds = new Set(old.map(({ id }) => id));
  const staying = state.sheets.filter(({ id }) => !oldIds.has(id)).map(({ name }) => name);
  const finalNames = freeNames(models.map(({ name }) => name), staying, freeSheetName);
  const modelled = models.flatMap(({ tables }) => tables.map(({ name }) => name));
  const stayingTables = state.tables.filter(({ sheetId }) => !oldIds.has(sheetId)).map(({ name }) => name);
  const finalTables = freeNames(modelled, [...stayingTables, ...state.names], freeTableName);
  const draftTables = freeNames(modelled.map(draftTableName), [...state.tables.map(({ name }) => name), ...state.names, ...finalTables.values()], freeTableName);
  const { drafts, bodyFontSize } = await addDrafts(models, state, finalNames, finalTables, draftTables).catch(async (error: unknown) => {
    // Excel may have added some, or all and lost no more than its answer; there were none before.
    await settle().catch(() => undefined);
    throw error;
  });
  return {
    drafts,
    old,
    oldNames: namesOf(state, old),
    draftRenaming: {
      sheetNames: new Map(drafts.map(({ model, name }) => [model.name.toLowerCase(), name])),
      tableNames: new Map(modelled.map((name) => [name.toLowerCase(), draftTables.get(draftTableName(name).toLowerCase())!])),
    },
    finalName: (name) => finalNames.get(name.toLowerCase()) ?? name,
    bodyFontSize,
  };
}

function readState(): Promise<State> {
  return inExcel(async (context) => {
    const { workbook } = context;
    const worksheets = workbook.worksheets.load('items/id,items/name');
    const active = workbook.worksheets.getActiveWorksheet().load('id');
    const tables = workbook.tables.load('items/name,items/worksheet/id');
    const names = loadNames(context);
    const protection = workbook.protection.load('protected');
    await context.sync();
    if (protection.protected) throw new WorkbookError('workbook-protected', {}, 'The structure of the workbook is protected.');
    return {
      marks: readMarks(names),
      sheets: worksheets.items.map(({ id, name }) => ({ id, name })),
      activeId: active.id,
      tables: tables.items.map((table) => ({ name: table.name, sheetId: table.worksheet.id })),
      names: names.items.map(({ name }) => name),
    };
  });
}

function oldSheets({ marks, sheets, activeId }: State, isToGo: (key: string) => boolean): OldSheet[] {
  return sheets.flatMap(({ id, name }) => {
    const key = marks.results.get(name)?.key;
    return key !== undefined && isToGo(key) ? [{ id, name, key, isActive: id === activeId }] : [];
  });
}

/** Ours, but of no result that stays; a name whose sheet is gone is of nobody. */
function namesOf({ marks }: State, old: readonly OldSheet[]): string[] {
  const going = new Set(old.map(({ key }) => key.toLowerCase()));
  const staying = new Set(Array.from(marks.results.values(), ({ key }) => key.toLowerCase()).filter((key) => !going.has(key)));
  return marks.names.filter((name) => {
    const mark = parseMark(name);
    return mark !== null && !staying.has(mark.key.toLowerCase());
  });
}

/** A free name for each wanted one, by wanted name in lower case. */
function freeNames(wanted: readonly string[], taken: readonly string[], free: (name: string, taken: Iterable<string>) => string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const name of wanted) {
    if (names.has(name.toLowerCase())) throw new Error(`Two sheets or tables are modelled with the name ${name}.`);
    names.set(name.toLowerCase(), free(name, [...taken, ...names.values()]));
  }
  return names;
}

/** Adds the drafts' empty tabs, each marked, so that the next run knows them should this one die. */
async function addDrafts(models: readonly SheetModel[], state: State, finalNames: ReadonlyMap<string, string>, finalTables: ReadonlyMap<string, string>, draftTables: ReadonlyMap<string, string>): Promise<{ drafts: Draft[]; bodyFontSize: number }> {
  const taken = [...state.sheets.map(({ name }) => name), ...finalNames.values()];
  const names = models.map((_, i) => {
    const name = freeSheetName(draftTab(i + 1), taken);
    taken.push(name);
    return name;
  });
  const marks = models.map(marksOf);
  const { ids, bodyFontSize } = await addTabs(names, marks);
  const drafts = models.map((model, i) => ({
    model,
    id: ids[i],
    name: names[i],
    marks: marks[i],
    finalName: finalNames.get(model.name.toLowerCase())!,
    tables: model.tables.map((table) => ({ table, draftName: draftTables.get(draftTableName(table.name).toLowerCase())!, finalName: finalTables.get(table.name.toLowerCase())! })),
  }));
  return { drafts, bodyFontSize };
}

/** The sheet's mark and its anchors: single cells by the model, columns by their headings. */
function marksOf({ key, anchors = {}, tables }: SheetModel): Draft['marks'] {
  const cell = (anchor: string, rowIndex: number, columnIndex: number) => ({ name: draftMark({ key, anchor }), formula: (tab: string) => `=${quotedSheet(tab)}!$${columnLetters(columnIndex)}$${rowIndex + 1}` });
  return [
    { name: draftMark({ key, anchor: null }), formula: wholeSheetReference },
    ...Object.entries(anchors).map(([anchor, { rowIndex, columnIndex }]) => cell(anchor, rowIndex, columnIndex)),
    ...tables.flatMap(({ columns, rowIndex, columnIndex }) => columns.flatMap(({ key: anchor, anchored }, i) => (anchored ? [cell(anchor, rowIndex, columnIndex + i)] : []))),
  ];
}

function addTabs(names: readonly string[], marks: readonly Draft['marks'][]): Promise<{ ids: string[]; bodyFontSize: number }> {
  return inExcel(
    async (context) => {
      const { workbook } = context;
      const sheets = names.map((name, i) => {
        const sheet = workbook.worksheets.add(name).load('id');
        for (const mark of marks[i]) workbook.names.add(mark.name, mark.formula(name)).visible = false;
        return sheet;
      });
      const font = sheets[0]?.getCell(0, 0).untrack().format.font.load('size');
      await context.sync();
      return { ids: sheets.map(({ id }) => id), bodyFontSize: font?.size ?? 11 };
    },
    { patienceMilliseconds: LONG_PATIENCE },
  );
}

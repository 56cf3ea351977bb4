/**
 * Leaves no exchange half-way. From the names alone it tells what a write that failed or died was about: before
 * `DuesheetSwapped` stands everything is taken back, from then on everything is finished. It bears being repeated.
 */
import { finalMark, freeSheetName, freeTableName, isDraftMark, isDraftTab, parseAsideMark, parseDraftMark, parseMark, SWAPPED_MARK } from '../names';
import { parseReference } from '../xlsx/workbook-part';
import { loadNames } from './marks';
import { LONG_PATIENCE, inExcel } from './run';

/** What is left to do once the drafts are the results. */
export interface Exchange {
  /** Sheets of the old results. */
  readonly oldIds: readonly string[];
  /** Tables of the drafts, free to take their names when the old sheets are gone. */
  readonly tables: readonly { readonly draftName: string; readonly finalName: string }[];
  /** Names of ours that speak of no result any more. */
  readonly staleNames: readonly string[];
  /** The drafts' marks, each with the name it takes. */
  readonly marks: readonly { readonly draftName: string; readonly finalName: string; readonly formula: string }[];
}

interface Remains {
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  readonly names: readonly { readonly name: string; readonly formula: string; readonly sheetId: string | null }[];
  readonly tables: readonly { readonly name: string; readonly sheetId: string }[];
}

/** Takes back or finishes what is half-way; `ownDrafts` leaves alone the drafts of anybody else. */
export function settle(ownDrafts?: ReadonlySet<string>): Promise<void> {
  return inExcel(
    async (context) => {
      const remains = await readRemains(context);
      await removeStrays(context, remains);
      if (remains.names.some(({ name }) => name === SWAPPED_MARK)) finish(context, exchangeOf(remains));
      else takeBack(context, remains, (id) => !ownDrafts || ownDrafts.has(id));
      await context.sync();
    },
    { patienceMilliseconds: LONG_PATIENCE },
  );
}

/** A tab is marked right after it is added; where Excel stopped between the two, it is known by its name, and by being empty. */
async function removeStrays(context: Excel.RequestContext, { sheets, names }: Remains): Promise<void> {
  const marked = new Set(names.map(({ sheetId }) => sheetId));
  const strays = sheets.filter(({ id, name }) => isDraftTab(name) && !marked.has(id)).map(({ id }) => context.workbook.worksheets.getItem(id));
  if (strays.length === 0) return;
  const used = strays.map((sheet) => sheet.getUsedRangeOrNullObject(true).untrack().load('rowCount'));
  await context.sync();
  strays.forEach((sheet, i) => used[i].isNullObject && sheet.delete());
}

/** Which results count now, whether or not everything has been cleared away: those of the given drafts, or the old ones. */
export function standingResults(draftIds: readonly string[]): Promise<'old' | 'new'> {
  return inExcel(async (context) => {
    const { sheets, names } = await readRemains(context);
    if (names.some(({ name }) => name === SWAPPED_MARK)) return 'new';
    const ids = new Set(sheets.map(({ id }) => id));
    return draftIds.every((id) => ids.has(id)) && !names.some(({ name }) => isDraftMark(name)) ? 'new' : 'old';
  });
}

/** Queues the end of an exchange; old tables leave their names with their sheets, so the sheets go first. */
export function finish(context: Excel.RequestContext, { oldIds, tables, staleNames, marks }: Exchange): void {
  const { workbook } = context;
  for (const id of oldIds) workbook.worksheets.getItem(id).delete();
  for (const { draftName, finalName } of tables) workbook.tables.getItem(draftName).name = finalName;
  for (const name of staleNames) workbook.names.getItem(name).delete();
  for (const { draftName, finalName, formula } of marks) {
    // Hidden at once: later Excel no longer lets a name be hidden.
    workbook.names.add(finalName, formula).visible = false;
    workbook.names.getItem(draftName).delete();
  }
  workbook.names.getItem(SWAPPED_MARK).delete();
}

async function readRemains(context: Excel.RequestContext): Promise<Remains> {
  const worksheets = context.workbook.worksheets.load('items/id,items/name');
  const tables = context.workbook.tables.load('items/name,items/worksheet/id');
  const names = loadNames(context);
  await context.sync();
  const idOf = new Map(worksheets.items.map(({ id, name }) => [name, id]));
  return {
    sheets: worksheets.items.map(({ id, name }) => ({ id, name })),
    names: names.items.map(({ name, formula }) => ({ name, formula: String(formula), sheetId: idOf.get(parseReference(String(formula).replace(/^=/, ''))?.sheet ?? '') ?? null })),
    tables: tables.items.map((table) => ({ name: table.name, sheetId: table.worksheet.id })),
  };
}

function exchangeOf({ names, tables }: Remains): Exchange {
  const drafts = names.flatMap(({ name, formula, sheetId }) => {
    const mark = parseDraftMark(name);
    return mark ? [{ draftName: name, finalName: finalMark(mark), formula, sheetId }] : [];
  });
  const draftIds = new Set(drafts.map(({ sheetId }) => sheetId));
  // A name that was added, though perhaps not yet hidden, is added anew.
  const finalNames = new Set(drafts.map(({ finalName }) => finalName));
  const aside = names.filter(({ name }) => parseAsideMark(name) !== null);
  const oldIds = new Set(aside.flatMap(({ sheetId }) => sheetId ?? []));
  const stale = names.filter(({ name, sheetId }) => parseMark(name) && (sheetId === null || oldIds.has(sheetId) || finalNames.has(name)));
  const staleNames = [...stale, ...aside].map(({ name }) => name);
  const taken = [...tables.filter(({ sheetId }) => !oldIds.has(sheetId)), ...names].map(({ name }) => name);
  return {
    oldIds: [...oldIds],
    tables: tables
      .filter(({ name, sheetId }) => draftIds.has(sheetId) && DRAFT_TABLE.test(name))
      .map(({ name }) => {
        const finalName = freeTableName(name.replace(DRAFT_TABLE, ''), taken);
        taken.push(finalName);
        return { draftName: name, finalName };
      }),
    staleNames,
    marks: drafts,
  };
}

/** What `draftTableName` adds. */
const DRAFT_TABLE = /_draft(?:_\d+)?$/;

export function draftTableName(name: string): string {
  return `${name}_draft`;
}

function takeBack(context: Excel.RequestContext, { sheets, names }: Remains, isOwn: (id: string) => boolean): void {
  const { workbook } = context;
  const drafts = names.filter(({ name, sheetId }) => parseDraftMark(name) && (sheetId === null || isOwn(sheetId)));
  const draftIds = new Set(drafts.flatMap(({ sheetId }) => sheetId ?? []));
  for (const id of draftIds) workbook.worksheets.getItem(id).delete();
  for (const { name } of drafts) workbook.names.getItem(name).delete();
  const taken = new Set(sheets.filter(({ id }) => !draftIds.has(id)).map(({ name }) => name));
  for (const { name, sheetId } of names) {
    const tab = parseAsideMark(name);
    if (tab === null) continue;
    const sheet = sheets.find(({ id }) => id === sheetId);
    if (sheet) {
      taken.delete(sheet.name);
      const free = freeSheetName(tab, taken);
      taken.add(free);
      workbook.worksheets.getItem(sheet.id).name = free;
    }
    workbook.names.getItem(name).delete();
  }
}

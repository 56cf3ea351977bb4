/**
 * How both adapters mark what Duesheet wrote, so that the one finds what the other left.
 *
 * A result sheet carries a hidden defined name `Duesheet.KEY` that refers to all of it (`$1:$1048576`: no
 * deleted row or column turns it into #REF!). A cell people write in, or a column's heading cell, carries
 * `Duesheet.KEY.ANCHOR`. A sheet still being written carries `DuesheetDraft.KEY` and `DuesheetDraft.KEY.ANCHOR`
 * instead. While drafts take the place of old results, these carry `DuesheetAside.TAB`, which keeps the name of
 * their tab; once `DuesheetSwapped` is there, the drafts are the results. All are names of the workbook, not of
 * a sheet.
 *
 * Excel allows letters, digits, `_` and `.` in a name, 255 characters, and takes capitals and small letters
 * for the same. Keys hold customers' names, so every run of other characters is written as `_` + four hex
 * digits for each UTF-16 unit + `_`: `statement:甲` is `statement_003a7532_`.
 */
import { NAME_PREFIX } from '../reports/sheet-model';

/** Namespace of the custom XML part that keeps what the workbook remembers. */
export const MEMORY_NAMESPACE = 'https://duesheet.example/memory';

const SHEET_NAME_LENGTH_MAX = 31;
/** Leaves room for the prefix and an anchor within Excel's 255. */
const ENCODED_KEY_LENGTH_MAX = 180;
const DRAFT_PREFIX = `${NAME_PREFIX}Draft`;
const ASIDE_PREFIX = `${NAME_PREFIX}Aside`;
const DRAFT_TAB = new RegExp(`^${NAME_PREFIX}~\\d+(?: \\(\\d+\\))?$`);
/** From the moment it is there, the drafts are the results and the old ones are only to be cleared away. */
export const SWAPPED_MARK = `${NAME_PREFIX}Swapped`;

/** What one of our defined names says. */
export interface NameMark {
  readonly key: string;
  /** Null for the name that marks the whole sheet. */
  readonly anchor: string | null;
}

function encoded(text: string): string {
  return text.replace(/[^A-Za-z0-9]+/g, (run) => {
    let hex = '';
    for (let i = 0; i < run.length; i++) hex += run.charCodeAt(i).toString(16).padStart(4, '0');
    return `_${hex}_`;
  });
}

function decoded(text: string): string {
  return text.replace(/_((?:[0-9a-fA-F]{4})+)_/g, (_, hex: string) => {
    let run = '';
    for (let i = 0; i < hex.length; i += 4) run += String.fromCharCode(parseInt(hex.slice(i, i + 4), 16));
    return run;
  });
}

/** FNV-1a, eight hex digits: tells long keys with the same beginning apart. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The key as a workbook can keep it: itself, unless it is too long for a name; then its beginning and a digest. */
export function keptKey(key: string): string {
  if (encoded(key).length <= ENCODED_KEY_LENGTH_MAX) return key;
  let length = Math.min(key.length, ENCODED_KEY_LENGTH_MAX);
  while (encoded(`${key.slice(0, length)}~${digest(key)}`).length > ENCODED_KEY_LENGTH_MAX) length--;
  return `${key.slice(0, length)}~${digest(key)}`;
}

/** `Duesheet.plan`: the defined name on the whole of a result sheet. */
export function sheetMark(key: string): string {
  return markOf(NAME_PREFIX, key, null);
}

/** `Duesheet.plan.promisedDay`: the defined name on a cell or heading that people's entries are found by. */
export function anchorMark(key: string, anchor: string): string {
  return markOf(NAME_PREFIX, key, anchor);
}

/** `DuesheetDraft.plan`, `DuesheetDraft.plan.promisedDay`: the same on a sheet that is being written. */
export function draftMark({ key, anchor }: NameMark): string {
  return markOf(DRAFT_PREFIX, key, anchor);
}

/** The mark that a draft's mark becomes. */
export function finalMark({ key, anchor }: NameMark): string {
  return markOf(NAME_PREFIX, key, anchor);
}

/** `DuesheetAside.Open_0020_items`: on an old result while its tab has another name, to give it back. */
export function asideMark(tab: string): string {
  return `${ASIDE_PREFIX}.${encoded(tab)}`;
}

function markOf(prefix: string, key: string, anchor: string | null): string {
  const mark = `${prefix}.${encoded(keptKey(key))}`;
  return anchor === null ? mark : `${mark}.${encoded(anchor)}`;
}

/** Reads one of our names back; null for anybody else's. */
export function parseMark(name: string): NameMark | null {
  return parsed(NAME_PREFIX, name);
}

export function parseDraftMark(name: string): NameMark | null {
  return parsed(DRAFT_PREFIX, name);
}

/** The tab's name before it was put aside; null for any other name. */
export function parseAsideMark(name: string): string | null {
  return parsed(ASIDE_PREFIX, name)?.key ?? null;
}

function parsed(prefix: string, name: string): NameMark | null {
  const parts = name.split('.');
  if (parts.length < 2 || parts.length > 3 || parts[0].toLowerCase() !== prefix.toLowerCase()) return null;
  return { key: decoded(parts[1]), anchor: parts.length === 3 ? decoded(parts[2]) : null };
}

export function isDraftMark(name: string): boolean {
  return parseDraftMark(name) !== null;
}

/** True for names that stand only while results are written or swapped; left behind by a run that died. */
export function isPassingMark(name: string): boolean {
  return isDraftMark(name) || parseAsideMark(name) !== null || name.toLowerCase() === SWAPPED_MARK.toLowerCase();
}

/** `Duesheet~3`: the tab of a draft. */
export function draftTab(number: number): string {
  return `${NAME_PREFIX}~${number}`;
}

export function isDraftTab(tab: string): boolean {
  return DRAFT_TAB.test(tab);
}

/** What a sheet's mark refers to, as a defined name's formula. */
export function wholeSheetReference(sheet: string): string {
  return `=${quotedSheet(sheet)}!$1:$1048576`;
}

/** A tab's name as formulas and links write it; the quotes are always legal, so always there. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/**
 * The wanted tab name, or the wanted name with a number where it is taken: `Plan`, `Plan (2)`.
 * `taken` is compared as Excel does, without regard to capitals.
 */
export function freeSheetName(wanted: string, taken: Iterable<string>): string {
  const used = new Set(Array.from(taken, (name) => name.toLowerCase()));
  let name = wanted;
  for (let number = 2; used.has(name.toLowerCase()); number++) {
    const suffix = ` (${number})`;
    name = wanted.slice(0, SHEET_NAME_LENGTH_MAX - suffix.length) + suffix;
  }
  return name;
}

/** The wanted table name, or with a number where the workbook has a table or a name of that name. */
export function freeTableName(wanted: string, taken: Iterable<string>): string {
  const used = new Set(Array.from(taken, (name) => name.toLowerCase()));
  let name = wanted;
  for (let number = 2; used.has(name.toLowerCase()); number++) name = `${wanted}_${number}`;
  return name;
}

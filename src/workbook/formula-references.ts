/**
 * Renames sheets and tables inside a formula, as Excel does when a tab or a table is renamed: a result's
 * formulas are modelled with the names the sheets are meant to have, and a name can be taken.
 */
import { quotedSheet } from './names';

/** New names by old name in lower case. */
export type Renaming = ReadonlyMap<string, string>;

// A text in quotes | a quoted sheet before `!` | a bare sheet before `!` | a table name before `[`.
const PARTS = /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!|([\p{L}_\\][\p{L}\p{N}_.\\]*)(?=\[)/gu;

/** The formula with every sheet and table renamed; texts in quotes stay. With or without the leading `=`. */
export function renameInFormula(formula: string, sheets: Renaming, tables: Renaming): string {
  return formula.replace(PARTS, (part: string, quoted?: string, bare?: string, table?: string) => {
    if (table !== undefined) return tables.get(table.toLowerCase()) ?? part;
    const sheet = quoted?.replaceAll("''", "'") ?? bare;
    const renamed = sheet === undefined ? undefined : sheets.get(sheet.toLowerCase());
    return renamed === undefined ? part : `${quotedSheet(renamed)}!`;
  });
}

/** Finds what Duesheet wrote into a workbook earlier, by the hidden names it left there. */
import { isDraftMark, parseMark } from '../names';
import { parseReference, type WorkbookPart } from './workbook-part';

export interface ResultSheet {
  readonly key: string;
  /** Where the cells people write in are now; one whose row or column was deleted is missing. */
  readonly anchors: Readonly<Record<string, { readonly rowIndex: number; readonly columnIndex: number }>>;
}

/** Our sheets by tab name. Names that belong to a single sheet are copies Excel made, and do not count. */
export function resultSheetsOf(workbook: WorkbookPart): ReadonlyMap<string, ResultSheet> {
  const keys = new Map<string, string>();
  const anchors = new Map<string, Record<string, { rowIndex: number; columnIndex: number }>>();
  for (const { name, formula, sheetIndex } of workbook.names) {
    const mark = sheetIndex === null ? parseMark(name) : null;
    const reference = mark && parseReference(formula);
    if (!mark || !reference) continue;
    const { sheet, rowIndex, columnIndex } = reference;
    if (mark.anchor === null) keys.set(sheet, mark.key);
    else if (rowIndex !== null && columnIndex !== null) anchors.set(sheet, { ...anchors.get(sheet), [mark.anchor]: { rowIndex, columnIndex } });
  }
  return new Map(Array.from(keys, ([sheet, key]) => [sheet, { key, anchors: anchors.get(sheet) ?? {} }]));
}

/** Sheets that a run in Excel left half written when it died. */
export function draftSheetsOf(workbook: WorkbookPart): ReadonlySet<string> {
  const references = workbook.names.filter(({ name }) => isDraftMark(name)).map(({ formula }) => parseReference(formula)?.sheet);
  return new Set(references.filter((sheet) => sheet !== undefined));
}

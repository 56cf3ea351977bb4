/** The hidden names in a live workbook: which tabs are ours, and where people write on them. */
import { isPassingMark, parseDraftMark, parseMark } from '../names';
import { parseReference } from '../xlsx/workbook-part';

export interface SheetMarks {
  readonly key: string;
  /** On the sheet, 0-based. */
  readonly anchors: Readonly<Record<string, { readonly rowIndex: number; readonly columnIndex: number }>>;
}

export interface Marks {
  /** Our result sheets by tab name. */
  readonly results: ReadonlyMap<string, SheetMarks>;
  /** Tabs that a run left half written when it died. */
  readonly drafts: ReadonlySet<string>;
  /** Every name of ours, those that have lost their sheet included. */
  readonly names: readonly string[];
}

/** Loads what `readMarks` reads; to be called before a sync. */
export function loadNames(context: Excel.RequestContext): Excel.NamedItemCollection {
  return context.workbook.names.load('items/name,items/formula');
}

export function readMarks(names: Excel.NamedItemCollection): Marks {
  const keys = new Map<string, string>();
  const anchors = new Map<string, Record<string, { rowIndex: number; columnIndex: number }>>();
  const drafts = new Set<string>();
  const ours: string[] = [];
  for (const { name, formula } of names.items) {
    const mark = parseMark(name);
    if (!mark && !isPassingMark(name)) continue;
    ours.push(name);
    const reference = parseReference(String(formula).replace(/^=/, ''));
    if (!reference) continue;
    if (parseDraftMark(name)) drafts.add(reference.sheet);
    if (!mark) continue;
    if (mark.anchor === null) keys.set(reference.sheet, mark.key);
    else if (reference.rowIndex !== null && reference.columnIndex !== null) anchors.set(reference.sheet, { ...anchors.get(reference.sheet), [mark.anchor]: { rowIndex: reference.rowIndex, columnIndex: reference.columnIndex } });
  }
  const results = new Map(Array.from(keys, ([sheet, key]) => [sheet, { key, anchors: anchors.get(sheet) ?? {} }]));
  return { results, drafts, names: ours };
}

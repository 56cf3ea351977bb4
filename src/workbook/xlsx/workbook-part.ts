/** What `xl/workbook.xml` says: sheets in tab order, defined names, the date system. */
import { WorkbookError } from '../port';
import type { Package, PartName } from './package';
import { childOf, childrenOf, parseXml, type XmlElement } from './xml-tree';

export interface WorkbookSheet {
  readonly name: string;
  readonly sheetId: number;
  readonly relationshipId: string;
  readonly part: PartName;
  readonly hidden: boolean;
  /** False for a chart sheet or a dialog: it has no cells. */
  readonly hasCells: boolean;
  readonly element: XmlElement;
}

export interface DefinedName {
  readonly name: string;
  /** `'Open items'!$A$1`, as in a formula without `=`. */
  readonly formula: string;
  /** Tab index of the sheet it belongs to; null for a name of the whole workbook. */
  readonly sheetIndex: number | null;
  readonly element: XmlElement;
}

export interface WorkbookPart {
  readonly part: PartName;
  readonly xml: string;
  readonly root: XmlElement;
  readonly sheets: readonly WorkbookSheet[];
  readonly names: readonly DefinedName[];
  /** True where day 0 is 1904-01-01 (old Mac workbooks). */
  readonly uses1904: boolean;
}

/** Finds and reads the workbook part. Throws `unreadable-file` where the package holds none. */
export function readWorkbookPart(pack: Package): WorkbookPart {
  const part = pack.relationshipsOf('').find((relationship) => relationship.kind === 'officeDocument')?.target;
  if (part === undefined || !pack.has(part)) throw new WorkbookError('unreadable-file', {}, 'The file holds no workbook.');
  const xml = pack.text(part);
  const root = parseXml(xml);
  const targets = new Map(pack.relationshipsOf(part).map((relationship) => [relationship.id, relationship]));
  const sheets = childrenOf(childOf(root, 'sheets'), 'sheet').map((element): WorkbookSheet => {
    const relationshipId = element.attributes.get('id') ?? '';
    const target = targets.get(relationshipId);
    return {
      name: element.attributes.get('name') ?? '',
      sheetId: Number(element.attributes.get('sheetId')),
      relationshipId,
      part: target?.target ?? '',
      hidden: /^(hidden|veryHidden)$/.test(element.attributes.get('state') ?? ''),
      hasCells: target?.kind === 'worksheet',
      element,
    };
  });
  const names = childrenOf(childOf(root, 'definedNames'), 'definedName').map((element): DefinedName => {
    const sheetIndex = element.attributes.get('localSheetId');
    return { name: element.attributes.get('name') ?? '', formula: element.text, sheetIndex: sheetIndex === undefined ? null : Number(sheetIndex), element };
  });
  const uses1904 = /^(1|true)$/.test(childOf(root, 'workbookPr')?.attributes.get('date1904') ?? '');
  return { part, xml, root, sheets, names, uses1904 };
}

/** The part of that kind the workbook refers to, or undefined. Throws where it refers to one that is missing. */
export function relatedPart(pack: Package, workbook: WorkbookPart, kind: string): PartName | undefined {
  const target = pack.relationshipsOf(workbook.part).find((relationship) => relationship.kind === kind)?.target;
  if (target !== undefined) pack.part(target);
  return target;
}

export interface SheetReference {
  readonly sheet: string;
  /** The reference's first cell, 0-based; null where it names whole rows or columns. */
  readonly rowIndex: number | null;
  readonly columnIndex: number | null;
}

/** Reads `'Open items'!$A$1` or `Plan!$1:$1048576`; null for anything else (`#REF!`, a formula). */
export function parseReference(formula: string): SheetReference | null {
  const parts = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{0,3})\$?(\d*)(?::.*)?$/.exec(formula.trim());
  if (!parts || parts[2]?.startsWith('#')) return null;
  const sheet = parts[1]?.replaceAll("''", "'") ?? parts[2];
  return { sheet, rowIndex: parts[4] === '' ? null : Number(parts[4]) - 1, columnIndex: parts[3] === '' ? null : columnIndexOf(parts[3]) };
}

/** A → 0, AA → 26. */
export function columnIndexOf(letters: string): number {
  let index = 0;
  for (let i = 0; i < letters.length; i++) index = index * 26 + (letters.charCodeAt(i) - 64);
  return index - 1;
}

/** Takes the sheets of an earlier run out of a draft, with every part that only they referred to. */
import { isPassingMark, parseMark } from '../names';
import type { Package, PartName } from './package';
import { draftSheetsOf, resultSheetsOf } from './result-marks';
import { childOf, childrenOf, parseXml } from './xml-tree';
import { parseReference, type DefinedName, type WorkbookPart, type WorkbookSheet } from './workbook-part';

export interface Removal {
  readonly sheets: ReadonlySet<WorkbookSheet>;
  /** Our names whose sheet goes, or has gone before, and those of slicers that went with it. */
  readonly names: ReadonlySet<DefinedName>;
  readonly keptSheets: readonly WorkbookSheet[];
  /** Key of the removed sheet that the file opens on; null where it opens on another. */
  readonly openKey: string | null;
  /** The workbook's references to caches of slicers that went with their sheets. */
  readonly slicerCacheIds: ReadonlySet<string>;
}

/** Removes sheets whose key is written anew, and those of ours that `keep` does not name. */
export async function removeResults(draft: Package, workbook: WorkbookPart, newKeys: ReadonlySet<string>, keep: (key: string) => boolean = () => false): Promise<Removal> {
  const results = resultSheetsOf(workbook);
  const drafts = draftSheetsOf(workbook);
  const isOutdated = (name: string) => {
    const key = results.get(name)?.key;
    return drafts.has(name) || (key !== undefined && (newKeys.has(key) || !keep(key)));
  };
  const sheets = new Set(workbook.sheets.filter(({ name }) => isOutdated(name)));
  const keptSheets = workbook.sheets.filter((sheet) => !sheets.has(sheet));
  const keptNames = new Set(keptSheets.map(({ name }) => name));
  const caches = slicerCachesOf(draft, workbook, sheets);
  if (sheets.size > 0) await removeSheetParts(draft, workbook, sheets, caches);
  const cacheNames = new Set(caches.values());
  return {
    sheets,
    names: new Set(workbook.names.filter((name) => cacheNames.has(name.name) || (isOurs(name) && !keptNames.has(parseReference(name.formula)?.sheet ?? '')))),
    keptSheets,
    slicerCacheIds: new Set(caches.keys()),
    openKey: openKeyOf(workbook, sheets, (name) => results.get(name)?.key ?? null),
  };
}

function isOurs({ name, sheetIndex }: DefinedName): boolean {
  return sheetIndex === null && (parseMark(name) !== null || isPassingMark(name));
}

/** Caches that only slicers on these sheets use: their names, by the id of the workbook's reference. */
function slicerCachesOf(draft: Package, workbook: WorkbookPart, sheets: ReadonlySet<WorkbookSheet>): ReadonlyMap<string, string> {
  const used = new Set<string>();
  const usedElsewhere = new Set<string>();
  for (const sheet of workbook.sheets) {
    if (!draft.has(sheet.part)) continue;
    for (const { kind, target } of draft.relationshipsOf(sheet.part)) {
      if (kind !== 'slicer' || !draft.has(target)) continue;
      for (const { attributes } of childrenOf(parseXml(draft.text(target)), 'slicer')) (sheets.has(sheet) ? used : usedElsewhere).add(attributes.get('cache') ?? '');
    }
  }
  const caches = new Map<string, string>();
  for (const { id, kind, target } of draft.relationshipsOf(workbook.part)) {
    if (kind !== 'slicerCache' || !draft.has(target)) continue;
    const name = parseXml(draft.text(target)).attributes.get('name') ?? '';
    if (used.has(name) && !usedElsewhere.has(name)) caches.set(id, name);
  }
  return caches;
}

async function removeSheetParts(draft: Package, workbook: WorkbookPart, sheets: ReadonlySet<WorkbookSheet>, caches: ReadonlyMap<string, string>): Promise<void> {
  const before = reachableParts(draft);
  const gone = new Set([...Array.from(sheets, ({ relationshipId }) => relationshipId), ...caches.keys()]);
  // The order of calculation names cells of the removed sheets; Excel makes it anew where it is missing.
  for (const { id, kind } of draft.relationshipsOf(workbook.part)) if (kind === 'calcChain') gone.add(id);
  await draft.unrelate(workbook.part, gone);
  const after = reachableParts(draft);
  await draft.remove(new Set(Array.from(before).filter((part) => !after.has(part))));
}

/** Every part that the package's references lead to. */
function reachableParts(pack: Package): ReadonlySet<PartName> {
  const found = new Set<PartName>(['']);
  for (const part of found) {
    for (const { target, external } of pack.relationshipsOf(part)) if (!external && pack.has(target)) found.add(target);
  }
  found.delete('');
  return found;
}

function openKeyOf(workbook: WorkbookPart, removed: ReadonlySet<WorkbookSheet>, keyOf: (name: string) => string | null): string | null {
  const view = childOf(childOf(workbook.root, 'bookViews'), 'workbookView');
  const open = workbook.sheets[Number(view?.attributes.get('activeTab') ?? 0)];
  return open && removed.has(open) ? keyOf(open.name) : null;
}

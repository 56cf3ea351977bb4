/**
 * Changes to `xl/workbook.xml`: sheets taken out and added, names likewise. Names that belong to one sheet
 * count it by its place among the tabs, so every such number moves along.
 */
import { CACHE_LIST_URI, EARLIER_LIST_URIS, cacheListExtensionXml, cacheReferencesXml } from './slicers';
import { escapeXml } from './xml-scan';
import { appendInside, childOf, childrenOf, edited, type Edit, type XmlElement } from './xml-tree';
import { parseReference, type DefinedName, type WorkbookPart, type WorkbookSheet } from './workbook-part';

export interface NewSheet {
  readonly name: string;
  readonly sheetId: number;
  readonly relationshipId: string;
}

export interface NewName {
  readonly name: string;
  /** As in a formula, without `=`. */
  readonly formula: string;
  readonly hidden: boolean;
  /** The sheet it belongs to, for print areas and titles; null for a name of the whole workbook. */
  readonly sheet: string | null;
}

export interface WorkbookChange {
  readonly removedSheets: ReadonlySet<WorkbookSheet>;
  readonly removedNames: ReadonlySet<DefinedName>;
  readonly addedSheets: readonly NewSheet[];
  readonly addedNames: readonly NewName[];
  /** Ids of references to caches of slicers. */
  readonly removedSlicerCaches: ReadonlySet<string>;
  readonly addedSlicerCaches: readonly string[];
  /** Tab that is shown when the file opens; null leaves the choice as it is. */
  readonly activeSheet: string | null;
}

/** The tabs as they will be. */
interface Tabs {
  readonly byName: ReadonlyMap<string, number>;
  /** Where the sheet of an old place will be; null where it goes. */
  readonly moved: (index: number) => number | null;
}

/** What may stand between the sheets and the names. */
const BEFORE_NAMES = ['sheets', 'functionGroups', 'externalReferences'];

export function changedWorkbookXml(workbook: WorkbookPart, change: WorkbookChange): string {
  const kept = workbook.sheets.filter((sheet) => !change.removedSheets.has(sheet));
  const places = new Map(kept.map((sheet, index) => [sheet, index]));
  const tabs: Tabs = {
    byName: new Map([...kept, ...change.addedSheets].map(({ name }, index) => [name, index])),
    moved: (index) => places.get(workbook.sheets[index]) ?? null,
  };
  return edited(workbook.xml, [...sheetEdits(workbook, change), ...nameEdits(workbook, change, tabs), ...viewEdits(workbook, change, tabs), ...slicerCacheEdits(workbook, change)]);
}

function sheetEdits({ root, xml }: WorkbookPart, { removedSheets, addedSheets }: WorkbookChange): Edit[] {
  const sheets = childOf(root, 'sheets') as XmlElement;
  const removed = Array.from(removedSheets, ({ element: { from, to } }) => ({ from, to, text: '' }));
  const added = addedSheets.map(({ name, sheetId, relationshipId }) => `<${root.prefix}sheet name="${escapeXml(name)}" sheetId="${sheetId}" ${relationshipAttribute(relationshipId)}/>`);
  return [...removed, appendInside(xml, sheets, added.join(''))];
}

/** Some writers declare the namespace of relationships on the root, some only where they use it: with its declaration the attribute is right in both. */
function relationshipAttribute(id: string): string {
  return `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"`;
}

function nameEdits({ root, xml, names }: WorkbookPart, change: WorkbookChange, tabs: Tabs): Edit[] {
  const edits: Edit[] = [];
  for (const name of names) {
    const { from, to, content } = name.element;
    const index = name.sheetIndex === null ? null : tabs.moved(name.sheetIndex);
    if (change.removedNames.has(name) || (name.sheetIndex !== null && index === null)) edits.push({ from, to, text: '' });
    else if (index !== name.sheetIndex) edits.push(attributesEdit(xml, name.element, { localSheetId: String(index) }));
    else if (content && pointsNowhere(name, change, tabs)) edits.push({ ...content, text: '#REF!' });
  }
  const added = change.addedNames.map(({ name, formula, hidden, sheet }) => {
    const scope = sheet === null ? '' : ` localSheetId="${tabs.byName.get(sheet)}"`;
    return `<${root.prefix}definedName name="${escapeXml(name)}"${scope}${hidden ? ' hidden="1"' : ''}>${escapeXml(formula)}</${root.prefix}definedName>`;
  });
  const list = childOf(root, 'definedNames');
  if (added.length === 0) return edits;
  if (list) return [...edits, appendInside(xml, list, added.join(''))];
  const at = Math.max(...root.children.filter(({ name }) => BEFORE_NAMES.includes(name)).map(({ to }) => to));
  return [...edits, { from: at, to: at, text: `<${root.prefix}definedNames>${added.join('')}</${root.prefix}definedNames>` }];
}

/** A name the user gave to cells of a result that goes for good: Excel would repair the file over it. */
function pointsNowhere({ formula }: DefinedName, { removedSheets }: WorkbookChange, tabs: Tabs): boolean {
  if (removedSheets.size === 0) return false;
  const sheet = parseReference(formula)?.sheet;
  return sheet !== undefined && !tabs.byName.has(sheet) && Array.from(removedSheets).some(({ name }) => name === sheet);
}

/** The tab the file opens on, and the first one in the tab strip, keep showing the same sheet. */
function viewEdits({ root, xml, sheets }: WorkbookPart, change: WorkbookChange, tabs: Tabs): Edit[] {
  const moved = (index: number) => tabs.moved(Math.min(index, sheets.length - 1)) ?? 0;
  return childrenOf(childOf(root, 'bookViews'), 'workbookView').flatMap((view) => {
    const active = Number(view.attributes.get('activeTab') ?? 0);
    const first = Number(view.attributes.get('firstSheet') ?? 0);
    const now = { activeTab: (change.activeSheet === null ? null : tabs.byName.get(change.activeSheet)) ?? moved(active), firstSheet: moved(first) };
    return now.activeTab === active && now.firstSheet === first ? [] : [attributesEdit(xml, view, { activeTab: String(now.activeTab), firstSheet: String(now.firstSheet) })];
  });
}

/** The list of caches of table slicers stands among the workbook's extensions; an empty one goes. */
function slicerCacheEdits({ root, xml }: WorkbookPart, { removedSlicerCaches, addedSlicerCaches }: WorkbookChange): Edit[] {
  if (removedSlicerCaches.size + addedSlicerCaches.length === 0) return [];
  const references = cacheReferencesXml(addedSlicerCaches, relationshipAttribute);
  const extensions = childOf(root, 'extLst');
  const extension = childrenOf(extensions, 'ext').find(({ attributes }) => attributes.get('uri') === CACHE_LIST_URI);
  const list = childOf(extension, 'slicerCaches');
  if (extension && list) {
    const gone = childrenOf(list, 'slicerCache').filter(({ attributes }) => removedSlicerCaches.has(attributes.get('id') ?? ''));
    const isEmptied = gone.length === list.children.length && references === '';
    if (!isEmptied) return [...gone.map(({ from, to }) => ({ from, to, text: '' })), ...(references ? [appendInside(xml, list, references)] : [])];
    const emptied = extensions?.children.length === 1 ? extensions : extension;
    return [{ from: emptied.from, to: emptied.to, text: '' }];
  }
  if (references === '') return [];
  const added = cacheListExtensionXml(root.prefix, references);
  if (!extensions?.content) return [appendInside(xml, extensions ?? root, extensions ? added : `<${root.prefix}extLst>${added}</${root.prefix}extLst>`)];
  const earlier = childrenOf(extensions, 'ext').filter(({ attributes }) => EARLIER_LIST_URIS.includes(attributes.get('uri') ?? ''));
  const at = Math.max(extensions.content.from, ...earlier.map(({ to }) => to));
  return [{ from: at, to: at, text: added }];
}

/** Sets attributes in an element's tag. */
function attributesEdit(xml: string, element: XmlElement, attributes: Readonly<Record<string, string>>): Edit {
  const end = element.content?.from ?? element.to;
  const tag = Object.entries(attributes).reduce((tag, [name, value]) => {
    const pattern = new RegExp(`(\\s${name}\\s*=\\s*)(["'])[^"']*\\2`);
    return pattern.test(tag) ? tag.replace(pattern, `$1"${value}"`) : tag.replace(/\s*\/?>$/, (closing) => ` ${name}="${value}"${closing.trim()}`);
  }, xml.slice(element.from, end));
  return { from: element.from, to: end, text: tag };
}

/**
 * Puts result sheets into a package: new parts beside the user's, no part of the user's touched but the four
 * that list things (workbook, its references, content types, styles). Works on a draft and hands it back;
 * what it was given stays whole whatever happens.
 */
import { throwIfCancelled } from '../../units/progress';
import type { SheetModel, TableModel } from '../../reports/sheet-model';
import { renameInFormula } from '../formula-references';
import { anchorMark, freeSheetName, freeTableName, keptKey, quotedSheet, sheetMark, wholeSheetReference } from '../names';
import { WorkbookError, type WriteOptions } from '../port';
import { chartParts } from './charts';
import type { Package, PartName, RelationshipKind } from './package';
import { fixedRangeReference } from './references';
import { removeResults, type Removal } from './remove-results';
import { sheetRowCount, sheetXmlChunks } from './sheet-writer';
import { StyleBook } from './style-book';
import { CACHE_PREFIX, drawingWithSlicers, slicerCacheXml, slicersXml, type PlacedSlicer } from './slicers';
import { headingsOf, tableXml } from './table-part';
import { changedWorkbookXml, type NewName, type NewSheet } from './workbook-edits';
import { relatedPart, type WorkbookPart } from './workbook-part';
import { childOf, childrenOf, parseXml } from './xml-tree';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
const TYPES = {
  worksheet: `${SPREADSHEET}worksheet+xml`,
  table: `${SPREADSHEET}table+xml`,
  styles: `${SPREADSHEET}styles+xml`,
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  slicer: 'application/vnd.ms-excel.slicer+xml',
  slicerCache: 'application/vnd.ms-excel.slicerCache+xml',
} as const;

/** Rows between two reports of progress. */
const REPORT_ROWS = 4096;

export interface ResultOptions extends WriteOptions {
  readonly keep?: (key: string) => boolean;
}

/** The package with the result sheets in it, those of an earlier run replaced. */
export async function withResults(pack: Package, workbook: WorkbookPart, models: readonly SheetModel[], options: ResultOptions = {}): Promise<Package> {
  refuseProtected(workbook);
  const draft = pack.draft();
  const removal = await removeResults(draft, workbook, new Set(models.map(({ key }) => keptKey(key))), options.keep);
  const writer = new ResultWriter(draft, workbook, models, removal, options);
  await writer.writeAll();
  return draft;
}

/** A workbook whose structure its owner has locked takes no sheets, in Excel and here alike. */
function refuseProtected(workbook: WorkbookPart): void {
  const locked = childOf(workbook.root, 'workbookProtection')?.attributes.get('lockStructure');
  if (locked === '1' || locked === 'true') throw new WorkbookError('workbook-protected', {}, 'The structure of the workbook is protected.');
}

class ResultWriter {
  private readonly styles: StyleBook;
  private readonly types = new Map<PartName, string>();
  private readonly names: NewName[] = [];
  /** Tab and table names in this workbook, by the lower-case name in the models. */
  private readonly sheetNames: ReadonlyMap<string, string>;
  private readonly tableNames: ReadonlyMap<string, string>;
  private nextTableId: number;
  /** Caches of slicers, for the workbook to refer to. */
  private readonly slicerCaches: PartName[] = [];
  private readonly usedNames: Set<string>;
  private rowsDone = 0;
  private readonly rowsTotal: number;

  constructor(
    private readonly draft: Package,
    private readonly workbook: WorkbookPart,
    private readonly models: readonly SheetModel[],
    private readonly removal: Removal,
    private readonly options: ResultOptions,
  ) {
    const styles = relatedPart(draft, workbook, 'styles');
    this.styles = new StyleBook(styles === undefined ? null : draft.text(styles));
    this.sheetNames = fitted(models.map(({ name }) => name), removal.keptSheets.map(({ name }) => name), freeSheetName);
    const tables = existingTables(draft);
    const takenNames = [...tables.map(({ name }) => name), ...workbook.names.filter((name) => !removal.names.has(name)).map(({ name }) => name)];
    this.tableNames = fitted(models.flatMap((model) => model.tables.map(({ name }) => name)), takenNames, freeTableName);
    this.usedNames = new Set([...takenNames, ...slicerNamesIn(draft)].map((name) => name.toLowerCase()));
    this.nextTableId = Math.max(0, ...tables.map(({ id }) => id)) + 1;
    this.rowsTotal = models.reduce((sum, model) => sum + sheetRowCount(model), 0);
  }

  async writeAll(): Promise<void> {
    const parts: PartName[] = [];
    for (const model of this.models) parts.push(await this.writeSheet(model));
    const { part } = this.workbook;
    const ids = await this.draft.relate(part, parts.map((target) => ({ kind: 'worksheet', target })));
    const addedSlicerCaches = await this.draft.relate(part, this.slicerCaches.map((target) => ({ kind: 'slicerCache', target })));
    const firstId = Math.max(0, ...this.workbook.sheets.map(({ sheetId }) => sheetId)) + 1;
    const addedSheets = this.models.map((model, i): NewSheet => ({ name: this.tabOf(model.name), sheetId: firstId + i, relationshipId: ids[i] }));
    const { sheets, names, slicerCacheIds } = this.removal;
    const change = { removedSheets: sheets, removedNames: names, addedSheets, addedNames: this.names, activeSheet: this.activeSheet(), removedSlicerCaches: slicerCacheIds, addedSlicerCaches };
    await this.draft.put(part, changedWorkbookXml(this.workbook, change));
    await this.writeStyles();
    await this.draft.declareTypes(this.types);
    throwIfCancelled(this.options.signal);
  }

  private async writeSheet(model: SheetModel): Promise<PartName> {
    const part = this.draft.freeName('xl/worksheets/sheet', '.xml');
    const tab = this.tabOf(model.name);
    const firstTableId = this.nextTableId;
    const tables = await this.writeTables(model.tables);
    const slicers = this.placedSlicers(model, firstTableId);
    const drawing = await this.writeDrawing(model, tab, slicers);
    const slicerPart = await this.writeSlicers(slicers);
    const ids = await this.draft.relate(part, tables.map((target) => ({ kind: 'table', target })));
    const [drawingId = null] = drawing === null ? [] : await this.draft.relate(part, [{ kind: 'drawing', target: drawing }]);
    const [slicersId = null] = slicerPart === null ? [] : await this.draft.relate(part, [{ kind: 'slicer', target: slicerPart }]);
    const chunks = sheetXmlChunks(model, {
      styles: this.styles,
      renamedFormula: (formula) => this.renamedFormula(formula),
      uses1904: this.workbook.uses1904,
      renamedSheet: (sheet) => this.sheetNames.get(sheet.toLowerCase()) ?? sheet,
      isSelected: tab === this.activeSheet(),
      drawingId,
      tableIds: ids,
      slicersId,
      onRow: () => this.afterRow(tab),
    });
    await this.add(part, 'worksheet', chunks);
    this.nameAll(model, tab);
    return part;
  }

  private async writeTables(tables: readonly TableModel[]): Promise<readonly PartName[]> {
    const parts: PartName[] = [];
    for (const table of tables) {
      const part = this.draft.freeName('xl/tables/table', '.xml');
      const name = this.tableNames.get(table.name.toLowerCase()) ?? table.name;
      await this.add(part, 'table', tableXml(table, this.nextTableId++, name, (formula) => this.renamedFormula(formula)));
      parts.push(part);
    }
    return parts;
  }

  /** A sheet's slicers under names that are free in this workbook. */
  private placedSlicers(model: SheetModel, firstTableId: number): readonly PlacedSlicer[] {
    return (model.slicers ?? []).map(({ table: tableName, column, caption, buttonColumns, ...area }): PlacedSlicer => {
      const at = model.tables.findIndex(({ name }) => name === tableName);
      const table = model.tables[at];
      const number = table.columns.findIndex(({ key }) => key === column);
      const wanted = `${this.tableNames.get(tableName.toLowerCase()) ?? tableName}_${column.replace(/[^A-Za-z0-9]/g, '_')}`;
      const name = freeTableName(wanted, this.usedNames);
      this.usedNames.add(name.toLowerCase());
      return { name, cache: `${CACHE_PREFIX}${name}`, caption, tableId: firstTableId + at, column: number + 1, heading: headingsOf(table)[number], buttonColumns, area };
    });
  }

  private async writeSlicers(slicers: readonly PlacedSlicer[]): Promise<PartName | null> {
    if (slicers.length === 0) return null;
    for (const slicer of slicers) {
      const part = this.draft.freeName('xl/slicerCaches/slicerCache', '.xml');
      await this.add(part, 'slicerCache', slicerCacheXml(slicer));
      this.slicerCaches.push(part);
      // Excel keeps the name of a cache from being given to anything else.
      this.names.push({ name: slicer.cache, formula: '#N/A', hidden: false, sheet: null });
    }
    const part = this.draft.freeName('xl/slicers/slicer', '.xml');
    await this.add(part, 'slicer', slicersXml(slicers));
    return part;
  }

  /** Charts and slicers share the sheet's one drawing. */
  private async writeDrawing(model: SheetModel, tab: string, slicers: readonly PlacedSlicer[]): Promise<PartName | null> {
    const charts = model.charts ?? [];
    if (charts.length + slicers.length === 0) return null;
    const { drawingXml, chartXmls } = charts.length ? await chartParts(tab, charts) : { drawingXml: null, chartXmls: [] };
    const drawing = this.draft.freeName('xl/drawings/drawing', '.xml');
    await this.add(drawing, 'drawing', slicers.length ? drawingWithSlicers(drawingXml, slicers) : (drawingXml ?? ''));
    const targets: { kind: RelationshipKind; target: PartName }[] = [];
    for (const xml of chartXmls) {
      const chart = this.draft.freeName('xl/charts/chart', '.xml');
      await this.add(chart, 'chart', xml);
      targets.push({ kind: 'chart', target: chart });
    }
    await this.draft.relate(drawing, targets);
    return drawing;
  }

  private async writeStyles(): Promise<void> {
    const known = relatedPart(this.draft, this.workbook, 'styles');
    if (known !== undefined) return this.draft.put(known, this.styles.toXml());
    const part = 'xl/styles.xml';
    await this.add(part, 'styles', this.styles.toXml());
    await this.draft.relate(this.workbook.part, [{ kind: 'styles', target: part }]);
  }

  private async add(part: PartName, type: keyof typeof TYPES, xml: string | Iterable<string>): Promise<void> {
    this.types.set(part, TYPES[type]);
    await this.draft.put(part, xml);
  }

  /** Marks the sheet as ours, the cells people write in, and what prints. */
  private nameAll(model: SheetModel, tab: string): void {
    const add = (name: string, formula: string) => this.names.push({ name, formula, hidden: true, sheet: null });
    const cell = (rowIndex: number, columnIndex: number) => `${quotedSheet(tab)}!${fixedRangeReference({ rowIndex, columnIndex, rowCount: 1, columnCount: 1 })}`;
    add(sheetMark(model.key), wholeSheetReference(tab).slice(1));
    for (const { columns, rowIndex, columnIndex } of model.tables) {
      columns.forEach((column, i) => column.anchored && add(anchorMark(model.key, column.key), cell(rowIndex, columnIndex + i)));
    }
    for (const [key, at] of Object.entries(model.anchors ?? {})) add(anchorMark(model.key, key), cell(at.rowIndex, at.columnIndex));
    const { repeatRows, area } = model.print;
    const addPrint = (name: string, formula: string) => this.names.push({ name: `_xlnm.${name}`, formula: `${quotedSheet(tab)}!${formula}`, hidden: false, sheet: tab });
    if (area) addPrint('Print_Area', fixedRangeReference(area));
    if (repeatRows) addPrint('Print_Titles', `$${repeatRows.fromRowIndex + 1}:$${repeatRows.toRowIndex + 1}`);
  }

  /** Where the file opened on a result that is being replaced, it opens on the new one; a file of results only, on the first. */
  private activeSheet(): string | null {
    const { openKey, keptSheets } = this.removal;
    const model = openKey === null ? undefined : this.models.find(({ key }) => keptKey(key) === openKey);
    if (model) return this.tabOf(model.name);
    return keptSheets.length === 0 && this.models.length > 0 ? this.tabOf(this.models[0].name) : null;
  }

  private tabOf(name: string): string {
    return this.sheetNames.get(name.toLowerCase()) ?? name;
  }

  private renamedFormula(formula: string): string {
    return renameInFormula(formula, onlyChanged(this.sheetNames), onlyChanged(this.tableNames));
  }

  private afterRow(tab: string): void {
    this.rowsDone++;
    if (this.rowsDone % REPORT_ROWS !== 0 && this.rowsDone !== this.rowsTotal) return;
    throwIfCancelled(this.options.signal);
    this.options.onProgress?.({ step: 'write', done: this.rowsDone, total: this.rowsTotal, detail: tab });
  }
}

/** Names that are free, by the wanted name in lower case. There may be thousands: a statement for each customer. */
function fitted(wanted: readonly string[], taken: readonly string[], free: (name: string, taken: Iterable<string>) => string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (const name of wanted) {
    if (names.has(name.toLowerCase())) throw new Error(`Two sheets or tables are modelled with the name ${name}.`);
    const fit = used.has(name.toLowerCase()) ? free(name, used) : name;
    names.set(name.toLowerCase(), fit);
    used.add(fit.toLowerCase());
  }
  return names;
}

const changedOnly = new WeakMap<ReadonlyMap<string, string>, ReadonlyMap<string, string>>();

function onlyChanged(names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  let changed = changedOnly.get(names);
  if (!changed) changedOnly.set(names, (changed = new Map(Array.from(names).filter(([wanted, name]) => name.toLowerCase() !== wanted))));
  return changed;
}

/** Names of the slicers that stay in the workbook, with those of their caches as ours would be called. */
function slicerNamesIn(pack: Package): readonly string[] {
  const slicers = pack.names.filter((name) => /^xl\/slicers\/[^/]+\.xml$/i.test(name)).flatMap((name) => childrenOf(parseXml(pack.text(name)), 'slicer'));
  return slicers.flatMap(({ attributes }) => [attributes.get('name') ?? '', (attributes.get('cache') ?? '').replace(CACHE_PREFIX, '')]);
}

function existingTables(pack: Package): readonly { readonly id: number; readonly name: string }[] {
  return pack.names
    .filter((name) => /^xl\/tables\/[^/]+\.xml$/i.test(name))
    .map((name) => {
      const { attributes } = parseXml(pack.text(name));
      return { id: Number(attributes.get('id')), name: attributes.get('displayName') ?? attributes.get('name') ?? '' };
    });
}

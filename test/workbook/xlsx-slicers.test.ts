/** Slicers in a file, part by part: Excel repairs a file away over a slip in any of them. */
import { readXlsx } from 'hucre/xlsx';
import { openXlsxWorkbook } from '../../src/workbook/xlsx/open-xlsx';
import { parseXml, childOf, childrenOf, type XmlElement } from '../../src/workbook/xlsx/xml-tree';
import type { SheetModel } from '../../src/reports/sheet-model';
import { LIBREOFFICE_TIMEOUT_MS, convertWithLibreOffice } from '../support/libreoffice';
import { planModel } from './support/models';
import { partsOf, textOfPart, withParts } from './support/package-parts';
import { userWorkbook } from './support/user-workbook';

const SLICERS: SheetModel['slicers'] = [
  { table: 'DuesheetPlan', column: 'status', caption: 'Status', buttonColumns: 2, rowIndex: 0, columnIndex: 4, rowCount: 2, columnCount: 2 },
  { table: 'DuesheetPlan', column: 'customer', caption: 'Who & where', buttonColumns: 1, rowIndex: 0, columnIndex: 6, rowCount: 2, columnCount: 2 },
];
const sliced = planModel('Plan', { slicers: SLICERS });

async function run(file: Uint8Array, models: readonly SheetModel[] = [sliced]): Promise<Uint8Array> {
  const workbook = await openXlsxWorkbook(file);
  await workbook.writeSheets(models);
  return workbook.save();
}

const xmlOf = (file: Uint8Array, part: string) => parseXml(textOfPart(file, part));
const named = (file: Uint8Array, pattern: RegExp) => Array.from(partsOf(file).keys()).filter((name) => pattern.test(name)).sort();
const cacheList = (file: Uint8Array) => childrenOf(childOf(xmlOf(file, 'xl/workbook.xml'), 'extLst'), 'ext').find(({ attributes }) => attributes.get('uri') === '{46BE6895-7355-4a93-B00E-2C351335B9C9}');
const relations = (file: Uint8Array, part: string) => new Map(childrenOf(xmlOf(file, part), 'Relationship').map(({ attributes }) => [attributes.get('Id'), attributes]));
const definedNames = (file: Uint8Array) => childrenOf(childOf(xmlOf(file, 'xl/workbook.xml'), 'definedNames'), 'definedName').filter(({ attributes }) => attributes.get('name')?.startsWith('Slicer_')).map((name) => [name.attributes.get('name'), name.text]);

describe('the parts', () => {
  let file: Uint8Array;
  beforeAll(async () => { file = await run(await userWorkbook()); });

  test('a cache for each column names the table and the column by their numbers', () => {
    const table = xmlOf(file, named(file, /tables\//).at(-1) as string);
    const columns = new Map(childrenOf(childOf(table, 'tableColumns'), 'tableColumn').map(({ attributes }) => [attributes.get('id'), attributes.get('name')]));
    const caches = named(file, /slicerCaches\/slicerCache/).map((part) => xmlOf(file, part));
    expect(caches.map(({ attributes }) => [attributes.get('name'), attributes.get('sourceName')])).toEqual([['Slicer_DuesheetPlan_status', 'Status'], ['Slicer_DuesheetPlan_customer', 'Customer']]);
    for (const cache of caches) {
      const extension = childOf(childOf(cache, 'extLst'), 'ext') as XmlElement;
      const source = childOf(extension, 'tableSlicerCache');
      expect([cache.prefix, extension.prefix, extension.attributes.get('uri'), source?.prefix]).toEqual(['', 'x:', '{2F2917AC-EB37-4324-AD4E-5DD8C200BD13}', 'x15:']);
      expect(source?.attributes.get('tableId')).toBe(table.attributes.get('id'));
      expect(columns.get(source?.attributes.get('column'))).toBe(cache.attributes.get('sourceName'));
    }
  });

  test('the sheet has one part of slicers, each with its cache and its frame in the drawing', () => {
    const slicers = childrenOf(xmlOf(file, 'xl/slicers/slicer1.xml'), 'slicer').map(({ attributes }) => attributes);
    expect(slicers.map((slicer) => [slicer.get('cache'), slicer.get('caption'), slicer.get('columnCount'), slicer.get('rowHeight')])).toEqual([['Slicer_DuesheetPlan_status', 'Status', '2', '225425'], ['Slicer_DuesheetPlan_customer', 'Who & where', undefined, '225425']]);
    const sheet = xmlOf(file, named(file, /worksheets\/sheet\d/).at(-1) as string);
    const list = childrenOf(childOf(sheet, 'extLst'), 'ext').find(({ attributes }) => attributes.get('uri') === '{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}');
    const sheetRelations = relations(file, named(file, /worksheets\/_rels\//).at(-1) as string);
    const target = (id: string | undefined) => [sheetRelations.get(id)?.get('Type'), sheetRelations.get(id)?.get('Target')];
    expect(target(childOf(childOf(list, 'slicerList'), 'slicer')?.attributes.get('id'))).toEqual(['http://schemas.microsoft.com/office/2007/relationships/slicer', '/xl/slicers/slicer1.xml']);
    const drawing = target(childOf(sheet, 'drawing')?.attributes.get('id'))[1] as string;
    const frames = textOfPart(file, drawing.slice(1)).match(/<sle:slicer [^>]*name="[^"]*"/g) ?? [];
    expect(frames.map((frame) => /name="([^"]*)"$/.exec(frame)?.[1])).toEqual(slicers.map((slicer) => slicer.get('name')));
    expect(sheet.children.map(({ name }) => name).slice(-3)).toEqual(['drawing', 'tableParts', 'extLst']);
  });

  test('the workbook refers to every cache, and keeps its name', () => {
    const workbook = relations(file, 'xl/_rels/workbook.xml.rels');
    const targets = childrenOf(childOf(cacheList(file), 'slicerCaches'), 'slicerCache').map(({ attributes }) => workbook.get(attributes.get('id')));
    expect(targets.map((relation) => [relation?.get('Type'), relation?.get('Target')])).toEqual(['1', '2'].map((number) => ['http://schemas.microsoft.com/office/2007/relationships/slicerCache', `/xl/slicerCaches/slicerCache${number}.xml`]));
    expect(definedNames(file)).toEqual([['Slicer_DuesheetPlan_status', '#N/A'], ['Slicer_DuesheetPlan_customer', '#N/A']]);
    expect(xmlOf(file, 'xl/workbook.xml').children.at(-1)?.name).toBe('extLst');
  });

  test('every part has its type', () => {
    const types = new Map(childrenOf(xmlOf(file, '[Content_Types].xml'), 'Override').map(({ attributes }) => [attributes.get('PartName'), attributes.get('ContentType')]));
    expect(['/xl/slicers/slicer1.xml', '/xl/slicerCaches/slicerCache1.xml', '/xl/slicerCaches/slicerCache2.xml'].map((part) => types.get(part))).toEqual(['application/vnd.ms-excel.slicer+xml', 'application/vnd.ms-excel.slicerCache+xml', 'application/vnd.ms-excel.slicerCache+xml']);
  });

  test('charts on the same sheet stay in the drawing', async () => {
    const range = { rowIndex: 3, columnIndex: 0, rowCount: 3, columnCount: 1 };
    const chart = { name: 'Open', kind: 'column-stacked' as const, title: 'Open', altText: '', rowIndex: 8, columnIndex: 0, rowCount: 12, columnCount: 4, categories: range, series: [{ name: 'Open', values: { ...range, columnIndex: 1 }, color: '0B5A63' }] };
    const both = await run(await userWorkbook(), [planModel('Plan', { slicers: SLICERS, charts: [chart] })]);
    const drawing = textOfPart(both, named(both, /drawings\/drawing/).at(-1) as string);
    expect([drawing.match(/<xdr:twoCellAnchor/g)?.length, drawing.match(/<c:chart /g)?.length]).toEqual([3, 1]);
    const ids = [...drawing.replace(/<mc:Fallback.*?<\/mc:Fallback>/g, '').matchAll(/<xdr:cNvPr id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await readXlsx(both)).sheets.find(({ name }) => name === 'Plan')?.charts).toHaveLength(1);
  });
});

describe('a second run', () => {
  test('leaves as many parts, names and references as the first', async () => {
    const once = await run(await userWorkbook());
    const twice = await run(once);
    expect(named(twice, /./)).toEqual(named(once, /./));
    expect(definedNames(twice)).toEqual(definedNames(once));
    expect(childOf(cacheList(twice), 'slicerCaches')?.children).toHaveLength(2);
  });

  test('without slicers takes all of them away', async () => {
    const before = await userWorkbook();
    const after = await run(await run(before), []);
    expect(named(after, /./)).toEqual(named(before, /./));
    expect(textOfPart(after, 'xl/workbook.xml')).not.toMatch(/Slicer|extLst/);
  });

  test("leaves the user's own slicer alone, even on a table called like ours", async () => {
    const once = await run(await userWorkbook());
    // As after a run in which our sheet became the user's: its marks are gone, its slicers are not.
    const theirs = withParts(once, { 'xl/workbook.xml': (xml) => xml.replace(/<definedName name="Duesheet[^>]*>[^<]*<\/definedName>/g, '') });
    const twice = await run(theirs);
    expect(named(twice, /slicerCaches\/slicerCache/)).toHaveLength(4);
    expect(new Set(definedNames(twice).map(([name]) => name)).size).toBe(4);
    expect(childOf(cacheList(twice), 'slicerCaches')?.children).toHaveLength(4);
    const thrice = await run(twice, []);
    expect(definedNames(thrice)).toEqual(definedNames(once));
    expect(named(thrice, /slicers?\w*\/slicer/)).toEqual(named(once, /slicers?\w*\/slicer/));
  });

  test('keeps other extensions of the workbook where they are', async () => {
    const properties = '<ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15:workbookPr chartTrackingRefBase="1"/></ext>';
    const earlier = '<ext uri="{79F54976-1DA5-4618-B147-4CDE4B953A38}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:workbookPr/></ext>';
    const before = withParts(await userWorkbook(), { 'xl/workbook.xml': (xml) => xml.replace('</workbook>', `<extLst>${earlier}${properties}</extLst></workbook>`) });
    const uris = (file: Uint8Array) => childrenOf(childOf(xmlOf(file, 'xl/workbook.xml'), 'extLst'), 'ext').map(({ attributes }) => attributes.get('uri')?.slice(1, 9));
    const once = await run(before);
    expect(uris(once)).toEqual(['79F54976', '46BE6895', '140A7094']);
    expect(uris(await run(once, []))).toEqual(['79F54976', '140A7094']);
  });
});

test('LibreOffice, which knows no slicers, opens the file unharmed', async () => {
  const values = async (file: Uint8Array) => (await readXlsx(file)).sheets.find(({ name }) => name === 'Plan')?.rows.slice(0, 6);
  const file = await run(await userWorkbook());
  expect(await values(await convertWithLibreOffice(file, 'xlsx'))).toEqual(await values(file));
}, LIBREOFFICE_TIMEOUT_MS);

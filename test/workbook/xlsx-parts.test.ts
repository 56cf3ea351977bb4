/** The user's workbook, part by part: what Duesheet writes stands beside it and changes none of it. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { openXlsxWorkbook } from '../../src/workbook/xlsx/open-xlsx';
import { planModel, sheetModel, titled } from './support/models';
import { partsOf, textOfPart, withParts } from './support/package-parts';
import { LEDGER, userWorkbook } from './support/user-workbook';

/** Parts that list things and so are added to. */
const LISTS = new Set(['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml']);

const CHART = {
  name: 'Open by customer', kind: 'column-stacked' as const, title: 'Open', rowIndex: 8, columnIndex: 0, rowCount: 12, columnCount: 4, altText: 'Open by customer',
  categories: { rowIndex: 3, columnIndex: 0, rowCount: 3, columnCount: 1 }, series: [{ name: 'Open', values: { rowIndex: 3, columnIndex: 1, rowCount: 3, columnCount: 1 }, color: '0B5A63' }],
};

async function run(file: Uint8Array, models = [planModel('Plan', { charts: [CHART] }), titled('matches', 'Matches', 'Matches')]): Promise<Uint8Array> {
  const workbook = await openXlsxWorkbook(file);
  await workbook.writeSheets(models);
  return workbook.save();
}

function expectUnchanged(before: Uint8Array, after: Uint8Array): void {
  const parts = partsOf(after);
  for (const [name, bytes] of partsOf(before)) {
    if (LISTS.has(name)) continue;
    const same = parts.has(name) && Buffer.from(bytes).equals(Buffer.from(parts.get(name) as Uint8Array));
    expect({ part: name, same }).toEqual({ part: name, same: true });
  }
}

function stylesIn(xml: string): readonly string[] {
  const list = /<cellXfs[^>]*>([\s\S]*)<\/cellXfs>/.exec(xml)?.[1] ?? '';
  return list.match(/<xf\b[^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g) ?? [];
}

describe("the user's parts", () => {
  test('every part but the lists keeps its bytes', async () => {
    const before = await userWorkbook();
    expectUnchanged(before, await run(before));
  });

  test('and still does after a second run', async () => {
    const before = await userWorkbook();
    expectUnchanged(before, await run(await run(before)));
  });

  test('a workbook that nobody wrote to is saved with the same parts', async () => {
    const before = await userWorkbook();
    const after = await (await openXlsxWorkbook(before)).save();
    expect(Array.from(partsOf(after))).toEqual(Array.from(partsOf(before)));
  });

  test('styles keep their numbers; ours follow', async () => {
    const before = await userWorkbook();
    const after = await run(before);
    const old = stylesIn(textOfPart(before, 'xl/styles.xml'));
    expect(old.length).toBeGreaterThan(1);
    expect(stylesIn(textOfPart(after, 'xl/styles.xml')).slice(0, old.length)).toEqual(old);
  });

  test('names, sheets and properties of the user stand as they were', async () => {
    const before = await readXlsx(await userWorkbook());
    const after = await readXlsx(await run(await userWorkbook()));
    expect(after.namedRanges?.filter(({ name }) => !name.startsWith('Duesheet'))).toEqual(before.namedRanges);
    expect(after.sheets.slice(0, 4).map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
    expect(after.properties).toEqual(before.properties);
  });

  test('numbers of sheets in scoped names and the open tab move along when a result before them goes', async () => {
    const once = await run(await userWorkbook(), [titled('plan', 'Plan', 'Plan')]);
    // The user has dragged our sheet to the front and left the file open on his ledger.
    const dragged = withParts(once, {
      'xl/workbook.xml': (xml) => {
        const plan = /<sheet name="Plan"[^>]*>/.exec(xml)?.[0] as string;
        return xml.replace(plan, '').replace('<sheets>', `<sheets>${plan}`).replace('activeTab="0"', 'activeTab="1"').replace('localSheetId="1"', 'localSheetId="2"');
      },
    });
    const xml = textOfPart(await run(dragged, [titled('plan', 'Plan', 'Plan')]), 'xl/workbook.xml');
    expect(xml).toContain('<definedName name="Local" localSheetId="1">');
    expect(xml).toContain('activeTab="0"');
    expect(xml.indexOf(`name="${LEDGER}"`)).toBeLessThan(xml.indexOf('name="Plan"'));
  });
});

describe('parts of an earlier run', () => {
  test('are gone with it: a second run leaves as many parts as the first', async () => {
    const once = await run(await userWorkbook());
    const twice = await run(once);
    expect(Array.from(partsOf(twice).keys()).sort()).toEqual(Array.from(partsOf(once).keys()).sort());
    expect(textOfPart(twice, 'xl/styles.xml')).toBe(textOfPart(once, 'xl/styles.xml'));
    expect(textOfPart(twice, '[Content_Types].xml').length).toBe(textOfPart(once, '[Content_Types].xml').length);
  });

  test('nothing is left when no result is kept', async () => {
    const before = await userWorkbook();
    const after = await run(await run(before), []);
    expect(Array.from(partsOf(after).keys()).sort()).toEqual(Array.from(partsOf(before).keys()).sort());
    expect(textOfPart(after, 'xl/workbook.xml')).not.toContain('Duesheet');
  });

  test('the order of calculation, which names their cells, goes too', async () => {
    const once = await run(await userWorkbook());
    const calculated = withParts(once, {
      'xl/calcChain.xml': '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="B2" i="5"/></calcChain>',
      'xl/_rels/workbook.xml.rels': (xml) => xml.replace('</Relationships>', '<Relationship Id="rIdCalc" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>'),
    });
    expect(partsOf(await run(calculated)).has('xl/calcChain.xml')).toBe(false);
  });

  test('a sheet the user renamed is still ours, and the names on it follow the new run', async () => {
    const once = await run(await userWorkbook());
    const renamed = withParts(once, { 'xl/workbook.xml': (xml) => xml.replace('<sheet name="Plan"', '<sheet name="Kate"').replaceAll("'Plan'!", "'Kate'!") });
    const sheets = (await (await openXlsxWorkbook(await run(renamed))).listSheets()).map(({ name }) => name);
    expect(sheets).toContain('Plan');
    expect(sheets).not.toContain('Kate');
  });

  test('a copy the user made of our sheet is the user\'s', async () => {
    const once = await run(await userWorkbook(), [planModel()]);
    // Excel gives a copied sheet copies of the names on it, scoped to the copy.
    const copied = withParts(once, { 'xl/workbook.xml': (xml) => xml.replace('</definedNames>', `<definedName name="Duesheet.plan" localSheetId="2" hidden="1">'Rates'!$1:$1048576</definedName></definedNames>`) });
    const workbook = await openXlsxWorkbook(copied);
    expect((await workbook.listSheets()).find(({ name }) => name === 'Rates')?.resultKey).toBeNull();
    await workbook.writeSheets([]);
    expect((await workbook.listSheets()).map(({ name }) => name)).toContain('Rates');
  });
});

test('a name the user gave to a result that goes for good points nowhere, as in Excel', async () => {
  const once = await run(await userWorkbook(), [planModel(), titled('matches', 'Matches', 'Matches')]);
  const named = withParts(once, { 'xl/workbook.xml': (xml) => xml.replace('</definedNames>', `<definedName name="Mine">'Plan'!$B$4</definedName><definedName name="Other">'Matches'!$A$1</definedName></definedNames>`) });
  const { namedRanges } = await readXlsx(await run(named, [titled('matches', 'Matches', 'Matches')]));
  expect(namedRanges?.filter(({ name }) => /^(Mine|Other|Opening)$/.test(name)).map(({ name, range }) => [name, range])).toEqual([['Opening', `'${LEDGER}'!$C$3`], ['Mine', '#REF!'], ['Other', "'Matches'!$A$1"]]);
});

test('a workbook whose structure is locked takes no sheets, and says so', async () => {
  const locked = withParts(await userWorkbook(), { 'xl/workbook.xml': (xml) => xml.replace('<bookViews>', '<workbookProtection lockStructure="1"/><bookViews>') });
  await expect(run(locked)).rejects.toMatchObject({ failure: 'workbook-protected' });
});

describe('what a model asks for', () => {
  const model = sheetModel('plan', 'Plan', {
    ...planModel('Plan', { charts: [CHART] }),
    columnWidths: [20, 12.5, 10],
    hiddenColumns: [2],
    rowHeights: { 0: 24 },
    freeze: { rows: 3, columns: 1 },
    dataBars: [{ kind: 'data-bar', rowIndex: 3, columnIndex: 1, rowCount: 3, columnCount: 1, color: '8FC1BD' }],
    print: { orientation: 'landscape', repeatRows: { fromRowIndex: 2, toRowIndex: 2 }, area: { rowIndex: 0, columnIndex: 0, rowCount: 20, columnCount: 3 }, footerText: '&C&P / &N', pageBreakRowIndices: [10] },
  });

  test('stands in the file: widths, frozen rows, bars, drop-downs, print set-up, table, chart', async () => {
    const sheet = (await readXlsx(await run(await userWorkbook(), [model]), { readStyles: true })).sheets.find(({ name }) => name === 'Plan');
    expect(sheet).toMatchObject({
      freezePane: { rows: 3, columns: 1 },
      rowBreaks: [9],
      pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$3:$3', printArea: '$A$1:$C$20' },
      headerFooter: { oddFooter: '&C&P / &N' },
      dataValidations: [{ type: 'list', range: 'C4:C6', values: ['open', 'promised', 'paid'] }],
      conditionalRules: [{ type: 'dataBar', range: 'B4:B6' }],
      tables: [{ name: 'DuesheetPlan', range: 'A3:C6', columns: [{ name: 'Customer' }, { name: 'Open' }, { name: 'Status' }] }],
    });
    expect(sheet?.view?.showGridLines).toBe(false);
    expect(sheet?.columns?.[2]).toMatchObject({ hidden: true });
    expect(sheet?.rowDefs?.get(0)).toMatchObject({ height: 24 });
    expect(sheet?.charts?.[0]).toMatchObject({ title: 'Open' });
    expect(sheet?.cells?.get('3,1')?.style).toMatchObject({ numFmt: '#,##0.00;[Red]-#,##0.00', alignment: { horizontal: 'right' } });
  });

  test('headings that are the same or empty are told apart, as Excel wants them', async () => {
    const table = { name: 'T', rowIndex: 0, columnIndex: 0, rowCount: 1, filters: false, columns: [{ key: 'a', heading: 'Amount' }, { key: 'b', heading: 'amount' }, { key: 'c', heading: '' }], row: () => [1, 2, 3] };
    const file = await run(await userWorkbook(), [sheetModel('plan', 'Plan', { tables: [table] })]);
    const sheet = (await readXlsx(file)).sheets.find(({ name }) => name === 'Plan');
    expect(sheet?.tables?.[0].columns.map(({ name }) => name)).toEqual(['Amount', 'amount 2', 'c']);
    expect(sheet?.rows[0]).toEqual(['Amount', 'amount 2', 'c']);
  });

  test('a number that is none shows as the error it is', async () => {
    const file = await run(await userWorkbook(), [sheetModel('plan', 'Plan', { cells: [{ rowIndex: 0, columnIndex: 0, content: NaN }, { rowIndex: 1, columnIndex: 0, content: 1e21 }] })]);
    expect((await readXlsx(file)).sheets.find(({ name }) => name === 'Plan')?.rows).toEqual([['#NUM!'], [1e21]]);
  });

  test('a sheet of many cells placed by hand is no trouble', async () => {
    const cells = Array.from({ length: 200_000 }, (_, rowIndex) => ({ rowIndex, columnIndex: 0, content: rowIndex }));
    const file = await run(await userWorkbook(), [sheetModel('plan', 'Plan', { cells })]);
    const source = await (await openXlsxWorkbook(file)).openSheet('Plan');
    expect(source.rowCount).toBe(200_000);
  });

  test('Excel\'s limit of links on a sheet is kept', async () => {
    const rowCount = 65_600;
    const table = { name: 'T', rowIndex: 0, columnIndex: 0, rowCount, filters: true, columns: [{ key: 'a', heading: 'Line' }], row: (index: number) => [index], link: () => ({ sheet: LEDGER, rowIndex: 0, columnIndex: 0 }) };
    const file = await run(await userWorkbook(), [sheetModel('plan', 'Plan', { tables: [table] })]);
    expect(textOfPart(file, 'xl/worksheets/sheet5.xml').match(/<hyperlink /g)).toHaveLength(65_530);
  });
});

const CASES = join(__dirname, '../../../shared/cases');
if (existsSync(CASES)) {
  describe('the shared cases', () => {
    test.each(readdirSync(CASES).filter((name) => name.endsWith('.xlsx')))('%s keeps every part', async (name) => {
      const before = new Uint8Array(readFileSync(join(CASES, name)));
      expectUnchanged(before, await run(before));
    });
  });
} else {
  console.log('The shared cases are absent: their workbooks are not compared.');
}

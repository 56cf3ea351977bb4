/** Files as other programs write them, and files that are none. */
import fc from 'fast-check';
import { writeXlsx, type CellValue as FileValue } from 'hucre/xlsx';
import type { TableModel } from '../../src/reports/sheet-model';
import { WorkbookError } from '../../src/workbook/port';
import { isDateFormat } from '../../src/workbook/xlsx/date-formats';
import { openXlsxWorkbook } from '../../src/workbook/xlsx/open-xlsx';
import { scanXml } from '../../src/workbook/xlsx/xml-scan';
import { textOfPart, withParts } from './support/package-parts';
import { sheetModel } from './support/models';
import { LEDGER, userWorkbook } from './support/user-workbook';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

async function readSheet(file: Uint8Array, name?: string) {
  const workbook = await openXlsxWorkbook(file);
  const [first] = await workbook.listSheets();
  const source = await workbook.openSheet(name ?? first?.name ?? '');
  const rows = [];
  for await (const chunk of source.chunks) rows.push(...chunk);
  return { rows, facts: source.facts, info: first };
}

/** A workbook with one sheet of the given XML. */
async function withSheetXml(sheetData: string, changes: Record<string, (xml: string) => string> = {}): Promise<Uint8Array> {
  const plain = await writeXlsx({ sheets: [{ name: 'S', rows: [['x']] }] });
  return withParts(plain, { 'xl/worksheets/sheet1.xml': sheetData, ...changes });
}

describe('sheets as other programs write them', () => {
  test('cells without references, as some exporters leave them out, stand side by side', async () => {
    const file = await withSheetXml(`<worksheet xmlns="${MAIN}"><sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c t="str"><v>a</v></c></row></sheetData></worksheet>`);
    const { rows, info } = await readSheet(file);
    expect(rows).toEqual([[1, 2], ['a']]);
    expect(info).toMatchObject({ rowCount: 2, columnCount: 2 });
  });

  test('tags with a namespace prefix, as the Open XML SDK writes them', async () => {
    const file = await withSheetXml(
      `<?xml version="1.0"?><x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="2" hidden="1"><x:c r="B2" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData><x:mergeCells count="1"><x:mergeCell ref="B2:C3"/></x:mergeCells></x:worksheet>`,
    );
    const { rows, facts } = await readSheet(file);
    expect(rows).toEqual([['甲']]);
    expect(facts).toMatchObject({ firstRowIndex: 1, firstColumnIndex: 1, hiddenRows: [0], merges: [{ rowIndex: 0, columnIndex: 0, rowCount: 2, columnCount: 2 }] });
  });

  test('formatted cells without a value do not count as used', async () => {
    const file = await withSheetXml(`<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" s="0"/></row><row r="4"><c r="A4"><v>1</v></c></row><row r="5"/><row r="9"><c r="A9" s="0"/></row></sheetData></worksheet>`);
    const { rows, facts, info } = await readSheet(file);
    expect(rows).toEqual([[1]]);
    expect(facts.firstRowIndex).toBe(3);
    expect(info.rowCount).toBe(1);
  });

  test('rows the file leaves out are empty rows', async () => {
    const file = await withSheetXml(`<worksheet xmlns="${MAIN}"><sheetData><row r="2"><c r="A2"><v>1</v></c></row><row r="5"><c r="C5"><v>2</v></c></row></sheetData></worksheet>`);
    expect((await readSheet(file)).rows).toEqual([[1], [], [], [null, null, 2]]);
  });

  test('errors are texts, dates may be written as dates, formulas without a value are empty', async () => {
    const file = await withSheetXml(
      `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="d"><v>2026-01-31T12:00:00</v></c><c r="C1"><f>1+1</f></c><c r="D1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="E1" t="b"><v>0</v></c><c r="F1"><v>-1.5E-3</v></c></row></sheetData></worksheet>`,
    );
    expect((await readSheet(file)).rows).toEqual([['#N/A', 46053.5, null, 'ab', false, -0.0015]]);
  });

  test('rich text is its characters, without phonetic guides; escapes are resolved', async () => {
    const items = '<si><r><rPr><b/></rPr><t>对</t></r><r><t xml:space="preserve">账 </t></r><rPh sb="0" eb="1"><t>duì</t></rPh></si><si><t>a_x000D_&#10;&lt;b&gt;_x005F_x0041_</t></si><si><t/></si>';
    const plain = await writeXlsx({ sheets: [{ name: 'S', rows: [['p', 'q', 'r']] }] });
    const file = withParts(plain, { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${items}</sst>` });
    expect((await readSheet(file)).rows).toEqual([['对账 ', 'a\r\n<b>_x0041_']]);
  });

  test('a formula with CDATA and comments around it', async () => {
    const file = await withSheetXml(`<worksheet xmlns="${MAIN}"><!-- > <row> --><sheetData><row r="1"><c r="A1" t="str"><f><![CDATA[1<2]]></f><v><![CDATA[<yes>]]></v></c></row></sheetData></worksheet>`);
    expect((await readSheet(file)).rows).toEqual([['<yes>']]);
  });

  test('dates of the 1904 system are told in the 1900 system', async () => {
    const { rows, facts } = await readSheet(await userWorkbook('1904'), LEDGER);
    expect(rows.slice(2).map(([day]) => day)).toEqual([46053, 46081, 46082]);
    expect(rows[2].slice(1, 3)).toEqual(['XS-001', 1000.5]);
    expect(facts.datedColumns).toEqual([0]);
  });

  test('days written into a workbook of the 1904 system are the days that were meant', async () => {
    const day = { numberFormat: 'yyyy-mm-dd' };
    const workbook = await openXlsxWorkbook(await userWorkbook('1904'));
    const table: TableModel = { name: 'Days', rowIndex: 2, columnIndex: 0, rowCount: 1, filters: false, columns: [{ key: 'day', heading: 'day', style: day }, { key: 'count', heading: 'count' }], row: () => [46081, 46081] };
    const cells = [{ rowIndex: 0, columnIndex: 0, content: 46053, style: day }, { rowIndex: 1, columnIndex: 0, content: { formula: 'A1+1', value: 46054 }, style: day }];
    await workbook.writeSheets([sheetModel('days', 'Days', { cells, tables: [table] })]);
    const { rows } = await readSheet(await workbook.save(), 'Days');
    expect(rows).toEqual([[46053], [46054], ['day', 'count'], [46081, 46081]]);
  });

  test('rows that a filter hides are told', async () => {
    const file = await withSheetXml(`<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" spans="1:1" hidden="1" ht="15"><c r="A2"><v>2</v></c></row></sheetData><autoFilter ref="A1:A2"/></worksheet>`);
    expect((await readSheet(file)).facts.hiddenRows).toEqual([1]);
  });

  test('page breaks, whose tag begins like a row, hide neither merges nor rows', async () => {
    const file = await withSheetXml(`<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><rowBreaks count="1"><brk id="3"/></rowBreaks></worksheet>`);
    const { rows, facts } = await readSheet(file);
    expect(rows).toEqual([[1]]);
    expect(facts.merges).toEqual([{ rowIndex: 0, columnIndex: 0, rowCount: 1, columnCount: 2 }]);
  });

  test('very hidden sheets are hidden; chart sheets are not listed', async () => {
    const plain = await writeXlsx({ sheets: [{ name: 'S', rows: [['x']] }, { name: 'T', rows: [['y']] }, { name: 'C', rows: [] }] });
    const file = withParts(plain, {
      'xl/workbook.xml': (xml) => xml.replace('name="T"', 'name="T" state="veryHidden"'),
      'xl/_rels/workbook.xml.rels': (xml) => xml.replace(/relationships\/worksheet" Target="worksheets\/sheet3\.xml"/, 'relationships/chartsheet" Target="worksheets/sheet3.xml"'),
    });
    expect((await (await openXlsxWorkbook(file)).listSheets()).map(({ name, hidden }) => [name, hidden])).toEqual([['S', false], ['T', true]]);
  });
});

test.each([
  ['yyyy-mm-dd', true], ['m/d/yy h:mm', true], ['[$-804]yyyy"年"m"月"d"日";@', true], ['[$-404]e/m/d', true], ['d-mmm', true], ['mmm', true],
  ['h:mm', false], ['mm:ss', false], ['[h]:mm', false], ['#,##0.00', false], ['0.00E+00', false], ['General', false], ['@', false], ['"day "0', false], ['[Red]-0.00', false], ['#,##0\\d', false], ['_-* #,##0_-', false],
])('the format %s shows a date: %s', (code, expected) => {
  expect(isDateFormat(code)).toBe(expected);
});

describe('files that are no workbooks', () => {
  async function failureOf(file: Uint8Array): Promise<string> {
    const error = await readSheet(file).catch((reason: unknown) => reason);
    return error instanceof WorkbookError ? error.failure : `no WorkbookError: ${String(error)}`;
  }

  test('an empty file, a text, half a workbook', async () => {
    const whole = await userWorkbook();
    expect(await failureOf(new Uint8Array())).toBe('unreadable-file');
    expect(await failureOf(new TextEncoder().encode('Date,No,Amount\n'.repeat(100)))).toBe('unreadable-file');
    expect(await failureOf(whole.slice(0, whole.length / 2))).toBe('unreadable-file');
    expect(await failureOf(whole.slice(whole.length / 2))).toBe('unreadable-file');
  });

  test('a workbook with a password', async () => {
    const file = await writeXlsx({ sheets: [{ name: 'S', rows: [['x']] }], encryption: { password: 'secret', spinCount: 10 } });
    expect(await failureOf(file as Uint8Array)).toBe('encrypted-file');
  });

  test('an .xls of before 2007', async () => {
    const file = new Uint8Array(2048);
    file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await failureOf(file)).toBe('unreadable-file');
  });

  test('a zip that holds no workbook, a part that is missing, a part that is damaged', async () => {
    const whole = await userWorkbook();
    expect(await failureOf(withParts(whole, { '_rels/.rels': null }))).toBe('unreadable-file');
    expect(await failureOf(withParts(whole, { 'xl/worksheets/sheet1.xml': null }))).toBe('unreadable-file');
    expect(await failureOf(withParts(whole, { 'xl/workbook.xml': '<workbook><sheets>' }))).toBe('unreadable-file');
    expect(await failureOf(withParts(whole, { 'xl/sharedStrings.xml': '<sst><si><t>a</t></si' }))).toBe('unreadable-file');
  });

  test('any damage to the bytes is either told or harmless: no value is ever another', async () => {
    const whole = await userWorkbook();
    const { rows } = await readSheet(whole, LEDGER);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const damaged = whole.slice();
        damaged[at] ^= flip;
        const result = await readSheet(damaged, LEDGER).catch((reason: unknown) => reason);
        expect(result).toEqual(result instanceof Error ? expect.any(WorkbookError) : expect.objectContaining({ rows }));
      }),
      { numRuns: 300 },
    );
  });
});

describe('properties', () => {
  const value = fc.oneof(fc.constant(null), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.boolean(), fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !/[\ud800-\udfff\ufffe\uffff]/.test(text)));

  test('what a file was written with is what is read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 12 }), fc.constantFrom('shared' as const, 'inline' as const), async (rows, stringMode) => {
        const file = await writeXlsx({ sheets: [{ name: 'S', rows: rows as FileValue[][] }], stringMode });
        const { rows: read, facts } = await readSheet(file as Uint8Array);
        for (let r = 0; r < rows.length; r++) {
          for (let c = 0; c < rows[r].length; c++) {
            const at = read[r - (facts.firstRowIndex ?? 0)]?.[c - (facts.firstColumnIndex ?? 0)] ?? null;
            expect(Object.is(at, -0) ? 0 : at).toEqual(Object.is(rows[r][c], -0) ? 0 : rows[r][c]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('XML cut anywhere into chunks reads the same', async () => {
    const xml = textOfPart(await userWorkbook(), 'xl/worksheets/sheet1.xml') + '<!-- a > b --><a b="x > y" c=\'"\'/><![CDATA[<z>]]>';
    const eventsOf = async (chunks: readonly string[]) => {
      const events: string[] = [];
      const text = (raw: string) => (events.at(-1)?.startsWith('text ') ? (events[events.length - 1] += raw) : events.push(`text ${raw}`));
      await scanXml(chunks, { open: (name, attributes) => events.push(`open ${name}${attributes}`), close: (name) => events.push(`close ${name}`), text });
      return events;
    };
    const whole = await eventsOf([xml]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(xml.length), { maxLength: 20 }), async (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), xml.length];
        expect(await eventsOf(at.slice(1).map((end, i) => xml.slice(at[i], end)))).toEqual(whole);
      }),
    );
  });
});

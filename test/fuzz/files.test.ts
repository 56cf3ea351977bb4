/** Any file at all: it is read, or refused in a plain word, within bounded time and memory. */
import { writeXlsx } from 'hucre/xlsx';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { feed } from '../../src/engine';
import { createSession } from '../../src/engine/local-session';
import { WorkbookError } from '../../src/workbook/port';
import { openXlsxWorkbook } from '../../src/workbook/xlsx/open-xlsx';
import { parseXml } from '../../src/workbook/xlsx/xml-tree';
import { partsOf, withParts } from '../workbook/support/package-parts';
import { TIMEOUT_MILLISECONDS, tryInputs } from './support';

jest.setTimeout(TIMEOUT_MILLISECONDS);

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SECONDS_MAX = 5;
const MEGABYTES_MAX = 400;
const SHEET = 'xl/worksheets/sheet1.xml';

let whole: Uint8Array;
let names: string[];
beforeAll(async () => {
  const rows = [['Date', 'Num', 'Customer', 'Type', 'Debit', 'Credit'], ...Array.from({ length: 30 }, (_, i) => [46_023 + i, `INV-${i}`, i % 2 ? 'North Ltd' : 'South Ltd', 'Invoice', 100.5 + i, null])];
  whole = (await writeXlsx({ sheets: [{ name: 'Ledger', rows }, { name: 'Notes', rows: [['x']] }] })) as Uint8Array;
  names = [...partsOf(whole).keys()];
});

/** Reads everything a run reads. The failure's word where it is refused, `read` where not; anything else is thrown on. */
async function readAll(file: Uint8Array): Promise<string> {
  try {
    const workbook = await openXlsxWorkbook(file);
    const session = createSession();
    await feed(session, workbook);
    await workbook.remembered();
    return 'read';
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return error.failure;
  }
}

/** As `readAll`, held to its time and memory. */
async function readBounded(file: Uint8Array): Promise<string> {
  const [began, memory] = [process.cpuUsage(), process.memoryUsage()];
  const outcome = await readAll(file);
  const { user, system } = process.cpuUsage(began);
  const now = process.memoryUsage();
  expect((user + system) / 1e6).toBeLessThan(SECONDS_MAX);
  expect((now.heapUsed + now.arrayBuffers - memory.heapUsed - memory.arrayBuffers) / 2 ** 20).toBeLessThan(MEGABYTES_MAX);
  return outcome;
}

const expectPlain = (outcome: string) => expect(['read', 'unreadable-file', 'encrypted-file', 'too-large', 'sheet-missing']).toContain(outcome);

test('bytes changed, cut off, or put in', async () => {
  await tryInputs('Damaged files', 300, fc.record({ at: fc.array(fc.tuple(fc.nat(99_999), fc.nat(255)), { minLength: 1, maxLength: 8 }), cut: fc.option(fc.nat(99_999)), extra: fc.uint8Array({ maxLength: 20 }) }), async ({ at, cut, extra }) => {
    const file = new Uint8Array([...(cut === null ? whole : whole.slice(0, cut % whole.length)), ...extra]);
    for (const [place, byte] of at) if (file.length > 0) file[place % file.length] = byte;
    expectPlain(await readAll(file));
  });
});

test('parts that are missing, that are another, or whose XML is wrong', async () => {
  const odd = fc.constantFrom('', '<', '<a', '<a>', '</a>', '<a/><b/>', '<!--', '<![CDATA[', '<?xml', '\ufeff', '{}', '<worksheet/>', `<worksheet xmlns="${MAIN}"><sheetData><row r="x"/></sheetData></worksheet>`, `<sst xmlns="${MAIN}"/>`, '&lol;', '\u0000');
  const spoil = fc.oneof(fc.constant(null), odd, fc.tuple(fc.nat(9999), fc.nat(9999), odd).map(([from, length, text]) => (xml: string) => xml.slice(0, from % (xml.length + 1)) + text + xml.slice((from % (xml.length + 1)) + (length % 40))));
  await tryInputs('Spoilt parts', 250, fc.array(fc.tuple(fc.nat(99), spoil), { minLength: 1, maxLength: 3 }), async (spoilt) => {
    expectPlain(await readAll(withParts(whole, Object.fromEntries(spoilt.map(([number, change]) => [names[number % names.length], change])))));
  });
});

const sheet = (rows: string, more = '') => withParts(whole, { [SHEET]: `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${more}</worksheet>` });
const many = (text: string, count: number) => text.repeat(count);

test.each<[string, string, () => Uint8Array]>([
  ['a row beyond the last', 'unreadable-file', () => sheet('<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>')],
  ['a row that is no number', 'unreadable-file', () => sheet('<row r="x"><c><v>1</v></c></row>')],
  ['rows in no order, of which one would be lost', 'unreadable-file', () => sheet('<row r="5"><c r="A5"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>')],
  ['a column beyond the last', 'unreadable-file', () => sheet('<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>')],
  ['the first and the very last row, nothing between', 'read', () => sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>')],
  ['merges and a dimension of absurd size', 'read', () => sheet('<row r="1"><c r="A1"><v>1</v></c></row>', '<mergeCells><mergeCell ref="A1:XFD99999999"/><mergeCell ref="A1:XFD1048576"/></mergeCells>')],
  ['entities that multiply', 'read', () => withParts(whole, { [SHEET]: `<!DOCTYPE w [<!ENTITY a "${many('x', 1000)}"><!ENTITY b "${many('&a;', 1000)}"><!ENTITY c "${many('&b;', 1000)}">]><worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&c;&c;</t></is></c></row></sheetData></worksheet>` })],
  ['an entity from a file or another host', 'read', () => withParts(whole, { [SHEET]: `<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://evil.example/">]><worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&x;&y;</t></is></c></row></sheetData></worksheet>` })],
  ['names of JavaScript for entities', 'read', () => sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&constructor;&__proto__;</t></is></c></row>')],
  ['elements a hundred thousand deep', 'unreadable-file', () => withParts(whole, { 'xl/workbook.xml': many('<a>', 100_000) })],
  ['elements a hundred thousand deep, and closed', 'read', () => sheet(`<row r="1"><c r="A1"><v>1</v></c></row>${many('<a>', 100_000)}${many('</a>', 100_000)}`)],
  ['a megabyte of brackets that do not close', 'unreadable-file', () => withParts(whole, { 'xl/workbook.xml': many('<a ', 400_000) })],
  ['a megabyte of comments that do not close', 'unreadable-file', () => withParts(whole, { 'xl/workbook.xml': many('<!-- ', 250_000) })],
  ['a tag whose quote does not close, full of brackets', 'unreadable-file', () => sheet(`<row r="1" spans="${many('>', 1_000_000)}`)],
  ['a tag of a megabyte without an equals sign', 'read', () => sheet(`<row r="1"><c r="A1"><v>1</v></c></row><x ${many('a', 1_000_000)} b='1'/>`)],
  ['an element of a megabyte of letters', 'read', () => withParts(whole, { 'xl/workbook.xml': `<workbook ${many('a', 1_000_000)}><sheets/></workbook>` })],
  ['a megabyte of merges that do not close', 'read', () => sheet('<row r="1"><c r="A1"><v>1</v></c></row>', many('<mergeCell ', 100_000))],
  ['a part that unpacks to a thousand times its size', 'too-large', () => withParts(whole, { [SHEET]: `<worksheet xmlns="${MAIN}"><sheetData>${many(' ', 60_000_000)}</sheetData></worksheet>` })],
  ['a list of styles of fifty megabytes', 'too-large', () => withParts(whole, { 'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><!--${many('x', 50_000_000)}--></styleSheet>` })],
  ['a comma-separated file by that name', 'unreadable-file', () => new TextEncoder().encode(many('Date,No,Amount\r\n', 1000))],
  ['a web page by that name', 'unreadable-file', () => new TextEncoder().encode('<html><table><tr><td>1</td></tr></table></html>')],
  ['an archive of other things', 'unreadable-file', () => zipSync({ 'readme.txt': new TextEncoder().encode('hello') })],
])('%s: %s', async (_, expected, file) => {
  expect(await readBounded(file())).toBe(expected);
});

test('an archive whose parts share their bytes, to unpack to more than any workbook', async () => {
  // One packed part, listed five hundred times under other names, each saying that it unpacks to thirty megabytes.
  const names500 = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`xl/worksheets/s${i}.xml`, new Uint8Array(0)]));
  const file = zipSync(names500);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 0; at < file.length - 46; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 30_000_000, true);
  expect(await readBounded(file)).toBe('too-large');
});

test('a part that says it is larger or smaller than it is', async () => {
  for (const size of [0, 1, 2 ** 31 - 1, 2 ** 32 - 1]) {
    const file = whole.slice();
    const view = new DataView(file.buffer);
    for (let at = 0; at < file.length - 46; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
    expect(['unreadable-file', 'too-large']).toContain(await readBounded(file));
  }
});

test('the tree of a part takes time in proportion to its size', () => {
  const cost = (count: number) => {
    const xml = `<a>${`<b c="1" d='>'>x<!-- > --><![CDATA[<]]></b>`.repeat(count)}</a>`;
    const began = process.cpuUsage().user;
    expect(parseXml(xml).children).toHaveLength(count);
    return process.cpuUsage().user - began;
  };
  cost(2000);
  expect(cost(80_000) / Math.max(1000, cost(10_000))).toBeLessThan(40);
});

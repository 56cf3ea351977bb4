/**
 * What stands in a ledger stays text: through both adapters no cell of it becomes a formula or a link. The only
 * formulas are ours, made of functions of arithmetic; the only links lead to cells of the same workbook.
 */
import { feed } from '../../src/engine';
import { createSession } from '../../src/engine/local-session';
import { createExcelHost, openWorkbookFile, saveWorkbookFile } from '../../src/preview/host';
import { openOfficeWorkbook } from '../../src/workbook/office/office-workbook';
import type { WorkbookPort } from '../../src/workbook/port';
import { modelsToXlsx } from '../../src/workbook/xlsx/models-to-xlsx';
import { openXlsxWorkbook } from '../../src/workbook/xlsx/open-xlsx';
import { attributesOf, scanXml, unescapeCellText } from '../../src/workbook/xlsx/xml-scan';
import { nodeCalculation } from '../support/calculation';
import { connectOfficeJs } from '../support/office-js';
import { partsOf } from '../workbook/support/package-parts';
import { HOSTILE_TEXTS, hostileWorkbook } from './hostile-workbook';

/** Adding up, counting, looking up, dates. Nothing that reaches out of the workbook. */
const HARMLESS = new Set(['SUM', 'SUMIFS', 'SUMIF', 'SUMPRODUCT', 'SUBTOTAL', 'COUNTIFS', 'COUNTIF', 'COUNTA', 'COUNT', 'IF', 'IFERROR', 'MIN', 'MAX', 'ROUND', 'ABS', 'AND', 'OR', 'NOT', 'INDEX', 'MATCH', 'TEXT', 'TODAY', 'AVERAGE', 'ROW', 'ROWS']);

interface Found {
  readonly formulas: string[];
  readonly texts: string[];
  /** Attributes of `<hyperlink>`. */
  readonly links: Map<string, string>[];
  readonly externals: string[];
}

/** Everything in a file that could act: formulas, links, relationships that lead out of it. */
async function foundIn(file: Uint8Array): Promise<Found> {
  const found: Found = { formulas: [], texts: [], links: [], externals: [] };
  for (const [name, bytes] of partsOf(file)) {
    const xml = new TextDecoder().decode(bytes);
    if (name.endsWith('.rels')) found.externals.push(...[...xml.matchAll(/<Relationship [^>]*TargetMode="External"[^>]*>/g)].map(([tag]) => tag));
    if (!/^xl\/(worksheets\/[^/]+|sharedStrings|tables\/[^/]+|workbook)\.xml$/.test(name)) continue;
    let inside: 'f' | 't' | null = null;
    await scanXml([xml], {
      open: (tag, attributes) => {
        if (tag === 'f' || tag === 't' || tag === 'totalsRowFormula' || tag === 'calculatedColumnFormula') inside = tag === 't' ? 't' : 'f';
        if (tag === 'hyperlink') found.links.push(attributesOf(attributes));
      },
      close: () => void (inside = null),
      text: (raw) => void (inside !== null && (inside === 'f' ? found.formulas : found.texts).push(unescapeCellText(raw))),
    });
  }
  return found;
}

async function runOn(port: WorkbookPort) {
  const session = createSession();
  await feed(session, port);
  const summary = await session.run({ sheetLanguage: 'en', viewLanguage: 'en', asOf: null, mappings: { '=AR Ledger': { role: 'our-ledger' }, '@Stmt <b> & "x"': { role: 'customer-ledger' } }, mappingsByLayout: {}, aliases: {} }, () => {}, new AbortController().signal);
  await port.writeSheets(await session.sheets({ statements: 'all', statementForm: 'activity' }));
  return { session, summary };
}

function expectHarmless({ formulas, texts, links, externals }: Found): void {
  expect(formulas.length).toBeGreaterThan(100);
  for (const formula of formulas) {
    // Names of sheets stand in quotes; what is left is functions, references, operators.
    const bare = formula.replace(/'(?:[^']|'')*'/g, '').replace(/"(?:[^"]|"")*"/g, '');
    const functions = [...bare.matchAll(/([A-Z][A-Z0-9.]*)\s*\(/g)].map(([, name]) => name);
    expect([formula, functions.filter((name) => !HARMLESS.has(name))]).toEqual([formula, []]);
    expect(formula).not.toMatch(/evil|cmd|hacked|\|/);
  }
  for (const link of links) expect([...link.keys()].filter((key) => key !== 'ref' && key !== 'location' && key !== 'display' && key !== 'tooltip')).toEqual([]);
  expect(externals).toEqual([]);
  // The texts themselves are there, whole: nothing is dropped or defused by changing it.
  const all = new Set(texts.map((text) => text.replace(/\r\n?/g, '\n')));
  for (const text of ['=1+1', '@SUM(A1:A9)', '<script>window.hacked=1</script>', '__proto__']) expect([text, [...all].some((each) => each.includes(text))]).toEqual([text, true]);
}

jest.setTimeout(120_000);

test('a file: every hostile text stays text', async () => {
  const workbook = await openXlsxWorkbook(await hostileWorkbook());
  const { summary } = await runOn(workbook);
  // Signs and entities left out, some names are one customer's; the most are not.
  expect(summary.customers.length).toBeGreaterThan(HOSTILE_TEXTS.length / 2);
  const found = await foundIn(await workbook.save());
  expectHarmless(found);
  expect(found.links.length).toBeGreaterThan(100);
});

test('Excel: every hostile text stays text', async () => {
  const workbook = await openWorkbookFile(await hostileWorkbook(), 'Hostile.xlsx');
  connectOfficeJs(createExcelHost({ workbook, calculation: nodeCalculation() }));
  await runOn(await openOfficeWorkbook());
  const links = workbook.sheets.flatMap((sheet) => [...sheet.links.values()]);
  expect(links.length).toBeGreaterThan(100);
  expect(links.filter((link) => link.address)).toEqual([]);
  expectHarmless(await foundIn(await saveWorkbookFile(workbook)));
});

test('statements as workbooks of their own: every hostile text stays text', async () => {
  const workbook = await openXlsxWorkbook(await hostileWorkbook());
  const { session } = await runOn(workbook);
  const statements = await session.sheets({ statements: 'all', statementForm: 'open-item', onlyStatements: true });
  const found = await foundIn(await modelsToXlsx(statements));
  expect(found.externals).toEqual([]);
  expect(found.links.filter((link) => !link.has('location') || link.has('id'))).toEqual([]);
  expect(found.formulas.filter((formula) => /evil|cmd|hacked|\|/.test(formula))).toEqual([]);
});

test('the sheets that were there keep their cells to the byte', async () => {
  const file = await hostileWorkbook();
  const workbook = await openXlsxWorkbook(file);
  await runOn(workbook);
  const after = partsOf(await workbook.save());
  for (const [name, bytes] of partsOf(file)) if (/worksheets\/sheet\d+\.xml|sharedStrings/.test(name)) expect([name, Buffer.from(after.get(name)!).equals(Buffer.from(bytes))]).toEqual([name, true]);
});

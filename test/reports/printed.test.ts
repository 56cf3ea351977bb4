/** What is printed of trades of every size: nothing is cut, and pages end where they ought to. */
import { gridOf, type CellValue } from '../../src/ledger/grid';
import { reconcile } from '../../src/engine/reconcile';
import { modelSheets } from '../../src/reports/model-sheets';
import { heightOf, pageHeight } from '../../src/reports/page-breaks';
import type { SheetModel } from '../../src/reports/sheet-model';
import type { StatementForm } from '../../src/reports/statement/statement';
import { expectLive, expectReadable, expectSound } from './checks';
import { ModelGrid, asText } from './model-grid';
import { day } from './small-result';

interface Trade {
  readonly customers: readonly string[];
  readonly invoicesEach: number;
  readonly amount?: number;
  readonly currency?: string;
  /** Invoices that the customer has not booked; without it, the customer has given no ledger. */
  readonly unbookedEach?: number;
}

/** Invoices, a day apart, of customers who have paid nothing. */
async function sheetsOf({ customers, invoicesEach, amount = 1200.5, currency = 'CNY', unbookedEach }: Trade, statementForm: StatementForm = 'activity'): Promise<readonly SheetModel[]> {
  const lines = customers.flatMap((customer, c) => Array.from({ length: invoicesEach }, (_, i) => ({ day: day('2026-04-01') + i, customer, document: `INV-${c}-${1000 + i}`, product: `P${i % 3}`, i })));
  const ours: CellValue[][] = lines.map((line) => [line.day, line.customer, 'Invoice', line.document, line.product, amount + line.i, '', currency]);
  const theirs: CellValue[][] = lines.filter(({ i }) => i >= (unbookedEach ?? 0)).map((line) => [line.day, line.customer, 'Invoice', line.document, line.product, '', amount + line.i, currency]);
  const heading = ['Date', 'Customer', 'Type', 'Document No', 'Product', 'Debit', 'Credit', 'Currency'];
  const grids = [gridOf('AR Ledger', [heading, ...ours]), ...(unbookedEach === undefined ? [] : [gridOf('Customer statements', [heading, ...theirs])])];
  const result = await reconcile(grids, { language: 'en' });
  const models = modelSheets(result, { statements: 'all', statementForm });
  expectSound(models, result.books.sheetNames);
  expectReadable(models);
  return models;
}

const statementOf = (models: readonly SheetModel[]) => models.find(({ key }) => key.startsWith('statement:')) as SheetModel;
const sheet = (models: readonly SheetModel[], key: string) => models.find((model) => model.key === key) as SheetModel;

/** Rows of the list on the page on which the statement ends. */
function listRowsOnLastPage({ tables: [list], print }: SheetModel): number {
  const lastBreak = Math.max(0, ...(print.pageBreakRowIndices ?? []));
  return Math.min(list.rowCount, list.rowIndex + list.rowCount + 1 - lastBreak);
}

/** Where the parts of a statement begin, from the closing line on; each is to stand whole on a page. */
function partsOf(statement: SheetModel): readonly number[] {
  const rowOf = (beginning: string) => statement.cells.find(({ content, columnIndex }) => columnIndex === 0 && typeof content === 'string' && content.startsWith(beginning))?.rowIndex;
  return ['Closing balance', 'Age of the balance', 'By product class', 'Your books show', 'For us: signature', 'Please cut off'].flatMap((beginning) => rowOf(beginning) ?? []);
}

describe('a statement of any length', () => {
  const forms = ['activity', 'open-item'] as const;
  const lengths = [1, 12, 25, 30, 34, 38, 41, 42, 43, 44, 52, 60, 75, 100, 180];
  const cases = forms.flatMap((form) => lengths.flatMap((count) => [1, undefined].map((unbookedEach) => [count, form, unbookedEach] as const)));
  test.each(cases)('%i lines (%s, not booked by them: %s): parts are whole, and the slip has a part above it', async (invoicesEach, form, unbookedEach) => {
    const statement = statementOf(await sheetsOf({ customers: ['Harbour Stores Ltd'], invoicesEach, unbookedEach }, form));
    const breaks = statement.print.pageBreakRowIndices ?? [];
    const [closingRow, ...parts] = partsOf(statement);
    const [signatureRow, slipRow] = parts.splice(-2);
    expect(breaks.filter((row) => row > closingRow - 2 && !parts.includes(row))).toEqual([]);
    const isListOnFirstPage = breaks.every((row) => row > closingRow);
    expect(Math.max(0, ...breaks)).toBeLessThanOrEqual(Math.max(...parts));
    expect(slipRow - signatureRow).toBe(2);
    // A longer list goes on where its heading is repeated.
    if (!isListOnFirstPage) expect(listRowsOnLastPage(statement)).toBeGreaterThanOrEqual(2);
    expect(statement.print.repeatRows?.fromRowIndex).toBe(isListOnFirstPage ? undefined : statement.tables[0].rowIndex);
  });

  test.each([38, 41, 43, 44])('%i lines: the first page holds what it can', async (invoicesEach) => {
    const statement = statementOf(await sheetsOf({ customers: ['Harbour Stores Ltd'], invoicesEach, unbookedEach: 1 }));
    const [firstBreak] = statement.print.pageBreakRowIndices ?? [];
    const parts = partsOf(statement).slice(1, -2);
    // The last part stands above the slip.
    const end = parts[parts.indexOf(firstBreak) + 1] ?? Math.max(...statement.cells.map(({ rowIndex }) => rowIndex)) + 1;
    const [room, filled, wanted] = [pageHeight({ orientation: 'portrait', columnWidths: statement.columnWidths }), ...[firstBreak, end].map((row) => heightOf(statement.rowHeights ?? {}, 0, row))];
    expect(filled).toBeLessThanOrEqual(room);
    expect(wanted).toBeGreaterThan(room);
  });

  test.each([[3, 18], [19, 18], [21, 17], [23, 16], [26, 15], [44, 15]])('%i lines: rows are %i points high, as the one page has room', async (invoicesEach, height) => {
    const { tables: [list], rowHeights = {}, columnWidths, cells, print } = statementOf(await sheetsOf({ customers: ['Harbour Stores Ltd'], invoicesEach, unbookedEach: 1 }));
    expect(new Set(Array.from({ length: list.rowCount }, (_, i) => rowHeights[list.rowIndex + 1 + i]))).toEqual(new Set([height]));
    const end = Math.max(...cells.map(({ rowIndex }) => rowIndex)) + 1;
    if (height > 15) expect([print.fitHeight, heightOf(rowHeights, 0, end) <= pageHeight({ orientation: 'portrait', columnWidths })]).toEqual([true, true]);
  });

  test('a little smaller where that saves a page', async () => {
    const pages = async (invoicesEach: number) => statementOf(await sheetsOf({ customers: ['Harbour Stores Ltd'], invoicesEach, unbookedEach: 3 }, 'open-item'));
    const [plain, grown] = [await pages(70), await pages(84)];
    expect([plain, grown].map(({ print }) => print.pageBreakRowIndices?.length)).toEqual([1, 1]);
    expect(grown.columnWidths[3]).toBeGreaterThan(plain.columnWidths[3]);
    expect(grown.columnWidths.filter((_, column) => column !== 3)).toEqual(plain.columnWidths.filter((_, column) => column !== 3));
  });
});

test('a long name is wrapped, not cut', async () => {
  const name = 'PT SUMBER ALFARIA TRIJAYA MAKMUR SENTOSA ABADI TBK (CABANG SURABAYA)';
  const models = await sheetsOf({ customers: [name], invoicesEach: 3, unbookedEach: 1 });
  const place = statementOf(models).cells.find(({ content }) => content === name);
  expect([place?.columnSpan, place?.style?.wrap]).toEqual([3, true]);
  for (const key of ['overview', 'aging', 'classes', 'reconciliation-log', 'differences', 'matches', 'open-items']) expect(sheet(models, key).tables.at(-1)?.columns[0].style?.wrap).toBe(true);
});

test('amounts of any size have room', async () => {
  const models = await sheetsOf({ customers: ['Toko Jaya'], invoicesEach: 4, amount: 1_234_567_890_123.45, currency: 'IDR', unbookedEach: 1 });
  expect(asText(statementOf(models))).toContain('4,938,271,560,499.80');
});

describe('aging', () => {
  const customers = (count: number) => Array.from({ length: count }, (_, i) => `Store ${100 + i}`);
  test('few customers: first their table, then their chart, and no heading is repeated', async () => {
    const { charts, tables, print } = sheet(await sheetsOf({ customers: customers(25), invoicesEach: 1 }), 'aging');
    expect([tables[0].name, print.repeatRows]).toEqual(['Duesheet_AgingCustomers', undefined]);
    expect(charts?.[0].rowIndex).toBeGreaterThan(tables[0].rowIndex);
  });
  test('many: totals and chart first, lists by customer last, since the heading is repeated below them', async () => {
    const aging = sheet(await sheetsOf({ customers: customers(26), invoicesEach: 1 }), 'aging');
    const [chart] = aging.charts ?? [];
    const list = aging.tables.find(({ name }) => name === 'Duesheet_AgingCustomers');
    expect(aging.print.repeatRows).toEqual({ fromRowIndex: list?.rowIndex, toRowIndex: list?.rowIndex });
    expect(chart.rowIndex).toBeLessThan(list?.rowIndex ?? 0);
    expect(chart.categories.rowIndex).toBe((list?.rowIndex ?? 0) + 1);
    expect(aging.tables.slice(aging.tables.indexOf(list as never)).map(({ columns }) => columns[0].heading)).toEqual(['Customer', 'Customer']);
    const grid = new ModelGrid(aging);
    expect(grid.at(5, 0)?.content).toBe('Total CNY');
    expectLive([aging]);
  });
});

test('each currency has a chart of its own', async () => {
  const heading = ['Date', 'Customer', 'Type', 'Document No', 'Debit', 'Credit', 'Currency'];
  const rows: CellValue[][] = ['TWD', 'USD'].flatMap((currency, c) => [[day('2026-05-01'), `Store ${c}`, 'Invoice', `A-${c}`, 500, '', currency]]);
  const models = modelSheets(await reconcile([gridOf('AR Ledger', [heading, ...rows])], { language: 'en' }), { statements: 'none', statementForm: 'activity' });
  for (const key of ['aging', 'classes']) expect(sheet(models, key).charts?.map(({ title, categories }) => [title.slice(-3), categories.rowCount])).toEqual([['TWD', 1], ['USD', 1]]);
});

test('on a list to take along no week is headed at the foot of a page', async () => {
  const heading = ['Date', 'Customer', 'Type', 'Document No', 'Debit', 'Credit', 'Sales rep'];
  const rows: CellValue[][] = Array.from({ length: 90 }, (_, i) => [day('2026-05-01') + (i % 60), `Store ${100 + i}`, 'Invoice', `A-${1000 + i}`, 500 + i, '', 'Tom']);
  const rep = sheet(modelSheets(await reconcile([gridOf('AR Ledger', [heading, ...rows])], { language: 'en' }), { statements: 'none', statementForm: 'activity' }), 'rep:Tom');
  const weekRows = rep.cells.filter(({ content }) => typeof content === 'string' && content.startsWith('Week of')).map(({ rowIndex }) => rowIndex);
  const breaks = rep.print.pageBreakRowIndices ?? [];
  expect(weekRows.length).toBeGreaterThan(1);
  expect(breaks.length).toBeGreaterThan(0);
  for (const row of weekRows) expect(breaks).not.toContain(row + 1);
});

/** What the Office.js adapter does beyond the contract: in Excel's own terms, within Excel's limits. */
import { createExcelHost, newWorkbook, type ExcelHost, type Workbook } from '../../src/preview/host';
import { deleteSheet } from '../../src/preview/host/model/edits';
import type { CellStyle, SheetModel } from '../../src/reports/sheet-model';
import { openOfficeWorkbook } from '../../src/workbook/office/office-workbook';
import { WorkbookError } from '../../src/workbook/port';
import { nodeCalculation } from '../support/calculation';
import { connectOfficeJs } from '../support/office-js';
import { planModel, planTable, sheetModel, titled } from './support/models';

let workbook: Workbook;
let host: ExcelHost;

beforeEach(() => {
  workbook = newWorkbook('Ledger');
  host = createExcelHost({ workbook, calculation: nodeCalculation() });
  connectOfficeJs(host);
});

const port = openOfficeWorkbook();
const tabs = () => workbook.sheets.map(({ name }) => name);
const named = (name: string) => workbook.sheetByName(name)!;

async function failureOf(work: Promise<unknown>): Promise<WorkbookError> {
  const error = await work.then(
    () => new Error('It went through.'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof WorkbookError)) throw error;
  return error;
}

/** Lets the given number of calls pass, then fails as Excel would. */
function refuseAfter(calls: number, matching: (body: string) => boolean, code = 'GeneralException'): void {
  const real = host.processQuery.bind(host);
  let left = calls;
  host.processQuery = (body, flags) => {
    if (!matching(body) || left-- > 0) return real(body, flags);
    return Promise.resolve(JSON.stringify({ Results: [], Error: { Code: code, Message: 'refused by the test', Location: '', ActionIndex: 0 } }));
  };
}

test('a text longer than a cell is written as far as it fits, as into a file', async () => {
  await port.writeSheets([sheetModel('notes', 'Notes', { cells: [{ rowIndex: 0, columnIndex: 0, content: '對'.repeat(40_000) }] })]);
  expect(named('Notes').cells.value(0, 0)).toBe('對'.repeat(32_767));
});

test.each(["Statement ABCDEFGHIJKLMNOPQRS'T", 'Statement ABCDEFGHIJKLMNOPQRS😀'])('a result called %s is renewed, though half of its name is no name', async (name) => {
  expect(name).toHaveLength(31);
  await port.writeSheets([titled('statement:a', name, 'first')]);
  const given: string[] = [];
  const { processQuery } = host;
  host.processQuery = (body, flags) => {
    for (const [, tab] of body.matchAll(/"Name":"Name"[^}]*"Arguments":\["([^"]*)"\]/g)) given.push(JSON.parse(`"${tab}"`));
    return processQuery.call(host, body, flags);
  };
  await port.writeSheets([titled('statement:a', name, 'second')]);
  expect(tabs()).toEqual(['Ledger', name]);
  expect(named(name).cells.value(0, 0)).toBe('second');
  expect(given.filter((tab) => /[\ud800-\udbff]$/.test(tab))).toEqual([]);
});

test('what is remembered at once is remembered together, in one part', async () => {
  await Promise.all([port.remember({ choices: 'A' }), port.remember({ decisions: 'B' }), port.remember({ choices: 'C' })]);
  expect(await port.remembered()).toEqual({ choices: 'C', decisions: 'B' });
  expect(workbook.xmlParts).toHaveLength(1);
});

describe('looks', () => {
  const style: CellStyle = { bold: true, italic: true, sizeStep: 3, color: '8A1C1C', fill: 'EEF4F4', numberFormat: '#,##0.00', horizontal: 'right', vertical: 'center', wrap: true, indent: 1, borderTop: 'medium', borderBottom: 'hair', borderColor: '0B5A63' };

  test('every facet of a style reaches its cells', async () => {
    await port.writeSheets([sheetModel('look', 'Look', { cells: [{ rowIndex: 2, columnIndex: 1, content: 5, style, columnSpan: 2, rowSpan: 2 }] })]);
    const { format, text } = host.cell(named('Look'), 2, 1);
    expect(text).toBe('5.00');
    expect(format).toMatchObject({ bold: true, italic: true, fontSize: 14, color: '#8A1C1C', fill: '#EEF4F4', numberFormat: '#,##0.00', horizontal: 'Right', vertical: 'Center', wrap: true, indent: 1 });
    expect(format.borders.EdgeTop).toEqual({ style: 'Continuous', weight: 'Medium', color: '#0B5A63' });
    expect(host.cell(named('Look'), 3, 1).format.borders.EdgeBottom).toEqual({ style: 'Continuous', weight: 'Hairline', color: '#0B5A63' });
    expect(named('Look').merges).toEqual([{ row: 2, column: 1, rows: 2, columns: 2 }]);
  });

  test('columns, rows and single cells of a table each add their own', async () => {
    const table = planTable({ rowStyle: (index) => (index === 1 ? { fill: 'FFF2CC' } : undefined), cellStyle: (index, key) => (index === 2 && key === 'open' ? { color: 'C00000' } : undefined) });
    await port.writeSheets([sheetModel('plan', 'Plan', { tables: [table] })]);
    const at = (row: number, column: number) => host.cell(named('Plan'), row, column).format;
    expect(at(3, 1)).toMatchObject({ horizontal: 'Right', fill: '', color: '#000000' });
    expect(at(4, 0).fill).toBe('#FFF2CC');
    expect(at(5, 1)).toMatchObject({ horizontal: 'Right', color: '#C00000' });
    expect(at(2, 0).bold).toBe(true);
  });

  test('widths, frozen rows, grid lines, tab colour, the printed page', async () => {
    const model = sheetModel('page', 'Page', {
      columnWidths: [10, 10, 30],
      hiddenColumns: [3],
      rowHeights: { 1: 40 },
      freeze: { rows: 3, columns: 1 },
      print: { orientation: 'landscape', fitHeight: true, repeatRows: { fromRowIndex: 0, toRowIndex: 2 }, area: { rowIndex: 0, columnIndex: 0, rowCount: 9, columnCount: 3 }, headerText: '&LOurs && theirs&RRight', footerText: 'Page &P of &N', pageBreakRowIndices: [5] },
    });
    await port.writeSheets([model]);
    const sheet = named('Page');
    expect(sheet.columnWidth(2)).toBeCloseTo(30 * 5.25 + 3.75);
    expect(sheet.hiddenColumns.has(3)).toBe(true);
    expect(sheet.rowHeight(1)).toBe(40);
    expect(sheet).toMatchObject({ freeze: { rows: 3, columns: 1 }, showGridlines: false, tabColor: '#0B5A63' });
    expect(sheet.page).toMatchObject({ orientation: 'Landscape', paperSize: 'A4', fit: { pagesWide: 1, pagesTall: 1 }, titleRows: { row: 0, rows: 3 }, breaks: [5] });
    expect(sheet.page.header).toEqual({ left: 'Ours && theirs', center: '', right: 'Right' });
    expect(sheet.page.footer.center).toBe('Page &P of &N');
  });

  test('drop-downs, data bars, charts', async () => {
    const values = { rowIndex: 3, columnIndex: 1, rowCount: 3, columnCount: 1 };
    const model = planModel('Plan', {
      dataBars: [{ kind: 'data-bar', ...values, color: '5B8C92' }],
      charts: [{ name: 'Open', kind: 'column-stacked', title: 'Open', rowIndex: 8, columnIndex: 0, rowCount: 10, columnCount: 4, categories: { ...values, columnIndex: 0 }, series: [{ name: 'one', values, color: '0B5A63' }, { name: 'two', values, color: 'C98B1B' }], altText: 'open by customer' }],
    });
    await port.writeSheets([model]);
    const sheet = named('Plan');
    expect(host.cell(sheet, 3, 2).choices).toEqual(['open', 'promised', 'paid']);
    expect(host.cell(sheet, 5, 1).dataBar).toEqual({ share: 1, color: '#5B8C92' });
    expect(sheet.charts).toHaveLength(1);
    expect(sheet.charts[0]).toMatchObject({ name: 'Open', kind: 'ColumnStacked', title: 'Open', showLegend: true, top: 8 * 15, series: [{ name: 'one', color: '#0B5A63' }, { name: 'two', color: '#C98B1B' }] });
    expect(sheet.charts[0].series[1].values).toEqual({ row: 3, column: 1, rows: 3, columns: 1 });
  });

  test('a desktop without a printer refuses the page set-up, and the sheets stand all the same', async () => {
    refuseAfter(0, (body) => body.includes('"PageLayout"'));
    await port.writeSheets([planModel()]);
    expect(tabs()).toEqual(['Ledger', 'Plan']);
  });
});

describe('formulas', () => {
  test('speak of sheets and tables by the names these end up with', async () => {
    named('Ledger').cells.setValue(0, 0, 'Customer');
    named('Ledger').tables.push({ id: 'user', name: 'DuesheetPlan', area: { row: 0, column: 0, rows: 2, columns: 1 }, columns: [{ id: 1, name: 'Customer' }], style: '', showHeaders: true, showTotals: false, showFilterButton: true, showBandedRows: true, showBandedColumns: false, highlightFirstColumn: false, highlightLastColumn: false });
    const totals = sheetModel('totals', 'Totals', { cells: [{ rowIndex: 0, columnIndex: 0, content: { formula: "SUM(DuesheetPlan[Open])+'Plan'!B5", value: 802 } }] });
    await port.writeSheets([totals, planModel()]);
    expect(host.cell(named('Totals'), 0, 0)).toMatchObject({ formula: "=SUM(DuesheetPlan_2[Open])+'Plan'!B5" });
    await host.recalculate();
    expect(host.cell(named('Totals'), 0, 0).value).toBe(802);
  });

  test('stand in table columns and totals, and follow an edit', async () => {
    const table = planTable({
      totals: true,
      columns: [{ key: 'customer', heading: 'Customer', total: 'Total' }, { key: 'open', heading: 'Open', total: { formula: 'SUBTOTAL(109,DuesheetPlan[Open])', value: 6 } }, { key: 'share', heading: 'Share' }],
      row: (index) => [`c${index}`, index + 1, { formula: 'DuesheetPlan[[#This Row],[Open]]/SUM(DuesheetPlan[Open])', value: 0 }],
    });
    await port.writeSheets([sheetModel('plan', 'Plan', { tables: [table] })]);
    await host.recalculate();
    const value = (row: number, column: number) => host.cell(named('Plan'), row, column).value;
    expect([value(6, 0), value(6, 1), value(5, 2)]).toEqual(['Total', 6, 0.5]);
    await host.edit(named('Plan').id, 3, 1, '7');
    await host.recalculate();
    expect([value(6, 1), value(5, 2)]).toEqual([12, 0.25]);
  });
});

describe('all or nothing', () => {
  const second = [titled('plan', 'Plan', 'second'), titled('aging', 'Aging', 'second')];

  beforeEach(() => port.writeSheets([planModel(), titled('aging', 'Aging', 'first')]));

  function expectFirst(): void {
    expect(tabs()).toEqual(['Ledger', 'Plan', 'Aging']);
    expect(host.cell(named('Aging'), 0, 0).text).toBe('first');
    expect(workbook.names.map(({ name }) => name).sort()).toEqual(['Duesheet.aging', 'Duesheet.plan', 'Duesheet.plan.status']);
    expect(named('Plan').tables[0].name).toBe('DuesheetPlan');
  }

  test.each([0, 1])('a refusal of write number %i leaves the first result', async (calls) => {
    refuseAfter(calls, (body) => body.includes('"Values"') || body.includes('"Bold"'));
    await failureOf(port.writeSheets([...second, planModel('More', { key: 'more', tables: [planTable({ name: 'More', rowCount: 60_000, row: (i) => ['x'.repeat(120), i, null] })] })]));
    expectFirst();
  });

  /** Makes one action of the swap fail, by changing what it says. */
  function spoilSwap(said: string, spoilt: string): void {
    const real = host.processQuery.bind(host);
    host.processQuery = (body, flags) => {
      if (!body.includes('"DuesheetSwapped"')) return real(body, flags);
      host.processQuery = real;
      return real(body.replace(said, spoilt), flags);
    };
  }

  test('a swap that fails before the new results count is taken back', async () => {
    spoilSwap('"DuesheetSwapped"', '"Duesheet/Swapped"');
    await failureOf(port.writeSheets(second));
    expectFirst();
  });

  test('a swap that fails when they do is finished', async () => {
    spoilSwap('"Duesheet.aging"', '"Duesheet/aging"');
    await port.writeSheets(second);
    expect(tabs()).toEqual(['Ledger', 'Plan', 'Aging']);
    expect(host.cell(named('Aging'), 0, 0).text).toBe('second');
    expect(workbook.names.map(({ name }) => name).sort()).toEqual(['Duesheet.aging', 'Duesheet.plan']);
  });

  test('drafts of a run that died are removed by the next, and no result until then', async () => {
    refuseAfter(1, (body) => body.includes('"Values"') || body.includes('"Delete"'));
    await failureOf(port.writeSheets([...second, sheetModel('big', 'Big', { tables: [planTable({ name: 'Big', rowCount: 60_000, row: (i) => ['x'.repeat(120), i, null] })] })]));
    expect(tabs().some((name) => name.startsWith('Duesheet~'))).toBe(true);
    connectOfficeJs((host = createExcelHost({ workbook })));
    expect((await port.listSheets()).map(({ name }) => name)).toEqual(['Ledger', 'Plan', 'Aging']);
    await port.writeSheets(second);
    expect(tabs()).toEqual(['Ledger', 'Plan', 'Aging']);
    expect(host.cell(named('Plan'), 0, 0).text).toBe('second');
    expect(workbook.names.map(({ name }) => name).sort()).toEqual(['Duesheet.aging', 'Duesheet.plan']);
  });

  test('a cancel half-way leaves the first result', async () => {
    const controller = new AbortController();
    const big = sheetModel('big', 'Big', { tables: [planTable({ name: 'Big', rowCount: 60_000, row: (i) => ['x'.repeat(120), i, null] })] });
    await expect(port.writeSheets([...second, big], { signal: controller.signal, onProgress: ({ done }) => done > 50_000 && controller.abort() })).rejects.toThrow('cancelled');
    expectFirst();
  });

  test('a result whose sheet the user deleted is written anew', async () => {
    deleteSheet(workbook, named('Plan'));
    await port.writeSheets(second);
    expect(tabs()).toEqual(['Ledger', 'Plan', 'Aging']);
  });

  test('who looked at the old result looks at the new one', async () => {
    host.activate(named('Aging').id);
    await port.writeSheets(second);
    expect(workbook.activeSheet.name).toBe('Aging');
  });
});

describe('refusals', () => {
  test('a cell being edited', async () => {
    host.beginCellEdit();
    const error = await failureOf(port.listSheets());
    host.endCellEdit();
    expect(error.failure).toBe('cell-editing');
  });

  test('a cell edited for a moment is waited for', async () => {
    host.beginCellEdit();
    setTimeout(() => host.endCellEdit(), 300);
    expect((await port.listSheets()).map(({ name }) => name)).toEqual(['Ledger']);
  });

  test('a protected workbook, before anything is written', async () => {
    workbook.isProtected = true;
    expect((await failureOf(port.writeSheets([planModel()]))).failure).toBe('workbook-protected');
    expect(tabs()).toEqual(['Ledger']);
  });

  test("the host's own trouble, with what support needs", async () => {
    refuseAfter(0, (body) => body.includes('"CustomXmlParts"'));
    const error = await failureOf(port.remembered());
    expect(error).toMatchObject({ failure: 'host', details: { code: 'GeneralException' }, message: 'refused by the test' });
  });
});

describe('live', () => {
  test('shows a sheet and selects rows on it, the first where one selection is all there is', async () => {
    await port.writeSheets([planModel()]);
    const row = (rowIndex: number) => ({ sheet: 'Plan', rowIndex, columnIndex: 0, rowCount: 1, columnCount: 3 });
    await port.select([row(3), row(5)]);
    expect(workbook.activeSheet.name).toBe('Plan');
    expect(host.selection).toEqual([{ row: 3, column: 0, rows: 1, columns: 3 }]);
    await port.activate('Ledger');
    expect(workbook.activeSheet.name).toBe('Ledger');
  });

  test("hears of the user's edits and selections, not of its own writes, until it stops", async () => {
    const heard: unknown[] = [];
    const stopChanged = await port.onChanged((sheet) => heard.push(sheet));
    const stopSelected = await port.onSelected((area) => heard.push(area));
    const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
    await host.edit(named('Ledger').id, 1, 1, '5');
    host.select(named('Ledger').id, [{ row: 2, column: 1, rows: 3, columns: 2 }]);
    await settled();
    expect(heard).toEqual(['Ledger', { sheet: 'Ledger', rowIndex: 2, columnIndex: 1, rowCount: 3, columnCount: 2 }]);
    await port.writeSheets([planModel()]);
    await stopChanged();
    await stopSelected();
    await host.edit(named('Ledger').id, 1, 1, '6');
    await settled();
    expect(heard).toHaveLength(2);
  });

  test('hears of an edit though the user is in the next cell at once, however long; a selection is asked about but once', async () => {
    const heard: unknown[] = [];
    let asked = 0;
    const stopChanged = await port.onChanged((sheet) => heard.push(sheet));
    const stopSelected = await port.onSelected((area) => heard.push(area));
    const realTimeout = setTimeout;
    const hurried = jest.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void) => realTimeout(run, 0)) as never);
    const answered = host.processQuery.bind(host);
    host.processQuery = (body, flags) => (asked++, answered(body, flags));
    host.beginCellEdit();
    host.select(named('Ledger').id, [{ row: 2, column: 1, rows: 1, columns: 1 }]);
    await host.edit(named('Ledger').id, 1, 1, '5');
    for (let turn = 0; turn < 300 && asked < 40; turn++) await new Promise((resolve) => realTimeout(resolve, 1));
    expect(asked).toBeGreaterThanOrEqual(40);
    host.endCellEdit();
    for (let turn = 0; turn < 300 && heard.length === 0; turn++) await new Promise((resolve) => realTimeout(resolve, 1));
    hurried.mockRestore();
    expect(heard).toEqual(['Ledger']);
    await stopChanged();
    await stopSelected();
  });

  test('opens a file as a new workbook', async () => {
    const files: Uint8Array[] = [];
    host.subscribe((change) => change.kind === 'new-workbook' && files.push(change.file));
    await port.openAsNewWorkbook(new Uint8Array([80, 75, 3, 4, 255]));
    expect(files.map((file) => [...file])).toEqual([[80, 75, 3, 4, 255]]);
  });
});

test('links lead to the sheets by the names these end up with', async () => {
  const index: SheetModel = sheetModel('index', 'Index', { cells: [{ rowIndex: 0, columnIndex: 0, content: 'To it', link: { sheet: 'Ledger', rowIndex: 4, columnIndex: 1 }, style: { color: '0B5A63' } }] });
  await port.writeSheets([index]);
  expect(host.cell(named('Index'), 0, 0)).toMatchObject({ text: 'To it', link: "'Ledger'!B5", format: { color: '#0B5A63', underline: 'None' } });
});

/**
 * What every adapter of the workbook port must do, whatever stands behind it. Both adapters run it over the
 * same workbook of a user's.
 */
import { readXlsx } from 'hucre/xlsx';
import type { CellValue } from '../../src/ledger/grid';
import type { SheetModel } from '../../src/reports/sheet-model';
import { Cancelled } from '../../src/units/progress';
import { WorkbookError, type SheetSource, type WorkbookPort } from '../../src/workbook/port';
import { planModel, planTable, sheetModel, titled } from './support/models';
import { LEDGER, OFFSET_SHEET, userWorkbook } from './support/user-workbook';

export interface OpenedWorkbook {
  readonly port: WorkbookPort;
  save(): Promise<Uint8Array>;
}

type Open = (file: Uint8Array) => Promise<OpenedWorkbook>;

export function describeWorkbookPort(name: string, open: Open): void {
  describe(`${name}: reading`, () => describeReading(open));
  describe(`${name}: writing results`, () => describeWriting(open));
  describe(`${name}: running again`, () => describeRunningAgain(open));
  describe(`${name}: all or nothing`, () => describeAllOrNothing(open));
  describe(`${name}: remembering`, () => describeRemembering(open));
}

function describeReading(open: Open): void {
  it('lists the sheets in tab order, hidden ones marked', async () => {
    const { port } = await open(await userWorkbook());
    const sheets = await port.listSheets();
    expect(sheets.map(({ name, hidden, resultKey }) => ({ name, hidden, resultKey }))).toEqual([
      { name: LEDGER, hidden: false, resultKey: null },
      { name: OFFSET_SHEET, hidden: false, resultKey: null },
      { name: 'Rates', hidden: true, resultKey: null },
      { name: 'Empty', hidden: false, resultKey: null },
    ]);
    expect(sheets[0]).toMatchObject({ rowCount: 5, columnCount: 5 });
  });

  it('hands over texts, numbers, truth values, dates as serials and what formulas amount to', async () => {
    const { port } = await open(await userWorkbook());
    expect(await valuesOf(port, LEDGER)).toEqual([
      ['华星家电 receivables'],
      ['Date', 'No', 'Amount', 'Balance', 'Closed'],
      [46053, 'XS-001', 1000.5, 1000.5, true],
      [46081, '00123', -250.25, 750.25, false],
      [46082, '=not a formula', 0.1, 750.35],
    ]);
  });

  it('says which columns hold dates and which rows are hidden', async () => {
    const { port } = await open(await userWorkbook());
    const { facts, rowCount } = await port.openSheet(LEDGER);
    expect(facts.datedColumns).toEqual([0]);
    expect(facts.hiddenRows).toEqual([3]);
    // Only newer Excel tells of merged cells.
    expect(facts.merges ?? [{ rowIndex: 0, columnIndex: 0, rowCount: 1, columnCount: 5 }]).toEqual([{ rowIndex: 0, columnIndex: 0, rowCount: 1, columnCount: 5 }]);
    expect(rowCount).toBe(5);
  });

  it('says where the used area begins, and counts tables within it', async () => {
    const { port } = await open(await userWorkbook());
    const source = await port.openSheet(OFFSET_SHEET);
    expect(source.facts).toMatchObject({ firstRowIndex: 2, firstColumnIndex: 1, tables: [{ name: 'Terms', rowIndex: 0, columnIndex: 0, rowCount: 3, columnCount: 2 }] });
    expect(await rowsOf(source)).toEqual([['Customer', 'Days'], ['甲 & Co.', 30], ['乙', 45]]);
  });

  it('reads an empty sheet as no rows', async () => {
    const { port } = await open(await userWorkbook());
    expect(await valuesOf(port, 'Empty')).toEqual([]);
  });

  it('names a sheet that is missing', async () => {
    const { port } = await open(await userWorkbook());
    const error = await port.openSheet('Nowhere').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(WorkbookError);
    expect(error).toMatchObject({ failure: 'sheet-missing', details: { sheet: 'Nowhere' } });
  });

  it('stops reading when it is cancelled', async () => {
    const { port } = await open(await userWorkbook());
    const controller = new AbortController();
    const reading = async () => rowsOf(await port.openSheet(LEDGER, { signal: controller.signal }));
    controller.abort();
    await expect(reading()).rejects.toBeInstanceOf(Cancelled);
  });
}

function describeWriting(open: Open): void {
  it('adds the sheets behind the user\'s, with their values', async () => {
    const { port } = await written(open, [planModel(), titled('settings', 'Settings', 'Settings')]);
    expect((await port.listSheets()).map(({ name, resultKey }) => [name, resultKey]).slice(4)).toEqual([['Plan', 'plan'], ['Settings', 'settings']]);
    expect(await valuesOf(port, 'Plan')).toEqual([['Collection plan'], [null, 601.5], ['Customer', 'Open', 'Status'], ['甲 & Co.', 100.25], ['乙', 200.5], ['丙', 300.75]]);
  });

  it('writes text as text, whatever it looks like', async () => {
    const texts = ['=1+1', '+86 510 1234', '-12', '@sum', '00123', '1/2', '2026-01-31', '1e5', 'TRUE', '#N/A', "'quoted", ' blank ', 'two\nlines', '<b>&amp;', '😀 𠮷'];
    const model = sheetModel('texts', 'Texts', {
      cells: texts.map((content, rowIndex) => ({ rowIndex, columnIndex: 0, content })),
      tables: [planTable({ name: 'DuesheetTexts', rowIndex: 0, columnIndex: 2, rowCount: texts.length, row: (index) => [texts[index], null, null] })],
    });
    const { port, save } = await written(open, [model]);
    const rows = await valuesOf(port, 'Texts');
    expect(rows.slice(0, texts.length).map(([text]) => text)).toEqual(texts);
    expect(rows.slice(1).map((row) => row[2])).toEqual(texts);
    const cells = (await sheetIn(await save(), 'Texts')).cells;
    expect(Array.from(cells?.values() ?? []).filter((cell) => cell.formula)).toEqual([]);
  });

  it('writes formulas live, each with its value', async () => {
    const { port, save } = await written(open, [planModel()]);
    expect((await valuesOf(port, 'Plan'))[1]).toEqual([null, 601.5]);
    expect((await sheetIn(await save(), 'Plan')).cells?.get('1,1')?.formula).toBe('SUBTOTAL(109,B4:B6)');
  });

  it('says later which result a sheet is and where people write on it', async () => {
    const model = planModel('Plan', { anchors: { note: { rowIndex: 0, columnIndex: 2 } } });
    const { port } = await written(open, [model]);
    const { facts } = await port.openSheet('Plan');
    expect(facts.result).toEqual({ key: 'plan', anchors: { status: { rowIndex: 2, columnIndex: 2 }, note: { rowIndex: 0, columnIndex: 2 } } });
    expect(facts.tables?.map(({ name, rowIndex, rowCount }) => ({ name, rowIndex, rowCount }))).toEqual([{ name: 'DuesheetPlan', rowIndex: 2, rowCount: 4 }]);
  });

  it('knows a result by any key, customers\' names included', async () => {
    const keys = ['statement:甲 & Co. (无锡)', 'statement:a.b', 'statement:A_B', 'aging'];
    const { port } = await written(open, keys.map((key, i) => titled(key, `S${i}`, key)));
    expect((await port.listSheets()).slice(4).map(({ resultKey }) => resultKey)).toEqual(keys);
  });

  it('leaves the user\'s sheets as they were', async () => {
    const before = await open(await userWorkbook());
    const { port, save } = await written(open, [planModel()]);
    for (const sheet of [LEDGER, OFFSET_SHEET, 'Rates']) expect(await valuesOf(port, sheet)).toEqual(await valuesOf(before.port, sheet));
    expect((await sheetIn(await save(), LEDGER)).cells?.get('3,3')?.formula).toBe('D3+C4');
  });

  it('numbers a sheet whose name the user has taken, and formulas and links follow', async () => {
    const index = sheetModel('index', 'Index', {
      cells: [
        { rowIndex: 0, columnIndex: 0, content: { formula: "'Rates'!B2", value: 601.5 } },
        { rowIndex: 1, columnIndex: 0, content: 'To the plan', link: { sheet: 'Rates', rowIndex: 2, columnIndex: 1 } },
      ],
    });
    const { port, save } = await written(open, [planModel('Rates'), index]);
    expect((await port.listSheets()).slice(4).map(({ name }) => name)).toEqual(['Rates (2)', 'Index']);
    const cells = (await sheetIn(await save(), 'Index')).cells;
    expect(cells?.get('0,0')?.formula).toBe("'Rates (2)'!B2");
    expect(cells?.get('1,0')?.hyperlink?.location).toBe("'Rates (2)'!B3");
  });

  it('writes a table of thousands of rows in order', async () => {
    const rowCount = 7000;
    const table = planTable({ rowCount, row: (index) => [`customer ${index}`, index, null] });
    const { port } = await written(open, [sheetModel('plan', 'Plan', { tables: [table] })]);
    const rows = (await valuesOf(port, 'Plan')).slice(-rowCount);
    expect(rows).toHaveLength(rowCount);
    expect(rows.every((row, index) => row[0] === `customer ${index}` && row[1] === index)).toBe(true);
  });

  it('tells how far it is', async () => {
    const { port } = await open(await userWorkbook());
    const seen: number[] = [];
    await port.writeSheets([planModel()], { onProgress: ({ step, done, total }) => seen.push(step === 'write' && done <= total ? done / total : NaN) });
    expect(seen.at(-1)).toBe(1);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  });
}

function describeRunningAgain(open: Open): void {
  it('replaces a result, removes those no longer made, keeps those it is told to keep', async () => {
    const opened = await written(open, [planModel(), titled('statement:甲', 'S1', 'one'), titled('matches', 'Matches', 'old')]);
    const { port, save } = await open(await opened.save());
    await port.writeSheets([titled('plan', 'Plan', 'new plan')], { keep: (key) => key.startsWith('statement:') });
    expect((await port.listSheets()).map(({ name }) => name).sort()).toEqual([LEDGER, OFFSET_SHEET, 'Empty', 'Plan', 'Rates', 'S1'].sort());
    expect(await valuesOf(port, 'Plan')).toEqual([['new plan']]);
    const reread = await open(await save());
    expect((await reread.port.listSheets()).filter(({ resultKey }) => resultKey !== null).map(({ resultKey }) => resultKey).sort()).toEqual(['plan', 'statement:甲']);
    expect((await reread.port.openSheet('Plan')).facts.result?.anchors).toEqual({});
  });

  it('replaces a result that is to have another name', async () => {
    const { port } = await written(open, [planModel()]);
    await port.writeSheets([planModel('Plan 2026')]);
    await port.writeSheets([planModel('计划')]);
    expect((await port.listSheets()).map(({ name }) => name)).toEqual([LEDGER, OFFSET_SHEET, 'Rates', 'Empty', '计划']);
  });

  it('gives the same workbook when nothing has changed', async () => {
    const first = await written(open, [planModel()]);
    const second = await open(await first.save());
    await second.port.writeSheets([planModel()]);
    expect(await second.port.listSheets()).toEqual(await first.port.listSheets());
    expect(await valuesOf(second.port, 'Plan')).toEqual(await valuesOf(first.port, 'Plan'));
    expect((await second.port.openSheet('Plan')).facts).toEqual((await first.port.openSheet('Plan')).facts);
  });
}

function describeAllOrNothing(open: Open): void {
  const broken = (at: number): SheetModel => {
    const row = (index: number) => {
      if (index === at) throw new Error('the row cannot be made');
      return [`row ${index}`, index, null];
    };
    return sheetModel('plan', 'Plan', { tables: [planTable({ rowCount: 100, row })] });
  };

  it('leaves the earlier results whole when a row cannot be made', async () => {
    const { port } = await written(open, [planModel()]);
    const before = await everything(port);
    await expect(port.writeSheets([titled('matches', 'Matches', 'new'), broken(60)])).rejects.toThrow('the row cannot be made');
    expect(await everything(port)).toEqual(before);
  });

  it('leaves everything whole when it is cancelled', async () => {
    const { port } = await written(open, [planModel()]);
    const before = await everything(port);
    const controller = new AbortController();
    controller.abort();
    await expect(port.writeSheets([titled('plan', 'Plan', 'new')], { signal: controller.signal })).rejects.toBeInstanceOf(Cancelled);
    expect(await everything(port)).toEqual(before);
  });

  it('writes again after a failure', async () => {
    const { port } = await open(await userWorkbook());
    await port.writeSheets([broken(3)]).catch(() => undefined);
    await port.writeSheets([planModel()]);
    expect((await port.listSheets()).map(({ name }) => name)).toEqual([LEDGER, OFFSET_SHEET, 'Rates', 'Empty', 'Plan']);
  });
}

function describeRemembering(open: Open): void {
  it('knows nothing at first', async () => {
    const { port } = await open(await userWorkbook());
    expect(await port.remembered()).toEqual({});
  });

  it('keeps small texts in the file, new ones beside old ones', async () => {
    const opened = await open(await userWorkbook());
    await opened.port.remember({ language: 'zh-TW', 'mapping:应收明细账': '{"date":"A","note":"<&>\\"\\n"}' });
    await opened.port.remember({ language: 'en', lines: 'one\n\ttwo' });
    const { port } = await open(await opened.save());
    expect(await port.remembered()).toEqual({ language: 'en', 'mapping:应收明细账': '{"date":"A","note":"<&>\\"\\n"}', lines: 'one\n\ttwo' });
  });

  it('forgets what is remembered as empty', async () => {
    const { port } = await open(await userWorkbook());
    await port.remember({ language: 'en', other: 'x' });
    await port.remember({ other: '' });
    expect(await port.remembered()).toEqual({ language: 'en' });
  });

  it('keeps its memory through another run', async () => {
    const { port } = await open(await userWorkbook());
    await port.remember({ language: 'en' });
    await port.writeSheets([planModel()]);
    await port.writeSheets([planModel()]);
    expect(await port.remembered()).toEqual({ language: 'en' });
  });
}

async function written(open: Open, models: readonly SheetModel[]): Promise<OpenedWorkbook> {
  const opened = await open(await userWorkbook());
  await opened.port.writeSheets(models);
  return opened;
}

/** All rows without the empty cells at their ends. */
async function rowsOf(source: SheetSource): Promise<CellValue[][]> {
  const rows: CellValue[][] = [];
  for await (const chunk of source.chunks) {
    for (const row of chunk) rows.push(row.slice(0, row.findLastIndex((value) => value !== null && value !== '') + 1));
  }
  return rows;
}

async function valuesOf(port: WorkbookPort, sheet: string): Promise<CellValue[][]> {
  return rowsOf(await port.openSheet(sheet));
}

/** Every sheet with its facts and values. */
async function everything(port: WorkbookPort): Promise<unknown> {
  const sheets = await port.listSheets();
  const contents = await Promise.all(sheets.map(async ({ name }) => ({ facts: (await port.openSheet(name)).facts, values: await valuesOf(port, name) })));
  return { sheets, contents };
}

async function sheetIn(file: Uint8Array, name: string) {
  const sheet = (await readXlsx(file, { readStyles: true })).sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`The file has no sheet ${name}.`);
  return sheet;
}

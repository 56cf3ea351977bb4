/**
 * The whole job as a user does it, in a browser, through the unmodified office.js: find the ledgers, run,
 * look at the numbers, and find the same numbers in the sheets that were written.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { openXlsxWorkbook } from '../../src/workbook/xlsx/open-xlsx';
import { say, type Language } from '../../src/texts';
import { launch, openPage } from './support/browser';

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser?.close());

jest.setTimeout(180_000);

/** Closing balances as the sample's makers know them: ours, theirs. */
const EN_BALANCES: Readonly<Record<string, readonly [number, number]>> = {
  'Granite Trading Ltd': [1411045.81, 1376829.81],
  'Beacon Appliances Ltd': [2470048.38, 2288521.88],
  'Cobalt Appliances LLC': [1312428.64, 1200428.64],
};

const button = (pane: Frame, code: string, language: Language = 'en') => pane.getByRole('button', { name: say({ code }, language), exact: true });

async function runTheJob(pane: Frame, language: Language = 'en'): Promise<void> {
  await button(pane, 'pane.first.find', language).click();
  await button(pane, 'pane.ledgers.run', language).click();
  await pane.getByRole('heading', { name: say({ code: 'pane.results.title' }, language) }).waitFor({ timeout: 120_000 });
}

interface SheetDump {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/** Every sheet's values as the stand-in holds them. */
function dump(page: Page): Promise<SheetDump[]> {
  return page.evaluate(() => {
    const { workbook } = window.excel!;
    return workbook.sheets.map((sheet) => {
      const area = sheet.cells.used(true) ?? { row: 0, column: 0, rows: 0, columns: 0 };
      const rows = Array.from({ length: area.row + area.rows }, (_, row) => Array.from({ length: area.column + area.columns }, (__, column) => sheet.cells.value(row, column)));
      return { name: sheet.name, rows };
    });
  });
}

const sheetNamed = (sheets: readonly SheetDump[], name: string) => sheets.find((sheet) => sheet.name === name) as SheetDump;

describe('the whole job', () => {
  it('reconciles the sample and writes sheets that hold the same numbers', async () => {
    const { page, pane, problems } = await openPage(browser);
    const before = await dump(page);
    await runTheJob(pane);
    expect(await pane.locator('body').innerText()).toContain('11,093,227.09');
    const after = await dump(page);
    // The user's sheets are what they were.
    expect(after.slice(0, before.length)).toEqual(before);
    const reconciliation = sheetNamed(after, 'Reconciliation');
    for (const [customer, [ours, theirs]] of Object.entries(EN_BALANCES)) {
      const row = reconciliation.rows.find((cells) => cells.includes(customer)) ?? [];
      expect([customer, row.filter((cell) => cell === ours || cell === theirs)]).toEqual([customer, [ours, theirs]]);
    }
    for (const name of ['Overview', 'Two-sided', 'Differences', 'Matches', 'Open items', 'Aging', 'Classes', 'Collection plan', 'Data issues', 'Settings']) expect(after.map((sheet) => sheet.name)).toContain(name);
    const traffic = await page.evaluate(() => window.excel!.traffic);
    expect(traffic.syncs).toBeLessThan(150);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('replaces its own sheets on a second run and leaves everything else', async () => {
    const { page, pane, problems } = await openPage(browser);
    await runTheJob(pane);
    const first = await dump(page);
    await page.locator('[data-control="Duesheet.RunAgain"]').click();
    await pane.getByRole('progressbar').first().waitFor();
    await pane.getByRole('heading', { name: say({ code: 'pane.results.title' }, 'en') }).waitFor({ timeout: 120_000 });
    const second = await dump(page);
    expect(second.map((sheet) => sheet.name)).toEqual(first.map((sheet) => sheet.name));
    expect(sheetNamed(second, 'Reconciliation')).toEqual(sheetNamed(first, 'Reconciliation'));
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it.each(['zh-CN', 'zh-TW'] as const)('does it in %s, in the words of that market', async (locale) => {
    const { page, pane, problems } = await openPage(browser, { locale });
    await runTheJob(pane, locale);
    const names = (await dump(page)).map((sheet) => sheet.name);
    expect(names).toEqual(expect.arrayContaining(locale === 'zh-CN' ? ['余额调节表', '催收计划'] : ['餘額調節表', '催收計畫']));
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('saves what was written, and the file opens with the same result', async () => {
    const { page, pane } = await openPage(browser);
    await runTheJob(pane);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save a copy' }).click()]);
    const saved = await openXlsxWorkbook(readFileSync(await download.path()));
    const keys = (await saved.listSheets()).map((sheet) => sheet.resultKey);
    expect(keys).toEqual(expect.arrayContaining(['reconciliation', 'matches', 'plan', 'settings']));
    await page.context().close();
  });

  it('says what is wrong with a workbook that holds no ledger, and writes nothing', async () => {
    const { page } = await openPage(browser);
    await page.getByTestId('open-file').setInputFiles(path.join(__dirname, 'fixtures/notes.xlsx'));
    await page.getByRole('tab', { name: 'Notes' }).waitFor();
    const pane = (await (await page.waitForSelector('.pane-frame iframe')).contentFrame()) as Frame;
    await button(pane, 'pane.first.find').click();
    await pane.getByText(say({ code: 'ledger.no-our-ledger' }, 'en')).first().waitFor();
    expect(await button(pane, 'pane.ledgers.run').isEnabled()).toBe(false);
    expect((await dump(page)).map((sheet) => sheet.name)).toEqual(['Notes']);
    await page.context().close();
  });
});

/**
 * The whole job as a user does it, in a browser, through the unmodified office.js: find the ledgers, run,
 * look at the numbers, and find the same numbers in the sheets that were written.
 */
import { writeXlsx } from 'hucre/xlsx';
import type { Browser } from 'playwright-core';
import { say } from '../../src/texts';
import { launch, openPage, type OpenedPage } from './support/browser';
import { dump, PaneWalk, RUN_MILLISECONDS, savedWorkbook, sheetNamed } from './support/walk';

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

describe('the whole job', () => {
  let opened: OpenedPage;
  let steps: PaneWalk;
  beforeAll(async () => {
    opened = await openPage(browser);
    steps = new PaneWalk(opened.page, opened.pane);
  });
  afterAll(() => opened.page.context().close());

  it('reconciles the sample and writes sheets that hold the same numbers', async () => {
    const { page, pane, problems } = opened;
    const before = await dump(page);
    await steps.wholeJob();
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
  });

  it('replaces its own sheets on a second run and leaves everything else', async () => {
    const { page, pane, problems } = opened;
    const first = await dump(page);
    await steps.ribbon('RunAgain');
    await pane.getByRole('progressbar').first().waitFor();
    await steps.heading('pane.results.title').waitFor({ timeout: RUN_MILLISECONDS });
    const second = await dump(page);
    expect(second.map((sheet) => sheet.name)).toEqual(first.map((sheet) => sheet.name));
    expect(sheetNamed(second, 'Reconciliation')).toEqual(sheetNamed(first, 'Reconciliation'));
    expect(problems).toEqual([]);
  });

  it('saves what was written, and the file opens with the same result', async () => {
    const saved = await savedWorkbook(opened.page);
    const keys = (await saved.listSheets()).map((sheet) => sheet.resultKey);
    expect(keys).toEqual(expect.arrayContaining(['reconciliation', 'matches', 'plan', 'settings']));
  });
});

describe('in other workbooks', () => {
  it.each(['zh-CN', 'zh-TW'] as const)('does it in %s, in the words of that market', async (locale) => {
    const { page, pane, problems } = await openPage(browser, { locale });
    await new PaneWalk(page, pane, locale).wholeJob();
    const names = (await dump(page)).map((sheet) => sheet.name);
    expect(names).toEqual(expect.arrayContaining(locale === 'zh-CN' ? ['余额调节表', '催收计划'] : ['餘額調節表', '催收計畫']));
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('says what is wrong with a workbook that holds no ledger, and writes nothing', async () => {
    const workbook = await writeXlsx({ sheets: [{ name: 'Notes', rows: [['Call the bank'], ['Order paper'], ['Lunch with Wang']] }] });
    const { page, pane } = await openPage(browser, { workbook });
    const steps = new PaneWalk(page, pane);
    await steps.button('pane.first.find').click();
    await pane.getByText(say({ code: 'ledger.no-our-ledger' }, 'en')).first().waitFor();
    expect(await steps.button('pane.ledgers.run').isEnabled()).toBe(false);
    expect((await dump(page)).map((sheet) => sheet.name)).toEqual(['Notes']);
    await page.context().close();
  });
});

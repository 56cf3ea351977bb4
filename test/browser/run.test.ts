/** A run that is waited for, cancelled, refused by Excel; each leaves the workbook as it was and says so. */
import type { Browser } from 'playwright-core';
import { launch, openPage, type OpenedPage } from './support/browser';
import { reviewWorkbook } from './fixtures/review-workbook';
import { dump, PaneWalk, pressOn, RUN_MILLISECONDS } from './support/walk';

let browser: Browser;
let opened: OpenedPage;
let steps: PaneWalk;
beforeAll(async () => {
  browser = await launch();
  opened = await openPage(browser, { workbook: await reviewWorkbook() });
  steps = new PaneWalk(opened.page, opened.pane);
});
afterAll(() => browser?.close());

jest.setTimeout(90_000);

/** A slow Excel's time for one answer. */
const ANSWER_MILLISECONDS = 600;

const beginEdit = () => opened.page.evaluate(() => window.excel!.beginCellEdit());
const endEdit = () => opened.page.evaluate(() => window.excel!.endCellEdit());
const protect = (isProtected: boolean) => opened.page.evaluate((on) => void (window.excel!.workbook.isProtected = on), isProtected);

it('waits for a cell that is being edited, says so, and can be cancelled meanwhile', async () => {
  const { pane } = opened;
  await beginEdit();
  await steps.button('pane.first.find').click();
  await steps.heading('pane.working.reading').waitFor();
  await pane.getByText(steps.say('pane.working.cell-edit')).first().waitFor({ timeout: 20_000 });
  await pressOn(opened.page, steps.button('pane.working.cancel'));
  await steps.heading('pane.first.title').waitFor();
  await endEdit();
});

it('goes on by itself once the cell is left, and tells how far it is and how long it will take', async () => {
  const { page, pane } = opened;
  // Nothing is answered until the cell is left, and then slowly.
  await page.evaluate((milliseconds) => {
    const host = window.excel!;
    const answer = host.processQuery.bind(host);
    let leave = () => {};
    const left = new Promise<void>((resolve) => (leave = resolve));
    host.processQuery = async (...request) => {
      await left;
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      return answer(...request);
    };
    Object.assign(window, { leaveCell: leave, answerAtOnce: () => (host.processQuery = answer) });
  }, ANSWER_MILLISECONDS);
  await pressOn(page, steps.button('pane.first.find'));
  await pane.getByText(steps.say('pane.working.cell-edit')).first().waitFor({ timeout: 20_000 });
  await page.evaluate(() => (window as unknown as { leaveCell(): void }).leaveCell());
  await pane.getByText(/^about \d+ s left$/).waitFor();
  expect(await pane.locator('[aria-current="step"]').innerText()).toMatch(/^Read the sheets\n.+ · \d+ of \d+$/);
  expect(Number(await pane.getByRole('progressbar').getAttribute('aria-valuenow'))).toBeGreaterThan(0);
  await page.evaluate(() => (window as unknown as { answerAtOnce(): void }).answerAtOnce());
  await steps.heading('pane.ledgers.title').waitFor({ timeout: RUN_MILLISECONDS });
});

it('cancelled while it writes keeps the result in the pane and the workbook as it was', async () => {
  const before = await dump(opened.page);
  await beginEdit();
  await steps.button('pane.ledgers.run').click();
  await steps.heading('pane.working.running').waitFor();
  await opened.pane.getByText(steps.say('pane.working.cell-edit')).first().waitFor({ timeout: 20_000 });
  await steps.button('pane.working.cancel').click();
  await opened.pane.getByText(steps.say('pane.results.unwritten')).waitFor({ timeout: RUN_MILLISECONDS });
  await endEdit();
  expect(await dump(opened.page)).toEqual(before);
});

it('refused by a protected workbook says what happened, what was kept and what to do', async () => {
  const { pane } = opened;
  const before = await dump(opened.page);
  await protect(true);
  await steps.button('pane.results.write').click();
  await steps.heading('pane.problem.workbook-protected').waitFor({ timeout: RUN_MILLISECONDS });
  await pane.getByText(steps.say('pane.kept.write')).waitFor();
  await pane.getByText(steps.say('pane.advice.unprotect-workbook')).waitFor();
  await pressOn(opened.page, steps.fold(steps.say('pane.problem.details')));
  expect(await pane.locator('pre').innerText()).toContain('workbook-protected');
  await pressOn(opened.page, steps.button('pane.problem.copy-details'));
  await pane.getByText(steps.say('pane.said.copied')).waitFor({ state: 'attached' });
  expect(await opened.page.evaluate(() => navigator.clipboard.readText())).toBe(await pane.locator('pre').innerText());
  expect(await dump(opened.page)).toEqual(before);
  await protect(false);
  await pressOn(opened.page, steps.button('pane.problem.back'));
  await steps.button('pane.results.write').click();
  await pane.getByText(steps.say('pane.results.sheets')).waitFor({ timeout: RUN_MILLISECONDS });
  await steps.button('pane.results.write').waitFor({ state: 'detached', timeout: RUN_MILLISECONDS });
  expect((await dump(opened.page)).map((sheet) => sheet.name)).toContain('Reconciliation');
  expect(opened.problems).toEqual([]);
});

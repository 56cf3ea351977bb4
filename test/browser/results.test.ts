/** What is done with a result: customers and statements, the plan and its what-if, the ribbon, and a ledger that changes. */
import type { Browser } from 'playwright-core';
import { launch, openPage, paneOf, type OpenedPage } from './support/browser';
import { dump, PaneWalk, pressOn, RUN_MILLISECONDS, selectRow, tabTo, typeInto, until } from './support/walk';

const GRANITE = 'Granite Trading Ltd';

let browser: Browser;
let opened: OpenedPage;
let steps: PaneWalk;
beforeAll(async () => {
  browser = await launch();
  opened = await openPage(browser);
  steps = new PaneWalk(opened.page, opened.pane);
  await steps.wholeJob();
});
afterAll(() => browser?.close());

jest.setTimeout(90_000);

const activeSheet = () => opened.page.evaluate(() => window.excel!.activeSheet.name);

it('shows the figures, the four classes, the weeks of cash and the way to every sheet', async () => {
  const { pane } = opened;
  for (const code of ['pane.results.difference', 'pane.results.classes', 'pane.results.cash', 'pane.results.key-figures', 'pane.results.sheets']) await pane.getByRole('heading', { name: steps.say(code) }).waitFor();
  expect(await pane.getByRole('img').count()).toBeGreaterThan(3);
  await pressOn(opened.page, pane.getByRole('button', { name: 'Aging', exact: true }));
  await until(async () => (await activeSheet()) === 'Aging');
});

it('shows a customer: bridge, aging, likelihood, class; and copies the summary', async () => {
  const { pane } = opened;
  await steps.openCustomer(GRANITE);
  expect(await pane.getByRole('figure').getAttribute('aria-label')).toContain('USD\u00a01,411,045.81');
  for (const code of ['pane.customer.class', 'pane.customer.likelihood', 'pane.customer.last-reconciled']) await pane.getByText(steps.say(code), { exact: true }).waitFor();
  await pressOn(opened.page, steps.button('pane.customer.copy'));
  await pane.getByText(steps.say('pane.said.copied')).waitFor({ state: 'attached' });
});

it('writes the statement by keyboard, and shows it', async () => {
  await pressOn(opened.page, steps.button('pane.customer.statement'));
  await until(async () => (await activeSheet()).includes('Granite'), RUN_MILLISECONDS);
  expect((await dump(opened.page)).filter((sheet) => sheet.name.includes('Granite'))).toHaveLength(1);
});

it('filters the plan, and shows what would be under other weights without keeping it', async () => {
  const { page, pane } = opened;
  await pressOn(page, pane.getByRole('navigation').getByRole('button', { name: steps.say('pane.tab.plan') }));
  const rows = pane.locator('ol > li');
  await rows.first().waitFor();
  const all = await rows.count();
  await pressOn(page, steps.fold(steps.say('pane.plan.filters')));
  const rep = pane.getByRole('combobox', { name: steps.say('pane.plan.filter.rep'), exact: true });
  await tabTo(page, rep);
  await page.keyboard.type('Maria');
  await until(async () => (await rep.inputValue()) === 'Maria');
  expect(await rows.count()).toBeLessThan(all);
  await pressOn(page, pane.getByRole('button', { name: steps.say('pane.plan.clear') }));
  expect(await rows.count()).toBe(all);
  await pane.getByRole('combobox', { name: steps.say('pane.plan.filter.class'), exact: true }).selectOption('collectible');
  expect(await rows.count()).toBe(1);
  await pane.getByRole('button', { name: steps.say('pane.plan.clear') }).click();
  const before = await dump(page);
  await steps.fold(steps.say('pane.plan.what-if')).click();
  const slider = pane.getByRole('slider').first();
  const was = await slider.inputValue();
  await tabTo(page, slider);
  await page.keyboard.press('Home');
  await pane.getByText(steps.say('pane.plan.what-if-active')).waitFor();
  await pane.getByRole('button', { name: steps.say('pane.plan.what-if-reset') }).click();
  await until(async () => (await slider.inputValue()) === was);
  expect(await dump(page)).toEqual(before);
});

it('obeys the ribbon: statement of the selected row’s customer, next suggestion, and the pane again', async () => {
  const { page, pane } = opened;
  await selectRow(page, 'Stmt C002', 8);
  await steps.open('review');
  await pane.getByText(steps.say('pane.selection.title.one')).waitFor();
  await steps.ribbon('Statement');
  await until(async () => (await activeSheet()).includes('Beacon'), RUN_MILLISECONDS);
  await steps.ribbon('NextSuggestion');
  await pane.getByRole('navigation').getByRole('button', { name: steps.say('pane.tab.review') }).and(pane.locator('[aria-current]')).waitFor();
  await page.getByRole('complementary').getByRole('button').first().click();
  await pane.locator('body').waitFor({ state: 'hidden' });
  await steps.ribbon('OpenPane');
  await pane.locator('body').waitFor({ state: 'visible' });
});

it('says that it is out of date once a ledger changes, and runs again', async () => {
  const { page, pane } = opened;
  await steps.open('results');
  await typeInto(page, 'AR Ledger', 5, 9, '5656.50');
  await pane.getByText(steps.say('pane.out-of-date', { sheets: 'AR Ledger' })).waitFor();
  await pressOn(page, steps.button('pane.out-of-date.run'));
  await pane.getByText('11,094,227.09').first().waitFor({ timeout: RUN_MILLISECONDS });
  await pane.getByText(steps.say('pane.out-of-date', { sheets: 'AR Ledger' })).waitFor({ state: 'detached' });
  expect(opened.problems).toEqual([]);
});

it('opens the statement as a workbook of its own', async () => {
  const { page } = opened;
  await steps.openCustomer(GRANITE);
  await steps.button('pane.customer.statement-new').click();
  await page.getByText('Book2.xlsx').waitFor();
  await paneOf(page);
  const sheets = await dump(page);
  expect(sheets).toHaveLength(1);
  expect(JSON.stringify(sheets[0].rows)).toContain(GRANITE);
});

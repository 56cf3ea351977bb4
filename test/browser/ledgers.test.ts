/** First run, the sample, and putting right how the ledgers were read: by mouse and by keyboard alone. */
import type { Browser } from 'playwright-core';
import { launch, openPage, paneOf, type OpenedPage } from './support/browser';
import { reviewWorkbook, LAKESIDE, LAKESIDE_SHEET, NORTHWIND, OUR_SHEET } from './fixtures/review-workbook';
import { dump, PaneWalk, pressOn, selected, tabTo, until } from './support/walk';

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser?.close());

jest.setTimeout(90_000);

describe('the first run', () => {
  it('says what it will do and that nothing leaves, and opens a sample without touching the workbook', async () => {
    const { page, pane, problems } = await openPage(browser, { workbook: await reviewWorkbook() });
    const steps = new PaneWalk(page, pane);
    for (const code of ['pane.first.find.text', 'pane.first.match.text', 'pane.first.write.text', 'pane.first.private.text']) await pane.getByText(steps.say(code)).waitFor();
    const before = await dump(page);
    expect(before.map((sheet) => sheet.name)).toEqual([OUR_SHEET, 'Northwind', LAKESIDE_SHEET]);
    await pressOn(page, steps.button('pane.first.sample.open'));
    await page.getByRole('tab', { name: 'Stmt C001' }).waitFor();
    const fresh = new PaneWalk(page, await paneOf(page));
    await fresh.heading('pane.first.title').waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe('the ledgers', () => {
  let opened: OpenedPage;
  let steps: PaneWalk;
  beforeAll(async () => {
    opened = await openPage(browser, { workbook: await reviewWorkbook() });
    steps = new PaneWalk(opened.page, opened.pane);
    await steps.findLedgers();
  });
  afterAll(() => opened.page.context().close());

  const sheetItem = (name: string) => opened.pane.locator('li', { has: opened.pane.locator('summary', { hasText: name }) }).last();

  it('are shown with their role, customer and confidence, and five lines as read', async () => {
    const item = sheetItem(LAKESIDE_SHEET);
    expect(await item.locator('summary').first().innerText()).toMatch(new RegExp(`${LAKESIDE}`));
    await item.locator('summary').first().click();
    expect(await item.locator('tbody tr').count()).toBe(5);
    expect(await item.locator('tbody tr').first().innerText()).toContain('2026-01-30');
  });

  it('take another customer, and forget it again', async () => {
    const item = sheetItem(LAKESIDE_SHEET);
    const customer = item.locator('input[list]');
    await customer.fill(NORTHWIND);
    await customer.press('Enter');
    await item.locator('tbody tr', { hasText: NORTHWIND }).first().waitFor();
    await item.getByRole('button', { name: steps.say('pane.ledgers.forget') }).click();
    await item.locator('tbody tr', { hasText: LAKESIDE }).first().waitFor();
  });

  it('take another column, header row and role in place', async () => {
    const item = sheetItem(LAKESIDE_SHEET);
    await item.locator('summary', { hasText: steps.say('pane.columns.title') }).click();
    const debit = item.getByLabel(steps.say('pane.field.debit'), { exact: true });
    expect(await debit.inputValue()).toBe('D');
    await debit.selectOption('');
    await until(async () => (await debit.inputValue()) === '');
    const headerRow = item.getByLabel(steps.say('pane.ledgers.header-row'));
    expect(await headerRow.inputValue()).toBe('2');
    await headerRow.fill('1');
    await headerRow.press('Enter');
    // The title takes the headings' place in the lists of columns.
    await item.locator('option', { hasText: `A · ${LAKESIDE}` }).first().waitFor({ state: 'attached' });
    await item.getByRole('button', { name: steps.say('pane.ledgers.forget') }).click();
    await until(async () => (await headerRow.inputValue()) === '2' && (await debit.inputValue()) === 'D');
    await item.locator('tbody tr', { hasText: '2026-01-30' }).first().waitFor();
    await item.getByLabel(steps.say('pane.ledgers.role')).selectOption('ignore');
    await opened.pane.locator('summary', { hasText: steps.say('pane.ledgers.ignored', { count: 1 }) }).waitFor();
  });

  it('are put right by keyboard alone', async () => {
    const { page } = opened;
    const item = sheetItem('Northwind');
    const role = item.getByLabel(steps.say('pane.ledgers.role'));
    await pressOn(page, item.locator('summary').first());
    await tabTo(page, role);
    // A list takes the choice that begins with what is typed.
    await page.keyboard.type('Our');
    await until(async () => (await role.inputValue()) === 'our-ledger');
    await item.getByText(steps.say('pane.ledgers.corrected')).waitFor();
    await pressOn(page, item.getByRole('button', { name: steps.say('pane.ledgers.forget') }));
    await until(async () => (await role.inputValue()) === 'customer-ledger');
    const customer = item.locator('input[list]');
    await tabTo(page, customer);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(LAKESIDE);
    await page.keyboard.press('Enter');
    await item.locator('tbody tr', { hasText: LAKESIDE }).first().waitFor();
    await pressOn(page, item.getByRole('button', { name: steps.say('pane.ledgers.forget') }));
    await item.locator('tbody tr', { hasText: NORTHWIND }).first().waitFor();
  });

  it('lead from a problem to its cell, and run by keyboard alone', async () => {
    const { page, pane, problems } = await openPage(browser);
    const walk = new PaneWalk(page, pane);
    await walk.button('pane.first.find').focus();
    await page.keyboard.press('Enter');
    await walk.heading('pane.ledgers.title').waitFor();
    await page.getByRole('tab', { name: 'Terms' }).click();
    await walk.heading('pane.ledgers.title').focus();
    await pressOn(page, pane.getByRole('listitem').getByRole('button', { name: 'AR Ledger' }).first());
    await until(async () => (await selected(page)).sheet === 'AR Ledger');
    const summary = pane.locator('summary', { hasText: 'Stmt C002' }).first();
    await walk.heading('pane.ledgers.title').focus();
    await pressOn(page, summary);
    expect(await summary.evaluate((element) => (element.parentElement as HTMLDetailsElement).open)).toBe(true);
    await tabTo(page, walk.button('pane.ledgers.run'));
    await page.keyboard.press('Enter');
    await walk.heading('pane.results.title').waitFor({ timeout: 60_000 });
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

/** First run, the sample, and putting right how the ledgers were read: by mouse alone, and by keyboard alone. */
import type { Browser } from 'playwright-core';
import { launch, openPage, paneOf, type OpenedPage } from './support/browser';
import { reviewWorkbook, LAKESIDE, LAKESIDE_SHEET, NORTHWIND, OUR_SHEET } from './fixtures/review-workbook';
import { dump, HANDS, PaneWalk, selected, sheetNamed, until, type Hand } from './support/walk';

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser?.close());

jest.setTimeout(90_000);

describe.each(HANDS)('the first run, by %s', (hand) => {
  let opened: OpenedPage;
  let steps: PaneWalk;
  beforeAll(async () => ({ opened, steps } = await openAs(hand)));
  afterAll(() => closed(opened));

  it('says what it will do, and that nothing leaves the workbook', async () => {
    for (const code of ['pane.first.find.text', 'pane.first.match.text', 'pane.first.write.text', 'pane.first.private.title', 'pane.first.private.text']) await opened.pane.getByText(steps.say(code), { exact: true }).waitFor();
  });

  it('checks this Excel when asked, on a sheet of its own', async () => {
    const before = await dump(opened.page);
    await steps.press(steps.button('pane.self-check'));
    await until(async () => (await selected(opened.page)).sheet === 'Self-check');
    const after = await dump(opened.page);
    expect(after.filter(({ name }) => name !== 'Self-check')).toEqual(before);
    const report = sheetNamed(after, 'Self-check').rows.map((row) => row.join(' ')).join('\n');
    expect(report).toMatch(/(\d+) of \1 checks passed/);
    expect(report).toContain(steps.say('self-check.users-sheets'));
  });

  it('opens a sample without touching the workbook', async () => {
    const { page } = opened;
    expect((await dump(page)).map((sheet) => sheet.name)).toEqual([OUR_SHEET, 'Northwind', LAKESIDE_SHEET, 'Self-check']);
    await steps.press(steps.button('pane.first.sample.open'));
    await page.getByRole('tab', { name: 'Stmt C001' }).waitFor();
    steps = new PaneWalk(page, await paneOf(page), 'en', hand);
    await steps.heading('pane.first.title').waitFor();
  });

  it('finds its ledgers, and leads from a problem to its cell', async () => {
    const { page } = opened;
    await steps.findLedgers();
    await page.getByRole('tab', { name: 'Terms' }).click();
    const problem = steps.pane.getByRole('listitem').filter({ hasText: steps.say('pane.severity.warning') }).getByRole('button').first();
    const [sheet, cell] = (await problem.innerText()).split('!');
    await steps.press(problem);
    await until(async () => (await selected(page)).sheet === sheet);
    expect((await selected(page)).rows).toEqual([Number(/\d+/.exec(cell ?? 'A1'))]);
  });
});

describe.each(HANDS)('the ledgers, by %s', (hand) => {
  let opened: OpenedPage;
  let steps: PaneWalk;
  beforeAll(async () => {
    ({ opened, steps } = await openAs(hand));
    await steps.findLedgers();
  });
  afterAll(() => closed(opened));

  const itemOf = (name: string) => opened.pane.locator('li', { has: opened.pane.locator('summary', { hasText: name }) }).last();
  const firstLineOf = (customer: string) => itemOf(LAKESIDE_SHEET).locator('tbody tr', { hasText: customer }).first();
  const forget = () => steps.press(itemOf(LAKESIDE_SHEET).getByRole('button', { name: steps.say('pane.ledgers.forget') }));

  it('are shown with their role, customer and confidence, and five lines as read', async () => {
    const item = itemOf(LAKESIDE_SHEET);
    expect(await item.locator('summary').first().innerText()).toMatch(new RegExp(`${steps.say('pane.role.customer-ledger')}\\s+\\d+% sure\\s+${LAKESIDE}`));
    await steps.press(item.locator('summary').first());
    await item.locator('tbody').waitFor();
    expect(await item.locator('tbody tr').count()).toBe(5);
    expect(await item.locator('tbody tr').first().innerText()).toMatch(/2026-01-30[\s\S]*B-31[\s\S]*2,208\.80/);
  });

  it('take another customer, and forget it again', async () => {
    await steps.enter(itemOf(LAKESIDE_SHEET).locator('input[list]'), NORTHWIND);
    await firstLineOf(NORTHWIND).waitFor();
    await itemOf(LAKESIDE_SHEET).getByText(steps.say('pane.ledgers.corrected')).waitFor();
    await forget();
    await firstLineOf(LAKESIDE).waitFor();
  });

  it('take another column and another header row, and show at once what comes of it', async () => {
    const item = itemOf(LAKESIDE_SHEET);
    await steps.press(item.locator('summary', { hasText: steps.say('pane.columns.title') }));
    const debit = item.getByLabel(steps.say('pane.field.debit'), { exact: true });
    expect(await debit.inputValue()).toBe('D');
    const deduction = item.locator('tbody tr', { hasText: 'B-47' });
    expect(await deduction.innerText()).toContain('333.33');
    await steps.choose(debit, steps.say('pane.columns.none'));
    await until(async () => (await debit.inputValue()) === '' && !(await item.locator('tbody').innerText()).includes('333.33'));
    const headerRow = item.getByLabel(steps.say('pane.ledgers.header-row'));
    expect(await headerRow.inputValue()).toBe('2');
    await steps.enter(headerRow, '1');
    // The title takes the headings' place in the lists of columns.
    await item.locator('option', { hasText: `A · ${LAKESIDE}` }).first().waitFor({ state: 'attached' });
    await forget();
    await until(async () => (await headerRow.inputValue()) === '2' && (await debit.inputValue()) === 'D');
    await deduction.waitFor();
  });

  it('take another role', async () => {
    const role = itemOf(LAKESIDE_SHEET).getByLabel(steps.say('pane.ledgers.role'));
    await steps.choose(role, steps.say('pane.role.our-ledger'));
    await itemOf(LAKESIDE_SHEET).getByText(steps.say('pane.ledgers.corrected')).waitFor();
    await forget();
    await until(async () => (await role.inputValue()) === 'customer-ledger');
    await steps.choose(role, steps.say('pane.role.ignore'));
    await opened.pane.locator('summary', { hasText: steps.say('pane.ledgers.ignored', { count: 1 }) }).waitFor();
  });

  it('are reconciled as they were put right', async () => {
    await steps.run();
    await steps.open('customers');
    await opened.pane.getByRole('listitem').filter({ hasText: LAKESIDE }).getByText(steps.say('pane.customers.no-ledger')).waitFor();
  });
});

async function openAs(hand: Hand): Promise<{ opened: OpenedPage; steps: PaneWalk }> {
  const opened = await openPage(browser, { workbook: await reviewWorkbook() });
  return { opened, steps: new PaneWalk(opened.page, opened.pane, 'en', hand) };
}

async function closed({ page, problems }: OpenedPage): Promise<void> {
  expect(problems).toEqual([]);
  await page.context().close();
}

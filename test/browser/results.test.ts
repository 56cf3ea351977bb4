/** What is done with a result, by mouse alone and by keyboard alone: customers and statements, the plan and its what-if, the ribbon, and a ledger that changes. */
import type { Browser, Locator } from 'playwright-core';
import { launch, openPage, paneOf, type OpenedPage } from './support/browser';
import { dump, HANDS, PaneWalk, RUN_MILLISECONDS, selectRow, sheetNamed, tabTo, typeInto, until, type Hand } from './support/walk';

const GRANITE = 'Granite Trading Ltd';

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser?.close());

jest.setTimeout(90_000);

describe.each(HANDS)('by %s', (hand: Hand) => {
  let opened: OpenedPage;
  let steps: PaneWalk;
  beforeAll(async () => {
    opened = await openPage(browser);
    steps = new PaneWalk(opened.page, opened.pane, 'en', hand);
    await steps.wholeJob();
  });
  afterAll(() => opened.page.context().close());

  const activeSheet = () => opened.page.evaluate(() => window.excel!.activeSheet.name);
  const planRows = () => opened.pane.locator('ol > li');
  const filter = (name: string) => opened.pane.getByRole('combobox', { name: steps.say(`pane.plan.filter.${name}`), exact: true });
  const clipboard = () => opened.page.evaluate(() => navigator.clipboard.readText());
  /** The first of a slider's places. */
  const toItsStart = async (slider: Locator) => {
    if (hand === 'mouse') return slider.click({ position: { x: 1, y: 10 } });
    await tabTo(opened.page, slider);
    await opened.page.keyboard.press('Home');
  };

  it('shows the figures, the four classes, the weeks of cash and the way to every sheet', async () => {
    const { pane } = opened;
    const shown = await pane.locator('main').innerText();
    expect(shown).toMatch(/USD11,093,227\.09/);
    for (const [heading, figure] of [['pane.results.difference', /Ours less theirs\s+USD[\d,.]+/], ['pane.results.classes', /Collectible\s+\d+%\s+USD[\d,.]+/], ['pane.results.cash', /\d\d-\d\d\s+USD[\d,.]+/], ['pane.results.key-figures', /Days sales outstanding\s+\d+\.\d days/]] as const) {
      await pane.getByRole('heading', { name: steps.say(heading) }).waitFor();
      expect(shown).toMatch(figure);
    }
    expect(await pane.getByRole('img').count()).toBeGreaterThan(3);
    const links = await pane.getByRole('heading', { name: steps.say('pane.results.sheets') }).locator('..').getByRole('button').allInnerTexts();
    expect((await dump(opened.page)).map(({ name }) => name)).toEqual(expect.arrayContaining(links));
    expect(links.length).toBeGreaterThan(9);
    await steps.press(pane.getByRole('button', { name: 'Aging', exact: true }));
    await until(async () => (await activeSheet()) === 'Aging');
  });

  it('shows a customer: bridge, aging, likelihood, class; and copies the summary', async () => {
    const { pane } = opened;
    await steps.openCustomer(GRANITE);
    expect(await pane.getByRole('figure').getAttribute('aria-label')).toMatch(/^From our balance of USD\u00a01,411,045\.81 to theirs of USD\u00a01,376,829\.81: .+/);
    expect(await pane.getByRole('img', { name: steps.say('pane.customer.aging') }).getAttribute('aria-label')).toMatch(/Not due USD\u00a0[\d,.]+, .*1–30 USD/);
    const facts = await pane.locator('dl').innerText();
    for (const fact of [/Class\s+(Not due|Collectible|Doubtful|Bad)/, /Likelihood within 30 days\s+\d+%/, /Last reconciled\s+(20\d\d-|never)/]) expect(facts).toMatch(fact);
    await steps.press(steps.button('pane.customer.copy'));
    await pane.getByText(steps.say('pane.said.copied')).waitFor({ state: 'attached' });
    const summary = pane.getByRole('heading', { name: steps.say('pane.customer.summary') }).locator('..').locator('p');
    expect(await clipboard()).toBe(await summary.innerText());
  });

  it('writes the statement, shows it, and opens it again from elsewhere', async () => {
    await steps.choose(opened.pane.getByLabel(steps.say('pane.customer.form')), steps.say('pane.customer.form.activity'));
    await steps.press(steps.button('pane.customer.statement'));
    await until(async () => (await activeSheet()).includes('Granite'), RUN_MILLISECONDS);
    const statement = await activeSheet();
    expect((await dump(opened.page)).filter((sheet) => sheet.name.includes('Granite'))).toHaveLength(1);
    await opened.page.getByRole('tab', { name: 'Terms' }).click();
    await steps.press(opened.pane.getByRole('button', { name: steps.say('pane.customer.statement-open', { sheet: statement }) }));
    await until(async () => (await activeSheet()) === statement);
  });

  it('filters the plan, and opens a customer from it', async () => {
    const { pane } = opened;
    await steps.open('plan');
    await planRows().first().waitFor();
    const all = await planRows().count();
    await steps.press(steps.fold(steps.say('pane.plan.filters')));
    await filter('rep').waitFor();
    // The sample tells no regions, so that there is none to filter by.
    expect(await filter('region').count()).toBe(0);
    for (const name of ['rep', 'class', 'action', 'week']) {
      const choices = await filter(name).locator('option').allInnerTexts();
      expect([name, choices.length]).not.toEqual([name, 1]);
      await steps.choose(filter(name), choices[1]);
      await steps.fold(steps.say('pane.plan.filters-active', { count: 1 })).waitFor();
      expect([name, (await planRows().count()) < all || choices.length === 2]).toEqual([name, true]);
      await steps.press(steps.button('pane.plan.clear'));
      expect(await planRows().count()).toBe(all);
    }
    await steps.press(planRows().first().locator('summary'));
    await planRows().first().getByText(/^[+−]\d+\.\d$/).first().waitFor();
    expect(await planRows().first().innerText()).toMatch(/\d+\.\d points[\s\S]*[+−]\d+\.\d/);
    const name = (await planRows().first().getByRole('button').innerText()).split('\n')[1];
    await steps.press(planRows().first().getByRole('button'));
    await pane.getByRole('heading', { level: 1, name }).waitFor();
  });

  it('shows what would be under other weights without keeping it', async () => {
    const { page, pane } = opened;
    await steps.open('plan');
    await planRows().first().waitFor();
    const before = await dump(page);
    await steps.press(steps.fold(steps.say('pane.plan.what-if')));
    const slider = pane.getByRole('slider').first();
    const was = await slider.inputValue();
    await toItsStart(slider);
    await pane.getByText(steps.say('pane.plan.what-if-active')).waitFor();
    await pane.getByText(/^(With these weights|The order changes)/).waitFor();
    await steps.press(steps.button('pane.plan.what-if-reset'));
    await until(async () => (await slider.inputValue()) === was);
    expect(await dump(page)).toEqual(before);
    await steps.press(steps.button('pane.plan.open-sheet'));
    await until(async () => (await activeSheet()) === 'Collection plan');
  });

  it('obeys the ribbon: statement of the selected row’s customer, next suggestion, and the pane again', async () => {
    const { page, pane } = opened;
    await selectRow(page, 'Stmt C002', 8);
    await steps.open('review');
    await pane.getByText(steps.say('pane.selection.title.one')).waitFor();
    await steps.ribbon('Statement');
    await until(async () => (await activeSheet()).includes('Beacon'), RUN_MILLISECONDS);
    await steps.ribbon('NextSuggestion');
    await steps.tab('review').and(pane.locator('[aria-current]')).waitFor();
    await page.getByRole('complementary').getByRole('button').first().click();
    await pane.locator('body').waitFor({ state: 'hidden' });
    // What a command does is to be seen.
    await steps.ribbon('NextSuggestion');
    await pane.locator('body').waitFor({ state: 'visible' });
    await page.getByRole('complementary').getByRole('button').first().click();
    await pane.locator('body').waitFor({ state: 'hidden' });
    await steps.ribbon('OpenPane');
    await pane.locator('body').waitFor({ state: 'visible' });
  });

  it('says of a refusal what happened above the view, and goes on', async () => {
    const { page, pane } = opened;
    await steps.openCustomer(GRANITE);
    await page.evaluate(() => void (window.excel!.workbook.isProtected = true));
    await steps.press(steps.button('pane.customer.statement'));
    await pane.getByText(steps.say('pane.problem.workbook-protected')).waitFor({ timeout: RUN_MILLISECONDS });
    await steps.press(steps.button('pane.problem.copy-details'));
    await until(async () => (await clipboard()).includes('workbook-protected'));
    await steps.press(steps.button('pane.close'));
    await pane.getByText(steps.say('pane.problem.workbook-protected')).waitFor({ state: 'detached' });
    await page.evaluate(() => void (window.excel!.workbook.isProtected = false));
  });

  it.each<[string, string, string, () => Promise<void>]>([
    ['the ribbon', '5657.50', '11,094,228.09', () => steps.ribbon('RunAgain')],
    ['its notice', '5656.50', '11,094,227.09', () => steps.press(steps.button('pane.out-of-date.run'))],
  ])('says that it is out of date once a ledger changes, and runs again from %s', async (_, typed, owed, runAgain) => {
    const { page, pane } = opened;
    await steps.open('results');
    await typeInto(page, 'AR Ledger', 5, 9, typed);
    await pane.getByText(steps.say('pane.out-of-date', { sheets: 'AR Ledger', count: 1 })).waitFor();
    await runAgain();
    await pane.getByText(owed).first().waitFor({ timeout: RUN_MILLISECONDS });
    await pane.getByText(steps.say('pane.out-of-date', { sheets: 'AR Ledger', count: 1 })).waitFor({ state: 'detached' });
  });

  it('has nothing to collect as of a day before all, says so, and comes back', async () => {
    const { page, pane } = opened;
    const latest = await asOf('2020-01-01');
    await pane.getByText('USD0.00').first().waitFor();
    await steps.press(steps.button('pane.results.plan'));
    await pane.getByText(steps.say('pane.plan.empty')).waitFor();
    expect(await planRows().count()).toBe(0);
    await asOf(latest);
    await pane.getByText('11,094,227.09').first().waitFor();
    expect(sheetNamed(await dump(page), 'Collection plan').rows.length).toBeGreaterThan(8);
    expect(opened.problems).toEqual([]);
  });

  /** Runs as of another day; answers which was set. */
  async function asOf(day: string): Promise<string> {
    await steps.open('ledgers');
    const field = opened.pane.getByLabel(steps.say('pane.ledgers.as-of'));
    const was = await field.inputValue();
    if (hand === 'mouse') await field.fill(day);
    else {
      await tabTo(opened.page, field);
      // A field of a day takes its parts one after another, as the page's language orders them.
      const [year, month, ofMonth] = day.split('-');
      await opened.page.keyboard.type(`${month}${ofMonth}${year}`);
    }
    expect(await field.inputValue()).toBe(day);
    await steps.press(steps.button('pane.ledgers.run-again'));
    await steps.heading('pane.results.title').waitFor({ timeout: RUN_MILLISECONDS });
    return was;
  }

  it('opens the statement as a workbook of its own', async () => {
    const { page } = opened;
    await steps.openCustomer(GRANITE);
    await steps.press(steps.button('pane.customer.statement-new'));
    await page.getByText('Book2.xlsx').waitFor();
    await paneOf(page);
    const sheets = await dump(page);
    expect(sheets).toHaveLength(1);
    expect(JSON.stringify(sheets[0].rows)).toContain(GRANITE);
  });
});

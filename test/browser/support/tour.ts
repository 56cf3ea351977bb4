/** The way past every view and state of the pane, each shown once to whoever comes along: axe, or the camera. */
import { PaneWalk, RUN_MILLISECONDS, selectRow, typeInto } from './walk';

/** Called at each stop; the pane stands still meanwhile. */
export type Look = (view: string) => Promise<void>;

/** From the first screen to a result that is in the workbook, past everything that can come between. */
export async function tourOfJob(steps: PaneWalk, look: Look): Promise<void> {
  const { page, pane } = steps;
  await look('first run');
  await whileEditing(steps, async () => {
    await steps.button('pane.first.find').click();
    await steps.heading('pane.working.reading').waitFor();
    await look('reading');
  });
  await steps.heading('pane.ledgers.title').waitFor({ timeout: RUN_MILLISECONDS });
  await look('ledgers');
  const summary = pane.locator('li > details > summary').nth(1);
  await summary.click();
  await pane.locator('li > details[open]').locator('summary', { hasText: steps.say('pane.columns.title') }).click();
  await look('ledger correction');
  await summary.click();
  await whileEditing(steps, async () => {
    await steps.button('pane.ledgers.run').click();
    await pane.getByText(steps.say('pane.working.cell-edit')).first().waitFor({ timeout: RUN_MILLISECONDS });
    await look('running');
    await page.evaluate(() => void (window.excel!.workbook.isProtected = true));
  });
  await steps.heading('pane.problem.workbook-protected').waitFor({ timeout: RUN_MILLISECONDS });
  await steps.fold(steps.say('pane.problem.details')).click();
  await look('failed');
  await page.evaluate(() => void (window.excel!.workbook.isProtected = false));
  await steps.button('pane.problem.back').click();
  await steps.heading('pane.results.title').waitFor();
  await look('results not written');
  await steps.button('pane.results.write').click();
  await pane.getByRole('heading', { name: steps.say('pane.results.sheets') }).waitFor({ timeout: RUN_MILLISECONDS });
}

/** Past the views of a result. */
export async function tourOfResult(steps: PaneWalk, look: Look): Promise<void> {
  const { page, pane } = steps;
  await steps.open('results');
  await look('results');
  await steps.open('customers');
  await look('customers');
  await pane.getByRole('searchbox').fill('§');
  await pane.getByText(steps.say('pane.customers.none')).waitFor();
  await look('customers, none found');
  await pane.getByRole('searchbox').fill('');
  await pane.getByRole('main').getByRole('listitem').first().getByRole('button').click();
  await steps.button('pane.customer.statement').waitFor();
  await look('customer');
  await steps.button('pane.customer.statement').click();
  await pane.getByText(steps.say('pane.said.statement')).waitFor({ state: 'attached', timeout: RUN_MILLISECONDS });
  await steps.open('plan');
  await pane.locator('ol > li').first().waitFor();
  await look('plan');
  await steps.fold(steps.say('pane.plan.filters')).click();
  await pane.locator('ol details > summary').first().click();
  await look('plan, filters');
  await steps.fold(steps.say('pane.plan.filters')).click();
  await steps.fold(steps.say('pane.plan.what-if')).click();
  await pane.getByRole('slider').first().focus();
  await page.keyboard.press('Home');
  await pane.getByText(steps.say('pane.plan.what-if-active')).waitFor();
  await look('what-if');
  await steps.button('pane.plan.what-if-reset').click();
  await page.evaluate(() => void (window.excel!.activeSheet.visibility = 'Visible'));
}

/** Past a refusal that stops nothing, and a ledger that changes afterwards. */
export async function tourOfNotices(steps: PaneWalk, look: Look, sheet: string): Promise<void> {
  const { page, pane } = steps;
  await steps.open('customers');
  await pane.getByRole('main').getByRole('listitem').nth(1).getByRole('button').click();
  await page.evaluate(() => void (window.excel!.workbook.isProtected = true));
  await steps.button('pane.customer.statement').click();
  await pane.getByText(steps.say('pane.problem.workbook-protected')).waitFor({ timeout: RUN_MILLISECONDS });
  await look('notice');
  await page.evaluate(() => void (window.excel!.workbook.isProtected = false));
  await steps.open('results');
  await typeInto(page, sheet, 4, 5, '1.00');
  await pane.getByText(steps.say('pane.out-of-date', { sheets: sheet })).waitFor();
  await look('out of date');
}

/** Past the review's panels; for a workbook that has something to decide. */
export async function tourOfReview(steps: PaneWalk, look: Look, sheet: string): Promise<void> {
  const { page, pane } = steps;
  await steps.open('review');
  await steps.heading('pane.review.title').waitFor();
  await look('review');
  await steps.fold(steps.say('pane.bulk.title')).click();
  await steps.heading('pane.review.title').focus();
  await page.keyboard.press('a');
  await steps.button('pane.review.undo').waitFor();
  await look('review, bulk');
  await page.keyboard.press('u');
  await selectRow(page, sheet, 3);
  await pane.getByText(steps.say('pane.selection.title.one')).waitFor();
  await look('review, selection');
  await pane.getByLabel(steps.say('pane.review.show')).selectOption('unexplained');
  await steps.button('pane.hand.start').click();
  await look('review, by hand');
  await pane.getByRole('button', { name: /Remove|移除/ }).first().click();
  await pane.getByLabel(steps.say('pane.review.show')).selectOption('confirmed');
  await steps.heading('pane.review.title-confirmed').waitFor();
  await look('review, confirmed');
}

/** Nothing answers while a cell is edited, so that the view of a job stands still. */
async function whileEditing({ page }: PaneWalk, deed: () => Promise<void>): Promise<void> {
  await page.evaluate(() => window.excel!.beginCellEdit());
  await deed();
  await page.evaluate(() => window.excel!.endCellEdit());
}

/** The way past every view and state of the pane, each shown once to whoever comes along: axe, or the camera. */
import { PaneWalk, RUN_MILLISECONDS, selectRow, typeInto } from './walk';

/** Called at each stop; the pane stands still meanwhile. */
export type Look = (view: string) => Promise<void>;

/** `ourSheet` is the sheet of our ledger; the workbook must have something to decide. */
export async function tourOfEverything(steps: PaneWalk, ourSheet: string, look: Look): Promise<void> {
  await tourOfJob(steps, look);
  await tourOfResult(steps, look);
  await tourOfReview(steps, ourSheet, look);
  await tourOfNotices(steps, ourSheet, look);
  await tourOfNothing(steps, look);
}

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
  await tourOfCorrection(steps, look);
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

/** A customer's ledger opened, and our ledger said to be none: nothing can be run then. */
async function tourOfCorrection(steps: PaneWalk, look: Look): Promise<void> {
  const { pane } = steps;
  const open = pane.locator('li > details[open]');
  await pane.locator('li > details > summary').nth(1).click();
  await open.locator('summary', { hasText: steps.say('pane.columns.title') }).click();
  await look('ledger correction');
  await open.locator('summary').first().click();
  await pane.locator('li > details > summary').first().click();
  await open.getByLabel(steps.say('pane.ledgers.role')).selectOption('ignore');
  await steps.heading('pane.ledgers.title-broken').waitFor();
  await steps.fold(steps.say('pane.ledgers.ignored', { count: 1 })).click();
  await pane.locator('h1').scrollIntoViewIfNeeded();
  await look('ledgers that cannot be read');
  const ignored = pane.locator('details[open] > ul > li');
  await ignored.locator('summary').first().click();
  await ignored.getByRole('button', { name: steps.say('pane.ledgers.forget') }).click();
  await steps.heading('pane.ledgers.title').waitFor();
}

/** Past the views of a result. */
export async function tourOfResult(steps: PaneWalk, look: Look): Promise<void> {
  const { page, pane } = steps;
  await steps.open('results');
  await look('results');
  await steps.open('review');
  await pane.getByLabel(steps.say('pane.review.show')).waitFor();
  await look('review');
  await steps.open('customers');
  await look('customers');
  await pane.getByRole('searchbox').fill('§');
  await pane.getByText(steps.say('pane.customers.none')).waitFor();
  await look('customers, none found');
  await pane.getByRole('searchbox').fill('');
  await pane.getByRole('main').getByRole('listitem').first().getByRole('button').click();
  await steps.button('pane.customer.statement').waitFor();
  await steps.fold(steps.say('pane.customer.items', { count: 0 }).replace(/\s?[（(].*/, '')).click();
  await pane.locator('h1').scrollIntoViewIfNeeded();
  await look('customer');
  await steps.open('plan');
  await pane.locator('ol > li').first().waitFor();
  await steps.fold(steps.say('pane.plan.filters')).click();
  await pane.locator('ol details > summary').first().click();
  await look('plan');
  await steps.fold(steps.say('pane.plan.filters')).click();
  await steps.fold(steps.say('pane.plan.what-if')).click();
  await pane.getByRole('slider').first().focus();
  await page.keyboard.press('Home');
  await pane.getByText(steps.say('pane.plan.what-if-active')).waitFor();
  await look('what-if');
  await steps.button('pane.plan.what-if-reset').click();
}

/** Past the review's panels. */
export async function tourOfReview(steps: PaneWalk, ourSheet: string, look: Look): Promise<void> {
  const { page, pane } = steps;
  await steps.open('review');
  await steps.heading('pane.review.title').waitFor();
  await steps.fold(steps.say('pane.bulk.title')).click();
  await steps.button('pane.review.accept').click();
  await steps.button('pane.review.undo').waitFor();
  await look('review, accepting several');
  await steps.button('pane.review.undo').click();
  await selectRow(page, ourSheet, 3);
  await pane.getByText(steps.say('pane.selection.title.one')).waitFor();
  await look('review, where a row went');
  await pane.getByLabel(steps.say('pane.review.show')).selectOption('unexplained');
  await steps.button('pane.hand.start').click();
  await look('review, matching by hand');
  await pane.locator('details', { hasText: steps.say('pane.hand.lead') }).locator('button[aria-label]').last().click();
  await pane.getByLabel(steps.say('pane.review.show')).selectOption('confirmed');
  await steps.heading('pane.review.title-confirmed').waitFor();
  await look('review, confirmed');
}

/** Past a refusal that stops nothing, and a ledger that changes afterwards. */
export async function tourOfNotices(steps: PaneWalk, ourSheet: string, look: Look): Promise<void> {
  const { page, pane } = steps;
  await steps.open('customers');
  await pane.getByRole('main').getByRole('listitem').nth(1).getByRole('button').click();
  await page.evaluate(() => void (window.excel!.workbook.isProtected = true));
  await steps.button('pane.customer.statement').click();
  await pane.getByText(steps.say('pane.problem.workbook-protected')).waitFor({ timeout: RUN_MILLISECONDS });
  await look('notice');
  await page.evaluate(() => void (window.excel!.workbook.isProtected = false));
  await steps.open('results');
  // A note beside a line, so that the ledger can still be run.
  await typeInto(page, ourSheet, 4, 15, 'called');
  await pane.getByText(steps.say('pane.out-of-date', { sheets: ourSheet, count: 1 })).waitFor();
  await look('out of date');
}

/** As of a day before all: nothing is owed, nothing is to be decided, and there is nobody to ask. */
export async function tourOfNothing(steps: PaneWalk, look: Look): Promise<void> {
  await steps.open('ledgers');
  await steps.pane.getByLabel(steps.say('pane.ledgers.as-of')).fill('2020-01-01');
  await steps.button('pane.ledgers.run-again').click();
  await steps.heading('pane.results.title').waitFor({ timeout: RUN_MILLISECONDS });
  await look('results, nothing owed');
  await steps.open('review');
  await steps.pane.getByText(steps.say('pane.review.empty.unexplained')).waitFor();
  await look('review, nothing to decide');
  await steps.open('plan');
  await steps.pane.getByText(steps.say('pane.plan.empty')).waitFor();
  await look('plan, nobody to ask');
}

/** Nothing answers while a cell is edited, so that the view of a job stands still. */
async function whileEditing({ page }: PaneWalk, deed: () => Promise<void>): Promise<void> {
  await page.evaluate(() => window.excel!.beginCellEdit());
  await deed();
  await page.evaluate(() => window.excel!.endCellEdit());
}

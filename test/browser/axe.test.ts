/** No view, in no language and neither theme, has a fault that axe can find. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import type { Language } from '../../src/texts';
import { launch, openPage } from './support/browser';
import { PaneWalk, RUN_MILLISECONDS } from './support/walk';
import { reviewWorkbook } from './fixtures/review-workbook';

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser?.close());

jest.setTimeout(150_000);

const LOCALES: readonly { readonly locale: 'en-US' | 'zh-CN' | 'zh-TW'; readonly language: Language }[] = [{ locale: 'en-US', language: 'en' }, { locale: 'zh-CN', language: 'zh-CN' }, { locale: 'zh-TW', language: 'zh-TW' }];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every view on one page, each looked at in both themes. */
it.each(LOCALES)('in $language', async ({ locale, language }) => {
  const { page, pane, problems } = await openPage(browser, { locale, workbook: await reviewWorkbook() });
  const steps = new PaneWalk(page, pane, language);
  const faults: string[] = [];

  /** Only what stands in the pane is ours to answer for here; the dark theme differs in its colours only. */
  const look = async (view: string) => {
    const pane = () => new AxeBuilder({ page }).setLegacyMode().include(['.pane-frame iframe', 'body']);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await (colorScheme === 'light' ? pane().withTags(RULES) : pane().withRules(['color-contrast'])).analyze();
      for (const { id, nodes } of violations) faults.push(`${language}, ${view}, ${colorScheme}: ${id} ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  };

  await look('first run');
  await steps.findLedgers();
  await pane.locator('li > details > summary').nth(1).click();
  await look('ledgers');
  await page.evaluate(() => void (window.excel!.workbook.isProtected = true));
  await steps.button('pane.ledgers.run').click();
  await steps.heading('pane.problem.workbook-protected').waitFor({ timeout: RUN_MILLISECONDS });
  await steps.fold(steps.say('pane.problem.details')).click();
  await look('failed');
  await page.evaluate(() => void (window.excel!.workbook.isProtected = false));
  await steps.button('pane.problem.back').click();
  await steps.button('pane.results.write').click();
  await pane.getByRole('heading', { name: steps.say('pane.results.sheets') }).waitFor({ timeout: RUN_MILLISECONDS });
  await look('results');
  await steps.open('review');
  await steps.heading('pane.review.title').waitFor();
  await look('review');
  await steps.open('customers');
  await look('customers');
  await pane.getByRole('main').getByRole('listitem').first().getByRole('button').click();
  await steps.button('pane.customer.statement').waitFor();
  await look('customer');
  await steps.open('plan');
  await pane.locator('ol > li').first().waitFor();
  await steps.fold(steps.say('pane.plan.filters')).click();
  await steps.fold(steps.say('pane.plan.what-if')).click();
  await look('plan');
  // Nothing answers while a cell is edited, so that the view of a run stands still.
  await page.evaluate(() => window.excel!.beginCellEdit());
  await steps.ribbon('RunAgain');
  await pane.getByText(steps.say('pane.working.cell-edit')).first().waitFor({ timeout: 20_000 });
  await look('running');
  await page.evaluate(() => window.excel!.endCellEdit());
  expect(faults).toEqual([]);
  expect(problems).toEqual([]);
  await page.context().close();
});

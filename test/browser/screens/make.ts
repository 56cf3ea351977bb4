/** `npm run screens`: the README's pictures in `assets/screens`, taken from the stand-in for Excel as it is now. */
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../../src/texts';
import { launch, openPage } from '../support/browser';
import { PaneWalk } from '../support/walk';
import { reviewWorkbook } from '../fixtures/review-workbook';

const FOLDER = path.join(process.cwd(), 'assets/screens');
const BYTES_MAX = 200 * 1024;
const LOCALES = { en: 'en-US', 'zh-CN': 'zh-CN', 'zh-TW': 'zh-TW' } as const;

async function take(page: Page, name: string): Promise<void> {
  // Drawn cells and the pane's pictures settle within this.
  await page.waitForTimeout(1200);
  const file = path.join(FOLDER, `${name}.jpg`);
  for (const quality of [88, 80, 70, 60]) {
    await page.screenshot({ path: file, type: 'jpeg', quality });
    if (statSync(file).size <= BYTES_MAX) break;
  }
  process.stdout.write(`${path.relative(process.cwd(), file)} ${Math.round(statSync(file).size / 1024)} KB\n`);
}

async function sampleScreens(browser: Browser, language: Language): Promise<void> {
  const { page, pane } = await openPage(browser, { locale: LOCALES[language] });
  const steps = new PaneWalk(page, pane, language);
  await steps.findLedgers();
  if (language === 'en') await take(page, 'ledgers');
  await steps.run();
  await page.evaluate(() => {
    const { workbook } = window.excel!;
    const own = workbook.sheets.findIndex((sheet) => sheet.tabColor !== '');
    window.excel!.activate(workbook.sheets[own].id);
  });
  await take(page, language === 'en' ? 'results' : `results-${language}`);
  await steps.open('plan');
  await steps.button('pane.plan.open-sheet').click();
  await take(page, language === 'en' ? 'plan' : `plan-${language}`);
  await steps.open('customers');
  await pane.getByRole('main').getByRole('listitem').first().getByRole('button').click();
  await steps.button('pane.customer.statement').click();
  await pane.getByText(steps.say('pane.said.statement')).waitFor({ state: 'attached', timeout: 60_000 });
  if (language === 'en') await take(page, 'customer');
  await page.context().close();
}

async function reviewScreen(browser: Browser, theme: 'light' | 'dark', name: string): Promise<void> {
  const { page, pane } = await openPage(browser, { workbook: await reviewWorkbook(), theme });
  const steps = new PaneWalk(page, pane);
  await steps.wholeJob();
  await steps.open('review');
  await steps.heading('pane.review.title').focus();
  await page.keyboard.press('j');
  await take(page, name);
  await page.context().close();
}

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  // A server that is running already is used as it is.
  const running = process.env.DUESHEET_ORIGIN;
  const server = running ? null : await (await import('../support/server.mjs')).startServer();
  process.env.DUESHEET_ORIGIN = running ?? server?.origin;
  const browser = await launch();
  try {
    for (const language of Object.keys(LOCALES) as Language[]) await sampleScreens(browser, language);
    await reviewScreen(browser, 'light', 'review');
    await reviewScreen(browser, 'dark', 'review-dark');
  } finally {
    await browser.close();
    await server?.stop();
  }
}

void main().then(() => process.exit(0));

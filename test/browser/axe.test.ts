/** No view, in no language and no theme, has a fault that axe can find. */
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import type { Language } from '../../src/texts';
import { launch, openPage } from './support/browser';
import { tourOfEverything } from './support/tour';
import { PaneWalk } from './support/walk';
import { OUR_SHEET, reviewWorkbook } from './fixtures/review-workbook';

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser?.close());

jest.setTimeout(600_000);

const LOCALES = { en: 'en-US', 'zh-CN': 'zh-CN', 'zh-TW': 'zh-TW' } as const;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Themes differ in their colours only, so that the other rules need one of them. */
const THEMES = {
  light: { media: { colorScheme: 'light', forcedColors: 'none' }, runOnly: { type: 'tag', values: RULES } },
  dark: { media: { colorScheme: 'dark', forcedColors: 'none' }, runOnly: { type: 'rule', values: ['color-contrast'] } },
  forced: { media: { colorScheme: 'dark', forcedColors: 'active' }, runOnly: { type: 'rule', values: ['color-contrast'] } },
} as const;

// Each language has a page of its own; side by side, since each is a process of its own.
it('finds nothing', async () => {
  const faults = await Promise.all((Object.keys(LOCALES) as Language[]).map(faultsIn));
  expect(faults.flat()).toEqual([]);
});

/** One page, walked once; every view is looked at in all themes. */
async function faultsIn(language: Language): Promise<string[]> {
  const { page, pane, problems } = await openPage(browser, { locale: LOCALES[language], workbook: await reviewWorkbook() });
  await pane.evaluate(axe.source);
  const faults: string[] = [];
  await tourOfEverything(new PaneWalk(page, pane, language), OUR_SHEET, async (view) => {
    for (const [theme, { media, runOnly }] of Object.entries(THEMES)) {
      await page.emulateMedia(media);
      for (const { id, nodes } of await pane.evaluate(violationsOf, runOnly)) faults.push(`${language}, ${view}, ${theme}: ${id} ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 120)} ${failureSummary}`).join(' | ')}`);
    }
    await page.emulateMedia(THEMES.light.media);
  });
  await page.context().close();
  return [...faults, ...problems];
}

/** Runs in the pane, once the colours of the theme before have gone. */
async function violationsOf(runOnly: unknown): Promise<axe.Result[]> {
  await new Promise(requestAnimationFrame);
  await Promise.allSettled(document.getAnimations().filter((each) => each instanceof CSSTransition).map(({ finished }) => finished));
  const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: runOnly as axe.RunOnly, resultTypes: ['violations'], preload: false });
  return violations;
}

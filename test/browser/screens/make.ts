/**
 * `npm run screens`: the pictures in `assets/screens`, taken from the stand-in for Excel as it is now. The
 * README's own, and for each language and theme one sheet with every view of the pane.
 */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../../src/texts';
import { launch, openPage, type OpenedPage } from '../support/browser';
import { tourOfJob, tourOfNothing, tourOfNotices, tourOfResult, tourOfReview, type Look } from '../support/tour';
import { PaneWalk } from '../support/walk';
import { OUR_SHEET, reviewWorkbook } from '../fixtures/review-workbook';

const FOLDER = path.join(process.cwd(), 'assets/screens');
const PICTURE_BYTES_MAX = 110 * 1024;
const SHEET_BYTES_MAX = 180 * 1024;
const LOCALES = { en: 'en-US', 'zh-CN': 'zh-CN', 'zh-TW': 'zh-TW' } as const;
const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** The pane as Excel opens it, and how large it stands on a sheet of pictures. */
const PANE_PIXELS = { width: 350, height: 700 };
const SHEET_COLUMNS = 7;
const SHEET_SCALE = 0.53;

interface Shot {
  readonly view: string;
  readonly png: Buffer;
}
type Shots = Record<Theme, Shot[]>;

/** As fine as its bytes allow. */
async function save(page: Page, name: string, bytesMax: number): Promise<void> {
  const file = path.join(FOLDER, `${name}.jpg`);
  for (const quality of [88, 80, 70, 60, 50, 40]) {
    await page.screenshot({ path: file, type: 'jpeg', quality, fullPage: true });
    if (statSync(file).size <= bytesMax) break;
  }
  process.stdout.write(`${path.relative(process.cwd(), file)} ${Math.round(statSync(file).size / 1024)} KB\n`);
}

/** The pane beside the workbook; the grid draws its cells within this. */
async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(1200);
  await save(page, name, PICTURE_BYTES_MAX);
}

/** Takes every view in both themes. */
function camera({ page }: OpenedPage, shots: Shots): Look {
  return async (view) => {
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.waitForTimeout(200);
      shots[theme].push({ view, png: await page.locator('.pane-frame iframe').screenshot() });
    }
    await page.emulateMedia({ colorScheme: 'light' });
  };
}

async function openNarrow(browser: Browser, language: Language, workbook?: Uint8Array): Promise<OpenedPage> {
  const opened = await openPage(browser, { locale: LOCALES[language], workbook, viewport: { width: 1100, height: PANE_PIXELS.height + 155 } });
  await opened.page.addStyleTag({ content: `.pane { width: ${PANE_PIXELS.width + 1}px } .pane-frame { height: ${PANE_PIXELS.height}px }` });
  return opened;
}

async function everyView(browser: Browser, language: Language): Promise<Shots> {
  const shots: Shots = { light: [], dark: [] };
  const sample = await openNarrow(browser, language);
  const steps = new PaneWalk(sample.page, sample.pane, language);
  const ourSheet = await sample.page.evaluate(() => window.excel!.workbook.sheets[0].name);
  await tourOfJob(steps, camera(sample, shots));
  await tourOfResult(steps, camera(sample, shots));
  await tourOfNotices(steps, ourSheet, camera(sample, shots));
  await tourOfNothing(steps, camera(sample, shots));
  await sample.page.context().close();
  const review = await openNarrow(browser, language, await reviewWorkbook());
  const reviewSteps = new PaneWalk(review.page, review.pane, language);
  await reviewSteps.wholeJob();
  await tourOfReview(reviewSteps, OUR_SHEET, camera(review, shots));
  await review.page.context().close();
  return shots;
}

async function contactSheet(browser: Browser, language: Language, theme: Theme, shots: readonly Shot[]): Promise<void> {
  const width = Math.round(PANE_PIXELS.width * SHEET_SCALE);
  const page = await browser.newPage({ viewport: { width: SHEET_COLUMNS * (width + 12) + 12, height: 600 } });
  const figures = shots.map(({ view, png }) => `<figure><figcaption>${view}</figcaption><img width="${width}" src="data:image/png;base64,${png.toString('base64')}"></figure>`);
  await page.setContent(`<style>body { margin: 12px; display: grid; grid-template-columns: repeat(${SHEET_COLUMNS}, ${width}px); gap: 12px; background: #8a8f94; font: 12px sans-serif; color: #fff } figure { margin: 0 } img { display: block; margin-top: 4px }</style>${figures.join('')}`);
  await save(page, `views-${language}-${theme}`, SHEET_BYTES_MAX);
  await page.close();
}

/** The three that the README shows. */
async function readmePictures(browser: Browser): Promise<void> {
  const { page, pane } = await openPage(browser);
  const steps = new PaneWalk(page, pane);
  await steps.wholeJob();
  await page.evaluate(() => {
    const { workbook } = window.excel!;
    window.excel!.activate(workbook.sheets.find((sheet) => sheet.tabColor !== '')!.id);
  });
  await picture(page, 'results');
  await steps.open('customers');
  await pane.getByRole('main').getByRole('listitem').first().getByRole('button').click();
  await steps.button('pane.customer.statement').click();
  await pane.getByText(steps.say('pane.said.statement')).waitFor({ state: 'attached', timeout: 60_000 });
  await picture(page, 'customer');
  await page.context().close();
  const review = await openPage(browser, { workbook: await reviewWorkbook() });
  const reviewSteps = new PaneWalk(review.page, review.pane);
  await reviewSteps.wholeJob();
  await reviewSteps.open('review');
  await reviewSteps.button('pane.review.next').click();
  await picture(review.page, 'review');
  await review.page.context().close();
}

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(FOLDER)) rmSync(path.join(FOLDER, name));
  // A server that is running already is used as it is.
  const running = process.env.DUESHEET_ORIGIN;
  const server = running ? null : await (await import('../support/server.mjs')).startServer();
  process.env.DUESHEET_ORIGIN = running ?? server?.origin;
  const browser = await launch();
  try {
    await readmePictures(browser);
    for (const language of Object.keys(LOCALES) as Language[]) {
      const shots = await everyView(browser, language);
      for (const theme of THEMES) await contactSheet(browser, language, theme, shots[theme]);
    }
  } finally {
    await browser.close();
    await server?.stop();
  }
}

void main().then(() => process.exit(0));

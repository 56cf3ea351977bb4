import type { Browser } from 'playwright-core';
import { launch, openPage } from './support/browser';
jest.setTimeout(120_000);
let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser?.close());
it('probe', async () => {
  const { page, pane } = await openPage(browser);
  await pane.waitForTimeout(3000);
  const seen = await page.evaluate(async () => {
    const host = window.excel as unknown as { answer(m: unknown): Promise<unknown>; invokeCommand(f: string, id: string): void };
    const log: string[] = [];
    window.addEventListener('message', (e) => log.push(String(e.data).slice(0, 400)));
    host.invokeCommand('nextSuggestion', 'ctl1');
    await new Promise((r) => setTimeout(r, 3000));
    return log;
  });
  console.log(seen.join('\n'));
  console.log(await pane.evaluate(() => Object.keys((window as never as { Office: { actions: { _association: { mappings: object } } } }).Office.actions._association.mappings)));
});

/** A run that is watched, waited for, cancelled, refused by Excel; each leaves the workbook as it was and says so. */
import type { Browser, Frame } from 'playwright-core';
import { launch, openPage, type OpenedPage } from './support/browser';
import { EngineHold } from './support/engine-hold';
import { LAKESIDE, NORTHWIND, reviewWorkbook } from './fixtures/review-workbook';
import { dump, HANDS, PaneWalk, RUN_MILLISECONDS, type Hand } from './support/walk';

let browser: Browser;
let opened: OpenedPage;
const engine = new EngineHold();
beforeAll(async () => {
  browser = await launch();
  opened = await openPage(browser, { workbook: await reviewWorkbook(), onContext: (context) => engine.listen(context), onPane: takeTheClock });
});
afterAll(() => browser?.close());

jest.setTimeout(90_000);

/** From a press to what comes of it: what the pane may draw in between. */
const FRAMES_TO_ANSWER_MAX = 2;

const by = (hand: Hand) => new PaneWalk(opened.page, opened.pane, 'en', hand);
const beginEdit = () => opened.page.evaluate(() => window.excel!.beginCellEdit());
const endEdit = () => opened.page.evaluate(() => window.excel!.endCellEdit());
const protect = (isProtected: boolean) => opened.page.evaluate((on) => void (window.excel!.workbook.isProtected = on), isProtected);
const atStep = () => opened.pane.locator('[aria-current="step"]').innerText();
const percent = async () => Number(await opened.pane.getByRole('progressbar').getAttribute('aria-valuenow'));

describe.each(HANDS)('by %s', (hand) => {
  it('waits for a cell that is being edited, says so, and can be cancelled meanwhile', async () => {
    const steps = by(hand);
    await beginEdit();
    await steps.press(steps.button('pane.first.find'));
    await steps.heading('pane.working.reading').waitFor();
    await opened.pane.getByText(steps.say('pane.working.cell-edit')).first().waitFor({ timeout: 20_000 });
    await steps.press(steps.button('pane.working.cancel'));
    await steps.heading('pane.first.title').waitFor();
    await endEdit();
  });
});

it('goes on by itself once the cell is left, and tells how far it is and how long it will take', async () => {
  const { page, pane } = opened;
  const steps = by('keyboard');
  // Nothing is answered until the cell is left, and then one request at a time.
  await page.evaluate(() => {
    const host = window.excel!;
    const answer = host.processQuery.bind(host);
    const waiting: (() => void)[] = [];
    let hasAsked = () => {};
    host.processQuery = async (...request) => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        hasAsked();
      });
      return answer(...request);
    };
    Object.assign(window, {
      /** Ends once the pane has asked for something else. */
      answerOne: () =>
        new Promise<void>((resolve) => {
          hasAsked = resolve;
          waiting.shift()?.();
        }),
      answerAll: () => {
        host.processQuery = answer;
        for (const each of waiting) each();
      },
    });
  });
  await steps.press(steps.button('pane.first.find'));
  await pane.getByText(steps.say('pane.working.cell-edit')).first().waitFor({ timeout: 20_000 });
  const timeLeft = pane.getByText(/^about \d+ (s|min) left$/);
  while (!(await timeLeft.isVisible())) {
    await pass(60_000);
    await page.evaluate(() => (window as unknown as { answerOne(): Promise<void> }).answerOne());
    await pane.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  }
  expect(await atStep()).toMatch(/^Read the sheets\n.+ · \d+ of \d+$/);
  expect(await percent()).toBeGreaterThan(0);
  await page.evaluate(() => (window as unknown as { answerAll(): void }).answerAll());
  await steps.heading('pane.ledgers.title').waitFor({ timeout: RUN_MILLISECONDS });
});

it('tells which customer is at work and how long it will take, and answers at once meanwhile', async () => {
  const steps = by('mouse');
  const { page, pane } = opened;
  const reached = engine.at('match', NORTHWIND);
  await steps.press(steps.button('pane.ledgers.run'));
  await reached;
  await pane.getByText(`${NORTHWIND} · 0 of 2`).waitFor();
  expect(await atStep()).toMatch(/^Match the ledgers\n/);
  const before = await percent();
  await pass(60_000);
  const next = engine.at('match', LAKESIDE);
  await engine.letGo();
  await next;
  await pane.getByText(`${LAKESIDE} · 1 of 2`).waitFor();
  await pane.getByText(/^about \d+ (s|min) left$/).waitFor();
  expect(await percent()).toBeGreaterThan(before);
  // The engine's thread stands still within its work: were it the pane's own, nothing below would come about.
  expect(await framesToAnswer(pane, 'Colours: Light', () => steps.press(pane.getByRole('button', { name: 'Colours: Auto' })))).toBeLessThanOrEqual(FRAMES_TO_ANSWER_MAX);
  const byKeys = by('keyboard');
  expect(await framesToAnswer(pane, 'Colours: Dark', () => byKeys.press(pane.getByRole('button', { name: 'Colours: Light' })))).toBeLessThanOrEqual(FRAMES_TO_ANSWER_MAX);
  await byKeys.press(pane.getByRole('button', { name: 'Colours: Dark' }));
  await page.getByRole('tab', { name: 'Northwind' }).click();
  expect(await page.evaluate(() => window.excel!.activeSheet.name)).toBe('Northwind');
  expect(await framesToAnswer(pane, steps.say('pane.ledgers.run'), () => byKeys.press(steps.button('pane.working.cancel')))).toBeLessThanOrEqual(FRAMES_TO_ANSWER_MAX);
  await steps.heading('pane.ledgers.title').waitFor();
});

it.each([
  ['read', 'mouse'],
  ['match', 'keyboard'],
  ['settle', 'mouse'],
  ['age', 'keyboard'],
  ['plan', 'mouse'],
] as const)('is cancelled at the step "%s" by %s, while the engine is at work', async (step, hand) => {
  const steps = by(hand);
  const before = await dump(opened.page);
  const reached = engine.at(step);
  await steps.press(steps.button('pane.ledgers.run'));
  await reached;
  await steps.press(steps.button('pane.working.cancel'));
  await steps.heading('pane.ledgers.title').waitFor();
  await opened.pane.getByText(steps.say('pane.said.cancelled')).waitFor({ state: 'attached' });
  await engine.letGo();
  expect(await dump(opened.page)).toEqual(before);
});

it('cancelled while it writes keeps the result in the pane and the workbook as it was', async () => {
  const steps = by('keyboard');
  const before = await dump(opened.page);
  const reached = engine.at('plan');
  await steps.press(steps.button('pane.ledgers.run'));
  await reached;
  await beginEdit();
  await engine.letGo();
  await opened.pane.getByText(steps.say('pane.working.cell-edit')).first().waitFor({ timeout: 20_000 });
  expect(await atStep()).toMatch(/^Write the sheets/);
  await steps.press(steps.button('pane.working.cancel'));
  await opened.pane.getByText(steps.say('pane.results.unwritten')).waitFor({ timeout: RUN_MILLISECONDS });
  await endEdit();
  expect(await dump(opened.page)).toEqual(before);
});

describe.each(HANDS)('by %s', (hand) => {
  it('refused by a protected workbook says what happened, what was kept and what to do', async () => {
    const { page, pane } = opened;
    const steps = by(hand);
    const before = await dump(page);
    await protect(true);
    await steps.press(steps.button('pane.results.write'));
    await steps.heading('pane.problem.workbook-protected').waitFor({ timeout: RUN_MILLISECONDS });
    await pane.getByText(steps.say('pane.kept.write')).waitFor();
    await pane.getByText(steps.say('pane.advice.unprotect-workbook')).waitFor();
    await steps.press(steps.fold(steps.say('pane.problem.details')));
    expect(await pane.locator('pre').innerText()).toContain('workbook-protected');
    await steps.press(steps.button('pane.problem.copy-details'));
    await pane.getByText(steps.say('pane.said.copied')).waitFor({ state: 'attached' });
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await pane.locator('pre').innerText());
    expect(await dump(page)).toEqual(before);
    await protect(false);
    await steps.press(steps.button('pane.problem.back'));
    await steps.button('pane.results.write').waitFor();
  });
});

it('offers to check this Excel where something failed, and writes the sheets once it can', async () => {
  const { page, pane } = opened;
  const steps = by('mouse');
  await protect(true);
  await steps.press(steps.button('pane.results.write'));
  await steps.heading('pane.problem.workbook-protected').waitFor({ timeout: RUN_MILLISECONDS });
  await steps.press(steps.fold(steps.say('pane.problem.details')));
  await protect(false);
  await steps.press(steps.button('pane.self-check'));
  await page.getByRole('tab', { name: 'Self-check' }).waitFor();
  await steps.press(steps.button('pane.problem.back'));
  await steps.press(steps.button('pane.results.write'));
  await pane.getByText(steps.say('pane.results.sheets')).waitFor({ timeout: RUN_MILLISECONDS });
  await steps.button('pane.results.write').waitFor({ state: 'detached', timeout: RUN_MILLISECONDS });
  expect((await dump(page)).map((sheet) => sheet.name)).toContain('Reconciliation');
  expect(opened.problems).toEqual([]);
});

/** The pane's clock goes on as before, and ahead by what a test lets pass. */
function takeTheClock(): void {
  const now = performance.now.bind(performance);
  let ahead = 0;
  performance.now = () => now() + ahead;
  Object.assign(window, { pass: (milliseconds: number) => void (ahead += milliseconds) });
}

function pass(milliseconds: number): Promise<void> {
  return opened.pane.evaluate((passed) => (window as unknown as { pass(milliseconds: number): void }).pass(passed), milliseconds);
}

/** How many frames the pane draws between a press and the button of this name that comes of it; the pane counts. */
async function framesToAnswer(pane: Frame, name: string, press: () => Promise<void>): Promise<number> {
  const counting = await pane.evaluateHandle((answer) => {
    const isAnswered = () => Array.from(document.querySelectorAll('button')).some((each) => (each.getAttribute('aria-label') ?? each.textContent) === answer);
    const frames = new Promise<number>((resolve) => {
      let drawn = 0;
      const frame = () => {
        if (isAnswered()) return resolve(drawn);
        drawn++;
        requestAnimationFrame(frame);
      };
      document.addEventListener('click', () => requestAnimationFrame(frame), { capture: true, once: true });
    });
    return { frames };
  }, name);
  await press();
  return counting.evaluate(({ frames }) => frames);
}

/** The review through the keyboard alone, the selection both ways, matching by hand, and what is kept of it. */
import type { Browser } from 'playwright-core';
import { launch, openPage, type OpenedPage } from './support/browser';
import { LAKESIDE, LAKESIDE_SHEET, OUR_SHEET, reviewWorkbook } from './fixtures/review-workbook';
import { dump, PaneWalk, pressOn, RUN_MILLISECONDS, savedWorkbook, selected, sheetNamed, tabTo, until } from './support/walk';

let browser: Browser;
let opened: OpenedPage;
let steps: PaneWalk;
beforeAll(async () => {
  browser = await launch();
  opened = await openPage(browser, { workbook: await reviewWorkbook() });
  steps = new PaneWalk(opened.page, opened.pane);
  await steps.wholeJob();
});
afterAll(() => browser?.close());

jest.setTimeout(90_000);

/** Of a control's height, where a finger has to hit it. */
const TOUCH_PIXELS_MIN = 40;

const press = (key: string) => opened.page.keyboard.press(key);
const activeRow = () => opened.pane.locator('[aria-expanded="true"]');
const isActive = (text: string) => until(async () => (await activeRow().innerText()).includes(text));
const kept = async () => JSON.parse((await (await savedWorkbook(opened.page)).remembered())['pane.decisions'] || '{}') as Record<string, string>;

it('shows suggestions first, the largest on top, with both sides and the evidence', async () => {
  await pressOn(opened.page, opened.pane.getByRole('button', { name: steps.say('pane.results.review', { count: 3 }) }));
  await steps.heading('pane.review.title').waitFor();
  const amounts = await opened.pane.getByRole('list', { name: steps.say('pane.review.list') }).locator('> li > button').allInnerTexts();
  expect(amounts.map((text) => /[\d,]+\.\d\d/.exec(text)?.[0])).toEqual(['2,208.80', '1,290.55', '615.25']);
  const first = opened.pane.getByRole('list', { name: steps.say('pane.review.list') }).locator('> li').first();
  expect(await first.innerText()).toMatch(/INV-2002[\s\S]*B-31/);
  await first.getByText(steps.say('pane.review.evidence')).waitFor();
});

it('is walked and decided by keys alone, and each decision selects the next item’s rows', async () => {
  await press('j');
  await isActive('1,290.55');
  await until(async () => (await selected(opened.page)).sheet === OUR_SHEET);
  expect((await selected(opened.page)).rows).toEqual([16]);
  await press('k');
  await isActive('2,208.80');
  await press('a');
  await isActive('1,290.55');
  await press('r');
  await isActive('615.25');
  await opened.pane.getByText(steps.say('pane.review.pending', { count: 2 })).waitFor();
  expect(Object.values(await kept()).sort()).toEqual(['accepted', 'rejected']);
});

it('takes back the last decision with one key', async () => {
  await steps.heading('pane.review.title').focus();
  await press('u');
  await isActive('1,290.55');
  await opened.pane.getByText(steps.say('pane.review.pending.one')).waitFor();
  await until(async () => Object.keys(await kept()).length === 1);
});

it('is decided by mouse too, and goes on to the next', async () => {
  await steps.button('pane.review.reject').click();
  await isActive('615.25');
  await steps.button('pane.review.undo').click();
  await isActive('1,290.55');
  await steps.button('pane.review.next').click();
  await isActive('615.25');
  await steps.button('pane.review.accept').click();
  await opened.pane.getByText(steps.say('pane.review.pending', { count: 2 })).waitFor();
  await steps.button('pane.review.undo').click();
  await opened.pane.getByText(steps.say('pane.review.pending.one')).waitFor();
});

it('goes to the next suggestion from the ribbon, and to its rows in the sheets', async () => {
  await opened.pane.getByRole('list', { name: steps.say('pane.review.list') }).getByRole('button', { name: /2,208\.80/ }).first().click();
  await isActive('2,208.80');
  await steps.ribbon('NextSuggestion');
  await isActive('1,290.55');
  await until(async () => (await selected(opened.page)).rows.includes(16));
});

it('accepts the rest at once, by rule and from a likelihood on', async () => {
  const { page, pane } = opened;
  await pressOn(page, steps.fold(steps.say('pane.bulk.title')));
  const panel = pane.locator('details', { hasText: steps.say('pane.bulk.title') });
  // None is so likely; then by its rule and from 90 percent on.
  await panel.getByLabel(steps.say('pane.bulk.confidence')).selectOption('0.95');
  await panel.getByRole('button', { name: steps.say('pane.bulk.none') }).waitFor();
  await panel.getByLabel(steps.say('pane.bulk.confidence')).selectOption('0.9');
  await panel.getByLabel(steps.say('pane.bulk.rule')).selectOption({ index: 1 });
  await pressOn(page, panel.getByRole('button'));
  await pane.getByText(steps.say('pane.review.pending', { count: 3 })).waitFor();
  await pressOn(page, steps.button('pane.review.undo'));
  await pane.getByText(steps.say('pane.review.pending.one')).waitFor();
});

it('says of rows selected in the sheet where they went', async () => {
  await opened.page.getByRole('tab', { name: OUR_SHEET, exact: true }).click();
  await opened.page.locator('.rgCell', { hasText: 'INV-1001' }).first().click();
  await opened.pane.getByText(steps.say('pane.selection.title.one')).waitFor();
  await opened.pane.getByText(steps.say('pane.selection.row', { sheet: OUR_SHEET, row: 3 })).waitFor();
  await opened.pane.getByRole('group', { name: steps.say('pane.selection.title.one') }).getByRole('button').click();
  await steps.heading('pane.review.title-confirmed').waitFor();
  await isActive('4,210.35');
});

it('gives what nothing explains its nearest candidates, to be chosen and taken back', async () => {
  const { page, pane } = opened;
  await tabTo(page, pane.getByLabel(steps.say('pane.review.show')));
  await page.keyboard.type('Unexplained');
  await isActive(LAKESIDE);
  const candidates = pane.locator('details', { hasText: steps.say('pane.review.candidates', { count: 1 }) });
  await candidates.getByRole('button', { name: /ADJ-7/ }).waitFor();
  await pressOn(page, candidates.getByRole('button', { name: steps.say('pane.review.choose') }));
  await pane.getByText(steps.say('pane.review.pending', { count: 2 })).waitFor();
  await pressOn(page, steps.button('pane.review.undo'));
  await pane.getByText(steps.say('pane.review.pending.one')).waitFor();
});

it('matches rows by hand that are picked in the sheets', async () => {
  const { page, pane } = opened;
  await pressOn(page, pane.getByRole('button', { name: steps.say('pane.hand.start') }));
  await page.getByRole('tab', { name: OUR_SHEET, exact: true }).click();
  await page.locator('.rgCell', { hasText: 'INV-2006' }).first().click();
  const add = pane.getByRole('button', { name: steps.say('pane.hand.add', { count: 1 }) });
  await pressOn(page, add);
  await pressOn(page, pane.getByRole('button', { name: steps.say('pane.hand.match') }));
  await pane.getByText(steps.say('pane.review.pending', { count: 2 })).waitFor();
});

it('writes the decisions with the next run and waits for none after it', async () => {
  await steps.button('pane.review.apply').click();
  await steps.heading('pane.results.title').waitFor({ timeout: RUN_MILLISECONDS });
  const matches = sheetNamed(await dump(opened.page), 'Matches');
  const accepted = matches.rows.filter((row) => row.includes('Accept') || row.includes('Accepted'));
  expect(accepted).toHaveLength(2);
  expect(await kept()).toEqual({});
  await opened.pane.getByRole('button', { name: steps.say('pane.results.review', { count: 2 }) }).waitFor();
  expect((await dump(opened.page)).some((sheet) => sheet.name === LAKESIDE_SHEET)).toBe(true);
  expect(opened.problems).toEqual([]);
});

it('is done by touch alone, on controls that a finger hits', async () => {
  const { page, pane, problems } = await openPage(browser, { workbook: await reviewWorkbook(), hasTouch: true });
  const touch = new PaneWalk(page, pane);
  await touch.button('pane.first.find').tap();
  await touch.button('pane.ledgers.run').tap({ timeout: RUN_MILLISECONDS });
  await pane.getByRole('button', { name: touch.say('pane.results.review', { count: 3 }) }).tap({ timeout: RUN_MILLISECONDS });
  await pane.getByRole('list', { name: touch.say('pane.review.list') }).getByRole('button', { name: /615\.25/ }).tap();
  await touch.button('pane.review.accept').tap();
  await touch.button('pane.review.reject').tap();
  await pane.getByText(touch.say('pane.review.pending', { count: 2 })).waitFor();
  await touch.button('pane.review.undo').tap();
  await pane.getByText(touch.say('pane.review.pending.one')).waitFor();
  const sizes = await pane.locator('button:visible, summary:visible, select:visible').evaluateAll((controls) => controls.map((each) => ({ name: each.textContent, height: each.getBoundingClientRect().height })));
  expect(sizes.length).toBeGreaterThan(8);
  expect(sizes.filter(({ height }) => height < TOUCH_PIXELS_MIN)).toEqual([]);
  expect(problems).toEqual([]);
  await page.context().close();
});

/** The review by mouse alone, by keyboard alone and by touch: decisions, the selection both ways, matching by hand, and what is kept of it. */
import type { Browser } from 'playwright-core';
import { launch, openPage, type OpenedPage } from './support/browser';
import { LAKESIDE, OUR_SHEET, reviewWorkbook } from './fixtures/review-workbook';
import { dump, HANDS, PaneWalk, remembered, RUN_MILLISECONDS, selected, selectRow, sheetNamed, until } from './support/walk';

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser?.close());

jest.setTimeout(90_000);

/** Of a control's height, where a finger has to hit it. */
const TOUCH_PIXELS_MIN = 40;

describe.each(HANDS)('by %s', (hand) => {
  let opened: OpenedPage;
  let steps: PaneWalk;
  beforeAll(async () => {
    opened = await openPage(browser, { workbook: await reviewWorkbook() });
    steps = new PaneWalk(opened.page, opened.pane, 'en', hand);
    await steps.wholeJob();
  });
  afterAll(() => opened.page.context().close());

  const list = () => opened.pane.getByRole('list', { name: steps.say('pane.review.list') });
  const isActive = (text: string) => until(async () => (await opened.pane.locator('[aria-expanded="true"]').innerText()).includes(text));
  const isSelected = (sheet: string, row: number) => until(async () => JSON.stringify(await selected(opened.page)) === JSON.stringify({ sheet, rows: [row] }));
  const isPending = (count: number) => opened.pane.getByText(count === 1 ? steps.say('pane.review.pending.one') : steps.say('pane.review.pending', { count })).waitFor();
  const kept = async () => JSON.parse((await remembered(opened.page))['pane.decisions'] || '{}') as Record<string, string>;
  /** A letter, or the button that does the same; back to an item by a click on it. */
  const does = (key: string, code: string) => (hand === 'keyboard' ? opened.page.keyboard.press(key) : steps.button(code).click());
  const goBackTo = (amount: string) => (hand === 'keyboard' ? opened.page.keyboard.press('k') : list().getByRole('button', { name: amount }).first().click());
  /** The sheet is Excel's: who uses no mouse selects in it with Excel's own keys. */
  const pick = async (document: string, row: number) => {
    if (hand === 'keyboard') return selectRow(opened.page, OUR_SHEET, row);
    await opened.page.getByRole('tab', { name: OUR_SHEET, exact: true }).click();
    await opened.page.locator('.rgCell', { hasText: document }).first().click();
  };

  it('shows suggestions first, the largest on top, with both sides, the rule and the evidence', async () => {
    await steps.press(opened.pane.getByRole('button', { name: steps.say('pane.results.review', { count: 3 }) }));
    await steps.heading('pane.review.title').waitFor();
    const amounts = await list().locator('> li > button').allInnerTexts();
    expect(amounts.map((text) => /[\d,]+\.\d\d/.exec(text)?.[0])).toEqual(['2,208.80', '1,290.55', '615.25']);
    const first = list().locator('> li').first();
    expect(await first.innerText()).toMatch(/\d+% likely[\s\S]*INV-2002[\s\S]*B-31/);
    await first.getByText(steps.say('pane.review.evidence')).waitFor();
    expect(await first.locator('ul').last().innerText()).not.toBe('');
  });

  it('goes to the next and back, and selects the rows of each in the sheet', async () => {
    await does('j', 'pane.review.next');
    await isActive('1,290.55');
    await isSelected(OUR_SHEET, 16);
    await goBackTo('2,208.80');
    await isActive('2,208.80');
    await isSelected(OUR_SHEET, 13);
  });

  it('is decided, goes on by itself, and keeps the decisions in the workbook', async () => {
    await does('a', 'pane.review.accept');
    await isActive('1,290.55');
    await does('r', 'pane.review.reject');
    await isActive('615.25');
    await isPending(2);
    await until(async () => Object.values(await kept()).sort().join() === 'accepted,rejected');
  });

  it('takes back the last decision', async () => {
    await does('u', 'pane.review.undo');
    await isActive('1,290.55');
    await isPending(1);
    await until(async () => Object.values(await kept()).join() === 'accepted');
  });

  it('accepts the rest at once, by rule and from a likelihood on', async () => {
    const { pane } = opened;
    await steps.press(steps.fold(steps.say('pane.bulk.title')));
    const panel = pane.locator('details', { hasText: steps.say('pane.bulk.title') });
    const likely = panel.getByLabel(steps.say('pane.bulk.confidence'));
    // None is so likely; then by its rule and from 90 percent on.
    await steps.choose(likely, '95%');
    await panel.getByRole('button', { name: steps.say('pane.bulk.none') }).waitFor();
    await steps.choose(likely, '90%');
    const rule = panel.getByLabel(steps.say('pane.bulk.rule'));
    await steps.choose(rule, await rule.locator('option').nth(1).innerText());
    await steps.press(panel.getByRole('button', { name: /^Accept 2 suggestions/ }));
    await isPending(3);
    await steps.press(steps.button('pane.review.undo'));
    await isPending(1);
  });

  it('says of rows selected in the sheet where they went', async () => {
    const { pane } = opened;
    await pick('INV-1001', 3);
    await pane.getByText(steps.say('pane.selection.row', { sheet: OUR_SHEET, row: 3 })).waitFor();
    await steps.press(pane.getByRole('group', { name: steps.say('pane.selection.title.one') }).getByRole('button'));
    await steps.heading('pane.review.title-confirmed').waitFor();
    await isActive('4,210.35');
  });

  it('gives what nothing explains its nearest candidates, to be chosen and taken back', async () => {
    const { pane } = opened;
    await steps.choose(pane.getByLabel(steps.say('pane.review.show')), 'Unexplained (1)');
    await isActive(LAKESIDE);
    const candidates = pane.locator('details', { hasText: steps.say('pane.review.candidates', { count: 1 }) });
    await candidates.getByRole('button', { name: /ADJ-7/ }).waitFor();
    await steps.press(candidates.getByRole('button', { name: steps.say('pane.review.choose') }));
    await isPending(2);
    await steps.press(steps.button('pane.review.undo'));
    await isPending(1);
  });

  it('matches rows by hand that are picked in the sheets', async () => {
    const { pane } = opened;
    await steps.press(pane.getByRole('button', { name: steps.say('pane.hand.start') }));
    await pick('INV-2006', 17);
    await steps.press(pane.getByRole('button', { name: steps.say('pane.hand.add', { count: 1 }) }));
    await pane.getByText(steps.say('pane.review.difference', { amount: 'USD\u00a01,178.63' })).waitFor();
    await steps.press(pane.getByRole('button', { name: steps.say('pane.hand.match') }));
    await isPending(2);
  });

  it('writes the decisions with the next run and waits for none after it', async () => {
    await steps.press(steps.button('pane.review.apply'));
    await steps.heading('pane.results.title').waitFor({ timeout: RUN_MILLISECONDS });
    const matches = sheetNamed(await dump(opened.page), 'Matches');
    const accepted = matches.rows.filter((row) => row.includes('Accept') || row.includes('Accepted'));
    expect(accepted).toHaveLength(2);
    expect(await kept()).toEqual({});
    await opened.pane.getByRole('button', { name: steps.say('pane.results.review', { count: 2 }) }).waitFor();
    expect(opened.problems).toEqual([]);
  });
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
  await touch.button('pane.review.next').tap();
  const sizes = await pane.locator('button:visible, summary:visible, select:visible').evaluateAll((controls) => controls.map((each) => ({ name: each.textContent, height: each.getBoundingClientRect().height })));
  expect(sizes.length).toBeGreaterThan(8);
  expect(sizes.filter(({ height }) => height < TOUCH_PIXELS_MIN)).toEqual([]);
  expect(problems).toEqual([]);
  await page.context().close();
});

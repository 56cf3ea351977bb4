/** The review through the store: moving, deciding, taking back, matching by hand, following the selection. */
import type { LineView, SheetModel } from '../../src/engine';
import { decidedItems } from '../../src/taskpane/review-queue';
import { fakePane, fakePaneWithResult, type FakePane } from './support/fakes';
import { lineOf, reviewOf, traceOf, wordsOf } from './support/sample-views';

const words = wordsOf('en');
const area = (sheet: string, row: number, rowCount = 1) => ({ sheet, rowIndex: row - 1, columnIndex: 0, rowCount, columnCount: 1 });
const reviewIn = ({ store }: FakePane) => store.getState().review;
const decisionsIn = (pane: FakePane) => Object.fromEntries(decidedItems(reviewIn(pane).items ?? [], pane.store.getState().decisions).map(({ key, decision }) => [key, decision]));

async function reviewing(options: Parameters<typeof fakePaneWithResult>[0] = {}): Promise<FakePane> {
  const pane = await fakePaneWithResult(options);
  pane.actions.show('review');
  await pane.actions.loadReview();
  return pane;
}

it('starts with the first suggestion', async () => {
  expect(reviewIn(await reviewing())).toMatchObject({ filter: 'suggested', activeKey: 's1' });
});

it('starts with what is unexplained where there is no suggestion', async () => {
  const pane = await reviewing({ session: { review: async () => reviewOf(words).filter((item) => item.kind === 'unexplained') } });
  expect(reviewIn(pane)).toMatchObject({ filter: 'unexplained', activeKey: 'u1' });
});

it('selects the rows of both sides, over the width of their ledger', async () => {
  const pane = await reviewing();
  await pane.actions.lookAt('s1');
  expect(pane.argumentsOf('select').at(-1)?.[0]).toEqual([14, 15, 18].map((row) => ({ ...area(words.ours, row), columnCount: 7 })).concat([{ ...area(words.theirs, 9), columnCount: 7 }]));
});

it('moves on after a decision, and stays within the list', async () => {
  const pane = await reviewing();
  await pane.actions.decideActive('accepted');
  expect(reviewIn(pane).activeKey).toBe('s2');
  await pane.actions.decideActive('rejected');
  expect(pane.argumentsOf('decide')).toEqual([[['s1'], 'accepted'], [['s2'], 'rejected']]);
  expect(decisionsIn(pane)).toMatchObject({ s1: 'accepted', s2: 'rejected', s3: null });
  await pane.actions.moveReview(1);
  expect(reviewIn(pane).activeKey).toBe('s3');
});

it('takes back one decision after another, to what stood before', async () => {
  const pane = await reviewing();
  await pane.actions.decideActive('accepted');
  await pane.actions.lookAt('s1');
  await pane.actions.decideActive('rejected');
  await pane.actions.undo();
  expect(decisionsIn(pane).s1).toBe('accepted');
  await pane.actions.undo();
  expect(decisionsIn(pane).s1).toBeNull();
  expect(reviewIn(pane)).toMatchObject({ activeKey: 's1', deeds: [] });
  expect(pane.argumentsOf('decide').slice(-2)).toEqual([[['s1'], 'accepted'], [['s1'], null]]);
});

it('accepts nothing for what is unexplained but a candidate that the user chooses', async () => {
  const pane = await reviewing();
  await pane.actions.setReviewFilter('unexplained');
  await pane.actions.decideActive('accepted');
  expect(pane.argumentsOf('decide')).toEqual([]);
  await pane.actions.chooseAlternative(reviewOf(words)[3], 'u1a');
  expect(pane.argumentsOf('decide')).toEqual([[['u1a'], 'accepted']]);
  expect(decisionsIn(pane).u1).toBe('accepted');
});

it('keeps the earlier decisions where one cannot be kept, and says so', async () => {
  const pane = await reviewing({ session: { decide: () => Promise.reject(new Error('worker gone')) } });
  await pane.actions.decideActive('accepted');
  expect(decisionsIn(pane).s1).toBeNull();
  expect(reviewIn(pane)).toMatchObject({ activeKey: 's1', deeds: [] });
  expect(pane.store.getState().notice?.happened.code).toBe('pane.problem.decide');
});

it('takes a bulk acceptance back as one deed', async () => {
  const pane = await reviewing();
  await pane.actions.acceptAll(['s1', 's2']);
  expect(decisionsIn(pane)).toMatchObject({ s1: 'accepted', s2: 'accepted' });
  await pane.actions.undo();
  expect(decisionsIn(pane)).toMatchObject({ s1: null, s2: null });
});

describe('what is confirmed', () => {
  const confirmed = { ...reviewOf(words)[0], key: 'c1', kind: 'confirmed' as const };
  const session = { review: async (which?: string) => (which === 'confirmed' ? [confirmed] : reviewOf(words)) };

  it('is fetched when it is asked for, once', async () => {
    const pane = await reviewing({ session });
    await pane.actions.setReviewFilter('confirmed');
    expect(reviewIn(pane)).toMatchObject({ filter: 'confirmed', activeKey: 'c1' });
    await pane.actions.setReviewFilter('suggested');
    await pane.actions.setReviewFilter('confirmed');
    expect(pane.argumentsOf('review')).toEqual([[], ['confirmed']]);
  });

  it('can be rejected where it was met, in the sheet’s selection', async () => {
    const pane = await reviewing({ session });
    await pane.actions.lookAtMatch(confirmed);
    await pane.actions.decideActive('rejected');
    expect(pane.argumentsOf('decide')).toEqual([[['c1'], 'rejected']]);
    expect(decisionsIn(pane).c1).toBe('rejected');
  });
});

describe('a decision', () => {
  const kept = (pane: FakePane) => pane.argumentsOf('remember').map(([values]) => (values as Record<string, string>)['pane.decisions']).filter((text) => text !== undefined);

  it('is kept in the workbook at once, and taken from it when it is taken back', async () => {
    const pane = await reviewing();
    await pane.actions.decideActive('accepted');
    await pane.actions.undo();
    expect(kept(pane)).toEqual(['{"s1":"accepted"}', '']);
  });

  it('is told to the session when the pane opens again', async () => {
    const pane = fakePane({ remembered: { 'pane.decisions': '{"s1":"accepted","s2":"rejected","s3":"perhaps"}' } });
    await pane.actions.start();
    expect(pane.argumentsOf('decide')).toEqual([[['s1'], 'accepted'], [['s2'], 'rejected']]);
    expect(pane.store.getState().decisions).toEqual({ s1: 'accepted', s2: 'rejected' });
  });

  it('is forgotten here once a run has written it into the sheets, and not before', async () => {
    let write = async (): Promise<void> => Promise.reject(new Error('the disk is full'));
    const pane = await reviewing();
    await pane.actions.decideActive('accepted');
    const failing = await reviewing({ port: { writeSheets: () => write() }, remembered: { 'pane.decisions': '{"s1":"accepted"}' } });
    expect(failing.store.getState().decisions).toEqual({ s1: 'accepted' });
    write = async () => {};
    await failing.actions.leaveFailure();
    await failing.actions.writeSheets();
    expect(failing.store.getState().decisions).toEqual({});
    expect(kept(failing)).toEqual(['']);
    await pane.actions.run();
    expect(pane.store.getState().decisions).toEqual({});
    expect(pane.argumentsOf('decide').at(-1)).toEqual([['s1'], null]);
  });

  it('made after the run that is being written waits for the next', async () => {
    let finish = (): void => {};
    let attempts = 0;
    const pane = await reviewing({ port: { writeSheets: async () => void (attempts++ > 0 && (await new Promise<void>((resolve) => (finish = resolve)))) } });
    await pane.actions.decideActive('accepted');
    const running = pane.actions.run();
    while (attempts < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    await pane.actions.acceptAll(['s2']);
    finish();
    await running;
    expect(pane.store.getState().decisions).toEqual({ s2: 'accepted' });
  });
});

describe('matching by hand', () => {
  const theirs: LineView = lineOf(words, { side: 'theirs', sheet: words.theirs, row: 9 });

  it('gathers rows once each and matches them', async () => {
    const pane = await reviewing();
    pane.actions.addToHand([lineOf(words), theirs]);
    pane.actions.addToHand([theirs]);
    await pane.actions.matchHand();
    expect(pane.argumentsOf('matchByHand')).toEqual([[[{ sheet: words.ours, row: 14 }, { sheet: words.theirs, row: 9 }]]]);
    expect(reviewIn(pane)).toMatchObject({ hand: [], deeds: [{ kind: 'matched', key: 'by-hand' }] });
    await pane.actions.undo();
    expect(pane.argumentsOf('decide')).toEqual([[['by-hand'], null]]);
  });

  it('keeps the rows and says why it was refused', async () => {
    const pane = await reviewing({ session: { matchByHand: async () => ({ refused: 'These rows are of two customers.' }) } });
    pane.actions.addToHand([lineOf(words), theirs]);
    await pane.actions.matchHand();
    expect(reviewIn(pane).hand).toHaveLength(2);
    expect(reviewIn(pane).handRefused).toBe('These rows are of two customers.');
  });

  it('lets a row go again', async () => {
    const pane = await reviewing();
    pane.actions.addToHand([lineOf(words), theirs]);
    pane.actions.removeFromHand(theirs);
    expect(reviewIn(pane).hand).toEqual([lineOf(words)]);
  });
});

describe('the selection in the sheet', () => {
  it('is traced, at most twenty rows of it', async () => {
    const pane = await reviewing();
    await pane.select(area(words.ours, 40, 500));
    const [sheet, rows] = pane.argumentsOf('trace')[0] as [string, number[]];
    expect(sheet).toBe(words.ours);
    expect(rows).toEqual(Array.from({ length: 20 }, (_, i) => 40 + i));
    expect(pane.store.getState().selection?.traces).toEqual([traceOf(words)]);
  });

  it('is not traced where the pane itself has selected', async () => {
    const pane = await reviewing();
    await pane.actions.lookAt('s1');
    await pane.select(area(words.ours, 14));
    expect(pane.argumentsOf('trace')).toEqual([]);
    await pane.select(area(words.ours, 41));
    await pane.select(area(words.ours, 14));
    expect(pane.argumentsOf('trace')).toHaveLength(2);
  });

  it('is not traced where a slow Excel makes the pane’s own after the user’s', async () => {
    let made = () => {};
    const pane = await reviewing({ port: { select: () => new Promise<void>((resolve) => (made = resolve)) } });
    const looking = pane.actions.lookAt('s1');
    await pane.select(area(words.ours, 41));
    await pane.select(area(words.ours, 14));
    made();
    await looking;
    expect(pane.argumentsOf('trace').map(([, rows]) => rows)).toEqual([[41]]);
  });

  it('on a sheet that is no ledger asks nothing', async () => {
    const pane = await reviewing();
    await pane.select(area('Notes', 3));
    expect(pane.argumentsOf('trace')).toEqual([]);
  });
});

describe('a statement', () => {
  it('is written alone, and everything else is kept', async () => {
    const pane = await reviewing();
    await pane.actions.writeStatement({ customer: 2, currency: 'CNY' }, 'activity');
    expect(pane.argumentsOf('sheets').at(-1)).toEqual([{ statements: [2], statementForm: 'activity', onlyStatements: true }]);
    const [, options] = pane.argumentsOf('writeSheets').at(-1) as [unknown, { keep: (key: string) => boolean }];
    expect(options.keep('plan')).toBe(true);
    expect(pane.argumentsOf('activate')).toHaveLength(1);
    expect(pane.store.getState().statements['2|CNY']).toBeDefined();
  });

  it('opens as a workbook of its own, and this one stays', async () => {
    const model: SheetModel = { key: 'statement-2', name: 'Statement', columnWidths: [12], cells: [{ rowIndex: 0, columnIndex: 0, content: 'Statement' }], tables: [], showGridLines: false, tabColor: '#0B5A63', print: { orientation: 'portrait' } };
    const pane = await reviewing({ session: { sheets: async () => [model] } });
    const before = pane.argumentsOf('writeSheets').length;
    await pane.actions.openStatement({ customer: 2, currency: 'CNY' }, 'activity');
    expect(pane.argumentsOf('sheets').at(-1)).toEqual([{ statements: [2], statementForm: 'activity', onlyStatements: true }]);
    expect(pane.argumentsOf('writeSheets')).toHaveLength(before);
    expect(pane.store.getState().notice?.details).toBeUndefined();
    const [[file]] = pane.argumentsOf('openAsNewWorkbook') as [[Uint8Array]];
    expect(String.fromCharCode(file[0], file[1])).toBe('PK');
  });

  it('for the selection is that of the selected row’s customer', async () => {
    const pane = await reviewing();
    await pane.select(area(words.ours, 14));
    await pane.actions.writeStatementForSelection();
    expect(pane.argumentsOf('sheets').at(-1)).toEqual([{ statements: [0], statementForm: 'open-item', onlyStatements: true }]);
    expect(pane.store.getState().view).toBe('customer');
  });

  it('without a selection asks for the customer', async () => {
    const pane = await reviewing();
    await pane.actions.writeStatementForSelection();
    expect(pane.store.getState().view).toBe('customers');
  });
});

describe('what if', () => {
  it('shows the last change asked for, whatever answers last', async () => {
    let answerFirst = (): void => {};
    const pane = await fakePaneWithResult();
    await pane.actions.loadPlan();
    const slow = await fakePaneWithResult({
      session: {
        whatIf: async (change) => {
          const plan = await pane.session.plan();
          if (change['collection.weights.age'] === 10) await new Promise<void>((resolve) => (answerFirst = resolve));
          return { ...plan, rows: plan.rows.slice(0, change['collection.weights.age'] === 10 ? 1 : 2) };
        },
      },
    });
    await slow.actions.loadPlan();
    const first = slow.actions.setWhatIf({ 'collection.weights.age': 10 });
    await slow.actions.setWhatIf({ 'collection.weights.age': 50 });
    answerFirst();
    await first;
    expect(slow.store.getState().plan.whatIf?.rows).toHaveLength(2);
    await slow.actions.setWhatIf({});
    expect(slow.store.getState().plan.whatIf).toBeNull();
  });
});

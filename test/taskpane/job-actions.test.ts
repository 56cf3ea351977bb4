/** The main job through the store: read, run, write, cancel, fail, and what is kept each time. */
import { EngineEnded, RunRefused, type Session } from '../../src/engine';
import { Cancelled } from '../../src/units/progress';
import { WorkbookError } from '../../src/workbook/port';
import { fakePane, fakePaneWithResult, type FakePane } from './support/fakes';
import { day, ledgersOf, summaryOf, wordsOf } from './support/sample-views';

const words = wordsOf('en');
const never = () => new Promise<never>(() => {});
const stateOf = ({ store }: FakePane) => store.getState();

async function readyPane(options: Parameters<typeof fakePane>[0] = {}): Promise<FakePane> {
  const pane = fakePane(options);
  await pane.actions.start();
  await pane.actions.findLedgers();
  return pane;
}

describe('opening', () => {
  it('welcomes whoever has never reconciled this workbook, and reads nothing', async () => {
    const pane = fakePane();
    await pane.actions.start();
    expect(stateOf(pane).job.state).toBe('welcome');
    expect(pane.argumentsOf('openSheet')).toEqual([]);
  });

  it('reads at once where it has', async () => {
    const pane = fakePane({ remembered: { 'pane.lastRun': '2026-09-30' } });
    await pane.actions.start();
    expect(stateOf(pane).job.state).toBe('ready');
  });

  it('says so when the workbook cannot be opened', async () => {
    const pane = fakePane({ port: { remembered: () => Promise.reject(new WorkbookError('host', {}, 'gone')) } });
    await pane.actions.start();
    expect(stateOf(pane).job).toMatchObject({ state: 'failed', problem: { happened: { code: 'pane.problem.host' } } });
  });

  it('is not stopped by what an older version left behind', async () => {
    const pane = fakePane({ remembered: { 'pane.choices': '{broken' } });
    await pane.actions.start();
    expect(stateOf(pane).choices.mappings).toEqual({});
  });
});

describe('reading', () => {
  it('takes every sheet to the session, ours included', async () => {
    const pane = await readyPane();
    expect(pane.argumentsOf('appendRows').map(([sheet]) => sheet)).toEqual([words.ours, words.theirs, words.theirs2]);
    expect(stateOf(pane).job.state).toBe('ready');
    expect(stateOf(pane).ledgers?.sheets).toHaveLength(6);
  });

  it('waits while a cell is edited', async () => {
    let refusals = 3;
    const pane = await readyPane({
      port: {
        listSheets: async () => {
          if (refusals-- > 0) throw new WorkbookError('cell-editing', {}, 'editing');
          return [];
        },
      },
    });
    expect(stateOf(pane).job.state).toBe('ready');
  });
});

describe('the one button', () => {
  it('reconciles and writes, in this order, and shows the result', async () => {
    const pane = await fakePaneWithResult();
    const order = pane.asked.map(([name]) => name).filter((name) => ['run', 'sheets', 'writeSheets'].includes(name));
    expect(order).toEqual(['run', 'sheets', 'writeSheets']);
    expect(stateOf(pane)).toMatchObject({ job: { state: 'done' }, view: 'results', unwritten: false, currency: 'CNY' });
    expect(stateOf(pane).resultSheets.map(({ name }) => name)).toContain('Collection plan');
  });

  it('does not fetch the sheets twice when nothing has changed, and does when something has', async () => {
    const pane = await readyPane();
    await pane.actions.run();
    expect(pane.argumentsOf('clear')).toHaveLength(1);
    pane.change(words.ours);
    await pane.actions.run();
    expect(pane.argumentsOf('clear')).toHaveLength(2);
  });

  it('reads the sheets again for a second run: people write in ours', async () => {
    const pane = await fakePaneWithResult();
    await pane.actions.run();
    expect(pane.argumentsOf('clear')).toHaveLength(2);
  });

  it('keeps statements that were written earlier', async () => {
    const pane = await fakePaneWithResult();
    const [, options] = pane.argumentsOf('writeSheets')[0] as [unknown, { keep: (key: string) => boolean }];
    expect(options.keep('statement-0')).toBe(true);
    expect(options.keep('aging')).toBe(false);
  });

  it('does nothing while ledgers cannot be read', async () => {
    const pane = await readyPane({ session: { inspect: async () => ({ ...ledgersOf(words), canRun: false }) } });
    await pane.actions.run();
    expect(pane.argumentsOf('run')).toEqual([]);
  });

  it('passes on the as-of day, the language and the corrections', async () => {
    const pane = await readyPane();
    pane.actions.setAsOf(day('2026-06-30'));
    pane.actions.setSheetLanguage('zh-TW');
    await pane.actions.setCustomer(stateOf(pane).ledgers!.sheets[1], 'Northgate');
    await pane.actions.run();
    expect(pane.argumentsOf('run')[0][0]).toMatchObject({ asOf: day('2026-06-30'), sheetLanguage: 'zh-TW', viewLanguage: 'en', mappings: { [words.theirs]: { customer: 'Northgate' } } });
  });

  it('runs once however often it is pressed', async () => {
    const pane = await readyPane();
    await Promise.all([pane.actions.run(), pane.actions.run()]);
    expect(pane.argumentsOf('run')).toHaveLength(1);
  });
});

describe('a cancel', () => {
  it('ends the run, writes nothing and goes back to the ledgers', async () => {
    const pane = await readyPane({ session: { run: (_options, _onProgress, signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Cancelled()))) } });
    const run = pane.actions.run();
    await Promise.resolve();
    pane.actions.cancel();
    await run;
    expect(stateOf(pane).job.state).toBe('ready');
    expect(stateOf(pane).announcement?.code).toBe('pane.said.cancelled');
    expect(pane.argumentsOf('writeSheets')).toEqual([]);
  });

  it('fetches the sheets anew afterwards, since the worker that held them is gone', async () => {
    let hang = true;
    const pane = await readyPane({ session: { run: (_options, _onProgress, signal) => (hang ? new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Cancelled()))) : Promise.resolve(summaryOf(words))) } });
    const run = pane.actions.run();
    await Promise.resolve();
    pane.actions.cancel();
    await run;
    hang = false;
    await pane.actions.run();
    expect(pane.argumentsOf('clear')).toHaveLength(2);
    expect(stateOf(pane).job.state).toBe('done');
  });

  it('ends a read at once, even while Excel does not answer', async () => {
    const pane = fakePane({ port: { listSheets: never } });
    await pane.actions.start();
    const reading = pane.actions.findLedgers();
    await Promise.resolve();
    pane.actions.cancel();
    await reading;
    expect(stateOf(pane).job.state).toBe('welcome');
  });

  it('while writing keeps the result on the screen, marked as not written', async () => {
    const pane = await readyPane({ port: { writeSheets: (_models, options) => new Promise((_resolve, reject) => options?.signal?.addEventListener('abort', () => reject(new Cancelled()))) } });
    const run = pane.actions.run();
    while (!stateOf(pane).unwritten) await new Promise((resolve) => setTimeout(resolve, 1));
    pane.actions.cancel();
    await run;
    expect(stateOf(pane)).toMatchObject({ job: { state: 'done' }, unwritten: true });
    expect(stateOf(pane).summary).not.toBeNull();
  });
});

describe('after a result that was not written', () => {
  const hanging = (_models: unknown, options?: { readonly signal?: AbortSignal }) => new Promise<void>((_resolve, reject) => options?.signal?.addEventListener('abort', () => reject(new Cancelled())));

  async function unwrittenPane(secondRun: Session['run']): Promise<FakePane> {
    const runs = [async () => summaryOf(words), secondRun];
    const pane = await readyPane({ port: { writeSheets: hanging }, session: { run: (...args) => runs.shift()!(...args) } });
    const run = pane.actions.run();
    while (!stateOf(pane).unwritten) await new Promise((resolve) => setTimeout(resolve, 1));
    pane.actions.cancel();
    await run;
    return pane;
  }

  it('a cancel of the next run goes back to the ledgers: the worker that held the result is gone', async () => {
    const pane = await unwrittenPane((_options, _onProgress, signal) => hanging(null, { signal }) as Promise<never>);
    const run = pane.actions.run();
    while (pane.argumentsOf('run').length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    pane.actions.cancel();
    await run;
    expect(stateOf(pane)).toMatchObject({ job: { state: 'ready' }, summary: null, unwritten: false });
  });

  it('a failure of the next run is none of the writing', async () => {
    const pane = await unwrittenPane(() => Promise.reject(new RunRefused([ledgersOf(words).issues[0]])));
    await pane.actions.run();
    expect(stateOf(pane).job).toMatchObject({ state: 'failed', problem: { kept: { code: 'pane.kept.run' } } });
  });
});

describe('a failure', () => {
  it('of the engine goes back to the ledgers: the result before went with it', async () => {
    const runs = [async () => summaryOf(words), () => Promise.reject(new EngineEnded('out of memory'))];
    const pane = await readyPane({ session: { run: () => runs.shift()!() } });
    await pane.actions.run();
    await pane.actions.run();
    expect(stateOf(pane)).toMatchObject({ job: { state: 'failed', back: 'ready' }, summary: null });
  });

  it('of the ledgers names the cells and goes back to them', async () => {
    const issue = ledgersOf(words).issues[0];
    const pane = await readyPane({ session: { run: () => Promise.reject(new RunRefused([issue])) } });
    await pane.actions.run();
    expect(stateOf(pane).job).toMatchObject({ state: 'failed', back: 'ready', problem: { happened: { code: 'pane.problem.refused' }, issues: [issue] } });
    pane.actions.leaveFailure();
    expect(stateOf(pane).job.state).toBe('ready');
  });

  it('of the writing keeps the result and lets it be written later', async () => {
    let isProtected = true;
    const pane = await readyPane({
      port: {
        writeSheets: async () => {
          if (isProtected) throw new WorkbookError('workbook-protected', {}, 'protected');
        },
      },
    });
    await pane.actions.run();
    expect(stateOf(pane).job).toMatchObject({ state: 'failed', back: 'done', problem: { kept: { code: 'pane.kept.write' } } });
    pane.actions.leaveFailure();
    isProtected = false;
    await pane.actions.writeSheets();
    expect(stateOf(pane)).toMatchObject({ job: { state: 'done' }, unwritten: false });
    expect(pane.argumentsOf('run')).toHaveLength(1);
  });
});

describe('a change after the result', () => {
  it('is noted, and forgotten by the next run', async () => {
    const pane = await fakePaneWithResult();
    pane.change(words.ours);
    pane.change(words.ours);
    expect(stateOf(pane).changedSheets).toEqual([words.ours]);
    await pane.actions.run();
    expect(stateOf(pane).changedSheets).toEqual([]);
  });
});

describe('corrections', () => {
  it('are kept in the workbook, and columns for their layout', async () => {
    const pane = await readyPane();
    const [ours] = stateOf(pane).ledgers!.sheets;
    await pane.actions.setColumn(ours, 'reference', 'D');
    const { mappings, mappingsByLayout } = stateOf(pane).choices;
    // D held the memo: a column holds one field.
    expect(mappings[ours.sheet].columns).toEqual({ date: 'A', document: 'B', customer: 'C', debit: 'E', credit: 'F', balance: 'G', reference: 'D' });
    expect(mappingsByLayout[ours.layoutKey]).toEqual({ columns: mappings[ours.sheet].columns });
    const again = fakePane({ remembered: Object.assign({}, ...pane.argumentsOf('remember').map(([values]) => values)) });
    await again.actions.start();
    expect(stateOf(again).choices.mappings).toEqual(mappings);
  });

  it('made while a cell is edited are kept when it is left, without a word', async () => {
    let refusals = 2;
    const remember = async () => {
      if (refusals-- > 0) throw new WorkbookError('cell-editing', {}, 'busy');
    };
    const pane = await readyPane({ port: { remember } });
    await pane.actions.setColumn(stateOf(pane).ledgers!.sheets[0], 'reference', 'D');
    expect([refusals, stateOf(pane).notice]).toEqual([-1, null]);
  });

  it('that the workbook cannot keep count all the same, and that is what is said', async () => {
    const pane = await readyPane({ port: { remember: () => Promise.reject(new WorkbookError('read-only', {}, 'AccessDenied')) } });
    await pane.actions.setColumn(stateOf(pane).ledgers!.sheets[0], 'reference', 'D');
    expect(stateOf(pane)).toMatchObject({ notice: { kept: { code: 'pane.kept.correct' } }, choices: { mappings: { [words.ours]: { columns: { reference: 'D' } } } } });
  });

  it('of a role is told to that sheet only', async () => {
    const pane = await readyPane();
    await pane.actions.setRole(stateOf(pane).ledgers!.sheets[2], 'our-ledger');
    expect(stateOf(pane).choices).toMatchObject({ mappings: { [words.theirs2]: { role: 'our-ledger' } }, mappingsByLayout: {} });
  });

  it('read the sheets anew without fetching them again', async () => {
    const pane = await readyPane();
    await pane.actions.setHeaderRow(stateOf(pane).ledgers!.sheets[0], 5);
    expect(pane.argumentsOf('inspect')).toHaveLength(2);
    expect(pane.argumentsOf('clear')).toHaveLength(1);
  });

  it('join a name or keep it apart, as the user says', async () => {
    const pane = await readyPane();
    await pane.actions.answerJoin('Harbour Home Strs.', 'Harbour Home Stores');
    await pane.actions.answerJoin('Harbor Ltd', null);
    expect(stateOf(pane).choices.aliases).toEqual({ 'Harbour Home Strs.': 'Harbour Home Stores', 'Harbor Ltd': 'Harbor Ltd' });
  });

  it('can be taken back', async () => {
    const pane = await readyPane();
    const [ours] = stateOf(pane).ledgers!.sheets;
    await pane.actions.setColumn(ours, 'reference', 'D');
    await pane.actions.forgetCorrections(ours);
    expect(stateOf(pane).choices).toMatchObject({ mappings: {}, mappingsByLayout: {} });
  });
});

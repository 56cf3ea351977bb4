/** The ribbon's commands, on a pane that is open and on one that is not yet. */
import { COMMAND_NAMES, registerCommands } from '../../src/commands/commands';
import { ribbonCommands } from '../../src/taskpane/ribbon';
import { fakePane, fakePaneWithResult } from './support/fakes';

const opened = async () => {};

it('registers the functions of the manifest and tells Excel when each has ended, failed or not', async () => {
  const registered = new Map<string, (event: { completed(): void }) => void>();
  registerCommands({ runAgain: async () => {}, statementForSelection: () => Promise.reject(new Error('no')), nextSuggestion: async () => {} }, (name, run) => registered.set(name, run));
  expect([...registered.keys()]).toEqual([...COMMAND_NAMES]);
  const unhandled = jest.fn();
  process.once('unhandledRejection', unhandled);
  for (const name of COMMAND_NAMES) await new Promise<void>((completed) => registered.get(name)?.({ completed }));
  await new Promise((resolve) => setTimeout(resolve, 5));
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

it('runs again', async () => {
  const pane = await fakePaneWithResult();
  await ribbonCommands(pane, opened).runAgain();
  expect(pane.argumentsOf('run')).toHaveLength(2);
});

it('reads first where nothing has been read', async () => {
  const pane = fakePane();
  await pane.actions.start();
  await ribbonCommands(pane, opened).runAgain();
  expect(pane.store.getState().job.state).toBe('done');
});

it('goes to the next suggestion, from any view', async () => {
  const pane = await fakePaneWithResult();
  await ribbonCommands(pane, opened).nextSuggestion();
  expect(pane.store.getState()).toMatchObject({ view: 'review', review: { activeKey: 's1' } });
  await ribbonCommands(pane, opened).nextSuggestion();
  expect(pane.store.getState().review.activeKey).toBe('s2');
});

it('waits until the pane has been opened', async () => {
  const pane = fakePane({ remembered: { 'pane.lastRun': '2026-09-30' } });
  await ribbonCommands(pane, () => pane.actions.start()).runAgain();
  expect(pane.store.getState().job.state).toBe('done');
});

it.each(['runAgain', 'statementForSelection', 'nextSuggestion'] as const)('does not disturb a job at work: %s', async (name) => {
  let end = () => {};
  const writes = [() => Promise.resolve(), () => new Promise<void>((resolve) => (end = resolve))];
  const pane = await fakePaneWithResult({ port: { writeSheets: () => writes.shift()!() } });
  const second = pane.actions.run();
  while (writes.length > 0) await new Promise((resolve) => setTimeout(resolve, 1));
  const asked = pane.asked.length;
  await ribbonCommands(pane, opened)[name]();
  expect(pane.asked.slice(asked)).toEqual([]);
  expect(pane.store.getState().view).toBe('results');
  end();
  await second;
});

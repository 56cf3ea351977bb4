/**
 * @jest-environment jsdom
 */
/** The review by keyboard alone: J and K move, A and R decide, U takes back, and typing decides nothing. */
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakePaneWithResult } from './support/fakes';
import { settle, showPane } from './support/render';

async function reviewing() {
  const pane = await fakePaneWithResult();
  pane.actions.show('review');
  const user = userEvent.setup();
  await showPane(pane);
  const press = async (keys: string) => {
    await user.keyboard(keys);
    await settle();
  };
  return { pane, user, press, opened: () => screen.getByRole('list', { name: 'To review' }).querySelector('[aria-expanded="true"]') };
}

afterEach(cleanup);

it('begins at the view’s question', async () => {
  await reviewing();
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
});

it('leaves the focus where it is while the user is at work in the sheet', async () => {
  const pane = await fakePaneWithResult();
  pane.actions.show('review');
  await showPane(pane, 'en', false);
  expect(document.activeElement).toBe(document.body);
});

it('moves with J and K, and with the arrows', async () => {
  const { press, opened } = await reviewing();
  expect(opened()?.textContent).toContain('Northgate Electricals');
  await press('j');
  expect(opened()?.textContent).toContain('12,840.00');
  await press('{ArrowDown}');
  expect(opened()?.textContent).toContain('8,600.00');
  await press('k');
  expect(opened()?.textContent).toContain('12,840.00');
});

it('takes the focus along once it is in the list', async () => {
  const { press, opened } = await reviewing();
  (opened() as HTMLElement).focus();
  await press('j');
  expect(document.activeElement).toBe(opened());
});

it('accepts, rejects and takes back', async () => {
  const { pane, press } = await reviewing();
  await press('a');
  expect(screen.getByRole('status').textContent).toBe('Accepted. 2 left.');
  await press('r');
  expect(screen.getByRole('status').textContent).toBe('Rejected. 1 left.');
  expect(pane.argumentsOf('decide')).toEqual([[['s1'], 'accepted'], [['s2'], 'rejected']]);
  await press('u');
  expect(pane.argumentsOf('decide').at(-1)).toEqual([['s2'], null]);
  expect(screen.getByText('2 of these need you, CNY 21,440.00 in all.')).toBeTruthy();
});

it('keeps the focus in the pane when the control that had it goes away', async () => {
  const { press, user } = await reviewing();
  await press('a');
  const undo = screen.getByRole('button', { name: 'Undo' });
  await user.click(undo);
  await settle();
  expect(undo.isConnected).toBe(false);
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
});

it('does nothing while the user picks from a list, or holds a modifier', async () => {
  const { pane, press } = await reviewing();
  await press('{Control>}a{/Control}');
  screen.getByLabelText('Show').focus();
  await press('a');
  expect(pane.argumentsOf('decide')).toEqual([]);
});

it('decides with Enter on a button, too', async () => {
  const { pane, press } = await reviewing();
  screen.getByRole('button', { name: 'Reject' }).focus();
  await press('{Enter}');
  expect(pane.argumentsOf('decide')).toEqual([[['s1'], 'rejected']]);
});

it('has one stop for Tab among the items', async () => {
  await reviewing();
  const items = [...screen.getByRole('list', { name: 'To review' }).querySelectorAll('[aria-expanded]')];
  expect(items.filter((item) => (item as HTMLElement).tabIndex === 0)).toHaveLength(1);
});

it('runs again with the decisions', async () => {
  const { pane, user, press } = await reviewing();
  await press('a');
  await user.click(screen.getByRole('button', { name: 'Apply and run again' }));
  await settle();
  expect(pane.argumentsOf('run')).toHaveLength(2);
  expect(pane.store.getState().review.deeds).toEqual([]);
});

it('accepts several at once', async () => {
  const { pane, user } = await reviewing();
  await user.click(screen.getByText('Accept several at once'));
  await user.click(screen.getByRole('button', { name: 'Accept 2 suggestions, CNY\u00a0362,840.00' }));
  await settle();
  expect(pane.argumentsOf('decide')).toEqual([[['s1', 's2'], 'accepted']]);
});

it('offers the nearest candidates of what is unexplained', async () => {
  const { pane, user } = await reviewing();
  await user.selectOptions(screen.getByLabelText('Show'), 'unexplained');
  await settle();
  const list = within(screen.getByRole('list', { name: 'To review' }));
  await user.click(list.getByRole('button', { name: 'These belong together' }));
  await settle();
  expect(pane.argumentsOf('decide')).toEqual([[['u1a'], 'accepted']]);
});

it('says the same words again when the same happens again', async () => {
  const { press } = await reviewing();
  await press('a');
  await press('a');
  await press('u');
  const said = screen.getByText('Taken back.');
  await press('u');
  expect(screen.getByText('Taken back.')).not.toBe(said);
});

it('leaves the focus on what shows other items, so that the arrows go on through them', async () => {
  const { user } = await reviewing();
  const picker = screen.getByRole('combobox', { name: 'Show' });
  picker.focus();
  await user.selectOptions(picker, screen.getByRole('option', { name: /^Unexplained/ }));
  await settle();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('What do these belong to?');
  expect(document.activeElement).toBe(picker);
});

/** Puts a pane on the page, as main does. */
import { act, fireEvent, render } from '@testing-library/react';
import { App } from '../../../src/taskpane/app';
import type { Language } from '../../../src/texts';
import type { FakePane } from './fakes';

/** The user is at work in the pane, or (`isInPane` false) in the sheet. */
export async function showPane(pane: FakePane, language: Language = 'en', isInPane = true) {
  document.hasFocus = () => isInPane;
  const shown = render(<App pane={pane} language={language} officeIsDark={false} />);
  await settle();
  return shown;
}

/** Lets answers arrive and effects run. */
export async function settle(): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
}

/** Opens every part that opens in place, and those within: they are drawn once they are opened. */
export async function unfold(container: HTMLElement): Promise<void> {
  for (let closed = foldsIn(container); closed.length > 0; closed = foldsIn(container)) {
    for (const each of closed) {
      each.open = true;
      fireEvent(each, new Event('toggle'));
    }
    await settle();
  }
}

function foldsIn(container: HTMLElement): HTMLDetailsElement[] {
  return [...container.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
}

/** What the ribbon's commands do to the pane: shown first, since it may be closed, or never have been opened. */
import type { Commands } from '../commands/commands';
import { isResting } from './job';
import type { Pane } from './store';

/** `opened`: shows the pane, and ends when it has found out what this workbook is. A job at work is left to its work. */
export function ribbonCommands({ actions, store }: Pane, opened: () => Promise<void>): Commands {
  const onOpenPane = (deed: () => Promise<void>) => async () => {
    await opened();
    if (isResting(store.getState().job)) await deed();
  };
  return {
    runAgain: onOpenPane(() => actions.run()),
    statementForSelection: onOpenPane(() => actions.writeStatementForSelection()),
    nextSuggestion: onOpenPane(async () => {
      const { summary, view } = store.getState();
      if (!summary) return actions.findLedgers();
      await actions.loadReview();
      if (view === 'review') return actions.moveReview(1);
      actions.show('review');
      const { activeKey } = store.getState().review;
      if (activeKey) await actions.lookAt(activeKey);
    }),
  };
}

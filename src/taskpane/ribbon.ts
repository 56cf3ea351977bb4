/** What the ribbon's commands do to the pane. */
import type { Commands } from '../commands/commands';
import type { Pane } from './store';

export function ribbonCommands({ actions, store }: Pane): Commands {
  return {
    runAgain: () => actions.run(),
    statementForSelection: () => actions.writeStatementForSelection(),
    nextSuggestion: async () => {
      const { summary, view } = store.getState();
      if (!summary) return actions.findLedgers();
      await actions.loadReview();
      if (view === 'review') return actions.moveReview(1);
      actions.show('review');
      const { activeKey } = store.getState().review;
      if (activeKey) await actions.lookAt(activeKey);
    },
  };
}

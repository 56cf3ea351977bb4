import type { Catalogue } from './message';

/** What the task pane says. */
export const paneTexts = {} as const satisfies Catalogue;

import type { Catalogue } from './message';

/** What each setting means, and what is said of a value that makes no sense. */
export const settingsTexts = {} as const satisfies Catalogue;

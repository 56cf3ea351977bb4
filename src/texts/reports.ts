import type { Catalogue } from './message';

/** What the room `reports` says. */
export const reportsTexts = {} as const satisfies Catalogue;

import type { Catalogue } from './message';

/** What the room `aging` says. */
export const agingTexts = {} as const satisfies Catalogue;

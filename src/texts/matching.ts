import type { Catalogue } from './message';

/** What the room `matching` says. */
export const matchingTexts = {} as const satisfies Catalogue;

import type { Catalogue } from './message';

/** What the room `collection` says. */
export const collectionTexts = {} as const satisfies Catalogue;

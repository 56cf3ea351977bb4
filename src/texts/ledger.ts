import type { Catalogue } from './message';

/** What the room `ledger` says. */
export const ledgerTexts = {} as const satisfies Catalogue;

import type { Catalogue } from './message';

/** What the command line says. */
export const commandLineTexts = {} as const satisfies Catalogue;

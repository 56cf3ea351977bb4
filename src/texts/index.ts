import { agingTexts } from './aging';
import { collectionTexts } from './collection';
import { commandLineTexts } from './command-line';
import { ledgerTexts } from './ledger';
import { matchingTexts } from './matching';
import { paneTexts } from './pane';
import { reportsTexts } from './reports';
import { termTexts } from './terms';
import { sayWith, type Catalogue, type Message } from './message';
import type { Language } from './language';

export * from './language';
export type { Message, MessageValue } from './message';

const catalogue: Catalogue = { ...termTexts, ...ledgerTexts, ...matchingTexts, ...agingTexts, ...collectionTexts, ...reportsTexts, ...paneTexts, ...commandLineTexts };

/** A message in words, from any room's catalogue. Codes are unique across rooms (a test holds it). */
export function say(message: Message, language: Language): string {
  return sayWith(catalogue, message, language);
}

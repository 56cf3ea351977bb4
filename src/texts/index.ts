import { agingTexts } from './aging';
import { annotationsTexts } from './annotations';
import { collectionTexts } from './collection';
import { commandLineTexts } from './command-line';
import { engineTexts } from './engine';
import { ledgerTexts } from './ledger';
import { matchingTexts } from './matching';
import { paneTexts } from './pane';
import { paneFieldTexts } from './pane-fields';
import { paneResultsTexts } from './pane-results';
import { paneReviewTexts } from './pane-review';
import { proofTexts } from './proof';
import { reportHeadingsTexts } from './report-headings';
import { reportsTexts } from './reports';
import { selfCheckTexts } from './self-check';
import { settingsTexts } from './settings';
import { termTexts } from './terms';
import { sayWith, type Catalogue, type Message } from './message';
import type { Language } from './language';

export * from './language';
export type { Message, MessageValue } from './message';

const catalogue: Catalogue = { ...termTexts, ...ledgerTexts, ...engineTexts, ...matchingTexts, ...agingTexts, ...collectionTexts, ...annotationsTexts, ...proofTexts, ...settingsTexts, ...reportsTexts, ...reportHeadingsTexts, ...paneTexts, ...paneFieldTexts, ...paneResultsTexts, ...paneReviewTexts, ...commandLineTexts, ...selfCheckTexts };

/** A message in words, from any room's catalogue. Codes are unique across rooms (a test holds it). */
export function say(message: Message, language: Language): string {
  return sayWith(catalogue, message, language);
}

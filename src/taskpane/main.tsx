/** Where the pane is put together: Office, the workbook, the engine's worker, the store, the ribbon's commands. */
import { createRoot } from 'react-dom/client';
import { registerCommands } from '../commands/commands';
import { startSession } from '../engine/worker-client';
import { languageOf, say, type Language } from '../texts';
import { openOfficeWorkbook } from '../workbook/office/office-workbook';
import { App } from './app';
import { ribbonCommands } from './ribbon';
import { createPane } from './store';
import { browserSurroundings } from './surroundings';

void Office.onReady(async ({ host }) => {
  const element = document.getElementById('pane') as HTMLElement;
  const language = languageOf(Office.context.displayLanguage ?? navigator.language);
  if (host !== Office.HostType.Excel) {
    element.textContent = say({ code: 'pane.outside' }, language);
    return;
  }
  document.body.style.margin = '0';
  await openPane(element, language);
});

async function openPane(element: HTMLElement, language: Language): Promise<void> {
  const pane = createPane({ session: startSession(), port: openOfficeWorkbook(), language, surroundings: browserSurroundings(language) });
  createRoot(element).render(<App pane={pane} language={language} officeIsDark={Office.context.officeTheme?.isDarkTheme} />);
  const started = pane.actions.start();
  // An Excel that cannot show it has no ribbon of ours.
  const opened = () => Office.addin.showAsTaskpane().then(() => started, () => started);
  registerCommands(ribbonCommands(pane, opened), (name, run) => Office.actions.associate(name, run));
  await started;
  await pane.actions.followSelection();
}

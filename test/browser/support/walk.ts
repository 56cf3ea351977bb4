/** The steps of a user's walk through the pane, in any language, and what the stand-in for Excel then holds. */
import { readFileSync } from 'node:fs';
import type { Frame, Locator, Page } from 'playwright-core';
import { say, type Language } from '../../../src/texts';
import { readMemoryXml } from '../../../src/workbook/memory';
import { openXlsxWorkbook, type XlsxWorkbook } from '../../../src/workbook/xlsx/open-xlsx';

export const RUN_MILLISECONDS = 60_000;

/** With what the user does it: each job of the pane can be done with either alone. */
export const HANDS = ['mouse', 'keyboard'] as const;
export type Hand = (typeof HANDS)[number];

/** The pane's words in one language, and the ways to what bears them. */
export class PaneWalk {
  constructor(
    readonly page: Page,
    readonly pane: Frame,
    readonly language: Language = 'en',
    readonly hand: Hand = 'mouse',
  ) {}

  press(target: Locator): Promise<void> {
    return this.hand === 'mouse' ? target.click() : pressOn(this.page, target);
  }

  /** From a list, by the words of the choice. */
  async choose(list: Locator, words: string): Promise<void> {
    if (this.hand === 'mouse') return void (await list.selectOption({ label: words }));
    // A list takes the choice that begins with what is typed, and goes on with the word while it has the focus.
    if (await list.evaluate((element) => element === element.ownerDocument.activeElement)) await this.page.keyboard.press('Tab');
    await tabTo(this.page, list);
    await this.page.keyboard.type(words);
  }

  /** Into a field whose value counts once it is left, or Enter is pressed. */
  async enter(field: Locator, text: string): Promise<void> {
    if (this.hand === 'mouse') {
      await field.fill(text);
      return this.pane.locator('h1').click();
    }
    await tabTo(this.page, field);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  say(code: string, values?: Parameters<typeof say>[0]['values']): string {
    return say({ code, values }, this.language);
  }

  button(code: string): Locator {
    return this.pane.getByRole('button', { name: this.say(code), exact: true });
  }

  heading(code: string): Locator {
    return this.pane.getByRole('heading', { name: this.say(code), level: 1 });
  }

  /** A part that opens in place, by the start of its summary. */
  fold(text: string): Locator {
    return this.pane.locator('summary', { hasText: text }).first();
  }

  async findLedgers(): Promise<void> {
    await this.press(this.button('pane.first.find'));
    await this.heading('pane.ledgers.title').waitFor({ timeout: RUN_MILLISECONDS });
  }

  async run(): Promise<void> {
    await this.press(this.button('pane.ledgers.run'));
    await this.heading('pane.results.title').waitFor({ timeout: RUN_MILLISECONDS });
  }

  /** From the first screen to the results. */
  async wholeJob(): Promise<void> {
    await this.findLedgers();
    await this.run();
  }

  open(tab: 'results' | 'review' | 'customers' | 'plan' | 'ledgers'): Promise<void> {
    return this.press(this.tab(tab));
  }

  tab(tab: 'results' | 'review' | 'customers' | 'plan' | 'ledgers'): Locator {
    return this.pane.getByRole('navigation').getByRole('button', { name: this.say(`pane.tab.${tab}`), exact: true });
  }

  async openCustomer(name: string): Promise<void> {
    await this.open('customers');
    await this.enter(this.pane.getByRole('searchbox'), name);
    await this.press(this.pane.getByRole('listitem').filter({ hasText: name }).getByRole('button'));
    await this.pane.getByRole('heading', { name, level: 1 }).waitFor();
    await this.button('pane.customer.statement').waitFor();
  }

  ribbon(control: 'OpenPane' | 'RunAgain' | 'Statement' | 'NextSuggestion'): Promise<void> {
    const button = this.page.locator(`[data-control="Duesheet.${control}"]`);
    return this.hand === 'mouse' ? button.click() : button.press('Enter');
  }
}

export interface SheetDump {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/** Every sheet's values as the stand-in holds them, its formulas evaluated: they otherwise wait until it is quiet. */
export function dump(page: Page): Promise<SheetDump[]> {
  return page.evaluate(async () => {
    await window.excel!.recalculate();
    const { workbook } = window.excel!;
    return workbook.sheets.map((sheet) => {
      const area = sheet.cells.used(true) ?? { row: 0, column: 0, rows: 0, columns: 0 };
      const rows = Array.from({ length: area.row + area.rows }, (_, row) => Array.from({ length: area.column + area.columns }, (__, column) => sheet.cells.value(row, column)));
      return { name: sheet.name, rows };
    });
  });
}

export const sheetNamed = (sheets: readonly SheetDump[], name: string) => sheets.find((sheet) => sheet.name === name) as SheetDump;

/** The active sheet and the rows selected in it, 1-based, as the stand-in shows them. */
export function selected(page: Page): Promise<{ readonly sheet: string; readonly rows: readonly number[] }> {
  return page.evaluate(() => {
    const { activeSheet, selection } = window.excel!;
    return { sheet: activeSheet.name, rows: selection.flatMap((area) => Array.from({ length: area.rows }, (_, i) => area.row + i + 1)) };
  });
}

/** What a user does who marks rows of a sheet. */
export function selectRow(page: Page, sheetName: string, row: number): Promise<void> {
  return page.evaluate(
    ([name, at]) => {
      const host = window.excel!;
      const sheet = host.workbook.sheets.find((each) => each.name === name)!;
      host.select(sheet.id, [{ row: (at as number) - 1, column: 0, rows: 1, columns: 1 }]);
    },
    [sheetName, row] as const,
  );
}

/** What a user does who types into a cell; `row` and `column` 1-based. */
export function typeInto(page: Page, sheetName: string, row: number, column: number, typed: string): Promise<void> {
  return page.evaluate(
    ([name, atRow, atColumn, text]) => {
      const host = window.excel!;
      const sheet = host.workbook.sheets.find((each) => each.name === name)!;
      return host.edit(sheet.id, (atRow as number) - 1, (atColumn as number) - 1, text as string);
    },
    [sheetName, row, column, typed] as const,
  );
}

/** What the pane has had the workbook remember. */
export async function remembered(page: Page): Promise<Readonly<Record<string, string>>> {
  const parts = await page.evaluate(() => window.excel!.workbook.xmlParts.map(({ xml }) => xml));
  return parts.map(readMemoryXml).find((memory) => memory !== null) ?? {};
}

/** The workbook as a file, saved by the user's hand. */
export async function savedWorkbook(page: Page): Promise<XlsxWorkbook> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save a copy' }).click()]);
  return openXlsxWorkbook(readFileSync(await download.path()));
}

/**
 * Nothing but the keyboard: Tab until the control has the focus, or Shift+Tab where it stands above.
 * From the sheet, Excel's F6 leads to the pane's first stop.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const TABS_MAX = 80;
  await target.evaluate(({ ownerDocument }) => ownerDocument.hasFocus() || ownerDocument.querySelector('h1')?.focus());
  for (let tabs = 0; tabs <= TABS_MAX; tabs++) {
    const where = await target.evaluate((element) => {
      const { activeElement } = element.ownerDocument;
      if (activeElement === element) return 'there';
      return activeElement && activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? 'above' : 'below';
    });
    if (where === 'there') return;
    await page.keyboard.press(where === 'above' ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`The keyboard does not reach ${String(target)}.`);
}

export async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Waits for something that no element tells of: the stand-in's own state. */
export async function until(isSo: () => Promise<boolean>, milliseconds = 20_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('It did not come about in time.');
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

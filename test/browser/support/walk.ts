/** The steps of a user's walk through the pane, in any language, and what the stand-in for Excel then holds. */
import { readFileSync } from 'node:fs';
import type { Frame, Locator, Page } from 'playwright-core';
import { say, type Language } from '../../../src/texts';
import { openXlsxWorkbook, type XlsxWorkbook } from '../../../src/workbook/xlsx/open-xlsx';

export const RUN_MILLISECONDS = 60_000;

/** The pane's words in one language, and the ways to what bears them. */
export class PaneWalk {
  constructor(
    readonly page: Page,
    readonly pane: Frame,
    readonly language: Language = 'en',
  ) {}

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
    await this.button('pane.first.find').click();
    await this.heading('pane.ledgers.title').waitFor({ timeout: RUN_MILLISECONDS });
  }

  async run(): Promise<void> {
    await this.button('pane.ledgers.run').click();
    await this.heading('pane.results.title').waitFor({ timeout: RUN_MILLISECONDS });
  }

  /** From the first screen to the results. */
  async wholeJob(): Promise<void> {
    await this.findLedgers();
    await this.run();
  }

  async open(tab: 'results' | 'review' | 'customers' | 'plan'): Promise<void> {
    await this.pane.getByRole('navigation').getByRole('button', { name: this.say(`pane.tab.${tab}`), exact: true }).click();
  }

  async openCustomer(name: string): Promise<void> {
    await this.open('customers');
    await this.pane.getByRole('searchbox').fill(name);
    await this.pane.getByRole('listitem').filter({ hasText: name }).getByRole('button').click();
    await this.pane.getByRole('heading', { name, level: 1 }).waitFor();
    await this.button('pane.customer.statement').waitFor();
  }

  ribbon(control: 'OpenPane' | 'RunAgain' | 'Statement' | 'NextSuggestion'): Promise<void> {
    return this.page.locator(`[data-control="Duesheet.${control}"]`).click();
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

/** The workbook as a file, saved by the user's hand. */
export async function savedWorkbook(page: Page): Promise<XlsxWorkbook> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save a copy' }).click()]);
  return openXlsxWorkbook(readFileSync(await download.path()));
}

/**
 * Nothing but the keyboard: Tab until the control has the focus, and from the pane's last stop Shift+Tab back.
 * From the sheet, Excel's F6 leads to the pane's first stop.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const TABS_MAX = 80;
  await target.evaluate(({ ownerDocument }) => ownerDocument.hasFocus() || ownerDocument.querySelector('h1')?.focus());
  let key = 'Tab';
  for (let tabs = 0; tabs <= TABS_MAX; tabs++) {
    const before = await target.evaluateHandle(({ ownerDocument }) => ownerDocument.activeElement).catch(() => null);
    if (await target.evaluate((element, focused) => element === focused, before).catch(() => false)) return;
    await page.keyboard.press(key);
    if (await target.evaluate(({ ownerDocument }, focused) => ownerDocument.activeElement === focused, before).catch(() => false)) key = 'Shift+Tab';
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

import type { Mapping, SheetReading, SheetRole, Side, Skipped } from './books';
import { currencyOfLanguage, currencyOfTitle, currencyOfTitles, yenSignUnder } from './currencies';
import { readFamily, type FamilyReading } from './families';
import type { Grid } from './grid';
import { languageOfTables } from './language-of';
import { layoutKeyOf } from './layout-key';
import type { CellMemos } from './cell-memos';
import { CellReader } from './cell-reader';
import type { LedgerTable } from './sides';
import { titlesOf, type Table } from './tables';
import type { CurrencyCode } from '../units/money';
import type { Language } from '../texts';

/** A table with everything that can be told of it by itself. */
export interface FoundTable extends LedgerTable {
  readonly family: FamilyReading;
  readonly mapping: Mapping | undefined;
  readonly sheetNumber: number;
  /** Whose it is where it is half of a pair; `null` for a table of its own, which is judged among all others. */
  readonly half: Side | null;
  readonly language: Language;
  readonly currency: CurrencyCode;
  /** What a title, a heading or the sign beside its amounts names; `null` where they name none. */
  readonly titleCurrency: CurrencyCode | null;
  /** What a bare `￥` stands for. */
  readonly yenSign: CurrencyCode;
  /** False where nothing on the sheet names the currency. */
  readonly namesCurrency: boolean;
}

export function describeTable(table: Table, sheetNumber: number, mappingOfSheet: Mapping | undefined, mappingsByLayout: Readonly<Record<string, Mapping>>, memos: CellMemos): FoundTable {
  const layoutKey = layoutKeyOf(table.headings);
  const mapping = mappingOfSheet ?? mappingsByLayout[layoutKey];
  const family = readFamily(table, mapping);
  const language = languageOfTables([table]);
  const reader = new CellReader(table, family.columns, language === 'en' ? 'mdy' : 'ymd', memos);
  const named = namedCurrency(table, family);
  return { table, family, mapping, sheetNumber, half: null, language, layoutKey, columns: family.columns, reader, currency: named ?? currencyOfLanguage(language), titleCurrency: named, yenSign: yenSignUnder(named), namesCurrency: named !== null || family.columns.has('currency') };
}

/** By a title, a heading, or the sign beside the first amounts printed as text. */
function namedCurrency(table: Table, { columns }: FamilyReading): CurrencyCode | null {
  const code = currencyOfTitles([...titlesOf(table), ...table.headings]);
  if (code !== null) return code;
  const { grid } = table;
  for (const field of ['debit', 'credit', 'amount', 'balance'] as const) {
    const column = columns.get(field)?.[0] ?? -1;
    for (let row = table.headerBottom + 1; column >= 0 && row <= Math.min(table.lastRow, table.headerBottom + 20); row++) {
      const code = /\d/.test(grid.text(row, column)) ? currencyOfTitle(grid.text(row, column)) : null;
      if (code !== null) return code;
    }
  }
  return null;
}

/** A reading of one table as the user sees it; what is particular to a ledger is added by the caller. */
export function readingOf(found: FoundTable, role: SheetRole, confidence: number, skipped: readonly Skipped[]): SheetReading {
  const { table } = found;
  const { grid } = table;
  const second = found.family.runnerUp;
  return {
    sheet: grid.sheet, role, confidence, runnerUp: second === null ? null : { role: second.family === 'ledger' ? 'our-ledger' : second.family, confidence: second.confidence },
    headerRow: grid.sheetRow(table.headerBottom), firstRow: grid.sheetRow(table.titleTop), lastRow: grid.sheetRow(table.lastRow),
    columns: Object.fromEntries([...found.columns].map(([field, columns]) => [field, grid.columnLetters(columns[0])])),
    headings: Object.fromEntries(table.headings.flatMap((heading, column) => (heading === '' ? [] : [[grid.columnLetters(column), heading.replace(/\n/g, ' ')]]))),
    layoutKey: found.layoutKey, customer: null, currency: found.currency, language: found.language, entryCount: 0,
    hiddenRowCount: (grid.facts.hiddenRows ?? []).filter((row) => row >= table.titleTop && row <= table.lastRow).length, skipped, balanceProof: null,
  };
}

/** A sheet on which no table was found. */
export function readingOfUnread(grid: Grid): SheetReading {
  return {
    sheet: grid.sheet, role: 'ignore', confidence: 0, runnerUp: null, headerRow: 0, firstRow: grid.sheetRow(0), lastRow: grid.sheetRow(grid.rowCount - 1), columns: {}, headings: {}, layoutKey: layoutKeyOf([]),
    customer: null, currency: currencyOfLanguage('en'), language: 'en', entryCount: 0, hiddenRowCount: grid.facts.hiddenRows?.length ?? 0, skipped: [], balanceProof: null,
  };
}

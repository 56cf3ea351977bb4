/**
 * The currency of ledgers that name none. Both sides of an account are kept in one currency, so a silent ledger
 * follows those that speak: ours first, then any; where none does, the market that our own ledger is written for.
 */
import type { Ledger, Side } from './books';
import { currencyOfLanguage, currencyOfWords } from './currencies';
import type { FoundTable } from './found-table';
import { languageOfTables } from './language-of';
import { mainColumn } from './columns';
import { minorPerMajor, type CurrencyCode } from '../units/money';

/** Rows of a currency column looked at; more would not say more. */
const SAMPLE_ROWS = 400;

export function usualCurrency(tables: readonly FoundTable[], sides: readonly Side[]): CurrencyCode {
  const ours = tables.filter((_, i) => sides[i] === 'ours');
  const [own] = namedCurrencies(ours);
  if (own !== undefined) return own;
  const [any] = namedCurrencies(tables);
  return any ?? currencyOfLanguage(languageOfTables((ours.length > 0 ? ours : tables).map(({ table }) => table)));
}

/** Currencies that tables name in a title or a column, the most frequent first. */
function namedCurrencies(tables: readonly FoundTable[]): CurrencyCode[] {
  const counts = new Map<CurrencyCode, number>();
  const count = (code: CurrencyCode | null) => code !== null && counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const found of tables) {
    if (!found.namesCurrency) continue;
    const column = mainColumn(found.columns, 'currency');
    if (column < 0) count(found.currency);
    const { table, reader } = found;
    for (let row = table.headerBottom + 1; column >= 0 && row <= Math.min(table.lastRow, table.headerBottom + SAMPLE_ROWS); row++) {
      const text = reader.text(row, column);
      if (text !== 0 && !table.headerRows.has(row)) count(currencyOfWords(table.grid.texts.at(text), found.yenSign));
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code);
}

/** In books of several currencies, a customer's silent ledger is in the one that our ledger keeps for that customer. */
export function followOurCurrency(theirs: Ledger, from: number, count: number, ours: Ledger, currencies: readonly CurrencyCode[]): void {
  const ownOf = new Map<number, number>();
  for (let i = 0; i < ours.count; i++) ownOf.set(ours.customer[i], ownOf.has(ours.customer[i]) && ownOf.get(ours.customer[i]) !== ours.currency[i] ? -1 : ours.currency[i]);
  for (let i = from; i < from + count; i++) {
    const own = ownOf.get(theirs.customer[i]) ?? -1;
    if (own < 0 || own === theirs.currency[i]) continue;
    theirs.amountMinor[i] = Math.round((theirs.amountMinor[i] * minorPerMajor(currencies[own])) / minorPerMajor(currencies[theirs.currency[i]]));
    theirs.currency[i] = own;
  }
}

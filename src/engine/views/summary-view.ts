/** The result in numbers. Amounts of different currencies are never added. */
import { CLASSES, type Aged, type CollectionClass } from '../../aging/aged';
import { CATEGORIES, numbersOf, type Account } from '../../matching/reconciliation';
import type { MinorUnits } from '../../units/units';
import type { CurrencyCode } from '../../units/money';
import type { Result } from '../../reports/result';
import type { CurrencySummary, CustomerLine, SummaryView } from '../session';

const KEY_FIGURES = ['dso', 'bestPossibleDso', 'averageDaysDelinquent', 'collectionEffectivenessPercent'] as const;

export function summaryView(result: Result): SummaryView {
  const { books, reconciliation } = result;
  const { matches } = reconciliation;
  const suggested = numbersOf(matches, 'suggested').length;
  return {
    asOf: result.asOf,
    sheetLanguage: result.language,
    currencies: currenciesOf(result).map((currency) => currencySummary(result, currency)),
    counts: {
      entries: books.ours.count + books.theirs.count,
      matchedEntries: matches.ours.starts[matches.count] + matches.theirs.starts[matches.count],
      confirmed: matches.count - suggested,
      suggested,
      items: reconciliation.items.length,
      skippedRows: books.sheets.reduce((sum, sheet) => sum + sheet.skipped.length, 0),
      issues: books.issues.length,
    },
    customers: customerLines(result),
    milliseconds: Object.values(result.milliseconds).reduce((sum, each) => sum + each, 0),
  };
}

/** Currencies that have an account, the one with the largest receivables first. */
export function currenciesOf(result: Result): CurrencyCode[] {
  const totals = new Map<CurrencyCode, MinorUnits>();
  for (const { currency, ours } of result.reconciliation.accounts) totals.set(currency, (totals.get(currency) ?? 0) + Math.abs(ours.closingMinor));
  return [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([currency]) => currency);
}

export function expectedCashOf(aged: Aged, currency: CurrencyCode): CurrencySummary['expectedCash'] {
  return aged.expectedCash.filter((week) => week.currency === currency).map(({ weekStartDay, expectedMinor, sureMinor }) => ({ weekStartDay, expectedMinor, sureMinor }));
}

function currencySummary(result: Result, currency: CurrencyCode): CurrencySummary {
  const accounts = result.reconciliation.accounts.filter((account) => account.currency === currency);
  const compared = accounts.filter((account) => account.hasTheirs);
  const items = result.reconciliation.items.filter((item) => item.currency === currency);
  const aged = result.aged.items.filter(({ item }) => item.currency === currency);
  const byCategory = CATEGORIES.map((category) => {
    const of = items.filter((item) => item.category === category);
    return { category, amountMinor: sum(of.map((item) => item.amountMinor)), count: of.length };
  }).filter((line) => line.count > 0);
  return {
    currency,
    oursMinor: sum(accounts.map((account) => account.ours.closingMinor)),
    theirsMinor: sum(compared.map((account) => account.theirs.closingMinor)),
    differenceMinor: sum(compared.map((account) => account.differenceMinor)),
    unexplainedMinor: byCategory.find((line) => line.category === 'unexplained')?.amountMinor ?? 0,
    byCategory,
    classesMinor: Object.fromEntries(CLASSES.map((name) => [name, sum(aged.filter((each) => each.class === name).map(({ item }) => item.openMinor))])) as Record<CollectionClass, MinorUnits>,
    overdueMinor: sum(aged.filter((each) => (each.daysOverdue ?? 0) > 0 && !each.item.onAccount).map(({ item }) => item.openMinor)),
    expectedCash: expectedCashOf(result.aged, currency),
    keyFigures: KEY_FIGURES.map((name) => {
      const figures = result.aged.keyFigures.filter((figure) => figure.currency === currency);
      const now = figures.find((figure) => figure.asOf === result.asOf);
      const monthEnds = figures.filter((figure) => figure !== now).map((figure) => ({ day: figure.asOf, value: figure[name] }));
      return { name, now: now?.[name] ?? null, monthEnds: monthEnds.sort((a, b) => a.day - b.day) };
    }),
  };
}

/** One pass over the items, one over the open items: a ledger may have thousands of customers. */
function customerLines(result: Result): CustomerLine[] {
  const lines = new Map(result.reconciliation.accounts.map((account) => [accountKey(account), emptyLine(result, account)]));
  for (const item of result.reconciliation.items) {
    const line = lines.get(accountKey(item));
    if (line && item.category === 'unexplained') line.unexplainedMinor += item.amountMinor;
  }
  for (const { item, daysOverdue, class: itsClass } of result.aged.items) {
    const line = lines.get(accountKey(item));
    if (!line || item.onAccount) continue;
    if ((daysOverdue ?? 0) > 0) line.overdueMinor += item.openMinor;
    if (line.class === null || CLASSES.indexOf(itsClass) > CLASSES.indexOf(line.class)) line.class = itsClass;
  }
  return [...lines.values()];
}

type LineBeingSummed = { -readonly [Field in keyof CustomerLine]: CustomerLine[Field] };

function emptyLine(result: Result, { customer, currency, hasTheirs, ours, theirs, differenceMinor }: Account): LineBeingSummed {
  return {
    customer, currency, hasTheirs, differenceMinor,
    name: result.books.customers[customer].name,
    oursMinor: ours.closingMinor,
    theirsMinor: theirs.closingMinor,
    unexplainedMinor: 0,
    overdueMinor: 0,
    class: null,
  };
}

function accountKey({ customer, currency }: { readonly customer: number; readonly currency: CurrencyCode }): string {
  return `${customer}|${currency}`;
}

function sum(amounts: readonly MinorUnits[]): MinorUnits {
  return amounts.reduce((total: number, amount) => total + amount, 0);
}

/** Below the list: the amount in capitals, how old it is, by product class, and what the two books disagree on. */
import type { MinorUnits } from '../../units/units';
import { NO_DAY } from '../../units/units';
import { ledgerOf, type Side } from '../../ledger/books';
import type { AgedItem } from '../../aging/aged';
import type { ReconcilingItem } from '../../matching/reconciliation';
import { amountInCapitals } from '../amount-in-capitals';
import { cellReference } from '../references';
import type { CellStyle } from '../sheet-model';
import { PALETTE, STYLES, amountFormat } from '../style';
import { DESCRIPTION_WIDTH, LAST_COLUMN, WIDTHS, dayText, major, moneyStyle, moneyText, putGap, putPartHeading, type Statement } from './layout';

/** Reconciling items named one by one; the rest is one line. */
const ITEMS_MAX = 10;
const CLASSES_MAX = 8;

export function putCapitals(statement: Statement): void {
  const { report, page, file, activity } = statement;
  const words = amountInCapitals(activity.closingMinor, file.account.currency, report.language);
  if (words === null) return putGap(statement);
  page.put(0, report.t('statement.in-capitals'), { style: STYLES.label });
  page.put(2, words, { style: STYLES.strong });
  page.height(20);
  page.next();
  putGap(statement);
}

/** A dash where there is nothing. */
function agedStyle(statement: Statement): CellStyle {
  return moneyStyle(statement, { numberFormat: amountFormat(statement.file.account.currency, 'dash') });
}

/** One figure per bucket across the page, as many lines of it as there are buckets for; in the middle, since the columns are not equally wide. Returns the figures. */
export function putAging(statement: Statement): readonly MinorUnits[] {
  const { report, page, file } = statement;
  const { buckets, items } = report.result.aged;
  const sums = buckets.map((_, bucket) => file.openItems.reduce((sum, index) => (items[index].bucket === bucket ? sum + items[index].item.openMinor : sum), 0));
  putPartHeading(statement, report.t('statement.aging'));
  for (let from = 0; from < buckets.length; from += WIDTHS.length) {
    const line = buckets.slice(from, from + WIDTHS.length);
    line.forEach((bucket, column) => page.put(column, report.bucketText(bucket), { style: { ...STYLES.label, horizontal: 'center' } }));
    page.next();
    line.forEach((_, column) => page.put(column, major(statement, sums[from + column]), { style: { ...agedStyle(statement), horizontal: 'center' } }));
    page.next();
  }
  putGap(statement);
  return sums;
}

interface ClassSum {
  readonly name: string;
  readonly notDueMinor: MinorUnits;
  readonly overdueMinor: MinorUnits;
}

/** What is open by product class; it sums to the closing balance. */
export function putClasses(statement: Statement): void {
  const { report, page } = statement;
  const sums = classSums(statement);
  if (sums.length < 2) return;
  putPartHeading(statement, report.t('statement.by-product'));
  ['statement.not-due', 'statement.overdue', 'statement.open'].forEach((code, i) => page.put(4 + i, report.t(code), { style: { ...STYLES.label, horizontal: 'right' } }));
  page.next();
  const top = page.row;
  for (const sum of sums) {
    page.put(0, sum.name);
    [sum.notDueMinor, sum.overdueMinor].forEach((minor, i) => page.put(4 + i, major(statement, minor), { style: agedStyle(statement) }));
    page.put(6, { formula: `${cellReference(page.row, 4)}+${cellReference(page.row, 5)}`, value: major(statement, sum.notDueMinor + sum.overdueMinor) }, { style: moneyStyle(statement) });
    page.next();
  }
  const totals = [sums.reduce((all, sum) => all + sum.notDueMinor, 0), sums.reduce((all, sum) => all + sum.overdueMinor, 0)];
  [...totals, totals[0] + totals[1]].forEach((minor, i) => {
    const formula = `SUM(${cellReference(top, 4 + i)}:${cellReference(page.row - 1, 4 + i)})`;
    page.put(4 + i, { formula, value: major(statement, minor) }, { style: { ...STYLES.total, ...moneyStyle(statement) } });
  });
  page.put(0, report.t('total'), { style: STYLES.strong });
  page.next();
  putGap(statement);
}

function classSums(statement: Statement): readonly ClassSum[] {
  const { report, file } = statement;
  const groups = new Map<string, AgedItem[]>();
  for (const index of file.openItems) {
    const aged = report.result.aged.items[index];
    const name = aged.item.onAccount ? report.t('on-account') : aged.item.productClass || report.t('statement.other-products');
    groups.set(name, [...(groups.get(name) ?? []), aged]);
  }
  const sumOf = (items: readonly AgedItem[], isDue: boolean) => items.reduce((sum, row) => ((row.bucket > 0) === isDue ? sum + row.item.openMinor : sum), 0);
  const sums = [...groups].map(([name, items]): ClassSum => ({ name, notDueMinor: sumOf(items, false), overdueMinor: sumOf(items, true) }));
  sums.sort((a, b) => b.notDueMinor + b.overdueMinor - a.notDueMinor - a.overdueMinor);
  const rest = sums.slice(CLASSES_MAX);
  if (rest.length === 0) return sums;
  const restSum = { name: report.t('statement.other-products'), notDueMinor: rest.reduce((sum, row) => sum + row.notDueMinor, 0), overdueMinor: rest.reduce((sum, row) => sum + row.overdueMinor, 0) };
  return [...sums.slice(0, CLASSES_MAX), restSum];
}

/** What the two books disagree on, each with who has to act; it leads from our balance to theirs. Returns what the items come to. */
export function putReconcilingItems(statement: Statement): MinorUnits | null {
  const { report, page, file } = statement;
  const { account } = file;
  if (!account.hasTheirs) return null;
  putPartHeading(statement, report.t(differenceCode(account.differenceMinor, file.items.length), { theirs: moneyText(statement, account.theirs.closingMinor), difference: moneyText(statement, Math.abs(account.differenceMinor)) }));
  const items = file.items.map((index) => report.result.reconciliation.items[index]).sort((a, b) => Math.abs(b.amountMinor) - Math.abs(a.amountMinor));
  if (items.length === 0) {
    putGap(statement);
    return 0;
  }
  const top = page.row;
  for (const item of items.slice(0, ITEMS_MAX)) putItem(statement, item);
  const rest = items.slice(ITEMS_MAX);
  if (rest.length) {
    page.put(0, report.t('statement.more-items', { count: rest.length }), { style: STYLES.label });
    page.put(LAST_COLUMN, major(statement, rest.reduce((sum, item) => sum + item.amountMinor, 0)), { style: moneyStyle(statement) });
    page.next();
  }
  const formula = `SUM(${cellReference(top, LAST_COLUMN)}:${cellReference(page.row - 1, LAST_COLUMN)})`;
  page.put(0, report.t('statement.difference-total'), { style: STYLES.strong });
  page.put(LAST_COLUMN, { formula, value: major(statement, account.differenceMinor) }, { style: { ...STYLES.total, ...moneyStyle(statement) } });
  page.next();
  putGap(statement);
  return items.reduce((sum, item) => sum + item.amountMinor, 0);
}

function differenceCode(differenceMinor: MinorUnits, itemCount: number): string {
  if (differenceMinor === 0) return itemCount === 0 ? 'statement.differences-none' : 'statement.differences-offset';
  return differenceMinor < 0 ? 'statement.differences-lower' : 'statement.differences';
}

function putItem(statement: Statement, item: ReconcilingItem): void {
  const { report, page } = statement;
  const side: Side = item.ours.length ? 'ours' : 'theirs';
  const { day } = ledgerOf(report.result.books, side);
  const last = item[side].reduce((latest, entry) => Math.max(latest, day[entry]), NO_DAY);
  page.put(0, report.term(item.category));
  page.put(2, [report.documentsText(side, item[side], DESCRIPTION_WIDTH), last === NO_DAY ? '' : dayText(statement, last)].filter(Boolean).join('  ·  '), { style: { color: PALETTE.quiet } });
  page.put(4, report.t(`statement.actor.${item.actor}`), { style: { color: PALETTE.quiet } });
  page.put(LAST_COLUMN, major(statement, item.amountMinor), { style: moneyStyle(statement) });
  page.next();
}

/** The list in the middle of a statement: what moved, or what is open. Balances run by formula. */
import type { AgedItem } from '../../aging/aged';
import type { StatementFigures } from '../../proof/prove-statement';
import type { MinorUnits } from '../../units/units';
import type { CellContent, CellStyle } from '../sheet-model';
import { tableName } from '../page';
import { cellReference } from '../references';
import { PALETTE, STYLES } from '../style';
import { clipped, textWidth } from '../text-width';
import { AMOUNT_WIDTH, DAY_STYLE, DESCRIPTION_WIDTH, ROW_HEIGHT, dayContent, major, moneyStyle, type Statement } from './layout';

type Heading = readonly [key: string, style: CellStyle];

const TEXT: CellStyle = { horizontal: 'left', vertical: 'center' };
const DAY: CellStyle = { ...DAY_STYLE, vertical: 'center' };

/** The sums that a list has printed. */
type ListSums = Pick<StatementFigures, 'activity' | 'closingMinor'>;

/** Opening balance, movements with a running balance, closing balance. */
export function putActivity(statement: Statement): ListSums {
  const { report, page, activity } = statement;
  const money = moneyStyle(statement, { vertical: 'center' });
  const headings: readonly Heading[] = [['day', DAY], ['kind', TEXT], ['document', TEXT], ['description', TEXT], ['debit', money], ['credit', money], ['balance', money]];
  const first = page.row + 1;
  const balances = runningSums([activity.openingMinor, ...activity.movements.map((movement) => movement.amountMinor)]);
  fitAmounts(statement, 6, balances);
  putList(statement, headings, activity.movements.length + 1, (index) => {
    const balance = major(statement, balances[index]);
    if (index === 0) return [dayContent(statement, activity.fromDay), report.t('statement.opening'), null, null, null, null, balance];
    const movement = activity.movements[index - 1];
    const row = first + index;
    const [debit, credit] = movement.amountMinor >= 0 ? [major(statement, movement.amountMinor), null] : [null, major(statement, -movement.amountMinor)];
    const formula = `${cellReference(row - 1, 6)}+${cellReference(row, 4)}-${cellReference(row, 5)}`;
    return [dayContent(statement, movement.day), report.term(movement.kind), movement.document || null, clipped(descriptionOf(statement, movement.entries), DESCRIPTION_WIDTH + (debit === null ? AMOUNT_WIDTH : 0)), debit, credit, { formula, value: balance }];
  });
  const debits = activity.movements.reduce((sum, movement) => sum + Math.max(0, movement.amountMinor), 0);
  const credits = activity.movements.reduce((sum, movement) => sum + Math.max(0, -movement.amountMinor), 0);
  putClosing(statement, [[4, debits, sumOver(first, 4, activity.movements.length)], [5, credits, sumOver(first, 5, activity.movements.length)], [6, activity.closingMinor, cellReference(page.row - 1, 6)]]);
  return { activity: { fromDay: activity.fromDay, openingMinor: activity.openingMinor, debitsMinor: debits, creditsMinor: credits }, closingMinor: activity.closingMinor };
}

/** What is open, by due day, with a running balance. */
export function putOpenItems(statement: Statement): ListSums {
  const { report, page, file } = statement;
  const { ours, texts } = report.result.books;
  const money = moneyStyle(statement, { vertical: 'center' });
  const headings: readonly Heading[] = [['document-day', DAY], ['due-day', DAY], ['document', TEXT], ['description', TEXT], ['original', money], ['open', money], ['balance', money]];
  const items = file.openItems.map((index) => report.result.aged.items[index]).sort((a, b) => dueOrder(a) - dueOrder(b) || ours.day[a.item.entry] - ours.day[b.item.entry]);
  if (items.length === 0) {
    page.put(0, report.t('statement.nothing-open'), { style: STYLES.label });
    page.next();
    putClosing(statement, [[6, 0, '0']]);
    return { activity: null, closingMinor: 0 };
  }
  const first = page.row + 1;
  const balances = runningSums(items.map(({ item }) => item.openMinor));
  [items.map(({ item }) => item.originalMinor), items.map(({ item }) => item.openMinor), balances].forEach((amounts, i) => fitAmounts(statement, 4 + i, amounts));
  putList(statement, headings, items.length, (index) => {
    const { item } = items[index];
    const row = first + index;
    const balance = { formula: index === 0 ? cellReference(row, 5) : `${cellReference(row - 1, 6)}+${cellReference(row, 5)}`, value: major(statement, balances[index]) };
    return [dayContent(statement, ours.day[item.entry]), dayContent(statement, item.dueDay), texts.at(ours.document[item.entry]) || null, openText(statement, items[index]), major(statement, item.originalMinor), major(statement, item.openMinor), balance];
  });
  const total = balances[balances.length - 1];
  putClosing(statement, [[5, total, sumOver(first - 1, 5, items.length)], [6, total, cellReference(page.row - 1, 6)]]);
  return { activity: null, closingMinor: total };
}

/** Not due without a day comes last. */
function dueOrder({ item }: AgedItem): number {
  return item.dueDay ?? Number.MAX_SAFE_INTEGER;
}

/** How late it is must stay, whatever is cut of the rest. */
function openText(statement: Statement, { item, daysOverdue }: AgedItem): string {
  const { report } = statement;
  if (item.onAccount) return report.t('on-account');
  const late = daysOverdue !== null && daysOverdue > 0 ? report.t('statement.days-overdue', { days: daysOverdue }) : '';
  const room = DESCRIPTION_WIDTH - textWidth(late ? ` · ${late}` : '');
  return [clipped(descriptionOf(statement, [item.entry]), room), late].filter(Boolean).join(' · ');
}

/** Product classes, or what the line says where it names none. */
function descriptionOf({ report }: Statement, entries: readonly number[]): string {
  const { ours, texts } = report.result.books;
  const products = [...new Set(entries.map((entry) => texts.at(ours.productClass[entry])))].filter(Boolean);
  return products.length ? products.join(report.language === 'en' ? ', ' : '、') : texts.at(ours.memo[entries[0]]);
}

function runningSums(amounts: readonly MinorUnits[]): readonly MinorUnits[] {
  let sum = 0;
  return amounts.map((amount) => (sum += amount));
}

/** Rows of the list are made later: what they hold is measured here. */
function fitAmounts(statement: Statement, column: number, amounts: readonly MinorUnits[]): void {
  const { numberFormat } = moneyStyle(statement);
  const [least, most] = amounts.reduce(([low, high], minor) => [Math.min(low, minor), Math.max(high, minor)], [0, 0]);
  for (const minor of [least, most]) statement.page.fitNumber(column, major(statement, minor), numberFormat);
}

/** `first` is the row before the first summed one. */
function sumOver(first: number, column: number, count: number): string {
  return count === 0 ? '0' : `SUM(${cellReference(first + 1, column)}:${cellReference(first + count, column)})`;
}

function putList(statement: Statement, headings: readonly Heading[], rowCount: number, row: (index: number) => readonly CellContent[]): void {
  const { report, page, file } = statement;
  const { customer, currency } = file.account;
  page.addTable({
    name: tableName('Statement', customer + 1, currency), rowIndex: page.row, columnIndex: 0, rowCount, row, filters: false, headingStyle: STYLES.heading,
    columns: headings.map(([key, style]) => ({ key, heading: report.t(`statement.${key}`), style: { ...style, borderBottom: 'hair', borderColor: PALETTE.hairline }, headingStyle: { ...STYLES.heading, horizontal: style.horizontal } })),
  });
  page.height(20);
  for (let i = 1; i <= Math.min(rowCount, 2000); i++) page.height(ROW_HEIGHT, page.row + i);
  page.next();
  page.freeze(0);
  page.next(rowCount);
}

type Closing = readonly [column: number, minor: MinorUnits, formula: string];

function putClosing(statement: Statement, sums: readonly Closing[]): void {
  const { report, page } = statement;
  for (let column = 0; column <= 6; column++) {
    const sum = sums.find(([at]) => at === column);
    const style = { ...STYLES.total, ...(column >= 4 ? moneyStyle(statement) : {}), ...(column === 6 ? { borderBottom: 'double' as const } : {}) };
    if (sum) page.put(column, { formula: sum[2], value: major(statement, sum[1]) }, { style });
    else page.put(column, column === 0 ? report.t('statement.closing') : null, { style });
  }
  page.height(20);
  page.next();
}

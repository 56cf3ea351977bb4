/** Open items: what is open, since when, how likely to come in, and why it is in its class. */
import { ENTRY_KINDS } from '../../ledger/books';
import type { AgedItem } from '../../aging/aged';
import { amountColumn, dayColumn, nameColumn, numberColumn, textColumn, type Column } from '../columns';
import { tableName } from '../page';
import type { Report } from '../report';
import type { Rows } from '../row-facts';
import type { SheetModel } from '../sheet-model';
import { CLASS_COLORS, FORMATS, STYLES } from '../style';
import { putTable } from '../table';

export function openItemsSheet(report: Report): SheetModel {
  const page = report.page('open-items');
  const rows = itemsByCustomer(report);
  page.head(report.t('open-items.title'), report.scope(), report.showsPrintedTo(report.t('open-items.shows', { count: rows.count }), report.t('heading.expected-day')));
  if (rows.count === 0) page.putWide(report.t('open-items.none'), STYLES.label);
  else {
    const table = putTable(page, { name: tableName('OpenItems'), columns: columnsOf(report), rows, currency: (row) => row.item.currency, currencyColumn: 'currency', totalLabel: report.totalLabel, freezeColumns: 1, printedTo: 'expectedDay', cutText: report.cutText });
    markCustomers(report, page.sheetName, table.firstRowIndex);
  }
  return page.build();
}

/** Account by account, the oldest due first. */
function itemsByCustomer(report: Report): Rows<AgedItem> {
  const { items } = report.result.aged;
  const order = report.files.flatMap((file) => [...file.openItems].sort((a, b) => daysLate(items[b]) - daysLate(items[a]) || a - b));
  return { count: order.length, at: (index) => items[order[index]] };
}

/** Goods not yet sold have no due day and come last. */
function daysLate(aged: AgedItem): number {
  return aged.daysOverdue ?? Number.MIN_SAFE_INTEGER;
}

/** The plan's rows link to the first item of their customer. */
function markCustomers(report: Report, sheet: string, firstRowIndex: number): void {
  let rowIndex = firstRowIndex;
  for (const { account, openItems } of report.files) {
    if (openItems.length) report.mark(`open:${account.customer}|${account.currency}`, { sheet, rowIndex, columnIndex: 0 });
    rowIndex += openItems.length;
  }
}

function columnsOf(report: Report): readonly Column<AgedItem>[] {
  const t = (key: string) => report.t(`heading.${key}`);
  const { books, aged } = report.result;
  const { ours, texts } = books;
  return [
    nameColumn('customer', t('customer'), ({ item }) => report.customerName(item.customer), { widthMax: 26 }),
    textColumn('currency', t('currency'), ({ item }) => item.currency, { hidden: report.hasOneCurrency }),
    textColumn('document', t('document'), ({ item }) => texts.at(ours.document[item.entry]), { widthMax: 22, link: ({ item }) => report.lineLink('ours', item.entry) }),
    textColumn('kind', t('kind'), ({ item }) => (item.onAccount ? report.t('on-account') : report.term(ENTRY_KINDS[ours.kind[item.entry]]))),
    textColumn('product', t('product'), ({ item }) => item.productClass, { widthMax: 18, hiddenIfEmpty: true }),
    dayColumn('day', t('day'), ({ item }) => ours.day[item.entry]),
    dayColumn('dueDay', t('due-day'), ({ item }) => item.dueDay),
    numberColumn('daysOverdue', t('days-overdue'), (row) => (row.daysOverdue !== null && row.daysOverdue > 0 ? row.daysOverdue : null), FORMATS.days),
    textColumn('bucket', t('bucket'), (row) => report.bucketText(aged.buckets[row.bucket])),
    textColumn('class', t('class'), (row) => report.term(row.class), { rowStyle: (row) => ({ color: CLASS_COLORS[row.class], bold: true }) }),
    amountColumn('original', t('original'), ({ item }) => item.originalMinor),
    amountColumn('open', t('open'), ({ item }) => item.openMinor, { total: true }),
    numberColumn('likelihood30', t('likelihood30'), (row) => likelihood(row, row.likelihood30), FORMATS.likelihood),
    numberColumn('likelihood90', t('likelihood90'), (row) => likelihood(row, row.likelihood90), FORMATS.likelihood),
    dayColumn('expectedDay', t('expected-day'), (row) => row.expectedDay),
    textColumn('classReason', t('class-reason'), (row) => report.say(row.classReason), { widthMax: 56 }),
    textColumn('likelihoodReason', t('likelihood-reason'), (row) => report.say(row.likelihoodReason), { widthMax: 80 }),
    textColumn('rep', t('rep'), ({ item }) => texts.at(ours.rep[item.entry]), { hiddenIfEmpty: true }),
  ];
}

/** Money on account is not collected: it has no likelihood. */
function likelihood(row: AgedItem, value: number): number | null {
  return row.item.onAccount ? null : value;
}

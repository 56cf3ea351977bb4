/** Differences: every reconciling item, what happened, and who must act. */
import { NO_DAY } from '../../units/units';
import { ledgerOf } from '../../ledger/books';
import type { ReconcilingItem } from '../../matching/reconciliation';
import { amountColumn, dayColumn, nameColumn, textColumn, wordsColumn, type Column } from '../columns';
import { tableName } from '../page';
import type { Report } from '../report';
import type { SheetModel } from '../sheet-model';
import { CLASS_COLORS, STYLES } from '../style';
import { putTable, rowsOf } from '../table';

const DOCUMENTS_WIDTH = 22;
const LINES_WIDTH = 24;

export function differencesSheet(report: Report): SheetModel {
  const page = report.page('differences');
  const items = itemsInOrder(report);
  page.head(report.t('differences.title'), report.scope(), report.t('differences.shows', { count: items.length }));
  if (items.length === 0) page.putWide(report.t('differences.none'), STYLES.label);
  else putTable(page, { name: tableName('Differences'), columns: columnsOf(report), rows: rowsOf(items), currency: (item) => item.currency, currencyColumn: 'currency', totalLabel: report.totalLabel, freezeColumns: 1, printedTo: 'theirs', cutText: report.cutText });
  return page.build();
}

/** Account by account, largest first. */
function itemsInOrder(report: Report): readonly ReconcilingItem[] {
  const { items } = report.result.reconciliation;
  return report.files.flatMap((file) => [...file.items].sort((a, b) => Math.abs(items[b].amountMinor) - Math.abs(items[a].amountMinor) || a - b).map((index) => items[index]));
}

function columnsOf(report: Report): readonly Column<ReconcilingItem>[] {
  const t = (key: string) => report.t(`heading.${key}`);
  const { books } = report.result;
  return [
    nameColumn('customer', t('customer'), (item) => report.customerName(item.customer), { widthMax: 26 }),
    textColumn('currency', t('currency'), (item) => item.currency, { hidden: report.hasOneCurrency }),
    textColumn('category', t('category'), (item) => report.term(item.category), { rowStyle: (item) => (item.category === 'unexplained' ? { color: CLASS_COLORS.bad } : undefined) }),
    textColumn('side', t('booked-by'), (item) => (item.side ? report.term(item.side) : report.t('both-sides'))),
    dayColumn('day', t('day'), (item) => {
      const side = item.ours.length ? 'ours' : 'theirs';
      return item[side].reduce((last, entry) => Math.max(last, ledgerOf(books, side).day[entry]), NO_DAY);
    }),
    textColumn('documents', t('documents'), (item) => report.documentsText('ours', item.ours, DOCUMENTS_WIDTH) || report.documentsText('theirs', item.theirs, DOCUMENTS_WIDTH), { widthMax: DOCUMENTS_WIDTH }),
    amountColumn('amount', t('difference-amount'), (item) => item.amountMinor, { total: true }),
    textColumn('actor', t('actor'), (item) => report.t(`actor.${item.actor}`)),
    wordsColumn('explanation', t('explanation'), (item) => report.say(item.explanation)),
    textColumn('ours', t('ours-lines'), (item) => report.linesText('ours', item.ours, LINES_WIDTH), { widthMax: LINES_WIDTH, link: (item) => report.lineLink('ours', item.ours[0]) }),
    textColumn('theirs', t('theirs-lines'), (item) => report.linesText('theirs', item.theirs, LINES_WIDTH), { widthMax: LINES_WIDTH, link: (item) => report.lineLink('theirs', item.theirs[0]) }),
    // Beyond what is printed: the sentence names the other customer, too.
    textColumn('other', t('other-customer'), (item) => (item.otherCustomer === null ? '' : report.customerName(item.otherCustomer)), { widthMax: 24, hiddenIfEmpty: true }),
  ];
}

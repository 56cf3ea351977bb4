/** Reconciliation by customer: both balances and what lies between them, category by category. */
import type { MinorUnits } from '../../units/units';
import { CATEGORIES, type Category } from '../../matching/reconciliation';
import { amountColumn, nameColumn, textColumn, type Column } from '../columns';
import { tableName, type Page } from '../page';
import type { AccountFile, Report } from '../report';
import type { SheetModel } from '../sheet-model';
import { CLASS_COLORS, STYLES } from '../style';
import { putTable, rowsOf } from '../table';

interface Line {
  readonly file: AccountFile;
  readonly byCategory: ReadonlyMap<Category, MinorUnits>;
}

export function reconciliationSheet(report: Report): SheetModel {
  const page = report.page('reconciliation');
  const compared = report.files.filter((file) => file.account.hasTheirs);
  const alone = report.files.filter((file) => !file.account.hasTheirs);
  page.head(report.t('reconciliation.title'), report.scope(), report.t(compared.length ? 'reconciliation.shows' : 'reconciliation.shows-alone'));
  if (compared.length) putCompared(report, page, compared, compared.length >= alone.length);
  if (alone.length) putAlone(report, page, alone);
  return page.build();
}

/** One heading can be repeated in print: that of the longer table. */
function putCompared(report: Report, page: Page, files: readonly AccountFile[], repeatsHeading: boolean): void {
  const lines = files.map((file): Line => ({ file, byCategory: categorySums(report, file) }));
  const used = CATEGORIES.filter((category) => category === 'unexplained' || lines.some((line) => line.byCategory.has(category)));
  putTable(page, { name: tableName('Reconciliation'), columns: columnsOf(report, used), rows: rowsOf(lines), currency: (line) => line.file.account.currency, currencyColumn: 'currency', totalLabel: report.totalLabel, freezeColumns: 1, repeatsHeading });
  page.next();
}

export function categorySums(report: Report, file: AccountFile): ReadonlyMap<Category, MinorUnits> {
  const sums = new Map<Category, MinorUnits>();
  for (const index of file.items) {
    const { category, amountMinor } = report.result.reconciliation.items[index];
    sums.set(category, (sums.get(category) ?? 0) + amountMinor);
  }
  return sums;
}

function columnsOf(report: Report, used: readonly Category[]): readonly Column<Line>[] {
  const t = (key: string) => report.t(`heading.${key}`);
  const last = used[used.length - 1];
  return [
    nameColumn('customer', t('customer'), ({ file }) => file.name, { style: STYLES.strong }),
    textColumn('currency', t('currency'), ({ file }) => file.account.currency, { hidden: report.hasOneCurrency }),
    amountColumn('ours', t('our-balance'), ({ file }) => file.account.ours.closingMinor, { total: true }),
    amountColumn('theirs', t('their-balance'), ({ file }) => file.account.theirs.closingMinor, { total: true }),
    amountColumn('difference', t('difference'), ({ file }) => file.account.differenceMinor, { total: true, zeroAsDash: true, style: STYLES.strong, formula: (place) => `${place.cell('ours')}-${place.cell('theirs')}`, link: ({ file }) => report.placeOf(`two-sided:${file.account.customer}|${file.account.currency}`) }),
    ...used.map((category) => amountColumn<Line>(category, report.term(category), (line) => line.byCategory.get(category) ?? 0, { total: true, zeroAsDash: true, rowStyle: (line) => (category === 'unexplained' && line.byCategory.get(category) ? { color: CLASS_COLORS.bad, bold: true } : undefined) })),
    amountColumn('check', t('check'), ({ file, byCategory }) => file.account.differenceMinor - [...byCategory.values()].reduce((sum, minor) => sum + minor, 0), {
      total: true, zeroAsDash: true, formula: (place) => `ROUND(${place.cell('difference')}-SUM(${place.cell(used[0])}:${place.cell(last)}),4)`,
    }),
  ];
}

/** Customers whose own ledger is not in the workbook: nothing to compare with. */
function putAlone(report: Report, page: Page, files: readonly AccountFile[]): void {
  const t = (key: string) => report.t(`heading.${key}`);
  page.section(report.t('reconciliation.alone'));
  const columns: readonly Column<AccountFile>[] = [
    nameColumn('customer', t('customer'), (file) => file.name, { style: STYLES.strong }),
    textColumn('currency', t('currency'), (file) => file.account.currency, { hidden: report.hasOneCurrency }),
    amountColumn('ours', t('our-balance'), (file) => file.account.ours.closingMinor, { total: true, zeroAsDash: true }),
  ];
  putTable(page, { name: tableName('NoCustomerLedger'), columns, rows: rowsOf(files), currency: (file) => file.account.currency, currencyColumn: 'currency', totalLabel: report.totalLabel, filters: false, repeatsHeading: true });
}

/** Aging: open amounts by bucket, by customer, product class and rep; a stacked bar for the largest. */
import type { AgingRow, AgingTable } from '../../aging/aged';
import { chartRowCount, putChart } from '../charts';
import { amountColumn, numberColumn, textColumn, type Column } from '../columns';
import { tableName, type Page } from '../page';
import { cellReference } from '../references';
import type { Report } from '../report';
import type { SheetModel } from '../sheet-model';
import { FORMATS, STYLES, bucketColor } from '../style';
import { putTable, rowsOf, type PlacedTable } from '../table';

/** Customers drawn in the chart: more would be a smear. */
const DRAWN_MAX = 15;

/** A first table shorter than this ends on the first page: its heading would only stand above the others. */
const HEADED_ROWS_MIN = 25;

const SECTIONS = [
  { by: 'customer', basis: 'due-day', name: 'AgingCustomers' },
  { by: 'product-class', basis: 'due-day', name: 'AgingProducts' },
  { by: 'rep', basis: 'due-day', name: 'AgingReps' },
  { by: 'customer', basis: 'document-day', name: 'AgingByDocumentDate' },
] as const;

export function agingSheet(report: Report): SheetModel {
  const page = report.page('aging');
  page.head(report.t('aging.title'), report.scope(), report.t('aging.shows'));
  let isFirst = true;
  for (const section of SECTIONS) {
    const rows = rowsOfTable(report, section);
    if (rows.length === 0) continue;
    if (!isFirst) page.section(report.t(`aging.by-${section.by}-${section.basis}`));
    const table = putTable(page, {
      name: tableName(section.name), columns: columnsOf(report, section.by), rows: rowsOf(rows), currency: (row) => row.currency,
      currencyColumn: 'currency', totalLabel: report.totalLabel, freezeColumns: isFirst ? 1 : undefined, filters: isFirst, repeatsHeading: rows.length > HEADED_ROWS_MIN,
    });
    page.next();
    if (isFirst) putAgingChart(report, page, table, rows);
    isFirst = false;
  }
  if (isFirst) page.putWide(report.t('open-items.none'), STYLES.label);
  return page.build();
}

/** The largest first; names in order where they owe the same. */
function rowsOfTable(report: Report, section: Pick<AgingTable, 'by' | 'basis'>): readonly AgingRow[] {
  const table = report.result.aged.tables.find(({ by, basis }) => by === section.by && basis === section.basis);
  return [...(table?.rows ?? [])].sort((a, b) => (a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : b.totalMinor - a.totalMinor));
}

function columnsOf(report: Report, by: AgingTable['by']): readonly Column<AgingRow>[] {
  const t = (key: string) => report.t(`heading.${key}`);
  const { buckets } = report.result.aged;
  const last = `bucket${buckets.length - 1}`;
  return [
    textColumn('name', t(by === 'product-class' ? 'product' : by), (row) => nameOf(report, row), { widthMax: 30 }),
    textColumn('currency', t('currency'), (row) => row.currency, { hidden: report.hasOneCurrency }),
    ...buckets.map((bucket, index) => amountColumn<AgingRow>(`bucket${index}`, report.bucketText(bucket), (row) => row.bucketsMinor[index] ?? 0, { total: true, zeroAsDash: true })),
    amountColumn('total', t('total'), (row) => row.totalMinor, { total: true, zeroAsDash: true, style: STYLES.strong, formula: (place) => `SUM(${place.cell('bucket0')}:${place.cell(last)})` }),
    numberColumn('share', t('share'), (row) => shareOf(report, row), FORMATS.share, { formula: (place) => `IF(${place.total('total')}=0,0,${place.cell('total')}/${place.total('total')})` }),
  ];
}

function nameOf(report: Report, row: AgingRow): string {
  return row.customer === null ? row.name || report.t('no-name') : report.customerName(row.customer);
}

/** Each table of the due-day basis sums to the same receivables, so one total per currency serves them all. */
function shareOf(report: Report, row: AgingRow): number {
  const totalMinor = report.openMinor(row.currency);
  return totalMinor === 0 ? 0 : row.totalMinor / totalMinor;
}

function putAgingChart(report: Report, page: Page, table: PlacedTable, rows: readonly AgingRow[]): void {
  const currency = rows[0].currency;
  const drawn = Math.min(DRAWN_MAX, rows.filter((row) => row.currency === currency).length);
  putChart(page, {
    name: 'AgingChart', kind: 'bar-stacked', title: report.t('aging.chart', { currency, count: drawn }), table, categories: 'name', rowsMax: drawn,
    series: report.result.aged.buckets.map((bucket, index) => ({ name: report.bucketText(bucket), column: `bucket${index}`, color: bucketColor(index) })),
    altText: report.t('aging.chart-alt', { range: cellReference(table.firstRowIndex, 0) }), columnCount: report.result.aged.buckets.length + 4, rowCount: chartRowCount(drawn),
  });
}

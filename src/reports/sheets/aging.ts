/** Aging: open amounts by bucket, by customer, product class and rep; a stacked bar for the largest. */
import type { AgingRow, AgingTable } from '../../aging/aged';
import { drawnRows, putChart, putChartsAbove, type ChartSpec, type DrawnRows } from '../charts';
import { amountColumn, nameColumn, numberColumn, textColumn, type Column } from '../columns';
import { tableName, type Page } from '../page';
import { cellReference } from '../references';
import type { Report } from '../report';
import type { SheetModel } from '../sheet-model';
import { FORMATS, STYLES, amountFormat, bucketColor } from '../style';
import { putTable, rowsOf, totalFormula, type PlacedTable, type TableSpec } from '../table';

/** A list of customers longer than this runs over several pages under its heading. */
const SHORT_MAX = 25;

const SECTIONS = [
  { by: 'customer', basis: 'due-day', name: 'AgingCustomers' },
  { by: 'product-class', basis: 'due-day', name: 'AgingProducts' },
  { by: 'rep', basis: 'due-day', name: 'AgingReps' },
  { by: 'customer', basis: 'document-day', name: 'AgingByDocumentDate' },
] as const;
type Section = (typeof SECTIONS)[number];

/** Customers first, and their chart. Where they are many, they stand last, since their heading is repeated on all pages from there on. */
export function agingSheet(report: Report): SheetModel {
  const page = report.page('aging');
  page.head(report.t('aging.title'), report.scope(), report.t('aging.shows'));
  const [customers, products, reps, byDocumentDay] = SECTIONS;
  const count = agingRows(report, customers).length;
  if (count === 0) page.putWide(report.t('open-items.none'), STYLES.label);
  else if (count <= SHORT_MAX) putShort(report, page, [products, reps, byDocumentDay]);
  else putLong(report, page, [products, reps, customers, byDocumentDay]);
  return page.build();
}

function putShort(report: Report, page: Page, others: readonly Section[]): void {
  const rows = agingRows(report, SECTIONS[0]);
  const table = putSection(report, page, SECTIONS[0], { freezeColumns: 1, repeatsHeading: false });
  page.next();
  for (const part of drawnRows(rows)) putChart(page, chartOf(report, table, part));
  for (const section of others) putTitled(report, page, section);
}

function putLong(report: Report, page: Page, sections: readonly Section[]): void {
  const rows = agingRows(report, SECTIONS[0]);
  const stripRow = page.row;
  page.next(report.currencies.length + 2);
  putChartsAbove(page, drawnRows(rows), () => {
    const tables = sections.map((section) => ({ section, table: putTitled(report, page, section) }));
    const table = tables.find(({ section }) => section === SECTIONS[0])?.table as PlacedTable;
    putStrip(report, page, stripRow, table, rows);
    return (part) => chartOf(report, table, part);
  });
}

/** The totals of a long list, above everything, over the same columns. */
function putStrip(report: Report, page: Page, stripRow: number, table: PlacedTable, rows: readonly AgingRow[]): void {
  const after = page.row;
  page.row = stripRow;
  const columns = columnsOf(report, 'customer').filter((column) => column.total);
  for (let column = 0; column < table.columnIndex('bucket0'); column++) page.put(column, null, { style: STYLES.heading });
  for (const { key, heading } of columns) page.put(table.columnIndex(key), heading, { style: { ...STYLES.heading, horizontal: 'right' } });
  const currencies = [...new Set(rows.map((row) => row.currency))];
  for (const currency of currencies) {
    page.next();
    page.put(0, report.totalLabel(currency), { style: STYLES.strong });
    for (const { key, minor } of columns) {
      const sum = rows.reduce((total, row) => (row.currency === currency ? total + (minor?.(row) ?? 0) : total), 0);
      page.put(table.columnIndex(key), { formula: totalFormula(table, key, currencies.length === 1 ? null : currency), value: report.major(sum, currency) }, { style: { ...STYLES.strong, horizontal: 'right', numberFormat: amountFormat(currency, 'dash') } });
    }
  }
  page.row = after;
}

/** A table under a title; nothing where it would be empty, or of one line for whatever names no class or rep. */
function putTitled(report: Report, page: Page, section: Section): PlacedTable | undefined {
  if (agingRows(report, section).every((row) => row.customer === null && row.name === '')) return undefined;
  page.section(report.t(`aging.by-${section.by}-${section.basis}`));
  const table = putSection(report, page, section, { repeatsHeading: section === SECTIONS[0] });
  page.next();
  return table;
}

function putSection(report: Report, page: Page, section: Section, more: Pick<TableSpec<AgingRow>, 'freezeColumns' | 'repeatsHeading'>): PlacedTable {
  return putTable(page, {
    name: tableName(section.name), columns: columnsOf(report, section.by), rows: rowsOf(agingRows(report, section)), currency: (row) => row.currency,
    currencyColumn: 'currency', totalLabel: report.totalLabel, filters: section === SECTIONS[0], ...more,
  });
}

/** The largest first; names in order where they owe the same. */
export function agingRows(report: Report, section: Pick<AgingTable, 'by' | 'basis'>): readonly AgingRow[] {
  const table = report.result.aged.tables.find(({ by, basis }) => by === section.by && basis === section.basis);
  return [...(table?.rows ?? [])].sort((a, b) => (a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : b.totalMinor - a.totalMinor));
}

function columnsOf(report: Report, by: AgingTable['by']): readonly Column<AgingRow>[] {
  const t = (key: string) => report.t(`heading.${key}`);
  const { buckets } = report.result.aged;
  const last = `bucket${buckets.length - 1}`;
  return [
    nameColumn('name', t(by === 'product-class' ? 'product' : by), (row) => nameOf(report, row)),
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

function chartOf(report: Report, table: PlacedTable, { suffix, currency, skipRows, rowsMax }: DrawnRows): ChartSpec {
  const { buckets } = report.result.aged;
  return {
    name: `Aging${suffix}`, kind: 'bar-stacked', title: report.t('aging.chart', { currency, count: rowsMax }), table, categories: 'name', skipRows, rowsMax,
    series: buckets.map((bucket, index) => ({ name: report.bucketText(bucket), column: `bucket${index}`, color: bucketColor(index) })),
    altText: report.t('aging.chart-alt', { range: cellReference(table.firstRowIndex + skipRows, 0) }), columnCount: buckets.length + 4,
  };
}

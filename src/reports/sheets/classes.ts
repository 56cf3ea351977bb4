/** The four classes: how much stands in each, what to provide for it, and by customer. */
import { CLASSES, type AgingRow, type CollectionClass, type Provision } from '../../aging/aged';
import { toMajor, toMinor, type CurrencyCode } from '../../units/money';
import type { MinorUnits } from '../../units/units';
import { drawnRows, putChartsAbove } from '../charts';
import { amountColumn, nameColumn, numberColumn, textColumn, type Column } from '../columns';
import { tableName, type Page } from '../page';
import type { Report } from '../report';
import type { SheetModel } from '../sheet-model';
import { CLASS_COLORS, FORMATS, STYLES } from '../style';
import { putTable, rowsOf } from '../table';
import { agingRows } from './aging';

/** One class or bucket of one currency: what is open in it and what to provide. */
interface ProvisionRow {
  readonly currency: CurrencyCode;
  readonly key: string;
  readonly openMinor: MinorUnits;
  readonly rate: number;
  readonly provisionMinor: MinorUnits;
  readonly count: number;
}

export function classesSheet(report: Report): SheetModel {
  const page = report.page('classes', 'portrait');
  page.head(report.t('classes.title'), report.scope(), report.t('classes.shows'));
  if (report.result.aged.items.length === 0) {
    page.putWide(report.t('open-items.none'), STYLES.label);
    return page.build();
  }
  putProvision(report, page, 'class', 'Classes', 1);
  putProvision(report, page, 'bucket', 'ProvisionByAge');
  putCustomers(report, page);
  return page.build();
}

function putProvision(report: Report, page: Page, by: Provision['by'], name: string, freezeColumns?: number): void {
  const rows = provisionRows(report, by);
  if (rows.length === 0) return;
  if (by === 'bucket') page.section(report.t('classes.by-bucket'));
  putTable(page, { name: tableName(name), columns: provisionColumns(report, by), rows: rowsOf(rows), currency: (row) => row.currency, currencyColumn: 'currency', totalLabel: report.totalLabel, freezeColumns, repeatsHeading: false, filters: false });
  page.next();
}

function provisionRows(report: Report, by: Provision['by']): readonly ProvisionRow[] {
  const { provisions, items, buckets } = report.result.aged;
  const counts = new Map<CurrencyCode, Map<string, number>>();
  for (const row of items) {
    const key = by === 'class' ? row.class : buckets[row.bucket].key;
    let ofCurrency = counts.get(row.item.currency);
    if (!ofCurrency) counts.set(row.item.currency, (ofCurrency = new Map()));
    ofCurrency.set(key, (ofCurrency.get(key) ?? 0) + 1);
  }
  return provisions.filter((provision) => provision.by === by).flatMap(({ currency, lines }) => lines.map((line) => ({ ...line, currency, count: counts.get(currency)?.get(line.key) ?? 0 })));
}

function provisionColumns(report: Report, by: Provision['by']): readonly Column<ProvisionRow>[] {
  const t = (key: string) => report.t(`heading.${key}`);
  const bucketOf = new Map(report.result.aged.buckets.map((bucket) => [bucket.key, report.bucketText(bucket)]));
  return [
    textColumn('name', t(by), (row) => (by === 'class' ? report.term(row.key) : (bucketOf.get(row.key) ?? row.key)), { rowStyle: (row) => (by === 'class' ? { color: CLASS_COLORS[row.key as CollectionClass], bold: true } : undefined) }),
    textColumn('currency', t('currency'), (row) => row.currency, { hidden: report.hasOneCurrency }),
    amountColumn('open', t('open'), (row) => row.openMinor, { total: true, zeroAsDash: true }),
    numberColumn('share', t('share'), (row) => shareOf(report, row), FORMATS.share, { formula: (place) => `IF(${place.total('open')}=0,0,${place.cell('open')}/${place.total('open')})` }),
    numberColumn('count', t('count'), (row) => row.count, FORMATS.count),
    numberColumn('rate', t('provision-rate'), (row) => row.rate, FORMATS.share),
    provisionColumn(report),
  ];
}

/** Open × rate, live wherever the sheet's own arithmetic gives the same. */
function provisionColumn(report: Report): Column<ProvisionRow> {
  const column = amountColumn<ProvisionRow>('provision', report.t('heading.provision'), (row) => row.provisionMinor, { total: true, zeroAsDash: true });
  return {
    ...column,
    content: (row, currency, place) => {
      const value = toMajor(row.provisionMinor, currency);
      const decimals = Math.round(Math.log10(1 / toMajor(1, currency)));
      const isProduct = toMinor(toMajor(row.openMinor, currency) * row.rate, currency) === row.provisionMinor;
      return isProduct ? { formula: `ROUND(${place.cell('open')}*${place.cell('rate')},${decimals})`, value } : value;
    },
  };
}

function shareOf(report: Report, row: ProvisionRow): number {
  const totalMinor = report.openMinor(row.currency);
  return totalMinor === 0 ? 0 : row.openMinor / totalMinor;
}

function putCustomers(report: Report, page: Page): void {
  const rows = agingRows(report, { by: 'customer', basis: 'due-day' });
  if (rows.length === 0) return;
  putChartsAbove(page, drawnRows(rows), () => {
    page.section(report.t('classes.by-customer'));
    const table = putTable(page, { name: tableName('ClassesByCustomer'), columns: customerColumns(report), rows: rowsOf(rows), currency: (row) => row.currency, currencyColumn: 'currency', totalLabel: report.totalLabel, repeatsHeading: true });
    return ({ suffix, currency, skipRows, rowsMax }) => ({
      name: `Class${suffix}`, kind: 'bar-stacked', title: report.t('classes.chart', { currency, count: rowsMax }), table, categories: 'name', skipRows, rowsMax,
      series: CLASSES.map((name) => ({ name: report.term(name), column: name, color: CLASS_COLORS[name] })), altText: report.t('classes.chart-alt'), columnCount: 7,
    });
  });
}

function customerColumns(report: Report): readonly Column<AgingRow>[] {
  const t = (key: string) => report.t(`heading.${key}`);
  return [
    nameColumn('name', t('customer'), (row) => (row.customer === null ? row.name : report.customerName(row.customer))),
    textColumn('currency', t('currency'), (row) => row.currency, { hidden: report.hasOneCurrency }),
    ...CLASSES.map((name) => amountColumn<AgingRow>(name, report.term(name), (row) => row.classesMinor[name], { total: true, zeroAsDash: true, rowStyle: () => ({ color: CLASS_COLORS[name] }) })),
    amountColumn('total', t('total'), (row) => row.totalMinor, { total: true, zeroAsDash: true, style: STYLES.strong, formula: (place) => `SUM(${place.cell(CLASSES[0])}:${place.cell(CLASSES[CLASSES.length - 1])})` }),
  ];
}

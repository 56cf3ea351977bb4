/** Key figures now and over the last twelve month ends, and the cash expected by week. */
import type { ExpectedCash, KeyFigures } from '../../aging/aged';
import { KEY_FIGURE_PERIOD_DAYS } from '../../aging/key-figures';
import { formatIsoDay } from '../../units/day';
import { putChart, putChartBeside, valueStepOf } from '../charts';
import { amountColumn, numberColumn, textColumn, type Column } from '../columns';
import { tableName, type Page } from '../page';
import type { Report } from '../report';
import type { SheetModel } from '../sheet-model';
import { FORMATS, LINE_COLORS, STYLES } from '../style';
import { putTable, rowsOf, type PlacedTable } from '../table';

/** Low enough for all that one currency has to stand on one page. */
const CHART_ROWS = 10;
/** The chart of a table of five columns begins a column beyond it, and ends where the table of the figures does. */
const BESIDE = { columnIndex: 6, columnCount: 5 } as const;

const RATIOS = [
  { key: 'dso', of: (figures: KeyFigures) => figures.dso, format: FORMATS.points },
  { key: 'best-dso', of: (figures: KeyFigures) => figures.bestPossibleDso, format: FORMATS.points },
  { key: 'days-delinquent', of: (figures: KeyFigures) => figures.averageDaysDelinquent, format: FORMATS.points },
  { key: 'effectiveness', of: ({ collectionEffectivenessPercent: percent }: KeyFigures) => (percent === null ? null : percent / 100), format: FORMATS.share },
] as const;

export function keyFiguresSheet(report: Report): SheetModel {
  const page = report.page('key-figures', 'portrait');
  page.head(report.t('key-figures.title'), report.scope(), report.t('key-figures.shows', { days: KEY_FIGURE_PERIOD_DAYS }));
  report.currencies.forEach((currency, index) => putCurrency(report, page, currency, index));
  report.currencies.forEach((currency, index) => putExpectedCash(report, page, currency, index));
  return page.build();
}

/** Oldest first, the as-of day last, as the lines of the chart run. */
function putCurrency(report: Report, page: Page, currency: string, index: number): void {
  const figures = report.result.aged.keyFigures.filter((row) => row.currency === currency).sort((a, b) => a.asOf - b.asOf);
  if (figures.length === 0) return;
  const table = putTable(page, { name: tableName('KeyFigures', index + 1), columns: figureColumns(report), rows: rowsOf(figures), currency: () => currency, freezeColumns: index === 0 ? 1 : undefined, repeatsHeading: false, filters: false });
  page.next();
  putChart(page, { ...chartBase(report, table), name: `DsoChart${index + 1}`, title: report.t('key-figures.days-chart', { currency }), series: RATIOS.slice(0, 3).map(({ key }, line) => ({ name: report.t(`heading.${key}`), column: key, color: LINE_COLORS[line] })) });
  const amounts = [['receivables', 0], ['overdue', 2]] as const;
  putChart(page, { ...chartBase(report, table), name: `ReceivablesChart${index + 1}`, title: report.t('key-figures.amounts-chart', { currency }), series: amounts.map(([key, line]) => ({ name: report.t(`heading.${key}`), column: key, color: LINE_COLORS[line] })) });
}

function chartBase(report: Report, table: PlacedTable) {
  return { kind: 'line', table, categories: 'month', altText: report.t('key-figures.chart-alt'), columnCount: 11, rowCount: CHART_ROWS } as const;
}

/** Days as text: a chart would take dates for a time axis and set the month ends apart. */
function figureColumns(report: Report): readonly Column<KeyFigures>[] {
  const t = (key: string) => report.t(`heading.${key}`);
  return [
    textColumn('month', t('month-end'), (row) => formatIsoDay(row.asOf), { style: STYLES.strong }),
    textColumn('currency', t('currency'), (row) => row.currency, { hidden: report.hasOneCurrency }),
    amountColumn('receivables', t('receivables'), (row) => row.receivablesMinor),
    amountColumn('current', t('current'), (row) => row.currentMinor),
    amountColumn('overdue', t('overdue'), (row) => row.overdueMinor),
    amountColumn('sales', t('sales'), (row) => row.salesMinor),
    amountColumn('collected', t('collected'), (row) => row.collectedMinor),
    ...RATIOS.map(({ key, of, format }) => numberColumn<KeyFigures>(key, t(key), of, format)),
  ];
}

function putExpectedCash(report: Report, page: Page, currency: string, index: number): void {
  const weeks = report.result.aged.expectedCash.filter((week) => week.currency === currency);
  if (weeks.length === 0) return;
  page.section(report.t('key-figures.expected-cash'));
  const topRow = page.row;
  const table = putTable(page, { name: tableName('ExpectedCash', index + 1), columns: cashColumns(report), rows: rowsOf(weeks), currency: () => currency, totalLabel: report.totalLabel, filters: false });
  putChartBeside(page, topRow, page.row - topRow, {
    name: `CashChart${index + 1}`, kind: 'bar-stacked', title: report.t('key-figures.cash-chart', { currency }), table, categories: 'week', altText: report.t('key-figures.cash-alt'), ...BESIDE,
    valueStep: valueStepOf(Math.max(...weeks.map((week) => report.major(week.expectedMinor, currency)))),
    series: [{ name: report.t('heading.sure'), column: 'sure', color: LINE_COLORS[0] }, { name: report.t('heading.likely'), column: 'likely', color: LINE_COLORS[1] }],
  });
  page.next();
}

function cashColumns(report: Report): readonly Column<ExpectedCash>[] {
  const t = (key: string) => report.t(`heading.${key}`);
  return [
    textColumn('week', t('week-from'), (row) => formatIsoDay(row.weekStartDay), { style: STYLES.strong }),
    textColumn('currency', t('currency'), (row) => row.currency, { hidden: report.hasOneCurrency }),
    amountColumn('sure', t('sure'), (row) => row.sureMinor, { total: true, zeroAsDash: true }),
    amountColumn('likely', t('likely'), (row) => row.expectedMinor - row.sureMinor, { total: true, zeroAsDash: true }),
    amountColumn('expected', t('expected'), (row) => row.expectedMinor, { total: true, zeroAsDash: true, style: STYLES.strong, formula: (place) => `${place.cell('sure')}+${place.cell('likely')}` }),
  ];
}

/** Three short sheets of the plan: trips by rep and day, the reconciliation calendar, incentives. */
import type { CalendarTask, IncentiveRow, Trip } from '../../collection/plan';
import { amountColumn, dayColumn, nameColumn, numberColumn, textColumn, wordsColumn, type Column } from '../columns';
import { tableName } from '../page';
import type { Report } from '../report';
import type { SheetModel } from '../sheet-model';
import { CLASS_COLORS, FORMATS, STYLES } from '../style';
import { putTable, rowsOf } from '../table';

export function tripsSheet(report: Report): SheetModel {
  return simpleSheet(report, 'trips', 'Trips', report.result.plan.trips, tripColumns(report), () => report.mainCurrency);
}

export function calendarSheet(report: Report): SheetModel {
  const tasks = [...report.result.plan.calendar].sort((a, b) => a.nextDay - b.nextDay || a.customer - b.customer);
  return simpleSheet(report, 'calendar', 'Calendar', tasks, calendarColumns(report), (task) => task.currency);
}

export function incentivesSheet(report: Report): SheetModel {
  return simpleSheet(report, 'incentives', 'Incentives', [...report.result.plan.incentives].sort((a, b) => b.periodStartDay - a.periodStartDay || a.customer - b.customer), incentiveColumns(report), (row) => row.currency);
}

/** Title and one table, or the sentence that there is nothing. */
function simpleSheet<Row>(report: Report, key: string, name: string, rows: readonly Row[], columns: readonly Column<Row>[], currency: (row: Row) => string): SheetModel {
  const page = report.page(key);
  page.head(report.t(`${key}.title`), report.scope(), report.t(`${key}.shows`));
  if (rows.length === 0) page.putWide(report.t(`${key}.none`), STYLES.label);
  else putTable(page, { name: tableName(name), columns, rows: rowsOf(rows), currency, freezeColumns: 1 });
  return page.build();
}

function tripColumns(report: Report): readonly Column<Trip>[] {
  const t = (key: string) => report.t(`heading.${key}`);
  return [
    // Left out rather than hidden: the title stands in the first column.
    ...(report.result.plan.trips.some((trip) => trip.rep !== '') ? [textColumn<Trip>('rep', t('rep'), (trip) => trip.rep, { style: STYLES.strong })] : []),
    dayColumn('day', t('day'), (trip) => trip.day),
    textColumn('region', t('region'), (trip) => trip.region, { hiddenIfEmpty: true }),
    wordsColumn('stops', t('stops'), (trip) => trip.stops.map((stop) => report.customerName(stop)).join(report.language === 'en' ? ', ' : '、'), { widthMax: 70 }),
    numberColumn('count', t('stop-count'), (trip) => trip.stops.length, FORMATS.count),
    numberColumn('distance', t('distance-km'), (trip) => trip.distanceKm, `${FORMATS.count};;"–"`),
    numberColumn('hours', t('hours'), (trip) => trip.hours, FORMATS.points),
    numberColumn('points', t('points'), (trip) => trip.points, FORMATS.points),
  ];
}

function calendarColumns(report: Report): readonly Column<CalendarTask>[] {
  const t = (key: string) => report.t(`heading.${key}`);
  return [
    nameColumn('customer', t('customer'), (task) => report.customerName(task.customer), { style: STYLES.strong }),
    textColumn('currency', t('currency'), (task) => task.currency, { hidden: report.hasOneCurrency }),
    dayColumn('last', t('last-signed'), (task) => task.lastSignedDay, { hiddenIfEmpty: true }),
    dayColumn('next', t('next-reconciliation'), (task) => task.nextDay),
    textColumn('state', t('state'), (task) => report.t(task.overdue ? 'calendar.overdue' : 'calendar.planned'), { rowStyle: (task) => (task.overdue ? { color: CLASS_COLORS.bad, bold: true } : undefined) }),
    textColumn('rep', t('rep'), (task) => report.master(task.customer)?.rep ?? '', { hiddenIfEmpty: true }),
    textColumn('contact', t('contact'), (task) => report.master(task.customer)?.contact ?? '', { hiddenIfEmpty: true }),
  ];
}

function incentiveColumns(report: Report): readonly Column<IncentiveRow>[] {
  const t = (key: string) => report.t(`heading.${key}`);
  return [
    nameColumn('customer', t('customer'), (row) => report.customerName(row.customer), { style: STYLES.strong }),
    textColumn('currency', t('currency'), (row) => row.currency, { hidden: report.hasOneCurrency }),
    dayColumn('from', t('period-from'), (row) => row.periodStartDay),
    dayColumn('to', t('period-to'), (row) => row.periodEndDay),
    amountColumn('early', t('paid-early'), (row) => row.paidEarlyMinor, { zeroAsDash: true }),
    amountColumn('onTime', t('paid-on-time'), (row) => row.paidOnTimeMinor, { zeroAsDash: true }),
    amountColumn('late', t('paid-late'), (row) => row.paidLateMinor, { zeroAsDash: true }),
    numberColumn('points', t('points'), (row) => row.points, FORMATS.count),
    textColumn('tier', t('tier'), (row) => row.tier, { hiddenIfEmpty: true, style: { horizontal: 'center' } }),
  ];
}

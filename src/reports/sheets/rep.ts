/** A rep's own sheet, to print and take along: what to do week by week, with room to write. */
import type { PlanRow } from '../../collection/plan';
import type { DaySerial } from '../../units/units';
import { mondayOf } from '../../units/day';
import { Page } from '../page';
import { cellReference } from '../references';
import type { Report } from '../report';
import type { CellStyle, SheetModel } from '../sheet-model';
import { CLASS_COLORS, FORMATS, PALETTE, STYLES, amountFormat } from '../style';
import { lineCount } from '../text-width';

/** Day, customer, class, action, to ask for, open, where and who, why, room to write. */
const WIDTHS = [12, 28, 11, 28, 15, 15, 22, 46, 20];
const COLUMN = { day: 0, customer: 1, class: 2, action: 3, ask: 4, open: 5, where: 6, why: 7, outcome: 8 } as const;
/** A sheet that is carried in a bag: what stands further down is in the plan. */
const ROWS_MAX = 400;
/** Tabs beyond this help nobody; the plan's filter has every rep. */
export const REPS_MAX = 60;

/** The plan's rows by rep; customers without one have no sheet. */
export function repsOf(report: Report): ReadonlyMap<string, readonly PlanRow[]> {
  const byRep = new Map<string, PlanRow[]>();
  for (const row of report.result.plan.rows) {
    if (!row.rep) continue;
    const rows = byRep.get(row.rep);
    if (rows) rows.push(row);
    else byRep.set(row.rep, [row]);
  }
  return byRep;
}

export function repSheets(report: Report): readonly SheetModel[] {
  return [...repsOf(report)].slice(0, REPS_MAX).map(([rep, rows]) => repSheet(report, rep, rows));
}

function repSheet(report: Report, rep: string, rows: readonly PlanRow[]): SheetModel {
  const key = `rep:${rep}`;
  const name = report.names.nameOf(key);
  const page = new Page({ key, name, orientation: 'landscape', footerText: report.footer(name), columnWidths: WIDTHS });
  page.head(report.t('rep.title', { rep }), report.scope(), report.t(rows.length > ROWS_MAX ? 'rep.shows-some' : 'rep.shows', { count: rows.length, shown: ROWS_MAX }));
  putHeadings(report, page);
  const inOrder = [...rows].sort((a, b) => a.day - b.day || a.rank - b.rank).slice(0, ROWS_MAX);
  let week: DaySerial | null = null;
  inOrder.forEach((row, i) => {
    const monday = mondayOf(row.day);
    if (monday !== week) {
      week = monday;
      putWeek(report, page, monday, inOrder.slice(i).filter((other) => mondayOf(other.day) === monday));
    }
    putRow(report, page, row);
  });
  return page.build();
}

function putHeadings(report: Report, page: Page): void {
  const right: readonly number[] = [COLUMN.ask, COLUMN.open];
  const apart: readonly number[] = [COLUMN.where, COLUMN.outcome];
  for (const [key, column] of Object.entries(COLUMN)) page.put(column, report.t(`rep.${key}`), { style: { ...STYLES.heading, horizontal: right.includes(column) ? 'right' : column === COLUMN.day ? 'center' : 'left', indent: apart.includes(column) ? 1 : undefined } });
  page.next();
  page.freeze(0);
}

/** The week's line carries its totals, and is not left alone at the foot of a page; with several currencies in a week there is no one sum. */
function putWeek(report: Report, page: Page, monday: DaySerial, rows: readonly PlanRow[]): void {
  const style: CellStyle = { ...STYLES.strong, borderBottom: 'hair', borderColor: PALETTE.hairline };
  const currency = rows[0].currency;
  const isOneCurrency = rows.every((row) => row.currency === currency);
  const sum = (column: number, minor: (row: PlanRow) => number) => ({
    formula: `SUM(${cellReference(page.row + 1, column)}:${cellReference(page.row + rows.length, column)})`,
    value: report.major(rows.reduce((total, row) => total + minor(row), 0), currency),
  });
  for (let column = 0; column < WIDTHS.length; column++) {
    if (column === COLUMN.day) page.put(column, report.t('rep.week', { day: { day: monday } }), { style });
    else if (isOneCurrency && column === COLUMN.ask) page.put(column, sum(column, (row) => row.askMinor), { style: { ...style, horizontal: 'right', numberFormat: amountFormat(currency) } });
    else if (isOneCurrency && column === COLUMN.open) page.put(column, sum(column, (row) => row.openMinor), { style: { ...style, horizontal: 'right', numberFormat: amountFormat(currency) } });
    else page.put(column, null, { style });
  }
  page.keepTogether(2);
  page.height(22);
  page.next();
}

function putRow(report: Report, page: Page, row: PlanRow): void {
  const under: CellStyle = { vertical: 'center', borderBottom: 'hair', borderColor: PALETTE.hairline };
  const money: CellStyle = { ...under, numberFormat: amountFormat(row.currency), horizontal: 'right' };
  const where = [row.place, row.method ? report.term(row.method) : '', row.contact].filter(Boolean).join(' · ');
  const why = report.say(row.actionReason);
  page.put(COLUMN.day, row.day, { style: { ...under, numberFormat: FORMATS.date, horizontal: 'center' } });
  page.put(COLUMN.customer, report.customerName(row.customer), { style: { ...under, bold: true, wrap: true } });
  page.put(COLUMN.class, report.term(row.class), { style: { ...under, color: CLASS_COLORS[row.class], bold: true } });
  page.put(COLUMN.action, report.term(`action.${row.action}`), { style: { ...under, wrap: true } });
  page.put(COLUMN.ask, report.major(row.askMinor, row.currency), { style: { ...money, bold: true } });
  page.put(COLUMN.open, report.major(row.openMinor, row.currency), { style: { ...money, ...STYLES.link }, link: report.placeOf(`open:${row.customer}|${row.currency}`) });
  page.put(COLUMN.where, where || null, { style: { ...under, wrap: true, horizontal: 'left', indent: 1 } });
  page.put(COLUMN.why, why, { style: { ...under, wrap: true } });
  page.put(COLUMN.outcome, null, { style: under });
  const wrapped = [[COLUMN.where, where], [COLUMN.why, why], [COLUMN.customer, report.customerName(row.customer)], [COLUMN.action, report.term(`action.${row.action}`)]] as const;
  const lines = Math.max(...wrapped.map(([column, text]) => lineCount(text, WIDTHS[column] - 2)));
  page.height(Math.max(24, lines * 15 + 5));
  page.next();
}

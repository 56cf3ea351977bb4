/**
 * The collection plan: one row per customer, in the order to work in, with the points one by one and the
 * columns that people write in. Those who have paid stand below, with what was written about them.
 */
import { FACTORS, type Factor, type PlanRow } from '../../collection/plan';
import { PLAN_STATUSES, type PlanNote } from '../../annotations/annotations';
import { DONE_PREFIX, SHEET_KEYS, WRITTEN_DAY_ANCHOR, WRITTEN_DAY_LABEL_CODE, headingCode, statusCode } from '../../annotations/keys';
import { promiseMark } from '../../annotations/promise-mark';
import type { CurrencyCode } from '../../units/money';
import { amountColumn, dayColumn, nameColumn, numberColumn, textColumn, wordsColumn, type Column } from '../columns';
import { tableName, type Page } from '../page';
import type { Report } from '../report';
import type { CellContent, SheetModel } from '../sheet-model';
import { CLASS_COLORS, FORMATS, PALETTE, STYLES } from '../style';
import { putTable, rowsOf, type PlacedTable } from '../table';
import { REPS_MAX, repsOf } from './rep';

/** On paper: whom to chase, for how much, in what order, and what was promised. More columns would be too small to read. */
const PRINTED_TO = 'promisedAmount';

/** A row of the plan, or of its done part (`plan` is null there). */
interface Line {
  readonly customer: string;
  readonly currency: CurrencyCode;
  readonly plan: PlanRow | null;
  readonly note: PlanNote | null;
}

export function planSheet(report: Report): SheetModel {
  const page = report.page(SHEET_KEYS.plan);
  const { plan } = report.result;
  page.head(report.t('plan.title'), () => putScope(report, page), report.showsPrintedTo(report.t('plan.shows'), heading(report, PRINTED_TO)));
  for (const notice of plan.notices ?? []) { page.putWide(report.say(notice), STYLES.label); page.next(); }
  const repCount = repsOf(report).size;
  if (repCount > REPS_MAX) { page.putWide(report.t('plan.reps-cut', { shown: REPS_MAX, count: repCount }), STYLES.label); page.next(); }
  page.next();
  const lines = plan.rows.map((row): Line => ({ customer: report.customerName(row.customer), currency: row.currency, plan: row, note: row.note }));
  const done = plan.done.map((entry): Line => ({ customer: entry.customerName, currency: entry.currency, plan: null, note: entry.note }));
  const columns = [...ownColumns(report), ...addedColumns([...lines, ...done])];
  if (lines.length === 0) page.putWide(report.t('plan.none'), STYLES.label);
  else putLines(report, page, columns, lines);
  page.next();
  if (done.length) putDone(report, page, columns, done);
  return page.build();
}

/** The day that promises are measured from: the next run finds it by its anchor or by its label, in cells of its own. */
function putScope(report: Report, page: Page): void {
  page.put(0, report.say({ code: WRITTEN_DAY_LABEL_CODE }), { style: STYLES.scope });
  page.put(1, report.result.asOf, { style: { ...STYLES.scope, numberFormat: FORMATS.date, horizontal: 'left' } });
  page.widen(1, '2026-09-30'.length);
  page.anchor(WRITTEN_DAY_ANCHOR, 1);
}

function putLines(report: Report, page: Page, columns: readonly Column<Line>[], lines: readonly Line[]): void {
  const table = putTable(page, { name: tableName('Plan'), columns, rows: rowsOf(lines), currency: (line) => line.currency, currencyColumn: 'currency', totalLabel: (currency) => report.totalLabel(currency ?? report.mainCurrency), freezeColumns: 2, printedTo: PRINTED_TO });
  page.addDataBar({ kind: 'data-bar', ...table.area('points'), color: 'A9CFCB' });
  putSlicers(page, table, columns, lines);
}

/** What managers filter by, and how many buttons of it stand side by side: actions are long words. */
const SLICED = [['rep', 2], ['region', 2], ['class', 2], ['action', 1]] as const;
/** Columns that one slicer stands over. */
const SLICER_COLUMNS = 2;

/** Beside the head, above the columns that people write in; where all lines are alike there is nothing to choose. */
function putSlicers(page: Page, table: PlacedTable, columns: readonly Column<Line>[], lines: readonly Line[]): void {
  const free = columns.flatMap((column, index) => (index >= table.columnIndex('status') && !column.hidden ? [index] : []));
  const wordsOf = (key: string) => new Set(lines.map((line) => columns[table.columnIndex(key)].shown(line, line.currency)));
  SLICED.filter(([key]) => wordsOf(key).size > 1).forEach(([column, buttonColumns], i) => {
    const columnIndex = free[i * SLICER_COLUMNS];
    const columnCount = free[(i + 1) * SLICER_COLUMNS - 1] - columnIndex + 1;
    page.addSlicer({ table: tableName('Plan'), column, caption: columns[table.columnIndex(column)].heading, buttonColumns, rowIndex: 0, columnIndex, rowCount: table.headingRowIndex - 1, columnCount });
  });
}

function putDone(report: Report, page: Page, columns: readonly Column<Line>[], done: readonly Line[]): void {
  page.section(report.t('plan.done'));
  const below = columns.map((column): Column<Line> => ({ ...column, key: column.anchored ? DONE_PREFIX + column.key : column.key, total: false, hiddenIfEmpty: false }));
  putTable(page, { name: tableName('PlanDone'), columns: below, rows: rowsOf(done), currency: (line) => line.currency, filters: false });
}

function ownColumns(report: Report): readonly Column<Line>[] {
  const columns = [...whoColumns(report), ...whatColumns(report), pointsColumn(report), ...writtenColumns(report), ...partColumns(report), ...termsColumns(report), ...whyColumns(report)];
  return columns.map((column) => ({ ...column, anchored: true }));
}

const heading = (report: Report, key: string) => report.say({ code: headingCode(key) });

function whoColumns(report: Report): readonly Column<Line>[] {
  const h = (key: string) => heading(report, key);
  return [
    numberColumn('rank', h('rank'), ({ plan }) => plan?.rank ?? null, FORMATS.count, { style: { horizontal: 'center' } }),
    nameColumn('customer', h('customer'), (line) => line.customer, { widthMax: 32, style: STYLES.strong }),
    textColumn('currency', h('currency'), (line) => line.currency, { hidden: report.hasOneCurrency }),
    textColumn('rep', h('rep'), ({ plan }) => plan?.rep ?? '', { hiddenIfEmpty: true }),
    textColumn('region', h('region'), ({ plan }) => plan?.region ?? '', { hiddenIfEmpty: true }),
    textColumn('class', h('class'), ({ plan }) => (plan ? report.term(plan.class) : ''), { rowStyle: ({ plan }) => (plan ? { color: CLASS_COLORS[plan.class], bold: true } : undefined) }),
  ];
}

function whatColumns(report: Report): readonly Column<Line>[] {
  const h = (key: string) => heading(report, key);
  return [
    wordsColumn('action', h('action'), ({ plan }) => (plan ? report.term(`action.${plan.action}`) : ''), { widthMax: 24 }),
    dayColumn('day', h('day'), ({ plan }) => plan?.day ?? null),
    amountColumn('ask', h('ask'), ({ plan }) => plan?.askMinor ?? null, { total: true, zeroAsDash: true, style: STYLES.strong }),
    amountColumn('open', h('open'), ({ plan, note }) => plan?.openMinor ?? note?.openThenMinor ?? null, { total: true, link: ({ plan }) => plan === null ? undefined : report.placeOf(`open:${plan.customer}|${plan.currency}`) }),
    amountColumn('overdue', h('overdue'), ({ plan }) => plan?.overdueMinor ?? null, { total: true, zeroAsDash: true }),
  ];
}

/** Where people write: tinted, and read back by the next run. */
function writtenColumns(report: Report): readonly Column<Line>[] {
  const h = (key: string) => heading(report, key);
  const style = STYLES.written;
  return [
    textColumn('status', h('status'), ({ note }) => (note?.status ? report.say({ code: statusCode(note.status) }) : ''), { style, choices: PLAN_STATUSES.map((status) => report.say({ code: statusCode(status) })) }),
    dayColumn('promisedDay', h('promisedDay'), ({ note }) => note?.promisedDay ?? null, { style }),
    amountColumn('promisedAmount', h('promisedAmount'), ({ note }) => note?.promisedMinor ?? null, { style, widthMin: 12 }),
    dayColumn('nextContact', h('nextContact'), ({ note }) => note?.nextContactDay ?? null, { style }),
    dayColumn('demandDay', h('demandDay'), ({ note }) => note?.demandDay ?? null, { style }),
    textColumn('note', h('note'), ({ note }) => note?.note ?? '', { style, widthMin: 24, widthMax: 32 }),
    textColumn('promiseMade', h('promiseMade'), ({ note }) => promiseMark(note), { hidden: true }),
  ];
}

/** The points beside the amounts that they put in order; their parts stand further to the right. */
function pointsColumn(report: Report): Column<Line> {
  const first = factorColumn(FACTORS[0]);
  const last = factorColumn(FACTORS[FACTORS.length - 1]);
  const points = numberColumn<Line>('points', heading(report, 'points'), ({ plan }) => plan?.points ?? null, FORMATS.points, { style: STYLES.strong });
  const live: Column<Line>['content'] = (line, currency, place) => {
    const sum = line.plan ? FACTORS.reduce((total, factor) => total + pointsOf(line.plan as PlanRow, factor), 0) : 0;
    const isSum = line.plan !== null && Math.abs(sum - line.plan.points) < 1e-9;
    return isSum ? { formula: `SUM(${place.cell(first)}:${place.cell(last)})`, value: line.plan?.points ?? 0 } : points.content(line, currency, place);
  };
  return { ...points, content: live };
}

function partColumns(report: Report): readonly Column<Line>[] {
  return FACTORS.map((factor) => numberColumn<Line>(factorColumn(factor), heading(report, factorColumn(factor)), ({ plan }) => (plan ? pointsOf(plan, factor) : null), '0.0;-0.0;"–"', { style: { color: PALETTE.quiet } }));
}

function factorColumn(factor: Factor): string {
  return `points.${factor}`;
}

function pointsOf(plan: PlanRow, factor: Factor): number {
  return plan.parts.reduce((sum, part) => (part.factor === factor ? sum + part.points : sum), 0);
}

function termsColumns(report: Report): readonly Column<Line>[] {
  const h = (key: string) => heading(report, key);
  return [
    dayColumn('payDay', h('payDay'), ({ plan }) => plan?.payDay ?? null),
    textColumn('place', h('place'), ({ plan }) => plan?.place ?? '', { widthMax: 20, hiddenIfEmpty: true }),
    textColumn('method', h('method'), ({ plan }) => (plan?.method ? report.term(plan.method) : '')),
    textColumn('contact', h('contact'), ({ plan }) => plan?.contact ?? '', { widthMax: 20, hiddenIfEmpty: true }),
    amountColumn('expected', h('expected'), ({ plan }) => plan?.expectedMinor30 ?? null, { total: true, zeroAsDash: true }),
    amountColumn('disputed', h('disputed'), ({ plan }) => plan?.disputedMinor ?? null, { total: true, zeroAsDash: true }),
    textColumn('promise', h('promise'), ({ plan }) => promiseText(report, plan), { hiddenIfEmpty: true, rowStyle: ({ plan }) => (plan?.promise?.state === 'broken' ? { color: CLASS_COLORS.bad } : undefined) }),
    dayColumn('limitation', h('limitation'), ({ plan }) => plan?.limitation?.day ?? null, { rowStyle: ({ plan }) => (plan?.limitation?.near || plan?.limitation?.passed ? { color: CLASS_COLORS.bad, bold: true } : undefined) }),
  ];
}

function promiseText(report: Report, plan: PlanRow | null): string {
  return plan?.promise ? report.t(`promise.${plan.promise.state}`, { day: { day: plan.promise.day } }) : '';
}

/** Long sentences run on rather than wrap: a plan is read row by row, and a rep's sheet has them in full. */
function whyColumns(report: Report): readonly Column<Line>[] {
  const h = (key: string) => heading(report, key);
  return [
    textColumn('why', h('why'), ({ plan }) => (plan ? whyText(report, plan) : ''), { widthMax: 50 }),
    textColumn('missing', h('missing'), ({ plan }) => (plan ? report.sentences(plan.missing) : ''), { widthMax: 36 }),
    textColumn('leverage', h('leverage'), ({ plan }) => leverText(report, plan), { widthMax: 36 }),
    textColumn('summary', h('summary'), ({ plan }) => (plan ? report.sentences(plan.summary) : ''), { widthMax: 60 }),
    numberColumn('items', h('items'), ({ plan }) => plan?.items.length ?? null, FORMATS.count, { link: ({ plan }) => plan === null ? undefined : report.placeOf(`open:${plan.customer}|${plan.currency}`) }),
  ];
}

function whyText(report: Report, plan: PlanRow): string {
  return report.sentences([plan.actionReason, ...plan.parts.filter((part) => part.points !== 0).map((part) => part.text)]);
}

function leverText(report: Report, plan: PlanRow | null): string {
  if (!plan?.leverage?.weakest) return '';
  const name = report.t(`lever.${plan.leverage.weakest}`);
  return plan.leverage.advice ? `${name}${report.language === 'en' ? ': ' : '：'}${report.say(plan.leverage.advice)}` : name;
}

/** Columns that people added, under their own headings, after ours; without an anchor, since they are theirs. */
function addedColumns(lines: readonly Line[]): readonly Column<Line>[] {
  const headings = new Set(lines.flatMap((line) => Object.keys(line.note?.added ?? {})));
  return [...headings].map((title) => {
    const value = (line: Line): CellContent => line.note?.added[title] ?? null;
    return { ...textColumn<Line>(`added:${title}`, title, (line) => String(value(line) ?? ''), { style: STYLES.written }), content: value };
  });
}

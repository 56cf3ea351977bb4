/** Overview: the totals, what needs someone's attention, where to find what, and every customer in one line. */
import { CLASSES, type AgingRow, type CollectionClass } from '../../aging/aged';
import type { PlanRow } from '../../collection/plan';
import { numbersOf } from '../../matching/reconciliation';
import type { MinorUnits } from '../../units/units';
import { formatAmount, type CurrencyCode } from '../../units/money';
import { amountColumn, nameColumn, textColumn, type Column } from '../columns';
import { tableName, type Page } from '../page';
import type { AccountFile, Report } from '../report';
import type { LinkTarget, SheetModel } from '../sheet-model';
import { CLASS_COLORS, STYLES, amountFormat } from '../style';
import { putTable, rowsOf, totalFormula, type PlacedTable } from '../table';
import { textWidth } from '../text-width';

interface Line {
  readonly file: AccountFile;
  readonly unexplainedMinor: MinorUnits;
  readonly overdueMinor: MinorUnits;
  readonly aging: AgingRow | undefined;
  readonly plan: PlanRow | undefined;
}

/** Columns of money on this sheet; the strip of totals and the table of customers share them. */
const FIGURES = ['ours', 'theirs', 'difference', 'unexplained', 'overdue', ...CLASSES] as const;
/** Those that say nothing where no customer's own ledger is in the workbook. */
const COMPARING: ReadonlySet<Figure> = new Set<Figure>(['theirs', 'difference', 'unexplained']);

/** More customers than this stand below the list of sheets, which would otherwise be far down. */
const CUSTOMERS_FIRST_MAX = 40;

export function overviewSheet(report: Report, sheets: readonly SheetModel[]): SheetModel {
  const page = report.page('overview');
  page.head(report.t('overview.title'), report.scope(report.result.settings.company.name || report.result.books.ourName), report.t(report.comparesAny ? 'overview.shows' : 'overview.shows-alone'));
  const lines = linesOf(report);
  const stripRow = page.row;
  page.next(report.currencies.length + 2);
  putNeeds(report, page);
  const isLong = lines.length > CUSTOMERS_FIRST_MAX;
  if (isLong) putContents(report, page, sheets);
  page.section(report.t('overview.customers'));
  if (lines.length) putStrip(report, page, stripRow, putCustomers(report, page, lines, isLong), lines);
  page.next();
  if (!isLong) putContents(report, page, sheets);
  return page.build();
}

function linesOf(report: Report): readonly Line[] {
  const { reconciliation, aged, plan } = report.result;
  const table = aged.tables.find(({ by, basis }) => by === 'customer' && basis === 'due-day');
  const key = (customer: number | null, currency: CurrencyCode) => `${customer}|${currency}`;
  const aging = new Map(table?.rows.map((row) => [key(row.customer, row.currency), row]));
  const plans = new Map(plan.rows.map((row) => [key(row.customer, row.currency), row]));
  return report.files.map((file): Line => {
    const accountKey = key(file.account.customer, file.account.currency);
    const row = aging.get(accountKey);
    return {
      file, aging: row, plan: plans.get(accountKey),
      unexplainedMinor: file.items.reduce((sum, index) => sum + (reconciliation.items[index].category === 'unexplained' ? reconciliation.items[index].amountMinor : 0), 0),
      overdueMinor: row ? row.totalMinor - row.bucketsMinor[0] : 0,
    };
  });
}

function putCustomers(report: Report, page: Page, lines: readonly Line[], repeatsHeading: boolean): PlacedTable {
  return putTable(page, { name: tableName('Overview'), columns: columnsOf(report), rows: rowsOf(lines), currency: (line) => line.file.account.currency, currencyColumn: 'currency', filters: false, repeatsHeading });
}

function columnsOf(report: Report): readonly Column<Line>[] {
  const t = (key: string) => report.t(`heading.${key}`);
  const hidden = !report.comparesAny;
  const known = (minor: (file: AccountFile) => MinorUnits) => ({ file }: Line) => (file.account.hasTheirs ? minor(file) : null);
  return [
    nameColumn('customer', t('customer'), ({ file }) => file.name, { style: STYLES.strong }),
    textColumn('currency', t('currency'), ({ file }) => file.account.currency, { hidden: report.hasOneCurrency }),
    amountColumn('ours', t('our-balance'), ({ file }) => file.account.ours.closingMinor, { total: true, zeroAsDash: true }),
    amountColumn('theirs', t('their-balance'), known((file) => file.account.theirs.closingMinor), { total: true, zeroAsDash: true, hidden }),
    amountColumn('difference', t('difference'), known((file) => file.account.differenceMinor), { total: true, zeroAsDash: true, hidden, formula: (place) => `${place.cell('ours')}-${place.cell('theirs')}`, link: ({ file }) => report.placeOf(`two-sided:${file.account.customer}|${file.account.currency}`) }),
    amountColumn('unexplained', t('unexplained'), (line) => line.unexplainedMinor, { total: true, zeroAsDash: true, hidden, rowStyle: (line) => (line.unexplainedMinor ? { color: CLASS_COLORS.bad, bold: true } : undefined) }),
    amountColumn('overdue', t('overdue'), (line) => line.overdueMinor, { total: true, zeroAsDash: true }),
    ...CLASSES.map((name) => amountColumn<Line>(name, report.term(name), ({ aging }) => aging?.classesMinor[name] ?? 0, { total: true, zeroAsDash: true, rowStyle: () => ({ color: CLASS_COLORS[name] }) })),
    textColumn('action', t('next-action'), ({ plan }) => (plan ? report.term(`action.${plan.action}`) : ''), { widthMax: 28 }),
    textColumn('rep', t('rep'), ({ file, plan }) => plan?.rep || report.master(file.account.customer)?.rep || '', { hiddenIfEmpty: true }),
  ];
}

/** The totals, large, over the same columns as the table; live over its rows. */
function putStrip(report: Report, page: Page, stripRow: number, table: PlacedTable, lines: readonly Line[]): void {
  const after = page.row;
  page.row = stripRow;
  const figures = FIGURES.filter((figure) => report.comparesAny || !COMPARING.has(figure));
  for (let column = 0; column < table.columnIndex('ours'); column++) page.put(column, null, { style: STYLES.heading });
  for (const figure of figures) page.put(table.columnIndex(figure), figureText(report, figure), { style: { ...STYLES.heading, horizontal: 'right', color: colorOf(figure) ?? STYLES.heading.color } });
  const currencies = [...new Set(lines.map((line) => line.file.account.currency))].sort();
  for (const currency of currencies) {
    page.next();
    page.height(22);
    page.put(0, currency, { style: { bold: true, sizeStep: 1 } });
    for (const figure of figures) {
      const columnIndex = table.columnIndex(figure);
      const formula = totalFormula(table, figure, currencies.length === 1 ? null : currency);
      const minor = figureMinor(lines, currency, figure);
      page.put(columnIndex, { formula, value: report.major(minor, currency) }, { style: { bold: true, sizeStep: 1, horizontal: 'right', numberFormat: amountFormat(currency, 'dash'), color: colorOf(figure) } });
      page.widen(columnIndex, Math.max(FIGURE_WIDTH_MIN, textWidth(formatAmount(minor, currency)) * LARGER));
    }
  }
  page.row = after;
}

/** Twelve points, bold, beside the eleven of a table. */
const LARGER = 1.12;
const FIGURE_WIDTH_MIN = 10;

type Figure = (typeof FIGURES)[number];

function colorOf(figure: Figure): string | undefined {
  return figure in CLASS_COLORS ? CLASS_COLORS[figure as CollectionClass] : undefined;
}

function figureText(report: Report, figure: Figure): string {
  if (figure === 'ours' || figure === 'theirs') return report.t(figure === 'ours' ? 'heading.our-balance' : 'heading.their-balance');
  return figure === 'difference' || figure === 'overdue' || figure === 'unexplained' ? report.t(`heading.${figure}`) : report.term(figure);
}

function figureMinor(lines: readonly Line[], currency: CurrencyCode, figure: Figure): MinorUnits {
  const of = (line: Line): MinorUnits => {
    const { account } = line.file;
    switch (figure) {
      case 'ours': return account.ours.closingMinor;
      case 'theirs': return account.hasTheirs ? account.theirs.closingMinor : 0;
      case 'difference': return account.hasTheirs ? account.differenceMinor : 0;
      case 'unexplained': return line.unexplainedMinor;
      case 'overdue': return line.overdueMinor;
      default: return line.aging?.classesMinor[figure] ?? 0;
    }
  };
  return lines.reduce((sum, line) => (line.file.account.currency === currency ? sum + of(line) : sum), 0);
}

/** What someone must look at, each with the way there. Nothing to do is said, too. */
function putNeeds(report: Report, page: Page): void {
  page.section(report.t('overview.needs'));
  const needs = needsOf(report);
  if (needs.length === 0) { page.put(0, report.t('overview.nothing'), { style: STYLES.label }); page.next(); }
  for (const { text, link } of needs) { page.put(0, text, { style: STYLES.link, link }); page.next(); }
  page.next();
}

function needsOf(report: Report): readonly { readonly text: string; readonly link: LinkTarget }[] {
  const { reconciliation, books, annotations, plan } = report.result;
  const unexplained = reconciliation.items.filter((item) => item.category === 'unexplained');
  const names = books.customers.reduce((count, customer) => count + customer.aliases.filter((alias) => alias.status === 'suggested').length, 0);
  const needs = [
    { need: 'suggested', count: numbersOf(reconciliation.matches, 'suggested').length, sheet: 'matches' },
    { need: 'unexplained', count: unexplained.length, sheet: 'differences' },
    { need: 'ours-to-act', count: reconciliation.items.filter((item) => item.actor === 'us' && item.category !== 'unexplained').length, sheet: 'differences' },
    { need: 'promises', count: plan.rows.filter((row) => row.promise?.state === 'broken').length, sheet: 'plan' },
    { need: 'limitation', count: plan.rows.filter((row) => row.limitation?.near).length, sheet: 'plan' },
    { need: 'agreements', count: plan.rows.filter((row) => row.missing.length > 0).length, sheet: 'plan' },
    { need: 'reconcile', count: plan.calendar.filter((task) => task.overdue).length, sheet: 'calendar' },
    { need: 'names', count: names, sheet: 'data-issues' },
    { need: 'issues', count: books.issues.length + annotations.problems.length, sheet: 'data-issues' },
  ];
  return needs.filter(({ count }) => count > 0).map(({ need, count, sheet }) => ({ text: report.t(`need.${need}`, { count }), link: report.sheetLink(sheet) }));
}

function putContents(report: Report, page: Page, sheets: readonly SheetModel[]): void {
  page.section(report.t('overview.contents'));
  const kinds = new Map<string, SheetModel[]>();
  for (const sheet of sheets) {
    const [kind] = sheet.key.split(':');
    kinds.set(kind, [...(kinds.get(kind) ?? []), sheet]);
  }
  for (const [kind, [first, ...others]] of kinds) {
    const name = others.length ? report.t('overview.several', { name: report.t(`sheet.${kind}`), count: others.length + 1 }) : first.name;
    page.put(0, name, { style: STYLES.link, link: report.sheetLink(first.key), measure: true });
    page.put(2, report.t(kind === 'reconciliation' && !report.comparesAny ? 'contents.reconciliation-alone' : `contents.${kind}`), { style: STYLES.label });
    page.next();
  }
  page.next();
}

/** Data issues: which sheets were read and how, and everything that was skipped, unreadable, joined or cut short. */
import type { SheetReading } from '../../ledger/books';
import { numberColumn, textColumn, wordsColumn, type Column } from '../columns';
import { tableName, type Page } from '../page';
import type { Report } from '../report';
import type { Rows } from '../row-facts';
import type { LinkTarget, SheetModel } from '../sheet-model';
import { CLASS_COLORS, FORMATS, STYLES } from '../style';
import { putTable, rowsOf } from '../table';

type IssueKind = 'error' | 'warning' | 'skipped' | 'join' | 'limit' | 'written';

interface Issue {
  readonly kind: IssueKind;
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string;
  readonly text: () => string;
}

export function dataIssuesSheet(report: Report): SheetModel {
  const page = report.page('data-issues');
  const issues = issuesOf(report);
  page.head(report.t('data-issues.title'), report.asOfText, report.t('data-issues.shows', { count: issues.count }));
  putReadings(report, page);
  if (issues.count === 0) page.putWide(report.t('data-issues.none'), STYLES.label);
  else putTable(page, { name: tableName('DataIssues'), columns: issueColumns(report), rows: issues, currency: () => report.mainCurrency, repeatsHeading: true });
  return page.build();
}

function putReadings(report: Report, page: Page): void {
  const readings = report.result.books.sheets;
  if (readings.length === 0) return;
  putTable(page, { name: tableName('SheetsRead'), columns: readingColumns(report), rows: rowsOf(readings), currency: () => report.mainCurrency, filters: false });
  page.next();
}

function readingColumns(report: Report): readonly Column<SheetReading>[] {
  const t = (key: string) => report.t(`heading.${key}`);
  return [
    textColumn('sheet', t('sheet'), (reading) => reading.sheet, { widthMax: 30, link: (reading) => ({ sheet: reading.sheet, rowIndex: Math.max(0, reading.headerRow - 1), columnIndex: 0 }) }),
    textColumn('role', t('read-as'), (reading) => report.t(`role.${reading.role}`)),
    numberColumn('headerRow', t('header-row'), (reading) => reading.headerRow || null, '0'),
    numberColumn('entries', t('entries'), (reading) => (reading.entryCount > 0 || reading.role.endsWith('-ledger') ? reading.entryCount : null), FORMATS.count),
    wordsColumn('remarks', t('remarks'), (reading) => remarksOn(report, reading), { widthMax: 80 }),
  ];
}

function remarksOn(report: Report, reading: SheetReading): string {
  const remarks = [report.t('reading.confidence', { share: { share: reading.confidence } })];
  if (reading.skipped.length) remarks.push(report.t('reading.skipped', { count: reading.skipped.length }));
  if (reading.hiddenRowCount) remarks.push(report.t('reading.hidden', { count: reading.hiddenRowCount }));
  if (reading.balanceProof) {
    const { checked, firstBreakRow } = reading.balanceProof;
    remarks.push(firstBreakRow === null ? report.t('reading.balance-proven', { count: checked }) : report.t('reading.balance-breaks', { row: firstBreakRow }));
  }
  return remarks.join(report.language === 'en' ? ' ' : '');
}

/** Errors first, skipped rows last; a sentence is made when its row is asked for. */
function issuesOf(report: Report): Rows<Issue> {
  const { books, reconciliation, annotations } = report.result;
  const issues: Issue[] = [];
  const inOrder = [...books.issues].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  for (const issue of inOrder) issues.push({ kind: issue.severity, sheet: issue.sheet, row: issue.row, column: issue.column, text: () => report.say(issue.message) });
  for (const { sheet, row, message } of annotations.problems) issues.push({ kind: 'written', sheet, row: row || null, column: '', text: () => report.say(message) });
  for (const limit of reconciliation.limits) issues.push({ kind: 'limit', sheet: '', row: null, column: '', text: () => report.say(limit) });
  for (const { name, aliases } of books.customers)
    for (const alias of aliases) if (alias.name !== name) issues.push({ kind: 'join', sheet: alias.sheet, row: null, column: '', text: () => report.t(`join.${alias.status}`, { alias: alias.name, name, evidence: report.say(alias.evidence) }) });
  for (const { sheet, skipped } of books.sheets) for (const { row, reason } of skipped) issues.push({ kind: 'skipped', sheet, row, column: '', text: () => report.say(reason) });
  return rowsOf(issues);
}

function issueColumns(report: Report): readonly Column<Issue>[] {
  const t = (key: string) => report.t(`heading.${key}`);
  return [
    textColumn('sheet', t('sheet'), (issue) => issue.sheet, { widthMax: 30 }),
    textColumn('kind', t('issue-kind'), (issue) => report.t(`issue.${issue.kind}`), { rowStyle: (issue) => (issue.kind === 'error' ? { color: CLASS_COLORS.bad, bold: true } : issue.kind === 'warning' ? { color: CLASS_COLORS.doubtful } : undefined) }),
    numberColumn('row', t('row'), (issue) => issue.row, '0', { link: linkOf }),
    textColumn('column', t('column'), (issue) => issue.column, { style: { horizontal: 'center' } }),
    // In line with the remarks of the table above it.
    wordsColumn('message', t('message'), (issue) => issue.text(), { widthMax: 80, style: { horizontal: 'left', indent: 1 } }),
  ];
}

function linkOf(issue: Issue): LinkTarget | undefined {
  return issue.sheet && issue.row ? { sheet: issue.sheet, rowIndex: issue.row - 1, columnIndex: 0 } : undefined;
}

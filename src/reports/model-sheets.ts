/** The one verb of this room for sheets: a result becomes models of sheets, in the order of their tabs. */
import type { CustomerIndex } from '../ledger/books';
import type { Result } from './result';
import type { SheetModel } from './sheet-model';
import { Report } from './report';
import { agingSheet } from './sheets/aging';
import { manualAllocationsSheet, settlementSheet } from './sheets/allocations';
import { classesSheet } from './sheets/classes';
import { dataIssuesSheet } from './sheets/data-issues';
import { differencesSheet } from './sheets/differences';
import { keyFiguresSheet } from './sheets/key-figures';
import { matchesSheet } from './sheets/matches';
import { openItemsSheet } from './sheets/open-items';
import { overviewSheet } from './sheets/overview';
import { planSheet } from './sheets/plan';
import { reconciliationLogSheet } from './sheets/reconciliation-log';
import { reconciliationSheet } from './sheets/reconciliation';
import { repSheets } from './sheets/rep';
import { settingsSheet } from './sheets/settings';
import { twoSidedSheet } from './sheets/two-sided';
import { calendarSheet, incentivesSheet, tripsSheet } from './sheets/visits';
import { statementSheets, type StatementForm } from './statement/statement';

export interface SheetsChoice {
  /** Whose statements to add. */
  readonly statements: 'none' | 'all' | readonly CustomerIndex[];
  readonly statementForm: StatementForm;
  /** Only the statements, for a workbook of their own. */
  readonly onlyStatements?: boolean;
}

/** The sheets of a result; table rows are made when an adapter asks for them. */
export function modelSheets(result: Result, choice: SheetsChoice): readonly SheetModel[] {
  const report = new Report(result);
  const statements = statementSheets(report, chosenCustomers(result, choice), choice.statementForm);
  if (choice.onlyStatements) return statements;
  const sheets = [...reconciliationSheets(report), ...receivablesSheets(report), ...collectionSheets(report), ...statements, ...backgroundSheets(report)];
  return [overviewSheet(report, sheets), ...sheets];
}

/** Without any customer's own ledger there is nothing to compare; what people once decided about matches stays. */
function reconciliationSheets(report: Report): readonly SheetModel[] {
  if (report.comparesAny) return [reconciliationSheet(report), twoSidedSheet(report), differencesSheet(report), matchesSheet(report)];
  const { matchDecisions, matchNotes = [] } = report.result.annotations;
  return [reconciliationSheet(report), ...(matchDecisions.length + matchNotes.length > 0 ? [matchesSheet(report)] : [])];
}

/** Made before the plan, whose rows link to the open items. */
function receivablesSheets(report: Report): readonly SheetModel[] {
  return [agingSheet(report), classesSheet(report), openItemsSheet(report), keyFiguresSheet(report)];
}

/** Trips and a calendar only where there are any: an empty tab helps nobody. */
function collectionSheets(report: Report): readonly SheetModel[] {
  const { trips, calendar } = report.result.plan;
  return [planSheet(report), ...repSheets(report), ...(trips.length ? [tripsSheet(report)] : []), ...(calendar.length ? [calendarSheet(report)] : [])];
}

/** Looked at now and then, or written in rarely: behind everything else. */
function backgroundSheets(report: Report): readonly SheetModel[] {
  const { incentives } = report.result.plan;
  return [reconciliationLogSheet(report), settlementSheet(report), manualAllocationsSheet(report), ...(incentives.length ? [incentivesSheet(report)] : []), dataIssuesSheet(report), settingsSheet(report)];
}

function chosenCustomers(result: Result, { statements }: SheetsChoice): readonly CustomerIndex[] {
  if (statements === 'none') return [];
  const known = [...new Set(result.reconciliation.accounts.map((account) => account.customer))];
  return statements === 'all' ? known : known.filter((customer) => statements.includes(customer));
}

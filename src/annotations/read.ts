/** Reads back what people wrote into the result sheets of an earlier run. */
import type { Books } from '../ledger/books';
import type { Grid } from '../ledger/grid';
import { parseMatchKey } from '../ledger/entry-keys';
import { NO_ANNOTATIONS, type Annotations, type ManualAllocation, type MatchDecision, type ReconciliationSigned } from './annotations';
import { ALLOCATION_COLUMNS, MATCH_COLUMNS, PLAN_COLUMNS, RECONCILIATION_COLUMNS, SHEET_KEYS, decisionCode } from './keys';
import { Headings, TOP_ROWS, findTable, hasRows, headingRows, type TablePlace } from './places';
import { readPlanNotes } from './read-plan';
import { readSettingCells, settingLabelCount } from './read-settings';
import { TableReader, type Problem } from './table-reader';
import { Words } from './written-cells';

const matchHeadings = new Headings(MATCH_COLUMNS);
const allocationHeadings = new Headings(ALLOCATION_COLUMNS);
const logHeadings = new Headings(RECONCILIATION_COLUMNS);
const planHeadings = new Headings(PLAN_COLUMNS);

const decisionWords = new Words<MatchDecision['decision']>(['accepted', 'rejected'], decisionCode, {
  accepted: ['accept', 'yes', 'y', 'ok', '✓', '√', '✔', '是', '对', '同意', '确认', '采纳'],
  rejected: ['reject', 'no', 'n', 'x', '×', '✗', '✘', '否', '不', '不对', '不同意', '驳回'],
});

/**
 * What people wrote, from the sheets that Duesheet wrote (`facts.result`), or that have their headings where
 * the marks are gone. Ties nothing to row numbers; a cell that cannot be read becomes a problem and leaves the
 * rest of its row standing. `books` tells the currency where a row names none.
 */
export function readAnnotations(grids: readonly Grid[], books?: Books): Annotations {
  const problems: Problem[] = [];
  const currency = books?.currencies.length === 1 ? books.currencies[0] : '';
  const sheet = (key: string, looksLike: (grid: Grid) => boolean) => grids.find((grid) => grid.facts.result?.key === key) ?? grids.find((grid) => !grid.facts.result && looksLike(grid));
  const has = (headings: Headings, ...needs: string[]) => (grid: Grid) => headingRows(grid, headings, needs, TOP_ROWS).length > 0;

  const matches = sheet(SHEET_KEYS.matches, has(matchHeadings, 'key', 'decision'));
  const allocations = sheet(SHEET_KEYS.allocations, has(allocationHeadings, 'credit', 'debit', 'amount'));
  const plan = sheet(SHEET_KEYS.plan, has(planHeadings, 'customer', 'status', 'promisedDay'));
  const log = sheet(SHEET_KEYS.reconciliationLog, has(logHeadings, 'customer', 'signedBy', 'day'));
  const settings = sheet(SHEET_KEYS.settings, (grid) => settingLabelCount(grid) >= 5);
  return {
    ...NO_ANNOTATIONS,
    ...(matches && readMatches(matches, problems)),
    manualAllocations: allocations ? readAllocations(allocations, currency, problems) : [],
    planNotes: plan ? readPlanNotes(plan, planHeadings, currency, problems) : [],
    reconciliations: log ? readLog(log, currency, problems) : [],
    settings: settings ? readSettingCells(settings) : {},
    problems,
  };
}

function readMatches(grid: Grid, problems: Problem[]): Pick<Annotations, 'matchDecisions' | 'matchNotes'> {
  const decisions = new Map<string, MatchDecision>();
  const notes = new Map<string, NonNullable<Annotations['matchNotes']>[number]>();
  forEachRow(grid, findTable(grid, matchHeadings, { needs: ['key', 'decision'] }), problems, (row) => {
    const key = row.text('key');
    const note = row.text('note');
    const decision = row.choice('decision', decisionWords);
    const { ourKeys, theirKeys } = parseMatchKey(key);
    if (key === '' || (ourKeys.length === 0 && theirKeys.length === 0)) {
      if (decision) row.problem('key', 'annotations.no-key', key);
    } else if (decision) {
      const before = decisions.get(key);
      if (before && before.decision !== decision) row.problem('decision', 'annotations.decided-twice', row.text('decision'));
      decisions.set(key, { ourKeys, theirKeys, decision, note });
    } else if (note !== '') {
      notes.set(key, { ourKeys, theirKeys, note });
    }
  });
  return { matchDecisions: [...decisions.values()], matchNotes: [...notes.values()] };
}

function readAllocations(grid: Grid, onlyCurrency: string, problems: Problem[]): ManualAllocation[] {
  const allocations: ManualAllocation[] = [];
  forEachRow(grid, findTable(grid, allocationHeadings, { needs: ['credit', 'debit'] }), problems, (row) => {
    const [creditKey, debitKey] = [row.text('credit'), row.text('debit')];
    const amountMinor = row.amount('amount', row.text('currency') || onlyCurrency);
    if (creditKey !== '' && debitKey !== '' && amountMinor !== undefined) allocations.push({ creditKey, debitKey, amountMinor });
  });
  return allocations;
}

function readLog(grid: Grid, onlyCurrency: string, problems: Problem[]): ReconciliationSigned[] {
  const signed: ReconciliationSigned[] = [];
  forEachRow(grid, findTable(grid, logHeadings, { needs: ['customer', 'day'] }), problems, (row) => {
    const customerName = row.text('customer');
    const currency = row.text('currency') || onlyCurrency;
    const day = row.day('day', null);
    if (customerName === '' || typeof day !== 'number') {
      if (customerName !== '' && day === null && row.text('signedBy') !== '') row.problem('day', 'annotations.signed-without-day', customerName);
      return;
    }
    signed.push({ customerName, currency, day, signedBy: row.text('signedBy'), agreedMinor: row.amount('agreedAmount', currency) ?? null, note: row.text('note') });
  });
  return signed;
}

function forEachRow(grid: Grid, place: TablePlace | null, problems: Problem[], read: (row: TableReader) => void): void {
  if (!place) {
    if (hasRows(grid)) problems.push({ sheet: grid.sheet, row: 0, message: { code: 'annotations.no-headings', values: { sheet: grid.sheet } } });
    return;
  }
  const reader = new TableReader(grid, place, problems);
  for (let r = place.firstRowIndex; r <= place.lastRowIndex; r++) read(reader.at(r));
}


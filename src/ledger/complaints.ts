import type { Books, Customer, Ledger, Side, SheetIssue } from './books';
import { mainColumn } from './columns';
import type { FoundTable } from './found-table';
import type { Grid } from './grid';
import { printsSameLines } from './rivals';
import { fieldsOfHeading } from './vocabulary/headings';
import { lineWordOf } from './vocabulary/lines';
import type { RowsRead } from './rows';
import type { SideDecision } from './sides';
import type { Message } from '../texts';

/**
 * What the user should know or mend, beyond single cells: sheets without a header, ledgers missing or twice,
 * balances that break, lines and customers that belong to nobody.
 */
export interface LedgerRead {
  readonly found: FoundTable;
  readonly side: Side;
  readonly decision: SideDecision;
  readonly rows: RowsRead;
  /** First entry of this table in its side's ledger. */
  readonly from: number;
  readonly proof: Books['sheets'][number]['balanceProof'];
}

const issue = (severity: SheetIssue['severity'], sheet: string, code: string, values: Message['values'] = {}, row: number | null = null, column = ''): SheetIssue => ({ severity, sheet, row, column, message: { code, values } });

export function headerless(grid: Grid): SheetIssue {
  return issue('warning', grid.sheet, 'ledger.no-header');
}

/** `passedOver` are sheets with a header that were taken for nothing known. */
export function complaintsOfBooks(grids: readonly Grid[], read: readonly LedgerRead[], passedOver: readonly string[], ledgers: Readonly<Record<Side, Ledger>>): SheetIssue[] {
  if (grids.every((grid) => grid.rowCount === 0)) return [issue('error', grids[0]?.sheet ?? '', 'ledger.empty-workbook')];
  const ours = read.filter(({ side }) => side === 'ours');
  if (ours.length === 0) return [issue('error', passedOver[0] ?? (read[0]?.found.table.grid ?? grids.find((grid) => grid.rowCount > 0) ?? grids[0]).sheet, 'ledger.no-our-ledger')];
  const issues: SheetIssue[] = [...rivals(read, ledgers)];
  // Chinese ledgers are kept in their market's currency; an English one may be in any.
  const unnamed = ours.find(({ found }) => !found.namesCurrency && found.language === 'en');
  if (unnamed && read.every(({ found }) => !found.namesCurrency)) issues.push(issue('warning', unnamed.found.table.grid.sheet, 'ledger.currency-assumed', { currency: unnamed.found.currency }));
  if (ours.length === read.length && !issues.some(({ severity }) => severity === 'error')) issues.push(issue('warning', ours[0].found.table.grid.sheet, 'ledger.no-customer-ledger'));
  return issues;
}

/** Two ledgers that both look like ours: by what they are, or by printing the same lines. */
function rivals(read: readonly LedgerRead[], ledgers: Readonly<Record<Side, Ledger>>): SheetIssue[] {
  const sheetOf = (one: LedgerRead) => one.found.table.grid.sheet;
  const twins = (a: LedgerRead, b: LedgerRead) => a.side === b.side && printsSameLines(ledgers[a.side], { from: a.from, count: a.rows.entryCount }, { from: b.from, count: b.rows.entryCount });
  for (const one of read) {
    for (const other of read) {
      if (other.found.sheetNumber <= one.found.sheetNumber || (one.side !== 'ours' && other.side !== 'ours')) continue;
      if (one.decision.rival || other.decision.rival ? one.side !== other.side : twins(one, other)) return [issue('error', sheetOf(other), 'ledger.two-our-ledgers', { sheets: { list: [sheetOf(one), sheetOf(other)] } })];
    }
  }
  return [];
}

/** `partiesOnSide` is how many customers the table's side names: where there are none, unnamed lines are one account. */
export function complaintsOfTable({ found, rows, proof }: LedgerRead, partiesOnSide: number): SheetIssue[] {
  const { grid } = found.table;
  const letters = (...fields: Parameters<typeof mainColumn>[1][]) => {
    const column = fields.map((field) => mainColumn(found.columns, field)).find((at) => at >= 0);
    return column === undefined ? '' : grid.columnLetters(column);
  };
  const issues: SheetIssue[] = [];
  if (proof?.firstBreakRow) issues.push(issue('warning', grid.sheet, 'ledger.balance-breaks', {}, proof.firstBreakRow, letters('balance')));
  if (rows.firstUnnamedRow !== null && rows.onlyParty < 0 && partiesOnSide > 0) issues.push(issue('warning', grid.sheet, 'ledger.unnamed-rows', {}, rows.firstUnnamedRow, letters('customer', 'customer-code')));
  if (!found.reader.dateOrderClear) issues.push(issue('warning', grid.sheet, 'ledger.date-order-unclear', { order: found.reader.dateOrder === 'dmy' ? '31/12/2026' : found.reader.dateOrder === 'mdy' ? '12/31/2026' : '2026/12/31' }, null, letters('date')));
  return issues;
}

/** Said once for a sheet, however many tables stand on it. */
export function hiddenRows(read: readonly LedgerRead[]): SheetIssue[] {
  const counts = new Map(read.map(({ found: { table: { grid } } }) => [grid.sheet, grid.facts.hiddenRows?.length ?? 0]));
  return [...counts].filter(([, count]) => count > 0).map(([sheet, count]) => issue('warning', sheet, 'ledger.hidden-rows', { count }));
}

/** Customers that only the customers' sheets name: another name of one of ours, or nobody of ours. */
export function strangers(customers: readonly Customer[], ledgers: Readonly<Record<Side, Ledger>>, sheetNames: readonly string[]): SheetIssue[] {
  const isOurs = new Uint8Array(customers.length);
  for (let i = 0; i < ledgers.ours.count; i++) isOurs[ledgers.ours.customer[i]] = 1;
  const sheetOf = new Map<number, number>();
  for (let i = 0; i < ledgers.theirs.count; i++) if (isOurs[ledgers.theirs.customer[i]] === 0 && !sheetOf.has(ledgers.theirs.customer[i])) sheetOf.set(ledgers.theirs.customer[i], ledgers.theirs.sheet[i]);
  return [...sheetOf].map(([customer, sheet]) => issue('warning', sheetNames[sheet], 'ledger.customer-not-ours', { name: customers[customer]?.name ?? '' }));
}

/** What a table's header says that is not read: openings on a sheet of their own. */
export function complaintsOfHeader({ table, family, mapping }: FoundTable): SheetIssue[] {
  const { grid } = table;
  if (mapping?.columns || mapping?.role === 'ignore') return [];
  const headings = table.headings.map((heading) => heading.split('\n').at(-1) ?? '');
  const opening = headings.findIndex((heading) => lineWordOf(heading) === 'opening');
  const namesCustomers = headings.some((heading) => fieldsOfHeading(heading).some(({ field }) => field === 'customer'));
  return family.family === 'ignore' && opening >= 0 && namesCustomers ? [issue('warning', grid.sheet, 'ledger.openings-apart', {}, grid.sheetRow(table.headerBottom), grid.columnLetters(opening))] : [];
}

import type { Mapping, Side, SheetIssue } from './books';
import { mainColumn } from './columns';
import type { FoundTable } from './found-table';
import type { Grid } from './grid';
import { halvesOf, type Halves } from './halves';
import { namesOfSheet } from './sheet-names';
import { leadOf } from './sides';
import type { Table } from './tables';
import { lineWordOf } from './vocabulary/lines';

/** What two halves must differ by before their lines and headings alone tell whose is whose; more, where no more than a blank column parts them. */
const TELLING_LEAD = 0.75;
const TELLING_LEAD_OVER_GAP = 1.5;
/** Lines that speak so clearly against the words above them leave it open. */
const CONTRADICTING_LEAD = 1.2;

export type Describe = (table: Table, mapping: Mapping | undefined) => FoundTable;

/**
 * Reads a table as two ledgers beside each other where it is that: ours and theirs, or only the one that the user
 * has said the sheet is. An issue where it is two and nothing tells for sure whose is whose; `null` for a table of its own.
 */
export function describeHalves(table: Table, mapping: Mapping | undefined, describe: Describe): readonly FoundTable[] | SheetIssue | null {
  if (mapping?.role !== undefined && mapping.role !== 'our-ledger' && mapping.role !== 'customer-ledger') return null;
  const halves = halvesOf(table);
  const places = halves && columnsByHalf(table.grid, halves.second, mapping?.columns);
  if (halves === null || places === null) return null;
  const pairs = halves.pairs.map((pair) => [pair.left, pair.right].map((half, at) => describe(half, mapping && { customer: mapping.customer, columns: places[at] })));
  const left = pairs.every((pair) => pair.every(({ family }) => family.family === 'ledger')) ? sideOfLeft(halves, pairs) : null;
  const sides: readonly Side[] = left === 'ours' ? ['ours', 'theirs'] : ['theirs', 'ours'];
  const named = left === null ? [null] : pairs.map((pair) => namedAlike(pair.map((found, at) => ({ ...found, half: sides[at] }))));
  if (named.some((pair) => pair === null)) return halves.evidence === 'gap' ? null : sideBySide(table, halves.second);
  const wanted = mapping?.role === 'our-ledger' ? 'ours' : mapping?.role === 'customer-ledger' ? 'theirs' : null;
  return named.flatMap((pair) => pair ?? []).filter(({ half }) => wanted === null || half === wanted);
}

export function sideBySide({ grid, headerBottom }: Table, second: number): SheetIssue {
  return { severity: 'error', sheet: grid.sheet, row: grid.sheetRow(headerBottom), column: grid.columnLetters(second), message: { code: 'ledger.side-by-side', values: { first: grid.columnLetters(0), second: grid.columnLetters(second) } } };
}

const namesCustomers = ({ columns }: FoundTable) => columns.has('customer') || columns.has('customer-code');

/**
 * Two halves that both name their customers, or neither. Where one does and names no more than one, the other is that
 * customer's too; `null` where it names several: nothing tells whose the lines beside them are.
 */
function namedAlike(pair: readonly FoundTable[]): readonly FoundTable[] | null {
  const naming = pair.find(namesCustomers);
  if (naming === undefined || pair.every(namesCustomers)) return pair;
  const names = namesIn(naming);
  if (names.length > 1) return null;
  const customer = naming.mapping?.customer ?? (naming.half === 'ours' || namesOfSheet(naming.table, 'theirs', '').length === 0 ? names[0] : undefined);
  // In a customer's own column stands whoever it deals with, which may be us.
  const columns = naming.half === 'ours' ? naming.columns : new Map([...naming.columns].filter(([field]) => field !== 'customer' && field !== 'customer-code'));
  return pair.map((found) => ({ ...found, columns: found === naming ? columns : found.columns, mapping: customer === undefined ? found.mapping : { ...found.mapping, customer } }));
}

/** Distinct names, or codes where there are no names, that a ledger prints beside its lines. */
function namesIn({ table, columns, reader }: FoundTable): string[] {
  const column = mainColumn(columns, columns.has('customer') ? 'customer' : 'customer-code');
  const names = new Set<number>();
  for (let row = table.headerBottom + 1; row <= table.lastRow; row++) {
    const name = table.headerRows.has(row) ? 0 : reader.text(row, column);
    if (name !== 0 && lineWordOf(table.grid.texts.at(name)) === null) names.add(name);
  }
  return [...names].map((name) => table.grid.texts.at(name));
}

/** `null` where nothing tells, or where one thing says this and another that. */
function sideOfLeft({ left, evidence }: Halves, pairs: readonly (readonly FoundTable[])[]): Side | null {
  const [one, other] = pairs.reduce((longest, pair) => (rowsIn(pair) > rowsIn(longest) ? pair : longest));
  const lead = leadOf(one, other);
  if (left === null) return Math.abs(lead) < (evidence === 'gap' ? TELLING_LEAD_OVER_GAP : TELLING_LEAD) ? null : lead > 0 ? 'ours' : 'theirs';
  return left === 'contradicted' || (left === 'ours' ? -lead : lead) >= CONTRADICTING_LEAD ? null : left;
}

const rowsIn = ([{ table }]: readonly FoundTable[]) => table.lastRow - table.headerBottom;

/** The columns that the user has mapped, by the half in which they stand; `null` where they stand in both: the user reads one table. */
function columnsByHalf(grid: Grid, second: number, columns: Mapping['columns']): readonly [Mapping['columns'], Mapping['columns']] | null {
  if (columns === undefined) return [undefined, undefined];
  const letters = Array.from({ length: grid.columnCount }, (_, column) => grid.columnLetters(column));
  const places = Object.values(columns).flatMap((each) => letters.indexOf(each.toUpperCase())).filter((column) => column >= 0);
  const isLeft = places.some((column) => column < second);
  return isLeft && places.some((column) => column >= second) ? null : isLeft ? [columns, undefined] : [undefined, columns];
}

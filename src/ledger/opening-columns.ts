import { parseAmountText } from './amount-text';
import type { Field, Mapping, Side } from './books';
import { assignColumns, mainColumn, profileColumns, type ColumnMap } from './columns';
import { dayOf, parseDateText } from './date-text';
import { fold } from './fold';
import { CellTag } from './grid';
import { textCells, type Table } from './tables';
import { fieldsOfHeading } from './vocabulary/headings';
import { lineWordOf, withLabels } from './vocabulary/lines';
import { AS_OF, headsOpening, headsOpeningDirection, isTitledOpenings, openingField, whoseOpenings } from './vocabulary/openings';
import { whoseOf } from './vocabulary/whose';
import { NO_DAY, type DaySerial } from '../units/units';

/**
 * A sheet that lists what accounts open with: customers down, and beside each its opening in one column or in
 * debit and credit; ours, theirs, or either in a column of its own.
 */
export interface OpeningColumns {
  /** Who, in what currency, of what day and document; the amounts stand in `sides`. */
  readonly columns: ColumnMap;
  /** The amounts of each side: `debit` and `credit`, or `balance`. */
  readonly sides: readonly { readonly side: Side; readonly amounts: ColumnMap }[];
  /** The day for which a title says they stand, or on which its period begins; `NO_DAY` where none does. */
  readonly titleDay: DaySerial;
  /** False where the title names a month or a year and no day. */
  readonly isDayOfTitle: boolean;
}

/** Fields of a row besides its amounts. */
const FIELDS: readonly Field[] = ['customer', 'customer-code', 'currency', 'date', 'month', 'due-date', 'kind', 'document', 'reference', 'direction', 'product-class', 'item', 'rep', 'memo', 'period-end', 'balance', 'debit', 'credit', 'amount', 'open', 'quantity', 'unit-price'];
const ROW_FIELDS: readonly Field[] = ['customer', 'customer-code', 'currency', 'date', 'due-date', 'document', 'direction', 'product-class', 'rep', 'memo'];
/** What single lines print, each on its day: with it a sheet is a ledger. */
const LINE_FIELDS: readonly Field[] = ['kind', 'debit', 'credit', 'balance'];

/** `null` for a sheet that lists anything else. */
export function openingColumnsOf(table: Table, mapping: Mapping | undefined): OpeningColumns | null {
  const { headings, grid } = table;
  const opening = headings.flatMap((heading, column) => (headsOpening(heading) ? [column] : []));
  const titles = [grid.sheet, ...titlesWithoutAmounts(table)];
  if (opening.length === 0 && !titles.some(isTitledOpenings)) return null;
  const { columns: assigned } = assignColumns(table, profileColumns(table), FIELDS, mapping?.columns);
  const asOf = headings.findIndex((heading) => AS_OF.test(fold(heading)));
  const columns = new Map([...assigned].filter(([field, [column]]) => ROW_FIELDS.includes(field) && !opening.includes(column)));
  if (asOf >= 0) columns.set('date', [asOf]);
  const direction = headings.findIndex(headsOpeningDirection);
  if (direction >= 0) columns.set('direction', [direction]);
  const isLedger = columns.has('date') && LINE_FIELDS.some((field) => assigned.has(field) && !opening.includes(mainColumn(assigned, field)) && asOf < 0);
  const isPerMonth = headings.some((heading) => /^(月|月份|期间|会计期间|month|period)$/.test(fold(heading)));
  const isNamed = headings.some((heading) => fieldsOfHeading(heading).some(({ field, weight }) => weight >= 0.5 && (field === 'customer' || field === 'customer-code')));
  if (isLedger || isPerMonth || !isNamed || !(columns.has('customer') || columns.has('customer-code'))) return null;
  const amounts = opening.length > 0 ? opening : titledAmounts(assigned);
  const sides = mappedSides(assigned, mapping, titles) ?? sidesOf(amounts, headings, titles, mapping?.role);
  return sides.length === 0 ? null : { columns, sides, ...dayOfTitles(titles) };
}

/** All but what opens an account above its lines: `期初余额 | 100`. */
function titlesWithoutAmounts({ grid, titleTop, headerTop }: Table): readonly string[] {
  const isAmount = (row: number, column: number) => grid.tag(row, column) === CellTag.Number || parseAmountText(grid.text(row, column)) !== null;
  return Array.from({ length: Math.max(0, headerTop - titleTop) }, (_, i) => titleTop + i).flatMap((row) => {
    const titles = withLabels(textCells(grid, row)).map((title) => title.trim());
    const hasAmount = Array.from({ length: grid.columnCount }, (_, column) => isAmount(row, column)).includes(true);
    return hasAmount ? titles.filter((title) => lineWordOf(title) !== 'opening') : titles;
  });
}

/** Under a title that says it, amounts need not say again that they are openings: debit and credit, or the one column of money. */
function titledAmounts(assigned: ColumnMap): readonly number[] {
  const pair = (['debit', 'credit'] as const).map((field) => mainColumn(assigned, field)).filter((column) => column >= 0);
  if (pair.length === 2) return pair;
  const [single] = (['balance', 'amount', 'open', 'debit'] as const).map((field) => mainColumn(assigned, field)).filter((column) => column >= 0);
  return single === undefined ? pair : [single];
}

const sideOfRole = (role: Mapping['role']): Side | null => (role === 'our-ledger' ? 'ours' : role === 'customer-ledger' ? 'theirs' : null);

/** The amounts where the user has said in which columns they stand. */
function mappedSides(assigned: ColumnMap, mapping: Mapping | undefined, titles: readonly string[]): OpeningColumns['sides'] | null {
  const fields = (['debit', 'credit', 'balance'] as const).filter((field) => mapping?.columns?.[field] && assigned.has(field));
  if (fields.length === 0) return null;
  const pair = fields.filter((field) => field !== 'balance');
  return [{ side: sideOfRole(mapping?.role) ?? whoseSheet(titles), amounts: new Map((pair.length > 0 ? pair : fields).map((field) => [field, assigned.get(field) ?? []])) }];
}

const whoseSheet = (titles: readonly string[]): Side => titles.map(whoseOpenings).find((side) => side !== null) ?? 'ours';

function sidesOf(columns: readonly number[], headings: readonly string[], titles: readonly string[], role: Mapping['role']): OpeningColumns['sides'] {
  const named = sideOfRole(role);
  const said = columns.map((column) => whoseOf(headings[column]));
  // `客户期初余额` means theirs only beside ours.
  const isSplit = said.includes('ours') && said.includes('theirs');
  const ofSheet = whoseSheet(titles);
  const sideOf = columns.map((column, i) => (isSplit ? said[i] : (named ?? whoseOpenings(headings[column]) ?? ofSheet)));
  return (['ours', 'theirs'] as const).flatMap((side) => {
    if (isSplit && named !== null && named !== side) return [];
    const amounts = amountsOf(columns.filter((_, i) => sideOf[i] === side), headings);
    return amounts.size > 0 ? [{ side, amounts }] : [];
  });
}

/** Of the same amounts in two currencies, the one that ledgers are kept in. */
const IN_FOREIGN_CURRENCY = /原币|外币|foreign|fc$/;

function amountsOf(columns: readonly number[], headings: readonly string[]): ColumnMap {
  const amounts = new Map<Field, readonly number[]>();
  const own = columns.filter((column) => !IN_FOREIGN_CURRENCY.test(fold(headings[column])));
  for (const column of own.length > 0 ? own : columns) {
    const field = openingField(headings[column]);
    if (!amounts.has(field)) amounts.set(field, [column]);
  }
  if (amounts.has('debit') || amounts.has('credit')) amounts.delete('balance');
  return amounts;
}

const FULL_DAY = /(?<!\d)(?:20\d{2}|1\d{2})\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?|\d{1,2}\s+[A-Z][a-z]{2,8}\s+20\d{2}|[A-Z][a-z]{2,8}\s+\d{1,2},\s*20\d{2}/;
const MONTH = /(?<!\d)(20\d{2}|1\d{2})\s*[-./年]\s*(\d{1,2})(?!\d)/;
const YEAR = /(?<!\d)(20\d{2}|1\d{2})\s*年/;

/** The first day that the titles print, or the first of the month or year that they name. */
function dayOfTitles(titles: readonly string[]): Pick<OpeningColumns, 'titleDay' | 'isDayOfTitle'> {
  const plain = titles.map((title) => title.normalize('NFKC'));
  const first = (pattern: RegExp) => plain.map((title) => pattern.exec(title)).find((found) => found !== null) ?? null;
  const dayIn = (text: string | undefined) => {
    const parts = text === undefined ? null : parseDateText(text);
    return parts === null ? NO_DAY : (dayOf(parts, 'ymd') ?? NO_DAY);
  };
  const day = dayIn(first(FULL_DAY)?.[0]);
  if (day > NO_DAY) return { titleDay: day, isDayOfTitle: true };
  const month = first(MONTH);
  return { titleDay: month ? dayIn(`${month[1]}-${month[2]}-1`) : dayIn(first(YEAR)?.[1].concat('-1-1')), isDayOfTitle: false };
}

/**
 * Puts a table on a page: totals by currency above it, the heading, then rows that are made only when the
 * adapter asks for them.
 */
import { decimalsOf, formatAmount, toMajor, type CurrencyCode } from '../units/money';
import { columnLetters } from '../ledger/grid';
import type { CellRange, CellStyle, TableModel } from './sheet-model';
import type { Column, RowPlace } from './columns';
import { WRAPPED_ROWS_MAX, measureTable, roomFor } from './measure-table';
import type { Page } from './page';
import { fixedReference, quotedText, rangeReference } from './references';
import { factsOf, type Amounts, type RowFacts, type Rows, type TableRows } from './row-facts';
import { STYLES, amountFormat } from './style';
import { textWidth } from './text-width';

/** A table of no more rows stands on one page where its heading is not repeated on the next. */
const KEPT_ROWS_MAX = 40;
/** Excel's last row, less room for what stands below a table. */
const ROWS_MAX = 1_048_000;

export function rowsOf<Row>(list: readonly Row[]): Rows<Row> {
  return { count: list.length, at: (index) => list[index] };
}

export interface TableSpec<Row> extends TableRows<Row> {
  readonly name: string;
  /** Key of the column that holds the currency, for totals by currency. */
  readonly currencyColumn?: string;
  readonly totalLabel?: (currency: CurrencyCode | null) => string;
  /** Columns that stay in view when the sheet is scrolled sideways; absent where this is not the sheet's main table. */
  readonly freezeColumns?: number;
  /** Whether the heading is repeated on the pages that follow: for the main table, unless they hold something else; for others, only if said. */
  readonly repeatsHeading?: boolean;
  /** Key of the last column that is printed; those to its right are for the screen. */
  readonly printedTo?: string;
  /** What to say where there are more rows than a sheet can hold. */
  readonly cutText?: (shown: number, count: number) => string;
  /** Sorting and filtering arrows; on unless said otherwise. */
  readonly filters?: boolean;
}

export interface PlacedTable {
  readonly headingRowIndex: number;
  readonly firstRowIndex: number;
  readonly rowCount: number;
  readonly columnIndex: (key: string) => number;
  /** The column's letters on the sheet: a formula is made for every row. */
  readonly letters: (key: string) => string;
  /** The column's cells below the heading. */
  readonly area: (key: string) => CellRange;
  readonly range: (key: string) => string;
}

/** Lays the table at the page's next row and moves on below it. There must be at least one row. */
export function putTable<Row>(page: Page, given: TableSpec<Row>): PlacedTable {
  const rowCount = Math.min(given.rows.count, ROWS_MAX);
  if (rowCount < given.rows.count && given.cutText) { page.putWide(given.cutText(rowCount, given.rows.count), STYLES.strong); page.next(); }
  const filled = { ...given, columns: withoutEmpty(given) };
  const facts = factsOf(filled, rowCount);
  const spec = { ...filled, columns: spaced(filled, rowCount, facts) };
  const totals = spec.totalLabel ? facts.amounts : [];
  const headingRowIndex = page.row + totals.length;
  const placed = placeOf(spec, headingRowIndex, rowCount);
  const repeatsHeading = spec.repeatsHeading ?? spec.freezeColumns !== undefined;
  if (!repeatsHeading && rowCount <= KEPT_ROWS_MAX) page.keepTogether(totals.length + 1 + rowCount);
  for (const ofCurrency of totals) {
    putTotals(page, spec, placed, ofCurrency, totals.length === 1);
    page.next();
  }
  measureTable(page, spec, rowCount, facts, spec.filters === false ? 0 : 1);
  page.next();
  if (spec.freezeColumns !== undefined) page.freeze(spec.freezeColumns, repeatsHeading);
  else if (repeatsHeading) page.repeatHeading();
  if (spec.printedTo !== undefined) page.printColumns(placed.columnIndex(spec.printedTo) + 1);
  page.addTable(modelOf(spec, placed, totals.map(({ currency }) => currency)));
  page.next(rowCount);
  return placed;
}

/** Columns that may be left out are hidden where no row fills them. */
function withoutEmpty<Row>({ columns, rows, currency }: TableSpec<Row>): readonly Column<Row>[] {
  const isEmpty = (column: Column<Row>) => {
    for (let i = 0; i < rows.count; i++) {
      const row = rows.at(i);
      if (column.shown(row, currency(row)) !== '') return false;
    }
    return true;
  };
  return columns.map((column) => (column.hiddenIfEmpty && isEmpty(column) ? { ...column, hidden: true } : column));
}

/** Text after a number, or after a text that is cut or wrapped, stands a little off it; sentences of long tables are not wrapped. */
function spaced<Row>(spec: TableSpec<Row>, rowCount: number, { widths }: RowFacts): readonly Column<Row>[] {
  let before: { readonly column: Column<Row>; readonly isTooWide: boolean } | undefined;
  return spec.columns.map((column, index) => {
    const isText = column.style.horizontal === undefined || column.style.horizontal === 'left';
    const isClose = before !== undefined && (before.column.style.horizontal === 'right' || before.isTooWide);
    const style: CellStyle = { ...column.style, ...(isText && isClose && { horizontal: 'left', indent: 1 }), ...(rowCount > WRAPPED_ROWS_MAX && !column.isName && { wrap: undefined }) };
    if (!column.hidden) before = { column, isTooWide: roomFor(column, widths[index]) > column.widthMax };
    return { ...column, style };
  });
}

function placeOf<Row>(spec: TableSpec<Row>, headingRowIndex: number, rowCount: number): PlacedTable {
  const numbers = new Map(spec.columns.map((column, index) => [column.key, index]));
  const columnIndex = (key: string) => {
    const index = numbers.get(key);
    if (index === undefined) throw new Error(`The table ${spec.name} has no column "${key}".`);
    return index;
  };
  const named = new Map<string, string>();
  const letters = (key: string) => {
    let known = named.get(key);
    if (known === undefined) named.set(key, (known = columnLetters(columnIndex(key))));
    return known;
  };
  const area = (key: string): CellRange => ({ rowIndex: headingRowIndex + 1, columnIndex: columnIndex(key), rowCount, columnCount: 1 });
  return { headingRowIndex, firstRowIndex: headingRowIndex + 1, rowCount, columnIndex, letters, area, range: (key) => rangeReference(area(key)) };
}

function modelOf<Row>(spec: TableSpec<Row>, placed: PlacedTable, totalled: readonly CurrencyCode[]): TableModel {
  const byKey = new Map(spec.columns.map((column) => [column.key, column]));
  const rowAt = lastKept(spec.rows.at);
  const main = spec.rows.count > 0 ? spec.currency(spec.rows.at(0)) : 'CNY';
  return {
    name: spec.name,
    rowIndex: placed.headingRowIndex,
    columnIndex: 0,
    columns: spec.columns.map((column) => ({
      key: column.key, heading: column.heading, style: styleOf(column, main), anchored: column.anchored, choices: column.choices,
      headingStyle: { ...STYLES.heading, horizontal: column.style.horizontal ?? 'left', indent: column.style.indent },
    })),
    rowCount: placed.rowCount,
    row: (index) => {
      const row = rowAt(index);
      const currency = spec.currency(row);
      const place = new PlaceInTable(placed, index, totalled, currency);
      return spec.columns.map((column) => column.content(row, currency, place));
    },
    cellStyle: (index, key) => {
      const column = byKey.get(key);
      if (!column || (!column.minor && !column.rowStyle && !column.link)) return undefined;
      return rowStyleOf(column, rowAt(index), spec.currency(rowAt(index)), main);
    },
    link: (index, key) => byKey.get(key)?.link?.(rowAt(index)),
    filters: spec.filters ?? true,
    headingStyle: STYLES.heading,
  };
}

class PlaceInTable implements RowPlace {
  constructor(
    private readonly table: PlacedTable,
    private readonly index: number,
    private readonly totalled: readonly CurrencyCode[],
    private readonly currency: CurrencyCode,
  ) {}

  cell(columnKey: string): string {
    return `${this.table.letters(columnKey)}${this.table.firstRowIndex + this.index + 1}`;
  }

  total(columnKey: string): string {
    return fixedReference(this.table.headingRowIndex - this.totalled.length + this.totalled.indexOf(this.currency), this.table.columnIndex(columnKey));
  }
}

function styleOf<Row>(column: Column<Row>, currency: CurrencyCode): CellStyle {
  return column.minor ? { numberFormat: amountFormat(currency, column.zeroAsDash ? 'dash' : 'digits'), ...column.style } : column.style;
}

/** What differs from the column's own style in this row; `undefined` where nothing does. */
function rowStyleOf<Row>(column: Column<Row>, row: Row, currency: CurrencyCode, main: CurrencyCode): CellStyle | undefined {
  const ofCurrency = column.minor && decimalsOf(currency) !== decimalsOf(main) ? styleOf(column, currency) : undefined;
  const ofLink = column.link?.(row) ? STYLES.link : undefined;
  const ofRow = column.rowStyle?.(row);
  return ofCurrency || ofLink || ofRow ? { ...ofCurrency, ...ofLink, ...ofRow } : undefined;
}

function putTotals<Row>(page: Page, spec: TableSpec<Row>, placed: PlacedTable, { currency, sumMinors }: Amounts, isOnly: boolean): void {
  const labelAt = spec.columns.findIndex((column) => !column.hidden && !column.minor);
  page.put(Math.max(0, labelAt), spec.totalLabel?.(isOnly ? null : currency) ?? '', { style: STYLES.strong });
  spec.columns.forEach((column, columnIndex) => {
    if (!column.total) return;
    const formula = totalFormula(placed, column.key, isOnly ? null : currency, spec.currencyColumn);
    page.put(columnIndex, { formula, value: toMajor(sumMinors[columnIndex], currency) }, { style: { ...STYLES.strong, horizontal: 'right', numberFormat: amountFormat(currency, column.zeroAsDash ? 'dash' : 'digits') } });
    page.widen(columnIndex, textWidth(formatAmount(sumMinors[columnIndex], currency)) + 1);
  });
}

/** One currency: the visible rows, so that a filter shows its own total. Several: the rows of that currency. */
export function totalFormula(placed: PlacedTable, columnKey: string, currency: CurrencyCode | null, currencyColumn = 'currency'): string {
  const range = placed.range(columnKey);
  return currency === null ? `SUBTOTAL(109,${range})` : `SUMIFS(${range},${placed.range(currencyColumn)},${quotedText(currency)})`;
}

/** Cells of one row are asked for one after another: the row is made once. */
function lastKept<Row>(at: (index: number) => Row): (index: number) => Row {
  let keptIndex = -1;
  let kept: Row;
  return (index) => {
    if (index !== keptIndex) {
      kept = at(index);
      keptIndex = index;
    }
    return kept;
  };
}

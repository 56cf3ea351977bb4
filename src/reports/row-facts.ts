/**
 * What a table's rows hold altogether, found in one pass however many columns and currencies there are: sums,
 * the ends between which amounts lie, and names. A long name or a large amount may stand in any of a million
 * rows, and must not be cut; names repeat, and are counted. Other texts are made in a spread of the rows only.
 */
import { formatAmount, type CurrencyCode } from '../units/money';
import type { MinorUnits } from '../units/units';
import type { Column } from './columns';
import { textWidth } from './text-width';

const SPREAD_ROWS_MAX = 2000;

export interface Rows<Row> {
  readonly count: number;
  readonly at: (index: number) => Row;
}

export interface TableRows<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: Rows<Row>;
  readonly currency: (row: Row) => CurrencyCode;
}

/** Of one currency, by column; 0 where a column holds no money. */
export interface Amounts {
  readonly currency: CurrencyCode;
  readonly sumMinors: MinorUnits[];
  readonly leastMinors: MinorUnits[];
  readonly mostMinors: MinorUnits[];
}

export interface RowFacts {
  /** By currency, in order. */
  readonly amounts: readonly Amounts[];
  /** By column, the width of the widest that it shows; 0 for hidden columns. */
  readonly widths: readonly number[];
  /** By column of names, how many rows show each. */
  readonly rowsByName: ReadonlyMap<number, ReadonlyMap<string, number>>;
}

export function factsOf<Row>(spec: TableRows<Row>, rowCount: number): RowFacts {
  const { columns } = spec;
  const names = columns.flatMap(({ isName, hidden, shown }, index) => (isName && !hidden ? [{ index, shown, rowsByName: new Map<string, number>() }] : []));
  const amounts = lookThrough(spec, rowCount, names);
  const rowsByName = new Map(names.map((name) => [name.index, name.rowsByName]));
  const widths = columns.map((column, index) => {
    if (column.hidden) return 0;
    const named = rowsByName.get(index);
    if (named) return widest(named.keys());
    return column.minor ? widest(amounts.flatMap(({ currency, leastMinors, mostMinors }) => [leastMinors[index], mostMinors[index]].map((minor) => formatAmount(minor, currency)))) : spreadWidth(spec, column, rowCount);
  });
  return { amounts, widths, rowsByName };
}

interface Names<Row> {
  readonly shown: (row: Row, currency: CurrencyCode) => string;
  readonly rowsByName: Map<string, number>;
}

/** Amounts by currency; names are counted in theirs. */
function lookThrough<Row>({ columns, rows, currency: currencyOf }: TableRows<Row>, rowCount: number, names: readonly Names<Row>[]): readonly Amounts[] {
  const byCurrency = new Map<CurrencyCode, Amounts>();
  const money = columns.flatMap(({ minor }, index) => (minor ? [{ index, minor }] : []));
  let amounts: Amounts | undefined;
  for (let i = 0; i < rowCount; i++) {
    const row = rows.at(i);
    const currency = currencyOf(row);
    if (amounts?.currency !== currency) {
      amounts = byCurrency.get(currency) ?? noAmounts(currency, columns.length);
      byCurrency.set(currency, amounts);
    }
    for (const { index, minor } of money) add(amounts, index, minor(row));
    for (const { shown, rowsByName } of names) {
      const name = shown(row, currency);
      rowsByName.set(name, (rowsByName.get(name) ?? 0) + 1);
    }
  }
  return [...byCurrency.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

function noAmounts(currency: CurrencyCode, columnCount: number): Amounts {
  const none = () => new Array<MinorUnits>(columnCount).fill(0);
  return { currency, sumMinors: none(), leastMinors: none(), mostMinors: none() };
}

function add({ sumMinors, leastMinors, mostMinors }: Amounts, column: number, minor: MinorUnits): void {
  sumMinors[column] += minor;
  if (minor < leastMinors[column]) leastMinors[column] = minor;
  else if (minor > mostMinors[column]) mostMinors[column] = minor;
}

function widest(texts: Iterable<string>): number {
  let width = 0;
  for (const text of texts) width = Math.max(width, textWidth(text));
  return width;
}

function spreadWidth<Row>({ rows, currency }: TableRows<Row>, { shown, widthMax }: Column<Row>, rowCount: number): number {
  const step = Math.max(1, Math.ceil(rowCount / SPREAD_ROWS_MAX));
  let width = 0;
  for (let i = 0; i < rowCount && width <= widthMax; i += step) {
    const row = rows.at(i);
    width = Math.max(width, textWidth(shown(row, currency(row))));
  }
  return width;
}

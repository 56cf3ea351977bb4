/**
 * The kinds of column that our tables are made of. A sheet file says what a column holds; how it is
 * aligned, formatted, totalled and measured is said here, once.
 */
import { NO_DAY, type DaySerial, type MinorUnits } from '../units/units';
import { formatAmount, toMajor, type CurrencyCode } from '../units/money';
import type { CellContent, CellStyle, LinkTarget } from './sheet-model';
import { FORMATS, STYLES } from './style';

/** Where a row's cells stand, for formulas over its own row. */
export interface RowPlace {
  /** A1 reference of this row's cell in another column. */
  readonly cell: (columnKey: string) => string;
  /** Absolute reference of the totals cell of the row's currency above another column. */
  readonly total: (columnKey: string) => string;
}

export interface Column<Row> {
  readonly key: string;
  readonly heading: string;
  readonly content: (row: Row, currency: CurrencyCode, place: RowPlace) => CellContent;
  /** What the cell shows, to measure its column by. */
  readonly shown: (row: Row, currency: CurrencyCode) => string;
  readonly style: CellStyle;
  readonly rowStyle?: (row: Row) => CellStyle | undefined;
  readonly link?: (row: Row) => LinkTarget | undefined;
  /** Present on columns of money, whose format follows the row's currency. */
  readonly minor?: (row: Row) => MinorUnits;
  readonly zeroAsDash?: boolean;
  /** Totalled above the table, by currency. */
  readonly total?: boolean;
  readonly widthMax: number;
  /** Room to write in. */
  readonly widthMin?: number;
  readonly hidden?: boolean;
  /** Hidden where no row has anything in it. */
  readonly hiddenIfEmpty?: boolean;
  /** People write here: the column is found again by its key. */
  readonly anchored?: boolean;
  readonly choices?: readonly string[];
  /** Few texts on many rows, never cut: they wrap in tables of any length. */
  readonly isName?: boolean;
}

type More<Row> = Partial<Pick<Column<Row>, 'shown' | 'rowStyle' | 'link' | 'hidden' | 'hiddenIfEmpty' | 'anchored' | 'choices' | 'total' | 'zeroAsDash' | 'widthMax' | 'widthMin' | 'style'>>;

/** Text cells stay text whatever they look like; long ones are cut by the next column, not wrapped. */
export function textColumn<Row>(key: string, heading: string, text: (row: Row) => string, more: More<Row> = {}): Column<Row> {
  return { key, heading, content: (row) => text(row) || null, shown: text, widthMax: 34, ...more, style: { ...STYLES.body, ...more.style } };
}

/** Sentences: wrapped. */
export function wordsColumn<Row>(key: string, heading: string, text: (row: Row) => string, more: More<Row> = {}): Column<Row> {
  return textColumn(key, heading, text, { widthMax: 56, ...more, style: { ...STYLES.words, ...more.style } });
}

/** Names of customers and the like: wrapped where they are long, never cut. */
export function nameColumn<Row>(key: string, heading: string, text: (row: Row) => string, more: More<Row> = {}): Column<Row> {
  return { ...wordsColumn(key, heading, text, { widthMax: 40, ...more }), isName: true };
}

/** Money. `formula` makes it live; its value is still `minor`. */
export function amountColumn<Row>(key: string, heading: string, minor: (row: Row) => MinorUnits | null, more: More<Row> & { readonly formula?: (place: RowPlace) => string } = {}): Column<Row> {
  const { formula, ...rest } = more;
  return {
    key, heading, minor: (row) => minor(row) ?? 0, widthMax: 24, ...rest,
    content: (row, currency, place) => {
      const amount = minor(row);
      if (amount === null) return null;
      const value = toMajor(amount, currency);
      return formula ? { formula: formula(place), value } : value;
    },
    shown: (row, currency) => { const amount = minor(row); return amount === null ? '' : formatAmount(amount, currency); },
    style: { ...STYLES.body, horizontal: 'right', ...more.style },
  };
}

/** A day; `null` and `NO_DAY` leave the cell empty. */
export function dayColumn<Row>(key: string, heading: string, day: (row: Row) => DaySerial | null, more: More<Row> = {}): Column<Row> {
  return {
    key, heading, content: (row) => { const serial = day(row); return serial === null || serial === NO_DAY ? null : serial; }, shown: (row) => { const serial = day(row); return serial === null || serial === NO_DAY ? '' : '2026-09-30'; }, widthMin: 10, widthMax: 12,
    ...more, style: { ...STYLES.body, numberFormat: FORMATS.date, horizontal: 'center', ...more.style },
  };
}

/** A plain number: a count, days, points, a share (as a fraction). */
export function numberColumn<Row>(key: string, heading: string, number: (row: Row) => number | null, numberFormat: string, more: More<Row> & { readonly formula?: (place: RowPlace) => string } = {}): Column<Row> {
  const { formula, ...rest } = more;
  return {
    key, heading, widthMax: 14, ...rest,
    content: (row, _currency, place) => { const value = number(row); return value === null ? null : formula ? { formula: formula(place), value } : value; },
    shown: (row) => { const value = number(row); return value === null ? '' : value.toFixed(numberFormat.includes('%') ? 2 : 1); },
    style: { ...STYLES.body, numberFormat, horizontal: 'right', ...more.style },
  };
}

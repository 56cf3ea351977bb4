/**
 * A sheet's cells in columns: a tag, a number and a format beside each other in typed arrays, text interned,
 * formulas in a map. A sheet of a million rows costs bytes, not objects.
 */
import { ROWS_MAX, type Area } from './areas';

export type CellValue = string | number | boolean;

export enum Tag {
  Empty = 0,
  Number = 1,
  Text = 2,
  Boolean = 3,
  /** `#REF!` and its like, kept as text. */
  Error = 4,
}

/** Texts by number, shared by all sheets of the workbook. */
export class Texts {
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];

  intern(text: string): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.texts.length;
      this.texts.push(text);
      this.numbers.set(text, number);
    }
    return number;
  }

  at(number: number): string {
    return this.texts[number];
  }
}

interface Column {
  tags: Uint8Array;
  numbers: Float64Array;
  /** Absent until a cell of the column is formatted. */
  formats: Uint16Array | null;
  readonly formulas: Map<number, string>;
}

export class Cells {
  private readonly columns: (Column | undefined)[] = [];

  constructor(private readonly texts: Texts) {}

  tag(row: number, column: number): Tag {
    return this.columns[column]?.tags[row] ?? Tag.Empty;
  }

  /** Empty cells are `''`, as Excel's `values` give them. */
  value(row: number, column: number): CellValue {
    const cells = this.columns[column];
    switch (cells?.tags[row]) {
      case Tag.Number:
        return cells.numbers[row];
      case Tag.Text:
      case Tag.Error:
        return this.texts.at(cells.numbers[row]);
      case Tag.Boolean:
        return cells.numbers[row] === 1;
      default:
        return '';
    }
  }

  /** With the leading `=`; undefined for a cell without one. */
  formula(row: number, column: number): string | undefined {
    return this.columns[column]?.formulas.get(row);
  }

  format(row: number, column: number): number {
    return this.columns[column]?.formats?.[row] ?? 0;
  }

  setFormat(row: number, column: number, format: number): void {
    const cells = this.reserve(row, column);
    cells.formats ??= new Uint16Array(cells.tags.length);
    cells.formats[row] = format;
  }

  /** Puts a value, or what a formula came to; the formula itself stays until `setFormula` or `clear`. */
  setValue(row: number, column: number, value: CellValue, isError = false): void {
    const cells = this.reserve(row, column);
    if (typeof value === 'number') {
      cells.tags[row] = Tag.Number;
      cells.numbers[row] = value;
    } else if (typeof value === 'boolean') {
      cells.tags[row] = Tag.Boolean;
      cells.numbers[row] = value ? 1 : 0;
    } else if (value === '' && !cells.formulas.has(row)) {
      cells.tags[row] = Tag.Empty;
    } else {
      cells.tags[row] = isError ? Tag.Error : Tag.Text;
      cells.numbers[row] = this.texts.intern(value);
    }
  }

  setFormula(row: number, column: number, formula: string): void {
    this.reserve(row, column).formulas.set(row, formula);
  }

  /** Takes away value and formula; the format stays. */
  clear(row: number, column: number): void {
    const cells = this.columns[column];
    if (!cells || row >= cells.tags.length) return;
    cells.tags[row] = Tag.Empty;
    if (cells.formulas.size > 0) cells.formulas.delete(row);
  }

  /** The least rectangle that holds every cell with content (`valuesOnly`) or with content or a format. */
  used(valuesOnly: boolean): Area | null {
    let top = ROWS_MAX;
    let bottom = -1;
    let left = -1;
    let right = -1;
    this.columns.forEach((cells, column) => {
      const filled = (row: number) => cells!.tags[row] !== Tag.Empty || cells!.formulas.has(row) || (!valuesOnly && (cells!.formats?.[row] ?? 0) !== 0);
      let first = 0;
      while (first < cells!.tags.length && !filled(first)) first++;
      if (first === cells!.tags.length) return;
      let last = cells!.tags.length - 1;
      while (!filled(last)) last--;
      if (left < 0) left = column;
      right = column;
      top = Math.min(top, first);
      bottom = Math.max(bottom, last);
    });
    return left < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** Every formula on the sheet; the callback may replace it. */
  eachFormula(visit: (formula: string, row: number, column: number) => void): void {
    this.columns.forEach((cells, column) => cells!.formulas.forEach((formula, row) => visit(formula, row, column)));
  }

  get formulaCount(): number {
    return this.columns.reduce((count, cells) => count + cells!.formulas.size, 0);
  }

  private reserve(row: number, column: number): Column {
    let cells = this.columns[column];
    if (!cells) {
      const capacity = Math.min(ROWS_MAX, Math.max(64, row + 1));
      cells = { tags: new Uint8Array(capacity), numbers: new Float64Array(capacity), formats: null, formulas: new Map() };
      this.columns[column] = cells;
    } else if (row >= cells.tags.length) {
      const capacity = Math.min(ROWS_MAX, Math.max(row + 1, Math.ceil(cells.tags.length * 1.5)));
      cells.tags = grown(cells.tags, new Uint8Array(capacity));
      cells.numbers = grown(cells.numbers, new Float64Array(capacity));
      if (cells.formats) cells.formats = grown(cells.formats, new Uint16Array(capacity));
    }
    return cells;
  }
}

function grown<T extends Uint8Array | Uint16Array | Float64Array>(from: T, to: T): T {
  to.set(from as never);
  return to;
}

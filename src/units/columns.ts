/**
 * A million rows in columns: loops read these; `at` and iteration make a row as an object, for a line of a
 * sheet, a sentence or a test. Columns may be longer than `count`.
 */
export interface Rows<Row> extends Iterable<Row> {
  readonly count: number;
  at(index: number): Row;
}

/** Columns whose length is not known beforehand. */
type Column = Int32Array | Float64Array | Uint8Array;

/** Rows that columns start with where nothing is known of their number; they double whenever they are full. */
export const FIRST_CAPACITY = 1024;

/** The same column with room for more. */
export function longer<T extends Column>(column: T, capacity: number): T {
  const grown = new (column.constructor as new (length: number) => T)(capacity);
  grown.set(column as never);
  return grown;
}

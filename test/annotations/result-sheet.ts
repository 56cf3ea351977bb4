/** A result sheet as Duesheet writes it, and the things people do to it, for the cases. */
import { gridOf, type CellValue, type Grid } from '../../src/ledger/grid';
import { headingCode } from '../../src/annotations/keys';
import { say, type Language } from '../../src/texts';

export interface TableOnSheet {
  readonly prefix?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** Rows of cells, and where the anchors are: what a port hands over of a sheet that Duesheet wrote. */
export class ResultSheet {
  readonly rows: CellValue[][] = [];
  anchors: Record<string, { rowIndex: number; columnIndex: number }> = {};
  marked = true;

  constructor(readonly key: string, readonly name = key) {}

  title(text: string): this {
    this.rows.push([text]);
    return this;
  }

  /** A label and its cell, anchored. */
  cell(label: string, key: string, value: CellValue): this {
    this.anchors[key] = { rowIndex: this.rows.length, columnIndex: 1 };
    this.rows.push([label, value]);
    return this;
  }

  table(table: TableOnSheet, language: Language = 'en'): this {
    table.columns.forEach((column, columnIndex) => (this.anchors[`${table.prefix ?? ''}${column}`] = { rowIndex: this.rows.length, columnIndex }));
    this.rows.push(table.columns.map((column) => say({ code: headingCode(column) }, language)), ...table.rows.map((row) => [...row]));
    return this;
  }

  /** Anchors move with their cells, as defined names do. */
  insertRows(at: number, ...rows: CellValue[][]): this {
    this.rows.splice(at, 0, ...rows);
    this.moveAnchors((anchor) => ({ ...anchor, rowIndex: anchor.rowIndex >= at ? anchor.rowIndex + rows.length : anchor.rowIndex }));
    return this;
  }

  insertColumn(at: number, cells: Readonly<Record<number, CellValue>>): this {
    this.rows.forEach((row, r) => {
      while (row.length < at) row.push(null);
      row.splice(at, 0, cells[r] ?? null);
    });
    this.moveAnchors((anchor) => ({ ...anchor, columnIndex: anchor.columnIndex >= at ? anchor.columnIndex + 1 : anchor.columnIndex }));
    return this;
  }

  moveColumn(from: number, to: number): this {
    const order = [...Array(Math.max(...this.rows.map((row) => row.length))).keys()];
    order.splice(to, 0, ...order.splice(from, 1));
    this.rows.forEach((row, r) => (this.rows[r] = order.map((column) => row[column] ?? null)));
    this.moveAnchors((anchor) => ({ ...anchor, columnIndex: order.indexOf(anchor.columnIndex) }));
    return this;
  }

  /** A deleted column takes its anchor with it. */
  deleteColumn(at: number): this {
    this.rows.forEach((row) => row.splice(at, 1));
    this.anchors = Object.fromEntries(Object.entries(this.anchors).filter(([, anchor]) => anchor.columnIndex !== at));
    this.moveAnchors((anchor) => ({ ...anchor, columnIndex: anchor.columnIndex > at ? anchor.columnIndex - 1 : anchor.columnIndex }));
    return this;
  }

  sortRows(from: number, to: number, column: number): this {
    const sorted = this.rows.slice(from, to).sort((a, b) => String(a[column]).localeCompare(String(b[column])));
    this.rows.splice(from, to - from, ...sorted);
    return this;
  }

  set(row: number, column: number, value: CellValue): this {
    while (this.rows[row].length <= column) this.rows[row].push(null);
    this.rows[row][column] = value;
    return this;
  }

  withoutAnchors(): this {
    this.anchors = {};
    return this;
  }

  withoutMark(): this {
    this.marked = false;
    return this;
  }

  grid(hiddenRows: readonly number[] = []): Grid {
    return gridOf(this.name, this.rows, { hiddenRows, ...(this.marked && { result: { key: this.key, anchors: this.anchors } }) });
  }

  private moveAnchors(move: (anchor: { rowIndex: number; columnIndex: number }) => { rowIndex: number; columnIndex: number }): void {
    this.anchors = Object.fromEntries(Object.entries(this.anchors).map(([key, anchor]) => [key, move(anchor)]));
  }
}

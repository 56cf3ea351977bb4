/** A trade's two sheets as a workbook port would hand them over, chunk by chunk. */
import type { CellValue } from '../../src/ledger/grid';
import { Stopwatch, sum, type Span } from './clock';
import type { Trade } from './trade';

export const CHUNK_ROWS = 5000;
export const OUR_SHEET = '应收明细账';
export const THEIR_SHEET = '客户对账单';

export type Rows = readonly (readonly CellValue[])[];

/**
 * The sheets as the bytes that come from Excel: rows are made of them when they are asked for and forgotten after,
 * as in the pane. A million lines of the bench's own, kept as objects, would be searched at every collection of
 * garbage, and stand in the engine's time.
 */
export class WireSheets {
  /** What it took so far to make rows of bytes: Office.js does it, not the engine. */
  parsing: Span = { processor: 0, wall: 0 };
  private readonly sheets: Readonly<Record<string, { readonly rowCount: number; readonly columnCount: number; readonly chunks: readonly Buffer[] }>>;

  constructor({ ours, theirs }: Pick<Trade, 'ours' | 'theirs'>) {
    this.sheets = Object.fromEntries([[OUR_SHEET, ours] as const, [THEIR_SHEET, theirs] as const].map(([name, rows]) => [name, { rowCount: rows.length, columnCount: rows[0].length, chunks: chunksOf(rows).map((chunk) => Buffer.from(JSON.stringify(chunk))) }]));
  }

  /** JSON.parse and JSON.stringify of the same cells: what Office.js itself must do. */
  floor(): Span {
    const watch = new Stopwatch();
    for (const { chunks } of Object.values(this.sheets)) for (const chunk of chunks) JSON.stringify(JSON.parse(chunk.toString()));
    return watch.lap();
  }

  /** `isEdited`: somebody has corrected one amount of theirs. */
  supply(isEdited = false) {
    const made = (name: string) => (isEdited && name === THEIR_SHEET ? edited(this.rowsOf(name)) : this.rowsOf(name));
    return supplyOfChunks(Object.fromEntries(Object.entries(this.sheets).map(([name, size]) => [name, { rowCount: size.rowCount, columnCount: size.columnCount, chunks: () => made(name) }])));
  }

  private async *rowsOf(name: string): AsyncGenerator<Rows> {
    for (const chunk of this.sheets[name].chunks) {
      const watch = new Stopwatch();
      const rows = JSON.parse(chunk.toString()) as Rows;
      this.parsing = sum([this.parsing, watch.lap()]);
      yield rows;
    }
  }
}

async function* edited(chunks: AsyncIterable<Rows>): AsyncGenerator<Rows> {
  let isDone = false;
  for await (const rows of chunks) {
    const last = rows.length - 1;
    const column = rows[last].findLastIndex((value) => typeof value === 'number');
    yield isDone ? rows : rows.with(last, rows[last].with(column, (rows[last][column] as number) + 1));
    isDone = true;
  }
}

export function supplyOfChunks(sheets: Readonly<Record<string, { readonly rowCount: number; readonly columnCount: number; readonly chunks: () => AsyncIterable<Rows> }>>) {
  return {
    listSheets: async () => Object.entries(sheets).map(([name, { rowCount, columnCount }]) => ({ name, rowCount, columnCount })),
    openSheet: async (name: string) => ({ facts: { datedColumns: [0] }, chunks: sheets[name].chunks() }),
  };
}

export function chunksOf(rows: Rows): Rows[] {
  return Array.from({ length: Math.ceil(rows.length / CHUNK_ROWS) }, (_, i) => rows.slice(i * CHUNK_ROWS, (i + 1) * CHUNK_ROWS));
}

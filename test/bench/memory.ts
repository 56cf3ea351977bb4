/**
 * The engine's peak memory. The rows wait in files and are read a chunk at a time, as they come from Excel, so
 * that the bench's own copy of the ledgers does not stand in the peak.
 */
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { feed } from '../../src/engine';
import { createSession } from '../../src/engine/local-session';
import { RUN_OPTIONS } from './engine-run';
import { CHUNK_ROWS, OUR_SHEET, THEIR_SHEET, supplyOfChunks, type Rows } from './supply';
import { makeTrade, type TradeOptions } from './trade';

export interface LedgerFiles {
  readonly folder: string;
  readonly sheets: Readonly<Record<string, { readonly file: string; readonly rowCount: number; readonly columnCount: number }>>;
}

export async function writeLedgerFiles(options: TradeOptions): Promise<LedgerFiles> {
  const { ours, theirs } = makeTrade(options);
  const folder = mkdtempSync(path.join(tmpdir(), 'duesheet-bench-'));
  const sheets: Record<string, { file: string; rowCount: number; columnCount: number }> = {};
  for (const [name, rows] of [[OUR_SHEET, ours], [THEIR_SHEET, theirs]] as const) {
    const file = path.join(folder, `${name}.ndjson`);
    const out = createWriteStream(file);
    for (let i = 0; i < rows.length; i += CHUNK_ROWS) if (!out.write(`${rows.slice(i, i + CHUNK_ROWS).map((row) => JSON.stringify(row)).join('\n')}\n`)) await once(out, 'drain');
    out.end();
    await once(out, 'finish');
    sheets[name] = { file, rowCount: rows.length, columnCount: rows[0].length };
  }
  return { folder, sheets };
}

/** Peak resident memory of this process, Node and its compiler included, in megabytes. */
export async function peakMegabytes({ folder, sheets }: LedgerFiles): Promise<number> {
  const session = createSession();
  const supply = Object.fromEntries(Object.entries(sheets).map(([name, { file, ...size }]) => [name, { ...size, chunks: () => chunksOf(file) }]));
  await feed(session, supplyOfChunks(supply));
  await session.run(RUN_OPTIONS, () => {}, new AbortController().signal);
  const models = await session.sheets({ statements: 'none', statementForm: 'activity' });
  for (const table of models.flatMap((model) => model.tables)) for (let row = 0; row < table.rowCount; row++) table.row(row);
  rmSync(folder, { recursive: true, force: true });
  return process.resourceUsage().maxRSS / 1024;
}

async function* chunksOf(file: string): AsyncGenerator<Rows> {
  let chunk: Rows[number][] = [];
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    chunk.push(JSON.parse(line));
    if (chunk.length < CHUNK_ROWS) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

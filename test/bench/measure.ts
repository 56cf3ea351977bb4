/** Measures one size in a process of its own, so that one size's memory does not stand in another's peak. */
import { feed } from '../../src/engine';
import { createSession } from '../../src/engine/local-session';
import type { CellValue } from '../../src/ledger/grid';
import { duckdbMethod, lookupMethod } from './peers';
import { makeTrade, type Trade, type TradeOptions } from './trade';

export interface Quality {
  readonly precision: number;
  readonly recall: number;
}

export interface Measured {
  readonly name: string;
  readonly lines: number;
  readonly customers: number;
  /** JSON.stringify and JSON.parse of the same cells: what Office.js itself must do. */
  readonly floorMilliseconds: number;
  readonly stepMilliseconds: Readonly<Record<string, number>>;
  readonly engineMilliseconds: number;
  readonly ratioToFloor: number;
  readonly quality: Quality;
  readonly peers: readonly { readonly name: string; readonly milliseconds: number; readonly quality: Quality }[];
  readonly peakMegabytes: number;
}

export async function measure(name: string, options: TradeOptions, runs: number): Promise<Measured> {
  const trade = makeTrade(options);
  const engineRuns: EngineRun[] = [];
  const floors: number[] = [];
  const lookups: number[] = [];
  const duckdbs: number[] = [];
  let lookup = lookupMethod(trade);
  let duckdb = await duckdbMethod(trade);
  for (let run = 0; run < runs; run++) {
    floors.push(floorOf(trade));
    engineRuns.push(await runEngine(trade));
    lookup = lookupMethod(trade);
    lookups.push(lookup.milliseconds);
    duckdb = await duckdbMethod(trade);
    duckdbs.push(duckdb.milliseconds);
  }
  const typical = engineRuns.sort((a, b) => a.total - b.total)[Math.floor(engineRuns.length / 2)];
  const floorMilliseconds = median(floors);
  return {
    name,
    lines: trade.ours.length + trade.theirs.length - 2,
    customers: trade.customerCount,
    floorMilliseconds,
    stepMilliseconds: typical.steps,
    engineMilliseconds: typical.total,
    ratioToFloor: typical.total / floorMilliseconds,
    quality: qualityOf(typical.pairs, trade.pairs),
    peers: [
      { name: lookup.name, milliseconds: median(lookups), quality: qualityOf(lookup.pairs, trade.pairs) },
      { name: duckdb.name, milliseconds: median(duckdbs), quality: qualityOf(duckdb.pairs, trade.pairs) },
    ],
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

function floorOf({ ours, theirs }: Trade): number {
  const start = performance.now();
  JSON.parse(JSON.stringify(ours));
  JSON.parse(JSON.stringify(theirs));
  return performance.now() - start;
}

interface EngineRun {
  readonly total: number;
  readonly steps: Record<string, number>;
  readonly pairs: ReadonlySet<string>;
}

/** The whole way from rows to sheet models' first rows, as the pane goes it. */
async function runEngine(trade: Trade): Promise<EngineRun> {
  const session = createSession();
  const start = performance.now();
  await feed(session, supplyOf(trade));
  const fed = performance.now();
  await session.run({ sheetLanguage: null, viewLanguage: 'en', asOf: null, mappings: {}, mappingsByLayout: {}, aliases: {} }, () => {}, new AbortController().signal);
  const ran = performance.now();
  const models = await session.sheets({ statements: 'none', statementForm: 'activity' });
  const total = performance.now() - start;
  const json = (await session.json()) as { stats: { milliseconds: Record<string, number> }; matches: { status: string; ours: { row: number }[]; theirs: { row: number }[] }[] };
  const pairs = new Set(json.matches.filter((match) => match.status === 'confirmed').flatMap((match) => match.ours.flatMap((a) => match.theirs.map((b) => `${a.row}~${b.row}`))));
  return { total, steps: { intern: fed - start, ...json.stats.milliseconds, report: performance.now() - ran, sheets: models.length }, pairs };
}

const CHUNK_ROWS = 5000;

function supplyOf({ ours, theirs }: Trade) {
  const sheets = new Map<string, readonly (readonly CellValue[])[]>([['应收明细账', ours], ['客户对账单', theirs]]);
  return {
    listSheets: async () => [...sheets].map(([name, rows]) => ({ name, rowCount: rows.length })),
    openSheet: async (name: string) => ({ facts: { datedColumns: [0] }, chunks: chunksOf(sheets.get(name) ?? []) }),
  };
}

async function* chunksOf(rows: readonly (readonly CellValue[])[]) {
  for (let i = 0; i < rows.length; i += CHUNK_ROWS) yield rows.slice(i, i + CHUNK_ROWS);
}

function qualityOf(found: ReadonlySet<string>, truth: ReadonlySet<string>): Quality {
  let hits = 0;
  for (const pair of found) if (truth.has(pair)) hits++;
  return { precision: found.size ? hits / found.size : 1, recall: hits / truth.size };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

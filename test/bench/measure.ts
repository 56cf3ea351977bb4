/** Measures one ledger in a process of its own: the floor, the engine and its peers on the same lines. */
import { median, settleMemory, type Span } from './clock';
import { runEngine, type EngineRun } from './engine-run';
import { duckdbMethod, lookupMethod, type PeerResult } from './peers';
import { WireSheets } from './supply';
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
  readonly floor: Span;
  readonly steps: Readonly<Record<string, Span>>;
  readonly engine: Span;
  readonly again: EngineRun['again'];
  readonly quality: Quality;
  readonly drawn: EngineRun['drawn'];
  readonly peers: readonly { readonly name: string; readonly load: Span; readonly span: Span; readonly quality: Quality }[];
}

/** Medians of the runs. Each measures all, one after another, so that none has the machine to itself. */
export async function measure(name: string, options: TradeOptions, runs: number): Promise<Measured> {
  const sheets = new WireSheets(makeTrade(options));
  const floors: Span[] = [];
  const engineRuns: EngineRun[] = [];
  const peerRuns: PeerResult[][] = [];
  for (let run = 0; run < runs; run++) {
    settleMemory();
    floors.push(sheets.floor());
    settleMemory();
    engineRuns.push(await runEngine(sheets));
    peerRuns.push(await runPeers(makeTrade(options)));
  }
  const trade = makeTrade(options);
  const typical = median(engineRuns, ({ engine }) => engine);
  return {
    name,
    lines: trade.ours.length + trade.theirs.length - 2,
    customers: trade.customerCount,
    floor: median(floors, (span) => span),
    steps: typical.steps,
    engine: typical.engine,
    again: typical.again,
    quality: qualityOf(typical.pairs, trade.pairs),
    drawn: typical.drawn,
    peers: peerRuns[0].map((_, at) => {
      const { pairs, ...peer } = median(peerRuns.map((each) => each[at]), ({ span }) => span);
      return { ...peer, quality: qualityOf(pairs, trade.pairs) };
    }),
  };
}

async function runPeers(trade: Trade): Promise<PeerResult[]> {
  settleMemory();
  const byLookup = lookupMethod(trade);
  settleMemory();
  return [byLookup, await duckdbMethod(trade)];
}

function qualityOf(found: ReadonlySet<string>, truth: ReadonlySet<string>): Quality {
  let hits = 0;
  for (const pair of found) if (truth.has(pair)) hits++;
  return { precision: found.size ? hits / found.size : 1, recall: hits / truth.size };
}

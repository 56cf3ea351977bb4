/** Measures one ledger in a process of its own: the floor, the engine and its peers on the same lines. */
import { median, processorMilliseconds } from './clock';
import { runEngine, type EngineRun } from './engine-run';
import { duckdbMethod, lookupMethod, type PeerResult } from './peers';
import { supplyOf } from './supply';
import { makeTrade, type Trade, type TradeOptions } from './trade';

export interface Quality {
  readonly precision: number;
  readonly recall: number;
}

/** All times are milliseconds of processor time. */
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
  readonly drawn: EngineRun['drawn'];
  readonly peers: readonly { readonly name: string; readonly milliseconds: number; readonly quality: Quality }[];
}

/** Medians of the runs. Each measures all, one after another, so that none has the machine to itself. */
export async function measure(name: string, options: TradeOptions, runs: number): Promise<Measured> {
  const trade = makeTrade(options);
  const floors: number[] = [];
  const engineRuns: EngineRun[] = [];
  const peerRuns: PeerResult[][] = [];
  for (let run = 0; run < runs; run++) {
    floors.push(floorOf(trade));
    engineRuns.push(await runEngine(supplyOf(trade)));
    peerRuns.push([lookupMethod(trade), await duckdbMethod(trade)]);
  }
  const typical = [...engineRuns].sort((a, b) => a.milliseconds - b.milliseconds)[Math.floor(engineRuns.length / 2)];
  const floorMilliseconds = median(floors);
  return {
    name,
    lines: trade.ours.length + trade.theirs.length - 2,
    customers: trade.customerCount,
    floorMilliseconds,
    stepMilliseconds: typical.steps,
    engineMilliseconds: typical.milliseconds,
    ratioToFloor: typical.milliseconds / floorMilliseconds,
    quality: qualityOf(typical.pairs, trade.pairs),
    drawn: typical.drawn,
    peers: peerRuns[0].map((peer, at) => ({ name: peer.name, milliseconds: median(peerRuns.map((each) => each[at].milliseconds)), quality: qualityOf(peer.pairs, trade.pairs) })),
  };
}

function floorOf({ ours, theirs }: Trade): number {
  const start = processorMilliseconds();
  JSON.parse(JSON.stringify(ours));
  JSON.parse(JSON.stringify(theirs));
  return processorMilliseconds() - start;
}

function qualityOf(found: ReadonlySet<string>, truth: ReadonlySet<string>): Quality {
  let hits = 0;
  for (const pair of found) if (truth.has(pair)) hits++;
  return { precision: found.size ? hits / found.size : 1, recall: hits / truth.size };
}

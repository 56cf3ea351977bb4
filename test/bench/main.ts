/**
 * npm run bench [-- --lines N] [--json FILE]
 * Ledgers of ten thousand, a hundred thousand and a million lines, everything measured in the same run, in
 * processor time and as ratios: timings on shared machines are noisy, ratios within one run less so.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Measured } from './measure';
import { writeLedgerFiles } from './memory';
import type { PaneFigures } from './pane';
import type { PlanFigures } from './plan';
import { growthLines, planLines, sizeLines, type SizeFigures } from './table';
import type { TradeOptions } from './trade';
import type { Transport } from './transport';

const SEED = 20261123;
const SIZES = [10_000, 100_000, 1_000_000];
/** The stand-in for Excel holds an object per cell: of more lines than this it would itself be measured. */
const STAND_IN_LINES_MAX = 200_000;
const PLAN = { options: { lines: 30_000, customers: 500, seed: SEED }, runs: 5 };

interface Case {
  readonly name: string;
  readonly options: TradeOptions;
  readonly runs: number;
}

/** The usual ledger, and those that tempt a matcher into searching without end. */
function casesOf(lines: number): Case[] {
  const runs = lines > 200_000 ? 1 : 3;
  const few = { ...usual(lines), customers: Math.max(4, Math.round(lines / 2000)) };
  return [
    { name: 'many customers', options: usual(lines), runs },
    { name: 'one customer', options: { ...usual(lines), customers: 1 }, runs },
    { name: 'one price', options: { ...few, prices: 1, quantity: 10 }, runs },
    { name: 'no references', options: { ...few, withoutReferences: true }, runs },
    { name: 'near sums', options: { ...few, withoutReferences: true, deliveriesPerReceipt: 6 }, runs },
  ];
}

function usual(lines: number): TradeOptions {
  return { lines, customers: Math.max(20, Math.round(lines / 60)), seed: SEED };
}

function inChild<T>(what: string, argument: unknown): T {
  // A run of a million lines takes minutes: say where it is.
  process.stderr.write(`${what} ${JSON.stringify(argument)}\n`);
  const child = path.join(path.dirname(fileURLToPath(import.meta.url)), 'child.ts');
  const words = ['--import', 'tsx', '--expose-gc', '--max-old-space-size=8192', child, JSON.stringify({ what, argument })];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 26 }));
}

async function measureSize(lines: number): Promise<SizeFigures> {
  const standsIn = lines <= STAND_IN_LINES_MAX;
  return {
    cases: casesOf(lines).map((each) => inChild<Measured>('lines', each)),
    peakMegabytes: inChild<number>('memory', await writeLedgerFiles(usual(lines))),
    transport: standsIn ? inChild<Transport>('transport', usual(lines)) : null,
    pane: standsIn ? inChild<PaneFigures>('pane', usual(lines)) : null,
  };
}

const { values } = parseArgs({ options: { lines: { type: 'string' }, json: { type: 'string' } } });
const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`;
console.log(`${machine}; milliseconds of processor time, by the wall clock in brackets`);
const sizes: SizeFigures[] = [];
for (const lines of values.lines ? [Number(values.lines)] : SIZES) {
  const figures = await measureSize(lines);
  console.log(sizeLines(figures).join('\n'));
  sizes.push(figures);
}
console.log(growthLines(sizes).join('\n'));
const plan = inChild<PlanFigures>('plan', PLAN);
console.log(planLines(plan).join('\n'));
if (values.json) writeFileSync(values.json, JSON.stringify({ machine, sizes, plan }, null, 1));

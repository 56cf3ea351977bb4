/**
 * npm run bench [-- --lines N] [--json FILE]
 * Ledgers of ten thousand, a hundred thousand and a million lines, everything measured in the same run and
 * given as ratios: timings on shared machines are noisy, ratios within one run less so.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Measured } from './measure';
import type { TradeOptions } from './trade';

const SEED = 20261123;
const SIZES = [10_000, 100_000, 1_000_000];

interface Case {
  readonly name: string;
  readonly options: TradeOptions;
  readonly runs: number;
}

/** The usual ledger, and the two that tempt a matcher into searching without end. */
function casesOf(lines: number): Case[] {
  const runs = lines > 200_000 ? 1 : 3;
  return [
    { name: 'many customers', options: { lines, customers: Math.max(20, Math.round(lines / 60)), seed: SEED }, runs },
    { name: 'one customer', options: { lines, customers: 1, seed: SEED }, runs },
    { name: 'forty prices', options: { lines, customers: Math.max(4, Math.round(lines / 2000)), seed: SEED, prices: 40 }, runs },
  ];
}

function measureInChild(each: Case): Measured {
  const child = path.join(path.dirname(fileURLToPath(import.meta.url)), 'child.ts');
  return JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', '--max-old-space-size=8192', child, JSON.stringify(each)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 26 }));
}

function print(measured: readonly Measured[]): void {
  const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
  const milliseconds = (value: number) => `${Math.round(value).toLocaleString('en')} ms`;
  for (const each of measured) {
    console.log(`\n${each.lines.toLocaleString('en')} lines, ${each.customers.toLocaleString('en')} customers (${each.name})`);
    console.log(`  floor (JSON both ways)  ${milliseconds(each.floorMilliseconds)}`);
    console.log(`  engine                  ${milliseconds(each.engineMilliseconds)}  = ${each.ratioToFloor.toFixed(2)} × floor, precision ${percent(each.quality.precision)}, recall ${percent(each.quality.recall)}, peak ${Math.round(each.peakMegabytes)} MB`);
    console.log(`    ${Object.entries(each.stepMilliseconds).filter(([name]) => name !== 'sheets').map(([name, value]) => `${name} ${milliseconds(value)}`).join(', ')}`);
    for (const peer of each.peers) console.log(`  ${peer.name.padEnd(28)}  ${milliseconds(peer.milliseconds)}  precision ${percent(peer.quality.precision)}, recall ${percent(peer.quality.recall)}; engine / it ${(each.engineMilliseconds / peer.milliseconds).toFixed(1)}`);
  }
}

const { values } = parseArgs({ options: { lines: { type: 'string' }, json: { type: 'string' } } });
const sizes = values.lines ? [Number(values.lines)] : SIZES;
console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`);
const measured: Measured[] = [];
for (const lines of sizes) {
  const ofSize = casesOf(lines).map(measureInChild);
  print(ofSize);
  measured.push(...ofSize);
}
if (values.json) writeFileSync(values.json, JSON.stringify(measured, null, 1));

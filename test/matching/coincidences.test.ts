/**
 * The grid of coincidences: one line of theirs that has nothing to do with any of n open items of ours. Sums
 * and equal amounts turn up by chance all the same; at most one such line in a thousand may be confirmed.
 */
import type { CaseLine } from '../../src/ledger/ledger-builder';
import { match } from './support/run';
import { Random } from './support/random';

const TRIALS = 300;
const PRICES = [199, 499, 1000, 2399, 2999] as const;

interface Kind {
  readonly amountMinor: (random: Random) => number;
  readonly toleranceMinor: number;
}

const lognormal = (random: Random, gridMinor: number) => Math.max(gridMinor, Math.round((Math.exp(9 + random.normal()) * 100) / gridMinor) * gridMinor);
const KINDS: Readonly<Record<string, Kind>> = {
  'to the cent': { amountMinor: (random) => lognormal(random, 1), toleranceMinor: 0 },
  'to the cent, ±1.00': { amountMinor: (random) => lognormal(random, 1), toleranceMinor: 100 },
  'whole units': { amountMinor: (random) => lognormal(random, 100), toleranceMinor: 0 },
  tens: { amountMinor: (random) => lognormal(random, 1000), toleranceMinor: 0 },
  hundreds: { amountMinor: (random) => lognormal(random, 10_000), toleranceMinor: 0 },
  'price list × quantity': { amountMinor: (random) => random.pick(PRICES) * random.pick([1, 2, 3, 5, 10, 20]) * 100, toleranceMinor: 0 },
};

/** An unrelated line: its amount is drawn like the others, or is a sum of as many as a payment covers. */
function unrelated(random: Random, kind: Kind): number {
  return Array.from({ length: random.int(1, 4) }, () => kind.amountMinor(random)).reduce((sum, amount) => sum + amount, 0);
}

function falselyConfirmed(kind: Kind, n: number, seed: number): number {
  const random = new Random(seed);
  let confirmed = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const asMoney = trial % 2 === 0;
    const line = (side: 'ours' | 'theirs', amountMinor: number, document: string): CaseLine => ({ side, day: 46000 + random.int(0, 60), amountMinor: asMoney ? -amountMinor : amountMinor, kind: asMoney ? 'payment' : 'invoice', document });
    const ours = Array.from({ length: n }, (_, at) => line('ours', kind.amountMinor(random), `XS-${1000 + at}`));
    const run = match([...ours, line('theirs', unrelated(random, kind), 'FK1')], { settings: { toleranceMinor: kind.toleranceMinor, toleranceShare: 0 }, asOf: 47000 });
    confirmed += run.result.matches.filter((each) => each.status === 'confirmed' && each.theirs.length > 0).length;
  }
  return confirmed;
}

test('of a thousand unrelated lines at most one is confirmed', () => {
  const counts: string[] = [];
  let confirmed = 0;
  let lines = 0;
  Object.entries(KINDS).forEach(([name, kind], at) => {
    for (const n of [10, 20, 40]) {
      const found = falselyConfirmed(kind, n, 1 + at * 10 + n);
      confirmed += found;
      lines += TRIALS;
      if (found) counts.push(`${name}, n = ${n}: ${found}`);
    }
  });
  expect({ counts, share: confirmed / lines <= 0.001 }).toEqual({ counts, share: true });
}, 120_000);

test('a true sum among few, to the cent, is confirmed all the same', () => {
  const random = new Random(5);
  let confirmed = 0;
  for (let trial = 0; trial < 40; trial++) {
    const ours = Array.from({ length: 8 }, (_, at): CaseLine => ({ side: 'ours', day: 46000 + at * 3, amountMinor: lognormal(random, 1), document: `XS-${1000 + at}` }));
    const sum = ours[5].amountMinor + ours[6].amountMinor;
    const run = match([...ours, { side: 'theirs', day: 46024, amountMinor: sum, document: 'RK1' }]);
    confirmed += run.result.matches.some((each) => each.status === 'confirmed' && each.ours.length === 2) ? 1 : 0;
  }
  expect(confirmed).toBeGreaterThan(34);
});

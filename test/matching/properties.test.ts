/** What holds for any two ledgers, tried on simulated trade and on handfuls of random lines. */
import fc from 'fast-check';
import type { CaseLine } from '../../src/ledger/ledger-builder';
import { EntryKeys } from '../../src/ledger/entry-keys';
import type { Side } from '../../src/ledger/books';
import { match, type Run } from './support/run';
import { Random } from './support/random';
import { HARD, HARDER, simulateTrade } from './support/trade';

const RUNS = { numRuns: 25, seed: 7 };
const trade = fc.integer({ min: 1, max: 100_000 }).map((seed) => [...simulateTrade(seed, seed % 2 ? HARD : HARDER, 2, 3).lines]);

/** A handful of lines with few amounts, days and numbers, so that everything collides. */
const tangle = fc.array(
  fc.record({
    side: fc.constantFrom<Side>('ours', 'theirs'), day: fc.integer({ min: 46000, max: 46020 }), amountMinor: fc.constantFrom(10000, 20000, 30000, -10000, 12345, 24690, -20000),
    document: fc.constantFrom('', 'A-101', 'A-102', 'B-201'), references: fc.constantFrom('', 'A-101', '102', 'B-201', 'A-101/02'), customer: fc.constantFrom('North', 'South'),
  }),
  { maxLength: 14 },
).map((lines) => withRows(lines));

const withRows = (lines: readonly CaseLine[]): CaseLine[] => {
  const next: Record<string, number> = { ours: 0, theirs: 0 };
  return lines.map((line) => ({ ...line, sheet: line.side, row: ++next[line.side as Side] }));
};

/** What an entry says, for results that must not depend on where it stands. */
function content({ books }: Run, side: Side, entry: number): string {
  const ledger = books[side];
  return [books.customers[ledger.customer[entry]].name, ledger.day[entry], ledger.amountMinor[entry], ledger.kind[entry], ...[ledger.document, ledger.references, ledger.memo, ledger.item].map((column) => books.texts.at(column[entry]))].join('|');
}

/** Matches and items as sorted sentences of contents; `mirrored` puts theirs first. */
function said(run: Run, mirrored = false, only?: (customer: string) => boolean): string[] {
  const sides: Side[] = mirrored ? ['theirs', 'ours'] : ['ours', 'theirs'];
  const list = (each: { readonly ours: readonly number[]; readonly theirs: readonly number[] }) => sides.map((side) => each[side].map((entry) => content(run, side, entry)).sort().join(' & ')).join(' = ');
  const kept = (each: { readonly customer: number }) => !only || only(run.books.customers[each.customer].name);
  return run.result.matches.filter(kept).map((each) => `${each.status} ${each.rule} ${Math.round(each.confidence * 1e4)} ${list(each)}`).sort();
}

const mirror = (lines: readonly CaseLine[]): CaseLine[] => lines.map((line) => ({ ...line, side: line.side === 'ours' ? ('theirs' as const) : ('ours' as const), sheet: line.sheet === 'ours' ? 'theirs' : 'ours' }));

describe.each([['trade', trade], ['a tangle', tangle]] as const)('in %s', (_, books) => {
  test('our closing − their closing = the sum of the items, to the cent, and every entry is in one match or one item', () => {
    fc.assert(fc.property(books, (lines) => {
      const run = match(lines);
      const items = new Map<string, number>();
      for (const item of run.result.items) items.set(`${item.customer} ${item.currency}`, (items.get(`${item.customer} ${item.currency}`) ?? 0) + item.amountMinor);
      for (const account of run.result.accounts) {
        if (account.hasTheirs) expect(items.get(`${account.customer} ${account.currency}`) ?? 0).toBe(account.ours.closingMinor - account.theirs.closingMinor);
      }
      for (const side of ['ours', 'theirs'] as const) {
        const matched = run.result.matches.flatMap((each) => each[side]);
        const left = run.result.items.filter((item) => item.side === side).flatMap((item) => item[side]);
        const compared = new Set(run.result.accounts.filter((account) => account.hasTheirs).map((account) => account.customer));
        const expected = Array.from({ length: run.books[side].count }, (__, entry) => entry).filter((entry) => compared.has(run.books[side].customer[entry]));
        expect([...matched, ...left].sort((a, b) => a - b)).toEqual(expected);
      }
    }), RUNS);
  });

  test('any row order gives the same result', () => {
    fc.assert(fc.property(books, fc.integer(), (lines, seed) => {
      expect(said(match(new Random(seed).shuffle(lines)))).toEqual(said(match(lines)));
    }), RUNS);
  });

  test('swapping the two ledgers mirrors it', () => {
    fc.assert(fc.property(books, (lines) => {
      expect(said(match(mirror(lines)), true)).toEqual(said(match(lines)));
    }), RUNS);
  });

  test('adding an unrelated customer changes nothing', () => {
    fc.assert(fc.property(books, fc.integer({ min: 1, max: 1000 }), (lines, seed) => {
      const stranger = simulateTrade(seed, { ...HARD, listPrices: false }, 1, 2).lines.map((line) => ({ ...line, customer: 'Stranger', amountMinor: line.amountMinor + 1 }));
      const alone = match(lines);
      const together = match([...stranger, ...lines], { asOf: alone.books.latestDay });
      expect(said(together, false, (customer) => customer !== 'Stranger')).toEqual(said(alone));
    }), RUNS);
  });

  test('alternatives come with suggestions only, and confidence keeps its order', () => {
    fc.assert(fc.property(books, (lines) => {
      for (const each of match(lines).result.matches) {
        if (each.status === 'confirmed') expect(each.alternatives).toEqual([]);
        else expect(each.confidence).toBeLessThan(0.95);
      }
    }), RUNS);
  });

  test('accepted decisions hold and rejected ones never come again', () => {
    fc.assert(fc.property(books, (lines) => {
      const first = match(lines);
      const keys = new EntryKeys(first.books);
      const decided = first.result.matches.slice(0, 6).map((each, at) => ({
        ourKeys: each.ours.map((entry) => keys.keyOf('ours', entry)), theirKeys: each.theirs.map((entry) => keys.keyOf('theirs', entry)), decision: at % 2 ? ('accepted' as const) : ('rejected' as const), note: '',
      }));
      const again = match(lines, { annotations: { matchDecisions: decided } }).result.matches.map((each) => ({ key: keys.matchKey(each.ours, each.theirs), rule: each.rule }));
      const keyOf = (each: (typeof decided)[number]) => `${[...each.ourKeys].sort().join('+')}=${[...each.theirKeys].sort().join('+')}`;
      for (const each of decided) {
        const found = again.find((other) => other.key === keyOf(each));
        if (each.decision === 'rejected') expect(found).toBeUndefined();
        else expect(found?.rule).toBe('manual');
      }
    }), RUNS);
  });
});

describe('twins', () => {
  const lines = (days: readonly number[]): CaseLine[] => [
    { side: 'ours', day: 46000, amountMinor: 777013, document: 'A-1' }, { side: 'ours', day: 46000, amountMinor: 777013, document: 'A-2' },
    ...days.map((day): CaseLine => ({ side: 'theirs', day, amountMinor: 777013 })),
  ];

  test('two equal candidates for one line are declared ambiguous', () => {
    const [only] = match(lines([46003])).result.matches;
    expect(only.status).toBe('suggested');
    expect(only.alternatives).toHaveLength(1);
  });

  test('planted anywhere in a trade, they are never confirmed', () => {
    fc.assert(fc.property(trade, fc.integer({ min: 1_000_000, max: 9_000_000 }), fc.integer({ min: 46030, max: 46080 }), fc.integer({ min: 1, max: 6 }), (around, amountMinor, day, lag) => {
      const customer = 'Customer 1';
      const planted: CaseLine[] = [{ side: 'ours', day, amountMinor, document: 'TWIN-1', customer }, { side: 'ours', day, amountMinor, document: 'TWIN-2', customer }, { side: 'theirs', day: day + lag, amountMinor, customer, memo: 'planted' }];
      const run = match(withRows([...around, ...planted]));
      const line = run.books.theirs.count - 1;
      const found = run.result.matches.find((each) => each.theirs.includes(line));
      expect(found?.status).not.toBe('confirmed');
      if (found) expect(found.alternatives.length).toBeGreaterThan(0);
    }), RUNS);
  });
});

test('splitting a line into two that sum to it keeps the match', () => {
  fc.assert(fc.property(trade, fc.integer({ min: 0, max: 10_000 }), fc.double({ min: 0.2, max: 0.8, noNaN: true }), (lines, pick, share) => {
    const run = match(lines);
    const confirmed = run.result.matches.filter((each) => each.status === 'confirmed' && each.rule === 'document-number');
    if (confirmed.length === 0) return;
    const chosen = confirmed[pick % confirmed.length];
    const row = run.books.theirs.row[chosen.theirs[0]];
    const at = lines.findIndex((line) => line.side === 'theirs' && line.row === row);
    const part = Math.round(lines[at].amountMinor * share);
    const split = [...lines.slice(0, at), { ...lines[at], amountMinor: part }, ...lines.slice(at + 1), { ...lines[at], row: 9000, amountMinor: lines[at].amountMinor - part }];
    const after = match(split);
    const rowsOf = (each: { readonly ours: readonly number[]; readonly theirs: readonly number[] }, from: Run) => `${each.ours.map((entry) => from.books.ours.row[entry]).sort().join()}=${each.theirs.map((entry) => from.books.theirs.row[entry]).sort().join()}`;
    const wanted = `${chosen.ours.map((entry) => run.books.ours.row[entry]).sort().join()}=${[row, 9000].sort().join()}`;
    expect(after.result.matches.map((each) => rowsOf(each, after))).toContain(wanted);
  }), RUNS);
});

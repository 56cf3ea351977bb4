/**
 * A run again after small edits: what it takes from memory and what it matches anew, and that it comes to what a
 * run over everything comes to, entry by entry and word by word.
 */
import fc from 'fast-check';
import { NO_ANNOTATIONS, type Annotations, type MatchDecision } from '../../src/annotations/annotations';
import type { Books, Side } from '../../src/ledger/books';
import { EntryKeys } from '../../src/ledger/entry-keys';
import { TextPool } from '../../src/ledger/grid';
import { booksFromLines, type CaseLine } from '../../src/ledger/ledger-builder';
import { matchBooks } from '../../src/matching/match';
import { MatchMemory } from '../../src/matching/memory';
import { DEFAULT_MATCHING_SETTINGS, type MatchingSettings, type Reconciliation } from '../../src/matching/reconciliation';
import { HARDER, simulateTrade } from './support/trade';

interface Workbook {
  readonly lines: readonly CaseLine[];
  readonly decisions: readonly MatchDecision[];
  readonly settings?: Partial<MatchingSettings>;
  readonly asOf?: number;
}

/** Runs again and again over one pool of texts, as a session does. */
class Runs {
  readonly memory = new MatchMemory();
  private readonly texts = new TextPool();

  /** The same books matched with and without memory. */
  run({ lines, decisions, settings, asOf }: Workbook): { readonly books: Books; readonly again: Reconciliation; readonly inFull: Reconciliation } {
    const books = booksFromLines(lines, { texts: this.texts });
    const annotations: Annotations = { ...NO_ANNOTATIONS, matchDecisions: decisions };
    const options = { asOf: asOf ?? books.latestDay, settings: { ...DEFAULT_MATCHING_SETTINGS, ...settings }, annotations };
    return { books, again: matchBooks(books, { ...options, memory: this.memory }), inFull: matchBooks(books, options) };
  }
}

/** Evidence is told when it is asked for: told here, so that sentences are compared and not where they come from. */
const told = ({ accounts, matches, items, limits }: Reconciliation) => ({
  accounts, items, limits,
  matches: Array.from(matches, (match) => ({
    customer: match.customer, currency: match.currency, ours: match.ours, theirs: match.theirs, status: match.status, rule: match.rule, confidence: match.confidence,
    differenceMinor: match.differenceMinor, evidence: match.evidence, alternatives: match.alternatives, decision: match.decision,
  })),
});

const line = (side: Side, customer: string, day: number, document: string, amountMinor: number, more: Partial<CaseLine> = {}): CaseLine => ({ side, customer, day, document, amountMinor, ...more });

describe('three customers', () => {
  const lines: readonly CaseLine[] = ['North', 'South', 'West'].flatMap((customer, at) => [
    line('ours', customer, 46001, `A-10${at}`, 10_000 + at), line('theirs', customer, 46003, '', 10_000 + at, { references: `A-10${at}` }),
    line('ours', customer, 46005, `B-10${at}`, 20_000 + at), line('theirs', customer, 46009, `V-${at}`, 21_000 + at),
  ]);
  const start: Workbook = { lines, decisions: [] };
  const runs = () => {
    const all = new Runs();
    const { books } = all.run(start);
    expect(all.memory.rematchedCount).toBe(3);
    return { all, books };
  };
  const changed = (at: number, change: Partial<CaseLine>) => lines.map((each, place) => (place === at ? { ...each, ...change } : each));
  const decision = (books: Books, which: MatchDecision['decision']): MatchDecision => {
    const keys = EntryKeys.of(books);
    return { ourKeys: [keys.keyOf('ours', 1)], theirKeys: [keys.keyOf('theirs', 1)], decision: which, note: '' };
  };

  test.each<[string, number, (books: Books) => Workbook]>([
    ['nothing has changed: nothing is matched anew', 0, () => start],
    ['an amount of South was corrected: South is matched anew', 1, () => ({ ...start, lines: changed(6, { amountMinor: 21_001 }) })],
    ['a memo of West says something else: West is matched anew', 1, () => ({ ...start, lines: changed(8, { memo: 'see B-102' }) })],
    ['a line of North is gone', 1, () => ({ ...start, lines: lines.slice(1) })],
    ['a line was put in for West, above everything: the others have only moved', 1, () => ({ ...start, lines: [line('ours', 'West', 46001, 'A-001', 5), ...lines] })],
    ['a new customer comes first, so that all are numbered anew', 1, () => ({ ...start, lines: [line('ours', 'East', 46001, 'A-001', 5), line('theirs', 'East', 46001, '', 5, { references: 'A-001' }), ...lines] })],
    ['the rows of a customer were moved to the end', 0, () => ({ ...start, lines: [...lines.slice(4), ...lines.slice(0, 4)] })],
    ['North was given another name', 1, () => ({ ...start, lines: lines.map((each) => (each.customer === 'North' ? { ...each, customer: 'Nord' } : each)) })],
    ['a reading was accepted', 1, (books) => ({ ...start, decisions: [decision(books, 'accepted')] })],
    ['a reading was rejected', 1, (books) => ({ ...start, decisions: [decision(books, 'rejected')] })],
    ['another tolerance: all are matched anew', 3, () => ({ ...start, settings: { toleranceShare: 0.5 } })],
    ['an earlier day, on which West had no second line yet', 3, () => ({ ...start, asOf: 46004 })],
  ])('%s', (_, rematchedCount, change) => {
    const { all, books } = runs();
    const { again, inFull } = all.run(change(books));
    expect(told(again)).toEqual(told(inFull));
    expect(all.memory.rematchedCount).toBe(rematchedCount);
  });

  test('a receipt that turns up on another account changes what is said of both, though the lines of one are the same', () => {
    const receipts: readonly CaseLine[] = [...lines, line('ours', 'North', 46020, 'R-1', -98_765, { kind: 'payment' }), line('theirs', 'West', 46020, 'P-7', -12_345, { kind: 'payment' })];
    const all = new Runs();
    all.run({ ...start, lines: receipts });
    const { books, again, inFull } = all.run({ ...start, lines: receipts.map((each) => (each.document === 'P-7' ? { ...each, amountMinor: -98_765 } : each)) });
    expect(again.items.filter(({ category }) => category === 'misposted').map(({ customer, otherCustomer }) => [books.customers[customer].name, books.customers[otherCustomer!].name])).toEqual([['North', 'West'], ['West', 'North']]);
    expect(told(again)).toEqual(told(inFull));
    expect(all.memory.rematchedCount).toBe(2);
  });
});

test('what a result says of rows and customers moves with them, whatever it is', () => {
  const money = { kind: 'payment' as const };
  const lines: readonly CaseLine[] = [
    line('ours', 'North', 46000, '', 700, { kind: 'opening' }), line('ours', 'South', 46001, 'XS-1', 500_000), line('theirs', 'South', 46001, 'RK-1', 500_000), line('ours', 'South', 46002, 'XS-2', 500_000),
    line('ours', 'North', 46001, 'HH-5', 300, { kind: 'return' }), line('ours', 'North', 46001, 'HH-5', -300, { kind: 'return' }), line('theirs', 'North', 46003, 'RK-4', 12_345), line('theirs', 'North', 46004, 'RK-4', -12_345),
    line('theirs', 'North', 46040, 'RK-5', 47_123), line('ours', 'North', 46001, 'XS-6', 33_001), line('ours', 'North', 46020, 'PD-9', -5_000, { kind: 'transfer' }), line('ours', 'South', 46020, 'PD-9', 5_000, { kind: 'transfer' }),
    line('ours', 'South', 46021, 'PD-8', 0, { kind: 'transfer' }), line('ours', 'North', 46020, 'SK-1', -98_765, money), line('theirs', 'South', 46021, 'FK-1', -98_765, money), line('ours', 'South', 46022, 'XS-7', 11_007), line('theirs', 'South', 46023, 'RK-7', 22_013),
  ];
  const keys = EntryKeys.of(booksFromLines(lines));
  const at = (side: Side, document: string) => keys.keyOf(side, lines.filter((each) => each.side === side).findIndex((each) => each.document === document));
  const decisions: readonly MatchDecision[] = [
    { ourKeys: [at('ours', 'XS-7')], theirKeys: [at('theirs', 'RK-7')], decision: 'accepted', note: 'by phone' }, { ourKeys: [at('ours', 'XS-6')], theirKeys: [at('theirs', 'RK-5')], decision: 'rejected', note: '' },
  ];
  const all = new Runs();
  const before = all.run({ lines, decisions }).again;
  expect([[...before.matches].some(({ alternatives }) => alternatives.length > 0), before.items.some(({ candidates }) => candidates.length > 0), new Set(before.items.map(({ otherCustomer }) => otherCustomer)).size, new Set(before.items.map(({ category }) => category))]).toEqual([true, true, 3, new Set(['opening-difference', 'in-transit-goods', 'transfer', 'misposted', 'unexplained', 'amount-difference'])]);
  const stranger = [line('ours', 'East', 46001, 'A-001', 5), line('theirs', 'East', 46001, '', 5, { references: 'A-001' })];
  for (const moved of [[...stranger, ...lines], [...lines].reverse(), lines, [...lines.slice(4), ...lines.slice(0, 4)]]) {
    const { again, inFull } = all.run({ lines: moved, decisions });
    expect(told(again)).toEqual(told(inFull));
    expect(all.memory.rematchedCount).toBeLessThan(2);
  }
});

type Edit = (workbook: Workbook) => Workbook;

const withLines = (change: (lines: CaseLine[], at: number) => readonly CaseLine[]) => fc.nat().map((number): Edit => (workbook) => ({ ...workbook, lines: workbook.lines.length === 0 ? [] : change([...workbook.lines], number % workbook.lines.length) }));
const corrected = (change: (line: CaseLine) => Partial<CaseLine>) => withLines((lines, at) => lines.with(at, { ...lines[at], ...change(lines[at]) }));

/** A decision on two lines of one customer, whatever they are. */
const decided = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom<MatchDecision['decision']>('accepted', 'rejected')).map(([first, second, decision]): Edit => (workbook) => {
  const books = booksFromLines(workbook.lines);
  if (books.ours.count === 0 || books.theirs.count === 0) return workbook;
  const keys = EntryKeys.of(books);
  return { ...workbook, decisions: [...workbook.decisions, { ourKeys: [keys.keyOf('ours', first % books.ours.count)], theirKeys: [keys.keyOf('theirs', second % books.theirs.count)], decision, note: '' }] };
});

const edit: fc.Arbitrary<Edit> = fc.oneof(
  withLines((lines, at) => lines.toSpliced(at, 1)),
  withLines((lines, at) => lines.toSpliced(at, 0, lines[lines.length - 1 - at])),
  withLines((lines, at) => [...lines.slice(at), ...lines.slice(0, at)]),
  withLines((lines, at) => lines.with(at, lines[0]).with(0, lines[at])),
  corrected(({ amountMinor }) => ({ amountMinor: amountMinor + 100 })),
  corrected(({ day }) => ({ day: day + 1 })),
  corrected(({ document }) => ({ document: `${document ?? ''}1` })),
  corrected(({ document }) => ({ memo: `for ${document}` })),
  corrected(() => ({ references: '' })),
  corrected(() => ({ kind: 'transfer' })),
  corrected(({ customer }) => ({ customer: `${customer} II` })),
  decided,
);

test('a run again after any edits comes to what a run in full comes to', () => {
  const trade = fc.integer({ min: 1, max: 100_000 }).map((seed): Workbook => ({ lines: simulateTrade(seed, HARDER, 3, 2).lines, decisions: [] }));
  let [recalled, compared] = [0, 0];
  fc.assert(fc.property(trade, fc.array(edit, { minLength: 2, maxLength: 6 }), (start, edits) => {
    const runs = new Runs();
    runs.run(start);
    edits.reduce((workbook, each) => {
      const next = each(workbook);
      const { again, inFull } = runs.run(next);
      expect(told(again)).toEqual(told(inFull));
      recalled += again.accounts.length - runs.memory.rematchedCount;
      compared += again.accounts.length;
      return next;
    }, start);
  }), { numRuns: 40, seed: 7 });
  // Else the comparison would be of a full run with itself.
  expect(recalled).toBeGreaterThan(compared / 4);
});

/** The parts of matching that reckon: each by figures that can be worked out on paper. */
import fc from 'fast-check';
import { AmountStatistics } from '../../src/matching/amounts';
import { Clocks, LagClock, UNKNOWN_LAG_DENSITY } from '../../src/matching/clocks';
import { Contest, oddsOf } from '../../src/matching/contest';
import type { Candidate } from '../../src/matching/candidates';
import { Doc, aroundDay, bySideAndContent, type Family } from '../../src/matching/doc';
import { NumberIndex } from '../../src/matching/number-index';
import { NAMES_NOTHING, TextReadings, isSameNumber, samePrefix } from '../../src/matching/readings';
import { numbersOfDocument, readNaming } from '../../src/matching/references';
import { Said } from '../../src/matching/told';
import { ascend, sortBy, sortedByKey } from '../../src/matching/sorting';
import { Tally } from '../../src/matching/tally';
import { choose, roundnessOf, searchRuns, searchSums, uniqueSubset } from '../../src/matching/sums';
import { TextPool } from '../../src/ledger/grid';
import type { Side } from '../../src/ledger/books';

let nextId = 0;
const doc = (side: Side, amountMinor: number, more: { readonly day?: number; readonly family?: Family; readonly order?: number; readonly numbers?: readonly number[]; readonly id?: number } = {}): Doc => {
  const { day = 46000, family = 'goods', order, numbers = [], id = nextId++ } = more;
  return new Doc(id, side, family, day, 0, numbers.map((digits) => ({ prefix: 0, digits })), order === undefined ? null : { prefix: side === 'ours' ? 1 : 2, digits: order }, NAMES_NOTHING, [id], amountMinor);
};

describe('how rare an amount is', () => {
  const statistics = new AmountStatistics({ ours: [12345, 12345, 20000, 777].map((amount) => doc('ours', amount)), theirs: [doc('theirs', 12345)] });

  test('by how often it stands there beside the pair itself, or amounts like it come again', () => {
    // Of four papers of goods one amount comes twice and two once: 2 × 1 ÷ ((2 + 1) × 4).
    expect(statistics.frequency(12345, 'goods')).toBeCloseTo(1 / 6, 12);
    // Of money there is none: one in ten beside the pair, and the density of any amount.
    expect(statistics.frequency(12345, 'money')).toBeCloseTo(0.1 + 1 / (3 * 12345), 12);
  });
  test('by how dense such amounts lie', () => expect(statistics.frequency(777, 'money')).toBeCloseTo(1 / (3 * 777), 12));
  test('a whole amount gets the benefit of the doubt from many papers only', () => {
    // Theirs has one paper: 1 ÷ ((1 + 1) × 1).
    expect([statistics.frequency(20000, 'money'), statistics.coincidenceShare(20000), statistics.coincidenceShare(12345), statistics.coincidenceShare(100), statistics.coincidenceShare(10)]).toEqual([0.5, 0.5, 0, 0.5, 0]);
    const ours = new AmountStatistics({ ours: [100, 200, 300].map((amount) => doc('ours', amount)), theirs: [] });
    expect(ours.coincidenceShare(100)).toBe(Number.POSITIVE_INFINITY);
  });
  test('round amounts lie denser, the rounder the fewer papers are', () => {
    const many = new AmountStatistics({ ours: Array.from({ length: 50 }, (_, at) => doc('ours', 10001 + 2 * at)), theirs: Array.from({ length: 49 }, (_, at) => doc('theirs', 30001 + 2 * at)) });
    // None of 99 papers is round: one in a hundred, times the step of ten thousand.
    expect(many.frequency(40000, 'money')).toBeCloseTo((0.01 * 10000) / (3 * 40000), 12);
    expect(many.frequency(-40000, 'money')).toBeCloseTo((0.01 * 10000) / (3 * 40000), 12);
    expect(many.frequency(70_000_000_000, 'money')).toBeCloseTo(1 / (51 * 50), 4);
    expect(many.frequency(0, 'money')).toBe(1);
  });
});

describe('the clock of lags', () => {
  test('before anything was seen: a broad shape within the window', () => {
    const clock = new LagClock(45);
    expect([clock.density(0), clock.density(9), clock.density(-9), clock.density(45)]).toEqual([1, Math.exp(-0.8), Math.exp(-0.8), Math.exp(-4)].map((height) => expect.closeTo(height / 22.5, 12)));
    expect([clock.density(46), clock.density(-46), clock.meanLagDays()]).toEqual([0, 0, null]);
    expect(new LagClock(4).density(2)).toBeCloseTo(Math.exp(-1) / 4, 12);
  });
  test('what was seen weighs one against three, and spreads over two days either way', () => {
    const clock = new LagClock(45);
    expect(clock.density(2)).toBeCloseTo(Math.exp(-2 / 11.25) / 22.5, 12);
    clock.observe(2);
    const broad = (lag: number) => (0.75 * Math.exp(-Math.abs(lag) / 11.25)) / 22.5;
    expect([2, 3, 1, 4, 0, 5].map((lag) => clock.density(lag))).toEqual([3, 2, 2, 1, 1, 0].map((height, at) => expect.closeTo(broad([2, 3, 1, 4, 0, 5][at]) + height / 36, 12)));
    clock.observe(50);
    expect(clock.meanLagDays()).toBe(2);
    clock.observe(-4);
    expect(clock.meanLagDays()).toBe(-1);
    clock.observe(45);
    expect(clock.density(45)).toBeCloseTo((0.5 * Math.exp(-4)) / 22.5 + 3 / 54, 12);
  });
  test('each family and direction has its own; a missing date says nothing', () => {
    const clocks = new Clocks(45);
    clocks.observe(doc('ours', 100, { day: 46000 }), doc('theirs', 100, { day: 46003 }));
    const at = (family: Family, amount: number, theirDay: number) => clocks.lagDensity(doc('ours', amount, { family }), doc('theirs', amount, { family, day: theirDay }));
    expect([at('goods', 5, 46003) > at('money', 5, 46003), at('goods', 5, 46003) > at('goods', -5, 46003), at('goods', -5, 46003)]).toEqual([true, true, at('money', 5, 46003)]);
    expect(clocks.lagDensity(doc('theirs', 5, { day: 46003 }), doc('ours', 5))).toBe(at('goods', 5, 46003));
    expect([at('goods', 5, 0), clocks.lagDensity(doc('ours', 5, { day: 0 }), doc('theirs', 5))]).toEqual([UNKNOWN_LAG_DENSITY, UNKNOWN_LAG_DENSITY]);
    clocks.observe(doc('ours', 100, { day: 0 }), doc('theirs', 100, { day: 46003 }));
    expect([clocks.laterSide(doc('ours', 5)), clocks.laterSide(doc('ours', 5, { family: 'money' }))]).toEqual(['theirs', null]);
    clocks.observe(doc('ours', 100, { day: 46003 }), doc('theirs', 100, { day: 46000 }));
    expect(clocks.laterSide(doc('ours', 5))).toBeNull();
    clocks.observe(doc('ours', 100, { day: 46003 }), doc('theirs', 100, { day: 46000 }));
    expect(clocks.laterSide(doc('ours', 5))).toBe('ours');
  });
});

describe('the clock of numbers', () => {
  const clocksOf = (pairs: readonly (readonly [number, number])[]) => {
    const clocks = new Clocks(45);
    for (const [our, their] of pairs) clocks.observe(doc('ours', 1, { order: our }), doc('theirs', 1, { order: their }));
    return (our: number, their: number) => clocks.orderRatio(doc('ours', 1, { order: our }), doc('theirs', 1, { order: their }));
  };
  const parallel = Array.from({ length: 8 }, (_, at) => [101 + at, 5001 + at] as const);

  test('says something where eight numbers run parallel', () => {
    const ratio = clocksOf(parallel);
    // At its place: half the range of eight; four places off: e⁻⁴ of that.
    expect([ratio(104, 5004), ratio(108, 5004)]).toEqual([expect.closeTo(0.05 + 0.95 * 4, 12), expect.closeTo(0.05 + 0.95 * 4 * Math.exp(-4), 12)]);
    expect(clocksOf([...parallel].reverse())(104, 5004)).toBeCloseTo(3.85, 12);
    // Beyond the last known number and before the first it expects these.
    expect([ratio(110, 5010), ratio(99, 4999)]).toEqual(Array(2).fill(expect.closeTo(0.05 + 0.95 * 4 * Math.exp(-2), 12)));
  });
  test('and nothing where seven do, or the two series go each their own way', () => {
    expect([clocksOf(parallel.slice(1))(104, 5004), clocksOf([5003, 5007, 5001, 5008, 5004, 5002, 5006, 5005].map((their, at) => [101 + at, their]))(104, 5004)]).toEqual([1, 1]);
  });
  test('nor of papers without a number, or of another series', () => {
    const clocks = new Clocks(45);
    for (const [our, their] of parallel) clocks.observe(doc('ours', 1, { order: our }), doc('theirs', 1, { order: their }));
    clocks.observe(doc('ours', 1), doc('theirs', 1, { order: 9999 }));
    expect([clocks.orderRatio(doc('ours', 1), doc('theirs', 1, { order: 5004 })), clocks.orderRatio(doc('theirs', 1, { order: 5004 }), doc('ours', 1, { order: 104 })), clocks.orderRatio(doc('theirs', 1, { order: 104 }), doc('theirs', 1, { order: 5004 }))]).toEqual([1, expect.closeTo(3.85, 12), 1]);
  });
  test('between two known numbers it expects what lies between; a paper out of order does not spoil it', () => {
    const ratio = clocksOf([...Array.from({ length: 20 }, (_, at) => [100 + 10 * at, 5000 + 20 * at] as const), [155, 5390]]);
    expect(ratio(145, 5090)).toBeGreaterThan(3);
    expect(ratio(145, 5290)).toBeLessThan(0.2);
  });
});

describe('sums', () => {
  const question = { min: 2, max: 3, toleranceMinor: 0, budget: { left: 1000 }, coincidenceShare: 0 };

  test('which sets add up, out of how many, and how many would by chance', () => {
    const found = searchSums([100, 200, 300], 300, { ...question, budget: { left: 1000 } });
    expect([found.hits, found.triedBySize, found.cutShort, found.sizeReached]).toEqual([[[0, 1]], [undefined, undefined, 3, 1], false, 3]);
    // Sums of two: 300, 400, 500. Within a hundred one near miss, half of one added, at steps of 100 in a band of 200.
    expect([found.expectedBySize[2], found.expectedBySize[3]]).toEqual([0.75, 0]);
    expect(searchSums([100, 200, 300], 300, { ...question, coincidenceShare: 0.9 }).expectedBySize[2]).toBe(1.8);
  });
  test('list prices make few numbers of many sums', () => {
    // Of ten sums in the band six are 300 and three are 400: 6 × 5 + 3 × 2 of them find another one alike, among nine.
    expect(searchSums([100, 100, 200, 200, 200], 300, question).expectedBySize[2]).toBe(4);
  });
  test('may be off by a tolerance', () => expect([5, 4].map((toleranceMinor) => searchSums([100, 200, 300], 305, { ...question, toleranceMinor }).hits)).toEqual([[[0, 1]], []]));
  test('by chance more where they may be off', () => {
    // No near miss, half of one added; eleven amounts of the sixty-one in the band would do.
    expect(searchSums([100, 200, 300], 305, { ...question, toleranceMinor: 5 }).expectedBySize[2]).toBeCloseTo((0.5 * 11) / 61, 12);
  });
  test('a dozen sets at most, however many add up', () => expect([searchSums([1, 1, 1, 1, 1, 1, 1], 2, question).hits.length, searchRuns(Array.from({ length: 14 }, () => 1), 2, 2).hits.length]).toEqual([12, 12]));
  test('the sets come as the documents stand, a dozen at most; of deductions as of deliveries', () => {
    expect(searchSums([300, 100, 200, 100, 200, 300], 400, { ...question, max: 2 }).hits).toEqual([[0, 1], [0, 3], [1, 5], [2, 4], [3, 5]]);
    expect(searchSums([-300, -100, -200], -500, question).hits).toEqual([[0, 2]]);
    expect(searchSums(Array.from({ length: 9 }, () => 100), 200, question).hits.map(([first]) => first)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
  });
  test('finds what trying every set finds', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2, max: 60 }), fc.integer({ min: 0, max: 2 }), (amounts, target, toleranceMinor) => {
        const all = Array.from({ length: 1 << amounts.length }, (_, mask) => amounts.map((_, at) => at).filter((at) => mask & (1 << at)));
        const fitting = all.filter((set) => (set.length === 2 || set.length === 3) && Math.abs(set.reduce((sum, at) => sum + amounts[at], 0) - target) <= toleranceMinor);
        const inOrder = fitting.sort((a, b) => a.length - b.length || a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
        expect(searchSums(amounts, target, { ...question, toleranceMinor, budget: { left: 1000 } }).hits).toEqual(inOrder.slice(0, 12));
      }),
    );
  });
  test('equal numbers are counted, however many there are, and each tally begins anew', () => {
    const tally = new Tally(1000);
    const numbers = Array.from({ length: 1000 }, (_, at) => (at % 250) * 16_384 - 7);
    expect(numbers.map((number) => tally.add(number))).toEqual(numbers.map((_, at) => Math.floor(at / 250)));
    expect(new Tally(1000).add(-7)).toBe(0);
  });
  test('larger sets are not begun where they would pass the bound, and that is said', () => {
    const budget = { left: 5 };
    const found = searchSums([1, 2, 3, 4], 3, { ...question, budget });
    expect([found.cutShort, found.sizeReached, found.hits, budget.left]).toEqual([true, 1, [], 5]);
    const enough = { left: 9 };
    expect([searchSums([1, 2, 3, 4], 3, { ...question, budget: enough }).sizeReached, enough.left]).toEqual([2, 3]);
    expect(searchSums(Array.from({ length: 24 }, () => 1), 99, { ...question, max: 8, budget: { left: 1e9 } }).sizeReached).toBe(4);
  });
  test('runs of neighbours', () => {
    expect(searchRuns([5, 10, 15, 20], 25, 2)).toEqual({ hits: [[1, 3]], tried: 6 });
    expect(searchRuns([25, 10, 15, 20], 25, 1)).toEqual({ hits: [[0, 1], [1, 3]], tried: 10 });
  });
  test('the one subset, if it is the only one', () => expect([uniqueSubset([1, 2, 4], 6), uniqueSubset([1, 2, 3], 3), uniqueSubset([1, 2], 9), uniqueSubset([7], 7)]).toEqual([[1, 2], null, null, [0]]));
  test('ways to choose, and how round amounts are', () => expect([choose(5, 2), choose(5, 0), choose(24, 4), roundnessOf([1200, 300]), roundnessOf([1200, 305]), roundnessOf([0, 30_000_000])]).toEqual([10, 1, 10626, 100, 1, 1_000_000]));
});

describe('candidates that share documents', () => {
  const candidate = (ours: readonly Doc[], theirs: readonly Doc[], odds: number): Candidate => ({ ours, theirs, rule: 'unique-amount', prior: 1, chance: 10 / odds, told: new Said([]), onlySuggest: false });
  const standings = (...candidates: readonly Candidate[]) => {
    const contest = new Contest(candidates);
    return contest.contenders.map((contender) => [contest.standingOf(contender).own, contest.standingOf(contender).any]);
  };
  const close = (...shares: readonly number[]) => shares.map((share) => expect.closeTo(share, 12));
  const [o1, o2, o3] = [1, 2, 3].map(() => doc('ours', 1));
  const [t1, t2, t3] = [1, 2, 3].map(() => doc('theirs', 1));

  test('odds: the prior over a tenth of the chance, and no chance is less than one in a thousand million', () => expect([oddsOf(candidate([o1], [t1], 5)), oddsOf({ ...candidate([o1], [t1], 5), prior: 0.2, chance: 0 }) / 2e9]).toEqual(close(5, 1)));
  test('one alone against nothing', () => expect(standings(candidate([o1], [t1], 4), candidate([o2], [t2], 9))).toEqual([close(0.8, 0.8), close(0.9, 0.9)]));
  test('all ways to choose some that do not overlap', () => {
    // None, A, B, C, A with C: 1 + 2 + 3 + 4 + 8.
    expect(standings(candidate([o1], [t1], 2), candidate([o1], [t2], 3), candidate([o2], [t2], 4))).toEqual([close(10 / 18, 13 / 18), close(3 / 18, 17 / 18), close(12 / 18, 15 / 18)]);
  });
  test('twins on both sides', () => {
    // None, four alone at 5, two pairs at 25: neither it nor a rival of it in none and in the one it goes with.
    expect(standings(candidate([o1], [t1], 5), candidate([o1], [t2], 5), candidate([o2], [t1], 5), candidate([o2], [t2], 5))[0]).toEqual(close(30 / 71, 65 / 71));
  });
  test('of readings of the same documents the one with the best odds, in any order of them', () => {
    expect(standings(candidate([o1, o2], [t1], 2), candidate([o2, o1], [t1], 8), candidate([o1, o2], [t1], 3))).toEqual([close(8 / 9, 8 / 9)]);
    expect(standings(candidate([o1, o2], [t1], 2), candidate([o1, o3], [t1], 2), candidate([o1], [t1], 2))).toHaveLength(3);
  });
  test('a sum competes with each of its parts', () => expect(standings(candidate([o1, o2, o3], [t3], 6), candidate([o1], [t1], 1), candidate([o2], [t2], 1))).toEqual([close(6 / 10, 9 / 10), close(2 / 10, 8 / 10), close(2 / 10, 8 / 10)]));
  test('too many at once are weighed against their direct rivals only', () => {
    const [ours, theirs] = [Array.from({ length: 11 }, () => doc('ours', 1)), Array.from({ length: 10 }, () => doc('theirs', 1))];
    const chain = theirs.flatMap((their, at) => [candidate([ours[at]], [their], 2), candidate([ours[at + 1]], [their], 3)]);
    // The first has one rival, the second two.
    expect(standings(...chain).slice(0, 2)).toEqual([close(2 / 6, 5 / 6), close(3 / 8, 7 / 8)]);
  });
});

describe('order', () => {
  test.each([0, 1, 2, 7, 32, 33, 80])('of %p', (length) => {
    const numbers = Array.from({ length }, (_, at) => ((at * 37) % 53) - 20);
    const sorted = [...numbers].sort((a, b) => a - b);
    expect(ascend([...numbers])).toEqual(sorted);
    const items = numbers.map((number, at) => ({ key: number % 5, at }));
    expect(sortBy([...items], (a, b) => a.key - b.key)).toEqual([...items].sort((a, b) => a.key - b.key || a.at - b.at));
    const shuffled = Array.from({ length }, (_, at) => (at * 23) % Math.max(1, length));
    if (new Set(shuffled).size === length) expect(sortedByKey(shuffled, (key) => key)).toEqual([...shuffled].sort((a, b) => a - b));
  });
  test('of documents: by day, amount, side, then as they came', () => {
    const docs = [doc('theirs', 5, { day: 2, id: 0 }), doc('ours', 5, { day: 2, id: 1 }), doc('ours', 5, { day: 2, id: 0 }), doc('ours', 4, { day: 2, id: 3 }), doc('ours', 9, { day: 1, id: 4 })];
    expect([...docs].sort(bySideAndContent).map(({ side, amountMinor, id }) => `${side} ${amountMinor} ${id}`)).toEqual(['ours 9 4', 'ours 4 3', 'ours 5 0', 'ours 5 1', 'theirs 5 0']);
  });
  test('the nearest in time, both ways', () => {
    const docs = [10, 20, 30, 40, 50].map((day) => doc('ours', 1, { day }));
    const days = (at: number, within: number, most: number) => aroundDay(docs, at, within, most).map(({ day }) => day);
    expect([days(30, 10, 9), days(30, 9, 9), days(30, 99, 2), days(10, 99, 2), days(50, 99, 2), days(31, 99, 3), days(99, 5, 9)]).toEqual([[20, 30, 40], [30], [20, 30], [10, 20], [40, 50], [30, 40, 50], []]);
  });
});

describe('numbers', () => {
  test('found by their digits, each document once', () => {
    const docs = Array.from({ length: 40 }, (_, at) => doc('ours', 1, { numbers: at % 2 ? [100 + at] : [100 + at, 7] }));
    const index = new NumberIndex([...docs, doc('ours', 1, { numbers: [9, 9] })]);
    expect([index.withDigits(105), index.withDigits(7).length, index.withDigits(9).length, index.withDigits(999), index.hasSeveral(7), index.hasSeveral(105), index.hasSeveral(9), index.hasSeveral(999)]).toEqual([[docs[5]], 20, 1, [], true, false, false, false]);
  });
  test('contradict each other only where both give letters', () => expect([samePrefix(0, 5), samePrefix(5, 0), samePrefix(5, 5), samePrefix(4, 5), isSameNumber({ prefix: 1, digits: 2 }, { prefix: 1, digits: 2 }), isSameNumber({ prefix: 1, digits: 2 }, { prefix: 0, digits: 2 }), isSameNumber({ prefix: 1, digits: 2 }, { prefix: 1, digits: 3 })]).toEqual([true, true, true, false, true, false, false]));

  const TEXTS = ['XS-001083', 'xs 1083', '#1083', '１０８３', 'RK26000088', 'INV-2026-0105', 'ABCDEFG-12', 'ABCDEF-12', 'Z_9', 'a:7', 'No.123', '№123', 'Order 1083', 'INV No. 1083', 'Invoice #1083', 'Notes 1083', '1083', '000', '12', '12345678901234567890', 'XS-1234567890', 'XS', '期初', 'XS-1083/84', 'XS-001345~001347', 'XS-001255等3张', '对应XS-001079', '{12', '@12', '1-2', '2026001083', 'RK26001083', '26001083', 'XS-123456789', 'az9', 'XS-', '1083号', 'XS 10 83'];
  const pool = new TextPool();
  const readings = new TextReadings(pool);
  const said = ({ prefix, digits }: { readonly prefix: number; readonly digits: number }) => `${readings.prefixText(prefix)}:${readings.digitsText(digits)}`;

  test.each(TEXTS)('of %p are read quickly as they are with care', (text) => {
    const id = pool.intern(text);
    for (let again = 0; again < 2; again++) expect(readings.numbersOf(id).map(said)).toEqual(numbersOfDocument(text).map(({ prefix, digits }) => `${prefix}:${digits}`));
  });
  test.each(TEXTS)('that %p names are read quickly as they are with care', (text) => {
    const id = pool.intern(text);
    const named = readNaming(text);
    for (const naming of [readings.namingOfOthers(0, id, 0), readings.namingOfOthers(0, 0, id)]) {
      expect(naming.numbers.map(said)).toEqual(named.numbers.map(({ prefix, digits }) => `${prefix}:${digits}`));
      expect(naming.ranges.map(({ prefix, from, to }) => `${readings.prefixText(prefix)}:${from}-${to}`)).toEqual(named.ranges.map(({ prefix, from, to }) => `${prefix}:${from}-${to}`));
      expect(naming.documentCount).toBe(named.documentCount);
    }
  });
  test('of a line itself are not named by its memo, unless its references say so too', () => {
    const [own, memo] = [pool.intern('XS-001083'), pool.intern('XS-001083 XS-001090')];
    expect([readings.namingOfOthers(own, 0, memo), readings.namingOfOthers(own, own, memo), readings.namingOfOthers(0, 0, memo)].map(({ numbers }) => numbers.map(said))).toEqual([['XS:1090'], ['XS:1083', 'XS:1090'], ['XS:1083', 'XS:1090']]);
  });
  test.each(['XS-001083', 'xs 1083', '#1083', 'No.123', 'a:7', 'Z_9', 'ABCDEF-12', '000', '909', '1083', 'XS-123456789', '26001083', 'RK26001083'])('%p is read anew: nothing is kept of a million like it', (text) => {
    const id = pool.intern(text);
    expect(readings.numbersOf(id)).not.toBe(readings.numbersOf(id));
    for (const [references, memo] of [[id, 0], [0, id]]) expect(readings.namingOfOthers(0, references, memo).numbers[0]).not.toBe(readings.namingOfOthers(0, references, memo).numbers[0]);
  });
  test.each(['１０８３', 'INV-2026-0105', 'ABCDEFG-12', '12345678901234567890', 'XS', 'XS-001345~001347', '{12', 'XS-1083/84'])('%p is read once', (text) => {
    const id = pool.intern(text);
    expect(readings.numbersOf(id)).toBe(readings.numbersOf(id));
    expect(readings.namingOfOthers(0, id, 0)).toBe(readings.namingOfOthers(0, id, 0));
  });
  test('read quickly are those read with care', () => {
    for (const text of ['XS-1083', 'XS-123456789', 'ABCDEF-12', 'AZ-1234567890', '1083', 'ABCDEFG-1083']) {
      const [[quick], [careful]] = [readings.numbersOf(pool.intern(text)), readings.namingOfOthers(0, pool.intern(`对应${text}号`), 0).numbers];
      expect([text, isSameNumber(quick, careful)]).toEqual([text, true]);
    }
  });
  test('in the references and in the memo are numbers apart', () => {
    const of = (references: string, memo: string) => readings.namingOfOthers(0, pool.intern(references), pool.intern(memo)).numbers.map(said);
    expect([of('XS-1001', '1002'), of('XS-1001', 'XS-1001'), of('XS-1002', '1001'), of('', 'XS-1001'), of('XS-1001', ''), of('', '')]).toEqual([['XS:1001', ':1002'], ['XS:1001'], ['XS:1002', ':1001'], ['XS:1001'], ['XS:1001'], []]);
  });
  test('that a memo repeats in all their forms are its own', () => {
    const [own, memo] = [pool.intern('INV-2026-0105'), pool.intern('INV-2026-0105 INV-0107')];
    expect(readings.namingOfOthers(own, 0, memo).numbers.map(said)).toEqual(['INV:107']);
  });
  test('too long to count have no place in a series', () => {
    const placeOf = (text: string) => readings.placeOf(readings.numbersOf(pool.intern(text))[0]);
    expect([placeOf('XS-1083')?.digits, placeOf('XS-1234567890')?.digits, placeOf('123456789012345')?.digits, placeOf('1234567890123456')]).toEqual([1083, 1234567890, 123456789012345, null]);
  });
});

/** Candidates weighed: amounts, lines, sums and what people said, by ledgers of a few lines. */
import { EntryKeys } from '../../src/ledger/entry-keys';
import { booksFromLines, type CaseLine } from '../../src/ledger/ledger-builder';
import { matchBooks } from '../../src/matching/match';
import { DEFAULT_MATCHING_SETTINGS } from '../../src/matching/reconciliation';
import { NO_ANNOTATIONS } from '../../src/annotations/annotations';
import { say } from '../../src/texts';
import { day } from './support/day';
import { itemsSaid, match, matchesSaid, type Run } from './support/run';

const ours = (on: string, amountMinor: number, document = '', more: Partial<CaseLine> = {}): CaseLine => ({ side: 'ours', day: day(on), amountMinor, document, ...more });
const theirs = (on: string, amountMinor: number, document = '', more: Partial<CaseLine> = {}): CaseLine => ({ side: 'theirs', day: day(on), amountMinor, document, ...more });
const told = ({ result }: Run) => result.matches.map((each) => `${each.status} ${each.rule}${each.status === 'suggested' ? ` ${each.confidence.toFixed(3)}` : ''}: ${each.evidence.map((message) => say(message, 'en')).join(' ')}`);

/*
 * How sure a suggestion is, by hand: the odds of a reading are its prior over a tenth of its chance, and its share
 * is that of its odds in 1 + the odds of all that share a document with it.
 * - Twins: the amount comes again for sure (1), and two stand there: chance 2, odds 5, of 1 + 5 + 5.
 * - One near, one 27 days off: 1 + e^(−26 ÷ 11.25) and 1 + e^(26 ÷ 11.25) stand there: odds 9.10 of 1 + 9.10 + 0.90.
 * - A whole amount of a ledger of one paper each: chance a half, odds 20 of 21, shown as no more than 0.94.
 * - Three alike: two of ten papers beside the pair, three stand there: chance 0.6, odds 16.67 of 1 + 50. Twins on both sides: odds 5 each; of the ways to choose none (1), one
 *   (4 × 5) or two (2 × 25) it is in 5 + 25.
 * - Gross and net: a twentieth of bookings differ, two amounts in five would do: odds 1.25 of 2.25.
 */
describe('one against one', () => {
  test.each<[string[], CaseLine[]]>([
    [['confirmed unique-amount: 1,234.57 on both sides, 3 days apart.'], [ours('2026-03-01', 123457, 'XS-1001'), theirs('2026-03-04', 123457, 'RK-1')]],
    [['suggested unique-amount 0.455: 1,234.57 on both sides, 3 days apart. 1 other reading fits nearly as well.'], [ours('2026-03-01', 123457, 'XS-1001'), ours('2026-03-01', 123457, 'XS-1002'), theirs('2026-03-04', 123457, 'RK-1')]],
    [['suggested unique-amount 0.827: 1,234.57 on both sides, 1 day apart. The amount alone could be a coincidence, so you decide.'], [ours('2026-03-01', 123457, 'XS-1001'), ours('2026-03-29', 123457, 'XS-1002'), theirs('2026-03-02', 123457, 'RK-1')]],
    [['suggested unique-amount 0.940: 5,000.00 on both sides, 3 days apart. The amount alone could be a coincidence, so you decide.'], [ours('2026-03-01', 500000, 'XS-1001'), theirs('2026-03-04', 500000, 'RK-1')]],
    [['confirmed similar-number: XS-1245 is one slip of the hand from XS-1254. 1,234.57 on both sides, 3 days apart.'], [ours('2026-03-01', 123457, 'XS-1254'), theirs('2026-03-04', 123457, 'RK-1', { references: 'XS-1245' })]],
    [['confirmed unique-amount: 1,234.57 on both sides, 3 days apart.'], [ours('2026-03-01', 123457, 'XS-1254'), theirs('2026-03-04', 123457, 'RK-1', { references: 'XS-9999' })]],
    [['suggested unique-amount 0.327: 1,234.57 on both sides, 3 days apart. 2 other readings fit nearly as well.'], [...[1, 2, 3].map((n) => ours('2026-03-01', 123457, `XS-100${n}`)), theirs('2026-03-04', 123457, 'RK-1')]],
    [['suggested unique-amount 0.423: 1,234.57 on both sides, 3 days apart. 2 other readings fit nearly as well.', 'suggested unique-amount 0.423: 1,234.57 on both sides, 3 days apart. The amount alone could be a coincidence, so you decide.'], [...[1, 2].flatMap((n) => [ours('2026-03-01', 123457, `XS-100${n}`), theirs('2026-03-04', 123457, `RK-${n}`)])]],
    [[], [ours('2026-03-01', 123457, 'XS-1254'), theirs('2026-03-04', -123457, 'RK-1')]],
    [[], [ours('2026-03-01', -123457, 'SK-1', { kind: 'payment' }), theirs('2026-03-04', -123457, 'RK-1', { kind: 'return' })]],
    [['confirmed unique-amount: 1,234.57 on both sides, 45 days apart.'], [ours('2026-03-01', 123457, 'XS-1254'), theirs('2026-04-15', 123457, 'RK-1')]],
    [[], [ours('2026-03-01', 123457, 'XS-1254'), theirs('2026-04-16', 123457, 'RK-1')]],
  ])('%p', (said, lines) => expect(told(match(lines))).toEqual(said));
});

describe('lines and documents', () => {
  test.each<[string[], CaseLine[]]>([
    [['confirmed document-total: 300.18 on both sides, 3 days apart.'], [ours('2026-03-01', 10007, 'XS-1001'), ours('2026-03-01', 20011, 'XS-1001'), theirs('2026-03-04', 30018, 'RK-1')]],
    [['confirmed document-total: 3 lines agree one by one.'], [ours('2026-03-01', 10007, 'XS-1001'), ours('2026-03-01', 20011, 'XS-1001'), ours('2026-03-01', 30013, 'XS-1001'), theirs('2026-03-04', 10007, 'RK-1'), theirs('2026-03-04', 20011, 'RK-2'), theirs('2026-03-04', 30013, 'RK-3')]],
    [['confirmed document-group: Both sides name XS-1001. 3 lines agree one by one.'], [ours('2026-03-01', 10007, 'XS-1001'), ours('2026-03-01', 20011, 'XS-1001'), ours('2026-03-01', 30013, 'XS-1001'), theirs('2026-03-04', 10007, 'RK-1', { references: 'XS-1001' }), theirs('2026-03-04', 20011, 'RK-2', { references: 'XS-1001' }), theirs('2026-03-04', 30013, 'RK-3')]],
    [['confirmed document-group: Both sides name XS-1001. 3 documents add up to 600.31. Of 1 combinations tried it is the only one; by chance 0.00008 would be expected.'], [ours('2026-03-01', 10007, 'XS-1001'), ours('2026-03-01', 20011, 'XS-1001'), ours('2026-03-01', 30013, 'XS-1001'), theirs('2026-03-04', 10007, 'RK-1', { references: 'XS-1001' }), theirs('2026-03-04', 20011, 'RK-2', { references: 'XS-1001' }), theirs('2026-03-20', 30013, 'RK-3')]],
    [['confirmed sum: 3 documents add up to 600.31. Of 3 combinations tried it is the only one; by chance 0.00003 would be expected.'], [ours('2026-03-01', 10007, 'XS-1001'), ours('2026-03-02', 20011, 'XS-1002'), ours('2026-03-03', 30013, 'XS-1003'), theirs('2026-03-04', 60031, 'RK-1')]],
    [["confirmed document-group: Both sides name XS-1001. 3 documents add up to 600.31. The customer's line says that it stands for 3 documents. Of 1 combinations tried it is the only one; by chance 0.00005 would be expected."], [ours('2026-03-01', 10007, 'XS-1001'), ours('2026-03-02', 20011, 'XS-1002'), ours('2026-03-03', 30013, 'XS-1003'), theirs('2026-03-04', 60031, 'RK-1', { references: 'XS-1001等3张' })]],
    [[], [ours('2026-03-01', 10007, 'XS-1001'), ours('2026-03-02', 20011, 'XS-1002'), ours('2026-03-03', 30013, 'XS-1003'), theirs('2026-03-04', 60031, 'RK-1', { references: 'XS-1001等4张' })]],
    [['confirmed split-payment: 2 documents add up to 600.31. Of 1 combinations tried it is the only one; by chance 0.00004 would be expected.'], [ours('2026-03-05', -60031, 'SK-1', { kind: 'payment' }), theirs('2026-03-04', -10007, 'FK-1', { kind: 'payment' }), theirs('2026-03-04', -50024, 'FK-2', { kind: 'payment' })]],
    [['confirmed net-of-deductions: 2 documents add up to 600.31. Of 1 combinations tried it is the only one; by chance 0.00004 would be expected.'], [ours('2026-03-05', -50024, 'SK-1', { kind: 'payment' }), ours('2026-03-06', -10007, 'FY-1', { kind: 'rebate' }), theirs('2026-03-04', -60031, 'FK-1', { kind: 'payment' })]],
    [['suggested recognised-difference 0.556: One side booked gross and the other net: 100.07 was deducted. The amount alone could be a coincidence, so you decide.'], [ours('2026-03-05', -50024, 'SK-1', { kind: 'payment' }), theirs('2026-03-04', -60031, 'FK-1', { kind: 'payment' })]],
    [[], [ours('2026-03-01', 10007, 'XS-1001'), ours('2026-03-01', 20011, 'XS-1002'), theirs('2026-05-01', 30018, 'RK-1')]],
  ])('%p', (said, lines) => expect(told(match(lines))).toEqual(said));
});

describe('rarer readings', () => {
  const said = (...lines: readonly CaseLine[]) => told(match(lines));
  const payment = { kind: 'payment' as const };

  test('a payment of which a receipt is named and the rest was deducted without a name', () => {
    expect(said(theirs('2026-03-04', -60031, 'FK-1001', payment), ours('2026-03-05', -50024, 'SK-1', { ...payment, references: 'FK-1001' }), ours('2026-03-06', -10007, 'FY-1', { kind: 'rebate' }))).toEqual(['confirmed net-of-deductions: Both sides name FK-1001. 2 lines agree one by one.']);
  });
  test('numbers one slip apart, and amounts near each other', () => {
    expect(said(ours('2026-03-01', 123457, 'XS-1254'), theirs('2026-03-03', 117113, 'RK-1', { references: 'XS-1245' }))[0]).toMatch(/^suggested recognised-difference/);
    expect(said(ours('2026-03-01', 123457, 'XS-1254'), theirs('2026-03-03', 107113, 'RK-1', { references: 'XS-1245' }))).toEqual([]);
  });
  test('a number without letters, one slip apart', () => expect(said(ours('2026-03-01', 123457, '1254'), theirs('2026-03-03', 123457, 'RK-1', { references: '1245' }))).toEqual(['confirmed similar-number: 1245 is one slip of the hand from 1254. 1,234.57 on both sides, 2 days apart.']));
  test('what names crosswise and does not agree as a whole is no match as a whole', () => {
    const run = match([ours('2026-03-01', 10007, 'XS-2001'), ours('2026-03-01', 25013, 'XS-2002'), theirs('2026-03-03', 20011, 'RK-1', { references: 'XS-2001/2002' }), theirs('2026-03-03', 15999, 'RK-2', { references: 'XS-2001/2002' })]);
    expect(run.result.matches.filter((each) => each.status === 'confirmed' && each.ours.length === 2 && each.theirs.length === 2)).toEqual([]);
  });
  test('money that belongs to another account is not taken for a neighbour of nearly its amount', () => {
    const run = match([ours('2026-03-16', -5200031, 'SK-14', { ...payment, customer: 'North' }), theirs('2026-03-15', -5200000, 'FK-55', { ...payment, customer: 'North' }), theirs('2026-03-14', -5200031, 'FK-56', { ...payment, customer: 'South' }), ours('2026-03-01', 7, 'XS-1', { customer: 'South' })]);
    expect([matchesSaid(run), itemsSaid(run).filter((text) => text.startsWith('misposted')).length]).toEqual([[], 2]);
    expect(matchesSaid(match([ours('2026-03-16', -5200031, 'SK-14', payment), theirs('2026-03-15', -5200000, 'FK-55', payment)]))).toEqual(['1=1 suggested recognised-difference']);
  });
  test('a second booking is not taken for another delivery of nearly its amount', () => {
    const run = match([ours('2026-03-01', 123457, 'XS-2001'), theirs('2026-03-03', 123457, 'RK-1', { references: 'XS-2001' }), theirs('2026-03-05', 123457, 'RK-2', { references: 'XS-2001' }), ours('2026-03-04', 123400, 'XS-2002')]);
    expect([matchesSaid(run), itemsSaid(run)]).toEqual([['1=1 confirmed document-number'], ['duplicate theirs =2 -1234.57', 'in-transit-goods ours 2= 1234.00']]);
  });
  test('two equal lines that are both needed for the sum, and a third that is not', () => {
    expect(matchesSaid(match([ours('2026-03-01', 40000, 'XS-2001'), ...[10000, 10000, 20000, 5001].map((amount, at) => theirs('2026-03-03', amount, `RK-${at}`, { references: 'XS-2001' }))]))).toEqual(['1=1+2+3 confirmed document-group']);
  });
  test('a document whose lines name different deliveries in their memos', () => {
    const lines = [theirs('2026-03-03', 10007, 'RK-9', { memo: 'XS-1001' }), theirs('2026-03-03', 20011, 'RK-9', { memo: 'XS-1002' }), theirs('2026-03-03', 30013, 'RK-9', { memo: 'XS-1003~1004' }), ours('2026-03-01', 10007, 'XS-1001'), ours('2026-03-01', 20011, 'XS-1002'), ours('2026-03-01', 13, 'XS-1003'), ours('2026-03-01', 30000, 'XS-1004')];
    expect(matchesSaid(match(lines))).toEqual(['1+2+3+4=1+2+3 confirmed document-group']);
  });
  test('a day of many lines: those of one number are one document', () => {
    const lines = Array.from({ length: 14 }, (_, at) => [ours('2026-03-01', 1000 + 7 * at, `XS-${1001 + (at >> 1)}`), theirs('2026-03-02', 1000 + 7 * at, `RK-${at}`, { references: `XS-${1001 + (at >> 1)}` })]).flat();
    expect(matchesSaid(match(lines))).toEqual(Array.from({ length: 7 }, (_, at) => `${2 * at + 1}+${2 * at + 2}=${2 * at + 1}+${2 * at + 2} confirmed document-group`).sort());
  });
  test('lines without a day', () => {
    const undated = (each: CaseLine): CaseLine => ({ ...each, day: 0 });
    expect(matchesSaid(match([undated(ours('2026-03-01', 123457, 'XS-1001')), theirs('2026-03-04', 123457, 'RK-1'), ours('2026-03-01', 77777, 'XS-1002'), undated(theirs('2026-03-04', 77777, 'RK-2', { references: 'XS-1002' }))]))).toEqual(['1=1 confirmed unique-amount', '2=2 confirmed document-number']);
  });
  test('of many small deliveries those nearest in time are tried, and that is said', () => {
    const deliveries = Array.from({ length: 30 }, (_, at) => ours(`2026-03-${String(at + 1).padStart(2, '0')}`, 10001 + 37 * at * at, `XS-${1001 + at}`));
    const run = match([...deliveries, theirs('2026-03-16', 10001 + 37 * 14 * 14 + 10001 + 37 * 13 * 13, 'RK-1')]);
    expect([matchesSaid(run).length, run.result.limits.map((message) => message.code)]).toEqual([1, ['matching.limit.sums']]);
  });
  test('an order of numbers that has shown itself makes the one in its place likelier', () => {
    const pairs = Array.from({ length: 10 }, (_, at) => [ours(`2026-03-${10 + at}`, 5003 + 11 * at, `XS-${2001 + at}`), theirs(`2026-03-${11 + at}`, 5003 + 11 * at, `RK-${7001 + at}`, { references: at === 4 || at === 5 ? '' : `XS-${2001 + at}` })]).flat();
    const twins = pairs.map((each) => (each.amountMinor === 5003 + 44 || each.amountMinor === 5003 + 55 ? { ...each, amountMinor: 9999, day: day('2026-03-14') } : each));
    const run = match(twins);
    expect(matchesSaid(run).filter((text) => !text.includes('document-number'))).toEqual(['5=5 suggested unique-amount', '6=6 suggested unique-amount']);
    expect(told(run).filter((text) => text.includes('unique-amount'))[0]).toMatch(/order/);
  });
});

describe('sums', () => {
  const said = (...lines: readonly CaseLine[]) => told(match(lines));
  const five = [10057, 20391, 30013, 40719, 50121].map((amount, at) => ours(`2026-03-0${at + 1}`, amount, `XS-100${at}`));
  const payment = { kind: 'payment' as const };

  test('are counted among the sets of their size and smaller ones', () => {
    expect(said(...five, theirs('2026-03-06', 70512, 'RK-1'))).toEqual(['confirmed sum: 2 documents add up to 705.12. Of 10 combinations tried it is the only one; by chance 0.0007 would be expected.']);
    expect(said(...five, theirs('2026-03-06', 100897, 'RK-1'))).toEqual(['confirmed sum: 3 documents add up to 1,008.97. Of 20 combinations tried it is the only one; by chance 0.0001 would be expected.']);
    expect(match([...five, theirs('2026-03-06', 70512, 'RK-1')]).result.limits).toEqual([]);
  });
  test('of ours are several of theirs, of theirs several of ours', () => {
    expect(matchesSaid(match([theirs('2026-03-02', 10007, 'RK-1'), theirs('2026-03-02', 20011, 'RK-2'), theirs('2026-03-03', 7, 'RK-3'), ours('2026-03-01', 30018, 'XS-1')]))).toEqual(['1=1+2 confirmed sum']);
    expect(matchesSaid(match([ours('2026-03-01', 10007, 'XS-1'), ours('2026-03-01', 20011, 'XS-2'), ours('2026-03-01', 7, 'XS-3'), theirs('2026-03-03', 30018, 'RK-1')]))).toEqual(['1+2=1 confirmed sum']);
  });
  test('of credit notes are no payment less its deductions', () => expect(matchesSaid(match([ours('2026-03-01', -10007, 'FY-1', { kind: 'rebate' }), ours('2026-03-01', -20011, 'FY-2', { kind: 'rebate' }), theirs('2026-03-03', -30018, 'FK-1', { kind: 'rebate' })]))).toEqual(['1+2=1 confirmed sum']));
  test('that are named in part are a payment in parts', () => {
    expect(matchesSaid(match([ours('2026-03-05', -10007, 'SK-1', { ...payment, references: 'FK-901' }), ours('2026-03-06', -20011, 'SK-2', payment), ours('2026-03-06', -30013, 'SK-3', payment), theirs('2026-03-04', -60031, 'FK-901', payment)]))).toEqual(['1+2+3=1 confirmed split-payment']);
  });
  test('of whole amounts are confirmed where a number in common speaks for them', () => {
    const whole = (references: string) => matchesSaid(match([ours('2026-03-01', 10000, 'XS-1', { references }), ours('2026-03-02', 20000, 'XS-2', { references }), theirs('2026-03-03', 30000, 'RK-1', { references })]));
    expect([whole(''), whole('PO-900')]).toEqual([['1+2=1 suggested sum'], ['1+2=1 confirmed sum']]);
  });
  test('are looked for among neighbours in the order of numbers, where the two sides run parallel', () => {
    const parallel = Array.from({ length: 10 }, (_, at) => [ours('2026-03-01', 90001 + at, `XS-${2001 + 10 * at}`), theirs('2026-03-02', 90001 + at, `RK-${7001 + 10 * at}`, { references: `XS-${2001 + 10 * at}` })]).flat();
    const inPlace = [ours('2026-03-01', 11239, 'XS-2045'), ours('2026-03-01', 23417, 'XS-2046'), theirs('2026-03-02', 34656, 'RK-7046')];
    const summed = (...lines: readonly CaseLine[]) => said(...parallel, ...lines).filter((text) => text.includes('sum'));
    expect(summed(...inPlace, ...five)).toEqual([expect.stringMatching(/^confirmed sum: 2 documents add up to 346.56. Of 1 combinations tried/)]);
    // None of those in place: all of the time are tried.
    expect(summed(...five, theirs('2026-03-02', 70512, 'RK-7046'))).toEqual([expect.stringMatching(/^confirmed sum: 2 documents add up to 705.12. Of 10 combinations tried/)]);
    expect(summed(ours('2026-03-01', 777, 'XS-2045'), ours('2026-03-01', 888, 'XS-2046'), ...five, theirs('2026-03-02', 70512, 'RK-7046'))).toEqual([expect.stringMatching(/^confirmed sum: 2 documents add up to 705.12. Of 21 combinations tried/)]);
  });
  test('are not looked for where a line names a paper that has its booking: it is a second one', () => {
    const run = match([ours('2026-03-01', 30018, 'XS-109'), theirs('2026-03-02', 30018, 'RK-1', { references: 'XS-109' }), ours('2026-03-01', 10007, 'XS-101'), ours('2026-03-02', 20011, 'XS-102'), theirs('2026-03-03', 30018, 'RK-2', { references: 'XS-109' })]);
    expect([matchesSaid(run), itemsSaid(run)]).toEqual([['1=1 confirmed document-number'], ['duplicate theirs =2 -300.18', 'in-transit-goods ours 2= 100.07', 'in-transit-goods ours 3= 200.11']]);
  });
  test('of so many that not all sizes are tried: that is said', () => {
    const deliveries = Array.from({ length: 20 }, (_, at) => ours('2026-03-01', 10001 + 37 * at * at, `XS-${1001 + at}`));
    const { limits } = match([...deliveries, theirs('2026-03-02', 990_007, 'RK-1'), theirs('2026-03-02', 880_003, 'RK-2')]).result;
    expect(limits.map((message) => say(message, 'en'))).toEqual([expect.stringMatching(/2 .*9,900.07/)]);
  });
});

describe('what is suggested', () => {
  test('shows the other readings, the likeliest first, five at most, and none that is ten times less likely', () => {
    const onDays = (...days: readonly number[]) => match([...days.map((of, at) => ours(`2026-03-${String(of).padStart(2, '0')}`, 123457, `XS-${1001 + 7 * at}`)), theirs('2026-03-31', 123457, 'RK-1')]);
    const others = (run: Run) => run.result.matches.map((each) => [each.ours, ...each.alternatives.map((other) => other.ours), ...each.alternatives.map((other) => other.theirs)].map((entries) => entries.join()).join(' '));
    expect(others(onDays(25, 27, 29, 26))).toEqual(['2 1 3 0 0 0 0']);
    expect(others(onDays(22, 23, 24, 25, 26, 27, 28, 29))).toEqual(['7 6 5 4 3 2 0 0 0 0 0']);
    expect(others(onDays(1, 27, 29))).toEqual(['2 1 0']);
  });
  test('may make another one worth saying', () => {
    const payment = { kind: 'payment' as const };
    const [gross, net, whole] = [theirs('2026-03-04', -60031, 'FK-1', payment), ours('2026-03-05', -50024, 'SK-1', payment), [ours('2026-03-05', -500000, 'SK-2', payment), theirs('2026-03-04', -500000, 'FK-2', payment)]];
    expect(matchesSaid(match([gross, net, ...whole]))).toEqual(['1=1 suggested recognised-difference', '2=2 suggested unique-amount']);
  });
  test('is not called a coincidence where its number speaks for it', () => {
    expect(told(match([ours('2026-03-01', 123457, 'XS-1254'), theirs('2026-03-03', 117113, 'RK-1', { references: 'XS-1245' })]))).toEqual(['suggested recognised-difference 0.940: Numbers and dates fit; the amounts are 63.44 apart for no reason we recognise.']);
  });
});

test('how sure: the odds against coincidence, and never quite', () => {
  const confidences = (...lines: readonly CaseLine[]) => match(lines).result.matches.map(({ confidence }) => confidence);
  // Tax at one of seven rates, a cent either way: 42 amounts of 3 × 113.01; a twentieth of bookings differ; odds 0.05 over a tenth of that.
  const odds = 0.5 / (42 / (3 * 11301));
  expect(confidences(ours('2026-03-01', 11301, 'XS-1'), theirs('2026-03-02', 10001, 'RK-1'))).toEqual([expect.closeTo(odds / (1 + odds), 6)]);
  expect(confidences(ours('2026-03-01', 123457, 'XS-1'), theirs('2026-03-02', 123457, 'RK-1'))).toEqual([0.999]);
});

test('differences stand in the list the surest first', () => {
  const lines = [ours('2026-03-01', 123457, 'XS-1001'), theirs('2026-03-02', 111111, 'RK-1', { references: 'XS-1001' }), ours('2026-03-05', 1240000, 'XS-1002'), theirs('2026-03-06', 1420000, 'RK-2', { references: 'XS-1002' })];
  for (const rows of [lines, [...lines].reverse()]) expect(match(rows).result.items.map(({ category, amountMinor }) => `${category} ${amountMinor}`)).toEqual(['amount-difference -180000', 'amount-difference 12346']);
});

describe('what people decided', () => {
  const lines = [ours('2026-03-01', 10007, 'XS-1001'), ours('2026-03-01', 20011, 'XS-1001'), ours('2026-03-09', 999, 'XS-1002', { customer: 'Other' }), theirs('2026-03-04', 10007, 'RK-1'), theirs('2026-03-04', 20011, 'RK-2', { references: 'XS-1001' }), theirs('2026-04-04', 999, 'RK-3', { customer: 'Other' })];
  const keys = new EntryKeys(booksFromLines(lines));
  const decision = (our: readonly number[], their: readonly number[], more = {}) => ({ ourKeys: our.map((entry) => keys.keyOf('ours', entry)), theirKeys: their.map((entry) => keys.keyOf('theirs', entry)), decision: 'accepted' as const, note: '', ...more });
  const said = (decisions: readonly ReturnType<typeof decision>[], asOf?: string) => match(lines, { annotations: { matchDecisions: decisions }, ...(asOf ? { asOf: day(asOf) } : {}) });

  test('may tie single lines of a document: the rest of it stays free', () => expect(matchesSaid(said([decision([0], [0])]))).toEqual(['1=1 confirmed manual', '2=2 confirmed document-number', '3=3 confirmed unique-amount']));
  test('is told with the note', () => expect([told(said([decision([0], [0], { note: 'by phone' })]))[0], told(said([decision([0], [0])]))[0]]).toEqual(['confirmed manual: Accepted by the user: by phone', 'confirmed manual: Accepted by the user.']));
  test('may leave a difference, which is an item', () => expect(itemsSaid(said([decision([0], [1])]))).toEqual(['amount-difference both 1=2 -100.04', 'in-transit-goods ours 2= 200.11', 'unexplained theirs =1 -100.07']));
  test('may take an opening balance, which then is matched no more', () => {
    const opened = [ours('2025-12-31', 500, '', { kind: 'opening' }), ours('2025-12-31', 70, '', { kind: 'opening' }), theirs('2025-12-31', 500, '', { kind: 'opening' })];
    const openKeys = new EntryKeys(booksFromLines(opened));
    const matchDecisions = [{ ourKeys: [openKeys.keyOf('ours', 0)], theirKeys: [openKeys.keyOf('theirs', 0)], decision: 'accepted' as const, note: '' }];
    expect([matchesSaid(match(opened)), matchesSaid(match(opened, { annotations: { matchDecisions } })), itemsSaid(match(opened, { annotations: { matchDecisions } }))]).toEqual([['1+2=1 confirmed opening'], ['1=1 confirmed manual'], ['opening-difference both 2= 0.70']]);
    expect(told(match(opened))).toEqual(['confirmed opening: Opening balance against opening balance.']);
  });
  test('may refuse that the openings are each other', () => {
    const opened = [ours('2025-12-31', 500, '', { kind: 'opening' }), theirs('2025-12-31', 450, '', { kind: 'opening' })];
    const openKeys = new EntryKeys(booksFromLines(opened));
    const matchDecisions = [{ ourKeys: [openKeys.keyOf('ours', 0)], theirKeys: [openKeys.keyOf('theirs', 0)], decision: 'rejected' as const, note: '' }];
    expect([matchesSaid(match(opened, { annotations: { matchDecisions } })), itemsSaid(match(opened, { annotations: { matchDecisions } }))]).toEqual([[], ['opening-difference both 1=1 0.50']]);
    expect([matchesSaid(match(opened.slice(0, 1))), matchesSaid(match([opened[1], ours('2026-01-01', 7, 'XS-1')])), itemsSaid(match([opened[1], ours('2026-01-01', 7, 'XS-1')]))]).toEqual([[], [], ['in-transit-goods ours 1= 0.07', 'opening-difference both =1 -4.50']]);
  });
  test('of several lines stands in the order of their rows, whatever order it was said in', () => {
    expect(said([decision([1, 0], [1, 0])]).result.matches.filter(({ rule }) => rule === 'manual').map((each) => [each.ours, each.theirs, each.decision])).toEqual([[[0, 1], [0, 1], 'accepted']]);
    expect(said([decision([0], [0])]).result.matches.map((each) => each.decision)).toEqual(['accepted', null, null]);
  });
  test('of two that claim one of several entries the first holds', () => {
    const manual = (...decisions: readonly ReturnType<typeof decision>[]) => matchesSaid(said(decisions)).filter((text) => text.includes('manual'));
    expect([manual(decision([0], [0]), decision([0, 1], [1])), manual(decision([0], [0]), decision([1], [0, 1]))]).toEqual([['1=1 confirmed manual'], ['1=1 confirmed manual']]);
  });
  test('of two that claim one entry the first holds', () => expect(matchesSaid(said([decision([0], [1]), decision([1], [1])])).filter((text) => text.includes('manual'))).toEqual(['1=2 confirmed manual']));
  test('is left out where its entries are gone, of two accounts, or of a later day', () => {
    const manual = (decisions: readonly ReturnType<typeof decision>[], asOf?: string) => matchesSaid(said(decisions, asOf)).filter((text) => text.includes('manual'));
    expect([manual([decision([0], [2])]), manual([{ ...decision([0], [0]), ourKeys: ['gone'] }]), manual([decision([2], [2])], '2026-03-31'), manual([decision([2], [2])]), manual([decision([], [])]), manual([{ ...decision([0], [0]), ourKeys: ['gone', keys.keyOf('ours', 0)] }]), manual([decision([0], [0])], '2026-03-02')]).toEqual([[], [], [], ['3=3 confirmed manual'], [], [], []]);
  });
  test('against a match holds for that match alone', () => expect(matchesSaid(said([{ ...decision([0, 1], [0, 1]), decision: 'rejected' as never }]))).toEqual(['1+2=2 suggested recognised-difference', '3=3 confirmed unique-amount']));
});

describe('a run', () => {
  const customers = ['North', 'South'].flatMap((customer) => [ours('2026-03-01', 123457, 'XS-1', { customer }), theirs('2026-03-02', 123457, 'RK-1', { customer })]);
  const options = { asOf: day('2026-03-31'), settings: DEFAULT_MATCHING_SETTINGS, annotations: NO_ANNOTATIONS };

  test('tells whom it is at, and stops when asked', () => {
    const told: string[] = [];
    matchBooks(booksFromLines([...customers, ours('2026-03-01', 1, 'XS-9', { customer: 'Silent' })]), { ...options, onCustomer: (done, total, name) => told.push(`${done} of ${total}: ${name}`) });
    expect(told).toEqual(['0 of 2: North', '1 of 2: South']);
    expect(() => matchBooks(booksFromLines(customers), { ...options, isCancelled: () => told.push('asked') > 2 })).toThrow();
  });
  test('matches stand in the order of our rows, accounts by customer and currency, with both balances', () => {
    const { result } = match([ours('2025-12-31', 50, '', { kind: 'opening' }), ours('2026-03-02', 222233, 'XS-2'), ours('2026-03-01', 111177, 'XS-1'), theirs('2026-03-03', 111177, 'RK-1'), theirs('2026-03-03', 222233, 'RK-2'), ours('2026-03-03', 7, 'XS-3', { currency: 'USD' })]);
    expect(result.matches.map((each) => each.ours)).toEqual([[1], [2]]);
    expect(result.accounts.map(({ currency, ours: our, theirs: their, differenceMinor, hasTheirs }) => [currency, our, their, differenceMinor, hasTheirs])).toEqual([
      ['CNY', { openingMinor: 50, closingMinor: 333460, entryCount: 3 }, { openingMinor: 0, closingMinor: 333410, entryCount: 2 }, 50, true], ['USD', { openingMinor: 0, closingMinor: 7, entryCount: 1 }, { openingMinor: 0, closingMinor: 0, entryCount: 0 }, 7, false],
    ]);
    expect(result.items.map((item) => say(item.explanation, 'en'))).toEqual(['The books opened 0.50 apart: 0.50 with us, 0.00 with the customer.']);
  });
  test('an empty statement is a ledger with nothing in it', () => {
    const books = { ...booksFromLines([ours('2026-03-01', 100, 'XS-1')]), sheets: [{ role: 'customer-ledger', customer: 0, currency: 'CNY' } as never] };
    expect(matchBooks(books, options).accounts[0].hasTheirs).toBe(true);
  });
  test('says where a search was cut short', () => {
    const many = Array.from({ length: 31 }, (_, at) => [ours('2026-03-01', 5000, `XS-${1000 + 3 * at}`), theirs('2026-03-02', 5000, `RK-${5000 + 7 * at}`)]).flat();
    expect(match(many).result.limits.map((message) => say(message, 'en'))).toEqual(['Customer: 1 amounts occur so often (up to 50.00) that only entries near in time were compared.']);
  });
  test('what cancels out on their side too, in the order of rows', () => {
    const run = match([theirs('2026-03-02', 900, 'RK-5'), theirs('2026-03-02', -900, 'RK-5', { kind: 'return' }), theirs('2026-03-01', 700, 'RK-4'), theirs('2026-03-03', -700, 'RK-4', { kind: 'return' }), ours('2026-03-01', 123457, 'XS-1'), theirs('2026-03-02', 123457, 'RK-1')]);
    expect(run.result.matches.map((each) => `${each.ours.join()}=${each.theirs.join()} ${each.rule} ${each.evidence.map((message) => say(message, 'en')).join()}`)).toEqual([
      '0=4 unique-amount 1,234.57 on both sides, 1 day apart.', '=0,1 nets-to-zero The lines cancel out; the other side has nothing to book.', '=2,3 nets-to-zero The lines cancel out; the other side has nothing to book.',
    ]);
  });
  test('one number booked twice does not cancel out', () => expect(matchesSaid(match([ours('2026-03-01', 5000, 'XS-1'), ours('2026-03-09', 5000, 'XS-1'), theirs('2026-03-02', 7, 'RK-1')]))).toEqual([]));
  test('an exchange is nothing to book, unless a line that is still open names it', () => {
    const exchange = [ours('2026-03-01', 5000, 'HH-900'), ours('2026-03-01', -5000, 'HH-900', { kind: 'return' })];
    expect(matchesSaid(match([...exchange, theirs('2026-03-03', 999, 'RK-1', { references: 'HH-900' })]))).toEqual([]);
    expect(matchesSaid(match([...exchange, ours('2026-03-01', 999, 'XS-901'), theirs('2026-03-03', 999, 'RK-1', { references: 'XS-901' }), theirs('2026-03-03', 0, 'RK-2', { references: 'HH-900' }), theirs('2026-03-04', 0, 'RK-2', { references: 'HH-900' })]))).toEqual(expect.arrayContaining(['3=1 confirmed document-number']));
    expect(matchesSaid(match([...exchange, ours('2026-03-01', 999, 'XS-901'), theirs('2026-03-03', 999, 'RK-1', { references: 'XS-901/HH-900' })]))).toEqual(['1+2= confirmed nets-to-zero', '3=1 confirmed document-number']);
  });
  test('a booking and its reversal under one number leave nothing', () => {
    expect(matchesSaid(match([ours('2026-03-01', 5000, 'XS-1'), ours('2026-03-09', -5000, 'XS-1', { kind: 'return' }), ours('2026-03-09', -5000, 'XS-2', { kind: 'return' }), theirs('2026-03-02', 7, 'RK-1')]))).toEqual(['1+2= confirmed nets-to-zero']);
  });
});

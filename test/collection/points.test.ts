/** Each factor moves the order for its own reason: two customers alike but for one thing. */
import { say } from '../../src/texts';
import { FACTORS, type Factor, type PlanRow } from '../../src/collection/plan';
import { day, order, rowOf, rowsByName, type CustomerCase } from './trade';

const plain: CustomerCase = { owes: [{ amount: 10000, overdue: 30 }] };
const differing = (a: PlanRow, b: PlanRow): Factor[] => FACTORS.filter((factor) => partOf(a, factor).points !== partOf(b, factor).points);
const partOf = (row: PlanRow, factor: Factor) => row.parts.find((part) => part.factor === factor) as PlanRow['parts'][number];
const wordsOf = (row: PlanRow, factor: Factor) => say(partOf(row, factor).text, 'en');

describe('one factor at a time', () => {
  it.each<[Factor, CustomerCase, CustomerCase, string]>([
    ['age', { owes: [{ amount: 10000, overdue: 60 }] }, plain, '60 days overdue on average'],
    ['amount', { owes: [{ amount: 40000 }] }, plain, 'CNY 40,000.00 to ask for; the largest is 40,000.00'],
    ['kind', { owes: [{ amount: 10000, class: 'doubtful' }] }, plain, 'Mostly Doubtful'],
    ['likelihood', plain, { owes: [{ amount: 10000, likelihood: 0.95 }] }, '50% likely within 30 days'],
    ['broken-promise', { ...plain, note: { promisedDay: day('2026-09-15'), promisedMinor: 800000, openThenMinor: 1000000, writtenDay: day('2026-08-31') } }, plain, 'CNY 8,000.00 promised for 2026-09-15; 0.00 has come'],
    ['limitation', { owes: [{ amount: 10000, overdue: 1096 - 45 }], signed: null, master: { lastReconciledDay: day('2023-11-30'), reconcileEveryMonths: 60 } }, { owes: [{ amount: 10000, overdue: 1096 - 45 }], master: { reconcileEveryMonths: 60 } }, 'Limitation date 2026-11-30, 61 days away'],
    ['agreement-missing', { ...plain, master: { agreementDay: null, place: '' } }, { ...plain, master: { payDay: 31 } }, 'Terms missing from the agreement: 3'],
    ['reconciliation-overdue', { ...plain, signed: day('2025-12-31') }, plain, 'Reconciliation was due on 2026-06-30, 92 days ago'],
    ['distance', { ...plain, master: { payDay: 31, distanceKm: 10 } }, { ...plain, master: { payDay: 31, distanceKm: 100 } }, '20 km there and back, for this customer alone'],
  ])('%s', (factor, more, less, words) => {
    const customers = { Less: { ...less, master: { region: 'South', rep: 'Zhao', ...less.master } }, More: { ...more, master: { region: 'North', ...more.master } } };
    const rows = rowsByName(customers);
    expect(order(customers)).toEqual(['More', 'Less']);
    expect(differing(rows.More, rows.Less)).toEqual([factor]);
    expect(wordsOf(rows.More, factor)).toBe(words);
    const without = rowsByName(customers, { settings: { weights: weightsWithout(factor) } });
    expect(without.More.points).toBe(without.Less.points);
  });
});

function weightsWithout(factor: Factor): Record<Factor, number> {
  return { age: 30, amount: 30, kind: 10, likelihood: 15, 'broken-promise': 20, limitation: 25, 'agreement-missing': 5, 'reconciliation-overdue': 5, distance: 15, [factor]: 0 };
}

describe('the points', () => {
  it('are the sum of their parts, to the tenth', () => {
    const row = rowOf({ owes: [{ amount: 12345.67, overdue: 77, likelihood: 0.37, class: 'doubtful' }, { amount: 99, overdue: -3 }], master: { payDay: 25, distanceKm: 33, place: '' }, signed: day('2025-11-11') });
    expect(row.parts.map((part) => part.factor)).toEqual(FACTORS);
    expect(row.points).toBeCloseTo(row.parts.reduce((sum, part) => sum + part.points, 0), 9);
    expect(Math.round(row.points * 10)).toBe(row.points * 10);
  });

  it('age: half a year overdue has all of them, more does not add', () => {
    expect([90, 180, 400].map((overdue) => partOf(rowOf({ owes: [{ amount: 1, overdue }] }), 'age').points)).toEqual([15, 30, 30]);
  });

  it('age: by amount, so that a crumb left over does not make a customer old', () => {
    expect(partOf(rowOf({ owes: [{ amount: 9900, overdue: 9 }, { amount: 100, overdue: 909 }] }), 'age').points).toBe(3);
  });

  it('amount: a quarter of the largest has half of them; each currency has its own largest', () => {
    const rows = rowsByName({ Big: { owes: [{ amount: 40000 }] }, Small: { owes: [{ amount: 10000 }] }, Taiwan: { owes: [{ amount: 500, currency: 'TWD' }] } });
    expect([rows.Big, rows.Small, rows.Taiwan].map((row) => partOf(row, 'amount').points)).toEqual([30, 15, 30]);
  });

  it('likelihood: none for what is sure to come, and none for what is lost', () => {
    expect([0, 0.5, 1].map((likelihood) => partOf(rowOf({ owes: [{ amount: 1, likelihood }] }), 'likelihood').points)).toEqual([0, 15, 0]);
  });

  it('broken promise: by the share that has not come', () => {
    const promised = { promisedDay: day('2026-09-15'), promisedMinor: 800000, openThenMinor: 1600000, writtenDay: day('2026-08-31') };
    expect(partOf(rowOf({ ...plain, note: promised, lines: [{ day: day('2026-09-14'), amount: -2000, kind: 'payment' }] }), 'broken-promise').points).toBe(15);
  });

  it('limitation: from the first day of warning to the last', () => {
    const points = (left: number) => partOf(rowOf({ owes: [{ amount: 1, overdue: 1096 - left }], signed: null }), 'limitation').points;
    expect([91, 90, 0, -1].map(points)).toEqual([0, 12.5, 25, 0]);
  });

  it('a changed weight changes the order', () => {
    const customers = { Old: { owes: [{ amount: 1000, overdue: 170 }] }, Large: { owes: [{ amount: 40000, overdue: 5 }] } };
    expect(order(customers, { settings: { weights: { ...weightsWithout('limitation'), age: 40, amount: 5 } } })).toEqual(['Old', 'Large']);
    expect(order(customers, { settings: { weights: { ...weightsWithout('limitation'), age: 5, amount: 40 } } })).toEqual(['Large', 'Old']);
  });

  it('alike to the point: by name', () => {
    expect(order({ B: plain, A: plain })).toEqual(['A', 'B']);
  });
});

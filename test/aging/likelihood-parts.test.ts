/** The parts of likelihood, each by figures that can be worked out by hand. */
import { dayOfMonth, daysOfMonthWithin } from '../../src/aging/likelihood/calendar';
import { compareLikelihood, outcomesIn } from '../../src/aging/likelihood/comparison';
import { episodesOf } from '../../src/aging/likelihood/episodes';
import { logit, sigmoid } from '../../src/aging/likelihood/logistic';
import { learnLikelihood } from '../../src/aging/likelihood/model';
import { paceOn } from '../../src/aging/likelihood/pace';
import { payDaysOf } from '../../src/aging/likelihood/pay-day';
import { Queues } from '../../src/aging/likelihood/queue';
import { FEATURE_COUNT, Snapshot, type Subject } from '../../src/aging/likelihood/snapshot';
import { studentAbove } from '../../src/aging/likelihood/student';
import { GroupedSurvival, Survival, firstAbove, sortAscending } from '../../src/aging/likelihood/survival';
import type { CaseLine } from '../../src/ledger/ledger-builder';
import { formatIsoDay } from '../../src/units/day';
import { day, line, settled } from '../settlement/support';
import { aged } from './support';

const AS_OF = day('2026-06-30');
/** A debit of a customer: due on 1 March unless said otherwise, booked thirty days before, paid so many days late by a payment that names it, or open. */
interface Life {
  readonly customer?: string;
  readonly late?: number | null;
  readonly due?: string;
  readonly amount?: number;
  readonly productClass?: string;
  readonly disputed?: boolean;
}
const livesOf = (lives: readonly Life[]): CaseLine[] => lives.flatMap(({ customer = 'A', late = null, due = '2026-03-01', amount = 100, productClass = '', disputed = false }, at) => {
  const dueDay = day(due);
  const invoice = { ...line(due, `XS-${1000 + at}`, amount, { customer, productClass, disputed }), day: dueDay - 30, dueDay };
  return late === null ? [invoice] : [invoice, { ...line(due, `SK-${1000 + at}`, -amount, { customer, memo: `XS-${1000 + at}` }), day: dueDay + late }];
});
const observed = (lives: readonly Life[], sampleMax = 8000, books = {}) => {
  const { books: made, settlement } = settled(livesOf(lives), { asOf: '2026-06-30', books });
  return { books: made, settlement, ...episodesOf(made, settlement, sampleMax) };
};
const late = (customer: string, ...days: readonly number[]): Life[] => days.map((each) => ({ customer, late: each }));

describe('episodes', () => {
  test('stand by customer, in order of booking, with what was known of each', () => {
    const { all, books } = observed([{ customer: 'B', late: 5, due: '2026-03-10', productClass: 'TV' }, { customer: 'A', late: 30, due: '2026-03-01', productClass: 'Fan', disputed: true }, { customer: 'B', due: '2026-02-10', amount: 70 }]);
    const names = Array.from({ length: all.count }, (_, i) => `${books.customers[all.customer[i]].name} ${all.classNames[all.productClass[i]]} ${all.amountMinor[i]} due ${formatIsoDay(all.dueDay[i])} ${all.settledDay[i] > AS_OF ? 'open' : formatIsoDay(all.settledDay[i])}${all.disputed[i] ? ' disputed' : ''}`);
    expect(names).toEqual(['B  7000 due 2026-02-10 open', 'B TV 10000 due 2026-03-10 2026-03-15', 'A Fan 10000 due 2026-03-01 2026-03-31 disputed']);
    expect([[...all.starts], all.classNames, [...all.settledDayOfMonth]]).toEqual([[0, 2, 3], ['', 'Fan', 'TV'], [0, 15, 31]]);
  });

  test('a part payment tells when money first came; what came by order of age alone is marked', () => {
    const { books, settlement } = settled([line('2026-01-01', 'XS-1001', 100), line('2026-01-10', 'XS-1002', 50), line('2026-02-05', 'SK-1', -30, { memo: 'XS-1001' }), line('2026-02-10', 'SK-2', -20), line('2026-02-20', 'SK-3', -50, { memo: 'XS-1002' })]);
    const { all } = episodesOf(books, settlement, 8000);
    expect([Array.from(all.firstPaidDay, formatIsoDay), [...all.settledInOrder]]).toEqual([['2026-02-05', '2026-02-20'], [1, 0]]);
  });

  test('of many, whole customers are looked at, every so many by name', () => {
    const { sample, all, books } = observed(['D', 'C', 'B', 'A'].flatMap((customer) => late(customer, 1, 2)), 4);
    expect([all.count, new Set(Array.from(sample.customer, (customer) => books.customers[customer].name))]).toEqual([8, new Set(['A', 'C'])]);
    expect(sample.count).toBe(4);
  });
});

describe('pace', () => {
  const paceOf = (lives: readonly Life[], on = AS_OF) => paceOn(observed(lives).all, on);

  test('a mean per customer, drawn toward that of all as far as customers are alike', () => {
    // Within: 8. Between: (100 − 8) ÷ 2 = 46. Pull: 8 ÷ 46; mean of A: (20 + 15 × 8 ÷ 46) ÷ (2 + 8 ÷ 46) = 10.4.
    const pace = paceOf([...late('A', 8, 12), ...late('B', 18, 22), { customer: 'New' }]);
    expect(pace.meanAll).toBe(15);
    expect(pace.pull).toBeCloseTo(8 / 46, 12);
    expect([...pace.mean]).toEqual([expect.closeTo(10.4, 12), expect.closeTo(19.6, 12), 15]);
    // A's squares around 10.4 are 8.32; with five of the others' 8: 48.32 ÷ 7, and the doubt about its mean.
    expect([...pace.scatter]).toEqual([expect.closeTo(Math.sqrt((48.32 / 7) * 1.46), 9), expect.closeTo(Math.sqrt((48.32 / 7) * 1.46), 9), expect.closeTo(Math.sqrt(8 * 6.75), 9)]);
    expect([...pace.settledCount]).toEqual([2, 2, 0]);
  });
  test('customers all alike share one mean', () => {
    // Between: less than nothing, taken as a fiftieth of within.
    expect(paceOf([...late('A', 8, 12), ...late('B', 9, 11)]).pull).toBeCloseTo(50, 9);
  });
  test('one customer alone, and nobody', () => {
    const one = paceOf(late('A', 8, 12));
    expect([one.pull, one.mean[0], one.scatter[0]]).toEqual([5, 10, expect.closeTo(Math.sqrt((48 / 7) * (8 / 7)), 9)]);
    const none = paceOf([{}]);
    expect([none.meanAll, none.pull, none.mean[0], none.scatter[0]]).toEqual([0, 5, 0, expect.closeTo(Math.sqrt(1080), 9)]);
  });
  test('whoever always pays on the same day is given a day of scatter', () => expect(paceOf(late('A', 7, 7)).scatter[0]).toBeCloseTo(Math.sqrt(8 / 7), 9));
  test('knows nothing of what came later', () => expect([paceOf(late('A', 8, 12, 90), day('2026-03-20')).mean[0], paceOf(late('A', 8, 12), day('2026-03-13')).settledCount[0], paceOf(late('A', 8, 12), day('2026-03-12')).settledCount[0]]).toEqual([10, 2, 1]));
  test('a dispute adds what disputed debits took longer than the same customer’s others, drawn toward nothing', () => {
    const disputed = (customer: string, ...days: readonly number[]) => late(customer, ...days).map((each) => ({ ...each, disputed: true }));
    // Thirty days more in two against two: one full comparison among six.
    expect(paceOf([...late('A', 10, 10), ...disputed('A', 40, 40), ...late('B', 0), ...disputed('C', 99)]).disputeShift).toBeCloseTo(5, 9);
    expect(paceOf(late('A', 10, 10)).disputeShift).toBe(0);
  });
  test('a class adds what it takes longer than the same customers’ mean, drawn toward nothing', () => {
    const pace = paceOf([...late('A', 10, 10).map((each) => ({ ...each, productClass: 'TV' })), ...late('A', 30, 30).map((each) => ({ ...each, productClass: 'Fan' }))]);
    expect([...pace.classShifts]).toEqual([expect.closeTo(20 / 22, 9), expect.closeTo(-20 / 22, 9)]);
    expect([...paceOf(late('A', 10, 30)).classShifts]).toEqual([0]);
  });
});

describe('survival', () => {
  test('counts what was settled within a stretch, and what was open at its beginning', () => {
    const survival = new Survival([5, 10, 10, 40], [20, 60, 10]);
    expect([survival.settledWithin(5, 10), survival.settledWithin(-9, 5), survival.settledWithin(10, 999)]).toEqual([2, 1, 1]);
    // Open at 10: the one settled at 40, and two of three whose end is not known; the one at 20 weighs half by 30.
    expect([survival.exposed(10, 30), survival.exposed(10, 60), survival.exposed(-1, 0), survival.exposed(60, 90)]).toEqual([2.5, 2, 7, 0]);
    expect(survival.shareWithin(5, 10, 0.5, 4)).toBeCloseTo((2 + 2) / (5.5 + 4), 12);
  });
  test('tells times apart by the cell', () => expect([new Survival([1.2, 1.6], [], 2).settledWithin(1, 1.5), new Survival([1.2, 1.6], []).settledWithin(0, 1)]).toEqual([1, 2]));
  test('is the same in groups', () => {
    const groups = [{ settled: [40, 5, 10, 10], open: [60, 20] }, { settled: [], open: [3] }, { settled: [-4, 7], open: [] }];
    const column = new GroupedSurvival(9);
    let at = 0;
    for (const { settled: own, open } of groups) {
      const [from, openFrom, to] = [at, at + own.length, at + own.length + open.length];
      for (const time of [...own, ...open]) column.put(at++, time);
      column.close(from, openFrom, to);
      const alone = new Survival(own, open);
      for (const [begin, end] of [[-5, 0], [0, 10], [5, 30], [10, 60], [60, 99]]) expect(column.shareWithin({ from, openFrom, to }, begin, end, 0.3, 5)).toBeCloseTo(alone.shareWithin(begin, end, 0.3, 5), 12);
    }
  });
  test('sorts stretches short and long, and finds the first above a limit', () => {
    const values = Array.from({ length: 80 }, (_, i) => (i * 37) % 53);
    for (const [from, to] of [[0, 0], [3, 4], [10, 42], [10, 43], [0, 80]]) {
      const column = Int32Array.from(values);
      sortAscending(column, from, to);
      expect([...column]).toEqual([...values.slice(0, from), ...values.slice(from, to).sort((a, b) => a - b), ...values.slice(to)]);
    }
    const ascending = Int32Array.of(9, 1, 3, 3, 5, 0);
    expect([0, 1, 2, 3, 5].map((limit) => firstAbove(ascending, 1, 5, limit))).toEqual([1, 2, 2, 4, 5]);
  });
});

describe('the queue', () => {
  // Open: 300 due on 1 May, 100 on 1 June. Paid in the last ninety days: 200; before that, 40.
  const lives: Life[] = [{ late: 5, due: '2026-02-01', amount: 40 }, { late: 40, due: '2026-04-01', amount: 200 }, { due: '2026-05-01', amount: 300 }, { due: '2026-06-01', amount: 100 }];
  const queues = new Queues(observed(lives).all, AS_OF);

  test('what stands before an item, over what is paid in so many days', () => {
    // A rate of 0.85 × 200, and 0.15 of what the portfolio would pay of 400: half.
    expect(queues.shortfall(0, 0, day('2026-06-01'), 30)).toBeCloseTo(Math.log((400 * 90) / (200 * 30)), 9);
    expect(queues.shortfall(0, 0, day('2026-05-31'), 30)).toBeCloseTo(Math.log((300 * 90) / (200 * 30)), 9);
    expect(queues.shortfall(0, 0, day('2026-06-01'), 90)).toBeCloseTo(Math.log(2), 9);
  });
  test('nothing before it, or days enough: no shortfall; beyond all measure: no more than that', () => {
    expect([queues.shortfall(0, 0, day('2026-04-30'), 30), queues.shortfall(0, 0, day('2026-06-01'), 180), queues.shortfall(0, 0, day('2026-06-01'), 1)]).toEqual([0, 0, 2.5]);
  });
  test('who began to pay a month and a half ago or less paid in that time what it paid', () => {
    const young = new Queues(observed([{ late: 1, due: '2026-05-30', amount: 200 }, { due: '2026-06-01', amount: 400 }]).all, AS_OF);
    expect(young.shortfall(0, 0, day('2026-06-01'), 30)).toBeCloseTo(Math.log((400 * 90) / ((0.85 * 400 + 0.15 * 200) * 30)), 9);
  });
  test('how far a customer pays by age, drawn toward all', () => {
    const { books, settlement } = settled([line('2026-03-01', 'XS-1001', 10), line('2026-03-02', 'XS-1002', 20), line('2026-03-05', 'SK-1', -30), ...livesOf(late('B', 3, 4))]);
    const { all } = episodesOf(books, settlement, 8000);
    const [both, a] = [new Queues(all, AS_OF), books.customers.findIndex(({ name }) => name !== 'B')];
    // Half of all; with three of these, A's two of two make 3.5 of 5.
    expect([all.settledInOrder.reduce((sum, each) => sum + each, 0), both.inOrderShareOf(a), both.inOrderShareOf(1 - a)]).toEqual([2, 0.7, 0.3]);
  });
});

describe('curves and calendars', () => {
  test("Student's t with four degrees of freedom, by the printed table", () => {
    for (const [value, above] of [[0, 0.5], [0.741, 0.25], [1.533, 0.1], [2.132, 0.05], [2.776, 0.025], [3.747, 0.01], [-2.132, 0.95]]) expect(studentAbove(value)).toBeCloseTo(above, 3);
  });
  test('the last day of any month is the 31st; thirty days after 31 July hold no such day', () => {
    expect([dayOfMonth(day('2026-02-28')), dayOfMonth(day('2028-02-28')), dayOfMonth(day('2026-04-30')), dayOfMonth(day('2026-05-30'))]).toEqual([31, 28, 31, 30]);
    const held = daysOfMonthWithin(day('2026-07-31'), 30);
    expect([held[1], held[30], held[31], held[0]]).toEqual([true, true, false, false]);
    expect(daysOfMonthWithin(day('2026-07-31'), 31)[31]).toBe(true);
    expect(daysOfMonthWithin(day('2026-07-31'), 5).filter(Boolean)).toHaveLength(5);
  });
});

describe('a pay day', () => {
  const master = (payDay: number) => ({ customer: 0, rep: '', region: '', distanceKm: null, payDay, approvalDays: null, method: null, place: '', contact: '', language: null, jurisdiction: '', creditLimitMinor: null, reconcileEveryMonths: null, lastReconciledDay: null, agreementDay: null, settlesBy: null, closed: false, margin: null, sheet: 'c', row: 1 });
  const next = (payDay: number, paidOn: readonly string[], from = '2026-07-03') => {
    const { books, all } = observed(paidOn.map((iso) => ({ due: iso, late: 0 })), 8000, { masters: [master(payDay)] });
    const found = payDaysOf(books, all)(0, day(from));
    return found === null ? null : formatIsoDay(found);
  };

  test('is kept by who pays on it, or within four days after', () => expect([next(10, ['2026-03-10', '2026-04-14', '2026-05-12']), next(10, ['2026-03-15', '2026-04-09', '2026-05-01'])]).toEqual(['2026-07-10', null]));
  test('three times in five are enough', () => expect([next(10, ['2026-02-10', '2026-03-10', '2026-04-10', '2026-05-01', '2026-06-01']), next(10, ['2026-02-10', '2026-03-10', '2026-04-20', '2026-05-01', '2026-06-01'])]).toEqual(['2026-07-10', null]));
  test('nothing known against it: it is believed', () => {
    const { books, all } = observed([{}], 8000, { masters: [master(10)] });
    expect(formatIsoDay(payDaysOf(books, all)(0, day('2026-07-10')) as number)).toBe('2026-07-10');
    expect(payDaysOf(books, all)(1, day('2026-07-10'))).toBeNull();
  });
  test('past for this month is the next month’s; the 31st is the last of any', () => expect([next(10, ['2026-03-10'], '2026-07-11'), next(31, ['2026-02-28', '2026-04-30'], '2026-09-05')]).toEqual(['2026-08-10', '2026-09-30']));
  test('only the latest twelve say whether it is kept', () => {
    const early = ['2025-01-03', '2025-01-20', '2025-02-03', '2025-02-20', '2025-03-03', '2025-03-20', '2025-04-03', '2025-04-20', '2025-05-03'];
    expect(next(10, [...early, ...['2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05'].map((month) => `${month}-10`)])).toBe('2026-07-10');
  });
});

describe('what the layers weigh', () => {
  const features = (lives: readonly Life[], subject: Partial<Subject>, steps = 1) => {
    const rows = new Float64Array(3 * FEATURE_COUNT);
    new Snapshot(observed(lives).all, AS_OF).putFeatures({ customer: 0, currency: 0, lateness: 0, productClass: 0, disputed: false, amountMinor: 10000, partPaid: false, ...subject }, rows, steps);
    return [...rows.subarray((steps - 1) * FEATURE_COUNT, steps * FEATURE_COUNT)];
  };
  // Nothing settled: around the due day, give or take √1080 days.
  const above = (days: number) => studentAbove(days / Math.sqrt(1080));
  const fresh = [{ due: '2026-06-30' }];

  test('nothing settled yet: the bell curve, and an even chance for all', () => {
    const pace = logit(1 - above(30) / above(0));
    expect(features(fresh, {})).toEqual([1, expect.closeTo(pace, 9), expect.closeTo(0, 9), expect.closeTo(0, 9), -0, 0, expect.closeTo(0, 9), 0, 0, 0]);
    const twice = features(fresh, {}, 2);
    expect(twice.slice(1, 4)).toEqual([expect.closeTo(logit(1 - above(60) / above(0)), 9), expect.closeTo(0, 9), expect.closeTo(logit(0.75), 9)]);
  });
  test('later than that: less', () => expect(features(fresh, { lateness: 60 })[1]).toBeCloseTo(logit(1 - above(90) / above(60)), 9));
  test('disputed, part paid, and large against the others', () => {
    expect(features(fresh, { disputed: true, partPaid: true }).slice(5, 8)).toEqual([1, expect.closeTo(0, 9), 1]);
    expect([features(fresh, { amountMinor: 100000 })[6], features(fresh, { amountMinor: 100 })[6], features(fresh, { amountMinor: 1e9 })[6]]).toEqual([expect.closeTo(Math.log(10), 9), -3, 3]);
  });
  test('what was settled in the past: of four, two settled within the stretch', () => {
    const [, pace, own, all] = features([...late('A', 5, 10, 40, 50), { due: '2026-06-30' }], { lateness: 0 });
    // Of the four open on their due day, two came within thirty days, a fifth observation is drawn toward an even chance.
    expect(all).toBeCloseTo(logit(2.5 / 5), 9);
    const atPace = sigmoid(pace);
    expect(own).toBeCloseTo(logit((2 + 5 * atPace) / (4 + 5)) - pace, 9);
  });
  test('the latest three came later than its mean', () => {
    const lives = [0, 0, 0, 12, 12, 12].map((each, at) => ({ late: each, due: `2026-0${1 + Math.floor(at / 3)}-0${1 + at}` }));
    const snapshot = new Snapshot(observed(lives).all, AS_OF);
    expect(features(lives, {})[8]).toBeCloseTo((3 * 6) / snapshot.pace.scatter[0] / 6, 9);
  });
  test('days of the month that do not come within thirty days', () => {
    // After 30 June, thirty days hold all days but the last of July.
    expect([features(['2026-02-28', '2026-03-31', '2026-04-15'].map((due) => ({ due, late: 0 })), {})[9], features([{ due: '2026-04-15', late: 0 }], {})[9]]).toEqual([2 / 6, 0]);
  });
});

test('an item as the model sees it', () => {
  const { books, settlement } = settled([...livesOf([{ customer: 'B', late: 3, productClass: 'TV' }, { customer: 'A', due: '2026-06-20', productClass: 'Fan' }]), line('2026-06-25', 'SK-9', -40, { customer: 'A', memo: 'XS-1001' })], { asOf: '2026-06-30' });
  const model = learnLikelihood(books, settlement);
  const [item] = settlement.openItems;
  expect(model.subjectOf(item, true)).toEqual({ customer: item.customer, currency: 0, lateness: 10, productClass: 0, disputed: true, amountMinor: 10000, partPaid: true });
  expect(model.subjectOf({ ...item, dueDay: null, openMinor: 10000, productClass: 'never seen' }, false)).toMatchObject({ lateness: 0, productClass: -1, disputed: false, partPaid: false });
  expect(model.estimate({ ...item, onAccount: true }, false)).toEqual({ likelihood30: 0, likelihood60: 0, likelihood90: 0, expectedDay: null });
});

test('an estimate where nothing has been settled: the coefficients as they are set out', () => {
  const [item] = aged(livesOf([{ due: '2026-06-30' }]), { asOf: '2026-06-30' }).aged.items;
  const above = (days: number) => studentAbove(days / Math.sqrt(1080));
  const estimate = (days: number, all: number) => sigmoid(0.85 * logit(1 - above(days) / above(0)) + 0.15 * logit(all));
  expect([item.likelihood30, item.likelihood60, item.likelihood90]).toEqual([expect.closeTo(estimate(30, 0.5), 9), expect.closeTo(estimate(60, 0.75), 9), expect.closeTo(estimate(90, 0.875), 9)]);
  // The pace says even odds within 25 days (0.741 × √1080); bent to the calibrated likelihood of thirty, a day more.
  expect((item.expectedDay as number) - AS_OF).toBe(26);
});

describe('how it is judged', () => {
  const lives = [...late('A', 5, 10, 20), ...late('B', 60, 70), { customer: 'A', due: '2026-06-20' }, { customer: 'B', due: '2026-06-20' }, { customer: 'A', due: '2026-06-25', amount: 5 }];
  const compared = (settledDayOf: (entry: number) => number | null, horizon: 30 | 60 | 90 = 30) => compareLikelihood(settled(livesOf(lives)).books, { days: [AS_OF], horizon, settledDayOf }, { defaultTermDays: 30 });

  test('all came: the squared distance from one; none came: from nothing', () => {
    const [{ openCount, collectedShare, constantBrier, meanLikelihood, scores }] = compared(() => AS_OF + 30).days;
    expect([openCount, collectedShare, constantBrier, scores.ours.auc]).toEqual([3, 1, 0, Number.NaN]);
    const [none] = compared(() => AS_OF + 31).days;
    expect([none.collectedShare, none.meanLikelihood]).toEqual([0, meanLikelihood]);
    // (1 − p)² + 2p − 1 = p².
    expect(scores.ours.brier + 2 * meanLikelihood - 1).toBeCloseTo(none.scores.ours.brier, 12);
  });
  test('what is not known is not judged', () => expect(compared((entry) => (entry === lives.length + 2 ? null : AS_OF + 5)).days[0].openCount).toBe(2));
  test('who pays sooner comes first in the ranking by customer, not by days overdue', () => {
    const { books } = settled(livesOf(lives));
    const isA = (entry: number) => books.customers[books.ours.customer[entry]].name === 'A';
    const [{ scores, constantBrier }] = compared((entry) => (isA(entry) ? AS_OF + 5 : Number.POSITIVE_INFINITY)).days;
    expect([scores.ours.auc, scores['customer-mean'].auc, constantBrier]).toEqual([1, 1, expect.closeTo(2 / 9, 12)]);
  });
  test('tenths hold every estimate once', () => {
    const { calibration } = compared(() => AS_OF + 5);
    expect(calibration.map(({ count }) => count).reduce((sum, count) => sum + count, 0)).toBe(3);
    calibration.forEach(({ count, meanLikelihood, collectedShare }, tenth) => {
      if (count > 0) expect([Math.floor(meanLikelihood * 10), collectedShare]).toEqual([tenth, 1]);
    });
  });
  test('the distance of the expected day from the real one, where both are known', () => {
    const items = aged(livesOf(lives), { asOf: '2026-06-30' }).aged.items;
    const [{ expectedDayError }] = compared((entry) => (entry === items[0].item.entry ? AS_OF + 3 : Number.POSITIVE_INFINITY)).days;
    expect(expectedDayError).toBe(Math.abs((items[0].expectedDay as number) - AS_OF - 3));
  });
  test('the simpler measures: all by days overdue, and each customer by its mean, drawn toward that of all', () => {
    const [judged] = compareLikelihood(settled(livesOf([...late('A', 5, 10, 20), ...late('B', 60, 70), { customer: 'A', due: '2026-06-20' }])).books, { days: [AS_OF], horizon: 30, settledDayOf: () => AS_OF + 1 }, { defaultTermDays: 30 }).days;
    // All: 33 days. A: (35 + 3 × 33) ÷ 6; B: (130 + 3 × 33) ÷ 5; one scatter around these for both.
    const [a, b] = [134 / 6, 229 / 5];
    const scatter = Math.sqrt(([5, 10, 20].reduce((sum, each) => sum + (each - a) ** 2, 0) + [60, 70].reduce((sum, each) => sum + (each - b) ** 2, 0)) / 5);
    expect(judged.scores['customer-mean'].brier).toBeCloseTo(studentAbove((10 + 30 - a) / scatter) ** 2, 9);
    // Of three still open ten days after the due day one came within thirty more; half of a fourth is added.
    expect(judged.scores['days-overdue'].brier).toBeCloseTo((1 - 1.5 / 4) ** 2, 9);
    expect(judged.expectedDayError).toBeGreaterThanOrEqual(0);
  });
  test('where nothing was settled, one mean around the due day for all', () => {
    const [judged] = compareLikelihood(settled(livesOf([{ due: '2026-06-20' }])).books, { days: [AS_OF], horizon: 30, settledDayOf: () => AS_OF + 1 }, { defaultTermDays: 30 }).days;
    expect(judged.scores['customer-mean'].brier).toBeCloseTo(studentAbove(40) ** 2, 12);
  });
  test('a ledger tells when each debit was settled in full by its last day, or that it never was', () => {
    const known = outcomesIn(settled([line('2026-01-01', 'XS-1001', 100), line('2026-01-02', 'XS-1002', 50), line('2026-02-05', 'SK-1', -30, { memo: 'XS-1001' }), line('2026-02-10', 'SK-2', -70, { memo: 'XS-1001' })]).books, { defaultTermDays: 30 });
    expect([known(0), known(1), known(2)]).toEqual([day('2026-02-10'), Number.POSITIVE_INFINITY, null]);
  });
});

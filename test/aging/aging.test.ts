/** Buckets, tables, classes, provisions, key figures and expected cash, by ledgers that fit on a page. */
import fc from 'fast-check';
import { bucketOf, bucketsOf } from '../../src/aging/buckets';
import type { CustomerMaster } from '../../src/ledger/books';
import type { ReconcilingItem } from '../../src/matching/reconciliation';
import type { PlanNote } from '../../src/annotations/annotations';
import type { CaseLine } from '../../src/ledger/ledger-builder';
import { say } from '../../src/texts';
import { NO_RECONCILIATION, day, line, term } from '../settlement/support';
import { aged, ageAt } from './support';

describe('buckets', () => {
  const buckets = bucketsOf([30, 60, 90, 180, 365]);

  test('are named by their days', () => expect(buckets.map(({ key }) => key)).toEqual(['not-due', '1-30', '31-60', '61-90', '91-180', '181-365', 'over-365']));

  test.each([[null, 0], [-5, 0], [0, 0], [1, 1], [30, 1], [31, 2], [60, 2], [365, 5], [366, 6], [5000, 6]])('%p days overdue stand in bucket %p', (days, bucket) => expect(bucketOf(buckets, days)).toBe(bucket));

  test('other ends, in any order', () => expect(bucketsOf([15, 7]).map(({ key }) => key)).toEqual(['not-due', '1-7', '8-15', 'over-15']));
});

const asOf = '2026-06-30';
/** Overdue by so many days at the as-of day. */
const overdue = (days: number, amount: number, document: string, more = {}) => ({ ...line('2024-01-01', document, amount, more), dueDay: day(asOf) - days });

describe('peer cases', () => {
  test('8: a credit note nets in the bucket of its invoice; the row sums to the balance', () => {
    const lines = [overdue(5, 6.75, 'A'), overdue(40, 1, 'B'), overdue(70, 10, 'C'), overdue(100, 7.5, 'D'), overdue(200, 8, 'E'), line('2026-06-01', 'CN', -1.5, { kind: 'return', memo: '对应C' })];
    const numbered = lines.map((each, at) => ({ ...each, document: each.document === 'CN' ? 'CN-900' : `XS-10${at}`, memo: each.memo ? 'XS-102' : undefined }));
    const row = aged(numbered, { asOf }).aged.tables.find(({ basis, by }) => basis === 'due-day' && by === 'customer')?.rows[0];
    expect(row?.bucketsMinor).toEqual([0, 675, 100, 850, 750, 800, 0]);
    expect(row?.totalMinor).toBe(3175);
  });

  test('11: a customer with nothing but an opening balance appears', () => {
    const { aged: result, books } = aged([line('2025-12-31', 'OPEN', 500, { kind: 'opening', customer: 'Quiet Ltd' })], { asOf });
    expect(result.tables[0].rows).toMatchObject([{ name: 'Quiet Ltd', totalMinor: 50000, bucketsMinor: [0, 0, 0, 0, 0, 50000, 0] }]);
    expect(books.customers[result.tables[0].rows[0].customer as number].name).toBe('Quiet Ltd');
  });

  test('12: a customer with only a prepayment appears with a negative balance and is not chased', () => {
    const { aged: result } = aged([line('2026-01-31', 'SK-1', -400)], { asOf });
    expect(result.tables[0].rows[0]).toMatchObject({ totalMinor: -40000, classesMinor: { 'not-due': -40000, collectible: 0, doubtful: 0, bad: 0 } });
    expect(result.items[0]).toMatchObject({ class: 'not-due', bucket: 0, daysOverdue: null, likelihood90: 0, expectedDay: null });
    expect(result.expectedCash.every(({ expectedMinor }) => expectedMinor === 0)).toBe(true);
  });

  test('13: with nothing due, the total still equals the balance', () => {
    const { aged: result } = aged([line('2026-06-20', 'XS-1', 70), line('2026-06-25', 'XS-2', 30)]);
    expect(result.tables[0].rows[0]).toMatchObject({ totalMinor: 10000, bucketsMinor: [10000, 0, 0, 0, 0, 0, 0] });
  });
});

describe('classes, each with the rule that decided', () => {
  const classOf = (item: CaseLine, given: Parameters<typeof aged>[1] = {}) => {
    const [first] = aged([item], { asOf, ...given }).aged.items;
    return [first.class, first.classReason.code];
  };
  // Likelihood is set aside where another rule is on trial.
  const settings = { doubtfulBelowLikelihood90: 0, badBelowLikelihood90: 0 };
  const note = (more: Partial<PlanNote>): PlanNote => ({ customerName: 'Customer', currency: 'CNY', status: null, promisedDay: null, promisedMinor: null, nextContactDay: null, note: '', added: {}, openThenMinor: null, writtenDay: null, ...more });
  const master = (more: Partial<CustomerMaster>): CustomerMaster => ({ customer: 0, rep: '', region: '', distanceKm: null, payDay: null, approvalDays: null, method: null, place: '', contact: '', language: null, jurisdiction: '', creditLimitMinor: null, reconcileEveryMonths: null, lastReconciledDay: null, agreementDay: null, settlesBy: null, closed: false, margin: null, sheet: 'c', row: 1, ...more });

  test('due today is not due', () => expect(classOf(overdue(0, 10, 'A'))).toEqual(['not-due', 'aging.class-due-today']));
  test('collectible', () => expect(classOf(overdue(90, 10, 'A'), { settings })).toEqual(['collectible', 'aging.class-collectible']));
  test('doubtful by age', () => expect(classOf(overdue(91, 10, 'A'), { settings })).toEqual(['doubtful', 'aging.class-overdue']));
  test('bad by age', () => expect(classOf(overdue(366, 10, 'A'), { settings })).toEqual(['bad', 'aging.class-overdue']));
  test('doubtful because unlikely, but not within the first bucket', () => {
    expect(classOf(overdue(31, 10, 'A'), { settings: { ...settings, doubtfulBelowLikelihood90: 1 } })).toEqual(['doubtful', 'aging.class-unlikely']);
    expect(classOf(overdue(30, 10, 'A'), { settings: { ...settings, doubtfulBelowLikelihood90: 1 } })[0]).toBe('collectible');
  });
  test('bad because unlikely, when long overdue too', () => {
    expect(classOf(overdue(91, 10, 'A'), { settings: { ...settings, badBelowLikelihood90: 1 } })).toEqual(['bad', 'aging.class-unlikely']);
    expect(classOf(overdue(90, 10, 'A'), { settings: { ...settings, badBelowLikelihood90: 1, doubtfulBelowLikelihood90: 1 } })).toEqual(['doubtful', 'aging.class-unlikely']);
  });
  test('disputed in the ledger', () => expect(classOf(overdue(10, 10, 'A', { disputed: true }), { settings })).toEqual(['doubtful', 'aging.class-disputed']));
  test('disputed, but not yet due', () => expect(classOf(overdue(-10, 10, 'A', { disputed: true }), { settings })).toEqual(['not-due', 'aging.class-due-in']));
  test('an amount on which the two sides differ', () => {
    const item: ReconcilingItem = { customer: 0, currency: 'CNY', category: 'amount-difference', side: null, amountMinor: 100, ours: [0], theirs: [], actor: 'both', explanation: { code: 'x' }, candidates: [], otherCustomer: null };
    expect(classOf(overdue(10, 10, 'A'), { settings, reconciliation: { ...NO_RECONCILIATION, items: [item] } })).toEqual(['doubtful', 'aging.class-disputed']);
    expect(classOf(overdue(10, 10, 'A'), { settings, reconciliation: { ...NO_RECONCILIATION, items: [{ ...item, category: 'in-transit-payment' }] } })[0]).toBe('collectible');
  });
  test('an amount that the customer has booked higher than we have is none that it disputes', () => {
    const item: ReconcilingItem = { customer: 0, currency: 'CNY', category: 'amount-difference', side: null, amountMinor: -100, ours: [0], theirs: [], actor: 'both', explanation: { code: 'x' }, candidates: [], otherCustomer: null };
    expect(classOf(overdue(10, 10, 'A'), { settings, reconciliation: { ...NO_RECONCILIATION, items: [item] } })).toEqual(['collectible', 'aging.class-collectible']);
  });
  test('the rep says disputed', () => expect(classOf(overdue(10, 10, 'A'), { settings, annotations: { planNotes: [note({ status: 'disputed' })] } })).toEqual(['doubtful', 'aging.class-disputed']));
  test('a promise broken, kept, and still ahead', () => {
    const promise = note({ status: 'promised', promisedDay: day('2026-06-20'), promisedMinor: 500, writtenDay: day('2026-06-01') });
    expect(classOf(overdue(10, 10, 'A'), { settings, annotations: { planNotes: [promise] } })).toEqual(['doubtful', 'aging.class-broken-promise']);
    expect(classOf(overdue(10, 10, 'A'), { settings, annotations: { planNotes: [{ ...promise, promisedDay: day(asOf) }] } })[0]).toBe('collectible');
    const paid = [overdue(10, 10, 'XS-1'), line('2026-06-15', 'SK-1', -5)];
    expect(aged(paid, { asOf, settings, annotations: { planNotes: [promise] } }).aged.items[0].class).toBe('collectible');
  });
  test('a promise is kept by money that came late but in full, and tied to the customer by any of its names', () => {
    const promise = note({ customerName: 'ＣＵＳＴＯＭＥＲ', status: 'promised', promisedDay: day('2026-06-20'), promisedMinor: 500, writtenDay: day('2026-06-01') });
    const classWith = (...more: readonly CaseLine[]) => aged([overdue(10, 10, 'XS-1'), ...more], { asOf, settings, annotations: { planNotes: [promise] } }).aged.items[0].class;
    expect(classWith()).toBe('doubtful');
    expect(classWith(line('2026-06-25', 'SK-1', -4))).toBe('doubtful');
    expect(classWith(line('2026-06-25', 'SK-1', -5))).toBe('collectible');
  });
  test('a note written after the as-of day was not known', () => {
    expect(classOf(overdue(10, 10, 'A'), { settings, annotations: { planNotes: [note({ status: 'disputed', writtenDay: day('2026-07-01') })] } })[0]).toBe('collectible');
  });
  test('the customer is closed', () => expect(classOf(overdue(10, 10, 'A'), { settings, books: { masters: [master({ closed: true })] } })).toEqual(['bad', 'aging.class-customer-closed']));
  test('unsold goods are not due', () => expect(classOf(line('2025-01-01', 'A', 10), { books: { terms: [term({ kind: 'sell-through', days: 0 })] } })).toEqual(['not-due', 'aging.class-unsold']));
  test('reads as a sentence', () => {
    const [first] = aged([overdue(91, 10, 'A')], { asOf, settings }).aged.items;
    expect(['en', 'zh-CN', 'zh-TW'].map((language) => say(first.classReason, language as 'en'))).toEqual(['91 days overdue (limit 91)', '逾期91天（界限91天）', '逾期91天（界限91天）']);
  });
});

test('provision by class and by bucket, to the cent', () => {
  const settings = { doubtfulBelowLikelihood90: 0, badBelowLikelihood90: 0 };
  const { provisions } = aged([overdue(-5, 1000, 'A'), overdue(10, 100.1, 'B'), overdue(100, 50, 'C'), overdue(400, 20, 'D')], { asOf, settings }).aged;
  expect(provisions.map(({ by, totalMinor }) => [by, totalMinor])).toEqual([['class', 501 + 2000 + 2000], ['bucket', 100 + 1500 + 2000]]);
});

describe('key figures', () => {
  // Sales of 90 in ninety days; 30 of it paid; 40 overdue at the end of March.
  const lines = [line('2026-01-01', 'XS-1', 40), line('2026-02-15', 'SK-1', -30, { memo: 'XS-2' }), line('2026-01-02', 'XS-2', 30), line('2026-03-31', 'XS-3', 20)];

  test('DSO, best possible DSO, delay and collection effectiveness', () => {
    expect(aged(lines, { asOf: '2026-03-31' }).aged.keyFigures[0]).toMatchObject({
      receivablesMinor: 6000, currentMinor: 2000, overdueMinor: 4000, salesMinor: 9000, collectedMinor: 3000, periodDays: 90,
      dso: 60, bestPossibleDso: 20, averageDaysDelinquent: 40, collectionEffectivenessPercent: ((0 + 90 - 60) / (0 + 90 - 20)) * 100,
    });
  });

  test('month ends, latest first, as they were then', () => {
    const now = aged(lines, { asOf: '2026-03-31' }).aged.keyFigures;
    expect(now.map((figures) => figures.asOf)).toEqual([day('2026-03-31'), day('2026-02-28'), day('2026-01-31')]);
    for (const figures of now) expect(figures).toEqual(ageAt(aged(lines).books, figures.asOf).keyFigures[0]);
  });

  test('no sales, no ratios', () => {
    expect(aged([line('2025-12-31', 'OPEN', 5, { kind: 'opening' })], { asOf }).aged.keyFigures[0]).toMatchObject({ receivablesMinor: 500, salesMinor: 0, dso: null, bestPossibleDso: null, averageDaysDelinquent: null, collectionEffectivenessPercent: null });
  });
});

test('expected cash of thirteen weeks is what is likely within ninety-one days', () => {
  const { items, expectedCash } = aged([overdue(5, 1000, 'XS-1'), overdue(40, 500, 'XS-2')], { asOf }).aged;
  expect(expectedCash).toHaveLength(13);
  expect(expectedCash[0].weekStartDay).toBe(day('2026-07-01'));
  const within90 = items.reduce((sum, each) => sum + each.item.openMinor * each.likelihood90, 0);
  expect(Math.abs(expectedCash.reduce((sum, week) => sum + week.expectedMinor, 0) - within90)).toBeLessThan(13);
});

test('a customer that keeps to a pay day brings its cash on it: the first in each thirty days that is not before the due day', () => {
  const master = { customer: 0, rep: '', region: '', distanceKm: null, payDay: 15, approvalDays: null, method: null, place: '', contact: '', language: null, jurisdiction: '', creditLimitMinor: null, reconcileEveryMonths: null, lastReconciledDay: null, agreementDay: null, settlesBy: null, closed: false, margin: null, sheet: 'c', row: 1 };
  const { items: [{ item, likelihood30, likelihood60, likelihood90 }], expectedCash } = aged([overdue(5, 1000, 'XS-1')], { asOf, books: { masters: [master] } }).aged;
  // 15 July, 15 August and 15 September: the third, the seventh and the eleventh week.
  const weeks = [likelihood30, likelihood60 - likelihood30, likelihood90 - likelihood60].map((share) => Math.round(item.openMinor * share));
  expect(weeks[0]).toBeGreaterThan(0);
  expect(expectedCash.map(({ expectedMinor }) => expectedMinor)).toEqual([0, 0, weeks[0], 0, 0, 0, weeks[1], 0, 0, 0, weeks[2], 0, 0]);
});

test('buckets and classes each hold every cent, on both bases and by every grouping; key figures agree with the items', () => {
  const anyLine = fc.record({ iso: fc.constantFrom('2025-03-01', '2025-12-31', '2026-02-10', '2026-05-31', '2026-06-30'), amount: fc.integer({ min: -500, max: 900 }).filter((n) => n !== 0), customer: fc.constantFrom('A', 'B'), currency: fc.constantFrom('CNY', 'USD'), productClass: fc.constantFrom('', 'TV', 'Consignment'), rep: fc.constantFrom('', 'Tom'), kind: fc.constantFrom('invoice', 'payment', 'return') as fc.Arbitrary<'invoice'> });
  fc.assert(fc.property(fc.array(anyLine, { maxLength: 30 }), (entries) => {
    const lines = entries.map(({ iso, amount, ...more }, at) => line(iso, `XS-${100 + at}`, amount, more));
    const { books, aged: result } = aged(lines, { asOf, books: { terms: [term({ kind: 'sell-through', days: 3 }, 'Consignment'), term({ kind: 'instalments', parts: [{ share: 0.5, days: 30 }, { share: 0.5, days: 60 }] }, 'TV')] } });
    for (const currency of books.currencies) {
      const balance = lines.reduce((sum, each) => sum + (each.currency === currency ? each.amountMinor : 0), 0);
      for (const { rows } of result.tables) {
        const own = rows.filter((row) => row.currency === currency);
        const sum = (of: (row: (typeof own)[number]) => readonly number[]) => own.reduce((all, row) => all + of(row).reduce((a, b) => a + b, 0), 0);
        expect([sum((row) => row.bucketsMinor), sum((row) => Object.values(row.classesMinor)), sum((row) => [row.totalMinor])]).toEqual([balance, balance, balance]);
      }
      const now = result.keyFigures.find((figures) => figures.currency === currency);
      const overdueMinor = result.items.reduce((sum, each) => sum + (each.item.currency === currency && each.bucket > 0 ? each.item.openMinor : 0), 0);
      if (now) expect([now.receivablesMinor, now.overdueMinor]).toEqual([balance, overdueMinor]);
    }
  }), { numRuns: 200 });
});

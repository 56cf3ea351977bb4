/** Words of classes and likelihoods, and the finer points of tables, facts, key figures and expected cash. */
import type { CustomerMaster } from '../../src/ledger/books';
import type { PlanNote } from '../../src/annotations/annotations';
import type { CaseLine } from '../../src/ledger/ledger-builder';
import { fitLogistic, sigmoid } from '../../src/aging/likelihood/logistic';
import { say } from '../../src/texts';
import { formatIsoDay } from '../../src/units/day';
import { NO_DAY } from '../../src/units/units';
import { day, line, term } from '../settlement/support';
import { aged, type AgedCase } from './support';

const asOf = '2026-06-30';
const overdue = (days: number, amount: number, document: string, more: Partial<CaseLine> = {}) => ({ ...line('2026-01-01', document, amount, more), dueDay: day(asOf) - days });
// Likelihood is set aside where another rule is on trial.
const settings = { doubtfulBelowLikelihood90: 0, badBelowLikelihood90: 0 };
const note = (more: Partial<PlanNote>): PlanNote => ({ customerName: 'Customer', currency: 'CNY', status: null, promisedDay: null, promisedMinor: null, nextContactDay: null, note: '', added: {}, openThenMinor: null, writtenDay: null, ...more });
const master = (more: Partial<CustomerMaster>): CustomerMaster => ({ customer: 0, rep: '', region: '', distanceKm: null, payDay: null, approvalDays: null, method: null, place: '', contact: '', language: null, jurisdiction: '', creditLimitMinor: null, reconcileEveryMonths: null, lastReconciledDay: null, agreementDay: null, settlesBy: null, closed: false, margin: null, sheet: 'c', row: 1, ...more });
const sellThrough = { books: { terms: [term({ kind: 'sell-through', days: 10 })] } };
const promise = note({ status: 'promised', promisedDay: day('2026-06-20'), promisedMinor: 500, writtenDay: day('2026-06-01') });

describe('why an item is in its class', () => {
  const reason = (lines: readonly CaseLine[], given: AgedCase = {}) => aged(lines, { asOf, settings, ...given }).aged.items.map((item) => say(item.classReason, 'en')).at(-1);
  const one = (days: number, more: Partial<CaseLine> = {}) => [overdue(days, 10, 'XS-1', more)];

  test.each<[string, readonly CaseLine[], AgedCase?]>([
    ['Due in 12 days', one(-12)],
    ['Due today', one(0)],
    ['40 days overdue, 94% likely to come in within 90 days', one(40)],
    ['91 days overdue (limit 91)', one(91)],
    ['366 days overdue (limit 366)', one(366)],
    ['The customer is closed; 40 days overdue', one(40), { books: { masters: [master({ closed: true })] } }],
    ['Disputed; 40 days overdue', one(40, { disputed: true })],
    ['Promised for 2026-06-20 and not paid', one(40), { annotations: { planNotes: [promise] } }],
    ['Only 94% likely to come in within 90 days (limit 100%)', one(40), { settings: { doubtfulBelowLikelihood90: 1, badBelowLikelihood90: 0 } }],
    ['Only 86% likely to come in within 90 days (limit 100%)', one(120), { settings: { doubtfulBelowLikelihood90: 0, badBelowLikelihood90: 1 } }],
    ['Sell-through goods not yet sold: not due', [line('2026-01-01', 'XS-1', 10)], sellThrough],
    ['Money on account: nothing to chase', [line('2026-01-01', 'SK-1', -10)]],
    ['Names a document of B: transfer it to that account', [line('2026-01-01', 'XS-000202', 50, { customer: 'B' }), line('2026-01-01', 'XS-000201', 50, { customer: 'A' }), line('2026-02-01', 'SK-1', -50, { customer: 'A', memo: 'XS-000202' })]],
  ])('%s', (sentence, lines, given = {}) => expect(reason(lines, given)).toBe(sentence));
});

describe('what is known beside the age', () => {
  const classes = (lines: readonly CaseLine[], given: AgedCase) => aged(lines, { asOf, settings, ...given }).aged.items.map((item) => item.class);
  const promised = (lines: readonly CaseLine[], more: Partial<PlanNote> = {}) => classes(lines, { annotations: { planNotes: [{ ...promise, ...more }] } });

  test('a promise is of its currency and customer alone', () => expect(promised([overdue(40, 10, 'XS-1'), overdue(40, 10, 'XS-2', { currency: 'USD' }), overdue(40, 10, 'XS-3', { customer: 'Other' })])).toEqual(['doubtful', 'collectible', 'collectible']));
  test('payments since it was made keep it; returns, earlier ones and those of another currency do not', () => {
    const paid = (iso: string, more: Partial<CaseLine> = {}) => promised([overdue(40, 10, 'XS-1'), line(iso, 'SK-1', -5, more)])[0];
    expect([paid('2026-06-02'), paid('2026-06-01'), paid('2026-05-20'), paid('2026-06-10', { kind: 'return' }), paid('2026-06-30')]).toEqual(['collectible', 'doubtful', 'doubtful', 'doubtful', 'collectible']);
    expect(promised([overdue(40, 10, 'XS-1'), line('2026-06-10', 'SK-1', -5, { currency: 'USD' })])[0]).toBe('doubtful');
  });
  test('what comes after the as-of day is not known', () => expect([promised([overdue(40, 10, 'XS-1'), line('2026-07-02', 'SK-1', -5)])[0], promised([overdue(40, 10, 'XS-1')], { writtenDay: day('2026-07-01') })[0], promised([overdue(40, 10, 'XS-1')], { writtenDay: day(asOf) })[0]]).toEqual(['doubtful', 'collectible', 'doubtful']));
  test('of an unknown day, it is kept by what the balance has fallen', () => expect([promised([overdue(40, 10, 'XS-1')], { writtenDay: null, openThenMinor: 1500 })[0], promised([overdue(40, 10, 'XS-1')], { writtenDay: null, openThenMinor: 1400 })[0]]).toEqual(['collectible', 'doubtful']));
  test('who is not closed is not lost', () => expect(classes([overdue(40, 10, 'XS-1'), overdue(40, 10, 'XS-2', { customer: 'Other' })], { books: { masters: [master({}), master({ customer: 1, closed: true })] } })).toEqual(['collectible', 'bad']));
});

describe('tables', () => {
  const rows = (lines: readonly CaseLine[], basis: string, by: string, given: AgedCase = {}) => aged(lines, { asOf, ...given }).aged.tables.filter((table) => table.basis === basis && table.by === by).flatMap((table) => table.rows.map((row) => `${row.name} ${row.currency} ${row.bucketsMinor.join(' ')}`));

  test('by document day nothing is "not due": a document of today stands in the first bucket', () => {
    const lines = [line('2026-06-30', 'XS-1', 1), line('2026-05-31', 'XS-2', 2), line('2026-05-30', 'XS-3', 4), line('2025-06-29', 'XS-4', 8)].map((each) => ({ ...each, dueDay: day('2026-08-01') }));
    expect([rows(lines, 'document-day', 'currency'), rows(lines, 'due-day', 'currency')]).toEqual([['CNY CNY 0 300 400 0 0 0 800'], ['CNY CNY 1500 0 0 0 0 0 0']]);
    expect(aged(lines, { asOf }).aged.items.map(({ ageDays }) => ageDays)).toEqual([366, 31, 30, 0]);
  });
  test('an opening balance without a day is as old as the ledger', () => {
    const lines = [line('2026-01-01', 'XS-1', 1), { ...line('2026-01-01', '', 2, { kind: 'opening' as const }), day: NO_DAY }, line('2026-06-30', 'SK-1', -1)];
    const { items } = aged(lines, { asOf: '2026-06-30' }).aged;
    expect(items.map(({ item, ageDays, daysOverdue }) => [item.openMinor, ageDays, daysOverdue])).toEqual([[200, 180, 180]]);
    expect([rows(lines, 'document-day', 'currency', { asOf: '2026-06-30' }), rows(lines, 'due-day', 'currency', { asOf: '2026-06-30' })]).toEqual([['CNY CNY 0 0 0 0 200 0 0'], ['CNY CNY 0 0 0 0 200 0 0']]);
  });
  test('by rep: the line’s own, else the customer’s', () => expect(rows([overdue(5, 1, 'XS-1', { rep: 'Zhao' }), overdue(5, 2, 'XS-2'), overdue(5, 4, 'XS-3', { customer: 'Other' })], 'due-day', 'rep', { books: { masters: [master({ rep: 'An' })] } })).toEqual([' CNY 0 400 0 0 0 0 0', 'An CNY 0 200 0 0 0 0 0', 'Zhao CNY 0 100 0 0 0 0 0']));
  test('in the order of names, then currencies', () => expect(rows([overdue(5, 1, 'XS-1', { customer: 'B', currency: 'USD' }), overdue(5, 2, 'XS-2', { customer: 'B', currency: 'CNY' }), overdue(40, 4, 'XS-3', { customer: 'A', currency: 'USD' })], 'due-day', 'customer')).toEqual(['A USD 0 0 400 0 0 0 0', 'B CNY 0 200 0 0 0 0 0', 'B USD 0 100 0 0 0 0 0']));
});

test('provisions stand by currency; a bucket beyond the rates takes the last, and money on account is nobody’s bad debt', () => {
  const { provisions } = aged([overdue(5, 100, 'XS-1', { currency: 'USD' }), overdue(400, 100, 'XS-2', { currency: 'EUR' }), line('2026-06-01', 'SK-1', -50, { currency: 'CNY' })], { asOf, settings: { ...settings, provisionByBucket: [0, 0.01, 0.02] } }).aged;
  expect(provisions.filter(({ by }) => by === 'bucket').map(({ currency, totalMinor }) => `${currency} ${totalMinor}`)).toEqual(['CNY 0', 'EUR 200', 'USD 100']);
});

describe('key figures', () => {
  test('month ends are what they were then, whatever the terms', () => {
    const terms = [term({ kind: 'sell-through', days: 10 }, 'Consignment'), term({ kind: 'instalments', parts: [{ share: 0.5, days: 10 }, { share: 0.5, days: 40 }] }, 'TV')];
    const goods = { productClass: 'Consignment', item: 'K1', quantity: 10 };
    const sold = (quantity: number, end: string) => ({ customer: 0, productClass: '', item: 'k1', quantity, amountMinor: null, periodStartDay: null, periodEndDay: day(end), sheet: 's', row: 1 });
    const lines = [
      line('2025-12-31', 'OPEN', 50, { kind: 'opening' }), line('2026-01-05', 'XS-1', 1000, goods), line('2026-01-06', 'XS-2', 300, { productClass: 'TV' }), line('2026-01-20', 'SK-1', -100, { memo: 'XS-1' }), line('2026-02-03', 'TH-1', -30, { kind: 'return', memo: 'XS-2' }),
      line('2026-02-15', 'XS-3', 70, { currency: 'USD' }), line('2026-03-05', 'SK-2', -250, { memo: 'XS-1' }), line('2026-03-20', 'SK-3', -150, { memo: 'XS-2' }), line('2026-04-02', 'SK-4', -20, { currency: 'USD' }), line('2026-04-20', 'SK-5', -400),
    ];
    const given = { books: { terms, sellThrough: [sold(4, '2026-01-31'), sold(3, '2026-02-28')] } };
    const figuresOn = (iso: string) => aged(lines, { ...given, asOf: iso }).aged.keyFigures;
    const now = figuresOn('2026-04-30');
    expect(now.map(({ currency, asOf: on }) => `${currency} ${formatIsoDay(on)}`)).toEqual(['CNY', 'USD'].flatMap((currency) => ['2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31'].map((iso) => `${currency} ${iso}`)));
    for (const figures of now) expect(figuresOn(formatIsoDay(figures.asOf)).find((then) => then.currency === figures.currency && then.asOf === figures.asOf) ?? figures).toEqual(figures);
    // At the end of February: the opening balance, 400 sold and due less 100 paid ahead, both instalments less the return.
    expect(now.filter(({ currency }) => currency === 'CNY').map(({ overdueMinor }) => overdueMinor / 100)).toEqual([120, 50 + 350 + 120, 50 + 300 + 270, 50 + 150, 0]);
  });
  test('sales are net of goods that came back; what a payment brings is collected; deductions are neither', () => {
    const lines = [line('2026-06-01', 'XS-1', 100), line('2026-06-02', 'PD-1', 20, { kind: 'transfer' }), line('2026-06-03', 'TH-1', -30, { kind: 'return' }), line('2026-06-04', 'SK-1', -40), line('2026-06-05', 'FY-1', -5, { kind: 'rebate' })];
    expect(aged(lines, { asOf }).aged.keyFigures[0]).toMatchObject({ salesMinor: 9000, collectedMinor: 4000, receivablesMinor: 4500, periodDays: 30 });
  });
  test('the last ninety days count, of an older ledger', () => {
    const lines = [line('2026-01-01', 'XS-1', 100), line('2026-04-01', 'XS-2', 10), line('2026-04-02', 'XS-3', 20), line('2026-06-30', 'XS-4', 40), line('2026-07-01', 'XS-5', 80)];
    expect(aged(lines, { asOf }).aged.keyFigures[0]).toMatchObject({ salesMinor: 6000, periodDays: 90, receivablesMinor: 17000 });
  });
  test('an opening balance stands before the period', () => {
    // (50 + 100 − 120) of (50 + 100 − 100) that could be collected.
    const lines = [line('2025-12-31', 'OPEN', 50, { kind: 'opening' }), line('2026-01-10', 'XS-1', 100), line('2026-01-20', 'SK-1', -30)];
    expect(aged(lines, { asOf: '2026-01-31' }).aged.keyFigures[0]).toMatchObject({ receivablesMinor: 12000, currentMinor: 10000, overdueMinor: 2000, salesMinor: 10000, periodDays: 32, collectionEffectivenessPercent: 60 });
  });
  test('nothing that could be collected, no effectiveness', () => expect(aged([line('2026-06-01', 'XS-1', 100)], { asOf: '2026-06-01' }).aged.keyFigures[0]).toMatchObject({ salesMinor: 10000, dso: 1, averageDaysDelinquent: 0, collectionEffectivenessPercent: null }));
  test('a year of month ends', () => expect(aged([line('2024-01-01', 'XS-1', 100)], { asOf }).aged.keyFigures.map(({ asOf: on }) => formatIsoDay(on)).slice(-2)).toEqual(['2025-07-31', '2025-06-30']));
});

describe('expected cash', () => {
  const cash = (lines: readonly CaseLine[], given: AgedCase = {}) => aged(lines, { asOf, ...given }).aged;
  const onPayDay = (payDay: number, dueIso: string, on = asOf) => {
    const { expectedCash } = cash([{ ...line('2026-01-01', 'XS-1', 1000), dueDay: day(dueIso) }], { asOf: on, books: { masters: [master({ payDay })] } });
    return expectedCash.flatMap(({ expectedMinor }, week) => (expectedMinor > 0 ? [week] : []));
  };

  test('is spread over the days of each thirty', () => {
    const { items: [{ item: { openMinor }, likelihood30, likelihood60, likelihood90 }], expectedCash } = cash([overdue(5, 1000, 'XS-1')]);
    const of30 = (days: number) => (openMinor * likelihood30 * days) / 30;
    const of60 = (days: number) => (openMinor * (likelihood60 - likelihood30) * days) / 30;
    const of90 = (days: number) => (openMinor * (likelihood90 - likelihood60) * days) / 30;
    expect(expectedCash.map(({ expectedMinor }) => expectedMinor)).toEqual([of30(7), of30(7), of30(7), of30(7), of30(2) + of60(5), of60(7), of60(7), of60(7), of60(4) + of90(3), of90(7), of90(7), of90(7), of90(6)].map(Math.round));
    expect(expectedCash.map(({ weekStartDay }) => weekStartDay)).toEqual(Array.from({ length: 13 }, (_, week) => day('2026-07-01') + 7 * week));
  });
  test('comes on the pay day, also where the due day is later: then on the one before', () => expect([onPayDay(10, '2026-06-25'), onPayDay(25, '2026-07-20'), onPayDay(10, '2026-07-20'), onPayDay(10, '2026-08-20')]).toEqual([[1, 5, 10], [3, 7, 12], [1, 5, 10], [1, 5, 10]]));
  test('of two pay days in thirty days, on the first from the due day on', () => expect([onPayDay(1, '2026-02-10', '2026-01-31')[0], onPayDay(1, '2026-02-01', '2026-01-31')[0], onPayDay(1, '2026-01-10', '2026-01-31')[0]]).toEqual([4, 0, 0]));
  test('is sure where it is likely enough', () => {
    const paid = Array.from({ length: 40 }, (_, at) => [{ ...line('2026-01-01', `XS-${1000 + at}`, 10), dueDay: day('2026-03-01') }, { ...line('2026-03-02', `SK-${1000 + at}`, -10, { memo: `XS-${1000 + at}` }) }]).flat();
    const [sure, doubtful] = [cash([...paid, overdue(0, 100, 'XS-900')]), cash([...paid, overdue(0, 100, 'XS-900')], { books: { masters: [master({ payDay: 10 })] } })];
    expect(sure.items[0].likelihood30).toBeGreaterThan(0.8);
    for (const { expectedCash } of [sure, doubtful]) {
      expect(expectedCash[0].expectedMinor + expectedCash[1].expectedMinor).toBeGreaterThan(1000);
      expect(expectedCash.map(({ sureMinor }) => sureMinor)).toEqual(expectedCash.map(({ expectedMinor }) => expectedMinor));
    }
    expect(cash([overdue(200, 100, 'XS-1')]).expectedCash.every(({ expectedMinor, sureMinor }) => expectedMinor > 0 && sureMinor === 0)).toBe(true);
  });
  test('currency by currency; money on account brings none', () => {
    const { expectedCash } = cash([overdue(5, 10, 'XS-1', { currency: 'USD' }), line('2026-06-01', 'SK-1', -10, { currency: 'EUR' })]);
    expect(expectedCash.map(({ currency }) => currency)).toEqual([...Array<string>(13).fill('EUR'), ...Array<string>(13).fill('USD')]);
    expect(expectedCash.slice(0, 13).every(({ expectedMinor }) => expectedMinor === 0)).toBe(true);
  });
});

describe('reasons of likelihood', () => {
  const lives = (disputedLate: number, ordinaryLate: number) => [
    ...Array.from({ length: 12 }, (_, at) => ({ late: at % 2 ? disputedLate : ordinaryLate, disputed: at % 2 === 1 })).flatMap(({ late, disputed }, at) => [
      { ...line('2026-01-01', `XS-${100 + at}`, 10, { disputed }), dueDay: day('2026-03-01') }, { ...line('2026-01-01', `SK-${100 + at}`, -10, { memo: `XS-${100 + at}` }), day: day('2026-03-01') + late },
    ]),
    { ...line('2026-01-01', 'XS-900', 10, { disputed: true }), dueDay: day('2026-07-20') },
  ];
  const reason = (lines: readonly CaseLine[]) => say(aged(lines, { asOf }).aged.items[0].likelihoodReason, 'en');

  test('a dispute is worth a word where disputed invoices take longer', () => {
    expect([reason(lives(40, 10)), reason(lives(-5, -40)), reason(lives(11, 10))]).toEqual([
      '12 invoices settled, nine in ten within 40 days of the due date; disputed ones take 11 days longer',
      '12 invoices settled, nine in ten by the due date; disputed ones take 13 days longer',
      '12 invoices settled, nine in ten within 11 days of the due date',
    ]);
  });
  test('money on account', () => expect(reason([line('2026-01-01', 'SK-1', -10)])).toBe('Money on account'));
});

test('a fit that would overshoot goes half the way, and half again', () => {
  const outcomes = Array.from({ length: 100 }, (_, at) => at % 2);
  const [constant] = fitLogistic([new Float64Array(100).fill(1)], outcomes, [-6], [1e-6]);
  expect(constant).toBeCloseTo(0, 4);
});

test('a fit stands where nothing pulls it further: each feature’s errors against the pull of its prior', () => {
  const rows = Array.from({ length: 200 }, (_, at) => ({ x: ((at * 37) % 41) / 20 - 1, y: ((at * 53) % 29) / 14 - 1 }));
  const columns = [new Float64Array(200).fill(1), Float64Array.from(rows, ({ x }) => x), Float64Array.from(rows, ({ x, y }) => y + 0.8 * x)];
  const outcomes = rows.map(({ x, y }, at) => ((at * 7919) % 100 < 100 * sigmoid(0.4 + x - 0.7 * y) ? 1 : 0));
  const [prior, ridge] = [[0.5, -0.5, 0.25], [2, 3, 5]];
  const fit = fitLogistic(columns, outcomes, prior, ridge);
  const errors = outcomes.map((outcome, row) => outcome - sigmoid(fit.reduce((sum, value, k) => sum + value * columns[k][row], 0)));
  fit.forEach((value, k) => expect(errors.reduce((sum, error, row) => sum + error * columns[k][row], 0)).toBeCloseTo(ridge[k] * (value - prior[k]), 4));
});

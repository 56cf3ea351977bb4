/** Each rule of settlement by the smallest ledger that shows it. */
import type { Annotations } from '../../src/annotations/annotations';
import { EntryKeys } from '../../src/ledger/entry-keys';
import { MatchColumns } from '../../src/matching/match-columns';
import type { Match, Reconciliation } from '../../src/matching/reconciliation';
import { allocationsOf, booksOf, day, line, openOf, settled, term, NO_RECONCILIATION } from './support';

const THREE = [line('2026-01-01', 'XS-000101', 100), line('2026-01-02', 'XS-000102', 200), line('2026-01-03', 'XS-000103', 300)];

describe('documents that a payment names', () => {
  test.each([
    ['the number as printed', { references: 'XS-000103' }],
    ['lower case, without zeros', { memo: 'pays xs 103' }],
    ['full-width digits', { memo: '对应１０３' }],
    ['among words', { memo: '货款 对应XS-000103' }],
  ])('%s', (_, how) => {
    expect(allocationsOf([...THREE, line('2026-02-01', 'SK-1', -50, how)])).toEqual(['SK-1 → XS-000103 50.00 named-document']);
  });

  test('several, the earliest due first', () => {
    expect(allocationsOf([...THREE, line('2026-02-01', 'SK-1', -320, { memo: '对应XS-000103,XS-000102' })])).toEqual(['SK-1 → XS-000102 200.00 named-document', 'SK-1 → XS-000103 120.00 named-document']);
  });

  test('a range', () => {
    expect(openOf([...THREE, line('2026-02-01', 'SK-1', -500, { memo: 'XS-000102~000103' })])).toEqual(['XS-000101 100.00 due 2026-01-31']);
  });

  test('a slip of the hand, where the amount bears it out', () => {
    expect(allocationsOf([...THREE, line('2026-02-01', 'SK-1', -200, { memo: 'XS-000120' })])).toEqual(['SK-1 → XS-000102 200.00 named-document']);
  });

  test('a date in the memo is no document', () => {
    const lines = [line('2026-01-01', 'XS-1', 70), line('2026-01-02', 'XS-2026', 100), line('2026-02-01', 'SK-1', -50, { memo: '2026年1月货款' })];
    expect(allocationsOf(lines)).toEqual(['SK-1 → XS-1 50.00 oldest by policy']);
  });

  test('a payment that says nothing does not take what its neighbour of the same day names', () => {
    const lines = [...THREE, line('2026-02-01', 'SK-1', -90), line('2026-02-01', 'SK-2', -100, { memo: 'XS-000101' })];
    expect(allocationsOf(lines)).toEqual(['SK-2 → XS-000101 100.00 named-document', 'SK-1 → XS-000102 90.00 oldest by policy']);
  });

  test('short payment: the rest of the named invoice stays open with its due date', () => {
    expect(openOf([...THREE, line('2026-02-01', 'SK-1', -95, { memo: 'XS-000101' })])[0]).toBe('XS-000101 5.00 due 2026-01-31');
  });

  test('a document from before the ledger begins lies in the opening balance', () => {
    const lines = [line('2025-12-31', 'OPEN', 80, { kind: 'opening' }), ...THREE, line('2026-02-01', 'SK-1', -60, { memo: 'XS-000044' })];
    expect(allocationsOf(lines)).toEqual(['SK-1 → OPEN 60.00 oldest by policy']);
  });

  test('a document still to come is waited for, and taken when it comes', () => {
    const lines = [...THREE, line('2026-02-01', 'SK-1', -70, { memo: '预付 XS-000110' }), line('2026-02-10', 'XS-000110', 90)];
    expect(openOf(lines, { asOf: '2026-02-05' })).toContain('SK-1 -70.00 on account');
    expect(allocationsOf(lines)).toEqual(['SK-1 → XS-000110 70.00 named-document']);
  });
});

test("a payment that names another customer's invoice waits on account, and says whose it is", () => {
  const lines = [line('2026-01-01', 'XS-000201', 100, { customer: 'A' }), line('2026-01-01', 'XS-000202', 50, { customer: 'B' }), line('2026-02-01', 'SK-1', -50, { customer: 'A', memo: 'XS-000202' })];
  const { settlement } = settled(lines);
  expect([...settlement.allocations]).toEqual([]);
  expect(settlement.openItems.find((item) => item.onAccount)).toMatchObject({ openMinor: -5000, customer: 0, onBehalfOf: 1 });
});

describe('remittances', () => {
  const remittance = (payment: string, invoice: string, amount: number) => ({ customer: 0, payment, invoice, amountMinor: amount * 100, memo: '', day: null, sheet: 'remittance', row: 1 });

  test('its amounts, invoice by invoice', () => {
    const given = { books: { remittances: [remittance('SK-1', 'XS-000102', 150), remittance('SK-1', '103', 50)] } };
    expect(allocationsOf([...THREE, line('2026-02-01', 'SK-1', -200)], given)).toEqual(['SK-1 → XS-000102 150.00 remittance', 'SK-1 → XS-000103 50.00 remittance']);
  });

  test('a credit note taken inside the payment settles the same invoice', () => {
    // XS-000110 is not booked yet when the credit note comes: it waits.
    const lines = [line('2026-01-01', 'XS-000101', 100), line('2026-01-05', 'TH-000009', -20, { kind: 'return', memo: 'XS-000110' }), line('2026-02-01', 'SK-1', -80)];
    const given = { books: { remittances: [remittance('SK-1', 'XS-000101', 100), remittance('SK-1', 'TH-000009', -20)] } };
    expect(allocationsOf(lines, given)).toEqual(['SK-1 → XS-000101 80.00 remittance', 'TH-000009 → XS-000101 20.00 remittance']);
  });
});

describe("the customer's matched line", () => {
  const match = (status: Match['status']): Reconciliation => ({
    ...NO_RECONCILIATION,
    matches: MatchColumns.from([{ customer: 0, currency: 'CNY', ours: [3], theirs: [0], status, rule: 'unique-amount', confidence: 1, differenceMinor: 0, evidence: [], alternatives: [], decision: null }]),
  });
  const lines = (theirDay: string) => [...THREE, line('2026-02-01', 'SK-1', -150), line(theirDay, 'FK-7', -150, { side: 'theirs', references: 'XS-000102' })];

  test('names what ours does not', () => {
    for (const theirDay of ['2026-01-30', '2026-02-01']) expect(allocationsOf(lines(theirDay), { reconciliation: match('confirmed') })).toEqual(['SK-1 → XS-000102 150.00 customers-line']);
  });

  test('not when it is only suggested, nor when it was booked later', () => {
    expect(allocationsOf(lines('2026-01-30'), { reconciliation: match('suggested') })[0]).toBe('SK-1 → XS-000101 100.00 oldest by policy');
    expect(allocationsOf(lines('2026-02-03'), { reconciliation: match('confirmed') })[0]).toBe('SK-1 → XS-000101 100.00 oldest by policy');
  });
});

describe('returns and deductions', () => {
  test('a return credits the lines of its own invoice, the same goods first', () => {
    const lines = [line('2026-01-01', 'XS-1', 100, { productClass: '彩电', item: '55Q' }), line('2026-01-01', 'XS-1', 80, { productClass: '小家电', item: '电水壶' }), line('2026-01-05', 'TH-1', -30, { kind: 'return', productClass: '小家电', item: '电水壶', memo: '对应XS-1' })];
    const { books, settlement } = settled(lines);
    expect(settlement.allocations.count).toBe(1);
    expect(books.texts.at(books.ours.item[settlement.allocations.at(0).debit])).toBe('电水壶');
    expect(settlement.allocations.at(0).rule).toBe('belongs-to');
  });

  test('an exchange nets within its own number', () => {
    const lines = [line('2026-01-01', 'XS-1', 500), line('2026-01-21', 'HH-1', -84.45, { kind: 'return' }), line('2026-01-21', 'HH-1', 84.45)];
    expect(allocationsOf(lines)).toEqual(['HH-1 → HH-1 84.45 belongs-to']);
  });

  test('a deduction belongs to the invoices of the payment it was taken from', () => {
    const lines = [...THREE, line('2026-02-01', 'SK-1', -180, { memo: '对应FK26000174 XS-000102' }), line('2026-02-20', 'FY-1', -20, { kind: 'advertising', memo: '对应FK26000174' })];
    expect(allocationsOf(lines)).toEqual(['SK-1 → XS-000102 180.00 named-document', 'FY-1 → XS-000102 20.00 belongs-to']);
  });

  test('a discount granted for early payment closes the invoice it names', () => {
    const lines = [...THREE, line('2026-01-20', 'SK-1', -196, { memo: 'XS-000102' }), line('2026-01-20', 'ZK-1', -4, { kind: 'adjustment', memo: '现金折扣 XS-000102' })];
    expect(allocationsOf(lines)).toEqual(['SK-1 → XS-000102 196.00 named-document', 'ZK-1 → XS-000102 4.00 belongs-to']);
  });

  test('a deduction that equals an invoice by chance is not laid against it', () => {
    expect(allocationsOf([...THREE, line('2026-02-20', 'FY-1', -200, { kind: 'rebate' })])[0]).toBe('FY-1 → XS-000101 100.00 oldest by policy');
  });
});

describe('a line that counts documents without naming them all', () => {
  const invoices = [line('2026-01-01', 'XS-001340', 70), line('2026-01-02', 'XS-001345', 100), line('2026-01-03', 'XS-001346', 200), line('2026-01-04', 'XS-001347', 50)];
  const laid = (amount: number, memo = 'XS-001345等3张') => allocationsOf([...invoices, line('2026-02-01', 'SK-1', -amount, { memo })]).map((text) => text.replace('SK-1 → XS-00', ''));

  test('means the next ones, where the amount bears it out', () => expect(laid(350)).toEqual(['1345 100.00 named-document', '1346 200.00 named-document', '1347 50.00 named-document']));
  test('paid short in the last one', () => expect(laid(340)).toEqual(['1345 100.00 named-document', '1346 200.00 named-document', '1347 40.00 named-document']));
  test('names no more than it names where the amount does not', () => expect(laid(170)).toEqual(['1345 100.00 named-document', '1340 70.00 exact-invoice']));
  test('where one of them is not ours, none is meant', () => expect(laid(350, 'XS-001345等4张')).toEqual(['1345 100.00 named-document', '1340 70.00 oldest by policy', '1346 180.00 oldest by policy']));
});

describe('policy', () => {
  test('one whole document of several lines', () => {
    const lines = [line('2026-01-01', 'XS-1', 70), line('2026-01-02', 'XS-2', 40), line('2026-01-02', 'XS-2', 61), line('2026-02-01', 'SK-1', -101)];
    expect(allocationsOf(lines)).toEqual(['SK-1 → XS-2 40.00 exact-document', 'SK-1 → XS-2 61.00 exact-document']);
  });

  test('of two invoices of the same amount the one due first, marked as policy', () => {
    const lines = [line('2026-01-01', 'XS-1', 70, { due: '2026-05-01' }), line('2026-01-02', 'XS-2', 70), line('2026-02-01', 'SK-1', -70)];
    expect(allocationsOf(lines)).toEqual(['SK-1 → XS-2 70.00 exact-invoice by policy']);
  });

  test('the product class that the memo speaks of, before older ones', () => {
    const lines = [line('2026-01-01', 'XS-1', 100, { productClass: '彩电' }), line('2026-01-02', 'XS-2', 100, { productClass: '洗衣机' }), line('2026-02-01', 'SK-1', -130, { memo: '洗衣机货款' })];
    expect(allocationsOf(lines)).toEqual(['SK-1 → XS-2 100.00 oldest-in-class by policy', 'SK-1 → XS-1 30.00 oldest']);
  });

  test('a credit that precedes its debit waits and is applied when the debit comes', () => {
    const lines = [line('2025-12-31', 'OPEN', -100, { kind: 'opening' }), line('2026-01-10', 'XS-1', 130)];
    expect(openOf(lines)).toEqual(['XS-1 30.00 due 2026-02-09']);
    expect(settled(lines).settlement.allocations.at(0).day).toBe(day('2026-01-10'));
  });
});

describe('the user and the ledger know better', () => {
  test("the user's own allocation wins, and is kept for a debit still to come", () => {
    const lines = [...THREE, line('2026-02-01', 'SK-1', -100), line('2026-02-10', 'XS-000104', 400)];
    const keys = new EntryKeys(booksOf(lines));
    const manualAllocations = [{ creditKey: keys.keyOf('ours', 3), debitKey: keys.keyOf('ours', 4), amountMinor: 6000 }];
    expect(allocationsOf(lines, { annotations: { manualAllocations } })).toEqual(['SK-1 → XS-000101 40.00 oldest by policy', 'SK-1 → XS-000104 60.00 manual']);
  });

  test('no payment takes what the user has given to another', () => {
    const lines = [...THREE, line('2026-02-01', 'SK-1', -100), line('2026-02-10', 'SK-2', -100)];
    const keys = new EntryKeys(booksOf(lines));
    const manualAllocations = [{ creditKey: keys.keyOf('ours', 4), debitKey: keys.keyOf('ours', 0), amountMinor: null }];
    expect(allocationsOf(lines, { annotations: { manualAllocations } })).toEqual(['SK-1 → XS-000102 100.00 oldest by policy', 'SK-2 → XS-000101 100.00 manual']);
  });

  test('an allocation by hand whose lines have changed is not dropped silently', () => {
    const lines = [...THREE, line('2026-02-01', 'SK-1', -100), line('2026-02-02', 'SK-9', -30, { customer: 'Other' })];
    const keys = new EntryKeys(booksOf(lines));
    const [invoice, payment, others] = [0, 3, 4].map((entry) => keys.keyOf('ours', entry));
    const problemsOf = (...manualAllocations: readonly Annotations['manualAllocations'][number][]) => settled(lines, { annotations: { manualAllocations } }).settlement.problems?.map(({ code }) => code);
    expect(problemsOf({ creditKey: payment, debitKey: invoice, amountMinor: 10000 })).toEqual([]);
    expect(problemsOf({ creditKey: payment, debitKey: 'gone', amountMinor: null })).toEqual(['settlement.manual-gone']);
    expect(problemsOf({ creditKey: 'lost', debitKey: 'gone', amountMinor: null })).toEqual(['settlement.manual-both-gone']);
    expect(problemsOf({ creditKey: others, debitKey: invoice, amountMinor: null })).toEqual(['settlement.manual-no-pair']);
    expect(problemsOf({ creditKey: payment, debitKey: invoice, amountMinor: 99900 })).toEqual(['settlement.manual-reduced']);
    expect(problemsOf({ creditKey: payment, debitKey: invoice, amountMinor: null }, { creditKey: payment, debitKey: invoice, amountMinor: null })).toEqual(['settlement.manual-nothing-left']);
  });

  test("the ledger's own clearing numbers tie, and keep others out", () => {
    const lines = [line('2026-01-01', 'XS-1', 100, { clearing: 'A1' }), line('2026-01-02', 'XS-2', 100), line('2026-02-01', 'SK-1', -50), line('2026-02-10', 'SK-2', -100, { clearing: 'A1' })];
    expect(allocationsOf(lines)).toEqual(['SK-1 → XS-2 50.00 oldest', 'SK-2 → XS-1 100.00 cleared-in-ledger']);
  });

  test('a clearing number that ties nothing is none, nor is one that only another account ties', () => {
    const apart = [line('2026-01-01', 'XS-1', 100, { clearing: '1' }), line('2026-02-01', 'SK-1', -100), line('2026-01-01', 'XS-2', 70, { customer: 'Other' }), line('2026-02-01', 'SK-2', -70, { customer: 'Other', clearing: '1' }), line('2026-01-01', 'XS-3', 30, { currency: 'USD' }), line('2026-02-01', 'SK-3', -30, { currency: 'USD', clearing: '1' })];
    expect(openOf(apart)).toEqual([]);
    expect(allocationsOf([line('2026-01-01', 'XS-1', 100, { clearing: 'A1' }), line('2026-02-01', 'SK-1', -50)])).toEqual(['SK-1 → XS-1 50.00 oldest']);
  });
});

describe('due days', () => {
  const dueOf = (rule: Parameters<typeof term>[0], iso: string) => openOf([line(iso, 'XS-1', 1)], { books: { terms: [term(rule)] } })[0];

  test.each([
    ['days', { kind: 'days', days: 45 }, '2026-01-20', '2026-03-06'],
    ['month end and days', { kind: 'month-end', days: 30 }, '2026-01-20', '2026-03-02'],
    ['a fixed day of the next month', { kind: 'fixed-day', dayOfMonth: 25, months: 1 }, '2026-01-31', '2026-02-25'],
    ['a fixed day of the same month', { kind: 'fixed-day', dayOfMonth: 25, months: 0 }, '2026-02-25', '2026-02-25'],
    ['a fixed day of the same month that has passed: the next one', { kind: 'fixed-day', dayOfMonth: 25, months: 0 }, '2026-01-28', '2026-02-25'],
    ['the end of the same month', { kind: 'fixed-day', dayOfMonth: 31, months: 0 }, '2024-02-29', '2024-02-29'],
    ['a fixed day that the month does not have', { kind: 'fixed-day', dayOfMonth: 31, months: 1 }, '2026-01-15', '2026-02-28'],
  ] as const)('%s', (_, rule, iso, due) => expect(dueOf(rule, iso)).toBe(`XS-1 1.00 due ${due}`));

  test('printed first; then customer and class, customer, class, general, default', () => {
    const terms = [term({ kind: 'days', days: 1 }, 'TV', 0), term({ kind: 'days', days: 2 }, '', 0), term({ kind: 'days', days: 3 }, 'tv'), term({ kind: 'days', days: 4 })];
    const dues = (withTerms: typeof terms) => openOf([
      line('2026-01-01', 'A', 1, { customer: 'First', productClass: 'TV', due: '2026-01-21' }), line('2026-01-01', 'B', 1, { customer: 'First', productClass: 'TV' }),
      line('2026-01-01', 'C', 1, { customer: 'First', productClass: 'Fan' }), line('2026-01-01', 'D', 1, { customer: 'Other', productClass: 'ＴＶ' }), line('2026-01-01', 'E', 1, { customer: 'Other' }),
    ], { books: { terms: withTerms } }).map((text) => text.slice(-2));
    expect(dues(terms)).toEqual(['21', '02', '03', '04', '05']);
    expect(dues([])).toEqual(['21', '31', '31', '31', '31']);
  });

  test("a customer's term is no other customer's, even for the same goods", () => {
    const lines = ['First', 'Other'].map((customer) => line('2026-01-01', customer, 1, { customer, productClass: 'TV' }));
    expect(openOf(lines, { books: { terms: [term({ kind: 'days', days: 10 }, 'TV', 0), term({ kind: 'days', days: 20 }, 'TV')] } })).toEqual(['First 1.00 due 2026-01-11', 'Other 1.00 due 2026-01-21']);
  });

  test('the general term is for every class, and of two terms for the same the lower one on the sheet', () => {
    const lines = [line('2026-01-01', 'XS-1', 1, { productClass: 'Radio' }), line('2026-01-01', 'XS-2', 1, { productClass: 'TV' })];
    const terms = [5, 10].flatMap((days) => [term({ kind: 'days', days }), term({ kind: 'days', days: 2 * days }, 'TV', 0)]);
    expect(openOf(lines, { books: { terms } })).toEqual(['XS-1 1.00 due 2026-01-11', 'XS-2 1.00 due 2026-01-21']);
    const ofCustomer = [5, 10].map((days) => term({ kind: 'days', days }, '', 0));
    expect(openOf(lines, { books: { terms: ofCustomer } })).toEqual(['XS-1 1.00 due 2026-01-11', 'XS-2 1.00 due 2026-01-11']);
  });

  test('only debits fall due', () => expect(settled([line('2026-01-01', 'XS-1', 10), line('2026-01-02', 'TH-1', -5, { kind: 'return', due: '2026-03-01' })]).settlement.dueDays).toEqual(Int32Array.of(day('2026-01-31'), 0)));

  test('a transfer received falls due by its term, a cheque returned at once', () => {
    const lines = [line('2026-01-01', 'PD-1', 10, { kind: 'transfer' }), line('2026-01-01', 'SK-9', 10, { kind: 'payment' })];
    expect(openOf(lines)).toEqual(['PD-1 10.00 due 2026-01-31', 'SK-9 10.00 due 2026-01-01']);
  });

  test('an undated opening line is as old as the ledger', () => {
    const undated = { ...line('2026-01-01', 'OPEN', 50, { kind: 'opening' }), day: 0 };
    expect(openOf([line('2026-01-07', 'XS-1', 10), line('2026-01-05', 'XS-2', 20), undated, line('2026-01-09', 'XS-3', 30)])[0]).toBe('OPEN 50.00 due 2026-01-05');
  });
});

describe('sell-through', () => {
  const terms = [term({ kind: 'sell-through', days: 10 })];
  const sold = (quantity: number, end: string) => ({ customer: 0, productClass: '', item: 'K1', quantity, amountMinor: null, periodStartDay: null, periodEndDay: day(end), sheet: 'sales', row: 1 });
  const delivered = [line('2026-01-01', 'XS-1', 1000, { item: 'K1', quantity: 10 }), line('2026-01-10', 'XS-2', 500, { item: 'K1', quantity: 5 })];

  test('without a report nothing is due, and payments settle what was delivered first', () => {
    const lines = [...delivered, line('2026-02-01', 'SK-1', -300)];
    expect(openOf(lines, { books: { terms } })).toEqual(['XS-1 700.00 not due', 'XS-2 500.00 not due']);
    expect(allocationsOf(lines, { books: { terms } })).toEqual(['SK-1 → XS-1 300.00 sell-through']);
  });

  test('what is reported sold falls due, first delivered first', () => {
    const given = { asOf: '2026-03-31', books: { terms, sellThrough: [sold(4, '2026-01-31'), sold(8, '2026-02-28')] } };
    expect(openOf(delivered, given)).toEqual(['XS-2 300.00 not due', 'XS-1 400.00 due 2026-02-10', 'XS-1 600.00 due 2026-03-10', 'XS-2 200.00 due 2026-03-10']);
  });

  test('a payment settles what was sold; what was paid ahead counts for the goods sold first', () => {
    const lines = [...delivered, line('2026-01-20', 'SK-1', -100), line('2026-02-05', 'SK-2', -150)];
    const given = { asOf: '2026-02-05', books: { terms, sellThrough: [sold(4, '2026-01-31')] } };
    expect(openOf(lines, given)).toEqual(['XS-1 600.00 not due', 'XS-2 500.00 not due', 'XS-1 150.00 due 2026-02-10']);
  });

  test('what was sold comes before an exact fit with goods not yet sold', () => {
    const lines = [...delivered, line('2026-02-05', 'SK-1', -500)];
    const given = { asOf: '2026-02-05', books: { terms, sellThrough: [sold(4, '2026-01-31')] } };
    expect(allocationsOf(lines, given)).toEqual(['SK-1 → XS-1 400.00 sell-through', 'SK-1 → XS-1 100.00 sell-through']);
    expect(allocationsOf(lines, { books: { terms } })).toEqual(['SK-1 → XS-2 500.00 exact-invoice']);
  });

  test('an agreement on the customer sheet is enough', () => {
    const master = { customer: 0, rep: '', region: '', distanceKm: null, payDay: null, approvalDays: null, method: null, place: '', contact: '', language: null, jurisdiction: '', creditLimitMinor: null, reconcileEveryMonths: null, lastReconciledDay: null, agreementDay: null, settlesBy: 'sell-through' as const, closed: false, margin: null, sheet: 'c', row: 1 };
    expect(openOf(delivered, { books: { masters: [master] } })).toEqual(['XS-1 1000.00 not due', 'XS-2 500.00 not due']);
    const sales = { asOf: '2026-03-31', books: { masters: [master], sellThrough: [sold(15, '2026-01-31')] } };
    expect(openOf(delivered, sales)).toEqual(['XS-1 1000.00 due 2026-01-31', 'XS-2 500.00 due 2026-01-31']);
    // How many days after the sale, a term says.
    expect(openOf(delivered, { ...sales, books: { ...sales.books, terms: [term({ kind: 'sell-through', days: 10 }, '', 0)] } })).toEqual(['XS-1 1000.00 due 2026-02-10', 'XS-2 500.00 due 2026-02-10']);
  });
});

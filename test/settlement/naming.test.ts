/** What a number that somebody writes may mean: documents that share digits, other customers' documents, counts, vouchers of the customer. */
import { MatchColumns } from '../../src/matching/match-columns';
import type { Match } from '../../src/matching/reconciliation';
import { NO_RECONCILIATION, allocationsOf, line, settled } from './support';

const THREE = [line('2026-01-01', 'XS-000101', 100), line('2026-01-02', 'XS-000102', 200), line('2026-01-03', 'XS-000103', 300)];

describe('a number with its letters', () => {
  const paid = (references: string, ...documents: readonly [string, string]) => allocationsOf([line('2026-01-01', documents[0], 100), line('2026-01-02', documents[1], 60), line('2026-02-01', 'SK-1', -160, { references })]);

  test('means one that was booked without letters too', () => expect(paid('XS-000103', 'XS-000103', '103')).toEqual(['SK-1 → XS-000103 100.00 named-document', 'SK-1 → 103 60.00 named-document']));
  test('and one that is known by these last digits', () => expect(paid('INV-0105', 'INV-0105', 'INV-2026-0105')).toEqual(['SK-1 → INV-0105 100.00 named-document', 'SK-1 → INV-2026-0105 60.00 named-document']));
  test('but none of other letters', () => expect(paid('XS-000103', 'XS-000103', 'DN-000103')).toEqual(['SK-1 → XS-000103 100.00 named-document', 'SK-1 → DN-000103 60.00 exact-invoice']));
});

test('a year, zeros and a number are known by that number', () => {
  const lines = [line('2026-01-01', 'XS-2026001082', 100), line('2026-01-02', 'XS-2026001083', 100), line('2026-02-01', 'SK-1', -40, { memo: '对应1083' })];
  expect(allocationsOf(lines)).toEqual(['SK-1 → XS-2026001083 40.00 named-document']);
});

describe("another customer's document", () => {
  const theirs = [line('2026-01-05', 'XS-000150', 50, { customer: 'B' }), line('2026-01-06', '190', 50, { customer: 'B' })];
  const onBehalfOf = (more: Parameters<typeof line>[3], ...others: readonly ReturnType<typeof line>[]) => {
    const { books, settlement } = settled([line('2026-01-01', 'XS-000201', 40, { customer: 'A' }), ...theirs, ...others, line('2026-02-01', 'SK-1', -60, { customer: 'A', ...more })]);
    const item = settlement.openItems.find(({ onAccount }) => onAccount);
    return item?.onBehalfOf === undefined ? null : books.customers[item.onBehalfOf].name;
  };

  test.each(['XS-000150', 'XS-000150, 150', '150, XS-000150', 'XS-000150~000152', 'XS-000149~000151'])('is meant by %s', (memo) => expect(onBehalfOf({ memo })).toBe('B'));
  test.each(['150', '149~151', '190'])('could be meant by chance in %s', (memo) => expect([onBehalfOf({ memo }), onBehalfOf({ references: memo })]).toEqual([null, null]));
  test('is none where they have it in two currencies, or as a credit note', () => {
    expect(onBehalfOf({ memo: 'XS-000150' }, line('2026-01-07', 'XS-000150', 50, { customer: 'B', currency: 'USD' }))).toBeNull();
    expect(onBehalfOf({ memo: 'XS-000170' }, line('2026-01-07', 'XS-000170', -50, { customer: 'B' }))).toBeNull();
  });
  test('is known from the first of its lines on', () => expect(onBehalfOf({ memo: 'XS-000150' }, line('2026-02-10', 'XS-000150', 20, { customer: 'B' }))).toBe('B'));

  test("what is left of the payment once it was transferred is on nobody's behalf", () => {
    const lines = [line('2026-01-01', 'XS-000150', 50, { customer: 'B' }), line('2026-02-01', 'SK-1', -60, { customer: 'A', memo: 'XS-000150' }), line('2026-02-10', 'XS-000150', 50, { customer: 'A', kind: 'transfer' })];
    expect(settled(lines).settlement.openItems.find(({ onAccount }) => onAccount)).toMatchObject({ openMinor: -1000, onBehalfOf: undefined });
  });
});

describe('a count of documents', () => {
  const invoices = (count: number) => Array.from({ length: count }, (_, at) => line('2026-01-01', `XS-${20000 + at}`, 10 + at));
  const named = (amount: number, more: Parameters<typeof line>[3], count = 60) => allocationsOf([...invoices(count), line('2026-02-01', 'SK-1', -amount, more)]).filter((text) => text.endsWith('named-document')).length;
  const totalOf = (count: number) => (count * (19 + count)) / 2;

  test('of up to fifty beyond those named', () => expect([named(totalOf(51), { memo: 'XS-20000等51张' }), named(totalOf(52), { memo: 'XS-20000等52张' })]).toEqual([51, 1]));
  test('in the references as in the memo', () => expect(named(33, { references: 'XS-20000等3张' })).toBe(3));
  test('says nothing where no number stands before it', () => expect(named(33, { references: 'XS-20000', memo: '等3张' })).toBe(1));
  test('nor where one of them is a range', () => expect(named(10 + 11 + 13 + 14 + 15 + 16, { memo: 'XS-20000~20001,XS-20003等5张' })).toBe(3));
});

describe("the customer's voucher", () => {
  const matched = (ours: number, theirs: number): Match => ({ customer: 0, currency: 'CNY', ours: [ours], theirs: [theirs], status: 'confirmed', rule: 'unique-amount', confidence: 1, differenceMinor: 0, evidence: [], alternatives: [], decision: null });
  const deducted = (paidUnder: string, deductedUnder: string) => allocationsOf([
    ...THREE, line('2026-02-01', 'SK-1', -180, { memo: 'XS-000102' }), line('2026-02-20', 'FY-1', -20, { kind: 'advertising' }),
    line('2026-01-31', paidUnder, -180, { side: 'theirs' }), line('2026-02-19', deductedUnder, -20, { side: 'theirs' }),
  ], { reconciliation: { ...NO_RECONCILIATION, matches: MatchColumns.from([matched(3, 0), matched(4, 1)]) } })[1];

  test.each([['FK-7', 'FK 007'], ['月结', '月结'], ['ACH', 'ａｃｈ'], ['FK-2026-0007', 'fk20260007']])('under which both the payment (%s) and the deduction (%s) are booked ties the deduction to what was paid', (paid, deduction) => expect(deducted(paid, deduction)).toBe('FY-1 → XS-000102 20.00 belongs-to'));
  test.each([['FK-7', 'FK-8'], ['月结', '季结'], ['', '']])('two of them (%p, %p) tie nothing', (paid, deduction) => expect(deducted(paid, deduction)).toBe('FY-1 → XS-000101 20.00 oldest by policy'));
});

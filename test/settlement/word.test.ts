/** The finer points of what was said about a payment: several documents, slips, documents that are absent, what the user gave. */
import { EntryKeys } from '../../src/ledger/entry-keys';
import { allocationsOf, booksOf, line, openOf, settled, term } from './support';

const THREE = [line('2026-01-01', 'XS-000101', 100), line('2026-01-02', 'XS-000102', 200), line('2026-01-03', 'XS-000103', 300)];
const given = (lines: Parameters<typeof booksOf>[0], ...wishes: readonly (readonly [credit: number, debit: number, amountMinor: number | null])[]) => {
  const keys = new EntryKeys(booksOf(lines));
  return { annotations: { manualAllocations: wishes.map(([credit, debit, amountMinor]) => ({ creditKey: keys.keyOf('ours', credit), debitKey: keys.keyOf('ours', debit), amountMinor })) } };
};

describe('a payment that names several documents', () => {
  test('in its references and in its memo', () => {
    expect(allocationsOf([...THREE, line('2026-02-01', 'SK-1', -500, { references: 'XS-000102', memo: 'XS-000103' })])).toEqual(['SK-1 → XS-000102 200.00 named-document', 'SK-1 → XS-000103 300.00 named-document']);
  });

  test('one of them twice', () => {
    expect(allocationsOf([...THREE, line('2026-02-01', 'SK-1', -500, { references: 'XS-000102', memo: 'XS-000102 XS-000103' })])).toEqual(['SK-1 → XS-000102 200.00 named-document', 'SK-1 → XS-000103 300.00 named-document']);
  });

  test('one of them paid before', () => {
    const lines = [...THREE, line('2026-01-20', 'SK-1', -100, { memo: 'XS-000101' }), line('2026-02-01', 'SK-2', -200, { memo: 'XS-000101,XS-000102' })];
    expect(allocationsOf(lines)[1]).toBe('SK-2 → XS-000102 200.00 named-document');
  });

  test('a number without letters that is none of ours is not waited for', () => {
    expect(allocationsOf([...THREE, line('2026-02-01', 'SK-1', -50, { memo: '对应 190' })])).toEqual(['SK-1 → XS-000101 50.00 oldest by policy']);
  });
});

describe('a number that is none of ours', () => {
  const paid = (memo: string, ...more: readonly ReturnType<typeof line>[]) => allocationsOf([...THREE, ...more, line('2026-02-01', 'SK-1', -200, { memo })]);

  test('is no slip where only the amount fits', () => expect(paid('XS-000044')).toEqual(['SK-1 → XS-000102 200.00 exact-invoice']));
  test('is no slip where the letters are others', () => expect(paid('DN-000120')).toEqual(['SK-1 → XS-000102 200.00 exact-invoice']));
  test('is no slip where it could be one of two', () => expect(paid('XS-000112', line('2026-01-04', 'XS-000122', 200))).toEqual(['SK-1 → XS-000102 200.00 exact-invoice by policy']));
  test('lies in the opening balance when a higher one was booked, whenever that was', () => {
    const lines = [line('2026-01-01', 'XS-000101', 100), line('2026-01-02', 'XS-000105', 100), line('2026-01-03', 'XS-000103', 100)];
    expect(allocationsOf([...lines, line('2026-02-01', 'SK-1', -60, { memo: 'XS-000104' })])).toEqual(['SK-1 → XS-000101 60.00 oldest by policy']);
  });
  test('is not waited for where another named with it lies in the opening balance', () => expect(paid('XS-000044 XS-000190')).toEqual(['SK-1 → XS-000102 200.00 exact-invoice']));
});

describe('a document waited for', () => {
  const prepaid = line('2026-02-01', 'SK-1', -100, { memo: '预付 XS-000190' });

  test('what it leaves of the payment is free', () => {
    expect(allocationsOf([...THREE, prepaid, line('2026-02-10', 'XS-000190', 90)])).toEqual(['SK-1 → XS-000190 90.00 named-document', 'SK-1 → XS-000101 10.00 oldest by policy']);
  });

  test('a credit note of that number is not it', () => {
    const lines = [...THREE, prepaid, line('2026-02-05', 'XS-000190', -20, { kind: 'return' }), line('2026-02-10', 'XS-000190', 130)];
    expect(allocationsOf(lines)).toEqual(['XS-000190 → XS-000101 20.00 oldest by policy', 'SK-1 → XS-000190 100.00 named-document']);
  });

  test("another customer's document, once it is transferred to this one", () => {
    const lines = [line('2026-01-01', 'XS-000201', 100, { customer: 'A' }), line('2026-01-01', 'XS-000202', 50, { customer: 'B' }), line('2026-02-01', 'SK-1', -70, { customer: 'A', memo: 'XS-000202' }), line('2026-02-10', 'XS-000202', 50, { customer: 'A', kind: 'transfer' })];
    expect(allocationsOf(lines)).toEqual(['SK-1 → XS-000202 50.00 named-document', 'SK-1 → XS-000201 20.00 oldest']);
  });

  test("another customer's document in another currency is none of this payment's", () => {
    const lines = [line('2026-01-01', 'XS-000201', 100, { customer: 'A' }), line('2026-01-01', 'XS-000150', 50, { customer: 'B', currency: 'USD' }), line('2026-02-01', 'SK-1', -50, { customer: 'A', memo: 'XS-000150' })];
    expect(allocationsOf(lines)).toEqual(['SK-1 → XS-000201 50.00 oldest']);
  });
});

describe('counted, not named', () => {
  const invoices = [line('2026-01-01', 'XS-001340', 70), line('2026-01-02', 'XS-001345', 100), line('2026-01-03', 'XS-001346', 200), line('2026-01-04', 'XS-001347', 50)];
  const laid = (amount: number, ...before: readonly ReturnType<typeof line>[]) => allocationsOf([...invoices, ...before, line('2026-02-01', 'SK-1', -amount, { memo: 'XS-001345等3张' })]).filter((text) => text.startsWith('SK-1')).map((text) => text.replace('SK-1 → XS-00', ''));

  test('an amount that ends with the last but one means no more than the one named', () => expect(laid(300)).toEqual(['1345 100.00 named-document', '1346 200.00 exact-invoice']));
  test('nor does one that is more than all of them', () => expect(laid(355)).toEqual(['1345 100.00 named-document', '1340 70.00 oldest by policy', '1346 185.00 oldest by policy']));
  test('nor where one of them is paid already', () => expect(laid(140, line('2026-01-20', 'SK-0', -200, { memo: 'XS-001346' }))).toEqual(['1345 100.00 named-document', '1340 40.00 oldest by policy']));
});

describe('remittances', () => {
  const remittance = (payment: string, invoice: string, amount: number) => ({ customer: 0, payment, invoice, amountMinor: amount * 100, memo: '', day: null, sheet: 'remittance', row: 1 });

  test("a line's amount is for all lines of the invoice together", () => {
    const lines = [line('2026-01-01', 'XS-000101', 100, { item: 'a' }), line('2026-01-01', 'XS-000101', 100, { item: 'b' }), line('2026-02-01', 'SK-1', -170)];
    const books = { remittances: [remittance('SK-1', 'XS-000101', 150)] };
    expect(allocationsOf(lines, { books })).toEqual(['SK-1 → XS-000101 100.00 remittance', 'SK-1 → XS-000101 50.00 remittance', 'SK-1 → XS-000101 20.00 oldest']);
  });

  test('is found under the number that the customer gave the payment', () => {
    const books = { remittances: [remittance('FK-77', 'XS-000102', 150)] };
    expect(allocationsOf([...THREE, line('2026-02-01', 'SK-1', -150, { references: 'FK-77' })], { books })).toEqual(['SK-1 → XS-000102 150.00 remittance']);
  });
});

describe('what the user gave', () => {
  test('its rest is free', () => {
    const lines = [...THREE, line('2026-02-01', 'SK-1', -100)];
    expect(allocationsOf(lines, given(lines, [3, 2, 6000]))).toEqual(['SK-1 → XS-000103 60.00 manual', 'SK-1 → XS-000101 40.00 oldest by policy']);
  });

  test('holds of instalments the first ones', () => {
    const books = { terms: [term({ kind: 'instalments', parts: [{ share: 0.3, days: 10 }, { share: 0.5, days: 20 }, { share: 0.2, days: 30 }] })] };
    const lines = [line('2026-01-01', 'XS-1', 100), line('2026-01-05', 'SK-1', -50), line('2026-02-01', 'SK-2', -40)];
    const { settlement } = settled(lines, { books, ...given(lines, [2, 0, 4000]) });
    expect(Array.from(settlement.allocations, ({ instalment = 0, amountMinor, rule }) => [instalment, amountMinor, rule])).toEqual([[1, 4000, 'oldest'], [2, 1000, 'oldest'], [0, 3000, 'manual'], [1, 1000, 'manual']]);
  });

  test('what a clearing number leaves of a payment stays on account', () => {
    const lines = [line('2026-01-01', 'XS-1', 100, { clearing: 'A1' }), line('2026-01-02', 'XS-2', 100), line('2026-02-01', 'SK-1', -130, { clearing: 'A1' })];
    expect(openOf(lines)).toEqual(['XS-2 100.00 due 2026-02-01', 'SK-1 -30.00 on account']);
  });
});

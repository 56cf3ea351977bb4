/** The settlement rows of the cases of peers: situations whose outcome well-known systems agree on. */
import { allocationsOf, line, openOf, term } from './support';

const INSTALMENTS = { books: { terms: [term({ kind: 'instalments', parts: [{ share: 0.3, days: 10 }, { share: 0.5, days: 20 }, { share: 0.2, days: 30 }] })] } };

describe('peer cases', () => {
  test('1: a payment of 40 settles the first of three instalments and 10 of the second', () => {
    const lines = [line('2026-01-01', 'XS-1', 100), line('2026-01-05', 'SK-1', -40)];
    expect(openOf(lines, INSTALMENTS)).toEqual(['XS-1 40.00 due 2026-01-21', 'XS-1 20.00 due 2026-01-31']);
  });

  test('2: a payment dated after the as-of date does not count', () => {
    const lines = [line('2026-01-01', 'XS-1', 100), line('2026-01-05', 'SK-1', -40)];
    expect(openOf(lines, { ...INSTALMENTS, asOf: '2026-01-04' })).toEqual(['XS-1 30.00 due 2026-01-11', 'XS-1 50.00 due 2026-01-21', 'XS-1 20.00 due 2026-01-31']);
  });

  test('3: what is paid too much stays on account', () => {
    expect(openOf([line('2026-01-01', 'XS-1', 100), line('2026-01-05', 'SK-1', -110)])).toEqual(['SK-1 -10.00 on account']);
  });

  test('5: a receipt takes the invoice of its amount, not its neighbours', () => {
    const lines = [line('2026-01-01', 'XS-1', 1000), line('2026-01-02', 'XS-2', 1010), line('2026-01-03', 'XS-3', 1020), line('2026-01-10', 'SK-1', -1010)];
    expect(allocationsOf(lines)).toEqual(['SK-1 → XS-2 1010.00 exact-invoice']);
  });

  test('6: the exact one first', () => {
    const lines = [line('2026-01-01', 'XS-1', 100), line('2026-01-02', 'XS-2', 200), line('2026-01-03', 'XS-3', 300), line('2026-01-10', 'SK-1', -300)];
    expect(openOf(lines)).toEqual(['XS-1 100.00 due 2026-01-31', 'XS-2 200.00 due 2026-02-01']);
  });

  test('7: without an exact one, the oldest first, and marked as policy', () => {
    const lines = [line('2026-01-01', 'XS-1', 100), line('2026-01-02', 'XS-2', 200), line('2026-01-03', 'XS-3', 300), line('2026-01-10', 'SK-1', -250)];
    expect(allocationsOf(lines)).toEqual(['SK-1 → XS-1 100.00 oldest by policy', 'SK-1 → XS-2 150.00 oldest by policy']);
  });

  test('10: a credit note leaves the rest with the original due date', () => {
    const lines = [line('2026-01-01', 'XS-1', 100), line('2026-01-05', 'TH-1', -80, { kind: 'return', memo: '对应XS-1' })];
    expect(openOf(lines)).toEqual(['XS-1 20.00 due 2026-01-31']);
  });

  test('11: an opening balance without movement is open from its own day', () => {
    expect(openOf([line('2025-12-31', '', 500, { kind: 'opening' })], { asOf: '2026-06-30' })).toEqual([' 500.00 due 2025-12-31']);
  });

  test('12: a prepayment alone is a negative open item', () => {
    expect(openOf([line('2026-01-05', 'SK-1', -40)])).toEqual(['SK-1 -40.00 on account']);
  });
});

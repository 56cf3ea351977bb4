/** The finer points of what was said about a payment: several documents, slips, documents that are absent, what the user gave. */
import { EntryKeys } from '../../src/ledger/entry-keys';
import { MatchColumns } from '../../src/matching/match-columns';
import { say } from '../../src/texts';
import { NO_RECONCILIATION, allocationsOf, booksOf, line, openOf, settled, term } from './support';

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

  test('one of them paid in full: no other than those is meant', () => {
    const lines = [...THREE, line('2026-01-20', 'SK-1', -290, { memo: 'XS-000101,XS-000102' }), line('2026-02-01', 'FY-1', -5, { kind: 'rebate', memo: 'XS-000101' })];
    expect(allocationsOf(lines)[2]).toBe('FY-1 → XS-000102 5.00 oldest by policy');
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

  test('goes to those that wait for it in the order of their coming', () => {
    expect(allocationsOf([...THREE, prepaid, line('2026-02-02', 'SK-2', -60, { memo: '预付 XS-000190' }), line('2026-02-10', 'XS-000190', 130)])).toEqual(['SK-1 → XS-000190 100.00 named-document', 'SK-2 → XS-000190 30.00 named-document', 'SK-2 → XS-000101 30.00 oldest by policy']);
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

describe('a number as people shorten it', () => {
  const INVOICES = [line('2026-01-01', 'INV-2025-0105', 100), line('2026-01-02', 'INV-2026-0105', 100), line('2026-01-03', 'INV-2026-0106', 100)];

  test('the last digits', () => expect(allocationsOf([...INVOICES, line('2026-02-01', 'SK-1', -40, { memo: '对应0106' })])).toEqual(['SK-1 → INV-2026-0106 40.00 named-document']));
  test('that two invoices share mean both, the earliest due first', () => expect(allocationsOf([...INVOICES, line('2026-02-01', 'SK-1', -140, { memo: '对应0105' })])).toEqual(['SK-1 → INV-2025-0105 100.00 named-document', 'SK-1 → INV-2026-0105 40.00 named-document']));
  test('a range, from the first to the last of it', () => {
    const lines = ['XS-000301', 'XS-000302', 'XS-000303', 'XS-000304', 'XS-000305'].map((document) => line('2026-01-01', document, 10));
    expect(openOf([...lines, line('2026-02-01', 'SK-1', -30, { memo: 'XS-000302~000304' })])).toEqual(['XS-000301 10.00 due 2026-01-31', 'XS-000305 10.00 due 2026-01-31']);
  });
  test('other letters are another document', () => expect(allocationsOf([...THREE, line('2026-02-01', 'SK-1', -50, { memo: 'DN-000102' })])).toEqual(['SK-1 → XS-000101 50.00 oldest by policy']));
});

describe('a date in a memo', () => {
  const paid = (memo: string) => allocationsOf([line('2026-01-01', 'XS-1', 70), line('2026-01-02', 'XS-2026', 100), line('2026-02-01', 'SK-1', -50, { memo })]);

  test.each(['2026年1月货款', '2026 年 12 月 货款', '2026年3月5日', '2026年3月31日付', '2026-03', '2026-03-31', 'paid 2026/3/5', '2026.12.31', '2026 - 03 - 31'])('%s is no document', (memo) => expect(paid(memo)).toEqual(['SK-1 → XS-1 50.00 oldest by policy']));
  test.each(['2026', '2026-105', '2026-03-310', '20260'])('%s is no date', (memo) => expect(paid(memo)).toEqual([memo === '20260' ? 'SK-1 → XS-1 50.00 oldest by policy' : 'SK-1 → XS-2026 50.00 named-document']));
});

describe('whose a document is', () => {
  const own = line('2026-01-01', 'XS-000201', 100, { customer: 'A' });
  const their = (iso: string, customer: string) => line(iso, 'XS-000150', 50, { customer });
  const onBehalfOf = (iso: string, ...lines: readonly ReturnType<typeof line>[]) => {
    const { books, settlement } = settled([own, ...lines, line(iso, 'SK-1', -60, { customer: 'A', memo: 'XS-000150' })], { asOf: '2026-03-31' });
    const item = settlement.openItems.find(({ onAccount }) => onAccount);
    return item?.onBehalfOf === undefined ? null : books.customers[item.onBehalfOf].name;
  };

  test('is known from the day it is booked', () => {
    expect(onBehalfOf('2026-02-01', their('2026-02-01', 'B'))).toBe('B');
    expect(onBehalfOf('2026-02-01', their('2026-02-02', 'B'))).toBeNull();
  });
  test('is not known of one that two others have, from the day of the later', () => {
    expect(onBehalfOf('2026-02-15', their('2026-01-05', 'B'), their('2026-02-10', 'C'))).toBeNull();
    expect(onBehalfOf('2026-02-10', their('2026-02-10', 'C'), their('2026-01-05', 'B'))).toBeNull();
    expect(onBehalfOf('2026-02-01', their('2026-02-10', 'C'), their('2026-01-05', 'B'))).toBe('B');
  });
  test('several lines of one customer are no doubt', () => expect(onBehalfOf('2026-02-15', their('2026-01-05', 'B'), their('2026-02-10', 'B'))).toBe('B'));
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

test('a payment without a number of its own is found by the one it names', () => {
  const books = { remittances: [{ customer: 0, payment: 'FK-77', invoice: 'XS-000102', amountMinor: 15000, memo: '', day: null, sheet: 'remittance', row: 1 }] };
  expect(allocationsOf([...THREE, line('2026-02-01', '', -150, { references: 'FK-77' })], { books })).toEqual([' → XS-000102 150.00 remittance']);
});

test("is found under the document of the customer's matched line too, once that is booked", () => {
  const match = { customer: 0, currency: 'CNY', ours: [3], theirs: [0], status: 'confirmed', rule: 'unique-amount', confidence: 1, differenceMinor: 0, evidence: [], alternatives: [], decision: null } as const;
  const paid = (theirIso: string, document: string) => allocationsOf([...THREE, line('2026-02-01', 'SK-1', -150), line(theirIso, document, -150, { side: 'theirs' })], {
    reconciliation: { ...NO_RECONCILIATION, matches: MatchColumns.from([match]) }, books: { remittances: [{ customer: 0, payment: document, invoice: 'XS-000102', amountMinor: 15000, memo: '', day: null, sheet: 'remittance', row: 1 }] },
  })[0];
  expect([paid('2026-02-01', 'FK-700'), paid('2026-02-01', '付-0077')]).toEqual(['SK-1 → XS-000102 150.00 remittance', 'SK-1 → XS-000102 150.00 remittance']);
  expect(paid('2026-02-02', 'FK-700')).toBe('SK-1 → XS-000101 100.00 oldest by policy');
});

describe('what the user gave', () => {
  const said = (lines: Parameters<typeof booksOf>[0], ...wishes: Parameters<typeof given> extends [unknown, ...infer Wishes] ? Wishes : never) => settled(lines, given(lines, ...wishes)).settlement.problems?.map((problem) => say(problem, 'en'));

  test('beyond what either side can bear is taken as far as it goes, and said', () => {
    const lines = [...THREE, line('2026-02-01', 'SK-1', -100), line('2026-02-01', 'SK-2', -100)];
    expect(said(lines, [3, 1, 6000], [3, 2, 6000])).toEqual(['An allocation by hand of 60.00 from SK-1 (ours 4) to XS-000103 (ours 3) was taken as 40.00: more is not left of them']);
    expect(said(lines, [3, 0, 7000], [4, 0, 5000])).toEqual(['An allocation by hand of 50.00 from SK-2 (ours 5) to XS-000101 (ours 1) was taken as 30.00: more is not left of them']);
  });

  test('and could not be kept names the lines', () => {
    const lines = [...THREE, line('2026-02-01', 'SK-1', -100)];
    const keys = given(lines, [3, 0, null]).annotations.manualAllocations[0];
    const sentences = [{ ...keys, debitKey: 'gone' }, { ...keys, creditKey: 'lost' }, { ...keys, creditKey: 'lost', debitKey: 'gone' }, keys, keys].map((each) => ({ ...each, amountMinor: null }));
    expect(settled(lines, { annotations: { manualAllocations: sentences } }).settlement.problems?.map((problem) => say(problem, 'en'))).toEqual([
      'An allocation by hand was left out: the line that it joined to SK-1 (ours 4) has changed or is gone',
      'An allocation by hand was left out: the line that it joined to XS-000101 (ours 1) has changed or is gone',
      'An allocation by hand was left out: both of its lines have changed or are gone (keys lost, gone)',
      'An allocation by hand was left out: nothing is left of SK-1 (ours 4) or of XS-000101 (ours 1)',
    ]);
  });

  test('leaves the rest of an invoice to others', () => {
    const lines = [...THREE, line('2026-02-01', 'SK-1', -60), line('2026-02-05', 'SK-2', -40)];
    expect(allocationsOf(lines, given(lines, [3, 0, 6000]))).toEqual(['SK-1 → XS-000101 60.00 manual', 'SK-2 → XS-000101 40.00 exact-invoice']);
  });

  test('is nothing between two credits, two debits or two currencies', () => {
    const lines = [...THREE, line('2026-02-01', 'SK-1', -100), line('2026-02-01', 'SK-2', -100), line('2026-02-01', 'SK-3', -100, { currency: 'USD' })];
    for (const pair of [[3, 4], [0, 1], [5, 0]] as const) expect(settled(lines, given(lines, [...pair, null])).settlement.problems?.map(({ code }) => code)).toEqual(['settlement.manual-no-pair']);
  });

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

  test('of instalments is no more than was given, where another payment was given the rest', () => {
    const books = { terms: [term({ kind: 'instalments', parts: [{ share: 0.3, days: 10 }, { share: 0.7, days: 20 }] })] };
    const lines = [line('2026-01-01', 'XS-1', 100), line('2026-01-05', 'SK-1', -100), line('2026-02-01', 'SK-2', -60)];
    const { settlement } = settled(lines, { books, ...given(lines, [1, 0, 4000], [2, 0, 6000]) });
    expect(Array.from(settlement.allocations, ({ credit, amountMinor, rule }) => [credit, amountMinor, rule])).toEqual([[1, 3000, 'manual'], [1, 1000, 'manual'], [2, 6000, 'manual']]);
  });

  test('what a clearing number leaves of a payment stays on account', () => {
    const lines = [line('2026-01-01', 'XS-1', 100, { clearing: 'A1' }), line('2026-01-02', 'XS-2', 100), line('2026-02-01', 'SK-1', -130, { clearing: 'A1' })];
    expect(openOf(lines)).toEqual(['XS-2 100.00 due 2026-02-01', 'SK-1 -30.00 on account']);
  });
});

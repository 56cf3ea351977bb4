/** The finer points of what nobody spoke of: exact fits, classes, goods returned, goods sold, and ledgers of some size. */
import type { CaseLine } from '../../src/ledger/ledger-builder';
import { allocationsOf, day, line, openOf, settled, term } from './support';

describe('an exact fit', () => {
  const tv = { productClass: 'TV' };
  const fan = { productClass: 'Fan' };

  test('is looked for in the class that the payment is for', () => {
    expect(allocationsOf([line('2026-01-01', 'XS-1', 70, tv), line('2026-01-02', 'XS-2', 70, fan), line('2026-02-01', 'SK-1', -70, fan)])).toEqual(['SK-1 → XS-2 70.00 exact-invoice']);
  });

  test('is none in another class', () => {
    expect(allocationsOf([line('2026-01-01', 'XS-1', 90, tv), line('2026-01-02', 'XS-2', 70, fan), line('2026-02-01', 'SK-1', -70, tv)])).toEqual(['SK-1 → XS-1 70.00 oldest-in-class by policy']);
  });

  test('is none with a document that holds another class too', () => {
    const lines = [line('2026-01-01', 'XS-1', 30, fan), line('2026-01-02', 'XS-2', 40, tv), line('2026-01-02', 'XS-2', 61, fan), line('2026-02-01', 'SK-1', -101, tv)];
    expect(allocationsOf(lines)).toEqual(['SK-1 → XS-2 40.00 oldest-in-class by policy', 'SK-1 → XS-1 30.00 oldest by policy', 'SK-1 → XS-2 31.00 oldest']);
  });

  test('with what is left of a document', () => {
    const lines = [line('2026-01-01', 'XS-1', 70), ...[40, 61, 20].map((amount) => line('2026-01-02', 'XS-2', amount)), line('2026-01-20', 'SK-1', -40), line('2026-02-01', 'SK-2', -81)];
    expect(allocationsOf(lines).slice(1)).toEqual(['SK-2 → XS-2 20.00 exact-document', 'SK-2 → XS-2 61.00 exact-document']);
  });

  test('of two documents of one total the one due first, marked as policy', () => {
    const lines = [...[40, 61].map((amount) => line('2026-01-01', 'XS-1', amount, { due: '2026-05-01' })), ...[50, 51].map((amount) => line('2026-01-02', 'XS-2', amount)), line('2026-02-01', 'SK-1', -101)];
    expect(allocationsOf(lines)).toEqual(['SK-1 → XS-2 50.00 exact-document by policy', 'SK-1 → XS-2 51.00 exact-document by policy']);
  });

  test("the class's first invoice may be the account's first", () => {
    expect(allocationsOf([line('2026-01-01', 'XS-1', 100, tv), line('2026-01-02', 'XS-2', 100, fan), line('2026-02-01', 'SK-1', -30, tv)])).toEqual(['SK-1 → XS-1 30.00 oldest-in-class by policy']);
  });
});

describe('goods returned under the number of their invoice', () => {
  const credited = (goods: readonly (readonly [productClass: string, item: string])[], returned: { productClass?: string; item?: string }) => {
    const lines = [...goods.map(([productClass, item], at) => line('2026-01-01', 'XS-1', 100 + at, { productClass, item })), line('2026-01-05', 'TH-1', -30, { kind: 'return', memo: 'XS-1', references: 'XS-000001', ...returned })];
    const { books, settlement } = settled(lines);
    return Array.from(settlement.allocations, ({ debit }) => books.texts.at(books.ours.item[debit]));
  };

  test('credit the same item, wherever it stands', () => {
    expect(credited([['A', 'fan'], ['A', 'kettle']], { item: 'kettle' })).toEqual(['kettle']);
    expect(credited([['A', 'kettle'], ['A', 'press']], { item: 'kettle' })).toEqual(['kettle']);
  });
  test('else the same class', () => {
    expect(credited([['A', 'fan'], ['B', 'kettle']], { productClass: 'B', item: 'press' })).toEqual(['kettle']);
    expect(credited([['A', 'fan'], ['B', 'kettle']], { productClass: 'B' })).toEqual(['kettle']);
  });
  test('the same item of another class is another thing', () => expect(credited([['A', 'kettle'], ['B', 'fan']], { productClass: 'B', item: 'kettle' })).toEqual(['fan']));
  test('and what is said of neither, the first', () => expect(credited([['A', 'fan'], ['B', '']], {})).toEqual(['fan']));
});

describe('sell-through', () => {
  const terms = [term({ kind: 'sell-through', days: 10 }, 'Consignment'), term({ kind: 'days', days: 30 })];
  const goods = { item: 'K1', quantity: 10, productClass: 'Consignment' };
  const sold = (quantity: number, end: string, more = {}) => ({ customer: 0, productClass: '', item: '', quantity, amountMinor: null, periodStartDay: null, periodEndDay: day(end), sheet: 'sales', row: 1, ...more });

  test('goods delivered on the day of the report are among those sold', () => {
    expect(openOf([line('2026-01-31', 'XS-1', 1000, goods)], { asOf: '2026-02-28', books: { terms, sellThrough: [sold(4, '2026-01-31')] } })).toEqual(['XS-1 600.00 not due', 'XS-1 400.00 due 2026-02-10']);
  });

  test('a report speaks of no goods under other terms', () => {
    const lines = [line('2026-01-01', 'XS-1', 1000, { ...goods, productClass: 'TV' }), line('2026-01-02', 'XS-2', 1000, goods)];
    expect(openOf(lines, { asOf: '2026-02-28', books: { terms, sellThrough: [sold(4, '2026-01-31')] } })).toEqual(['XS-1 1000.00 due 2026-01-31', 'XS-2 600.00 not due', 'XS-2 400.00 due 2026-02-10']);
  });
});

describe('ledgers of some size', () => {
  const many = (count: number, iso = (_: number) => '2026-01-05') => Array.from({ length: count }, (_, at): CaseLine[] => [line(iso(at), `XS-${20000 + at}`, 10 + at), line('2026-02-01', `SK-${20000 + at}`, -(10 + at), { memo: `XS-${20000 + at}` })]).flat();

  test('more lines than columns begin with', () => {
    const lines = many(1500);
    const allocations = allocationsOf(lines);
    expect(openOf(lines)).toEqual([]);
    expect(allocations.filter((text) => text.endsWith('named-document'))).toHaveLength(1500);
    expect(allocations[1499]).toBe('SK-21499 → XS-21499 1509.00 named-document');
  });

  test('many lines of a day are taken in the order of their numbers, however they stand', () => {
    const lines = many(12).filter(({ amountMinor }) => amountMinor > 0);
    const standing = [7, 2, 11, 0, 5, 9, 1, 10, 3, 8, 4, 6].map((at) => lines[at]);
    expect(allocationsOf([...standing, line('2026-02-01', 'SK-1', -33)])).toEqual(['SK-1 → XS-20000 10.00 oldest by policy', 'SK-1 → XS-20001 11.00 oldest by policy', 'SK-1 → XS-20002 12.00 oldest by policy']);
  });
});

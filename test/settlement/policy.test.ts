/** The finer points of what nobody spoke of: exact fits, classes, goods returned, goods sold, and ledgers of some size. */
import { EntryKeys } from '../../src/ledger/entry-keys';
import type { CaseLine } from '../../src/ledger/ledger-builder';
import { formatIsoDay } from '../../src/units/day';
import { AllocationColumns } from '../../src/settlement/allocations';
import { PartDueDays } from '../../src/settlement/part-due-days';
import { SettledDebitColumns } from '../../src/settlement/settled-debits';
import type { Allocation, SettledDebit } from '../../src/settlement/settlement';
import { allocationsOf, booksOf, day, line, openOf, settled, term } from './support';

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
    const inTurn = lines.map((each) => ({ ...each, dueDay: undefined }));
    expect(allocationsOf(inTurn)).toEqual(['SK-1 → XS-1 40.00 exact-document by policy', 'SK-1 → XS-1 61.00 exact-document by policy']);
  });

  test('is one whatever its class, where the payment names none', () => {
    expect(allocationsOf([line('2026-01-01', 'XS-1', 100, tv), line('2026-01-02', 'XS-2', 70, tv), line('2026-02-01', 'SK-1', -70)])).toEqual(['SK-1 → XS-2 70.00 exact-invoice']);
  });

  test('of two alike in all but their numbers the first', () => {
    expect(allocationsOf([line('2026-01-01', 'XS-1', 70), line('2026-01-01', 'XS-2', 70), line('2026-02-01', 'SK-1', -70)])).toEqual(['SK-1 → XS-1 70.00 exact-invoice by policy']);
  });

  test("the class's first invoice may be the account's first, and due last", () => {
    expect(allocationsOf([line('2026-01-01', 'XS-1', 100, { ...tv, due: '2026-05-01' }), line('2026-01-02', 'XS-2', 100, fan), line('2026-02-01', 'SK-1', -30, tv)])).toEqual(['SK-1 → XS-1 30.00 oldest-in-class by policy']);
  });
});

describe('an exact fit with what has changed since the last payment', () => {
  const earlier = [line('2026-01-01', 'XS-1', 500), line('2026-01-02', 'XS-2', 70), line('2026-01-05', 'SK-1', -70)];

  test('an invoice booked meanwhile', () => expect(allocationsOf([...earlier, line('2026-01-10', 'XS-3', 80), line('2026-01-20', 'SK-2', -80)])[1]).toBe('SK-2 → XS-3 80.00 exact-invoice'));
  test('a document of several lines booked meanwhile', () => expect(allocationsOf([...earlier, line('2026-01-10', 'XS-3', 80), line('2026-01-10', 'XS-3', 21), line('2026-01-20', 'SK-2', -101)]).slice(1)).toEqual(['SK-2 → XS-3 21.00 exact-document', 'SK-2 → XS-3 80.00 exact-document']));
  test('what a payment by name has left of an invoice', () => expect(allocationsOf([...earlier, line('2026-01-10', 'XS-000103', 100), line('2026-01-15', 'SK-2', -30, { memo: 'XS-000103' }), line('2026-01-20', 'SK-3', -70)])[2]).toBe('SK-3 → XS-000103 70.00 exact-invoice'));
  test('and of a document of several lines, whose whole no longer fits', () => {
    const lines = [...earlier, ...[50, 60, 75].map((amount) => line('2026-01-10', 'XS-000103', amount)), line('2026-01-15', 'SK-2', -10, { memo: 'XS-000103' })];
    expect(allocationsOf([...lines, line('2026-01-20', 'SK-3', -175)]).slice(2).every((text) => text.includes('exact-document'))).toBe(true);
    expect(allocationsOf([...lines, line('2026-01-20', 'SK-3', -185)])[2]).toBe('SK-3 → XS-1 185.00 oldest by policy');
  });
  test('invoices alike, one after the other, the last of them without a choice', () => {
    const lines = [1, 2, 3].flatMap((n) => [line(`2026-01-0${n}`, `XS-${n}`, 70), line(`2026-02-0${n}`, `SK-${n}`, -70)]);
    expect(allocationsOf([...lines, line('2026-01-09', 'XS-9', 50)])).toEqual(['SK-1 → XS-1 70.00 exact-invoice by policy', 'SK-2 → XS-2 70.00 exact-invoice by policy', 'SK-3 → XS-3 70.00 exact-invoice']);
  });
});

test.each(['rebate', 'damage', 'advertising', 'promotion'] as const)('a %s that equals an invoice by chance is not laid against it', (kind) => {
  expect(allocationsOf([line('2026-01-01', 'XS-1', 100), line('2026-01-02', 'XS-2', 70), line('2026-02-01', 'FY-1', -70, { kind })])).toEqual(['FY-1 → XS-1 70.00 oldest by policy']);
});

test.each(['exchange', 'transfer', 'return', 'adjustment'] as const)('a debit by %s falls due by its term', (kind) => expect(openOf([line('2026-01-01', 'A-1', 10, { kind })])).toEqual(['A-1 10.00 due 2026-01-31']));

describe('the class that a memo speaks of', () => {
  const taken = (memo: string, more = {}) => allocationsOf([line('2026-01-01', 'XS-1', 100, { productClass: 'A' }), line('2026-01-02', 'XS-2', 100, { productClass: '洗衣机' }), line('2026-01-03', 'XS-3', 100, { productClass: '彩电' }), line('2026-02-01', 'SK-1', -30, { memo, ...more })])[0];

  test('is none where it speaks of two', () => expect(taken('洗衣机、彩电货款')).toBe('SK-1 → XS-1 30.00 oldest by policy'));
  test('is none where one letter could be any word', () => expect(taken('paid by bank')).toBe('SK-1 → XS-1 30.00 oldest by policy'));
  test('is asked of payments only', () => expect(taken('洗衣机', { kind: 'rebate' })).toBe('SK-1 → XS-1 30.00 oldest by policy'));
  test('is none where there are more than two hundred: they are items', () => {
    const of = (count: number) => Array.from({ length: count }, (_, at) => line('2026-01-01', `XS-${1000 + at}`, 100, { productClass: `型号${100 + at}` }));
    const paid = (count: number) => allocationsOf([...of(count), line('2026-02-01', 'SK-1', -30, { memo: '型号150货款' })]);
    expect([paid(200), paid(201)]).toEqual([['SK-1 → XS-1050 30.00 oldest-in-class by policy'], ['SK-1 → XS-1000 30.00 oldest by policy']]);
  });
  test('and only where the line itself names none', () => expect(taken('洗衣机', { productClass: '彩电' })).toBe('SK-1 → XS-3 30.00 oldest-in-class by policy'));
});

describe('how debits came to an end', () => {
  const history = (lines: Parameters<typeof settled>[0], given = {}) => Array.from(settled(lines, given).settlement.history, ({ entry, instalment = 0, dueDay, amountMinor, settledDay }) => [entry, instalment, formatIsoDay(dueDay), amountMinor, settledDay === null ? 'open' : formatIsoDay(settledDay)]);

  test('on the day of the last payment, or not yet', () => {
    expect(history([line('2026-01-01', 'XS-1', 100), line('2026-01-02', 'XS-2', 60), line('2026-01-20', 'SK-1', -70), line('2026-02-20', 'SK-2', -30), line('2026-02-21', 'SK-3', -10)])).toEqual([[0, 0, '2026-01-31', 10000, '2026-02-20'], [1, 0, '2026-02-01', 6000, 'open']]);
  });
  test('each instalment for itself', () => {
    const terms = [term({ kind: 'instalments', parts: [{ share: 0.5, days: 10 }, { share: 0.5, days: 40 }] })];
    expect(history([line('2026-01-01', 'XS-1', 100), line('2026-01-20', 'SK-1', -50)], { books: { terms } })).toEqual([[0, 0, '2026-01-11', 5000, '2026-01-20'], [0, 1, '2026-02-10', 5000, 'open']]);
  });
  test('unsold goods when they were paid, and not at all before', () => {
    const terms = [term({ kind: 'sell-through', days: 10 })];
    expect(history([line('2026-01-01', 'XS-1', 100), line('2026-01-02', 'XS-2', 60), line('2026-01-20', 'SK-1', -100)], { books: { terms } })).toEqual([[0, 0, '2026-01-20', 10000, '2026-01-20']]);
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

  test('a report is known on its last day', () => {
    const given = { asOf: '2026-01-31', books: { terms, sellThrough: [sold(4, '2026-01-31')] } };
    expect(openOf([line('2026-01-01', 'XS-1', 1000, goods)], given)).toEqual(['XS-1 600.00 not due', 'XS-1 400.00 due 2026-02-10']);
  });

  test('what the user has given to a payment is kept for it, of goods sold and unsold', () => {
    const lines = [line('2026-01-01', 'XS-1', 1000, goods), line('2026-02-05', 'SK-1', -1000), line('2026-02-10', 'SK-2', -300)];
    const keys = new EntryKeys(booksOf(lines));
    const given = { books: { terms, sellThrough: [sold(8, '2026-01-31')] }, annotations: { manualAllocations: [{ creditKey: keys.keyOf('ours', 2), debitKey: keys.keyOf('ours', 0), amountMinor: null }] } };
    expect(allocationsOf(lines, given)).toEqual(['SK-1 → XS-1 700.00 sell-through', 'SK-2 → XS-1 200.00 manual', 'SK-2 → XS-1 100.00 manual']);
    expect(openOf(lines, given)).toEqual(['SK-1 -300.00 on account']);
  });

  test('a report speaks of no goods under other terms', () => {
    const lines = [line('2026-01-01', 'XS-1', 1000, { ...goods, productClass: 'TV' }), line('2026-01-02', 'XS-2', 1000, goods)];
    expect(openOf(lines, { asOf: '2026-02-28', books: { terms, sellThrough: [sold(4, '2026-01-31')] } })).toEqual(['XS-1 1000.00 due 2026-01-31', 'XS-2 600.00 not due', 'XS-2 400.00 due 2026-02-10']);
  });

  const kettles = { productClass: 'Consignment', item: 'Kettle', quantity: 10 };
  const fans = { productClass: 'Consignment', item: 'Fan', quantity: 5 };
  const delivered = [line('2026-01-01', 'XS-1', 1000, kettles), line('2026-01-02', 'XS-2', 500, fans), line('2026-01-03', 'XS-3', 300, { ...kettles, quantity: 2 })];
  const due = (...reports: readonly ReturnType<typeof sold>[]) => openOf(delivered, { asOf: '2026-03-31', books: { terms, sellThrough: reports } }).filter((text) => !text.endsWith('not due'));

  test('by item', () => expect(due(sold(2, '2026-01-31', { item: 'fan' }))).toEqual(['XS-2 200.00 due 2026-02-10']));
  test('by class', () => {
    expect(due(sold(12, '2026-01-31', { productClass: 'consignment' }))).toEqual(['XS-1 1000.00 due 2026-02-10', 'XS-2 200.00 due 2026-02-10']);
    expect(due(sold(12, '2026-01-31', { productClass: 'TV' }))).toEqual([]);
  });
  test('by amount, over as many deliveries as it takes', () => expect(due(sold(0, '2026-01-31', { amountMinor: 110000, item: 'kettle' }))).toEqual(['XS-1 1000.00 due 2026-02-10', 'XS-3 100.00 due 2026-02-10']));
  test('more than was delivered makes no more due than that', () => expect(due(sold(99, '2026-01-31', { item: 'fan' }))).toEqual(['XS-2 500.00 due 2026-02-10']));
  test('reports are taken in by their days, whatever their order', () => expect(due(sold(3, '2026-02-28', { item: 'fan' }), sold(2, '2026-01-31', { item: 'fan' }))).toEqual(['XS-2 200.00 due 2026-02-10', 'XS-2 300.00 due 2026-03-10']));
  test('of one day by class, item and amount, whatever their order', () => {
    const sameDay = [sold(1, '2026-01-31', { item: 'kettle' }), sold(0, '2026-01-31', { item: 'fan', amountMinor: 30000 }), sold(0, '2026-01-31', { item: 'fan', amountMinor: 10000 }), sold(2, '2026-01-31', { productClass: 'Consignment' })];
    const expected = ['XS-1 200.00 due 2026-02-10', 'XS-2 100.00 due 2026-02-10', 'XS-2 300.00 due 2026-02-10', 'XS-1 100.00 due 2026-02-10'];
    expect([due(...sameDay), due(...[...sameDay].reverse())]).toEqual([expected, expected]);
  });
  test('a delivery without a quantity is one piece', () => {
    expect(openOf([line('2026-01-01', 'XS-1', 1000, { productClass: 'Consignment', item: 'Kettle' })], { asOf: '2026-03-31', books: { terms, sellThrough: [sold(1, '2026-01-31')] } })).toEqual(['XS-1 1000.00 due 2026-02-10']);
  });
  test('a report of nothing, or without a number, makes nothing due', () => expect(due(sold(0, '2026-01-31'), sold(Number.NaN, '2026-02-28'))).toEqual([]));

  test("a report is of its own customer's goods, one that names no customer of everybody's", () => {
    const lines = ['A', 'B'].map((customer) => line('2026-01-02', `XS-${customer}`, 1000, { ...goods, customer }));
    const open = (customer: number | null) => openOf(lines, { asOf: '2026-02-28', books: { terms, sellThrough: [sold(4, '2026-01-31', { customer })] } });
    expect(open(1)).toEqual(['XS-A 1000.00 not due', 'XS-B 600.00 not due', 'XS-B 400.00 due 2026-02-10']);
    expect(open(null)).toEqual(['XS-A 600.00 not due', 'XS-A 400.00 due 2026-02-10', 'XS-B 600.00 not due', 'XS-B 400.00 due 2026-02-10']);
  });

  test('an agreement on the customer sheet stands against a general term of the customer, not against one for a class', () => {
    const master = { customer: 0, rep: '', region: '', distanceKm: null, payDay: null, approvalDays: null, method: null, place: '', contact: '', language: null, jurisdiction: '', creditLimitMinor: null, reconcileEveryMonths: null, lastReconciledDay: null, agreementDay: null, closed: false, margin: null, sheet: 'c', row: 1 };
    const lines = [line('2026-01-01', 'XS-1', 10, { productClass: 'TV' }), line('2026-01-01', 'XS-2', 10)];
    const open = (settlesBy: 'sell-through' | 'invoice') => openOf(lines, { books: { masters: [{ ...master, settlesBy }], terms: [term({ kind: 'days', days: 60 }, '', 0), term({ kind: 'days', days: 45 }, 'TV', 0)] } });
    expect(open('sell-through')).toEqual(['XS-1 10.00 due 2026-02-15', 'XS-2 10.00 not due']);
    expect(open('invoice')).toEqual(['XS-1 10.00 due 2026-02-15', 'XS-2 10.00 due 2026-03-02']);
  });
});

describe('instalments', () => {
  const instalments = (...parts: readonly (readonly [share: number, days: number])[]) => ({ books: { terms: [term({ kind: 'instalments', parts: parts.map(([share, days]) => ({ share, days })) })] } });

  test('to the cent: what rounding leaves falls to the last', () => {
    expect(openOf([line('2026-01-01', 'XS-1', 100)], instalments([1 / 3, 10], [1 / 3, 20], [1 / 3, 30]))).toEqual(['XS-1 33.33 due 2026-01-11', 'XS-1 33.33 due 2026-01-21', 'XS-1 33.34 due 2026-01-31']);
  });
  test('none of nothing: a cent is due with the last', () => {
    const { settlement } = settled([line('2026-01-01', 'XS-1', 0.01)], instalments([1 / 3, 10], [1 / 3, 20], [1 / 3, 30]));
    expect(settlement.openItems.map(({ openMinor, dueDay, instalment }) => [openMinor, dueDay, instalment])).toEqual([[1, day('2026-01-31'), 0]]);
    expect(settlement.dueDays[0]).toBe(day('2026-01-31'));
  });
  test('shares of more than the whole end where it is paid', () => {
    expect(openOf([line('2026-01-01', 'XS-1', 100)], instalments([0.7, 10], [0.7, 20], [0.7, 30]))).toEqual(['XS-1 70.00 due 2026-01-11', 'XS-1 30.00 due 2026-01-21']);
  });
  test('of one class only', () => {
    const terms = [term({ kind: 'instalments', parts: [{ share: 0.5, days: 10 }, { share: 0.5, days: 20 }] }, 'TV'), term({ kind: 'days', days: 60 })];
    expect(openOf([line('2026-01-01', 'XS-1', 100, { productClass: 'TV' }), line('2026-01-01', 'XS-2', 100)], { books: { terms } })).toEqual(['XS-1 50.00 due 2026-01-11', 'XS-1 50.00 due 2026-01-21', 'XS-2 100.00 due 2026-03-02']);
  });
  test('none agreed: due at once', () => expect(openOf([line('2026-01-01', 'XS-1', 100)], instalments())).toEqual(['XS-1 100.00 due 2026-01-01']));
  test.each([
    ['as agreed', instalments([0.4, 30], [0.6, 60])],
    ['the later one agreed first', instalments([0.6, 60], [0.4, 30])],
  ])('are numbered in the order in which they fall due, and the line is due with the first: %s', (_, given) => {
    expect(openOf([line('2026-01-01', 'XS-1', 100)], given)).toEqual(['XS-1 40.00 due 2026-01-31', 'XS-1 60.00 due 2026-03-02']);
    const { settlement } = settled([line('2026-01-01', 'XS-1', 100), line('2026-03-05', 'SK-1', -70)], given);
    expect(settlement.dueDays[0]).toBe(day('2026-01-31'));
    const partDueDays = new PartDueDays(settlement);
    expect([0, 1].map((allocation) => partDueDays.ofAllocation(allocation))).toEqual([day('2026-01-31'), day('2026-03-02')]);
  });
});

describe('ledgers of some size', () => {
  const many = (count: number, iso = (_: number) => '2026-01-05') => Array.from({ length: count }, (_, at): CaseLine[] => [line(iso(at), `XS-${20000 + at}`, 10 + at), line('2026-02-01', `SK-${20000 + at}`, -(10 + at), { memo: `XS-${20000 + at}` })]).flat();

  test('more lines than columns begin with', () => {
    const { books, settlement: { allocations, openItems } } = settled(many(1050));
    expect(openItems).toEqual([]);
    expect(allocations.count).toBe(1050);
    const last = allocations.at(1049);
    expect([books.texts.at(books.ours.document[last.credit]), books.texts.at(books.ours.document[last.debit]), last.amountMinor, last.rule]).toEqual(['SK-21049', 'XS-21049', 105900, 'named-document']);
  });

  test('more instalments than columns begin with', () => {
    const terms = [term({ kind: 'instalments', parts: [{ share: 0.4, days: 10 }, { share: 0.6, days: 40 }] })];
    const { settlement: { openItems, history } } = settled(Array.from({ length: 600 }, (_, at) => line('2026-01-05', `XS-${20000 + at}`, 100 + at)), { books: { terms } });
    expect([openItems.length, history.count]).toEqual([1200, 1200]);
    expect(openItems[1199]).toMatchObject({ entry: 599, instalment: 1, openMinor: 41940, originalMinor: 41940, dueDay: day('2026-02-14') });
    expect(history.at(1198)).toMatchObject({ entry: 599, amountMinor: 27960, dueDay: day('2026-01-15'), settledDay: null });
  });

  test('many lines of a day are taken in the order of their numbers, however they stand', () => {
    const lines = many(12).filter(({ amountMinor }) => amountMinor > 0);
    const standing = [7, 2, 11, 0, 5, 9, 1, 10, 3, 8, 4, 6].map((at) => lines[at]);
    expect(allocationsOf([...standing, line('2026-02-01', 'SK-1', -33)])).toEqual(['SK-1 → XS-20000 10.00 oldest by policy', 'SK-1 → XS-20001 11.00 oldest by policy', 'SK-1 → XS-20002 12.00 oldest by policy']);
  });
});

test('what is at hand as objects goes into columns and comes out as it was', () => {
  const allocations: Allocation[] = [{ credit: 3, debit: 1, amountMinor: 500, rule: 'oldest', day: 46000, byPolicy: true }, { credit: 4, debit: 2, instalment: 2, amountMinor: 700, rule: 'manual', day: 46001, byPolicy: false }];
  expect([...AllocationColumns.from(allocations)]).toEqual(allocations);
  const debits: SettledDebit[] = [{ entry: 1, customer: 2, day: 46000, dueDay: 46030, amountMinor: 500, settledDay: null }, { entry: 2, instalment: 1, customer: 0, day: 46001, dueDay: 46002, amountMinor: 700, settledDay: 46003 }];
  expect([...SettledDebitColumns.from(debits)]).toEqual(debits);
});

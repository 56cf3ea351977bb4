/** What holds for every ledger: nothing is lost, nothing is used twice, nothing looks ahead. */
import fc from 'fast-check';
import { NO_ANNOTATIONS } from '../../src/annotations/annotations';
import type { Books, Term } from '../../src/ledger/books';
import { booksFromLines, type CaseLine } from '../../src/ledger/ledger-builder';
import { settle } from '../../src/settlement/settle';
import type { Allocation, Settlement } from '../../src/settlement/settlement';
import { NO_RECONCILIATION, term } from './support';

const FIRST_DAY = 46023;
const LAST_DAY = FIRST_DAY + 90;

const number = fc.integer({ min: 101, max: 112 });
const naming = fc.oneof({ weight: 2, arbitrary: fc.constant('') }, number.map((n) => `XS-${n}`), fc.tuple(number, number).map(([a, b]) => `对应XS-${a},XS-${b}`), fc.constant('对应FK900'), number.map((n) => `#${n}`));
const line: fc.Arbitrary<CaseLine> = fc.record({
  day: fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
  // Few amounts, so that exact fits and ambiguities are common.
  amountMinor: fc.oneof(fc.constantFrom(1000, 2000, 2500, 10000), fc.integer({ min: 1, max: 20000 })).chain((amount) => fc.constantFrom(amount, -amount)),
  kind: fc.constantFrom('invoice', 'payment', 'return', 'rebate', 'opening', 'transfer', 'exchange'),
  document: number.map((n) => `XS-${n}`),
  customer: fc.constantFrom('A', 'B'),
  currency: fc.constantFrom('CNY', 'CNY', 'USD'),
  productClass: fc.constantFrom('', 'TV', 'Fan', 'Consignment'),
  item: fc.constantFrom('', 'K1'),
  quantity: fc.constantFrom(1, 3, 10),
  memo: naming,
  clearing: fc.constantFrom('', '', '', 'c1', 'c2'),
}) as fc.Arbitrary<CaseLine>;
const lines = fc.array(line, { maxLength: 40 });

const TERMS: readonly Term[] = [
  term({ kind: 'instalments', parts: [{ share: 1 / 3, days: 10 }, { share: 1 / 3, days: 30 }, { share: 1 / 3, days: 50 }] }, 'TV'),
  term({ kind: 'sell-through', days: 5 }, 'Consignment'),
];
const SALES = [20, 45, 80].map((after, at) => ({ customer: null, productClass: 'Consignment', item: '', quantity: 2 + at, amountMinor: at === 1 ? 3000 : null, periodStartDay: null, periodEndDay: FIRST_DAY + after, sheet: 's', row: at }));

function booksOf(given: readonly CaseLine[]): Books {
  return booksFromLines(given, { terms: TERMS, sellThrough: SALES, remittances: [{ customer: null, payment: 'XS-105', invoice: 'XS-107', amountMinor: 700, memo: '', day: null, sheet: 'r', row: 1 }] });
}

function settleAt(books: Books, asOf: number): Settlement {
  return settle(books, { asOf, reconciliation: NO_RECONCILIATION, annotations: NO_ANNOTATIONS, settings: { defaultTermDays: 30 } });
}

function balances(books: Books, asOf: number): Record<string, number> {
  const sums: Record<string, number> = {};
  for (let i = 0; i < books.ours.count; i++) {
    if (books.ours.day[i] > asOf) continue;
    const account = `${books.customers[books.ours.customer[i]].name} ${books.currencies[books.ours.currency[i]]}`;
    sums[account] = (sums[account] ?? 0) + books.ours.amountMinor[i];
  }
  return sums;
}

/** Allocations and open items by what the lines say, so that they compare across row orders. */
function contentOf(books: Books, settlement: Settlement): unknown {
  const said = (entry: number) => [books.customers[books.ours.customer[entry]].name, books.ours.day[entry], books.texts.at(books.ours.document[entry]), books.ours.amountMinor[entry], books.texts.at(books.ours.memo[entry])].join('|');
  const allocations = Array.from(settlement.allocations, (a) => [said(a.credit), said(a.debit), a.amountMinor, a.rule, a.day, a.byPolicy].join(' '));
  const open = settlement.openItems.map((item) => [said(item.entry), item.openMinor, item.dueDay, item.onAccount, item.instalment].join(' '));
  return { allocations: allocations.sort(), open: open.sort() };
}

test('open items sum to the balance per customer and currency, at every as-of day', () => {
  fc.assert(fc.property(lines, fc.integer({ min: FIRST_DAY - 1, max: LAST_DAY + 10 }), (given, asOf) => {
    const books = booksOf(given);
    const sums: Record<string, number> = Object.fromEntries(Object.keys(balances(books, asOf)).map((account) => [account, 0]));
    for (const item of settleAt(books, asOf).openItems) sums[`${books.customers[item.customer].name} ${item.currency}`] += item.openMinor;
    expect(sums).toEqual(balances(books, asOf));
  }), { numRuns: 500 });
});

test('no allocation exceeds either side, joins two accounts, or is dated before either line', () => {
  fc.assert(fc.property(lines, (given) => {
    const books = booksOf(given);
    const { ours } = books;
    const used = new Map<number, number>();
    for (const a of settleAt(books, LAST_DAY).allocations) {
      expect(a.amountMinor).toBeGreaterThan(0);
      expect([ours.customer[a.credit], ours.currency[a.credit]]).toEqual([ours.customer[a.debit], ours.currency[a.debit]]);
      expect(a.day).toBeGreaterThanOrEqual(Math.max(ours.day[a.credit], ours.day[a.debit]));
      for (const entry of [a.credit, a.debit]) used.set(entry, (used.get(entry) ?? 0) + a.amountMinor);
    }
    for (const [entry, amount] of used) expect(amount).toBeLessThanOrEqual(Math.abs(ours.amountMinor[entry]));
  }), { numRuns: 500 });
});

test('a later as-of day only adds to what an earlier one gave, and the earlier is what it was without the later lines', () => {
  fc.assert(fc.property(lines, fc.integer({ min: FIRST_DAY, max: LAST_DAY }), (given, asOf) => {
    const books = booksOf(given);
    const early = settleAt(books, asOf);
    const untilThen = (allocations: Iterable<Allocation>) => [...allocations].filter((a) => a.day <= asOf).map((a) => JSON.stringify(a)).sort();
    expect(untilThen(settleAt(books, LAST_DAY).allocations)).toEqual(untilThen(early.allocations));
    const cleared = (entries: readonly CaseLine[]) => entries.map((each) => ({ ...each, clearing: '' }));
    // A clearing number is printed when the lines are exported, not when they are booked: without it, cutting the ledger changes nothing.
    const whole = booksOf(cleared(given));
    const cut = booksOf(cleared(given.filter((each) => each.day <= asOf)));
    expect(contentOf(cut, settleAt(cut, asOf))).toEqual(contentOf(whole, settleAt(whole, asOf)));
  }), { numRuns: 500 });
});

test('the order of the rows changes nothing', () => {
  fc.assert(fc.property(lines.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))), ([given, shuffled]) => {
    const [a, b] = [booksOf(given), booksOf(shuffled)];
    expect(contentOf(b, settleAt(b, LAST_DAY))).toEqual(contentOf(a, settleAt(a, LAST_DAY)));
  }), { numRuns: 300 });
});

test('every debit ends in the history once, whole, and settled when nothing of it is open', () => {
  fc.assert(fc.property(lines, (given) => {
    const books = booksOf(given);
    const { history, openItems } = settleAt(books, LAST_DAY);
    const lived = new Map<number, number>();
    for (const part of history) lived.set(part.entry, (lived.get(part.entry) ?? 0) + part.amountMinor);
    for (const item of openItems) if (!item.onAccount && item.dueDay === null) lived.set(item.entry, (lived.get(item.entry) ?? 0) + item.originalMinor);
    const debits = [...books.ours.amountMinor].flatMap((amount, entry) => (amount > 0 ? [[entry, amount] as const] : []));
    expect(new Map([...lived].sort((a, b) => a[0] - b[0]))).toEqual(new Map(debits));
  }));
});

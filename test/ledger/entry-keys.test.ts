/** Keys find an entry again by what it says, wherever its row has gone. */
import fc from 'fast-check';
import { EntryKeys } from '../../src/ledger/entry-keys';
import type { Books } from '../../src/ledger/books';
import { read } from './support';

const HEADER = '日期|客户名称|单据类型|单据编号|借方|贷方';

function booksOf(lines: readonly string[]): Books {
  return read({ 应收明细账: [HEADER, ...lines].join('\n') });
}

const SALE = '@2026-01-05|苏州宏图|销售出库|XS-1|8000|';
const OTHER = '@2026-01-06|苏州宏图|销售出库|XS-2|500|';

it('gives an entry the same key whatever stands above it', () => {
  const alone = new EntryKeys(booksOf([SALE, OTHER]));
  const moved = new EntryKeys(booksOf([OTHER, SALE]));
  expect(moved.keyOf('ours', 1)).toBe(alone.keyOf('ours', 0));
});

it('tells apart lines that differ in one thing only', () => {
  const keys = new EntryKeys(booksOf([SALE, SALE.replace('8000', '8001'), SALE.replace('XS-1', 'XS-10'), SALE.replace('01-05', '01-06'), SALE.replace('宏图', '鸿图')]));
  expect(new Set([0, 1, 2, 3, 4].map((entry) => keys.keyOf('ours', entry))).size).toBe(5);
});

it('numbers lines that say the same in the order of their rows', () => {
  const keys = new EntryKeys(booksOf([SALE, OTHER, SALE, SALE]));
  const first = keys.keyOf('ours', 0);
  expect([2, 3].map((entry) => keys.keyOf('ours', entry))).toEqual([`${first}~2`, `${first}~3`]);
  expect([first, `${first}~2`, `${first}~3`, `${first}~4`].map((key) => keys.find('ours', key))).toEqual([0, 2, 3, undefined]);
});

it('finds nothing under a key that no entry has', () => {
  const keys = new EntryKeys(booksOf([SALE, OTHER]));
  expect(['', '~', 'nonsense', keys.keyOf('ours', 0).slice(1), `${keys.keyOf('ours', 0)}~1`, `${keys.keyOf('ours', 0)}~`].map((key) => keys.find('ours', key))).toEqual(Array(6).fill(undefined));
  expect(keys.find('theirs', keys.keyOf('ours', 0))).toBeUndefined();
});

it('keeps the keys that are written in workbooks', () => {
  const keys = new EntryKeys(booksOf([SALE, OTHER, SALE]));
  expect([0, 1, 2].map((entry) => keys.keyOf('ours', entry))).toMatchInlineSnapshot(`
[
  "1eimn8g04z4yi6",
  "1aenjap0xlhlkn",
  "1eimn8g04z4yi6~2",
]
`);
});

it('is made once for the same books', () => {
  const books = booksOf([SALE]);
  expect(EntryKeys.of(books)).toBe(EntryKeys.of(books));
});

it('gives every entry a key of its own, by which it is found', () => {
  const line = fc.record({ day: fc.integer({ min: 1, max: 3 }), number: fc.integer({ min: 1, max: 3 }), amount: fc.integer({ min: 1, max: 2 }) });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (drawn) => {
      const keys = new EntryKeys(booksOf(drawn.map(({ day, number, amount }) => `@2026-01-0${day}|苏州宏图|销售出库|XS-${number}|${amount}00|`)));
      const all = drawn.map((_, entry) => keys.keyOf('ours', entry));
      expect(new Set(all).size).toBe(all.length);
      expect(all.map((key) => keys.find('ours', key))).toEqual(drawn.map((_, entry) => entry));
    }),
    { numRuns: 60 },
  );
});

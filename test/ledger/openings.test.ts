import { entryAt } from '../../src/ledger/books';
import { formatIsoDay } from '../../src/units/day';
import { balances, lines, read } from './support';

/** What an account opens with, wherever and in whatever words it is printed. */

test('above the header, in one text', () => {
  const books = read({ 应收1: '合肥瑞丰 应收明细账\n期初余额：36,867.13\n日期 | 单号 | 借方 | 贷方\n@2026-01-05 | XS-001 | 500 |' });
  expect(balances(books, 'ours')).toEqual({ 合肥瑞丰: '37,367.13' });
});

test('above the header, where the lines name their goods', () => {
  const books = read({ 应收1: '合肥瑞丰 应收明细账\n期初余额：100\n日期 | 单号 | 品名 | 数量 | 借方 | 贷方\n@2026-01-05 | XS-001 | 空调 | 1 | 500 |' });
  expect(balances(books, 'ours')).toEqual({ 合肥瑞丰: '600.00' });
});

test('above the header, the amount in a cell of its own; on a customer\'s sheet it is a credit', () => {
  const books = read({
    'AR Ledger': 'Date | Customer | Invoice no | Debit | Credit\n@2026-01-05 | Granite Ltd | 1001 | 500 |',
    'AP 1': 'Granite Ltd\nBalance brought forward: | 80.5\nDate | Your ref | Debit | Credit\n@2026-01-06 | 1001 | | 500',
  });
  expect(balances(books, 'theirs')).toEqual({ 'Granite Ltd': '580.50' });
});

test('above the header of lines that each say their currency and on which side they stand', () => {
  const books = read({ 应收1: '合肥瑞丰 应收明细账\n期初余额：100\n日期 | 单号 | 币别 | 借方 | 贷方 | 方向 | 余额\n@2026-01-05 | XS-001 | 人民币 | 500 | | 借 | 600' });
  expect(balances(books, 'ours')).toEqual({ 合肥瑞丰: '600.00' });
});

test('a first line that prints nothing but a balance from which the next goes on', () => {
  const books = read({ 应收1: '合肥瑞丰 应收明细账\n日期 | 单号 | 摘要 | 借方 | 贷方 | 余额\n@2025-12-31 | | 去年的 | | | 100\n@2026-01-05 | XS-001 | 销售 | 500 | | 600' });
  expect(lines(books, 'ours')).toEqual(['2025-12-31 opening 100.00 合肥瑞丰', '2026-01-05 invoice 500.00 XS-001 合肥瑞丰']);
});

test('a ledger of one year opens with the last day of the other', () => {
  const books = read({ 应收1: '合肥瑞丰 应收明细账\n2026年 | | 单号 | 摘要 | 借方 | 贷方\n月 | 日 | | | | \n12 | 31 | | 上期结转 | 100 |\n1 | 5 | XS-001 | 销售 | 500 |' });
  expect(formatIsoDay(entryAt(books, 'ours', 0).day)).toBe('2025-12-31');
  expect(formatIsoDay(books.latestDay)).toBe('2026-01-05');
});

test('days without a year are of the year in the title', () => {
  const books = read({ 应收1: '合肥瑞丰 2026年应收明细账\n日期 | 单号 | 摘要 | 借方 | 贷方\n1月5日 | XS-001 | 销售 | 500 |\n2月6日 | XS-002 | 销售 | 300 |' });
  expect(lines(books, 'ours')).toEqual(['2026-01-05 invoice 500.00 XS-001 合肥瑞丰', '2026-02-06 invoice 300.00 XS-002 合肥瑞丰']);
});

test('a number printed on the first line of a delivery is that of the lines below it', () => {
  const books = read({ 应收明细账: '日期 | 客户 | 单号 | 品类 | 数量 | 借方 | 贷方\n@2026-01-05 | 合肥瑞丰 | XS-001 | 空调 | 2 | 500 |\n | | | 冰箱 | 1 | 300 |\n@2026-01-20 | 合肥瑞丰 | SK-002 | | | | 200\n | | | | | | 100' });
  expect(lines(books, 'ours')).toEqual(['2026-01-05 invoice 500.00 XS-001 合肥瑞丰', '2026-01-05 invoice 300.00 XS-001 合肥瑞丰', '2026-01-20 payment -200.00 SK-002 合肥瑞丰']);
});

describe('papers that were open when the ledger began, each in a line of its own', () => {
  const HEAD = 'Date | Customer | Type | Num | Debit | Credit\n';

  test('count one by one, be they of one amount, and keep their numbers', () => {
    const books = read({ 'AR Ledger': `${HEAD}@2025-11-01 | Granite | Opening balance | INV-1 | 500 |\n@2025-12-01 | Granite | Opening balance | INV-2 | 500 |\n@2025-12-31 | Granite | Opening balance | CN-3 | | 100\n@2026-01-05 | Granite | Invoice | INV-4 | 80 |` });
    expect(lines(books, 'ours')).toEqual(['2025-11-01 opening 500.00 INV-1 Granite', '2025-12-01 opening 500.00 INV-2 Granite', '2025-12-31 opening -100.00 CN-3 Granite', '2026-01-05 invoice 80.00 INV-4 Granite']);
  });

  test('with which the next month opens as a whole', () => {
    const books = read({ 'AR 2026-01': `${HEAD}@2025-11-01 | Granite | Opening balance | INV-1 | 500 |\n@2025-12-01 | Granite | Opening balance | INV-2 | 300 |\n@2026-01-05 | Granite | Invoice | INV-4 | 80 |`, 'AR 2026-02': `${HEAD}@2026-02-01 | Granite | Opening balance | | 880 |\n@2026-02-05 | Granite | Invoice | INV-5 | 20 |` });
    expect(balances(books, 'ours')).toEqual({ Granite: '900.00' });
  });
});

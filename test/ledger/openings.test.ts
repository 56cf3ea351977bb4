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

describe('a dated line with a number that carries a balance forward', () => {
  const HEAD = 'Customer | Document Number | Type | Posting Date | Text | Amount in local currency';
  const sap = (rows: string) => read({ FBL5N: `${HEAD}\n${rows}` });
  const kinds = (rows: string) => lines(sap(rows), 'ours').map((line) => line.split(' ').slice(0, 4).join(' '));

  test.each(['Balance carried forward', 'Balance Carryforward', 'Balance c/f', 'Balance brought forward 2025', '余额结转', '上年结转', '餘額結轉'])('%s opens the account that it begins', (words) => {
    expect(kinds(`Granite Ltd | 1900000001 | AB | 01.01.2026 | ${words} | 100\nGranite Ltd | 9001 | RV | 05.01.2026 | Goods | 500\nGranite Ltd | 9002 | DZ | 20.01.2026 | Wire | -400\nBeacon Ltd | 9003 | RV | 02.01.2026 | Goods | 70`)).toEqual(['2026-01-01 opening 100.00 1900000001', '2026-01-05 invoice 500.00 9001', '2026-01-20 payment -400.00 9002', '2026-01-02 invoice 70.00 9003']);
  });

  test('each account has its own, wherever it stands in a ledger that is not in order', () => {
    expect(kinds('Granite Ltd | 9002 | DZ | 20.01.2026 | Wire | -400\nBeacon Ltd | 1900000002 | AB | 01.01.2026 | Balance carried forward | -30\nGranite Ltd | 9001 | RV | 05.01.2026 | Goods | 500\nBeacon Ltd | 9003 | RV | 02.01.2026 | Goods | 70\nGranite Ltd | 1900000001 | AB | 01.01.2026 | Balance carried forward | 100').filter((line) => line.includes('opening'))).toEqual(['2026-01-01 opening -30.00 1900000002', '2026-01-01 opening 100.00 1900000001']);
  });

  test.each([
    ['after other lines', 'Granite Ltd | 9001 | RV | 05.01.2026 | Goods | 500\nGranite Ltd | 1900000001 | AB | 31.01.2026 | Balance carried forward | -500', 'adjustment'],
    ['after a line of the same day', 'Granite Ltd | 9001 | RV | 05.01.2026 | Goods | 500\nGranite Ltd | 1900000001 | AB | 05.01.2026 | Balance carried forward | -500', 'adjustment'],
    ['in an account that is opened already', 'Granite Ltd | | | | Opening balance | 40\nGranite Ltd | 1900000001 | AB | 01.01.2026 | Balance carried forward | 100\nGranite Ltd | 9001 | RV | 05.01.2026 | Goods | 500', 'adjustment'],
    ['said of something else', 'Granite Ltd | 1900000001 | AB | 01.01.2026 | 上年返利 | -100\nGranite Ltd | 9001 | RV | 05.01.2026 | Goods | 500', 'adjustment'],
  ])('%s it stays what it is', (_, rows, kind) => {
    expect(lines(sap(rows), 'ours').filter((line) => line.includes('1900000001')).map((line) => line.split(' ')[1])).toEqual([kind]);
  });

  test('newest first, the last line of the sheet is the first of the account', () => {
    expect(kinds('Granite Ltd | 9002 | DZ | 20.01.2026 | Wire | -400\nGranite Ltd | 9001 | RV | 01.01.2026 | Goods | 500\nGranite Ltd | 1900000001 | AB | 01.01.2026 | Balance carried forward | 100')[2]).toBe('2026-01-01 opening 100.00 1900000001');
  });

  test("a customer's ledger too, and a list of openings beside it is compared with it", () => {
    const books = read({
      'AR Ledger': `${HEAD}\nGranite Ltd | 1900000001 | AB | 01.01.2026 | Balance carried forward | 100\nGranite Ltd | 9001 | RV | 05.01.2026 | Goods | 500`,
      'AP Granite': 'Granite Ltd\nDate | Voucher | Your ref | Particulars | Debit | Credit\n@2026-01-01 | JV1 | | Balance carried forward | | 90\n@2026-01-06 | P2 | 9001 | Purchase | | 500',
      'Opening balances': 'Customer | Amount\nGranite Ltd | 100',
    });
    expect([lines(books, 'ours')[0], lines(books, 'theirs')[0]]).toEqual(['2026-01-01 opening 100.00 1900000001 Granite Ltd', '2026-01-01 opening 90.00 JV1 Granite Ltd']);
    expect([books.ours.count, balances(books, 'ours')]).toEqual([2, { 'Granite Ltd': '600.00' }]);
  });
});

test('余额结转 without a day opens an account above all its lines, and closes nothing below them', () => {
  const books = read({ 应收1: '合肥瑞丰 应收明细账\n日期 | 单号 | 摘要 | 借方 | 贷方\n | | 余额结转 | 100 |\n@2026-01-05 | XS-001 | 销售 | 500 |\n@2026-01-31 | 记-9 | 余额结转 | | 600' });
  expect(lines(books, 'ours')).toEqual(['- opening 100.00 合肥瑞丰', '2026-01-05 invoice 500.00 XS-001 合肥瑞丰', '2026-01-31 payment -600.00 记-9 合肥瑞丰']);
});

describe('under a voucher number of its own', () => {
  const theirs = (first: string) => read({ 'AR Ledger': 'Date | Customer | Invoice no | Debit | Credit\n@2026-01-05 | Granite Ltd | 1001 | 500 |', 'AP 1': `Company | Date | Voucher | Your ref | Particulars | Debit | Credit\n${first}\nGranite Ltd | @2026-01-06 | V502 | 1001 | Purchase | | 500` });

  test.each(['Balance brought forward', 'Opening balance 01.01.2026', 'B/fwd as at 1/1/26'])("an account's first line whose memo says “%s”", (memo) => {
    expect(lines(theirs(`Granite Ltd | @2026-01-01 | V501 | | ${memo} | | 80.5`), 'theirs')).toEqual(['2026-01-01 opening 80.50 V501 Granite Ltd', '2026-01-06 invoice 500.00 V502 Granite Ltd']);
  });

  test('no line below another, and none whose type says what it is', () => {
    const ours = read({ 'AR Ledger': 'Date | Type | Doc no | Customer | Text | Debit | Credit\n@2026-01-05 | RV | 1001 | Granite Ltd | Sale | 500 |\n@2026-01-09 | AB | 1002 | Granite Ltd | Opening balance | 80 |\n@2026-01-10 | DZ | 1003 | Marble Ltd | Opening balance | | 70' });
    expect(lines(ours, 'ours').map((line) => line.split(' ')[1])).toEqual(['invoice', 'adjustment', 'payment']);
  });
});

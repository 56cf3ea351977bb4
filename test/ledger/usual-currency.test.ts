import { entryAt } from '../../src/ledger/books';
import { booksFromLines } from '../../src/ledger/ledger-builder';
import { read } from './support';

const OURS = `
Date | Type | Num | Customer | Amount
@2026-01-05 | Invoice | XS-1001 | 苏州宏图家电 | 8000
@2026-01-09 | Invoice | XS-1002 | 苏州宏图家电 | 500
@2026-02-05 | Payment | SK-1003 | 苏州宏图家电 | -8000`;
const THEIRS = `
日期 | 业务类型 | 凭证号 | 对方单号 | 借方 | 贷方
@2026-01-07 | 采购入库 | RK1 | XS-1001 | | 8000
@2026-01-12 | 采购入库 | RK2 | XS-1002 | | 500
@2026-02-04 | 付款 | FK3 | | 8000 |`;

test('ledgers of two languages that name no currency are kept in one: that of our market', () => {
  expect(read({ 'AR Ledger': OURS, 苏州宏图家电: THEIRS }).currencies).toEqual(['USD']);
});

test('three hundred currencies are three hundred: none is taken for another', () => {
  const code = (number: number) => [26 * 26, 26, 1].map((place) => String.fromCharCode(65 + (Math.floor(number / place) % 26))).join('');
  const lines = Array.from({ length: 300 }, (_, at) => ({ day: 46_023, amountMinor: 100, currency: code(at + 1000) }));
  const { currencies, ours } = booksFromLines(lines);
  expect(Array.from(ours.currency, (currency) => currencies[currency])).toEqual(lines.map(({ currency }) => currency));
});

test('a ledger that names none follows one that does', () => {
  expect(read({ 'AR Ledger': OURS, 苏州宏图家电: `币别：人民币\n${THEIRS.trimStart()}` }).currencies).toEqual(['CNY']);
});

test('in books of several currencies a silent customer sheet follows what we keep for that customer', () => {
  const ours = `
日期 | 客户名称 | 单据类型 | 单据编号 | 币别 | 借方 | 贷方
@2026-01-05 | 苏州宏图家电 | 销售出库 | XS-1001 | 人民币 | 8000 |
@2026-01-06 | 苏州宏图家电 | 销售出库 | XS-1002 | 人民币 | 900 |
@2026-01-06 | 无锡五星商场 | 销售出库 | XS-1003 | 日元 | 70000 |`;
  const theirs = `
日期 | 业务类型 | 凭证号 | 对方单号 | 借方 | 贷方
@2026-01-08 | 采购入库 | RK9 | XS-1003 | | 70000`;
  const books = read({ 应收明细账: ours, 无锡五星商场: theirs });
  expect(entryAt(books, 'theirs', 0)).toMatchObject({ currency: 'JPY', amountMinor: 70000 });
});

describe('a ￥ in the currency column', () => {
  const rows = (...cells: string[]) => cells.map((cell, i) => `@2026-01-0${i + 1} | 宏圖 | 銷貨 | XS${i} | ${cell} | 500 |`).join('\n');
  const currenciesOf = (title: string, ...cells: string[]) => {
    const books = read({ 應收明細帳: `${title}日期 | 客戶 | 單據類型 | 單據編號 | 幣別 | 借方 | 貸方\n${rows(...cells)}` });
    return Array.from(books.ours.currency, (currency) => books.currencies[currency]);
  };

  test.each([['應收帳款明細帳（新台幣）\n', 'TWD'], ['幣別：NT$\n', 'TWD'], ['Currency: TWD\n', 'TWD'], ['幣別：日圓\n', 'JPY'], ['幣別：人民幣\n', 'CNY'], ['', 'CNY'], ['單位：￥\n', 'CNY'], ['幣別：美元\n', 'CNY']])('under "%s" stands for %s', (title, currency) => {
    expect(currenciesOf(title, '￥', '¥', '￥')).toEqual([currency, currency, currency]);
  });

  test('a code or a name is what it says, whatever the title', () => {
    expect(currenciesOf('應收帳款明細帳（新台幣）\n', '￥', 'CNY', '人民幣', 'USD', 'JPY ￥', 'RMB¥')).toEqual(['TWD', 'CNY', 'CNY', 'USD', 'JPY', 'CNY']);
  });

  test('a heading names the currency as a title does, and a sign beside it does not', () => {
    const head = (amount: string) => `應收帳款明細帳 ￥\n日期 | 客戶 | 單據編號 | 幣別 | ${amount} | 貸方\n@2026-01-05 | 宏圖 | XS1 | ￥ | 500 |\n@2026-01-06 | 宏圖 | XS2 | | 300 |`;
    expect(read({ 應收明細帳: head('借方(NT$)') }).currencies).toEqual(['TWD']);
    expect(read({ 應收明細帳: head('借方') }).currencies).toEqual(['CNY']);
  });

  test('the account is one, on both sides', () => {
    const books = read({
      應收明細帳: '應收帳款明細帳\n幣別：新台幣\n日期 | 客戶 | 單據編號 | 幣別 | 借方 | 貸方 | 餘額\n@2026-01-05 | 宏圖家電 | XS1001 | ￥ | 500 | | 500\n@2026-01-06 | 宏圖家電 | XS1002 | TWD | 300 | | 800',
      宏圖家電: '應付帳款明細帳（新台幣）\n日期 | 傳票號碼 | 供方單號 | 借方 | 貸方\n@2026-01-07 | 1 | XS1001 | | ￥500',
    });
    expect(books.currencies).toEqual(['TWD']);
  });
});

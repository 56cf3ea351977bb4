import { balances, columnsOf, lines, read, roles } from './support';

/** Names and numbers where a reader does not look first: each case is a sheet as somebody printed it. */
const THEIRS = `
日期 | 客户名称 | 业务类型 | 我方单号 | 对方单号 | 借方 | 贷方
@2026-01-07 | 苏州宏图家电商贸有限公司 | 采购入库 | RK1 | XS-1001 | | 8000
@2026-01-12 | 苏州宏图家电商贸有限公司 | 采购入库 | RK2 | XS-1002 | | 500
@2026-01-13 | 无锡五星商场 | 采购入库 | RK3 | XS-1003 | | 700`;
const BOTH = { 苏州宏图家电商贸有限公司: '8,500.00', 无锡五星商场: '700.00' };

test('code and name printed as one above a block', () => {
  const ours = `
应收款明细账
日期 | 单据类型 | 单据编号 | 摘要 | 本期应收 | 本期收款 | 期末余额
客户：C001 苏州宏图家电商贸有限公司
@2026-01-05 | 应收单 | XS-1001 | | 8000 | | 8000
@2026-01-09 | 应收单 | XS-1002 | | 500 | | 8500
客户：[C002] 无锡五星商场
@2026-01-11 | 应收单 | XS-1003 | | 700 | | 700`;
  const books = read({ 应收款明细账: ours, 客户对账单: THEIRS });
  expect([balances(books, 'ours'), balances(books, 'theirs')]).toEqual([BOTH, BOTH]);
  expect(books.customers.map(({ code }) => code)).toEqual(['C001', 'C002']);
});

test('a ledger of codes takes the names from the customer list', () => {
  const ours = `
Customer | Assignment | Document Number | Document Type | Document Date | Amount in Local Currency
C001 | XS-1001 | '1400000001 | RV | @2026-01-05 | 8000
C001 | XS-1002 | '1400000002 | RV | @2026-01-09 | 500
C002 | XS-1003 | '1400000003 | RV | @2026-01-11 | 700`;
  const list = `
客户编码 | 客户名称 | 业务员
C001 | 苏州宏图家电商贸有限公司 | 李敏
C002 | 无锡五星商场 | 王强`;
  const books = read({ FBL5N: ours, 客户对账单: THEIRS, 客户资料: list });
  expect([balances(books, 'ours'), balances(books, 'theirs')]).toEqual([BOTH, BOTH]);
});

test('a statement per customer on one sheet, each under a title with its name', () => {
  const block = (name: string, ...rows: string[]) => [`${name} 应收账款明细账`, '币别：人民币', '日期 | 单据编号 | 摘要 | 借方 | 贷方 | 余额', ...rows].join('\n');
  const ours = [block('苏州宏图家电商贸有限公司', '@2026-01-05 | XS-1001 | 销售 | 8000 | | 8000', '@2026-01-09 | XS-1002 | 销售 | 500 | | 8500'), '', block('无锡五星商场', '@2026-01-11 | XS-1003 | 销售 | 700 | | 700')].join('\n');
  const books = read({ 应收账款: ours, 客户对账单: THEIRS });
  expect([balances(books, 'ours'), balances(books, 'theirs')]).toEqual([BOTH, BOTH]);
});

test('a label with its value in the next cell names the customer and is no header', () => {
  const sheet = (name: string, ...rows: string[]) => ['应收账款明细账', `客户 | ${name} | | 业务员 | 李敏`, '', '单据编号 | 日期 | 单据类型 | 借方金额 | 贷方金额', ...rows].join('\n');
  const books = read({ 应收1: sheet('苏州宏图家电商贸有限公司', 'XS-1001 | @2026-01-05 | 销售出库 | 8000', 'XS-1002 | @2026-01-09 | 销售出库 | 500'), 应收2: sheet('无锡五星商场', 'XS-1003 | @2026-01-11 | 销售出库 | 700'), 客户对账单: THEIRS });
  expect([balances(books, 'ours'), balances(books, 'theirs')]).toEqual([BOTH, BOTH]);
});

test("the company on a customer's sheet is the customer; its place may stand in brackets", () => {
  const ours = `
日期 | 客户名称 | 单据类型 | 单据编号 | 借方 | 贷方
@2026-01-05 | 苏州宏图家电商贸有限公司 | 销售出库 | XS-1001 | 8000 |
@2026-01-11 | 无锡五星商场 | 销售出库 | XS-1003 | 700 |`;
  const sheet = (name: string, row: string) => `Company: ${name}\nVendor: 100234 Huaxing\nAssignment | Document Number | Document Type | Document Date | Amount in Local Currency\n${row}`;
  const books = read({ 应收明细账: ours, 'FBL1N 1': sheet('宏图家电商贸（苏州）有限公司', 'XS-1001 | RK1 | RE | @2026-01-07 | -8000'), 'FBL1N 2': sheet('无锡五星商场', 'XS-1003 | RK3 | RE | @2026-01-12 | -700') });
  expect(balances(books, 'theirs')).toEqual({ 苏州宏图家电商贸有限公司: '8,000.00', 无锡五星商场: '700.00' });
});

test('the number that customers quote may stand in our memo', () => {
  const ours = `
日期 | 凭证字号 | 摘要 | 客户名称 | 借方金额 | 贷方金额
@2026-01-05 | 记-12 | 销售彩电 XS-1001 | 苏州宏图家电商贸有限公司 | 8000 |
@2026-01-09 | 记-13 | 销售彩电 XS-1002 | 苏州宏图家电商贸有限公司 | 500 |
@2026-01-11 | 记-14 | 销售冰箱 XS-1003 | 无锡五星商场 | 700 |
@2026-01-11 | 记-15 | 销售冰箱 XS-1004 | 无锡五星商场 | 900 |
@2026-01-15 | 记-16 | 销售冰箱 XS-1005 | 无锡五星商场 | 100 |
@2026-02-15 | 记-17 | 收到货款 对应XS-1001 | 苏州宏图家电商贸有限公司 | | 8000`;
  const books = read({ 往来账: ours, 客户对账单: THEIRS });
  expect(lines(books, 'ours').map((line) => line.split(' ')[3])).toEqual(['XS-1001', 'XS-1002', 'XS-1003', 'XS-1004', 'XS-1005', '记-17']);
});

test('a heading over "amount" is what the upper word says; a column that runs is the balance', () => {
  const yonyou = `
年 | 月 | 日 | 凭证号 | 客户名称 | 摘要 | 借方 | 贷方 | 方向 | 余额
 | | | | | | 金额 | 金额 | | 金额
2025 | 12 | 31 | | 无锡五星商场 | 期初余额 | | | 借 | 300
2026 | 1 | 5 | XS-1001 | 无锡五星商场 | 销售 | 700 | | 借 | 1000`;
  const byHand = `
日期 | 单号 | 类别 | 数量 | 金额 | 已付 | 未付
@2025-12-31 | | | | | | 300
@2026-01-05 | XS-1001 | 彩电 | 2 | 700 | | 1000
@2026-01-06 | XS-1002 | 彩电 | 1 | 200 | | 1200
@2026-01-07 | XS-1003 | 冰箱 | 1 | 100 | | 1300`;
  expect(balances(read({ 客户往来明细账: yonyou }), 'ours')).toEqual({ 无锡五星商场: '1,000.00' });
  expect(columnsOf(read({ 客户往来明细账: yonyou }), '客户往来明细账')).toMatchObject({ debit: 'G', credit: 'H', balance: 'J' });
  expect(columnsOf(read({ 无锡五星商场: byHand }), '无锡五星商场')).toMatchObject({ amount: 'E', paid: 'F', balance: 'G', 'product-class': 'C' });
});

test('a partner line with totals and an initial balance below it', () => {
  const odoo = `
Partner Ledger
 | Date | Journal | Account | Ref | Debit | Credit | Balance
无锡五星商场 | | | | | 1000 | 0 | 1000
Initial Balance | | | | | 300 | 0 | 300
 | @2026-01-05 | INV | '121000 | XS-1001 | 700 | | 1000`;
  const books = read({ 'Partner Ledger': odoo });
  expect([roles(books)['Partner Ledger'], balances(books, 'ours')]).toEqual(['our-ledger', { 无锡五星商场: '1,000.00' }]);
});

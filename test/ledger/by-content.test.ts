import { balances, columnsOf, issues, lines, read, roles } from './support';

/** Ledgers whose headings tell little or lead astray, read by what stands below them. */

const THEIRS = 'Date | Vendor invoice | Debit | Credit\n@2026-01-06 | 1001 | | 500\n';

test('a header of words that nobody knows is told by the days and amounts below it', () => {
  const books = read({
    应收明细账: '登记日 | 商户 | 票号 | 款项性质 | 挂账 | 冲账 | 尚欠\n@2026-01-05 | 合肥瑞丰电器有限公司 | XS-001 | 销售出库 | 500 | | 500\n@2026-01-09 | 合肥瑞丰电器有限公司 | XS-002 | 销售出库 | 320.5 | | 820.5\n@2026-01-20 | 合肥瑞丰电器有限公司 | SK-003 | 收款 | | 400 | 420.5\n@2026-01-22 | 合肥瑞丰电器有限公司 | XS-004 | 销售出库 | 80 | | 500.5\n@2026-02-02 | 合肥瑞丰电器有限公司 | SK-005 | 收款 | | 100 | 400.5',
  });
  expect(roles(books)).toEqual({ 应收明细账: 'our-ledger' });
  expect(columnsOf(books, '应收明细账')).toMatchObject({ date: 'A', customer: 'B', document: 'C', kind: 'D', debit: 'E', credit: 'F', balance: 'G' });
  expect(balances(books, 'ours')).toEqual({ 合肥瑞丰电器有限公司: '400.50' });
});

test('of an amount before tax, the tax and their sum, the sum is what is owed', () => {
  const books = read({ 'AR Ledger': 'Date | Customer | Invoice no | Net amount | Tax | Gross\n@2026-01-05 | Granite Ltd | 1001 | 100 | 13 | 113\n@2026-01-06 | Granite Ltd | 1002 | 200 | 26 | 226\n@2026-01-07 | Granite Ltd | 1003 | 50 | 6.5 | 56.5\n@2026-01-08 | Granite Ltd | 1004 | 10 | 1.3 | 11.3', 'AP statement from Granite': THEIRS });
  expect(balances(books, 'ours')).toEqual({ 'Granite Ltd': '406.80' });
});

test('an amount before tax and the tax, without their sum, are owed together', () => {
  const books = read({
    应收明细账: '日期 | 客户 | 单号 | 借方 | 贷方\n@2026-01-05 | 合肥瑞丰 | XS-001 | 113 |\n@2026-01-06 | 合肥瑞丰 | XS-002 | 226 |\n@2026-01-20 | 合肥瑞丰 | SK-003 | | 113',
    合肥瑞丰往来: '供应商：长江电器\n日期 | 摘要 | 供应商单号 | 不含税金额 | 税额 | 付款金额\n@2026-01-07 | 购进 | XS-001 | 100 | 13 |\n@2026-01-08 | 购进 | XS-002 | 200 | 26 |\n@2026-01-19 | 付款 | | | | 113',
  });
  expect(lines(books, 'theirs')).toEqual(['2026-01-07 invoice 113.00 合肥瑞丰', '2026-01-08 invoice 226.00 合肥瑞丰', '2026-01-19 payment -113.00 合肥瑞丰']);
});

test('the day on which a line was typed is not its day', () => {
  const books = read({ 应收明细账: '制单日期 | 开单日期 | 客户 | 单号 | 借方 | 贷方\n@2026-02-09 | @2026-01-31 | 合肥瑞丰 | XS-001 | 500 |' });
  expect(lines(books, 'ours')).toEqual(['2026-01-31 invoice 500.00 XS-001 合肥瑞丰']);
});

test('a column that counts the lines holds no document numbers', () => {
  const rows = [1, 2, 3, 4, 5, 6].map((n) => `${n} | @2026-01-0${n} | 合肥瑞丰 | XS-00${n * 7} | ${n}00 |`).join('\n');
  expect(columnsOf(read({ 应收明细账: `编号 | 日期 | 客户 | 单据号 | 借方 | 贷方\n${rows}` }), '应收明细账').document).toBe('D');
});

test("what a buyer bought stands beside what it paid, whatever it calls them", () => {
  const books = read({
    应收账款: '日期 | 客户 | 单号 | 借方 | 贷方\n@2026-01-05 | 合肥瑞丰 | XS-001 | 500 |\n@2026-01-20 | 合肥瑞丰 | SK-002 | | 300',
    应付账款: '日期 | 公司 | 供应商单号 | 摘要 | 采购金额 | 付款金额\n@2026-01-06 | 合肥瑞丰 | XS-001 | 购进 | 500 |\n@2026-01-19 | 合肥瑞丰 | | 付款 | | 300',
  });
  expect(lines(books, 'theirs')).toEqual(['2026-01-06 invoice 500.00 合肥瑞丰', '2026-01-19 payment -300.00 合肥瑞丰']);
  expect(columnsOf(books, '应付账款')).toMatchObject({ credit: 'E', debit: 'F' });
});

test('an open amount above its own line is a running balance, not a list of open items', () => {
  const books = read({ 应收明细账: '日期 | 客户 | 单号 | 金额 | 未收余额\n@2026-01-05 | 合肥瑞丰 | XS-001 | 500 | 500\n@2026-01-06 | 合肥瑞丰 | XS-002 | 300 | 800\n@2026-01-07 | 合肥瑞丰 | XS-003 | 200 | 1000' });
  expect(balances(books, 'ours')).toEqual({ 合肥瑞丰: '1,000.00' });
});

test('ours in two layouts are both ours where customers quote both', () => {
  const books = read({
    应收1: '合肥瑞丰 应收明细账\n日期 | 单号 | 借方 | 贷方\n@2026-01-05 | XS-1001 | 500 |\n@2026-01-06 | XS-1002 | 600 |\n@2026-01-07 | XS-1003 | 700 |',
    应收2: '芜湖大润 应收明细账\n单号 | 日期 | 贷方 | 借方\nXS-2001 | @2026-01-05 | | 510\nXS-2002 | @2026-01-06 | | 610\nXS-2003 | @2026-01-07 | | 710',
    对账1: '合肥瑞丰 应付明细账\n日期 | 对方单号 | 借方 | 贷方\n@2026-01-05 | XS-1001 | | 500\n@2026-01-06 | XS-1002 | | 600\n@2026-01-07 | XS-1003 | | 700',
    对账2: '芜湖大润 应付明细账\n日期 | 对方单号 | 贷方 | 借方\n@2026-01-05 | XS-2001 | 510 |\n@2026-01-06 | XS-2002 | 610 |\n@2026-01-07 | XS-2003 | 710 |',
  });
  expect(roles(books)).toEqual({ 应收1: 'our-ledger', 应收2: 'our-ledger', 对账1: 'customer-ledger', 对账2: 'customer-ledger' });
  expect(issues(books)).toEqual([]);
});

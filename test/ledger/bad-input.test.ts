import { say } from '../../src/texts';
import { balances, issues, read, roles, sentences, skippedRows } from './support';

const OURS = `
  日期 | 客户 | 单据类型 | 单据编号 | 借方 | 贷方
  @2026-01-05 | 宏图 | 销售出库 | XS-1001 | 100 |
  @2026-01-25 | 宏图 | 收款 | SK-1 | | 60
`;
const THEIRS = `
  日期 | 客户 | 业务类型 | 我方单号 | 对方单号 | 借方 | 贷方
  @2026-01-06 | 宏图 | 采购入库 | RK-1 | XS-1001 | | 100
  @2026-01-24 | 宏图 | 付款 | FK-1 | | 60 |
`;
const errors = (books: ReturnType<typeof read>) => issues(books).filter((issue) => issue.startsWith('error'));

test('two sound ledgers raise nothing', () => {
  expect(issues(read({ 应收明细账: OURS, 客户对账单: THEIRS }))).toEqual([]);
});

test('an empty workbook', () => {
  expect(errors(read({}))).toEqual(['error ! empty-workbook']);
  expect(errors(read({ Sheet1: [] }))).toEqual(['error Sheet1! empty-workbook']);
});

test('a sheet of numbers without a header names the sheet', () => {
  const books = read({ 应收明细账: OURS, 客户对账单: THEIRS, 数据: '@2026-01-05 | abc | 100\n@2026-01-06 | abd | 200\n@2026-01-07 | abd | 200' });
  expect(issues(books)).toEqual(['warning 数据! no-header']);
  expect(sentences(books)[0]).toContain('header row');
});

test('nothing but notes is no ledger', () => {
  expect(errors(read({ Notes: 'call them\nask for the statement' }))).toEqual(['error Notes! no-our-ledger']);
});

test("only a customer's ledger", () => {
  expect(errors(read({ '供应商往来明细（应付）': THEIRS }))).toEqual(['error 供应商往来明细（应付）! no-our-ledger']);
});

test('only our ledger: a warning, as open items and the plan still work', () => {
  expect(issues(read({ 应收明细账: OURS }))).toEqual(['warning 应收明细账! no-customer-ledger']);
});

test('two sheets that both look like our ledger: both are named, with what to do', () => {
  const books = read({ 应收明细账: OURS, '应收明细账 (2)': OURS, 客户对账单: THEIRS });
  expect(errors(books)).toEqual(['error 应收明细账 (2)! two-our-ledgers']);
  expect(say(books.issues[0].message, 'zh-CN')).toContain('应收明细账、应收明细账 (2)');
  const chosen = read({ 应收明细账: OURS, '应收明细账 (2)': OURS, 客户对账单: THEIRS }, { mappings: { '应收明细账 (2)': { role: 'ignore' } } });
  expect(errors(chosen)).toEqual([]);
  expect(balances(chosen, 'ours')).toEqual({ 宏图: '40.00' });
});

test('two of our ledgers in different layouts are refused as well', () => {
  const other = OURS.replace('日期 | 客户 | 单据类型 | 单据编号 | 借方 | 贷方', '单据日期 | 往来单位 | 单据类型 | 单据号 | 应收金额 | 已收金额');
  expect(errors(read({ 应收明细账: OURS, 应收账款明细: other }))).toEqual(['error 应收账款明细! two-our-ledgers']);
});

test('our ledger on a sheet per month is one ledger', () => {
  const head = '日期 | 客户 | 单据类型 | 单据编号 | 借方 | 贷方 | 余额\n';
  const books = read({
    应收1月: `${head}@2026-01-01 | 宏图 | 期初余额 | | | | 10\n@2026-01-05 | 宏图 | 销售出库 | XS-1 | 100 | | 110`,
    应收2月: `${head}@2026-02-01 | 宏图 | 期初余额 | | | | 110\n@2026-02-05 | 宏图 | 销售出库 | XS-2 | 50 | | 160`,
  });
  expect(errors(books)).toEqual([]);
  expect(balances(books, 'ours')).toEqual({ 宏图: '160.00' });
  expect(skippedRows(books, '应收2月')).toEqual(['2 carried-forward']);
});

test('an unreadable amount names sheet, row, column and text', () => {
  const books = read({ 应收明细账: OURS.replace('| 100 |', '| 待定 |'), 客户对账单: THEIRS });
  expect(errors(books)).toEqual(['error 应收明细账!E2 unreadable-amount']);
  expect(sentences(books)[0]).toContain('待定');
});

test.each([
  ['of an opening line', '日期 | 客户 | 摘要 | 借方 | 贷方 | 余额\n@2026-01-01 | 宏图 | 期初余额 | 待定 | | 100\n@2026-01-05 | 宏图 | 销售 | 100 | | 200', 'D2'],
  ['in a column of payments', 'Date | Customer | Invoice no | Amount | Paid\n@2026-01-05 | Granite | INV-1 | 100 | tbd\n@2026-01-06 | Granite | INV-2 | 50 | 20', 'E2'],
])('an unreadable amount %s is named where it stands', (_, sheet, place) => {
  expect(errors(read({ 应收明细账: sheet }))).toEqual([`error 应收明细账!${place} unreadable-amount`]);
});

test('an unreadable date names sheet, row, column and text', () => {
  const books = read({ 应收明细账: OURS.replace('@2026-01-25', '2026-02-31'), 客户对账单: THEIRS });
  expect(errors(books)).toEqual(['error 应收明细账!A3 unreadable-date']);
  expect(sentences(books)[0]).toContain('2026-02-31');
});

test.each([
  ['a slip of the hand in the year', '日期', "'1026-01-25", 'A3'],
  ['the same in columns for year, month and day', '年 | 月 | 日', '1026 | 1 | 25', '3'],
])('a date of no ledger of our time is unreadable: %s', (_, heads, date, place) => {
  const first = heads.includes('|') ? '2026 | 1 | 5' : '@2026-01-05';
  const books = read({ 应收明细账: `${heads} | 客户 | 单据编号 | 借方 | 贷方\n${first} | 宏图 | XS-1 | 100 |\n${date} | 宏图 | XS-2 | 50 |` });
  expect(errors(books)).toEqual([`error 应收明细账!${place} unreadable-date`]);
});

describe('a day far from all others', () => {
  const lonely = (count: number, ...days: string[]) => {
    const rows = [...Array.from({ length: count }, (_, i) => `@2026-01-${String(i + 5).padStart(2, '0')}`), ...days.map((day) => `@${day}`)].map((date, i) => `${date} | Granite | Invoice | INV-${i} | ${100 + i}`);
    return issues(read({ 'AR Ledger': `Date | Customer | Type | Num | Amount\n${rows.join('\n')}` })).filter((text) => text.includes('lone-day'));
  };

  test('is named, be it too late or too early', () => {
    expect(lonely(10, '2062-01-05')).toEqual(['warning AR Ledger!12 lone-day']);
    expect(lonely(10, '1962-01-05', '2062-01-05')).toEqual(['warning AR Ledger!12 lone-day', 'warning AR Ledger!13 lone-day']);
  });
  test('a year from the others, and not by three lines, nor beside a few', () => {
    expect([lonely(11, '2027-01-15'), lonely(11, '2027-01-16'), lonely(10, '2062-01-05', '2062-01-06'), lonely(10, '2062-01-05', '2062-01-06', '2062-01-07'), lonely(9, '2062-01-05')].map((each) => each.length)).toEqual([0, 1, 2, 0, 0]);
  });
});

test('rows and columns are named as the user sees them where the used range starts elsewhere', () => {
  const books = read({ 应收明细账: OURS.replace('| 100 |', '| 待定 |'), 客户对账单: THEIRS }, {}, { 应收明细账: { firstRowIndex: 4, firstColumnIndex: 2 } });
  expect(errors(books)).toEqual(['error 应收明细账!G6 unreadable-amount']);
});

test('a running balance that breaks is named by its first line', () => {
  const books = read({
    应收明细账: `
      日期 | 客户 | 单据编号 | 借方 | 贷方 | 余额
      @2026-01-05 | 宏图 | XS-1 | 100 | | 100
      @2026-01-06 | 宏图 | XS-2 | 50 | | 150
      @2026-01-07 | 宏图 | XS-3 | 30 | | 190
      @2026-01-08 | 宏图 | XS-4 | 20 | | 210
    `,
  });
  expect(issues(books)).toContain('warning 应收明细账!F4 balance-breaks');
  expect(books.sheets[0].balanceProof).toEqual({ checked: 3, firstBreakRow: 4 });
});

test('lines that name nobody, where others do, are said', () => {
  const books = read({ 应收明细账: '日期 | 客户 | 单据编号 | 借方 | 贷方\n@2026-01-05 | | XS-1 | 100 |\n@2026-01-06 | 宏图 | XS-2 | 50 |\n@2026-01-06 | 五星 | XS-3 | 50 |', 客户对账单: THEIRS });
  expect(issues(books)).toContain('warning 应收明细账!B2 unnamed-rows');
});

test('hidden rows are read, and said', () => {
  const books = read({ 应收明细账: OURS, 客户对账单: THEIRS }, {}, { 应收明细账: { hiddenRows: [2] } });
  expect(balances(books, 'ours')).toEqual({ 宏图: '40.00' });
  expect(books.sheets[0].hiddenRowCount).toBe(1);
  expect(issues(books)).toEqual(['warning 应收明细账! hidden-rows']);
});

test('a date order that nothing tells is said', () => {
  const books = read({ 'AR Ledger': 'Date | Customer | Invoice no | Amount\n04/03/2026 | Granite | 1 | 5\n', 'AP statement from Granite': 'Date | Vendor invoice | Debit | Credit\n@2026-04-03 | 1 | | 5' });
  expect(issues(books)).toContain('warning AR Ledger!A date-order-unclear');
});

test('an unknown customer in a master sheet', () => {
  const books = read({ 应收明细账: OURS, 客户对账单: THEIRS, 账期: '客户 | 产品类别 | 账期(天)\n宏图 | 彩电 | 30\n火星商场 | 彩电 | 60' });
  expect(issues(books)).toEqual(['warning 账期!A3 unknown-customer']);
});

test("Duesheet's own sheets are passed over", () => {
  const books = read({ 应收明细账: OURS, 客户对账单: THEIRS, 对账结果: OURS }, {}, { 对账结果: { result: { key: 'matches', anchors: {} } } });
  expect(roles(books)).toEqual({ 应收明细账: 'our-ledger', 客户对账单: 'customer-ledger' });
});

test('what the user has mapped overrides what was found, by sheet or by layout', () => {
  const sheets = { A: OURS, B: THEIRS };
  expect(roles(read(sheets, { mappings: { A: { role: 'customer-ledger' }, B: { role: 'our-ledger' } } }))).toEqual({ A: 'customer-ledger', B: 'our-ledger' });
  const { layoutKey } = read(sheets).sheets[1];
  expect(roles(read(sheets, { mappingsByLayout: { [layoutKey]: { role: 'ignore' } } }))).toEqual({ A: 'our-ledger', B: 'ignore' });
  const moved = read(sheets, { mappings: { A: { columns: { debit: 'F', credit: 'E' } } } });
  expect(balances(moved, 'ours')).toEqual({ 宏图: '-40.00' });
  const named = read({ A: OURS.replace(/客户|宏图/g, ''), B: THEIRS }, { mappings: { A: { role: 'our-ledger', customer: '宏图' } } });
  expect(balances(named, 'ours')).toEqual({ 宏图: '40.00' });
  const header = read({ A: `甲 | 乙 | 丙 | 丁 | 戊 | 己\n${OURS.split('\n').slice(2).join('\n')}`, B: THEIRS }, { mappings: { A: { role: 'our-ledger', headerRow: 1, columns: { date: 'A', customer: 'B', document: 'D', debit: 'E', credit: 'F' } } } });
  expect(balances(header, 'ours')).toEqual({ 宏图: '40.00' });
});

test('a ledger in no order keeps its opening; a balance carried over a page does not count twice', () => {
  const head = '日期 | 客户 | 单据类型 | 单据编号 | 借方 | 贷方 | 余额\n';
  const unsorted = read({ 应收明细账: `${head}@2026-01-05 | 宏图 | 销售出库 | XS-1 | 100 | |\n@2026-01-01 | 宏图 | 期初余额 | | | | 30`, 客户对账单: THEIRS });
  expect(balances(unsorted, 'ours')).toEqual({ 宏图: '130.00' });
  const paged = read({ 应收明细账: `${head}@2026-01-05 | 宏图 | 销售出库 | XS-1 | 100 | | 100\n | 宏图 | 承前页 | | | | 100\n@2026-01-06 | 宏图 | 销售出库 | XS-2 | 20 | | 120`, 客户对账单: THEIRS });
  expect(balances(paged, 'ours')).toEqual({ 宏图: '120.00' });
});

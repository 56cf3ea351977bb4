import { Parties } from '../../src/ledger/parties';
import { balances, issues, read } from './support';

/** Joins names of the customers' sheets to the customers of our ledger; says what each became. */
function joined(ours: readonly string[], theirs: readonly string[], aliases: Record<string, string> = {}): Record<string, string> {
  const parties = new Parties(aliases);
  for (const name of ours) parties.mention(name, '', 'ours', 'our-rows');
  const mentions = theirs.map((name) => parties.mention(name, '', 'theirs', 'their-rows'));
  const { customers, customerOf } = parties.join({ commonAccount: null, quotes: () => new Map() });
  return Object.fromEntries(mentions.map((mention, i) => [theirs[i], customers[customerOf[mention + 1]].name]));
}

describe('names that are one customer', () => {
  test.each([
    ['苏州宏图家电商贸有限公司', '蘇州宏圖家電商貿有限公司'],
    ['苏州宏图家电商贸有限公司', '苏州宏图家电商贸'],
    ['苏州宏图家电商贸有限公司', '苏州宏图家电商贸股份有限公司'],
    ['苏州宏图（集团）有限公司', '苏州宏图(集团)有限公司'],
    ['Granite Trading Ltd', 'GRANITE TRADING LTD.'],
    ['Granite Trading Ltd', 'Granite Trading Limited'],
    ['Granite Trading, LLC', 'Granite  Trading'],
    ['華星家電股份有限公司', '华星家电'],
    ['ＡＢＣ商場', 'ABC商场'],
    ['Marlow & Finch, Inc.', 'Marlow and Finch Inc'],
    ['Northgate Fitouts Ltd', 'NORTHGATE INTERIORS LTD (formerly Northgate Fitouts Ltd)'],
    ['Northgate Interiors Limited (f/k/a Northgate Fitouts Ltd)', 'Northgate Fitouts'],
    ['Northgate Interiors, formerly known as Northgate Fitouts', 'Northgate Interiors Ltd'],
    ['苏州宏图商贸有限公司', '苏州宏远商贸有限公司（原名：苏州宏图商贸有限公司）'],
    ['苏州宏图商贸有限公司', '蘇州宏遠商貿有限公司（原蘇州宏圖商貿有限公司）'],
  ])('%s = %s', (ours, theirs) => expect(joined([ours], [theirs])).toEqual({ [theirs]: ours }));
});

describe('names that look alike and are not joined', () => {
  test.each([
    ['无锡金鹰电器有限公司', '镇江金鹰商场'],
    ['无锡金鹰电器有限公司', '无锡金鹰商场'],
    ['Beacon Trading LLC', 'Beacon Home Ltd'],
    ['苏州宏图家电', '苏州宏图'],
    ['Granite Trading Ltd', 'Granit Trading Ltd'],
    ['北京华联上海分公司', '北京华联'],
    ['Northgate Fitouts Ltd', 'Northgate Interiors Ltd (formerly Northgate Joinery Ltd)'],
    ['原野商贸有限公司', '田野商贸（原野）有限公司'],
  ])('%s ≠ %s', (ours, theirs) => expect(joined([ours], [theirs])[theirs]).toBe(theirs));

  test('a name that fits two customers joins neither', () => {
    expect(joined(['Beacon Trading LLC', 'Beacon Trading Ltd'], ['Beacon Trading'])).toEqual({ 'Beacon Trading': 'Beacon Trading' });
  });
});

test('an abbreviation is offered, and joined once the user has said so', () => {
  const sheets = {
    应收明细账: `
      日期 | 客户 | 单据编号 | 借方 | 贷方
      @2026-01-05 | 苏州宏图家电商贸有限公司 | XS-1 | 100 |
      @2026-01-06 | 无锡五星商场 | XS-2 | 70 |
    `,
    客户对账单: `
      日期 | 客户 | 我方单号 | 对方单号 | 借方 | 贷方
      @2026-01-06 | 苏州宏图 | RK-1 | | | 100
    `,
  };
  const apart = read(sheets);
  expect(balances(apart, 'theirs')).toEqual({ 苏州宏图: '100.00' });
  expect(apart.customers[0].aliases).toEqual([{ name: '苏州宏图', sheet: '客户对账单', evidence: { code: 'ledger.join-similar' }, status: 'suggested' }]);
  expect(issues(apart)).toContain('warning 客户对账单! customer-not-ours');
  const together = read(sheets, { aliases: { 苏州宏图: '苏州宏图家电商贸有限公司' } });
  expect(balances(together, 'theirs')).toEqual({ 苏州宏图家电商贸有限公司: '100.00' });
  expect(together.customers[0].aliases[0]).toMatchObject({ status: 'confirmed', evidence: { code: 'ledger.join-user' } });
});

test('a similar name whose lines quote our numbers is joined, with that as evidence', () => {
  const books = read({
    应收明细账: `
      日期 | 客户 | 单据编号 | 借方 | 贷方
      @2026-01-05 | 苏州宏图家电商贸有限公司 | XS-1001 | 100 |
      @2026-01-06 | 苏州宏图家电商贸有限公司 | XS-1002 | 70 |
      @2026-01-07 | 苏州宏图家电商贸有限公司 | XS-1003 | 60 |
      @2026-01-07 | 无锡五星商场 | XS-1004 | 50 |
    `,
    客户对账单: `
      日期 | 客户 | 我方单号 | 对方单号 | 借方 | 贷方
      @2026-01-06 | 苏州宏图 | RK-1 | XS-1001 | | 100
      @2026-01-07 | 苏州宏图 | RK-2 | XS-1002 | | 70
      @2026-01-08 | 苏州宏图 | RK-3 | 1003 | | 60
    `,
  });
  expect(balances(books, 'theirs')).toEqual({ 苏州宏图家电商贸有限公司: '230.00' });
  expect(books.customers[0].aliases).toMatchObject([{ name: '苏州宏图', status: 'confirmed', evidence: { code: 'ledger.join-numbers' } }]);
});

test('a code in the tab finds the customer by the master sheet', () => {
  const books = read({
    'AR Ledger': `
      Date | Type | Num | Customer | Amount
      @2026-01-05 | Invoice | INV-1 | Granite Trading Ltd | 100
      @2026-01-06 | Invoice | INV-2 | Beacon Home Ltd | 40
    `,
    'Stmt C002': `
      Posting Date | Doc Type | Voucher | Your ref | Debit | Credit
      @2026-01-07 | Bill | B-9 | INV-2 | | 40
    `,
    Customers: `
      Code | Customer | Sales Rep
      C001 | Granite Trading Ltd | Tom
      C002 | Beacon Home Ltd | Maria
    `,
  });
  expect(balances(books, 'theirs')).toEqual({ 'Beacon Home Ltd': '40.00' });
  expect(books.customers.map(({ name, code }) => [name, code])).toEqual([['Granite Trading Ltd', 'C001'], ['Beacon Home Ltd', 'C002']]);
});

test("a customer's ledger that names us in its partner column or its title belongs to the customer of its tab", () => {
  const books = read({
    应收明细账: `
      华星家电销售有限公司
      应收明细账
      日期 | 客户 | 单据类型 | 单据编号 | 借方 | 贷方
      @2026-01-05 | 宏图商贸 | 销售出库 | XS-1001 | 100 |
      @2026-01-06 | 五星商场 | 销售出库 | XS-1002 | 70 |
    `,
    宏图商贸: `
      华星家电销售有限公司 对账单
      日期 | 往来单位 | 业务类型 | 凭证号 | 对方单号 | 借方 | 贷方
      @2026-01-06 | 华星家电销售有限公司 | 采购入库 | RK-1 | XS-1001 | | 100
    `,
  });
  expect(balances(books, 'theirs')).toEqual({ 宏图商贸: '100.00' });
  expect(books.ourName).toBe('华星家电销售有限公司');
});

test('a sheet written from our point of view: the column with our numbers is the reference', () => {
  const books = read({
    应收明细账: '日期 | 客户 | 单据类型 | 单据编号 | 借方 | 贷方\n@2026-01-05 | 宏图 | 销售出库 | XS-1001 | 100 |\n@2026-01-06 | 宏图 | 销售出库 | XS-1002 | 70 |',
    客户对账单: '日期 | 客户 | 业务类型 | 我方单号 | 对方单号 | 借方 | 贷方\n@2026-01-06 | 宏图 | 采购入库 | XS-1001 | RK-501 | | 100\n@2026-01-07 | 宏图 | 采购入库 | XS-1002 | RK-502 | | 70',
  });
  expect([0, 1].map((i) => [books.texts.at(books.theirs.document[i]), books.texts.at(books.theirs.references[i])])).toEqual([['RK-501', 'XS-1001'], ['RK-502', 'XS-1002']]);
});

test('a short name is the customer whose numbers the memos of its lines quote', () => {
  const ours = [1001, 1002, 1003, 1004].map((number) => `@2026-01-05 | 合肥瑞丰电器销售有限公司 | S${number} | ${number} |`).join('\n');
  const theirs = [1001, 1002, 1003, 1004].map((number) => `@2026-01-06 | 合肥瑞丰 | 采购S${number} | | ${number}`).join('\n');
  const books = read({ 应收明细账: `日期 | 客户 | 单号 | 借方 | 贷方\n${ours}\n@2026-01-05 | 芜湖大润家电有限公司 | S2001 | 70 |`, 应付明细账: `日期 | 公司名称 | 摘要 | 借方 | 贷方\n${theirs}` });
  expect(balances(books, 'theirs')).toEqual({ 合肥瑞丰电器销售有限公司: '4,010.00' });
});

test("letters of a name that are also words of a title stay in it", () => {
  const books = read({ 'AR Ledger': 'Date | Customer | Invoice no | Debit | Credit\n@2026-01-05 | Sandbar Retail LLC | 1001 | 500 |', 'AP 1': 'Sandbar Retail LLC - Supplier Ledger\nDate | Your ref | Debit | Credit\n@2026-01-06 | 1001 | | 500' });
  expect(balances(books, 'theirs')).toEqual({ 'Sandbar Retail LLC': '500.00' });
});

import { balances, columnsOf, issues, lines, read, roles, skippedRows } from './support';

/** What packages and offices print beyond debit, credit and a name: each case is a workbook as it was sent. */
describe('Kingdee Cloud 应收款明细表: what was written off stands in a column of its own', () => {
  const books = read({
    应收款明细表: `
      往来单位名称 | 业务日期 | 单据类型 | 单据编号 | 本期应收 | 本期收款 | 本期冲销额 | 期末余额
      苏州宏图家电有限公司 | | 期初余额 | | | | | 500
      苏州宏图家电有限公司 | @2026-01-05 | 标准应收单 | AR0001 | 8000 | | | 8500
      苏州宏图家电有限公司 | @2026-01-20 | 销售收款单 | SKD001 | | 5000 | | 3500
      苏州宏图家电有限公司 | @2026-01-22 | 标准应收单 | AR0002 | | | 300 | 3200
      苏州宏图家电有限公司 | @2026-01-30 | 标准应收单 | AR0003 | 700 | | | 3900
      苏州宏图家电有限公司 小计 | | | | 8700 | 5000 | 300 | 3900
    `,
    '应付-宏图': `
      结算组织：苏州宏图家电有限公司
      业务日期 | 单据类型 | 单据编号 | 送货单号 | 本期应付 | 本期付款 | 本期冲销额 | 期末余额
      | 期初余额 | | | | | | 500
      @2026-01-06 | 标准应付单 | AP11 | AR0001 | 8000 | | | 8500
      @2026-01-19 | 采购付款单 | FK12 | | | 5000 | | 3500
      @2026-01-21 | 标准应付单 | AP13 | AR0002 | | | 300 | 3200
      @2026-01-31 | 标准应付单 | AP14 | AR0003 | 700 | | | 3900
    `,
  });
  test('it takes off like the payments beside it, on both sides', () => {
    expect(lines(books, 'ours').filter((line) => line.includes('AR0002'))).toEqual(['2026-01-22 return -300.00 AR0002 苏州宏图家电有限公司']);
    expect([balances(books, 'ours'), balances(books, 'theirs')]).toEqual([{ 苏州宏图家电有限公司: '3,900.00' }, { 苏州宏图家电有限公司: '3,900.00' }]);
    expect(books.sheets.map(({ balanceProof }) => balanceProof?.firstBreakRow)).toEqual([null, null]);
  });
});

test('Taiwan 對帳單: goods back and money in each have a column; code and name stand above each block', () => {
  const head = '日期 | 單別 | 單號 | 單據名稱 | 銷貨金額 | 銷退折讓 | 收款金額 | 未收餘額';
  const books = read({
    應收帳款對帳單: `
      星河電器股份有限公司
      應收帳款對帳單
      對帳期間：115/01/01 至 115/02/28
      客戶代號：A001 | | 客戶全名：宏圖家電有限公司
      ${head}
      | | | 前期餘額 | | | | 100
      115/01/05 | 2301 | 11501001 | 銷貨單 | 900 | 0 | 0 | 1000
      115/01/20 | 2401 | 11501002 | 銷退單 | 0 | 50 | 0 | 950
      115/02/05 | 6301 | 11502001 | 收款單 | 0 | 0 | 600 | 350
      115/02/06 | 2301 | 11502002 | 銷貨單 | 80 | 0 | 0 | 430
      ※ 若有不符請於三日內通知本公司會計部
      客戶代號：A002 | | 客戶全名：金鷹電器有限公司
      ${head}
      115/01/07 | 2301 | 11501003 | 銷貨單 | 70 | 0 | 0 | 70
      115/02/07 | 2301 | 11502003 | 銷貨單 | 60 | 0 | 0 | 130
    `,
  });
  expect(balances(books, 'ours')).toEqual({ 宏圖家電有限公司: '430.00', 金鷹電器有限公司: '130.00' });
  expect(books.customers.map(({ name, code }) => [name, code])).toContainEqual(['金鷹電器有限公司', 'A002']);
  expect(books.ourName).toBe('星河電器股份有限公司');
});

test('a column of costs that the customer bears names no customer', () => {
  const books = read({ 客户对账单: '客户：苏州宏图家电\n单据日期 | 单据编号 | 业务类别 | 客户承担费用 | 应收金额 | 实际收款金额 | 应收款余额\n2026-01-05 | XS001 | 销售 | 0 | 500 | 0 | 500\n2026-01-20 | SK001 | 收款 | 5 | 0 | 300 | 200' });
  expect(columnsOf(books, '客户对账单').customer).toBeUndefined();
  expect(books.customers.map(({ name }) => name)).toEqual(['苏州宏图家电']);
});

describe('S and H beside one amount', () => {
  const rows = (credit: string) => `Customer | Document Number | Document Type | Document Date | Debit/Credit ind | Amount in local currency\nGranite Ltd | 9001 | RV | 05.01.2026 | S | '1,000.00\nGranite Ltd | 9002 | RV | 06.01.2026 | S | '200.00\nGranite Ltd | 1401 | DZ | 25.01.2026 | H | ${credit}`;
  test.each(["'900.00", "'900.00-"])('a credit printed as %s takes off', (credit) => {
    const books = read({ FBL5N: rows(credit) });
    expect(balances(books, 'ours')).toEqual({ 'Granite Ltd': '300.00' });
    expect(issues(books).filter((issue) => issue.includes('signs'))).toEqual([]);
  });
});

describe('one amount column without a sign anywhere', () => {
  const ours = (payment: string) => `Customer | Date | Type | Number | Amount\nGranite Ltd | @2026-01-05 | Invoice | 1001 | 500\nGranite Ltd | @2026-01-09 | Credit note | 1002 | 50\nGranite Ltd | @2026-01-25 | Payment | 31 | ${payment}`;
  test('the types of the lines tell, and the user is told so', () => {
    const books = read({ Receivables: ours('400') });
    expect(balances(books, 'ours')).toEqual({ 'Granite Ltd': '50.00' });
    expect(issues(books)).toContain('warning Receivables!E signs-by-kind');
  });

  test('words of the memo do as well, where nearly every line has some', () => {
    const books = read({ 应收明细: '客户 | 日期 | 摘要 | 金额\n宏图 | @2026-01-05 | 销售电视 | 500\n宏图 | @2026-01-08 | 销售冰箱 | 300\n宏图 | @2026-01-25 | 收到货款 | 400' });
    expect(balances(books, 'ours')).toEqual({ 宏图: '400.00' });
    expect(issues(books)).toContain('warning 应收明细!D signs-by-kind');
  });

  test('where some amount bears a sign, all are taken as printed', () => {
    const books = read({ Receivables: ours('-400') });
    expect(balances(books, 'ours')).toEqual({ 'Granite Ltd': '150.00' });
    expect(issues(books).filter((issue) => issue.includes('signs'))).toEqual([]);
  });
});

describe('SAP lists with a block per account', () => {
  const block = (code: string, name: string, number: string) => `
    Customer | | '${code}
    Name | | ${name}
    St | Assignment | Document Number | Type | Doc. Date | Amount in local cur. | LCurr | Clrng doc.
    x | '${number} | ${number} | RV | 05.01.2026 | '1,200.00 | EUR |
    x | '${number} | 14${number} | DZ | 25.01.2026 | '200.00- | EUR |
    * | | | | | '1,000.00 | EUR |
    ** | Account ${code} | | | | '1,000.00 | EUR |`;
  test('the name labelled below the code is the customer', () => {
    const books = read({ FBL5N: `${block('100231', 'Granite Trading Ltd', '9001')}\n${block('100232', 'Beacon Home Stores', '9002')}` });
    expect(balances(books, 'ours')).toEqual({ 'Granite Trading Ltd': '1,000.00', 'Beacon Home Stores': '1,000.00' });
    expect(columnsOf(books, 'FBL5N')).toMatchObject({ amount: 'F', currency: 'G' });
  });
});

test('Sage activity: both sides print one layout, and SI and PI tell them apart', () => {
  const head = 'No | Type | Date | Ref | N/C | Details | Dept | T/C | Value | O/S | Debit | Credit | V | B';
  const books = read({
    'Customer Activity': `
      A/C: | GRA001 | Name: | Granite Trading Ltd | | Contact: | Jo Hill
      ${head}
      301 | SI | 05/01/2026 | '6001 | '4000 | Goods | 0 | T1 | 900 | 900 | 900 | | - | -
      302 | SC | 15/01/2026 | '6002 | '4000 | Goods returned | 0 | T1 | 100 | 0 | | 100 | - | -
      303 | SR | 25/01/2026 | BACS | '1200 | Sales Receipt | 0 | T9 | 500 | 0 | | 500 | - | -
      | | | | | | | Totals: | 300 | | 900 | 600 | |
    `,
    'Granite supplier activity': `
      Granite Trading Ltd
      A/C: | GAL001 | Name: | Galaxy Appliances Ltd
      ${head}
      71 | PI | 06/01/2026 | '6001 | '5000 | Goods | 0 | T1 | 900 | 900 | | 900 | - | -
      72 | PC | 16/01/2026 | '6002 | '5000 | Returned | 0 | T1 | 100 | 0 | 100 | | - | -
      73 | PP | 24/01/2026 | BACS | '1200 | Purchase Payment | 0 | T9 | 500 | 0 | 500 | | - | -
    `,
  });
  expect(roles(books)).toEqual({ 'Customer Activity': 'our-ledger', 'Granite supplier activity': 'customer-ledger' });
  expect(lines(books, 'ours')).toEqual(['2026-01-05 invoice 900.00 301 Granite Trading Ltd', '2026-01-15 return -100.00 302 Granite Trading Ltd', '2026-01-25 payment -500.00 303 Granite Trading Ltd']);
  expect(balances(books, 'theirs')).toEqual({ 'Granite Trading Ltd': '300.00' });
});

test('Tally and Busy: one amount with Dr or Cr behind it, the same layout on both sides', () => {
  const head = 'Date | Type | Vch/Bill No | Account | Amount | Balance';
  const books = read({
    Ledger: `Ledger of Sundry Debtors\nAccount : Granite Ltd\n${head}\n| | | Opening Balance | | '100.00 Dr\n03-04-2026 | Sale | GA/1 | Sales | '900.00 Dr | '1,000.00 Dr\n25-04-2026 | Rcpt | R/1 | Bank | '600.00 Cr | '400.00 Dr`,
    'Granite Ltd': `Granite Ltd\nAccount : Galaxy Appliances Pvt Ltd\n${head}\n| | | Opening Balance | | '100.00 Cr\n05-04-2026 | Purc | P1 | Purchases | '900.00 Cr | '1,000.00 Cr\n24-04-2026 | Pymt | B1 | Bank | '600.00 Dr | '400.00 Cr`,
  });
  expect(roles(books)).toEqual({ Ledger: 'our-ledger', 'Granite Ltd': 'customer-ledger' });
  expect([balances(books, 'ours'), balances(books, 'theirs')]).toEqual([{ 'Granite Ltd': '400.00' }, { 'Granite Ltd': '400.00' }]);
});

test('Tally: the foot of an account counts the opening and comes to the same on both sides', () => {
  const books = read({ 'Granite Ltd': 'Galaxy Appliances Pvt Ltd\nGranite Ltd\nLedger Account\nDate | Particulars | | Vch Type | Vch No. | Debit | Credit\n1-Apr-26 | To | Opening Balance | | | 100 |\n3-Apr-26 | To | Sales A/c | Sales | GA/1 | 900 |\n25-Apr-26 | By | HDFC Bank | Receipt | 7 | | 600\n | | | | | 1000 | 600\n | By | Closing Balance | | | | 400\n | | | | | 1000 | 1000' });
  expect(skippedRows(books, 'Granite Ltd')).toEqual(['8 bare-amount', '9 closing', '10 bare-amount']);
  expect(issues(books).filter((issue) => issue.includes('bare-amount'))).toEqual([]);
});

test('Tally: particulars over two columns and the narration below a line say what it is about', () => {
  const books = read({
    'AR Ledger': 'Date | Customer | Type | Num | Amount\n@2026-04-03 | Granite Ltd | Invoice | GA/104 | 900',
    'AP Granite': 'Granite Ltd\nDate | Particulars | | Vch Type | Vch No. | Debit | Credit\n5-Apr-26 | By | Purchase A/c | Purchase | 51 | | 900\n | | Agst Inv. GA/104\n30-Apr-26 | To | Rebate Received | Journal | 7 | 50 |\n | | see e-mail of the 12th',
  });
  expect([0, 1].map((i) => books.texts.at(books.theirs.memo[i]))).toEqual(['By Purchase A/c Agst Inv. GA/104', 'To Rebate Received']);
  expect(lines(books, 'theirs')).toEqual(['2026-04-05 invoice 900.00 51 Granite Ltd', '2026-04-30 rebate -50.00 7 Granite Ltd']);
});

describe("a customer's own ledger that names us among its lines", () => {
  const ours = 'Date | Customer | Type | Num | Amount\n@2026-01-05 | Granite Trading Ltd | Invoice | 1001 | 500\n@2026-01-25 | Granite Trading Ltd | Payment | 31 | -400';
  test.each([
    ['above its group', 'Granite Trading Ltd\nVendor Balance Detail\n | Date | Transaction Type | Num | Amount | Balance\nGalaxy Appliances Inc\n | 01/06/2026 | Bill | 1001 | 500 | 500\n | 01/24/2026 | Bill Payment | CHK1 | -400 | 100\nTotal for Galaxy Appliances Inc | | | | 100 | 100'],
    ['in a column', 'Granite Trading Ltd\nA/P Register\nDate | Type | Document Number | Name | Billed | Amount Paid | Balance\n01/06/2026 | Bill | 1001 | V102 Galaxy Appliances Inc | 500 | | 500\n01/24/2026 | Bill Payment | CHK1 | V102 Galaxy Appliances Inc | | 400 | 100'],
    ['as whom the statement is for', 'TO：Galaxy Appliances | FROM：Granite Trading Ltd\nDate | Type | Document Number | Billed | Amount Paid | Balance\n01/06/2026 | Bill | 1001 | 500 | | 500\n01/24/2026 | Bill Payment | CHK1 | | 400 | 100'],
  ])('%s is still that customer\'s', (_, theirs) => {
    const books = read({ 'AR Ledger': ours, 'AP 1': theirs });
    expect(balances(books, 'theirs')).toEqual({ 'Granite Trading Ltd': '100.00' });
    expect(issues(books).filter((issue) => issue.includes('not-ours'))).toEqual([]);
  });
});

test('a sheet for each month, the last without a line: what is brought forward is contained already', () => {
  const month = (number: number, rows: string) => `2026年${number}月份应收账款明细\n客户 | 日期 | 单号 | 摘要 | 送货金额 | 收款 | 结欠\n${rows}`;
  const books = read({
    '3月': month(3, '宏图 | | | 上月结欠 | | | 300'),
    '1月': month(1, "宏图 | | | 上月结欠 | | | 100\n宏图 | '1.5 | 送1001 | 冰箱 | 500 | | 600"),
    '2月': month(2, "宏图 | | | 上月结欠 | | | 600\n宏图 | '2.9 | | 转账 | | 300 | 300"),
  });
  expect(balances(books, 'ours')).toEqual({ 宏图: '300.00' });
});

test('numbers quoted from several months of ours are one customer\'s', () => {
  const month = (at: number) => `2026年${at}月应收明细\n客户 | 日期 | 单号 | 摘要 | 送货金额 | 收款\n苏州宏图家电商贸有限公司 | '${at}.5 | 送${1000 + at} | 冰箱 | 500 |\n无锡金鹰电器有限公司 | '${at}.6 | 送${2000 + at} | 冰箱 | 70 |`;
  const theirs = [1, 2, 3].map((at) => `${at}月7日 | 进货 | ${1000 + at} | 500 |`).join('\n');
  const books = read({ '1月': month(1), '2月': month(2), '3月': month(3), '宏图家电对账2026.3.xlsx': `与星河电器往来对账\n日期 | 内容 | 你方单号 | 进货 | 付款\n${theirs}` });
  expect(balances(books, 'theirs')).toEqual({ 苏州宏图家电商贸有限公司: '1,500.00' });
});

test.each(['Granite_AP_export.csv', 'Granite 202606', '对账单_Granite2026.6.xlsx', 'Granite 115年6月对账单'])('a tab named like a file, %s, names its customer', (tab) => {
  const ours = [1001, 1002, 1003].map((number) => `@2026-01-05 | Granite | Invoice | ${number} | 500`).join('\n');
  const theirs = [1001, 1002, 1003].map((number) => `@2026-01-06 | Purchase Invoice | P${number} | ${number} | | 500`).join('\n');
  const books = read({ 'AR Ledger': `Date | Customer | Type | Num | Amount\n${ours}\n@2026-01-05 | Beacon | Invoice | 2001 | 70`, [tab]: `Date | Type | Voucher | Supplier Invoice | Debit | Credit\n${theirs}` });
  expect(balances(books, 'theirs')).toEqual({ Granite: '1,500.00' });
});

test('a column of amounts for each customer is not taken for debit and credit', () => {
  const books = read({ 'AR 2026': 'Date | Document | Type | Granite | Beacon | Cobalt\n@2026-01-05 | 1 | Invoice | 500 | |\n@2026-01-06 | 2 | Invoice | | 300 |\n@2026-01-07 | 3 | Invoice | | | 200\n@2026-01-15 | 4 | Invoice | 50 | |\n@2026-01-16 | 5 | Invoice | | 30 |\n@2026-01-17 | 6 | Invoice | | | 20' });
  expect(issues(books)).toContain('error AR 2026! no-our-ledger');
});

describe('receipts with a day of their own beside the deliveries', () => {
  const books = read({
    宏图: `
      苏州宏图往来账
      送货日期 | 单号 | 品名 | 金额 | 收款日期 | 收款金额 | 收款方式
      | | 上年结转 | 100 | 2026-02-10 | 300 | 转账
      2026-01-05 | 1001 | 电视 | 500 | 2026-03-09 | 200 | 现金
      2026-01-20 | 1002 | 冰箱 | 400 | | |
      | | | | 2026-04-01 | 50 | 转账
      合计 | | | 1000 | | 550 |
      欠款 | | | 450 | | |
    `,
  });
  test('each is dated by its own column, the one beside the opening too', () => {
    expect(lines(books, 'ours')).toEqual(['- opening 100.00 苏州宏图', '2026-02-10 payment -300.00 苏州宏图', '2026-01-05 invoice 500.00 1001 苏州宏图', '2026-03-09 payment -200.00 1001 苏州宏图', '2026-01-20 invoice 400.00 1002 苏州宏图', '2026-04-01 payment -50.00 苏州宏图']);
    expect(columnsOf(books, '宏图')).toMatchObject({ date: 'A', 'paid-date': 'E', credit: 'F' });
  });

  test('a day of receipt that is none is named', () => {
    const odd = read({ 宏图: '苏州宏图往来账\n送货日期 | 单号 | 金额 | 收款日期 | 收款金额\n2026-01-05 | 1001 | 500 | 年底 | 200\n2026-01-06 | 1002 | 500 | 2026-02-01 | 200' });
    expect(issues(odd)).toContain('error 宏图!D3 unreadable-date');
  });

  test('alone it dates the lines', () => {
    const payments = read({ 应收: '客户 | 付款日期 | 摘要 | 借方 | 贷方\n宏图 | 2026-01-05 | 销售 | 500 |\n宏图 | 2026-01-25 | 收款 | | 200' });
    expect(lines(payments, 'ours')).toEqual(['2026-01-05 invoice 500.00 宏图', '2026-01-25 payment -200.00 宏图']);
  });
});

test("days without a year are of the title's, in ROC years too", () => {
  const books = read({ 宏圖: '宏圖家電 115年往來帳\n月/日 | 單號 | 摘要 | 銷貨 | 收款 | 餘額\n | | 去年結欠 | | | 100\n1/5 | A1 | 冷氣 | 500 | | 600\n2/28 | | 支票 | | 400 | 200' });
  expect(lines(books, 'ours').map((line) => line.slice(0, 10))).toEqual(['- opening ', '2026-01-05', '2026-02-28']);
});

test("a label may stand in the cell before its name: `To | Granite`", () => {
  const books = read({ Sheet1: 'Galaxy Appliances\nStatement of Accounts\nTo | Granite Trading Ltd\nDate | Transactions | Details | Amount | Payments | Balance\n01/05/2026 | Invoice | 1001 | 500 | | 500\n01/25/2026 | Payment Received | 31 | | 400 | 100' });
  expect(balances(books, 'ours')).toEqual({ 'Granite Trading Ltd': '100.00' });
});

test('dated rows whose only amount stands in a column that is not read are named', () => {
  const books = read({ 应收明细账: '日期 | 客户 | 摘要 | 借方 | 贷方 | 保证金\n@2026-01-05 | 宏图 | 销售 | 500 | |\n@2026-01-06 | 宏图 | 扣留 | | | 30\n@2026-01-25 | 宏图 | 收款 | | 200 |\n@2026-01-26 | 宏图 | 扣留 | | | 20' });
  expect(issues(books)).toContain('warning 应收明细账!F3 unread-amounts');
  expect(balances(books, 'ours')).toEqual({ 宏图: '300.00' });
});

describe('what we sold and what we received on two sheets', () => {
  const sales = '日期 | 客户 | 出库单号 | 金额\n2026-01-05 | 苏州宏图 | XS20001 | 500\n2026-01-06 | 无锡金鹰 | XS20002 | 300\n2026-01-09 | 苏州宏图 | XS20003 | 200';
  const theirs = '苏州宏图应付账款\n日期 | 凭证 | 摘要 | 供货单号 | 借方 | 贷方\n2026-01-06 | P1 | 采购 | XS20001 | | 500\n2026-01-10 | P2 | 采购 | XS20003 | | 200\n2026-01-24 | P3 | 付款 | | 400 |';
  test.each(['收款日期 | 客户 | 收款单号 | 收款金额', '日期 | 客户 | 单号 | 金额'])('%s are ours and take off', (head) => {
    const books = read({ 销售明细: sales, 收款明细: `${head}\n2026-01-25 | 苏州宏图 | SK31 | 400\n2026-01-26 | 无锡金鹰 | SK32 | 100`, 苏州宏图: theirs });
    expect(roles(books)).toEqual({ 销售明细: 'our-ledger', 收款明细: 'our-ledger', 苏州宏图: 'customer-ledger' });
    expect(balances(books, 'ours')).toEqual({ 苏州宏图: '300.00', 无锡金鹰: '200.00' });
    expect(issues(books)).toEqual([]);
  });
});

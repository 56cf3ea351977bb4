import { balances, columnsOf, issues, lines, read, roles, skippedRows } from './support';

/** Exports of packages sold in mainland China and Taiwan, made from their documented columns. */
describe('Kingdee 应收款明细账: a block per customer, the name in a line above', () => {
  const books = read({
    应收款明细账: `
      华星家电销售有限公司
      应收款明细账
      期间：2026年1月 - 2026年2月
      客户：苏州宏图家电有限公司
      日期 | 单据类型 | 单据编号 | 摘要 | 币别 | 本期应收 | 本期收款 | 期末余额 | 业务员 | 部门
      | | | 期初余额 | 人民币 | | | 1000 | |
      @2026-01-05 | 销售出库单 | XOUT001 | | 人民币 | 8000 | | 9000 | 李敏 | 华东
      @2026-01-20 | 收款单 | XSKD001 | 银行汇款 | 人民币 | | 5000 | 4000 | 李敏 | 华东
      | | | 本期合计 | | 8000 | 5000 | 4000 | |
      | | | 本年累计 | | 8000 | 5000 | 4000 | |
      客户：无锡五星商场
      日期 | 单据类型 | 单据编号 | 摘要 | 币别 | 本期应收 | 本期收款 | 期末余额 | 业务员 | 部门
      | | | 期初余额 | 人民币 | | | 0 | |
      @2026-01-08 | 销售出库单 | XOUT002 | | 人民币 | 300 | | 300 | 王强 | 华东
      @2026-01-12 | 销售退货单 | XOUT003 | | 人民币 | -100 | | 200 | 王强 | 华东
      | | | 本期合计 | | 200 | | 200 | |
      制表人：张三 | | | | | | 审核人：
    `,
  });

  test('every line is an entry of the customer named above it', () => {
    expect(lines(books, 'ours')).toEqual([
      '- opening 1,000.00 苏州宏图家电有限公司',
      '2026-01-05 invoice 8,000.00 XOUT001 苏州宏图家电有限公司',
      '2026-01-20 payment -5,000.00 XSKD001 苏州宏图家电有限公司',
      '2026-01-08 invoice 300.00 XOUT002 无锡五星商场',
      '2026-01-12 return -100.00 XOUT003 无锡五星商场',
    ]);
  });

  test('totals, names, headers and signatures are listed with their reasons', () => {
    expect(skippedRows(books, '应收款明细账')).toEqual(['9 subtotal', '10 subtotal', '11 customer-name', '12 header', '13 zero', '16 subtotal', '17 signature']);
  });

  test('the balance is proven over both blocks', () => {
    expect(books.sheets[0].balanceProof).toEqual({ checked: 3, firstBreakRow: null });
    expect(books.ourName).toBe('华星家电销售有限公司');
  });
});

describe('Kingdee 往来对账单: direction beside a balance that is always positive', () => {
  const books = read({
    往来对账单: `
      往来对账单
      往来单位：01.002 苏州宏图家电有限公司
      日期 | 凭证字号 | 摘要 | 借方金额 | 贷方金额 | 方向 | 余额
      @2026-01-01 | | 期初余额 | | | 贷 | 500
      @2026-01-05 | 记-12 | 销售商品 | 2000 | | 借 | 1500
      @2026-01-09 | 记-20 | 收到货款 | | 1500 | 平 | 0
      @2026-01-31 | | 本月合计 | 2000 | 1500 | 平 | 0
    `,
  });
  test('an opening credit is an advance; the proof follows the direction', () => {
    expect(lines(books, 'ours')).toEqual(['2026-01-01 opening -500.00 苏州宏图家电有限公司', '2026-01-05 invoice 2,000.00 记-12 苏州宏图家电有限公司', '2026-01-09 payment -1,500.00 记-20 苏州宏图家电有限公司']);
    expect(books.sheets[0].balanceProof).toEqual({ checked: 2, firstBreakRow: null });
  });
});

describe('Yonyou U8 客户往来明细账: three date columns, two-row header, month and running totals', () => {
  const books = read(
    {
      客户往来明细账: `
        客户往来明细账
        年 | 月 | 日 | 凭证号 | 客户编号 | 客户名称 | 摘要 | 借方 | | 贷方 | | 方向 | 余额 |
        | | | | | | | 原币 | 本币 | 原币 | 本币 | | 原币 | 本币
        2026 | | | | 001 | 苏州宏图 | 期初余额 | | | | | 借 | 700 | 700
        | 1 | 5 | 记-0003 | 001 | 苏州宏图 | 销售电视 | 1200 | 1200 | | | 借 | 1900 | 1900
        | 1 | 28 | 记-0017 | 001 | 苏州宏图 | 收款 | | | 900 | 900 | 借 | 1000 | 1000
        | 1 | | | 001 | 苏州宏图 | 月计 | 1200 | 1200 | 900 | 900 | 借 | 1000 | 1000
        | 1 | | | 001 | 苏州宏图 | 累计 | 1200 | 1200 | 900 | 900 | 借 | 1000 | 1000
        | 2 | 3 | 记-0002 | 001 | 苏州宏图 | 销售冰箱 | 50 | 50 | | | 借 | 1050 | 1050
      `,
    },
    {},
    { 客户往来明细账: { merges: [{ rowIndex: 1, columnIndex: 7, rowCount: 1, columnCount: 2 }, { rowIndex: 1, columnIndex: 9, rowCount: 1, columnCount: 2 }, { rowIndex: 1, columnIndex: 12, rowCount: 1, columnCount: 2 }] } },
  );
  test('the year holds until it changes; local currency is read', () => {
    expect(lines(books, 'ours')).toEqual(['- opening 700.00 苏州宏图', '2026-01-05 invoice 1,200.00 记-0003 苏州宏图', '2026-01-28 payment -900.00 记-0017 苏州宏图', '2026-02-03 invoice 50.00 记-0002 苏州宏图']);
    expect(columnsOf(books, '客户往来明细账')).toMatchObject({ year: 'A', month: 'B', day: 'C', debit: 'I', credit: 'K', balance: 'N', 'customer-code': 'E' });
    expect(books.sheets[0].headerRow).toBe(3);
    expect(skippedRows(books, '客户往来明细账')).toEqual(['7 subtotal', '8 subtotal']);
  });
});

describe('a paper ledger form: the year over month and day', () => {
  const books = read({
    应收账款明细账: `
      应收账款——苏州宏图商贸
      2026年 | | 凭证号 | 摘要 | 借方 | 贷方 | 借或贷 | 余额
      月 | 日 | | | | | |
      1 | 1 | | 上年结转 | | | 借 | 100
      1 | 7 | 12 | 销货 | 250.5 | | 借 | 350.5
      | 9 | 15 | 收款 | | 300 | 借 | 50.5
      | | | 过次页 | | | 借 | 50.5
      | | | 承前页 | | | 借 | 50.5
      2 | 1 | 3 | 销货 | 10 | | 借 | 60.5
    `,
  });
  test('days are read with the year of the heading', () => {
    expect(lines(books, 'ours')).toEqual(['2026-01-01 opening 100.00 苏州宏图商贸', '2026-01-07 invoice 250.50 12 苏州宏图商贸', '2026-01-09 payment -300.00 15 苏州宏图商贸', '2026-02-01 invoice 10.00 3 苏州宏图商贸']);
    expect(skippedRows(books, '应收账款明细账')).toEqual(['7 closing', '8 carried-forward']);
    expect(books.sheets[0].balanceProof?.firstBreakRow).toBeNull();
  });
});

describe('Chanjet 好会计 应收明细账: amounts as text with ¥ and commas', () => {
  const books = read({
    应收明细账: `
      往来单位 | 单据日期 | 单据类型 | 单据编号 | 应收金额 | 已收金额 | 应收余额 | 备注
      苏州宏图 | 2026-01-03 | 期初 | | | | '¥2,000.00 |
      苏州宏图 | 2026-01-05 | 销货单 | XH-2026-01-0001 | '¥10,425.00 | '¥0.00 | '¥12,425.00 |
      苏州宏图 | 2026-01-09 | 收款单 | SK-2026-01-0001 | '¥0.00 | '¥12,000.00 | '¥425.00 | 汇款
      苏州宏图 | 2026-01-15 | 销货单 | XH-2026-01-0002 | '(1,200.00) | | '-775.00 | 红字
    `,
  });
  test('amounts in text are read, brackets negative', () => {
    expect(lines(books, 'ours')).toEqual(['2026-01-03 opening 2,000.00 苏州宏图', '2026-01-05 invoice 10,425.00 XH-2026-01-0001 苏州宏图', '2026-01-09 payment -12,000.00 SK-2026-01-0001 苏州宏图', '2026-01-15 return -1,200.00 XH-2026-01-0002 苏州宏图']);
    expect(books.sheets[0].balanceProof).toEqual({ checked: 3, firstBreakRow: null });
    expect(books.currencies).toEqual(['CNY']);
  });
});

describe('Digiwin 應收帳款明細表: ROC dates, kind and number in one cell, subtotal per customer', () => {
  const books = read({
    應收帳款明細表: `
      華星家電股份有限公司
      應收帳款明細表
      客戶代號 | 客戶簡稱 | 單據日期 | 單別-單號 | 發票號碼 | 應收金額 | 已收金額 | 未收金額 | 預計收款日 | 業務員
      A001 | 宏圖 | 115/01/05 | 6101-1150105001 | AB12345678 | '10,500 | '4,000 | '6,500 | 115/02/28 | 李敏
      A001 | 宏圖 | 115/01/20 | 6201-1150120001 | AB12345699 | '-500 | 0 | '-500 | 115/02/28 | 李敏
      A001 | 小計 | | | | '10,000 | '4,000 | '6,000 | |
      B002 | 五星 | 115/01/09 | 6101-1150109001 | AB12345680 | '2,000 | 0 | '2,000 | 115/03/31 | 王強
      | 總計 | | | | '12,000 | '4,000 | '8,000 | |
    `,
  });
  test('what was received on an invoice line is an entry of its own', () => {
    expect(lines(books, 'ours')).toEqual(['2026-01-05 invoice 10,500.00 6101-1150105001 宏圖', '2026-01-05 payment -4,000.00 6101-1150105001 宏圖', '2026-01-20 return -500.00 6201-1150120001 宏圖', '2026-01-09 invoice 2,000.00 6101-1150109001 五星']);
    expect(books.usesRocYears).toBe(true);
    expect(books.language).toBe('zh-TW');
    expect(books.currencies).toEqual(['TWD']);
    expect(columnsOf(books, '應收帳款明細表')).toMatchObject({ 'due-date': 'I', open: 'H', reference: 'E', document: 'D', 'customer-code': 'A' });
    expect(balances(books, 'ours')).toEqual({ 宏圖: '6,000.00', 五星: '2,000.00' });
  });
});

describe('hand-made: goods and payment in one row, merged dates, typed totals, notes', () => {
  const books = read({
    宏图2026: `
      苏州宏图 往来账
      日期 | 品名 | 规格 | 数量 | 单价 | 金额 | 已付 | 未付 | 备注
      2026.1.5 | 彩电 | 55Q | 10 | 2000 | 20000 | | 20000 |
      | 洗衣机 | 8KG | 5 | 1000 | 5000 | | 25000 |
      1月5日送货，王师傅签收
      2026.1.20 | | | | | | 15000 | 10000 | 转账
      2026.2.3 | 彩电 | 43S | 1 | 1500 | 1500 | 1500 | 10000 | 现金
      合计 | | | 16 | | 26500 | 16500 | 10000 |
    `,
    账期: `
      产品类别 | 账期(天)
      彩电 | 30
      洗衣机 | 45
    `,
  });
  test('each row gives its goods and its payment', () => {
    expect(lines(books, 'ours')).toEqual(['2026-01-05 invoice 20,000.00 苏州宏图', '2026-01-05 invoice 5,000.00 苏州宏图', '2026-01-20 payment -15,000.00 苏州宏图', '2026-02-03 invoice 1,500.00 苏州宏图', '2026-02-03 payment -1,500.00 苏州宏图']);
    expect(skippedRows(books, '宏图2026')).toEqual(['5 note', '8 subtotal']);
    expect(books.texts.at(books.ours.productClass[0])).toBe('彩电');
    expect(books.texts.at(books.ours.productClass[1])).toBe('洗衣机');
  });
});

describe('several ledgers on one sheet, one under another', () => {
  const books = read({
    对账: `
      我方应收账款明细账
      日期 | 单据编号 | 摘要 | 借方 | 贷方 | 余额
      @2026-01-05 | XS-1001 | 销售 | 100 | | 100
      @2026-01-09 | XS-1002 | 销售 | 200 | | 300
      @2026-01-15 | SK-1003 | 收款 | | 80 | 220

      对方应付账款明细账
      日期 | 凭证号 | 摘要 | 供货单号 | 借方 | 贷方
      @2026-01-06 | RK-7 | 采购入库 | XS-1001 | | 100
      @2026-01-14 | FK-3 | 付款 | | 80 |
    `,
  });
  test('each table has its own role', () => {
    expect(books.sheets.map((sheet) => [sheet.role, sheet.headerRow, sheet.entryCount])).toEqual([['our-ledger', 2, 3], ['customer-ledger', 8, 2]]);
    expect(balances(books, 'theirs')).toEqual({ '全部（未区分客户）': '20.00' });
    expect(balances(books, 'ours')).toEqual({ '全部（未区分客户）': '220.00' });
  });
});

test('the customer\'s payables, whose invoices stand in the credit, are mirrored', () => {
  const books = read({
    应收明细账: `
      日期 | 客户 | 单据类型 | 单据编号 | 借方 | 贷方
      @2026-01-05 | 宏图 | 销售出库 | XS-1 | 100 |
      @2026-01-25 | 宏图 | 收款 | SK-1 | | 60
    `,
    '客户往来-宏图': `
      日期 | 凭证 | 摘要 | 贵公司单号 | 借方 | 贷方 | 余额
      @2026-01-01 | | 期初余额 | | | | 30
      @2026-01-06 | RK9 | 采购入库 | XS-1 | | 100 | 130
      @2026-01-24 | FK9 | 付款 | | 60 | | 70
    `,
  });
  expect(roles(books)).toEqual({ 应收明细账: 'our-ledger', '客户往来-宏图': 'customer-ledger' });
  expect(lines(books, 'theirs')).toEqual(['2026-01-01 opening 30.00 宏图', '2026-01-06 invoice 100.00 RK9 宏图', '2026-01-24 payment -60.00 FK9 宏图']);
  expect(issues(books)).toEqual([]);
});

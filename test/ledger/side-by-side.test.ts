import { entryAt } from '../../src/ledger/books';
import { balances, columnsOf, issues, lines, read, roles } from './support';

/** Two ledgers beside each other on one sheet, ours and theirs, as people lay them out to compare. */
const errors = (books: ReturnType<typeof read>) => issues(books).filter((issue) => issue.startsWith('error'));
const rolesInOrder = (books: ReturnType<typeof read>) => books.sheets.map(({ sheet, role, columns }) => `${sheet} ${role} ${columns.date ?? columns.month}`);

describe('我方 beside 贵方, one header row, a blank column between', () => {
  const books = read({
    宏图对账: `
      苏州宏图家电有限公司 往来核对表
      我方账 | | | | | | 贵方账
      日期 | 单号 | 摘要 | 借方 | 贷方 | | 日期 | 凭证号 | 对方单号 | 借方 | 贷方
      | | 期初余额 | 100 | | | @2026-01-06 | RK-1 | XS-1001 | | 500
      @2026-01-05 | XS-1001 | 销售 | 500 | | | @2026-01-24 | FK-2 | | 400 |
      @2026-01-20 | XS-1002 | 销售 | 300 | | | | | | |
      @2026-01-25 | SK-1 | 收款 | | 400 | | | | | |
      合计 | | | 900 | 400 | | 合计 | | | 400 | 500
    `,
  });

  test('each half is a ledger of its own, whose rows run independently', () => {
    expect(errors(books)).toEqual([]);
    expect(rolesInOrder(books)).toEqual(['宏图对账 our-ledger A', '宏图对账 customer-ledger G']);
    expect(lines(books, 'ours')).toEqual(['- opening 100.00 苏州宏图家电有限公司', '2026-01-05 invoice 500.00 XS-1001 苏州宏图家电有限公司', '2026-01-20 invoice 300.00 XS-1002 苏州宏图家电有限公司', '2026-01-25 payment -400.00 SK-1 苏州宏图家电有限公司']);
    expect(lines(books, 'theirs')).toEqual(['2026-01-06 invoice 500.00 RK-1 苏州宏图家电有限公司', '2026-01-24 payment -400.00 FK-2 苏州宏图家电有限公司']);
  });

  test('rows and columns are those of the sheet', () => {
    expect([entryAt(books, 'ours', 1).row, entryAt(books, 'theirs', 0).row]).toEqual([5, 4]);
    expect(books.sheets[1].columns).toMatchObject({ date: 'G', document: 'H', reference: 'I', debit: 'J', credit: 'K' });
    const skipped = books.sheets.map((sheet) => sheet.skipped.map(({ row, reason }) => `${row} ${reason.code}`));
    expect(skipped).toEqual([['8 ledger.skip-subtotal'], ['8 ledger.skip-subtotal']]);
  });
});

test('an unreadable cell of the right half is named by its place on the sheet', () => {
  const books = read({ 核对: '我方 | | | 对方 | |\n日期 | 单号 | 金额 | 日期 | 单号 | 金额\n@2026-01-05 | XS-1 | 500 | @2026-01-06 | RK-1 | 待定' }, {}, { 核对: { firstRowIndex: 2, firstColumnIndex: 1 } });
  expect(errors(books)).toEqual(['error 核对!G5 unreadable-amount']);
});

test('hidden rows are said once for both halves', () => {
  const books = read({ 宏图: '我方 | | | 贵方 | |\n日期 | 单号 | 金额 | 日期 | 单号 | 金额\n@2026-01-05 | XS-1 | 500 | @2026-01-06 | RK-1 | 500' }, {}, { 宏图: { hiddenRows: [2] } });
  expect(issues(books)).toEqual(['warning 宏图! hidden-rows']);
  expect(books.sheets.map(({ hiddenRowCount }) => hiddenRowCount)).toEqual([1, 1]);
});

describe('merged cells', () => {
  const area = (rowIndex: number, columnIndex: number, columnCount: number) => ({ rowIndex, columnIndex, rowCount: 1, columnCount });
  test('a heading over two columns is read in each half', () => {
    const books = read(
      { 宏图: '宏图 往来核对\n我方 | | | | 贵方 | | |\n日期 | 单号 | 本期发生 | | 日期 | 单号 | 本期发生 |\n | | 借方 | 贷方 | | | 借方 | 贷方\n@2026-01-05 | XS-1 | 500 | | @2026-01-06 | RK-1 | | 500' },
      {},
      { 宏图: { merges: [area(0, 0, 8), area(1, 0, 4), area(1, 4, 4), area(2, 2, 2), area(2, 6, 2)] } },
    );
    expect(books.sheets.map(({ columns }) => [columns.date, columns.debit, columns.credit])).toEqual([['A', 'C', 'D'], ['E', 'G', 'H']]);
    expect([balances(books, 'ours'), balances(books, 'theirs')]).toEqual([{ 宏图: '500.00' }, { 宏图: '500.00' }]);
  });
});

describe('whose half is whose', () => {
  const rows = '@2026-01-05 | 1001 | 500 | | @2026-01-06 | 1001 | | 500\n@2026-01-25 | 31 | | 400 | @2026-01-24 | P3 | 400 |';
  const head = '日期 | 单号 | 借方 | 贷方 | 日期 | 单号 | 借方 | 贷方';
  const sheet = (left: string, right: string) => read({ Sheet1: `${left} | | | | ${right}\n${head}\n${rows}` });

  test.each([
    ['我方', '贵方'], ['我方账', '对方账'], ['我司账面', '贵司账面'], ['本公司', '贵公司'], ['我公司', '你公司'], ['供方', '需方'], ['供貨方', '購貨方'], ['我方（應收）', '客戶（應付）'], ['Our books', 'Your books'], ['Our ledger', "Customer's ledger"],
    ['Us', 'Them'], ['Supplier', 'Customer'], ['应收账款', '应付账款'], ['A/R', 'A/P'],
  ])('%s is ours and %s is theirs, on whichever side they stand', (ours, theirs) => {
    for (const books of [sheet(ours, theirs), read({ Sheet1: `${theirs} | | | | ${ours}\n${head}\n@2026-01-06 | 1001 | | 500 | @2026-01-05 | 1001 | 500 |\n@2026-01-24 | P3 | 400 | | @2026-01-25 | 31 | | 400` })]) {
      expect(errors(books)).toEqual([]);
      expect(lines(books, 'ours').map((line) => line.slice(0, 26).trim())).toEqual(['2026-01-05 invoice 500.00', '2026-01-25 payment -400.00']);
      expect(lines(books, 'theirs').map((line) => line.slice(0, 26).trim())).toEqual(['2026-01-06 invoice 500.00', '2026-01-24 payment -400.00']);
    }
  });

  test.each([['本公司', '苏州宏图家电有限公司'], ['我方', '苏州宏图家电有限公司账'], ['本公司：星河电器', '贵公司：苏州宏图家电有限公司'], ['我方', '客户：苏州宏图家电有限公司']])('%s beside %s: the other name is the customer of both', (ours, theirs) => {
    const books = sheet(ours, theirs);
    expect([balances(books, 'ours'), balances(books, 'theirs')]).toEqual([{ 苏州宏图家电有限公司: '100.00' }, { 苏州宏图家电有限公司: '100.00' }]);
  });

  test('our own name above our half is ours, and not the customer', () => {
    const books = read({ 宏图: `星河电器 | | | | 贵公司\n${head}\n${rows}` });
    expect([books.ourName, balances(books, 'ours')]).toEqual(['星河电器', { 宏图: '100.00' }]);
  });

  test('without a word above them their documents tell', () => {
    const books = read({ 宏图: '日期 | 单号 | 摘要 | 借方 | 贷方 | 日期 | 单号 | 摘要 | 借方 | 贷方\n@2026-01-06 | RK1 | 采购入库 | | 500 | @2026-01-05 | XS1 | 销售出库 | 500 |\n@2026-01-24 | FK1 | 付款 | 400 | | @2026-01-25 | SK1 | 收款 | | 400' });
    expect(errors(books)).toEqual([]);
    expect(rolesInOrder(books).sort()).toEqual(['宏图 customer-ledger A', '宏图 our-ledger F']);
  });

  test('so do 应收 and 应付 in the headings, where a blank column parts them and their lines say the same', () => {
    const books = read({ 宏图: '日期 | 摘要 | 应收 | 收款 | | 日期 | 摘要 | 应付 | 付款\n@2026-01-05 | 销售 | 500 | | | @2026-01-06 | 采购 | 500 |\n@2026-01-25 | 收款 | | 400 | | @2026-01-24 | 付款 | | 400' });
    expect(errors(books)).toEqual([]);
    expect([balances(books, 'ours'), balances(books, 'theirs')]).toEqual([{ 宏图: '100.00' }, { 宏图: '100.00' }]);
  });
});

describe('what cannot be told for sure is refused, and named', () => {
  const rows = '@2026-01-05 | 1001 | 500 | | @2026-01-06 | 1001 | | 500\n@2026-01-25 | 31 | | 400 | @2026-01-24 | P3 | 400 |';
  const head = '日期 | 单号 | 借方 | 贷方 | 日期 | 单号 | 借方 | 贷方';
  test.each([
    ['nothing says whose half is whose', `${head}\n${rows}`],
    ['two names, neither of them said to be ours', `星河电器 | | | | 宏图家电\n${head}\n${rows}`],
    ['both halves say 我方', `我方一部 | | | | 我方二部\n${head}\n${rows}`],
    ["the words above contradict the lines: the customer's own sheet, on which 我方 is the customer", '我方 | | | | | 贵方\n日期 | 单号 | 摘要 | 借方 | 贷方 | 日期 | 单号 | 摘要 | 借方 | 贷方\n@2026-01-06 | RK1 | 采购入库 | | 500 | @2026-01-05 | XS1 | 销售出库 | 500 |\n@2026-01-24 | FK1 | 付款 | 400 | | @2026-01-25 | SK1 | 收款 | | 400'],
    ['one half names several customers and the other none', '我方 | | | | | 贵方\n日期 | 客户 | 单号 | 借方 | 贷方 | 日期 | 单号 | 借方 | 贷方\n@2026-01-05 | 宏图 | 1001 | 500 | | @2026-01-06 | 1001 | | 500\n@2026-01-25 | 金鹰 | 31 | | 400 | @2026-01-24 | P3 | 400 |'],
    ['there are three', `我方 | | | | 贵方 | | | | 银行\n${head} | 日期 | 单号 | 借方 | 贷方\n${rows}`],
  ])('%s', (_, sketch) => {
    const books = read({ 核对: sketch });
    expect(errors(books).map((issue) => issue.replace(/[A-Z]\d+ /, ' '))).toContain('error 核对! side-by-side');
  });
});

describe('headings that differ from half to half', () => {
  test('a word above each half parts them', () => {
    const books = read({ 宏图: '我方 | | | | | 贵方\n单据日期 | 出库单号 | 应收金额 | 收款金额 | 应收余额 | 记账日期 | 凭证字号 | 供方单号 | 应付金额 | 付款金额\n@2026-01-05 | XS1001 | 500 | | 500 | @2026-01-06 | 记-3 | XS1001 | 500 |\n@2026-01-25 | SK31 | | 400 | 100 | @2026-01-24 | 记-9 | | | 400' });
    expect([balances(books, 'ours'), balances(books, 'theirs')]).toEqual([{ 宏图: '100.00' }, { 宏图: '100.00' }]);
    expect(books.sheets[0].balanceProof).toEqual({ checked: 1, firstBreakRow: null });
  });

  test('the word may be part of every heading', () => {
    const books = read({ Granite: 'Our date | Our ref | Our amount | Their date | Their ref | Their amount\n@2026-01-05 | 1001 | 500 | @2026-01-06 | 1001 | 500\n@2026-01-25 | 31 | -400 | @2026-01-24 | P3 | -400\n@2026-01-28 | 1002 | 70 | | |' });
    expect(errors(books)).toEqual([]);
    expect([balances(books, 'ours'), balances(books, 'theirs')]).toEqual([{ Granite: '170.00' }, { Granite: '100.00' }]);
  });

  test('month and day stand in columns of their own', () => {
    const books = read({ 宏图: '2026年往来核对\n我方 | | | | | 贵方\n月 | 日 | 摘要 | 借方 | 贷方 | 月 | 日 | 摘要 | 借方 | 贷方\n1 | 5 | 送货1001 | 500 | | 1 | 6 | 进货1001 | | 500\n | 25 | 收款 | | 400 | | 24 | 付款 | 400 |' });
    expect(lines(books, 'ours')).toEqual(['2026-01-05 invoice 500.00 宏图', '2026-01-25 payment -400.00 宏图']);
    expect(lines(books, 'theirs')).toEqual(['2026-01-06 invoice 500.00 宏图', '2026-01-24 payment -400.00 宏图']);
  });
});

describe('several customers', () => {
  const head = '日期 | 单号 | 借方 | 贷方 | | 日期 | 单号 | 借方 | 贷方';
  test('one block below another, each under its name', () => {
    const block = (name: string, amount: number) => `客户：${name}\n我方 | | | | | 贵方\n${head}\n@2026-01-05 | XS${amount} | ${amount} | | | @2026-01-06 | RK1 | | ${amount}\n@2026-01-07 | XS9${amount} | 10 | | | | | |`;
    const books = read({ 核对: `${block('苏州宏图', 500)}\n\n${block('无锡金鹰', 300)}` });
    expect(errors(books)).toEqual([]);
    expect([balances(books, 'ours'), balances(books, 'theirs')]).toEqual([{ 苏州宏图: '510.00', 无锡金鹰: '310.00' }, { 苏州宏图: '500.00', 无锡金鹰: '300.00' }]);
  });

  test('a page that repeats the header goes on with the same one', () => {
    const page = (lines: string) => `苏州宏图 往来核对\n我方 | | | | | 贵方\n${head}\n${lines}`;
    const books = read({ 核对: `${page('@2026-01-05 | XS1 | 500 | | | @2026-01-06 | RK1 | | 500')}\n${page('@2026-02-05 | XS2 | 300 | | | @2026-02-06 | RK2 | | 300')}` });
    expect([balances(books, 'ours'), balances(books, 'theirs')]).toEqual([{ 苏州宏图: '800.00' }, { 苏州宏图: '800.00' }]);
  });

  test('a sheet each, and a column for the customer in each half', () => {
    const sheet = (amount: number) => `我方 | | | | | 贵方\n${head}\n@2026-01-05 | XS${amount} | ${amount} | | | @2026-01-06 | RK1 | | ${amount}`;
    const books = read({ 苏州宏图: sheet(500), 无锡金鹰: sheet(300) });
    expect([balances(books, 'ours'), balances(books, 'theirs')]).toEqual([{ 苏州宏图: '500.00', 无锡金鹰: '300.00' }, { 苏州宏图: '500.00', 无锡金鹰: '300.00' }]);
    const columns = read({ 核对: '我方 | | | | | 贵方\n日期 | 客户 | 单号 | 借方 | 贷方 | 日期 | 客户 | 单号 | 借方 | 贷方\n@2026-01-05 | 苏州宏图 | XS1 | 500 | | @2026-01-06 | 无锡金鹰 | RK1 | | 300\n@2026-01-05 | 无锡金鹰 | XS2 | 300 | | @2026-01-06 | 苏州宏图 | RK1 | | 500' });
    expect([balances(columns, 'ours'), balances(columns, 'theirs')]).toEqual([{ 苏州宏图: '500.00', 无锡金鹰: '300.00' }, { 无锡金鹰: '300.00', 苏州宏图: '500.00' }]);
  });
});

describe('a column that names the customer in one half alone', () => {
  test('names that of both, where it is one', () => {
    const books = read({ Sheet1: '我方 | | | | | 贵方\n日期 | 客户 | 单号 | 借方 | 贷方 | 日期 | 单号 | 借方 | 贷方\n@2026-01-05 | 苏州宏图 | 1001 | 500 | | @2026-01-06 | 1001 | | 500\n@2026-01-25 | 苏州宏图 | 31 | | 400 | @2026-01-24 | P3 | 400 |\n合计 | 合计 | | 500 | 400 | | | |' });
    expect([balances(books, 'ours'), balances(books, 'theirs')]).toEqual([{ 苏州宏图: '100.00' }, { 苏州宏图: '100.00' }]);
  });

  test("in theirs it may name us: the sheet's own name goes before it", () => {
    const sheet = (amount: number) => `我方 | | | | 贵方\n日期 | 单号 | 借方 | 贷方 | 日期 | 往来单位 | 单号 | 借方 | 贷方\n@2026-01-05 | XS${amount} | ${amount} | | @2026-01-06 | 星河电器 | RK1 | | ${amount}`;
    const books = read({ 苏州宏图: sheet(500), 无锡金鹰: sheet(300) });
    expect([balances(books, 'ours'), balances(books, 'theirs')]).toEqual([{ 苏州宏图: '500.00', 无锡金鹰: '300.00' }, { 苏州宏图: '500.00', 无锡金鹰: '300.00' }]);
  });
});

test('a title with the period beside the name names the customer all the same', () => {
  const books = read({ Sheet1: '苏州宏图家电有限公司往来核对表（2026年1月至2月）\n我方 | | | 贵方 | |\n日期 | 单号 | 金额 | 日期 | 单号 | 金额\n@2026-01-05 | XS-1 | 500 | @2026-01-06 | RK-1 | 500' });
  expect(books.customers.map(({ name }) => name)).toEqual(['苏州宏图家电有限公司']);
});

test('a header of one row in one half and of two in the other', () => {
  const books = read({ 宏图: '我方 | | | | | 贵方\n | | | | | 日期 | 摘要 | 本期发生 |\nCustomer | Name 1 | Document Number | Document Date | Amount in local currency | | | 借方 | 贷方\nC1 | 宏图 | 9001 | @2026-01-05 | 500 | @2026-01-06 | 采购 | | 500\nC1 | 宏图 | 1401 | @2026-01-25 | -400 | @2026-01-24 | 付款 | 400 |' });
  expect([balances(books, 'ours'), balances(books, 'theirs')]).toEqual([{ 宏图: '100.00' }, { 宏图: '100.00' }]);
  expect(books.sheets.map(({ headerRow }) => headerRow)).toEqual([3, 3]);
});

test('what stands below the lines of each half closes it', () => {
  const books = read({ 宏图: '我方 | | | | | 贵方\n日期 | 单号 | 摘要 | 借方 | 贷方 | 日期 | 单号 | 摘要 | 借方 | 贷方\n@2026-01-05 | XS1 | 销售 | 500 | | @2026-01-06 | RK1 | 采购 | | 500\n@2026-01-07 | XS2 | 销售 | 80 | | | | | |\n我方余额 | | | 580 | | 贵方余额 | | | | 500\n差额 | | | 80 | | | | | |\n我方盖章： | | | | | 贵方盖章：' });
  expect(errors(books)).toEqual([]);
  expect([balances(books, 'ours'), balances(books, 'theirs')]).toEqual([{ 宏图: '580.00' }, { 宏图: '500.00' }]);
  expect(issues(books)).toEqual([]);
});

describe('beside a ledger of ours on another sheet', () => {
  const head = '日期 | 单号 | 借方 | 贷方 | | 日期 | 对方单号 | 借方 | 贷方';
  const sheets = {
    应收明细账: '日期 | 客户 | 单据类型 | 单据编号 | 借方 | 贷方\n@2026-01-05 | 苏州宏图 | 销售出库 | XS1001 | 500 |\n@2026-01-25 | 苏州宏图 | 收款 | SK31 | | 400\n@2026-01-08 | 无锡金鹰 | 销售出库 | XS1002 | 300 |',
    苏州宏图: `我方 | | | | | 贵方\n${head}\n@2026-01-05 | XS1001 | 500 | | | @2026-01-06 | XS1001 | | 500\n@2026-01-25 | SK31 | | 400 | | | | |`,
  };
  test('the same lines are not counted twice: both sheets are named', () => {
    expect(errors(read(sheets))).toEqual(['error 苏州宏图! two-our-ledgers']);
  });
  test("the sheet's role says which half is read", () => {
    const theirs = read(sheets, { mappings: { 苏州宏图: { role: 'customer-ledger' } } });
    expect([errors(theirs), roles(theirs), balances(theirs, 'ours'), balances(theirs, 'theirs')]).toEqual([[], { 应收明细账: 'our-ledger', 苏州宏图: 'customer-ledger' }, { 苏州宏图: '100.00', 无锡金鹰: '300.00' }, { 苏州宏图: '500.00' }]);
    const ours = read({ 苏州宏图: sheets.苏州宏图 }, { mappings: { 苏州宏图: { role: 'our-ledger' } } });
    expect([roles(ours), ours.theirs.count]).toEqual([{ 苏州宏图: 'our-ledger' }, 0]);
  });
});

describe('what the user has said of the columns', () => {
  const sheets = { 往来核对: '我方账 | | | | 对方账 | | |\n日期 | 单号 | 借方 | 贷方 | 日期 | 单号 | 借方 | 贷方\n2026-01-05 | 1001 | 500 | | 2026-01-06 | 1001 | | 500\n2026-01-25 | 31 | | 400 | 2026-01-24 | P3 | 400 |' };
  test('of one half holds for it, and the other half is read as found', () => {
    const books = read(sheets, { mappings: { 往来核对: { columns: { date: 'E', document: 'F', debit: 'H', credit: 'G' } } } });
    expect(books.sheets.map(({ columns }) => columns.debit)).toEqual(['C', 'H']);
  });
  test('of both at once makes one table of the sheet', () => {
    const books = read(sheets, { mappings: { 往来核对: { role: 'our-ledger', columns: { date: 'A', document: 'F', debit: 'C', credit: 'D' } } } });
    expect([roles(books), columnsOf(books, '往来核对').document, errors(books)]).toEqual([{ 往来核对: 'our-ledger' }, 'F', []]);
  });
});

describe('one ledger is not taken for two', () => {
  test.each([
    ['document and posting day', 'Customer | Document Number | Document Date | Posting Date | Text | Amount in local currency | LCurr\nGranite Ltd | 9001 | @2026-01-05 | @2026-01-06 | Goods | 1000 | EUR', 'A'],
    ['deliveries and receipts', '送货日期 | 单号 | 金额 | 收款日期 | 收款金额\n2026-01-05 | 1001 | 500 | 2026-02-01 | 200', 'C'],
    ['labels of both parties above one header', '供应商：星河电器 | | | | 客户：宏图\n日期 | 单号 | 应收金额 | 收款金额 | 记账日期 | 余额\n@2026-01-05 | 1001 | 500 | | @2026-01-06 | 500', ''],
  ])('%s', (_, sketch) => {
    const books = read({ 应收明细: sketch });
    expect([books.sheets.length, errors(books)]).toEqual([1, []]);
  });
});

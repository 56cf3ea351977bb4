import { say } from '../../src/texts';
import { balances, columnsOf, issues, lines, read, roles, sentences, skippedRows } from './support';

/** What accounts open with, on a sheet of its own beside the ledger. */
const OURS = '日期 | 客户名称 | 单据类型 | 单据编号 | 应收 | 实收\n@2026-01-05 | 苏州宏图家电有限公司 | 销售 | XS1001 | 500 |\n@2026-01-25 | 苏州宏图家电有限公司 | 收款 | SK31 | | 400\n@2026-01-08 | 无锡金鹰 | 销售 | XS1002 | 40 |';
const openings = (books: ReturnType<typeof read>, side: 'ours' | 'theirs' = 'ours') => lines(books, side).filter((line) => line.includes(' opening '));
const aboutOpenings = (books: ReturnType<typeof read>) => issues(books).filter((issue) => issue.includes('opening') || issue.startsWith('error'));

describe('one column of amounts', () => {
  test.each([
    ['期初余额', '应收账款期初余额\n客户编码 | 客户名称 | 期初余额\nC1 | 苏州宏图家电有限公司 | 100\nC2 | 无锡金鹰 | -20\n合计 | | 80'],
    ['Sheet2', '客户期初余额表\n客户 | 金额\n苏州宏图家电有限公司 | 100\n无锡金鹰 | -20'],
    ['Sheet2', '客户名称 | 年初余额\n苏州宏图家电有限公司 | 100\n无锡金鹰 | -20'],
    ['Opening balances', 'Customer | Currency | Amount\n苏州宏图家电有限公司 | CNY | 100\n无锡金鹰 | CNY | -20'],
    ['Sheet2', 'Customer | Opening balance\n苏州宏图家电有限公司 | 100\n无锡金鹰 | -20'],
    ['期初应收', '客户名称 | 方向 | 余额\n苏州宏图家电有限公司 | 借 | 100\n无锡金鹰 | 贷 | 20'],
  ])('on %s, %s', (tab, sketch) => {
    const books = read({ [tab]: sketch, 应收明细: OURS });
    expect(openings(books)).toEqual(['- opening 100.00 苏州宏图家电有限公司', '- opening -20.00 无锡金鹰']);
    expect(balances(books, 'ours')).toEqual({ 苏州宏图家电有限公司: '200.00', 无锡金鹰: '20.00' });
    expect([roles(books)[tab], aboutOpenings(books)]).toEqual(['our-ledger', []]);
  });

  test('each is traced to its row, and a total is not read', () => {
    const books = read({ 期初余额: '应收账款期初余额\n客户名称 | 期初余额\n苏州宏图家电有限公司 | 100\n无锡金鹰 | 0\n合计 | 100', 应收明细: OURS }, {}, { 期初余额: { firstRowIndex: 3 } });
    const at = books.ours.count - 1;
    expect([books.sheetNames[books.ours.sheet[at]], books.ours.row[at]]).toEqual(['期初余额', 6]);
    expect([skippedRows(books, '期初余额'), columnsOf(books, '期初余额')]).toEqual([['7 zero', '8 subtotal'], { customer: 'A', balance: 'B' }]);
  });
});

describe('debit and credit in two columns', () => {
  test.each([
    ['期初余额表', '客户 | 币别 | 借方 | 贷方\n苏州宏图家电有限公司 | 人民币 | 100 |\n无锡金鹰 | 人民币 | | 20'],
    ['Sheet2', '应收账款期初余额表\n客户名称 | 借方金额 | 贷方金额\n苏州宏图家电有限公司 | 100 |\n无锡金鹰 | | 20'],
    ['期初', '客户名称 | 期初余额 |\n | 借方 | 贷方\n苏州宏图家电有限公司 | 100 |\n无锡金鹰 | | 20'],
    ['Sheet2', 'Customer | Opening debit | Opening credit\n苏州宏图家电有限公司 | 100 |\n无锡金鹰 | | 20'],
  ])('on %s, %s', (tab, sketch) => {
    const books = read({ 应收明细: OURS, [tab]: sketch });
    expect([openings(books), aboutOpenings(books)]).toEqual([['- opening 100.00 苏州宏图家电有限公司', '- opening -20.00 无锡金鹰'], []]);
  });
});

test('a list of balances tells the openings before the movements, which the ledger has line by line', () => {
  const books = read({ 应收明细: OURS, 余额表: '应收账款余额表 2026年1月\n客户名称 | 期初余额 | 本期借方 | 本期贷方 | 期末余额\n苏州宏图家电有限公司 | 100 | 500 | 400 | 200\n无锡金鹰 | -20 | 40 | 0 | 20' });
  expect([balances(books, 'ours'), aboutOpenings(books)]).toEqual([{ 苏州宏图家电有限公司: '200.00', 无锡金鹰: '20.00' }, []]);
});

test('each side of a list of balances has a direction of its own', () => {
  const books = read({ 应收明细: OURS, 客户余额表: '客户名称 | 期初方向 | 期初余额 | 本期借方 | 本期贷方 | 期末方向 | 期末余额\n苏州宏图家电有限公司 | 借 | 100 | 500 | 400 | 借 | 200\n无锡金鹰 | 贷 | 60 | 40 | 0 | 贷 | 20\n合肥瑞丰 | 贷 | 20 | 60 | 0 | 借 | 40' });
  expect(openings(books)).toEqual(['- opening 100.00 苏州宏图家电有限公司', '- opening -60.00 无锡金鹰', '- opening -20.00 合肥瑞丰']);
});

test('of the same openings in two currencies the own one is read', () => {
  const books = read({ 应收明细: OURS, 期初: '客户名称 | 期初数量 | 期初余额（原币） | 期初余额（本币）\n苏州宏图家电有限公司 | 3 | 14 | 100' });
  expect(openings(books)).toEqual(['- opening 100.00 苏州宏图家电有限公司']);
});

describe('the day they stand for', () => {
  test.each([
    ['客户 | 截止日期 | 余额\n苏州宏图家电有限公司 | @2025-12-31 | 100'],
    ['客户 | 日期 | 期初金额\n苏州宏图家电有限公司 | @2025-12-31 | 100'],
    ['应收账款期初余额（截至2025-12-31）\n客户 | 期初余额\n苏州宏图家电有限公司 | 100'],
    ['Opening balances as of 2025-12-31\nCustomer | As of | Opening balance\n苏州宏图家电有限公司 | 2025-12-31 | 100'],
  ])('%s', (sketch) => {
    const books = read({ 期初余额: sketch, 应收明细: OURS });
    expect([openings(books), aboutOpenings(books)]).toEqual([['2025-12-31 opening 100.00 苏州宏图家电有限公司'], []]);
  });

  test.each([['截至2026-01-31', '2026-01-31'], ['2026年2月', '2026-02-01']])('%s, after the first lines of the ledger, would count those lines twice: they are left out', (title, day) => {
    const books = read({ 期初余额: `应收账款期初余额 ${title}\n客户 | 期初余额\n苏州宏图家电有限公司 | 100\n无锡金鹰 | 20\n合肥瑞丰 | 7`, 应收明细: OURS });
    expect(aboutOpenings(books)).toEqual(['warning 期初余额!B3 openings-late']);
    expect(sentences(books).join()).toContain(day);
    // Who has no line has none that could be counted twice.
    expect(balances(books, 'ours')).toEqual({ 苏州宏图家电有限公司: '100.00', 无锡金鹰: '40.00', 合肥瑞丰: '7.00' });
  });
});

test('a list of old documents keeps their numbers and days', () => {
  const books = read({ 期初应收: '客户 | 单据日期 | 单据编号 | 到期日 | 金额\n苏州宏图家电有限公司 | @2025-12-01 | 901 | @2025-12-31 | 60\n苏州宏图家电有限公司 | @2025-12-05 | 902 | | 40', 应收明细: OURS });
  expect(openings(books)).toEqual(['2025-12-01 opening 60.00 901 苏州宏图家电有限公司', '2025-12-05 opening 40.00 902 苏州宏图家电有限公司']);
  expect(books.ours.dueDay[3]).toBe(46022);
});

describe('whose openings they are', () => {
  const theirs = { '应付-宏图': '苏州宏图家电有限公司\n日期 | 凭证号 | 对方单号 | 借方 | 贷方\n@2026-01-06 | P1 | XS1001 | | 500' };
  test.each([
    ['应付账款期初余额', '客户 | 期初余额\n苏州宏图家电有限公司 | 90'],
    ['对方期初', '客户 | 期初借方 | 期初贷方\n苏州宏图家电有限公司 | | 90'],
    ['Their opening balances', 'Customer | Amount\n苏州宏图家电有限公司 | 90'],
    ['期初', '客户 | 应付期初余额\n苏州宏图家电有限公司 | 90'],
    ['供应商期初余额', '客户 | 余额 | 方向\n苏州宏图家电有限公司 | 90 | 贷'],
  ])('%s: %s is theirs', (tab, sketch) => {
    const books = read({ 应收明细: OURS, ...theirs, [tab]: sketch });
    expect([openings(books, 'ours'), openings(books, 'theirs'), roles(books)[tab]]).toEqual([[], ['- opening 90.00 苏州宏图家电有限公司'], 'customer-ledger']);
    expect(balances(books, 'theirs')).toEqual({ 苏州宏图家电有限公司: '590.00' });
  });

  test.each([['我方期初余额', '对方期初余额'], ['Our opening balance', 'Their opening balance'], ['我方期初', '客户期初'], ['期初应收', '期初应付']])('%s and %s on one sheet are either\'s', (our, their) => {
    const books = read({ 应收明细: OURS, ...theirs, Sheet3: `客户 | ${our} | ${their}\n苏州宏图家电有限公司 | 100 | 90\n无锡金鹰 | -20 | ` });
    expect(openings(books, 'ours')).toEqual(['- opening 100.00 苏州宏图家电有限公司', '- opening -20.00 无锡金鹰']);
    expect(openings(books, 'theirs')).toEqual(['- opening 90.00 苏州宏图家电有限公司']);
    expect(books.sheets.filter(({ sheet }) => sheet === 'Sheet3').map(({ role, columns, entryCount }) => [role, columns.balance, entryCount])).toEqual([['our-ledger', 'B', 2], ['customer-ledger', 'C', 1]]);
  });

  test('the user says', () => {
    const sheets = { 应收明细: OURS, ...theirs, 期初余额: '客户 | 期初余额\n苏州宏图家电有限公司 | 90' };
    expect(openings(read(sheets, { mappings: { 期初余额: { role: 'customer-ledger' } } }), 'theirs')).toEqual(['- opening 90.00 苏州宏图家电有限公司']);
    expect(openings(read(sheets, { mappings: { 期初余额: { role: 'ignore' } } }))).toEqual([]);
    const columns = { 期初余额: '客户 | 门店 | 期初余额 | 调整后\n苏州宏图家电有限公司 | 一店 | 90 | 95', 应收明细: OURS };
    expect(openings(read(columns, { mappings: { 期初余额: { columns: { customer: 'A', balance: 'D' } } } }))).toEqual(['- opening 95.00 苏州宏图家电有限公司']);
  });
});

describe('where the ledger itself opens an account', () => {
  const withOpening = (line: string) => `${OURS.split('\n')[0]}\n | 苏州宏图家电有限公司 | 期初余额 | | ${line} |\n${OURS.split('\n').slice(1).join('\n')}`;
  const sheet = (amount: number) => `客户 | 期初余额\n苏州宏图家电有限公司 | ${amount}\n无锡金鹰 | -20`;
  test('the same is not counted twice', () => {
    const books = read({ 期初余额: sheet(100), 应收明细: withOpening('100') });
    expect([balances(books, 'ours'), aboutOpenings(books)]).toEqual([{ 苏州宏图家电有限公司: '200.00', 无锡金鹰: '20.00' }, []]);
    expect(skippedRows(books, '期初余额')).toEqual(['2 opening-known']);
  });

  test.each([['100', 130], ['0', 130], ['100', 0]])('the ledger opens with %s, the sheet with %s: the ledger is followed, and both are said', (own, other) => {
    const books = read({ 期初余额: sheet(other), 应收明细: withOpening(own) });
    expect(aboutOpenings(books)).toEqual(['warning 期初余额!B2 openings-differ']);
    expect(balances(books, 'ours')).toEqual({ 苏州宏图家电有限公司: `${100 + Number(own)}.00`, 无锡金鹰: '20.00' });
    const [said] = books.issues.filter(({ message }) => message.code === 'ledger.openings-differ').map(({ message }) => (['en', 'zh-CN', 'zh-TW'] as const).map((language) => say(message, language)));
    for (const text of said) for (const part of ['苏州宏图家电有限公司', `${other}.00`, `${Number(own)}.00`, 'CNY']) expect(text).toContain(part);
  });

  test('several rows of one account are compared as their sum', () => {
    const books = read({ 期初余额: '客户 | 品类 | 期初余额\n苏州宏图家电有限公司 | 彩电 | 70\n苏州宏图家电有限公司 | 空调 | 30', 应收明细: withOpening('100') });
    expect([aboutOpenings(books), skippedRows(books, '期初余额')]).toEqual([[], ['2 opening-known', '3 opening-known']]);
  });

  test('an account is a customer and a currency', () => {
    const ours = '日期 | 客户 | 单据类型 | 单据编号 | 币别 | 借方 | 贷方\n | 苏州宏图 | 期初余额 | | CNY | 100 |\n@2026-01-05 | 苏州宏图 | 销售 | 1 | CNY | 5 |\n@2026-01-05 | 苏州宏图 | 销售 | 2 | USD | 6 |\n@2026-01-05 | 无锡金鹰 | 销售 | 3 | USD | 7 |';
    const books = read({ 应收明细: ours, 期初余额: '客户 | 币别 | 期初余额\n苏州宏图 | CNY | 100\n苏州宏图 | USD | 60' });
    expect([openings(books), aboutOpenings(books)]).toEqual([['- opening 100.00 苏州宏图', '- opening 60.00 苏州宏图'], []]);
    // Who names no currency means the only one that the account is kept in.
    const silent = read({ 应收明细: ours, 期初余额: '客户 | 期初余额\n无锡金鹰 | 70' });
    expect(Array.from(silent.ours.currency).slice(-2).map((currency) => silent.currencies[currency])).toEqual(['USD', 'USD']);
  });

  test('two sheets that say the same are one opening', () => {
    const books = read({ 期初余额: sheet(100), '期初余额 (2)': sheet(100), 应收明细: OURS });
    expect([openings(books).length, aboutOpenings(books)]).toEqual([2, []]);
  });
});

describe('who is meant', () => {
  test('a name without its legal form, a code of a ledger that prints codes, and one who has no line yet', () => {
    const books = read({ 期初余额: '客户 | 期初余额\n苏州宏图家电 | 100\n合肥瑞丰 | 7', 应收明细: OURS });
    expect(balances(books, 'ours')).toEqual({ 苏州宏图家电有限公司: '200.00', 无锡金鹰: '40.00', 合肥瑞丰: '7.00' });
    const coded = read({ 期初余额: '客户编码 | 客户名称 | 期初余额\nC001 | 苏州宏图 | 100', 应收明细: '日期 | 客户编码 | 单据编号 | 借方 | 贷方\n@2026-01-05 | C001 | XS1 | 5 |\n@2026-01-05 | C002 | XS2 | 6 |' });
    expect(balances(coded, 'ours')).toEqual({ 苏州宏图: '105.00', C002: '6.00' });
  });

  test('a list of customers that says what each opens with stays what it is', () => {
    const books = read({ 客户资料: '客户编码 | 客户名称 | 业务员 | 区域 | 账期(天) | 期初余额\nC1 | 苏州宏图家电有限公司 | 李敏 | 华东 | 30 | 100', 应收明细: OURS });
    expect([openings(books), books.masters.map(({ rep }) => rep), books.terms.length]).toEqual([['- opening 100.00 苏州宏图家电有限公司'], ['李敏'], 1]);
  });

  test('a cell merged over several rows', () => {
    const books = read({ 期初余额: '客户 | 币别 | 期初余额\n苏州宏图家电有限公司 | CNY | 100\n | USD | 60', 应收明细: OURS });
    expect(openings(books)).toEqual(['- opening 100.00 苏州宏图家电有限公司', '- opening 60.00 苏州宏图家电有限公司']);
  });
});

test('an amount that cannot be read is named', () => {
  const books = read({ 期初余额: '客户 | 期初余额\n苏州宏图家电有限公司 | 待定', 应收明细: OURS });
  expect(aboutOpenings(books)).toEqual(['error 期初余额!B2 unreadable-amount']);
});

describe('what is no list of openings', () => {
  test.each([
    ['a ledger that opens above its header', { 应收明细: '期初余额：100\n日期 | 客户 | 单据编号 | 金额\n@2026-01-05 | 宏图 | XS1 | 500\n@2026-01-06 | 宏图 | XS2 | 70' }],
    ['a ledger that prints an opening in every row', { 应收明细: '日期 | 客户 | 单据编号 | 期初余额 | 借方 | 贷方 | 期末余额\n@2026-01-05 | 宏图 | XS1 | 0 | 570 | | 570' }],
    ['a ledger of what was sold since then', { 期初至今销售: '日期 | 客户 | 单据编号 | 金额\n@2026-01-05 | 宏图 | XS1 | 500\n@2026-01-06 | 宏图 | XS2 | 70' }],
    ['a ledger with an opening in two cells above its header', { 应收明细: '期初余额 | 100\n日期 | 客户 | 单据编号 | 金额\n@2026-01-05 | 宏图 | XS1 | 500\n@2026-01-06 | 宏图 | XS2 | 70' }],
    ['a ledger with 期初 in its title', { 期初至今: '日期 | 客户 | 单据类型 | 单据编号 | 借方 | 贷方\n@2026-01-05 | 宏图 | 销售 | XS1 | 570 |' }],
  ])('%s', (_, sheets) => {
    const books = read({ ...sheets, 应收账款: OURS.replace('苏州', '合肥') }, { mappings: { [Object.keys(sheets)[0]]: { role: 'our-ledger' }, 应收账款: { role: 'our-ledger' } } });
    expect([openings(books), roles(books)[Object.keys(sheets)[0]], balances(books, 'ours').宏图]).toEqual([[], 'our-ledger', '570.00']);
  });

  test('a list of balances by month, or without a ledger beside it', () => {
    const months = read({ 应收明细: OURS, 月报: '客户 | 月份 | 期初余额 | 期末余额\n苏州宏图家电有限公司 | 1月 | 100 | 200\n苏州宏图家电有限公司 | 2月 | 200 | 300' });
    expect([openings(months), issues(months)]).toEqual([[], ['warning 应收明细! no-customer-ledger', 'warning 月报!C1 openings-apart'].sort().reverse()]);
    expect(issues(read({ 期初余额: '客户 | 期初余额\n苏州宏图家电有限公司 | 100' }))).toContain('error 期初余额! no-our-ledger');
  });
});

import { balances, columnsOf, issues, lines, read, roles, sentences, skippedRows } from './support';

/** Ledgers kept by hand: dates without years, notes between the lines, what is owed written below. */
const HEAD = '客户：老王五金店\n日期 | 品名 | 数量 | 单价 | 金额 | 已付 | 备注\n';
const errors = (books: ReturnType<typeof read>) => issues(books).filter((issue) => issue.startsWith('error'));

describe('dates without a year', () => {
  it.each(["'2.3", '2/3', '02-03', '2月3日', '2月3号'])('%s is of the year printed above and below', (date) => {
    const books = read({ 应收账款: `${HEAD}@2026-01-12 | 电钻 | 2 | 320 | 640 | 500 |\n${date} | 扳手 | 10 | 25 | 250 | |\n2026.2.20 | 电缆 | 5 | 88 | 440 | |` });
    expect(errors(books)).toEqual([]);
    expect(lines(books, 'ours').filter((line) => line.includes('250'))).toEqual(['2026-02-03 invoice 250.00 老王五金店']);
    expect(balances(books, 'ours')).toEqual({ 老王五金店: '830.00' });
  });

  test('January follows the December above it, December goes before the January below it', () => {
    const days = (rows: string) => lines(read({ 应收账款: HEAD + rows }), 'ours').map((line) => line.slice(0, 10));
    expect(days("@2025-12-20 | 电钻 | 2 | 320 | 640 | |\n'1.5 | 扳手 | 10 | 25 | 250 | |")).toEqual(['2025-12-20', '2026-01-05']);
    expect(days("'12.28 | 扳手 | 10 | 25 | 250 | |\n@2026-01-03 | 电钻 | 2 | 320 | 640 | |")).toEqual(['2025-12-28', '2026-01-03']);
  });

  test('the day stands first where the column prints it first', () => {
    const books = read({ Receivables: "Date | Document | Debit | Credit\n25/01/2026 | INV-1 | 100 |\n3/2 | INV-2 | 50 |\n28/02/2026 | INV-3 | 70 |" });
    expect(lines(books, 'ours').map((line) => line.slice(0, 10))).toEqual(['2026-01-25', '2026-02-03', '2026-02-28']);
  });

  test('where no line prints a year, and where there is no such day, the cell is named', () => {
    expect(errors(read({ 应收账款: `${HEAD}'2.3 | 扳手 | 10 | 25 | 250 | |\n'2.5 | 电钻 | 2 | 320 | 640 | |` }))).toEqual(['error 应收账款!A3 unreadable-date', 'error 应收账款!A4 unreadable-date']);
    const books = read({ 应收账款: `${HEAD}@2026-01-12 | 电钻 | 2 | 320 | 640 | |\n'2.31 | 扳手 | 10 | 25 | 250 | |` });
    expect(errors(books)).toEqual(['error 应收账款!A4 unreadable-date']);
    expect(sentences(books).join()).toContain('2.31');
  });
});

test('a line with a quantity or with a name right of its date is no heading of a customer', () => {
  const books = read({ 应收账款: `${HEAD}@2026-01-12 | 电钻 | 2 | 320 | 640 | |\n'99.99 | 扳手 | | | 250 | |\n待定日 | | 10 | 25 | 250 | |\n@2026-02-20 | 电缆 | 5 | 88 | 440 | |` });
  expect(errors(books)).toEqual(['error 应收账款!A4 unreadable-date', 'error 应收账款!A5 unreadable-date']);
  expect(books.customers.map(({ name }) => name)).toEqual(['老王五金店']);
  expect(skippedRows(books, '应收账款')).toEqual([]);
});

const OURS = `${HEAD}@2026-01-05 | 螺丝 | 100 | 1.5 | 150 | | 送货单0012\n@2026-01-12 | 电钻 | 2 | 320 | 640 | 500 | 现付500\n@2026-02-03 | 扳手 | 10 | 25 | 250 | |`;

describe("a customer's own account of what it owes", () => {
  it.each([
    ['应付', '付款'],
    ['應付', '付款'],
    ['应付账款', '已付'],
    ['本期应付', '本期付款'],
    ['Payable', 'Paid'],
  ])('%s is its credit and %s its debit', (payable, paid) => {
    const theirs = `日期 | 摘要 | ${payable} | ${paid} | 余额\n@2026-01-06 | 螺丝 | 150 | | 150\n@2026-01-12 | 电钻 | 640 | 500 | 290\n@2026-02-04 | 扳手 | 250 | | 540\n@2026-02-20 | 微信 | | 200 | 340`;
    const books = read({ 老王五金: OURS, 客户对账单: `老王五金店 应付对账单\n${theirs}` });
    expect(errors(books)).toEqual([]);
    expect(columnsOf(books, '客户对账单')).toMatchObject({ credit: 'C', debit: 'D', balance: 'E' });
    expect(books.sheets[1]).toMatchObject({ role: 'customer-ledger', balanceProof: { checked: 3, firstBreakRow: null } });
    expect(balances(books, 'theirs')).toEqual({ 老王五金店: '340.00' });
  });
});

describe('what is owed, written below the lines', () => {
  it.each(['欠', '欠款', '尚欠', '結欠', '结欠金额', '累计欠款', '欠款：1450元', 'Balance due', 'Amount due'])('%s closes the list', (word) => {
    const books = read({ 应收账款: `${OURS}\n合计 | | | | 1040 | 500 |\n${word} | | | | 540 | |` });
    expect(errors(books)).toEqual([]);
    expect(skippedRows(books, '应收账款')).toEqual(['6 subtotal', '7 closing']);
    expect(balances(books, 'ours')).toEqual({ 老王五金店: '540.00' });
  });

  test.each(['@2026-02-20', ''])('beside goods 欠款 tells of a sale on credit (dated %s)', (date) => {
    const books = read({ 应收账款: `${OURS}\n${date} | 电缆 | 5 | 88 | 440 | | 欠款` });
    expect(balances(books, 'ours')).toEqual({ 老王五金店: '980.00' });
  });
});

describe('a currency column with gaps', () => {
  const rows = (gap: string) => `Receivables ledger\nDate | Type | Doc No | Customer | Currency | Debit | Credit\n@2026-01-10 | Invoice | INV-1 | Alpha | EUR | 1000 |\n@2026-01-20 | Invoice | INV-2 | Alpha | USD | 2000 |\n@2026-02-01 | Invoice | INV-3 | Delta | ${gap} | 300 |`;
  const gaps = (books: ReturnType<typeof read>) => issues(books).filter((issue) => issue.includes('currency'));

  it.each(['', "' ", 'tbd'])('a cell with "%s" is named where the ledger is of several currencies', (gap) => {
    const books = read({ Receivables: rows(gap) });
    expect(gaps(books)).toEqual(['warning Receivables!E5 blank-currency']);
    expect(sentences(books).join()).toContain('USD was assumed');
  });

  test('nothing is said where every row names one, or the only one is the usual one', () => {
    expect(gaps(read({ Receivables: rows('GBP') }))).toEqual([]);
    expect(gaps(read({ Receivables: rows('').replace('EUR', 'USD') }))).toEqual([]);
  });
});

test.each(['Doc', 'Doc no', 'Doc #', 'Doc No.'])('%s heads document numbers', (heading) => {
  const books = read({ Receivables: `Date | ${heading} | Currency | Debit | Credit\n@2026-01-10 | INV-1 | EUR | 1000 |\n@2026-01-20 | P-1 | EUR | | 1000` });
  expect(columnsOf(books, 'Receivables').document).toBe('B');
});

describe('debtors on one sheet, one below the other, with a total for every month', () => {
  const HEADINGS = 'Date | Inv no | Details | Charged | Paid in | Balance';
  const section = (name: string, rows: string) => `${name}\n${HEADINGS}\n${rows}\nTotal owed | | | | | 500\n\n`;
  const sheet = `FERRIS JOINERY\nMoney owed to us\n\n${section('Harris & Son', '3 Apr 26 | 7714 | Oak | 1,204.50 | | 1,204.50\n | | April total | 1,204.50 | 0.00 |\n\n4 May 26 | 7731 | Hinges | 318.20 | | 1,522.70\n11 May 26 | | Chq 112 | | 1,204.50 | 318.20\n | | May total | 318.20 | 1,204.50 |')}${section('Maple Kitchens', '9 Apr 26 | 7719 | Tops | 1,980.00 | | 1,980.00\n | | April total | 1,980.00 | |\n5 May 26 | 7738 | Tops | 1,890.00 | | 3,870.00\n6 May 26 | | BACS | | 1,980.00 | 1,890.00\n | | May total | 1,890.00 | 1,980.00 |')}`;
  const books = read({ Debtors: sheet.replaceAll(/(?<=\| )(?=\d,)/g, "'") });

  test('what came in takes off, and no total is an entry', () => {
    expect(errors(books)).toEqual([]);
    expect(lines(books, 'ours')).toHaveLength(6);
    expect(balances(books, 'ours')).toEqual({ 'Harris & Son': '318.20', 'Maple Kitchens': '1,890.00' });
  });

  test('the balance, which begins anew for each, is proven', () => {
    expect(books.sheets[0].balanceProof).toMatchObject({ firstBreakRow: null });
  });
});

test.each(['April total', 'Sept 2026 total', 'Q2 totals', 'Week 14 total', 'Month total'])('%s is no entry', (words) => {
  const books = read({ Debtors: `Date | Inv no | Customer | Details | Debit | Credit\n@2026-04-03 | 7714 | Harris | Oak | 120 |\n | | | ${words} | 120 |` });
  expect(skippedRows(books, 'Debtors')).toEqual(['3 subtotal']);
});

test('“Paid in” beside a column of unknown name is what customers paid', () => {
  const books = read({ Debtors: 'Customer: Harris & Son\nDate | Inv no | Oak etc. | Paid in | Balance\n@2026-04-03 | 1 | 120 | | 120\n@2026-04-05 | 2 | 30 | | 150\n@2026-04-07 | | | 120 | 30\n@2026-04-09 | 3 | 50 | | 80\n@2026-04-12 | 4 | 25 | | 105' });
  expect(balances(books, 'ours')).toEqual({ 'Harris & Son': '105.00' });
});

test('a list of invoices with what was paid of them runs the same way, whoever keeps it', () => {
  const books = read({
    Debtors: 'Date | Inv no | Customer | Debit | Credit\n@2026-04-03 | 7719 | Maple | 1980 |\n@2026-04-09 | 7738 | Maple | 1890 |\n@2026-05-11 | | Maple | | 1980',
    Maple: 'Maple - invoices from Ferris\nInvoice date | Invoice no | Amount | Paid | Date paid | Outstanding\n@2026-04-05 | 7719 | 1980 | 1980 | @2026-05-09 | 0\n@2026-04-12 | 7738 | 1890 | | | 1890',
  });
  expect(balances(books, 'theirs')).toEqual({ Maple: '1,890.00' });
});

test('a line without a date below none is named as that', () => {
  const books = read({ Debtors: 'Date | Inv no | Customer | Details | Debit | Credit\n | 7714 | Harris | Oak | 120 |\n@2026-04-09 | 7715 | Harris | Oak | 80 |' });
  expect(errors(books)).toEqual(['error Debtors!A2 missing-date']);
});

describe('a total in words of its own', () => {
  const rows = (words: string, amount: number, balance: number | '') => `Customer: Harris\nDate | Inv no | Details | Debit | Credit | Balance\n@2026-04-03 | 7714 | Oak | 120 | | 120\n@2026-04-09 | 7715 | Oak | 80 | | 200\n | | ${words} | ${amount} | | ${balance}\n@2026-05-04 | 7716 | Oak | 50 | | 250`;

  test('is told by its amounts and the balance that it does not print', () => {
    const books = read({ Debtors: rows('April so far', 200, '') });
    expect(skippedRows(books, 'Debtors')).toContain('5 subtotal');
    expect(balances(books, 'ours')).toEqual({ Harris: '250.00' });
  });

  test('not where the amounts are others, or the balance goes on', () => {
    expect(balances(read({ Debtors: rows('Carriage', 30, '') }), 'ours')).toEqual({ Harris: '280.00' });
    expect(balances(read({ Debtors: rows('Oak again', 200, 400) }), 'ours')).toEqual({ Harris: '450.00' });
  });
});

describe('a register of invoices with their receipts on the row, beside what customers sent', () => {
  const register = 'Brightwater Print - invoice register\n\nInv date | Inv no | Client | Job | Net | VAT | Gross | Due | Paid | Date paid | Outstanding\n@2026-02-03 | BW2101 | Alder Estates | Boards | 1200 | 240 | 1440 | @2026-03-05 | 1440 | @2026-03-02 | 0\n@2026-02-10 | BW2102 | Marlow Brewery | Labels | 845.5 | 169.1 | 1014.6 | @2026-03-12 | 1014.6 | @2026-03-20 | 0\n@2026-03-11 | BW2112 | Marlow Brewery | Labels | 1333 | 266.6 | 1599.6 | @2026-04-10 | | | 1599.6\n@2026-03-25 | BW2118 | Alder Estates | Signs | 2150 | 430 | 2580 | @2026-04-24 | | | 2580';
  const marlow = 'Marlow Brewery Ltd\nDate | Details | Ref | Invoices | Credits | Payments | Balance\n@2026-02-12 | Invoice | BW2102 | 1014.6 | | | 1014.6\n@2026-03-13 | Invoice | BW2112 | 1599.6 | | | 2614.2\n@2026-03-18 | Payment | BW2102 | | | 1014.6 | 1599.6\n@2026-04-02 | Claim | CL9 | | 60 | | 1539.6';
  const books = read({ Invoices: register, Marlow: marlow, Alder: 'Alder Estates - supplier BRIGHT01\nDate | Your invoice | Outstanding | Due\n@2026-03-27 | BW2118 | 2580 | @2026-04-26' });

  test('it alone is of several customers: it is ours', () => {
    expect(roles(books)).toEqual({ Invoices: 'our-ledger', Marlow: 'customer-ledger', Alder: 'customer-ledger' });
    expect(errors(books)).toEqual([]);
  });

  test('what is owed is the gross, less what was paid; a name may have more beside it', () => {
    expect(balances(books, 'ours')).toEqual({ 'Alder Estates': '2,580.00', 'Marlow Brewery': '1,599.60' });
    expect(balances(books, 'theirs')).toEqual({ 'Alder Estates': '2,580.00', 'Marlow Brewery': '1,539.60' });
  });
});

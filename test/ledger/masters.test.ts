import { parseTermText } from '../../src/ledger/term-text';
import { formatIsoDay } from '../../src/units/day';
import { issues, read, roles } from './support';

describe('terms in words', () => {
  test.each([
    ['30天', { kind: 'days', days: 30 }], ['net 30', { kind: 'days', days: 30 }], ['Net 45 days', { kind: 'days', days: 45 }], ['货到30天', { kind: 'days', days: 30 }], ['现结', { kind: 'days', days: 0 }], ['Due on receipt', { kind: 'days', days: 0 }], ['2个月', { kind: 'days', days: 60 }],
    ['月结30天', { kind: 'month-end', days: 30 }], ['月結60天', { kind: 'month-end', days: 60 }], ['EOM+15', { kind: 'month-end', days: 15 }], ['EOM', { kind: 'month-end', days: 0 }], ['30 days end of month', { kind: 'month-end', days: 30 }], ['月结', { kind: 'month-end', days: 0 }],
    ['次月25日', { kind: 'fixed-day', dayOfMonth: 25, months: 1 }], ['隔月10日', { kind: 'fixed-day', dayOfMonth: 10, months: 2 }], ['25th of the following month', { kind: 'fixed-day', dayOfMonth: 25, months: 1 }], ['次月底', { kind: 'fixed-day', dayOfMonth: 31, months: 1 }],
    ['实销实结', { kind: 'sell-through', days: 0 }], ['實銷實結 15天', { kind: 'sell-through', days: 15 }], ['Sell-through, 10 days', { kind: 'sell-through', days: 10 }],
    ['30% 30天, 70% 60天', { kind: 'instalments', parts: [{ share: 0.3, days: 30 }, { share: 0.7, days: 60 }] }], ['30% 预付, 70% 60 days', { kind: 'instalments', parts: [{ share: 0.3, days: 0 }, { share: 0.7, days: 60 }] }],
    ['2/10 net 30', { kind: 'days', days: 30 }], ['2% 10, n/45', { kind: 'days', days: 45 }], ['25日付款', { kind: 'fixed-day', dayOfMonth: 25, months: 1 }], ['翌月15日', { kind: 'fixed-day', dayOfMonth: 15, months: 1 }], ['end of next month', { kind: 'fixed-day', dayOfMonth: 31, months: 1 }], ['半个月', { kind: 'days', days: 15 }], ['2 weeks', { kind: 'days', days: 14 }],
    ['30% deposit, 70% net 30', { kind: 'instalments', parts: [{ share: 0.3, days: 0 }, { share: 0.7, days: 30 }] }], ['30/50/20', null],
    ['月结60日', { kind: 'month-end', days: 60 }], ['月結 90 日', { kind: 'month-end', days: 90 }], ['月结25日', { kind: 'fixed-day', dayOfMonth: 25, months: 1 }], ['月结两个月', { kind: 'month-end', days: 60 }], ['月結3個月', { kind: 'month-end', days: 90 }], ['EOM + 1 month', { kind: 'month-end', days: 30 }], ['2 months EOM', { kind: 'month-end', days: 60 }],
    ['次月05日', { kind: 'fixed-day', dayOfMonth: 5, months: 1 }], ['次月0日', { kind: 'days', days: 0 }], ['45日付款', { kind: 'days', days: 45 }], ['25th prox', { kind: 'fixed-day', dayOfMonth: 25, months: 1 }], ['Net 10th proximo', { kind: 'fixed-day', dayOfMonth: 10, months: 1 }], ['30 days from invoice date, cash', { kind: 'days', days: 30 }], ['现金，30天', { kind: 'days', days: 30 }], ['货到付款7日', { kind: 'days', days: 7 }], ['cash', { kind: 'days', days: 0 }],
    ['款到发货', { kind: 'days', days: 0 }], ['', null], ['另议', null],
  ])('%s', (text, rule) => expect(parseTermText(text)).toEqual(rule));
});

const OURS = 'Date | Customer | Type | Num | Item | Amount\n@2026-01-05 | Granite | Invoice | INV-1 | TV:65Q | 100\n@2026-01-06 | Beacon | Invoice | INV-2 | Washer:8KG | 40';

test('customers: who, where, how and when they pay', () => {
  const books = read({
    'AR Ledger': OURS,
    Customers: `
      Code | Customer | Sales Rep | Region | Distance (km) | Pay day | Payment method | Approval days | Credit limit | Reconcile every (months) | Last reconciled | Country | Payment terms | Margin
      C1 | Granite | Tom | North | 163 km | 25 | cheque | 6 | 50,000 | 3 | @2026-03-31 | CN | net 30 | 12%
      C2 | Beacon | Maria | South | 28 | month end | wire transfer | | | 6 | | TW | EOM+15 | 0.08
    `,
  });
  expect(roles(books).Customers).toBe('customers');
  expect(books.masters).toMatchObject([
    { customer: 0, rep: 'Tom', region: 'North', distanceKm: 163, payDay: 25, method: 'cheque', approvalDays: 6, creditLimitMinor: 5_000_000, reconcileEveryMonths: 3, jurisdiction: 'CN', margin: 0.12, row: 2 },
    { customer: 1, rep: 'Maria', payDay: 31, method: 'bank-transfer', approvalDays: null, creditLimitMinor: null, lastReconciledDay: null, margin: 0.08 },
  ]);
  expect(formatIsoDay(books.masters[0].lastReconciledDay as number)).toBe('2026-03-31');
  expect(books.terms.map(({ customer, productClass, rule }) => ({ customer, productClass, rule }))).toEqual([
    { customer: 0, productClass: '', rule: { kind: 'days', days: 30 } },
    { customer: 1, productClass: '', rule: { kind: 'month-end', days: 15 } },
  ]);
});

describe('what people write where a number or a code is meant', () => {
  const masters = (column: string, ...cells: string[]) => {
    const names = ['Granite', 'Beacon', 'Cobalt', 'Delta', 'Ember', 'Flint', 'Garnet', 'Hazel'].slice(0, cells.length);
    const ours = `Date | Customer | Type | Num | Amount\n${names.map((name, i) => `@2026-01-05 | ${name} | Invoice | INV-${i} | 100`).join('\n')}`;
    return read({ 'AR Ledger': ours, Customers: `Customer | Sales rep | Region | ${column}\n${names.map((name, i) => `${name} | Tom | North | ${cells[i]}`).join('\n')}` }).masters;
  };

  test('how often accounts are reconciled, in words', () => {
    expect(masters('Reconcile every', 'quarterly', '季度', '半年', 'half-yearly', '每3个月', 'yearly', 'monthly', '2年').map((master) => master.reconcileEveryMonths)).toEqual([3, 3, 6, 6, 3, 12, 1, 24]);
    expect(masters('Reconcile every (months)', '6', '0', '-3', '1.5', 'never', '6个月（半年）', '3 months').map((master) => master.reconcileEveryMonths)).toEqual([6, null, null, 2, null, 6, 3]);
  });
  test('languages by their names', () => {
    expect(masters('Language', 'English', 'Chinese', 'Traditional Chinese', 'Simplified Chinese', '繁體中文', '简体中文', 'zh-TW', 'zhongwen').map((master) => master.language)).toEqual(['en', 'zh-CN', 'zh-TW', 'zh-CN', 'zh-TW', 'zh-CN', 'zh-TW', 'zh-CN']);
  });
  test('half a day of approval is a day, and less than nothing is not known', () => {
    expect(masters('Approval days', '2.5', '0', '-3', '5 days').map((master) => master.approvalDays)).toEqual([3, 0, null, 5]);
    expect(masters('Distance (km)', '163 km', '0', '-5', '2.5').map((master) => master.distanceKm)).toEqual([163, 0, null, 2.5]);
    expect(masters('Credit limit', '50,000', '0', '-1').map((master) => master.creditLimitMinor)).toEqual([5_000_000, 0, null]);
  });
});

test('terms by customer and product; a row for every product', () => {
  const books = read({ 'AR Ledger': OURS, Terms: 'Customer | Item | Terms\nGranite | TV | 月结30天\nGranite | all | net 60\n | Washer | 45' });
  expect(books.terms.map(({ customer, productClass, rule, row }) => [customer, productClass, rule.kind, row])).toEqual([[0, 'TV', 'month-end', 2], [0, '', 'days', 3], [null, 'Washer', 'days', 4]]);
});

describe('terms as a matrix', () => {
  const said = (books: ReturnType<typeof read>) => books.terms.map(({ customer, productClass, rule, row }) => [customer === null ? '' : books.customers[customer].name, productClass, rule.kind === 'days' || rule.kind === 'month-end' ? `${rule.kind} ${rule.days}` : rule.kind, row].join(' '));

  test.each<[string, string, string[]]>([
    ['customers down, products across', 'Payment terms by product\n | TV | Washer | Other\nGranite | 30 | EOM+15 | 45\nBeacon | net 60 | - | 45', ['Granite TV days 30 3', 'Granite Washer month-end 15 3', 'Granite  days 45 3', 'Beacon TV days 60 4', 'Beacon  days 45 4']],
    ['products down, customers across', 'Product | Granite | Beacon\nTV | 30 | net 60\nWasher | EOM+15 |', ['Granite TV days 30 2', 'Beacon TV days 60 2', 'Granite Washer month-end 15 3']],
    ['headings that say so', 'Customer | TV terms (days) | Washer terms (days)\nGranite | 30 | 45\nBeacon | 60 | 75', ['Granite TV days 30 2', 'Granite Washer days 45 2', 'Beacon TV days 60 3', 'Beacon Washer days 75 3']],
  ])('%s', (_, terms, expected) => {
    const books = read({ 'AR Ledger': OURS, Terms: terms });
    expect([roles(books).Terms, said(books)]).toEqual(['terms', expected]);
  });

  test('in a list of customers, beside what else is known of them', () => {
    const books = read({ 应收明细账: '日期 | 客户 | 单据编号 | 摘要 | 借方 | 贷方\n@2026-01-05 | 宏图 | XS-1 | 小家电 | 100 |\n@2026-01-06 | 苏美 | XS-2 | 大家电 | 200 |', 客户资料: '客户 | 业务员 | 大家电账期 | 小家电账期 | 距离(公里)\n宏图 | 李敏 | 月结30天 | 45 | 30\n苏美 | 王强 | 60 | 货到30天 | 12' });
    expect([roles(books).客户资料, said(books)]).toEqual(['customers', ['宏图 大家电 month-end 30 2', '宏图 小家电 days 45 2', '苏美 大家电 days 60 3', '苏美 小家电 days 30 3']]);
    expect(books.masters.map(({ rep, distanceKm }) => [rep, distanceKm])).toEqual([['李敏', 30], ['王强', 12]]);
  });

  test('a list with a term and its days is none, nor are other numbers without the word', () => {
    expect(said(read({ 'AR Ledger': OURS, Terms: 'Customer | Terms | Days\nGranite | EOM | 30\nBeacon | net | 45' }))).toEqual(['Granite  month-end 0 2', 'Beacon  days 45 3']);
    expect(read({ 'AR Ledger': OURS, Customers: 'Customer | Sales rep | Shops | Staff\nGranite | Tom | 30 | 45\nBeacon | Maria | 60 | 12' }).terms).toEqual([]);
  });

  test('who is not known is said', () => {
    const books = read({ 'AR Ledger': OURS, Terms: 'Product | Granite | Beacon | Nobody\nTV | 30 | 60 | 90' });
    expect(said(books)).toEqual(['Granite TV days 30 2', 'Beacon TV days 60 2']);
    expect(issues(books)).toContain('warning Terms!D1 unknown-customer');
  });
});

test('agreements, visits, remittances and sell-through', () => {
  const books = read({
    'AR Ledger': OURS,
    Agreements: 'Customer | Agreement date | Settles by | Pay day | Place | Payment method\nGranite | @2026-01-01 | sell-through | 10 | Head office | acceptance bill',
    Visits: 'Date | Customer | Planned date | Visited by | Note\n@2026-02-03 | Beacon | @2026-02-01 | Maria | promised 25 Feb',
    Remittances: 'Customer | Date | Payment | Invoice | Amount | Remark\nGranite | @2026-02-10 | RC-7 | INV-1 | 60 | short: damage',
    'Sell-through': 'Customer | Product class | Item | Qty | Period from | Period to\nGranite | TV | 65Q | 12 | @2026-01-01 | @2026-01-31',
  });
  expect(roles(books)).toEqual({ 'AR Ledger': 'our-ledger', Agreements: 'agreements', Visits: 'visits', Remittances: 'remittances', 'Sell-through': 'sell-through' });
  expect(books.masters).toMatchObject([{ customer: 0, settlesBy: 'sell-through', payDay: 10, place: 'Head office', method: 'acceptance-bill', agreementDay: 46023 }]);
  expect(books.visits).toMatchObject([{ customer: 1, rep: 'Maria', note: 'promised 25 Feb' }]);
  expect(books.remittances).toMatchObject([{ customer: 0, payment: 'RC-7', invoice: 'INV-1', amountMinor: 6000, memo: 'short: damage', row: 2 }]);
  expect(books.sellThrough).toMatchObject([{ customer: 0, productClass: 'TV', item: '65Q', quantity: 12, periodEndDay: 46053 }]);
  expect(issues(books)).toEqual(['warning AR Ledger! currency-assumed', 'warning AR Ledger! no-customer-ledger']);
});

test.each(['宁波永鑫铺货售出', '代销销量', '寄卖已售'])('%s: goods under single days were sold on where the title says so', (title) => {
  const books = read({ 应收明细账: '日期 | 单号 | 客户 | 借方 | 贷方\n@2026-03-31 | XS-1 | 永鑫 | 48 |', [title]: '日期 | 客户 | 商品名称 | 铺货数量 | 已售数量 | 含税单价 | 金额\n@2026-03-31 | 永鑫 | 苏打水 | 120 | 84 | 48 | 4032' });
  expect(roles(books)).toMatchObject({ [title]: 'sell-through' });
  expect(books.sellThrough).toMatchObject([{ customer: 0, item: '苏打水', quantity: 84, amountMinor: 403200, periodEndDay: 46112 }]);
});

test('products named only in the memo are found by the names in the terms sheet', () => {
  const books = read({ 应收明细账: '日期 | 客户 | 单据编号 | 摘要 | 借方 | 贷方\n@2026-01-05 | 宏图 | XS-1 | 销售小家电电水壶 | 100 |\n@2026-01-06 | 宏图 | XS-2 | 彩电55Q 10台 | 200 |', 账期: '产品类别 | 账期(天)\n彩电 | 30\n小家电 | 60' });
  expect([0, 1].map((i) => books.texts.at(books.ours.productClass[i]))).toEqual(['小家电', '彩电']);
});

describe('a customer on several sheets is one customer', () => {
  const LIST = 'Customer | Sales rep | Region | Distance (km) | Pay day\nGranite | Tom | North | 163 | 25\nBeacon | Maria | South | 28 |';

  test('the agreement adds what the list does not say', () => {
    const books = read({ 'AR Ledger': OURS, Customers: LIST, Agreements: 'Customer | Agreement date | Settles by | Pay day | Place | Payment method\nGranite | @2026-01-01 | invoice | 10 | Head office | cheque' });
    expect(books.masters).toMatchObject([
      { customer: 0, rep: 'Tom', region: 'North', distanceKm: 163, payDay: 10, place: 'Head office', method: 'cheque', settlesBy: 'invoice', agreementDay: 46023 },
      { customer: 1, rep: 'Maria', region: 'South', distanceKm: 28, payDay: null },
    ]);
  });

  test('of two agreements the later one holds, whichever is listed first', () => {
    const books = read({ 'AR Ledger': OURS, Customers: LIST, Agreements: 'Customer | Agreement date | Settles by | Pay day | Place\nGranite | @2026-01-01 | invoice | 15 |\nGranite | @2024-01-01 | sell-through | 10 | Head office' });
    expect(books.masters).toHaveLength(2);
    expect(books.masters[0]).toMatchObject({ rep: 'Tom', agreementDay: 46023, settlesBy: 'invoice', payDay: 15, place: 'Head office' });
  });

  test('one that is closed on any sheet is closed', () => {
    const books = read({ 'AR Ledger': OURS, Customers: 'Customer | Sales rep | Region | Closed\nGranite | Tom | North | yes', Agreements: 'Customer | Agreement date | Place\nGranite | @2026-01-01 | Head office' });
    expect(books.masters).toMatchObject([{ rep: 'Tom', place: 'Head office', closed: true }]);
  });
});

import fc from 'fast-check';
import { calendarFromDay, formatIsoDay } from '../../src/units/day';
import type { CellValue } from '../../src/ledger/grid';
import { balances, lines, read, roles } from './support';

/**
 * A small trade is printed in many layouts and read back: whatever the layout, the lines, the roles and the
 * balances must be those of the trade.
 */
interface Line {
  readonly day: number;
  readonly kind: 'invoice' | 'payment' | 'return';
  /** Minor units, positive. */
  readonly minor: number;
  readonly customer: number;
}

const NAMES = { zh: ['苏州宏图家电商贸有限公司', '无锡五星商场', '南京永乐电器有限公司'], en: ['Granite Trading Ltd', 'Beacon Home LLC', 'Cobalt Stores Inc'] };
const line = fc.record({ day: fc.integer({ min: 46023, max: 46200 }), kind: fc.constantFrom('invoice' as const, 'invoice' as const, 'payment' as const, 'return' as const), minor: fc.integer({ min: 100, max: 9_999_999 }), customer: fc.integer({ min: 0, max: 2 }) });
/** At least a dozen invoices, so that the layout can be told; lines in the order of customer and day. */
const trade = fc.array(line, { minLength: 4, maxLength: 25 }).map((some) => {
  const base: Line[] = Array.from({ length: 12 }, (_, i) => ({ day: 46030 + i * 9, kind: i % 4 === 3 ? 'payment' : 'invoice', minor: 50_000 + i * 1_237, customer: i % 3 }));
  return [...base, ...some].sort((a, b) => a.customer - b.customer || a.day - b.day);
});

type Money = (minor: number) => CellValue;
const MONEY: Record<string, Money> = {
  number: (minor) => minor / 100,
  text: (minor) => (minor / 100).toLocaleString('en-US', { minimumFractionDigits: 2 }),
  yuan: (minor) => `¥${(minor / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`,
  brackets: (minor) => (minor < 0 ? `(${(-minor / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })})` : (minor / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })),
  trailing: (minor) => `${(Math.abs(minor) / 100).toFixed(2)}${minor < 0 ? '-' : ''}`,
};
type Dates = (day: number) => CellValue;
const two = (n: number) => String(n).padStart(2, '0');
const parts = (day: number) => calendarFromDay(day);
const DATES: Record<string, Dates> = {
  serial: (day) => day,
  iso: formatIsoDay,
  points: (day) => formatIsoDay(day).replace(/-/g, '.'),
  chinese: (day) => `${parts(day).year}年${parts(day).month}月${parts(day).day}日`,
  compact: (day) => formatIsoDay(day).replace(/-/g, ''),
  roc: (day) => `${parts(day).year - 1911}/${two(parts(day).month)}/${two(parts(day).day)}`,
  dayFirst: (day) => `${two(parts(day).day)}/${two(parts(day).month)}/${parts(day).year}`,
  monthFirst: (day) => `${two(parts(day).month)}/${two(parts(day).day)}/${parts(day).year}`,
};

const signed = ({ kind, minor }: Line) => (kind === 'invoice' ? minor : -minor);
const PREFIX = { invoice: 'XS', payment: 'SK', return: 'TH' };
const documentOf = (at: Line, i: number) => `${PREFIX[at.kind]}-${String(1001 + i)}`;
const KINDS = { zh: { invoice: '销售出库', payment: '收款', return: '销售退货' }, en: { invoice: 'Invoice', payment: 'Payment', return: 'Credit Memo' } };
const THEIR_KINDS = { zh: { invoice: '采购入库', payment: '付款', return: '采购退货' }, en: { invoice: 'Bill', payment: 'Bill Payment', return: 'Vendor Credit' } };

type Sheets = Record<string, CellValue[][]>;
type Layout = (all: readonly Line[], money: Money, date: Dates) => Sheets;

/** Our ledger in each layout. */
const OUR_LAYOUTS: Record<string, Layout> = {
  'debit and credit, all customers': (all, money, date) => ({
    应收明细账: [['应收明细账'], ['日期', '客户名称', '单据类型', '单据编号', '应收金额(借方)', '收款金额(贷方)'], ...all.map((at, i) => [date(at.day), NAMES.zh[at.customer], KINDS.zh[at.kind], documentOf(at, i), at.kind === 'payment' ? null : money(signed(at)), at.kind === 'payment' ? money(at.minor) : null])],
  }),
  'one signed amount': (all, money, date) => ({
    'AR Ledger': [['Date', 'Type', 'Num', 'Customer', 'Memo', 'Amount'], ...all.map((at, i) => [date(at.day), KINDS.en[at.kind], documentOf(at, i), NAMES.en[at.customer], '', money(signed(at))])],
  }),
  'amount and direction': (all, money, date) => ({
    应收账款明细: [['日期', '往来单位', '业务类型', '凭证号', '摘要', '金额', '方向'], ...all.map((at, i) => [date(at.day), NAMES.zh[at.customer], KINDS.zh[at.kind], documentOf(at, i), null, money(at.minor), at.kind === 'invoice' ? '借' : '贷'])],
  }),
  'names above blocks, totals between': (all, money, date) => ({
    'Customer Balance Detail': [
      ['Customer Balance Detail'],
      ['', 'Date', 'Transaction Type', 'Num', 'Debit', 'Credit', 'Balance'],
      ...[0, 1, 2].flatMap((customer) => {
        const own = all.map((at, i) => ({ at, i })).filter(({ at }) => at.customer === customer);
        let balance = 0;
        return [[NAMES.en[customer]], ...own.map(({ at, i }) => [null, date(at.day), KINDS.en[at.kind], documentOf(at, i), at.kind === 'invoice' ? money(at.minor) : null, at.kind === 'invoice' ? null : money(at.minor), money((balance += signed(at)))]), [`Total for ${NAMES.en[customer]}`, null, null, null, null, null, money(balance)]];
      }),
    ],
  }),
  'a sheet per customer': (all, money, date) =>
    Object.fromEntries(NAMES.zh.map((name, customer) => [`应收-${name}`, [[`${name} 应收账款明细账`], ['日期', '单据编号', '摘要', '借方', '贷方'], ...all.flatMap((at, i) => (at.customer === customer ? [[date(at.day), documentOf(at, i), KINDS.zh[at.kind], at.kind === 'invoice' ? money(at.minor) : null, at.kind === 'invoice' ? null : money(at.minor)]] : []))]])),
};

/** The customers' ledgers in each layout: the same trade, from the other side. */
const THEIR_LAYOUTS: Record<string, (language: 'zh' | 'en') => Layout> = {
  'debit and credit, all customers': (language) => (all, money, date) => ({
    客户对账单: [['日期', '客户名称', '业务类型', '我方单号', '对方单号', '借方', '贷方'], ...all.map((at, i) => [date(at.day), NAMES[language][at.customer], THEIR_KINDS.zh[at.kind], `RK${2001 + i}`, at.kind === 'payment' ? null : documentOf(at, i), at.kind === 'invoice' ? null : money(at.minor), at.kind === 'invoice' ? money(at.minor) : null])],
  }),
  'a sheet per customer, bills positive': (language) => (all, money, date) =>
    Object.fromEntries(NAMES[language].map((name, customer) => [`Stmt ${customer + 1}`, [[name], ['Vendor account: Acme'], ['Posting Date', 'Doc Type', 'Voucher', 'Your ref', 'Amount'], ...all.flatMap((at, i) => (at.customer === customer ? [[date(at.day), THEIR_KINDS.en[at.kind], `V${2001 + i}`, at.kind === 'payment' ? null : documentOf(at, i), money(signed(at))]] : []))]])),
  'a sheet per customer, bills negative': (language) => (all, money, date) =>
    Object.fromEntries(NAMES[language].map((name, customer) => [`Stmt ${customer + 1}`, [[name], ['Vendor account: Acme'], ['Posting Date', 'Doc Type', 'Voucher', 'Your ref', 'Amount'], ...all.flatMap((at, i) => (at.customer === customer ? [[date(at.day), THEIR_KINDS.en[at.kind], `V${2001 + i}`, at.kind === 'payment' ? null : documentOf(at, i), money(-signed(at))]] : []))]])),
};

const layouts = fc.record({ ours: fc.constantFrom(...Object.keys(OUR_LAYOUTS)), theirs: fc.constantFrom(...Object.keys(THEIR_LAYOUTS)), money: fc.constantFrom(...Object.keys(MONEY)), date: fc.constantFrom(...Object.keys(DATES)) });

test('a trade printed in any layout is read back as it was, on both sides', () => {
  fc.assert(
    fc.property(trade, layouts, (all, choice) => {
      const money = MONEY[choice.money];
      const date = DATES[choice.date];
      const ours = OUR_LAYOUTS[choice.ours](all, money, date);
      const language = choice.ours === 'one signed amount' || choice.ours.startsWith('names above') ? 'en' : 'zh';
      const theirs = THEIR_LAYOUTS[choice.theirs](language)(all, money, date);
      const books = read({ ...ours, ...theirs });
      expect(books.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
      for (const sheet of Object.keys(ours)) expect(roles(books)[sheet]).toBe('our-ledger');
      for (const sheet of Object.keys(theirs)) expect(roles(books)[sheet]).toBe('customer-ledger');
      const expected = all.map((at, i) => `${formatIsoDay(at.day)} ${at.kind} ${(signed(at) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })} ${documentOf(at, i)} ${NAMES[language][at.customer]}`);
      expect(lines(books, 'ours').sort()).toEqual(expected.sort());
      expect(lines(books, 'theirs').map(withoutDocument).sort()).toEqual(expected.map(withoutDocument).sort());
    }),
    { numRuns: 60 },
  );
});

const withoutDocument = (text: string) => text.split(' ').filter((_, i) => i !== 3).join(' ');

test('the order of the sheets, and of the lines of a sheet without a balance, changes neither roles nor balances', () => {
  fc.assert(
    fc.property(trade, layouts, fc.integer({ min: 1, max: 1000 }), (all, choice, seed) => {
      const ours = OUR_LAYOUTS['debit and credit, all customers'](all, MONEY[choice.money], DATES.iso);
      const theirs = THEIR_LAYOUTS['debit and credit, all customers']('zh')(all, MONEY[choice.money], DATES.iso);
      const [head, ...body] = theirs.客户对账单;
      const shuffled = { 客户对账单: [head, ...body.map((row, i) => ({ row, key: ((i + 1) * seed * 7919) % 1009 })).sort((a, b) => a.key - b.key).map(({ row }) => row)] };
      const [plain, turned] = [read({ ...ours, ...theirs }), read({ ...shuffled, ...ours })];
      expect(roles(turned)).toEqual(roles(plain));
      for (const side of ['ours', 'theirs'] as const) expect(balances(turned, side)).toEqual(balances(plain, side));
    }),
    { numRuns: 60 },
  );
});

test('every filled row below a header is an entry or is listed with a reason', () => {
  const notes = fc.constantFrom<CellValue[]>(['本月合计', null, null, null, 1, 2], [null, null, null, null, 100, null], ['备注：以上为暂估'], ['2026-01-01', '无锡五星商场', '期初余额', null, 7, null], ['制表人：张三'], ['2026-02-01', '无锡五星商场', '销售出库', 'XS-9', 0, null], ['2026-02-01', '无锡五星商场', '销售出库', 'XS-9', null, null], [null]);
  fc.assert(
    fc.property(trade, fc.array(fc.tuple(fc.integer({ min: 2, max: 40 }), notes), { maxLength: 12 }), (all, inserted) => {
      const sheet = [...OUR_LAYOUTS['debit and credit, all customers'](all, MONEY.number, DATES.iso).应收明细账];
      for (const [at, row] of inserted) sheet.splice(Math.min(at, sheet.length), 0, row);
      const books = read({ 应收明细账: sheet });
      const entryRows = new Set(books.ours.row);
      const skippedRows = new Set(books.sheets[0].skipped.map(({ row }) => row));
      const refusedRows = new Set(books.issues.map(({ row }) => row));
      sheet.forEach((row, i) => {
        if (i < 2 || row.every((cell) => cell === null)) return;
        expect([i + 1, entryRows.has(i + 1) || skippedRows.has(i + 1) || refusedRows.has(i + 1)]).toEqual([i + 1, true]);
        expect([i + 1, entryRows.has(i + 1) && skippedRows.has(i + 1)]).toEqual([i + 1, false]);
      });
    }),
    { numRuns: 40 },
  );
});

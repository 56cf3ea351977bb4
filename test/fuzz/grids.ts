/** Sheets as nobody should hand them over: a ledger's shape with anything at all in its cells. */
import fc from 'fast-check';
import type { CellValue, GridFacts } from '../../src/ledger/grid';
import { HOSTILE_TEXTS } from '../security/hostile-workbook';

export interface FuzzedSheet {
  readonly name: string;
  readonly facts: GridFacts;
  readonly rows: readonly (readonly CellValue[])[];
}

const ODD_TEXTS = [
  ...HOSTILE_TEXTS, '#N/A', '#REF!', '#DIV/0!', '#VALUE!', '#NAME?', '😀👩‍👩‍👧', '\ud83d', 'שלום 123', '\u202bعربي‏\u202c', '\u0000', '\uffff', ' ', '　', '-', '--', '.', ',', '()', '¥', '1e308', '1e999', '９９９９９９９９９９９９９９９', '(1,2,3.4.5)', 'NaN', 'Infinity', '-0', '0x1F',
  '2026-02-30', '30.02.2026', '0000-00-00', '9999-12-31', '10000-01-01', '115/13/45', '二〇二六年', 'valueOf', 'toString', '__defineGetter__', '合计', 'Total', 'Opening balance', '期初余额', '小计', 'x'.repeat(32_767), '对'.repeat(32_767), `A-1${',A-1'.repeat(8000)}`, 'XS-1~XS-999999999', `${'('.repeat(500)}${')'.repeat(500)}`,
];
const ODD_NUMBERS = [0, -0, 1, -1, 0.005, 1e-320, 1e15, 1e16, 2 ** 53, -(2 ** 53), 1e21, 1e300, -1e300, Number.MAX_VALUE, Number.NaN, Infinity, -Infinity, 60, 59.5, 2_958_465, 2_958_466, -40_000, 1e9, 46_023.999_99];

const oddCell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.boolean() }, { weight: 4, arbitrary: fc.constantFrom(...ODD_NUMBERS) }, { weight: 2, arbitrary: fc.double() }, { weight: 2, arbitrary: fc.integer() },
  { weight: 6, arbitrary: fc.constantFrom(...ODD_TEXTS) }, { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);

const HEADINGS = [
  ['Date', 'Doc No', 'Customer', 'Type', 'Debit', 'Credit', 'Balance', 'Currency', 'Memo', 'Due Date', 'Rep', 'Product', 'Qty', 'Reference'],
  ['日期', '单据编号', '客户名称', '单据类型', '借方金额', '贷方金额', '余额', '币种', '摘要', '到期日', '业务员', '产品类别', '数量', '参考号'],
  ['日期', '傳票號碼', '客戶名稱', '類別', '借方金額', '貸方金額', '餘額', '幣別', '摘要', '到期日', '業務員', '產品類別', '數量', '參考號碼'],
];
const KINDS = ['Invoice', 'Payment', 'Return', 'Rebate', 'Opening balance', '销售出库', '收款', '退货', '返利', '期初', '銷貨', '收款', '平调', '换货', 'Total', 'x'];
const CURRENCIES = ['CNY', 'USD', 'JPY', 'KWD', '人民币', 'XTS', '', '€'];

/** A row that would be an entry, of a small world in which everything collides. */
const plausibleRow: fc.Arbitrary<CellValue[]> = fc.record({
  day: fc.integer({ min: 45_990, max: 46_100 }), document: fc.constantFrom('XS-1', 'XS-2', 'XS-3', 'SK-1', '__proto__', 'constructor', ''), customer: fc.constantFrom('North Ltd', '__proto__', 'constructor', '宏图商贸', 'South Ltd', '<b>East</b>', ''),
  kind: fc.constantFrom(...KINDS), debit: fc.constantFrom<CellValue>(100, 1000.01, 33.33, null, '1,234.50', '(50.00)', 0), credit: fc.constantFrom<CellValue>(null, null, 100, 33.33, '1,000.01'), balance: fc.constantFrom<CellValue>(null, 100, 200),
  currency: fc.constantFrom(...CURRENCIES), memo: fc.constantFrom<CellValue>(null, 'XS-1,XS-2', 'XS-1~3', 'toString'), due: fc.constantFrom<CellValue>(null, 46_060), rep: fc.constantFrom<CellValue>(null, 'Wang', '__proto__'), product: fc.constantFrom<CellValue>('TV', 'constructor', null), quantity: fc.constantFrom<CellValue>(1, 3, null), reference: fc.constantFrom<CellValue>(null, 'XS-1', 'SK-1'),
}).map((row) => Object.values(row));

/** Columns where any text at all is a text: document, customer, memo, rep, product, reference. */
const TEXT_COLUMNS = new Set([1, 2, 8, 10, 11, 13]);
const oddText = fc.oneof(fc.constantFrom(...ODD_TEXTS), fc.string({ unit: 'binary', maxLength: 30 }));

const dirtied = (row: fc.Arbitrary<CellValue[]>, percent: number) =>
  fc.tuple(row, fc.array(fc.tuple(fc.nat(99), oddCell, oddText), { minLength: 14, maxLength: 14 })).map(([cells, dirt]) =>
    cells.map((cell, c): CellValue => (dirt[c][0] < percent ? dirt[c][1] : TEXT_COLUMNS.has(c) && dirt[c][0] > 84 ? dirt[c][2] : cell)));
const anyRow = fc.array(oddCell, { maxLength: 16 });

/** Headings of one language, some odd, some twice, some left out. */
const oddHeadings = fc.constantFrom(...HEADINGS).chain((words) => fc.array(fc.nat(99), { minLength: words.length, maxLength: words.length }).chain((dice) => fc.constantFrom(...ODD_TEXTS).map((odd) => words.map((word, c): CellValue => (dice[c] < 4 ? odd : dice[c] < 7 ? words[(c + 1) % words.length] : dice[c] < 10 ? null : word)))));

const facts: fc.Arbitrary<GridFacts> = fc.record({
  firstRowIndex: fc.constantFrom(0, 0, 3), firstColumnIndex: fc.constantFrom(0, 0, 2), datedColumns: fc.constantFrom([], [0], [0, 9], [4, 99]), hiddenRows: fc.constantFrom([], [2, 3], [9999]),
  merges: fc.constantFrom([], [{ rowIndex: 0, columnIndex: 0, rowCount: 1, columnCount: 5 }], [{ rowIndex: 2, columnIndex: 1, rowCount: 9999, columnCount: 9999 }]),
  tables: fc.constantFrom([], [{ name: 'T', rowIndex: 1, columnIndex: 0, rowCount: 5, columnCount: 14 }], [{ name: '__proto__', rowIndex: 500, columnIndex: 500, rowCount: 0, columnCount: 0 }]),
});

/** Some ledgers are clean but for their texts, and are reconciled; others are dirty through and through. */
const ledgerRows = fc.oneof(
  fc.tuple(fc.constant([]), fc.constantFrom(...HEADINGS), fc.array(dirtied(plausibleRow, 0), { minLength: 1, maxLength: 40 })),
  fc.tuple(fc.array(anyRow, { maxLength: 2 }), oddHeadings, fc.array(fc.oneof({ weight: 5, arbitrary: dirtied(plausibleRow, 3) }, { weight: 1, arbitrary: dirtied(plausibleRow, 40) }, { weight: 1, arbitrary: anyRow }), { maxLength: 30 })),
).map(([above, head, rows]): CellValue[][] => [...above, head, ...rows]);
const masterRows = fc.tuple(fc.constantFrom<CellValue[]>(['Customer', 'Rep', 'Region', 'Distance km', 'Pay day', 'Approval days', 'Credit limit', 'Closed'], ['客户名称', '产品类别', '账期', '结算方式'], ['客户', '付款单号', '发票号', '金额'], ['Customer', 'Product', 'Qty sold', 'Amount', 'Period end']), fc.array(fc.array(fc.oneof(oddCell, fc.constantFrom<CellValue>('North Ltd', '__proto__', 'TV', 30, 100, '月结30天', 46_050)), { maxLength: 8 }), { maxLength: 10 })).map(([head, rows]) => [head, ...rows]);

const names = fc.constantFrom('Ledger', '应收明细账', '__proto__', 'constructor', 'North Ltd', "O'Neil & <b>", '😀', ' ', 'Overview');
const sheet = (rows: fc.Arbitrary<CellValue[][]>) => fc.record({ name: names, facts, rows });

/** Up to four sheets of different names: ledgers, masters, and rubbish. */
export const fuzzedWorkbook: fc.Arbitrary<FuzzedSheet[]> = fc.uniqueArray(fc.oneof({ weight: 5, arbitrary: sheet(ledgerRows) }, { weight: 2, arbitrary: sheet(masterRows) }, { weight: 1, arbitrary: sheet(fc.array(anyRow, { maxLength: 20 })) }), { minLength: 1, maxLength: 4, selector: ({ name }) => name });

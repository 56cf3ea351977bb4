/** The customers' ledgers: the mirror image, each kept in its own fashion. */
import type { CellValue } from '../../src/ledger/grid';
import { calendarFromDay } from '../../src/units/day';
import type { Layout, PrintedLine, Style } from './relayout';
import { THEIRS_CN, THEIRS_EN, THEIRS_SAP, THEIRS_TW, PURPOSE_EN } from './words';

const debit = (line: PrintedLine, { money }: Style): CellValue => (line.debitMinor === null ? null : money(line.debitMinor));
const credit = (line: PrintedLine, { money }: Style): CellValue => (line.creditMinor === null ? null : money(line.creditMinor));
const balance = (line: PrintedLine, { money }: Style): CellValue => money(line.balanceMinor);
const said = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' ');
const blanks = (count: number): null[] => new Array<null>(count).fill(null);

export const THEIR_LEDGERS: Readonly<Record<string, Layout>> = {
  'plain cn': {
    arrangement: 'one sheet', sheetName: () => '客户对账单', dated: [0],
    header: [['日期', '客户名称', '业务类型', '我方单号', '对方单号', '借方', '贷方']],
    row: (line, s) => [s.date(line.day), line.party.name, THEIRS_CN[line.kind], line.document, line.reference, debit(line, s), credit(line, s)] as CellValue[],
  },
  'own columns in another order': {
    arrangement: 'one sheet', sheetName: () => '应付往来', dated: [4],
    header: [['序号', '贷方金额', '借方金额', '供应商单号', '记账日期', '制单人', '门店名称', '凭证号', '摘要', '部门']],
    row: (line, s) => [line.number, credit(line, s), debit(line, s), line.reference, s.date(line.day), '王芳', line.party.name, line.document, THEIRS_CN[line.kind], '采购部'] as CellValue[],
  },
  'sheet per customer, name in the tab': {
    arrangement: 'sheet per customer', sheetName: (party) => party.name, dated: [0],
    header: [['日期', '凭证号', '摘要', '对方单据号', '借方', '贷方', '方向', '余额']],
    row: (line, s) => [s.date(line.day), line.document, THEIRS_CN[line.kind], line.reference, debit(line, s), credit(line, s), line.balanceMinor > 0 ? '贷' : line.balanceMinor < 0 ? '借' : '平', s.money(Math.abs(line.balanceMinor))] as CellValue[],
    opening: (line, s) => [s.date(line.day), null, '期初余额', null, null, null, '贷', balance(line, s)],
    afterMonth: (month, year, s) => [[null, null, '本月合计', null, s.money(month.debitMinor), s.money(month.creditMinor), '贷', s.money(month.balanceMinor)], [null, null, '本年累计', null, s.money(year.debitMinor), s.money(year.creditMinor), '贷', s.money(year.balanceMinor)]],
  },
  'sheet per customer, name in the title': {
    arrangement: 'sheet per customer', sheetName: (party) => `對帳${party.at + 1}`, date: 'roc', money: 'text', titles: (party) => [[`${party.name} 應付帳款明細`], ['供應商：華星家電股份有限公司'], []],
    header: [['日期', '傳票', '摘要', '貴公司單號', '借方', '貸方', '餘額']],
    row: (line, s) => [s.date(line.day), line.document, THEIRS_TW[line.kind], line.reference, debit(line, s), credit(line, s), balance(line, s)] as CellValue[],
    opening: (line, s) => [s.date(line.day), null, '上期結轉', null, null, null, balance(line, s)],
  },
  'statement, bills negative': {
    arrangement: 'sheet per customer', sheetName: (party) => `Stmt ${party.code}`, dated: [0], titles: (party) => [[party.name], ['Vendor account: Acme Appliances']],
    header: [['Posting Date', 'Doc Type', 'Voucher', 'Your ref', 'Amount']],
    row: (line, s) => [s.date(line.day), THEIRS_EN[line.kind], line.document, line.reference, s.money(-line.amountMinor)] as CellValue[],
  },
  'statement, bills positive': {
    arrangement: 'sheet per customer', sheetName: (party) => `Stmt ${party.code}`, dated: [0], money: 'brackets', titles: (party) => [[party.name], ['Statement for Acme Appliances', null, 'to 2026-09-30']],
    header: [['Date', 'Description', 'Reference', 'Your ref', 'Amount', 'Balance']],
    row: (line, s) => [s.date(line.day), THEIRS_EN[line.kind], line.document, line.reference, s.money(line.amountMinor), balance(line, s)] as CellValue[],
  },
  'numbers in the memo only': {
    arrangement: 'one sheet', sheetName: () => '对账', dated: [0],
    header: [['日期', '单位', '凭证号', '摘要', '借方', '贷方', '余额']],
    row: (line, s) => [s.date(line.day), line.party.name, line.document, memoOf(line), debit(line, s), credit(line, s), balance(line, s)],
    opening: (line, s) => [s.date(line.day), line.party.name, null, '期初余额', null, null, balance(line, s)],
  },
  'Yonyou suppliers': {
    arrangement: 'one sheet', sheetName: () => '供应商往来明细账', titles: () => [['供应商往来明细账']],
    header: [['年', '月', '日', '凭证号', '公司名称', '摘要', '供应商单号', '借方', '贷方', '方向', '余额'], [...blanks(7), '金额', '金额', null, '金额']],
    row: (line, s) => [...splitDay(line), line.document, line.party.name, THEIRS_CN[line.kind], line.reference, debit(line, s), credit(line, s), '贷', balance(line, s)] as CellValue[],
    opening: (line, s) => [...splitDay(line), null, line.party.name, '期初余额', null, null, null, '贷', balance(line, s)],
    afterMonth: (month, year, s, party) => [[null, null, null, null, party.name, '本月合计', null, s.money(month.debitMinor), s.money(month.creditMinor), '贷', s.money(month.balanceMinor)], [null, null, null, null, party.name, '本年累计', null, s.money(year.debitMinor), s.money(year.creditMinor), '贷', s.money(year.balanceMinor)]],
  },
  'SAP FBL1N': {
    arrangement: 'sheet per customer', sheetName: (party) => `FBL1N ${party.code}`, date: 'german', money: 'trailing', titles: (party) => [[`Company: ${party.name}`], ['Vendor: 100234 Huaxing']],
    header: [['Assignment', 'Document Number', 'Document Type', 'Document Date', 'Amount in Local Currency', 'Local Currency', 'Text']],
    row: (line, s) => [line.reference, line.document, THEIRS_SAP[line.kind], s.date(line.day), s.money(-line.amountMinor), 'CNY', line.kind === 'opening' ? 'Balance forward' : (PURPOSE_EN[line.kind] ?? null)] as CellValue[],
    below: (_, s, totals) => [['*', null, null, null, s.money(-totals.balanceMinor), 'CNY']],
  },
  'QuickBooks by vendor': {
    arrangement: 'one sheet', sheetName: () => 'Transaction List', date: 'monthFirst', money: 'text', titles: () => [['Transaction List by Company'], ['January - September, 2026'], []],
    header: [[null, 'Date', 'Transaction Type', 'Num', 'Vendor Ref', 'Memo', 'Amount']],
    above: (party) => [[party.name]],
    row: (line, s) => [null, s.date(line.day), THEIRS_EN[line.kind], line.document, line.reference, null, s.money(line.amountMinor)] as CellValue[],
    below: (party, s, totals) => [[`Total for ${party.name}`, ...blanks(5), s.money(totals.balanceMinor)]],
  },
  'stacked statements': {
    arrangement: 'stacked', sheetName: () => '对账单', dated: [0], titles: (party) => [[`客户：${party.name}`, null, null, '供应商：华星家电']],
    header: [['日期', '单据号', '业务类型', '贵公司单号', '应付金额', '付款金额', '备注']],
    row: (line, s) => [s.date(line.day), line.document, THEIRS_CN[line.kind], line.reference, credit(line, s), debit(line, s), null] as CellValue[],
    below: (_, s, totals) => [['合计', null, null, null, s.money(totals.creditMinor), s.money(totals.debitMinor)]],
  },
  'two number columns and an order': {
    arrangement: 'one sheet', sheetName: () => 'AP detail', date: 'dayFirst',
    header: [['Company', 'Date', 'Type', 'Document no', 'PO no', 'Supplier invoice', 'Debit', 'Credit', 'Currency', 'Status']],
    row: (line, s) => [line.party.name, s.date(line.day), THEIRS_EN[line.kind], line.document, line.kind === 'invoice' ? `PO${700000 + line.id * 3}` : null, line.reference, debit(line, s), credit(line, s), 'CNY', 'posted'] as CellValue[],
  },
};

function memoOf(line: PrintedLine): string {
  if (line.kind === 'payment') return line.reference ? `付${line.reference}货款` : '付货款';
  if (line.kind === 'return') return said('退货', line.reference);
  if (line.kind === 'invoice' || line.kind === 'transfer') return line.reference ? `购进 ${line.reference}` : '购进家电一批';
  return THEIRS_CN[line.kind] as string;
}

function splitDay(line: PrintedLine): CellValue[] {
  const { year, month, day } = calendarFromDay(line.day);
  return [line.opensYear ? year : null, month, day];
}

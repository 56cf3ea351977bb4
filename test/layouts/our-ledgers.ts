/** Our ledger as the systems print it. */
import type { Layout, Party, PrintedLine, Style } from './relayout';
import { calendarFromDay } from '../../src/units/day';
import type { CellValue } from '../../src/ledger/grid';
import { OURS_CN, OURS_EN, OURS_ERPNEXT, OURS_KINGDEE, OURS_ODOO, OURS_SAP, OURS_TW, OURS_XERO, PURPOSE, PURPOSE_EN } from './words';

const debit = (line: PrintedLine, { money }: Style): CellValue => (line.debitMinor === null ? null : money(line.debitMinor));
const credit = (line: PrintedLine, { money }: Style): CellValue => (line.creditMinor === null ? null : money(line.creditMinor));
const balance = (line: PrintedLine, { money }: Style): CellValue => money(line.balanceMinor);
const due = (line: PrintedLine, { date }: Style): CellValue => (line.dueDay === null ? null : date(line.dueDay));
const said = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' ');
const blanks = (count: number): null[] => new Array<null>(count).fill(null);
const company = '华星家电销售有限公司';

export const OUR_LEDGERS: Readonly<Record<string, Layout>> = {
  'plain cn': {
    arrangement: 'one sheet', sheetName: () => '应收明细账', titles: () => [[company], ['应收明细账'], []], dated: [0],
    header: [['日期', '客户编码', '客户名称', '单据类型', '单据编号', '产品类别', '规格型号', '数量', '摘要', '应收金额(借方)', '收款金额(贷方)', '余额', '业务员']],
    row: (line, s) => [s.date(line.day), line.party.code, line.party.name, OURS_CN[line.kind], line.document, line.productClass, line.item, line.quantity, line.memo, debit(line, s), credit(line, s), balance(line, s), line.party.rep] as CellValue[],
    opening: (line, s) => [s.date(line.day), line.party.code, line.party.name, '期初余额', null, null, null, null, '期初余额', null, null, balance(line, s), line.party.rep],
    afterMonth: (month, _, s) => [[null, null, null, '本月合计', ...blanks(5), s.money(month.debitMinor), s.money(month.creditMinor), s.money(month.balanceMinor)]],
  },
  'Kingdee detail': {
    arrangement: 'one sheet', sheetName: () => '应收款明细账', titles: () => [['应收款明细账'], [`公司：${company}`, null, null, null, '期间：2026年1期至2026年9期'], []], dated: [0],
    header: [['日期', '单据类型', '单据编号', '摘要', '币别', '本期应收', '本期收款', '期末余额', '业务员', '部门', '到期日', '产品类别']],
    above: (party) => [[`客户：${party.code} ${party.name}`]],
    row: (line, s) => [s.date(line.day), OURS_KINGDEE[line.kind], line.document, said(PURPOSE[line.kind], line.memo), '人民币', debit(line, s), credit(line, s), balance(line, s), line.party.rep, '销售部', due(line, s), line.productClass] as CellValue[],
    opening: (line, s) => [null, null, null, '期初余额', '人民币', null, null, balance(line, s)],
    afterMonth: (month, year, s) => [[null, null, null, '本期合计', null, s.money(month.debitMinor), s.money(month.creditMinor), s.money(month.balanceMinor)], [null, null, null, '本年累计', null, s.money(year.debitMinor), s.money(year.creditMinor), s.money(year.balanceMinor)]],
  },
  'Kingdee vouchers, number in memo': {
    arrangement: 'sheet per customer', sheetName: (party) => party.name, titles: (party) => [['往来对账单'], [`往来单位：${party.name}`]], dated: [0],
    header: [['日期', '凭证字号', '摘要', '借方金额', '贷方金额', '方向', '余额']],
    row: (line, s) => [s.date(line.day), `记-${line.number}`, voucherMemo(line), debit(line, s), credit(line, s), line.balanceMinor > 0 ? '借' : line.balanceMinor < 0 ? '贷' : '平', s.money(Math.abs(line.balanceMinor))],
    opening: (line, s) => [s.date(line.day), null, '期初余额', null, null, '借', s.money(line.balanceMinor)],
    afterMonth: (month, year, s) => [[null, null, '本月合计', s.money(month.debitMinor), s.money(month.creditMinor), '借', s.money(month.balanceMinor)], [null, null, '本年累计', s.money(year.debitMinor), s.money(year.creditMinor), '借', s.money(year.balanceMinor)]],
  },
  'Yonyou U8': {
    arrangement: 'one sheet', sheetName: () => '客户往来明细账', titles: () => [['客户往来明细账'], [`单位名称：${company}`]],
    header: [['年', '月', '日', '凭证号', '单据号', '客户编号', '客户名称', '存货分类', '摘要', '借方', null, '贷方', null, '方向', '余额', null], [...blanks(9), '原币', '本币', '原币', '本币', null, '原币', '本币']],
    row: (line, s) => [...splitDay(line), `转-${String(line.number).padStart(4, '0')}`, line.document, line.party.code, line.party.name, line.productClass, said(OURS_CN[line.kind], line.memo), debit(line, s), debit(line, s), credit(line, s), credit(line, s), '借', s.money(Math.abs(line.balanceMinor)), s.money(Math.abs(line.balanceMinor))],
    opening: (line, s) => [...splitDay(line), null, null, line.party.code, line.party.name, null, '期初余额', null, null, null, null, '借', balance(line, s), balance(line, s)],
    afterMonth: (month, year, s, party) => [['月计', month], ['累计', year]].map(([word, sums]) => totalsRow(word as string, sums as typeof month, s, party)),
  },
  'Haokuaiji text amounts': {
    arrangement: 'one sheet', sheetName: () => '应收明细账', money: 'yuan', titles: () => [['应收明细账'], ['日期：2026-01-01 至 2026-09-30']], dated: [1],
    header: [['往来单位', '单据日期', '单据类型', '单据编号', '商品类别', '应收金额', '已收金额', '应收余额', '备注']],
    row: (line, s) => [line.party.name, s.date(line.day), OURS_CN[line.kind], line.document, line.productClass, debit(line, s), credit(line, s), balance(line, s), line.memo] as CellValue[],
    opening: (line, s) => [line.party.name, null, '期初余额', null, null, s.money(0), s.money(0), balance(line, s), null],
    below: (_, s, totals) => [['小计', null, null, null, null, s.money(totals.debitMinor), s.money(totals.creditMinor), s.money(totals.balanceMinor)]],
  },
  'SAP FBL5N': {
    arrangement: 'one sheet', sheetName: () => 'FBL5N', date: 'german', money: 'trailing',
    header: [['Customer', 'Name 1', 'Assignment', 'Document Number', 'Document Type', 'Document Date', 'Posting Date', 'Net Due Date', 'Amount in Local Currency', 'Local Currency', 'Clearing Document', 'Text']],
    row: (line, s) => [line.party.code, line.party.name, line.document, `14${line.document.replace(/\D/g, '').padStart(8, '0')}`, OURS_SAP[line.kind], s.date(line.day), s.date(line.day), due(line, s), s.money(line.amountMinor), 'CNY', null, said(line.kind === 'opening' ? 'Opening balance' : PURPOSE_EN[line.kind], line.memo)] as CellValue[],
    below: (_, s, totals) => [['*', null, null, null, null, null, null, null, s.money(totals.balanceMinor), 'CNY']],
  },
  'QuickBooks balance detail': {
    arrangement: 'one sheet', sheetName: () => 'Customer Balance Detail', date: 'monthFirst', titles: () => [['Acme Appliances'], ['Customer Balance Detail'], ['All Dates'], []],
    header: [[null, 'Date', 'Transaction Type', 'Num', 'Due Date', 'Memo', 'Amount', 'Balance']],
    above: (party) => [[party.name]],
    row: (line, s) => [null, s.date(line.day), OURS_EN[line.kind], line.document, due(line, s), line.memo, s.money(line.amountMinor), balance(line, s)] as CellValue[],
    below: (party, s, totals) => [[`Total for ${party.name}`, ...blanks(5), s.money(totals.balanceMinor), null]],
    atEnd: [['TOTAL'], [], ['Tuesday, Oct 06, 2026 09:12:11 AM GMT-7 - Accrual Basis']],
  },
  'Xero account transactions': {
    arrangement: 'one sheet', sheetName: () => 'Receivables', date: 'named', money: 'text', titles: () => [['Receivable Invoice Detail'], ['Acme Appliances'], ['For the period 1 January 2026 to 30 September 2026'], []],
    header: [['Date', 'Source', 'Reference', 'Description', 'Due Date', 'Debit', 'Credit', 'Running Balance']],
    above: (party) => [[], [party.name]],
    row: (line, s) => [s.date(line.day), OURS_XERO[line.kind], line.document, said(PURPOSE_EN[line.kind], line.memo), due(line, s), debit(line, s), credit(line, s), balance(line, s)] as CellValue[],
    opening: (line, s) => ['Opening Balance', null, null, null, null, s.money(line.balanceMinor), s.money(0), s.money(line.balanceMinor)],
    below: (party, s, totals) => [[`Total ${party.name}`, null, null, null, null, s.money(totals.debitMinor), s.money(totals.creditMinor), s.money(totals.balanceMinor)], ['Closing Balance', ...blanks(4), s.money(totals.balanceMinor), s.money(0), s.money(totals.balanceMinor)]],
  },
  'Odoo partner ledger': {
    arrangement: 'one sheet', sheetName: () => 'Partner Ledger', titles: () => [['Partner Ledger'], ['Acme Appliances']], dated: [1],
    header: [[null, 'Date', 'Journal', 'Account', 'Ref', 'Label', 'Due Date', 'Matching Number', 'Debit', 'Credit', 'Balance']],
    above: (party, s, totals) => [[party.name, ...blanks(7), s.money(totals.debitMinor), s.money(totals.creditMinor), s.money(totals.balanceMinor)]],
    row: (line, s) => [null, s.date(line.day), OURS_ODOO[line.kind], '121000', line.document, said(PURPOSE_EN[line.kind], line.memo), due(line, s), null, debit(line, s), credit(line, s), balance(line, s)] as CellValue[],
    opening: (line, s) => ['Initial Balance', ...blanks(7), s.money(line.balanceMinor), s.money(0), balance(line, s)],
  },
  'ERPNext general ledger': {
    arrangement: 'one sheet', sheetName: () => 'General Ledger', date: 'iso', header: [['Posting Date', 'Account', 'Debit (CNY)', 'Credit (CNY)', 'Balance (CNY)', 'Voucher Type', 'Voucher No', 'Against Voucher', 'Party Type', 'Party', 'Item Group', 'Remarks']],
    row: (line, s) => [s.date(line.day), 'Debtors - HX', debit(line, s) ?? 0, credit(line, s) ?? 0, balance(line, s), OURS_ERPNEXT[line.kind], line.document, null, 'Customer', line.party.name, line.productClass, said(PURPOSE_EN[line.kind], line.memo)] as CellValue[],
    opening: (line, s) => [null, "'Opening'", s.money(line.balanceMinor), 0, balance(line, s), null, null, null, 'Customer', line.party.name],
    below: (_, s, totals) => [[null, "'Total'", s.money(totals.debitMinor), s.money(totals.creditMinor), s.money(totals.balanceMinor)], [null, "'Closing (Opening + Total)'", s.money(totals.debitMinor), s.money(totals.creditMinor), s.money(totals.balanceMinor)]],
  },
  'Digiwin detail': {
    arrangement: 'one sheet', sheetName: () => '應收帳款明細表', date: 'roc', numbering: 'Digiwin kind', titles: () => [['華星家電股份有限公司'], ['應收帳款明細表'], ['製表日期：115/10/01', null, null, '頁次：1']],
    header: [['客戶代號', '客戶簡稱', '單據日期', '單據名稱', '單別-單號', '發票號碼', '品類', '應收金額', '已收金額', '未收金額', '預計收款日', '業務員', '備註']],
    row: (line, s) => [line.party.code, line.party.name, s.date(line.day), OURS_TW[line.kind], line.document, line.kind === 'invoice' ? `AB${10000000 + Number(line.document.replace(/\D/g, '').slice(-6)) * 37}` : null, line.productClass, debit(line, s), credit(line, s), balance(line, s), due(line, s), line.party.rep, line.memo] as CellValue[],
    opening: (line, s) => [line.party.code, line.party.name, null, '上期結轉', null, null, null, null, null, balance(line, s)],
    below: (_, s, totals) => [[null, null, null, null, '小計：', null, null, s.money(totals.debitMinor), s.money(totals.creditMinor), s.money(totals.balanceMinor)]],
  },
  'hand-made, paid beside amount': {
    arrangement: 'sheet per customer', sheetName: (party) => `${party.at + 1}${party.name.slice(0, 6)}`, titles: (party) => [[`${party.name}往来账`]], dated: [0],
    header: [['日期', '单号', '类别', '规格', '数量', '单价', '金额', '已付', '未付', '备注']],
    row: (line, s) => [s.date(line.day), line.document, line.productClass, line.item, line.quantity, line.quantity ? Math.round(line.amountMinor / line.quantity) / 100 : null, debit(line, s), credit(line, s), balance(line, s), handNote(line)],
    opening: (line, s) => [s.date(line.day), null, null, null, null, null, null, null, balance(line, s), '上年结转'],
    below: (_, s, totals) => [['合计', ...blanks(5), s.money(totals.debitMinor), s.money(totals.creditMinor), s.money(totals.balanceMinor)], [], ['制表：李敏']],
  },
  'signed amount en': {
    arrangement: 'one sheet', sheetName: () => 'AR Ledger', titles: () => [['Acme Appliances - Customer ledger detail'], ['As of 2026-09-30'], []], dated: [0, 7],
    header: [['Date', 'Type', 'Num', 'Customer', 'Item', 'Qty', 'Memo', 'Due Date', 'Amount', 'Sales Rep']],
    row: (line, s) => [s.date(line.day), OURS_EN[line.kind], line.document, line.party.name, line.productClass ? `${line.productClass}:${line.item}` : null, line.quantity, line.memo, due(line, s), s.money(line.amountMinor), line.party.rep] as CellValue[],
    below: (party) => [[`Total ${party.name}`]],
  },
  'amount and direction': {
    arrangement: 'one sheet', sheetName: () => '往来明细', dated: [8],
    header: [['序号', '往来单位', '金额', '方向', '单据编号', '业务类型', '品类', '备注', '日期', '币种', '制单人']],
    row: (line, s) => [line.number, line.party.name, s.money(Math.abs(line.amountMinor)), line.amountMinor >= 0 ? '借' : '贷', line.document, OURS_CN[line.kind], line.productClass, line.memo, s.date(line.day), 'RMB', '张三'] as CellValue[],
  },
  'stacked per customer': {
    arrangement: 'stacked', sheetName: () => '应收账款', dated: [0], titles: (party) => [[`${party.name} 应收账款明细账`], ['币别：人民币']],
    header: [['日期', '单据编号', '摘要', '产品类别', '借方', '贷方', '余额']],
    row: (line, s) => [s.date(line.day), line.document, said(OURS_CN[line.kind], line.memo), line.productClass, debit(line, s), credit(line, s), balance(line, s)] as CellValue[],
    opening: (line, s) => [s.date(line.day), null, '上期结转', null, null, null, balance(line, s)],
    below: (_, s, totals) => [['合计', null, null, null, s.money(totals.debitMinor), s.money(totals.creditMinor), s.money(totals.balanceMinor)]],
  },
  'sheet per customer, name in a cell': {
    arrangement: 'sheet per customer', sheetName: (party) => `应收${party.at + 1}`, dated: [1], titles: (party) => [['应收账款明细账'], ['客户', party.name, null, '业务员', party.rep], []],
    header: [['单据编号', '日期', '单据类型', '产品类别', '借方金额', '贷方金额', '余额', '说明']],
    row: (line, s) => [line.document, s.date(line.day), OURS_CN[line.kind], line.productClass, debit(line, s), credit(line, s), balance(line, s), line.memo] as CellValue[],
    opening: (line, s) => [null, s.date(line.day), '期初余额', null, null, null, balance(line, s)],
  },
  'sheet per month': {
    arrangement: 'sheet per month', sheetName: () => '', dated: [0],
    header: [['日期', '客户', '类型', '单号', '品类', '借方', '贷方', '备注']],
    row: (line, s) => [s.date(line.day), line.party.name, OURS_CN[line.kind], line.document, line.productClass, debit(line, s), credit(line, s), line.memo] as CellValue[],
  },
};

function voucherMemo(line: PrintedLine): string {
  const words = line.kind === 'invoice' ? `销售${line.productClass}` : line.kind === 'payment' ? '收到货款' : (OURS_CN[line.kind] as string);
  return said(words, line.document, line.memo);
}

function handNote(line: PrintedLine): string {
  return said(line.kind === 'invoice' ? '' : OURS_CN[line.kind], line.memo);
}

function splitDay(line: PrintedLine): CellValue[] {
  const { year, month, day } = calendarFromDay(line.day);
  return [line.opensYear ? year : null, month, day];
}

function totalsRow(word: string, { debitMinor, creditMinor, balanceMinor }: { debitMinor: number; creditMinor: number; balanceMinor: number }, s: Style, party: Party): CellValue[] {
  const [d, c, b] = [s.money(debitMinor), s.money(creditMinor), s.money(Math.abs(balanceMinor))];
  return [null, null, null, null, null, party.code, party.name, null, word, d, d, c, c, '借', b, b];
}

/** What offices head their columns with and call their papers, in three languages, as many ways as come to mind. */
import type { EntryKind, Side } from '../../src/ledger/books';
import type { Language } from '../../src/texts';

export const COLUMNS = [
  'index', 'year', 'month', 'day', 'date', 'made', 'kind', 'document', 'reference', 'other-number', 'contract', 'customer', 'code', 'store', 'class', 'item', 'quantity', 'price', 'net', 'tax', 'debit', 'credit', 'amount', 'paid', 'direction', 'balance',
  'currency', 'rate', 'due', 'memo', 'rep', 'maker', 'department', 'status', 'plate', 'account',
] as const;
export type Column = (typeof COLUMNS)[number];

type Heads = Readonly<Record<Language, readonly string[]>>;

/** Columns that both sides head alike. */
const SHARED: Readonly<Partial<Record<Column, Heads>>> = {
  index: { en: ['#', 'Line', 'S/N'], 'zh-CN': ['序号', '行号', '编号'], 'zh-TW': ['序號', '項次', 'NO.'] },
  year: { en: ['Year'], 'zh-CN': ['年', '年度'], 'zh-TW': ['年', '年度'] },
  month: { en: ['Month', 'Mo'], 'zh-CN': ['月', '月份'], 'zh-TW': ['月', '月份'] },
  day: { en: ['Day'], 'zh-CN': ['日'], 'zh-TW': ['日'] },
  date: { en: ['Date', 'Posting Date', 'Doc. Date', 'Trans Date', 'Transaction Date', 'Txn Date', 'Entry Date', 'Voucher Date'], 'zh-CN': ['日期', '单据日期', '记账日期', '业务日期', '开单日期', '发生日期', '交易日期', '凭证日期'], 'zh-TW': ['日期', '單據日期', '傳票日期', '交易日期', '入帳日期', '立帳日', '憑證日期', '帳款日期'] },
  made: { en: ['Created On', 'Entered', 'Last Modified'], 'zh-CN': ['制单日期', '审核日期', '录入时间'], 'zh-TW': ['建檔日期', '審核日期', '異動日期'] },
  kind: { en: ['Type', 'Transaction Type', 'Doc Type', 'Voucher Type', 'Entry Type', 'Trans. Type'], 'zh-CN': ['单据类型', '业务类型', '类型', '单据名称', '交易类型', '业务类别'], 'zh-TW': ['單據類別', '單據名稱', '類別', '交易類別', '異動別', '來源類別'] },
  'other-number': { en: ['Tax Invoice', 'PO No.', 'Cheque No.', 'Batch'], 'zh-CN': ['发票号', '合同号', '税票号码', '批号'], 'zh-TW': ['發票號碼', '合約編號', '批號', '訂單號碼'] },
  contract: { en: ['Contract', 'Project'], 'zh-CN': ['合同编号', '项目'], 'zh-TW': ['專案代號', '合約'] },
  customer: { en: ['Customer', 'Customer Name', 'Name', 'Account Name', 'Party', 'Bill-to Name', 'Company'], 'zh-CN': ['客户', '客户名称', '往来单位', '单位名称', '购货单位', '客商名称', '结算单位'], 'zh-TW': ['客戶', '客戶名稱', '客戶簡稱', '往來對象', '客戶全名', '帳款客戶'] },
  code: { en: ['Customer No.', 'Account No.', 'Cust. ID', 'Code'], 'zh-CN': ['客户编码', '客户代码', '单位编码', '客商编码'], 'zh-TW': ['客戶代號', '客戶編號', '客戶代碼'] },
  store: { en: ['Warehouse', 'Ship-to', 'Branch'], 'zh-CN': ['仓库', '收货门店', '收货地址'], 'zh-TW': ['倉庫', '送貨地點', '門市'] },
  class: { en: ['Category', 'Item Group', 'Product Line', 'Product Class'], 'zh-CN': ['产品类别', '品类', '存货分类', '商品大类', '产品大类'], 'zh-TW': ['品類', '商品類別', '產品大類', '存貨分類'] },
  item: { en: ['Item', 'SKU', 'Model', 'Item Description'], 'zh-CN': ['规格型号', '型号', '商品名称', '品名规格', '存货名称'], 'zh-TW': ['規格', '品名', '型號', '品名規格'] },
  quantity: { en: ['Qty', 'Quantity', 'Qty.'], 'zh-CN': ['数量', '件数', '台数'], 'zh-TW': ['數量', '台數'] },
  price: { en: ['Unit Price', 'Rate', 'Price'], 'zh-CN': ['单价', '含税单价'], 'zh-TW': ['單價', '含稅單價'] },
  net: { en: ['Net', 'Amount excl. Tax', 'Net Amount'], 'zh-CN': ['不含税金额', '无税金额', '未税金额'], 'zh-TW': ['未稅金額', '銷售額', '貨款'] },
  tax: { en: ['Tax', 'VAT', 'Tax Amount'], 'zh-CN': ['税额', '税金'], 'zh-TW': ['稅額', '營業稅'] },
  amount: { en: ['Amount', 'Amount (LCY)', 'Trans. Amount', 'Original Amount'], 'zh-CN': ['金额', '发生额', '本币金额', '含税金额', '发生金额'], 'zh-TW': ['金額', '發生額', '本幣金額', '含稅金額', '帳款金額'] },
  direction: { en: ['Dr/Cr', 'D/C'], 'zh-CN': ['方向', '借贷', '借/贷'], 'zh-TW': ['借/貸', '方向', '借貸別'] },
  currency: { en: ['Currency', 'Curr.', 'Cur'], 'zh-CN': ['币种', '币别', '原币币种'], 'zh-TW': ['幣別', '幣別代號'] },
  rate: { en: ['Exch. Rate', 'Rate'], 'zh-CN': ['汇率'], 'zh-TW': ['匯率'] },
  due: { en: ['Due Date', 'Net Due Date', 'Due', 'Payment Due'], 'zh-CN': ['到期日', '应收日期', '到期日期', '收款到期日'], 'zh-TW': ['到期日', '預計收款日', '應收日期', '預收日'] },
  memo: { en: ['Memo', 'Description', 'Narration', 'Particulars', 'Remarks', 'Text', 'Details'], 'zh-CN': ['摘要', '备注', '说明', '附言'], 'zh-TW': ['摘要', '備註', '說明'] },
  rep: { en: ['Sales Rep', 'Salesperson', 'Rep', 'Sales Person'], 'zh-CN': ['业务员', '销售员', '销售人员', '客户经理'], 'zh-TW': ['業務員', '業務人員', '負責業務'] },
  maker: { en: ['User', 'Entered By', 'Posted By'], 'zh-CN': ['制单人', '审核人', '经办人'], 'zh-TW': ['製單人', '覆核', '經辦'] },
  department: { en: ['Cost Centre', 'Department', 'Division'], 'zh-CN': ['部门', '区域', '所属部门'], 'zh-TW': ['部門', '部門別'] },
  status: { en: ['Status', 'Posted'], 'zh-CN': ['状态', '审核状态', '是否审核'], 'zh-TW': ['狀態', '確認碼'] },
  plate: { en: ['Truck', 'Carrier'], 'zh-CN': ['车牌号', '物流公司', '司机'], 'zh-TW': ['車號', '貨運行'] },
  account: { en: ['Account', 'G/L Account', 'Ledger'], 'zh-CN': ['科目名称', '会计科目', '科目'], 'zh-TW': ['會計科目', '科目名稱'] },
};

/** Columns that each side heads from where it stands; the n-th words of debit and credit belong together. */
const BY_SIDE: Readonly<Record<Side, Readonly<Partial<Record<Column, Heads>>>>> = {
  ours: {
    document: { en: ['Document No.', 'Doc No', 'Number', 'Num', 'Invoice No.', 'Transaction #', 'Voucher No'], 'zh-CN': ['单据编号', '单号', '单据号', '业务单号', '出库单号', '票据编号'], 'zh-TW': ['單號', '單據號碼', '憑單號碼', '銷貨單號', '單據編號', '帳款單號'] },
    reference: { en: ['Customer Ref', 'Ext. Doc. No.', 'Reference'], 'zh-CN': ['客户单号', '对方单号', '外部单号'], 'zh-TW': ['客戶單號', '對方單號'] },
    debit: { en: ['Debit', 'Debit Amount', 'Charges', 'Invoiced', 'Dr'], 'zh-CN': ['借方', '借方金额', '借方发生额', '应收金额', '本期应收', '应收增加', '销售金额', '发货金额'], 'zh-TW': ['借方', '借方金額', '應收金額', '本期應收', '應收增加', '銷貨金額'] },
    credit: { en: ['Credit', 'Credit Amount', 'Payments', 'Received', 'Cr'], 'zh-CN': ['贷方', '贷方金额', '贷方发生额', '已收金额', '本期收款', '应收减少', '收款金额', '回款金额'], 'zh-TW': ['貸方', '貸方金額', '已收金額', '本期收款', '應收減少', '收款金額'] },
    paid: { en: ['Paid', 'Amount Paid'], 'zh-CN': ['已付', '已收', '收款'], 'zh-TW': ['已付', '已收', '收款'] },
    balance: { en: ['Balance', 'Running Balance', 'Balance Due', 'Cumulative Balance'], 'zh-CN': ['余额', '期末余额', '应收余额', '结余', '未收余额', '累计应收'], 'zh-TW': ['餘額', '應收餘額', '結餘', '未收餘額', '累計餘額'] },
  },
  theirs: {
    document: { en: ['Document No', 'Voucher', 'Our Doc', 'Entry No', 'Voucher No.', 'Doc #'], 'zh-CN': ['单据编号', '凭证号', '我方单号', '入库单号', '凭证字号', '记账凭证'], 'zh-TW': ['單號', '傳票號碼', '進貨單號', '傳票', '憑證號碼', '我方單號'] },
    reference: { en: ['Your Ref', 'Vendor Ref', 'Supplier Invoice', 'External Document No.', 'Vendor Invoice No.', 'Bill No.', 'Supplier Ref.'], 'zh-CN': ['对方单号', '供应商单号', '贵司单号', '供方单据号', '送货单号', '来源单号', '厂家单号', '供货单号'], 'zh-TW': ['貴公司單號', '廠商單號', '供應商單號', '對方單號', '送貨單號', '來源單號'] },
    debit: { en: ['Debit', 'Debit Amount', 'Payments', 'Paid', 'Dr'], 'zh-CN': ['借方', '借方金额', '借方发生额', '付款金额', '本期付款', '应付减少', '已付金额', '付款金额'], 'zh-TW': ['借方', '借方金額', '付款金額', '本期付款', '應付減少', '已付金額'] },
    credit: { en: ['Credit', 'Credit Amount', 'Bills', 'Charges', 'Cr'], 'zh-CN': ['贷方', '贷方金额', '贷方发生额', '应付金额', '本期应付', '应付增加', '采购金额', '入库金额'], 'zh-TW': ['貸方', '貸方金額', '應付金額', '本期應付', '應付增加', '進貨金額'] },
    paid: { en: ['Paid', 'Amount Paid'], 'zh-CN': ['已付', '付款'], 'zh-TW': ['已付', '付款'] },
    balance: { en: ['Balance', 'Running Balance', 'Balance Due'], 'zh-CN': ['余额', '期末余额', '应付余额', '结余', '未付余额'], 'zh-TW': ['餘額', '應付餘額', '結餘', '未付餘額'] },
  },
};

export function headingsOf(column: Column, side: Side, language: Language, isRare = false): readonly string[] {
  const rare = isRare ? RARE[language][column] : undefined;
  return (rare === undefined || 'ours' in rare ? rare?.[side] : rare) ?? (BY_SIDE[side][column] ?? SHARED[column])?.[language] ?? [column];
}

type RareHeads = Readonly<Partial<Record<Column, readonly string[] | Readonly<Record<Side, readonly string[]>>>>>;

/** Words that few offices use, found after all others: what a reader makes of headings that it was never told. */
const RARE: Readonly<Record<Language, RareHeads>> = {
  en: {
    date: ['Bkg Date', 'Doc Dt', 'When', 'Value Dt.', 'Day of entry'], kind: ['Tran', 'Nature', 'Event', 'Class of entry'], document: { ours: ['Slip', 'Txn ID', 'Key', 'Our number'], theirs: ['Slip', 'Internal number', 'Key', 'Journal ID'] }, reference: { ours: ['Their number'], theirs: ['Vendor bill', 'Origin', 'Partner reference', 'Seller doc'] },
    customer: ['Trading name', 'Outlet', 'Retail partner', 'Account name'], debit: { ours: ['We invoiced', 'Charged', 'Added', 'Due'], theirs: ['We paid', 'Settled', 'Deducted', 'Remitted'] }, credit: { ours: ['They paid', 'Settled', 'Deducted', 'Collected'], theirs: ['They invoiced', 'Charged', 'Added', 'Owed'] },
    amount: ['Sum', 'Figure', 'Total value'], balance: ['Owing', 'O/S', 'Net position', 'Cumul.'], memo: ['Info', 'Notes & comments', 'Annotation'], class: ['Range', 'Dept', 'Segment'], paid: ['Settled', 'Received so far'],
  },
  'zh-CN': {
    date: ['登记日', '业务发生日', '日 期', '发生时间'], kind: ['款项性质', '业务', '收支项目', '事项类别'], document: { ours: ['单据', '票号', '内部单号', '流水号'], theirs: ['单据', '票号', '内部单号', '本单号'] }, reference: { ours: ['客方单号'], theirs: ['上游单号', '供应商出库单', '外单号', '销方出库号'] },
    customer: ['商户', '往来户', '经销网点', '甲方'], debit: { ours: ['发出', '挂账', '应收发生', '欠款增加'], theirs: ['支付', '冲账', '应付核销', '欠款减少'] }, credit: { ours: ['收回', '冲账', '应收核销', '欠款减少'], theirs: ['购入', '挂账', '应付发生', '欠款增加'] },
    amount: ['金额合计', '款额', '数额'], balance: ['尚欠', '累计欠款', '结算余额', '未结'], memo: ['事项', '情况', '内容'], class: ['大类名称', '类目', '货品大类'], paid: ['已结', '实收'],
  },
  'zh-TW': {
    date: ['登錄日', '發生日', '帳務日', '日 期'], kind: ['款項性質', '異動', '事由別'], document: { ours: ['單據', '票號', '內部單號'], theirs: ['單據', '票號', '內部單號'] }, reference: { ours: ['客方單號'], theirs: ['上游單號', '廠商出貨號', '外單號'] },
    customer: ['商號', '往來戶', '經銷據點'], debit: { ours: ['出貨額', '掛帳', '應收發生'], theirs: ['支付', '沖帳', '應付沖銷'] }, credit: { ours: ['收回', '沖帳', '應收沖銷'], theirs: ['購入', '掛帳', '應付發生'] },
    amount: ['款額', '數額'], balance: ['尚欠', '累計欠款', '未結'], memo: ['事項', '情況'], class: ['類目', '貨品大類'], paid: ['已結', '實收'],
  },
};

type KindWords = Readonly<Partial<Record<EntryKind, readonly string[]>>>;

/** Several ways each; one printing keeps to one. */
const KINDS: Readonly<Record<Side, Readonly<Record<Language, KindWords>>>> = {
  ours: {
    en: { opening: ['Opening Balance', 'Balance b/f', 'Balance Brought Forward'], invoice: ['Invoice', 'Sales Invoice', 'INV', 'Tax Invoice'], return: ['Credit Memo', 'Sales Return', 'Return', 'Credit Note - Goods Returned'], payment: ['Payment', 'Receipt', 'Customer Receipt', 'Cash Receipt'], transfer: ['Transfer', 'Stock Transfer'], rebate: ['Rebate', 'Volume Rebate', 'Credit Note - Rebate'], damage: ['Damage Allowance', 'Damaged goods'], advertising: ['Advertising', 'Co-op Advertising', 'Advertising support'], promotion: ['Promotion', 'Promotional allowance', 'In-store promotion'] },
    'zh-CN': { opening: ['期初余额', '上期结转', '上年结转', '期初'], invoice: ['销售出库', '销售出库单', '销货单', '销售单', '发货单', '销售发票', '销售'], return: ['销售退货', '退货单', '销售退货单', '销货退回', '退货'], payment: ['收款', '收款单', '回款', '收到货款'], transfer: ['平调', '平调单', '调拨'], rebate: ['返利', '返利单', '销售返利'], damage: ['破损', '破损赔付', '残次补偿'], advertising: ['广告费', '广告补贴'], promotion: ['促销费', '终端促销费', '促销支持'] },
    'zh-TW': { opening: ['期初餘額', '上期結轉', '前期餘額'], invoice: ['銷貨', '銷貨單', '出貨單', '銷售發票'], return: ['銷退', '銷貨退回', '銷退單', '退貨'], payment: ['收款', '收款單', '收款沖帳'], transfer: ['平調', '調撥', '調撥單'], rebate: ['返利', '回饋', '回饋折讓'], damage: ['破損', '破損折讓', '瑕疵折讓'], advertising: ['廣告費', '廣告補助'], promotion: ['促銷費', '促銷折讓', '促銷補助'] },
  },
  theirs: {
    en: { opening: ['Balance Forward', 'Opening Balance', 'B/F'], invoice: ['Bill', 'Purchase Invoice', 'Goods Receipt', 'Vendor Invoice'], return: ['Vendor Credit', 'Purchase Return', 'Debit Note - returned goods', 'Return to vendor'], payment: ['Bill Payment', 'Payment', 'Vendor Payment', 'Supplier Payment'], transfer: ['Bill'], rebate: ['Rebate deduction', 'Rebate claimed', 'Debit Note - rebate'], damage: ['Damage deduction', 'Damage claim'], advertising: ['Advertising deduction', 'Advertising charge'], promotion: ['Promotion deduction', 'Promotion charge'] },
    'zh-CN': { opening: ['期初余额', '上期结转', '期初'], invoice: ['采购入库', '采购入库单', '进货单', '采购', '购进', '采购发票'], return: ['采购退货', '采购退货单', '进货退货单', '退货'], payment: ['付款', '付款单', '支付货款'], transfer: ['采购入库'], rebate: ['返利扣款', '扣返利'], damage: ['破损扣款', '扣破损'], advertising: ['广告费扣款', '扣广告费'], promotion: ['促销费扣款', '扣促销费'] },
    'zh-TW': { opening: ['期初餘額', '上期結轉', '前期結轉'], invoice: ['進貨', '進貨單', '採購進貨', '驗收入庫'], return: ['進貨退出', '進退', '進貨退回'], payment: ['付款', '付款單', '支付貨款'], transfer: ['進貨'], rebate: ['返利扣款', '回饋扣款'], damage: ['破損扣款'], advertising: ['廣告扣款', '廣告費扣款'], promotion: ['促銷扣款', '促銷費扣款'] },
  },
};

export function kindWords(kind: EntryKind, side: Side, language: Language): readonly string[] {
  return KINDS[side][language][kind] ?? KINDS[side][language].invoice as readonly string[];
}

export interface Phrases {
  readonly month: readonly string[];
  readonly year: readonly string[];
  readonly customer: readonly string[];
  readonly grand: readonly string[];
  readonly carriedOver: readonly string[];
  readonly broughtForward: readonly string[];
  readonly notes: readonly string[];
  readonly signatures: readonly string[];
  readonly ourTitles: readonly string[];
  readonly theirTitles: readonly string[];
  readonly customerLead: readonly string[];
  readonly openingLead: readonly string[];
  readonly re: readonly string[];
  readonly exchange: readonly string[];
  readonly transfer: readonly string[];
  readonly debit: string;
  readonly credit: string;
  readonly even: string;
}

export const PHRASES: Readonly<Record<Language, Phrases>> = {
  en: {
    month: ['Month total', 'Total for the month', 'Subtotal'], year: ['Year to date', 'YTD total'], customer: ['Customer total', 'Subtotal', 'Total'], grand: ['Grand Total', 'Report Total'], carriedOver: ['Carried forward'], broughtForward: ['Brought forward'],
    notes: ['confirmed by phone with accounts', 'see e-mail of the 12th', 'price protection under discussion', 'new contact: Ms Lane', 'checked'], signatures: ['Prepared by:', 'Printed 06/10 09:12', 'Page 3 of 3'], ourTitles: ['Customer Ledger', 'Accounts Receivable Detail', 'Customer Transactions'], theirTitles: ['Supplier Ledger', 'Accounts Payable Detail', 'Vendor Transactions'],
    customerLead: ['Customer: ', 'Account: ', ''], openingLead: ['Opening balance: ', 'Balance brought forward: '], re: ['Re ', 'for ', 'ref. '], exchange: ['exchange', 'swap of model'], transfer: ['stock transfer ', 'transferred, see '], debit: 'Dr', credit: 'Cr', even: '-',
  },
  'zh-CN': {
    month: ['本月合计', '本期合计', '月计'], year: ['本年累计', '累计'], customer: ['小计', '客户小计', '合计'], grand: ['总计', '合计'], carriedOver: ['过次页'], broughtForward: ['承前页'],
    notes: ['已与对方财务电话核对', '价保待确认', '此处请核对', '新店开业赠品另计', '见附件'], signatures: ['制表人：李敏  审核：', '打印日期：2026-10-08', '第3页 共3页'], ourTitles: ['应收账款明细账', '客户往来明细账', '应收款明细表', '往来对账单'], theirTitles: ['应付账款明细账', '供应商往来明细账', '供应商对账单'],
    customerLead: ['客户：', '往来单位：', '单位名称：'], openingLead: ['期初余额：', '上期结欠：'], re: ['对应', '冲', '核销'], exchange: ['换货', '以旧换新机型'], transfer: ['平调', '平调至'], debit: '借', credit: '贷', even: '平',
  },
  'zh-TW': {
    month: ['本月小計', '本月合計'], year: ['本年累計', '累計'], customer: ['小計', '客戶小計'], grand: ['總計', '合計'], carriedOver: ['過次頁'], broughtForward: ['承前頁'],
    notes: ['已與對方會計電話確認', '價差待確認', '請核對', '詳附件'], signatures: ['製表：', '列印日期：115/10/08', '頁次：3'], ourTitles: ['應收帳款明細帳', '應收帳款明細表', '客戶往來明細'], theirTitles: ['應付帳款明細帳', '廠商往來明細', '廠商對帳單'],
    customerLead: ['客戶：', '往來對象：'], openingLead: ['期初餘額：', '前期未收：'], re: ['對應', '沖', '沖銷'], exchange: ['換貨'], transfer: ['平調', '調撥'], debit: '借', credit: '貸', even: '平',
  },
};

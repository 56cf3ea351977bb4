import type { Field } from '../books';
import { fold } from '../fold';

/**
 * What ledgers write above their columns, by field: words of Kingdee, Yonyou, Chanjet, SAP, QuickBooks, Xero,
 * Odoo, ERPNext, Digiwin and of hand. zh-TW words stand where they differ in more than script.
 * `exact` is the whole heading; `part` is a piece of one and counts for less.
 */
interface Words {
  readonly exact: string;
  readonly part?: string;
}

const HEADINGS: Partial<Record<Field, Words>> = {
  date: { exact: '日期|月/日|月日|单据日期|业务日期|记账日期|入账日期|凭证日期|交易日期|发生日期|制单日期|开票日期|发票日期|发货日期|出货日期|销货日期|出库日期|送货日期|传票日期|帐款日期|账款日期|立帐日期|年月日|时间|Date|Doc date|Document date|Posting date|Transaction date|Invoice date|Voucher date|Entry date|Value date|Booking date|Txn date|Trans date|Bill date|开单日期|过账日期|过帐日期|登账日期|登帐日期|立帐日|立账日|记账日|入账日|日期时间|日期/时间|Ledger date|GL date|Trx date|Trans. date|Journal date|Date/Time', part: '日期|date' },
  year: { exact: '年|年度|Year|Yr|YYYY' },
  month: { exact: '月|月份|Month|Mo|Mth|MM' },
  day: { exact: '日|Day|DD' },
  'due-date': { exact: '到期日|到期日期|净到期日|净到期日期|应收日|应收日期|预计收款日|预计收款日期|预计付款日|预计付款日期|付款到期日|收款到期日|应付日期|收款期限|付款期限|Due date|Net due date|Due|Date due|Due on|Maturity|Maturity date|预计收款|预收日|应收款日|付款期|Payment due|Payment due date|Pay by|Due by|Expiry date', part: '到期|预计收款|预计付款|due date' },
  kind: { exact: '单据类型|业务类型|单据类别|单据名称|单据种类|传票类别|凭证类型|交易类型|交易类别|业务种类|业务类别|单别|类型|类别|性质|业务|来源|Type|Transaction type|Trans type|Doc type|Document type|Voucher type|Vch type|Kind|Activity|Source|Entry type|Txn type|Journal|来源类别|异动别|异动类别|帐款类别|账款类别|交易别|单据别|事务类型|Trx type|Trans code|Transaction|Document class|Doc. type|Record type', part: '类型|type' },
  document: { exact: '单据编号|单据号|单据号码|单号|凭证号|凭证字号|凭证编号|凭证号码|凭单号|传票号码|传票编号|传票号|传票|编号|我方单号|我司单号|本公司单号|本方单号|单别单号|出库单号|销货单号|出货单号|送货单号|销售单号|交易号|流水号|交易单号|Num|No|No.|Number|#|Doc no|Doc #|Doc|Doc number|Document|Document no|Document number|Voucher|Vch no|Vch|Vch/Bill no|Voucher no|Voucher number|Voucher #|Invoice no|Invoice number|Invoice #|Inv no|Invoice|Transaction number|Transaction no|Entry no|Entry|Our ref|Our reference|Bill no|Check no|Cheque no|出库单|发票单号|凭据号|凭据编号|帐款单号|账款单号|入库单号|进货单号|验收单号|采购单号|记账凭证|Transaction #|Trx no|Doc. No.|Our doc|Our document|Our no|Journal no|Posting no|GR no|GRN|Receipt no|Delivery note|Delivery no|Delivery note no', part: '单号|编号|凭证|传票|number|voucher' },
  reference: { exact: '对方单号|对方单据号|对方编号|贵公司单号|贵司单号|贵方单号|供应商单号|供货单号|供方单号|厂商单号|客户单号|来源单号|源单号|源单编号|来源单据|关联单号|关联单据|原单号|原始单号|参考号|参考编号|参考|核销单号|冲销单号|冲帐单号|对应单号|订单号|订单编号|采购订单号|合同号|发票号|发票号码|发票编号|统一发票号码|票据号|Your ref|Your reference|Customer ref|Customer reference|Vendor ref|Vendor invoice|Vendor invoice no|Supplier invoice|Supplier invoice no|Supplier ref|External ref|External document no|Ext doc no|Applies to|Applied to|Applies to doc no|Applies to invoice|Assignment|Against voucher|Against|Against invoice|Ref|Reference|Reference no|Reference number|Ref no|Ref #|PO|PO no|PO number|P.O. no|Purchase order|Order no|参照|分配|Related document|Invoice reference|Their ref|供方单据号|供方单据|供方编号|供应商单据号|供应商编号|供应商凭证号|厂家单号|厂家单据号|厂商单据|外部单号|外部单据号|外部编号|送货单|随货单号|随货同行单号|销方单号|税票号码|税票号|合约编号|合同编号|订单号码|External ref. no|External number|External doc. no.|Ext. ref|Vendor doc|Vendor document|Supplier doc|Supplier document no|Suppl. ref|Tax invoice|Tax invoice no|Contract|Contract no|PO #|Order', part: '对方|贵公司|贵司|关联|来源|参考|reference|your|applies|against|外部|供方|厂家|external' },
  customer: { exact: '客户名称|客户|客户简称|客户全称|往来单位|往来单位名称|单位名称|往来客户|购货单位|购买方|客商|客商名称|经销商|经销商名称|门店|门店名称|对方单位|公司名称|户名|往来对象|店名|Customer|Customer name|Customer full name|Party|Party name|Partner|Client|Client name|Contact|Account name|Name|Debtor|Dealer|Buyer|Sold to|Bill to|Name 1|Company|Company name|名称1|结算单位|结算客户|开票客户|客户名|帐款客户|账款客户|Bill-to name|Bill to name|Sold-to name|Sold-to party|Sold-to|Bill-to|Account holder|Counterparty|Trading partner|Retailer|Distributor', part: '客户|单位|customer' },
  'customer-code': { exact: '客户编码|客户编号|客户代号|客户代码|客户号|单位编码|往来单位编码|往来单位编号|客商编码|编码|Customer no|Customer code|Customer id|Customer number|Customer #|Cust no|Code|Party code|Account code|Account no|Account number|Partner code|Debtor no|Customer|客户ID|单位代码|单位代号|往来编码|Cust. ID|Cust id|Cust|Cust #|Account #|Bill-to no|Sold-to no|Sold-to|Debtor|客户', part: '编码|代号|code' },
  'product-class': { exact: '产品类别|商品类别|品类|大类|产品大类|产品线|商品分类|产品分类|存货分类|物料分类|品别|类别|Product class|Category|Product category|Product line|Product group|Class|Item group|Item category|Division|商品大类|货品类别|货品分类|物料类别|产品系列|品牌|系列|Product type|Product family|Category name|Family', part: '品类|分类' },
  item: { exact: '规格型号|规格|型号|品名|品名规格|品号|商品名称|商品|产品名称|产品|存货名称|存货|物料名称|物料|货品名称|货品|货号|商品编码|Item|Item name|Item code|Product|Product name|Product service|SKU|Model|Material|Article|Goods', part: '品名|规格|型号|product|item' },
  quantity: { exact: '数量|台数|件数|销售数量|实销数量|已售数量|售出数量|销量|Qty|Quantity|Units|Units sold|Qty sold|Pcs', part: '数量|qty|quantity' },
  'unit-price': { exact: '单价|含税单价|销售单价|价格|Price|Unit price|Rate|Sales price|Unit cost|Price each|Unit rate', part: '单价|price' },
  debit: { exact: '借方|借方金额|借方本币|借方发生额|借|借项|本期应收|应收金额|应收|应收帐款|应收发生额|本期增加|增加|借方原币|应收金额借方|收入|存入|Debit|Debits|Dr|Debit amount|Charges|Charge|Increase|Debit lc|Deposits|Deposit|Money in|Paid in|应收增加|应付减少|销售额|销货金额|发货金额|出货金额|出库金额|开票金额|本月应收|本期销售|销售应收|销货|送货|发货|出货|赊销|送货金额|Billed|Billings|Invoices|Charged|Amount charged|Sales|Dr amount|Debit (LCY)', part: '借方|本期应收|debit' },
  credit: { exact: '贷方|贷方金额|贷方本币|贷方发生额|贷|贷项|本期收款|本期已收|收款金额|已收金额|已收|收款|回款|回款金额|本期减少|减少|贷方原币|收款金额贷方|应付|应付账款|应付帐款|应付款|应付发生额|本期应付|Payable|Payables|Accounts payable|支出|取出|支取|Credit|Credits|Cr|Credit amount|Decrease|Receipts|Received|Amount received|Credit lc|Withdrawals|Withdrawal|Money out|Paid out|Payments|应收减少|应付增加|采购金额|采购额|入库金额|进货金额|收货金额|购货金额|本月收款|本月应付|本期采购|实收金额|实收|冲减|进货|购货|采购|购进|收货|Bills|Purchases|Purchased|Cr amount|Amount credited|Credit (LCY)', part: '贷方|本期收款|credit|应付' },
  amount: { exact: '金额|发生额|本币金额|价税合计|含税金额|交易金额|销售金额|货款|货款金额|总金额|合计金额|合计|原币金额|应付金额|Amount|Amt|Amount in local currency|Amount in lc|Amount lc|Local amount|Amount in doc. curr.|Amount in document currency|Amount in local cur.|Amount in doc. currency|Total|Total amount|Invoice amount|Invoiced amount|Gross amount|Original amount|Net amount|Invoiced|Value|Line amount|Amount (LCY)|LCY amount|Base amount|Trans. amount|Transaction amount|Trx amount|Gross|Inc VAT|Incl. VAT|Total inc VAT|Total incl. VAT|Amount inc VAT|Amount incl. VAT|Total incl. tax|Net|Ex VAT|Exc VAT|Excl. VAT', part: '金额|发生额|amount' },
  paid: { exact: '已付|已付金额|已付款|付款金额|本期付款|实付|实付金额|付款|Paid|Amount paid|Paid amount|Payment amount|支付金额|支付|本月付款|Payments made|Settled|Settled amount|Amount settled|Payments|Paid in|Money in', part: '已付' },
  'paid-date': { exact: '收款日期|回款日期|付款日期|到款日期|收款时间|回款时间|收款日|回款日|Date paid|Paid date|Payment date|Paid on|Date received|Received on|Receipt date' },
  open: { exact: '未付|未付金额|未收|未收金额|未收款|未核销金额|未核销|未冲金额|欠款|欠款金额|尚欠|未清金额|Open balance|Open amount|Open|Outstanding|Outstanding amount|Amount due|Balance due|Remaining amount|Residual|Amount open|Amount residual', part: '未收|未付|未核销|outstanding' },
  direction: { exact: '方向|借贷|借贷方向|借贷别|余额方向|借贷标识|借贷标志|借贷标记|Debit/Credit ind|Debit/Credit indicator|D/C ind|D/C indicator|S/H|Dr/Cr|D/C|Dr Cr|Direction|Debit/Credit', part: '方向' },
  balance: { exact: '余额|期末余额|结余|余额本币|本币余额|应收余额|应付余额|累计余额|累计欠款|账面余额|结存|余额原币|Balance|Running balance|Balance due total|Cumulative balance|Closing balance|Balance lc|Running total|Cumulated balance|累计应收|累计应付|累计结余|期末结余|期末结存|结欠|结欠金额|当前余额|实时余额|本期余额|Bal|Bal.|Cum. balance|Running bal|Account balance|Cumulative', part: '余额|结余|balance' },
  currency: { exact: '币别|币种|货币|Currency|Local currency|Cur|Ccy|Curr|Document currency|Crcy|LCurr|本位币|货币码', part: '币别|币种' },
  memo: { exact: '摘要|备注|说明|文本|附注|事由|描述|内容|Memo|Text|Remarks|Remark|Description|Particulars|Details|Detail|Narration|Note|Notes|Comment|Memo description|Label|附言|用途|注释|注|款项内容|摘要说明|Narrative|Annotation|Item text|Line description|Explanation|Purpose', part: '备注|摘要|说明|memo|description|remark' },
  rep: { exact: '业务员|业务代表|销售员|销售代表|业务|经办人|负责人|跟单员|责任人|客户经理|拜访人|Sales rep|Rep|Salesperson|Sales person|Sales representative|Owner|Account manager|Visited by|销售人员|业务人员|负责业务|销售经理|营业员|区域经理|业务担当|Sales executive|Sales agent|Agent|Salesman', part: '业务员|sales rep|salesperson' },
  disputed: { exact: '争议|有争议|是否争议|Disputed|Dispute|In dispute|Dispute flag', part: '争议|dispute' },
  clearing: { exact: '核销号|核销编号|勾对号|勾稽号|冲帐号|冲账号|清帐凭证|清账凭证|结算凭证|匹配号|Clearing document|Clearing doc|Clrng doc|Matching number|Matching|Matching #|Reconciliation number|Clearing', part: '核销号|clearing' },
  'term-days': { exact: '账期|帐期|账期天|帐期天|账期天数|信用天数|信用期|信用期限|付款天数|天数|放账天数|Days|Term days|Credit days|Payment days|Net days|Terms days', part: '账期|信用期|days' },
  term: { exact: '付款条件|收款条件|结算条件|账期条件|付款条款|账期|帐期|信用条件|结算期|Terms|Term|Payment terms|Payment term|Credit terms', part: '条件|条款|terms' },
  region: { exact: '区域|地区|片区|大区|城市|省份|Region|Area|Territory|City|District', part: '区域|地区|region' },
  distance: { exact: '距离|距离公里|里程|公里数|路程|Distance|Distance km|Km', part: '距离|distance' },
  'pay-day': { exact: '付款日|结算日|付款日期|每月付款日|月结日|付款日号|Pay day|Payday|Payment day|Payment date|Pays on', part: '付款日|pay day' },
  'approval-days': { exact: '审批天数|签核天数|审批时间|审批周期|签核工作天|Approval days|Approval|Approval time|Days to approve', part: '审批|签核|approval' },
  method: { exact: '付款方式|结算方式|支付方式|收款方式|Payment method|Method|Pay method|Pays by', part: '付款方式|结算方式|method' },
  place: { exact: '付款地点|结算地点|收款地点|地点|地址|Place|Payment place|Where|Address|Location', part: '地点|地址' },
  contact: { exact: '联系人|联络人|联系电话|电话|财务联系人|联系方式|Contact|Contact person|Phone|Email|Tel', part: '联系|联络|contact' },
  language: { exact: '语言|语系|Language|Lang' },
  jurisdiction: { exact: '国家|法域|管辖|管辖地|管辖法域|适用法律|Country|Jurisdiction|Law' },
  'credit-limit': { exact: '信用额度|授信额度|额度|信用限额|Credit limit|Limit', part: '额度|限额' },
  'reconcile-every': { exact: '对账周期|对账周期月|对账频率|对账间隔|Reconcile every|Reconcile every months|Reconciliation months|Reconciliation interval|Reconciliation cycle', part: '对账周期' },
  'last-reconciled': { exact: '上次对账日|上次对账日期|最近对账日|最近对账|最近对账日期|上次对账|Last reconciled|Last statement|Last signed statement|Last reconciliation', part: '上次对账|最近对账|last reconcil' },
  'agreement-date': { exact: '协议日期|签订日期|签约日期|协议签订日|签约日|合同日期|Agreement date|Signed|Signed on|Agreement|Contract date', part: '签约|签订|agreement' },
  'settles-by': { exact: '结算依据|结算模式|结算类型|结算形式|结算基础|Settles by|Settlement basis|Settlement|Settlement type', part: '结算依据|结算模式' },
  closed: { exact: '停业|已停业|是否停业|是否关闭|歇业|客户状态|状态|Closed|Inactive|Status' },
  margin: { exact: '毛利率|毛利|利润率|Margin|Gross margin', part: '毛利|margin' },
  'planned-date': { exact: '计划日期|预定日期|计划拜访日|预约日期|应到日期|Planned|Planned date|Scheduled|Scheduled date', part: '计划|planned' },
  payment: { exact: '收款单号|付款单号|收款编号|付款编号|付款凭证|汇款单号|收款单|付款单|Payment|Payment no|Payment number|Receipt|Receipt no|Payment ref|Remittance|Remittance no|Payment document', part: '收款单|付款单' },
  invoice: { exact: '发票号|发票号码|发票|单据编号|发货单号|销售单号|应收单号|核销单号|Invoice|Invoice no|Invoice number|Invoice #|Bill|Document|Applied to|Applies to', part: '发票|invoice' },
  'period-start': { exact: '期间起|开始日期|起始日期|起日|期初日|销售开始|From|Period start|Start|Start date|Period from' },
  'period-end': { exact: '期间止|截止日期|结束日期|迄日|止日|期末日|销售截止|期间|销售月份|月份|销售期间|To|Period end|End|End date|Period|Period to|Month' },
};

/** Words under a spanning heading that say nothing by themselves. */
const SUBHEADINGS = '原币|本币|外币|金额|数量|单价|字|号|字号|类别|编号|名称|借|贷|Lc|Fc';
/** Columns that are known and of no use, so that their words do not pass for something else. */
const UNUSED = '收款方式|付款方式|结算方式|支付方式|Payment method|供应商|供应商名称|供应商编码|供应商代码|供应商编号|Vendor name|Vendor no|Vendor number|Vendor code|Supplier name|Supplier no|Supplier code|厂商|厂商名称|部门|公司|账套|科目|科目编码|科目名称|序号|行号|项次|审核|制单人|仓库|税额|税率|未税金额|不含税金额|Supplier|Vendor|Department|Account|Company|Company code|Line|Fiscal year|Tax|Vat|Status|Split|Class|Created by|Project|Cost center|Aging|Age|Current|Posted|S/N|Seq|税金|营业税|汇率|审核人|覆核|车牌号|车号|司机|物流公司|所属部门|部门别|审核状态|状态|收货地址|送货地点|专案代号|Tax amount|VAT amount|GST|批号|批次|序列号|Batch|Batch no|Lot|Serial no|User|Entered by|Posted by|Exchange rate|Exch. rate|Warehouse|Ship-to|Branch|Cost centre|G/L account|Carrier|Truck';

export interface FieldHit {
  readonly field: Field;
  /** 1 for the whole heading; less for a part of one, and for words further down their list. */
  readonly weight: number;
}

const exactHits = new Map<string, FieldHit[]>();
const partHits: { readonly word: string; readonly field: Field }[] = [];
for (const [field, words] of Object.entries(HEADINGS) as [Field, Words][]) {
  words.exact.split('|').forEach((word, i) => {
    const key = fold(word) || word;
    exactHits.set(key, [...(exactHits.get(key) ?? []), { field, weight: 1 - Math.min(i, 60) * 0.003 }]);
  });
  for (const word of words.part?.split('|') ?? []) partHits.push({ word: fold(word), field });
}
const quietWords = new Set([...SUBHEADINGS.split('|'), ...UNUSED.split('|')].map((word) => fold(word)));

const subheadings = new Set(SUBHEADINGS.split('|').map((word) => fold(word)));

/** `金额` under `余额`: it says nothing that the heading above does not say better. */
export function isSubheading(line: string): boolean {
  return subheadings.has(fold(line));
}

/** Days on which somebody typed or approved the line; the document's own day stands beside them. */
const SECONDARY_DAY = /制单|审核|录入|登记|建档|异动|修改|更新|创建|created|entered|modified|updated|approved/;
/** Amounts before tax, and the tax: what is owed is the sum of both, which stands beside them. */
const BEFORE_TAX = /不含税|无税|未税|税前|excl|extax|exc?vat|beforetax|^net(amount|value|total)?$/;
const TAX = /^(应交|增值|营业)?税(额|金)?$|^(tax|vat|gst)(amount)?$/;
/** What a heading that is only the second best for its field counts for. */
const SECONDARY_SHARE = 0.5;

const unused = new Set(UNUSED.split('|').map((word) => fold(word)));

/** True for a column that is known and of no use to a ledger. */
export function isOfNoUse(heading: string): boolean {
  return unused.has(fold(heading));
}

/** True for a column of amounts to which the tax has still to be added. */
export function isBeforeTax(heading: string): boolean {
  return BEFORE_TAX.test(fold(heading));
}

/** True for a column of tax, which is part of an amount beside it. */
export function isTax(heading: string): boolean {
  return TAX.test(fold(heading));
}

const EITHER_KEEPER = /^(本期|本月)?(增加|减少)(额)?$|^(charge[sd]?|invoice[sd]|payments?|increases?|decreases?)$/;

/** Headings under which a seller and a buyer print the same lines: they do not tell whose book it is. */
export function isEitherKeeper(heading: string): boolean {
  return EITHER_KEEPER.test(fold(heading));
}

const MONEY_IN_OUT = new Set('收入|存入|支出|取出|支取|Deposits|Deposit|Money in|Paid in|Withdrawals|Withdrawal|Money out|Paid out'.split('|').map((word) => fold(word)));

/** Headings that say which way money went, whoever keeps the book: a bank's "deposits" are our receipts. */
export function isMoneyInOut(heading: string): boolean {
  return MONEY_IN_OUT.has(fold(heading));
}

const NO_HITS: readonly FieldHit[] = [];
const BUCKET = /^([<>≤≥]\s*\d+|\d+\s*[-–~至]\s*\d+|\d+\s*\+)\s*(天|日|days?|months?|月|个月|個月)?$|^[<>]?\s*\d+\s*(天|日|days?|months?|个月|個月)(以[上内內])?$|^(current|未到期|older)$/i;

/** Fields a heading may mean, by its whole text, its text without brackets, what stands in them, or a part. */
export function fieldsOfHeading(heading: string): readonly FieldHit[] {
  const whole = heading.normalize('NFKC');
  const outside = whole.replace(/[([【].*?[)\]】]/g, '');
  const inside = /[([【](.*?)[)\]】]/.exec(whole)?.[1] ?? '';
  const best = new Map<Field, number>();
  const offer = (hits: readonly FieldHit[], share: number) => {
    for (const { field, weight } of hits) best.set(field, Math.max(best.get(field) ?? 0, weight * share));
  };
  offer(exactHits.get(fold(whole)) ?? NO_HITS, 1);
  if (outside !== whole) offer(exactHits.get(fold(outside)) ?? NO_HITS, 0.97);
  if (inside) offer(exactHits.get(fold(inside)) ?? NO_HITS, 0.85);
  const folded = fold(outside);
  if (best.size === 0 && folded.length <= 40) for (const { word, field } of partHits) if (folded.includes(word)) offer([{ field, weight: 0.4 + (0.3 * word.length) / folded.length }], 1);
  return [...best].filter(([field]) => field !== 'amount' || !TAX.test(folded)).map(([field, weight]) => ({ field, weight: weight * (isSecondary(field, folded) ? SECONDARY_SHARE : 1) }));
}

function isSecondary(field: Field, folded: string): boolean {
  return (field === 'date' && SECONDARY_DAY.test(folded)) || (field === 'amount' && BEFORE_TAX.test(folded)) || (field === 'paid' && MONEY_IN_OUT.has(folded));
}

/** How surely a text is a heading at all: 1 a known one, 0.5 one of no use or a part, 0 none. */
export function headingness(text: string): number {
  if (text.length > 30) return 0;
  // No heading of ours holds a digit; this spares the folding of every number on a sheet of texts.
  if (/\d/.test(text)) return BUCKET.test(text.normalize('NFKC').trim()) || /^\s*\d{4}\s*年\s*$/.test(text) ? 0.5 : 0;
  const folded = fold(text);
  if (exactHits.has(folded)) return 1;
  if (quietWords.has(folded) || BUCKET.test(text.trim())) return 0.5;
  const hits = fieldsOfHeading(text);
  return hits.reduce((most, hit) => Math.max(most, hit.weight), 0);
}

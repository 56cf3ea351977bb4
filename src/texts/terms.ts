import type { Catalogue } from './message';

/** The trade's terms as each market says them (the glossary). Keys are the identifiers the code uses. */
export const termTexts = {
  // the four classes
  'not-due': { en: 'Not due', 'zh-CN': '未收', 'zh-TW': '未收' },
  collectible: { en: 'Collectible', 'zh-CN': '待收', 'zh-TW': '待收' },
  doubtful: { en: 'Doubtful', 'zh-CN': '准呆', 'zh-TW': '準呆' },
  bad: { en: 'Bad', 'zh-CN': '呆死', 'zh-TW': '呆死' },
  // kinds of entry
  opening: { en: 'Opening balance', 'zh-CN': '期初余额', 'zh-TW': '期初餘額' },
  invoice: { en: 'Invoice', 'zh-CN': '销售出库', 'zh-TW': '銷貨' },
  payment: { en: 'Payment', 'zh-CN': '收款', 'zh-TW': '收款' },
  return: { en: 'Return', 'zh-CN': '退货', 'zh-TW': '退貨' },
  exchange: { en: 'Exchange', 'zh-CN': '换货', 'zh-TW': '換貨' },
  transfer: { en: 'Transfer', 'zh-CN': '平调', 'zh-TW': '調撥（平調）' },
  rebate: { en: 'Rebate', 'zh-CN': '返利', 'zh-TW': '回饋（返利）' },
  damage: { en: 'Damage', 'zh-CN': '破损', 'zh-TW': '破損' },
  advertising: { en: 'Advertising', 'zh-CN': '广告费', 'zh-TW': '廣告費' },
  promotion: { en: 'Promotion', 'zh-CN': '促销费', 'zh-TW': '促銷費' },
  adjustment: { en: 'Adjustment', 'zh-CN': '调整', 'zh-TW': '調整' },
  'write-off': { en: 'Write-off', 'zh-CN': '核销坏账', 'zh-TW': '沖銷呆帳' },
  // categories of reconciling items
  'in-transit-goods': { en: 'Goods in transit', 'zh-CN': '在途商品', 'zh-TW': '在途商品' },
  'in-transit-payment': { en: 'Payment in transit', 'zh-CN': '在途款项', 'zh-TW': '在途款項' },
  'return-not-credited': { en: 'Return not credited', 'zh-CN': '退货未入账', 'zh-TW': '退貨未入帳' },
  'deduction-not-credited': { en: 'Deduction not credited', 'zh-CN': '扣款未入账', 'zh-TW': '扣款未入帳' },
  'credit-not-booked': { en: 'Credit not booked by them', 'zh-CN': '我方贷项对方未入账', 'zh-TW': '我方貸項對方未入帳' },
  'amount-difference': { en: 'Amount difference', 'zh-CN': '金额不符', 'zh-TW': '金額不符' },
  duplicate: { en: 'Duplicate', 'zh-CN': '重复入账', 'zh-TW': '重複入帳' },
  misposted: { en: 'Misposted', 'zh-CN': '串户', 'zh-TW': '錯帳戶' },
  'opening-difference': { en: 'Opening difference', 'zh-CN': '期初差异', 'zh-TW': '期初差異' },
  unexplained: { en: 'Unexplained', 'zh-CN': '原因不明', 'zh-TW': '原因不明' },
  // status of a match
  confirmed: { en: 'Confirmed', 'zh-CN': '已确认', 'zh-TW': '已確認' },
  suggested: { en: 'Suggested', 'zh-CN': '建议', 'zh-TW': '建議' },
  // sides
  ours: { en: 'Our ledger', 'zh-CN': '我方', 'zh-TW': '我方' },
  theirs: { en: "Customer's ledger", 'zh-CN': '对方', 'zh-TW': '對方' },
  // ways of paying
  'bank-transfer': { en: 'Transfer', 'zh-CN': '转账', 'zh-TW': '匯款' },
  cheque: { en: 'Cheque', 'zh-CN': '支票', 'zh-TW': '支票' },
  cash: { en: 'Cash', 'zh-CN': '现金', 'zh-TW': '現金' },
  'acceptance-bill': { en: 'Acceptance bill', 'zh-CN': '承兑汇票', 'zh-TW': '承兌匯票（票據）' },
} as const satisfies Catalogue;

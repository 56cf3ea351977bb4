import type { Catalogue } from './message';

/** What the rooms `settlement` and `aging` say. */
export const agingTexts = {
  'aging.class-on-account': { en: 'Money on account: nothing to chase', 'zh-CN': '预收款，无需催收', 'zh-TW': '預收款，無須催收' },
  'aging.class-paid-for-another': { en: 'Names a document of {customer}: transfer it to that account', 'zh-CN': '所注单据属于{customer}，请转至该客户', 'zh-TW': '所註單據屬於{customer}，請轉至該客戶' },
  'aging.class-unsold': { en: 'Sell-through goods not yet sold: not due', 'zh-CN': '实销实结，尚未售出，未到期', 'zh-TW': '實銷實結，尚未售出，未到期' },
  'aging.class-due-today': { en: 'Due today', 'zh-CN': '今日到期', 'zh-TW': '今日到期' },
  'aging.class-due-in': { en: 'Due in {days} days', 'zh-CN': '{days}天后到期', 'zh-TW': '{days}天後到期' },
  'aging.class-collectible': { en: '{days} days overdue, {likelihood} likely to come in within 90 days', 'zh-CN': '逾期{days}天，90天内回收可能性{likelihood}', 'zh-TW': '逾期{days}天，90天內回收可能性{likelihood}' },
  'aging.class-customer-closed': { en: 'The customer is closed; {days} days overdue', 'zh-CN': '客户已停业，逾期{days}天', 'zh-TW': '客戶已停業，逾期{days}天' },
  'aging.class-overdue': { en: '{days} days overdue (limit {limit})', 'zh-CN': '逾期{days}天（界限{limit}天）', 'zh-TW': '逾期{days}天（界限{limit}天）' },
  'aging.class-unlikely': { en: 'Only {likelihood} likely to come in within 90 days (limit {limit})', 'zh-CN': '90天内回收可能性仅{likelihood}（界限{limit}）', 'zh-TW': '90天內回收可能性僅{likelihood}（界限{limit}）' },
  'aging.class-disputed': { en: 'Disputed; {days} days overdue', 'zh-CN': '有争议，逾期{days}天', 'zh-TW': '有爭議，逾期{days}天' },
  'aging.class-broken-promise': { en: 'Promised for {day} and not paid', 'zh-CN': '承诺{day}付款，未履行', 'zh-TW': '承諾{day}付款，未履行' },
  'aging.likelihood-on-account': { en: 'Money on account', 'zh-CN': '预收款', 'zh-TW': '預收款' },
  'aging.likelihood-own': { en: '{count} invoices settled, nine in ten within {days} days of the due date', 'zh-CN': '已结清{count}笔，九成在到期后{days}天内付款', 'zh-TW': '已結清{count}筆，九成在到期後{days}天內付款' },
  'aging.likelihood-own-early': { en: '{count} invoices settled, nine in ten by the due date', 'zh-CN': '已结清{count}笔，九成在到期日前付款', 'zh-TW': '已結清{count}筆，九成在到期日前付款' },
  'aging.likelihood-own-disputed': { en: '{count} invoices settled, nine in ten within {days} days of the due date; disputed ones take {shift} days longer', 'zh-CN': '已结清{count}笔，九成在到期后{days}天内付款；有争议的再迟{shift}天', 'zh-TW': '已結清{count}筆，九成在到期後{days}天內付款；有爭議的再遲{shift}天' },
  'aging.likelihood-own-early-disputed': { en: '{count} invoices settled, nine in ten by the due date; disputed ones take {shift} days longer', 'zh-CN': '已结清{count}笔，九成在到期日前付款；有争议的再迟{shift}天', 'zh-TW': '已結清{count}筆，九成在到期日前付款；有爭議的再遲{shift}天' },
  'aging.likelihood-later-than-ever': { en: '{count} invoices settled, the slowest {slowest} days after the due date; this one stands at {overdue}', 'zh-CN': '已结清{count}笔，最迟的在到期后{slowest}天付款；本笔已{overdue}天', 'zh-TW': '已結清{count}筆，最遲的在到期後{slowest}天付款；本筆已{overdue}天' },
  'aging.likelihood-thin-history': { en: 'Only {count} invoices settled so far; judged mostly by all customers ({all} invoices, nine in ten within {days} days of the due date)', 'zh-CN': '仅结清{count}笔，主要按全部客户判断（{all}笔，九成在到期后{days}天内付款）', 'zh-TW': '僅結清{count}筆，主要按全部客戶判斷（{all}筆，九成在到期後{days}天內付款）' },
  'aging.likelihood-no-history': { en: 'Nothing settled by this customer yet; judged by all customers ({all} invoices, nine in ten within {days} days of the due date)', 'zh-CN': '该客户尚无已结清记录，按全部客户判断（{all}笔，九成在到期后{days}天内付款）', 'zh-TW': '該客戶尚無已結清記錄，按全部客戶判斷（{all}筆，九成在到期後{days}天內付款）' },
  'aging.likelihood-nothing-settled': { en: 'Nothing in this ledger has been settled yet: no more than a guess', 'zh-CN': '账上尚无已结清记录，仅为粗略估计', 'zh-TW': '帳上尚無已結清記錄，僅為粗略估計' },
} as const satisfies Catalogue;

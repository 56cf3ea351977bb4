import type { Catalogue } from './message';

/** What the engine itself says. */
export const engineTexts = {
  'engine.match-needs-both-sides': {
    en: "Select at least one line of our ledger and one of the customer's, then match again.",
    'zh-CN': '请至少选中我方一行和对方一行，再勾对。',
    'zh-TW': '請至少選取我方一列與對方一列，再勾稽。',
  },
  'engine.no-day': {
    en: 'No line of the ledgers has a date. Say which column holds it, or name the day as of which to reckon.',
    'zh-CN': '账簿中没有一行有日期。请指定日期列，或指定截至日期。',
    'zh-TW': '帳簿中沒有一列有日期。請指定日期欄，或指定截至日期。',
  },
  'engine.match-needs-one-account': {
    en: 'These lines belong to different customers or currencies. Select lines of one customer in one currency.',
    'zh-CN': '所选行属于不同客户或不同币种。请只选同一客户、同一币种的行。',
    'zh-TW': '所選列屬於不同客戶或不同幣別。請只選同一客戶、同一幣別的列。',
  },
} as const satisfies Catalogue;

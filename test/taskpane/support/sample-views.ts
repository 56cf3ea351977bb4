/** Views as a session would give them: a supplier of television sets, four dealers, one of them abroad. */
import type { CustomerView, LedgersView, LineView, PlanRowView, PlanView, ReviewView, SheetView, SummaryView, TraceView } from '../../../src/engine';
import { parseIsoDay } from '../../../src/units/day';
import type { Language } from '../../../src/texts';
import { say } from '../../../src/texts';

export const day = (iso: string): number => parseIsoDay(iso) as number;

/** Names and sentences as the engine would say them, by language. */
const WORDS = {
  en: {
    customers: ['Northgate Electricals', 'Harbour Home Stores', 'Millbrook Appliances', 'Summit Trading FZE'],
    ours: 'Receivables ledger', theirs: 'Northgate payables', theirs2: 'Harbour statement', master: 'Customers', terms: 'Terms', notes: 'Notes', invoice: 'Delivery', payment: 'Receipt',
    sum: 'Sum of several lines', amount: 'Amount and date', evidence: ['The three deliveries add up to the amount paid, to the cent.', 'They were paid 24 days after the last of them, as this customer usually does.'], evidence2: ['The amounts agree and no other line of that month has this amount.'],
    unexplained: 'No line of theirs carries this amount', advertising: 'They deducted 3,200.00 for advertising on 25 Sep; no credit note of ours carries it.', goods: 'Shipped on 28 Sep, not yet booked by them.',
    reps: ['A. Hughes', 'P. Marsh'], regions: ['North', 'Coast'], visit: 'Visit on the pay day', call: 'Statement and call', letter: 'Demand letter',
    likelihood: '42 invoices, nine in ten paid within 20 days of the due date.', classText: 'Due, and likely to come in.', summary: 'Northgate Electricals owes CNY 1,284,310.00, of which 356,200.00 is overdue.\nCNY 3,200.00 of advertising is in dispute.\nPlease ask for CNY 356,200.00 by the 23rd.',
    skipped: 'Monthly subtotal', join: 'abbreviation of the same name', alias: 'Harbour Home Strs.', ageReason: 'Oldest item 64 days overdue', amountReason: 'CNY 356,200.00 overdue', distanceReason: '210 km, shared by two visits', buckets: ['Not due', '1–30', '31–60', '61–90', '91–180'],
    badDate: 'The date “31.09.2026” does not exist; the line is not read. Correct the cell.', memo: 'TV 55" 20 pcs', oldest: 'Oldest due first',
    sheets: ['Reconciliation', 'Matches', 'Differences', 'Open items', 'Aging', 'Collection plan', 'Settings'],
  },
  'zh-CN': {
    customers: ['北门电器有限公司', '海港家居商场', '米溪家电', '顶峰贸易（自贸区）'],
    ours: '应收账款明细账', theirs: '北门应付账', theirs2: '海港对账单', master: '客户资料', terms: '账期', notes: '备注', invoice: '销售出库', payment: '收款',
    sum: '多行合计', amount: '金额与日期', evidence: ['三笔出库合计与付款金额分毫不差。', '付款在最后一笔之后 24 天，与该客户习惯相符。'], evidence2: ['金额一致，且当月无其他同额分录。'],
    unexplained: '对方没有此金额的分录', advertising: '对方 9 月 25 日扣广告费 3,200.00，我方未开贷项。', goods: '9 月 28 日已发货，对方尚未入账。',
    reps: ['陈志明', '林晓燕'], regions: ['华北', '沿海'], visit: '付款日上门', call: '寄对账单并致电', letter: '催款函',
    likelihood: '42 张发票中，九成在到期后 20 天内付清。', classText: '已到期，可望收回。', summary: '北门电器有限公司欠款 CNY 1,284,310.00，其中逾期 356,200.00。\n广告费 CNY 3,200.00 存在争议。\n请于 23 日前催收 CNY 356,200.00。',
    skipped: '本月合计', join: '名称缩写相同', alias: '海港家居', ageReason: '最早一笔逾期 64 天', amountReason: '逾期 CNY 356,200.00', distanceReason: '210 公里，两家同行分摊', buckets: ['未到期', '1–30', '31–60', '61–90', '91–180'],
    badDate: '日期“2026.09.31”不存在，该行未读取。请更正单元格。', memo: '彩电 55 寸 20 台', oldest: '先到期先核销',
    sheets: ['对账汇总', '勾对明细', '差异明细', '未清项', '账龄', '催收计划', '设置'],
  },
  'zh-TW': {
    customers: ['北門電器有限公司', '海港家居商場', '米溪家電', '頂峰貿易（自貿區）'],
    ours: '應收帳款明細帳', theirs: '北門應付帳', theirs2: '海港對帳單', master: '客戶資料', terms: '付款條件', notes: '備註', invoice: '銷貨', payment: '收款',
    sum: '多列合計', amount: '金額與日期', evidence: ['三筆銷貨合計與付款金額分毫不差。', '付款在最後一筆之後 24 天，與該客戶習慣相符。'], evidence2: ['金額一致，且當月無其他同額分錄。'],
    unexplained: '對方沒有此金額的分錄', advertising: '對方 9 月 25 日扣廣告費 3,200.00，我方未開折讓。', goods: '9 月 28 日已出貨，對方尚未入帳。',
    reps: ['陳志明', '林曉燕'], regions: ['北區', '沿海'], visit: '付款日登門', call: '寄對帳單並致電', letter: '催款函',
    likelihood: '42 張發票中，九成在到期後 20 天內付清。', classText: '已到期，可望收回。', summary: '北門電器有限公司欠款 CNY 1,284,310.00，其中逾期 356,200.00。\n廣告費 CNY 3,200.00 有爭議。\n請於 23 日前催收 CNY 356,200.00。',
    skipped: '本月合計', join: '名稱縮寫相同', alias: '海港家居', ageReason: '最早一筆逾期 64 天', amountReason: '逾期 CNY 356,200.00', distanceReason: '210 公里，兩家同行分攤', buckets: ['未到期', '1–30', '31–60', '61–90', '91–180'],
    badDate: '日期「2026.09.31」不存在，該列未讀取。請更正儲存格。', memo: '彩電 55 吋 20 台', oldest: '先到期先沖帳',
    sheets: ['對帳彙總', '勾稽明細', '差異明細', '未沖帳款', '帳齡', '催收計畫', '設定'],
  },
} as const;

export type SampleWords = (typeof WORDS)[Language];

export function wordsOf(language: Language): SampleWords {
  return WORDS[language];
}

export function lineOf(words: SampleWords, change: Partial<LineView> = {}): LineView {
  return { side: 'ours', sheet: words.ours, row: 14, day: day('2026-08-17'), kind: 'invoice', kindText: words.invoice, document: 'XS-001345', references: '', memo: words.memo, amountMinor: 12840000, currency: 'CNY', ...change };
}

function sheetOf(change: Partial<SheetView> & Pick<SheetView, 'sheet' | 'role'>): SheetView {
  return { confidence: 0.97, runnerUp: null, headerRow: 3, columns: {}, headings: {}, layoutKey: change.sheet, customer: null, currency: 'CNY', entryCount: 0, hiddenRowCount: 0, skipped: [], balance: 'none', balanceBreakRow: null, issues: [], preview: [], ...change };
}

export function ledgersOf(words: SampleWords, language: Language = 'en'): LedgersView {
  const columns = { date: 'A', document: 'B', customer: 'C', memo: 'D', debit: 'E', credit: 'F', balance: 'G' };
  const headings = { A: say({ code: 'pane.field.date' }, language), B: say({ code: 'pane.field.document' }, language), C: say({ code: 'pane.field.customer' }, language), D: say({ code: 'pane.field.memo' }, language), E: say({ code: 'pane.field.debit' }, language), F: say({ code: 'pane.field.credit' }, language), G: say({ code: 'pane.field.balance' }, language) };
  const preview = [0, 1, 2, 3, 4].map((i) => ({ ...lineOf(words, { row: 4 + i, day: day('2026-01-11') + i * 3, document: `XS-00100${i}`, amountMinor: 1280000 * (i + 1) * (i === 3 ? -1 : 1), kind: i === 3 ? 'payment' : 'invoice', kindText: i === 3 ? words.payment : words.invoice }), customer: words.customers[i % 4] }));
  const issue = { severity: 'warning' as const, sheet: words.theirs2, row: 87, column: 'A', text: words.badDate };
  return {
    sheets: [
      sheetOf({ sheet: words.ours, role: 'our-ledger', entryCount: 963, columns, headings, balance: 'proven', preview, hiddenRowCount: 4, skipped: [31, 64, 97].map((row) => ({ row, reason: words.skipped })) }),
      sheetOf({ sheet: words.theirs, role: 'customer-ledger', confidence: 0.91, entryCount: 341, customer: words.customers[0], columns, headings, preview }),
      sheetOf({ sheet: words.theirs2, role: 'customer-ledger', confidence: 0.58, runnerUp: { role: 'our-ledger', confidence: 0.41 }, entryCount: 286, customer: words.customers[1], columns, headings, balance: 'broken', balanceBreakRow: 112, issues: [issue], preview }),
      sheetOf({ sheet: words.master, role: 'customers', entryCount: 24 }),
      sheetOf({ sheet: words.terms, role: 'terms', confidence: 0.88, entryCount: 61 }),
      sheetOf({ sheet: words.notes, role: 'ignore', confidence: 0.9 }),
    ],
    issues: [issue],
    joins: [{ alias: words.alias, sheet: words.theirs2, customer: words.customers[1], evidence: words.join }],
    customerNames: [...words.customers],
    canRun: true,
    latestDay: day('2026-09-30'),
    ledgerLanguage: language,
  };
}

export function summaryOf(words: SampleWords, language: Language = 'en'): SummaryView {
  const weeks = [412, 288, 530, 190, 164, 122, 88, 61].map((thousands, i) => ({ weekStartDay: day('2026-10-05') + i * 7, expectedMinor: thousands * 100000 + 4750, sureMinor: Math.round(thousands * 100000 * (0.8 - i * 0.09)) }));
  const monthEnds = [48, 47.2, 49.5, 51, 50.1, 52.8, 54, 53.1, 52.2, 51.4, 52, 52.6].map((value, i) => ({ day: day('2025-10-31') + i * 30, value }));
  const customers = words.customers.slice(0, 3).map((name, i) => ({ customer: i, name, currency: 'CNY', oursMinor: [128431000, 96215050, 61280000][i], theirsMinor: [124911000, 95015050, 0][i], hasTheirs: i < 2, differenceMinor: [3520000, 1200000, 0][i], unexplainedMinor: [0, 240000, 0][i], overdueMinor: [35620000, 8820000, 30140000][i], class: (['collectible', 'not-due', 'doubtful'] as const)[i] }));
  return {
    asOf: day('2026-09-30'),
    sheetLanguage: language,
    currencies: [
      {
        currency: 'CNY', oursMinor: 285926050, theirsMinor: 219926050, differenceMinor: 4720000, unexplainedMinor: 240000,
        byCategory: [{ category: 'in-transit-goods', amountMinor: 4160000, count: 3 }, { category: 'deduction-not-credited', amountMinor: 320000, count: 1 }, { category: 'unexplained', amountMinor: 240000, count: 1 }],
        classesMinor: { 'not-due': 211346050, collectible: 44440000, doubtful: 26140000, bad: 4000000 }, overdueMinor: 74580000, expectedCash: weeks,
        keyFigures: [{ name: 'dso', now: 52.6, monthEnds }, { name: 'bestPossibleDso', now: 38.9, monthEnds }, { name: 'averageDaysDelinquent', now: 13.7, monthEnds }, { name: 'collectionEffectivenessPercent', now: 87.4, monthEnds }],
      },
      { currency: 'USD', oursMinor: 8450000, theirsMinor: 0, differenceMinor: 0, unexplainedMinor: 0, byCategory: [], classesMinor: { 'not-due': 8450000, collectible: 0, doubtful: 0, bad: 0 }, overdueMinor: 0, expectedCash: [], keyFigures: [] },
    ],
    counts: { entries: 1590, matchedEntries: 1512, confirmed: 604, suggested: 3, items: 5, skippedRows: 31, issues: 1 },
    customers: [...customers, { customer: 3, name: words.customers[3], currency: 'USD', oursMinor: 8450000, theirsMinor: 0, hasTheirs: false, differenceMinor: 0, unexplainedMinor: 0, overdueMinor: 0, class: 'not-due' }],
    milliseconds: 412,
  };
}

export function reviewOf(words: SampleWords): ReviewView[] {
  const ours = (row: number, amountMinor: number, document: string) => lineOf(words, { row, amountMinor, document, day: day('2026-08-01') + row });
  const theirs = (row: number, amountMinor: number, document = '') => lineOf(words, { side: 'theirs', sheet: words.theirs, row, amountMinor, document, kind: 'payment', kindText: words.payment, day: day('2026-09-05') + row, memo: '' });
  const base = { currency: 'CNY', differenceMinor: 0, alternatives: [], decision: null };
  return [
    { ...base, key: 's1', kind: 'suggested', customer: words.customers[0], rule: 'sum', ruleText: words.sum, confidence: 0.93, amountMinor: 35000000, evidence: words.evidence, ours: [ours(14, 20000000, 'XS-001345'), ours(15, 10000000, 'XS-001346'), ours(18, 5000000, 'XS-001350')], theirs: [theirs(9, 35000000, 'FK-2209')] },
    { ...base, key: 's2', kind: 'suggested', customer: words.customers[1], rule: 'unique-amount', ruleText: words.amount, confidence: 0.91, amountMinor: 1284000, evidence: words.evidence2, ours: [ours(22, 1284000, 'XS-001361')], theirs: [theirs(12, 1284000)] },
    { ...base, key: 's3', kind: 'suggested', customer: words.customers[1], rule: 'sum', ruleText: words.sum, confidence: 0.62, amountMinor: 860000, differenceMinor: -40000, evidence: words.evidence2, ours: [ours(25, 820000, 'XS-001370')], theirs: [theirs(15, 860000)], alternatives: [{ key: 's3b', ours: [ours(26, 860000, 'XS-001371')], theirs: [theirs(15, 860000)], differenceMinor: 0 }] },
    { ...base, key: 'u1', kind: 'unexplained', customer: words.customers[1], rule: null, ruleText: words.unexplained, confidence: 0, amountMinor: 240000, evidence: [], ours: [ours(31, 240000, 'XS-001380')], theirs: [], alternatives: [{ key: 'u1a', ours: [ours(31, 240000, 'XS-001380')], theirs: [theirs(21, 239000, 'FK-2301')], differenceMinor: 1000 }] },
  ];
}

export function planRowsOf(words: SampleWords): PlanRowView[] {
  const row = (rank: number, customer: number, change: Partial<PlanRowView>): PlanRowView => ({
    rank, customer, name: words.customers[customer], currency: 'CNY', rep: words.reps[customer % 2], region: words.regions[customer % 2], action: 'visit-on-pay-day', actionText: words.visit, class: 'collectible', day: day('2026-10-12'), askMinor: 35620000, openMinor: 128431000, overdueMinor: 35620000, points: 48.2,
    parts: [{ factor: 'age', points: 18, text: words.ageReason }, { factor: 'amount', points: 34.4, text: words.amountReason }, { factor: 'distance', points: -4.2, text: words.distanceReason }], ...change,
  });
  return [
    row(1, 2, { class: 'doubtful', action: 'demand-letter', actionText: words.letter, askMinor: 30140000, points: 61.5, day: day('2026-10-08') }),
    row(2, 0, {}),
    row(3, 1, { class: 'not-due', action: 'statement-and-call', actionText: words.call, askMinor: 8820000, points: 22.1, day: day('2026-10-20') }),
  ];
}

export function planOf(words: SampleWords, language: Language = 'en'): PlanView {
  return { rows: planRowsOf(words), expectedCash: summaryOf(words, language).currencies[0].expectedCash.map((week) => ({ ...week, currency: 'CNY' })) };
}

export function customerOf(words: SampleWords, language: Language = 'en'): CustomerView {
  const term = (code: string) => say({ code }, language);
  return {
    customer: 0, name: words.customers[0], currency: 'CNY', oursMinor: 128431000, theirsMinor: 124911000, hasTheirs: true,
    bridge: [{ category: 'in-transit-goods', categoryText: term('in-transit-goods'), amountMinor: -4160000, count: 3 }, { category: 'credit-not-booked', categoryText: term('credit-not-booked'), amountMinor: 960000, count: 1 }, { category: 'deduction-not-credited', categoryText: term('deduction-not-credited'), amountMinor: -320000, count: 1 }],
    items: [{ category: 'deduction-not-credited', categoryText: term('deduction-not-credited'), amountMinor: 320000, text: words.advertising, lines: [lineOf(words, { side: 'theirs', sheet: words.theirs, row: 44, amountMinor: -320000, document: 'FK-2210' })] }, { category: 'in-transit-goods', categoryText: term('in-transit-goods'), amountMinor: 4160000, text: words.goods, lines: [lineOf(words, { row: 61, amountMinor: 4160000, document: 'XS-001401' })] }],
    aging: words.buckets.map((bucketText, i) => ({ bucket: String(i), bucketText, amountMinor: [92811000, 21400000, 9820000, 4400000, 0][i] })),
    class: 'collectible', classText: words.classText, likelihood30: 0.82, likelihoodText: words.likelihood, lastReconciledDay: day('2026-03-31'), nextReconciliationDay: day('2026-09-30'), summary: words.summary, plan: planRowsOf(words)[1],
  };
}

export function traceOf(words: SampleWords): TraceView {
  return { line: lineOf(words), customer: words.customers[0], match: reviewOf(words)[0], item: null, settledBy: [{ line: lineOf(words, { row: 88, kind: 'payment', kindText: words.payment, document: 'SK-0871', amountMinor: -10000000 }), amountMinor: 10000000, ruleText: words.oldest }], openMinor: 2840000 };
}

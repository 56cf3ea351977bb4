/**
 * A small trade whose result is written by hand, so that a sheet can be checked against it on paper.
 *
 * Hongtu (CNY) owes 2,860.00 by our books and 1,560.00 by theirs: an invoice of 1,000.00 is under way to
 * them, and they have deducted 300.00 advertising that we have not credited. Our S-3 of 860.00 is matched to
 * theirs. Delta (USD) has paid 50.00 more than it owed and sends no ledger.
 */
import { MatchColumns } from '../../src/matching/match-columns';
import { parseIsoDay } from '../../src/units/day';
import type { Language } from '../../src/texts';
import { NO_ANNOTATIONS } from '../../src/annotations/annotations';
import { booksFromLines } from '../../src/ledger/ledger-builder';
import type { Books } from '../../src/ledger/books';
import type { AgedItem, Aged } from '../../src/aging/aged';
import type { Plan } from '../../src/collection/plan';
import type { Reconciliation } from '../../src/matching/reconciliation';
import { AllocationColumns } from '../../src/settlement/allocations';
import { SettledDebitColumns } from '../../src/settlement/settled-debits';
import type { Settlement, OpenItem } from '../../src/settlement/settlement';
import { DEFAULT_SETTINGS } from '../../src/settings/settings';
import type { Result } from '../../src/reports/result';

export function day(text: string): number {
  const serial = parseIsoDay(text);
  if (serial === null) throw new Error(`${text} is no day`);
  return serial;
}

const HONGTU = '苏州宏图家电商贸有限公司';
const DELTA = 'Delta Stores Ltd';
export const AS_OF = day('2026-09-30');

/** Ours: rows 1–6 of "应收明细账"; theirs: rows 1–4 of "宏图对账". */
function books(): Books {
  const ours = { sheet: '应收明细账', customer: HONGTU };
  const theirs = { side: 'theirs' as const, sheet: '宏图对账', customer: HONGTU };
  return booksFromLines(
    [
      { ...ours, day: day('2026-01-01'), amountMinor: 200000, kind: 'opening' },
      { ...ours, day: day('2026-05-10'), amountMinor: 50000, document: 'S-1', productClass: '彩电', rep: '王明' },
      { ...ours, day: day('2026-05-10'), amountMinor: 36000, document: 'S-1', productClass: '冰箱', rep: '王明' },
      { ...ours, day: day('2026-06-20'), amountMinor: -100000, document: 'R-9', memo: '货款' },
      { ...ours, day: day('2026-09-28'), amountMinor: 100000, document: 'S-4', productClass: '彩电', rep: '王明' },
      { ...theirs, day: day('2026-01-01'), amountMinor: 200000, kind: 'opening' },
      { ...theirs, day: day('2026-05-12'), amountMinor: 86000, document: 'S-1' },
      { ...theirs, day: day('2026-06-18'), amountMinor: -100000, document: 'P-77' },
      { ...theirs, day: day('2026-09-25'), amountMinor: -30000, kind: 'advertising', memo: '=广告费' },
      { sheet: '应收明细账', customer: DELTA, currency: 'USD', day: day('2026-08-01'), amountMinor: -5000, document: 'R-10' },
    ],
    { ourName: '华星电器有限公司', language: 'zh-CN' },
  );
}

const reconciliation: Reconciliation = {
  accounts: [
    { customer: 0, currency: 'CNY', ours: { openingMinor: 200000, closingMinor: 286000, entryCount: 5 }, theirs: { openingMinor: 200000, closingMinor: 156000, entryCount: 4 }, differenceMinor: 130000, hasTheirs: true },
    { customer: 1, currency: 'USD', ours: { openingMinor: 0, closingMinor: -5000, entryCount: 1 }, theirs: { openingMinor: 0, closingMinor: 0, entryCount: 0 }, differenceMinor: -5000, hasTheirs: false },
  ],
  matches: MatchColumns.from([
    { customer: 0, currency: 'CNY', ours: [1, 2], theirs: [1], status: 'confirmed', rule: 'document-number', confidence: 0.999, differenceMinor: 0, evidence: [], alternatives: [], decision: null },
    { customer: 0, currency: 'CNY', ours: [3], theirs: [2], status: 'suggested', rule: 'unique-amount', confidence: 0.9, differenceMinor: 0, evidence: [], alternatives: [], decision: null },
  ]),
  items: [
    { customer: 0, currency: 'CNY', category: 'in-transit-goods', side: 'ours', amountMinor: 100000, ours: [4], theirs: [], actor: 'them', explanation: { code: 'in-transit-goods' }, candidates: [], otherCustomer: null },
    { customer: 0, currency: 'CNY', category: 'deduction-not-credited', side: 'theirs', amountMinor: 30000, ours: [], theirs: [3], actor: 'us', explanation: { code: 'deduction-not-credited' }, candidates: [], otherCustomer: null },
  ],
  limits: [],
};

/** Hongtu: the opening line is half paid; S-1 is overdue, S-4 not yet due. Delta: 50.00 on account. */
const openItems: readonly OpenItem[] = [
  { entry: 0, customer: 0, currency: 'CNY', dueDay: day('2026-01-31'), originalMinor: 200000, openMinor: 100000, onAccount: false, instalment: 0, productClass: '' },
  { entry: 1, customer: 0, currency: 'CNY', dueDay: day('2026-08-08'), originalMinor: 50000, openMinor: 50000, onAccount: false, instalment: 0, productClass: '彩电' },
  { entry: 2, customer: 0, currency: 'CNY', dueDay: day('2026-07-09'), originalMinor: 36000, openMinor: 36000, onAccount: false, instalment: 0, productClass: '冰箱' },
  { entry: 4, customer: 0, currency: 'CNY', dueDay: day('2026-12-27'), originalMinor: 100000, openMinor: 100000, onAccount: false, instalment: 0, productClass: '彩电' },
  { entry: 5, customer: 1, currency: 'USD', dueDay: day('2026-08-01'), originalMinor: -5000, openMinor: -5000, onAccount: true, instalment: 0, productClass: '' },
];

const settlement: Settlement = {
  asOf: AS_OF, openItems, history: SettledDebitColumns.from([]), dueDays: new Int32Array(6),
  allocations: AllocationColumns.from([{ credit: 3, debit: 0, amountMinor: 100000, rule: 'oldest', day: day('2026-06-20'), byPolicy: true }]),
};

const CLASS_OF = ['doubtful', 'collectible', 'collectible', 'not-due', 'not-due'] as const;
const BUCKET_OF = [5, 2, 3, 0, 0];

function agedItem(item: OpenItem, index: number): AgedItem {
  const daysOverdue = item.dueDay === null ? null : AS_OF - item.dueDay;
  return {
    item, daysOverdue, ageDays: 30, bucket: BUCKET_OF[index], bucketByDocumentDay: BUCKET_OF[index], class: CLASS_OF[index], classReason: { code: CLASS_OF[index] },
    likelihood30: 0.5, likelihood60: 0.7, likelihood90: 0.8, expectedDay: AS_OF + 20, likelihoodReason: { code: CLASS_OF[index] }, disputed: false,
  };
}

const hongtuClasses = { 'not-due': 100000, collectible: 86000, doubtful: 100000, bad: 0 };
const noClasses = { 'not-due': 0, collectible: 0, doubtful: 0, bad: 0 };

const aged: Aged = {
  asOf: AS_OF,
  buckets: [
    { key: 'not-due', fromDay: null, toDay: 0 }, { key: '1-30', fromDay: 1, toDay: 30 }, { key: '31-60', fromDay: 31, toDay: 60 }, { key: '61-90', fromDay: 61, toDay: 90 },
    { key: '91-180', fromDay: 91, toDay: 180 }, { key: '181-365', fromDay: 181, toDay: 365 }, { key: 'over-365', fromDay: 366, toDay: null },
  ],
  items: openItems.map(agedItem),
  tables: [
    {
      basis: 'due-day', by: 'customer',
      rows: [
        { customer: 0, name: HONGTU, currency: 'CNY', bucketsMinor: [100000, 0, 50000, 36000, 0, 100000, 0], classesMinor: hongtuClasses, totalMinor: 286000 },
        { customer: 1, name: DELTA, currency: 'USD', bucketsMinor: [-5000, 0, 0, 0, 0, 0, 0], classesMinor: { ...noClasses, 'not-due': -5000 }, totalMinor: -5000 },
      ],
    },
  ],
  provisions: [
    { currency: 'CNY', by: 'class', totalMinor: 44300, lines: [{ key: 'not-due', openMinor: 100000, rate: 0, provisionMinor: 0 }, { key: 'collectible', openMinor: 86000, rate: 0.05, provisionMinor: 4300 }, { key: 'doubtful', openMinor: 100000, rate: 0.4, provisionMinor: 40000 }, { key: 'bad', openMinor: 0, rate: 1, provisionMinor: 0 }] },
  ],
  keyFigures: ['2026-09-30', '2026-08-31', '2026-07-31'].map((text, i) => ({
    asOf: day(text), currency: 'CNY', receivablesMinor: 286000 - i * 1000, currentMinor: 100000, overdueMinor: 186000 - i * 1000, salesMinor: 90000, collectedMinor: 80000, periodDays: 90,
    dso: 60 + i, bestPossibleDso: 40, averageDaysDelinquent: 20 + i, collectionEffectivenessPercent: i === 2 ? null : 71.5,
  })),
  expectedCash: [{ currency: 'CNY', weekStartDay: day('2026-10-05'), expectedMinor: 70000, sureMinor: 20000 }, { currency: 'CNY', weekStartDay: day('2026-10-12'), expectedMinor: 30000, sureMinor: 0 }],
};

const note = { customerName: HONGTU, currency: 'CNY', status: 'promised' as const, promisedDay: day('2026-09-20'), promisedMinor: 50000, nextContactDay: null, note: '=问财务', added: { 片区: '苏南' }, openThenMinor: 300000, writtenDay: day('2026-08-31') };

const plan: Plan = {
  asOf: AS_OF,
  rows: [
    {
      rank: 1, customer: 0, currency: 'CNY', rep: '王明', region: '苏南', action: 'manager-visit', actionReason: { code: 'doubtful' }, class: 'doubtful', openMinor: 286000, overdueMinor: 186000,
      classesMinor: hongtuClasses, disputedMinor: 0, askMinor: 186000, expectedMinor30: 93000, day: day('2026-10-12'), payDay: day('2026-10-15'), place: '苏州', method: 'cheque', contact: '李会计', items: [0, 1, 2, 3],
      points: 47.5, parts: [{ factor: 'age', points: 30, text: { code: 'factor.age' } }, { factor: 'amount', points: 20, text: { code: 'factor.amount' } }, { factor: 'distance', points: -2.5, text: { code: 'factor.distance' } }],
      limitation: null, missing: [], leverage: { scores: { 'sales-volume': 0.5, profit: null, relationship: 0.2, 'follow-up': 0.7 }, weakest: 'relationship', advice: null },
      promise: { day: day('2026-09-20'), amountMinor: 50000, state: 'broken' }, note, summary: [],
    },
  ],
  done: [{ customerName: '已结清客户', currency: 'CNY', note: { ...note, customerName: '已结清客户', status: 'paid', note: '8月已付', added: {} } }],
  trips: [{ rep: '王明', day: day('2026-10-12'), region: '苏南', stops: [0], distanceKm: 120, hours: 5.5, points: 45 }],
  calendar: [{ customer: 0, currency: 'CNY', lastSignedDay: null, nextDay: day('2026-07-01'), overdue: true }],
  incentives: [],
};

export function smallResult(language: Language = 'zh-CN', change: Partial<Result> = {}): Result {
  return {
    asOf: AS_OF, language, books: books(), annotations: NO_ANNOTATIONS, settings: { ...DEFAULT_SETTINGS, company: { name: '华星电器有限公司', contact: '财务部 0512-8888', bankDetails: '工商银行 1234' } },
    reconciliation, settlement, aged, plan, milliseconds: { read: 1, match: 2, settle: 3, age: 4, plan: 5, write: 0 }, ...change,
  };
}

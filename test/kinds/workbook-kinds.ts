/** Kinds of workbooks as offices send them: two systems, two languages, one way of wording terms. */
import type { LedgerPlan } from './print';
import type { TERM_WORDINGS } from './terms';
import type { WritingPlan } from './written';

export interface WorkbookKind {
  readonly writing: WritingPlan;
  readonly ours: LedgerPlan;
  readonly theirs: LedgerPlan;
  readonly terms: keyof typeof TERM_WORDINGS & string | 'in ledger';
  /** Where the terms stand: a sheet by class, by customer and class. */
  readonly termsBy?: 'class' | 'customer and class';
  readonly withoutCustomers?: boolean;
  readonly theirsFirst?: boolean;
  /** Both ledgers one under another on one sheet. */
  readonly onOneSheet?: boolean;
}

export interface Noisiness {
  /** Against what the shared cases have. */
  readonly noise: number;
  /** List prices, deliveries booked together, payments booked gross. */
  readonly isHard: boolean;
}

export const NOISES: Readonly<Record<string, Noisiness>> = { '1': { noise: 1, isHard: false }, '2': { noise: 2, isHard: false }, '3': { noise: 3, isHard: false }, hard: { noise: 1, isHard: true }, 'hard 2': { noise: 2, isHard: true } };

const CN = { ourLanguage: 'zh-CN', theirLanguage: 'zh-CN' } as const;
const TW = { ourLanguage: 'zh-TW', theirLanguage: 'zh-TW' } as const;
const EN = { ourLanguage: 'en', theirLanguage: 'en' } as const;

export const WORKBOOK_KINDS: Readonly<Record<string, WorkbookKind>> = {
  'Kingdee blocks | stacked, balance by direction': {
    writing: { ...CN, ourHouse: 'Kingdee', theirHouse: 'dated', theirNames: 'full' }, terms: 'month end',
    ours: { arrangement: 'blocks', columns: ['date', 'kind', 'document', 'memo', 'class', 'currency', 'debit', 'credit', 'balance', 'rep', 'department'], opening: 'undated', totals: ['month', 'year'] },
    theirs: { arrangement: 'stacked', columns: ['date', 'document', 'memo', 'reference', 'debit', 'credit', 'direction', 'balance'], isBalanceAbsolute: true, opening: 'dated', totals: ['month'], sheetName: '往来对账' },
  },
  'Yonyou days apart | paper ledger on tabs': {
    writing: { ...CN, ourHouse: 'XS-', theirHouse: 'plain', theirNames: 'short' }, terms: 'days',
    ours: { arrangement: 'table', header: 'currencies', columns: ['year', 'month', 'day', 'document', 'code', 'customer', 'class', 'memo', 'debit', 'credit', 'direction', 'balance'], isBalanceAbsolute: true, opening: 'dated', totals: ['month', 'year'], hasRedReturns: true },
    theirs: { arrangement: 'sheets', naming: 'tab', header: 'year over month', columns: ['month', 'day', 'document', 'memo', 'reference', 'debit', 'credit', 'direction', 'balance'], isBalanceAbsolute: true, opening: 'dated', totals: ['month', 'year'] },
  },
  'Chanjet text amounts | purchase list with tax': {
    writing: { ...CN, ourHouse: 'dated', theirHouse: 'Kingdee', theirNames: 'full' }, terms: 'net words',
    ours: { arrangement: 'table', columns: ['customer', 'date', 'kind', 'document', 'class', 'debit', 'credit', 'balance', 'memo', 'maker', 'made'], money: 'yuan', date: 'iso', opening: 'dated', totals: ['customer', 'grand'] },
    theirs: { arrangement: 'table', columns: ['index', 'date', 'kind', 'document', 'reference', 'customer', 'net', 'tax', 'amount', 'status', 'maker', 'memo'], opening: 'dated', money: 'text' },
  },
  'SAP line items | SAP vendor lists': {
    writing: { ...EN, ourHouse: 'SAP', theirHouse: 'SAP', theirNames: 'full', areOursCodes: true }, terms: 'in ledger',
    ours: { arrangement: 'table', columns: ['customer', 'document', 'kind', 'date', 'due', 'amount', 'currency', 'memo', 'maker'], date: 'german', money: 'trailing', opening: 'dated', totals: ['customer'], totalStyle: 'star', sheetName: 'FBL5N' },
    theirs: { arrangement: 'sheets', naming: 'cell', columns: ['status', 'reference', 'document', 'kind', 'date', 'amount', 'currency', 'memo'], isNegated: true, date: 'german', money: 'trailing', opening: 'dated', sheetName: 'FBL1N' },
  },
  'QuickBooks groups | statements with one amount': {
    writing: { ...EN, ourHouse: 'plain', theirHouse: 'Xero', theirNames: 'other' }, terms: 'in ledger',
    ours: { arrangement: 'blocks', columns: ['account', 'date', 'kind', 'document', 'due', 'memo', 'amount', 'balance'], date: 'monthFirst', opening: 'dated', totals: ['customer', 'grand'], totalStyle: 'total for' },
    theirs: { arrangement: 'sheets', naming: 'title', columns: ['date', 'kind', 'reference', 'document', 'amount', 'balance'], date: 'named', money: 'brackets', opening: 'dated' },
  },
  'Xero groups | table of bills': {
    writing: { ...EN, ourHouse: 'Xero', theirHouse: 'plain', theirNames: 'full' }, terms: 'net words',
    ours: { arrangement: 'blocks', columns: ['date', 'kind', 'document', 'class', 'memo', 'debit', 'credit', 'balance'], date: 'named', money: 'text', opening: 'undated', totals: ['customer'], totalStyle: 'total for' },
    theirs: { arrangement: 'table', columns: ['date', 'customer', 'document', 'kind', 'reference', 'amount', 'status', 'maker'], isNegated: true, date: 'dayFirst', opening: 'dated' },
  },
  'Odoo groups | ERPNext quoted totals': {
    writing: { ...EN, ourHouse: 'Odoo', theirHouse: 'ERPNext', theirNames: 'full' }, terms: 'month end',
    ours: { arrangement: 'blocks', columns: ['date', 'kind', 'account', 'document', 'class', 'memo', 'debit', 'credit', 'balance'], opening: 'dated', totals: ['customer'], totalStyle: 'total for' },
    theirs: { arrangement: 'table', columns: ['date', 'account', 'debit', 'credit', 'balance', 'kind', 'document', 'reference', 'customer', 'memo'], date: 'iso', opening: 'undated', totals: ['customer'], totalStyle: 'quoted' },
  },
  'Digiwin | statements in the title': {
    writing: { ...TW, ourHouse: 'Digiwin', theirHouse: 'dated', theirNames: 'full' }, terms: 'month end',
    ours: { arrangement: 'table', columns: ['code', 'customer', 'date', 'kind', 'document', 'other-number', 'class', 'item', 'quantity', 'debit', 'credit', 'balance', 'rep', 'memo'], date: 'roc', opening: 'dated', totals: ['customer', 'grand'] },
    theirs: { arrangement: 'sheets', naming: 'title', columns: ['date', 'document', 'memo', 'reference', 'debit', 'credit', 'balance'], date: 'rocPoints', money: 'text', opening: 'dated', totals: ['month'] },
  },
  'hand-made paid beside | hand-made notes': {
    writing: { ...CN, ourHouse: 'letters', theirHouse: 'letters', theirNames: 'short' }, terms: 'days',
    ours: { arrangement: 'sheets', naming: 'title', columns: ['date', 'document', 'class', 'item', 'quantity', 'price', 'amount', 'paid', 'balance', 'memo'], isSparse: true, opening: 'dated', totals: ['customer'], hasNotes: true },
    theirs: { arrangement: 'stacked', columns: ['date', 'memo', 'amount', 'paid', 'balance'], isNumberInMemo: true, money: 'mixed with ￥', date: 'points', opening: 'dated', hasNotes: true },
  },
  'newest first, all mixed | the same': {
    writing: { ...CN, ourHouse: 'XS-', theirHouse: 'XS-', theirNames: 'other' }, terms: 'days',
    ours: { arrangement: 'by date', isNewestFirst: true, isShuffled: true, columns: ['made', 'date', 'kind', 'document', 'customer', 'class', 'item', 'quantity', 'price', 'debit', 'credit', 'maker', 'memo', 'plate', 'store'], opening: 'dated', date: 'singleDigits' },
    theirs: { arrangement: 'by date', isNewestFirst: true, isShuffled: true, columns: ['date', 'kind', 'document', 'reference', 'customer', 'debit', 'credit', 'status', 'memo'], opening: 'dated' },
  },
  'pages carried forward | pages carried forward': {
    writing: { ...TW, ourHouse: 'XS-', theirHouse: 'plain', theirNames: 'other' }, terms: 'fixed day',
    ours: { arrangement: 'stacked', pageLength: 25, columns: ['date', 'document', 'kind', 'class', 'memo', 'debit', 'credit', 'direction', 'balance'], isBalanceAbsolute: true, opening: 'dated', date: 'roc', totals: ['month', 'year'] },
    theirs: { arrangement: 'sheets', naming: 'cell', pageLength: 25, columns: ['date', 'kind', 'document', 'reference', 'debit', 'credit', 'balance'], opening: 'dated', date: 'roc' },
  },
  'with tax, sparse | direction beside the amount': {
    writing: { ...CN, ourHouse: 'Kingdee', theirHouse: 'SAP', theirNames: 'full' }, terms: 'net words', termsBy: 'customer and class',
    ours: { arrangement: 'table', isSparse: true, columns: ['customer', 'date', 'document', 'kind', 'class', 'item', 'quantity', 'price', 'net', 'tax', 'debit', 'credit', 'balance', 'rep'], opening: 'dated', totals: ['customer'] },
    theirs: { arrangement: 'table', isShuffled: true, columns: ['date', 'document', 'customer', 'direction', 'amount', 'reference', 'kind', 'maker', 'department'], opening: 'dated', date: 'compact' },
  },
  'accounts in two currencies | the same': {
    writing: { ...CN, ourHouse: 'dated', theirHouse: 'plain', theirNames: 'full', foreignCurrency: 'USD' }, terms: 'days',
    ours: { arrangement: 'table', columns: ['date', 'customer', 'kind', 'document', 'class', 'currency', 'debit', 'credit', 'memo'], opening: 'dated' },
    theirs: { arrangement: 'table', columns: ['date', 'kind', 'customer', 'document', 'reference', 'currency', 'debit', 'credit'], opening: 'dated' },
  },
  'one sheet, one under another': {
    writing: { ...CN, ourHouse: 'XS-', theirHouse: 'dated', theirNames: 'full' }, terms: 'days', onOneSheet: true, withoutCustomers: true,
    ours: { arrangement: 'table', columns: ['date', 'customer', 'kind', 'document', 'class', 'debit', 'credit', 'balance', 'memo'], opening: 'dated', totals: ['grand'] },
    theirs: { arrangement: 'table', columns: ['date', 'customer', 'document', 'reference', 'kind', 'debit', 'credit', 'memo'], opening: 'dated', totals: ['grand'] },
  },
  'opening in the title | mixed hands': {
    writing: { ...CN, ourHouse: 'XS-', theirHouse: 'letters', theirNames: 'short' }, terms: 'fixed day', withoutCustomers: true,
    ours: { arrangement: 'sheets', naming: 'cell', columns: ['date', 'kind', 'document', 'class', 'item', 'quantity', 'debit', 'credit', 'balance', 'memo'], opening: 'in title' },
    theirs: { arrangement: 'sheets', naming: 'tab', columns: ['date', 'kind', 'document', 'reference', 'debit', 'credit', 'balance'], opening: 'in title', date: 'mixed', money: 'mixed with ￥' },
  },
  'Taiwan tables, theirs first | English customer': {
    writing: { ourLanguage: 'zh-TW', theirLanguage: 'en', ourHouse: 'letters', theirHouse: 'Xero', theirNames: 'code' }, terms: 'net words', theirsFirst: true,
    ours: { arrangement: 'table', columns: ['date', 'code', 'customer', 'kind', 'document', 'class', 'net', 'tax', 'amount', 'memo', 'rep'], opening: 'dated', money: 'brackets' },
    theirs: { arrangement: 'table', columns: ['date', 'customer', 'kind', 'document', 'reference', 'debit', 'credit', 'balance'], opening: 'dated', date: 'monthNamed' },
  },
};

/** Kinds that were first looked at when all mending was done. */
export const HELD_OUT_KINDS: Readonly<Record<string, WorkbookKind>> = {
  'Business Central entries | Sage supplier activity': {
    writing: { ...EN, ourHouse: 'letters', theirHouse: 'plain', theirNames: 'short' }, terms: 'fixed day',
    ours: { arrangement: 'by date', columns: ['index', 'date', 'kind', 'document', 'code', 'customer', 'memo', 'currency', 'amount', 'class', 'maker', 'status'], opening: 'dated', date: 'monthFirst' },
    theirs: { arrangement: 'blocks', columns: ['date', 'kind', 'document', 'reference', 'memo', 'debit', 'credit', 'balance'], opening: 'undated', totals: ['customer'], totalStyle: 'total for', date: 'monthNamed', hasNotes: true },
  },
  'Guanjiapo list | hand-made in red': {
    writing: { ...CN, ourHouse: 'dated', theirHouse: 'plain', theirNames: 'short' }, terms: 'month end', termsBy: 'customer and class',
    ours: { arrangement: 'stacked', columns: ['index', 'date', 'document', 'kind', 'memo', 'class', 'item', 'quantity', 'price', 'debit', 'credit', 'balance', 'maker'], opening: 'undated', totals: ['customer'], money: 'text', hasRedReturns: true },
    theirs: { arrangement: 'sheets', naming: 'title', columns: ['index', 'date', 'memo', 'reference', 'amount', 'balance', 'department'], money: 'mixed with ￥', date: 'chinese', opening: 'dated', totals: ['customer'], hasNotes: true, pageLength: 30 },
  },
  'Taiwan stacked vouchers | Kingdee suppliers': {
    writing: { ourLanguage: 'zh-TW', theirLanguage: 'zh-CN', ourHouse: 'Digiwin', theirHouse: 'Kingdee', theirNames: 'other' }, terms: 'net words',
    ours: { arrangement: 'stacked', columns: ['date', 'document', 'memo', 'class', 'debit', 'credit', 'direction', 'balance'], isBalanceAbsolute: true, date: 'rocPoints', money: 'text', opening: 'dated', totals: ['month', 'year', 'customer'] },
    theirs: { arrangement: 'blocks', columns: ['date', 'kind', 'document', 'reference', 'currency', 'credit', 'debit', 'balance', 'department'], opening: 'undated', totals: ['month'] },
  },
  'German figures | one column with Dr/Cr': {
    writing: { ...EN, ourHouse: 'SAP', theirHouse: 'dated', theirNames: 'other', foreignCurrency: 'EUR' }, terms: 'in ledger', withoutCustomers: true,
    ours: { arrangement: 'table', columns: ['document', 'date', 'due', 'customer', 'kind', 'currency', 'amount', 'memo', 'department'], date: 'german', money: 'trailing', opening: 'dated' },
    theirs: { arrangement: 'table', columns: ['date', 'customer', 'document', 'reference', 'amount', 'direction', 'currency', 'kind'], date: 'german', money: 'text', opening: 'dated' },
  },
  'one row for goods and pay in Taiwan | tabs, number in memo': {
    writing: { ...TW, ourHouse: 'XS-', theirHouse: 'letters', theirNames: 'short' }, terms: 'days', withoutCustomers: true,
    ours: { arrangement: 'stacked', columns: ['date', 'document', 'class', 'item', 'quantity', 'price', 'amount', 'paid', 'balance', 'memo'], date: 'roc', opening: 'dated', isSparse: true },
    theirs: { arrangement: 'sheets', naming: 'tab', columns: ['date', 'document', 'memo', 'credit', 'debit', 'balance'], isNumberInMemo: true, date: 'roc', money: 'wide', opening: 'dated', totals: ['month', 'year'] },
  },
  'everything extra | everything extra': {
    writing: { ...CN, ourHouse: 'Kingdee', theirHouse: 'dated', theirNames: 'other' }, terms: 'fixed day', theirsFirst: true,
    ours: { arrangement: 'table', isShuffled: true, columns: ['index', 'made', 'date', 'due', 'kind', 'document', 'other-number', 'contract', 'customer', 'code', 'store', 'class', 'item', 'quantity', 'price', 'net', 'tax', 'debit', 'credit', 'currency', 'rate', 'memo', 'rep', 'maker', 'department', 'status', 'plate'], opening: 'dated' },
    theirs: { arrangement: 'table', isShuffled: true, columns: ['index', 'made', 'date', 'kind', 'document', 'reference', 'contract', 'customer', 'store', 'quantity', 'debit', 'credit', 'maker', 'department', 'status', 'plate', 'memo'], opening: 'dated', money: 'text' },
  },
};

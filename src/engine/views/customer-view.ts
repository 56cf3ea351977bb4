/** One customer: the bridge from our balance to theirs, what is open and how old, what to say. */
import { say, type Language } from '../../texts';
import type { CurrencyCode } from '../../units/money';
import type { CustomerIndex } from '../../ledger/books';
import { CLASSES, type AgedItem } from '../../aging/aged';
import { CATEGORIES } from '../../matching/reconciliation';
import type { Result } from '../../reports/result';
import type { CustomerView } from '../session';
import { lineViews } from './lines';
import { planRowView } from './plan-view';

export function customerView(result: Result, customer: CustomerIndex, currency: CurrencyCode, language: Language): CustomerView {
  const isThis = (each: { readonly customer: CustomerIndex; readonly currency: CurrencyCode }) => each.customer === customer && each.currency === currency;
  const account = result.reconciliation.accounts.find(isThis);
  const items = result.reconciliation.items.filter(isThis);
  const aged = result.aged.items.filter((each) => isThis(each.item));
  const row = result.plan.rows.find(isThis);
  const task = result.plan.calendar.find(isThis);
  return {
    customer, currency,
    name: result.books.customers[customer].name,
    oursMinor: account?.ours.closingMinor ?? 0,
    theirsMinor: account?.theirs.closingMinor ?? 0,
    hasTheirs: account?.hasTheirs ?? false,
    // From ours to theirs, an item that makes ours larger is a step down.
    bridge: CATEGORIES.map((category) => {
      const of = items.filter((item) => item.category === category);
      return { category, categoryText: say({ code: category }, language), amountMinor: -of.reduce((sum, item) => sum + item.amountMinor, 0), count: of.length };
    }).filter((step) => step.count > 0),
    items: items.map((item) => ({
      category: item.category,
      categoryText: say({ code: item.category }, language),
      amountMinor: item.amountMinor,
      text: say(item.explanation, language),
      lines: lineViews(result.books, item.ours, item.theirs),
    })),
    aging: agingStrip(result, aged, language),
    ...classAndLikelihood(aged, language),
    lastReconciledDay: task?.lastSignedDay ?? null,
    nextReconciliationDay: task?.nextDay ?? null,
    summary: row ? row.summary.map((message) => say(message, language)).join(language === 'en' ? ' ' : '') : '',
    plan: row ? planRowView(result.books, row, language) : null,
  };
}

function agingStrip(result: Result, aged: readonly AgedItem[], language: Language): CustomerView['aging'] {
  return result.aged.buckets.map((bucket, index) => ({
    bucket: bucket.key,
    bucketText: bucketText(bucket.key, language),
    amountMinor: aged.filter((each) => each.bucket === index).reduce((sum, each) => sum + each.item.openMinor, 0),
  }));
}

function bucketText(key: string, language: Language): string {
  if (key === 'not-due') return say({ code: 'bucket.not-due' }, language);
  const over = /^over-(\d+)$/.exec(key);
  return over ? say({ code: 'bucket.over', values: { days: Number(over[1]) } }, language) : key.replace('-', '–');
}

/** The customer's class is its most serious item's; its likelihood is that of its open money, weighted by amount. */
function classAndLikelihood(aged: readonly AgedItem[], language: Language): Pick<CustomerView, 'class' | 'classText' | 'likelihood30' | 'likelihoodText'> {
  const owed = aged.filter((each) => each.item.openMinor > 0);
  const openMinor = owed.reduce((sum, each) => sum + each.item.openMinor, 0);
  if (openMinor === 0) return { class: null, classText: '', likelihood30: null, likelihoodText: '' };
  const worst = owed.reduce((a, b) => (CLASSES.indexOf(b.class) > CLASSES.indexOf(a.class) ? b : a));
  const largest = owed.reduce((a, b) => (b.item.openMinor > a.item.openMinor ? b : a));
  return {
    class: worst.class,
    classText: say(worst.classReason, language),
    likelihood30: owed.reduce((sum, each) => sum + each.likelihood30 * each.item.openMinor, 0) / openMinor,
    likelihoodText: say(largest.likelihoodReason, language),
  };
}

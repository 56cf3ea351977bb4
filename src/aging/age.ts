/** The room's verb: how old every open item is, how likely it is to come in, and which class that makes it. */
import type { DaySerial } from '../units/units';
import type { Annotations } from '../annotations/annotations';
import type { Books } from '../ledger/books';
import type { Reconciliation } from '../matching/reconciliation';
import type { OpenItem, Settlement } from '../settlement/settlement';
import { bucketByAge, bucketOf, bucketsOf } from './buckets';
import { classify } from './classify';
import { expectedCashOf } from './expected-cash';
import { factsOf, type Facts } from './facts';
import { keyFiguresOf } from './key-figures';
import { learnLikelihood, type LikelihoodModel } from './likelihood/model';
import { provisionsOf } from './provisions';
import { tablesOf } from './tables';
import type { Aged, AgedItem, AgingSettings, Bucket } from './aged';

export interface AgeOptions {
  readonly asOf: DaySerial;
  readonly reconciliation: Reconciliation;
  readonly settlement: Settlement;
  readonly annotations: Annotations;
  readonly settings: AgingSettings;
}

/** Ages the open items of a settlement. Buckets and classes each hold every item once, so both sum to the balance. */
export function age(books: Books, options: AgeOptions): Aged {
  const { asOf, reconciliation, settlement, annotations, settings } = options;
  const buckets = bucketsOf(settings.bucketEndDays);
  const facts = factsOf(books, asOf, reconciliation, settlement, annotations);
  const model = learnLikelihood(books, settlement);
  const items = settlement.openItems.map((item) => ageItem(books, item, options, buckets, facts, model));
  return {
    asOf,
    buckets,
    items,
    tables: tablesOf(books, items, buckets),
    provisions: provisionsOf(items, buckets, settings),
    keyFigures: keyFiguresOf(books, settlement),
    expectedCash: expectedCashOf(items, asOf),
  };
}

function ageItem(books: Books, item: OpenItem, { asOf, settings }: AgeOptions, buckets: readonly Bucket[], facts: Facts, model: LikelihoodModel): AgedItem {
  const ageDays = Math.max(0, asOf - (books.ours.day[item.entry] || asOf));
  const daysOverdue = item.dueDay === null ? null : asOf - item.dueDay;
  const disputed = facts.isDisputed(item.entry);
  const estimate = model.estimate(item, disputed);
  const { class: itemClass, reason } = classify(item, {
    daysOverdue,
    disputed,
    likelihood90: estimate.likelihood90,
    brokenPromiseDay: facts.brokenPromiseDay(item.customer, item.currency),
    customerClosed: facts.isClosed(item.customer),
    onBehalfOf: item.onBehalfOf === undefined ? '' : books.customers[item.onBehalfOf].name,
  }, settings);
  return {
    item, daysOverdue, ageDays, disputed,
    bucket: bucketOf(buckets, daysOverdue),
    bucketByDocumentDay: bucketByAge(buckets, ageDays),
    class: itemClass,
    classReason: reason,
    ...estimate,
  };
}

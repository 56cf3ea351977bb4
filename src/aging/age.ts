/** The room's verb: how old every open item is, how likely it is to come in, and which class that makes it. */
import { NO_DAY, type DaySerial } from '../units/units';
import type { Annotations } from '../annotations/annotations';
import type { Books } from '../ledger/books';
import type { Reconciliation } from '../matching/reconciliation';
import { firstDayOf } from '../settlement/chronology';
import type { OpenItem, Settlement } from '../settlement/settlement';
import { bucketByAge, bucketOf, bucketsOf } from './buckets';
import { AgedColumns, AgedRow } from './aged-items';
import { classify, type ClassFacts } from './classify';
import { expectedCashOf } from './expected-cash';
import { factsOf, type Facts } from './facts';
import { keyFiguresOf } from './key-figures';
import { learnLikelihood, type LikelihoodModel } from './likelihood/model';
import { provisionsOf } from './provisions';
import { tablesOf } from './tables';
import { CLASSES, type Aged, type AgedItem, type AgingSettings, type Bucket } from './aged';

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
  const items = ageItems(books, options, buckets, facts, model);
  return {
    asOf,
    buckets,
    items,
    tables: tablesOf(books, items, buckets),
    provisions: provisionsOf(items, buckets, settings),
    keyFigures: keyFiguresOf(books, settlement),
    expectedCash: expectedCashOf(items, asOf, model.toPayDay),
  };
}

function ageItems(books: Books, { asOf, settlement, settings }: AgeOptions, buckets: readonly Bucket[], facts: Facts, model: LikelihoodModel): readonly AgedItem[] {
  const { openItems } = settlement;
  const firstDay = firstDayOf(books.ours, asOf);
  const classFacts = (item: OpenItem, daysOverdue: number | null, disputed: boolean, likelihood90: number): ClassFacts => ({
    daysOverdue, disputed, likelihood90,
    brokenPromiseDay: facts.brokenPromiseDay(item.customer, item.currency),
    customerClosed: facts.isClosed(item.customer),
    onBehalfOf: item.onBehalfOf === undefined ? '' : books.customers[item.onBehalfOf].name,
  });
  const columns = new AgedColumns(openItems.length, asOf, {
    ofClass({ item, daysOverdue, disputed, likelihood90 }) {
      const known = classFacts(item, daysOverdue, disputed, likelihood90);
      return classify(item, known, settings).reason(known, settings);
    },
    ofLikelihood: ({ item, disputed }) => model.reasonOf(item, disputed),
  });
  for (let i = 0; i < openItems.length; i++) {
    const item = openItems[i];
    const daysOverdue = item.dueDay === null ? null : asOf - item.dueDay;
    const ageDays = asOf - (books.ours.day[item.entry] || firstDay);
    const disputed = facts.isDisputed(item.entry);
    const { likelihood30, likelihood60, likelihood90, expectedDay } = model.estimate(item, disputed);
    columns.ageDays[i] = ageDays;
    columns.bucket[i] = bucketOf(buckets, daysOverdue);
    columns.bucketByDocumentDay[i] = bucketByAge(buckets, ageDays);
    columns.disputed[i] = disputed ? 1 : 0;
    columns.likelihood30[i] = likelihood30;
    columns.likelihood60[i] = likelihood60;
    columns.likelihood90[i] = likelihood90;
    columns.expectedDay[i] = expectedDay ?? NO_DAY;
    columns.class[i] = CLASSES.indexOf(classify(item, classFacts(item, daysOverdue, disputed, likelihood90), settings).class);
  }
  return openItems.map((item, i) => new AgedRow(item, columns, i));
}

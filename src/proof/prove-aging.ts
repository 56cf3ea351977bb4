/**
 * The proof of an aging. Every open item stands in the bucket that its days fall into; per customer, and over
 * all customers, buckets and classes are what the items add up to, and each row adds up to its total. The
 * provision is the open amount times its rate.
 */
import { NO_DAY } from '../units/units';
import { CLASSES, type AgedItem, type AgingRow, type AgingTable } from '../aging/aged';
import { accountNumber, firstDayOf, type Balances } from './balances';
import type { Findings, Whose } from './findings';
import type { Outcome } from './proof';

/** What the items add up to: by account or by currency, then by bucket (twice) and class. */
interface Sums {
  readonly byDueDay: Float64Array;
  readonly byDocumentDay: Float64Array;
  readonly byClass: Float64Array;
}

export function proveAging(outcome: Outcome, balances: Balances, findings: Findings): void {
  const { books, aged } = outcome;
  const ends = bucketEnds(outcome);
  const everyone: Whose = { customer: null, currency: 0 };
  findings.same('bucket', everyone, aged.buckets.length, ends.length + 2);
  aged.buckets.forEach(({ toDay }, bucket) => findings.same('bucket', everyone, toDay ?? Infinity, bucket === 0 ? 0 : ends[bucket - 1] ?? Infinity));
  proveItems(outcome, ends, findings);
  const ofAccounts = sumsOf(outcome, balances.accountCount, ({ item }) => accountNumber(books, item.customer, books.currencies.indexOf(item.currency)));
  const ofCurrencies = sumsOf(outcome, books.currencies.length, ({ item }) => books.currencies.indexOf(item.currency));
  for (const table of aged.tables) proveTable(outcome, table, ofAccounts, ofCurrencies, findings);
  proveProvisions(outcome, ofCurrencies, findings);
}

function bucketEnds({ settings }: Outcome): readonly number[] {
  return [...new Set(settings.aging.bucketEndDays)].filter((end) => end > 0).sort((a, b) => a - b);
}

/** A day belongs to exactly one bucket: behind as many as end before it. */
function bucketOfDays(ends: readonly number[], days: number): number {
  if (days <= 0) return 0;
  let bucket = 1;
  for (const end of ends) if (days > end) bucket++;
  return bucket;
}

function proveItems({ books, settlement, aged, asOf }: Outcome, ends: readonly number[], findings: Findings): void {
  const { ours } = books;
  const firstDay = firstDayOf(ours.day, asOf);
  findings.same('open-items', { customer: null, currency: 0 }, aged.items.length, settlement.openItems.length);
  for (let i = 0; i < aged.items.length; i++) {
    const { item, daysOverdue, ageDays, bucket, bucketByDocumentDay } = aged.items[i];
    const open = settlement.openItems[i];
    const whose: Whose = { customer: item.customer, currency: ours.currency[item.entry] };
    if (item !== open && (item.entry !== open?.entry || item.openMinor !== open.openMinor || item.dueDay !== open.dueDay)) findings.sameMinor('open-items', whose, item.openMinor, open?.openMinor ?? Number.NaN);
    const days = item.dueDay === null ? null : asOf - item.dueDay;
    const age = asOf - (ours.day[item.entry] === NO_DAY ? firstDay : ours.day[item.entry]);
    findings.same('age', whose, daysOverdue, days);
    findings.same('age', whose, ageDays, age);
    findings.same('bucket', whose, bucket, bucketOfDays(ends, days ?? 0));
    findings.same('bucket', whose, bucketByDocumentDay, bucketOfDays(ends, Math.max(1, age)));
  }
}

function sumsOf({ aged }: Outcome, groupCount: number, groupOf: (aged: AgedItem) => number): Sums {
  const buckets = aged.buckets.length;
  const sums: Sums = { byDueDay: new Float64Array(groupCount * buckets), byDocumentDay: new Float64Array(groupCount * buckets), byClass: new Float64Array(groupCount * CLASSES.length) };
  for (const each of aged.items) {
    const group = groupOf(each);
    sums.byDueDay[group * buckets + each.bucket] += each.item.openMinor;
    sums.byDocumentDay[group * buckets + each.bucketByDocumentDay] += each.item.openMinor;
    sums.byClass[group * CLASSES.length + CLASSES.indexOf(each.class)] += each.item.openMinor;
  }
  return sums;
}

/** Rows by customer are proven one by one, others (by product, rep, currency) as columns of a currency. */
function proveTable(outcome: Outcome, { basis, by, rows }: AgingTable, ofAccounts: Sums, ofCurrencies: Sums, findings: Findings): void {
  const { books, aged } = outcome;
  const bucketCount = aged.buckets.length;
  const columnsMinor = new Float64Array(books.currencies.length * bucketCount);
  const classesMinor = new Float64Array(books.currencies.length * CLASSES.length);
  for (const row of rows) {
    const currency = books.currencies.indexOf(row.currency);
    const whose: Whose = { customer: row.customer, currency };
    const which = row.customer === null ? row.name : '';
    findings.same('account', whose, Number(row.customer !== null), Number(by === 'customer'), which);
    const classes = CLASSES.map((name) => row.classesMinor[name]);
    findings.sameMinor('row-total', whose, row.totalMinor, added(row.bucketsMinor), which);
    findings.sameMinor('row-total', whose, row.totalMinor, added(classes), which);
    row.bucketsMinor.forEach((minor, bucket) => (columnsMinor[currency * bucketCount + bucket] += minor));
    classes.forEach((minor, at) => (classesMinor[currency * CLASSES.length + at] += minor));
    if (row.customer !== null) proveRow(outcome, basis, row, whose, ofAccounts, findings);
  }
  books.currencies.forEach((_, currency) => {
    const everyone: Whose = { customer: null, currency };
    for (let bucket = 0; bucket < bucketCount; bucket++) findings.sameMinor('bucket', everyone, columnsMinor[currency * bucketCount + bucket], bucketsOf(ofCurrencies, basis)[currency * bucketCount + bucket], `${by}, ${aged.buckets[bucket].key}`);
    CLASSES.forEach((name, at) => findings.sameMinor('class', everyone, classesMinor[currency * CLASSES.length + at], ofCurrencies.byClass[currency * CLASSES.length + at], `${by}, ${name}`));
  });
}

function proveRow({ books, aged }: Outcome, basis: AgingTable['basis'], row: AgingRow, whose: Whose, ofAccounts: Sums, findings: Findings): void {
  const account = accountNumber(books, row.customer as number, whose.currency);
  row.bucketsMinor.forEach((minor, bucket) => findings.sameMinor('bucket', whose, minor, bucketsOf(ofAccounts, basis)[account * aged.buckets.length + bucket], aged.buckets[bucket]?.key));
  CLASSES.forEach((name, at) => findings.sameMinor('class', whose, row.classesMinor[name], ofAccounts.byClass[account * CLASSES.length + at], name));
}

function bucketsOf(sums: Sums, basis: AgingTable['basis']): Float64Array {
  return basis === 'due-day' ? sums.byDueDay : sums.byDocumentDay;
}

function added(amounts: readonly number[]): number {
  let sumMinor = 0;
  for (const amountMinor of amounts) sumMinor += amountMinor;
  return sumMinor;
}

/** Lines are in the order of the classes, or of the buckets. */
function proveProvisions({ books, aged, settings }: Outcome, ofCurrencies: Sums, findings: Findings): void {
  const { provisionByClass, provisionByBucket } = settings.aging;
  for (const { currency, by, lines, totalMinor } of aged.provisions) {
    const number = books.currencies.indexOf(currency);
    const everyone: Whose = { customer: null, currency: number };
    const count = by === 'class' ? CLASSES.length : aged.buckets.length;
    findings.same('provision-base', everyone, lines.length, count);
    lines.forEach(({ key, openMinor, rate, provisionMinor }, at) => {
      const rateShouldBe = by === 'class' ? provisionByClass[CLASSES[at]] : provisionByBucket[Math.min(at, provisionByBucket.length - 1)] ?? 0;
      findings.sameMinor('provision-base', everyone, openMinor, (by === 'class' ? ofCurrencies.byClass : ofCurrencies.byDueDay)[number * count + at], key);
      findings.same('provision', everyone, rate, rateShouldBe, key);
      findings.sameMinor('provision', everyone, provisionMinor, Math.max(0, Math.round(openMinor * rateShouldBe)), key);
    });
    findings.sameMinor('provision-total', everyone, totalMinor, added(lines.map((line) => line.provisionMinor)));
  }
}

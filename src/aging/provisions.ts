/** The bad-debt provision to propose: open amounts times the rates of the settings, by class and by bucket. */
import type { MinorUnits } from '../units/units';
import { compareText } from './compare-text';
import { CLASSES, type AgedItem, type AgingSettings, type Bucket, type CollectionClass, type Provision } from './aged';

/**
 * Per currency, once by class and once by bucket. Money on account is nobody's bad debt: a line whose sum
 * is negative is provided for with nothing. A bucket beyond the rates given takes the last rate.
 */
export function provisionsOf(items: readonly AgedItem[], buckets: readonly Bucket[], settings: AgingSettings): readonly Provision[] {
  const bucketRate = (bucket: number) => settings.provisionByBucket[Math.min(bucket, settings.provisionByBucket.length - 1)] ?? 0;
  const sumsOf = new Map<string, { readonly classes: Record<CollectionClass, MinorUnits>; readonly buckets: MinorUnits[] }>();
  for (const aged of items) {
    const { currency, openMinor } = aged.item;
    let sums = sumsOf.get(currency);
    if (!sums) sumsOf.set(currency, (sums = { classes: { 'not-due': 0, collectible: 0, doubtful: 0, bad: 0 }, buckets: buckets.map(() => 0) }));
    sums.classes[aged.class] += openMinor;
    sums.buckets[aged.bucket] += openMinor;
  }
  return [...sumsOf].sort(([a], [b]) => compareText(a, b)).flatMap(([currency, sums]) => [
    provision(currency, 'class', CLASSES.map((name) => line(name, sums.classes[name], settings.provisionByClass[name]))),
    provision(currency, 'bucket', buckets.map((bucket, number) => line(bucket.key, sums.buckets[number], bucketRate(number)))),
  ]);
}

type Line = Provision['lines'][number];

function line(key: string, openMinor: MinorUnits, rate: number): Line {
  return { key, openMinor, rate, provisionMinor: Math.max(0, Math.round(openMinor * rate)) };
}

function provision(currency: string, by: Provision['by'], lines: readonly Line[]): Provision {
  return { currency, by, lines, totalMinor: lines.reduce((sumMinor, { provisionMinor }) => sumMinor + provisionMinor, 0) };
}

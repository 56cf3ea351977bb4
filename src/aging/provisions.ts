/** The bad-debt provision to propose: open amounts times the rates of the settings, by class and by bucket. */
import type { MinorUnits } from '../units/units';
import { compareText } from './compare-text';
import { CLASSES, type AgedItem, type AgingSettings, type Bucket, type Provision } from './aged';

/**
 * Per currency, once by class and once by bucket. Money on account is nobody's bad debt: a line whose sum
 * is negative is provided for with nothing. A bucket beyond the rates given takes the last rate.
 */
export function provisionsOf(items: readonly AgedItem[], buckets: readonly Bucket[], settings: AgingSettings): readonly Provision[] {
  const currencies = [...new Set(items.map((aged) => aged.item.currency))].sort(compareText);
  const bucketRate = (bucket: number) => settings.provisionByBucket[Math.min(bucket, settings.provisionByBucket.length - 1)] ?? 0;
  return currencies.flatMap((currency) => {
    const byClassMinor = new Map<string, MinorUnits>();
    const byBucketMinor = new Float64Array(buckets.length);
    for (const aged of items) {
      if (aged.item.currency !== currency) continue;
      byClassMinor.set(aged.class, (byClassMinor.get(aged.class) ?? 0) + aged.item.openMinor);
      byBucketMinor[aged.bucket] += aged.item.openMinor;
    }
    const byClass = CLASSES.map((name) => line(name, byClassMinor.get(name) ?? 0, settings.provisionByClass[name]));
    const byBucket = buckets.map((bucket, number) => line(bucket.key, byBucketMinor[number], bucketRate(number)));
    return [provision(currency, 'class', byClass), provision(currency, 'bucket', byBucket)];
  });
}

type Line = Provision['lines'][number];

function line(key: string, openMinor: MinorUnits, rate: number): Line {
  return { key, openMinor, rate, provisionMinor: Math.max(0, Math.round(openMinor * rate)) };
}

function provision(currency: string, by: Provision['by'], lines: readonly Line[]): Provision {
  return { currency, by, lines, totalMinor: lines.reduce((sumMinor, { provisionMinor }) => sumMinor + provisionMinor, 0) };
}

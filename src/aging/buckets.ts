/** Aging buckets: number 0 is not due, the last is open-ended. A day belongs to exactly one. */
import type { Bucket, BucketIndex } from './aged';

/** Buckets for ascending upper ends: [30, 60] gives `not-due`, `1-30`, `31-60`, `over-60`. */
export function bucketsOf(bucketEndDays: readonly number[]): readonly Bucket[] {
  const ends = [...new Set(bucketEndDays.filter((end) => end > 0))].sort((a, b) => a - b);
  const overdue = ends.map((end, number) => {
    const fromDay = (ends[number - 1] ?? 0) + 1;
    return { key: `${fromDay}-${end}`, fromDay, toDay: end };
  });
  const last = ends[ends.length - 1] ?? 0;
  return [{ key: 'not-due', fromDay: null, toDay: 0 }, ...overdue, { key: `over-${last}`, fromDay: last + 1, toDay: null }];
}

/** The bucket of a number of days overdue; `null` (nothing falls due) and zero are not due. */
export function bucketOf(buckets: readonly Bucket[], days: number | null): BucketIndex {
  if (days === null || days <= 0) return 0;
  let bucket = 1;
  while (buckets[bucket].toDay !== null && days > (buckets[bucket].toDay as number)) bucket++;
  return bucket;
}

/** On the document-date basis nothing is "not due": a document of today stands in the first bucket. */
export function bucketByAge(buckets: readonly Bucket[], ageDays: number): BucketIndex {
  return bucketOf(buckets, Math.max(1, ageDays));
}

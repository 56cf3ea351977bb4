/**
 * Whole numbers listed under keys: a map of arrays without the arrays, for a million short lists. A number
 * may be listed several times, and stays listed; what has gone stale the caller passes over.
 */
export class Listing<Key> {
  /** Number of the latest listing under a key; from each, the one before it. */
  private readonly latest = new Map<Key, number>();
  private readonly before: number[] = [];
  private readonly values: number[] = [];

  add(key: Key, value: number): void {
    const listing = this.values.push(value) - 1;
    this.before.push(this.latest.get(key) ?? -1);
    this.latest.set(key, listing);
  }

  /** In the order in which they were listed. */
  of(key: Key): number[] {
    const values: number[] = [];
    for (let listing = this.latest.get(key) ?? -1; listing >= 0; listing = this.before[listing]) values.push(this.values[listing]);
    return values.length > 1 ? values.reverse() : values;
  }
}

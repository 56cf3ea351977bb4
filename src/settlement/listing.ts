/**
 * Whole numbers listed under keys: a map of arrays without the arrays, for a million short lists.
 */
import { FIRST_CAPACITY, longer } from '../units/columns';

const NOTHING: readonly number[] = [];

/** Under keys of any kind. What has gone stale is taken out when somebody looks. */
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

  /** Those that still hold, latest first; a number listed twice comes twice. The others are forgotten. */
  holding(key: Key, holds: (value: number) => boolean): number[] {
    const { before, values, latest } = this;
    const held: number[] = [];
    const first = latest.get(key) ?? -1;
    let kept = -1;
    for (let listing = first; listing >= 0; listing = before[listing]) {
      if (!holds(values[listing])) continue;
      held.push(values[listing]);
      if (kept >= 0) before[kept] = listing;
      else if (listing !== first) latest.set(key, listing);
      kept = listing;
    }
    if (kept >= 0) before[kept] = -1;
    else if (first >= 0) latest.delete(key);
    return held;
  }
}

/** Under small whole numbers, one account after another: what earlier accounts listed is out of sight at no cost. */
export class AccountListing {
  /** By key: number of the latest listing, counted from 1. */
  private latest = new Int32Array(FIRST_CAPACITY);
  private before = new Int32Array(FIRST_CAPACITY);
  private values = new Int32Array(FIRST_CAPACITY);
  private count = 0;
  private first = 1;

  /** A new account begins. */
  begin(): void {
    this.first = this.count + 1;
  }

  add(key: number, value: number): void {
    if (key >= this.latest.length) this.latest = longer(this.latest, 2 * key);
    const listing = ++this.count;
    if (listing >= this.values.length) {
      this.before = longer(this.before, 2 * listing);
      this.values = longer(this.values, 2 * listing);
    }
    this.before[listing] = this.latest[key];
    this.values[listing] = value;
    this.latest[key] = listing;
  }

  has(key: number): boolean {
    return key < this.latest.length && this.latest[key] >= this.first;
  }

  /** In the order in which they were listed. */
  of(key: number): readonly number[] {
    if (!this.has(key)) return NOTHING;
    const values: number[] = [];
    for (let listing = this.latest[key]; listing >= this.first; listing = this.before[listing]) values.push(this.values[listing]);
    return values.length > 1 ? values.reverse() : values;
  }
}

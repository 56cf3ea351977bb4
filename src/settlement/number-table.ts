/**
 * Document numbers as small whole numbers: letters and digits, each distinct pair once. Number 0 means none.
 * Digits are kept as a number, since nearly all are short; those too long for one are kept as text.
 */
import type { DocumentNumber } from '../matching/references';
import { FIRST_CAPACITY, longer } from '../units/columns';

export type NumberId = number;

/** Digits up to which a number holds them exactly. */
const EXACT_DIGITS = 15;
const NO_DIGITS = -1;
const [CODE_0, CODE_9, CODE_A, CODE_Z, CODE_DASH, CODE_SPACE] = [...'09AZ- '].map((sign) => sign.charCodeAt(0));

export class NumberTable {
  private count = 1;
  /** By id: number of the letters in `prefixes`; the digits as a number; the id before it in the same bucket. */
  private prefix: Int32Array;
  private digits: Float64Array;
  private before: Int32Array;
  /** Latest id by digits, hashed: a map of a million numbers takes several times as long. */
  private buckets: Int32Array;
  private readonly prefixes: string[] = [''];
  private readonly prefixNumbers = new Map<string, number>([['', 0]]);
  private latestPrefix = 0;
  /** Digits that no number holds: below `NO_DIGITS`, counting down. */
  private readonly long: string[] = [];
  private readonly longNumbers = new Map<string, number>();

  /** Room for so many to begin with. */
  constructor(count: number) {
    const capacity = Math.max(FIRST_CAPACITY, count);
    this.prefix = new Int32Array(capacity);
    this.digits = new Float64Array(capacity);
    this.before = new Int32Array(capacity);
    this.buckets = new Int32Array(bucketCountFor(capacity));
  }

  get size(): number {
    return this.count;
  }

  at(id: NumberId): DocumentNumber {
    return { prefix: this.prefixes[this.prefix[id]], digits: this.digitsText(this.digits[id]) };
  }

  prefixOf(id: NumberId): string {
    return this.prefixes[this.prefix[id]];
  }

  intern({ prefix, digits }: DocumentNumber): NumberId {
    return prefix === '' && digits === '' ? 0 : this.internParts(this.internPrefix(prefix), this.internDigits(digits));
  }

  /**
   * The number of a text of the usual form, as the matching room reads it: capitals, at most one dash or space,
   * and digits. -1 for any other, to be read with care.
   */
  internPlain(text: string): NumberId {
    let at = 0;
    while (at < text.length && text.charCodeAt(at) >= CODE_A && text.charCodeAt(at) <= CODE_Z) at++;
    const letters = at;
    if (text.charCodeAt(at) === CODE_DASH || text.charCodeAt(at) === CODE_SPACE) at++;
    if (at === text.length || text.length - at > EXACT_DIGITS) return -1;
    let digits = 0;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < CODE_0 || code > CODE_9) return -1;
      digits = digits * 10 + code - CODE_0;
    }
    return this.internParts(this.internLetters(text, letters), digits);
  }

  /** True for a number below this, whatever its letters. */
  isBelow(id: NumberId, limit: number): boolean {
    return this.digits[id] < limit;
  }

  /** Ids with these digits, the latest first. */
  withDigits(digits: string): NumberId[] {
    const number = this.digitsNumber(digits);
    const ids: NumberId[] = [];
    if (number === undefined) return ids;
    for (let id = this.buckets[this.bucketOf(number)]; id !== 0; id = this.before[id]) if (this.digits[id] === number) ids.push(id);
    return ids;
  }

  /** True where no other id has the same digits. */
  isAlone(number: NumberId): boolean {
    const digits = this.digits[number];
    for (let id = this.buckets[this.bucketOf(digits)]; id !== 0; id = this.before[id]) if (id !== number && this.digits[id] === digits) return false;
    return true;
  }

  private internParts(prefix: number, digits: number): NumberId {
    for (let id = this.buckets[this.bucketOf(digits)]; id !== 0; id = this.before[id]) if (this.digits[id] === digits && this.prefix[id] === prefix) return id;
    if (this.count === this.prefix.length) this.grow(2 * this.count);
    const id = this.count++;
    this.prefix[id] = prefix;
    this.digits[id] = digits;
    this.putIntoBucket(id);
    return id;
  }

  private putIntoBucket(id: NumberId): void {
    const bucket = this.bucketOf(this.digits[id]);
    this.before[id] = this.buckets[bucket];
    this.buckets[bucket] = id;
  }

  /** Neighbouring numbers, which most are, fall into neighbouring buckets. */
  private bucketOf(digits: number): number {
    return (digits ^ Math.floor(digits / this.buckets.length)) & (this.buckets.length - 1);
  }

  /** Runs of documents share their letters. */
  private internLetters(text: string, letters: number): number {
    const latest = this.prefixes[this.latestPrefix];
    if (latest.length === letters && text.startsWith(latest)) return this.latestPrefix;
    return (this.latestPrefix = this.internPrefix(text.slice(0, letters)));
  }

  private internPrefix(prefix: string): number {
    let number = this.prefixNumbers.get(prefix);
    if (number === undefined) {
      number = this.prefixes.push(prefix) - 1;
      this.prefixNumbers.set(prefix, number);
    }
    return number;
  }

  private internDigits(digits: string): number {
    const known = this.digitsNumber(digits);
    if (known !== undefined) return known;
    const number = NO_DIGITS - this.long.push(digits);
    this.longNumbers.set(digits, number);
    return number;
  }

  private digitsNumber(digits: string): number | undefined {
    if (digits === '') return NO_DIGITS;
    return digits.length <= EXACT_DIGITS ? Number(digits) : this.longNumbers.get(digits);
  }

  private digitsText(number: number): string {
    if (number >= 0) return String(number);
    return number === NO_DIGITS ? '' : this.long[NO_DIGITS - number - 1];
  }

  private grow(capacity: number): void {
    this.prefix = longer(this.prefix, capacity);
    this.digits = longer(this.digits, capacity);
    this.before = longer(this.before, capacity);
    this.buckets = new Int32Array(bucketCountFor(capacity));
    for (let id = 1; id < this.count; id++) this.putIntoBucket(id);
  }
}

/** A power of two, one bucket for each number or more. */
function bucketCountFor(capacity: number): number {
  return 2 ** Math.ceil(Math.log2(capacity));
}

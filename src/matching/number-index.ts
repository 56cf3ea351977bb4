/** Documents of one side by the digits they go by: chains in plain arrays, for most accounts have a few dozen. */
import { NO_DOCS, type Doc } from './doc';

const NONE = -1;

export class NumberIndex {
  private readonly docs: Doc[] = [];
  private readonly digits: number[] = [];
  /** The node that comes after each, of those that fall into the same place. */
  private readonly next: number[] = [];
  private readonly first: number[];
  private readonly last: number[];

  constructor(docs: readonly Doc[]) {
    let places = 8;
    while (places < docs.length) places *= 2;
    this.first = new Array<number>(places).fill(NONE);
    this.last = new Array<number>(places).fill(NONE);
    for (const doc of docs) for (const number of doc.numbers) this.add(number.digits, doc);
  }

  /** In the order of the side; none twice. */
  withDigits(digits: number): readonly Doc[] {
    let found: Doc[] | null = null;
    for (let node = this.first[this.placeOf(digits)]; node !== NONE; node = this.next[node]) {
      if (this.digits[node] !== digits) continue;
      const doc = this.docs[node];
      if (found === null) found = [doc];
      else if (found[found.length - 1] !== doc) found.push(doc);
    }
    return found ?? NO_DOCS;
  }

  /** True where more than one document goes by the digits. */
  hasSeveral(digits: number): boolean {
    let known: Doc | null = null;
    for (let node = this.first[this.placeOf(digits)]; node !== NONE; node = this.next[node]) {
      if (this.digits[node] !== digits || this.docs[node] === known) continue;
      if (known) return true;
      known = this.docs[node];
    }
    return false;
  }

  private add(digits: number, doc: Doc): void {
    const node = this.docs.length;
    const place = this.placeOf(digits);
    this.docs.push(doc);
    this.digits.push(digits);
    this.next.push(NONE);
    if (this.first[place] === NONE) this.first[place] = node;
    else this.next[this.last[place]] = node;
    this.last[place] = node;
  }

  private placeOf(digits: number): number {
    return (digits ^ (digits >>> 15)) & (this.first.length - 1);
  }
}

import type { TextPool } from './text-pool';

/**
 * What texts mean, worked out once for each text of a pool, however many cells and sheets hold it. Typed arrays
 * by the text's number: most texts of a ledger are document numbers, each asked about once or twice.
 */
export class NumberMemo {
  private results = new Float64Array(0);

  constructor(
    private readonly texts: TextPool,
    private readonly work: (text: string, number: number) => number,
  ) {}

  get(number: number): number {
    if (number >= this.results.length) this.grow(number);
    let result = this.results[number];
    if (result === UNKNOWN) {
      result = this.work(this.texts.at(number), number);
      this.results[number] = result;
    }
    return result;
  }

  private grow(number: number): void {
    const results = new Float64Array(roomFor(number, this.texts, this.results)).fill(UNKNOWN);
    results.set(this.results);
    this.results = results;
  }
}

/** Not yet worked out; no reading of a cell is this. */
const UNKNOWN = Number.POSITIVE_INFINITY;

/** The same for results that are whole numbers from −1 up: numbers of texts, of kinds, of words. */
export class IndexMemo {
  /** Each result and 2; 0 is not yet worked out. */
  private results = new Int32Array(0);

  constructor(
    private readonly texts: TextPool,
    private readonly work: (text: string, number: number) => number,
  ) {}

  get(number: number): number {
    if (number >= this.results.length) this.grow(number);
    const known = this.results[number];
    if (known !== 0) return known - 2;
    const result = this.work(this.texts.at(number), number);
    this.results[number] = result + 2;
    return result;
  }

  private grow(number: number): void {
    const results = new Int32Array(roomFor(number, this.texts, this.results));
    results.set(this.results);
    this.results = results;
  }
}

function roomFor(number: number, texts: TextPool, before: { readonly length: number }): number {
  return Math.max(number + 1, texts.size, Math.ceil(before.length * 1.5));
}

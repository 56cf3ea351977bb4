import { toSimplified } from './simplified';

/**
 * The form in which words are compared: one width, one case, one script, no spaces, no punctuation.
 * `應收金額 (借方)` and `应收金额（借方）` fold to the same text.
 */
export function fold(text: string): string {
  return toSimplified(text.normalize('NFKC')).toLowerCase().replace(/[^\p{L}\p{N}#<>%]/gu, '');
}

/** A result per pool number: each distinct text is worked out once, however many cells hold it. */
export class TextMemo<T> {
  private readonly results = new Map<number, T>();

  constructor(
    private readonly textAt: (number: number) => string,
    private readonly work: (text: string) => T,
  ) {}

  get(number: number): T {
    let result = this.results.get(number);
    if (result === undefined) {
      result = this.work(this.textAt(number));
      this.results.set(number, result);
    }
    return result;
  }
}

/** A text for each text asked about, worked out once. For names, of which there are few. */
export class TextCache {
  private readonly results = new Map<string, string>();

  constructor(private readonly work: (text: string) => string) {}

  get(text: string): string {
    let result = this.results.get(text);
    if (result === undefined) {
      result = this.work(text);
      this.results.set(text, result);
    }
    return result;
  }
}

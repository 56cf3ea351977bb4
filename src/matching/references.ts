/**
 * Document numbers as people write them. `XS-001083`, `xs 1083`, `#1083`, `１０８３` are one number: width,
 * case, separators and leading zeros do not count; a prefix counts only where both sides give one.
 * A cell may name several numbers (`001250/001252`, `1250/52`), a range (`1001-1005`, `XS-001~003`),
 * or one and how many there are (`XS-001255等3张`).
 */

/** One number: letters before it ('' where it has none) and its digits without leading zeros. */
export interface DocumentNumber {
  readonly prefix: string;
  readonly digits: string;
}

/** What a cell names. */
export interface Naming {
  readonly numbers: readonly DocumentNumber[];
  /** Ends of ranges, inclusive. */
  readonly ranges: readonly { readonly prefix: string; readonly from: number; readonly to: number }[];
  /** How many documents the cell says it stands for ("等3张"); 0 where it does not say. */
  readonly documentCount: number;
}

const NOTHING: Naming = { numbers: [], ranges: [], documentCount: 0 };
/** A range longer than this is two numbers with a dash between them. */
const RANGE_SPAN_MAX = 200;
/** Fewer digits than this name nothing on their own: they are quantities, months, line numbers. */
export const DIGITS_MIN = 3;

/** From this many digits on, a number is rarely written in full. */
const LONG_DIGITS = 7;
/** Digits of a year or a place before the zeros, at least and at most. */
const HEAD_DIGITS_MIN = 2;
const HEAD_DIGITS_MAX = 4;
const ZERO = 48;

/** Words that say that a number follows, or what it is the number of: no series bears them. `№` is folded to NO. */
export const WORDS_BEFORE_NUMBERS: ReadonlySet<string> = new Set(
  'NO NOS NR NUM NUMBER REF REFERENCE DOC DOCUMENT INVOICE INVOICES ORDER BILL NOTE VOUCHER RECEIPT SHIPMENT DELIVERY FOR PER OF AND'.split(' '),
);

/** The letters before a number as the prefix of its series; '' where they name none. */
function seriesPrefix(letters: string): string {
  return WORDS_BEFORE_NUMBERS.has(letters) ? '' : letters;
}

/** Letters, then digits, with whatever people put between; further digit groups joined by a dash belong to it. */
const NUMBER = /([A-Z]+)?[\s\-_#:.№]*(\d+(?:\s*[-_]\s*\d+)*)/g;
const COUNT = /(?:等|共|计|計|AND|\+)\s*(\d{1,3})\s*(?:张|張|笔|筆|单|單|份|票|MORE|OTHERS|DOCS|ITEMS)/;
const RANGE_SIGN = /^\s*(?:~|至|到|–|—|TO)\s*$/;

const stripZeros = (digits: string) => digits.replace(/^0+(?=\d)/, '');

/** Folds width and case; full-width digits and letters become plain ones. */
function foldNumberText(text: string): string {
  return text.normalize('NFKC').toUpperCase();
}

/**
 * The number that a document goes by, and the shorter forms it is known by: `INV-2026-0105` is also `0105`.
 * Empty where the text has no digits.
 */
export function numbersOfDocument(text: string): readonly DocumentNumber[] {
  const plain = /^([A-Z]*)[- ]?(\d+)$/.exec(text);
  if (plain) return withTail([{ prefix: seriesPrefix(plain[1]), digits: stripZeros(plain[2]) }]);
  const folded = foldNumberText(text);
  const groups = folded.match(/\d+/g);
  if (!groups) return [];
  const prefix = (folded.split(/\d/, 1)[0].match(/[A-Z]+/g) ?? []).find((letters) => seriesPrefix(letters) !== '') ?? '';
  const numbers = [{ prefix, digits: stripZeros(groups.join('')) }];
  if (groups.length > 1) {
    const last = groups[groups.length - 1];
    const known = last.length >= DIGITS_MIN ? last : groups[groups.length - 2];
    if (known.length >= DIGITS_MIN) numbers.push({ prefix, digits: stripZeros(known) });
  }
  return withTail(numbers);
}

function withTail(numbers: readonly DocumentNumber[]): readonly DocumentNumber[] {
  const [{ prefix, digits }] = numbers;
  const start = tailStart(digits, 0);
  if (start < 0 || numbers.some((number) => number.digits === digits.slice(start))) return numbers;
  return [...numbers, { prefix, digits: digits.slice(start) }];
}

/**
 * A year or a place, zeros, and the number that people go by: `2026001083` is also `1083`. Where in a text that
 * ends in digits, the first of them at `from` and no zero, that shorter number starts; −1 where there is none.
 */
export function tailStart(text: string, from: number): number {
  if (text.length - from < LONG_DIGITS) return -1;
  for (let head = HEAD_DIGITS_MIN; head <= HEAD_DIGITS_MAX; head++) {
    let at = from + head;
    while (at < text.length && text.charCodeAt(at) === ZERO) at++;
    if (at - from - head >= 2 && text.length - at >= DIGITS_MIN) return at;
  }
  return -1;
}

/** Every number, range and count that a reference cell or a memo names. */
export function readNaming(text: string): Naming {
  if (text === '' || !/\d|[０-９]/.test(text)) return NOTHING;
  let folded = foldNumberText(text);
  const count = COUNT.exec(folded);
  if (count) folded = folded.replace(count[0], ' ');
  const reader = new NamingReader();
  let end = 0;
  for (const found of folded.matchAll(NUMBER)) {
    reader.read(seriesPrefix(found[1] ?? ''), found[2].replace(/\s/g, ''), folded.slice(end, found.index));
    end = found.index + found[0].length;
  }
  return { numbers: reader.numbers, ranges: reader.ranges, documentCount: count ? Number(count[1]) : 0 };
}

/** Reads one number after the other; a number may lean on the one before it (ranges, short tails). */
class NamingReader {
  readonly numbers: DocumentNumber[] = [];
  readonly ranges: { prefix: string; from: number; to: number }[] = [];
  private lastDigits = '';
  private lastPrefix = '';

  read(prefix: string, digits: string, between: string): void {
    if (this.lastDigits && RANGE_SIGN.test(between) && this.addRange(prefix || this.lastPrefix, this.lastDigits, digits)) return;
    const groups = digits.split(/[-_]/);
    if (groups.length === 2 && groups[0].length >= DIGITS_MIN) this.addRange(prefix, groups[0], groups[1]);
    if (groups.length > 1) this.add(prefix, groups.join(''));
    for (const group of groups) this.addShort(prefix, group);
  }

  /** `1250/52`: a short number after a longer one replaces its tail. */
  private addShort(prefix: string, digits: string): void {
    const isTail = prefix === '' && this.lastDigits.length >= DIGITS_MIN && digits.length < this.lastDigits.length && digits.length <= 3;
    const whole = isTail ? this.lastDigits.slice(0, -digits.length) + digits : digits;
    if (whole.length < DIGITS_MIN && prefix === '') return;
    this.add(prefix || (isTail ? this.lastPrefix : ''), whole);
    this.lastDigits = whole;
    this.lastPrefix = prefix || (isTail ? this.lastPrefix : '');
  }

  /** False where the two are no range, but two numbers. */
  private addRange(prefix: string, fromDigits: string, toDigits: string): boolean {
    const from = Number(fromDigits);
    const short = toDigits.length < fromDigits.length;
    const to = Number(short ? fromDigits.slice(0, -toDigits.length) + toDigits : toDigits);
    const reads = to > from && to - from <= RANGE_SPAN_MAX && toDigits.length <= fromDigits.length;
    if (reads) this.ranges.push({ prefix, from, to });
    return reads;
  }

  private add(prefix: string, digits: string): void {
    const stripped = stripZeros(digits);
    if (!this.numbers.some((number) => number.digits === stripped && number.prefix === prefix)) this.numbers.push({ prefix, digits: stripped });
  }
}

/** True where the prefixes do not contradict each other. */
export function samePrefix(a: string, b: string): boolean {
  return a === '' || b === '' || a === b;
}

/**
 * True where one slip of the hand turns one number into the other: two neighbouring digits swapped,
 * one digit wrong, missing or too many. Numbers of fewer than three digits are never similar.
 */
export function isOneSlipAway(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < DIGITS_MIN) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length - 1;
  let endB = b.length - 1;
  while (endA >= start && endB >= start && a[endA] === b[endB]) {
    endA--;
    endB--;
  }
  const leftA = endA - start + 1;
  const leftB = endB - start + 1;
  if (leftA <= 1 && leftB <= 1) return true;
  return leftA === 2 && leftB === 2 && a[start] === b[endB] && a[endA] === b[start];
}

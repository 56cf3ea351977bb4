/**
 * What the texts of the books name, each number in two whole numbers, so that a million of them are compared
 * without a text: letters as a number to the base of 27, digits as the number they are. What does not fit
 * (seven letters, ten digits) is numbered downwards from −1 as it comes. `references` knows how people write
 * numbers; this file reads the plain form, which nearly all are in, by itself.
 */
import type { TextPool } from '../ledger/grid';
import { DIGITS_MIN, numbersOfDocument, readNaming, tailStart, WORDS_BEFORE_NUMBERS, type DocumentNumber } from './references';

/** A document number. Equal numbers of one run have equal codes. */
export interface NumberCode {
  /** 0 = no letters. */
  readonly prefix: number;
  readonly digits: number;
}

/** What a cell names, in codes; `Naming` of `references` in all else. */
export interface Naming {
  readonly numbers: readonly NumberCode[];
  readonly ranges: readonly { readonly prefix: number; readonly from: number; readonly to: number }[];
  readonly documentCount: number;
}

export const NAMES_NOTHING: Naming = { numbers: [], ranges: [], documentCount: 0 };
const NO_NUMBERS: readonly NumberCode[] = [];

const LETTERS_MAX = 6;
const DIGITS_MAX = 9;
/** Digits up to which a number is exact. */
const COUNTABLE_DIGITS = 15;

const [SPACE, NUMBER_SIGN, DASH, DOT, ZERO, NINE, COLON, UNDERSCORE, BEFORE_A, Z] = [...' #-.09:_`z'].map((sign) => sign.charCodeAt(0));
/** Makes a letter small, and no other sign a letter. */
const SMALL = 32;

/** True where the prefixes do not contradict each other. */
export function samePrefix(a: number, b: number): boolean {
  return a === 0 || b === 0 || a === b;
}

export function isSameNumber(a: NumberCode, b: NumberCode): boolean {
  return a.digits === b.digits && a.prefix === b.prefix;
}

/** No pool comes to so many texts; twice as many digits are still a whole number. */
const TEXTS_MAX = 2 ** 26;

/** Readings of texts, shared by all desks of all runs over one pool. Plain numbers are read anew, anything else once. */
export class TextReadings {
  private readonly numbers = new Map<number, readonly NumberCode[]>();
  private readonly namings = new Map<number, Naming>();
  private readonly longCodes = new Map<string, number>();
  private readonly longTexts: string[] = [];

  constructor(readonly texts: TextPool) {}

  /** The number that a document goes by, and the shorter forms it is known by. */
  numbersOf(text: number): readonly NumberCode[] {
    if (text === 0) return NO_NUMBERS;
    const words = this.texts.at(text);
    const plain = readPlain(words);
    if (plain) return plain.tail < 0 ? [plain] : [plain, { prefix: plain.prefix, digits: plain.tail }];
    let numbers = this.numbers.get(text);
    if (!numbers) this.numbers.set(text, (numbers = numbersOfDocument(words).map((number) => this.codeOf(number))));
    return numbers;
  }

  /** What an entry names beside its own number, which a memo may repeat. */
  namingOfOthers(document: number, references: number, memo: number): Naming {
    const naming = this.namingOf(references, memo);
    // Two series may meet in one number by chance: what stands in a column of references is somebody else's.
    if (naming.numbers.length === 0 || document === 0 || memo === 0) return naming;
    const [own, referred] = [this.namingOf(document, 0).numbers, this.namingOf(references, 0).numbers];
    const isOwn = (number: NumberCode) => own.some((each) => isSameNumber(each, number)) && !referred.some((each) => isSameNumber(each, number));
    return naming.numbers.some(isOwn) ? { ...naming, numbers: naming.numbers.filter((number) => !isOwn(number)) } : naming;
  }

  /** A number as a place in its series; `null` where it is too long to count. */
  placeOf(number: NumberCode): NumberCode | null {
    if (number.digits >= 0) return number;
    const digits = this.digitsText(number.digits);
    return digits.length <= COUNTABLE_DIGITS ? { prefix: number.prefix, digits: Number(digits) } : null;
  }

  codeOfDigits(digits: string): number {
    return digits.length <= DIGITS_MAX ? Number(digits) : this.longCode(digits);
  }

  digitsText(digits: number): string {
    return digits >= 0 ? String(digits) : this.longTexts[-1 - digits];
  }

  prefixText(prefix: number): string {
    if (prefix < 0) return this.longTexts[-1 - prefix];
    let text = '';
    for (let left = prefix; left > 0; left = Math.floor(left / 27)) text = String.fromCharCode((BEFORE_A - SMALL) + (left % 27)) + text;
    return text;
  }

  private namingOf(references: number, memo: number): Naming {
    if (references === 0 && memo === 0) return NAMES_NOTHING;
    if (references === 0 || memo === 0) {
      const plain = readPlain(this.texts.at(references || memo));
      if (plain) return plain.written < DIGITS_MIN && plain.prefix === 0 ? NAMES_NOTHING : { numbers: [plain], ranges: NAMES_NOTHING.ranges, documentCount: 0 };
    }
    const key = references * TEXTS_MAX + memo;
    let naming = this.namings.get(key);
    if (!naming) this.namings.set(key, (naming = this.readNaming([this.texts.at(references), this.texts.at(memo)].filter(Boolean).join(' ; '))));
    return naming;
  }

  private readNaming(text: string): Naming {
    const { numbers, ranges, documentCount } = readNaming(text);
    if (numbers.length === 0 && documentCount === 0) return NAMES_NOTHING;
    return { numbers: numbers.map((number) => this.codeOf(number)), ranges: ranges.map((range) => ({ ...range, prefix: this.codeOfPrefix(range.prefix) })), documentCount };
  }

  private codeOf({ prefix, digits }: DocumentNumber): NumberCode {
    return { prefix: this.codeOfPrefix(prefix), digits: this.codeOfDigits(digits) };
  }

  private codeOfPrefix(prefix: string): number {
    if (prefix.length > LETTERS_MAX) return this.longCode(prefix);
    return codeOfLetters(prefix);
  }

  private longCode(text: string): number {
    let code = this.longCodes.get(text);
    if (code === undefined) this.longCodes.set(text, (code = -this.longTexts.push(text)));
    return code;
  }
}

function codeOfLetters(letters: string): number {
  let code = 0;
  for (let at = 0; at < letters.length; at++) code = code * 27 + (letters.charCodeAt(at) | SMALL) - BEFORE_A;
  return code;
}

/** Those that are read in the plain form. */
const WORD_CODES: ReadonlySet<number> = new Set([...WORDS_BEFORE_NUMBERS].filter(({ length }) => length <= LETTERS_MAX).map(codeOfLetters));

/** A number in its plain form; how many digits were written, zeros included, and the shorter number that people may go by (−1 = none). */
class PlainNumber implements NumberCode {
  constructor(
    readonly prefix: number,
    readonly digits: number,
    readonly written: number,
    readonly tail: number,
  ) {}
}

/** Letters, what people put between, digits, and nothing else; `null` for any other text. */
function readPlain(text: string): PlainNumber | null {
  let at = 0;
  let prefix = 0;
  for (; at < text.length; at++) {
    const letter = text.charCodeAt(at) | SMALL;
    if (letter <= BEFORE_A || letter > Z) break;
    if (at === LETTERS_MAX) return null;
    prefix = prefix * 27 + letter - BEFORE_A;
  }
  if (WORD_CODES.has(prefix)) prefix = 0;
  while (at < text.length && isSeparator(text.charCodeAt(at))) at++;
  const start = at;
  while (at < text.length && text.charCodeAt(at) === ZERO) at++;
  const first = at;
  if (text.length - first > DIGITS_MAX || text.length === start) return null;
  let digits = 0;
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at);
    if (digit < ZERO || digit > NINE) return null;
    digits = digits * 10 + digit - ZERO;
  }
  const tail = tailStart(text, first);
  return new PlainNumber(prefix, digits, text.length - start, tail < 0 ? -1 : Number(text.slice(tail)));
}

function isSeparator(sign: number): boolean {
  return sign === DASH || sign === SPACE || sign === NUMBER_SIGN || sign === UNDERSCORE || sign === COLON || sign === DOT;
}

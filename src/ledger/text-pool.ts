/**
 * Texts by number, each kept once: number 0 is the empty text, two texts are equal where their numbers are.
 * Shared by all grids of one run.
 *
 * A hash table open to the next free place, over typed arrays: of ten million cells most hold a text, and a
 * `Map` with a million entries costs several times as much to fill and to grow. The one walk over a text's
 * characters that its hash needs also notes what they tell at a glance, so that nobody has to walk again.
 */
export class TextPool {
  private readonly texts: string[] = [''];
  private traits = new Uint8Array(1024).fill(BLANK, 0, 1);
  /** Hash and number, place by place; number 0 is a free place. */
  private places = new Int32Array(2 * 2048);
  private mask = 2047;

  intern(text: string): number {
    if (text === '') return 0;
    let hash = text.length;
    let digits = 0;
    let beyondAscii = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      hash = Math.imul(hash ^ code, 0x01000193);
      beyondAscii |= code;
      if (code < 58 && code > 47) digits = HAS_DIGIT;
    }
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash ^= hash >>> 13;
    let place = hash & this.mask;
    for (;;) {
      const number = this.places[2 * place + 1];
      if (number === 0) return this.add(text, hash, place, digits | (beyondAscii > 127 ? BEYOND_ASCII : 0));
      if (this.places[2 * place] === hash && this.texts[number] === text) return number;
      place = (place + 1) & this.mask;
    }
  }

  at(number: number): string {
    return this.texts[number];
  }

  /** Every text, by number. */
  all(): readonly string[] {
    return this.texts;
  }

  get size(): number {
    return this.texts.length;
  }

  /** True where the text is empty or holds nothing but spaces. */
  isBlank(number: number): boolean {
    return (this.traits[number] & BLANK) !== 0;
  }

  /** True where spaces stand before or behind the text. */
  isPadded(number: number): boolean {
    return (this.traits[number] & PADDED) !== 0;
  }

  /** True where the text holds one of the digits 0 to 9. */
  hasDigit(number: number): boolean {
    return (this.traits[number] & HAS_DIGIT) !== 0;
  }

  /** True where every character is of ASCII: there is one way to write it, and nothing to normalise. */
  isAscii(number: number): boolean {
    return (this.traits[number] & BEYOND_ASCII) === 0;
  }

  private add(text: string, hash: number, place: number, seen: number): number {
    const number = this.texts.push(text) - 1;
    if (number === this.traits.length) this.traits = grown(this.traits);
    this.traits[number] = seen | paddingOf(text);
    this.places[2 * place] = hash;
    this.places[2 * place + 1] = number;
    if (2 * number > this.mask) this.widen();
    return number;
  }

  /** Twice the places, so that at most half are taken; hashes stand beside the numbers, no text is read again. */
  private widen(): void {
    const from = this.places;
    this.places = new Int32Array(2 * from.length);
    this.mask = 2 * this.mask + 1;
    for (let at = 0; at < from.length; at += 2) {
      if (from[at + 1] === 0) continue;
      let place = from[at] & this.mask;
      while (this.places[2 * place + 1] !== 0) place = (place + 1) & this.mask;
      this.places[2 * place] = from[at];
      this.places[2 * place + 1] = from[at + 1];
    }
  }
}

const BLANK = 1;
const PADDED = 2;
const HAS_DIGIT = 4;
const BEYOND_ASCII = 8;

const isPlainInk = (code: number) => code > 32 && code < 127;

function paddingOf(text: string): number {
  // What `trim` takes off is nowhere among these characters nor among those of Chinese words.
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  if ((isPlainInk(first) || isHan(first)) && (isPlainInk(last) || isHan(last))) return 0;
  const trimmed = text.trim();
  return (trimmed === '' ? BLANK : 0) | (trimmed.length < text.length ? PADDED : 0);
}

const isHan = (code: number) => code >= 0x4e00 && code < 0xa000;

function grown(from: Uint8Array): Uint8Array<ArrayBuffer> {
  const to = new Uint8Array(2 * from.length);
  to.set(from);
  return to;
}

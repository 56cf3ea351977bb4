/** Widths in the units of a column width: one Latin digit of the body font. */
const WIDE_FROM = 0x2e80;
const WIDE = 2.1;
/** A name in capitals is wider than its letters' count. */
const CAPITAL = 1.15;
const [A, Z] = [65, 90];

/** Han, kana, Hangul and full-width forms take two digits' room, capitals a little more than one, everything else one. */
export function textWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    width += unit >= WIDE_FROM ? WIDE : unit >= A && unit <= Z ? CAPITAL : 1;
    // A character beyond the first 65,536 is two units.
    if (unit >= 0xd800 && unit < 0xdc00 && text.codePointAt(i) !== unit) i++;
  }
  return width;
}

/** Small letters are narrower than digits, and spaces half as wide: the room that a text takes, more nearly than by `textWidth`, which is safe for whole columns. */
const SMALL = 0.85;
const SPACE = 0.5;
const NARROW = /[a-z]|[ ·]/g;

export function printedWidth(text: string): number {
  return narrowedWidth(text, SMALL, SPACE);
}

/** Sentences average out, so that a part of that may be counted on; rows of sentences would be taller than they need otherwise. */
const SMALL_IN_SENTENCES = 0.93;
const SPACE_IN_SENTENCES = 0.6;

function sentenceWidth(text: string): number {
  return narrowedWidth(text, SMALL_IN_SENTENCES, SPACE_IN_SENTENCES);
}

function narrowedWidth(text: string, small: number, space: number): number {
  let narrower = 0;
  for (const [sign] of text.matchAll(NARROW)) narrower += sign === ' ' || sign === '·' ? 1 - space : 1 - small;
  return textWidth(text) - narrower;
}

/** Headings are bold, which is a little wider. */
const BOLD = 1.04;
/** A heading of narrow letters takes as little of its measure. */
const NARROWEST = 0.88;
/** Room between a heading and its neighbour's. */
const HEADING_GAP = 1;

/** The width of a column in which a heading neither fills its line to the end nor is left to the printer's font to break or not to break. */
export function headingWidth(heading: string, width: number): number {
  const needed = printedWidth(heading) * BOLD + HEADING_GAP;
  return needed > width && printedWidth(heading) * NARROWEST <= width ? Math.ceil(needed * 10) / 10 : width;
}

/** Lines of a heading in a column of such a width. */
export function headingLineCount(heading: string, width: number): number {
  return printedWidth(heading) * BOLD + HEADING_GAP <= width ? 1 : lineCount(heading, width - HEADING_GAP);
}

/** A text cut to the room there is, with the sign that it goes on. */
export function clipped(text: string, width: number): string {
  if (text.length * WIDE <= width || printedWidth(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (printedWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept.replace(/[\s,;，、；·]+$/, '')}…`;
}

/** Numbers of documents or rows, each whole, with the sign that there are more; only a first one that is too long is cut itself. */
export function listed(numbers: readonly string[], hasMore: boolean, width: number): string {
  for (let count = numbers.length; count > 1; count--) {
    const text = numbers.slice(0, count).join(', ') + (hasMore || count < numbers.length ? ' …' : '');
    if (text.length <= width && printedWidth(text) <= width) return text;
  }
  const more = hasMore || numbers.length > 1 ? ' …' : '';
  return numbers.length === 0 ? '' : clipped(numbers[0], width - more.length) + more;
}

/** What cannot be broken: a character of Han, or a word with the spaces behind it. */
const UNBROKEN = /[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g;

/** Lines that a wrapped text takes in a column of this width; at least one. A word too long for a line takes as many as it needs. */
export function lineCount(text: string, width: number): number {
  return text.split('\n').reduce((lines, part) => lines + linesOf(part, Math.max(1, width)), 0);
}

function linesOf(text: string, width: number): number {
  if (sentenceWidth(text) <= width) return 1;
  let lines = 1;
  let filled = 0;
  for (const [piece] of text.matchAll(UNBROKEN)) {
    const word = piece.trimEnd();
    // A word that is broken does not average out.
    const needed = sentenceWidth(word) <= width ? sentenceWidth(word) : textWidth(word);
    if (filled > 0 && filled + needed > width) {
      lines++;
      filled = 0;
    }
    lines += Math.max(0, Math.ceil(needed / width) - 1);
    filled = (needed > width ? needed % width : filled + needed) + (piece.length - word.length) * SPACE_IN_SENTENCES;
  }
  return lines;
}

/** Room that a number takes, its separators included, where a format separates thousands. */
export function numberWidth(value: number, format: string): number {
  const decimals = /\.(0+)/.exec(format)?.[1].length ?? 0;
  const digits = Math.abs(value).toFixed(decimals);
  const separators = Math.floor((digits.split('.')[0].length - 1) / 3);
  return digits.length + separators + (value < 0 ? 1 : 0);
}

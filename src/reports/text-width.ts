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
  let narrower = 0;
  for (const [sign] of text.matchAll(NARROW)) narrower += sign === ' ' || sign === '·' ? 1 - SPACE : 1 - SMALL;
  return textWidth(text) - narrower;
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

/** What cannot be broken: a character of Han, or a word with the spaces behind it. */
const UNBROKEN = /[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g;

/** Lines that a wrapped text takes in a column of this width; at least one. A word too long for a line takes as many as it needs. */
export function lineCount(text: string, width: number): number {
  return text.split('\n').reduce((lines, part) => lines + linesOf(part, Math.max(1, width)), 0);
}

function linesOf(text: string, width: number): number {
  if (textWidth(text) <= width) return 1;
  let lines = 1;
  let filled = 0;
  for (const [piece] of text.matchAll(UNBROKEN)) {
    const needed = textWidth(piece.trimEnd());
    if (filled > 0 && filled + needed > width) {
      lines++;
      filled = 0;
    }
    lines += Math.max(0, Math.ceil(needed / width) - 1);
    filled = (needed > width ? needed % width : filled + needed) + piece.length - piece.trimEnd().length;
  }
  return lines;
}

/** Room that a number takes, its separators included, where a format separates thousands. */
export function numberWidth(value: number, format: string): number {
  const decimals = /\.(0+)/.exec(format)?.[1].length ?? 0;
  return Math.abs(value).toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).length + (value < 0 ? 1 : 0);
}

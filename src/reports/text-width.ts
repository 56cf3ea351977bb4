/**
 * Widths in the units of a column width: one Latin digit of the body font. One measure serves columns, cuts and
 * lines: by kinds of letters it is close enough to Calibri for lines, and a little above it, so that columns
 * and cuts hold in other fonts. A text of many narrow letters may need a little more where all are equally wide.
 */
const WIDE_FROM = 0x2e80;
/** Han, kana, Hangul and full-width forms. */
const WIDE = 2.1;
const CAPITAL = 1.12;

/** By ASCII code; everything else below the wide forms is one. */
const WIDTH_OF = Float64Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if ('mwMW@%&'.includes(sign)) return 1.6;
  if ('fijlrtI'.includes(sign)) return 0.75;
  if (sign >= 'A' && sign <= 'Z') return CAPITAL;
  if (',.:;\'()[]-'.includes(sign)) return 0.8;
  return sign === ' ' ? 0.6 : 1;
});

export function textWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    width += unit >= WIDE_FROM ? WIDE : (WIDTH_OF[unit] ?? 1);
    // A character beyond the first 65,536 is two units.
    if (unit >= 0xd800 && unit < 0xdc00 && text.codePointAt(i) !== unit) i++;
  }
  return width;
}

/** A heading of narrow letters takes as little of its measure. */
const NARROWEST = 0.88;
/** Room between a heading and its neighbour's. */
const HEADING_GAP = 1;

/** The width of a column in which a heading neither fills its line to the end nor is left to the printer's font to break or not to break. */
export function headingWidth(heading: string, width: number): number {
  const needed = textWidth(heading) + HEADING_GAP;
  return needed > width && textWidth(heading) * NARROWEST <= width ? Math.ceil(needed * 10) / 10 : width;
}

/** Lines of a heading in a column of such a width. */
export function headingLineCount(heading: string, width: number): number {
  return textWidth(heading) + HEADING_GAP <= width ? 1 : lineCount(heading, width - HEADING_GAP);
}

/** A text cut to the room there is, with the sign that it goes on. */
export function clipped(text: string, width: number): string {
  if (text.length * WIDE <= width || textWidth(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept.replace(/[\s,;，、；·]+$/, '')}…`;
}

/** Numbers of documents or rows, each whole, with the sign that there are more; only a first one that is too long is cut itself. */
export function listed(numbers: readonly string[], hasMore: boolean, width: number): string {
  for (let count = numbers.length; count > 1; count--) {
    const text = numbers.slice(0, count).join(', ') + (hasMore || count < numbers.length ? ' …' : '');
    if (textWidth(text) <= width) return text;
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
  if (textWidth(text) <= width) return 1;
  let lines = 1;
  let filled = 0;
  for (const [piece] of text.matchAll(UNBROKEN)) {
    const word = piece.trimEnd();
    const needed = textWidth(word);
    if (filled > 0 && filled + needed > width) {
      lines++;
      filled = 0;
    }
    lines += Math.max(0, Math.ceil(needed / width) - 1);
    filled = (needed > width ? needed % width : filled + needed) + textWidth(piece.slice(word.length));
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

/** Widths in the units of a column width: one Latin digit of the body font. */
const WIDE_FROM = 0x2e80;
const WIDE = 2.1;

/** Han, kana, Hangul and full-width forms take two digits' room, everything else one. */
export function textWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    width += unit >= WIDE_FROM ? WIDE : 1;
    // A character beyond the first 65,536 is two units.
    if (unit >= 0xd800 && unit < 0xdc00 && text.codePointAt(i) !== unit) i++;
  }
  return width;
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

/** Lines that a wrapped text takes in a column of this width; at least one. */
export function lineCount(text: string, width: number): number {
  return text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(textWidth(part) / Math.max(1, width))), 0);
}

/** Excel holds no longer text in a cell, and refuses a whole write for one that is. */
const TEXT_LENGTH_MAX = 32_767;

/** A text as far as a cell holds it. */
export function cellText(text: string): string {
  return text.length > TEXT_LENGTH_MAX ? text.slice(0, TEXT_LENGTH_MAX) : text;
}

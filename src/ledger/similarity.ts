import { distance } from 'fastest-levenshtein';

/** 1 for equal texts, 0 for texts with nothing in common: edit distance over the longer length. */
export function similarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - distance(a, b) / longest;
}

/** A → 0, AA → 26; the first column where no column is named. */
export function columnIndexOf(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return Math.max(0, index - 1);
}

import { fold } from './fold';

/** Names a layout by its headings, so that what the user corrected once holds for the next export too. */
export function layoutKeyOf(headings: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const letter of headings.map(fold).join('|')) hash = Math.imul(hash ^ (letter.codePointAt(0) as number), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
}

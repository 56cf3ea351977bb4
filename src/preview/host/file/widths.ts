/** A file's column widths are in characters of the usual font, padding included; the API's are in points. */

const POINTS_PER_CHARACTER = 5.25;
/** Five pixels beside the characters. */
const PADDING_POINTS = 3.75;
const DEFAULT_CHARACTERS = 8.43;

/** Characters that fit into a column of so many points; undefined is the default width. */
export function charactersOf(points: number | undefined): number {
  return points === undefined ? DEFAULT_CHARACTERS : Math.max(0, (points - PADDING_POINTS) / POINTS_PER_CHARACTER);
}

/** Points of a column whose width a file gives as so many characters. */
export function pointsOf(fileWidth: number): number {
  return fileWidth * POINTS_PER_CHARACTER;
}

// Which mutants are tried where a whole room takes too long: one in so many, spread evenly over all files and kinds of
// change, and others for each seed, so that a figure is not taken from those that tests were written for.
import { createHash } from 'node:crypto';

const oneIn = Number(process.env.MUTANTS_ONE_IN ?? 1);
const seed = process.env.MUTANTS_SEED ?? '1';

/** By what is changed into what, and where; by its line and column as the report counts them. */
export function isInSample({ path, location: { start, end }, mutatorName, replacement }) {
  if (oneIn === 1) return true;
  return createHash('sha256').update([seed, path, start.line, start.column, end.line, end.column, mutatorName, replacement].join('|')).digest().readUInt32BE(0) % oneIn === 0;
}

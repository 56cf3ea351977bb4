import type { Ledger } from './books';

/** Entries compared; a copy shows in fewer. */
const SAMPLE = 5000;

/**
 * Whether two tables of one side print largely the same lines: a copy, or the same ledger exported twice.
 * Together they would count everything double.
 */
export function printsSameLines(ledger: Ledger, a: { readonly from: number; readonly count: number }, b: { readonly from: number; readonly count: number }): boolean {
  const smaller = a.count <= b.count ? a : b;
  const larger = smaller === a ? b : a;
  if (smaller.count === 0) return false;
  const lines = new Set<string>();
  for (let i = larger.from; i < larger.from + larger.count; i++) lines.add(lineOf(ledger, i));
  let same = 0;
  const sampled = Math.min(smaller.count, SAMPLE);
  for (let i = smaller.from; i < smaller.from + sampled; i++) if (lines.has(lineOf(ledger, i))) same++;
  return same >= sampled * 0.5;
}

const lineOf = (ledger: Ledger, i: number) => `${ledger.day[i]} ${ledger.amountMinor[i]} ${ledger.document[i]}`;

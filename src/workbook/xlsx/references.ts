/** Cell references as files write them; rows and columns count from 0 on our side. */
import { columnLetters } from '../../ledger/grid';
import type { Area } from './sheet-facts';

/** `B2:D4`, or `B2` for a single cell. */
export function rangeReference({ rowIndex, columnIndex, rowCount, columnCount }: Area): string {
  const first = `${columnLetters(columnIndex)}${rowIndex + 1}`;
  if (rowCount === 1 && columnCount === 1) return first;
  return `${first}:${columnLetters(columnIndex + columnCount - 1)}${rowIndex + rowCount}`;
}

/** `$B$2:$D$4`: stays where it is. */
export function fixedRangeReference(area: Area): string {
  return rangeReference(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

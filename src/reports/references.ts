/** A1 references for formulas: rows and columns count from 0 here, as everywhere in sheet models. */
import { columnLetters } from '../ledger/grid';
import type { CellRange } from './sheet-model';

export function cellReference(rowIndex: number, columnIndex: number): string {
  return `${columnLetters(columnIndex)}${rowIndex + 1}`;
}

/** `$F$8`: stays put when rows are filled down. */
export function fixedReference(rowIndex: number, columnIndex: number): string {
  return `$${columnLetters(columnIndex)}$${rowIndex + 1}`;
}

/** `F8:F120`. */
export function rangeReference(range: CellRange): string {
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  return `${cellReference(rowIndex, columnIndex)}:${cellReference(rowIndex + rowCount - 1, columnIndex + columnCount - 1)}`;
}

/** A text as a formula writes it. */
export function quotedText(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

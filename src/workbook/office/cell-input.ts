/** What a cell's content is on its way through `values` and `formulas`. */
import type { CellContent, FormulaContent } from '../../reports/sheet-model';
import { cellText } from '../cell-text';

/** Null leaves a cell of a fresh sheet empty. */
export type CellInput = string | number | boolean | null;

export function isFormula(content: CellContent | undefined): content is FormulaContent {
  return typeof content === 'object' && content !== null;
}

/**
 * Text goes behind an apostrophe, which Excel takes away and remembers: the rest stays text whatever it
 * looks like, `=1+1`, `00123`, `2026-01-31`, `TRUE`. Formulas are written apart, when all sheets stand.
 */
export function cellInput(content: CellContent | undefined): CellInput {
  if (content === undefined || isFormula(content) || content === '') return null;
  return typeof content === 'string' ? `'${cellText(content)}` : content;
}

export function formulaInput(content: CellContent | undefined, renamed: (formula: string) => string): CellInput {
  return isFormula(content) ? `=${renamed(content.formula)}` : null;
}

/** A formula holds at most so much in one pair of quotes. */
const LITERAL_LENGTH_MAX = 255;
/** Leaves room within Excel's 8192 characters of a formula, doubled quotes included. */
const LINKED_TEXT_LENGTH_MAX = 3_500;

/** A link within the workbook and what the cell shows, as a formula; null for what cannot be shown so. */
export function linkInput(content: CellContent | undefined, documentReference: string): string | null {
  const shown = shownInFormula(content);
  return shown === null ? null : `=HYPERLINK("#${documentReference.replaceAll('"', '""')}",${shown})`;
}

function shownInFormula(content: CellContent | undefined): string | null {
  if (typeof content === 'number') return String(content);
  if (typeof content !== 'string' || content === '' || content.length > LINKED_TEXT_LENGTH_MAX) return null;
  const parts: string[] = [];
  for (let at = 0; at < content.length; at += LITERAL_LENGTH_MAX) parts.push(`"${content.slice(at, at + LITERAL_LENGTH_MAX).replaceAll('"', '""')}"`);
  return parts.join('&');
}

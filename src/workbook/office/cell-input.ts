/** What a cell's content is on its way through `values` and `formulas`. */
import type { CellContent, FormulaContent } from '../../reports/sheet-model';

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
  return typeof content === 'string' ? `'${content}` : content;
}

export function formulaInput(content: CellContent | undefined, renamed: (formula: string) => string): CellInput {
  return isFormula(content) ? `=${renamed(content.formula)}` : null;
}

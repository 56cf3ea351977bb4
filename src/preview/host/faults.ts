/**
 * How the stand-in is told to misbehave: before each request, each action and each use of a member it asks the
 * plan it was given, and does as Excel does when such a thing happens. Without a plan nothing ever goes wrong.
 */

/** What becomes of one request. */
export type Fault =
  /** Excel answers with this code, having done nothing. */
  | { readonly kind: 'refused'; readonly code: string }
  /** The request never reaches Excel, or its answer is lost; office.js is told a number (5012: the session is gone). */
  | { readonly kind: 'lost'; readonly officeJsCode: number; readonly isCarriedOut: boolean }
  /** Nobody ever answers: the server hangs, or the pane was closed. */
  | { readonly kind: 'silent'; readonly isCarriedOut: boolean }
  /** Carried out, with `null` in the place of cells: what Excel answers to some reads that are too large. */
  | { readonly kind: 'null-cells' };

export interface FaultPlan {
  /** Asked before a request, numbered from 1; it may as well change the workbook, as a colleague would. */
  request?(number: number): Fault | null;
  /** Asked before an action, numbered from 0 within its request; a code refuses it, and what follows it is not done. */
  action?(request: number, action: number): string | null;
  /** Asked before a member is used, `Worksheet.delete`; a code refuses the action. */
  member?(name: string, isSet: boolean): string | null;
  /** In place of Excel's five megabytes. */
  readonly payloadBytesMax?: number;
}

/** The parsed answer with `null` for every two-dimensional property. */
export function withoutCells(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return answer;
  if (Array.isArray(answer)) return Array.isArray(answer[0]) ? null : answer.map(withoutCells);
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, withoutCells(value)]));
}

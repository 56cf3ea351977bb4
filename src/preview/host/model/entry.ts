/** What Excel makes of something put into a cell: by the keyboard, or through `values` and `formulas`. */
import type { CellValue } from './cells';

export type Entry =
  | { readonly kind: 'clear' }
  | { readonly kind: 'value'; readonly value: CellValue; readonly isError?: boolean; readonly numberFormat?: string }
  /** With the leading `=`. */
  | { readonly kind: 'formula'; readonly formula: string };

const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#SPILL!', '#CALC!']);
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d+)?$/;

/**
 * A cell formatted as text keeps whatever comes; a leading apostrophe keeps the rest as text and is not
 * shown. Otherwise `=`, `+` and `-` start a formula, digits are a number, TRUE and FALSE are logical.
 * Dates as people write them stay text, as they do through the API.
 */
export function interpretEntry(input: unknown, numberFormat: string): Entry {
  if (typeof input !== 'string') return { kind: 'value', value: numberFormat === '@' ? String(input) : (input as CellValue) };
  if (input === '') return { kind: 'clear' };
  if (numberFormat === '@') return { kind: 'value', value: input };
  if (input.startsWith("'")) return { kind: 'value', value: input.slice(1) };
  return interpretText(input);
}

function interpretText(text: string): Entry {
  if (/^\s*[+-]?[\d.,]/.test(text)) {
    const number = numberIn(text.trim());
    if (number) return number;
  }
  if (/^[=+-]./.test(text)) return { kind: 'formula', formula: text.startsWith('=') ? text : `=${text}` };
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'value', value: upper === 'TRUE' };
  if (ERRORS.has(upper)) return { kind: 'value', value: upper, isError: true };
  return { kind: 'value', value: text };
}

function numberIn(text: string): Entry | null {
  const isPercent = text.endsWith('%');
  const digits = isPercent ? text.slice(0, -1).trim() : text;
  if (!NUMBER.test(digits) || !/\d/.test(digits)) return null;
  const value = Number(digits.replaceAll(',', ''));
  if (isPercent) return { kind: 'value', value: value / 100, numberFormat: digits.includes('.') ? '0.00%' : '0%' };
  return { kind: 'value', value, numberFormat: digits.includes(',') ? (digits.includes('.') ? '#,##0.00' : '#,##0') : undefined };
}

/**
 * How our sheets look: one palette and the styles by name. An accountant's paper is quiet: one accent
 * colour for headings and links, hairlines instead of boxes, colour only where it carries meaning.
 */
import { decimalsOf, type CurrencyCode } from '../units/money';
import type { CollectionClass } from '../aging/aged';
import type { CellStyle } from './sheet-model';

export const PALETTE = {
  ink: '1F2933',
  quiet: '66727F',
  /** Deep teal: headings and links only. */
  accent: '0B5A63',
  hairline: 'C9D1D6',
  /** Cells where people write. */
  written: 'F3F8F8',
} as const;

/** Each always stands beside its word; their greys differ in print. */
export const CLASS_COLORS: Readonly<Record<CollectionClass, string>> = { 'not-due': '5F7388', collectible: '14807A', doubtful: 'A86500', bad: '7B1E1E' };

/** Lighter to darker with age, so that a stacked bar reads in greyscale too. */
const BUCKET_COLORS = ['B7C4CF', '8FC1BD', '4FA39D', 'E0B25A', 'C98A1B', 'B0552F', '7B1E1E'] as const;

export function bucketColor(bucket: number): string {
  return BUCKET_COLORS[Math.min(bucket, BUCKET_COLORS.length - 1)];
}

/** Lines of a chart, told apart in greyscale. */
export const LINE_COLORS = ['0B5A63', '6FB3AE', 'A86500', '5F7388'] as const;

/** `#,##0.00` with the currency's decimals; negatives red with a minus. */
export function amountFormat(currency: CurrencyCode, zero: 'digits' | 'dash' = 'digits'): string {
  const decimals = decimalsOf(currency);
  const digits = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  return zero === 'dash' ? `${digits};[Red]-${digits};"–"` : `${digits};[Red]-${digits}`;
}

export const FORMATS = { date: 'yyyy-mm-dd', count: '#,##0', share: '0.0%', likelihood: '0%', points: '0.0', days: '0', text: '@' } as const;

export const STYLES = {
  title: { bold: true, sizeStep: 4, color: PALETTE.ink },
  scope: { color: PALETTE.quiet },
  /** The one line that says what the sheet shows and how it foots. */
  shows: { color: PALETTE.quiet, wrap: true, vertical: 'top' },
  section: { bold: true, sizeStep: 1, color: PALETTE.accent },
  heading: { bold: true, color: PALETTE.accent, borderBottom: 'thin', borderColor: PALETTE.accent, vertical: 'bottom', wrap: true },
  label: { color: PALETTE.quiet },
  body: { vertical: 'center' },
  words: { vertical: 'center', wrap: true },
  strong: { bold: true },
  total: { bold: true, borderTop: 'thin', borderColor: PALETTE.ink },
  link: { color: PALETTE.accent },
  written: { fill: PALETTE.written },
} as const satisfies Readonly<Record<string, CellStyle>>;

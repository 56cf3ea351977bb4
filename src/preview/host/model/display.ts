/** A cell's value as its number format shows it. */
import { formatValue } from 'hucre';
import type { CellValue } from './cells';

/** Digits that General shows before it rounds. */
const GENERAL_DIGITS = 11;
const ROC_YEAR_OFFSET = 1911;
const SERIAL_OF_1970 = 25569;
const COLOURS: Readonly<Record<string, string>> = { red: '#FF0000', blue: '#0000FF', green: '#00B050', black: '#000000', white: '#FFFFFF', cyan: '#00FFFF', magenta: '#FF00FF', yellow: '#FFFF00' };

export function displayText(value: CellValue, numberFormat: string): string {
  if (value === '') return '';
  if (typeof value !== 'number') return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : formatValue(value, numberFormat);
  if (numberFormat === 'General' || numberFormat === '@') return String(Number(value.toPrecision(GENERAL_DIGITS)));
  return formatValue(value, numberFormat.includes('404]') ? withRocYear(value, numberFormat) : numberFormat);
}

/** `[$-404]e/mm/dd`: Taiwan's calendar, which the formatting library does not know. */
function withRocYear(serial: number, numberFormat: string): string {
  const year = new Date((serial - SERIAL_OF_1970) * 86_400_000).getUTCFullYear() - ROC_YEAR_OFFSET;
  return numberFormat.replace(/\[\$-[0-9A-F]*404\]/i, '').replace(/e+/i, `"${year}"`);
}

/** The colour that the format's section for this value asks for (`[Red]`), or null. */
export function displayColor(value: CellValue, numberFormat: string): string | null {
  if (typeof value !== 'number' || !numberFormat.includes('[')) return null;
  const sections = numberFormat.split(';');
  const section = value < 0 && sections.length > 1 ? sections[1] : value === 0 && sections.length > 2 ? sections[2] : sections[0];
  const name = /\[(red|blue|green|black|white|cyan|magenta|yellow)\]/i.exec(section)?.[1];
  return name ? COLOURS[name.toLowerCase()] : null;
}

/** What both adapters make of a table model where it leaves things open. */
import type { CellStyle, TableModel } from '../reports/sheet-model';

/** Headings and totals where the report says nothing of their look. */
export const DEFAULT_HEADING: CellStyle = { bold: true, borderBottom: 'thin', vertical: 'bottom', wrap: true };
export const TOTALS: CellStyle = { bold: true, borderTop: 'thin' };

/** Excel repairs away every link of a sheet that holds more. */
export const LINKS_MAX = 65_530;
/** Excel keeps a drop-down's words up to this length, commas between them included. */
const LIST_LENGTH_MAX = 255;

/** The words of a drop-down as Excel keeps them; null where they do not fit, and the cell takes any text. */
export function choiceList(choices: readonly string[] | undefined): string | null {
  if (!choices?.length || choices.some((choice) => choice.includes(','))) return null;
  const words = choices.join(',');
  return words.length > LIST_LENGTH_MAX ? null : words;
}

/** Rows from the heading to the totals; a table in Excel has at least one row below its heading. */
export function tableRowCount(table: TableModel): number {
  return 1 + Math.max(1, table.rowCount) + (table.totals ? 1 : 0);
}

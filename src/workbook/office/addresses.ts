/** Addresses as Excel's events tell them: `B2:D4`, `B2`, `B:D`, `2:4`, with or without a sheet before them. */
import { columnIndexOf } from '../xlsx/workbook-part';

const ROWS = 1_048_576;
const COLUMNS = 16_384;

export interface AddressedArea {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Null for what is no area. */
export function parseArea(address: string): AddressedArea | null {
  const parts = /^(?:.*!)?\$?([A-Z]{0,3})\$?(\d*)(?::\$?([A-Z]{0,3})\$?(\d*))?$/i.exec(address.trim());
  if (!parts || (parts[1] === '' && parts[2] === '')) return null;
  const [, column, row, lastColumn = column, lastRow = row] = parts;
  const columnIndex = column === '' ? 0 : columnIndexOf(column.toUpperCase());
  const rowIndex = row === '' ? 0 : Number(row) - 1;
  return {
    rowIndex,
    columnIndex,
    rowCount: row === '' ? ROWS : Number(lastRow) - rowIndex,
    columnCount: column === '' ? COLUMNS : columnIndexOf(lastColumn.toUpperCase()) - columnIndex + 1,
  };
}

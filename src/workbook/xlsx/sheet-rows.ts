/**
 * A worksheet's cells as values, streamed: the part is unpacked, scanned and handed on in chunks, so that
 * a million rows never stand in memory at once.
 *
 * Why not the library's own row stream: it reads all shared strings again for each sheet (a workbook with a
 * sheet per customer has hundreds) and hands over dates as JavaScript dates, without their styles.
 *
 * Texts are as shown, errors too (`#N/A` is a text, as Office.js gives it); a formula is the value it had when
 * the file was saved, null where the file holds none.
 */
import type { CellValue } from '../../ledger/grid';
import { dayFromCalendar } from '../../units/day';
import { textChunks, type PackedPart } from './archive';
import { DAYS_1904 } from './date-formats';
import { COLUMN_COUNT_MAX, ROW_COUNT_MAX } from './limits';
import { plainAttribute, scanXmlStepwise, unescapeCellText, type XmlVisitor } from './xml-scan';
import { columnIndexOf } from './workbook-part';
import { StringItems } from './shared-strings';

/** What reading cells needs from the workbook. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly uses1904: boolean;
}

/** Rows that are handed over at a time. */
const CHUNK_ROWS = 2048;

export interface UsedArea {
  readonly firstRowIndex: number;
  readonly firstColumnIndex: number;
  readonly rowCount: number;
}

/** The rows of the used area, each as long as its last cell; rows the file leaves out are empty. */
export async function* sheetRowChunks(part: PackedPart, context: CellContext, area: UsedArea): AsyncGenerator<(readonly CellValue[])[]> {
  const reader = new RowReader(context, area);
  const steps = scanXmlStepwise(textChunks(part), reader);
  while (!(await steps.next()).done) {
    if (reader.rows.length >= CHUNK_ROWS) yield reader.takeRows();
    if (reader.done) await steps.return(undefined);
  }
  yield reader.takeRows(true);
}

class RowReader implements XmlVisitor {
  rows: CellValue[][] = [];
  done = false;
  private nextRow = 0;
  private rowIndex = -1;
  private row: CellValue[] | null = null;
  private columnIndex = -1;
  private type = '';
  private style = 0;
  private raw = '';
  private inValue = false;
  private inlineText: string | null = null;
  private inline: StringItems | null = null;

  constructor(
    private readonly context: CellContext,
    private readonly area: UsedArea,
  ) {}

  /** What has been read since the last call; at the end, the rows that the area still has are empty. */
  takeRows(last = false): CellValue[][] {
    while (last && this.nextRow < this.area.rowCount) {
      this.rows.push([]);
      this.nextRow++;
    }
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: string): void {
    if (this.inline) this.inline.open(name);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.inValue = this.row !== null;
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'is') this.inline = new StringItems((text) => (this.inlineText = text));
  }

  close(name: string): void {
    if (this.inline) {
      this.inline.close(name);
      if (name === 'is') this.inline = null;
    } else if (name === 'v') this.inValue = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
    else if (name === 'sheetData') this.done = true;
  }

  text(raw: string): void {
    if (this.inValue) this.raw = this.raw === '' ? raw : this.raw + raw;
    else if (this.inline) this.inline.text(raw);
  }

  private openRow(attributes: string): void {
    const number = plainAttribute(attributes, 'r');
    this.rowIndex = rowIndexOf(number, this.rowIndex);
    this.columnIndex = -1;
    this.row = [];
  }

  private openCell(attributes: string): void {
    const reference = plainAttribute(attributes, 'r');
    this.columnIndex = reference === null ? this.columnIndex + 1 : columnOfReference(reference);
    const style = plainAttribute(attributes, 's');
    this.style = style === null ? 0 : Number(style);
    this.type = plainAttribute(attributes, 't') ?? 'n';
    this.raw = '';
    this.inlineText = null;
  }

  private closeCell(): void {
    const value = this.value();
    if (value === null || value === '' || !this.row) return;
    if (!(this.columnIndex < COLUMN_COUNT_MAX)) throw new Error('A cell stands beyond the last column.');
    const at = this.columnIndex - this.area.firstColumnIndex;
    while (this.row.length < at) this.row.push(null);
    if (at >= 0) this.row[at] = value;
  }

  private closeRow(): void {
    const at = this.rowIndex - this.area.firstRowIndex;
    if (this.row && at >= this.nextRow && at < this.area.rowCount) {
      for (; this.nextRow < at; this.nextRow++) this.rows.push([]);
      this.rows.push(this.row);
      this.nextRow++;
    }
    this.row = null;
  }

  private value(): CellValue {
    switch (this.type) {
      case 's':
        return this.raw === '' ? null : this.sharedString(Number(this.raw));
      case 'inlineStr':
        return this.inlineText;
      case 'str':
      case 'e':
        return unescapeCellText(this.raw);
      case 'b':
        return this.raw === '' ? null : this.raw === '1' || this.raw === 'true';
      case 'd':
        return serialOfIso(this.raw) ?? this.raw;
      default:
        return this.number();
    }
  }

  private sharedString(number: number): string {
    const text = this.context.sharedStrings[number];
    if (text === undefined) throw new Error(`There is no shared text ${number}.`);
    return text;
  }

  private number(): CellValue {
    if (this.raw === '') return null;
    const number = Number(this.raw);
    if (Number.isNaN(number)) return unescapeCellText(this.raw);
    return this.context.uses1904 && this.context.dateStyles[this.style] ? number + DAYS_1904 : number;
  }
}

/** The index of a row by its number, or of the one behind the last. Throws where no row of a sheet has it: a row that comes again, or in no order, would be lost. */
export function rowIndexOf(number: string | null, last: number): number {
  const rowIndex = number === null ? last + 1 : Number(number) - 1;
  if (!Number.isInteger(rowIndex) || rowIndex <= last || rowIndex >= ROW_COUNT_MAX) throw new Error(`The row ${number ?? rowIndex + 1} is none, or comes after a later one.`);
  return rowIndex;
}

/** `AB12` → 27. */
export function columnOfReference(reference: string): number {
  let end = 0;
  while (end < reference.length && reference.charCodeAt(end) > 57) end++;
  return columnIndexOf(end === reference.length ? reference : reference.slice(0, end));
}

/** `2026-09-30T12:00:00` → its serial; null for anything else. */
function serialOfIso(text: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?/.exec(text);
  const day = parts && dayFromCalendar(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (!parts || day === null) return null;
  return day + (Number(parts[4] ?? 0) * 3600 + Number(parts[5] ?? 0) * 60 + Number(parts[6] ?? 0)) / 86400;
}

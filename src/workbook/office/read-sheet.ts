/**
 * One sheet of the live workbook: first its facts and its first rows in one call (two where it has tables or hidden
 * rows), then the rest in chunks as large as Excel's payload limit lets pass, each asked for while the last is being
 * worked on.
 */
import type { CellValue, GridFacts } from '../../ledger/grid';
import { throwIfCancelled } from '../../units/progress';
import { WorkbookError, type ReadOptions, type SheetSource } from '../port';
import { isDateFormat } from '../xlsx/date-formats';
import { loadNames, readMarks } from './marks';
import { PAYLOAD_BYTES, sampledRowBytes } from './payload';
import { hasExcelApi, inExcel } from './run';

type Rows = readonly (readonly CellValue[])[];
type Area = { readonly rowIndex: number; readonly columnIndex: number; readonly rowCount: number; readonly columnCount: number };

/** Excel gives up reads above five million cells. */
const READ_CELLS_MAX = 4_900_000;
/** Rows at the top of the used area whose formats stand for the rest; all that come with the facts of a sheet whose size is not known. */
const HEAD_ROWS = 200;
/** Rows that fit into one answer, however long they are. */
const FEW_ROWS = 20;
/** A ledger's cells take about a dozen bytes: what is reckoned with until some have been seen. Where they take more, the first answer may be refused, and fewer rows are asked for. */
const CELL_BYTES = 16;
/** Where the rows differ more than the sample showed, the next chunk keeps this much clear of the limit. */
const SAFETY = 0.95;

interface Opened {
  readonly used: Area;
  readonly facts: GridFacts;
  /** The first rows, which came with the facts: all of a short sheet. */
  readonly head: Rows;
}

export async function openSheet(name: string, { signal, listed }: ReadOptions = {}): Promise<SheetSource> {
  throwIfCancelled(signal);
  const opened = await readFacts(name, listed);
  const rowCount = opened?.used.rowCount ?? 0;
  return { name, rowCount, facts: opened?.facts ?? { firstRowIndex: 0, firstColumnIndex: 0 }, chunks: opened ? chunks(name, opened, signal) : none() };
}

async function* none(): AsyncGenerator<Rows> {}

/** Rows that come with the facts, and whether it is asked which are hidden and which cells are merged. */
interface FirstAsk {
  readonly rows: number;
  readonly withAreas: boolean;
}

/** Where the answer would be too large, less is asked; which rows are hidden and which cells merged is the last to be done without. */
async function readFacts(name: string, listed: ReadOptions['listed']): Promise<Opened | null> {
  const asks: readonly FirstAsk[] = [{ rows: firstRows(listed), withAreas: true }, { rows: FEW_ROWS, withAreas: true }];
  for (const ask of asks) {
    try {
      return await askFacts(name, ask);
    } catch (error) {
      if (!(error instanceof WorkbookError) || error.failure !== 'too-large') throw error;
    }
  }
  return askFacts(name, { rows: FEW_ROWS, withAreas: false });
}

function firstRows(listed: ReadOptions['listed']): number {
  if (!listed) return HEAD_ROWS;
  const fitting = Math.floor((PAYLOAD_BYTES * SAFETY) / (CELL_BYTES * Math.max(1, listed.columnCount)));
  return Math.max(1, Math.min(listed.rowCount, fitting));
}

function askFacts(name: string, { rows, withAreas }: FirstAsk): Promise<Opened | null> {
  return inExcel(
    async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      const range = sheet.getUsedRangeOrNullObject(true).untrack().load('rowIndex,columnIndex,rowCount,columnCount,rowHidden');
      const head = topOf(range, rows).load('values');
      const formatted = topOf(range, Math.min(rows, HEAD_ROWS)).load('numberFormat');
      const merged = withAreas && hasExcelApi('1.13') ? loadAreas(range.getMergedAreasOrNullObject()) : null;
      const tables = sheet.tables.load('items/name');
      const names = loadNames(context);
      await context.sync();
      if (sheet.isNullObject) throw new WorkbookError('sheet-missing', { sheet: name }, `There is no sheet named ${name}.`);
      if (range.isNullObject) return null;
      const used = areaOf(range);
      const tableRanges = tables.items.map((table) => table.getRange().untrack().load('rowIndex,columnIndex,rowCount,columnCount'));
      // Null says that some rows are hidden and some are not.
      const visible = withAreas && range.rowHidden === null ? loadAreas(rangeOf(sheet, { ...used, columnCount: 1 }).getSpecialCellsOrNullObject('Visible')) : null;
      if (tableRanges.length > 0 || visible) await context.sync();
      // A sheet that has lost rows since it was listed has fewer than were asked for.
      const values = answered(head.values as CellValue[][] | null, name).slice(0, used.rowCount);
      const formats = answered(formatted.numberFormat, name);
      const hidden = range.rowHidden === true ? [] : visible && areasIn(visible);
      const mark = readMarks(names).results.get(name);
      const facts: GridFacts = {
        firstRowIndex: used.rowIndex,
        firstColumnIndex: used.columnIndex,
        datedColumns: datedColumns(values, formats),
        ...(merged && { merges: areasIn(merged).map((area) => within(used, area)) }),
        hiddenRows: hidden ? hiddenBetween(used, hidden) : [],
        tables: tableRanges.map((table, i) => ({ name: tables.items[i].name, ...within(used, areaOf(table)) })),
        ...(mark && { result: { key: mark.key, anchors: Object.fromEntries(Object.entries(mark.anchors).map(([key, cell]) => [key, within(used, cell)])) } }),
      };
      return { used, facts, head: withoutEmptyTexts(values) };
    },
    { sheet: name },
  );
}

/** The first rows of a range whose size is not known yet. */
function topOf(range: Excel.Range, rows: number): Excel.Range {
  return range.getRow(0).untrack().getResizedRange(rows - 1, 0).untrack();
}

/** Of a read that is too large Excel may answer nothing instead of an error. */
function answered<T>(cells: T | null, sheet: string): T {
  if (cells === null) throw new WorkbookError('too-large', { sheet }, 'Excel answered no values.');
  return cells;
}

/** Counted from the used area's first cell. */
function within<T extends { readonly rowIndex: number; readonly columnIndex: number }>(used: Area, area: T): T {
  return { ...area, rowIndex: area.rowIndex - used.rowIndex, columnIndex: area.columnIndex - used.columnIndex };
}

/** Held for one call only: a tracked range would cost a call of its own to be let go. */
function rangeOf(sheet: Excel.Worksheet, { rowIndex, columnIndex, rowCount, columnCount }: Area): Excel.Range {
  return sheet.getRangeByIndexes(rowIndex, columnIndex, rowCount, columnCount).untrack();
}

function loadAreas(ranges: Excel.RangeAreas): Excel.RangeAreas {
  ranges.untrack();
  ranges.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
  return ranges;
}

function areasIn(ranges: Excel.RangeAreas): Area[] {
  return ranges.isNullObject ? [] : ranges.areas.items.map(areaOf);
}

function areaOf({ rowIndex, columnIndex, rowCount, columnCount }: Area): Area {
  return { rowIndex, columnIndex, rowCount, columnCount };
}

/** Rows of the used area, counted within it, that none of the visible areas covers. */
function hiddenBetween(used: Area, visible: readonly Area[]): number[] {
  const isVisible = new Uint8Array(used.rowCount);
  for (const { rowIndex, rowCount } of visible) isVisible.fill(1, rowIndex - used.rowIndex, rowIndex - used.rowIndex + rowCount);
  const hidden: number[] = [];
  isVisible.forEach((visibleHere, row) => visibleHere === 0 && hidden.push(row));
  return hidden;
}

/** Columns where most of the sampled numbers are shown as dates. */
function datedColumns(values: Rows, formats: readonly (readonly string[])[]): number[] {
  const isDate = new Map<string, boolean>();
  const columns: number[] = [];
  const sampled = Math.min(values.length, formats.length);
  for (let column = 0; column < (values[0]?.length ?? 0); column++) {
    let numbers = 0;
    let dated = 0;
    for (let row = 0; row < sampled; row++) {
      if (typeof values[row][column] !== 'number') continue;
      const format = formats[row][column];
      if (!isDate.has(format)) isDate.set(format, isDateFormat(format));
      numbers++;
      if (isDate.get(format)) dated++;
    }
    if (dated * 2 > numbers) columns.push(column);
  }
  return columns;
}

/** Chunks of rows; the size follows what the last ones really took, and halves where Excel finds one too large. */
async function* chunks(name: string, { used, head }: Opened, signal?: AbortSignal): AsyncGenerator<Rows> {
  const pace = new Pace(used.columnCount, sampledRowBytes(head));
  let next: Promise<Rows> | null = Promise.resolve(head);
  for (let row = 0; next; ) {
    throwIfCancelled(signal);
    const rows: Rows = await next;
    throwIfCancelled(signal);
    row += rows.length;
    next = row < used.rowCount ? read(name, used, row, pace) : null;
    // It is awaited at the next turn, if the consumer comes back for it.
    next?.catch(() => undefined);
    yield rows;
  }
}

class Pace {
  constructor(
    private readonly columnCount: number,
    private bytesPerRow: number,
  ) {}

  get rows(): number {
    const byBytes = Math.floor((PAYLOAD_BYTES * SAFETY) / Math.max(1, this.bytesPerRow));
    return Math.max(1, Math.min(byBytes, Math.floor(READ_CELLS_MAX / this.columnCount)));
  }

  learn(rows: Rows): void {
    this.bytesPerRow = sampledRowBytes(rows);
  }

  halve(): boolean {
    const canHalve = this.rows > 1;
    this.bytesPerRow = (PAYLOAD_BYTES * SAFETY * 2) / this.rows;
    return canHalve;
  }
}

async function read(name: string, used: Area, fromRow: number, pace: Pace): Promise<Rows> {
  const rowCount = Math.min(pace.rows, used.rowCount - fromRow);
  try {
    const rows = await readValues(name, { ...used, rowIndex: used.rowIndex + fromRow, rowCount });
    pace.learn(rows);
    return rows;
  } catch (error) {
    const isTooLarge = error instanceof WorkbookError && error.failure === 'too-large';
    if (!isTooLarge || !pace.halve()) throw error;
    return read(name, used, fromRow, pace);
  }
}

function readValues(name: string, area: Area): Promise<Rows> {
  return inExcel(
    async (context) => {
      const range = rangeOf(context.workbook.worksheets.getItem(name), area).load('values');
      await context.sync();
      return withoutEmptyTexts(answered(range.values as CellValue[][] | null, name));
    },
    { sheet: name },
  );
}

/** Excel says '' of an empty cell. In place: the answer is ours. */
function withoutEmptyTexts(rows: CellValue[][]): Rows {
  for (const row of rows) for (let i = 0; i < row.length; i++) if (row[i] === '') row[i] = null;
  return rows;
}

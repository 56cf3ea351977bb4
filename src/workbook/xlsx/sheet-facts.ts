/**
 * What a worksheet says beside its values: which area is used, which rows are hidden, which cells merged,
 * which columns hold dates. One quick pass that looks at rows' tags, not at their cells, because the facts
 * have to stand before the first row is handed over and merges come last in the file.
 */
import type { GridFacts } from '../../ledger/grid';
import { textChunks, type PackedPart } from './archive';
import { plainAttribute, scanXml } from './xml-scan';
import { ROW_COUNT_MAX, ROW_LENGTH_MAX, tooLarge } from './limits';
import { columnOfReference, rowIndexOf, type CellContext } from './sheet-rows';

export interface SheetFacts {
  readonly firstRowIndex: number;
  readonly firstColumnIndex: number;
  /** 0 where the sheet holds no value. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** On the sheet, not in the used area. */
  readonly hiddenRowIndices: readonly number[];
  readonly merges: readonly Area[];
  readonly datedColumnIndices: readonly number[];
}

/** An area of cells on its sheet, 0-based. */
export interface Area {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Rows whose cells are looked at for date formats. */
const SAMPLE_ROWS = 200;

export async function scanSheetFacts(part: PackedPart, context: CellContext): Promise<SheetFacts> {
  const rows = new RowScan();
  for await (const chunk of textChunks(part)) rows.push(chunk);
  rows.end();
  const used = rows.lastRowIndex >= 0;
  return {
    firstRowIndex: used ? rows.firstRowIndex : 0,
    firstColumnIndex: used ? rows.firstColumnIndex : 0,
    rowCount: used ? rows.lastRowIndex - rows.firstRowIndex + 1 : 0,
    columnCount: used ? rows.lastColumnIndex - rows.firstColumnIndex + 1 : 0,
    hiddenRowIndices: rows.hiddenRowIndices,
    merges: mergesIn(rows.tail),
    datedColumnIndices: await sampleDatedColumns(part, context),
  };
}

/** The facts as the grid wants them: relative to its own first row and column. */
export function gridFactsOf(facts: SheetFacts, tables: GridFacts['tables'], result: GridFacts['result']): GridFacts {
  const { firstRowIndex, firstColumnIndex, rowCount } = facts;
  const shift = <T extends { readonly rowIndex: number; readonly columnIndex: number }>(area: T): T => ({ ...area, rowIndex: area.rowIndex - firstRowIndex, columnIndex: area.columnIndex - firstColumnIndex });
  const anchors = result && Object.fromEntries(Object.entries(result.anchors).map(([key, cell]) => [key, shift(cell)]));
  return {
    firstRowIndex,
    firstColumnIndex,
    datedColumns: facts.datedColumnIndices.map((column) => column - firstColumnIndex).filter((column) => column >= 0),
    merges: facts.merges.map(shift).filter((area) => area.rowIndex >= 0 && area.columnIndex >= 0),
    hiddenRows: facts.hiddenRowIndices.map((row) => row - firstRowIndex).filter((row) => row >= 0 && row < rowCount),
    tables: tables?.map(shift),
    ...(result && anchors && { result: { key: result.key, anchors } }),
  };
}

/** Walks over `<row>` tags in text that comes in chunks, and keeps what stands behind the rows. */
class RowScan {
  firstRowIndex = Infinity;
  lastRowIndex = -1;
  firstColumnIndex = Infinity;
  lastColumnIndex = -1;
  readonly hiddenRowIndices: number[] = [];
  tail = '';
  private rest = '';
  /** The namespace prefix, with its colon; null until the root tag has come. */
  private prefix: string | null = null;
  private rowIndex = -1;
  private ended = false;

  push(chunk: string): void {
    if (this.ended) {
      this.tail += chunk;
      if (this.tail.length > ROW_LENGTH_MAX) throw tooLarge('What stands behind the rows of the sheet is too large.');
      return;
    }
    const xml = this.rest + chunk;
    this.prefix ??= /<(\w+:)?worksheet[\s>]/.exec(xml)?.[1] ?? (xml.includes('worksheet') ? '' : null);
    this.rest = this.prefix === null ? xml : xml.slice(this.scan(xml, this.prefix));
    if (this.rest.length > ROW_LENGTH_MAX) throw tooLarge('A row of the sheet does not end.');
  }

  /** Throws where the part ends inside a row: what stands in it would be lost. */
  end(): void {
    if (!this.ended && this.rest.includes(`<${this.prefix ?? ''}row`)) throw new Error('The sheet ends inside a row.');
  }

  /** Scans all whole rows; returns where the first incomplete one begins. */
  private scan(xml: string, prefix: string): number {
    const opening = `<${prefix}row`;
    const closing = `</${prefix}row>`;
    const valueTags = [new NextTag(xml, `<${prefix}v`), new NextTag(xml, `<${prefix}is`)];
    let at = 0;
    for (;;) {
      const row = xml.indexOf(opening, at);
      // `<rowBreaks>`, which stands behind the rows, begins like one.
      if (row < 0 || /\w/.test(xml[row + opening.length] ?? '')) return this.endOfRows(xml, at, prefix, opening.length);
      const tagEnd = xml.indexOf('>', row);
      if (tagEnd < 0) return row;
      const empty = xml[tagEnd - 1] === '/';
      const end = empty ? tagEnd : xml.indexOf(closing, tagEnd);
      if (end < 0) return row;
      this.openRow(xml.slice(row + opening.length, tagEnd));
      if (!empty && valueTags.some((tag) => tag.isBetween(tagEnd, end))) this.useRow(xml, tagEnd, end, prefix);
      at = empty ? tagEnd + 1 : end + closing.length;
    }
  }

  private endOfRows(xml: string, at: number, prefix: string, keep: number): number {
    const end = xml.indexOf(`</${prefix}sheetData>`, at);
    const empty = end < 0 ? xml.indexOf(`<${prefix}sheetData/>`, at) : end;
    if (empty < 0) return Math.max(at, xml.length - keep - prefix.length - 16);
    this.ended = true;
    this.tail = xml.slice(empty);
    return xml.length;
  }

  private openRow(attributes: string): void {
    const number = plainAttribute(attributes, 'r');
    this.rowIndex = rowIndexOf(number, this.rowIndex);
    const hidden = plainAttribute(attributes, 'hidden');
    if (hidden === '1' || hidden === 'true') this.hiddenRowIndices.push(this.rowIndex);
  }

  private useRow(xml: string, from: number, to: number, prefix: string): void {
    this.firstRowIndex = Math.min(this.firstRowIndex, this.rowIndex);
    this.lastRowIndex = this.rowIndex;
    const cell = `<${prefix}c `;
    const row = xml.slice(from, to);
    const first = columnAt(row, row.indexOf(cell));
    const last = columnAt(row, row.lastIndexOf(cell));
    // Without references cells stand side by side from the first column on.
    this.firstColumnIndex = Math.min(this.firstColumnIndex, first ?? 0);
    this.lastColumnIndex = Math.max(this.lastColumnIndex, last ?? row.split(`<${prefix}c`).length - 2);
  }
}

/** Finds a tag going forward only, so that rows without it do not make the search start over. */
class NextTag {
  private at = -1;

  constructor(
    private readonly xml: string,
    private readonly tag: string,
  ) {}

  isBetween(from: number, to: number): boolean {
    if (this.at < from && this.at !== Infinity) {
      const found = this.xml.indexOf(this.tag, from);
      this.at = found < 0 ? Infinity : found;
    }
    return this.at < to;
  }
}

function columnAt(xml: string, at: number): number | null {
  const reference = at < 0 ? null : plainAttribute(xml.slice(at, xml.indexOf('>', at)), 'r');
  return reference === null ? null : columnOfReference(reference);
}

function mergesIn(tail: string): Area[] {
  return Array.from(tail.matchAll(/<(?:\w+:)?mergeCell\s[^<>]*?ref=["']([^"']+)["']/g), ([, reference]) => areaOf(reference)).filter((area) => area !== null);
}

/** `B2:D4` as an area; null where it is no range of cells. */
export function areaOf(reference: string): Area | null {
  const parts = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(reference);
  if (!parts || Number(parts[2]) > ROW_COUNT_MAX || Number(parts[4] ?? 1) > ROW_COUNT_MAX) return null;
  const rowIndex = Number(parts[2]) - 1;
  const columnIndex = columnOfReference(parts[1]);
  return { rowIndex, columnIndex, rowCount: Number(parts[4] ?? parts[2]) - rowIndex, columnCount: columnOfReference(parts[3] ?? parts[1]) - columnIndex + 1 };
}

/** Columns where most of the sampled numbers are shown as dates. */
async function sampleDatedColumns(part: PackedPart, context: CellContext): Promise<number[]> {
  const counts = new Map<number, { dated: number; numbers: number }>();
  let rowsSeen = 0;
  let column = -1;
  let style = 0;
  let isNumber = false;
  await scanXml(
    textChunks(part),
    {
      open(name, attributes) {
        if (name === 'row') {
          rowsSeen++;
          column = -1;
        } else if (name === 'c') {
          const reference = plainAttribute(attributes, 'r');
          column = reference === null ? column + 1 : columnOfReference(reference);
          style = Number(plainAttribute(attributes, 's') ?? 0);
          const type = plainAttribute(attributes, 't');
          isNumber = rowsSeen <= SAMPLE_ROWS && (type === null || type === 'n' || type === 'd');
        } else if (name === 'v' && isNumber) {
          const count = counts.get(column) ?? { dated: 0, numbers: 0 };
          counts.set(column, { dated: count.dated + (context.dateStyles[style] ? 1 : 0), numbers: count.numbers + 1 });
        }
      },
      close: () => undefined,
      text: () => undefined,
    },
    () => rowsSeen > SAMPLE_ROWS,
  );
  return Array.from(counts).filter(([, count]) => count.dated * 2 > count.numbers).map(([index]) => index).sort((a, b) => a - b);
}

/** A sheet model as a grid of contents, and as aligned text that an accountant can read. */
import { formatIsoDay } from '../../src/units/day';
import type { CellContent, CellStyle, SheetModel } from '../../src/reports/sheet-model';

export interface GridCell {
  readonly content: CellContent;
  readonly style: CellStyle;
}

export class ModelGrid {
  readonly cells = new Map<string, GridCell>();
  rowCount = 0;
  columnCount = 0;

  constructor(readonly model: SheetModel) {
    for (const cell of model.cells) this.put(cell.rowIndex, cell.columnIndex, cell.content, cell.style ?? {});
    for (const table of model.tables) {
      table.columns.forEach((column, c) => this.put(table.rowIndex, table.columnIndex + c, column.heading, column.headingStyle ?? {}));
      for (let r = 0; r < table.rowCount; r++) {
        table.row(r).forEach((content, c) => {
          const column = table.columns[c];
          this.put(table.rowIndex + 1 + r, table.columnIndex + c, content, { ...column.style, ...table.cellStyle?.(r, column.key) });
        });
      }
    }
  }

  at(rowIndex: number, columnIndex: number): GridCell | undefined {
    return this.cells.get(`${rowIndex},${columnIndex}`);
  }

  private put(rowIndex: number, columnIndex: number, content: CellContent, style: CellStyle): void {
    const key = `${rowIndex},${columnIndex}`;
    if (this.cells.has(key)) throw new Error(`${this.model.key}: two contents for row ${rowIndex}, column ${columnIndex}`);
    this.cells.set(key, { content, style });
    this.rowCount = Math.max(this.rowCount, rowIndex + 1);
    this.columnCount = Math.max(this.columnCount, columnIndex + 1);
  }
}

/** What the cell shows; a formula is shown by its value with a `=` before it. */
export function shown({ content, style }: GridCell): string {
  if (content === null) return '';
  if (typeof content === 'object') return `=${shown({ content: content.value, style })}`;
  if (typeof content !== 'number') return String(content);
  const format = style.numberFormat ?? '';
  if (content === 0 && format.endsWith('"–"')) return '–';
  if (format.startsWith('yyyy')) return formatIsoDay(content);
  if (format.includes('%')) return `${(content * 100).toFixed(format.startsWith('0.0') ? 1 : 0)}%`;
  const decimals = /\.(0+)/.exec(format)?.[1].length ?? 0;
  return format.includes('#') || decimals ? content.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: Math.max(decimals, 2) }) : String(content);
}

const width = (text: string) => [...text].reduce((sum, character) => sum + ((character.codePointAt(0) as number) >= 0x2e80 ? 2 : 1), 0);

/** Rows of the model, columns aligned as on the sheet; hidden columns left out, a chart told of in its place. */
export function asText(model: SheetModel): string {
  const grid = new ModelGrid(model);
  const hidden = new Set(model.hiddenColumns);
  const columns = Array.from({ length: grid.columnCount }, (_, c) => c).filter((c) => !hidden.has(c));
  const texts = Array.from({ length: grid.rowCount }, (_, r) => columns.map((c) => { const cell = grid.at(r, c); return cell ? shown(cell) : ''; }));
  // A text with nothing to its right may run on, and does not widen its column; a number never does.
  const isRight = (r: number, c: number) => grid.at(r, columns[c])?.style.horizontal === 'right';
  const widths = columns.map((_, c) => Math.max(0, ...texts.map((row, r) => (isRight(r, c) || row.slice(c + 1).some(Boolean) ? width(row[c]) : 0))));
  const lines = texts.map((row, r) => row.map((text, c) => aligned(text, widths[c], isRight(r, c))).join(' | ').replace(/[ |]+$/, ''));
  for (const { rowIndex, kind, title, series } of model.charts ?? []) lines[rowIndex] = `[${kind}: ${title}: ${series.map(({ name }) => name).join(', ')}]`;
  return lines.join('\n').replace(/\n{3,}/g, '\n\n').trimEnd();
}

function aligned(text: string, room: number, isRight: boolean): string {
  const space = ' '.repeat(Math.max(0, room - width(text)));
  return isRight ? space + text : text + space;
}

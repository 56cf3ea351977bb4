/** One cell as XML. Text is written as text, whatever it looks like; a formula carries the value it has. */
import type { CellContent, CellStyle } from '../../reports/sheet-model';
import { columnLetters } from '../../ledger/grid';
import { cellText } from '../cell-text';
import { DAYS_1904, isDateFormat } from './date-formats';
import type { StyleBook } from './style-book';
import { escapeCellText, escapeXml } from './xml-scan';

/** What would become a formula if somebody edited the cell. */
const LOOKS_LIKE_FORMULA = /^[=+\-@]/;

export class CellWriter {
  private readonly letters: string[] = [];

  constructor(
    private readonly styles: StyleBook,
    /** Gives a formula its sheets' and tables' names as they are in this workbook. */
    private readonly renamed: (formula: string) => string,
    /** Whether this workbook counts its days from 1904. */
    private readonly uses1904: boolean,
  ) {}

  /** `''` where there is neither content nor style to show. */
  cell(rowIndex: number, columnIndex: number, content: CellContent, style: CellStyle | undefined): string {
    const quoted = typeof content === 'string' && LOOKS_LIKE_FORMULA.test(content);
    return this.styled(rowIndex, columnIndex, this.counted(content, style), style || quoted ? this.styles.idOf(style, { quoted }) : 0);
  }

  /** What a cell of that style holds here: a day by its number in this workbook. */
  counted(content: CellContent, style: CellStyle | undefined): CellContent {
    if (!this.uses1904 || style?.numberFormat === undefined || !isDateFormat(style.numberFormat)) return content;
    if (typeof content === 'number') return content - DAYS_1904;
    return typeof content === 'object' && typeof content?.value === 'number' ? { ...content, value: content.value - DAYS_1904 } : content;
  }

  /** As `cell`, for a style whose number is known and a content that is `counted`; texts that look like formulas need `cell`. */
  styled(rowIndex: number, columnIndex: number, content: CellContent, styleId: number): string {
    const head = `<c r="${this.reference(rowIndex, columnIndex)}"${styleId === 0 ? '' : ` s="${styleId}"`}`;
    if (content === null || content === '') return styleId === 0 ? '' : `${head}/>`;
    if (typeof content === 'object') return `${head}${typed(content.value, `<f>${escapeXml(this.renamed(content.formula))}</f>`)}</c>`;
    if (typeof content === 'string') return `${head} t="inlineStr"><is><t xml:space="preserve">${escapeCellText(cellText(content))}</t></is></c>`;
    return `${head}${typed(content, '')}</c>`;
  }

  /** `B7`. */
  reference(rowIndex: number, columnIndex: number): string {
    this.letters[columnIndex] ??= columnLetters(columnIndex);
    return this.letters[columnIndex] + (rowIndex + 1);
  }
}

export function looksLikeFormula(content: CellContent): boolean {
  return typeof content === 'string' && LOOKS_LIKE_FORMULA.test(content);
}

/** Type and value of a cell, from the end of its tag on. A number that is none is shown as the error it is. */
function typed(value: string | number | boolean, formula: string): string {
  if (typeof value === 'string') return ` t="str">${formula}<v>${escapeCellText(value)}</v>`;
  if (typeof value === 'boolean') return ` t="b">${formula}<v>${value ? 1 : 0}</v>`;
  return Number.isFinite(value) ? `>${formula}<v>${value}</v>` : ` t="e">${formula}<v>#NUM!</v>`;
}

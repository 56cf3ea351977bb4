/** Styles onto a sheet: one action sets one facet of many areas at once. */
import type { CellStyle, SheetModel } from '../../reports/sheet-model';
import { addressLists, styledAreas, type Rectangle, type StyledAreas } from './style-areas';
import { RANGE_BYTES, SET_BYTES, rangeAt, type Step } from './write-queue';

const BORDERS: Readonly<Record<NonNullable<CellStyle['borderTop']>, readonly [Excel.BorderLineStyle | 'Continuous' | 'Dash' | 'Double', 'Hairline' | 'Thin' | 'Medium' | 'Thick']>> = {
  hair: ['Continuous', 'Hairline'],
  thin: ['Continuous', 'Thin'],
  medium: ['Continuous', 'Medium'],
  double: ['Double', 'Thick'],
  dashed: ['Dash', 'Thin'],
};
const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;

/** In parts, between which the caller may send what is queued and let others run. */
export function* styleSteps(model: SheetModel, bodyFontSize: number): Generator<readonly Step[]> {
  for (const part of styledAreas(model)) yield part.flatMap((styled) => stepsFor(styled, bodyFontSize));
}

function stepsFor({ style, areas }: StyledAreas, bodyFontSize: number): Step[] {
  const { numberFormat, borderTop, borderBottom, ...rest } = style;
  const steps: Step[] = [];
  // Several areas as one take every facet but the number format.
  if (numberFormat !== undefined) for (const area of areas) steps.push({ bytes: RANGE_BYTES + SET_BYTES + numberFormat.length, run: (sheet) => void (rangeOf(sheet, area).numberFormat = numberFormat as never) });
  if (Object.keys(rest).length > 0) for (const address of addressLists(areas)) steps.push(lookStep(address, style, bodyFontSize));
  if (borderTop || borderBottom) for (const [group, isTall] of byHeight(areas)) for (const address of addressLists(group)) steps.push(borderStep(address, style, isTall));
  return steps;
}

function rangeOf(sheet: Excel.Worksheet, { rowIndex, columnIndex, rowCount, columnCount }: Rectangle): Excel.Range {
  return rangeAt(sheet, rowIndex, columnIndex, rowCount, columnCount);
}

/** Areas of one row have no line inside. */
function byHeight(areas: readonly Rectangle[]): [Rectangle[], boolean][] {
  const tall = areas.filter(({ rowCount }) => rowCount > 1);
  const flat = areas.filter(({ rowCount }) => rowCount === 1);
  return ([[tall, true], [flat, false]] as [Rectangle[], boolean][]).filter(([group]) => group.length > 0);
}

function formatOf(sheet: Excel.Worksheet, address: string): Excel.RangeFormat {
  const ranges = sheet.getRanges(address);
  ranges.untrack();
  return ranges.format;
}

function lookStep(address: string, style: CellStyle, bodyFontSize: number): Step {
  return {
    bytes: RANGE_BYTES * 4 + address.length + Object.keys(style).length * SET_BYTES,
    run: (sheet) => {
      const format = formatOf(sheet, address);
      if (style.bold !== undefined) format.font.bold = style.bold;
      if (style.italic !== undefined) format.font.italic = style.italic;
      if (style.sizeStep) format.font.size = bodyFontSize + style.sizeStep;
      if (style.color !== undefined) format.font.color = `#${style.color}`;
      if (style.fill !== undefined) format.fill.color = `#${style.fill}`;
      if (style.horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[style.horizontal];
      if (style.vertical !== undefined) format.verticalAlignment = VERTICAL[style.vertical];
      if (style.wrap !== undefined) format.wrapText = style.wrap;
      if (style.indent !== undefined) format.indentLevel = style.indent;
    },
  };
}

/** Every cell of an area has the line, so the lines between its rows are set as well. */
function borderStep(address: string, { borderTop, borderBottom, borderColor }: CellStyle, isTall: boolean): Step {
  const lines: [edge: 'EdgeTop' | 'EdgeBottom' | 'InsideHorizontal', line: NonNullable<CellStyle['borderTop']>][] = [];
  if (borderTop) lines.push(['EdgeTop', borderTop]);
  if (borderBottom) lines.push(['EdgeBottom', borderBottom]);
  if (isTall) lines.push(['InsideHorizontal', (borderBottom ?? borderTop)!]);
  return {
    bytes: RANGE_BYTES * (2 + lines.length) + address.length + lines.length * 3 * SET_BYTES,
    run: (sheet) => {
      const { borders } = formatOf(sheet, address);
      for (const [edge, line] of lines) {
        const border = borders.getItem(edge);
        [border.style, border.weight] = BORDERS[line];
        if (borderColor !== undefined) border.color = `#${borderColor}`;
      }
    },
  };
}

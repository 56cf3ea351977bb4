/** The stand-in's formats in the words of sheet models: only what differs from the workbook's normal look. */
import type { CellStyle } from './model-types';
import type { Border, CellFormat } from '../model/format';

type Line = NonNullable<CellStyle['borderTop']>;

function lineOf({ style, weight }: Border): Line {
  if (style === 'Double') return 'double';
  if (style === 'Dash') return 'dashed';
  return weight === 'Hairline' ? 'hair' : weight === 'Medium' || weight === 'Thick' ? 'medium' : 'thin';
}

const HORIZONTAL: Readonly<Record<string, CellStyle['horizontal']>> = { Left: 'left', Center: 'center', Right: 'right' };
const VERTICAL: Readonly<Record<string, CellStyle['vertical']>> = { Top: 'top', Center: 'center', Bottom: 'bottom' };

/** Undefined for the normal look. */
export function styleOf(format: CellFormat, normal: CellFormat): CellStyle | undefined {
  const { EdgeTop: top, EdgeBottom: bottom } = format.borders;
  const lines = [top, bottom].filter((line) => line && line.style !== 'None') as Border[];
  const style: CellStyle = {
    ...(format.bold && { bold: true }),
    ...(format.italic && { italic: true }),
    ...(format.fontSize !== normal.fontSize && { sizeStep: format.fontSize - normal.fontSize }),
    ...(format.color !== normal.color && { color: format.color.slice(1) }),
    ...(format.fill !== '' && { fill: format.fill.slice(1) }),
    ...(format.numberFormat !== normal.numberFormat && { numberFormat: format.numberFormat }),
    ...(HORIZONTAL[format.horizontal] && { horizontal: HORIZONTAL[format.horizontal] }),
    ...(format.vertical !== normal.vertical && VERTICAL[format.vertical] && { vertical: VERTICAL[format.vertical] }),
    ...(format.wrap && { wrap: true }),
    ...(format.indent > 0 && { indent: format.indent }),
    ...(top && top.style !== 'None' && { borderTop: lineOf(top) }),
    ...(bottom && bottom.style !== 'None' && { borderBottom: lineOf(bottom) }),
    ...(lines[0] && lines[0].color !== '#000000' && { borderColor: lines[0].color.slice(1) }),
  };
  return Object.keys(style).length === 0 ? undefined : style;
}

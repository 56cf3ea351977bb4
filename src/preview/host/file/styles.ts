/** Cell styles as the file library reads them, in the words of the stand-in's formats. */
import type { BorderSide, CellStyle, Color } from 'hucre';
import type { Border, CellFormat, Edge } from '../model/format';

const HORIZONTAL: Readonly<Record<string, string>> = { left: 'Left', center: 'Center', right: 'Right', fill: 'Fill', justify: 'Justify', centerContinuous: 'CenterAcrossSelection', distributed: 'Distributed', general: 'General' };
const VERTICAL: Readonly<Record<string, string>> = { top: 'Top', center: 'Center', bottom: 'Bottom', justify: 'Justify', distributed: 'Distributed' };
const LINES: Readonly<Record<string, readonly [style: string, weight: string]>> = {
  hair: ['Continuous', 'Hairline'],
  thin: ['Continuous', 'Thin'],
  medium: ['Continuous', 'Medium'],
  thick: ['Continuous', 'Thick'],
  dashed: ['Dash', 'Thin'],
  mediumDashed: ['Dash', 'Medium'],
  dotted: ['Dot', 'Thin'],
  double: ['Double', 'Thick'],
  dashDot: ['DashDot', 'Thin'],
  mediumDashDot: ['DashDot', 'Medium'],
  dashDotDot: ['DashDotDot', 'Thin'],
  mediumDashDotDot: ['DashDotDot', 'Medium'],
  slantDashDot: ['SlantDashDot', 'Medium'],
};
const EDGES: readonly (readonly ['top' | 'bottom' | 'left' | 'right', Edge])[] = [['top', 'EdgeTop'], ['bottom', 'EdgeBottom'], ['left', 'EdgeLeft'], ['right', 'EdgeRight']];

/** A colour's theme index counts light before dark, the theme itself dark before light. */
const THEME_SLOTS = [1, 0, 3, 2];

/** `#RRGGBB`; undefined for the automatic colour. Theme colours need the workbook's palette. */
export function hexColor(color: Color | undefined, palette: readonly string[]): string | undefined {
  if (!color) return undefined;
  const base = color.rgb ?? (color.theme === undefined ? undefined : palette[THEME_SLOTS[color.theme] ?? color.theme]);
  if (!base) return undefined;
  return `#${tinted(base.slice(-6), color.tint ?? 0)}`;
}

/** A tint lightens towards white or darkens towards black. */
function tinted(rgb: string, tint: number): string {
  const channel = (at: number) => {
    const value = parseInt(rgb.slice(at, at + 2), 16);
    const shaded = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
    return Math.round(shaded).toString(16).padStart(2, '0');
  };
  return `${channel(0)}${channel(2)}${channel(4)}`.toUpperCase();
}

export function formatOf(style: CellStyle, normal: CellFormat, palette: readonly string[]): CellFormat {
  const { font, fill, alignment, border } = style;
  const borders: Partial<Record<Edge, Border>> = {};
  for (const [side, edge] of EDGES) {
    const line = borderOf(border?.[side], palette);
    if (line) borders[edge] = line;
  }
  return {
    numberFormat: style.numFmt ?? normal.numberFormat,
    fontName: font?.name ?? normal.fontName,
    fontSize: font?.size ?? normal.fontSize,
    bold: font?.bold ?? false,
    italic: font?.italic ?? false,
    underline: font?.underline ? 'Single' : 'None',
    strikethrough: font?.strikethrough ?? false,
    color: hexColor(font?.color, palette) ?? normal.color,
    fill: fill?.type === 'pattern' && fill.pattern === 'solid' ? (hexColor(fill.fgColor, palette) ?? '') : '',
    horizontal: HORIZONTAL[alignment?.horizontal ?? 'general'],
    vertical: VERTICAL[alignment?.vertical ?? 'bottom'],
    wrap: alignment?.wrapText ?? false,
    indent: alignment?.indent ?? 0,
    locked: style.protection?.locked ?? true,
    borders,
  };
}

function borderOf(side: BorderSide | undefined, palette: readonly string[]): Border | null {
  const line = side && LINES[side.style];
  return line ? { style: line[0], weight: line[1], color: hexColor(side.color, palette) ?? '#000000' } : null;
}

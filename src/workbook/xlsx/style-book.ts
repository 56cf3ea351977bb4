/**
 * The workbook's styles part with ours added behind: no style that is there changes its number, so every
 * cell of the user's keeps its look. Our styles start from the workbook's own body font. A style that is
 * there already, from an earlier run, is used again.
 */
import type { CellStyle } from '../../reports/sheet-model';
import { escapeXml } from './xml-scan';
import { appendInside, childOf, childrenOf, edited, parseXml, type Edit, type XmlElement } from './xml-tree';

const BUILT_IN_FORMATS: Readonly<Record<string, number>> = { General: 0, '0': 1, '0.00': 2, '#,##0': 3, '#,##0.00': 4, '0%': 9, '0.00%': 10, '@': 49 };
const FIRST_OWN_FORMAT = 164;
const DEFAULT_SIZE = 11;

/** Sections of the part in the order the standard wants them. */
const SECTIONS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'] as const;
type SectionName = 'numFmts' | 'fonts' | 'fills' | 'borders' | 'cellXfs';

const EMPTY_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

export interface StyleOptions {
  /** Shows a text's first sign as text even when somebody edits the cell: Excel's leading apostrophe. */
  readonly quoted?: boolean;
}

export class StyleBook {
  private readonly xml: string;
  private readonly root: XmlElement;
  private readonly prefix: string;
  private readonly sections: Record<SectionName, Section>;
  private readonly formats: Map<string, number>;
  private nextFormat: number;
  private readonly baseFont: BaseFont;
  private readonly idsByLook = new Map<string, number>();

  constructor(stylesXml: string | null) {
    this.xml = stylesXml ?? EMPTY_STYLES;
    this.root = parseXml(this.xml);
    this.prefix = this.root.prefix;
    const section = (name: SectionName) => new Section(this.xml, childOf(this.root, name));
    this.sections = { numFmts: section('numFmts'), fonts: section('fonts'), fills: section('fills'), borders: section('borders'), cellXfs: section('cellXfs') };
    const formats = childrenOf(childOf(this.root, 'numFmts'), 'numFmt');
    this.formats = new Map(formats.map(({ attributes }) => [attributes.get('formatCode') ?? '', Number(attributes.get('numFmtId'))]));
    this.nextFormat = Math.max(FIRST_OWN_FORMAT, ...Array.from(this.formats.values(), (id) => id + 1));
    this.baseFont = this.readBaseFont();
  }

  /** The style's number in the workbook; added when it is asked for the first time. */
  idOf(style: CellStyle = {}, options: StyleOptions = {}): number {
    const look = lookOf(style, options);
    let id = this.idsByLook.get(look);
    if (id === undefined) {
      id = this.sections.cellXfs.idOf(this.formatXml(style, options));
      this.idsByLook.set(look, id);
    }
    return id;
  }

  /** The whole part, as it was with our styles added. */
  toXml(): string {
    const edits = (Object.keys(this.sections) as SectionName[]).flatMap((name) => this.editsOf(name));
    return edited(this.xml, edits);
  }

  private editsOf(name: SectionName): Edit[] {
    const { element, added, count } = this.sections[name];
    if (added.length === 0) return [];
    if (!element) return [{ ...this.placeOf(name), text: `<${this.prefix}${name} count="${count}">${added.join('')}</${this.prefix}${name}>` }];
    const content = element.content ?? { from: element.to, to: element.to };
    const opening = this.xml.slice(element.from, content.from).replace(/count=(["'])\d+\1/, `count="${count}"`);
    const inside = appendInside(this.xml, element, added.join(''));
    return element.content ? [{ from: element.from, to: element.content.from, text: opening }, inside] : [inside];
  }

  /** Where a section that is missing belongs: before the first one that follows it. */
  private placeOf(name: SectionName): { from: number; to: number } {
    const later: readonly string[] = SECTIONS.slice(SECTIONS.indexOf(name) + 1);
    const next = this.root.children.find((child) => later.includes(child.name));
    const at = next?.from ?? (this.root.content as { to: number }).to;
    return { from: at, to: at };
  }

  private formatXml(style: CellStyle, options: StyleOptions): string {
    const p = this.prefix;
    const format = this.formatId(style.numberFormat);
    const font = this.sections.fonts.idOf(this.fontXml(style));
    const fill = style.fill ? this.sections.fills.idOf(`<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${style.fill}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`) : 0;
    const border = this.borderId(style);
    const alignment = this.alignmentXml(style);
    const flags = `${format ? ' applyNumberFormat="1"' : ''}${font ? ' applyFont="1"' : ''}${fill ? ' applyFill="1"' : ''}${border ? ' applyBorder="1"' : ''}${alignment ? ' applyAlignment="1"' : ''}`;
    const xf = `<${p}xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${options.quoted ? ' quotePrefix="1"' : ''}${flags}`;
    return alignment ? `${xf}>${alignment}</${p}xf>` : `${xf}/>`;
  }

  private formatId(code: string | undefined): number {
    if (code === undefined) return 0;
    let id = BUILT_IN_FORMATS[code] ?? this.formats.get(code);
    if (id === undefined) {
      id = this.nextFormat++;
      this.formats.set(code, id);
      this.sections.numFmts.idOf(`<${this.prefix}numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
    }
    return id;
  }

  private fontXml({ bold, italic, sizeStep, color }: CellStyle): string {
    const p = this.prefix;
    const { size, colorXml, restXml, xml } = this.baseFont;
    if (!bold && !italic && !sizeStep && !color) return xml;
    const colored = color ? `<${p}color rgb="FF${color}"/>` : colorXml;
    return `<${p}font>${bold ? `<${p}b/>` : ''}${italic ? `<${p}i/>` : ''}<${p}sz val="${size + (sizeStep ?? 0)}"/>${colored}${restXml}</${p}font>`;
  }

  private borderId({ borderTop, borderBottom, borderColor }: CellStyle): number {
    if (!borderTop && !borderBottom) return 0;
    const p = this.prefix;
    const color = borderColor ? `<${p}color rgb="FF${borderColor}"/>` : `<${p}color auto="1"/>`;
    const side = (name: string, line: string | undefined) => (line ? `<${p}${name} style="${line}">${color}</${p}${name}>` : `<${p}${name}/>`);
    return this.sections.borders.idOf(`<${p}border><${p}left/><${p}right/>${side('top', borderTop)}${side('bottom', borderBottom)}<${p}diagonal/></${p}border>`);
  }

  private alignmentXml({ horizontal, vertical, wrap, indent }: CellStyle): string {
    const attributes = `${horizontal ? ` horizontal="${horizontal}"` : ''}${vertical ? ` vertical="${vertical}"` : ''}${wrap ? ' wrapText="1"' : ''}${indent ? ` indent="${indent}"` : ''}`;
    return attributes && `<${this.prefix}alignment${attributes}/>`;
  }

  /** The font of a cell without a style of its own. */
  private readBaseFont(): BaseFont {
    const plainCell = childrenOf(childOf(this.root, 'cellXfs'), 'xf')[0];
    const fonts = childrenOf(childOf(this.root, 'fonts'), 'font');
    const font = fonts[Number(plainCell?.attributes.get('fontId') ?? 0)] ?? fonts[0];
    const slice = (element: XmlElement | undefined) => (element ? this.xml.slice(element.from, element.to) : '');
    const rest = ['name', 'family', 'charset', 'scheme'].map((name) => slice(childOf(font, name))).join('');
    return { size: Number(childOf(font, 'sz')?.attributes.get('val') ?? DEFAULT_SIZE), colorXml: slice(childOf(font, 'color')), restXml: rest, xml: slice(font) || `<${this.prefix}font/>` };
  }
}

interface BaseFont {
  readonly size: number;
  readonly colorXml: string;
  /** Name, family, character set, scheme. */
  readonly restXml: string;
  readonly xml: string;
}

/** One list of the part: what stands in it by its text, and what is added. */
class Section {
  readonly added: string[] = [];
  count: number;
  private readonly ids = new Map<string, number>();

  constructor(xml: string, readonly element: XmlElement | undefined) {
    const entries = element?.children ?? [];
    this.count = entries.length;
    entries.forEach(({ from, to }, id) => {
      const text = xml.slice(from, to);
      if (!this.ids.has(text)) this.ids.set(text, id);
    });
  }

  idOf(entry: string): number {
    let id = this.ids.get(entry);
    if (id === undefined) {
      id = this.count++;
      this.ids.set(entry, id);
      this.added.push(entry);
    }
    return id;
  }
}

/** What tells two styles apart, quickly: it is asked for many cells. */
function lookOf(style: CellStyle, options: StyleOptions): string {
  const { bold, italic, sizeStep, color, fill, numberFormat, horizontal, vertical, wrap, indent, borderTop, borderBottom, borderColor } = style;
  return `${bold ? 'b' : ''}|${italic ? 'i' : ''}|${sizeStep ?? ''}|${color ?? ''}|${fill ?? ''}|${horizontal ?? ''}|${vertical ?? ''}|${wrap ? 'w' : ''}|${indent ?? ''}|${borderTop ?? ''}|${borderBottom ?? ''}|${borderColor ?? ''}|${options.quoted ? 'q' : ''}|${numberFormat ?? ''}`;
}

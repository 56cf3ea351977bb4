/** How cells look. Formats are interned: a cell carries a number, and a million cells share a handful. */

export interface Border {
  /** As Office.js names them: `Continuous`, `Dash`, `Double`, … */
  readonly style: string;
  /** `Hairline`, `Thin`, `Medium`, `Thick`. */
  readonly weight: string;
  readonly color: string;
}

export type Edge = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight';

export interface CellFormat {
  readonly numberFormat: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
  /** `#RRGGBB`. */
  readonly color: string;
  /** `#RRGGBB`, or empty for none. */
  readonly fill: string;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly indent: number;
  readonly locked: boolean;
  readonly borders: Readonly<Partial<Record<Edge, Border>>>;
}

export const NORMAL_FORMAT: CellFormat = {
  numberFormat: 'General',
  fontName: 'Calibri',
  fontSize: 11,
  bold: false,
  italic: false,
  underline: 'None',
  strikethrough: false,
  color: '#000000',
  fill: '',
  horizontal: 'General',
  vertical: 'Bottom',
  wrap: false,
  indent: 0,
  locked: true,
  borders: {},
};

/** Formats by number. Number 0 means that nothing is set: the row's, column's or sheet's format shows. */
export class FormatPool {
  private readonly numbers = new Map<string, number>();
  private readonly formats: CellFormat[];
  private readonly changes = new Map<string, number>();

  constructor(readonly normal: CellFormat = NORMAL_FORMAT) {
    this.formats = [normal];
  }

  at(number: number): CellFormat {
    return this.formats[number];
  }

  intern(format: CellFormat): number {
    const key = JSON.stringify(format);
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.formats.length;
      this.formats.push(format);
      this.numbers.set(key, number);
    }
    return number;
  }

  /** The number of the same format with something changed; remembered, as whole areas change alike. */
  changed(number: number, change: Partial<CellFormat>, changeKey: string): number {
    const key = `${number}|${changeKey}`;
    let result = this.changes.get(key);
    if (result === undefined) {
      const base = this.formats[number];
      const borders = change.borders ? { ...base.borders, ...change.borders } : base.borders;
      result = this.intern({ ...base, ...change, borders });
      this.changes.set(key, result);
    }
    return result;
  }
}

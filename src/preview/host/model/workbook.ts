/** The workbook in memory: what the stand-in answers from, and what its grid shows. */
import { Texts } from './cells';
import { FormatPool, type CellFormat } from './format';
import { Sheet, type Table } from './sheet';

export interface DefinedName {
  name: string;
  /** With the leading `=`. */
  formula: string;
  visible: boolean;
  comment: string;
  /** Id of the sheet it belongs to; null for a name of the workbook. */
  readonly sheetId: string | null;
}

export interface XmlPart {
  readonly id: string;
  xml: string;
}

/** The file a workbook came from, so that saving can leave what nobody touched. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Ids of the sheets that the file held, with the names they had in it. */
  readonly sheets: ReadonlyMap<string, string>;
}

export class Workbook {
  readonly texts = new Texts();
  readonly formats: FormatPool;
  sheets: Sheet[] = [];
  names: DefinedName[] = [];
  readonly xmlParts: XmlPart[] = [];
  readonly settings = new Map<string, unknown>();
  readonly properties = new Map<string, string>();
  isProtected = false;
  activeSheetId = '';
  private lastId = 0;

  constructor(
    normal?: CellFormat,
    readonly source: SourceFile | null = null,
  ) {
    this.formats = new FormatPool(normal);
  }

  /** Ids look like Excel's own, and are never given twice. */
  newId(): string {
    this.lastId++;
    return `{${this.lastId.toString(16).toUpperCase().padStart(8, '0')}-0000-0000-0000-000000000000}`;
  }

  addSheet(name: string, index = this.sheets.length): Sheet {
    const sheet = new Sheet(this.newId(), name, this.texts, this.formats);
    this.sheets.splice(index, 0, sheet);
    if (this.activeSheetId === '') this.activeSheetId = sheet.id;
    return sheet;
  }

  get activeSheet(): Sheet {
    return this.sheets.find((sheet) => sheet.id === this.activeSheetId) ?? this.sheets[0];
  }

  sheetById(id: string): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.id === id);
  }

  /** By name as Excel compares them, without regard to capitals. */
  sheetByName(name: string): Sheet | undefined {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  *tables(): Iterable<{ readonly sheet: Sheet; readonly table: Table }> {
    for (const sheet of this.sheets) for (const table of sheet.tables) yield { sheet, table };
  }
}

/**
 * The `.xlsx` adapter of the workbook port: a file in memory, read sheet by sheet and written back with the
 * result sheets in it. Works in Node and in the browser alike.
 */
import type { CellValue, GridFacts } from '../../ledger/grid';
import type { SheetModel } from '../../reports/sheet-model';
import { throwIfCancelled } from '../../units/progress';
import { parseMark } from '../names';
import { WorkbookError, type SheetInfo, type SheetSource, type WorkbookPort, type WriteOptions } from '../port';
import { readArchive, writeArchive } from './archive';
import { dateStylesOf } from './date-formats';
import { Package } from './package';
import { areaOf, gridFactsOf, scanSheetFacts, type SheetFacts } from './sheet-facts';
import { sheetRowChunks, type CellContext } from './sheet-rows';
import { readSharedStrings } from './shared-strings';
import { parseReference, readWorkbookPart, relatedPart, type WorkbookPart, type WorkbookSheet } from './workbook-part';
import { parseXml } from './xml-tree';

export interface XlsxWorkbook extends WorkbookPort {
  /** The file as it is now. */
  save(): Promise<Uint8Array>;
}

/** Opens a workbook. Throws `encrypted-file` or `unreadable-file`. */
export async function openXlsxWorkbook(file: Uint8Array): Promise<XlsxWorkbook> {
  refuseCompoundFile(file);
  const pack = Package.of(readArchive(file));
  return new OpenWorkbook(pack, understood(() => readWorkbookPart(pack)));
}

/** Excel keeps a workbook with a password, and those of before 2007, in a compound file instead of a zip. */
function refuseCompoundFile(file: Uint8Array): void {
  const signature = [0xd0, 0xcf, 0x11, 0xe0];
  if (!signature.every((byte, i) => file[i] === byte)) return;
  const encrypted = new TextDecoder('utf-16le').decode(file.subarray(0, file.length & ~1)).includes('EncryptedPackage');
  if (encrypted) throw new WorkbookError('encrypted-file', {}, 'The workbook is protected by a password.');
  throw new WorkbookError('unreadable-file', {}, 'The file is an .xls workbook of before 2007.');
}

/** Whatever goes wrong while a part is read is the file's fault, and is said so. */
function understood<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof WorkbookError ? error : new WorkbookError('unreadable-file', {}, 'The file is damaged.', error);
  }
}

class OpenWorkbook implements XlsxWorkbook {
  private context: CellContext | null = null;
  private readonly facts = new Map<string, SheetFacts>();

  constructor(
    private pack: Package,
    private workbook: WorkbookPart,
  ) {}

  async listSheets(): Promise<readonly SheetInfo[]> {
    return this.workbook.sheets
      .filter((sheet) => sheet.hasCells)
      .map((sheet) => {
        const { rowCount, columnCount } = this.factsOf(sheet);
        return { name: sheet.name, rowCount, columnCount, hidden: sheet.hidden, resultKey: this.resultOf(sheet.name)?.key ?? null };
      });
  }

  async openSheet(name: string, signal?: AbortSignal): Promise<SheetSource> {
    const sheet = this.workbook.sheets.find((candidate) => candidate.name === name && candidate.hasCells);
    if (!sheet) throw new WorkbookError('sheet-missing', { sheet: name }, `There is no sheet named ${name}.`);
    const facts = this.factsOf(sheet);
    const chunks = this.chunks(sheet, facts, signal);
    return { name, rowCount: facts.rowCount, facts: gridFactsOf(facts, this.tablesOn(sheet), this.resultOf(name)), chunks };
  }

  async writeSheets(_models: readonly SheetModel[], _options?: WriteOptions & { readonly keep?: (key: string) => boolean }): Promise<void> {
    throw new WorkbookError('host', {}, 'Writing is not part of this version.');
  }

  async remembered(): Promise<Readonly<Record<string, string>>> {
    return {};
  }

  async remember(_values: Readonly<Record<string, string>>): Promise<void> {
    throw new WorkbookError('host', {}, 'Remembering is not part of this version.');
  }

  async save(): Promise<Uint8Array> {
    return writeArchive(this.pack.packedParts);
  }

  private async *chunks(sheet: WorkbookSheet, facts: SheetFacts, signal?: AbortSignal): AsyncGenerator<readonly (readonly CellValue[])[]> {
    const chunks = sheetRowChunks(this.pack.part(sheet.part), this.cellContext(), facts);
    for (;;) {
      throwIfCancelled(signal);
      const next = understood(() => chunks.next());
      if (next.done) return;
      yield next.value;
    }
  }

  private factsOf(sheet: WorkbookSheet): SheetFacts {
    let facts = this.facts.get(sheet.part);
    if (!facts) {
      facts = understood(() => scanSheetFacts(this.pack.part(sheet.part), this.cellContext()));
      this.facts.set(sheet.part, facts);
    }
    return facts;
  }

  private cellContext(): CellContext {
    this.context ??= understood(() => {
      const strings = relatedPart(this.pack, this.workbook, 'sharedStrings');
      const styles = relatedPart(this.pack, this.workbook, 'styles');
      return { sharedStrings: strings ? readSharedStrings(this.pack.part(strings)) : [], dateStyles: styles ? dateStylesOf(this.pack.text(styles)) : [], uses1904: this.workbook.uses1904 };
    });
    return this.context;
  }

  private tablesOn(sheet: WorkbookSheet): GridFacts['tables'] {
    return this.pack.relationshipsOf(sheet.part).filter(({ kind }) => kind === 'table').flatMap(({ target }) => {
      const { attributes } = understood(() => parseXml(this.pack.text(target)));
      const area = areaOf(attributes.get('ref') ?? '');
      return area ? [{ name: attributes.get('displayName') ?? attributes.get('name') ?? '', ...area }] : [];
    });
  }

  /** The key under which Duesheet wrote the sheet and where people's cells are now; undefined for a user's sheet. */
  private resultOf(sheetName: string): GridFacts['result'] {
    let key: string | undefined;
    const anchors: Record<string, { rowIndex: number; columnIndex: number }> = {};
    for (const { name, formula, sheetIndex } of this.workbook.names) {
      const mark = sheetIndex === null ? parseMark(name) : null;
      const reference = mark && parseReference(formula);
      if (!mark || reference?.sheet !== sheetName) continue;
      if (mark.anchor === null) key = mark.key;
      else if (reference.rowIndex !== null && reference.columnIndex !== null) anchors[mark.anchor] = { rowIndex: reference.rowIndex, columnIndex: reference.columnIndex };
    }
    return key === undefined ? undefined : { key, anchors };
  }
}

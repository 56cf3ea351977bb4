/**
 * The `.xlsx` adapter of the workbook port: a file in memory, read sheet by sheet and written back with the
 * result sheets in it. Works in Node and in the browser alike.
 */
import type { CellValue, GridFacts } from '../../ledger/grid';
import type { SheetModel } from '../../reports/sheet-model';
import { throwIfCancelled } from '../../units/progress';
import { WorkbookError, type ReadOptions, type SheetInfo, type SheetSource, type WorkbookPort } from '../port';
import { readArchive, writeArchive } from './archive';
import { dateStylesOf } from './date-formats';
import { readMemory, withMemory } from './memory-part';
import { Package } from './package';
import { resultSheetsOf } from './result-marks';
import { areaOf, gridFactsOf, scanSheetFacts, type SheetFacts } from './sheet-facts';
import { sheetRowChunks, type CellContext } from './sheet-rows';
import { readSharedStrings } from './shared-strings';
import { readWorkbookPart, relatedPart, type WorkbookPart, type WorkbookSheet } from './workbook-part';
import { withResults, type ResultOptions } from './write-results';
import { parseXml } from './xml-tree';

export interface XlsxWorkbook extends WorkbookPort {
  /** The file as it is now. */
  save(): Promise<Uint8Array>;
}

/** Opens a workbook. Throws `encrypted-file`, `unreadable-file` (`kind` says what it is instead, where that is plain) or `too-large`. */
export async function openXlsxWorkbook(file: Uint8Array): Promise<XlsxWorkbook> {
  refuseCompoundFile(file);
  refuseText(file);
  const pack = Package.of(readArchive(file));
  return new OpenWorkbook(pack, await understood(() => readWorkbookPart(pack)));
}

const TEXT_SAMPLE_BYTES = 512;

/** Excel keeps a workbook with a password, and those of before 2007, in a compound file instead of a zip. */
function refuseCompoundFile(file: Uint8Array): void {
  const signature = [0xd0, 0xcf, 0x11, 0xe0];
  if (!signature.every((byte, i) => file[i] === byte)) return;
  const encrypted = new TextDecoder('utf-16le').decode(file.subarray(0, file.length & ~1)).includes('EncryptedPackage');
  if (encrypted) throw new WorkbookError('encrypted-file', {}, 'The workbook is protected by a password.');
  throw new WorkbookError('unreadable-file', { kind: 'xls' }, 'The file is an .xls workbook of before 2007.');
}

/** A file of comma-separated values or a web page, whatever its name says: letters from the first to the last, which no zip has. */
function refuseText(file: Uint8Array): void {
  const begin = file.subarray(0, TEXT_SAMPLE_BYTES);
  if (begin.length > 0 && begin.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13)) throw new WorkbookError('unreadable-file', { kind: 'text' }, 'The file is text, not a workbook.');
}

/** Whatever goes wrong while a part is read is the file's fault, and is said so. */
async function understood<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
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
    const results = resultSheetsOf(this.workbook);
    const sheets: SheetInfo[] = [];
    for (const sheet of this.workbook.sheets) {
      if (!sheet.hasCells) continue;
      const { rowCount, columnCount } = await this.factsOf(sheet);
      sheets.push({ name: sheet.name, rowCount, columnCount, hidden: sheet.hidden, resultKey: results.get(sheet.name)?.key ?? null });
    }
    return sheets;
  }

  async openSheet(name: string, { signal }: ReadOptions = {}): Promise<SheetSource> {
    const sheet = this.workbook.sheets.find((candidate) => candidate.name === name && candidate.hasCells);
    if (!sheet) throw new WorkbookError('sheet-missing', { sheet: name }, `There is no sheet named ${name}.`);
    const facts = await this.factsOf(sheet);
    const gridFacts = gridFactsOf(facts, await this.tablesOn(sheet), resultSheetsOf(this.workbook).get(name));
    return { name, rowCount: facts.rowCount, facts: gridFacts, chunks: this.chunks(sheet, facts, signal) };
  }

  async writeSheets(models: readonly SheetModel[], options?: ResultOptions): Promise<void> {
    this.replace(await withResults(this.pack, this.workbook, models, options));
  }

  async remembered(): Promise<Readonly<Record<string, string>>> {
    return readMemory(this.pack, this.workbook);
  }

  async remember(values: Readonly<Record<string, string>>): Promise<void> {
    this.replace(await withMemory(this.pack, this.workbook, values));
  }

  async save(): Promise<Uint8Array> {
    return writeArchive(this.pack.packedParts);
  }

  /** All that was built is put in place at once; whatever failed before left the workbook as it was. */
  private replace(pack: Package): void {
    this.workbook = readWorkbookPart(pack);
    this.pack = pack;
    this.context = null;
    this.facts.clear();
  }

  private async *chunks(sheet: WorkbookSheet, facts: SheetFacts, signal?: AbortSignal): AsyncGenerator<readonly (readonly CellValue[])[]> {
    const chunks = sheetRowChunks(this.pack.part(sheet.part), await this.cellContext(), facts);
    for (;;) {
      throwIfCancelled(signal);
      const next = await understood(() => chunks.next());
      if (next.done) return;
      yield next.value;
    }
  }

  private async factsOf(sheet: WorkbookSheet): Promise<SheetFacts> {
    let facts = this.facts.get(sheet.part);
    if (!facts) {
      const context = await this.cellContext();
      facts = await understood(() => scanSheetFacts(this.pack.part(sheet.part), context));
      this.facts.set(sheet.part, facts);
    }
    return facts;
  }

  private async cellContext(): Promise<CellContext> {
    this.context ??= await understood(async () => {
      const strings = relatedPart(this.pack, this.workbook, 'sharedStrings');
      const styles = relatedPart(this.pack, this.workbook, 'styles');
      return {
        sharedStrings: strings ? await readSharedStrings(this.pack.part(strings)) : [],
        dateStyles: styles ? dateStylesOf(this.pack.text(styles)) : [],
        uses1904: this.workbook.uses1904,
      };
    });
    return this.context;
  }

  private tablesOn(sheet: WorkbookSheet): Promise<GridFacts['tables']> {
    return understood(() =>
      this.pack.relationshipsOf(sheet.part).filter(({ kind }) => kind === 'table').flatMap(({ target }) => {
        const { attributes } = parseXml(this.pack.text(target));
        const area = areaOf(attributes.get('ref') ?? '');
        return area ? [{ name: attributes.get('displayName') ?? attributes.get('name') ?? '', ...area }] : [];
      }),
    );
  }
}

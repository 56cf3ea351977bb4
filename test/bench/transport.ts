/**
 * What it costs to bring the lines in and the sheets out: through the real office.js to the stand-in for Excel,
 * and through .xlsx files, the latter against the library's own reading and writing of the same file.
 */
import { streamXlsxRows, writeXlsx } from 'hucre/xlsx';
import { feed } from '../../src/engine';
import { createSession } from '../../src/engine/local-session';
import { createExcelHost, openWorkbookFile } from '../../src/preview/host';
import type { SheetModel } from '../../src/reports/sheet-model';
import type { WorkbookPort } from '../../src/workbook/port';
import { openOfficeWorkbook } from '../../src/workbook/office/office-workbook';
import { openXlsxWorkbook } from '../../src/workbook/xlsx/open-xlsx';
import { connectOfficeJs } from '../support/office-js';
import { timed, type Span } from './clock';
import { RUN_OPTIONS } from './engine-run';
import { OUR_SHEET, THEIR_SHEET, type Rows } from './supply';
import { makeTrade, type TradeOptions } from './trade';

/** Excel on the web takes and gives at most this much at once. */
const PAYLOAD_BYTES_MAX = 5 * 1024 * 1024;

export interface Transport {
  readonly lines: number;
  readonly office: { readonly syncs: number; readonly leastSyncs: number; readonly requestBytes: number; readonly responseBytes: number };
  readonly xlsx: { readonly bytes: number; readonly read: Span; readonly write: Span; readonly libraryRead: Span; readonly libraryWrite: Span };
}

export async function measureTransport(options: TradeOptions): Promise<Transport> {
  const { ours, theirs } = makeTrade(options);
  const write = await timed(() => writeByLibrary({ [OUR_SHEET]: ours, [THEIR_SHEET]: theirs }));
  const file = write.value;
  const libraryRead = await timed(() => readByLibrary(file));
  const xlsx = await throughXlsx(file);
  const office = await throughOffice(file, xlsx.models, [ours, theirs]);
  return {
    lines: ours.length + theirs.length - 2,
    office,
    xlsx: { bytes: file.length, read: xlsx.read, write: xlsx.write, libraryRead: libraryRead.span, libraryWrite: xlsx.libraryWrite },
  };
}

async function throughXlsx(file: Uint8Array) {
  const session = createSession();
  const workbook = await openXlsxWorkbook(file);
  const read = await timed(() => readAll(workbook));
  await feed(session, workbook);
  await session.run(RUN_OPTIONS, () => {}, new AbortController().signal);
  const models = await session.sheets({ statements: 'none', statementForm: 'activity' });
  const write = await timed(async () => {
    await workbook.writeSheets(models);
    return workbook.save();
  });
  const library = await timed(() => writeByLibrary(Object.fromEntries(models.map((model) => [model.name, plainRows(model)]))));
  return { models, read: read.span, write: write.span, libraryWrite: library.span };
}

async function throughOffice(file: Uint8Array, models: readonly SheetModel[], sheets: readonly Rows[]): Promise<Transport['office']> {
  const host = createExcelHost({ workbook: await openWorkbookFile(file, 'bench.xlsx') });
  connectOfficeJs(host);
  const port = openOfficeWorkbook();
  host.resetTraffic();
  await readAll(port);
  await port.writeSheets(models);
  const least = (each: readonly Rows[]) => Math.ceil(each.reduce((sum, rows) => sum + Buffer.byteLength(JSON.stringify(rows)), 0) / PAYLOAD_BYTES_MAX);
  return { ...host.traffic, leastSyncs: least(sheets) + least(models.map(plainRows)) };
}

async function readAll(port: WorkbookPort): Promise<void> {
  for (const listed of await port.listSheets()) {
    const { chunks } = await port.openSheet(listed.name, { listed });
    for await (const rows of chunks) void rows;
  }
}

/** What stands in the cells of a sheet's tables, formulas as their text. */
function plainRows({ tables }: SheetModel): Rows {
  return tables.flatMap((table) => Array.from({ length: table.rowCount }, (_, i) => table.row(i).map((cell) => (cell !== null && typeof cell === 'object' ? `=${cell.formula}` : cell))));
}

function writeByLibrary(sheets: Readonly<Record<string, Rows>>): Promise<Uint8Array> {
  return writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]), columns: [{ numFmt: 'yyyy-mm-dd' }] })) });
}

async function readByLibrary(file: Uint8Array): Promise<number> {
  let count = 0;
  for (const sheet of [0, 1]) for await (const row of streamXlsxRows(file, { sheet })) count += row.values.length;
  return count;
}

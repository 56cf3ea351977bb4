import { throwIfCancelled, type OnProgress } from '../units/progress';
import type { CellValue, GridFacts } from '../ledger/grid';
import type { Session } from './session';

interface ListedSheet {
  readonly name: string;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Where sheets come from, as far as feeding a session goes. Every workbook port is one. */
export interface SheetSupply {
  listSheets(): Promise<readonly ListedSheet[]>;
  openSheet(name: string, options?: { readonly signal?: AbortSignal; readonly listed?: ListedSheet }): Promise<{ readonly facts: GridFacts; readonly chunks: AsyncIterable<readonly (readonly CellValue[])[]> }>;
}

/** Moves every sheet into the session, chunk by chunk, replacing what it held. Progress counts rows. */
export async function feed(session: Session, supply: SheetSupply, onProgress?: OnProgress, signal?: AbortSignal): Promise<void> {
  await session.clear();
  const sheets = await supply.listSheets();
  const total = sheets.reduce((sum, sheet) => sum + sheet.rowCount, 0);
  let done = 0;
  for (const listed of sheets) {
    const { name } = listed;
    throwIfCancelled(signal);
    const { facts, chunks } = await supply.openSheet(name, { signal, listed });
    await session.openSheet(name, facts, listed.rowCount);
    for await (const rows of chunks) {
      throwIfCancelled(signal);
      await session.appendRows(name, rows);
      done += rows.length;
      onProgress?.({ step: 'read', done: Math.min(done, total), total, detail: name });
    }
  }
}

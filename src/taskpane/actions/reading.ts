/** Takes every sheet from the workbook to the session, chunk by chunk. */
import { throwIfCancelled } from '../../units/progress';
import type { SheetInfo } from '../../workbook/port';
import { patiently, type Patience } from '../patience';
import type { ProgressMeter } from '../progress-meter';
import type { PaneParts } from '../state';

/** Our own result sheets are read too: people write in them. Answers which sheets were read, and their sizes. */
export async function readWorkbookInto({ session, port }: PaneParts, meter: ProgressMeter, patience: Patience): Promise<readonly SheetInfo[]> {
  const { signal } = patience;
  await session.clear();
  const sheets = await patiently(() => port.listSheets(), patience);
  const totalRows = sheets.reduce((sum, sheet) => sum + sheet.rowCount, 0);
  let rowsBefore = 0;
  for (const listed of sheets) {
    const { name } = listed;
    meter.transported(rowsBefore, totalRows, name);
    // The whole sheet is the unit of repetition: half a sheet from before an edit and half from after is none.
    await patiently(async (alive) => {
      const source = await port.openSheet(name, { signal, listed });
      await session.openSheet(name, source.facts, source.rowCount);
      let rows = 0;
      for await (const chunk of source.chunks) {
        throwIfCancelled(signal);
        await session.appendRows(name, chunk);
        rows += chunk.length;
        alive();
        meter.transported(rowsBefore + rows, totalRows, name);
      }
    }, patience);
    rowsBefore += listed.rowCount;
  }
  return sheets;
}

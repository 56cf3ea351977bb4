/**
 * Steps of a write, gathered into calls as large as Excel lets pass. Nobody waits for a step of one's own;
 * a call that Excel refuses unread as too large is cut in two.
 */
import { throwIfCancelled } from '../../units/progress';
import { isRefusedAsTooLarge } from './failures';
import { Pauses } from './pauses';
import { PAYLOAD_BYTES } from './payload';
import { LONG_PATIENCE, hasExcelApi, inExcel } from './run';

/** Bytes that a range takes on the wire before anything is done to it: its path, its instantiation. */
export const RANGE_BYTES = 220;
/** Bytes of setting one property of an object that is there. */
export const SET_BYTES = 130;

export interface Step {
  readonly bytes: number;
  readonly run: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void;
}

interface QueuedStep extends Step {
  readonly sheetId: string;
}

export class WriteQueue {
  private steps: QueuedStep[] = [];
  private bytes = 0;

  constructor(private readonly signal?: AbortSignal) {}

  /** Queues a step on a sheet; sends what is queued where the step would not fit any more. */
  async add({ id }: { readonly id: string }, step: Step): Promise<void> {
    if (this.bytes + step.bytes > PAYLOAD_BYTES) await this.flush();
    this.steps.push({ ...step, sheetId: id });
    this.bytes += step.bytes;
  }

  async flush(): Promise<void> {
    const { steps } = this;
    this.steps = [];
    this.bytes = 0;
    throwIfCancelled(this.signal);
    if (steps.length > 0) await send(steps);
  }
}

async function send(steps: readonly QueuedStep[]): Promise<void> {
  try {
    await call(steps);
  } catch (error) {
    if (!isRefusedAsTooLarge(error) || steps.length === 1) throw error;
    const half = steps.length >> 1;
    await send(steps.slice(0, half));
    await send(steps.slice(half));
  }
}

function call(steps: readonly QueuedStep[]): Promise<void> {
  return inExcel(
    async (context) => {
      context.application.suspendApiCalculationUntilNextSync();
      if (hasExcelApi('1.9')) context.application.suspendScreenUpdatingUntilNextSync();
      const sheets = new Map<string, Excel.Worksheet>();
      const pauses = new Pauses();
      for (const { sheetId, run } of steps) {
        let sheet = sheets.get(sheetId);
        if (!sheet) sheets.set(sheetId, (sheet = context.workbook.worksheets.getItem(sheetId)));
        run(sheet, context);
        await pauses.perhaps();
      }
      // office.js makes one message of all that, twice: the longest thing that the pane's thread has to do.
      await pauses.now();
      await context.sync();
    },
    { patienceMilliseconds: LONG_PATIENCE },
  );
}

/** A range that costs no call of its own to be let go. */
export function rangeAt(sheet: Excel.Worksheet, rowIndex: number, columnIndex: number, rowCount = 1, columnCount = 1): Excel.Range {
  const range = sheet.getRangeByIndexes(rowIndex, columnIndex, rowCount, columnCount);
  range.untrack();
  return range;
}

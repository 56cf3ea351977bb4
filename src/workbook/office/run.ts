/**
 * One call to Excel. While the user edits a cell or a dialog is open Excel refuses every call; it is asked again
 * for a bounded time. (Its own `delayForCellEdit` would leave the call hanging in Excel after we had given it up, to be
 * carried out whenever the user leaves the cell.)
 */
import { asWorkbookError, isBusy } from './failures';

const RETRY_MILLISECONDS = 250;
/** Reading: the caller shows that it waits, and asks again. */
const SHORT_PATIENCE = 1_500;
/** Where giving up throws away work, or what the user has done. */
export const LONG_PATIENCE = 120_000;

export interface CallOptions {
  /** Goes into the details of a failure. */
  readonly sheet?: string;
  readonly patienceMilliseconds?: number;
}

/** Runs a batch. `work` must bear being repeated up to its first `sync`, and syncs by itself. */
export async function inExcel<T>(work: (context: Excel.RequestContext) => Promise<T>, options: CallOptions = {}): Promise<T> {
  const { sheet, patienceMilliseconds = SHORT_PATIENCE } = options;
  for (let waited = 0; ; waited += RETRY_MILLISECONDS) {
    try {
      return await Excel.run(work);
    } catch (error) {
      if (!isBusy(error) || waited >= patienceMilliseconds) throw asWorkbookError(error, sheet === undefined ? {} : { sheet });
      await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
    }
  }
}

/** True where this Excel has the given version of its API; the manifest asks for 1.9. */
export function hasExcelApi(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}

/** Excel's refusals in the words of the port, with what support needs to know beside them. */
import { Cancelled } from '../../units/progress';
import { WorkbookError, type WorkbookFailure } from '../port';

type Details = Readonly<Record<string, string | number>>;

/** The error's code as Office.js gives it; null for an error of anybody else's. */
function excelCode(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'debugInfo' in error && 'code' in error ? String(error.code) : null;
}

/** True where Excel did nothing of the batch because it was too large: any other failure may leave a part done. */
export function isRefusedAsTooLarge(error: unknown): boolean {
  return error instanceof WorkbookError && error.details.code === 'RequestPayloadSizeLimitExceeded';
}

/** Excel is busy with the user and did nothing: it may be asked again. */
export function isBusy(error: unknown): boolean {
  return ['InvalidOperationInCellEditMode', 'WriteNotSupportedWhenModalDialogOpen'].includes(excelCode(error) ?? '');
}

export function withDetails(error: unknown, details: Details): unknown {
  return error instanceof WorkbookError ? new WorkbookError(error.failure, { ...error.details, ...details }, error.message, error.cause) : error;
}

/** Cancellations and failures of ours pass; everything Excel says becomes a `WorkbookError`. */
export function asWorkbookError(error: unknown, details: Details = {}): unknown {
  if (error instanceof WorkbookError || error instanceof Cancelled) return error;
  const code = excelCode(error);
  if (code === null) return error;
  const { debugInfo, message } = error as OfficeExtension.Error;
  const support: Details = { ...details, code, ...(debugInfo?.errorLocation && { location: debugInfo.errorLocation }), ...(debugInfo?.statement && { statement: debugInfo.statement }) };
  return new WorkbookError(failureOf(code, details), support, message, error);
}

function failureOf(code: string, details: Details): WorkbookFailure {
  switch (code) {
    case 'InvalidOperationInCellEditMode':
      return 'cell-editing';
    case 'WriteNotSupportedWhenModalDialogOpen':
      return 'dialog-open';
    case 'AccessDenied':
      return 'sheet' in details ? 'sheet-protected' : 'read-only';
    case 'ItemNotFound':
      return 'sheet' in details ? 'sheet-missing' : 'workbook-changed';
    case 'ItemAlreadyExists':
    case 'InvalidRequestContext':
      return 'workbook-changed';
    case 'RequestPayloadSizeLimitExceeded':
    case 'ResponsePayloadSizeLimitExceeded':
    case 'RequestAborted':
      return 'too-large';
    case 'ActivityLimitReached':
    case 'ConnectionFailure':
    case 'InvalidOrTimedOutSession':
      return 'session-lost';
    default:
      return 'host';
  }
}

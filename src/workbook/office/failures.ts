/** Excel's refusals in the words of the port, with what support needs to know beside them. */
import { Cancelled } from '../../units/progress';
import { WorkbookError, type WorkbookFailure } from '../port';

type Details = Readonly<Record<string, string | number>>;

/** The error's code as Office.js gives it; null for an error of anybody else's. */
export function excelCode(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'debugInfo' in error && 'code' in error ? String(error.code) : null;
}

/** A batch that was too large either way, or a read so large that Excel gave it up. */
export function isTooLarge(error: unknown): boolean {
  return ['RequestPayloadSizeLimitExceeded', 'ResponsePayloadSizeLimitExceeded', 'RequestAborted'].includes(excelCode(error) ?? '');
}

export function isCellEditing(error: unknown): boolean {
  return excelCode(error) === 'InvalidOperationInCellEditMode';
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
    case 'AccessDenied':
      return 'sheet' in details ? 'sheet-protected' : 'workbook-protected';
    case 'ItemNotFound':
      return 'sheet' in details ? 'sheet-missing' : 'host';
    case 'RequestPayloadSizeLimitExceeded':
    case 'ResponsePayloadSizeLimitExceeded':
    case 'RequestAborted':
      return 'too-large';
    default:
      return 'host';
  }
}

/** How Excel says no: the codes of `Excel.ErrorCodes`, and the two payload limits that office.js maps itself. */

export type ExcelErrorCode =
  | 'AccessDenied'
  | 'ApiNotFound'
  | 'GeneralException'
  | 'InsertDeleteConflict'
  | 'InvalidArgument'
  | 'InvalidOperation'
  | 'InvalidOperationInCellEditMode'
  | 'InvalidReference'
  | 'ItemAlreadyExists'
  | 'ItemNotFound'
  | 'RequestAborted'
  | 'UnsupportedOperation';

const MESSAGES: Readonly<Record<ExcelErrorCode, string>> = {
  AccessDenied: 'You cannot perform the requested operation.',
  ApiNotFound: "The API you are trying to use could not be found. It may be available in a newer version of Excel.",
  GeneralException: 'There was an internal error while processing the request.',
  InsertDeleteConflict: 'The insert or delete operation attempted resulted in a conflict.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidOperationInCellEditMode: 'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  InvalidReference: 'This reference is not valid for the current operation.',
  ItemAlreadyExists: 'The resource being created already exists.',
  ItemNotFound: "The requested resource doesn't exist.",
  RequestAborted: 'The request was aborted during run time.',
  UnsupportedOperation: 'The operation being attempted is not supported.',
};

/** Excel's own sentence for a code; the code itself where it has none that we know. */
export function messageFor(code: string): string {
  return MESSAGES[code as ExcelErrorCode] ?? code;
}

/** An action that Excel refuses. What came before it in the batch stays done. */
export class ExcelError extends Error {
  constructor(
    readonly code: ExcelErrorCode,
    detail = '',
  ) {
    super(detail === '' ? messageFor(code) : detail);
    this.name = 'ExcelError';
  }
}

/** What goes wrong between the two; office.js knows these by number, not by name. */
export class TransportError extends Error {
  constructor(
    readonly officeJsCode: number,
    message: string,
  ) {
    super(message);
    this.name = 'TransportError';
  }
}

/** A request or an answer over the host's limit. */
export class PayloadError extends TransportError {
  constructor(side: 'request' | 'response') {
    super(side === 'request' ? 5103 : 5104, `The ${side} payload size has exceeded the limit.`);
  }
}

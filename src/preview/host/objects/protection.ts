/** Protected sheets and workbooks refuse changes; a stand-in that let them through would prove nothing. */
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { ExcelError } from '../protocol/errors';
import { ExcelObject, type HostContext, type Kind } from '../protocol/object';

export function ensureUnprotected(sheet: Sheet): void {
  if (sheet.isProtected) throw new ExcelError('AccessDenied', `The sheet "${sheet.name}" is protected.`);
}

/** A protected workbook's tabs cannot come, go, move or be renamed. */
export function ensureStructureUnprotected(workbook: Workbook): void {
  if (workbook.isProtected) throw new ExcelError('AccessDenied', 'The structure of the workbook is protected.');
}

/** `Worksheet.protection` and `Workbook.protection`. Passwords are not kept: the stand-in protects from mistakes only. */
export class ProtectionObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly owner: Sheet | Workbook,
  ) {
    super(host);
  }

  get kind(): Kind<ProtectionObject> {
    return PROTECTION;
  }
}

const PROTECTION: Kind<ProtectionObject> = {
  name: 'Protection',
  properties: { protected: { get: ({ owner }) => owner.isProtected } },
  methods: {
    protect: ({ owner }) => void (owner.isProtected = true),
    unprotect: ({ owner }) => void (owner.isProtected = false),
  },
};

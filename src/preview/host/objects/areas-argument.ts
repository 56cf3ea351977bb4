/** Many methods take a range or its address; this reads either. */
import { parseAddress, splitReference, type Area } from '../model/areas';
import type { Sheet } from '../model/sheet';
import { ExcelError } from '../protocol/errors';
import type { HostContext } from '../protocol/object';
import { RangeObject } from './range';

/** A range object or an address, on the given sheet unless the address names another. */
export function areaArgument(host: HostContext, sheet: Sheet | null, value: unknown): { readonly sheet: Sheet; readonly area: Area } {
  if (value instanceof RangeObject) return { sheet: value.sheet, area: value.area };
  if (typeof value !== 'string') throw new ExcelError('InvalidArgument', 'A range or its address is wanted.');
  const reference = splitReference(value);
  const holder = reference.sheet === null ? (sheet ?? host.workbook.activeSheet) : host.workbook.sheetByName(reference.sheet);
  const area = parseAddress(reference.address);
  if (!holder || !area) throw new ExcelError('InvalidArgument', `"${value}" is no address.`);
  return { sheet: holder, area };
}

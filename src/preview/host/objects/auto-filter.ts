/** `Worksheet.autoFilter`: whether a filter stands on the sheet, and taking it away. */
import type { Sheet } from '../model/sheet';
import { ExcelObject, type HostContext, type Kind } from '../protocol/object';

export class AutoFilterObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly sheet: Sheet,
  ) {
    super(host);
  }

  get kind(): Kind<AutoFilterObject> {
    return AUTO_FILTER;
  }
}

const AUTO_FILTER: Kind<AutoFilterObject> = {
  name: 'AutoFilter',
  properties: {
    enabled: { get: ({ sheet }) => sheet.filter !== null },
    isDataFiltered: { get: ({ sheet }) => sheet.filter !== null && sheet.hiddenRows.size > 0 },
  },
  methods: {
    getRangeOrNullObject: ({ host, sheet }) => sheet.filter && host.objects.range(sheet, sheet.filter),
    clearCriteria: (filter) => {
      filter.sheet.hiddenRows.clear();
      filter.host.looksChanged(filter.sheet);
    },
  },
};

/** The rows and columns that stay in view. */
import { parseAddress } from '../model/areas';
import type { Sheet } from '../model/sheet';
import { integerArgument } from '../protocol/arguments';
import { ExcelError } from '../protocol/errors';
import { ExcelObject, type HostContext, type Kind } from '../protocol/object';
import { RangeObject } from './range';

export class FreezePanesObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly sheet: Sheet,
  ) {
    super(host);
  }

  get kind(): Kind<FreezePanesObject> {
    return FREEZE_PANES;
  }

  set(rows: number, columns: number): void {
    this.sheet.freeze = { rows, columns };
    this.host.looksChanged(this.sheet);
  }
}

const FREEZE_PANES: Kind<FreezePanesObject> = {
  name: 'WorksheetFreezePanes',
  methods: {
    freezeRows: (panes, [count]) => panes.set(integerArgument(count, 'count', 1), 0),
    freezeColumns: (panes, [count]) => panes.set(0, integerArgument(count, 'count', 1)),
    /** Takes the corner of what stays: `A1:B3` freezes three rows and two columns. */
    freezeAt: (panes, [corner]) => {
      const area = corner instanceof RangeObject ? corner.area : typeof corner === 'string' ? parseAddress(corner) : null;
      if (!area) throw new ExcelError('InvalidArgument', 'freezeAt wants a range.');
      panes.set(area.rows, area.columns);
    },
    unfreeze: (panes) => panes.set(0, 0),
    getLocationOrNullObject: ({ host, sheet }) => {
      const { rows, columns } = sheet.freeze;
      return rows + columns === 0 ? null : host.objects.range(sheet, { row: 0, column: 0, rows: Math.max(1, rows), columns: Math.max(1, columns) });
    },
  },
};

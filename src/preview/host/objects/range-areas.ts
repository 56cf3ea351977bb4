/** Several rectangles of one sheet as one object, and the collection of them. */
import { address, cellCount, type Area } from '../model/areas';
import { clearArea } from '../model/edits';
import type { Sheet } from '../model/sheet';
import { integerArgument, wordArgument } from '../protocol/arguments';
import { ExcelError } from '../protocol/errors';
import { ExcelObject, type HostContext, type Kind } from '../protocol/object';
import { quotedSheet } from '../../../workbook/names';
import { ensureUnprotected } from './protection';

/** Excel refuses an address list longer than this. */
const ADDRESS_LENGTH_MAX = 8192;

export class RangeAreasObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly sheet: Sheet,
    readonly areas: readonly Area[],
  ) {
    super(host);
  }

  override get isReferenced(): boolean {
    return true;
  }

  get kind(): Kind<RangeAreasObject> {
    return RANGE_AREAS;
  }
}

export function checkAddressLength(text: string): string {
  if (text.length > ADDRESS_LENGTH_MAX) throw new ExcelError('InvalidArgument', `An address list of ${text.length} characters is longer than Excel takes (${ADDRESS_LENGTH_MAX}).`);
  return text;
}

const RANGE_AREAS: Kind<RangeAreasObject> = {
  name: 'RangeAreas',
  properties: {
    address: { get: ({ sheet, areas }) => areas.map((area) => `${quotedSheet(sheet.name)}!${address(area)}`).join(',') },
    areaCount: { get: ({ areas }) => areas.length },
    cellCount: { get: ({ areas }) => areas.reduce((count, area) => count + cellCount(area), 0) },
  },
  objects: {
    areas: ({ host, sheet, areas }) => new RangeCollectionObject(host, sheet, areas),
    format: ({ host, sheet, areas }) => host.objects.rangeFormat(sheet, areas),
    worksheet: ({ host, sheet }) => host.objects.worksheet(sheet),
    conditionalFormats: ({ host, sheet, areas }) => host.objects.conditionalFormats(sheet, areas),
    dataValidation: ({ host, sheet, areas }) => host.objects.dataValidation(sheet, areas),
  },
  methods: {
    clear: ({ host, sheet, areas }, [applyTo]) => {
      ensureUnprotected(sheet);
      const what = wordArgument(applyTo ?? 'All', 'applyTo', ['All', 'Contents', 'Formats', 'Hyperlinks']);
      for (const area of areas) {
        clearArea(sheet, area, what);
        host.contentChanged(sheet, area);
      }
    },
    select: ({ host, sheet, areas }) => host.select(sheet, areas),
  },
};

class RangeCollectionObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly sheet: Sheet,
    readonly areas: readonly Area[],
  ) {
    super(host);
  }

  get kind(): Kind<RangeCollectionObject> {
    return RANGE_COLLECTION;
  }
}

const RANGE_COLLECTION: Kind<RangeCollectionObject> = {
  name: 'RangeCollection',
  items: ({ host, sheet, areas }) => areas.map((area) => host.objects.range(sheet, area)),
  methods: {
    getCount: ({ areas }) => areas.length,
    getItemAt: ({ host, sheet, areas }, [index]) => {
      const area = areas[integerArgument(index, 'index', 0)];
      if (!area) throw new ExcelError('ItemNotFound');
      return host.objects.range(sheet, area);
    },
  },
};

/** How a sheet prints: paper, margins, titles, header and footer, page breaks. */
import type { Sheet } from '../model/sheet';
import { booleanArgument, numberArgument, textArgument, wordArgument } from '../protocol/arguments';
import { ExcelError } from '../protocol/errors';
import { ExcelObject, type HostContext, type Kind, type Property } from '../protocol/object';
import { areaArgument } from './areas-argument';
import { RangeAreasObject } from './range-areas';

export class PageLayoutObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly sheet: Sheet,
  ) {
    super(host);
  }

  get kind(): Kind<PageLayoutObject> {
    return PAGE_LAYOUT;
  }
}

type Margin = keyof Sheet['page']['margins'];
type PageSwitch = 'centerHorizontally' | 'centerVertically' | 'printGridlines';

function margin(name: Margin): Property<PageLayoutObject> {
  return { get: ({ sheet }) => sheet.page.margins[name], set: ({ sheet }, value) => void (sheet.page.margins[name] = numberArgument(value, `${name}Margin`)) };
}

function pageSwitch(name: PageSwitch): Property<PageLayoutObject> {
  return { get: ({ sheet }) => sheet.page[name], set: ({ sheet }, value) => void (sheet.page[name] = booleanArgument(value, name)) };
}

interface Zoom {
  readonly scale?: number;
  readonly horizontalFitToPages?: number | null;
  readonly verticalFitToPages?: number | null;
}

function setZoom({ sheet }: PageLayoutObject, value: unknown): void {
  const zoom = value as Zoom;
  if (typeof zoom !== 'object' || zoom === null) throw new ExcelError('InvalidArgument', 'zoom is an object.');
  const { scale, horizontalFitToPages = null, verticalFitToPages = null } = zoom;
  if (scale !== undefined && (horizontalFitToPages !== null || verticalFitToPages !== null)) throw new ExcelError('InvalidArgument', 'zoom takes a scale or pages to fit, not both.');
  sheet.page.scale = scale ?? 100;
  sheet.page.fit = scale === undefined ? { pagesWide: horizontalFitToPages, pagesTall: verticalFitToPages } : null;
}

const PAPER = ['Letter', 'LetterSmall', 'Tabloid', 'Ledger', 'Legal', 'Statement', 'Executive', 'A3', 'A4', 'A4Small', 'A5', 'B4', 'B5'] as const;
const MARGINS: readonly Margin[] = ['left', 'right', 'top', 'bottom', 'header', 'footer'];
const POINTS_PER_UNIT: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

const PAGE_LAYOUT: Kind<PageLayoutObject> = {
  name: 'PageLayout',
  properties: {
    orientation: { get: ({ sheet }) => sheet.page.orientation, set: ({ sheet }, value) => void (sheet.page.orientation = wordArgument(value, 'orientation', ['Portrait', 'Landscape'])) },
    paperSize: { get: ({ sheet }) => sheet.page.paperSize, set: ({ sheet }, value) => void (sheet.page.paperSize = wordArgument(value, 'paperSize', PAPER)) },
    zoom: {
      get: ({ sheet }) => (sheet.page.fit ? { horizontalFitToPages: sheet.page.fit.pagesWide, verticalFitToPages: sheet.page.fit.pagesTall } : { scale: sheet.page.scale }),
      set: setZoom,
    },
    leftMargin: margin('left'),
    rightMargin: margin('right'),
    topMargin: margin('top'),
    bottomMargin: margin('bottom'),
    headerMargin: margin('header'),
    footerMargin: margin('footer'),
    centerHorizontally: pageSwitch('centerHorizontally'),
    centerVertically: pageSwitch('centerVertically'),
    printGridlines: pageSwitch('printGridlines'),
  },
  objects: { headersFooters: ({ host, sheet }) => new HeaderFooterGroupObject(host, sheet) },
  methods: {
    setPrintArea: ({ host, sheet }, [area]) => {
      sheet.page.printArea = area instanceof RangeAreasObject ? [...area.areas] : [areaArgument(host, sheet, area).area];
    },
    setPrintTitleRows: ({ host, sheet }, [rows]) => {
      const { area } = areaArgument(host, sheet, rows);
      sheet.page.titleRows = { row: area.row, rows: area.rows };
    },
    setPrintMargins: ({ sheet }, [unit, options]) => {
      const points = POINTS_PER_UNIT[wordArgument(unit, 'unit', ['Points', 'Inches', 'Centimeters'])];
      for (const name of MARGINS) {
        const size = (options as Readonly<Record<string, unknown>>)[name];
        if (size !== undefined) sheet.page.margins[name] = numberArgument(size, name) * points;
      }
    },
  },
};

class HeaderFooterGroupObject extends PageLayoutObject {
  override get kind(): Kind<HeaderFooterGroupObject> {
    return HEADER_FOOTER_GROUP;
  }
}

const HEADER_FOOTER_GROUP: Kind<HeaderFooterGroupObject> = {
  name: 'HeaderFooterGroup',
  properties: { state: { get: () => 'Default' } },
  objects: { defaultForAllPages: ({ host, sheet }) => new HeaderFooterObject(host, sheet) },
};

class HeaderFooterObject extends PageLayoutObject {
  override get kind(): Kind<HeaderFooterObject> {
    return HEADER_FOOTER;
  }
}

function headerFooter(part: 'header' | 'footer', side: 'left' | 'center' | 'right'): Property<HeaderFooterObject> {
  return { get: ({ sheet }) => sheet.page[part][side], set: ({ sheet }, value) => void (sheet.page[part][side] = textArgument(value, `${side} ${part}`)) };
}

const HEADER_FOOTER: Kind<HeaderFooterObject> = {
  name: 'HeaderFooter',
  properties: {
    leftHeader: headerFooter('header', 'left'),
    centerHeader: headerFooter('header', 'center'),
    rightHeader: headerFooter('header', 'right'),
    leftFooter: headerFooter('footer', 'left'),
    centerFooter: headerFooter('footer', 'center'),
    rightFooter: headerFooter('footer', 'right'),
  },
};

/** `Worksheet.horizontalPageBreaks`: a break stands above its row. */
export class PageBreaksObject extends PageLayoutObject {
  override get kind(): Kind<PageBreaksObject> {
    return PAGE_BREAKS;
  }
}

const PAGE_BREAKS: Kind<PageBreaksObject> = {
  name: 'PageBreakCollection',
  methods: {
    add: (breaks, [range]) => {
      breaks.sheet.page.breaks.push(areaArgument(breaks.host, breaks.sheet, range).area.row);
      return breaks;
    },
    removePageBreaks: ({ sheet }) => void (sheet.page.breaks = []),
    getCount: ({ sheet }) => sheet.page.breaks.length,
  },
};

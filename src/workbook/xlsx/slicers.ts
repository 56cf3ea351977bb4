/**
 * Slicers over a table, as Excel 2013 and later keep them: a cache part per filtered column, listed by the
 * workbook; one part per sheet with what the slicers are called; and a frame for each in the sheet's
 * drawing. Identifiers, namespaces and nesting are those of files that Excel itself has written
 * ([MS-XLSX] 2.4.63 and 2.4.66; the parts in Microsoft's own tests of the Open XML SDK): Excel repairs a
 * file away over any slip here. Other programs show no slicer, and the table's own filters remain.
 */
import type { CellRange } from '../../reports/sheet-model';
import { escapeXml } from './xml-scan';

/** A slicer whose table has got its place and number in the workbook. */
export interface PlacedSlicer {
  /** Unique among the workbook's slicers. */
  readonly name: string;
  /** Unique among the workbook's names. */
  readonly cache: string;
  readonly caption: string;
  readonly tableId: number;
  /** The column's number in the table, counted from 1, and its heading. */
  readonly column: number;
  readonly heading: string;
  readonly buttonColumns: number;
  readonly area: CellRange;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const X15 = 'http://schemas.microsoft.com/office/spreadsheetml/2010/11/main';
const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const SLICER_DRAWING = 'http://schemas.microsoft.com/office/drawing/2010/slicer';
const ROOT = `xmlns="${X14}" xmlns:mc="${COMPATIBILITY}" mc:Ignorable="x" xmlns:x="${SPREADSHEET}"`;

/** English Metric Units: a row of buttons as high as Excel makes it. */
const BUTTON_HEIGHT = 225425;
/** Numbers of frames and of the boxes in their place in a drawing, above those that its charts have. */
const FIRST_FRAME_ID = 1001;
const FIRST_BOX_ID = 2001;

/** What the name of a cache begins with in every workbook that Excel writes. */
export const CACHE_PREFIX = 'Slicer_';

/** Uri of the workbook's list of caches of table slicers, and those of lists that Excel writes before it. */
export const CACHE_LIST_URI = '{46BE6895-7355-4a93-B00E-2C351335B9C9}';
export const EARLIER_LIST_URIS: readonly string[] = ['{876F7934-8845-4945-9796-88D515C7AA90}', '{BBE1A952-AA13-448e-AADC-164F8A28A991}', '{79F54976-1DA5-4618-B147-4CDE4B953A38}'];

export function slicersXml(slicers: readonly PlacedSlicer[]): string {
  const entries = slicers.map(({ name, cache, caption, buttonColumns }) => {
    const columns = buttonColumns > 1 ? ` columnCount="${buttonColumns}"` : '';
    return `<slicer name="${escapeXml(name)}" cache="${escapeXml(cache)}" caption="${escapeXml(caption)}"${columns} rowHeight="${BUTTON_HEIGHT}"/>`;
  });
  return `${DECLARATION}<slicers ${ROOT}>${entries.join('')}</slicers>`;
}

export function slicerCacheXml({ cache, heading, tableId, column }: PlacedSlicer): string {
  const table = `<x15:tableSlicerCache tableId="${tableId}" column="${column}"/>`;
  const extension = `<x:ext uri="{2F2917AC-EB37-4324-AD4E-5DD8C200BD13}" xmlns:x15="${X15}">${table}</x:ext>`;
  return `${DECLARATION}<slicerCacheDefinition ${ROOT} name="${escapeXml(cache)}" sourceName="${escapeXml(heading)}"><extLst>${extension}</extLst></slicerCacheDefinition>`;
}

/** A sheet's reference to its slicers, in the list of extensions at its end. */
export function slicerListExtensionXml(relationshipId: string): string {
  return `<ext uri="{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}" xmlns:x15="${X15}"><x14:slicerList xmlns:x14="${X14}"><x14:slicer r:id="${relationshipId}"/></x14:slicerList></ext>`;
}

/** The workbook's references to caches. `attribute` makes `r:id="rId7"`, its prefix bound. */
export function cacheReferencesXml(relationshipIds: readonly string[], attribute: (id: string) => string): string {
  return relationshipIds.map((id) => `<x14:slicerCache xmlns:x14="${X14}" ${attribute(id)}/>`).join('');
}

export function cacheListExtensionXml(prefix: string, references: string): string {
  return `<${prefix}ext uri="${CACHE_LIST_URI}" xmlns:x15="${X15}"><x15:slicerCaches>${references}</x15:slicerCaches></${prefix}ext>`;
}

/** The drawing with a frame for each slicer; without charts it holds nothing else. */
export function drawingWithSlicers(drawingXml: string | null, slicers: readonly PlacedSlicer[]): string {
  const frames = slicers.map(frameXml).join('');
  if (drawingXml !== null) return drawingXml.replace(/<\/xdr:wsDr>\s*$/, () => `${frames}</xdr:wsDr>`);
  return `${DECLARATION}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${frames}</xdr:wsDr>`;
}

/** Programs that know no slicers are given an empty box without lines. It is not printed. */
function frameXml({ name, area }: PlacedSlicer, index: number): string {
  const { rowIndex, columnIndex, rowCount, columnCount } = area;
  const corner = (tag: string, column: number, row: number) => `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  const frame =
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${FIRST_FRAME_ID + index}" name="${escapeXml(name)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${SLICER_DRAWING}"><sle:slicer xmlns:sle="${SLICER_DRAWING}" name="${escapeXml(name)}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
  const box =
    `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="${FIRST_BOX_ID + index}" name=""/><xdr:cNvSpPr><a:spLocks noTextEdit="1"/></xdr:cNvSpPr></xdr:nvSpPr>` +
    '<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1828800" cy="914400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></xdr:spPr>' +
    '<xdr:txBody><a:bodyPr vertOverflow="clip" horzOverflow="clip"/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></xdr:txBody></xdr:sp>';
  const content =
    `<mc:AlternateContent xmlns:mc="${COMPATIBILITY}" xmlns:sle15="http://schemas.microsoft.com/office/drawing/2012/slicer">` +
    `<mc:Choice Requires="sle15">${frame}</mc:Choice><mc:Fallback xmlns="">${box}</mc:Fallback></mc:AlternateContent>`;
  return `<xdr:twoCellAnchor editAs="absolute">${corner('from', columnIndex, rowIndex)}${corner('to', columnIndex + columnCount, rowIndex + rowCount)}${content}<xdr:clientData fPrintsWithSheet="0"/></xdr:twoCellAnchor>`;
}

/** What surrounds a sheet's cells: view, columns, merges, data bars, print set-up. */
import type { DataBarModel, PrintModel, SheetModel } from '../../reports/sheet-model';
import { rangeReference } from './references';
import { slicerListExtensionXml } from './slicers';
import { escapeXml } from './xml-scan';

/** Excel adds five pixels of padding to the characters of a column, at seven pixels a digit. */
const WIDTH_PADDING = 5 / 7;
const A4 = 9;
const MARGINS = '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.35"/>';

export function viewXml({ freeze, showGridLines }: SheetModel, isSelected: boolean): string {
  const open = `<sheetView${showGridLines ? '' : ' showGridLines="0"'}${isSelected ? ' tabSelected="1"' : ''} workbookViewId="0"`;
  if (!freeze || (freeze.rows === 0 && freeze.columns === 0)) return `<sheetViews>${open}/></sheetViews>`;
  const { rows, columns } = freeze;
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const topLeft = rangeReference({ rowIndex: rows, columnIndex: columns, rowCount: 1, columnCount: 1 });
  return `<sheetViews>${open}><pane${split} topLeftCell="${topLeft}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/></sheetView></sheetViews>`;
}

export function columnsXml({ columnWidths, hiddenColumns }: SheetModel): string {
  const count = Math.max(columnWidths.length, ...(hiddenColumns ?? []).map((column) => column + 1));
  if (count === 0) return '';
  const columns = Array.from({ length: count }, (_, i) => {
    const width = columnWidths[i] === undefined ? 8.43 : columnWidths[i];
    return `<col min="${i + 1}" max="${i + 1}" width="${(width + WIDTH_PADDING).toFixed(4)}" customWidth="1"${hiddenColumns?.includes(i) ? ' hidden="1"' : ''}/>`;
  });
  return `<cols>${columns.join('')}</cols>`;
}

export function mergesXml({ cells }: SheetModel): string {
  const merges = cells.filter((cell) => (cell.columnSpan ?? 1) > 1 || (cell.rowSpan ?? 1) > 1);
  if (merges.length === 0) return '';
  const references = merges.map(({ rowIndex, columnIndex, rowSpan, columnSpan }) => `<mergeCell ref="${rangeReference({ rowIndex, columnIndex, rowCount: rowSpan ?? 1, columnCount: columnSpan ?? 1 })}"/>`);
  return `<mergeCells count="${merges.length}">${references.join('')}</mergeCells>`;
}

/** Bars as Excel 2007 knows them; the extension below makes them plain colour, from zero. */
export function dataBarsXml({ dataBars }: SheetModel): string {
  return (dataBars ?? [])
    .map((bar, i) => {
      const rule = `<cfRule type="dataBar" priority="${i + 1}"><dataBar minLength="0" maxLength="100"><cfvo type="num" val="0"/><cfvo type="max"/><color rgb="FF${bar.color}"/></dataBar>${barLink(i)}</cfRule>`;
      return `<conditionalFormatting sqref="${rangeReference(bar)}">${rule}</conditionalFormatting>`;
    })
    .join('');
}

const EXTENSION_2009 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"';

/** Ties a bar to its extension; any identifier does that is the sheet's own. */
function barId(i: number): string {
  return `{D0E5BEE7-0000-4000-8000-${(i + 1).toString(16).padStart(12, '0').toUpperCase()}}`;
}

function barLink(i: number): string {
  return `<extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" ${EXTENSION_2009}><x14:id>${barId(i)}</x14:id></ext></extLst>`;
}

/** What the first edition of the format has no place for, in the order in which Excel writes it. */
export function extensionsXml({ dataBars }: SheetModel, slicersId: string | null): string {
  const bars = (dataBars ?? []).map(extendedBarXml).join('');
  const barsXml = bars && `<ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" ${EXTENSION_2009}><x14:conditionalFormattings>${bars}</x14:conditionalFormattings></ext>`;
  const slicersXml = slicersId === null ? '' : slicerListExtensionXml(slicersId);
  return barsXml || slicersXml ? `<extLst>${barsXml}${slicersXml}</extLst>` : '';
}

function extendedBarXml(bar: DataBarModel, i: number): string {
  const rule =
    `<x14:cfRule type="dataBar" id="${barId(i)}"><x14:dataBar minLength="0" maxLength="100" gradient="0">` +
    `<x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="max"/><x14:negativeFillColor rgb="FF${bar.color}"/><x14:axisColor rgb="FF${bar.color}"/></x14:dataBar></x14:cfRule>`;
  return `<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">${rule}<xm:sqref>${rangeReference(bar)}</xm:sqref></x14:conditionalFormatting>`;
}

/** A4, as wide as one page, with the header, footer and page breaks the model asks for. */
export function pageXml({ print }: SheetModel): string {
  // Each sheet begins at page 1, though the whole workbook is printed at once: a statement leaves the house alone.
  const setup = `<pageSetup paperSize="${A4}" firstPageNumber="1" fitToWidth="1" fitToHeight="${print.fitHeight ? 1 : 0}" orientation="${print.orientation}" useFirstPageNumber="1"/>`;
  return `${MARGINS}${setup}${headerFooterXml(print)}${pageBreaksXml(print)}`;
}

function headerFooterXml({ headerText, footerText }: PrintModel): string {
  if (!headerText && !footerText) return '';
  return `<headerFooter>${headerText ? `<oddHeader>${escapeXml(headerText)}</oddHeader>` : ''}${footerText ? `<oddFooter>${escapeXml(footerText)}</oddFooter>` : ''}</headerFooter>`;
}

/** A break's number is the row above which it stands, counted from 0 (the last row of the page, counted from 1). */
function pageBreaksXml({ pageBreakRowIndices }: PrintModel): string {
  const rows = (pageBreakRowIndices ?? []).filter((row) => row > 0);
  if (rows.length === 0) return '';
  return `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${rows.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('')}</rowBreaks>`;
}

/** What stands around a sheet's cells: widths, merges, drop-downs, bars, frozen rows, the printed page. */
import { columnLetters } from '../../ledger/grid';
import type { PrintModel, SheetModel } from '../../reports/sheet-model';
import { choiceList } from '../table-look';
import { addressLists, areaAddress, type Rectangle } from './style-areas';
import { RANGE_BYTES, SET_BYTES, rangeAt, type Step } from './write-queue';

/** The model's widths are in characters of the usual font: seven pixels each and five of padding, at 0.75 points. */
const POINTS_PER_CHARACTER = 5.25;
const WIDTH_PADDING_POINTS = 3.75;
const A4_MARGINS_INCHES = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.35 };

export function step(sets: number, run: Step['run'], text = 0): Step {
  return { bytes: RANGE_BYTES + sets * SET_BYTES + text, run };
}

/** Widths, heights, merges, view: cheap things that every sheet has. */
export function frameSteps(model: SheetModel): Step[] {
  const { columnWidths, hiddenColumns = [], rowHeights = {}, cells, freeze } = model;
  return [
    step(2, (sheet) => {
      sheet.showGridlines = model.showGridLines;
      sheet.tabColor = `#${model.tabColor}`;
    }),
    ...runsOf(columnWidths).map(([from, count, width]) => step(1, (sheet) => void (sheet.getRange(columnsAddress(from, count)).untrack().format.columnWidth = width * POINTS_PER_CHARACTER + WIDTH_PADDING_POINTS))),
    ...hiddenColumns.map((column) => step(1, (sheet) => void (sheet.getRange(columnsAddress(column, 1)).untrack().columnHidden = true))),
    ...heightSteps(rowHeights),
    ...cells
      .filter(({ rowSpan = 1, columnSpan = 1 }) => rowSpan > 1 || columnSpan > 1)
      .map(({ rowIndex, columnIndex, rowSpan = 1, columnSpan = 1 }) => step(1, (sheet) => rangeAt(sheet, rowIndex, columnIndex, rowSpan, columnSpan).merge())),
    ...(freeze && freeze.rows + freeze.columns > 0 ? [freezeStep(freeze.rows, freeze.columns)] : []),
  ];
}

function columnsAddress(from: number, count: number): string {
  return `${columnLetters(from)}:${columnLetters(from + count - 1)}`;
}

/** Rows of the same height at once, however many and wherever they stand. */
function heightSteps(rowHeights: NonNullable<SheetModel['rowHeights']>): Step[] {
  const rows = new Map<number, Rectangle[]>();
  for (const [row, height] of Object.entries(rowHeights)) {
    let areas = rows.get(height);
    if (!areas) rows.set(height, (areas = []));
    const last = areas.at(-1);
    if (last && last.rowIndex + last.rowCount === Number(row)) areas[areas.length - 1] = { ...last, rowCount: last.rowCount + 1 };
    else areas.push({ rowIndex: Number(row), columnIndex: 0, rowCount: 1, columnCount: 1 });
  }
  return Array.from(rows).flatMap(([height, areas]) => Array.from(addressLists(areas), (list) => step(1, (sheet) => void (sheet.getRanges(list).untrack().format.rowHeight = height), list.length)));
}

/** Neighbours of the same width at once. */
function runsOf(widths: readonly number[]): [from: number, count: number, width: number][] {
  const runs: [number, number, number][] = [];
  widths.forEach((width, i) => {
    const last = runs.at(-1);
    if (last && last[2] === width) last[1]++;
    else runs.push([i, 1, width]);
  });
  return runs;
}

function freezeStep(rows: number, columns: number): Step {
  return step(1, (sheet) => {
    if (columns === 0) sheet.freezePanes.freezeRows(rows);
    else if (rows === 0) sheet.freezePanes.freezeColumns(columns);
    else sheet.freezePanes.freezeAt(areaAddress({ rowIndex: 0, columnIndex: 0, rowCount: rows, columnCount: columns }));
  });
}

export function choiceSteps({ cells, tables }: SheetModel): Step[] {
  const lists: [Rectangle, readonly string[] | undefined][] = [
    ...cells.map(({ rowIndex, columnIndex, choices }): [Rectangle, readonly string[] | undefined] => [{ rowIndex, columnIndex, rowCount: 1, columnCount: 1 }, choices]),
    ...tables.flatMap((table) => table.columns.map(({ choices }, i): [Rectangle, readonly string[] | undefined] => [{ rowIndex: table.rowIndex + 1, columnIndex: table.columnIndex + i, rowCount: Math.max(1, table.rowCount), columnCount: 1 }, choices])),
  ];
  return lists.flatMap(([area, choices]) => {
    const source = choiceList(choices);
    if (source === null) return [];
    return [step(2, (sheet) => void (rangeAt(sheet, area.rowIndex, area.columnIndex, area.rowCount, area.columnCount).dataValidation.rule = { list: { inCellDropDown: true, source } }), source.length * 3)];
  });
}

export function dataBarSteps({ dataBars = [] }: SheetModel): Step[] {
  return dataBars.map((bar) =>
    step(6, (sheet) => {
      const { dataBar } = rangeAt(sheet, bar.rowIndex, bar.columnIndex, bar.rowCount, bar.columnCount).conditionalFormats.add('DataBar');
      dataBar.positiveFormat.fillColor = `#${bar.color}`;
      dataBar.positiveFormat.gradientFill = false;
      dataBar.lowerBoundRule = { type: 'Number', formula: '0' };
      dataBar.upperBoundRule = { type: 'HighestValue' };
    }),
  );
}

/** A4, as wide as one page. */
export function pageStep({ print }: SheetModel): Step {
  return step(20, (sheet) => {
    const page = sheet.pageLayout;
    page.orientation = print.orientation === 'portrait' ? 'Portrait' : 'Landscape';
    page.paperSize = 'A4' as Excel.PaperType;
    page.zoom = print.fitHeight ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : { horizontalFitToPages: 1 };
    page.setPrintMargins('Inches', A4_MARGINS_INCHES);
    const { repeatRows, area, pageBreakRowIndices = [] } = print;
    if (area) page.setPrintArea(areaAddress(area));
    if (repeatRows) page.setPrintTitleRows(`$${repeatRows.fromRowIndex + 1}:$${repeatRows.toRowIndex + 1}`);
    headerAndFooter(page, print);
    for (const row of pageBreakRowIndices) if (row > 0) sheet.horizontalPageBreaks.add(`A${row + 1}`);
  });
}

/** The model writes them as files do: `&L` left, `&C` centre, `&R` right, centre where nothing is said. */
function headerAndFooter(page: Excel.PageLayout, { headerText, footerText }: PrintModel): void {
  const all = page.headersFooters.defaultForAllPages;
  const header = sections(headerText);
  const footer = sections(footerText);
  if (header.left) all.leftHeader = header.left;
  if (header.center) all.centerHeader = header.center;
  if (header.right) all.rightHeader = header.right;
  if (footer.left) all.leftFooter = footer.left;
  if (footer.center) all.centerFooter = footer.center;
  if (footer.right) all.rightFooter = footer.right;
}

function sections(text = ''): { left: string; center: string; right: string } {
  const result = { left: '', center: '', right: '' };
  const sides = { L: 'left', C: 'center', R: 'right' } as const;
  let side: keyof typeof result = 'center';
  // `&&` is an ampersand, not the start of a side.
  for (const part of text.split(/(&&|&[LCR])/)) {
    const letter = /^&([LCR])$/.exec(part)?.[1] as keyof typeof sides | undefined;
    if (letter) side = sides[letter];
    else result[side] += part;
  }
  return result;
}

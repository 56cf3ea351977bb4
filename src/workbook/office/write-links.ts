/**
 * Links from cells to cells. In a short table each is a cell's own; every one of those takes a call of its own
 * inside Excel and many times the bytes of its cell, so that a long table says its links as formulas, among its
 * values. Excel keeps no more than so many of the former on a sheet; of the latter as many as there are cells.
 */
import type { LinkTarget, SheetModel, TableModel } from '../../reports/sheet-model';
import { quotedSheet } from '../names';
import { LINKS_MAX } from '../table-look';
import { areaAddress, type Rectangle } from './style-areas';
import { rangeAt, type Step } from './write-queue';
import { step } from './write-surroundings';

/** Rows from which on a table's links are formulas. */
const LINK_FORMULA_ROWS_MIN = 500;

export function hasLinkFormulas({ link, rowCount }: TableModel): boolean {
  return link !== undefined && rowCount >= LINK_FORMULA_ROWS_MIN;
}

/** `'Open items'!A5`; `renamedSheet` gives the name a tab ends up with. */
export function linkReference(target: LinkTarget, renamedSheet: (sheet: string) => string): string {
  return `${quotedSheet(renamedSheet(target.sheet))}!${areaAddress({ ...target, rowCount: 1, columnCount: 1 })}`;
}

/** The cells' own links; before the styles, since each brings a look of its own. */
export function* linkSteps(model: SheetModel, renamedSheet: (sheet: string) => string): Generator<Step> {
  let count = 0;
  for (const [rowIndex, columnIndex, target] of linksOf(model)) {
    if (count++ === LINKS_MAX) return;
    const documentReference = linkReference(target, renamedSheet);
    yield step(1, (sheet) => void (rangeAt(sheet, rowIndex, columnIndex).hyperlink = { documentReference }), documentReference.length * 3);
  }
}

function* linksOf({ cells, tables }: SheetModel): Generator<[rowIndex: number, columnIndex: number, target: LinkTarget]> {
  for (const { rowIndex, columnIndex, link } of cells) if (link) yield [rowIndex, columnIndex, link];
  for (const table of tables) {
    if (!table.link || hasLinkFormulas(table)) continue;
    for (let index = 0; index < table.rowCount; index++) {
      for (let i = 0; i < table.columns.length; i++) {
        const target = table.link(index, table.columns[i].key);
        if (target) yield [table.rowIndex + 1 + index, table.columnIndex + i, target];
      }
    }
  }
}

/** A link's own blue underline is taken off again; the model says how its cells look. */
export function plainLinkSteps(model: SheetModel): Step[] {
  const areas = new Map<number, Rectangle>();
  for (const [rowIndex, columnIndex] of linksOf(model)) {
    const known = areas.get(columnIndex);
    const rowFrom = Math.min(known?.rowIndex ?? rowIndex, rowIndex);
    const rowTo = Math.max(known ? known.rowIndex + known.rowCount : 0, rowIndex + 1);
    areas.set(columnIndex, { rowIndex: rowFrom, columnIndex, rowCount: rowTo - rowFrom, columnCount: 1 });
  }
  return [...areas.values()].map((area) =>
    step(2, (sheet) => {
      const { font } = rangeAt(sheet, area.rowIndex, area.columnIndex, area.rowCount, 1).format;
      font.underline = 'None';
      font.color = '#000000';
    }),
  );
}

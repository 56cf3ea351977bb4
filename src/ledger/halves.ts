import type { Side } from './books';
import { CellTag, type Grid } from './grid';
import { isNoise } from './sheet-names';
import { headerAt, textCells, titleTopOf, type Table } from './tables';
import { fieldsOfHeading } from './vocabulary/headings';
import { mayBeName } from './vocabulary/lines';
import { isSheetTitle } from './vocabulary/sheets';
import { headingWithoutWhose, isLabelled, nameBesideWhose, whoseOf } from './vocabulary/whose';

/**
 * Two ledgers beside each other under one header row, as people lay them out to compare: `我方 | 贵方` above, ours
 * on one side and theirs on the other. Each half is a table on its own part of the sheet, so that its rows run
 * independently and keep their places. Whose half is whose may still be open: `found-halves.ts` settles it.
 */
export interface Halves {
  /** First column of the right half. */
  readonly second: number;
  /** What shows that there are two: headings that come again, words that say whose each half is, or no more than a blank column. */
  readonly evidence: 'headings' | 'words' | 'gap';
  /** One under another, where the header is printed again. */
  readonly pairs: readonly { readonly left: Table; readonly right: Table }[];
  /** Whose the left half is by the words above or in the headings; `contradicted` where they do not agree. */
  readonly left: Side | 'contradicted' | null;
}

/** Headings that must come again in the same order, from a date on, before they show a second table. */
const REPEATED_HEADINGS = 3;

/** `null` for a table of its own. */
export function halvesOf(table: Table): Halves | null {
  const inHeadings = whoseInHeadings(table.headings);
  const headings = inHeadings === null ? table.headings : table.headings.map(headingWithoutWhose);
  const bare = headings.map(lastLine);
  if (datesIn(bare).length < 2) return null;
  const repeated = repeatedAt(bare);
  const gap = gapIn(table, bare);
  for (const second of new Set([inHeadings?.second ?? 0, repeated, gap, ...wordColumns(table), ...datesIn(bare).slice(1)])) {
    if (second <= 0 || !headsLedger(headings.slice(0, second)) || !headsLedger(headings.slice(second))) continue;
    const pairs = pairsOf(table, second, inHeadings !== null);
    const words = pairs.map(({ whose }) => whose).filter((whose) => whose !== null);
    const left = inHeadings?.left ?? (words.some((whose) => whose !== words[0]) ? 'contradicted' : (words[0] ?? null));
    const isSaid = inHeadings !== null || pairs.some((pair) => pair.isSaid);
    // A third table: no reading of two halves does it right.
    const isMore = repeatedAt(bare.slice(second)) > 0;
    if (second === repeated || isMore) return { second, evidence: 'headings', pairs, left: isMore ? 'contradicted' : left };
    if (isSaid && left !== null && left !== 'contradicted') return { second, evidence: 'words', pairs, left };
    if (second === gap && left !== 'contradicted') return { second, evidence: 'gap', pairs, left };
  }
  return null;
}

const means = (heading: string, fields: readonly string[], least: number) => fieldsOfHeading(heading).some(({ field, weight }) => weight >= least && fields.includes(field));
const lastLine = (heading: string) => heading.split('\n').at(-1) ?? '';

/** Where a day is printed: a column of dates, or the month beside its day. */
function datesIn(headings: readonly string[]): number[] {
  return headings.flatMap((heading, at) => (means(heading, ['date'], 0.8) || (means(heading, ['month'], 0.8) && means(headings[at + 1] ?? '', ['day'], 0.8)) ? [at] : []));
}

/** `借方` over `原币` heads money in its upper line. */
const headsLedger = (headings: readonly string[]) => datesIn(headings.map(lastLine)).length > 0 && headings.some((heading) => heading.split('\n').some((line) => means(line, ['debit', 'credit', 'amount'], 0.5)));

/** Where headings from a date on come again in the same order; 0 where they do not. */
function repeatedAt(headings: readonly string[]): number {
  for (const at of datesIn(headings)) {
    const next = headings.findIndex((heading, other) => other >= at + REPEATED_HEADINGS && heading === headings[at] && Array.from({ length: REPEATED_HEADINGS }, (_, i) => i).every((i) => headings[at + i] !== '' && headings[at + i] === headings[other + i]));
    if (next < 0) continue;
    // What stands before the date comes again with it: `序号 | 日期`.
    let before = 0;
    while (before < at && headings[at - before - 1] !== '' && headings[at - before - 1] === headings[next - before - 1]) before++;
    return next - before;
  }
  return 0;
}

/** The first column right of a blank one between two tables; 0 where there is none. */
function gapIn({ grid, headerBottom, lastRow }: Table, headings: readonly string[]): number {
  const dates = datesIn(headings);
  for (let column = (dates[0] ?? headings.length) + 1; column < (dates.at(-1) ?? 0); column++) {
    if (headings[column] !== '' || headings[column + 1] === '') continue;
    const { tags } = grid.cells(column);
    if (tags.subarray(headerBottom + 1, lastRow + 1).every((tag) => tag === CellTag.Empty)) return column + 1;
  }
  return 0;
}

/** Columns right of the first in which the rows above the header say whose something is. */
function wordColumns({ grid, titleTop, headerTop, headerBottom }: Table): number[] {
  const columns: number[] = [];
  for (let row = titleTop; row < Math.max(headerTop, headerBottom); row++) for (let c = 1; c < grid.columnCount; c++) if (grid.tag(row, c) === CellTag.Text && whoseOf(grid.text(row, c)) !== null) columns.push(c);
  return columns;
}

/** `我方日期 | 我方金额 | 对方日期 | 对方金额`: headings that say of each column whose it is, one side after the other. */
function whoseInHeadings(headings: readonly string[]): { readonly second: number; readonly left: Side } | null {
  const whose = headings.map((heading) => (headingWithoutWhose(heading) === heading ? null : whoseOf(heading)));
  const left = whose.find((side) => side !== null) ?? null;
  const second = whose.findIndex((side) => side !== null && side !== left);
  if (left === null || second < 0 || whose.some((side, at) => side === left && at > second)) return null;
  const namesBoth = (from: number, to: number) => headsLedger(headings.map((heading, at) => (whose[at] === null || at < from || at >= to ? '' : headingWithoutWhose(heading))));
  return namesBoth(0, second) && namesBoth(second, headings.length) ? { second, left } : null;
}

interface Pair {
  readonly left: Table;
  readonly right: Table;
  /** Whose the left half is. */
  readonly whose: Side | 'contradicted' | null;
  /** False where no more than labels of names say it, `供应商：星河 | 客户：宏图`, as they stand above a single ledger too. */
  readonly isSaid: boolean;
}

/** A pair for every printing of the header: what stands above one names the customer of its lines. */
function pairsOf(table: Table, second: number, isWhoseInHeadings: boolean): Pair[] {
  const { grid } = table;
  const height = table.headerBottom - table.headerTop + 1;
  const tops = [...table.headerRows].sort((a, b) => a - b).filter((_, i) => i % height === 0);
  const titleTops = tops.map((top, i) => (i === 0 ? table.titleTop : titleTopOf(grid, top, tops[i - 1] + height - 1)));
  const parts = [grid.part(0, second), grid.part(second, grid.columnCount)] as const;
  const pairs: Pair[] = [];
  let common: readonly string[] = [];
  tops.forEach((top, i) => {
    const bottom = top + height - 1;
    const headerTop = height > 1 && parts.every((part) => textCells(part, top).length <= 1) ? top + 1 : top;
    const banner = bannerRow(parts, titleTops[i], headerTop);
    const above = titlesBetween(grid, titleTops[i], banner < 0 ? headerTop : banner);
    if (above.length > 0) common = above;
    const own = parts.map((part) => (banner < 0 ? [] : titlesBetween(part, banner, headerTop).map(nameBesideWhose).filter(Boolean)));
    const halfOf = (which: 0 | 1): Table => {
      const { headings } = headerAt(parts[which], headerTop, bottom);
      return {
        grid: parts[which], headerTop, headerBottom: bottom, headerRows: new Set(Array.from({ length: bottom - headerTop + 1 }, (_, row) => headerTop + row)), titleTop: titleTops[i],
        lastRow: i + 1 < tops.length ? titleTops[i + 1] - 1 : table.lastRow, headings: isWhoseInHeadings ? headings.map(headingWithoutWhose) : headings, half: { common, own: own[which], other: own[1 - which] },
      };
    };
    const words = banner < 0 ? [[], []] : parts.map((part) => textCells(part, banner));
    pairs.push({ left: halfOf(0), right: halfOf(1), whose: whoseOfLeft(words), isSaid: words.flat().some(saysWhose) });
  });
  return pairs;
}

function titlesBetween(grid: Grid, from: number, to: number): string[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => textCells(grid, from + i)).flat().map((text) => text.trim()).filter(Boolean);
}

/** The row above the header, nearest to it, that says of each half whose it is, or else names two parties; −1 where none does. */
function bannerRow(parts: readonly Grid[], from: number, headerTop: number): number {
  let named = -1;
  for (let row = headerTop - 1; row >= from; row--) {
    const texts = parts.map((part) => textCells(part, row));
    if (texts.some((half) => half.length === 0)) continue;
    if (texts.flat().some(saysWhose) || texts.every((half) => half.some((text) => whoseOf(text) !== null))) return row;
    if (named < 0 && texts.every((half) => half.length === 1 && mayBeName(half[0]) && !isSheetTitle(half[0]) && !isNoise(half[0]))) named = row;
  }
  return named;
}

const saysWhose = (text: string) => whoseOf(text) !== null && !isLabelled(text);

function whoseOfLeft(texts: readonly (readonly string[])[]): Pair['whose'] {
  const [left, right] = texts.map((half) => half.map(whoseOf).find((side) => side !== null) ?? null);
  if (left !== null && left === right) return 'contradicted';
  return left ?? (right === 'ours' ? 'theirs' : right === 'theirs' ? 'ours' : null);
}

import type { Field, Mapping } from './books';
import { parseAmountText } from './amount-text';
import { bestAssignment } from './assignment';
import { dayFromNumber, parseDateText } from './date-text';
import { TextMemo } from './fold';
import { CellTag, type Grid } from './grid';
import type { Table } from './tables';
import { kindOfWords } from './vocabulary/kinds';
import { fieldsOfHeading, isSubheading } from './vocabulary/headings';

/**
 * Which column holds which field: the words above a column and what stands in it, weighed together, and
 * all columns of a table assigned as a whole.
 */
export interface ColumnProfile {
  /** Filled cells among those sampled. */
  readonly filled: number;
  readonly sampled: number;
  /** Shares of the filled cells. */
  readonly dates: number;
  readonly amounts: number;
  readonly words: number;
  readonly codes: number;
  /** Texts that name a kind of document. */
  readonly kinds: number;
  /** Distinct values among the filled cells, as a share. */
  readonly variety: number;
  /** Most of its cells are text. */
  readonly isText: boolean;
  /** Whole numbers that count the lines: 1, 2, 3. */
  readonly isCounter: boolean;
}

/** Columns by field; a field printed in several columns has its main one first. */
export type ColumnMap = ReadonlyMap<Field, readonly number[]>;

export interface ColumnReading {
  readonly columns: ColumnMap;
  /** Sum of the scores: how well the fields explain the table. */
  readonly score: number;
  /** Columns whose heading no field explains although they hold something. */
  readonly unexplained: readonly number[];
}

const SAMPLE_ROWS = 300;
/** A series of documents seldom begins below this, and a count of lines seldom above. */
const COUNTER_FIRST_MAX = 100;

export function profileColumns(table: Table): ColumnProfile[] {
  const { grid } = table;
  const rows = sampleRows(table);
  const texts = new TextMemo((number) => grid.texts.at(number), profileText);
  return Array.from({ length: grid.columnCount }, (_, column) => profileColumn(grid, column, rows, texts));
}

function sampleRows(table: Table): number[] {
  const first = table.headerBottom + 1;
  const count = table.lastRow - first + 1;
  const step = Math.max(1, Math.floor(count / SAMPLE_ROWS));
  const rows: number[] = [];
  for (let row = first; row <= table.lastRow; row += row - first < 50 ? 1 : step) if (!table.headerRows.has(row)) rows.push(row);
  return rows;
}

interface TextProfile {
  readonly isDate: boolean;
  readonly isAmount: boolean;
  readonly isCode: boolean;
  readonly isKind: boolean;
}

function profileText(text: string): TextProfile {
  const isAmount = parseAmountText(text) !== null;
  return { isDate: parseDateText(text) !== null, isAmount, isCode: (/\d/.test(text) && !isAmount && !/\s\p{L}{3,}/u.test(text)) || /^\d{6,}$/.test(text.normalize('NFKC').trim()), isKind: kindOfWords(text) !== null };
}

function profileColumn(grid: Grid, column: number, rows: readonly number[], texts: TextMemo<TextProfile>): ColumnProfile {
  let filled = 0, dates = 0, amounts = 0, codes = 0, kinds = 0, textual = 0;
  const distinct = new Set<number>();
  let [first, last, lastRow, counting] = [Number.NaN, Number.NaN, 0, 0];
  for (const row of rows) {
    const tag = grid.tag(row, column);
    if (tag === CellTag.Empty) continue;
    const number = grid.number(row, column);
    filled++;
    distinct.add(tag === CellTag.Text ? -1 - number : number);
    if (tag === CellTag.Text) {
      const profile = texts.get(number);
      textual++;
      if (profile.isDate) dates++;
      if (profile.isAmount) amounts++;
      if (profile.isCode) codes++;
      if (profile.isKind) kinds++;
    } else {
      if (dayFromNumber(number) !== null && (grid.looksDated(column) || Number.isInteger(number))) dates++;
      if (!grid.looksDated(column)) amounts++;
      if (Number.isInteger(number) && number >= 1000) codes++;
      if (Number.isNaN(first)) first = number;
      else if (Number.isInteger(number) && number > last && number - last <= row - lastRow) counting++;
      [last, lastRow] = [number, row];
    }
  }
  const share = (count: number) => (filled === 0 ? 0 : count / filled);
  return { filled, sampled: rows.length, dates: share(dates), amounts: share(amounts), codes: share(codes), kinds: share(kinds), words: share(filled - Math.max(dates, amounts)), variety: share(distinct.size), isText: textual > filled / 2, isCounter: filled >= 5 && first < COUNTER_FIRST_MAX && counting >= (filled - 1) * 0.9 };
}

const DATE_FIELDS: ReadonlySet<Field> = new Set(['date', 'due-date', 'paid-date', 'last-reconciled', 'agreement-date', 'planned-date', 'period-start', 'period-end']);
const AMOUNT_FIELDS: ReadonlySet<Field> = new Set(['debit', 'credit', 'amount', 'paid', 'open', 'balance', 'quantity', 'unit-price', 'credit-limit', 'distance', 'approval-days', 'term-days', 'reconcile-every', 'margin']);
const NUMBER_FIELDS: ReadonlySet<Field> = new Set(['document', 'reference', 'customer-code', 'payment', 'invoice', 'clearing']);
const WORD_FIELDS: ReadonlySet<Field> = new Set(['customer', 'kind', 'product-class', 'memo', 'rep', 'direction', 'currency', 'region', 'method', 'place']);

/** How well what stands in a column fits a field, 0 to 1. A blank column neither fits nor jars. */
function contentFit(field: Field, profile: ColumnProfile): number {
  if (profile.filled === 0) return 0.4;
  if (profile.isCounter && NUMBER_FIELDS.has(field)) return 0;
  if (field === 'year' || field === 'month' || field === 'day') return profile.amounts;
  if (DATE_FIELDS.has(field)) return profile.dates;
  if (field === 'term-days') return Math.max(profile.amounts, 0.3);
  if (AMOUNT_FIELDS.has(field)) return profile.amounts;
  if (field === 'reference' || field === 'invoice') return Math.max(profile.codes, profile.filled < profile.sampled * 0.3 ? 0.6 : 0.2);
  if (NUMBER_FIELDS.has(field)) return 0.3 + 0.7 * Math.max(profile.codes, profile.amounts * 0.7);
  if (field === 'kind') return 0.2 + 0.8 * Math.max(0, profile.words - profile.codes * 0.5) * (profile.variety < 0.5 || profile.filled < 10 ? 1 : 0.5) * (profile.kinds > 0 ? 1 : 0.6);
  // `类别` over 进货 and 付款 heads kinds of documents.
  if (field === 'product-class') return (0.2 + 0.8 * profile.words) * (profile.kinds >= 0.5 ? 0.5 : 1);
  // `Customer` over C001, C002 heads a column of codes; `客户承担费用` over amounts names nobody.
  if (field === 'customer') return Math.max(profile.words, profile.codes) < 0.3 ? 0 : 0.2 + 0.8 * Math.max(0, profile.words - profile.codes * 0.7);
  if (WORD_FIELDS.has(field)) return 0.2 + 0.8 * profile.words;
  return 0.7;
}

/** A pairing below this is no evidence. */
const LEAST_SCORE = 0.25;

/** Fields of which a table may print several columns. */
const REPEATABLE: readonly Field[] = ['reference', 'item', 'memo'];

/** Assigns the columns of a table to `fields`; what the user has mapped is fixed beforehand. */
export function assignColumns(table: Table, profiles: readonly ColumnProfile[], fields: readonly Field[], mapped: Mapping['columns']): ColumnReading {
  const fixed = fixedColumns(table.grid, mapped);
  const taken = new Set(fixed.values());
  const words = profiles.map((_, column) => wordsOfHeading(table.headings[column]));
  const score = fields.map((field) => profiles.map((profile, column) => (fixed.has(field) || taken.has(column) ? 0 : scoreOf(words[column], field, profile))));
  const assigned = bestAssignment(score);
  const columns = new Map<Field, number[]>();
  let total = 0;
  fields.forEach((field, f) => {
    const column = fixed.get(field) ?? assigned[f];
    if (column < 0 || column >= profiles.length) return;
    columns.set(field, [column]);
    total += fixed.has(field) ? 1 : score[f][column];
    taken.add(column);
  });
  for (const field of REPEATABLE) {
    const f = fields.indexOf(field);
    if (f < 0 || !columns.has(field)) continue;
    profiles.forEach((_, column) => {
      if (taken.has(column) || score[f][column] < 0.5) return;
      columns.get(field)?.push(column);
      taken.add(column);
    });
  }
  const unexplained = profiles.flatMap((profile, column) => (taken.has(column) || profile.filled === 0 ? [] : [column]));
  return { columns, score: total, unexplained };
}

function scoreOf(words: ReadonlyMap<Field, number>, field: Field, profile: ColumnProfile): number {
  // Odoo prints no heading over its dates; a column of days without a word of its own is one.
  if (field === 'date' && words.size === 0 && profile.dates >= 0.3 && profile.filled >= 2) return 0.3 + 0.2 * profile.dates;
  const score = (words.get(field) ?? 0) * (0.4 + 0.6 * contentFit(field, profile));
  return score >= LEAST_SCORE ? score : 0;
}

/** What a heading may mean as a whole; a field that only one of its lines names counts for less. */
function wordsOfHeading(heading: string): ReadonlyMap<Field, number> {
  const words = new Map<Field, number>();
  const whole = fieldsOfHeading(heading);
  // `余额` over `金额` is a balance; `借方` over `本币` is a heading of its own.
  const isKnown = whole.some(({ weight }) => weight >= 0.8);
  const lines = isKnown ? [heading] : heading.split('\n').filter((line, _, all) => !isSubheading(line) || all.every(isSubheading));
  if (lines.length === 1) return new Map(fieldsOfHeading(lines[0]).map(({ field, weight }) => [field, weight]));
  for (const line of lines) for (const { field, weight } of fieldsOfHeading(line)) words.set(field, Math.max(words.get(field) ?? 0, weight * 0.7));
  for (const { field, weight } of whole) words.set(field, weight);
  return words;
}

function fixedColumns(grid: Grid, mapped: Mapping['columns']): Map<Field, number> {
  const fixed = new Map<Field, number>();
  for (const [field, letters] of Object.entries(mapped ?? {}) as [Field, string][]) {
    // The user has said that no column holds it.
    if (letters === '') fixed.set(field, -1);
    for (let column = 0; column < grid.columnCount; column++) if (grid.columnLetters(column) === letters.toUpperCase()) fixed.set(field, column);
  }
  return fixed;
}

export function mainColumn(columns: ColumnMap, field: Field): number {
  return columns.get(field)?.[0] ?? -1;
}

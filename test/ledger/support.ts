import { entryAt, ledgerOf, type Books, type Field, type ReadOptions, type Side } from '../../src/ledger/books';
import { Grid, TextPool, type CellValue, type GridFacts } from '../../src/ledger/grid';
import { readBooks } from '../../src/ledger/read';
import { say } from '../../src/texts';
import { formatIsoDay, parseIsoDay } from '../../src/units/day';
import { formatAmount } from '../../src/units/money';
import { NO_DAY } from '../../src/units/units';

/**
 * Sheets as an accountant would jot them down: a row per line, cells parted by `|`. A cell of digits is a
 * number, `@2026-01-05` a real date, `'1,200` a text that looks like something else; the rest is text.
 */
export function cells(sketch: string): CellValue[][] {
  const lines = sketch.replace(/^\n/, '').replace(/\n\s*$/, '').split('\n');
  return lines.map((line) => line.split('|').map((cell) => cellOf(cell.trim())));
}

function cellOf(text: string): CellValue {
  if (text === '') return null;
  if (text.startsWith('@')) return parseIsoDay(text.slice(1)) as number;
  if (text.startsWith("'")) return text.slice(1);
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

export function gridsOf(sheets: Readonly<Record<string, string | CellValue[][]>>, facts: Readonly<Record<string, GridFacts>> = {}): Grid[] {
  const texts = new TextPool();
  return Object.entries(sheets).map(([name, sketch]) => {
    const isDated = new Set<number>();
    if (typeof sketch === 'string') for (const line of sketch.split('\n')) if (line.includes('@')) line.split('|').forEach((cell, column) => cell.trim().startsWith('@') && isDated.add(column));
    const grid = new Grid(name, texts, { datedColumns: [...isDated], ...facts[name] });
    grid.appendRows(typeof sketch === 'string' ? cells(sketch) : sketch);
    return grid;
  });
}

export function read(sheets: Readonly<Record<string, string | CellValue[][]>>, options: ReadOptions = {}, facts: Readonly<Record<string, GridFacts>> = {}): Books {
  return readBooks(gridsOf(sheets, facts), options);
}

/** `2026-01-05 invoice 8,000.00 XS-1 苏州宏图`: what matters of each entry, in the order of the rows. */
export function lines(books: Books, side: Side): string[] {
  return Array.from({ length: ledgerOf(books, side).count }, (_, i) => {
    const entry = entryAt(books, side, i);
    const parts = [entry.day === NO_DAY ? '-' : formatIsoDay(entry.day), entry.kind, formatAmount(entry.amountMinor, entry.currency), entry.document, books.customers[entry.customer]?.name ?? '?'];
    return parts.filter((part) => part !== '').join(' ');
  });
}

/** Closing balance of each customer on one side, in words. */
export function balances(books: Books, side: Side): Record<string, string> {
  const ledger = ledgerOf(books, side);
  const sums = new Map<string, number>();
  for (let i = 0; i < ledger.count; i++) {
    const name = books.customers[ledger.customer[i]]?.name ?? '?';
    sums.set(name, (sums.get(name) ?? 0) + ledger.amountMinor[i]);
  }
  return Object.fromEntries([...sums].map(([name, minor]) => [name, formatAmount(minor, books.currencies[0])]));
}

export function roles(books: Books): Record<string, string> {
  return Object.fromEntries(books.sheets.map((sheet) => [sheet.sheet, sheet.role]));
}

export function columnsOf(books: Books, sheet: string): Partial<Record<Field, string>> {
  return books.sheets.find((reading) => reading.sheet === sheet)?.columns ?? {};
}

export function skippedRows(books: Books, sheet: string): string[] {
  return books.sheets.filter((reading) => reading.sheet === sheet).flatMap((reading) => reading.skipped.map(({ row, reason }) => `${row} ${reason.code.replace('ledger.skip-', '')}`));
}

export function issues(books: Books): string[] {
  return books.issues.map(({ severity, sheet, row, column, message }) => `${severity} ${sheet}!${column}${row ?? ''} ${message.code.replace('ledger.', '')}`);
}

export function sentences(books: Books): string[] {
  return books.issues.map((issue) => say(issue.message, 'en'));
}

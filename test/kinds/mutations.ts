/**
 * The shared workbooks as they are, changed in the ways in which the next office's export differs: columns in
 * another order or under other words, dates as text, amounts in one column, a sheet for each customer or one for
 * all, the header lower, totals in or out. Rows are followed, so that the cases' own truth still scores them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import type { Side } from '../../src/ledger/books';
import { Grid, TextPool, type CellValue } from '../../src/ledger/grid';
import type { Language } from '../../src/texts';
import { DATES } from '../layouts/styles';
import { Random } from '../matching/support/random';
import { dateHand, moneyHand, type DateHand, type MoneyHand } from './hands';
import { headingsOf, PHRASES, type Column } from './words';

const FOLDER = '../shared/cases';
export const MUTATED_CASES = ['huaxing-cn', 'acme-en', 'huaxing-tw', 'hongda-cn-hard'].filter((name) => existsSync(`${FOLDER}/${name}.truth.json`));

/** `Sheet!row` as the truth has it; none for titles, headers and totals. */
interface Row {
  readonly origin: string | null;
  readonly cells: CellValue[];
}

interface Sheet {
  name: string;
  side: Side | null;
  columns: (Column | null)[];
  /** Rows above the header, the header, what is below. */
  titles: Row[];
  heads: string[];
  rows: Row[];
}

export interface CaseWorkbook {
  readonly language: Language;
  readonly sheets: Sheet[];
}

const COLUMN_OF: readonly (readonly [Column, RegExp])[] = [
  ['date', /^(日期|Date|Posting Date)$/], ['kind', /^(单据类型|傳票類別|Type|业务类型|Doc Type)$/], ['document', /^(单据编号|傳票號碼|Num|我方单号|Voucher|傳票)$/], ['reference', /^(对方单号|Your ref|貴公司單號)$/], ['customer', /^(客户名称|客戶名稱|Customer)$/],
  ['code', /^(客户编码|客戶編號)$/], ['class', /^(产品类别|品類)$/], ['item', /^(规格型号|規格|Item)$/], ['quantity', /^(数量|數量|Qty)$/], ['memo', /^(摘要|Memo)$/], ['debit', /^(应收金额\(借方\)|借方金額|借方|Debit)$/], ['credit', /^(收款金额\(贷方\)|貸方金額|贷方|貸方|Credit)$/],
  ['amount', /^Amount$/], ['balance', /^(余额|餘額)$/], ['rep', /^(业务员|業務員|Sales Rep)$/], ['due', /^Due Date$/],
];

export async function readCase(name: string): Promise<CaseWorkbook> {
  const workbook = await readXlsx(readFileSync(`${FOLDER}/${name}.xlsx`));
  const language: Language = name.endsWith('-en') ? 'en' : name.endsWith('-tw') ? 'zh-TW' : 'zh-CN';
  const sheets = workbook.sheets.map(({ name: title, rows }, at): Sheet => {
    const cells = (rows as unknown[][]).map((row) => row.map(plain));
    const head = /客户资料|客戶資料|Customers|账期|帳期|Terms/.test(title) ? 0 : cells.findIndex((row) => row.filter((cell) => COLUMN_OF.some(([, pattern]) => pattern.test(String(cell)))).length >= 4);
    const isLedger = cells[head].filter((cell) => COLUMN_OF.some(([, pattern]) => pattern.test(String(cell)))).length >= 4;
    const columns = cells[head].map((cell) => COLUMN_OF.find(([, pattern]) => pattern.test(String(cell)))?.[0] ?? null);
    const row = (from: number) => (each: CellValue[], i: number): Row => ({ origin: `${title}!${from + i + 1}`, cells: each });
    return { name: title, side: !isLedger ? null : at === 0 ? 'ours' : 'theirs', columns, titles: cells.slice(0, head).map(row(0)), heads: cells[head].map((cell) => String(cell ?? '')), rows: cells.slice(head + 1).map(row(head + 1)) };
  });
  return { language, sheets };
}

function plain(cell: unknown): CellValue {
  if (cell instanceof Date) return Math.round(cell.getTime() / 86_400_000) + 25_569;
  return typeof cell === 'number' || typeof cell === 'boolean' ? cell : cell === null || cell === undefined || cell === '' ? null : String(cell);
}

type Mutation = (book: CaseWorkbook, random: Random) => CaseWorkbook;
const onLedgers = (change: (sheet: Sheet, book: CaseWorkbook, random: Random) => Sheet): Mutation => (book, random) => ({ ...book, sheets: book.sheets.map((sheet) => (sheet.side === null ? sheet : change(sheet, book, random))) });
const isTotal = ({ cells }: Row) => cells.some((cell) => typeof cell === 'string' && /合计|小計|累计/.test(cell));

const shuffled = onLedgers((sheet, _, random) => {
  const order = random.shuffle(sheet.columns.map((_, at) => at));
  const turn = <T>(list: readonly T[]) => order.map((at) => list[at]);
  return { ...sheet, columns: turn(sheet.columns), heads: turn(sheet.heads), rows: sheet.rows.map((row) => ({ ...row, cells: turn(row.cells) })) };
});

/** Sheets of one side keep to one set of words, chosen by the manner. */
const renamed: Mutation = (book, random) => {
  const manner = random.int(0, 99);
  return onLedgers((sheet) => {
    const taken = new Set<string>();
    const heads = sheet.columns.map((column, at) => {
      if (!column) return sheet.heads[at];
      const words = headingsOf(column, sheet.side as Side, book.language);
      const isPaired = column === 'debit' || column === 'credit';
      const word = isPaired ? words[manner % words.length] : (words.map((_, i) => words[(i + manner + at) % words.length]).find((each) => !taken.has(each)) ?? sheet.heads[at]);
      taken.add(word);
      return word;
    });
    return { ...sheet, heads };
  })(book, random);
};

const dated = (hand: DateHand): Mutation => onLedgers((sheet, _, random) => {
  const print = dateHand(hand, random);
  return { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell, at) => (sheet.columns[at] === 'date' || sheet.columns[at] === 'due' ? reprinted(cell, print) : cell)) })) };
});

function reprinted(cell: CellValue, print: (day: number) => CellValue): CellValue {
  const roc = typeof cell === 'string' ? /^(\d{3})\/(\d\d)\/(\d\d)$/.exec(cell) : null;
  const day = typeof cell === 'number' ? cell : roc ? Math.round(Date.UTC(Number(roc[1]) + 1911, Number(roc[2]) - 1, Number(roc[3])) / 86_400_000) + 25_569 : null;
  return day === null ? cell : print(day);
}

const MONEY: readonly (Column | null)[] = ['debit', 'credit', 'amount', 'balance'];
const minorOf = (cell: CellValue) => Math.round(Number(String(cell ?? '').replace(/,/g, '') || 0) * 100);

const moneyed = (hand: MoneyHand): Mutation => onLedgers((sheet, _, random) => {
  const print = moneyHand(hand, random);
  return { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell, at) => (MONEY.includes(sheet.columns[at]) && cell !== null ? print(minorOf(cell)) : cell)) })) };
});

/** Debit and credit as one column: signed, or an amount with its direction. */
const inOneColumn = (isDirected: boolean): Mutation => onLedgers((sheet, book) => {
  const [debit, credit] = [sheet.columns.indexOf('debit'), sheet.columns.indexOf('credit')];
  if (debit < 0 || credit < 0) return sheet;
  const phrases = PHRASES[book.language];
  const amount = headingsOf('amount', sheet.side as Side, book.language)[0];
  const direction = headingsOf('direction', sheet.side as Side, book.language)[0];
  // A balance without its direction beside a directed amount would be a puzzle.
  const balance = isDirected ? sheet.columns.indexOf('balance') : -1;
  const sumOf = (row: Row) => (row.cells[debit] === null && row.cells[credit] === null ? null : minorOf(row.cells[debit]) - minorOf(row.cells[credit]));
  const openingOf = (row: Row) => (balance >= 0 && sumOf(row) === null && row.cells[balance] !== null && !isTotal(row) ? minorOf(row.cells[balance]) * (sheet.side === 'ours' ? 1 : -1) : sumOf(row));
  const cellsOf = (row: Row): CellValue[] => row.cells.flatMap((cell, at): CellValue[] => {
    if (at === credit || at === balance) return [];
    if (at !== debit) return [cell];
    const minor = openingOf(row);
    if (isDirected) return minor === null ? [null, null] : [Math.abs(minor) / 100, minor >= 0 ? phrases.debit : phrases.credit];
    return [minor === null ? null : minor / 100];
  });
  const columns = sheet.columns.flatMap((column, at): (Column | null)[] => (at === credit || at === balance ? [] : at === debit ? (isDirected ? ['amount', 'direction'] : ['amount']) : [column]));
  const heads = sheet.heads.flatMap((head, at) => (at === credit || at === balance ? [] : at === debit ? (isDirected ? [amount, direction] : [amount]) : [head]));
  return { ...sheet, columns, heads, rows: sheet.rows.filter((row) => !isTotal(row)).map((row) => ({ ...row, cells: cellsOf(row) })) };
});

const lower = onLedgers((sheet, book, random) => ({ ...sheet, titles: [{ origin: null, cells: [PHRASES[book.language].signatures[1]] }, ...sheet.titles, { origin: null, cells: [null, random.pick(PHRASES[book.language].notes)] }, { origin: null, cells: [] }] }));

const withoutTotals = onLedgers((sheet) => ({ ...sheet, rows: sheet.rows.filter((row) => !isTotal(row)) }));

const withTotals = onLedgers((sheet, book) => {
  const monthOf = (row: Row | undefined) => { const cell = row?.cells[sheet.columns.indexOf('date')]; return typeof cell === 'number' ? Math.floor((cell - 1) / 30) : String(cell).slice(0, 6); };
  const label = Math.max(sheet.columns.indexOf('kind'), sheet.columns.indexOf('memo'));
  const rows: Row[] = [];
  let sums: number[] = [];
  sheet.rows.filter((row) => !isTotal(row)).forEach((row, i, all) => {
    rows.push(row);
    sums = row.cells.map((cell, at) => (sums[at] ?? 0) + (['debit', 'credit', 'amount'].includes(sheet.columns[at] as string) ? minorOf(cell) : 0));
    if (monthOf(all[i + 1]) === monthOf(row)) return;
    rows.push({ origin: null, cells: sheet.columns.map((column, at) => (at === label ? PHRASES[book.language].month[0] : ['debit', 'credit', 'amount'].includes(column as string) ? sums[at] / 100 : null)) });
    sums = [];
  });
  return { ...sheet, rows };
});

const withExtras = onLedgers((sheet, book, random) => {
  const extras: Column[] = ['index', 'made', 'maker', 'department', 'status', 'plate', 'store'];
  const heads = extras.map((column) => headingsOf(column, sheet.side as Side, book.language)[0]);
  const date = sheet.columns.indexOf('date');
  const values = (row: Row, i: number): CellValue[] => [i + 1, typeof row.cells[date] === 'number' ? DATES.iso((row.cells[date] as number) + 1) : null, 'admin', random.pick(['A', 'B']), 'OK', null, 'W1'];
  const isLine = (row: Row) => row.cells[date] !== null;
  return { ...sheet, columns: [...extras, ...sheet.columns], heads: [...heads, ...sheet.heads], rows: sheet.rows.map((row, i) => ({ ...row, cells: [...(isLine(row) ? values(row, i) : extras.map(() => null)), ...row.cells] })) };
});

const withBlankRows = onLedgers((sheet, _, random) => ({ ...sheet, rows: sheet.rows.flatMap((row) => (random.chance(0.08) ? [{ origin: null, cells: [] }, row] : [row])) }));

/** One sheet of all customers as a sheet each, the name in the tab or above the header. */
const split = (naming: 'tab' | 'title'): Mutation => (book) => ({
  ...book,
  sheets: book.sheets.flatMap((sheet) => {
    const customer = sheet.columns.indexOf('customer');
    if (sheet.side === null || customer < 0) return [sheet];
    const drop = <T>(list: readonly T[]) => list.filter((_, at) => sheet.columns[at] !== 'customer' && sheet.columns[at] !== 'code');
    const names = [...new Set(sheet.rows.map(({ cells }) => cells[customer]).filter((name) => typeof name === 'string'))] as string[];
    const prefix = sheet.side === 'ours' ? { en: 'AR', 'zh-CN': '应收', 'zh-TW': '應收' }[book.language] : { en: 'AP', 'zh-CN': '对账', 'zh-TW': '對帳' }[book.language];
    return names.map((name, at): Sheet => ({
      ...sheet, name: naming === 'tab' ? `${prefix}-${name}`.slice(0, 31) : `${prefix}${at + 1}`, titles: naming === 'tab' ? [] : [{ origin: null, cells: [`${name} ${prefix}${{ en: ' ledger', 'zh-CN': '明细账', 'zh-TW': '明細帳' }[book.language]}`] }],
      columns: drop(sheet.columns), heads: drop(sheet.heads), rows: sheet.rows.filter(({ cells }) => cells[customer] === name).map((row) => ({ ...row, cells: drop(row.cells) })),
    }));
  }),
});

/** A sheet for each customer as one sheet with a column of names. */
const merged: Mutation = (book) => {
  const parts = book.sheets.filter((sheet) => sheet.side === 'theirs' && !sheet.columns.includes('customer'));
  if (parts.length === 0) return book;
  const nameOf = (sheet: Sheet) => String(sheet.titles[0].cells[0]).replace(/ 應付帳款明細$/, '');
  const [first] = parts;
  const all: Sheet = { ...first, name: { en: 'AP detail', 'zh-CN': '客户账', 'zh-TW': '客戶往來' }[book.language], titles: [], columns: ['customer', ...first.columns], heads: [headingsOf('customer', 'theirs', book.language)[0], ...first.heads], rows: parts.flatMap((sheet) => sheet.rows.filter((row) => !isTotal(row)).map((row) => ({ ...row, cells: [nameOf(sheet), ...row.cells] }))) };
  return { ...book, sheets: [...book.sheets.filter((sheet) => !parts.includes(sheet)), all] };
};

const anonymous: Mutation = (book) => ({ ...book, sheets: [...book.sheets].reverse().map((sheet, at) => ({ ...sheet, name: sheet.side === 'theirs' && !sheet.columns.includes('customer') && sheet.titles.length === 0 ? sheet.name : `Sheet${at + 1}` })) });

const inTurn = (...mutations: readonly Mutation[]): Mutation => (book, random) => mutations.reduce((mutant, mutation) => mutation(mutant, random), book);

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'as it is': (book) => book, 'columns shuffled': shuffled, 'other words': renamed, 'other words, shuffled': inTurn(renamed, shuffled), 'dates 2026.01.05': dated('points'), 'dates 5 Jan 2026': dated('named'), 'dates of mixed sorts': dated('mixed'), 'dates 20260105': dated('compact'), 'dates 05/01/2026': dated('dayFirst'),
  'amounts as text': moneyed('text'), 'amounts of mixed sorts': moneyed('mixed'), 'one signed amount': inOneColumn(false), 'amount and direction': inOneColumn(true), 'header lower': lower, 'without totals': withoutTotals, 'totals every month': withTotals, 'extra columns': withExtras, 'blank rows': withBlankRows,
  'a sheet for each customer, in the tab': split('tab'), 'a sheet for each customer, in the title': split('title'), 'customers on one sheet': merged, 'sheets without names, theirs first': anonymous,
  'much at once': inTurn(renamed, withExtras, shuffled, dated('points'), moneyed('text'), lower, withBlankRows), 'all else at once': inTurn(merged, inOneColumn(false), withTotals, renamed, shuffled, dated('named'), anonymous), 'apart and renamed': inTurn(withoutTotals, split('title'), renamed, shuffled, dated('singleDigits'), moneyed('mixed')),
};

/** The mutant as grids, and where each row of the original stands now. */
export function printMutant(book: CaseWorkbook): { readonly grids: Grid[]; readonly places: ReadonlyMap<string, { readonly sheet: string; readonly row: number }> } {
  const texts = new TextPool();
  const places = new Map<string, { sheet: string; row: number }>();
  const grids = book.sheets.map((sheet) => {
    const rows = [...sheet.titles, { origin: null, cells: sheet.heads }, ...sheet.rows];
    rows.forEach(({ origin }, at) => origin && places.set(origin, { sheet: sheet.name, row: at + 1 }));
    const isDated = (at: number) => sheet.columns[at] === 'date' && rows.some(({ cells }) => typeof cells[at] === 'number' && (cells[at] as number) < 60_000);
    const grid = new Grid(sheet.name, texts, { datedColumns: sheet.columns.map((_, at) => at).filter(isDated) });
    grid.appendRows(rows.map(({ cells }) => cells));
    return grid;
  });
  return { grids, places };
}

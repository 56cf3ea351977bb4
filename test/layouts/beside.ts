/** Prints a layout of ours and one of theirs beside each other, a sheet per customer, as people compare them. */
import type { CellValue } from '../../src/ledger/grid';
import type { Side } from '../../src/ledger/books';
import { PrintedBook, printLedger, type Layout } from './relayout';
import type { Source } from './source';

/** Blank columns between the halves. */
const GAP = 1;

export interface Besides {
  readonly ours: Layout;
  readonly theirs: Layout;
  /** What stands above each half. */
  readonly words: Readonly<Record<Side, string>>;
  /** Which of them stands left. */
  readonly left: Side;
}

/** One customer's ledger of one side, below its header. */
interface Half {
  readonly layout: Layout;
  readonly word: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly dated: readonly number[];
  /** Line by the number of the row below the header. */
  readonly lines: ReadonlyMap<number, number>;
}

export function printBeside(source: Source, { ours, theirs, words, left }: Besides): PrintedBook {
  const book = new PrintedBook();
  source.customers.forEach((customer, at) => {
    const halves = { ours: halfOf(source, at, 'ours', ours, words.ours), theirs: halfOf(source, at, 'theirs', theirs, words.theirs) };
    layOut(book, customer.name, left === 'ours' ? [halves.ours, halves.theirs] : [halves.theirs, halves.ours]);
  });
  book.sheet('客户资料').rows.push(['客户编码', '客户名称', '业务员', '付款日'], ...source.customers.map(({ code, name, rep }) => [code, name, rep, 15]));
  book.sheet('账期').rows.push(['产品类别', '账期(天)'], ...source.terms.map(([name, days]) => [name, days]));
  return book;
}

function halfOf(source: Source, at: number, side: Side, layout: Layout, word: string): Half {
  const alone: Source = { ...source, customers: [source.customers[at]], lines: source.lines.filter(({ customer }) => customer === at).map((line) => ({ ...line, customer: 0 })) };
  const printed = new PrintedBook();
  printLedger(printed, alone, side, { ...layout, titles: undefined });
  const [sheet] = printed.sheets.values();
  const rows = sheet.rows.slice(layout.header.length);
  return { layout, word, rows, dated: [...sheet.dated], lines: new Map([...printed.places].map(([id, { row }]) => [row - layout.header.length - 1, id])) };
}

function layOut(book: PrintedBook, name: string, halves: readonly [Half, Half]): void {
  const sheet = book.sheet(name);
  const widthOf = ({ layout, rows }: Half) => Math.max(...[...layout.header, ...rows].map((row) => row.length));
  const [first, second] = [0, widthOf(halves[0]) + GAP];
  const headerHeight = Math.max(...halves.map(({ layout }) => layout.header.length));
  const put = (row: number, column: number, cells: readonly CellValue[]) => {
    while (sheet.rows.length <= row) sheet.rows.push(new Array<CellValue>(second + widthOf(halves[1])).fill(null));
    cells.forEach((cell, i) => (sheet.rows[row][column + i] = cell));
  };
  put(0, 0, [`${name} 往来核对表`]);
  halves.forEach(({ layout, word, rows, dated, lines }, i) => {
    const column = i === 0 ? first : second;
    put(1, column, [word]);
    layout.header.forEach((cells, row) => put(2 + headerHeight - layout.header.length + row, column, cells));
    rows.forEach((cells, row) => put(2 + headerHeight + row, column, cells));
    for (const each of dated) sheet.dated.add(column + each);
    for (const [row, id] of lines) book.places.set(id, { sheet: name, row: 2 + headerHeight + row + 1 });
  });
}

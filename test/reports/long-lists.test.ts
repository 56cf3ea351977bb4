/** Lists of many thousand rows: what stands in a single one of them is not cut either. */
import { amountColumn, nameColumn, wordsColumn } from '../../src/reports/columns';
import { Page } from '../../src/reports/page';
import type { SheetModel } from '../../src/reports/sheet-model';
import { putTable } from '../../src/reports/table';
import { expectReadable } from './checks';

const ROWS = 12_000;
const LONG = 'PT SUMBER ALFARIA TRIJAYA MAKMUR SENTOSA ABADI TBK (CABANG SURABAYA)';
const SENTENCE = 'One document number names both sides, and the amounts are the same to the cent.';
/** Of a column of names in these lists, its padding included. */
const NAME_WIDTH = 28;

interface Line {
  readonly customer: string;
  readonly minor: number;
}

function listOf(at: (index: number) => Line): SheetModel {
  const page = new Page({ key: 'list', name: 'List', orientation: 'by-width', footerText: '' });
  const columns = [
    nameColumn<Line>('customer', 'Customer', ({ customer }) => customer, { widthMax: NAME_WIDTH - 2 }),
    amountColumn<Line>('amount', 'Amount', ({ minor }) => minor),
    wordsColumn<Line>('why', 'Why', () => SENTENCE),
  ];
  putTable(page, { name: 'List', columns, rows: { count: ROWS, at }, currency: () => 'CNY' });
  const model = page.build();
  expectReadable([model]);
  return model;
}

const grown = ({ rowHeights }: SheetModel) => Object.keys(rowHeights ?? {}).map(Number);

test('a long name wraps, whichever row it stands in, and only its row grows', () => {
  const list = listOf((index) => ({ customer: index === 7_777 ? LONG : `Store ${index % 300}`, minor: 100 }));
  expect(list.tables[0].columns[0].style?.wrap).toBe(true);
  expect(list.columnWidths[0]).toBe(NAME_WIDTH);
  expect(grown(list)).toEqual([7_778]);
});

test('where more rows bear long names than may have heights of their own, the column is as wide as most need', () => {
  const harbour = 'Northern Harbour Wholesale Appliances';
  const list = listOf((index) => ({ customer: index === 7_777 ? LONG : index % 2 === 0 ? harbour : 'Store', minor: 100 }));
  expect(list.columnWidths[0]).toBeGreaterThan(NAME_WIDTH);
  expect(list.columnWidths[0]).toBeLessThan(LONG.length);
  expect(grown(list)).toEqual([7_778]);
});

test('short names need no more room than they have', () => expect(listOf(() => ({ customer: 'Store', minor: 100 })).columnWidths[0]).toBeLessThan(14));

test('a large amount has its room, whichever row it stands in, and whichever sign it has', () => {
  for (const minor of [98_765_432_109_876, -98_765_432_109_876]) {
    expect(listOf((index) => ({ customer: 'Store', minor: index === 7_777 ? minor : 100 })).columnWidths[1]).toBeGreaterThan('98,765,432,109.876'.length);
  }
});

test('sentences run on: rows stay tight', () => expect(grown(listOf(() => ({ customer: 'Store', minor: 100 })))).toEqual([]));

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { ENTRY_KINDS, type Books, type Side } from '../../src/ledger/books';
import { Grid, TextPool, type CellValue } from '../../src/ledger/grid';
import { readBooks } from '../../src/ledger/read';
import { balances } from './support';

/** The workbooks with known truth that stand beside the repository; a clone elsewhere has none. */
const FOLDER = '../shared/cases';
const CASES = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => file.endsWith('.xlsx') && existsSync(`${FOLDER}/${file.replace('.xlsx', '.truth.json')}`)) : [];
if (CASES.length === 0) console.log(`${FOLDER} is absent: the shared cases are not read here.`);

interface Truth {
  readonly customers?: readonly { readonly name: string; readonly ours: number; readonly theirs?: number }[];
  readonly groups?: readonly { readonly kind: string; readonly ours: readonly string[]; readonly theirs: readonly string[] }[];
}

async function readCase(file: string): Promise<Books> {
  const workbook = await readXlsx(readFileSync(`${FOLDER}/${file}`));
  const texts = new TextPool();
  return readBooks(
    workbook.sheets.map((sheet) => {
      const datedColumns = new Set<number>();
      const rows = sheet.rows.map((row) =>
        row.map((value, column): CellValue => {
          if (!(value instanceof Date)) return (value ?? null) as CellValue;
          datedColumns.add(column);
          return value.getTime() / 86_400_000 + 25_569;
        }),
      );
      const grid = new Grid(sheet.name, texts, { datedColumns: [...datedColumns] });
      grid.appendRows(rows);
      return grid;
    }),
  );
}

const inMajor = (amounts: Record<string, string>, name: string) => Number((amounts[name] ?? '0').replace(/,/g, ''));

(CASES.length > 0 ? describe : describe.skip).each(CASES.length > 0 ? CASES : ['the shared cases are absent here'])('%s', (file) => {
  let books: Books;
  const truth = JSON.parse(existsSync(FOLDER) ? readFileSync(`${FOLDER}/${file.replace('.xlsx', '.truth.json')}`, 'utf8') : '{}') as Truth;
  beforeAll(async () => {
    books = await readCase(file);
  });

  test('raises no error, and every ledger that prints a running balance proves it', () => {
    expect(books.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const { balanceProof } of books.sheets) expect(balanceProof?.firstBreakRow ?? null).toBeNull();
    expect(books.ours.count).toBeGreaterThan(400);
  });

  test('both closing balances of every customer are the truth', () => {
    const [ours, theirs] = (['ours', 'theirs'] as const).map((side) => balances(books, side));
    for (const customer of truth.customers ?? []) {
      expect([customer.name, inMajor(ours, customer.name)]).toEqual([customer.name, customer.ours]);
      if (customer.theirs !== undefined) expect([customer.name, inMajor(theirs, customer.name)]).toEqual([customer.name, customer.theirs]);
    }
  });

  test('every line of the truth is an entry of the kind it has there', () => {
    const kinds = kindsByRow(books);
    const wrong: string[] = [];
    for (const { kind, ours, theirs } of truth.groups ?? []) {
      const expected = EXPECTED_KINDS[kind.replace(/^(ours|theirs)-only:/, '')];
      for (const row of [...ours, ...theirs]) if (!kinds.has(row) || (expected && !expected.includes(kinds.get(row) as string))) wrong.push(`${row} ${kind}: ${kinds.get(row) ?? 'no entry'}`);
    }
    expect(wrong).toEqual([]);
  });
});

/** Kinds that lines of a group may have; groups that say nothing of kinds are left out. */
const EXPECTED_KINDS: Readonly<Record<string, readonly string[]>> = {
  invoice: ['invoice'],
  return: ['return'],
  payment: ['payment', 'rebate', 'damage', 'advertising', 'promotion', 'adjustment'],
  deduction: ['rebate', 'damage', 'advertising', 'promotion', 'payment'],
  exchange: ['exchange'],
  'deduction-not-credited': ['rebate', 'damage', 'advertising', 'promotion'],
};

function kindsByRow(books: Books): Map<string, string> {
  const kinds = new Map<string, string>();
  for (const side of ['ours', 'theirs'] as Side[]) {
    const ledger = books[side];
    for (let i = 0; i < ledger.count; i++) kinds.set(`${books.sheetNames[ledger.sheet[i]]}!${ledger.row[i]}`, ENTRY_KINDS[ledger.kind[i]]);
  }
  return kinds;
}

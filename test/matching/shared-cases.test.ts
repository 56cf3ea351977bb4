/** The workbooks with known truth beside the repository, read and matched as users would have them. */
import { existsSync, readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import type { Books, Side } from '../../src/ledger/books';
import { Grid, TextPool, type CellValue } from '../../src/ledger/grid';
import { readBooks } from '../../src/ledger/read';
import { matchBooks } from '../../src/matching/match';
import { DEFAULT_MATCHING_SETTINGS } from '../../src/matching/reconciliation';
import { NO_ANNOTATIONS } from '../../src/annotations/annotations';
import { day } from './support/day';

const FOLDER = '../shared/cases';
const present = existsSync(FOLDER);
if (!present) console.log(`${FOLDER} is absent: the shared cases are not matched here.`);

interface Truth {
  readonly asOf: string;
  readonly groups: readonly { readonly kind: string; readonly ours: readonly string[]; readonly theirs: readonly string[] }[];
}

async function readCase(name: string): Promise<Books> {
  const workbook = await readXlsx(readFileSync(`${FOLDER}/${name}.xlsx`));
  const texts = new TextPool();
  return readBooks(
    workbook.sheets.map((sheet) => {
      const dated = new Set<number>();
      const value = (cell: unknown, column: number): CellValue => {
        if (!(cell instanceof Date)) return (cell ?? null) as CellValue;
        dated.add(column);
        return cell.getTime() / 86_400_000 + 25_569;
      };
      const rows = sheet.rows.map((row) => row.map(value));
      const grid = new Grid(sheet.name, texts, { datedColumns: [...dated] });
      grid.appendRows(rows);
      return grid;
    }),
  );
}

(present ? test : test.skip).each([
  ['huaxing-cn', { precision: 0.998, recall: 0.985, suggested: 0.985, categories: 0.95 }],
  ['acme-en', { precision: 0.998, recall: 0.985, suggested: 0.985, categories: 0.95 }],
  ['huaxing-tw', { precision: 0.998, recall: 0.985, suggested: 0.985, categories: 0.95 }],
  ['hongda-cn-hard', { precision: 0.995, recall: 0.93, suggested: 0.97, categories: 0.95 }],
])('%s', async (name, least) => {
  const truth = JSON.parse(readFileSync(`${FOLDER}/${name}.truth.json`, 'utf8')) as Truth;
  const books = await readCase(name);
  const result = matchBooks(books, { asOf: day(truth.asOf), settings: DEFAULT_MATCHING_SETTINGS, annotations: NO_ANNOTATIONS });
  const rowOf = (side: Side, entry: number) => `${books.sheetNames[books[side].sheet[entry]]}!${books[side].row[entry]}`;
  const pairs = (groups: readonly { readonly ours: readonly string[]; readonly theirs: readonly string[] }[]) => new Set(groups.flatMap((group) => group.ours.flatMap((a) => group.theirs.map((b) => `${a}~${b}`))));
  const neutral = pairs(truth.groups.filter((group) => group.kind === 'misposted'));
  const wanted = pairs(truth.groups.filter((group) => group.kind !== 'misposted'));
  const found = (sure: boolean) => [...pairs([...result.matches].filter((each) => each.rule !== 'opening' && (!sure || each.status === 'confirmed')).map((each) => ({ ours: each.ours.map((entry) => rowOf('ours', entry)), theirs: each.theirs.map((entry) => rowOf('theirs', entry)) })))].filter((pair) => !neutral.has(pair));
  const hits = found(true).filter((pair) => wanted.has(pair)).length;
  const category = new Map(result.items.flatMap((item) => (['ours', 'theirs'] as const).flatMap((side) => item[side].map((entry) => [rowOf(side, entry), item.category] as const))));
  const asked = truth.groups.flatMap((group) => {
    const kind = /-only:(.+)$/.exec(group.kind)?.[1] ?? (['amount-difference', 'misposted'].includes(group.kind) ? group.kind : null);
    return kind ? [...group.ours, ...group.theirs].map((row) => category.get(row) === kind) : [];
  });
  const measured = { precision: hits / found(true).length, recall: hits / wanted.size, suggested: found(false).filter((pair) => wanted.has(pair)).length / wanted.size, categories: asked.filter(Boolean).length / asked.length };
  for (const key of Object.keys(least) as (keyof typeof least)[]) expect([key, measured[key], measured[key] >= least[key]]).toEqual([key, measured[key], true]);
});

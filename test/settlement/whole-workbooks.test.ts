/** Due days and open-item sums on whole workbooks: the samples that ship, and the cases with known truth where they are at hand. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { NO_ANNOTATIONS } from '../../src/annotations/annotations';
import type { Books } from '../../src/ledger/books';
import { readBooks } from '../../src/ledger/read';
import { settle } from '../../src/settlement/settle';
import type { Settlement } from '../../src/settlement/settlement';
import { formatIsoDay } from '../../src/units/day';
import { gridsOfFile } from '../support/grids';
import { NO_RECONCILIATION } from './support';

const SAMPLES = ['en', 'zh-CN', 'zh-TW'].map((language) => `assets/sample-${language}.xlsx`);
/** The workbooks with known truth that stand beside the repository; a clone elsewhere has none. */
const FOLDER = '../shared/cases';
const CASES = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => file.endsWith('.xlsx')).map((file) => `${FOLDER}/${file}`) : [];
if (CASES.length === 0) console.log(`${FOLDER} is absent: the shared cases are not settled here.`);

const booksOf = async (file: string): Promise<Books> => readBooks(await gridsOfFile(file));

function settledOn(books: Books, asOf: number): Settlement {
  return settle(books, { asOf, reconciliation: NO_RECONCILIATION, annotations: NO_ANNOTATIONS, settings: { defaultTermDays: 30 } });
}

/** Balances of a day by customer and currency: from the ledger's lines, and from the open items. */
function balancesOn(books: Books, asOf: number): { readonly ledger: Record<string, number>; readonly open: Record<string, number> } {
  const ledger: Record<string, number> = {};
  const open: Record<string, number> = {};
  const add = (sums: Record<string, number>, customer: number, currency: string, amountMinor: number) => {
    const account = `${books.customers[customer].name} ${currency}`;
    sums[account] = (sums[account] ?? 0) + amountMinor;
  };
  const { ours } = books;
  for (let i = 0; i < ours.count; i++) if (ours.day[i] <= asOf) add(ledger, ours.customer[i], books.currencies[ours.currency[i]], ours.amountMinor[i]);
  for (const item of settledOn(books, asOf).openItems) add(open, item.customer, item.currency, item.openMinor);
  const settledInFull = Object.keys(ledger).filter((account) => ledger[account] === 0 && open[account] === undefined);
  for (const account of settledInFull) open[account] = 0;
  return { ledger, open };
}

describe.each([...SAMPLES, ...CASES])('%s', (file) => {
  let books: Books;
  beforeAll(async () => {
    books = await booksOf(file);
  });

  test.each([0, 45, 120])('the open items sum to every balance, %p days before the last', (before) => {
    const { ledger, open } = balancesOn(books, books.latestDay - before);
    expect(Object.keys(ledger).length).toBeGreaterThan(0);
    expect(open).toEqual(ledger);
  });

  test('every debit falls due on its document day or later, unless it is printed otherwise', () => {
    const { dueDays } = settledOn(books, books.latestDay);
    const { ours } = books;
    const early = [...dueDays.keys()].filter((i) => dueDays[i] !== 0 && ours.dueDay[i] === 0 && dueDays[i] < ours.day[i]);
    expect(early).toEqual([]);
  });
});

interface Truth {
  readonly due?: Readonly<Record<string, string>>;
}

const WITH_DUE_DAYS = CASES.filter((file) => (JSON.parse(readFileSync(file.replace('.xlsx', '.truth.json'), 'utf8')) as Truth).due !== undefined);

(WITH_DUE_DAYS.length > 0 ? describe : describe.skip).each(WITH_DUE_DAYS.length > 0 ? WITH_DUE_DAYS : ['absent'])('due days of %s', (file) => {
  test('every line that the truth names falls due on the day it says', async () => {
    const { due } = JSON.parse(readFileSync(file.replace('.xlsx', '.truth.json'), 'utf8')) as Required<Truth>;
    const books = await booksOf(file);
    const { dueDays } = settledOn(books, books.latestDay);
    const found: Record<string, string> = {};
    for (let i = 0; i < books.ours.count; i++) {
      const line = `${books.sheetNames[books.ours.sheet[i]]}!${books.ours.row[i]}`;
      if (due[line] !== undefined) found[line] = formatIsoDay(dueDays[i]);
    }
    expect(found).toEqual(due);
  });
});

/** Prints one kind of workbook with one seed, runs the engine over it, and scores reading and result. */
import { reconcile, Unreadable } from '../../src/engine/reconcile';
import { entryAt, ledgerOf, SIDES, type Books, type Entry } from '../../src/ledger/books';
import type { Grid } from '../../src/ledger/grid';
import { resultJson } from '../../src/reports/result-json';
import { say } from '../../src/texts';
import { formatIsoDay } from '../../src/units/day';
import { PrintedBook } from '../layouts/relayout';
import { scoreOf, type Place, type Score, type ScoredResult } from '../layouts/score';
import type { Source, SourceLine } from '../layouts/source';
import { Random } from '../matching/support/random';
import { printBook, type LedgerPlan } from './print';
import { TERM_WORDINGS } from './terms';
import { simulate } from './trade';
import { CLASS_NAMES } from './hands';
import type { Noisiness, WorkbookKind } from './workbook-kinds';
import { WrittenTrade } from './written';

/** Shares from 0 to 1. */
export interface Verdict extends Score {
  /** Printed lines that were read with the right amount on the right row, and rows that were no lines. */
  readonly entries: number;
  readonly kinds: number;
  /** Accounts whose open items sum to the balance; and whose balances on a day in the past are what was booked by then. */
  readonly settled: number;
  readonly past: number;
  readonly refused: readonly string[];
  readonly issues: readonly string[];
}

export const SHARES = ['entries', 'kinds', 'precision', 'recall', 'categories', 'balances', 'identity', 'due', 'settled', 'past'] as const;

/** Lines, balances, identity and due days all right; matches and categories as sure as is asked of the product. */
export function isFine(verdict: Verdict, isHard: boolean): boolean {
  const { entries, balances, identity, due, settled, past, precision, recall, categories, kinds } = verdict;
  return [entries, balances, identity, due, settled, past].every((share) => share === 1) && precision >= 0.995 && recall >= (isHard ? 0.93 : 0.95) && categories >= (isHard ? 0.9 : 0.95) && kinds >= 0.98;
}

export interface Printed {
  readonly source: Source;
  readonly places: ReadonlyMap<number, Place>;
  readonly grids: readonly Grid[];
}

export function printWorkbook(kind: WorkbookKind, seed: number, { noise, isHard }: Noisiness, hasRareWords = false): Printed {
  const random = new Random(seed * 31_337 + 11);
  const trade = simulate(seed, { noise, isHard, customerCount: 5, months: 6, firstYear: 2026, hasForeign: kind.writing.foreignCurrency !== undefined });
  const wording = TERM_WORDINGS[kind.terms === 'in ledger' ? 'days' : kind.terms][kind.writing.ourLanguage];
  const written = new WrittenTrade(trade, kind.writing, wording, seed, hasRareWords);
  const book = new PrintedBook();
  const place = (plan: LedgerPlan): LedgerPlan => (kind.onOneSheet ? { ...plan, sheetName: '对账' } : plan);
  const ours = () => printBook(book, written, 'ours', place(kind.ours), random);
  const theirs = () => printBook(book, written, 'theirs', place(kind.theirs), random);
  for (const print of kind.theirsFirst ? [theirs, ours] : [ours, theirs]) print();
  if (!kind.withoutCustomers) printCustomers(book, written);
  if (kind.terms !== 'in ledger') printTerms(book, written, kind.termsBy ?? 'class');
  return { source: written.source(), places: book.places, grids: book.grids() };
}

function printCustomers(book: PrintedBook, written: WrittenTrade): void {
  const language = written.plan.ourLanguage;
  const heads = { en: ['Customer No.', 'Customer', 'Sales Rep', 'Pay day'], 'zh-CN': ['客户编码', '客户名称', '业务员', '付款日'], 'zh-TW': ['客戶代號', '客戶名稱', '業務員', '付款日'] }[language];
  book.sheet({ en: 'Customers', 'zh-CN': '客户资料', 'zh-TW': '客戶資料' }[language]).rows.push(heads, ...written.parties.map(({ code, full }, at) => [code, full, written.repOf(at, language), 15]));
}

function printTerms(book: PrintedBook, written: WrittenTrade, by: 'class' | 'customer and class'): void {
  const language = written.plan.ourLanguage;
  const classes = CLASS_NAMES[language];
  const text = (at: number) => written.terms?.[at].text ?? '';
  const heads = { en: ['Customer', 'Product class', 'Payment terms'], 'zh-CN': ['客户', '产品类别', '账期'], 'zh-TW': ['客戶', '品類', '付款條件'] }[language];
  const rows = by === 'class' ? [heads.slice(1), ...classes.map((name, at) => [name, text(at)])] : [heads, ...written.parties.flatMap(({ full }) => classes.map((name, at) => [full, name, text(at)]))];
  book.sheet({ en: 'Terms', 'zh-CN': '账期', 'zh-TW': '帳期' }[language]).rows.push(...rows);
}

export async function examinePrinted({ source, places, grids }: Printed): Promise<Verdict> {
  try {
    const result = await reconcile(grids);
    const json = resultJson(result) as unknown as ScoredResult & OpenItems;
    const score = scoreOf(source, places, json, formatIsoDay);
    const reading = readingOf(source, places, result.books);
    const middle = Math.round((Math.min(...source.lines.map(({ day }) => day)) + result.asOf) / 2);
    const past = resultJson(await reconcile(grids, { asOf: middle })) as ScoredResult;
    return { ...score, ...reading, settled: settledShare(json.customers, json.openItems), past: pastShare(source, past, middle), wrong: [...reading.wrong, ...score.wrong], refused: [], issues: result.books.issues.map((issue) => `${issue.sheet}!${issue.column}${issue.row ?? ''} ${say(issue.message, 'en')}`) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const refused = error.books.issues.filter(({ severity }) => severity === 'error').map((issue) => `${issue.sheet}!${issue.column}${issue.row ?? ''} ${say(issue.message, 'en')}`);
    return { precision: 0, recall: 0, categories: 0, balances: 0, identity: 0, due: 0, entries: 0, kinds: 0, settled: 0, past: 0, wrong: [], refused, issues: [] };
  }
}

interface OpenItems {
  readonly openItems: (ScoredResult['openItems'][number] & { readonly customer: string; readonly open: number })[];
}

const cents = (amount: number) => Math.round(amount * 100);

function settledShare(customers: ScoredResult['customers'], openItems: OpenItems['openItems']): number {
  const names = [...new Set(customers.map(({ customer }) => customer))];
  const balanced = names.filter((name) => {
    const [open, closing] = [openItems.filter(({ customer }) => customer === name).map((item) => item.open), customers.filter(({ customer }) => customer === name).map(({ ours }) => ours.closing)].map((amounts) => amounts.reduce((sum, amount) => sum + cents(amount), 0));
    return open === closing;
  });
  return balanced.length / names.length;
}

function pastShare(source: Source, { customers }: ScoredResult, day: number): number {
  const sumOf = (side: SourceLine['side'], at: number) => source.lines.reduce((sum, line) => sum + (line.side === side && line.customer === at && line.day <= day ? line.amountMinor : 0), 0);
  const right = source.customers.filter(({ name, currency }, at) => {
    const got = customers.find((each) => each.customer.includes(name) && (currency === undefined || each.currency === currency));
    return got && cents(got.ours.closing) === sumOf('ours', at) && cents(got.theirs.closing) === sumOf('theirs', at);
  });
  return right.length / source.customers.length;
}

/** Every printed line against the entries of its row; two lines that share a row are held against both its entries. */
function readingOf(source: Source, places: ReadonlyMap<number, Place>, books: Books): { entries: number; kinds: number; wrong: string[] } {
  const wrong: string[] = [];
  const read = new Map<string, Entry[]>();
  for (const side of SIDES) for (let i = 0; i < ledgerOf(books, side).count; i++) {
    const entry = entryAt(books, side, i);
    const key = `${entry.sheet}!${entry.row}`;
    read.set(key, [...(read.get(key) ?? []), entry]);
  }
  let right = 0;
  let rightKinds = 0;
  for (const line of source.lines) {
    const { sheet, row } = places.get(line.id) as Place;
    const entries = read.get(`${sheet}!${row}`) ?? [];
    const entry = entries.find(({ amountMinor, side }) => amountMinor === line.amountMinor && side === line.side);
    if (entry) right++;
    else wrong.push(`line ${sheet}!${row} ${line.side} ${line.kind} ${line.amountMinor / 100} → ${entries.map((each) => `${each.side} ${each.kind} ${each.amountMinor / 100}`).join(', ') || 'none'}`);
    if (entry && isKindRight(line, entry)) rightKinds++;
    else if (entry) wrong.push(`kind ${sheet}!${row} ${line.kind} → ${entry.kind} (${entry.kindText} ${entry.memo})`);
  }
  const known = new Set([...places.values()].map(({ sheet, row }) => `${sheet}!${row}`));
  const strays = [...read.keys()].filter((key) => !known.has(key));
  for (const key of strays) wrong.push(`stray ${key} → ${read.get(key)?.map((each) => `${each.kind} ${each.amountMinor / 100} ${each.memo}`).join(', ')}`);
  return { entries: Math.max(0, right - strays.length) / source.lines.length, kinds: rightKinds / source.lines.length, wrong };
}

/** Goods of an exchange or a transfer may be read as the goods that they are. */
function isKindRight(line: SourceLine, entry: Entry): boolean {
  if (entry.kind === line.kind) return true;
  return ['exchange', 'transfer'].includes(line.kind) || ['exchange', 'transfer'].includes(entry.kind);
}

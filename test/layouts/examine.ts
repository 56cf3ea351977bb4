/** Prints one combination of layouts, runs the engine over it and scores what came out. */
import { reconcile, Unreadable } from '../../src/engine/reconcile';
import { resultJson } from '../../src/reports/result-json';
import { say } from '../../src/texts';
import { formatIsoDay } from '../../src/units/day';
import { OUR_LEDGERS } from './our-ledgers';
import { PrintedBook, printLedger, type Layout, type Printing } from './relayout';
import { scoreOf, type Score, type ScoredResult } from './score';
import type { Source, SourceLine } from './source';
import { afterMonthEnd, NUMBERINGS, THEIR_NUMBERINGS } from './styles';
import { THEIR_LEDGERS } from './their-ledgers';

export interface Examination {
  readonly ours: keyof typeof OUR_LEDGERS & string;
  readonly theirs: keyof typeof THEIR_LEDGERS & string;
  readonly ourPrinting?: Printing;
  readonly theirPrinting?: Printing;
  readonly numbering?: keyof typeof NUMBERINGS;
  readonly theirNumbering?: keyof typeof THEIR_NUMBERINGS;
  /** No customer list in the workbook. */
  readonly withoutCustomers?: boolean;
  /** How the terms sheet words its terms; none = no such sheet, and due days only where the ledger prints them. */
  readonly terms?: 'days' | 'net' | 'month-end' | 'none';
  /** Both ledgers one under the other on one sheet of this name. */
  readonly onOneSheet?: boolean;
  readonly order?: 'printed' | 'reversed';
}

export type Verdict = Score & { readonly refused: readonly string[]; readonly issues: readonly string[] };

export async function examine(agreed: Source, examination: Examination): Promise<Verdict> {
  const source = examination.terms === 'month-end' ? dueAfterMonthEnd(agreed) : agreed;
  return scoreBook(source, printWorkbook(source, examination), examination.order);
}

export async function scoreBook(source: Source, book: PrintedBook, order?: Examination['order']): Promise<Verdict> {
  try {
    const result = await reconcile(book.grids(order));
    const score = scoreOf(source, book.places, resultJson(result) as ScoredResult, formatIsoDay);
    return { ...score, refused: [], issues: result.books.issues.map((issue) => `${issue.sheet}!${issue.column}${issue.row ?? ''} ${say(issue.message, 'en')}`) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const refused = error.books.issues.filter(({ severity }) => severity === 'error').map((issue) => `${issue.sheet}!${issue.column}${issue.row ?? ''} ${say(issue.message, 'en')}`);
    return { precision: 0, recall: 0, categories: 0, balances: 0, identity: 0, due: 0, wrong: [], refused, issues: [] };
  }
}

export function printWorkbook(source: Source, examination: Examination): PrintedBook {
  const ours = OUR_LEDGERS[examination.ours];
  const theirs = THEIR_LEDGERS[examination.theirs];
  const book = new PrintedBook();
  const renumbered = renumber(source, examination.numbering ?? ours.numbering ?? 'as_is', examination.theirNumbering ?? 'as_is');
  const placed = (layout: Layout): Layout => (examination.onOneSheet ? { ...layout, sheetName: () => '对账' } : layout);
  printLedger(book, renumbered, 'ours', placed(ours), examination.ourPrinting);
  printLedger(book, renumbered, 'theirs', placed(theirs), examination.theirPrinting);
  if (!examination.withoutCustomers) book.sheet('客户资料').rows.push(['客户编码', '客户名称', '业务员', '付款日'], ...source.customers.map(({ code, name, rep }) => [code, name, rep, 15]));
  const terms = examination.terms ?? 'days';
  if (terms === 'days') book.sheet('账期').rows.push(['产品类别', '账期(天)'], ...source.terms.map(([name, days]) => [name, days]));
  if (terms === 'net') book.sheet('Terms').rows.push(['Product class', 'Payment terms'], ...source.terms.map(([name, days]) => [name, `Net ${days}`]));
  if (terms === 'month-end') book.sheet('账期').rows.push(['产品类别', '付款条件'], ...source.terms.map(([name, days]) => [name, `月结${days}天`]));
  return book;
}

function dueAfterMonthEnd(source: Source): Source {
  const daysOf = new Map(source.terms);
  return { ...source, lines: source.lines.map((line) => (line.dueDay === null ? line : { ...line, dueDay: afterMonthEnd(line.day, daysOf.get(line.productClass) ?? 0) })) };
}

function renumber(source: Source, ours: keyof typeof NUMBERINGS, theirs: keyof typeof THEIR_NUMBERINGS): Source {
  const number = (text: string) => THEIR_NUMBERINGS[theirs](NUMBERINGS[ours](text));
  const line = (each: SourceLine): SourceLine => ({ ...each, document: number(each.document), reference: number(each.reference), memo: number(each.memo) });
  return { ...source, lines: source.lines.map(line) };
}

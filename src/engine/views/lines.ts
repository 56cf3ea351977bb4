import { say, type Language } from '../../texts';
import { entryAt, type Books, type EntryIndex, type Side, type SheetIssue } from '../../ledger/books';
import type { IssueView, LineView } from '../session';

export function lineView(books: Books, side: Side, index: EntryIndex): LineView {
  const { sheet, row, day, kind, kindText, document, references, memo, amountMinor, currency } = entryAt(books, side, index);
  return { side, sheet, row, day, kind, kindText, document, references, memo, amountMinor, currency };
}

export function lineViews(books: Books, ours: readonly EntryIndex[], theirs: readonly EntryIndex[]): LineView[] {
  return [...ours.map((i) => lineView(books, 'ours', i)), ...theirs.map((i) => lineView(books, 'theirs', i))];
}

export function issueView(issue: SheetIssue, language: Language): IssueView {
  const { severity, sheet, row, column, message } = issue;
  return { severity, sheet, row, column, text: say(message, language) };
}

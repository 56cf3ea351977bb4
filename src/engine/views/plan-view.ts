/** The collection plan as the pane lists it. */
import { say, type Language } from '../../texts';
import type { Books } from '../../ledger/books';
import type { PlanRow } from '../../collection/plan';
import type { Result } from '../../reports/result';
import type { PlanRowView, PlanView } from '../session';

/** `settings` are those under which the plan was made: the what-if starts from them. */
export function planView({ books, plan, aged, settings }: Pick<Result, 'books' | 'plan' | 'aged' | 'settings'>, language: Language): PlanView {
  const { weights, repCount } = settings.collection;
  return { rows: plan.rows.map((row) => planRowView(books, row, language)), weights, repCount, expectedCash: plan.expectedCash ?? aged.expectedCash };
}

export function planRowView(books: Books, row: PlanRow, language: Language): PlanRowView {
  const { rank, customer, currency, rep, region, action, day, askMinor, openMinor, overdueMinor, points } = row;
  return {
    rank, customer, currency, rep, region, action, day, askMinor, openMinor, overdueMinor, points,
    name: books.customers[customer].name,
    actionText: say({ code: `action.${action}` }, language),
    class: row.class,
    parts: row.parts.map((part) => ({ factor: part.factor, points: part.points, text: say(part.text, language) })),
  };
}

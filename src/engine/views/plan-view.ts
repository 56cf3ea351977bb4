/** The collection plan as the pane lists it. */
import { say, type Language } from '../../texts';
import type { Books } from '../../ledger/books';
import type { Aged } from '../../aging/aged';
import type { Plan, PlanRow } from '../../collection/plan';
import type { PlanRowView, PlanView } from '../session';

export function planView(books: Books, plan: Plan, aged: Aged, language: Language): PlanView {
  return { rows: plan.rows.map((row) => planRowView(books, row, language)), expectedCash: plan.expectedCash ?? aged.expectedCash };
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

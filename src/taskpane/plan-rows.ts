/** Filters over the plan's rows, and how far a row moved under other settings. */
import type { PlanRowView } from '../engine';
import { formatIsoDay, mondayOf } from '../units/day';
import type { DaySerial } from '../units/units';
import type { PlanFilters } from './state';

export const FILTER_NAMES = ['rep', 'class', 'region', 'action', 'week'] as const satisfies readonly (keyof PlanFilters)[];
export type FilterName = (typeof FILTER_NAMES)[number];

const VALUE_OF: Readonly<Record<FilterName, (row: PlanRowView) => string>> = {
  rep: (row) => row.rep,
  class: (row) => row.class,
  region: (row) => row.region,
  action: (row) => row.action,
  week: (row) => weekOf(row.day),
};

/** The Monday of a day's week, as text: reps plan in working weeks. */
export function weekOf(day: DaySerial): string {
  return formatIsoDay(mondayOf(day));
}

export function filteredRows(rows: readonly PlanRowView[], filters: PlanFilters): readonly PlanRowView[] {
  return rows.filter((row) => FILTER_NAMES.every((name) => filters[name] === '' || VALUE_OF[name](row) === filters[name]));
}

/** What a filter can be set to: every value that a row has, an action by its text. */
export function filterChoices(rows: readonly PlanRowView[], name: FilterName): readonly { value: string; label: string }[] {
  const labels = new Map<string, string>();
  for (const row of rows) {
    const value = VALUE_OF[name](row);
    if (value !== '') labels.set(value, name === 'action' ? row.actionText : value);
  }
  const choices = [...labels].map(([value, label]) => ({ value, label }));
  return choices.sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
}

/** Places gained (positive) or lost, by `customer|currency`. */
export function rankMoves(before: readonly PlanRowView[], after: readonly PlanRowView[]): ReadonlyMap<string, number> {
  const keyOf = (row: PlanRowView) => `${row.customer}|${row.currency}`;
  const rankBefore = new Map(before.map((row) => [keyOf(row), row.rank]));
  return new Map(after.map((row) => [keyOf(row), (rankBefore.get(keyOf(row)) ?? row.rank) - row.rank]));
}

/** Filters over the plan, and how far a row moves under other weights. */
import fc from 'fast-check';
import { filterChoices, FILTER_NAMES, filteredRows, rankMoves, weekOf } from '../../src/taskpane/plan-rows';
import { NO_FILTERS } from '../../src/taskpane/state';
import { day, planRowsOf, wordsOf } from './support/sample-views';

const rows = planRowsOf(wordsOf('en'));

it('begins a week on its Monday', () => {
  expect(weekOf(day('2026-10-12'))).toBe('2026-10-12');
  expect(weekOf(day('2026-10-18'))).toBe('2026-10-12');
  expect(weekOf(day('2026-10-19'))).toBe('2026-10-19');
});

it('shows everybody where nothing is chosen', () => {
  expect(filteredRows(rows, NO_FILTERS)).toEqual(rows);
});

it('shows whom all filters fit', () => {
  expect(filteredRows(rows, { ...NO_FILTERS, rep: 'A. Hughes' }).map((row) => row.rank)).toEqual([1, 2]);
  expect(filteredRows(rows, { ...NO_FILTERS, rep: 'A. Hughes', class: 'doubtful' }).map((row) => row.rank)).toEqual([1]);
  expect(filteredRows(rows, { ...NO_FILTERS, week: '2026-10-19' }).map((row) => row.rank)).toEqual([3]);
});

it('offers each value once, an action by its words', () => {
  expect(filterChoices(rows, 'rep').map(({ value }) => value)).toEqual(['A. Hughes', 'P. Marsh']);
  expect(filterChoices(rows, 'action')).toContainEqual({ value: 'demand-letter', label: 'Demand letter' });
});

it('offers no filter that would show nobody', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FILTER_NAMES), (name) => {
      for (const { value } of filterChoices(rows, name)) expect(filteredRows(rows, { ...NO_FILTERS, [name]: value }).length).toBeGreaterThan(0);
    }),
  );
});

it('tells how many places a customer gains or loses', () => {
  const [first, second, third] = rows;
  const moves = rankMoves(rows, [{ ...third, rank: 1 }, { ...first, rank: 2 }, { ...second, rank: 3 }]);
  expect([...moves.values()]).toEqual([2, -1, -1]);
});

/**
 * Known trade printed in many layouts must be read and matched as it was booked, whatever the layout. A choice
 * of all combinations; `npx tsx test/layouts/main.ts` examines every one.
 */
import { EXAMINATIONS } from './combinations';
import { examine, type Verdict } from './examine';
import { NOISES } from './noise';
import { ENGLISH_NAMES, simulated } from './source';

const chinese = simulated(7, NOISES.easy, undefined, 3, 4);
const english = simulated(11, NOISES.easy, ENGLISH_NAMES, 5);

function asked({ precision, recall, categories, balances, identity, due, refused, wrong }: Verdict) {
  return { precise: precision >= 0.998, complete: recall >= 0.97, categories: categories >= 0.95, balances, identity, due, refused, wrong: wrong.filter((each) => !each.startsWith('category')) };
}

const RIGHT = { precise: true, complete: true, categories: true, balances: 1, identity: 1, due: 1, refused: [], wrong: [] };

test.each(Object.entries(EXAMINATIONS).filter(([name]) => /^(ours|theirs|both|names|dates|terms)/.test(name)))('%s', async (_, examination) => {
  expect(asked(await examine(chinese, examination))).toEqual(RIGHT);
});

test.each(Object.entries(EXAMINATIONS).filter(([name]) => /^(both|names on tabs|numbers .*as_is$|meaningless|not at|used range|no customer|terms|hidden)/.test(name)))('with English names: %s', async (_, examination) => {
  expect(asked(await examine(english, examination))).toEqual(RIGHT);
});

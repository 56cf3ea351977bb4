// npm run mutate [-- ROOM... --one-in N --seed S]: changes a room's code in every way that its tests ought to notice, and
// counts those they do. A room is judged by its own tests alone: a rule of the trade is shown where it lives. With
// `--one-in`, a random sample of the changes stands for all of them, with the interval in which the whole lies.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const ROOMS = ['matching', 'settlement', 'aging', 'collection'];
const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'one-in': { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } } });
const rooms = positionals.length > 0 ? positionals : ROOMS;
const unknown = rooms.filter((room) => !ROOMS.includes(room));
if (unknown.length > 0) {
  console.error(`No such room: ${unknown.join(', ')}. Rooms: ${ROOMS.join(', ')}.`);
  process.exit(2);
}
Object.assign(process.env, { MUTANTS_ONE_IN: values['one-in'], MUTANTS_SEED: values.seed });
const { isInSample } = await import('./sample.mjs');

/** Of the mutants that were tried. Those that no test reaches count as not noticed. */
function scoreOf(room) {
  const { files } = JSON.parse(readFileSync(`coverage/mutants-${room}.json`, 'utf8'));
  const all = Object.entries(files).flatMap(([path, { mutants }]) => mutants.map((mutant) => ({ ...mutant, path })));
  const tried = all.filter(isInSample);
  const counts = {};
  for (const { status } of tried) counts[status] = (counts[status] ?? 0) + 1;
  const { Killed = 0, Timeout = 0, Survived = 0, NoCoverage = 0 } = counts;
  const total = Killed + Timeout + Survived + NoCoverage;
  const share = (Killed + Timeout) / total;
  // Twice the standard error of a share, less for a large part of the whole.
  const marginPercent = 196 * Math.sqrt(((share * (1 - share)) / total) * (1 - total / all.length));
  const sample = total < all.length ? `, a sample of ${all.length}: ${(100 * share - marginPercent).toFixed(1)} to ${(100 * share + marginPercent).toFixed(1)} % of all in 95 of 100 samples` : '';
  return `${room}: ${(100 * share).toFixed(1)} % of ${total} mutants noticed (${Killed} by a failing test, ${Timeout} by running without end), ${Survived} survived, ${NoCoverage} in code that no test of the room runs${sample}`;
}

const lines = rooms.map((room) => {
  const { status } = spawnSync('npx', ['stryker', 'run', '.config/stryker.mjs'], { stdio: 'inherit', env: { ...process.env, MUTATED_ROOM: room } });
  return status === 0 ? scoreOf(room) : `${room}: Stryker stopped with exit code ${status}`;
});
console.log(`\n${lines.join('\n')}`);

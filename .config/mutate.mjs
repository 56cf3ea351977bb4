// npm run mutate [-- ROOM...]: changes a room's code in every way that its tests ought to notice, and counts those
// they do. A room is judged by its own tests alone: a rule of the trade is shown where it lives.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const ROOMS = ['matching', 'settlement', 'aging', 'collection'];
const rooms = process.argv.length > 2 ? process.argv.slice(2) : ROOMS;
const unknown = rooms.filter((room) => !ROOMS.includes(room));
if (unknown.length > 0) {
  console.error(`No such room: ${unknown.join(', ')}. Rooms: ${ROOMS.join(', ')}.`);
  process.exit(2);
}

/** Of the mutants that tests could notice: those that do not compile or only run out of the tests' sight are told apart. */
function scoreOf(room) {
  const { files } = JSON.parse(readFileSync(`coverage/mutants-${room}.json`, 'utf8'));
  const counts = {};
  for (const { status } of Object.values(files).flatMap((file) => file.mutants)) counts[status] = (counts[status] ?? 0) + 1;
  const { Killed = 0, Timeout = 0, Survived = 0, NoCoverage = 0 } = counts;
  const total = Killed + Timeout + Survived + NoCoverage;
  return `${room}: ${(((Killed + Timeout) / total) * 100).toFixed(1)} % of ${total} mutants noticed (${Killed} by a failing test, ${Timeout} by running without end), ${Survived} survived, ${NoCoverage} in code that no test of the room runs`;
}

const lines = rooms.map((room) => {
  const { status } = spawnSync('npx', ['stryker', 'run', '.config/stryker.mjs'], { stdio: 'inherit', env: { ...process.env, MUTATED_ROOM: room } });
  return status === 0 ? scoreOf(room) : `${room}: Stryker stopped with exit code ${status}`;
});
console.log(`\n${lines.join('\n')}`);

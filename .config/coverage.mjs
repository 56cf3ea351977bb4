// npm run -s coverage [-- JEST OPTIONS...]: how much of each room's code the tests in Node run. The browser's tests, which
// run the pane as it is built, are not counted.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const { status } = spawnSync('npx', ['jest', '--config', '.config/jest.cjs', '--selectProjects', 'node', '--testTimeout=600000', '--maxWorkers=2', '--coverage', '--coverageReporters=json-summary', '--collectCoverageFrom=src/**/*.{ts,tsx}', ...process.argv.slice(2)], { stdio: ['ignore', 'ignore', 'inherit'] });

const rooms = new Map();
const add = (room, { lines, branches }) => {
  const sums = rooms.get(room) ?? { lines: { covered: 0, total: 0 }, branches: { covered: 0, total: 0 } };
  for (const [name, { covered, total }] of [['lines', lines], ['branches', branches]]) {
    sums[name].covered += covered;
    sums[name].total += total;
  }
  rooms.set(room, sums);
};
for (const [file, figures] of Object.entries(JSON.parse(readFileSync('coverage/coverage-summary.json', 'utf8')))) {
  if (file === 'total') continue;
  add(relative('src', file).split('/')[0], figures);
  add('all', figures);
}
const percent = ({ covered, total }) => `${((100 * covered) / Math.max(1, total)).toFixed(1)} % of ${total}`.padStart(17);
console.log(`${'room'.padEnd(14)}${'lines'.padStart(17)}${'branches'.padStart(17)}`);
for (const [room, { lines, branches }] of [...rooms].sort(([a], [b]) => Number(a === 'all') - Number(b === 'all') || (a < b ? -1 : 1))) console.log(`${room.padEnd(14)}${percent(lines)}${percent(branches)}`);
process.exitCode = status ?? 1;

/** Every text the sheets can ask for is there: those that small results never reach, too. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SHEET_ROLES } from '../../src/ledger/books';
import { LEVERS } from '../../src/collection/plan';
import { LANGUAGES, say } from '../../src/texts';

const folder = join(__dirname, '../../src/reports');
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');

const literal = [...source.matchAll(/(?:report|own)\.t\('([^']+)'/g)].map(([, code]) => code);
const needs = [...source.matchAll(/\{ need: '([^']+)'/g)].map(([, need]) => `need.${need}`);
const made = [
  ...needs, ...SHEET_ROLES.map((role) => `role.${role}`), ...LEVERS.map((lever) => `lever.${lever}`),
  ...['pending', 'kept', 'broken'].map((state) => `promise.${state}`), ...['error', 'warning', 'skipped', 'join', 'limit', 'written'].map((kind) => `issue.${kind}`),
  ...['us', 'them', 'both'].flatMap((actor) => [`actor.${actor}`, `statement.actor.${actor}`]), 'join.confirmed', 'join.suggested',
];

test('the sources name texts at all', () => expect([literal.length > 80, needs.length > 5]).toEqual([true, true]));

test.each([...new Set([...literal, ...made])])('reports.%s', (code) => {
  for (const language of LANGUAGES) expect(say({ code: `reports.${code}` }, language)).not.toBe('');
});

test.each([[1, '1 broken promise'], [2, '2 broken promises'], [0, '0 broken promises']])('%i: the word follows the number', (count, text) => {
  expect(say({ code: 'reports.need.promises', values: { count } }, 'en')).toBe(text);
});

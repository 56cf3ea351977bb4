/**
 * Prints a table: how well each layout is read and matched. `npx tsx test/layouts/main.ts [words of a name]...`
 * examines the combinations whose names hold all the words, and lists what is wrong when few are left.
 */
import { COMBINATIONS } from './combinations';
import { examine, type Verdict } from './examine';

const words = process.argv.slice(2);
const chosen = (await COMBINATIONS()).filter(({ name }) => words.every((word) => name.includes(word)));
const percent = (share: number) => (100 * share).toFixed(share === 1 ? 0 : 2).padStart(6);
const isFine = (verdict: Verdict) => verdict.precision >= 0.998 && verdict.recall >= 0.985 && verdict.categories >= 0.95 && verdict.balances === 1 && verdict.identity === 1 && verdict.due === 1;

console.log(`${'layout'.padEnd(78)} precis recall categ. balanc identi due`);
for (const { name, source, examination } of chosen) {
  const verdict = await examine(source, examination);
  const { precision, recall, categories, balances, identity, due } = verdict;
  console.log(`${isFine(verdict) ? ' ' : '!'} ${name.padEnd(76)} ${[precision, recall, categories, balances, identity, due].map(percent).join(' ')}`);
  if (verdict.refused.length > 0 || chosen.length <= 3) for (const line of [...verdict.refused.slice(0, 5), ...(chosen.length <= 3 ? [...verdict.issues, ...verdict.wrong].slice(0, 60) : [])]) console.log(`      ${line}`);
}

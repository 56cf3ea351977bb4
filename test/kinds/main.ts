/**
 * Prints a table of kinds of workbooks by noise, or with `--cases` of the shared workbooks in other clothes:
 * `npx tsx test/kinds/main.ts [--cases] [--held-out] [--rare] [--seeds N] [--from N] [--noise 1|2|3|hard|hard 2] [--list N] [words of a name]...`
 * `--rare` heads the columns with words that hardly anybody uses. Each row is the mean over the seeds; `!` marks what falls short. `--list` prints what is wrong, so many lines each.
 */
import { parseArgs } from 'node:util';
import { examinePrinted, isFine, printWorkbook, SHARES, type Verdict } from './examine';
import { examineMutant } from './mutants';
import { MUTATED_CASES, MUTATIONS } from './mutations';
import { HELD_OUT_KINDS, NOISES, WORKBOOK_KINDS } from './workbook-kinds';

const { values, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { cases: { type: 'boolean' }, 'held-out': { type: 'boolean' }, rare: { type: 'boolean' }, seeds: { type: 'string', default: '3' }, from: { type: 'string', default: '1' }, noise: { type: 'string' }, list: { type: 'string', default: '0' } },
});
const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => Number(values.from) + i);
const percent = (share: number) => (100 * share).toFixed(share === 1 ? 0 : 2).padStart(6);

function printRow(name: string, verdicts: readonly Verdict[], isHard: boolean): void {
  const shares = SHARES.map((key) => verdicts.reduce((sum, verdict) => sum + verdict[key], 0) / verdicts.length);
  console.log(`${verdicts.every((verdict) => isFine(verdict, isHard)) ? ' ' : '!'} ${name.padEnd(72)} ${shares.map(percent).join(' ')}`);
  for (const { refused, wrong, issues } of verdicts) for (const line of [...refused, ...issues, ...wrong].slice(0, Math.max(refused.length > 0 ? 2 : 0, Number(values.list)))) console.log(`      ${line}`);
}

console.log(`${'kind'.padEnd(74)} entrie  kinds precis recall categ. balanc identi    due settle   past`);
const isChosen = (name: string) => words.every((word) => name.includes(word));
if (values.cases) {
  for (const name of MUTATED_CASES) for (const mutation of Object.keys(MUTATIONS)) {
    if (!isChosen(`${name}: ${mutation}`)) continue;
    const verdicts: Verdict[] = [];
    for (const seed of seeds) verdicts.push(await examineMutant(name, mutation, seed));
    printRow(`${name}: ${mutation}`, verdicts, name.endsWith('hard'));
  }
} else {
  for (const [name, kind] of Object.entries(values['held-out'] ? HELD_OUT_KINDS : WORKBOOK_KINDS)) for (const [noise, noisiness] of Object.entries(NOISES)) {
    if (!isChosen(name) || (values.noise && values.noise !== noise)) continue;
    const verdicts: Verdict[] = [];
    for (const seed of seeds) verdicts.push(await examinePrinted(printWorkbook(kind, seed, noisiness, values.rare)));
    printRow(`${name} · ${noise}`, verdicts, noisiness.isHard);
  }
}

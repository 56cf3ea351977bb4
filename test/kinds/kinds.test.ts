/**
 * Workbooks of kinds that nobody here has seen, made anew from seeds: they must be read to the cent and matched as
 * surely as any. A choice; `npx tsx test/kinds/main.ts` examines every kind with every noise.
 */
import { examinePrinted, printWorkbook, type Verdict } from './examine';
import { examineMutant } from './mutants';
import { MUTATED_CASES } from './mutations';
import { HELD_OUT_KINDS, NOISES, WORKBOOK_KINDS } from './workbook-kinds';

const ALL_KINDS = { ...WORKBOOK_KINDS, ...HELD_OUT_KINDS };
const RIGHT = { entries: 1, balances: 1, identity: 1, due: 1, settled: 1, past: 1, isPrecise: true, isComplete: true, knowsKinds: true, refused: [] };

function asked({ entries, balances, identity, due, settled, past, precision, recall, kinds, refused }: Verdict) {
  return { entries, balances, identity, due, settled, past, isPrecise: precision >= 0.995, isComplete: recall >= 0.93, knowsKinds: kinds >= 0.96, refused };
}

test.each(Object.entries(ALL_KINDS).map(([name, kind], at) => [name, Object.keys(NOISES)[at % 5], kind] as const))('%s, noise %s', async (_, noise, kind) => {
  expect(asked(await examinePrinted(printWorkbook(kind, 101, NOISES[noise])))).toEqual(RIGHT);
});

test.each(['Kingdee blocks', 'Xero groups', 'Odoo groups', 'pages carried', 'Taiwan tables'])('headings that nobody uses: %s', async (word) => {
  const kind = Object.entries(WORKBOOK_KINDS).find(([name]) => name.includes(word))?.[1] as (typeof WORKBOOK_KINDS)[string];
  expect(asked(await examinePrinted(printWorkbook(kind, 101, NOISES['1'], true)))).toEqual(RIGHT);
});

if (MUTATED_CASES.length > 0) test.each(['much at once', 'all else at once', 'apart and renamed'])('a shared workbook in other clothes: %s', async (mutation) => {
  expect(asked(await examineMutant('acme-en', mutation, 101))).toEqual(RIGHT);
});

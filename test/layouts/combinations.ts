/** The workbooks that are examined: every layout against a plain one, and every way of writing against a few. */
import type { Examination } from './examine';
import { NOISES } from './noise';
import { OUR_LEDGERS } from './our-ledgers';
import { SHARED_CASES, sharedSource } from './shared-source';
import { ENGLISH_NAMES, simulated, type Source } from './source';
import { DATES, MONEY, NAMES, NUMBERINGS, THEIR_NUMBERINGS } from './styles';
import { THEIR_LEDGERS } from './their-ledgers';

export interface Combination {
  readonly name: string;
  readonly source: Source;
  readonly examination: Examination;
}

const keys = <T extends object>(of: T) => Object.keys(of) as (keyof T & string)[];
const PLAIN = { ours: 'plain cn', theirs: 'plain cn' } as const;

/** Every examination of layout and writing, to be run over any source. */
export const EXAMINATIONS: Readonly<Record<string, Examination>> = {
  ...Object.fromEntries(keys(OUR_LEDGERS).map((ours) => [`ours ${ours}`, { ours, theirs: 'plain cn' }])),
  ...Object.fromEntries(keys(THEIR_LEDGERS).map((theirs) => [`theirs ${theirs}`, { ours: 'plain cn', theirs }])),
  ...Object.fromEntries(keys(OUR_LEDGERS).map((ours, at) => [`both ${ours} / ${keys(THEIR_LEDGERS)[(at * 5 + 3) % keys(THEIR_LEDGERS).length]}`, { ours, theirs: keys(THEIR_LEDGERS)[(at * 5 + 3) % keys(THEIR_LEDGERS).length] }])),
  ...Object.fromEntries(keys(DATES).map((date) => [`dates ${date}`, { ...PLAIN, ourPrinting: { date }, theirPrinting: { date } }])),
  ...Object.fromEntries(keys(MONEY).map((money) => [`money ${money}`, { ...PLAIN, ourPrinting: { money }, theirPrinting: { money } }])),
  ...Object.fromEntries(keys(NAMES).map((name) => [`names ${name}`, { ours: 'plain cn', theirs: 'plain cn', theirPrinting: { name } }])),
  ...Object.fromEntries(keys(NAMES).map((name) => [`names on tabs ${name}`, { ours: 'stacked per customer', theirs: 'sheet per customer, name in the tab', theirPrinting: { name }, withoutCustomers: true }])),
  ...Object.fromEntries(keys(NUMBERINGS).flatMap((numbering) => keys(THEIR_NUMBERINGS).map((theirNumbering) => [`numbers ${numbering} / ${theirNumbering}`, { ...PLAIN, numbering, theirNumbering }]))),
  ...Object.fromEntries(keys(NUMBERINGS).map((numbering) => [`numbers in memos ${numbering}`, { ours: 'Kingdee vouchers, number in memo', theirs: 'numbers in the memo only', numbering }])),
  'meaningless sheet names': { ...PLAIN, ourPrinting: { isRenamed: true }, theirPrinting: { isRenamed: true } },
  'meaningless sheet names, theirs first': { ...PLAIN, ourPrinting: { isRenamed: true }, theirPrinting: { isRenamed: true }, order: 'reversed' },
  'meaningless names, signed both': { ours: 'signed amount en', theirs: 'two number columns and an order', ourPrinting: { isRenamed: true }, theirPrinting: { isRenamed: true } },
  'not at A1': { ...PLAIN, ourPrinting: { rowsBefore: 4, columnsBefore: 2 }, theirPrinting: { rowsBefore: 3, columnsBefore: 3 } },
  'used range not at A1': { ...PLAIN, ourPrinting: { rowsBefore: 4, columnsBefore: 2, offset: true }, theirPrinting: { rowsBefore: 3, columnsBefore: 3, offset: true } },
  'no customer list': { ...PLAIN, withoutCustomers: true },
  'terms in words': { ...PLAIN, terms: 'net' },
  'terms from the month end': { ...PLAIN, terms: 'month-end' },
  'both on one sheet, each with all customers': { ...PLAIN, onOneSheet: true },
  'both on one sheet, theirs in another layout': { ours: 'amount and direction', theirs: 'own columns in another order', onOneSheet: true },
  'both on one sheet, blocks over blocks': { ours: 'stacked per customer', theirs: 'stacked statements', onOneSheet: true },
  'hidden rows': { ...PLAIN, ourPrinting: { hidesRows: true }, theirPrinting: { hidesRows: true } },
};

export async function COMBINATIONS(): Promise<Combination[]> {
  const sources: Record<string, Source> = { simulated: simulated(7, NOISES.easy, undefined, 5) };
  for (const name of SHARED_CASES) sources[name] = await sharedSource(name);
  const english = simulated(11, NOISES.easy, ENGLISH_NAMES, 5);
  const list: Combination[] = Object.entries(sources).flatMap(([name, source]) => Object.entries(EXAMINATIONS).map(([said, examination]) => ({ name: `${name}: ${said}`, source, examination })));
  for (const [said, examination] of Object.entries(EXAMINATIONS)) list.push({ name: `english: ${said}`, source: english, examination });
  for (const [said, noise] of Object.entries(NOISES)) for (const seed of [1, 2, 3]) list.push({ name: `noise ${said} ${seed}`, source: simulated(seed * 31, noise), examination: PLAIN });
  return list;
}

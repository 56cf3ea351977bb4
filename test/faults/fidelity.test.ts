/** The page on fidelity is true: nothing is used that it does not list, its API sets are Microsoft's, and newer ones are asked for first. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createExcelHost, newWorkbook } from '../../src/preview/host';
import { WEB_REQUIREMENT_SETS } from '../../src/preview/host/host';
import { openOfficeWorkbook } from '../../src/workbook/office/office-workbook';
import { connectOfficeJs } from '../support/office-js';
import { resultsOf } from './support/content';
import { smallWorkbook } from './support/small-workbook';
import { tryRun } from './support/trial';

const root = path.join(__dirname, '../..');
const OFFICE = path.join(root, 'src/workbook/office');
/** What the manifest asks for. */
const REQUIRED = 9;

/** API set by member, `Range.values` → `1.1`, as the page has it. */
const page = new Map<string, string>(
  readFileSync(path.join(root, 'assets/docs/fidelity.md'), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, object, set]) => /^[A-Z]\w+$/.test(object ?? '') && /^1\.\d+$/.test(set ?? ''))
    .flatMap(([, object, set, members]) => members.split(', ').map((member): [string, string] => [`${object}.${member}`, set])),
);

/** Where the stand-in, or the wire, has another word for a member. */
const API_NAMES: Readonly<Record<string, string>> = {
  'Worksheet.gridlines': 'Worksheet.showGridlines',
  'Protection.protected': 'WorkbookProtection.protected',
  'ChartSeriesFormat.color': 'ChartLineFormat.color',
  'ChartSeriesFormat.setSolidColor': 'ChartFill.setSolidColor',
};
const apiName = (wireName: string) => API_NAMES[wireName] ?? wireName;
const minor = (set: string) => Number(set.split('.')[1]);

async function withEveryCall(member: (name: string) => string | null, sets: Readonly<Record<string, string>>) {
  const first = await tryRun(await smallWorkbook(), { member }, sets);
  const again = await tryRun(first.workbook, { member }, sets);
  return { first, again };
}

test('nothing is used that the page does not list', async () => {
  const used = new Set<string>();
  const member = (name: string) => {
    used.add(apiName(name));
    return null;
  };
  const { again } = await withEveryCall(member, WEB_REQUIREMENT_SETS);
  expect(again.state).toBe('done');
  // What only the user's own hand asks for.
  connectOfficeJs(createExcelHost({ workbook: newWorkbook('Ledger'), faults: { member } }));
  const port = openOfficeWorkbook();
  await port.select([{ sheet: 'Ledger', rowIndex: 1, columnIndex: 0, rowCount: 1, columnCount: 2 }]);
  await port.activate('Ledger');
  await port.remember({ language: 'en' });
  expect(used.size).toBeGreaterThan(100);
  expect([...used].filter((name) => !page.has(name))).toEqual([]);
}, 120_000);

test("the page's API sets are those of Microsoft's typings", () => {
  const sets = setsInTypings();
  const wrong = [...page].flatMap(([name, set]) => {
    const [object, member] = name.split('.');
    // A collection's items have no set of their own: they came with their object.
    const known = member === 'items' ? set : sets.get(name);
    return known === set ? [] : [`${object}.${member}: ${set}, not ${known}`];
  });
  expect(wrong).toEqual([]);
});

test('what came after the set that the manifest asks for is asked for at run time', () => {
  const sources = readdirSync(OFFICE).map((file) => readFileSync(path.join(OFFICE, file), 'utf8'));
  const newer = [...page].filter(([, set]) => minor(set) > REQUIRED);
  expect(newer.map(([name]) => name)).toContain('Range.getMergedAreasOrNullObject');
  for (const [name, set] of newer) expect([name, sources.some((source) => source.includes(name.split('.')[1]) && source.includes(`hasExcelApi('${set}')`))]).toEqual([name, true]);
});

test.each(['1.9', '1.14', '1.17'])('an Excel of API set %s runs the whole job, twice, to the same sheets', async (has) => {
  const member = (name: string) => (minor(page.get(apiName(name)) ?? '1.99') > minor(has) ? 'ApiNotFound' : null);
  const { first, again } = await withEveryCall(member, { ...WEB_REQUIREMENT_SETS, ExcelApi: has });
  expect([first.state, first.problem, again.state, again.problem]).toEqual(['done', null, 'done', null]);
  expect(resultsOf(again.workbook).tabs).toHaveLength(17);
}, 120_000);

/** `[Api set: ExcelApi 1.7]` of every member of every class. */
function setsInTypings(): ReadonlyMap<string, string> {
  const typings = readFileSync(path.join(root, 'node_modules/@types/office-js/index.d.ts'), 'utf8');
  const excel = typings.slice(typings.indexOf('declare namespace Excel {'));
  const sets = new Map<string, string>();
  let object = '';
  let comment = '';
  for (const [, text, type, member] of excel.matchAll(/\/\*\*([\s\S]*?)\*\/|\n {4}(?:class|interface) (\w+)|\n {8}(?:readonly )?(\w+)(?=[?]?[:(<])/g)) {
    if (text !== undefined) comment = text;
    else if (type !== undefined) object = type;
    else {
      const set = /\[Api set: ExcelApi ([\d.]+)/.exec(comment)?.[1];
      if (set && !sets.has(`${object}.${member}`)) sets.set(`${object}.${member}`, set);
      comment = '';
    }
  }
  return sets;
}

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openXlsxWorkbook } from '../../src/workbook/xlsx/open-xlsx';

const root = path.join(__dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'duesheet-'));
const inFolder = (name: string) => path.join(folder, name);
const sample = path.join(root, 'assets/sample-en.xlsx');

function reconcile(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...words], { cwd: root, encoding: 'utf8', env: { ...process.env, LC_ALL: 'en_US.UTF-8' } });
  return { status, stdout, stderr };
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run reconcile', () => {
  it('writes the result beside the sheets that were there, the JSON by the contract, and a summary', async () => {
    const { status, stdout, stderr } = reconcile(sample, '--out', inFolder('result.xlsx'), '--json', inFolder('result.json'), '--customer', 'Granite Trading Ltd');
    expect([status, stderr]).toEqual([0, expect.stringContaining('Matching')]);
    expect(stdout).toContain('As of 2026-06-30');
    expect(stdout).toContain('Granite Trading Ltd');
    const json = JSON.parse(readFileSync(inFolder('result.json'), 'utf8'));
    expect(json).toMatchObject({ schema: 1, asOf: '2026-06-30' });
    expect(json.customers.find((each: { customer: string }) => each.customer === 'Granite Trading Ltd')).toMatchObject({ currency: 'USD', ours: { closing: 1411045.81 }, theirs: { closing: 1376829.81 } });
    const before = await (await openXlsxWorkbook(readFileSync(sample))).listSheets();
    const after = await (await openXlsxWorkbook(readFileSync(inFolder('result.xlsx')))).listSheets();
    expect(after.filter((sheet) => sheet.resultKey === null).map((sheet) => sheet.name)).toEqual(before.map((sheet) => sheet.name));
    expect(after.map((sheet) => sheet.resultKey)).toEqual(expect.arrayContaining(['reconciliation', 'matches', 'plan', 'settings', 'statement:Granite Trading Ltd']));
  });

  it('writes a statement for each customer of that name into the folder, in the form asked for', async () => {
    const { status, stdout } = reconcile(sample, '--statements', inFolder('statements/june'), '--statement-form', 'open-item', '--customer', 'Beacon');
    expect([status, stdout]).toEqual([0, expect.stringContaining('3 statements in')]);
    expect(readdirSync(inFolder('statements/june')).sort()).toEqual(['Beacon Appliances Ltd 2026-06-30.xlsx', 'Beacon Home Ltd 2026-06-30.xlsx', 'Beacon Trading LLC 2026-06-30.xlsx']);
    const statement = await openXlsxWorkbook(readFileSync(inFolder('statements/june/Beacon Home Ltd 2026-06-30.xlsx')));
    expect((await statement.listSheets()).map((sheet) => sheet.resultKey)).toEqual(['statement:Beacon Home Ltd']);
  });

  it.each([
    [['--nonsense', sample], '--nonsense'],
    [[], 'Name one workbook'],
    [[sample, '--as-of', '30/06/2026'], '2026-09-30'],
    [[sample, '--lang', 'fr'], 'zh-TW'],
    [[sample, '--sheet', 'AR Ledger=ours'], 'our-ledger'],
    [[sample, '--statement-form', 'pretty'], 'open-item'],
    [['book.xlsm', '--out', 'result.xlsx'], 'let result.xlsx end in .xlsm'],
    [[sample, '--out', 'result.xlsm'], 'let result.xlsm end in .xlsx'],
    [[sample, '--customer', 'Nobody Inc', '--json', inFolder('never.json')], 'Granite Trading Ltd'],
  ])('says what is wrong with %j and exits 2', (words, hint) => {
    const { status, stdout, stderr } = reconcile(...words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(hint);
    expect(existsSync(inFolder('never.json'))).toBe(false);
  });

  it('says on --help how it is used', () => {
    const { status, stdout, stderr } = reconcile('--help');
    expect([status, stderr]).toEqual([0, '']);
    const [, section] = /\n## From the command line\n(.*?)\n## /s.exec(readFileSync(path.join(root, 'README.md'), 'utf8'))!;
    const optionsIn = (text: string) => [...new Set(text.match(/--[a-z][a-z-]*/g))].sort();
    expect(optionsIn(stdout)).toEqual(optionsIn(section));
  });

  it('says everything in the language asked for, refusals too', () => {
    writeFileSync(inFolder('text.xlsx'), 'no workbook');
    expect(reconcile(inFolder('text.xlsx'), '--lang', 'zh-TW').stderr).toContain('未寫入任何內容');
  });

  it('says where --sheet names no sheet', () => {
    const { status, stderr } = reconcile(sample, '--sheet', 'AR Legder=our-ledger');
    expect([status, stderr]).toEqual([0, expect.stringContaining('There is no sheet "AR Legder"')]);
    expect(stderr).toContain('AR Ledger');
  });

  it('refuses to write over the ledgers, but renews a result in place', () => {
    const own = inFolder('own.xlsx');
    writeFileSync(own, readFileSync(sample));
    const link = inFolder('link.xlsx');
    symlinkSync(own, link);
    for (const words of [['--out', own], ['--out', link], ['--json', own]]) {
      const refused = reconcile(own, ...words);
      expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('would be written over a workbook that is read')]);
      expect(readFileSync(own).equals(readFileSync(sample))).toBe(true);
    }
    const result = inFolder('renewed.xlsx');
    expect(reconcile(own, '--out', result).status).toBe(0);
    expect(reconcile(result, '--out', result).status).toBe(0);
  });

  it('refuses to write a statement over the ledgers', () => {
    const own = inFolder('Granite Trading Ltd 2026-06-30.xlsx');
    writeFileSync(own, readFileSync(sample));
    expect(reconcile(own, '--statements', folder, '--customer', 'Granite Trading Ltd').status).toBe(2);
    expect(readFileSync(own).equals(readFileSync(sample))).toBe(true);
  });

  it('exits 1 and writes nothing where the workbook cannot be read', () => {
    writeFileSync(inFolder('broken.xlsx'), 'not a workbook');
    for (const file of [inFolder('broken.xlsx'), inFolder('missing.xlsx')]) {
      const { status, stderr } = reconcile(file, '--json', inFolder('none.json'));
      expect([status, stderr]).toEqual([1, expect.stringContaining('Nothing was written')]);
    }
    expect(existsSync(inFolder('none.json'))).toBe(false);
  });
});

/** Many workbooks from one command line. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'duesheet-batch-'));
const inFolder = (...names: string[]) => path.join(folder, ...names);
const sample = path.join(root, 'assets/sample-en.xlsx');

jest.setTimeout(120_000);

function reconcile(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...words], { cwd: root, encoding: 'utf8', env: { ...process.env, LC_ALL: 'en_US.UTF-8' } });
  return { status, stdout, stderr };
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('reads a folder of workbooks, says at the end what failed and what does not balance, and exits 1', () => {
  mkdirSync(inFolder('in'));
  mkdirSync(inFolder('more'));
  copyFileSync(sample, inFolder('in/granite.xlsx'));
  copyFileSync(sample, inFolder('more/granite.xlsx'));
  writeFileSync(inFolder('in/broken.xlsx'), 'not a workbook');
  writeFileSync(inFolder('in/~$granite.xlsx'), 'a lock file');
  writeFileSync(inFolder('in/notes.txt'), 'notes');
  const { status, stdout, stderr } = reconcile(inFolder('in'), inFolder('more/granite.xlsx'), '--out-dir', inFolder('out'), '--as-of', '2026-05-31');
  expect(status).toBe(1);
  expect(stderr.trim().split('\n').map((line) => line.split(' ')[0])).toEqual(['1/3', '2/3', '3/3']);
  expect(stdout).toContain('3 workbooks: 2 done, 1 failed.');
  expect(stdout).toMatch(/Failed:\n.*broken\.xlsx\n {2}The file holds text/);
  expect(readdirSync(inFolder('out')).sort()).toEqual(['granite (2).json', 'granite (2).xlsx', 'granite.json', 'granite.xlsx']);
  const result = JSON.parse(readFileSync(inFolder('out/granite.json'), 'utf8'));
  expect(result.asOf).toBe('2026-05-31');
  const unexplained = result.customers.filter((each: { reconcilingItems: { category: string }[] }) => each.reconcilingItems.some((item) => item.category === 'unexplained'));
  expect(stdout.includes('Do not balance')).toBe(unexplained.length > 0);
  for (const { customer } of unexplained) expect(stdout).toContain(customer);
});

it('exits 0 where all are done', () => {
  const { status, stdout } = reconcile(sample, '--out-dir', inFolder('one'));
  expect([status, stdout]).toEqual([0, expect.stringContaining('1 workbook: 1 done, 0 failed.')]);
});

it('tells of a failure in the language asked for, without the steps before it', () => {
  const { status, stdout } = reconcile(sample, '--out-dir', inFolder('spoken'), '--lang', 'zh-CN', '--customer', 'Nobody Inc');
  expect([status, stdout]).toEqual([1, expect.stringContaining('没有名为“Nobody Inc”的客户')]);
  expect(stdout).toContain('失败：');
  expect(stdout).not.toContain('读取账簿');
});

it('gives each result a name of its own, whatever the workbooks are called', () => {
  for (const name of ['one/book.xlsx', 'two/book.xlsx', 'two/book (2).xlsx']) {
    mkdirSync(path.dirname(inFolder('named', name)), { recursive: true });
    copyFileSync(sample, inFolder('named', name));
  }
  copyFileSync(sample, inFolder('named/one/macros.xlsm'));
  expect(reconcile(inFolder('named/one/macros.xlsm'), inFolder('named/one'), inFolder('named/two/book.xlsx'), inFolder('named/two/book (2).xlsx'), '--out-dir', inFolder('named/out')).status).toBe(0);
  expect(readdirSync(inFolder('named/out')).filter((name) => !name.endsWith('.json')).sort()).toEqual(['book (2) (2).xlsx', 'book (2).xlsx', 'book.xlsx', 'macros.xlsm']);
});

it('never writes the result of one workbook over another that it is to read', () => {
  mkdirSync(inFolder('theirs'));
  writeFileSync(inFolder('theirs/sample-en.xlsx'), 'ledgers of another');
  const { status, stderr } = reconcile(sample, inFolder('theirs'), '--out-dir', inFolder('theirs'));
  expect([status, stderr]).toEqual([2, expect.stringContaining('would be written over a workbook that is read')]);
  expect(readFileSync(inFolder('theirs/sample-en.xlsx'), 'utf8')).toBe('ledgers of another');
});

it.each([
  [[sample, sample], '--out-dir'],
  [[inFolder('empty'), '--out-dir', inFolder('never')], 'no .xlsx workbook'],
  [[sample, '--out-dir', inFolder('never'), '--json', 'x.json'], '--json is for one workbook'],
  [[sample, '--out-dir', inFolder('never'), '--lang', 'fr'], 'zh-TW'],
])('says what is wrong with %j and exits 2', (words, hint) => {
  mkdirSync(inFolder('empty'), { recursive: true });
  const { status, stdout, stderr } = reconcile(...words);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(hint);
  expect(existsSync(inFolder('never'))).toBe(false);
});

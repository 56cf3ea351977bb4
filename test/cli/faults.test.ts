/** What can go wrong around the command line: it says what, in three languages, and leaves every file as it was. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { zipSync } from 'fflate';
import { CannotWrite, writeTogether } from '../../src/cli/write-together';

const root = path.join(__dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'duesheet-'));
const inFolder = (name: string) => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OLD = 'the result of last month';

let ledger: string;
beforeAll(async () => {
  ledger = inFolder('ledger.xlsx');
  const rows = [['Date', 'Doc No', 'Customer', 'Type', 'Debit', 'Credit'], [46023, 'INV-1', 'North Ltd', 'Invoice', 100, null], [46054, 'INV-2', 'North Ltd', 'Invoice', 60.5, null], [46060, 'REC-1', 'North Ltd', 'Payment', null, 100]];
  writeFileSync(ledger, (await writeXlsx({ sheets: [{ name: 'AR Ledger', rows }] })) as Uint8Array);
});

function reconcile(words: readonly string[], { before = [], language = 'en_US' }: { readonly before?: readonly string[]; readonly language?: string } = {}) {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', ...before.flatMap((file) => ['--import', path.join(__dirname, 'support', file)]), 'src/cli/main.ts', ...words], { cwd: root, encoding: 'utf8', env: { ...process.env, LC_ALL: `${language}.UTF-8` } });
  return { status, signal, stdout, stderr };
}

const partsLeft = () => readdirSync(folder).filter((name) => name.endsWith('.part'));

describe('the disk', () => {
  test.each([['en_US', 'no room left on the disk'], ['zh_CN', '磁盘空间不足'], ['zh_TW', '磁碟空間不足']])('full, in %s: exit 1, the old results as they were, nothing half written', (language, words) => {
    const [out, json] = [inFolder('result.xlsx'), inFolder('result.json')];
    for (const file of [out, json]) writeFileSync(file, OLD);
    const { status, stdout, stderr } = reconcile([ledger, '--out', out, '--json', json], { before: ['full-disk.mjs'], language });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(words);
    expect(stderr).toContain(out);
    expect([readFileSync(out, 'utf8'), readFileSync(json, 'utf8'), partsLeft()]).toEqual([OLD, OLD, []]);
  });

  test('full, in truth: what the system says of /dev/full', async () => {
    const [first, second] = [inFolder('first.txt'), inFolder('second.txt')];
    writeFileSync(first, OLD);
    symlinkSync('/dev/full', `${second}.part`);
    const error = await writeTogether([{ path: first, content: () => 'new' }, { path: second, content: () => 'x'.repeat(100_000) }]).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CannotWrite);
    expect(error).toMatchObject({ path: second, cause: { code: 'ENOSPC' } });
    expect([readFileSync(first, 'utf8'), existsSync(second), partsLeft()]).toEqual([OLD, false, []]);
  });

  test('a content that fails, a folder that is missing, a target that is a folder: all files stay as they were', async () => {
    const kept = inFolder('kept.txt');
    writeFileSync(kept, OLD);
    mkdirSync(inFolder('a-folder'));
    const fine = { path: kept, content: () => 'new' };
    await expect(writeTogether([fine, { path: inFolder('never.txt'), content: () => Promise.reject(new Error('no content')) }])).rejects.toThrow('no content');
    await expect(writeTogether([fine, { path: inFolder('nowhere/never.txt'), content: () => 'x' }])).rejects.toMatchObject({ cause: { code: 'ENOENT' } });
    await expect(writeTogether([fine, { path: inFolder('a-folder'), content: () => 'x' }])).rejects.toMatchObject({ cause: { code: 'EISDIR' } });
    expect([readFileSync(kept, 'utf8'), existsSync(inFolder('never.txt')), partsLeft()]).toEqual([OLD, false, []]);
    await writeTogether([fine]);
    expect([readFileSync(kept, 'utf8'), partsLeft()]).toEqual(['new', []]);
  });
});

test('killed when the result is about to be put in place: the old one is whole', () => {
  const out = inFolder('killed.xlsx');
  writeFileSync(out, OLD);
  const { signal } = reconcile([ledger, '--out', out], { before: ['killed.mjs'] });
  expect([signal, readFileSync(out, 'utf8')]).toEqual(['SIGKILL', OLD]);
  // Running again works, over what the killed run left beside it.
  expect(reconcile([ledger, '--out', out]).status).toBe(0);
  expect([readFileSync(out).subarray(0, 2).toString(), partsLeft()]).toEqual(['PK', []]);
});

test('a folder that cannot be written to: exit 1, in words', () => {
  const { status, stderr } = reconcile([ledger, '--out', path.join(ledger, 'result.xlsx')]);
  expect([status, stderr]).toEqual([1, expect.stringContaining('may not be written')]);
});

describe('a file that is no workbook', () => {
  const files: Readonly<Record<string, () => Promise<Uint8Array>>> = {
    encrypted: async () => (await writeXlsx({ sheets: [{ name: 'S', rows: [['x']] }], encryption: { password: 'secret', spinCount: 10 } })) as Uint8Array,
    xls: async () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2048)]),
    csv: async () => Buffer.from('Date,No,Amount\r\n'.repeat(100)),
    cut: async () => readFileSync(ledger).subarray(0, 1500),
    bomb: async () => zipSync({ 'xl/workbook.xml': new Uint8Array(40_000_000) }),
  };
  test.each([
    ['encrypted', 'en_US', 'protected by a password'], ['xls', 'en_US', 'before 2007'], ['csv', 'en_US', 'not a workbook'], ['cut', 'en_US', 'cannot be read'], ['bomb', 'en_US', 'too large'], ['missing', 'en_US', 'There is no file'],
    ['encrypted', 'zh_CN', '打开密码'], ['csv', 'zh_TW', '文字'],
  ])('%s, in %s: exit 1 and what to do; nothing is written', async (kind, language, words) => {
    const file = inFolder(`${kind}.xlsx`);
    if (kind !== 'missing') writeFileSync(file, await files[kind]());
    const out = inFolder(`${kind}-${language}-result.xlsx`);
    const { status, stdout, stderr } = reconcile([file, '--out', out], { language });
    expect([status, stdout, existsSync(out), partsLeft()]).toEqual([1, '', false, []]);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/\n\s+at |\{\w+\}/);
  });
});

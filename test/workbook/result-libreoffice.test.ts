/** LibreOffice calculates a whole result anew: every formula gives the value it carries, and nothing is an error. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recalculated, resultOf, type Recalculated } from '../formulas/recalculate';
import { LIBREOFFICE_TIMEOUT_MS } from '../support/libreoffice';

jest.setTimeout(2 * LIBREOFFICE_TIMEOUT_MS);

describe.each([['sample-zh-CN.xlsx', 'activity'], ['sample-en.xlsx', 'open-item']] as const)('the result of %s, statements by %s', (sample, form) => {
  let result: Recalculated;

  beforeAll(async () => {
    result = await recalculated(await resultOf(new Uint8Array(readFileSync(join(__dirname, '../../assets', sample))), form));
  });

  test('has formulas by the hundred', () => expect(result.formulas).toBeGreaterThan(500));
  test('comes back with the same value in every cell', () => expect(result.changed).toEqual([]));
  test('has no error in any cell', () => expect(result.errors).toEqual([]));
});

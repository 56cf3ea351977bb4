/** Numbers read quickly are the numbers that the matching room reads. */
import fc from 'fast-check';
import { numbersOfDocument } from '../../src/matching/references';
import { NumberTable } from '../../src/settlement/number-table';

const written = fc.tuple(fc.constantFrom('', 'XS', 'INV', 'A', 'xs', '单'), fc.constantFrom('', '-', ' ', '--'), fc.constantFrom('', '0', '000'), fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.constantFrom('', '', '', '-01', 'B'))
  .map(([letters, sign, zeros, digits, tail]) => `${letters}${sign}${zeros}${digits}${tail}`);

test('a text of the usual form is the number it would be read as with care; any other is left to that', () => {
  fc.assert(fc.property(written, (text) => {
    const table = new NumberTable(0);
    const id = table.internPlain(text);
    if (id >= 0) expect(table.at(id)).toEqual(numbersOfDocument(text)[0]);
    else expect(text).not.toMatch(/^[A-Z]*[- ]?\d{1,15}$/);
  }), { numRuns: 1000 });
});

test.each([
  ['XS-000103', 'XS', '103'], ['XS 103', 'XS', '103'], ['XS103', 'XS', '103'], ['A9', 'A', '9'], ['Z0', 'Z', '0'], ['103', '', '103'], ['000', '', '0'], ['-103', '', '103'], ['INV123456789012345', 'INV', '123456789012345'],
])('%s is read quickly', (text, prefix, digits) => {
  const table = new NumberTable(0);
  table.intern({ prefix: 'OTHER', digits: '7' });
  expect(table.at(table.internPlain(text))).toEqual({ prefix, digits });
});

test.each(['', 'XS', 'XS-', 'XS--103', 'XS-103-01', 'XS-103B', 'xs-103', 'X/1', 'A:1', 'XS.103', '@1', '[1', 'INV1234567890123456', '单103'])('%p is left to be read with care', (text) => expect(new NumberTable(0).internPlain(text)).toBe(-1));

test('numbers as they are taken in: none is 0, letters alone and long digits are numbers too', () => {
  const table = new NumberTable(0);
  const ids = [{ prefix: '', digits: '' }, { prefix: 'OPEN', digits: '' }, { prefix: 'XS', digits: '12345678901234567890' }, { prefix: '', digits: '98765432109876543210' }, { prefix: 'XS', digits: '12345678901234567890' }].map((each) => table.intern(each));
  expect(ids).toEqual([0, 1, 2, 3, 2]);
  expect([1, 2, 3].map((id) => table.at(id))).toEqual([{ prefix: 'OPEN', digits: '' }, { prefix: 'XS', digits: '12345678901234567890' }, { prefix: '', digits: '98765432109876543210' }]);
  expect([table.withDigits('12345678901234567890'), table.withDigits('11111111111111111111'), table.isBelow(1, 0), table.isBelow(table.intern({ prefix: '', digits: '5' }), 5)]).toEqual([[2], [], true, false]);
});

test('each distinct number once, however many there are, and found again by its digits', () => {
  const number = fc.record({ prefix: fc.constantFrom('', 'XS', 'SK'), digits: fc.constantFrom('', '7', '41', '1041', '2065', '12345678901234567890', '98765432109876543210') });
  fc.assert(fc.property(fc.array(number, { maxLength: 60 }), (numbers) => {
    const table = new NumberTable(0);
    for (let filler = 1; filler <= 3000; filler++) table.intern({ prefix: 'F', digits: String(1_000_000 + filler) });
    const ids = numbers.map((each) => table.intern(each));
    const key = ({ prefix, digits }: { prefix: string; digits: string }) => `${prefix}|${digits}`;
    numbers.forEach((each, i) => numbers.forEach((other, j) => expect(ids[i] === ids[j]).toBe(key(each) === key(other))));
    for (const id of ids.filter((each) => each !== 0)) {
      const alike = table.withDigits(table.at(id).digits);
      expect(new Set(alike)).toEqual(new Set(ids.filter((other) => other !== 0 && table.at(other).digits === table.at(id).digits)));
      expect(table.isAlone(id)).toBe(alike.length === 1);
    }
  }), { numRuns: 30 });
});

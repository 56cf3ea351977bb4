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

import fc from 'fast-check';
import { forEachRun, lastRun, lastRunOfFirstNumber, type Digits } from '../../src/ledger/digit-runs';
import { Grid, gridOf, packRows, type CellValue } from '../../src/ledger/grid';
import { PairTable } from '../../src/ledger/pair-table';
import { TextPool } from '../../src/ledger/text-pool';

/** The tables that stand in for maps and expressions where a million lines pass, each against what it stands in for. */
const text = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('', ' ', '　', ' XS-1', 'XS-1 ', '\u00a0', '销售出库', 'ＸＳ－１'));

test('a pool keeps each text once and tells at a glance what a walk over it would', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 400 }), (texts) => {
      const pool = new TextPool();
      const numbers = texts.map((each) => pool.intern(each));
      expect(numbers.map((number) => pool.at(number))).toEqual(texts);
      expect(texts.map((each) => pool.intern(each))).toEqual(numbers);
      expect(pool.size).toBe(new Set(['', ...texts]).size);
      const seen = numbers.map((number) => [pool.isBlank(number), pool.isPadded(number), pool.hasDigit(number), pool.isAscii(number)]);
      expect(seen).toEqual(texts.map((each) => [each.trim() === '', each.trim() !== each, /\d/.test(each), /^[\x00-\x7f]*$/.test(each)]));
    }),
  );
});

test('a pool of many texts finds each of them again', () => {
  const pool = new TextPool();
  const texts = Array.from({ length: 20_000 }, (_, i) => `XS-${String(i).padStart(8, '0')}`);
  const numbers = texts.map((each) => pool.intern(each));
  expect(texts.every((each, i) => pool.intern(each) === numbers[i])).toBe(true);
});

test('a pair table is a map over pairs', () => {
  const part = fc.integer({ min: -1, max: 40 });
  fc.assert(
    fc.property(fc.array(fc.tuple(part, part, fc.nat({ max: 2 ** 30 })), { maxLength: 300 }), (entries) => {
      const [table, map] = [new PairTable(), new Map<string, number>()];
      for (const [first, second, value] of entries) {
        expect(table.get(first, second)).toBe(map.get(`${first} ${second}`) ?? -1);
        table.set(first, second, value);
        map.set(`${first} ${second}`, value);
      }
      for (const [first, second] of entries) expect(table.get(first, second)).toBe(map.get(`${first} ${second}`));
    }),
  );
});

test('runs of digits are those that the expressions find', () => {
  const valueOf = (digits: string): Digits => {
    const plain = digits.replace(/^0+/, '');
    return plain.length > 15 ? plain : Number(plain);
  };
  const NUMBER = /(?:(?<![A-Za-z])[A-Za-z]{1,8}-?)?\d{3,}(?:-\d+)*/;
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('0', '0', '1', '7', '42', '123', '-', 'X', ' ', '/', '号', '99999999'), maxLength: 14 }), (printed) => {
      const runs: Digits[] = [];
      forEachRun(printed, (digits) => runs.push(digits));
      const expected = (printed.match(/\d{3,}/g) ?? []).map(valueOf);
      expect(runs).toEqual(expected);
      expect(lastRun(printed)).toBe(expected.at(-1) ?? null);
      const [number] = NUMBER.exec(printed) ?? [];
      expect(lastRunOfFirstNumber(printed)).toBe(number === undefined ? null : valueOf(number.match(/\d{3,}/g)?.at(-1) ?? ''));
    }),
    { numRuns: 500 },
  );
});

test('rows come back from a grid as they went in, whatever their lengths and chunks, packed or not', () => {
  const cell: fc.Arbitrary<CellValue> = fc.oneof(text.map((each) => each || null), fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 30 }), fc.nat({ max: 30 }), (rows, cut) => {
      const grid = gridOf('sheet', rows.slice(0, cut));
      grid.appendRows(rows.slice(cut));
      const packed = new Grid('sheet', new TextPool());
      packed.texts.intern('another text first');
      for (const part of [rows.slice(0, cut), rows.slice(cut)]) packed.appendPacked(structuredClone(packRows(part)));
      const width = Math.max(0, ...rows.map((row) => row.length));
      const back = (from: Grid) => Array.from({ length: from.rowCount }, (_, row) => Array.from({ length: width }, (__, column) => from.value(row, column)));
      const sent = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
      expect(back(grid)).toEqual(sent);
      expect(back(packed)).toEqual(sent);
    }),
  );
});

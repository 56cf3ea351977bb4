import Big from 'big.js';
import fc from 'fast-check';
import { decimalsOf, formatAmount, toMajor, toMinor } from '../../src/units/money';

describe('money in minor units', () => {
  it.each([
    [1.005, 'CNY', 101],
    [-1.005, 'CNY', -101],
    [0.1 + 0.2, 'USD', 30],
    [1234.5, 'JPY', 1235],
    [1.2345, 'KWD', 1235],
    [-0.001, 'CNY', 0],
  ])('%d %s is %i', (major, currency, minor) => {
    expect(toMinor(major, currency)).toBe(minor);
  });

  it.each([
    [1240000, 'CNY', '12,400.00'],
    [-310, 'USD', '-3.10'],
    [0, 'CNY', '0.00'],
    [5, 'CNY', '0.05'],
    [1234567, 'JPY', '1,234,567'],
  ])('%i %s reads %s', (minor, currency, text) => {
    expect(formatAmount(minor, currency)).toBe(text);
  });

  // Up to 2^51 minor units (22 trillion in cents), beyond the fifteen digits that a cell keeps.
  const minorUnits = fc.oneof(fc.integer({ min: -1e13, max: 1e13 }), fc.maxSafeInteger().map((wide) => Math.trunc(wide / 4) || 0));

  it.each([['JPY', 1], ['CNY', 100], ['KWD', 1000]] as const)('takes whole units of %s exactly as big.js does, to cells and back', (currency, minorPerMajor) => {
    fc.assert(
      fc.property(minorUnits, (minor) => {
        expect(toMinor(Number(new Big(minor).div(minorPerMajor)), currency)).toBe(minor);
        expect(toMinor(toMajor(minor, currency), currency)).toBe(minor);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([['JPY', 0], ['CNY', 2], ['KWD', 3]] as const)('rounds what is finer than a unit of %s half away from zero, as big.js does', (currency, decimals) => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (finer) => {
        const printed = new Big(finer).div(10 ** (decimals + 1));
        expect(toMinor(Number(printed), currency)).toBe(Number(printed.times(10 ** decimals).round(0, Big.roundHalfUp)) || 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('counts the minor units of ISO 4217', () => {
    expect(Object.fromEntries(['CNY', 'TWD', 'USD', 'EUR', 'HKD', 'IDR', 'HUF', 'JPY', 'KRW', 'VND', 'CLP', 'XAF', 'KWD', 'BHD', 'OMR', 'TND'].map((code) => [code, decimalsOf(code)]))).toEqual({
      CNY: 2, TWD: 2, USD: 2, EUR: 2, HKD: 2, IDR: 2, HUF: 2, JPY: 0, KRW: 0, VND: 0, CLP: 0, XAF: 0, KWD: 3, BHD: 3, OMR: 3, TND: 3,
    });
  });
});

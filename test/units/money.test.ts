import Big from 'big.js';
import fc from 'fast-check';
import { formatAmount, toMajor, toMinor } from '../../src/units/money';

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

  it('takes two decimals exactly as big.js does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (minor) => {
        expect(toMinor(Number(new Big(minor).div(100)), 'CNY')).toBe(minor);
        expect(toMinor(toMajor(minor, 'CNY'), 'CNY')).toBe(minor);
      }),
    );
  });
});

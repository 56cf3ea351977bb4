import type { MinorUnits } from './units';

/** ISO 4217 code, e.g. `CNY`. */
export type CurrencyCode = string;

const POWERS = [1, 10, 100, 1000] as const;
const DECIMALS: Readonly<Record<CurrencyCode, number>> = { JPY: 0, KRW: 0, VND: 0, CLP: 0, ISK: 0, PYG: 0, UGX: 0, BHD: 3, KWD: 3, OMR: 3, JOD: 3, TND: 3, IQD: 3, LYD: 3 };

/** Decimals of a currency's minor unit (ISO 4217): 2 unless listed. */
export function decimalsOf(currency: CurrencyCode): number {
  return DECIMALS[currency] ?? 2;
}

/** Minor units in one major unit: 100 for CNY, 1 for JPY. */
export function minorPerMajor(currency: CurrencyCode): number {
  return POWERS[decimalsOf(currency)];
}

/** Major units as read from a cell → minor units, rounded half away from zero as Excel does. */
export function toMinor(major: number, currency: CurrencyCode): MinorUnits {
  const scaled = Math.abs(major) * minorPerMajor(currency);
  // A cell's 1.005 is 1.00499999999999989 in binary; the nudge rounds as the digits on the screen say.
  const rounded = Math.round(scaled * (1 + Number.EPSILON * 2));
  return rounded === 0 ? 0 : Math.sign(major) * rounded;
}

/** Minor units → the major-unit number that Excel shows. */
export function toMajor(minor: MinorUnits, currency: CurrencyCode): number {
  return minor / minorPerMajor(currency);
}

/** `12,400.00`, `-3.10`: digits only, for sentences; the currency is said beside it. */
export function formatAmount(minor: MinorUnits, currency: CurrencyCode): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  let at = digits.length - decimals;
  let whole = digits.slice(Math.max(0, at - 3), at);
  for (at -= 3; at > 0; at -= 3) whole = `${digits.slice(Math.max(0, at - 3), at)},${whole}`;
  const sign = minor < 0 ? '-' : '';
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-decimals)}`;
}

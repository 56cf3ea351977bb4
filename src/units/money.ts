import type { MinorUnits } from './units';

/** ISO 4217 code, e.g. `CNY`. */
export type CurrencyCode = string;

const POWERS = [1, 10, 100, 1000] as const;
const WITHOUT_DECIMALS = ['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'];
const WITH_THREE_DECIMALS = ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'];
const DECIMALS: ReadonlyMap<CurrencyCode, number> = new Map([...WITHOUT_DECIMALS.map((code) => [code, 0] as const), ...WITH_THREE_DECIMALS.map((code) => [code, 3] as const)]);

/** Decimals of a currency's minor unit (ISO 4217): 2 unless listed. */
export function decimalsOf(currency: CurrencyCode): number {
  return DECIMALS.get(currency) ?? 2;
}

/** Minor units in one major unit: 100 for CNY, 1 for JPY. */
export function minorPerMajor(currency: CurrencyCode): number {
  return POWERS[decimalsOf(currency)];
}

/** Minor units. */
const NUDGE_MAX = 0.02;

/** Major units as read from a cell → minor units, rounded half away from zero as Excel does. */
export function toMinor(major: number, currency: CurrencyCode): MinorUnits {
  return roundToMinor(major, minorPerMajor(currency));
}

/** The same for a loop over amounts of one currency, whose `minorPerMajor` is looked up once. */
export function roundToMinor(major: number, perMajor: number): MinorUnits {
  const scaled = Math.abs(major) * perMajor;
  // A cell's 1.005 is 1.00499999999999989 in binary; the nudge rounds as the digits on the screen say. It is
  // never more than a small part of a minor unit: where numbers lie further apart than that, it changes nothing.
  const rounded = Math.round(scaled + Math.min(scaled * 2 * Number.EPSILON, NUDGE_MAX));
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

/** Whose law and whose holidays count where nobody has said: those of the money's country, as far as it has rules here. */
import type { CurrencyCode } from '../units/money';

/** The setting that leaves it to the currency. */
export const BY_CURRENCY = 'auto';

const COUNTRY_OF: Readonly<Record<CurrencyCode, string>> = { CNY: 'CN', TWD: 'TW' };

/** ISO 3166; '' where the currency names none that has rules of its own here. */
export function countryOf(setting: string, currencies: readonly CurrencyCode[]): string {
  if (setting !== BY_CURRENCY) return setting;
  return currencies.map((currency) => COUNTRY_OF[currency] ?? '').find((country) => country !== '') ?? '';
}

/** Sums over several currencies, each by itself: `CNY 12,400.00 + USD 310.00`. */
import type { CurrencyCode } from '../../units/money';
import type { MinorUnits } from '../../units/units';
import { money } from '../pane-context';

export function totalsText(items: readonly { readonly currency: CurrencyCode; readonly amountMinor: MinorUnits }[]): string {
  const sums = new Map<CurrencyCode, MinorUnits>();
  for (const { currency, amountMinor } of items) sums.set(currency, (sums.get(currency) ?? 0) + amountMinor);
  return [...sums].map(([currency, amountMinor]) => money(amountMinor, currency)).join(' + ');
}

/** How much to ask for: what is due by the pay day, less what the customer disputes, has paid already, or has with us on account. */
import type { DaySerial, MinorUnits } from '../units/units';
import type { AccountFacts } from './account-facts';

/** Unsold sell-through goods have no due day and are not asked for. Never negative, never more than the balance. */
export function askFor(account: AccountFacts, byDay: DaySerial): MinorUnits {
  const { disputes, onAccountMinor } = account;
  const dueMinor = account.items.reduce((sum, { item }) => (item.openMinor > 0 && item.dueDay !== null && item.dueDay <= byDay ? sum + item.openMinor : sum), 0);
  return Math.max(0, dueMinor - onAccountMinor - disputes.disputedMinor - disputes.inTransitMinor);
}

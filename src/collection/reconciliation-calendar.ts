/** When each customer is to be reconciled next: the last signed statement and three or six months. */
import { addMonths } from '../units/day';
import { NO_DAY, type DaySerial } from '../units/units';
import { fold } from '../ledger/fold';
import type { Annotations } from '../annotations/annotations';
import { compareText } from '../aging/compare-text';
import type { AccountFacts } from './account-facts';
import type { CalendarTask, CollectionSettings } from './plan';

/** One task per account, the most overdue first. An account that never signed counts from its first entry. */
export function reconciliationCalendar(accounts: readonly AccountFacts[], annotations: Annotations, asOf: DaySerial, settings: CollectionSettings): CalendarTask[] {
  const signed = signedDays(annotations, asOf);
  const tasks = accounts.map(({ customer, currency, name, master, firstDay }) => {
    const folded = signed.size > 0 ? fold(name) : '';
    const ofMaster = master?.lastReconciledDay ?? NO_DAY;
    const lastSignedDay = Math.max(signed.get(`${folded}|${currency}`) ?? NO_DAY, signed.get(`${folded}|`) ?? NO_DAY, ofMaster <= asOf ? ofMaster : NO_DAY) || null;
    const nextDay = addMonths(lastSignedDay ?? (firstDay || asOf), master?.reconcileEveryMonths ?? settings.reconcileEveryMonths);
    return { customer, currency, lastSignedDay, nextDay, overdue: nextDay < asOf };
  });
  return tasks.sort((a, b) => a.nextDay - b.nextDay || a.customer - b.customer || compareText(a.currency, b.currency));
}

/** The latest day signed by then, by folded name and currency; a line without a currency holds for all. */
function signedDays(annotations: Annotations, asOf: DaySerial): Map<string, DaySerial> {
  const days = new Map<string, DaySerial>();
  for (const { customerName, currency, day } of annotations.reconciliations) {
    const key = `${fold(customerName)}|${currency}`;
    if (day <= asOf) days.set(key, Math.max(days.get(key) ?? NO_DAY, day));
  }
  return days;
}

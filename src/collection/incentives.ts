/** Points for customers that pay on time, and more for early: per customer, currency and period, with tiers for rewards. */
import { addMonths, calendarFromDay, dayFromCalendar } from '../units/day';
import { minorPerMajor } from '../units/money';
import { NO_DAY, type DaySerial, type MinorUnits } from '../units/units';
import { ENTRY_KINDS, type Books, type CustomerIndex } from '../ledger/books';
import { compareText } from '../aging/compare-text';
import { PartDueDays } from '../settlement/part-due-days';
import type { Settlement } from '../settlement/settlement';
import type { CollectionSettings, IncentiveRow } from './plan';

/** The running period and those before it. */
const PERIODS = 4;

interface Paid {
  readonly period: number;
  readonly customer: CustomerIndex;
  readonly currencyNumber: number;
  onTimeMinor: MinorUnits;
  earlyMinor: MinorUnits;
  lateMinor: MinorUnits;
}

/**
 * Every payment laid against a debit counts by the part it paid: early where it came at least the set number
 * of days before the due day, on time up to the due day, late after it; each instalment, and goods sold, by
 * their own due day. Goods paid before they were sold count as on time. Periods begin with the calendar year; rows are by period, latest first, then by points.
 */
export function incentives(books: Books, settlement: Settlement, settings: CollectionSettings): IncentiveRow[] {
  const periods = periodsUntil(settlement.asOf, settings.incentiveMonths);
  const tiers = [...settings.incentiveTiers].sort((a, b) => b.fromPoints - a.fromPoints);
  const rows: IncentiveRow[] = [];
  for (const { period, customer, currencyNumber, onTimeMinor, earlyMinor, lateMinor } of paidByPeriod(books, settlement, periods, settings.incentiveEarlyDays)) {
    const currency = books.currencies[currencyNumber];
    // Not rounded: of a currency without decimals the unit may be less than its least coin.
    const unitMinor = settings.incentivePerMajor * minorPerMajor(currency);
    const points = Math.round((onTimeMinor * settings.incentivePointsOnTime + earlyMinor * settings.incentivePointsEarly) / unitMinor);
    const tier = tiers.find(({ fromPoints }) => points >= fromPoints)?.name ?? '';
    const { periodStartDay, periodEndDay } = periods[period];
    rows.push({ customer, currency, periodStartDay, periodEndDay, paidOnTimeMinor: onTimeMinor, paidEarlyMinor: earlyMinor, paidLateMinor: lateMinor, points, tier });
  }
  return rows.sort((a, b) => b.periodStartDay - a.periodStartDay || b.points - a.points || a.customer - b.customer || compareText(a.currency, b.currency));
}

interface Period {
  readonly periodStartDay: DaySerial;
  readonly periodEndDay: DaySerial;
}

function periodsUntil(asOf: DaySerial, months: number): Period[] {
  const { year, month } = calendarFromDay(asOf);
  const start = dayFromCalendar(year, month - ((month - 1) % months), 1) as DaySerial;
  return Array.from({ length: PERIODS }, (_, back) => ({ periodStartDay: addMonths(start, -back * months), periodEndDay: addMonths(start, (1 - back) * months) - 1 }));
}

function paidByPeriod(books: Books, settlement: Settlement, periods: readonly Period[], earlyDays: number): Iterable<Paid> {
  const { allocations } = settlement;
  const dueDays = new PartDueDays(settlement);
  const { ours, customers, currencies } = books;
  const payment = ENTRY_KINDS.indexOf('payment');
  const paid = new Map<number, Paid>();
  for (let i = 0; i < allocations.count; i++) {
    const credit = allocations.credit[i];
    const debit = allocations.debit[i];
    const day = ours.day[credit];
    const period = ours.kind[credit] !== payment || ours.kind[debit] === OPENING ? -1 : periodOf(day, periods);
    if (period < 0) continue;
    const [customer, currencyNumber] = [ours.customer[credit], ours.currency[credit]];
    const key = (period * customers.length + customer) * currencies.length + currencyNumber;
    let sums = paid.get(key);
    if (!sums) paid.set(key, (sums = { period, customer, currencyNumber, onTimeMinor: 0, earlyMinor: 0, lateMinor: 0 }));
    const dueDay = dueDays.ofAllocation(i);
    const amountMinor = allocations.amountMinor[i];
    if (dueDay !== NO_DAY && day > dueDay) sums.lateMinor += amountMinor;
    else if (dueDay !== NO_DAY && day <= dueDay - earlyDays) sums.earlyMinor += amountMinor;
    else sums.onTimeMinor += amountMinor;
  }
  return paid.values();
}

/** Periods follow each other backwards; -1 where the day is in none. */
function periodOf(day: DaySerial, periods: readonly Period[]): number {
  if (day > periods[0].periodEndDay) return -1;
  for (let period = 0; period < periods.length; period++) if (day >= periods[period].periodStartDay) return period;
  return -1;
}

/** An opening balance has lost its due days: neither punctual nor late. */
const OPENING = ENTRY_KINDS.indexOf('opening');

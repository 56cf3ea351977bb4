/**
 * DSO and its kin, as of the as-of day and of the twelve month ends before it (see the domain's "Key figures").
 * Sales and collections are those of the last 90 days, or of the ledger's life where that is shorter.
 */
import { addMonths, calendarFromDay, dayFromCalendar, endOfMonth } from '../units/day';
import { NO_DAY, type DaySerial, type MinorUnits } from '../units/units';
import { ENTRY_KINDS, type Books, type EntryIndex, type EntryKind } from '../ledger/books';
import type { Settlement } from '../settlement/settlement';
import { compareText } from './compare-text';
import type { KeyFigures } from './aged';

export const KEY_FIGURE_PERIOD_DAYS = 90;
const MONTH_ENDS = 12;

/** Credit sales, net of goods that came back. */
const SALES_KINDS: readonly EntryKind[] = ['invoice', 'exchange', 'transfer', 'return'];

/** Per currency: the as-of day first, then month ends, latest first, as far back as the ledger reaches. */
export function keyFiguresOf(books: Books, settlement: Settlement): readonly KeyFigures[] {
  const { ours } = books;
  let firstDay: DaySerial = settlement.asOf;
  for (let i = 0; i < ours.count; i++) if (ours.day[i] !== NO_DAY && ours.day[i] < firstDay) firstDay = ours.day[i];
  const days = [settlement.asOf, ...monthEndsBefore(settlement.asOf).filter((day) => day >= firstDay)];
  const figures = days.flatMap((day) => figuresOn(books, settlement, day, firstDay));
  return figures.sort((a, b) => compareText(a.currency, b.currency) || b.asOf - a.asOf);
}

function monthEndsBefore(asOf: DaySerial): readonly DaySerial[] {
  const { year, month } = calendarFromDay(asOf);
  const firstOfMonth = dayFromCalendar(year, month, 1) as DaySerial;
  return Array.from({ length: MONTH_ENDS }, (_, back) => endOfMonth(addMonths(firstOfMonth, -1 - back)));
}

interface Sums {
  receivablesMinor: MinorUnits;
  openingMinor: MinorUnits;
  salesMinor: MinorUnits;
  collectedMinor: MinorUnits;
  overdueMinor: MinorUnits;
}

function figuresOn(books: Books, settlement: Settlement, day: DaySerial, firstDay: DaySerial): readonly KeyFigures[] {
  const periodDays = Math.max(1, Math.min(KEY_FIGURE_PERIOD_DAYS, day - firstDay + 1));
  const sums: Sums[] = books.currencies.map(() => ({ receivablesMinor: 0, openingMinor: 0, salesMinor: 0, collectedMinor: 0, overdueMinor: 0 }));
  addMovements(books, sums, day, day - periodDays);
  addOverdue(books, settlement, sums, day);
  return books.currencies.flatMap((currency, number) => (hasOurs(books, number) ? [figure(currency, day, periodDays, sums[number])] : []));
}

function hasOurs(books: Books, currency: number): boolean {
  return books.ours.currency.includes(currency);
}

function addMovements(books: Books, sums: readonly Sums[], day: DaySerial, beforeDay: DaySerial): void {
  const { ours } = books;
  const isSale = ENTRY_KINDS.map((kind) => SALES_KINDS.includes(kind));
  const payment = ENTRY_KINDS.indexOf('payment');
  const opening = ENTRY_KINDS.indexOf('opening');
  for (let i = 0; i < ours.count; i++) {
    if (ours.day[i] > day) continue;
    const sum = sums[ours.currency[i]];
    const amountMinor = ours.amountMinor[i];
    sum.receivablesMinor += amountMinor;
    if (ours.day[i] <= beforeDay || ours.kind[i] === opening) sum.openingMinor += amountMinor;
    else if (isSale[ours.kind[i]]) sum.salesMinor += amountMinor;
    else if (ours.kind[i] === payment) sum.collectedMinor -= amountMinor;
  }
}

/** What was due before the day and still open at its end. Settlement never looks ahead, so its allocations up to the day are that day's. */
function addOverdue(books: Books, settlement: Settlement, sums: readonly Sums[], day: DaySerial): void {
  const { ours } = books;
  const dueDays = dueDayLookup(settlement);
  const soldOpenMinor = new Map<EntryIndex, MinorUnits>();
  for (const part of settlement.history) {
    if (part.day > day || part.dueDay >= day) continue;
    if (settlement.dueDays[part.entry] === NO_DAY) soldOpenMinor.set(part.entry, (soldOpenMinor.get(part.entry) ?? 0) + part.amountMinor);
    else sums[ours.currency[part.entry]].overdueMinor += part.amountMinor;
  }
  for (const { debit, instalment, amountMinor, day: allocationDay } of settlement.allocations) {
    if (allocationDay > day) continue;
    const soldMinor = soldOpenMinor.get(debit);
    if (soldMinor !== undefined) soldOpenMinor.set(debit, Math.max(0, soldMinor - amountMinor));
    else if (settlement.dueDays[debit] !== NO_DAY && dueDays(debit, instalment ?? 0) < day) sums[ours.currency[debit]].overdueMinor -= amountMinor;
  }
  for (const [entry, openMinor] of soldOpenMinor) sums[ours.currency[entry]].overdueMinor += openMinor;
}

/** Due day of a debit's instalment; the first one's stands in `dueDays`. */
function dueDayLookup(settlement: Settlement): (debit: EntryIndex, instalment: number) => DaySerial {
  const later = new Map<string, DaySerial>();
  for (const part of settlement.history) if (part.instalment) later.set(`${part.entry}|${part.instalment}`, part.dueDay);
  return (debit, instalment) => (instalment === 0 ? settlement.dueDays[debit] : later.get(`${debit}|${instalment}`) ?? settlement.dueDays[debit]);
}

function figure(currency: string, day: DaySerial, periodDays: number, sums: Sums): KeyFigures {
  const { receivablesMinor, openingMinor, salesMinor, collectedMinor, overdueMinor } = sums;
  const currentMinor = receivablesMinor - overdueMinor;
  const perDay = (openMinor: MinorUnits) => (salesMinor > 0 ? (openMinor * periodDays) / salesMinor : null);
  const dso = perDay(receivablesMinor);
  const bestPossibleDso = perDay(currentMinor);
  const collectable = openingMinor + salesMinor - currentMinor;
  return {
    asOf: day, currency, receivablesMinor, currentMinor, overdueMinor, salesMinor, collectedMinor, periodDays, dso, bestPossibleDso,
    averageDaysDelinquent: dso === null || bestPossibleDso === null ? null : dso - bestPossibleDso,
    collectionEffectivenessPercent: salesMinor > 0 && collectable > 0 ? ((openingMinor + salesMinor - receivablesMinor) / collectable) * 100 : null,
  };
}

/**
 * DSO and its kin, as of the as-of day and of the twelve month ends before it (see the domain's "Key figures").
 * Sales and collections are those of the last 90 days, or of the ledger's life where that is shorter.
 */
import { addMonths, calendarFromDay, dayFromCalendar, endOfMonth } from '../units/day';
import { NO_DAY, type DaySerial, type MinorUnits } from '../units/units';
import { ENTRY_KINDS, type Books, type EntryIndex, type EntryKind } from '../ledger/books';
import { firstDayOf } from '../settlement/chronology';
import { PartDueDays } from '../settlement/part-due-days';
import type { Settlement } from '../settlement/settlement';
import { compareText } from './compare-text';
import { RunningSum } from './running-sum';
import type { KeyFigures } from './aged';

export const KEY_FIGURE_PERIOD_DAYS = 90;
const MONTH_ENDS = 12;

/** Credit sales, net of goods that came back. */
const SALES_KINDS: readonly EntryKind[] = ['invoice', 'exchange', 'transfer', 'return'];

/** Per currency: the as-of day first, then month ends, latest first, as far back as the ledger reaches. */
export function keyFiguresOf(books: Books, settlement: Settlement): readonly KeyFigures[] {
  const { ours } = books;
  const firstDay = firstDayOf(ours, settlement.asOf);
  const days = [settlement.asOf, ...monthEndsBefore(settlement.asOf).filter((day) => day >= firstDay)];
  const periods = days.map((day) => ({ day, periodDays: Math.max(1, Math.min(KEY_FIGURE_PERIOD_DAYS, day - firstDay + 1)) }));
  const movements = movementsOf(books, days, periods.map(({ day, periodDays }) => day - periodDays), firstDay);
  const overdue = overdueOf(books, settlement, days);
  const used = new Set(ours.currency);
  const figures = books.currencies.flatMap((currency, number) => (used.has(number) ? periods.map(({ day, periodDays }) => figure(currency, day, periodDays, movements[number], overdue[number])) : []));
  return figures.sort((a, b) => compareText(a.currency, b.currency) || b.asOf - a.asOf);
}

function monthEndsBefore(asOf: DaySerial): readonly DaySerial[] {
  const { year, month } = calendarFromDay(asOf);
  const firstOfMonth = dayFromCalendar(year, month, 1) as DaySerial;
  return Array.from({ length: MONTH_ENDS }, (_, back) => endOfMonth(addMonths(firstOfMonth, -1 - back)));
}

interface Movements {
  readonly balance: RunningSum;
  readonly sales: RunningSum;
  readonly collected: RunningSum;
}

function movementsOf(books: Books, days: readonly DaySerial[], periodStarts: readonly DaySerial[], firstDay: DaySerial): readonly Movements[] {
  const { ours } = books;
  const isSale = ENTRY_KINDS.map((kind) => SALES_KINDS.includes(kind));
  const payment = ENTRY_KINDS.indexOf('payment');
  const opening = ENTRY_KINDS.indexOf('opening');
  const asked = [...days, ...periodStarts];
  const movements = books.currencies.map(() => ({ balance: new RunningSum(asked), sales: new RunningSum(asked), collected: new RunningSum(asked) }));
  for (let i = 0; i < ours.count; i++) {
    // An opening balance of a later day is not the past's, though it stands before its own ledger begins.
    if (ours.day[i] > days[0]) continue;
    const sums = movements[ours.currency[i]];
    const day = ours.day[i] === NO_DAY ? firstDay : ours.day[i];
    // An opening balance stands before the period in which the ledger begins.
    sums.balance.add(ours.kind[i] === opening ? Math.min(day, firstDay) - 1 : day, ours.amountMinor[i]);
    if (isSale[ours.kind[i]]) sums.sales.add(day, ours.amountMinor[i]);
    else if (ours.kind[i] === payment) sums.collected.add(day, -ours.amountMinor[i]);
  }
  return movements;
}

/** What was due before each day and still open at its end. Settlement never looks ahead, so its allocations up to a day are that day's. */
function overdueOf(books: Books, settlement: Settlement, days: readonly DaySerial[]): readonly RunningSum[] {
  const { ours } = books;
  const { history, allocations, dueDays } = settlement;
  const sums = books.currencies.map(() => new RunningSum(days));
  const partDueDays = new PartDueDays(settlement);
  const sold = new Map<EntryIndex, Movement[]>();
  for (let i = 0; i < history.count; i++) {
    const entry = history.entry[i];
    const overdueDay = Math.max(history.day[i], history.dueDay[i] + 1);
    if (dueDays[entry] === NO_DAY) listed(sold, entry).push({ day: overdueDay, amountMinor: history.amountMinor[i] });
    else sums[ours.currency[entry]].add(overdueDay, history.amountMinor[i]);
  }
  const paid = new Map<EntryIndex, Movement[]>();
  for (let i = 0; i < allocations.count; i++) {
    const debit = allocations.debit[i];
    const day = allocations.day[i];
    if (dueDays[debit] === NO_DAY) {
      listed(paid, debit).push({ day, amountMinor: allocations.amountMinor[i] });
      continue;
    }
    sums[ours.currency[debit]].add(Math.max(day, partDueDays.ofAllocation(i) + 1), -allocations.amountMinor[i]);
  }
  for (const [entry, movements] of sold) addSold(sums[ours.currency[entry]], days, movements, paid.get(entry) ?? []);
  return sums;
}

interface Movement {
  readonly day: DaySerial;
  readonly amountMinor: MinorUnits;
}

/** Sell-through goods: what is paid counts for what was sold first, so a line is overdue by what was sold and due less all that was paid. */
function addSold(sum: RunningSum, days: readonly DaySerial[], sold: readonly Movement[], paid: readonly Movement[]): void {
  const until = (movements: readonly Movement[], day: DaySerial) => movements.reduce((sumMinor, movement) => sumMinor + (movement.day <= day ? movement.amountMinor : 0), 0);
  let beforeMinor = 0;
  for (const day of [...days].sort((a, b) => a - b)) {
    const overdueMinor = Math.max(0, until(sold, day) - until(paid, day));
    sum.add(day, overdueMinor - beforeMinor);
    beforeMinor = overdueMinor;
  }
}

function listed<Key, Value>(lists: Map<Key, Value[]>, key: Key): Value[] {
  let list = lists.get(key);
  if (!list) lists.set(key, (list = []));
  return list;
}

function figure(currency: string, day: DaySerial, periodDays: number, movements: Movements, overdue: RunningSum): KeyFigures {
  const within = (sum: RunningSum) => sum.until(day) - sum.until(day - periodDays);
  const receivablesMinor = movements.balance.until(day);
  const openingMinor = movements.balance.until(day - periodDays);
  const salesMinor = within(movements.sales);
  const overdueMinor = overdue.until(day);
  const currentMinor = receivablesMinor - overdueMinor;
  const perDay = (openMinor: MinorUnits) => (salesMinor > 0 ? (openMinor * periodDays) / salesMinor : null);
  const dso = perDay(receivablesMinor);
  const bestPossibleDso = perDay(currentMinor);
  const collectableMinor = openingMinor + salesMinor - currentMinor;
  return {
    asOf: day, currency, receivablesMinor, currentMinor, overdueMinor, salesMinor, collectedMinor: within(movements.collected), periodDays, dso, bestPossibleDso,
    averageDaysDelinquent: dso === null || bestPossibleDso === null ? null : dso - bestPossibleDso,
    collectionEffectivenessPercent: salesMinor > 0 && collectableMinor > 0 ? ((openingMinor + salesMinor - receivablesMinor) / collectableMinor) * 100 : null,
  };
}

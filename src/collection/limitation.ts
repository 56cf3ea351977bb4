/**
 * Until when a debt can be enforced, by jurisdiction. No legal advice: the dates rest on what the ledgers
 * and the reconciliation log know.
 *
 * Mainland China: Civil Code arts. 188 and 195, three years from when the debt fell due; a demand, part
 * payment or the debtor's consent to perform (a signed statement) starts it afresh. Taiwan: Civil Code arts.
 * 127(8), 129 and 130, two years for a merchant's goods; acknowledgment starts it afresh, a mere demand only
 * keeps it open for a suit within six months. Elsewhere the user's own number of years, restarted by part
 * payment and signed statement.
 */
import { addMonths } from '../units/day';
import { NO_DAY, type DaySerial, type MinorUnits } from '../units/units';
import { ENTRY_KINDS, type Books, type EntryIndex } from '../ledger/books';
import type { Settlement } from '../settlement/settlement';
import type { AccountFacts } from './account-facts';
import { countryOf } from './country';
import type { CollectionSettings, Limitation } from './plan';

const MONTHS_TO_SUE_AFTER_DEMAND = 6;

/** Names under which users enter the two jurisdictions that have rules of their own. */
const JURISDICTION_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(cn|chn|prc|china|mainland.*|中国(大陆)?|中國(大陸)?|大陆|大陸|内地|內地)$/i, 'CN'],
  [/^(tw|twn|roc|taiwan|台湾|台灣|臺灣|中華民國)$/i, 'TW'],
];

/** `CN` for "中国大陆"; other names as the user writes them, in capitals. */
export function jurisdictionOf(account: AccountFacts, settings: CollectionSettings): string {
  const name = (account.master?.jurisdiction || countryOf(settings.defaultJurisdiction, [account.currency])).trim();
  return JURISDICTION_NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? name.toUpperCase();
}

export interface Restarts {
  /** The last payment laid against a debit: part payment of that debt. By entry; `NO_DAY` where there is none. */
  readonly partPaymentDay: Int32Array;
  /** The last statement the customer signed; covers what was booked by then. */
  readonly signedDay: DaySerial | null;
  readonly demandDay: DaySerial | null;
}

/** The last payment against each debit that is known by the as-of day. */
export function partPayments({ ours }: Books, { allocations }: Settlement): Int32Array {
  const payment = ENTRY_KINDS.indexOf('payment');
  const days = new Int32Array(ours.count);
  for (let i = 0; i < allocations.count; i++) {
    const credit = allocations.credit[i];
    const debit = allocations.debit[i];
    if (ours.kind[credit] === payment) days[debit] = Math.max(days[debit], ours.day[credit]);
  }
  return days;
}

/** The account's earliest limitation day that is still ahead, or the last one when all have passed; null without a debt that is due by a day. */
export function limitationOf(books: Books, account: AccountFacts, restarts: Restarts, asOf: DaySerial, settings: CollectionSettings): Limitation | null {
  const jurisdiction = jurisdictionOf(account, settings);
  const years = yearsOf(jurisdiction, settings);
  if (years === null) return null;
  let next: DaySerial | null = null;
  let lastPassed: DaySerial | null = null;
  let passedMinor: MinorUnits = 0;
  for (const { item } of account.items) {
    if (item.openMinor <= 0 || item.dueDay === null || item.dueDay === NO_DAY) continue;
    const day = lastDayToAct(jurisdiction, years, item.dueDay, books.ours.day[item.entry], item.entry, restarts);
    if (day < asOf) {
      passedMinor += item.openMinor;
      lastPassed = Math.max(lastPassed ?? day, day);
    } else next = Math.min(next ?? day, day);
  }
  const day = next ?? lastPassed;
  if (day === null) return null;
  const passed = next === null;
  const near = !passed && day - asOf <= settings.limitationWarnDays;
  const code = passed ? 'collection.limitation-passed' : near ? 'collection.limitation-near' : 'collection.limitation';
  return { day, jurisdiction, near, passed, passedMinor, text: { code: `${code}.${jurisdiction === 'CN' || jurisdiction === 'TW' ? jurisdiction : 'other'}`, values: { day: { day }, days: day - asOf, jurisdiction } } };
}

/** The years for a jurisdiction, however the user spells it on the settings sheet; null where none is set. */
export function yearsOf(jurisdiction: string, settings: CollectionSettings): number | null {
  const entry = Object.entries(settings.limitationYears).find(([name]) => name.toUpperCase() === jurisdiction);
  return entry ? entry[1] : null;
}

function lastDayToAct(jurisdiction: string, years: number, dueDay: DaySerial, bookedDay: DaySerial, entry: EntryIndex, restarts: Restarts): DaySerial {
  const { signedDay, demandDay } = restarts;
  const months = Math.round(years * 12);
  let start = dueDay;
  // An event counts when it comes after the debt fell due and before the period then running has ended; a signed
  // statement even after that, being consent to perform (Civil Code art. 192; Taiwan art. 144).
  for (const event of eventsOf(jurisdiction, bookedDay, restarts.partPaymentDay[entry], restarts)) if (event > start && (event <= endOf(start, months) || event === signedDay)) start = event;
  const last = endOf(start, months);
  if (jurisdiction === 'TW' && demandDay !== null && demandDay <= last) return Math.max(last, addMonths(demandDay, MONTHS_TO_SUE_AFTER_DEMAND));
  return last;
}

const NO_EVENTS: readonly DaySerial[] = [];

/** What may start the period afresh, in order. */
function eventsOf(jurisdiction: string, bookedDay: DaySerial, partPaymentDay: DaySerial, { signedDay, demandDay }: Restarts): readonly DaySerial[] {
  const isSigned = signedDay !== null && bookedDay <= signedDay;
  const isDemanded = demandDay !== null && jurisdiction === 'CN';
  if (partPaymentDay === NO_DAY && !isSigned && !isDemanded) return NO_EVENTS;
  return [partPaymentDay || null, isSigned ? signedDay : null, isDemanded ? demandDay : null].filter((day) => day !== null).sort((a, b) => a - b);
}

/** Debts share their days, and calendars are slow: each end by its beginning and the number of months. */
const ends = new Map<number, Map<DaySerial, DaySerial>>();

function endOf(start: DaySerial, months: number): DaySerial {
  let known = ends.get(months);
  if (!known) ends.set(months, (known = new Map()));
  let end = known.get(start);
  if (end === undefined) known.set(start, (end = addMonths(start, months)));
  return end;
}

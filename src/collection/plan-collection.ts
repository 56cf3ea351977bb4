/** The room's verb: what to do next about every customer that owes, in order, with who, when, where, how much and why. */
import type { DaySerial, MinorUnits } from '../units/units';
import type { Message } from '../texts';
import type { Books, CustomerIndex } from '../ledger/books';
import type { Annotations, PlanNote } from '../annotations/annotations';
import { NotesByAccount, accountKey } from '../annotations/notes-by-account';
import type { Reconciliation } from '../matching/reconciliation';
import type { Settlement } from '../settlement/settlement';
import { CLASSES, type Aged, type CollectionClass } from '../aging/aged';
import { compareText } from '../aging/compare-text';
import { gatherAccounts, type AccountFacts } from './account-facts';
import { decide, type Decision } from './action';
import { missingTerms, type MissingTerms } from './agreement';
import { askFor } from './ask';
import { entriesBookedByThem, isProven } from './evidence';
import { incentives } from './incentives';
import { leverageOf } from './leverage';
import { limitationOf, partPayments } from './limitation';
import { countryOf } from './country';
import { plannedCash } from './plan-cash';
import type { CalendarTask, CollectionSettings, Leverage, Limitation, Plan, PlanAction, PlanRow, PointsPart } from './plan';
import { pointsParts, tenths, totalPoints } from './points';
import { promiseOf, type PromiseOutcome } from './promise';
import { reconciliationCalendar } from './reconciliation-calendar';
import { planRepDays, type Call, type RepDays } from './rep-days';
import { spreadOverReps } from './reps';
import { summaryOf } from './summary';
import { payDaysFrom } from './timing';
import { WorkCalendar } from './work-calendar';

/** Pay days are looked up a year and a quarter ahead: longer terms are reminded of later. */
const MONTHS_OF_PAY_DAYS = 15;
const VISITS: readonly PlanAction[] = ['visit-on-pay-day', 'manager-visit'];

export interface PlanOptions {
  readonly asOf: DaySerial;
  readonly reconciliation: Reconciliation;
  readonly settlement: Settlement;
  readonly aged: Aged;
  readonly annotations: Annotations;
  readonly settings: CollectionSettings;
}

/** What is known of an account before the trips are: everything but distance. */
interface Draft {
  readonly account: AccountFacts;
  readonly rep: string;
  readonly task: CalendarTask;
  readonly promise: PromiseOutcome | null;
  readonly limitation: Limitation | null;
  readonly decision: Decision;
  readonly missing: MissingTerms;
  readonly leverage: Leverage;
  readonly askMinor: MinorUnits;
  /** Given when the largest amount asked of anybody is known. */
  parts: readonly PointsPart[];
}

/** One row per customer × currency with a balance to chase; a prepayment alone is not chased. Rows by points. */
export function planCollection(books: Books, options: PlanOptions): Plan {
  const { asOf, aged, annotations, settlement, settings } = options;
  const holidays = countryOf(settings.holidays, books.currencies);
  const calendar = new WorkCalendar({ ...settings, holidays });
  const accounts = gatherAccounts(books, options);
  const tasks = reconciliationCalendar(accounts, annotations, asOf, settings);
  const drafts = draftsOf(books, options, accounts, tasks, calendar);
  givePoints(drafts, asOf, settings);
  const repDays = planRepDays(callsOf(drafts), asOf, settings, calendar);
  const rows = ranked(drafts.map((draft) => rowOf(books, draft, repDays, asOf, settings)), books);
  return {
    asOf, rows,
    done: doneSince(books, annotations.planNotes, rows),
    trips: repDays.trips,
    calendar: tasks,
    incentives: incentives(books, settlement, settings),
    expectedCash: plannedCash(rows, aged.items, asOf, (row) => !VISITS.includes(row.action) || repDays.dayOf.has(row.customer)),
    notices: [...repDays.notices, ...calendar.yearsWithoutHolidays().map((year): Message => ({ code: 'collection.no-holidays', values: { year, country: holidays } }))],
  };
}

function draftsOf(books: Books, options: PlanOptions, accounts: readonly AccountFacts[], tasks: readonly CalendarTask[], calendar: WorkCalendar): Draft[] {
  const { asOf, reconciliation, settlement, settings } = options;
  const leverages = leverageOf(books, settlement, accounts, asOf);
  const reps = spreadOverReps(accounts, settings.repCount);
  const taskOf = new Map(tasks.map((task) => [`${task.customer}|${task.currency}`, task]));
  const partPaymentDay = partPayments(books, settlement);
  const bookedByThem = entriesBookedByThem(books, reconciliation);
  return accounts.flatMap((account, i): Draft[] => {
    if (account.openMinor <= 0) return [];
    const task = taskOf.get(`${account.customer}|${account.currency}`) as CalendarTask;
    const signedDay = task.lastSignedDay;
    const promise = promiseOf(account, asOf);
    const limitation = limitationOf(books, account, { partPaymentDay, signedDay, demandDay: account.note?.demandDay ?? null }, asOf, settings);
    const payDays = payDaysFrom(asOf, account.master, calendar, MONTHS_OF_PAY_DAYS);
    const proven = isProven(books, account, signedDay, bookedByThem);
    const decision = decide({ account, asOf, promise, limitation, reconciliationOverdue: task.overdue, isProven: proven, payDays, calendar, settings });
    const askMinor = decision.action === 'none' ? 0 : askFor(account, decision.askDay ?? asOf);
    return [{ account, rep: reps.get(account.customer) ?? '', task, promise, limitation, decision, missing: missingTerms(account, settings), leverage: leverages[i], askMinor, parts: [] }];
  });
}

function givePoints(drafts: readonly Draft[], asOf: DaySerial, settings: CollectionSettings): void {
  const largest = new Map<string, MinorUnits>();
  for (const { account, askMinor } of drafts) largest.set(account.currency, Math.max(largest.get(account.currency) ?? 0, askMinor));
  for (const draft of drafts) {
    const { account, askMinor, promise, limitation, missing, task } = draft;
    draft.parts = pointsParts({
      account, askMinor, promise, limitation, asOf, settings,
      largestAskMinor: largest.get(account.currency) ?? 0,
      missing: missing.messages, missingShare: missing.share,
      nextReconciliationDay: task.nextDay,
    });
  }
}

/** One call per customer: a rep settles all its currencies at once. */
function callsOf(drafts: readonly Draft[]): Call[] {
  const calls = new Map<CustomerIndex, Call>();
  for (const { account, rep, decision, parts } of drafts) {
    if (!VISITS.includes(decision.action)) continue;
    const points = totalPoints(parts);
    const other = calls.get(account.customer);
    const { customer, name, region, master } = account;
    const call: Call = { customer, name, rep, region, distanceKm: master?.distanceKm ?? null, points, rows: 1, fromDay: decision.fromDay, untilDay: decision.untilDay };
    calls.set(customer, other ? { ...(other.points >= points ? other : call), points: other.points + points, rows: other.rows + 1 } : call);
  }
  return [...calls.values()];
}

/** A row that is given its rank last. */
type Ranked = { rank: number } & Omit<PlanRow, 'rank'>;

function rowOf(books: Books, draft: Draft, repDays: RepDays, asOf: DaySerial, settings: CollectionSettings): Ranked {
  const { account, decision, promise, askMinor } = draft;
  const { master, note } = account;
  const isVisit = VISITS.includes(decision.action);
  const parts = [...draft.parts, distancePart(draft, isVisit, repDays)];
  // The rep's own appointment comes before what the plan would choose.
  const nextContactDay = (note?.nextContactDay ?? 0) > asOf ? (note?.nextContactDay as DaySerial) : null;
  return {
    rank: 0,
    customer: account.customer, currency: account.currency, rep: draft.rep, region: account.region,
    action: decision.action, actionReason: decision.reason,
    class: mostSerious(account),
    openMinor: account.openMinor, overdueMinor: account.overdueMinor, classesMinor: account.classesMinor, disputedMinor: account.disputes.disputedMinor,
    askMinor,
    expectedMinor30: Math.round(account.items.reduce((sum, { item, likelihood30 }) => sum + Math.max(0, item.openMinor) * likelihood30, 0)),
    day: nextContactDay ?? (isVisit ? repDays.dayOf.get(account.customer) : undefined) ?? decision.day,
    payDay: decision.payDay,
    place: master?.place ?? '', method: master?.method ?? null, contact: master?.contact ?? '',
    items: account.itemNumbers,
    points: totalPoints(parts), parts,
    limitation: draft.limitation, missing: draft.missing.messages, leverage: draft.leverage,
    promise: promise && { day: promise.day, amountMinor: promise.amountMinor, state: promise.state },
    note,
    summary: summaryOf({ books, account, asOf, askMinor, askDay: decision.askDay, promise, reconciliationOverdue: draft.task.overdue, settings }),
  };
}

function distancePart({ account }: Draft, isVisit: boolean, repDays: RepDays): PointsPart {
  const cost = isVisit ? repDays.costOf.get(account.customer) : undefined;
  if (!cost) return { factor: 'distance', points: 0, text: { code: 'collection.points-distance-none' } };
  if ((account.master?.distanceKm ?? null) === null) return { factor: 'distance', points: 0, text: { code: 'collection.points-distance-unknown' } };
  const code = cost.sharedBy > 1 ? 'collection.points-distance-shared' : 'collection.points-distance';
  return { factor: 'distance', points: tenths(-cost.points), text: { code, values: { km: Math.round(cost.km), count: cost.sharedBy } } };
}

function mostSerious(account: AccountFacts): CollectionClass {
  let most = 0;
  for (const { item, class: itemClass } of account.items) if (item.openMinor > 0) most = Math.max(most, CLASSES.indexOf(itemClass));
  return CLASSES[most];
}

/** By points; then by what is asked for, then by name, so that the same books give the same order. */
function ranked(rows: Ranked[], books: Books): readonly PlanRow[] {
  const name = (row: PlanRow) => books.customers[row.customer].name;
  rows.sort((a, b) => b.points - a.points || b.askMinor - a.askMinor || compareText(name(a), name(b)) || compareText(a.currency, b.currency));
  rows.forEach((row, i) => (row.rank = i + 1));
  return rows;
}

/** Notes whose customer owes nothing now, or is no longer in the ledger: kept, by name. */
function doneSince(books: Books, notes: readonly PlanNote[], rows: readonly PlanRow[]): Plan['done'] {
  const accounts = new NotesByAccount(books, notes);
  const stillOpen = new Set(rows.map((row) => accountKey(books, row.customer, row.currency)));
  const isDone = (note: PlanNote) => !stillOpen.has(accounts.keyOf(note) ?? -1);
  return notes.filter(isDone).map((note) => ({ customerName: note.customerName, currency: note.currency, note }));
}

/**
 * What to do, at the strength of the class: serve and remind what is not due; claim and fetch what is
 * collectible; visit, demand in writing and stop shipment for what is doubtful; lawyer, court or write-off
 * for what is bad. Source: the four classes and their strengths in the domain of the trade.
 */
import { toMinor } from '../units/money';
import type { DaySerial, MinorUnits } from '../units/units';
import type { Message } from '../texts';
import type { CollectionClass } from '../aging/aged';
import type { AccountFacts } from './account-facts';
import type { CollectionSettings, Limitation, PlanAction } from './plan';
import type { PromiseOutcome } from './promise';
import { nextOpenPayDay, payDayUnderApproval, type PayDay } from './timing';
import type { WorkCalendar } from './work-calendar';

export interface ActionFacts {
  readonly account: AccountFacts;
  readonly asOf: DaySerial;
  readonly promise: PromiseOutcome | null;
  readonly limitation: Limitation | null;
  readonly reconciliationOverdue: boolean;
  readonly isProven: boolean;
  readonly payDays: readonly PayDay[];
  readonly calendar: WorkCalendar;
  readonly settings: CollectionSettings;
}

/** The action, why, when, and the pay day it is for. `untilDay` is the last day on which a visit still serves. */
export interface Decision {
  readonly action: PlanAction;
  readonly reason: Message;
  readonly day: DaySerial;
  readonly payDay: DaySerial | null;
  /** By when the customer is asked to pay; null = now. */
  readonly askDay: DaySerial | null;
  readonly fromDay: DaySerial;
  readonly untilDay: DaySerial;
}

type Choice = Pick<Decision, 'action' | 'reason'>;

export function decide(facts: ActionFacts): Decision {
  const { account, promise, settings } = facts;
  const note = account.note;
  if (note?.status === 'stopped') return atOnce(facts, { action: 'none', reason: { code: 'collection.why-stopped' } });
  if (promise?.state === 'pending') return beforePromise(facts, promise);
  switch (leadingClass(account, settings.leadingShare)) {
    case 'bad':
      return atOnce(facts, forBad(facts));
    case 'doubtful':
      return forDoubtful(facts);
    case 'collectible':
      return demandBeforeItLapses(facts) ?? forCollectible(facts);
    default:
      return demandBeforeItLapses(facts) ?? forNotDue(facts);
  }
}

/** The most serious class that, with the classes beyond it, holds the share of what is overdue; `not-due` where nothing is. */
function leadingClass(account: AccountFacts, share: number): CollectionClass {
  const overdueMinor: Record<CollectionClass, MinorUnits> = { 'not-due': 0, collectible: 0, doubtful: 0, bad: 0 };
  for (const { item, class: itemClass, daysOverdue } of account.items) if (item.openMinor > 0 && (daysOverdue ?? 0) > 0) overdueMinor[itemClass] += item.openMinor;
  let seriousMinor: MinorUnits = 0;
  for (const name of ['bad', 'doubtful', 'collectible'] as const) {
    seriousMinor += overdueMinor[name];
    if (seriousMinor > 0 && seriousMinor >= account.overdueMinor * share) return name;
  }
  return 'not-due';
}

/** A debt about to lapse is demanded in writing even from a customer that otherwise pays. */
function demandBeforeItLapses(facts: ActionFacts): Decision | null {
  const { limitation, account } = facts;
  if (!limitation?.near || (account.note?.demandDay ?? null) !== null) return null;
  return atOnce(facts, { action: 'demand-letter', reason: { code: 'collection.why-demand-near', values: { day: { day: limitation.day } } } });
}

function forBad(facts: ActionFacts): Choice {
  const { account, limitation, settings } = facts;
  const amount = { amountMinor: account.classesMinor.bad, currency: account.currency };
  const values = { amount, currency: account.currency };
  if (limitation?.passed) return { action: 'write-off', reason: { code: 'collection.why-write-off-passed', values: { ...values, day: { day: limitation.day } } } };
  if (account.classesMinor.bad < toMinor(settings.legalFromMajor, account.currency)) return { action: 'write-off', reason: { code: 'collection.why-write-off-small', values } };
  if (!facts.isProven) return account.master?.closed ? { action: 'write-off', reason: { code: 'collection.why-write-off-unproven', values } } : { action: 'lawyers-letter', reason: { code: 'collection.why-lawyer-unproven', values } };
  if (limitation?.near) return { action: 'legal-action', reason: { code: 'collection.why-legal-near', values: { ...values, day: { day: limitation.day } } } };
  if (account.master?.closed) return { action: 'legal-action', reason: { code: 'collection.why-legal-closed', values } };
  const demandDay = account.note?.demandDay ?? null;
  if (demandDay !== null) return { action: 'legal-action', reason: { code: 'collection.why-legal-unanswered', values: { ...values, day: { day: demandDay } } } };
  return { action: 'lawyers-letter', reason: { code: 'collection.why-lawyer', values } };
}

function forDoubtful(facts: ActionFacts): Decision {
  const { account, promise, settings } = facts;
  const { disputes, currency } = account;
  const oldestDays = account.items.reduce((oldest, { item, daysOverdue }) => (item.openMinor > 0 ? Math.max(oldest, daysOverdue ?? 0) : oldest), 0);
  const demandDay = account.note?.demandDay ?? null;
  if (disputes.disputedMinor > 0 && disputes.disputedMinor >= account.overdueMinor) {
    return visit(facts, { action: 'manager-visit', reason: { code: 'collection.why-visit-disputed', values: { amount: { amountMinor: disputes.disputedMinor, currency }, currency } } });
  }
  if (account.isShipping && demandDay !== null) return atOnce(facts, { action: 'stop-shipment', reason: { code: 'collection.why-stop-unanswered', values: { day: { day: demandDay } } } });
  const limitMinor = account.master?.creditLimitMinor ?? null;
  if (account.isShipping && limitMinor !== null && account.openMinor > limitMinor) {
    return atOnce(facts, { action: 'stop-shipment', reason: { code: 'collection.why-stop-limit', values: { amount: { amountMinor: account.openMinor, currency }, limit: { amountMinor: limitMinor, currency }, currency } } });
  }
  const demand = demandBeforeItLapses(facts);
  if (demand) return demand;
  if (demandDay === null) {
    if (promise?.state === 'broken') return atOnce(facts, { action: 'demand-letter', reason: { code: 'collection.why-demand-promise', values: { day: { day: promise.day } } } });
    if (oldestDays >= settings.demandFromDays) return atOnce(facts, { action: 'demand-letter', reason: { code: 'collection.why-demand-old', values: { days: oldestDays } } });
  }
  return visit(facts, { action: 'manager-visit', reason: { code: 'collection.why-visit', values: { days: oldestDays } } });
}

/** The claim must be on the list before it closes; once it is, or where no list stands between, be there when they pay. */
function forCollectible(facts: ActionFacts): Decision {
  const { account, asOf, payDays } = facts;
  const claimed = account.note?.status === 'contacted';
  const underApproval = claimed ? payDayUnderApproval(payDays, asOf) : null;
  if (underApproval) return onPayDay(facts, underApproval, { code: 'collection.why-fetch-claimed', values: { day: { day: underApproval.day } } });
  const next = nextOpenPayDay(payDays, asOf);
  if (!next) return atOnce(facts, { action: 'statement-and-call', reason: { code: 'collection.why-call-no-pay-day' } });
  if ((account.master?.approvalDays ?? 0) === 0) return onPayDay(facts, next, { code: 'collection.why-fetch', values: { day: { day: next.day } } });
  return byClosing(facts, next, { action: 'statement-and-call', reason: { code: 'collection.why-call', values: { closing: { day: next.closingDay }, day: { day: next.day } } } });
}

function forNotDue(facts: ActionFacts): Decision {
  const { account, asOf, payDays } = facts;
  if (facts.reconciliationOverdue) return atOnce(facts, { action: 'reconcile', reason: { code: 'collection.why-reconcile' } });
  const firstDue = account.items.reduce((first, { item }) => (item.openMinor > 0 && item.dueDay !== null ? Math.min(first, item.dueDay) : first), Number.POSITIVE_INFINITY);
  if (firstDue === Number.POSITIVE_INFINITY) return atOnce(facts, { action: 'none', reason: { code: 'collection.why-nothing-dated' } });
  const payDay = nextOpenPayDay(payDays, asOf, firstDue);
  const choice: Choice = { action: 'remind', reason: { code: 'collection.why-remind', values: { day: { day: firstDue } } } };
  if (payDay) return byClosing(facts, payDay, choice);
  const day = Math.max(firstWorkday(facts), facts.calendar.onOrBefore(firstDue));
  return { ...choice, day, payDay: null, askDay: firstDue, fromDay: day, untilDay: day };
}

/** Reminded on the working day before, so that it can still be kept. */
function beforePromise(facts: ActionFacts, promise: PromiseOutcome): Decision {
  const day = Math.max(firstWorkday(facts), facts.calendar.onOrBefore(promise.day - 1));
  return { action: 'remind', reason: { code: 'collection.why-promised', values: { day: { day: promise.day } } }, day, payDay: promise.day, askDay: promise.day, fromDay: day, untilDay: day };
}

function firstWorkday({ asOf, calendar }: ActionFacts): DaySerial {
  return calendar.onOrAfter(asOf + 1);
}

function atOnce(facts: ActionFacts, choice: Choice): Decision {
  const day = firstWorkday(facts);
  const payDay = nextOpenPayDay(facts.payDays, facts.asOf);
  return { action: choice.action, reason: choice.reason, day, payDay: payDay?.day ?? null, askDay: payDay?.day ?? null, fromDay: day, untilDay: day };
}

function byClosing(facts: ActionFacts, payDay: PayDay, choice: Choice): Decision {
  return { action: choice.action, reason: choice.reason, day: payDay.closingDay, payDay: payDay.day, askDay: payDay.day, fromDay: firstWorkday(facts), untilDay: payDay.closingDay };
}

/** A visit that must get the claim onto the list: any day until it closes; without a known pay day, any day soon. */
function visit(facts: ActionFacts, choice: Choice): Decision {
  const payDay = nextOpenPayDay(facts.payDays, facts.asOf);
  if (payDay) return byClosing(facts, payDay, choice);
  const day = firstWorkday(facts);
  return { ...choice, day, payDay: null, askDay: null, fromDay: day, untilDay: facts.calendar.move(day, facts.settings.tripDays - 1) };
}

/** What is handed over (cheque, cash, bill) is fetched from the pay day on; a transfer is seen to up to the pay day. */
function onPayDay(facts: ActionFacts, payDay: PayDay, reason: Message): Decision {
  const { calendar, settings, account } = facts;
  const method = account.master?.method ?? null;
  const isHandedOver = method !== null && method !== 'bank-transfer';
  const fromDay = isHandedOver ? payDay.day : Math.max(firstWorkday(facts), calendar.move(payDay.day, -settings.visitWindowDays));
  const untilDay = isHandedOver ? calendar.move(payDay.day, settings.visitWindowDays) : payDay.day;
  return { action: 'visit-on-pay-day', reason, day: payDay.day, payDay: payDay.day, askDay: payDay.day, fromDay, untilDay };
}

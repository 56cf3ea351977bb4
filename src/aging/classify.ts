/** The four classes by rule: the first rule that holds decides, and is said. */
import type { DaySerial } from '../units/units';
import type { Message } from '../texts';
import type { OpenItem } from '../settlement/settlement';
import type { AgingSettings, CollectionClass } from './aged';

export interface ClassFacts {
  readonly daysOverdue: number | null;
  readonly likelihood90: number;
  readonly disputed: boolean;
  readonly brokenPromiseDay: DaySerial | null;
  readonly customerClosed: boolean;
  /** Name of the customer that a payment on account was really for; '' otherwise. */
  readonly onBehalfOf: string;
}

/** A class, and why in words: said of the facts by which the rule was chosen. */
export interface ClassRule {
  readonly class: CollectionClass;
  readonly reason: (facts: ClassFacts, settings: AgingSettings) => Message;
}

const days = ({ daysOverdue }: ClassFacts) => daysOverdue as number;

const ON_ACCOUNT: ClassRule = { class: 'not-due', reason: () => ({ code: 'aging.class-on-account' }) };
const PAID_FOR_ANOTHER: ClassRule = { class: 'not-due', reason: (facts) => ({ code: 'aging.class-paid-for-another', values: { customer: facts.onBehalfOf } }) };
const UNSOLD: ClassRule = { class: 'not-due', reason: () => ({ code: 'aging.class-unsold' }) };
const DUE_TODAY: ClassRule = { class: 'not-due', reason: () => ({ code: 'aging.class-due-today' }) };
const DUE_LATER: ClassRule = { class: 'not-due', reason: (facts) => ({ code: 'aging.class-due-in', values: { days: -days(facts) } }) };
const COLLECTIBLE: ClassRule = { class: 'collectible', reason: (facts) => ({ code: 'aging.class-collectible', values: { days: days(facts), likelihood: { share: facts.likelihood90 } } }) };
const CLOSED: ClassRule = { class: 'bad', reason: (facts) => ({ code: 'aging.class-customer-closed', values: { days: days(facts) } }) };
const BAD_BY_AGE: ClassRule = { class: 'bad', reason: (facts, { badFromDays }) => ({ code: 'aging.class-overdue', values: { days: days(facts), limit: badFromDays } }) };
const BAD_AS_UNLIKELY: ClassRule = { class: 'bad', reason: (facts, { badBelowLikelihood90 }) => unlikely(facts, badBelowLikelihood90) };
const DISPUTED: ClassRule = { class: 'doubtful', reason: (facts) => ({ code: 'aging.class-disputed', values: { days: days(facts) } }) };
const BROKEN_PROMISE: ClassRule = { class: 'doubtful', reason: (facts) => ({ code: 'aging.class-broken-promise', values: { day: { day: facts.brokenPromiseDay as DaySerial } } }) };
const DOUBTFUL_BY_AGE: ClassRule = { class: 'doubtful', reason: (facts, { doubtfulFromDays }) => ({ code: 'aging.class-overdue', values: { days: days(facts), limit: doubtfulFromDays } }) };
const DOUBTFUL_AS_UNLIKELY: ClassRule = { class: 'doubtful', reason: (facts, { doubtfulBelowLikelihood90 }) => unlikely(facts, doubtfulBelowLikelihood90) };

function unlikely({ likelihood90 }: ClassFacts, limit: number): Message {
  return { code: 'aging.class-unlikely', values: { likelihood: { share: likelihood90 }, limit: { share: limit } } };
}

/** Source: the four classes of the domain (未收 / 待收 / 準呆 / 呆死); thresholds from the settings sheet. */
export function classify(item: OpenItem, facts: ClassFacts, settings: AgingSettings): ClassRule {
  if (item.onAccount) return facts.onBehalfOf ? PAID_FOR_ANOTHER : ON_ACCOUNT;
  if (facts.daysOverdue === null) return UNSOLD;
  if (facts.daysOverdue <= 0) return facts.daysOverdue === 0 ? DUE_TODAY : DUE_LATER;
  return badBy(facts, facts.daysOverdue, settings) ?? doubtfulBy(facts, facts.daysOverdue, settings) ?? COLLECTIBLE;
}

function badBy(facts: ClassFacts, daysOverdue: number, settings: AgingSettings): ClassRule | null {
  if (facts.customerClosed) return CLOSED;
  if (daysOverdue >= settings.badFromDays) return BAD_BY_AGE;
  // Freshly overdue goods are not lost, however slowly this customer pays: only age and likelihood together are.
  return daysOverdue >= settings.doubtfulFromDays && facts.likelihood90 < settings.badBelowLikelihood90 ? BAD_AS_UNLIKELY : null;
}

function doubtfulBy(facts: ClassFacts, daysOverdue: number, settings: AgingSettings): ClassRule | null {
  if (facts.disputed) return DISPUTED;
  if (facts.brokenPromiseDay !== null) return BROKEN_PROMISE;
  if (daysOverdue >= settings.doubtfulFromDays) return DOUBTFUL_BY_AGE;
  // In the first bucket a slow payer is late as ever, and a call settles it: unlikely counts from there on.
  return daysOverdue > (settings.bucketEndDays[0] ?? 0) && facts.likelihood90 < settings.doubtfulBelowLikelihood90 ? DOUBTFUL_AS_UNLIKELY : null;
}

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

export interface Classified {
  readonly class: CollectionClass;
  readonly reason: Message;
}

/** Source: the four classes of the domain (未收 / 待收 / 準呆 / 呆死); thresholds from the settings sheet. */
export function classify(item: OpenItem, facts: ClassFacts, settings: AgingSettings): Classified {
  if (item.onAccount) return notDue(facts.onBehalfOf ? { code: 'aging.class-paid-for-another', values: { customer: facts.onBehalfOf } } : { code: 'aging.class-on-account' });
  if (facts.daysOverdue === null) return notDue({ code: 'aging.class-unsold' });
  if (facts.daysOverdue <= 0) return notDue(facts.daysOverdue === 0 ? { code: 'aging.class-due-today' } : { code: 'aging.class-due-in', values: { days: -facts.daysOverdue } });
  return badBy(facts, facts.daysOverdue, settings) ?? doubtfulBy(facts, facts.daysOverdue, settings) ?? { class: 'collectible', reason: { code: 'aging.class-collectible', values: { days: facts.daysOverdue, likelihood: { share: facts.likelihood90 } } } };
}

function notDue(reason: Message): Classified {
  return { class: 'not-due', reason };
}

function badBy(facts: ClassFacts, days: number, settings: AgingSettings): Classified | null {
  const bad = (reason: Message): Classified => ({ class: 'bad', reason });
  if (facts.customerClosed) return bad({ code: 'aging.class-customer-closed', values: { days } });
  if (days >= settings.badFromDays) return bad({ code: 'aging.class-overdue', values: { days, limit: settings.badFromDays } });
  // Freshly overdue goods are not lost, however slowly this customer pays: only age and likelihood together are.
  if (days >= settings.doubtfulFromDays && facts.likelihood90 < settings.badBelowLikelihood90) return bad({ code: 'aging.class-unlikely', values: { likelihood: { share: facts.likelihood90 }, limit: { share: settings.badBelowLikelihood90 } } });
  return null;
}

function doubtfulBy(facts: ClassFacts, days: number, settings: AgingSettings): Classified | null {
  const doubtful = (reason: Message): Classified => ({ class: 'doubtful', reason });
  if (facts.disputed) return doubtful({ code: 'aging.class-disputed', values: { days } });
  if (facts.brokenPromiseDay !== null) return doubtful({ code: 'aging.class-broken-promise', values: { day: { day: facts.brokenPromiseDay } } });
  if (days >= settings.doubtfulFromDays) return doubtful({ code: 'aging.class-overdue', values: { days, limit: settings.doubtfulFromDays } });
  // In the first bucket a slow payer is late as ever, and a call settles it: unlikely counts from there on.
  if (days > (settings.bucketEndDays[0] ?? 0) && facts.likelihood90 < settings.doubtfulBelowLikelihood90) return doubtful({ code: 'aging.class-unlikely', values: { likelihood: { share: facts.likelihood90 }, limit: { share: settings.doubtfulBelowLikelihood90 } } });
  return null;
}

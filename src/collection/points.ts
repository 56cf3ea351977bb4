/**
 * The points table. Each factor has a strength between 0 and 1, told in words, times its weight from the
 * settings; distance is taken off afterwards, when the trips are known. Points are kept in tenths, so that
 * the parts on the sheet add up to the total.
 */
import { addMonths } from '../units/day';
import type { DaySerial, MinorUnits } from '../units/units';
import type { Message } from '../texts';
import type { AccountFacts } from './account-facts';
import type { CollectionSettings, Factor, Limitation, PointsPart } from './plan';
import type { PromiseOutcome } from './promise';

export interface PointsFacts {
  readonly account: AccountFacts;
  readonly asOf: DaySerial;
  readonly askMinor: MinorUnits;
  /** The largest amount asked of any customer in this currency. */
  readonly largestAskMinor: MinorUnits;
  readonly promise: PromiseOutcome | null;
  readonly limitation: Limitation | null;
  readonly missing: readonly Message[];
  /** Of the terms a settlement agreement should have. */
  readonly missingShare: number;
  readonly nextReconciliationDay: DaySerial;
  readonly settings: CollectionSettings;
}

interface Strength {
  readonly strength: number;
  readonly text: Message;
}

/** Factors in the order of the table; `distance` is not among them. */
const STRENGTHS: readonly (readonly [Factor, (facts: PointsFacts) => Strength])[] = [
  ['age', ageStrength],
  ['amount', amountStrength],
  ['kind', kindStrength],
  ['likelihood', likelihoodStrength],
  ['broken-promise', promiseStrength],
  ['limitation', limitationStrength],
  ['agreement-missing', agreementStrength],
  ['reconciliation-overdue', reconciliationStrength],
];

export function pointsParts(facts: PointsFacts): PointsPart[] {
  return STRENGTHS.map(([factor, strengthOf]) => {
    const { strength, text } = strengthOf(facts);
    return { factor, points: tenths(facts.settings.weights[factor] * strength), text };
  });
}

/** Rounded half away from zero. */
export function tenths(points: number): number {
  return (Math.sign(points) * Math.round(Math.abs(points) * 10)) / 10 || 0;
}

export function totalPoints(parts: readonly PointsPart[]): number {
  return parts.reduce((sum, part) => sum + Math.round(part.points * 10), 0) / 10;
}

/** Average days overdue, weighted by amount, over the days at which age is at its full strength. */
function ageStrength({ account, settings }: PointsFacts): Strength {
  const days = weightedOverdue(account, (aging) => Math.max(0, aging.daysOverdue ?? 0));
  if (days === null) return { strength: 0, text: { code: 'collection.points-age-none' } };
  return { strength: Math.min(1, days / settings.fullAgeDays), text: { code: 'collection.points-age', values: { days: Math.round(days) } } };
}

/** Root of the share in the largest amount to ask for: a quarter of the largest gets half the points. */
function amountStrength({ account, askMinor, largestAskMinor }: PointsFacts): Strength {
  const amounts = { amount: { amountMinor: askMinor, currency: account.currency }, largest: { amountMinor: largestAskMinor, currency: account.currency }, currency: account.currency };
  return { strength: largestAskMinor > 0 ? Math.sqrt(askMinor / largestAskMinor) : 0, text: { code: 'collection.points-amount', values: amounts } };
}

/** The strength set for each class, weighted by what is open in it. */
function kindStrength({ account, settings }: PointsFacts): Strength {
  let openMinor = 0;
  let sum = 0;
  for (const { item, class: itemClass } of account.items) {
    if (item.openMinor <= 0) continue;
    openMinor += item.openMinor;
    sum += item.openMinor * settings.kindStrength[itemClass];
  }
  const classes = (['collectible', 'doubtful', 'bad'] as const).filter((name) => account.classesMinor[name] > 0);
  const largest = [...classes].sort((a, b) => account.classesMinor[b] - account.classesMinor[a])[0] ?? 'not-due';
  return { strength: openMinor > 0 ? sum / openMinor : 0, text: { code: 'collection.points-kind', values: { class: { term: largest } } } };
}

/** Highest where chasing decides: 4p(1−p) is 1 at even odds, 0 for what is sure to come and for what is lost. */
function likelihoodStrength({ account }: PointsFacts): Strength {
  const likelihood = weightedOverdue(account, (aging) => aging.likelihood30);
  if (likelihood === null) return { strength: 0, text: { code: 'collection.points-likelihood-none' } };
  return { strength: 4 * likelihood * (1 - likelihood), text: { code: 'collection.points-likelihood', values: { likelihood: { share: likelihood } } } };
}

/** The share of the promise that did not come. */
function promiseStrength({ account, promise }: PointsFacts): Strength {
  if (promise?.state !== 'broken') return { strength: 0, text: { code: promise ? `collection.points-promise-${promise.state}` : 'collection.points-promise-none' } };
  const { currency } = account;
  const values = { day: { day: promise.day }, received: { amountMinor: promise.receivedMinor, currency }, currency };
  if (promise.amountMinor === null) return { strength: promise.unpaidShare, text: { code: 'collection.points-promise-broken', values } };
  return { strength: promise.unpaidShare, text: { code: 'collection.points-promise-broken-amount', values: { ...values, amount: { amountMinor: promise.amountMinor, currency } } } };
}

/** Half when the warning begins, rising to full on the last day; none once it has passed, since haste no longer helps. */
function limitationStrength({ limitation, asOf, settings }: PointsFacts): Strength {
  if (!limitation) return { strength: 0, text: { code: 'collection.points-limitation-none' } };
  if (!limitation.near) return { strength: 0, text: { code: 'collection.points-limitation', values: { day: { day: limitation.day } } } };
  const left = settings.limitationWarnDays > 0 ? (limitation.day - asOf) / settings.limitationWarnDays : 0;
  return { strength: 1 - left / 2, text: { code: 'collection.points-limitation-near', values: { day: { day: limitation.day }, days: limitation.day - asOf } } };
}

function agreementStrength({ missing, missingShare }: PointsFacts): Strength {
  if (missing.length === 0) return { strength: 0, text: { code: 'collection.points-agreement-none' } };
  return { strength: missingShare, text: { code: 'collection.points-agreement', values: { count: missing.length } } };
}

/** Full after half a year's delay. */
function reconciliationStrength({ nextReconciliationDay, asOf }: PointsFacts): Strength {
  const days = asOf - nextReconciliationDay;
  if (days <= 0) return { strength: 0, text: { code: 'collection.points-reconciliation-none', values: { day: { day: nextReconciliationDay } } } };
  const full = addMonths(nextReconciliationDay, 6) - nextReconciliationDay;
  return { strength: Math.min(1, days / full), text: { code: 'collection.points-reconciliation', values: { day: { day: nextReconciliationDay }, days } } };
}

/** Mean over the overdue items by amount; null where nothing is overdue. */
function weightedOverdue(account: AccountFacts, valueOf: (aging: AccountFacts['items'][number]) => number): number | null {
  let overdueMinor = 0;
  let sum = 0;
  for (const aging of account.items) {
    if (aging.item.openMinor <= 0 || (aging.daysOverdue ?? 0) <= 0) continue;
    overdueMinor += aging.item.openMinor;
    sum += aging.item.openMinor * valueOf(aging);
  }
  return overdueMinor > 0 ? sum / overdueMinor : null;
}

/** Expected cash of the next thirteen weeks, from the likelihood of each open item. */
import type { DaySerial } from '../units/units';
import { compareText } from './compare-text';
import type { AgedItem, ExpectedCash } from './aged';

const WEEKS = 13;
const SURE_FROM = 0.8;

/** Weeks count from the day after the as-of day. Money on account brings no cash. */
export function expectedCashOf(items: readonly AgedItem[], asOf: DaySerial): readonly ExpectedCash[] {
  const weeksOf = new Map<string, { readonly expected: Float64Array; readonly sure: Float64Array }>();
  for (const aged of items) {
    const { currency, onAccount, openMinor } = aged.item;
    let weeks = weeksOf.get(currency);
    if (!weeks) weeksOf.set(currency, (weeks = { expected: new Float64Array(WEEKS), sure: new Float64Array(WEEKS) }));
    if (onAccount) continue;
    const { likelihood30, likelihood60, likelihood90 } = aged;
    let before = 0;
    for (let week = 0; week < WEEKS; week++) {
      const by = collectedBy(likelihood30, likelihood60, likelihood90, 7 * (week + 1));
      weeks.expected[week] += openMinor * (by - before);
      if (likelihood30 >= SURE_FROM) weeks.sure[week] += openMinor * (by - before);
      before = by;
    }
  }
  return [...weeksOf].sort(([a], [b]) => compareText(a, b)).flatMap(([currency, { expected, sure }]) =>
    Array.from(expected, (minor, week) => ({ currency, weekStartDay: asOf + 1 + 7 * week, expectedMinor: Math.round(minor), sureMinor: Math.round(sure[week]) })));
}

/** Probability of being collected within so many days: straight between the points that are known. */
function collectedBy(likelihood30: number, likelihood60: number, likelihood90: number, days: number): number {
  if (days <= 30) return (likelihood30 * days) / 30;
  if (days <= 60) return likelihood30 + ((likelihood60 - likelihood30) * (days - 30)) / 30;
  return likelihood60 + ((likelihood90 - likelihood60) * (Math.min(90, days) - 60)) / 30;
}

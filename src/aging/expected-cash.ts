/** Expected cash of the next thirteen weeks, from the likelihood of each open item. */
import type { DaySerial } from '../units/units';
import { compareText } from './compare-text';
import type { AgedItem, ExpectedCash } from './aged';

const WEEKS = 13;
const SURE_FROM = 0.8;

/** Weeks count from the day after the as-of day. Money on account brings no cash. */
export function expectedCashOf(items: readonly AgedItem[], asOf: DaySerial): readonly ExpectedCash[] {
  const currencies = [...new Set(items.map((aged) => aged.item.currency))].sort(compareText);
  return currencies.flatMap((currency) => {
    const chased = items.filter((aged) => aged.item.currency === currency && !aged.item.onAccount);
    return Array.from({ length: WEEKS }, (_, week) => {
      let expected = 0;
      let sure = 0;
      for (const aged of chased) {
        const part = aged.item.openMinor * (collectedBy(aged, 7 * (week + 1)) - collectedBy(aged, 7 * week));
        expected += part;
        if (aged.likelihood30 >= SURE_FROM) sure += part;
      }
      return { currency, weekStartDay: asOf + 1 + 7 * week, expectedMinor: Math.round(expected), sureMinor: Math.round(sure) };
    });
  });
}

/** Probability of being collected within so many days: straight between the points that are known. */
function collectedBy(aged: AgedItem, days: number): number {
  const points = [0, aged.likelihood30, aged.likelihood60, aged.likelihood90];
  const step = Math.min(2, Math.floor(days / 30));
  const share = Math.min(1, (days - 30 * step) / 30);
  return points[step] + share * (points[step + 1] - points[step]);
}

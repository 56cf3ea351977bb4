/**
 * Likelihood of collection, learned from the ledger's own settlement history: each customer's pace, drawn
 * toward its product class and the portfolio, then a small logistic layer calibrated on the ledger's past.
 */
import type { DaySerial } from '../../units/units';
import type { Message } from '../../texts';
import type { Books } from '../../ledger/books';
import type { OpenItem, Settlement } from '../../settlement/settlement';
import { episodesOf } from './episodes';
import { scoreOf, sigmoid } from './logistic';
import { payDaysOf, type ToPayDay } from './pay-day';
import { Reasons } from './reason';
import { FEATURE_COUNT, HORIZONS, Snapshot, type Horizon, type Subject } from './snapshot';
import { trainLayers } from './training';

export interface Estimate {
  readonly likelihood30: number;
  readonly likelihood60: number;
  readonly likelihood90: number;
  /** The day by which it is as likely as not to have come; null where that lies too far off to name. */
  readonly expectedDay: DaySerial | null;
}

export interface LikelihoodModel {
  /** The item as the model sees it on the as-of day. */
  subjectOf(item: OpenItem, disputed: boolean): Subject;
  estimate(item: OpenItem, disputed: boolean): Estimate;
  /** Why, in words. */
  reasonOf(item: OpenItem, disputed: boolean): Message;
  readonly toPayDay: ToPayDay;
  readonly now: Snapshot;
}

const EXPECTED_WITHIN_DAYS = 730;
/** The layers are fitted on about so many debits at most: more would change nothing but the time it takes. */
const TRAINED_ON_MAX = 8_000;
const NOTHING_TO_COLLECT: Estimate = { likelihood30: 0, likelihood60: 0, likelihood90: 0, expectedDay: null };

/** Learns from what was settled by the settlement's as-of day. Deterministic; under a tenth of a second for a thousand debits. */
export function learnLikelihood(books: Books, settlement: Settlement): LikelihoodModel {
  const { asOf } = settlement;
  const { all: episodes, sample } = episodesOf(books, settlement, TRAINED_ON_MAX);
  const now = new Snapshot(episodes, asOf);
  const layers = trainLayers(sample);
  const reasons = new Reasons(episodes, now);
  const toPayDay = payDaysOf(books, episodes);
  const classNumbers = new Map(episodes.classNames.map((name, number) => [name, number]));
  const currencyNumbers = new Map(books.currencies.map((code, number) => [code, number]));

  const subjectOf = (item: OpenItem, disputed: boolean): Subject => ({
    customer: item.customer,
    currency: currencyNumbers.get(item.currency) as number,
    // Goods not yet sold have no due day: they are taken as if it were today.
    lateness: item.dueDay === null ? 0 : asOf - item.dueDay,
    productClass: classNumbers.get(item.productClass) ?? -1,
    disputed,
    amountMinor: item.originalMinor,
    partPaid: item.openMinor < item.originalMinor,
  });
  const rows = new Float64Array(HORIZONS.length * FEATURE_COUNT);
  const likelihoodWithin = (horizon: Horizon, at: number) => sigmoid(scoreOf(rows, at * FEATURE_COUNT, layers[horizon]));
  const estimate = (item: OpenItem, disputed: boolean): Estimate => {
    if (item.onAccount) return NOTHING_TO_COLLECT;
    const subject = subjectOf(item, disputed);
    now.putFeatures(subject, rows);
    const likelihood30 = likelihoodWithin(30, 0);
    // Each horizon is estimated for itself; what came in thirty days has come in sixty.
    const likelihood60 = Math.max(likelihood30, likelihoodWithin(60, 1));
    const likelihood90 = Math.max(likelihood60, likelihoodWithin(90, 2));
    const days = daysUntilExpected(now, subject, [likelihood30, likelihood60, likelihood90]);
    return { likelihood30, likelihood60, likelihood90, expectedDay: days === null ? null : toPayDay(item.customer, asOf + days) ?? asOf + days };
  };
  const reasonOf = (item: OpenItem, disputed: boolean): Message => (item.onAccount ? { code: 'aging.likelihood-on-account' } : reasons.of(subjectOf(item, disputed)));
  return { subjectOf, estimate, reasonOf, toPayDay, now };
}

/**
 * Days until half of such items are settled: along the customer's pace, bent so that it passes through the
 * calibrated likelihood of the first horizon that half reach, or of the last where none does. So the day never
 * contradicts the likelihoods beside it.
 */
function daysUntilExpected(now: Snapshot, subject: Subject, likelihoods: readonly number[]): number | null {
  const reached = likelihoods.findIndex((likelihood) => likelihood >= 0.5);
  const anchor = reached < 0 ? HORIZONS.length - 1 : reached;
  const bend = Math.log(1 - within(likelihoods[anchor])) / Math.log(1 - within(now.shareAtPace(subject, HORIZONS[anchor])));
  if (reached < 0 && (1 - now.shareAtPace(subject, EXPECTED_WITHIN_DAYS)) ** bend > 0.5) return null;
  let low: number = reached < 0 ? HORIZONS[anchor] : (HORIZONS[reached - 1] ?? 0);
  let high: number = reached < 0 ? EXPECTED_WITHIN_DAYS : HORIZONS[reached];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((1 - now.shareAtPace(subject, middle)) ** bend > 0.5) low = middle;
    else high = middle;
  }
  return high;
}

function within(share: number): number {
  return Math.min(0.999, Math.max(0.001, share));
}

/**
 * Likelihood of collection, learned from the ledger's own settlement history: each customer's pace, drawn
 * toward its product class and the portfolio, then a small logistic layer calibrated on the ledger's past.
 */
import type { DaySerial } from '../../units/units';
import type { Message } from '../../texts';
import type { Books } from '../../ledger/books';
import type { OpenItem, Settlement } from '../../settlement/settlement';
import { episodesOf } from './episodes';
import { dot, sigmoid } from './logistic';
import { STEP_DAYS, Snapshot, type Subject } from './snapshot';
import { trainLayer } from './training';

export interface Estimate {
  readonly likelihood30: number;
  readonly likelihood60: number;
  readonly likelihood90: number;
  /** The day by which it is as likely as not to have come; null where that lies too far off to name. */
  readonly expectedDay: DaySerial | null;
  readonly likelihoodReason: Message;
}

export interface LikelihoodModel {
  estimate(item: OpenItem, disputed: boolean): Estimate;
}

const EXPECTED_WITHIN_DAYS = 730;

export function learnLikelihood(books: Books, settlement: Settlement): LikelihoodModel {
  const { asOf } = settlement;
  const episodes = episodesOf(books, settlement);
  const now = new Snapshot(episodes, asOf);
  const layer = trainLayer(episodes);
  const classNumbers = new Map(episodes.classNames.map((name, number) => [name, number]));
  const shareInStep = (subject: Subject) => sigmoid(dot(now.features(subject), layer.coefficients));
  return {
    estimate(item, disputed) {
      if (item.onAccount) return { likelihood30: 0, likelihood60: 0, likelihood90: 0, expectedDay: null, likelihoodReason: { code: 'aging.likelihood-on-account' } };
      const subject: Subject = {
        customer: item.customer, lateness: item.dueDay === null ? 0 : asOf - item.dueDay, productClass: classNumbers.get(item.productClass) ?? 0,
        disputed, amountMinor: item.originalMinor, partPaid: item.openMinor < item.originalMinor,
      };
      const open = [0, 1, 2].map((step) => 1 - shareInStep({ ...subject, lateness: subject.lateness + step * STEP_DAYS }));
      const likelihood30 = 1 - open[0];
      return {
        likelihood30, likelihood60: 1 - open[0] * open[1], likelihood90: 1 - open[0] * open[1] * open[2],
        expectedDay: expectedDay(now, subject, likelihood30, asOf), likelihoodReason: { code: 'aging.likelihood-customer', values: { count: now.pace.settledCount[item.customer] } },
      };
    },
  };
}

function expectedDay(now: Snapshot, subject: Subject, likelihood30: number, asOf: DaySerial): DaySerial | null {
  const atPace30 = Math.min(0.999, Math.max(0.001, now.shareAtPace(subject, STEP_DAYS)));
  // The curve at the customer's pace, bent so that it passes through the calibrated likelihood.
  const bend = Math.log(1 - Math.min(0.999, likelihood30)) / Math.log(1 - atPace30);
  const openAfter = (days: number) => (1 - now.shareAtPace(subject, days)) ** bend;
  if (openAfter(EXPECTED_WITHIN_DAYS) > 0.5) return null;
  let low = 0;
  let high = EXPECTED_WITHIN_DAYS;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (openAfter(middle) > 0.5) low = middle;
    else high = middle;
  }
  return asOf + high;
}

